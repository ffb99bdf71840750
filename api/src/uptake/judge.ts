import { sql } from 'kysely';
import { z } from 'zod';
import { fault } from '#i18n/fault.ts';
import { mailText } from '#i18n/mail.ts';
import { as, faultsOf, raise } from '#prisma/content/check.ts';
import { oneLine, turningSign } from '#prisma/content/text.ts';
import type { Database } from '#prisma/database.ts';
import { appendLog } from '#prisma/log.ts';
import type { Viewer } from '#search/engine.ts';
import type { User } from '../accounts/user.ts';
import { forbidden, ValidationError } from '../errors.ts';
import { queueMail } from '../mail/queue.ts';
import { visibleRecords } from '../records/policy.ts';
import { type Reader, rowsOf } from '../records/query-batch.ts';
import { once } from '../request-key.ts';
import { requiredText } from '../required-text.ts';
import { receiversOf } from './contacts.ts';
import { organizationDay } from './day.ts';
import { canManageUptake, type UptakeAccess } from './policy.ts';
import { isDate, judgements, type Judgement } from './state.ts';
import { type CellKey, type Clock, findCell, keyFault, lockCell } from './write.ts';

/** Whose judgement it is. */
export const voices = ['SECRETARIAT', 'JIU'] as const;
type Voice = (typeof voices)[number];

const judgementInput = z
  .strictObject({
    judgement: z.enum(judgements),
    priority: z.boolean(),
    reason: z.string().trim(),
    voice: z.enum(voices),
    reference: z
      .string()
      .overwrite(oneLine)
      .max(300)
      .refine((value) => turningSign(value) === null, as('TURNING'))
      .nullish()
      .transform((value) => value || null),
    effectiveDate: z
      .string()
      .trim()
      .refine(isDate, as('DATE', { example: '2026-11-22' }))
      .nullish(),
  })
  .superRefine((value, context) => {
    if (value.voice === 'JIU' && !value.reference) raise(context, fault('reference', 'JUDGE_REFERENCE'));
  });
export type JudgementInput = z.input<typeof judgementInput>;

/** A judgement as it is shown; what it judged is named only to those who see that report. */
export type JudgementRow = {
  id: string;
  actionId: string;
  organizationName: string;
  organizationSlug: string;
  recommendationNumber: number | null;
  recommendationSlug: string;
  entryId: string | null;
  judgement: Judgement;
  priority: boolean;
  reason: string;
  voice: Voice;
  reference: string | null;
  effectiveDate: string;
  judgedOn: string;
  judgedAt: string;
  judgedByName: string | null;
  demo: boolean;
};

export type JudgementFilter = {
  actionIds?: readonly string[];
  reportId?: string;
  organization?: string | null;
  recommendation?: number | null;
  known?: string | null;
  since?: string | null;
  until?: string | null;
  demo: boolean;
  limit?: number;
};

/** Judgements, last given first: they are public, but for the name of who entered them. One SQL statement. */
export async function readJudgements(reader: Reader, viewer: Viewer, access: UptakeAccess, filter: JudgementFilter): Promise<JudgementRow[]> {
  const rows = await rowsOf(
    reader,
    sql<JudgementRow>`
    SELECT j.id, j.action_id AS "actionId", o.content->>'shortName' AS "organizationName", o.slug AS "organizationSlug", (r.content->>'number')::int AS "recommendationNumber", r.slug AS "recommendationSlug",
      j.entry_id AS "entryId", j.judgement, j.priority, j.reason, j.voice, j.reference, j.effective_date::text AS "effectiveDate", j.judged_on::text AS "judgedOn",
      to_char(j.judged_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "judgedAt", p.name AS "judgedByName", j.demo
    FROM uptake_judgement j JOIN action a ON a.id = j.action_id JOIN record r ON r.id = a.recommendation_id JOIN record o ON o.id = a.organization_id
    LEFT JOIN person p ON p.id::text = j.judged_by AND p.erased_at IS NULL
    WHERE ${visibleRecords(viewer)} AND ${visibleRecords(viewer, 'o')}
      ${filter.known ? sql`AND j.judged_on <= ${organizationDay('o.id', sql`${filter.known}::date`)}` : sql``}
      ${filter.demo ? sql`` : sql`AND NOT j.demo`}
      ${filter.actionIds ? sql`AND j.action_id = ANY (${filter.actionIds as string[]}::uuid[])` : sql``}
      ${filter.reportId ? sql`AND a.report_id = ${filter.reportId}::uuid` : sql``}
      ${filter.organization ? sql`AND o.slug = ${filter.organization}` : sql``}
      ${filter.recommendation ? sql`AND r.content->>'number' = ${String(filter.recommendation)}` : sql``}
      ${filter.since ? sql`AND j.judged_at > ${filter.since}::timestamptz` : sql``}
      ${filter.until ? sql`AND j.judged_at <= ${filter.until}::timestamptz` : sql``}
    ORDER BY j.sequence DESC LIMIT ${filter.limit ?? 5000}`,
  );
  return access.unSystem ? rows : rows.map((row) => ({ ...row, judgedByName: null }));
}

