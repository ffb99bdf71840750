import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import type { DB } from './generated/types.ts';

export type Database = Kysely<DB>;
export type Trx = Transaction<DB>;

// Counts fit in a JavaScript number here; the driver would give bigints as strings.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export type PoolOptions = { max?: number; applicationName?: string };

/** The query builder over a pool that somebody else opens and ends. */
export const queries = (pool: pg.Pool): Database =>
  new Kysely<DB>({ dialect: new PostgresDialect({ pool }), plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })] });

/** A connection pool and the query builder over it. Call `close` when done. */
export function connect(connectionString: string, { max = 10, applicationName = 'atrium' }: PoolOptions = {}) {
  const pool = new pg.Pool({ connectionString, max, application_name: applicationName, connectionTimeoutMillis: 5000 });
  // An idle connection that breaks must not end the process; the next query reports it.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const db = queries(pool);
  // Kysely ends the pool only when it has used it.
  const close = async () => {
    await db.destroy();
    if (!pool.ended && !pool.ending) await pool.end();
  };
  return { db, pool, close };
}
