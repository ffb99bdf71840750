import { createHash } from 'node:crypto';
import pg from 'pg';

/** What a search is run on: a pool, or one connection to search inside its transaction. */
export type Queryable = Pick<pg.ClientBase, 'query'>;

/**
 * The pool that is kept for search alone.
 * @param max connections
 * @param timeout how long one statement may take (milliseconds)
 */
export function createSearchPool(connectionString: string, max: number, timeout: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max,
    application_name: 'atrium-search',
    connectionTimeoutMillis: 5000,
    // Left free, the planner reads every vector of the table for a broad word, which is 20 times slower than the index; and
    // planning each statement anew costs more than running it.
    options: [
      'enable_seqscan=off',
      'jit=off',
      'plan_cache_mode=force_generic_plan',
      'work_mem=32MB',
      'max_parallel_workers_per_gather=0',
      `statement_timeout=${timeout}`,
      'pg_trgm.similarity_threshold=0.3',
      'pg_trgm.word_similarity_threshold=0.5',
    ]
      .map((setting) => `-c ${setting}`)
      .join(' '),
  });
  pool.on('error', () => {});
  return pool;
}

const names = new Map<string, string>();
/** Runs a statement under a name, so that it is planned once per connection. */
export async function ask<Row extends pg.QueryResultRow>(client: Queryable, text: string, values: unknown[]): Promise<Row[]> {
  const name = names.get(text) ?? `search_${createHash('sha256').update(text).digest('hex').slice(0, 20)}`;
  names.set(text, name);
  return (await client.query<Row>({ name, text, values })).rows;
}
