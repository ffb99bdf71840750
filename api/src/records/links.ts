import { sql } from 'kysely';
import type { Database } from '#prisma/database.ts';
import type { Viewer } from '#search/engine.ts';
import { visibleRecords } from './policy.ts';
import type { RecordRow } from './show.ts';

/** At most so many linked records of one relation and kind are read for a page; `total` says how many there are. */
export const LINKS_PER_RELATION = 100;

export type Linked = {
  relation: string;
  /** OUT: this record says it of the other. IN: the other says it of this one. */
  direction: 'OUT' | 'IN';
  // biome-ignore lint/suspicious/noExplicitAny: what a link carries depends on its relation; the concept's type file reads it.
  data: any;
  total: number;
  record: RecordRow;
};

/** What makes two projects alike, and how much each thing counts. */
const weights = sql.raw("CASE split_part(k, ':', 1) WHEN 'use' THEN 3 WHEN 'country' THEN 2 WHEN 'platform' THEN 2 WHEN 'vendor' THEN 2 WHEN 'organization' THEN 1 END");

/**
 * What nobody wrote down but follows from the data, for the page of one project: the six visible projects that share
 * most with it, and the standards to be read for its uses. Of very many alike projects a thousand are weighed; beyond
 * that they are equally alike.
 */
const computedEdges = (viewer: Viewer) => sql`
  UNION ALL
  (SELECT o.id, s.id, 'SIMILAR', 'OUT', jsonb_build_object('shared', s.shared), 1000 - s.score
   FROM own JOIN record o ON o.id = own.id AND o.kind = 'PROJECT'
   CROSS JOIN LATERAL (
     SELECT c.id, sum(w.score)::int AS score, array_agg(w.k ORDER BY w.score DESC, w.k) AS shared
     FROM (SELECT array_agg(k) AS keys FROM unnest(o.facet_keys) k WHERE ${weights} IS NOT NULL) mine
     CROSS JOIN LATERAL (SELECT r.id, r.facet_keys FROM record r WHERE r.kind = 'PROJECT' AND r.facet_keys && mine.keys AND r.id <> o.id AND ${visibleRecords(viewer)} LIMIT 1000) c
     CROSS JOIN LATERAL (SELECT k, ${weights} AS score FROM unnest(mine.keys) k WHERE k = ANY (c.facet_keys)) w
     GROUP BY c.id HAVING sum(w.score) >= 3 ORDER BY 2 DESC, c.id LIMIT 6) s)
  UNION ALL
  (SELECT o.id, r.id, 'TO_READ', 'OUT', NULL, r.position
   FROM own JOIN record o ON o.id = own.id AND o.kind = 'PROJECT'
   JOIN record r ON r.kind = 'STANDARD' AND r.facet_keys && (SELECT array_agg(k) FROM unnest(o.facet_keys) k WHERE k LIKE 'use:%')
   ORDER BY r.position LIMIT 20)`;

/** The links of many records in both directions, each with the other record, in one statement; for one record also what follows from the data. */
export async function linksOf(db: Database, viewer: Viewer, ids: readonly string[]): Promise<Linked[][]> {
  const { rows } = await sql<{ own: string; relation: string; direction: 'OUT' | 'IN'; data: unknown; total: number } & Omit<RecordRow, 'content'> & { linkPosition: number }>`
    WITH own AS (SELECT unnest(${ids as string[]}::uuid[]) AS id),
    edge AS (
      SELECT own.id AS own, l.to_id AS other, l.relation, 'OUT' AS direction, l.data, l.position FROM own JOIN link l ON l.from_id = own.id
      UNION ALL
      SELECT own.id, l.from_id, l.relation, 'IN', l.data, l.position FROM own JOIN link l ON l.to_id = own.id
      ${ids.length === 1 ? computedEdges(viewer) : sql``}
    ),
    ranked AS (
      SELECT edge.own, edge.relation, edge.direction, edge.data, edge.position AS "linkPosition",
        r.id, r.kind, r.slug, r.source_key AS "sourceKey", r.position, r.title, r.summary, r.audience, r.version, r.hash, r.facets, r.updated_at AS "updatedAt", r.created_at AS "createdAt",
        r.content->>'shortName' AS "shortName", r.content->>'name' AS name, r.content->>'number' AS number, r.content->>'kind' AS subkind,
        count(*) OVER (PARTITION BY edge.own, edge.relation, edge.direction, r.kind)::int AS total,
        row_number() OVER (PARTITION BY edge.own, edge.relation, edge.direction, r.kind ORDER BY edge.position, r.position, r.id) AS rank
      FROM edge JOIN record r ON r.id = edge.other
      WHERE ${visibleRecords(viewer)}
    )
    SELECT * FROM ranked WHERE rank <= ${LINKS_PER_RELATION}
    ORDER BY own, direction DESC, relation, "linkPosition", position, id`.execute(db);
  const byOwn = new Map<string, Linked[]>();
  for (const row of rows) {
    const { own, relation, direction, data, total, ...record } = row;
    const list = byOwn.get(own) ?? [];
    list.push({ relation, direction, data, total, record });
    byOwn.set(own, list);
  }
  return ids.map((id) => byOwn.get(id) ?? []);
}
