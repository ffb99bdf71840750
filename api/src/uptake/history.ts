import { sql } from 'kysely';
import type { RecordKind } from '#prisma/generated/enums.ts';
import type { Viewer } from '#search/engine.ts';
import { visibleRecords } from '../records/policy.ts';
import { type Reader, rowsOf } from '../records/query-batch.ts';
import { withDay } from './day.ts';
import { type UptakeAccess, canSee } from './policy.ts';
import { type Standing, standingJoins, standingOf } from './standing.ts';
import { utcToday } from './state.ts';
import type { Evidence } from './evidence.ts';
import { fieldNames, fieldOf, fields, type Report } from './fields.ts';

/** A piece of evidence as it may be shown; a record is named by its live title. */
export type ShownEvidence = Evidence & { recordTitle?: string | null; recordKind?: RecordKind | null };

export type WithdrawalRequest = {
  reason: string;
  askedOn: string;
  askedBy: string;
  askedByName: string | null;
  askedAs: string;
  agreed: boolean | null;
  answer: string | null;
};
/** An entry as a viewer may see it: sections that are not for this viewer are null, and `hidden` says which. */
export type Entry = Omit<Report, 'evidence'> & {
  evidence: ShownEvidence[];
  id: string;
  actionId: string;
  sequence: number;
  recommendationId: string;
  recommendationNumber: number | null;
  recommendationSlug: string;
  recommendationTitle: string;
  organizationId: string;
  organizationSlug: string;
  organizationName: string;
  enteredOn: string;
  enteredAt: string;
  enteredBy: string;
  enteredAs: string;
  enteredByName: string | null;
  demo: boolean;
  confirmedOn: string | null;
  confirmedAt: string | null;
  withdrawnAt: string | null;
  confirmedByName: string | null;
  /** When the secretariat published it from a document, and until when the organization was asked to answer. */
  publishedOn: string | null;
  publishedAt: string | null;
  publishedByName: string | null;
  answerBy: string | null;
  standing: Standing;
  /** That somebody asked a second person to withdraw it, the last time; for the UN system. */
  withdrawalRequest: WithdrawalRequest | null;
  withdrawnOn: string | null;
  withdrawnAs: string | null;
  withdrawalReason: string | null;
};

/**
 * Leaves out of an entry what is not for this viewer. Every route that gives entries goes through it. Evidence of a
 * withdrawn entry can be opened by its organization and the secretariat alone; to others the history only names it.
 * @param gone whether the entry is withdrawn today, whatever day the viewer looks at
 */
function redact({ gone, ...entry }: Entry & { gone: boolean }, access: UptakeAccess): Entry {
  const inside = canSee(access, 'UN_SYSTEM', entry.organizationSlug);
  const evidence = entry.evidence.filter((item) => canSee(access, item.audience, entry.organizationSlug));
  const open = !gone || canSee(access, 'OWNERS', entry.organizationSlug);
  return {
    ...entry,
    enteredBy: inside ? entry.enteredBy : '',
    enteredByName: inside ? entry.enteredByName : null,
    confirmedByName: inside ? entry.confirmedByName : null,
    publishedByName: inside ? entry.publishedByName : null,
    withdrawalRequest: inside ? entry.withdrawalRequest : null,
    ...(inside ? {} : Object.fromEntries(fieldNames.filter((name) => fieldOf(name).inside).map((name) => [name, null]))),
    comment: canSee(access, entry.commentAudience, entry.organizationSlug) ? entry.comment : null,
    evidence: open ? evidence : evidence.map(nameOnly),
  };
}
/** A piece of evidence by its name alone, without the way to it. */
const nameOnly = ({ kind, label, audience, recordTitle }: ShownEvidence): ShownEvidence => ({
  kind,
  label: label ?? recordTitle ?? { ADDRESS: 'Address', FILE: 'File', RECORD: 'Record' }[kind],
  audience,
  address: null,
  file: null,
  recordKind: null,
  recordSlug: null,
});

export type EntryFilter = {
  ids?: readonly string[];
  actionIds?: readonly string[];
  reportId?: string;
  organization?: string | null;
  organizations?: readonly string[];
  /** Only what others entered than this person. */
  notBy?: string;
  recommendation?: number | null;
  /** Only those recorded before the entry with this sequence number. */
  before?: number | null;
  /** Only those whose withdrawal waits for a second person. */
  withdrawing?: boolean;
  /** Only what the secretariat took from documents and nobody has published or confirmed. */
  publishable?: boolean;
  /** Only those that wait for confirmation. */
  unconfirmed?: boolean;
  /** Recorded, confirmed or withdrawn after this moment (ISO 8601), last change first. */
  changedSince?: string | null;
  /** And up to this one. */
  changedUntil?: string | null;
  /** What was known on this day, of each organization; today unless given. */
  known?: string | null;
  demo: boolean;
  /** Also withdrawn ones, as in a history. */
  withdrawn: boolean;
  limit?: number;
};

