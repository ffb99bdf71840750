import { sql } from 'kysely';
import type { Context } from '../context.ts';
import { visibleRecords } from '../records/policy.ts';
import { type RecordRow, recordColumns } from '../records/show.ts';

/** What makes two projects alike, and how much each thing counts. */
const weights: Record<string, number> = { use: 3, country: 2, platform: 2, vendor: 2, organization: 1 };

/** The six visible projects that share most with this one, with what they share. */
export async function similarProjects({ services, viewer }: Context, row: RecordRow): Promise<{ project: RecordRow; reasons: string[] }[]> {
  const own = (await services.facets.decode(row.facets)).filter((entry) => weights[entry.facet] !== undefined);
  if (own.length === 0) return [];
  const keys = own.map((entry) => `${entry.facet}:${entry.value}`);
  const scores = own.map((entry) => weights[entry.facet] ?? 0);
  // Of very many alike projects only a thousand are weighed: beyond that they are equally alike.
  const { rows } = await sql<RecordRow & { shared: string[] }>`
    SELECT ${recordColumns}, s.shared FROM (
      SELECT c.id, sum(k.score) AS score, array_agg(k.key ORDER BY k.score DESC, k.key) AS shared
      FROM (SELECT r.id, r.facet_keys FROM record r WHERE r.kind = 'PROJECT' AND r.facet_keys && ${keys}::text[] AND r.id <> ${row.id}::uuid AND ${visibleRecords(viewer)} LIMIT 1000) c
      JOIN unnest(${keys}::text[], ${scores}::int[]) AS k (key, score) ON k.key = ANY (c.facet_keys)
      GROUP BY c.id HAVING sum(k.score) >= 3 ORDER BY 2 DESC, c.id LIMIT 6) s
    JOIN record r ON r.id = s.id ORDER BY s.score DESC, r.position, r.id`.execute(services.db);
  return rows.map(({ shared, ...project }) => ({ project, reasons: shared.map((key) => label(own, key)) }));
}

const label = (own: { facet: string; value: string; label: string | null }[], key: string) => {
  const entry = own.find((one) => `${one.facet}:${one.value}` === key);
  return `${entry?.facet ?? ''}:${entry?.label ?? entry?.value ?? ''}`;
};