/**
 * Records what the secretariat or the Joint Inspection Unit finds of the claim of an organization. It is public at once, stands
 * beside the claim and changes nothing of it; the organization is told. A later one follows it.
 * @param request.entry the report that it is given of, "" where nothing was reported; it must be the last one on the cell
 * @param request.basedOn the id of the judgement that the person saw as the last one, "" for none
 * @throws GraphQLError FORBIDDEN for everyone but the secretariat
 */
export async function judgeUptake(
  db: Database,
  user: User | null,
  request: { cell: CellKey; given: JudgementInput; entry: string; basedOn: string | null; idempotencyKey: string },
  { baseUrl }: { baseUrl: string },
  clock?: Clock,
): Promise<{ actionId: string } | ValidationError> {
  if (!user || !canManageUptake(user)) throw forbidden('ONLY_JUDGES');
  const cell = await findCell(db, user, request.cell);
  const parsed = judgementInput.safeParse(request.given);
  const faults = [
    ...(Array.isArray(cell) ? cell : []),
    ...(parsed.success ? [] : faultsOf(parsed.error, request.given)),
    ...keyFault(request.idempotencyKey),
    ...requiredText('reason', request.given.reason.trim(), 'JUDGE_REASON', 2000),
  ];
  const today = clock?.today ?? (Array.isArray(cell) ? null : cell.today);
  if (today && parsed.success && (parsed.data.effectiveDate ?? '') > today) faults.push(fault('effectiveDate', 'NOT_YET', { today }));
  if (parsed.success && parsed.data.judgement === 'VERIFIED' && !request.entry) faults.push(fault('judgement', 'JUDGE_NO_CLAIM'));
  if (Array.isArray(cell) || !today || !parsed.success || faults.length > 0) return new ValidationError(faults);
  const given = { ...parsed.data, effectiveDate: parsed.data.effectiveDate ?? today };
  return db.transaction().execute((trx) =>
    once(
      trx,
      {
        personId: user.id,
        mutation: 'judgeUptake',
        key: request.idempotencyKey,
        content: { action: cell.actionId, given, entry: request.entry },
        field: 'idempotencyKey',
      },
      async (): Promise<{ actionId: string } | ValidationError> => {
        await lockCell(trx, cell.actionId);
        const { rows } = await sql<{ claim: boolean; judged: string | null; organizationId: string; name: string; title: string }>`
          SELECT (${request.entry} = '' OR EXISTS (SELECT FROM uptake_entry u WHERE u.id::text = ${request.entry} AND u.action_id = a.id AND NOT u.demo AND NOT EXISTS (SELECT FROM uptake_withdrawal w WHERE w.entry_id = u.id))) AS claim,
            (SELECT j.id::text FROM uptake_judgement j WHERE j.action_id = a.id AND NOT j.demo ORDER BY j.sequence DESC LIMIT 1) AS judged, o.id AS "organizationId", o.content->>'shortName' AS name, r.content->>'title' AS title
          FROM action a JOIN record o ON o.id = a.organization_id JOIN record r ON r.id = a.recommendation_id WHERE a.id = ${cell.actionId}::uuid`.execute(trx);
        const [head] = rows as [(typeof rows)[number]];
        if (!head.claim) return new ValidationError([fault('entry', 'JUDGE_CLAIM_GONE')]);
        if (request.basedOn !== null && request.basedOn !== (head.judged ?? '')) return new ValidationError([fault('basedOn', 'JUDGED_MEANWHILE')]);
        const { rows: made } = await sql<{ id: string }>`
          INSERT INTO uptake_judgement (action_id, entry_id, judgement, priority, reason, voice, reference, effective_date, judged_on, judged_by, idempotency_key)
          VALUES (${cell.actionId}::uuid, ${request.entry || null}::uuid, ${given.judgement}::judgement, ${given.priority}, ${given.reason}, ${given.voice}, ${given.reference}, ${given.effectiveDate}::date, ${today}::date, ${user.id}, ${request.idempotencyKey}) RETURNING id`.execute(
          trx,
        );
        const [{ id }] = made as [{ id: string }];
        const number = cell.number ?? cell.recommendationSlug;
        for (const { address, personId } of await receiversOf(trx, head.organizationId, 'ALL'))
          await queueMail(trx, {
            key: `uptake-judged:${id}:${address}`,
            personId,
            address,
            subject: mailText('judgedSubject', { organization: head.name, number }),
            text: mailText('judged', {
              number,
              title: head.title,
              judgement: mailText(`judgement${given.judgement}`),
              reason: given.reason,
              address: `${baseUrl}/uptake/${number}/${cell.slug}`,
            }),
          });
        await appendLog(trx, [{ kind: 'UPTAKE_JUDGED', body: { subject: id } }]);
        return { actionId: cell.actionId };
      },
      (done) => (done instanceof ValidationError ? null : done),
      (done) => done,
    ),
  );
}
