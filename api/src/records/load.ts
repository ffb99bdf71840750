import { type RawBuilder, sql } from 'kysely';
import { audienceOf, sections, sectionValue } from '#prisma/content/audience.ts';
import { lift } from '#prisma/content/shape.ts';
import type { Audience, RecordKind } from '#prisma/generated/enums.ts';
import type { Viewer } from '#search/engine.ts';
import type { FacetEntry } from './facets.ts';
import { asking, ownedBy, redact, visibleRecords, withForeign } from './policy.ts';
import { type Reader, rowsOf } from './query-batch.ts';

/** A record as it is loaded for the API; `content` is loaded on demand where a list did not need it. */
export type RecordRow = {
  id: string;
  kind: RecordKind;
  slug: string;
  sourceKey: string | null;
  position: number;
  title: string;
  summary: string;
  /** In which its texts are written (BCP 47). */
  language: string;
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
  /** Of a mitigation, where a link to it was read: who says that it answers the risk. */
  pairedBy?: 'SOURCE' | 'EDITORS' | null;
  /** Until when it counts as fresh, where the whole record was read: a day, when it was confirmed last, and how many days ago the day was. */
  verifyBy?: string;
  verifiedAt?: Date | string | null;
  past?: number;
  /** It names people to write to, whom this viewer would see signed in. */
  contactsWithheld?: boolean;
  /** Of what is only proposed: the live record that it would be a version of. */
  preview?: { record: string | null };
  /** Read beside the rows of a list, which name it: without summary, hash, key and moments. `wholeOf` (record.ts) reads them where they are asked for. */
  brief?: true;
  /** Its filter values, once they were decoded (record.ts). */
  decoded?: Promise<FacetEntry[]>;
};

const columns = (r: string) =>
  `${r}.id, ${r}.kind, ${r}.slug, ${r}.source_key AS "sourceKey", ${r}.position, ${r}.title, ${r}.summary, ${r}.language, ${r}.audience, ${r}.version, ${r}.hash, ${r}.facets, ${r}.created_at AS "createdAt", ${r}.updated_at AS "updatedAt"`;
export const recordColumns = sql.raw(columns('r'));
/** What most lists show of the records that their rows name. */
export const briefColumns = sql.raw('r.id, r.kind, r.slug, r.position, r.title, r.language, r.audience, r.version, r.facets, true AS brief');
/** A record under another alias, with the names of an organization, as one JSON column. */
export const recordJson = (alias: string) =>
  sql.raw(`(SELECT row_to_json(x) FROM (SELECT ${columns(alias)}, ${alias}.content->>'shortName' AS "shortName", ${alias}.content->>'name' AS name) x)`);

/** The names of an organization; of other kinds nothing is read from the content, which is long and stored apart. */
export const namesOf = (kind: RecordKind): RawBuilder<unknown> =>
  kind === 'ORGANIZATION' ? sql.raw(`r.content->>'shortName' AS "shortName", r.content->>'name' AS name`) : sql.raw('NULL AS "shortName", NULL AS name');

/** What one record is found by; a goal's position is its number. */
export type Address = { slug: string } | { sourceKey: string } | { id: string } | { position: number };

/** The one live record of an address as a condition on table `record` under the alias r. */
export function atAddress(viewer: Viewer, kind: RecordKind, by: Address): RawBuilder<unknown> {
  // No text of the database can hold the character NUL; asked for it, PostgreSQL answers with an error.
  if (String(Object.values(by)[0]).includes('\0')) return sql`false`;
  const condition =
    'slug' in by
      ? sql`r.slug = ${by.slug}`
      : 'sourceKey' in by
        ? sql`r.source_key = ${by.sourceKey}`
        : 'id' in by
          ? sql`r.id = ${by.id}::uuid`
          : sql`r.position = ${by.position}::int`;
  return sql`r.kind = ${kind}::record_kind AND ${condition} AND ${visibleRecords(asking(viewer, [kind]))}`;
}

/** Whether a content names people to write to, for all of the UN system. */
const namesContacts = (kind: RecordKind, content: Record<string, unknown>): boolean => {
  const section = sections[kind]?.['contacts'];
  return section !== undefined && audienceOf(content, 'contacts', section) === 'UN_SYSTEM' && sectionValue(kind, content, 'contacts') !== undefined;
};

/** One live record by its public address, or null when it does not exist or is not this viewer's to see. */
export async function findRecord(reader: Reader, viewer: Viewer, kind: RecordKind, by: Address): Promise<RecordRow | null> {
  const rows = await rowsOf(
    reader,
    sql<RecordRow & { owned: boolean }>`
    SELECT ${recordColumns}, r.content, ${ownedBy(viewer)} AS owned, r.verify_by::text AS "verifyBy", r.verified_at AS "verifiedAt", (CURRENT_DATE - r.verify_by)::int AS past
    FROM record r WHERE ${atAddress(viewer, kind, by)}`,
  );
  if (!rows[0]) return null;
  const { owned, ...row } = rows[0];
  const whole = lift(kind, row.content);
  return { ...row, content: redact(kind, whole, viewer, owned), contactsWithheld: !viewer.unSystem && namesContacts(kind, whole) };
}

/** The contents of records that the viewer was already shown, each without the sections that are for others. */
export async function contentsOf(reader: Reader, viewer: Viewer, ids: readonly string[]): Promise<Record<string, unknown>[]> {
  const rows = await rowsOf(
    reader,
    sql<{ id: string; kind: RecordKind; content: Record<string, unknown>; owned: boolean }>`
    SELECT r.id, r.kind, r.content, ${ownedBy(viewer)} AS owned FROM record r WHERE r.id = ANY(${ids as string[]}::uuid[])`,
  );
  const byId = new Map(rows.map((row) => [row.id, redact(row.kind, lift(row.kind, row.content), viewer, row.owned)]));
  return ids.map((id) => byId.get(id) ?? {});
}

/** Live records by id, null for those that are absent or not this viewer's to see; without their contents. */
export async function recordsOf(reader: Reader, viewer: Viewer, ids: readonly string[]): Promise<(RecordRow | null)[]> {
  const rows = await rowsOf(
    reader,
    sql<RecordRow>`
    SELECT ${recordColumns}, r.content->>'shortName' AS "shortName", r.content->>'name' AS name
    FROM record r WHERE r.id = ANY (${ids as string[]}::uuid[]) AND ${visibleRecords(withForeign(viewer))}`,
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
}

/**
 * Live records by the addresses of their pages, with their contents, in the order asked; those that are absent, or not this
 * viewer's to see, are left out.
 * @param addresses kinds and slugs
 */
export async function recordsAtAddresses(reader: Reader, viewer: Viewer, addresses: readonly { kind: RecordKind; slug: string }[]): Promise<RecordRow[]> {
  const asked = addresses.filter(({ slug }) => !slug.includes('\0'));
  if (asked.length === 0) return [];
  const rows = await rowsOf(
    reader,
    sql<RecordRow & { owned: boolean }>`
    SELECT ${recordColumns}, r.content, ${ownedBy(viewer)} AS owned, r.content->>'shortName' AS "shortName", r.content->>'name' AS name
    FROM unnest(${asked.map(({ kind }) => kind)}::record_kind[], ${asked.map(({ slug }) => slug)}::text[]) WITH ORDINALITY AS a (kind, slug, place)
    JOIN record r ON r.kind = a.kind AND r.slug = a.slug WHERE ${visibleRecords(withForeign(viewer))} ORDER BY a.place`,
  );
  return rows.map(({ owned, ...row }) => ({ ...row, content: redact(row.kind, lift(row.kind, row.content), viewer, owned) }));
}
