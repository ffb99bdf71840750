import { type RawBuilder, sql } from 'kysely';
import type { RecordKind } from '#prisma/generated/enums.ts';
import type { Viewer } from '#search/engine.ts';
import { limits, tooMuch } from '../allowance.ts';
import { visibleBeyondPublic, visibleRecords } from './policy.ts';
import { type Reader, rowsOf } from './query-batch.ts';
import { type Address, atAddress, briefColumns, type RecordRow, recordColumns } from './load.ts';

/** At most so many linked records of one relation and kind are read for a page; `total` says how many there are. */
const LINKS_PER_RELATION = 100;
/** And so many for all records whose links are asked for at the same time. */
const LINKS_AT_ONCE = limits.nodes;

export type Linked = {
  relation: string;
  /** OUT: this record says it of the other. IN: the other says it of this one. */
  direction: 'OUT' | 'IN';
  // biome-ignore lint/suspicious/noExplicitAny: what a link carries depends on its relation; the concept's type file reads it.
  data: any;
  total: number;
  record: RecordRow;
};

/**
 * What a batch of links is asked for by: a record's id, for all its links, or the id and the relations that are wanted.
 * A list that shows owners then does not read every lesson that mentions its rows.
 * @param direction where only what the record says itself is wanted, or only what is said of it; what is said of it costs most
 */
export const linkKey = (id: string, relations: readonly string[] = [], direction?: 'OUT' | 'IN'): string =>
  relations.length > 0 ? [id, ...relations.map((relation) => `${marks[direction ?? 'BOTH']}${relation}`)].join(' ') : id;
const marks = { OUT: '>', IN: '<', BOTH: '' } as const;
const relationOf = (wanted: string) => wanted.replace(/^[<>]/, '');

/**
 * What nobody wrote down but follows from the data, for the page of one project: the standards to be read for its uses. Found among
 * the standards ("IS TRUE"): by the filter values every project with these uses would be found too.
 */
const computedEdges = sql`
  UNION ALL
  (SELECT o.id, r.id, 'TO_READ', 'OUT', NULL, r.position
   FROM own JOIN record o ON o.id = own.id AND o.kind = 'PROJECT'
   JOIN record r ON r.kind = 'STANDARD' AND (r.facet_keys && (SELECT array_agg(k) FROM unnest(o.facet_keys) k WHERE k LIKE 'use:%')) IS TRUE
   ORDER BY r.position LIMIT 20)`;

type LinkRow = { own: string; relation: string; direction: 'OUT' | 'IN'; data: unknown; total: number } & Omit<RecordRow, 'content'> & { linkPosition: number };

/**
 * The links in both directions, each with the other record. What names a record may be half the library: it is read in its order
 * as far as it is shown, and how much there is of it is kept by triggers (link_count); what is not for everybody is counted here.
 * @param own selects the ids of the records whose links are wanted
 * @param out relations of which what the records say themselves is wanted; all of them where this is null
 * @param into those of which what others say of the records is wanted; all of them where `out` is null
 * @param computed whether what follows from the data is wanted too
 */
