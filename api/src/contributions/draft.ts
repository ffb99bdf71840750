import { isUuid } from '#prisma/uuid.ts';
import { type RawBuilder, sql } from 'kysely';
import { lift } from '#prisma/content/shape.ts';
import type { DraftState, RecordKind, ReviewState } from '#prisma/generated/enums.ts';
import { holds, type User } from '../accounts/user.ts';
import { type Reader, rowsOf } from '../records/query-batch.ts';

export type Content = Record<string, unknown>;
/** What a reviewer said of one field, and the sections that it belongs to, as its reviewer saw the draft. */
export type Decision = { field: string; decision: 'ACCEPTED' | 'RETURNED'; reason: string; about?: readonly string[] };
export type ReviewRow = {
  id: string;
  draftId: string;
  /** Null where the secretariat is asked. */
  organizationId: string | null;
  organizationSlug: string;
  organizationName: string;
  round: number;
  state: ReviewState;
  decisions: Decision[];
  comment: string;
  about: string[] | null;
  reviewerId: string | null;
  steppedIn: boolean;
  reminders: number;
  createdAt: Date | string;
  decidedAt: Date | string | null;
};
/** A draft as far as one person may know of it at all; its texts never leave without redaction.ts. */
export type DraftRow = {
  id: string;
  recordId: string | null;
  kind: RecordKind;
  /** Whether the person writes it. Others have content, sources, reason and base as they were submitted last. */
  writes: boolean;
  content: Content;
  sources: Content[];
  reason: string;
  basedOn: number;
  edits: number;
  round: number;
  state: DraftState;
  authorId: string;
  authorName: string;
  authorDemo: boolean;
  organizationId: string | null;
  organizationSlug: string | null;
  organizationName: string | null;
  editors: string[];
  submissionKey: string | null;
  publishedVersion: number | null;
  restores: number | null;
  createdAt: Date | string;
  updatedAt: Date | string;
  submittedAt: Date | string | null;
  /** The live record, as far as a draft needs it. */
  liveVersion: number | null;
  liveSlug: string | null;
  liveTitle: string | null;
  liveContent: Content | null;
  /** Whose the live record is, by id; none where there is no record. */
  liveOwners: string[];
  /** Of the version that the draft started from; null for a new record. */
  baseContent: Content | null;
  /** Of the submission before, which came back; null where there was none. */
  lastContent: Content | null;
};

/** What the secretariat is called where it is asked as an organization is. */
export const SECRETARIAT = { slug: 'secretariat', name: 'CEB secretariat' };

/** What of a draft is enough to list it: nothing of a content but what names it and whose it is. */
const named = ['shape', 'title', 'name', 'audience', 'owners', 'organizations', 'organization'];
/** A content cut to that, unless something in the draft or before it is for its owners: then it takes the whole to know what a person may see. */
const headOf = (content: string) =>
  `CASE WHEN ${content} IS NULL OR concat(x.content, l.content, b.content) LIKE '%"OWNERS"%' THEN ${content} ELSE (SELECT coalesce(jsonb_object_agg(e.key, e.value), '{}') FROM jsonb_each(${content}) e WHERE e.key IN (${named.map((name) => `'${name}'`).join(', ')})) END`;
const columnsOf = (content: (of: string) => string, sources: string, last: string) =>
  sql.raw(`d.id, d.record_id AS "recordId", d.kind, x.writes, ${content('x.content')} AS content, ${sources} AS sources, x.reason, x."basedOn", d.edits, d.round, d.state, d.author_id AS "authorId", p.name AS "authorName", p.demo AS "authorDemo",
  d.organization_id AS "organizationId", o.slug AS "organizationSlug", o.content->>'shortName' AS "organizationName", coalesce(d.editors, '{}') AS editors, d.submission_key AS "submissionKey", d.published_version AS "publishedVersion", d.restores,
  d.created_at AS "createdAt", CASE WHEN x.writes THEN d.updated_at ELSE coalesce(d.submitted_at, d.updated_at) END AS "updatedAt", d.submitted_at AS "submittedAt", l.version AS "liveVersion", l.slug AS "liveSlug", l.title AS "liveTitle", ${content('l.content')} AS "liveContent", ARRAY(SELECT own.organization_id FROM record_owner own WHERE own.record_id = d.record_id) AS "liveOwners", ${content('b.content')} AS "baseContent", ${last} AS "lastContent"`);
const columns = columnsOf((content) => content, 'x.sources', `d.last_submitted->'content'`);
const headColumns = columnsOf(headOf, `'[]'::jsonb`, 'NULL::jsonb');
const tables = (user: User) => sql`draft d CROSS JOIN LATERAL (
    SELECT w.writes, own.content, own.sources, own.reason, own."basedOn" FROM (SELECT ${writtenBy(user)} AS writes) w CROSS JOIN LATERAL (
      SELECT d.content, d.sources, d.reason, d.based_on AS "basedOn" WHERE w.writes OR d.submitted IS NULL
      UNION ALL SELECT d.submitted->'content', d.submitted->'sources', d.submitted->>'reason', (d.submitted->>'basedOn')::int WHERE NOT w.writes AND d.submitted IS NOT NULL
    ) own) x
  JOIN person p ON p.id = d.author_id LEFT JOIN record o ON o.id = d.organization_id LEFT JOIN record l ON l.id = d.record_id
  LEFT JOIN revision b ON b.record_id = d.record_id AND b.number = x."basedOn"`;

const organizationsIn = (user: User, ...roles: string[]) =>
  user.memberships
    .filter((membership) => roles.includes(membership.role))
    .map((membership) => membership.organizationId)
    .filter((id): id is string => id !== null);

