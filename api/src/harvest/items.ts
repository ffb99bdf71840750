import { type RawBuilder, sql } from 'kysely';
import { kinds } from '#prisma/content/kinds.ts';
import type { Database } from '#prisma/database.ts';
import { RecordKind } from '#prisma/generated/enums.ts';
import { anyone } from '#search/engine.ts';
import { visibleRecords } from '../records/policy.ts';

// What OAI-PMH calls items: every record that everybody may read, and every one that everybody could read once. Of these only
// that they are gone is told, and what they were is not.

/** One record, or what is left to say of one that is no longer public. */
export type Item = {
  id: string;
  /** When it last changed, to the microsecond, in UTC: "2026-11-30T12:00:00.000000Z". */
  at: string;
  deleted: boolean;
  kind: RecordKind;
  slug: string;
  title: string;
  summary: string;
  language: string;
  version: number;
  createdAt: Date;
  updatedAt: Date;
  /** Its public filter values as "facet:value". */
  facets: string[];
  /** The organizations whose record it is; of one that is gone, those that its last public version named. */
  owners: { slug: string; name: string }[];
  /** The places that its statements rest on, at most 200. */
  cited: { slug: string; title: string; place: string }[];
};

/** A part of the library that can be harvested alone: a kind of record, or what is of an organization. */
export type ItemSet = { kind: RecordKind } | { organization: string };
export const setNameOf = (set: ItemSet): string => ('kind' in set ? `kind:${set.kind.toLowerCase()}` : `organization:${set.organization}`);

/** "kind:project" as a set; null for what is none by its form. */
export function readSet(name: string): ItemSet | null {
  const [, what = '', value = ''] = /^(kind|organization):([a-z0-9_-]+)$/.exec(name) ?? [];
  if (what === 'organization') return { organization: value };
  return what === 'kind' && Object.hasOwn(RecordKind, value.toUpperCase()) ? { kind: value.toUpperCase() as RecordKind } : null;
}

const live = visibleRecords(anyone);
/** The last version that everybody could read. */
const lastPublic = sql`(SELECT v.content FROM revision v WHERE v.record_id = r.id AND coalesce(v.content->>'audience', 'PUBLIC') = 'PUBLIC' ORDER BY v.number DESC LIMIT 1)`;
const wasPublic = sql<boolean>`(NOT (${live}) AND EXISTS (SELECT FROM revision v WHERE v.record_id = r.id AND coalesce(v.content->>'audience', 'PUBLIC') = 'PUBLIC'))`;
/** Whether an organization `o` stands among the owners in a content `c`, by its short name or its address. */
const namedIn = sql<boolean>`(c->'owners' ?| names OR c->'organizations' ?| names OR c->>'organization' = ANY (names))`;
const namesOfOwner = sql`ARRAY[o.content->>'shortName', o.slug]`;
const ownersThen = sql`(SELECT coalesce(json_agg(json_build_object('slug', o.slug, 'name', o.title) ORDER BY o.slug), '[]') FROM record o, LATERAL (SELECT ${lastPublic} AS c, ${namesOfOwner} AS names) n WHERE o.kind = 'ORGANIZATION' AND ${visibleRecords(anyone, 'o')} AND ${namedIn})`;
const ownersNow = sql`(SELECT coalesce(json_agg(json_build_object('slug', o.slug, 'name', o.title) ORDER BY o.slug), '[]') FROM record_owner own JOIN record o ON o.id = own.organization_id WHERE own.record_id = r.id AND ${visibleRecords(anyone, 'o')})`;
const citedNow = sql`(SELECT coalesce(json_agg(c ORDER BY c.slug, c.place), '[]') FROM (
  SELECT DISTINCT s.slug, coalesce(s.content->>'symbol', s.title) AS title, c.place FROM citation c JOIN record s ON s.id = c.source_id WHERE c.record_id = r.id AND ${visibleRecords(anyone, 's')} LIMIT 200) c)`;
/**
 * When a record ceased to be public: with the first version that was not, or when it was taken out. What is done to it since is for
 * those who see it.
 */
const goneAt = sql<Date>`coalesce((SELECT min(v.created_at) FROM revision v WHERE v.record_id = r.id
  AND v.number > (SELECT max(o.number) FROM revision o WHERE o.record_id = r.id AND coalesce(o.content->>'audience', 'PUBLIC') = 'PUBLIC')), r.archived_at, r.updated_at)`;
