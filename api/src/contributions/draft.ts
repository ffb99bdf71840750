import { type RawBuilder, sql } from 'kysely';
import { ownersOf } from '#prisma/content/audience.ts';
import type { Database, Trx } from '#prisma/database.ts';
import type { DraftState, RecordKind, ReviewState } from '#prisma/generated/enums.ts';
import type { Viewer } from '#search/engine.ts';
import { holds, type User } from '../accounts/user.ts';
import { redact, seesAudience } from '../records/policy.ts';

export type Content = Record<string, unknown>;
export type Decision = { field: string; decision: 'ACCEPTED' | 'RETURNED'; reason: string };
export type ReviewRow = {
  id: string;
  draftId: string;
  organizationId: string;
  organizationSlug: string;
  organizationName: string;
  round: number;
  state: ReviewState;
  decisions: Decision[];
  comment: string;
  reviewerId: string | null;
  steppedIn: boolean;
  reminders: number;
  createdAt: Date;
  decidedAt: Date | null;
};
export type DraftRow = {
  id: string;
  recordId: string | null;
  kind: RecordKind;
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
  createdAt: Date;
  updatedAt: Date;
  submittedAt: Date | null;
  /** The live record, as far as a draft needs it. `liveContent` is whole: it never leaves without `redact`. */
  liveVersion: number | null;
  liveSlug: string | null;
  liveTitle: string | null;
  liveContent: Content | null;
};

const columns =
  sql.raw(`d.id, d.record_id AS "recordId", d.kind, d.content, d.sources, d.reason, d.based_on AS "basedOn", d.edits, d.round, d.state, d.author_id AS "authorId", p.name AS "authorName", p.demo AS "authorDemo",
  d.organization_id AS "organizationId", o.slug AS "organizationSlug", o.content->>'shortName' AS "organizationName", coalesce(d.editors, '{}') AS editors, d.submission_key AS "submissionKey", d.published_version AS "publishedVersion", d.restores,
  d.created_at AS "createdAt", d.updated_at AS "updatedAt", d.submitted_at AS "submittedAt", l.version AS "liveVersion", l.slug AS "liveSlug", l.title AS "liveTitle", l.content AS "liveContent"`);
const tables = sql.raw('draft d JOIN person p ON p.id = d.author_id LEFT JOIN record o ON o.id = d.organization_id LEFT JOIN record l ON l.id = d.record_id');

const organizationsIn = (user: User, ...roles: string[]) =>
  user.memberships
    .filter((membership) => roles.includes(membership.role))
    .map((membership) => membership.organizationId)
    .filter((id): id is string => id !== null);

/**
 * Which drafts a person sees, as a condition on `draft d`: those they write on, those of an organization they write for,
 * and, once submitted, those an organization they publish for was asked about; the secretariat sees every submitted one.
 */
