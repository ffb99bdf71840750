import { sql } from 'kysely';
import type { Database } from '#prisma/database.ts';
import type { RecordKind } from '#prisma/generated/enums.ts';
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

/** The links of many records in both directions, each with the other record, in one statement. */
export async function linksOf(db: Database, viewer: Viewer, ids: readonly string[]): Promise<Linked[][]> {
  const { rows } = await sql<{ own: string; relation: string; direction: 'OUT' | 'IN'; data: unknown; total: number } & Omit<RecordRow, 'content'> & { linkPosition: number }>`
    WITH own AS (SELECT unnest(${ids as string[]}::uuid[]) AS id),
    edge AS (
      SELECT own.id AS own, l.to_id AS other, l.relation, 'OUT' AS direction, l.data, l.position FROM own JOIN link l ON l.from_id = own.id
      UNION ALL
      SELECT own.id, l.from_id, l.relation, 'IN', l.data, l.position FROM own JOIN link l ON l.to_id = own.id
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
