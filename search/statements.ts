import { createHash } from 'node:crypto';
import pg from 'pg';
import { sharedOut } from '#prisma/pool.ts';

/** What a search is run on: a pool, or one connection to search inside its transaction. */
export type Queryable = Pick<pg.ClientBase, 'query'>;

/**
 * What a search needs of its connection. Left free, the planner reads every vector of the table for a broad word, which is 20
 * times slower than the index; and planning each statement anew costs more than running it.
 */
const settings = {
  enable_seqscan: 'off',
  jit: 'off',
  plan_cache_mode: 'force_generic_plan',
  work_mem: '32MB',
  max_parallel_workers_per_gather: '0',
  'pg_trgm.similarity_threshold': '0.3',
  'pg_trgm.word_similarity_threshold': '0.5',
};
/** The same for one transaction alone, on a connection that others get afterwards. */
export const beginSearch = `BEGIN READ ONLY; ${Object.entries(settings)
  .map(([name, value]) => `SET LOCAL ${name} = '${value}'`)
  .join('; ')}`;

/**
 * The pool that is kept for search alone.
 * @param max connections
 * @param timeout how long one statement may take (milliseconds)
 * @param direct PostgreSQL itself, where a pooler shares the connections out; each search then begins with `beginSearch`
 */
export function createSearchPool(connectionString: string, max: number, timeout: number, direct?: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max,
    application_name: 'atrium-search',
    connectionTimeoutMillis: 5000,
    ...(direct === undefined
      ? {
          options: Object.entries({ ...settings, statement_timeout: timeout })
            .map(([name, value]) => `-c ${name}=${value}`)
            .join(' '),
        }
      : sharedOut),
  });
  pool.on('error', () => {});
  // One that is cut off while a search has it tells the search; nobody listening, it would end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

const names = new Map<string, string>();
/** Runs a statement under a name, so that it is planned once per connection. */
export async function ask<Row extends pg.QueryResultRow>(client: Queryable, text: string, values: unknown[]): Promise<Row[]> {
  const name = names.get(text) ?? `search_${createHash('sha256').update(text).digest('hex').slice(0, 20)}`;
  names.set(text, name);
  return (await client.query<Row>({ name, text, values })).rows;
}
