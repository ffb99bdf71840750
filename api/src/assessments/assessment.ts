import { staying, withDoubles } from '../records/merged.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Audience } from '#prisma/generated/enums.ts';
import { anyone } from '#search/engine.ts';
import { type User, viewerOf } from '../accounts/user.ts';
import { type EditionRow, editionColumns } from '../instruments/edition.ts';
import { ownedBy, visibleRecords } from '../records/policy.ts';
import { type Reader, rowsOf } from '../records/query-batch.ts';
import type { AssessmentContent } from './content.ts';

export type ReviewRow = { line: string; lineHash: string; agrees: boolean; text: string; writtenBy: string; name: string | null; writtenAt: string };
export type AssessmentRow = {
  id: string;
  shipped: string | null;
  title: string;
  state: 'DRAFT' | 'SHARED' | 'SIGNED';
  content: AssessmentContent;
  outcome: { layer: string; id: string; title: string; verdict: string };
  edits: number;
  createdBy: string | null;
  updatedBy: string | null;
  createdAt: string;
  updatedAt: string;
  signedAt: string | null;
  signedAs: string | null;
  /** Names of people, for the UN system. */
  writer: string | null;
  signer: string | null;
  audience: Audience;
  organizationId: string;
  organizationSlug: string;
  organizationName: string;
  record: { kind: string; slug: string; title: string } | null;
  edition: EditionRow;
  /** What each person said last of each line. */
  reviews: ReviewRow[];
  /** Who wrote lines as they are now, where that is not who began the run. */
  lineWriters: Record<string, string>;
  /** Counts how often it was said who sees it. */
  publications: number;
  /** The entry of the log that seals it, once it is signed. */
  logEntry: number | null;
};

/**
 * Which runs a person sees, as a condition on `assessment a` joined with its organization `w`: a draft its writer; a shared or
 * signed one the organization; a signed one also those whom it was published for. Every list, page, file and count goes through it.
 */
export function visibleAssessments(user: User | null): RawBuilder<boolean> {
  const { unSystem, organizationIds } = viewerOf(user);
  return sql<boolean>`CASE a.state WHEN 'DRAFT' THEN a.created_by::text = ${user?.id ?? ''} AND w.id = ANY (${organizationIds}::uuid[])
    ELSE w.id = ANY (${organizationIds}::uuid[]) OR (a.state = 'SIGNED' AND (a.audience = 'PUBLIC' OR (a.audience = 'UN_SYSTEM' AND ${unSystem}))) END`;
}
/** Those that are attached to a record are shown with it only to those who see the record. */
export type AssessmentFilter = { id?: string; ids?: readonly string[]; organization?: string | null; record?: string; signed?: boolean; first?: number };

/** The runs that a person sees, last changed first. Of the record that one is attached to only what everybody may know is read. */
export async function readAssessments(
  reader: Reader,
  user: User | null,
  { id, ids, organization, record, signed, first = 100 }: AssessmentFilter,
): Promise<AssessmentRow[]> {
  if (id?.includes('\0') || organization?.includes('\0') || ids?.some((one) => one.includes('\0'))) return [];
  const { unSystem } = viewerOf(user);
  return rowsOf(
    reader,
    sql<AssessmentRow>`
      SELECT a.id, a.shipped, a.title, a.state, a.content, a.outcome, a.edits, a.created_by AS "createdBy", a.updated_by AS "updatedBy", a.created_at AS "createdAt", a.updated_at AS "updatedAt",
        a.signed_at AS "signedAt", a.signed_as AS "signedAs", a.audience, a.publications, w.id AS "organizationId", w.slug AS "organizationSlug", w.content->>'shortName' AS "organizationName",
        CASE WHEN ${unSystem} THEN (SELECT p.name FROM person p WHERE p.id = a.created_by AND p.erased_at IS NULL) END AS writer,
        CASE WHEN ${unSystem} THEN (SELECT p.name FROM person p WHERE p.id = a.signed_by AND p.erased_at IS NULL) END AS signer,
        (SELECT json_build_object('kind', r.kind, 'slug', r.slug, 'title', r.title) FROM record r WHERE r.id = ${staying('a.record_id')} AND r.audience = 'PUBLIC' AND r.archived_at IS NULL) AS record,
        (SELECT row_to_json(x) FROM (SELECT ${editionColumns} FROM instrument_edition e LEFT JOIN record o ON o.id = e.organization_id WHERE e.id = a.edition_id) x) AS edition,
        CASE WHEN w.id = ANY (${viewerOf(user).organizationIds}::uuid[]) THEN (SELECT coalesce(json_agg(v ORDER BY v."writtenAt"), '[]') FROM (
          SELECT DISTINCT ON (v.line, v.written_by) v.line, v.line_hash AS "lineHash", v.agrees, v.text, v.written_by AS "writtenBy", (SELECT p.name FROM person p WHERE p.id = v.written_by AND p.erased_at IS NULL) AS name, v.written_at AS "writtenAt"
          FROM assessment_review v WHERE v.assessment_id = a.id ORDER BY v.line, v.written_by, v.written_at DESC, v.id DESC) v) ELSE '[]' END AS reviews,
        (SELECT coalesce(json_object_agg(l.line, l.written_by), '{}') FROM assessment_line l WHERE l.assessment_id = a.id) AS "lineWriters",
        (SELECT s.sequence::int FROM log_seal s WHERE s.subject = a.id::text ORDER BY s.sequence LIMIT 1) AS "logEntry"
      FROM assessment a JOIN record w ON w.id = a.organization_id
      WHERE ${visibleAssessments(user)} ${id ? sql`AND (a.id::text = ${id} OR a.shipped = ${id})` : sql``} ${ids ? sql`AND (a.id::text = ANY (${[...ids]}::text[]) OR a.shipped = ANY (${[...ids]}::text[]))` : sql``}
        ${organization ? sql`AND w.slug = ${organization}` : sql``} ${record ? sql`AND a.record_id = ANY (${withDoubles([record])})` : sql``} ${signed ? sql`AND a.state = 'SIGNED'` : sql``}
      ORDER BY a.updated_at DESC, a.id DESC LIMIT ${first}`,
  );
}

/** So many a form can offer; further ones are found in the library and their address is written. */
const POSSIBLE_MAX = 200;
/** What a signed run can belong to: projects and envisaged uses of its organization that everybody sees, by title. */
export const possibleRecords = (reader: Reader, { organizationId }: Pick<AssessmentRow, 'organizationId'>): Promise<NonNullable<AssessmentRow['record']>[]> =>
  rowsOf(
    reader,
    sql<NonNullable<AssessmentRow['record']>>`
      SELECT r.kind, r.slug, r.title FROM record r
      WHERE r.kind = 'PROJECT' AND ${visibleRecords(anyone)} AND ${ownedBy({ organizationIds: [organizationId] })}
      ORDER BY r.title, r.id LIMIT ${POSSIBLE_MAX}`,
  );
