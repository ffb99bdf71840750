import { mailText } from '#i18n/mail.ts';
import { sql } from 'kysely';
import type { Database, Trx } from '#prisma/database.ts';
import { findUser } from '../../accounts/memberships.ts';
import { type User, viewerOf } from '../../accounts/user.ts';
import { forbidden, type ValidationError, refuse } from '../../errors.ts';
import { LogRefused, latestCheckpoint } from '../../log/checkpoint.ts';
import type { LogKeeper } from '../../log/key.ts';
import { queueMail } from '../../mail/queue.ts';
import { uptakeAccessOf } from '../policy.ts';
import { listReports, readMatrix } from '../table.ts';
import { utcToday } from '../state.ts';
import { internalFile, publicFile } from '../documents/audience.ts';
import { type Followed, readEvents, tell } from './events.ts';

export type Frequency = 'DAILY' | 'WEEKLY';
export type Subscription = {
  id: string;
  userId: string;
  reportId: string;
  frequency: Frequency;
  organizationSlug: string | null;
  organizationName: string | null;
  recommendationNumber: number | null;
  /** Whether its mails hold what the person may see, not only what the public does. */
  internal: boolean;
  toldUntil: string;
};

/** What a person follows by mail. */
export async function readSubscriptions(db: Database | Trx, by: { userId?: string; id?: string; frequency?: Frequency }): Promise<Subscription[]> {
  const { rows } = await sql<Subscription>`
    SELECT s.id, s.user_id AS "userId", s.report_id AS "reportId", s.frequency, o.slug AS "organizationSlug", o.content->>'shortName' AS "organizationName", (r.content->>'number')::int AS "recommendationNumber", s.internal,
      to_char(s.told_until AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "toldUntil"
    FROM uptake_subscription s LEFT JOIN record o ON o.id = s.organization_id LEFT JOIN record r ON r.id = s.recommendation_id
    WHERE s.ended_at IS NULL ${by.userId ? sql`AND s.user_id = ${by.userId}` : sql``} ${by.id ? sql`AND s.id::text = ${by.id}` : sql``} ${by.frequency ? sql`AND s.frequency = ${by.frequency}::frequency` : sql``} ORDER BY s.created_at, s.id`.execute(
    db,
  );
  return rows;
}

/**
 * Follows a report, one organization or one recommendation of it by mail; following the same again changes the frequency
 * and the audience.
 * @param internal whether the mails hold what the person may see; only what is public unless asked for
 * @throws GraphQLError FORBIDDEN for people who are not signed in
 */
export async function followUptake(
  db: Database,
  user: User | null,
  followed: Followed,
  frequency: Frequency,
  internal = false,
): Promise<{ id: string } | ValidationError> {
  if (!user) throw forbidden('SIGN_IN_TO_FOLLOW');
  const today = utcToday();
  const matrix = await readMatrix(db, viewerOf(user), uptakeAccessOf(user), followed.report, { at: today, known: today, demo: false, confirmedOnly: false });
  if (!matrix) return refuse('report', 'NO_REPORT');
  const organization = followed.organization ? matrix.columns.find((one) => one.slug === followed.organization) : null;
  const recommendation = followed.recommendation ? matrix.recommendations.find((one) => one.number === followed.recommendation) : null;
  if (organization === undefined) return refuse('organization', 'NO_ORGANIZATION_COLUMN', { organization: followed.organization ?? '' });
  if (recommendation === undefined) return refuse('recommendation', 'NO_RECOMMENDATION', { recommendation: followed.recommendation ?? '' });
  if (internal && user.memberships.length === 0) return refuse('internal', 'INTERNAL_MAILS');
  return db.transaction().execute(async (trx) => {
    await sql`SELECT pg_advisory_xact_lock(7070, hashtext(${user.id}))`.execute(trx);
    const { rows } = await sql<{ id: string }>`
      UPDATE uptake_subscription SET frequency = ${frequency}::frequency, internal = ${internal} WHERE user_id = ${user.id} AND ended_at IS NULL AND report_id = ${matrix.report.id}::uuid
        AND organization_id IS NOT DISTINCT FROM ${organization?.id ?? null}::uuid AND recommendation_id IS NOT DISTINCT FROM ${recommendation?.id ?? null}::uuid RETURNING id`.execute(
      trx,
    );
    if (rows[0]) return rows[0];
    const made = await sql<{ id: string }>`
      INSERT INTO uptake_subscription (user_id, report_id, organization_id, recommendation_id, frequency, internal) VALUES (${user.id}, ${matrix.report.id}::uuid, ${organization?.id ?? null}::uuid, ${recommendation?.id ?? null}::uuid, ${frequency}::frequency, ${internal}) RETURNING id`.execute(
      trx,
    );
    return made.rows[0] as { id: string };
  });
}

