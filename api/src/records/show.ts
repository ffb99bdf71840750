import { type RawBuilder, sql } from 'kysely';
import type { Database } from '#prisma/database.ts';
import type { Audience, RecordKind } from '#prisma/generated/enums.ts';
import type { Viewer } from '#search/engine.ts';
import type { FacetEntry } from './facets.ts';
import { redact, visibleRecords } from './policy.ts';

/** A record as it is loaded for the API; `content` is loaded on demand where a list did not need it. */
export type RecordRow = {
  id: string;
  kind: RecordKind;
  slug: string;
  sourceKey: string | null;
  position: number;
  title: string;
  summary: string;
  audience: Audience;
  version: number;
  hash: string;
  facets: string;
  createdAt: Date | string;
  updatedAt: Date | string;
  // biome-ignore lint/suspicious/noExplicitAny: the concept's type file gives it its content's type.
  content?: any;
  /** Of an organization, where a list or link needs only its names. */
  shortName?: string | null;
  name?: string | null;
  /** Until when it counts as fresh, where the whole record was read: a day, when it was confirmed last, and how many days ago the day was. */
  verifyBy?: string;
  verifiedAt?: Date | null;
  past?: number;
  /** Its filter values, once they were decoded (record.ts). */
  decoded?: Promise<FacetEntry[]>;
};

export const recordColumns = sql.raw(
  'r.id, r.kind, r.slug, r.source_key AS "sourceKey", r.position, r.title, r.summary, r.audience, r.version, r.hash, r.facets, r.created_at AS "createdAt", r.updated_at AS "updatedAt"',
);

/** The names of an organization; of other kinds nothing is read from the content, which is long and stored apart. */
export const namesOf = (kind: RecordKind): RawBuilder<unknown> =>
  kind === 'ORGANIZATION' ? sql.raw(`r.content->>'shortName' AS "shortName", r.content->>'name' AS name`) : sql.raw('NULL AS "shortName", NULL AS name');

/** One live record by its public address, or null when it does not exist or is not this viewer's to see. */
export async function findRecord(
  db: Database,
  viewer: Viewer,
  kind: RecordKind,
  by: { slug: string } | { sourceKey: string } | { id: string },
): Promise<RecordRow | null> {
  // No text of the database can hold the character NUL; asked for it, PostgreSQL answers with an error.
  if (Object.values(by)[0]?.includes('\0')) return null;
  const condition = 'slug' in by ? sql`r.slug = ${by.slug}` : 'sourceKey' in by ? sql`r.source_key = ${by.sourceKey}` : sql`r.id = ${by.id}`;
  const { rows } = await sql<RecordRow>`
    SELECT ${recordColumns}, r.content, r.verify_by::text AS "verifyBy", r.verified_at AS "verifiedAt", (CURRENT_DATE - r.verify_by)::int AS past FROM record r WHERE r.kind = ${kind}::record_kind AND ${condition} AND ${visibleRecords(viewer)}`.execute(
    db,
  );
  return rows[0] ? { ...rows[0], content: redact(kind, rows[0].content, viewer) } : null;
}

/** The contents of records that the viewer was already shown, each without the sections that are for others. */
export async function contentsOf(db: Database, viewer: Viewer, ids: readonly string[]): Promise<Record<string, unknown>[]> {
  const { rows } = await sql<{
    id: string;
    kind: RecordKind;
    content: Record<string, unknown>;
  }>`SELECT id, kind, content FROM record WHERE id = ANY(${ids as string[]}::uuid[])`.execute(db);
  const byId = new Map(rows.map((row) => [row.id, redact(row.kind, row.content, viewer)]));
  return ids.map((id) => byId.get(id) ?? {});
}

/** Live records by id, null for those that are absent or not this viewer's to see; without their contents. */
export async function recordsOf(db: Database, viewer: Viewer, ids: readonly string[]): Promise<(RecordRow | null)[]> {
  const { rows } = await sql<RecordRow>`
    SELECT ${recordColumns}, r.content->>'shortName' AS "shortName", r.content->>'name' AS name
    FROM record r WHERE r.id = ANY (${ids as string[]}::uuid[]) AND ${visibleRecords(viewer)}`.execute(db);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
}