/** A moment with its microseconds, which a JavaScript date has not. */
const moment = sql`to_char(r.told AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

const inSet = (set: ItemSet): RawBuilder<boolean> =>
  'kind' in set
    ? sql<boolean>`r.kind = ${set.kind}::record_kind`
    : sql<boolean>`EXISTS (SELECT FROM record o WHERE o.kind = 'ORGANIZATION' AND o.slug = ${set.organization} AND ${visibleRecords(anyone, 'o')} AND CASE WHEN ${live}
        THEN EXISTS (SELECT FROM record_owner own WHERE own.record_id = r.id AND own.organization_id = o.id)
        ELSE (SELECT ${namedIn} FROM (SELECT ${lastPublic} AS c, ${namesOfOwner} AS names) n) END)`;

type Wanted = {
  set?: ItemSet | undefined;
  /** The first and the last second, as ISO 8601 in UTC. */
  from?: string | undefined;
  until?: string | undefined;
  /** The item after which the page begins. */
  after?: { at: string; id: string } | undefined;
  id?: string | undefined;
  limit: number;
};

/**
 * Items in the order in which they changed, oldest first, so that whoever reads page after page misses nothing that changes
 * meanwhile: it comes again at the end. One statement.
 */
export async function itemsOf(db: Database, { set, from, until, after, id, limit }: Wanted): Promise<Item[]> {
  const within = (which: RawBuilder<unknown>, at: RawBuilder<unknown>) =>
    sql.join(
      [
        which,
        ...(set ? [inSet(set)] : []),
        ...(from ? [sql`${at} >= ${from}::timestamptz`] : []),
        ...(until ? [sql`${at} < ${until}::timestamptz + interval '1 second'`] : []),
        ...(after ? [sql`(${at}, r.id) > (${after.at}::timestamptz, ${after.id}::uuid)`] : []),
        ...(id ? [sql`r.id = ${id}::uuid`] : []),
      ],
      sql` AND `,
    );
  const { rows } = await sql<Item>`
    WITH page AS (SELECT * FROM (
      (SELECT r.*, false AS gone, r.updated_at AS told FROM record r WHERE ${within(live, sql`r.updated_at`)} ORDER BY r.updated_at, r.id LIMIT ${limit})
      UNION ALL (SELECT r.*, true, g.at FROM record r CROSS JOIN LATERAL (SELECT ${goneAt} AS at) g WHERE ${within(wasPublic, sql`g.at`)} ORDER BY g.at, r.id LIMIT ${limit})) r
      ORDER BY r.told, r.id LIMIT ${limit})
    SELECT r.id, ${moment} AS at, r.gone AS deleted, r.kind, r.slug, r.title, r.summary, r.language, r.version, r.created_at AS "createdAt", r.told AS "updatedAt", r.facet_keys AS facets,
      CASE WHEN r.gone THEN ${ownersThen} ELSE ${ownersNow} END AS owners, CASE WHEN r.gone THEN '[]'::json ELSE ${citedNow} END AS cited
    FROM page r ORDER BY r.told, r.id`.execute(db);
  return rows;
}

/** The sets that something is in, each with what it is called. */
export async function setsOf(db: Database): Promise<{ name: string; called: string }[]> {
  const { rows } = await sql<{ slug: string; title: string }>`
    SELECT o.slug, o.title FROM record o WHERE o.kind = 'ORGANIZATION' AND ${visibleRecords(anyone, 'o')}
      AND EXISTS (SELECT FROM record_owner own JOIN record r ON r.id = own.record_id WHERE own.organization_id = o.id AND ${live}) ORDER BY o.slug`.execute(db);
  return [
    ...Object.values(kinds).map(({ kind, path }) => ({ name: setNameOf({ kind }), called: `Kind: ${path.slice(1)}` })),
    ...rows.map(({ slug, title }) => ({ name: setNameOf({ organization: slug }), called: `Of ${title}` })),
  ];
}

/** The second of the first change that is told of; of an empty library the first of 1970. */
export async function earliest(db: Database): Promise<string> {
  const { rows } = await sql<{
    at: Date | null;
  }>`SELECT least((SELECT r.updated_at FROM record r WHERE ${live} ORDER BY r.updated_at LIMIT 1), (SELECT min(${goneAt}) FROM record r WHERE ${wasPublic})) AS at`.execute(
    db,
  );
  return secondOf(rows[0]?.at ?? new Date(0));
}

/** A moment to the second: "2026-11-30T12:00:00Z". */
export const secondOf = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`;