const linkRows = (viewer: Viewer, own: RawBuilder<unknown>, out: readonly string[] | null, into: readonly string[], computed: boolean) => {
  const wanted = (relations: readonly string[]) => (out ? sql`AND l.relation = ANY(${relations as string[]}::text[])` : sql``);
  const columns = sql`${out ? briefColumns : recordColumns},
        CASE WHEN r.kind = 'ORGANIZATION' THEN r.content->>'shortName' END AS "shortName", CASE WHEN r.kind = 'ORGANIZATION' THEN r.content->>'name' END AS name,
        CASE WHEN r.kind = 'MITIGATION' THEN r.content->>'pairedBy' END AS "pairedBy"`;
  const outward = sql`edge AS (
      SELECT own.id AS own, l.to_id AS other, l.relation, 'OUT' AS direction, l.data, l.position FROM own JOIN link l ON l.from_id = own.id ${wanted(out ?? [])}
      ${computed ? computedEdges : sql``}
    ),
    outward AS (
      SELECT edge.own, edge.relation, edge.direction, edge.data, edge.position AS "linkPosition", ${columns},
        count(*) OVER (PARTITION BY edge.own, edge.relation, edge.direction, r.kind)::int AS total,
        row_number() OVER (PARTITION BY edge.own, edge.relation, edge.direction, r.kind ORDER BY edge.position, r.position, r.id) AS rank
      FROM edge JOIN record r ON r.id = edge.other
      WHERE ${visibleRecords(viewer)}
    )`;
  const inward = sql`naming AS (
      SELECT own, relation, kind, sum(number)::int AS total FROM (
        SELECT own.id AS own, l.relation, l.kind, l.change AS number, NULL::uuid AS who FROM own JOIN link_count l ON l.to_id = own.id ${wanted(into)}
        UNION ALL SELECT DISTINCT l.to_id, l.relation, l.from_kind, 1, l.from_id FROM record r JOIN link l ON l.from_id = r.id WHERE ${visibleBeyondPublic(viewer)} AND l.to_id IN (SELECT id FROM own) ${wanted(into)}
      ) counted GROUP BY own, relation, kind HAVING sum(number) > 0
    ),
    inward AS (
      SELECT naming.own, naming.relation, 'IN' AS direction, theirs.*, naming.total, 0 AS rank
      FROM naming CROSS JOIN LATERAL (
        SELECT l.data, l.position AS "linkPosition", ${columns} FROM link l JOIN record r ON r.id = l.from_id
        WHERE l.to_id = naming.own AND l.relation = naming.relation AND l.from_kind = naming.kind AND ${visibleRecords(viewer)}
        ORDER BY l.position, l.from_position, l.from_id LIMIT ${LINKS_PER_RELATION}) theirs
    )`;
  // What nobody wants is not planned either: planning takes as long as reading twenty rows does.
  const sides = [
    ...(!out || out.length > 0 ? [{ made: outward, read: sql`SELECT * FROM outward WHERE rank <= ${LINKS_PER_RELATION}` }] : []),
    ...(!out || into.length > 0 ? [{ made: inward, read: sql`SELECT * FROM inward` }] : []),
  ];
  return sql<LinkRow>`
    WITH own AS MATERIALIZED (${own}), ${sql.join(sides.map(({ made }) => made))}
    SELECT * FROM (${sql.join(
      sides.map(({ read }) => read),
      sql` UNION ALL `,
    )}) links
    ORDER BY own, direction DESC, relation, "linkPosition", position, id LIMIT ${LINKS_AT_ONCE + 1}`;
};
const linked = ({ own: _own, relation, direction, data, total, ...record }: LinkRow): Linked => ({ relation, direction, data, total, record });

/**
 * The links of one record by its address.
 * @param computed whether what follows from the data is wanted too: standards to read
 */
export const linksAt = async (reader: Reader, viewer: Viewer, kind: RecordKind, by: Address, computed: boolean): Promise<Linked[]> =>
  (await rowsOf(reader, linkRows(viewer, sql`SELECT r.id FROM record r WHERE ${atAddress(viewer, kind, by)}`, null, [], computed))).map(linked);

/**
 * The links of many records; for one record also what follows from the data.
 * @param keys ids, or ids with relations (`linkKey`)
 * @throws GraphQLError TOO_MUCH where all of them together have more links than an answer may have items
 */
export async function linksOf(reader: Reader, viewer: Viewer, keys: readonly string[]): Promise<Linked[][]> {
  const asked = keys.map((key) => key.split(' '));
  const ids = [...new Set(asked.map(([id]) => id as string))];
  const all = asked.some((one) => one.length === 1);
  const side = (other: string) => [...new Set(asked.flatMap(([, ...wanted]) => wanted.filter((one) => !one.startsWith(other)).map(relationOf)))];
  const [out, into] = all ? [null, []] : [side(marks.IN), side(marks.OUT)];
  const computed = all && ids.length === 1;
  const byOwn = new Map<string, Linked[]>();
  const rows = await rowsOf(reader, linkRows(viewer, sql`SELECT unnest(${ids}::uuid[]) AS id`, out, into, computed));
  if (rows.length > LINKS_AT_ONCE) throw tooMuch();
  for (const row of rows) {
    const list = byOwn.get(row.own);
    if (list) list.push(linked(row));
    else byOwn.set(row.own, [linked(row)]);
  }
  return asked.map(([id, ...only]) => {
    const found = byOwn.get(id as string) ?? [];
    return only.length > 0 ? found.filter((link) => only.some((one) => relationOf(one) === link.relation)) : found;
  });
}
