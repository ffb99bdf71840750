import { sql } from 'kysely';
import { ownersOf } from '#prisma/content/audience.ts';
import type { Database } from '#prisma/database.ts';
import type { Audience, RecordKind } from '#prisma/generated/enums.ts';
import type { Viewer } from '#search/engine.ts';
import { redact, seesAudience, shownRecords } from '../records/policy.ts';

type Content = Record<string, unknown>;
export type RevisionRow = {
  recordId: string;
  kind: RecordKind;
  slug: string;
  number: number;
  content: Content;
  previous: string | null;
  hash: string;
  sequence: number;
  author: string | null;
  authorName: string | null;
  authorDemo: boolean;
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
 * Each content is without what its own audiences or those of the live version keep for others: what was closed later is
 * closed in the history too, what was opened later stays closed in versions from before.
 */
export async function revisionsOf(db: Database, viewer: Viewer, kind: RecordKind, slug: string, numbers?: number[]): Promise<RevisionRow[]> {
  if (slug.includes('\0')) return [];
  const { rows } = await sql<RevisionRow & { liveContent: Content }>`
    SELECT r.id AS "recordId", r.kind, r.slug, v.number, v.content, v.previous, v.hash, v.sequence, v.author, p.name AS "authorName", coalesce(p.demo, false) AS "authorDemo", v.organization, v.reason, v.restores,
      v.created_at AS "createdAt", v.number = r.version AS live, r.archived_at AS "archivedAt", r.archived_reason AS "archivedReason", r.content AS "liveContent"
    FROM record r JOIN revision v ON v.record_id = r.id LEFT JOIN person p ON p.pseudonym = v.author
    WHERE r.kind = ${kind}::record_kind AND r.slug = ${slug} AND ${shownRecords(viewer)} ${numbers ? sql`AND v.number = ANY (${numbers}::int[])` : sql``}
    ORDER BY v.number DESC LIMIT 500`.execute(db);
  return rows
    .filter((row) => seesAudience(viewer, ownersOf(kind, row.liveContent))((row.content['audience'] as Audience | undefined) ?? 'PUBLIC'))
    .map(({ liveContent, ...row }) => {
      const owners = ownersOf(kind, liveContent);
      const own = redact(kind, row.content, viewer, owners);
      const { audiences, ...rest } = own;
      const live = liveContent['audiences'];
      const both = redact(kind, { ...rest, ...(live ? { audiences: live } : {}) }, viewer, owners);
      const { audiences: _, ...shown } = both;
      return { ...row, content: audiences ? { ...shown, audiences } : shown, authorName: viewer.unSystem || viewer.all ? row.authorName : null };
    });
}