export function visibleDrafts(user: User): RawBuilder<boolean> {
  return sql<boolean>`(d.author_id = ${user.id}::uuid OR ${user.id}::uuid = ANY (d.editors)
    OR d.organization_id = ANY (${organizationsIn(user, 'FOCAL_POINT', 'PUBLISHER')}::uuid[])
    OR (d.round > 0 AND EXISTS (SELECT FROM review v WHERE v.draft_id = d.id AND v.organization_id = ANY (${organizationsIn(user, 'PUBLISHER', 'FOCAL_POINT')}::uuid[])))
    OR (d.round > 0 AND ${holds(user, 'SECRETARIAT')}))`;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** One draft that the person sees, or null. `lock` keeps others from changing it until the transaction ends. */
export async function findDraft(db: Database | Trx, user: User | null, id: string, { lock = false } = {}): Promise<DraftRow | null> {
  if (!user || !uuid.test(id)) return null;
  const { rows } =
    await sql<DraftRow>`SELECT ${columns} FROM ${tables} WHERE d.id = ${id}::uuid AND ${visibleDrafts(user)} ${lock ? sql`FOR UPDATE OF d` : sql``}`.execute(
      db,
    );
  return rows[0] ?? null;
}

/** The drafts a person sees under a further condition on `draft d`, last changed first. At most 200. */
export async function listDrafts(db: Database | Trx, user: User, condition: RawBuilder<unknown>): Promise<DraftRow[]> {
  const { rows } =
    await sql<DraftRow>`SELECT ${columns} FROM ${tables} WHERE ${visibleDrafts(user)} AND ${condition} ORDER BY d.updated_at DESC, d.id LIMIT 200`.execute(db);
  return rows;
}

/** The reviews of drafts, newest round first, organizations by name. */
export async function reviewsOf(db: Database | Trx, draftIds: readonly string[]): Promise<ReviewRow[]> {
  const { rows } = await sql<ReviewRow>`
    SELECT v.id, v.draft_id AS "draftId", v.organization_id AS "organizationId", o.slug AS "organizationSlug", o.content->>'shortName' AS "organizationName", v.round, v.state, v.decisions, v.comment,
      v.reviewer_id AS "reviewerId", v.stepped_in AS "steppedIn", v.reminders, v.created_at AS "createdAt", v.decided_at AS "decidedAt"
    FROM review v JOIN record o ON o.id = v.organization_id WHERE v.draft_id = ANY (${draftIds as string[]}::uuid[]) ORDER BY v.round DESC, o.content->>'shortName'`.execute(
    db,
  );
  return rows;
}

/**
 * Whose sections the draft of a record has: those of the live record, so that naming one's own organization in a draft
 * opens nothing; for a new record those of the draft and of the organization it is written for.
 */
export const draftOwners = (draft: Pick<DraftRow, 'kind' | 'content' | 'liveContent' | 'organizationSlug'>): string[] =>
  draft.liveContent
    ? ownersOf(draft.kind, draft.liveContent)
    : [...ownersOf(draft.kind, draft.content), ...(draft.organizationSlug ? [draft.organizationSlug] : [])];

/** The content of a draft as a person may see it, under the audiences of the live version and of its own. */
export function draftContent(draft: Pick<DraftRow, 'kind' | 'content' | 'liveContent' | 'organizationSlug'>, viewer: Viewer): Content {
  const owners = draftOwners(draft);
  return withLiveAudiences(draft, redact(draft.kind, draft.content, viewer, owners), viewer, owners);
}
/** Leaves out also what the live version hides: opening a section is a change that its owners accept first. */
function withLiveAudiences(
  draft: Pick<DraftRow, 'kind' | 'content' | 'liveContent' | 'organizationSlug'>,
  content: Content,
  viewer: Viewer,
  owners: string[],
): Content {
  if (!draft.liveContent) return content;
  const { audiences: _, ...rest } = content;
  const restricted = redact(draft.kind, { ...rest, ...(draft.liveContent['audiences'] ? { audiences: draft.liveContent['audiences'] } : {}) }, viewer, owners);
  return { ...restricted, ...(content['audiences'] ? { audiences: content['audiences'] } : { audiences: undefined }) };
}

async function contentOfVersion(db: Database | Trx, recordId: string, number: number): Promise<Content | null> {
  const row = await db.selectFrom('revision').select('content').where('recordId', '=', recordId).where('number', '=', number).executeTakeFirst();
  return (row?.content as Content | undefined) ?? null;
}

/**
 * What the draft is compared with: the version it started from, as the person may see it. Null for a new record.
 * @param version reads the content of a version, where many drafts are compared at once together (loaded.ts)
 */
export async function draftBase(
  db: Database | Trx,
  draft: DraftRow,
  viewer: Viewer,
  version: (recordId: string, number: number) => Promise<Content | null> = (recordId, number) => contentOfVersion(db, recordId, number),
): Promise<Content | null> {
  if (!draft.recordId || draft.basedOn === 0) return null;
  const owners = draftOwners(draft);
  if (draft.liveVersion === draft.basedOn && draft.liveContent) return redact(draft.kind, draft.liveContent, viewer, owners);
  const content = await version(draft.recordId, draft.basedOn);
  return content ? redact(draft.kind, content, viewer, owners) : null;
}

/** What a person sees of the sections, as a function of their audience. */
export const seesDraft = (draft: DraftRow, viewer: Viewer) => seesAudience(viewer, draftOwners(draft));
