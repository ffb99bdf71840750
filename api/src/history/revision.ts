import { type RawBuilder, sql } from 'kysely';
import { hiddenSections, sectionValue, withoutSections } from '#prisma/content/audience.ts';
import { lift } from '#prisma/content/shape.ts';
import type { Database } from '#prisma/database.ts';
import type { RecordKind } from '#prisma/generated/enums.ts';
import { hashOf } from '#prisma/hash.ts';
import type { Viewer } from '#search/engine.ts';
import { ownedBy, seesAudience, shownAs, shownRecords } from '../records/policy.ts';
import { type Reader, rowsOf } from '../records/query-batch.ts';

type Content = Record<string, unknown>;
export type RevisionRow = {
  recordId: string;
  kind: RecordKind;
  slug: string;
  number: number;
  /** As far as the viewer sees it, in today's shape. */
  content: Content;
  /** The same as it was written: what is sealed in the log. */
  stored: Content;
  /** Whether the viewer sees all of it. */
  whole: boolean;
  previous: string | null;
  hash: string;
  sequence: number;
  author: string | null;
  authorName: string | null;
  authorDemo: boolean;
  /** Who else saved or submitted the draft it was published from, by name; empty for members of nothing, and where no draft is kept. */
  others: { name: string; demo: boolean }[];
  organization: string | null;
  reason: string;
  restores: number | null;
  createdAt: Date;
  live: boolean;
  archivedAt: Date | null;
  archivedReason: string | null;
};

/**
 * The versions of a record that a viewer sees, newest first; archived records too, so that a cited address stays good.
 * @param numbers these alone, or the one of today
 */
export async function revisionsOf(db: Database, viewer: Viewer, kind: RecordKind, slug: string, numbers?: number[] | 'LIVE'): Promise<RevisionRow[]> {
  if (slug.includes('\0')) return [];
  const these = numbers === 'LIVE' ? sql`AND v.number = r.version` : numbers ? sql`AND v.number = ANY (${numbers}::int[])` : sql``;
  return revisionsWhere(db, viewer, sql<boolean>`r.kind = ${kind}::record_kind AND r.slug = ${slug} ${these}`, 500);
}

/**
 * Those of the versions that a condition on the record `r` and its version `v` names that a viewer sees, the newest of each record first.
 * Each content is without what its own audiences or those of the live version keep for others: what was closed later is
 * closed in the history too, what was opened later stays closed in versions from before. What people gave as the reason of
 * a version is for those who see all that it changed.
 * @param most how many versions are read at most
 */
export async function revisionsWhere(reader: Reader, viewer: Viewer, condition: RawBuilder<boolean>, most: number): Promise<RevisionRow[]> {
  const rows = await rowsOf(
    reader,
    sql<RevisionRow & { liveContent: Content; owned: boolean; previousContent: Content | null }>`
    SELECT r.id AS "recordId", r.kind, r.slug, v.number, v.content, v.previous, v.hash, v.sequence, v.author, p.name AS "authorName", coalesce(p.demo, false) AS "authorDemo", v.organization, v.reason, v.restores,
      v.created_at AS "createdAt", v.number = r.version AS live, r.archived_at AS "archivedAt", r.archived_reason AS "archivedReason", r.content AS "liveContent", ${ownedBy(viewer)} AS owned, b.content AS "previousContent",
      (SELECT coalesce(json_agg(json_build_object('name', e.name, 'demo', e.demo) ORDER BY array_position(d.editors, e.id)), '[]') FROM draft d JOIN person e ON e.id = ANY (d.editors)
        WHERE d.record_id = r.id AND d.published_version = v.number AND d.state = 'LIVE' AND e.pseudonym <> v.author) AS others
    FROM record r JOIN revision v ON v.record_id = r.id LEFT JOIN revision b ON b.record_id = v.record_id AND b.number = v.number - 1 AND v.reason <> '' LEFT JOIN person p ON p.pseudonym = v.author
    WHERE ${condition} AND ${shownRecords(viewer)} AND ${shownAs(viewer, sql`coalesce(v.content->>'audience', 'PUBLIC')`)}
    ORDER BY r.kind, r.position, r.id, v.number DESC LIMIT ${sql.lit(most)}`,
  );
  return rows.map(({ kind, liveContent: live, owned, previousContent: before, content: stored, ...row }) => {
    const [liveContent, content] = [lift(kind, live), lift(kind, stored)];
    const previousContent = before && lift(kind, before);
    const sees = seesAudience(viewer, owned);
    const hidden = new Set([liveContent, content].flatMap((one) => [...hiddenSections(kind, one, sees)]));
    const told =
      row.author === null ||
      ![...hidden, ...(previousContent ? hiddenSections(kind, previousContent, sees) : [])].some((name) => changed(kind, content, previousContent, name));
    const shown = withoutSections(kind, content, hidden);
    return {
      ...row,
      kind,
      content: shown,
      stored: withoutSections(kind, stored, hidden),
      whole: shown === content,
      reason: told ? row.reason : '',
      authorName: viewer.unSystem || viewer.all ? row.authorName : null,
      others: viewer.unSystem || viewer.all ? row.others : [],
    };
  });
}

const changed = (kind: RecordKind, content: Content, previous: Content | null, name: string): boolean =>
  hashOf(sectionValue(kind, content, name) ?? null) !== hashOf((previous && sectionValue(kind, previous, name)) ?? null);