/**
 * Which drafts a person writes on (saves, submits, withdraws), as a condition on `draft d`: those of an organization that
 * they write for today; for the secretariat its own. Having written it gives nothing by itself.
 */
export const writtenBy = (user: User): RawBuilder<boolean> =>
  sql<boolean>`coalesce(d.organization_id = ANY (${organizationsIn(user, 'FOCAL_POINT', 'PUBLISHER')}::uuid[])
    OR (${holds(user, 'SECRETARIAT')} AND (d.organization_id IS NULL OR d.author_id = ${user.id}::uuid OR ${user.id}::uuid = ANY (d.editors))), false)`;

/**
 * Which drafts a person sees, as a condition on `draft d`: those they write on, and, while they are submitted, returned or
 * live, those that an organization they write for is asked about in this round; the secretariat every such one. Taken back
 * by its writers, a draft is theirs alone again. What of it a person sees is decided by redaction.ts.
 */
export const visibleDrafts = (user: User): RawBuilder<boolean> =>
  sql<boolean>`(${writtenBy(user)} OR (d.round > 0 AND (d.state IN ('SUBMITTED', 'LIVE') OR (d.state = 'RETURNED' AND d.submitted IS NOT NULL))
    AND (${holds(user, 'SECRETARIAT')} OR EXISTS (
      SELECT FROM review v WHERE v.draft_id = d.id AND v.round = d.round AND v.organization_id = ANY (${organizationsIn(user, 'PUBLISHER', 'FOCAL_POINT')}::uuid[])))))`;

/**
 * Which reviews wait for a person, as a condition on `review v` and its `draft d`: those of organizations they publish for,
 * or of the secretariat, on drafts that they did not write; with `overdue` those of any organization that the secretariat
 * may answer in its place, unanswered for a week.
 */
export const waitingFor = (user: User, { overdue }: { overdue: boolean }): RawBuilder<boolean> =>
  sql<boolean>`(d.state = 'SUBMITTED' AND v.round = d.round AND v.state = 'PENDING' AND d.author_id <> ${user.id}::uuid AND NOT ${user.id}::uuid = ANY (coalesce(d.editors, '{}'))
    AND ${
      overdue
        ? sql`v.reminders >= 2 AND ${holds(user, 'SECRETARIAT')}`
        : sql`(v.organization_id = ANY (${organizationsIn(user, 'PUBLISHER')}::uuid[]) OR (v.organization_id IS NULL AND ${holds(user, 'SECRETARIAT')}))`
    })`;

/** One draft that the person sees, or null. `lock` keeps others from changing it until the transaction ends. */
export async function findDraft(reader: Reader, user: User | null, id: string, { lock = false } = {}): Promise<DraftRow | null> {
  if (!user || !isUuid(id)) return null;
  const rows = await rowsOf(
    reader,
    sql<DraftRow>`SELECT ${columns} FROM ${tables(user)} WHERE d.id = ${id}::uuid AND ${visibleDrafts(user)} ${lock ? sql`FOR UPDATE OF d` : sql``}`,
  );
  return rows[0] ? inShape(rows[0]) : null;
}

/** A draft in today's shape, with the versions that it is compared to. One of a record that is there is whole, as the record is; heads are whole nowhere. */
const inShape = (row: DraftRow, { heads = false } = {}): DraftRow => {
  const { kind } = row;
  const lifted = <C extends Content | null>(content: C): C => (content ? lift(kind, content, { complete: !heads }) : content);
  return {
    ...row,
    content: lift(kind, row.content, { complete: row.recordId !== null && !heads }),
    sources: row.sources.map((source) => lift('SOURCE', source, { complete: false })),
    liveContent: lifted(row.liveContent),
    baseContent: lifted(row.baseContent),
    lastContent: lifted(row.lastContent),
  };
};

/**
 * The drafts a person sees under a further condition on `draft d`, last changed first. At most 200.
 * @param heads without contents, where they are only listed: what `headFields` names may then be asked of them
 */
export async function listDrafts(reader: Reader, user: User, condition: RawBuilder<unknown>, { heads = false } = {}): Promise<DraftRow[]> {
  const rows = await rowsOf(
    reader,
    sql<DraftRow>`SELECT ${heads ? headColumns : columns} FROM ${tables(user)} WHERE ${visibleDrafts(user)} AND ${condition} ORDER BY d.updated_at DESC, d.id LIMIT 200`,
  );
  return rows.map((row) => inShape(row, { heads }));
}

/** The reviews of drafts under a further condition on `review v` and its `draft d`, newest round first, organizations by name. */
export async function reviewsOf(reader: Reader, draftIds: readonly string[], condition: RawBuilder<unknown> = sql`true`): Promise<ReviewRow[]> {
  return rowsOf(
    reader,
    sql<ReviewRow>`
    SELECT v.id, v.draft_id AS "draftId", v.organization_id AS "organizationId", coalesce(o.slug, ${SECRETARIAT.slug}) AS "organizationSlug", coalesce(o.content->>'shortName', ${SECRETARIAT.name}) AS "organizationName",
      v.round, v.state, v.decisions, v.comment, v.about, v.reviewer_id AS "reviewerId", v.stepped_in AS "steppedIn", v.reminders, v.created_at AS "createdAt", v.decided_at AS "decidedAt"
    FROM review v JOIN draft d ON d.id = v.draft_id LEFT JOIN record o ON o.id = v.organization_id
    WHERE v.draft_id = ANY (${draftIds as string[]}::uuid[]) AND ${condition} ORDER BY v.round DESC, 5`,
  );
}
