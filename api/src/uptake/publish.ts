import { sql } from 'kysely';
import { type FieldFault, fault } from '#i18n/fault.ts';
import { mailText } from '#i18n/mail.ts';
import type { Database } from '#prisma/database.ts';
import { appendLog } from '#prisma/log.ts';
import { isUuid } from '#prisma/uuid.ts';
import type { User } from '../accounts/user.ts';
import { forbidden, ValidationError } from '../errors.ts';
import { queueMail } from '../mail/queue.ts';
import { receiversOf } from './contacts.ts';
import { organizationToday } from './day.ts';
import { canPublish, canManageUptake } from './policy.ts';
import { addDays } from './state.ts';
import type { Clock } from './write.ts';

/** How long an organization has to answer what was published from its document: days, unless the secretariat gives more or fewer. */
export const PERIOD = { least: 14, most: 365, usual: 30 } as const;
const MOST = 200;

type Head = {
  id: string;
  actionId: string;
  organizationId: string;
  slug: string;
  name: string;
  /** The day that it is at the organization. */
  today: string;
  title: string;
  number: number | null;
  recommendationSlug: string;
  report: string;
  reference: string | null;
  place: string | null;
  enteredAs: string;
  source: string;
  demo: boolean;
  withdrawn: boolean;
  confirmed: boolean;
  answered: boolean;
  publishedOn: string | null;
  publishedBy: string | null;
  publishedByName: string | null;
};

/**
 * Publishes entries that the secretariat took from documents: they are public from now on, marked as not confirmed by the
 * organization, and counted where a reader asks for them. Each organization is told by one mail, and has until the day that
 * is given back to confirm, to report itself or to withdraw; after that its silence lets them count like others. Where
 * nobody can be told, silence says nothing. All of the entries are published, or none.
 * @throws GraphQLError FORBIDDEN for everyone but the secretariat
 */
export async function publishUptake(
  db: Database,
  user: User | null,
  { entries, days = PERIOD.usual }: { entries: readonly string[]; days?: number | null },
  { baseUrl }: { baseUrl: string },
  clock?: Clock,
): Promise<{ entryIds: string[] } | ValidationError> {
  if (!user || !canManageUptake(user)) throw forbidden('ONLY_UPTAKE_PUBLISHERS');
  const period = days ?? PERIOD.usual;
  const ids = [...new Set(entries)];
  const faults: FieldFault[] = [
    ...(ids.length === 0 ? [fault('entries', 'PUBLISH_NOTHING')] : ids.length > MOST ? [fault('entries', 'PUBLISH_MOST', { max: MOST })] : []),
    ...(period < PERIOD.least || period > PERIOD.most ? [fault('days', 'PUBLISH_DAYS', { least: PERIOD.least, most: PERIOD.most })] : []),
  ];
  if (faults.length > 0) return new ValidationError(faults);
  return db.transaction().execute(async (trx) => {
    const known = ids.filter(isUuid);
    // The cells are locked in one order, so that two who publish at once wait for each other instead of standing in each other's way.
    await sql`SELECT 1 FROM action WHERE id IN (SELECT action_id FROM uptake_entry WHERE id = ANY (${known}::uuid[])) ORDER BY id FOR UPDATE`.execute(trx);
    const { rows } = await sql<Head>`
      SELECT u.id, u.action_id AS "actionId", a.organization_id AS "organizationId", o.slug, o.content->>'shortName' AS name, ${organizationToday('o.id')} AS today, r.content->>'title' AS title, (r.content->>'number')::int AS number, r.slug AS "recommendationSlug",
        coalesce(s.content->>'symbol', s.title) AS report, u.source_reference AS reference, u.source_place AS place, u.entered_as AS "enteredAs", u.source, u.demo,
        EXISTS (SELECT FROM uptake_withdrawal w WHERE w.entry_id = u.id) AS withdrawn, EXISTS (SELECT FROM uptake_confirmation k WHERE k.entry_id = u.id) AS confirmed,
        EXISTS (SELECT FROM uptake_entry own WHERE own.action_id = u.action_id AND own.sequence > u.sequence AND own.entered_as <> 'SECRETARIAT' AND NOT own.demo) AS answered,
        p.published_on::text AS "publishedOn", p.published_by AS "publishedBy", b.name AS "publishedByName"
      FROM uptake_entry u JOIN action a ON a.id = u.action_id JOIN record o ON o.id = a.organization_id JOIN record r ON r.id = a.recommendation_id JOIN record s ON s.id = a.report_id
      LEFT JOIN uptake_publication p ON p.entry_id = u.id LEFT JOIN person b ON b.id::text = p.published_by AND b.erased_at IS NULL
      WHERE u.id = ANY (${known}::uuid[]) ORDER BY o.position, o.id, r.position, u.sequence`.execute(trx);
    for (const [index, id] of ids.entries()) {
      const path = `entries.${index}`;
      const entry = rows.find((row) => row.id === id);
      if (!entry) faults.push(fault(path, 'NO_ENTRY'));
      else if (entry.demo || !canPublish(user, entry.enteredAs) || entry.source === 'DIRECT') faults.push(fault(path, 'PUBLISH_OWN'));
      else if (entry.withdrawn) faults.push(fault(path, 'PUBLISH_WITHDRAWN'));
      else if (entry.confirmed) faults.push(fault(path, 'PUBLISH_CONFIRMED'));
      else if (entry.publishedOn && entry.publishedBy !== user.id)
        faults.push(
          entry.publishedByName
            ? fault(path, 'PUBLISHED_ALREADY_BY', { day: entry.publishedOn, person: entry.publishedByName })
            : fault(path, 'PUBLISHED_ALREADY', { day: entry.publishedOn }),
        );
      else if (!entry.publishedOn && entry.answered) faults.push(fault(path, 'PUBLISH_ANSWERED'));
      else if (!entry.reference || !entry.place) faults.push(fault(path, 'PUBLISH_PLACE'));
    }
    if (faults.length > 0) return new ValidationError(faults);
    const fresh = rows.filter((entry) => entry.publishedOn === null);
    for (const [organizationId, theirs] of Map.groupBy(fresh, (entry) => entry.organizationId)) {
      const [head] = theirs as [Head];
      const { name, slug } = head;
      const today = clock?.today ?? head.today;
      const answerBy = addDays(today, period);
      const to = await receiversOf(trx, organizationId, 'ALL');
      for (const entry of theirs)
        await sql`INSERT INTO uptake_publication (entry_id, published_on, published_by, told, answer_by) VALUES (${entry.id}::uuid, ${today}::date, ${user.id}, ${to.length}, ${to.length > 0 ? answerBy : null}::date)`.execute(
          trx,
        );
      const list = theirs.map((entry) =>
        mailText('publishedEntry', {
          report: entry.report,
          recommendation: entry.number ?? entry.recommendationSlug,
          title: entry.title,
          reference: entry.reference ?? '',
          place: entry.place ?? '',
          address: `${baseUrl}/uptake/${entry.number ?? entry.recommendationSlug}/${slug}`,
        }),
      );
      for (const { address, personId } of to)
        await queueMail(trx, {
          key: `uptake-published:${theirs[0]?.id}:${address}`,
          personId,
          address,
          subject: mailText('publishedSubject', { organization: name, day: answerBy }),
          text: `${mailText('published', { organization: name })}\n\n${list.join('\n')}\n\n${mailText('publishedNext', { day: answerBy })}`,
        });
    }
    await appendLog(
      trx,
      fresh.map((entry) => ({ kind: 'UPTAKE_PUBLISHED', body: { subject: entry.id } })),
    );
    return { entryIds: ids };
  });
}