/** Ends a subscription of this person's own; whether there was one. */
export async function unfollowUptake(db: Database, user: User | null, id: string): Promise<boolean> {
  if (!user) throw forbidden('SIGN_IN_TO_UNFOLLOW');
  const { rows } =
    await sql`UPDATE uptake_subscription SET ended_at = now() WHERE id::text = ${id} AND user_id = ${user.id} AND ended_at IS NULL RETURNING 1`.execute(db);
  return rows.length > 0;
}

/**
 * The checkpoint of the log as the foot of a mail: kept by many people, it lets nobody rewrite what was published before
 * without being found out. A log that may not be signed is told, never a reason to send no mail.
 */
async function checkpointFoot(db: Database, log: LogKeeper | null): Promise<string> {
  if (!log) return '';
  try {
    return `\nThe log of this library when this mail was written (keep it: it proves that nothing was rewritten since):\n\n${await latestCheckpoint(db, log)}`;
  } catch (error) {
    if (!(error instanceof LogRefused)) throw error;
    return '\nThe log of this library could not be signed when this mail was written: it is not a continuation of what was signed before.\n';
  }
}

/**
 * Mails to everyone who follows at this frequency what happened since the last mail, only what is public unless the person
 * asked for what he or she may see, and then as of today. Each in a transaction of its own: what is mailed is never mailed again, and what fails is mailed next time.
 * @returns how many mails were queued
 */
export async function sendDigests(db: Database, frequency: Frequency, { baseUrl, log = null }: { baseUrl: string; log?: LogKeeper | null }): Promise<number> {
  let queued = 0;
  const foot = await checkpointFoot(db, log);
  for (const { id } of await readSubscriptions(db, { frequency })) {
    await db.transaction().execute(async (trx) => {
      await sql`SELECT 1 FROM uptake_subscription WHERE id = ${id}::uuid FOR UPDATE`.execute(trx);
      const [subscription] = await readSubscriptions(trx, { id });
      const user = subscription && (await findUser(trx, subscription.userId));
      if (!subscription || !user) return;
      // Whoever lost every role gets what is public, whatever was asked for once.
      const made = subscription.internal && user.memberships.length > 0 ? internalFile(user) : publicFile;
      const { viewer, access, marking } = made;
      const report = (await listReports(trx, viewer)).find((one) => one.id === subscription.reportId);
      if (!report) return;
      const { rows } = await sql<{ now: string }>`SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS now`.execute(trx);
      const until = (rows[0] as { now: string }).now;
      const events = await readEvents(
        trx,
        viewer,
        access,
        report,
        { report: report.key, organization: subscription.organizationSlug, recommendation: subscription.recommendationNumber },
        { since: subscription.toldUntil, until, demo: false },
      );
      await sql`UPDATE uptake_subscription SET told_until = ${until}::timestamptz WHERE id = ${id}::uuid`.execute(trx);
      if (events.length === 0) return;
      const what =
        [
          subscription.organizationName,
          subscription.recommendationNumber ? mailText('digestRecommendation', { number: subscription.recommendationNumber }) : null,
        ]
          .filter(Boolean)
          .join(', ') || mailText('digestAll');
      const subject = mailText('digestSubject', { report: report.symbol ?? report.title, what, changes: events.length });
      const next = mailText('digestNext', { table: `${baseUrl}/uptake`, follow: `${baseUrl}/follow`, foot });
      const text = `${marking === null ? '' : `${marking}\n\n`}${events.map((event) => mailText('digestEvent', { event: tell(event) })).join('\n')}\n\n${next}`;
      if (
        await queueMail(trx, {
          key: `uptake-digest:${id}:${subscription.toldUntil}`,
          personId: user.id,
          address: user.email,
          subject: marking === null ? subject : mailText('digestInternal', { subject }),
          text,
        })
      )
        queued++;
    });
  }
  return queued;
}