/** What an entry says, as columns of `uptake_entry u`; evidence is read with the records that it names. */
const said = sql.raw(
  fieldNames
    .filter((name) => name !== 'evidence')
    .map((name) => `u.${fields[name].column}${fields[name].kind === 'DAY' ? '::text' : ''} AS "${name}"`)
    .join(', '),
);

const utc = (column: string) => sql`to_char(${sql.ref(column)} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
const changed = (column: string, { changedSince, changedUntil }: EntryFilter) =>
  sql`(${sql.ref(column)} > ${changedSince}::timestamptz ${changedUntil ? sql`AND ${sql.ref(column)} <= ${changedUntil}::timestamptz` : sql``})`;

/** Entries, last recorded first, as this viewer may see them: unconfirmed ones only for the UN system, but for those that are published from a document. One SQL statement. */
export async function readEntries(reader: Reader, viewer: Viewer, access: UptakeAccess, filter: EntryFilter): Promise<Entry[]> {
  // Without a day everything that is recorded is known; its standing is that of today.
  const known = filter.known ? sql`d.day` : sql`'infinity'::date`;
  const rows = await rowsOf(
    reader,
    sql<Entry & { gone: boolean }>`
    SELECT u.id, u.action_id AS "actionId", u.sequence, a.recommendation_id AS "recommendationId", (r.content->>'number')::int AS "recommendationNumber", r.slug AS "recommendationSlug", r.content->>'title' AS "recommendationTitle",
      a.organization_id AS "organizationId", o.slug AS "organizationSlug", o.content->>'shortName' AS "organizationName",
      ${said}, u.entered_on::text AS "enteredOn", ${utc('u.entered_at')} AS "enteredAt", u.entered_by AS "enteredBy", u.entered_as AS "enteredAs", p.name AS "enteredByName",
      u.demo,
      -- A record that this viewer may not see is no evidence to this viewer, not even by its name.
      coalesce((SELECT jsonb_agg(item.value || jsonb_build_object('recordTitle', x.title) ORDER BY item.ordinality) FROM jsonb_array_elements(u.evidence) WITH ORDINALITY item
        LEFT JOIN record x ON item.value->>'kind' = 'RECORD' AND x.kind::text = item.value->>'recordKind' AND x.slug = item.value->>'recordSlug' AND ${visibleRecords(viewer, 'x')}
        WHERE item.value->>'kind' <> 'RECORD' OR x.id IS NOT NULL), '[]') AS evidence,
      ${utc('k.confirmed_at')} AS "confirmedAt", pub.published_on::text AS "publishedOn", ${utc('pub.published_at')} AS "publishedAt", pub.answer_by::text AS "answerBy", b.name AS "publishedByName", ${standingOf(sql`d.day`)} AS standing, ${utc('w.withdrawn_at')} AS "withdrawnAt",
      k.confirmed_on::text AS "confirmedOn", q.name AS "confirmedByName", w.withdrawn_on::text AS "withdrawnOn", w.withdrawn_as AS "withdrawnAs", w.reason AS "withdrawalReason",
      (SELECT json_build_object('reason', q.reason, 'askedOn', q.asked_on, 'askedBy', q.asked_by, 'askedByName', a.name, 'askedAs', q.asked_as, 'agreed', q.agreed, 'answer', q.answer) FROM uptake_withdrawal_request q
        LEFT JOIN person a ON a.id::text = q.asked_by AND a.erased_at IS NULL WHERE q.entry_id = u.id AND q.asked_on <= ${known} ORDER BY q.asked_at DESC LIMIT 1) AS "withdrawalRequest",
      EXISTS (SELECT FROM uptake_withdrawal g WHERE g.entry_id = u.id) AS gone
    FROM uptake_entry u
    JOIN action a ON a.id = u.action_id JOIN record r ON r.id = a.recommendation_id JOIN record o ON o.id = a.organization_id
    ${withDay('o.id', sql`${filter.known ?? utcToday()}::date`)}
    ${standingJoins(known)}
    LEFT JOIN uptake_withdrawal w ON w.entry_id = u.id AND w.withdrawn_on <= ${known}
    LEFT JOIN person p ON p.id::text = u.entered_by AND p.erased_at IS NULL
    LEFT JOIN person q ON q.id::text = k.confirmed_by AND q.erased_at IS NULL
    LEFT JOIN person b ON b.id::text = pub.published_by AND b.erased_at IS NULL
    WHERE ${visibleRecords(viewer)} AND ${visibleRecords(viewer, 'o')} AND u.entered_on <= ${known}
      ${access.unconfirmed ? sql`` : sql`AND (k.entry_id IS NOT NULL OR pub.entry_id IS NOT NULL)`}
      ${filter.withdrawn ? sql`` : sql`AND w.entry_id IS NULL`}
      ${filter.demo ? sql`` : sql`AND NOT u.demo`}
      ${filter.ids ? sql`AND u.id = ANY (${filter.ids as string[]}::uuid[])` : sql``}
      ${filter.actionIds ? sql`AND u.action_id = ANY (${filter.actionIds as string[]}::uuid[])` : sql``}
      ${filter.reportId ? sql`AND a.report_id = ${filter.reportId}::uuid` : sql``}
      ${filter.organization ? sql`AND o.slug = ${filter.organization}` : sql``}
      ${filter.organizations ? sql`AND o.slug = ANY (${filter.organizations as string[]}::text[])` : sql``}
      ${filter.notBy ? sql`AND u.entered_by IS DISTINCT FROM ${filter.notBy}` : sql``}
      ${filter.recommendation ? sql`AND r.content->>'number' = ${String(filter.recommendation)}` : sql``}
      ${filter.before ? sql`AND u.sequence < ${filter.before}` : sql``}
      ${filter.withdrawing ? sql`AND EXISTS (SELECT FROM uptake_withdrawal_request q WHERE q.entry_id = u.id AND q.agreed IS NULL)` : sql``}
      ${filter.publishable ? sql`AND u.entered_as = 'SECRETARIAT' AND u.source <> 'DIRECT' AND NOT u.demo AND pub.entry_id IS NULL AND k.entry_id IS NULL` : sql``}
      ${filter.unconfirmed ? sql`AND k.entry_id IS NULL` : sql``}
      ${filter.changedSince ? sql`AND (${changed('u.entered_at', filter)} OR ${changed('k.confirmed_at', filter)} OR ${changed('pub.published_at', filter)} OR ${changed('w.withdrawn_at', filter)})` : sql``}
    ORDER BY ${filter.changedSince ? sql`greatest(u.entered_at, k.confirmed_at, pub.published_at, w.withdrawn_at) DESC, ` : sql``}u.sequence DESC LIMIT ${filter.limit ?? 5000}`,
  );
  return rows.map((row) => redact(row, access));
}

export type Comment = {
  id: string;
  writtenAt: string;
  writtenByName: string | null;
  writtenAs: string;
  text: string;
  audience: 'UN_SYSTEM' | 'OWNERS';
  demo: boolean;
};

/** A cell whose thread is wanted: its action, and the organization whose internal remarks are for few. */
export type Thread = { actionId: string; organizationSlug: string };

/**
 * The threads of cells, oldest remark first: nothing for the public; remarks between the organization and the secretariat
 * for these two only. One SQL statement.
 * @returns a thread for each cell, in their order
 */
export async function readComments(reader: Reader, access: UptakeAccess, threads: readonly Thread[], demo: boolean): Promise<Comment[][]> {
  if (!access.unSystem) return threads.map(() => []);
  const inside = threads.filter(({ organizationSlug }) => canSee(access, 'OWNERS', organizationSlug)).map(({ actionId }) => actionId);
  const rows = await rowsOf(
    reader,
    sql<Comment & { actionId: string }>`
    SELECT m.action_id AS "actionId", m.id, to_char(m.written_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "writtenAt", p.name AS "writtenByName", m.written_as AS "writtenAs", m.text, m.audience, m.demo
    FROM uptake_comment m LEFT JOIN person p ON p.id::text = m.written_by AND p.erased_at IS NULL
    WHERE m.action_id = ANY (${threads.map(({ actionId }) => actionId)}::uuid[]) AND (m.audience = 'UN_SYSTEM' OR (m.audience = 'OWNERS' AND m.action_id = ANY (${inside}::uuid[])))
      ${demo ? sql`` : sql`AND NOT m.demo`} ORDER BY m.written_at, m.id`,
  );
  const byAction = Map.groupBy(rows, ({ actionId }) => actionId);
  return threads.map(({ actionId }) => byAction.get(actionId) ?? []);
}
