import { type RawBuilder, sql } from 'kysely';
import type { Viewer } from '#search/engine.ts';

/**
 * Which live records a viewer sees, as a condition on table `record` under the given alias.
 * Every list, page, link, count, search result and export goes through it.
 */
export function visibleRecords(viewer: Viewer, alias = 'r'): RawBuilder<boolean> {
  const table = sql.ref(alias);
  const live = sql<boolean>`${table}.archived_at IS NULL`;
  if (viewer.all) return live;
  if (!viewer.unSystem) return sql<boolean>`${live} AND ${table}.audience = 'PUBLIC'`;
  const owners = viewer.organizationSlugs.map((slug) => `owner:${slug}`);
  return sql<boolean>`${live} AND (${table}.audience IN ('PUBLIC', 'UN_SYSTEM') OR ${table}.facet_keys && ${owners}::text[])`;
}
