import { type RawBuilder, sql } from 'kysely';
import type { RecordKind } from '#prisma/generated/enums.ts';
import type { Viewer } from '#search/engine.ts';
import { limits, tooMuch } from '../allowance.ts';
import { visibleRecords } from './policy.ts';
import { type Reader, rowsOf } from './reads.ts';
import { type Address, atAddress, type RecordRow, recordColumns } from './show.ts';

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
 */
export const linkKey = (id: string, relations: readonly string[] = []): string => (relations.length > 0 ? `${id} ${relations.join(' ')}` : id);

/** So many projects are compared with one: the last ones of the library, and some with the same owners or vendors. */
const COMPARED = 500;
const COMPARED_PER_LINK = 100;

/**
 * What nobody wrote down but follows from the data, for the page of one project: the six visible projects that share
 * most with it, and the standards to be read for its uses. In a library of at most five hundred projects all are
 * compared. In a larger one a search for all that share anything would find most of it, so the work is limited.
 */
const computedEdges = (viewer: Viewer) => sql`
  UNION ALL
  (SELECT o.id, s.id, 'SIMILAR', 'OUT', jsonb_build_object('shared', s.shared), 1000 - s.score
   FROM own JOIN record o ON o.id = own.id AND o.kind = 'PROJECT'
   CROSS JOIN LATERAL (
     SELECT c.id, sum(w.score)::int AS score, array_agg(w.key ORDER BY w.score DESC, w.key) AS shared
     FROM (
       (SELECT r.id, r.facet_keys FROM record r WHERE r.kind = 'PROJECT' AND ${visibleRecords(viewer)} ORDER BY r.position DESC, r.id DESC LIMIT ${COMPARED})
       UNION
       (SELECT r.id, r.facet_keys FROM link mine
        CROSS JOIN LATERAL (SELECT theirs.from_id FROM link theirs WHERE theirs.to_id = mine.to_id AND theirs.relation = mine.relation LIMIT ${COMPARED_PER_LINK}) near
        JOIN record r ON r.id = near.from_id
        WHERE mine.from_id = o.id AND mine.relation IN ('OWNER', 'ENGAGEMENT') AND r.kind = 'PROJECT' AND ${visibleRecords(viewer)})
     ) c
     JOIN (
       SELECT key, CASE split_part(key, ':', 1) WHEN 'use' THEN 3 WHEN 'country' THEN 2 WHEN 'platform' THEN 2 WHEN 'vendor' THEN 2 WHEN 'organization' THEN 1 END AS score FROM unnest(o.facet_keys) key
     ) w ON w.score IS NOT NULL AND w.key = ANY (c.facet_keys)
     WHERE c.id <> o.id
     GROUP BY c.id HAVING sum(w.score) >= 3 ORDER BY 2 DESC, c.id LIMIT 6) s)
  UNION ALL
  (SELECT o.id, r.id, 'TO_READ', 'OUT', NULL, r.position
   FROM own JOIN record o ON o.id = own.id AND o.kind = 'PROJECT'
   JOIN record r ON r.kind = 'STANDARD' AND r.facet_keys && (SELECT array_agg(k) FROM unnest(o.facet_keys) k WHERE k LIKE 'use:%')
   ORDER BY r.position LIMIT 20)`;

type LinkRow = { own: string; relation: string; direction: 'OUT' | 'IN'; data: unknown; total: number } & Omit<RecordRow, 'content'> & { linkPosition: number };

/**
 * The links in both directions, each with the other record.
 * @param own selects the ids of the records whose links are wanted
 * @param wanted a condition on the links
 * @param computed whether what follows from the data is wanted too
 */
const linkRows = (viewer: Viewer, own: RawBuilder<unknown>, wanted: RawBuilder<unknown>, computed: boolean) => sql<LinkRow>`
    WITH own AS (${own}),
    edge AS (
      SELECT own.id AS own, l.to_id AS other, l.relation, 'OUT' AS direction, l.data, l.position FROM own JOIN link l ON l.from_id = own.id ${wanted}
      UNION ALL
      SELECT own.id, l.from_id, l.relation, 'IN', l.data, l.position FROM own JOIN link l ON l.to_id = own.id ${wanted}
      ${computed ? computedEdges(viewer) : sql``}
    ),
    ranked AS (
      SELECT edge.own, edge.relation, edge.direction, edge.data, edge.position AS "linkPosition", ${recordColumns},
        CASE WHEN r.kind = 'ORGANIZATION' THEN r.content->>'shortName' END AS "shortName", CASE WHEN r.kind = 'ORGANIZATION' THEN r.content->>'name' END AS name,
        CASE WHEN r.kind = 'MITIGATION' THEN r.content->>'pairedBy' END AS "pairedBy",
        count(*) OVER (PARTITION BY edge.own, edge.relation, edge.direction, r.kind)::int AS total,
        row_number() OVER (PARTITION BY edge.own, edge.relation, edge.direction, r.kind ORDER BY edge.position, r.position, r.id) AS rank
      FROM edge JOIN record r ON r.id = edge.other
      WHERE ${visibleRecords(viewer)}
    )
    SELECT * FROM ranked WHERE rank <= ${LINKS_PER_RELATION}
    ORDER BY own, direction DESC, relation, "linkPosition", position, id LIMIT ${LINKS_AT_ONCE + 1}`;
const linked = ({ own: _own, relation, direction, data, total, ...record }: LinkRow): Linked => ({ relation, direction, data, total, record });

/**
 * The links of one record by its address.
 * @param computed whether what follows from the data is wanted too: similar projects, standards to read
 */
export const linksAt = async (reader: Reader, viewer: Viewer, kind: RecordKind, by: Address, computed: boolean): Promise<Linked[]> =>
  (await rowsOf(reader, linkRows(viewer, sql`SELECT r.id FROM record r WHERE ${atAddress(viewer, kind, by)}`, sql``, computed))).map(linked);

/**
 * The links of many records; for one record also what follows from the data.
 * @param keys ids, or ids with relations (`linkKey`)
 * @throws GraphQLError TOO_MUCH where all of them together have more links than an answer may have items
 */
export async function linksOf(reader: Reader, viewer: Viewer, keys: readonly string[]): Promise<Linked[][]> {
  const asked = keys.map((key) => key.split(' '));
  const ids = [...new Set(asked.map(([id]) => id as string))];
  const relations = asked.some((one) => one.length === 1) ? null : [...new Set(asked.flatMap(([, ...wanted]) => wanted))];
  const wanted = relations ? sql`AND l.relation = ANY(${relations}::text[])` : sql``;
  const computed = !relations && ids.length === 1;
  const byOwn = new Map<string, Linked[]>();
  const rows = await rowsOf(reader, linkRows(viewer, sql`SELECT unnest(${ids}::uuid[]) AS id`, wanted, computed));
  if (rows.length > LINKS_AT_ONCE) throw tooMuch();
  for (const row of rows) {
    const list = byOwn.get(row.own);
    if (list) list.push(linked(row));
    else byOwn.set(row.own, [linked(row)]);
  }
  return asked.map(([id, ...only]) => {
    const all = byOwn.get(id as string) ?? [];
    return only.length > 0 ? all.filter((link) => only.includes(link.relation)) : all;
  });
}
