import { CamelCasePlugin, Kysely, PostgresDialect, type PostgresPoolClient, type Transaction } from 'kysely';
import pg from 'pg';
import type { DB } from './generated/types.ts';
import { workPool } from './pool.ts';

export type Database = Kysely<DB>;
export type Trx = Transaction<DB>;

// Counts fit in a JavaScript number here; the driver would give bigints as strings.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export type PoolOptions = { max?: number; applicationName?: string };

/** The query builder over a pool that somebody else opens and ends. */
export const queries = (pool: pg.Pool): Database =>
  new Kysely<DB>({ dialect: new PostgresDialect({ pool }), plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })] });

const askedAside = new WeakMap<Database, () => Promise<boolean>>();
/** Whether the database answers, asked on a connection apart: that all others are taken does not count as silence. */
export const databaseAnswers = async (db: Database): Promise<boolean> => (await askedAside.get(db)?.()) ?? false;

/**
 * A connection pool and the query builder over it. Call `close` when done. Through `db`, each statement belongs to the
 * work that the code is part of (work.ts); `pool` gives bare connections, for migrations and the job queue.
 */
export function connect(connectionString: string, { max = 10, applicationName = 'atrium' }: PoolOptions = {}) {
  const pool = new pg.Pool({ connectionString, max, application_name: applicationName, connectionTimeoutMillis: 5000 });
  // An idle connection that breaks must not end the process; the next query reports it.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const { connect: take, answers, end } = workPool(pool);
  const db: Database = new Kysely<DB>({
    dialect: new PostgresDialect({ pool: { connect: take as () => Promise<PostgresPoolClient>, end: () => pool.end() } }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  askedAside.set(db, answers);
  // Kysely ends the pool only when it has used it.
  const close = async () => {
    await db.destroy();
    await end();
    if (!pool.ended && !pool.ending) await pool.end();
  };
  return { db, pool, close };
}
