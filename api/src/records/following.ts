import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../context.ts';
import type { Changes } from './public-facets.ts';

/** Brings what is counted in memory up to now, with what else is read at the same time. */
export async function followChanges({ reads, services: { facets } }: Context): Promise<void> {
  await facets.ready();
  const [row] = await reads.rows(sql<{ changes: Changes }>`SELECT ${facets.public.changes()}`);
  if (row) await facets.follow(row.changes);
}

/** The rows of a query that goes with what is counted in memory, once that is at least as new as they are. */
export async function readFollowing<Row>({ reads, services: { facets } }: Context, query: RawBuilder<Row>): Promise<Row[]> {
  await facets.ready();
  const [row] = await reads.rows(
    sql<{ changes: Changes; rows: Row[] }>`SELECT ${facets.public.changes()}, (SELECT coalesce(json_agg(x), '[]') FROM (${query}) x) AS rows`,
  );
  if (!row) return [];
  await facets.follow(row.changes);
  return row.rows;
}
