import { sql } from 'kysely';
import type { Context } from '../context.ts';
import { visibleRecords } from '../records/policy.ts';
import { type RecordRow, recordColumns } from '../records/load.ts';

/** The first 20 visible projects with one of the uses for which a standard is to be read. */
export async function projectsFor({ services, viewer, reads }: Context, row: RecordRow): Promise<RecordRow[]> {
  const uses = (await services.facets.decode(row.facets)).filter((entry) => entry.facet === 'use').map((entry) => `use:${entry.value}`);
  if (uses.length === 0) return [];
  return reads.rows(
    sql<RecordRow>`
    SELECT ${recordColumns} FROM record r WHERE r.kind = 'PROJECT' AND r.facet_keys && ${uses}::text[] AND ${visibleRecords(viewer)} ORDER BY r.position, r.id LIMIT 20`,
  );
}
