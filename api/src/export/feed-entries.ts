import { type RawBuilder, sql } from 'kysely';
import { addressOf } from '#prisma/content/kinds.ts';
import type { Database } from '#prisma/database.ts';
import type { RecordKind } from '#prisma/generated/enums.ts';
import { anyone, type Viewer } from '#search/engine.ts';
import { visibleRecords } from '../records/policy.ts';
import { atom } from '../uptake/follow/feed.ts';

/** The head of an answer that is a feed. */
export const FEED = { 'content-type': 'application/atom+xml; charset=utf-8', 'cache-control': 'public, max-age=60' };
/** So many entries, the last changed first. */
const ENTRIES = 50;

/** A feed of the records that everybody sees and for which a condition on `record r` holds, the last changed first. One statement. */
export async function writeFeed(
  db: Database,
  condition: RawBuilder<unknown>,
  { title, page, self, baseUrl }: { title: string; page: string; self: string; baseUrl: string },
  viewer: Viewer = anyone,
): Promise<string> {
  const { rows } = await sql<{ kind: RecordKind; slug: string; title: string; summary: string; version: number; updatedAt: Date }>`
    SELECT r.kind, r.slug, r.title, r.summary, r.version, r.updated_at AS "updatedAt" FROM record r
    WHERE ${visibleRecords(viewer)} AND ${condition} ORDER BY r.updated_at DESC, r.id DESC LIMIT ${ENTRIES}`.execute(db);
  return atom({
    id: baseUrl + self,
    title,
    page: baseUrl + page,
    self: baseUrl + self,
    updated: (rows[0]?.updatedAt ?? new Date(0)).toISOString(),
    entries: rows.map((row) => {
      const address = baseUrl + addressOf(row.kind, row.slug);
      // A new version is a new entry for a reader of feeds.
      return { id: `${address}#version-${row.version}`, title: row.title, page: address, updated: row.updatedAt.toISOString(), summary: row.summary || null };
    }),
  });
}
