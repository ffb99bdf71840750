import { CamelCasePlugin, Kysely, PostgresDialect, type PostgresPoolClient, type Transaction } from 'kysely';
import pg from 'pg';
import type { DB } from './generated/types.ts';
import { sharedOut, workPool } from './pool.ts';

export type Database = Kysely<DB>;
export type Trx = Transaction<DB>;

// Counts fit in a JavaScript number here; the driver would give bigints as strings.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export type PoolOptions = {
  max?: number;
  applicationName?: string;
  /** PostgreSQL itself, where the address is that of a pooler that gives each transaction another connection. */
  direct?: string | undefined;
};

/** The query builder over a pool that somebody else opens and ends. */
export const queries = (pool: pg.Pool): Database =>
  new Kysely<DB>({ dialect: new PostgresDialect({ pool }), plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })] });

const asideOf = new WeakMap<Database, pg.Pool>();
/** Runs a statement of the keeping of house on a connection that no request can take, within two seconds, and tells no log of it. */
export async function askAside<Row extends pg.QueryResultRow>(db: Database, text: string, values: unknown[]): Promise<Row[]> {
  const aside = asideOf.get(db);
  if (!aside) throw new Error('This database has no connections aside.');
  return (await aside.query<Row>(text, values)).rows;
}

const askedAside = new WeakMap<Database, () => Promise<boolean>>();
/** Whether the database answers, asked on a connection apart: that all others are taken does not count as silence. */
export const databaseAnswers = async (db: Database): Promise<boolean> => (await askedAside.get(db)?.()) ?? false;

const pools = new WeakMap<Database, pg.Pool>();
/** How many connections a database's pool has now, how many of them nobody uses, and how many wait for one. */
export function poolState(db: Database): { total: number; idle: number; waiting: number } {
  const pool = pools.get(db);
  return { total: pool?.totalCount ?? 0, idle: pool?.idleCount ?? 0, waiting: pool?.waitingCount ?? 0 };
}

/**
 * A connection pool and the query builder over it. Call `close` when done. Through `db`, each statement belongs to the
 * work that the code is part of (work.ts); `pool` gives bare connections, for migrations and the job queue.
 */
export function connect(connectionString: string, { max = 10, applicationName = 'atrium', direct }: PoolOptions = {}) {
  const pool = new pg.Pool({
    ...(direct === undefined ? {} : sharedOut),
    connectionString,
    max,
    application_name: applicationName,
    connectionTimeoutMillis: 5000,
  });
  // An idle connection that breaks must not end the process; the next query reports it.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const { connect: take, answers, aside, end } = workPool(pool, { direct });
  const db: Database = new Kysely<DB>({
    dialect: new PostgresDialect({ pool: { connect: take as () => Promise<PostgresPoolClient>, end: () => pool.end() } }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  askedAside.set(db, answers);
  asideOf.set(db, aside);
  pools.set(db, pool);
  // Kysely ends the pool only when it has used it.
  const close = async () => {
    await db.destroy();
    await end();
    if (!pool.ended && !pool.ending) await pool.end();
  };
  return { db, pool, close };
}
