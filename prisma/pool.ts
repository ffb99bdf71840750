import { channel } from 'node:diagnostics_channel';
import pg from 'pg';
import { Lanes, WAIT } from './lanes.ts';
import { Busy, statementTimes, workNow, type Work } from './work.ts';

/** A transaction that its program has forgotten must not keep its locks (milliseconds). */
const IDLE_IN_TRANSACTION = 60_000;

/** PostgreSQL's own words for having no time, or no more connections, or being about to stop or to start (SQLSTATE). */
const busyStates = new Set(['57014', '53300', '53200', '57P01', '57P02', '57P03', '55P03', '25P03', '08006', '08003', '08001']);
const gone =
  /^(ECONN|ENOTFOUND|EHOSTUNREACH|ETIMEDOUT|EPIPE)|timeout exceeded when trying to connect|Connection terminated|connection error and is not queryable|closed and is not queryable/;

/** The same error, or `Busy` where it is the database that has no time or is not there for a request. Commands and jobs look into the error itself. */
function translated(error: unknown, work: Work): unknown {
  if (!(error instanceof Error) || error instanceof Busy || work.kind === 'JOB') return error;
  const { code } = error as NodeJS.ErrnoException;
  if ((code && busyStates.has(code)) || gone.test(code ?? '') || gone.test(error.message))
    return new Busy(`The database has no time or does not answer: ${error.message || code}`, error);
  return error;
}

/** The same of what was asked on a connection apart (`aside`), for the work of now. */
export const asBusy = (error: unknown): unknown => translated(error, workNow());

/** A statement that was run: its text, without the values that were given to it, and how long its answer took. */
export type StatementRun = { sql: string; ms: number; failed: boolean; requestId: string | undefined };
/** Tells of every statement once it was answered, where somebody listens: the log at its level `debug` (api/src/door/journal.ts). */
export const statementsRun = channel('atrium:statement');

/** The same statement with a mark before it, by which it is found among those that run. */
const marked = ([first, ...more]: unknown[], mark: string): unknown[] =>
  typeof first === 'string' ? [`${mark}${first}`, ...more] : [{ ...(first as object), text: `${mark}${textOf(first)}` }, ...more];

/** The text of what was given to a connection's `query`. */
const textOf = (statement: unknown): string => (typeof statement === 'string' ? statement : String((statement as { text?: unknown } | null)?.text ?? ''));

/**
 * A connection through a pooler that gives each transaction another one to PostgreSQL (PgBouncer with pool_mode =
 * transaction): what was prepared under a name would be looked for where it is not.
 */
class SharedClient extends pg.Client {
  override query(...args: unknown[]): never {
    const [first, ...more] = args;
    const named = typeof first === 'object' && first !== null && 'name' in first && typeof (first as { submit?: unknown }).submit !== 'function';
    const { name: _, ...bare } = (named ? first : {}) as Record<string, unknown>;
    return (super.query as (...all: unknown[]) => unknown).apply(this, named ? [bare, ...more] : args) as never;
  }
}
/** The settings of a pool whose connections a pooler shares out. */
export const sharedOut = { Client: SharedClient };

/** A connection of a pool for one piece of work. */
type WorkClient = Pick<pg.PoolClient, 'query'> & { release: (error?: Error | boolean) => void };

export type WorkPool = {
  /** A connection for the work that the code is part of (`workNow`). */
  connect: () => Promise<WorkClient>;
  /** Whether the database answers a statement, asked on a connection that no request can take. */
  answers: (statement?: string) => Promise<boolean>;
  /** These connections. */
  aside: pg.Pool;
  end: () => Promise<void>;
};

/**
 * A pool whose connections know for which work they are taken: the public takes only its share of them, each statement
 * has the time of its kind of work, and is cancelled in the database when its work ends before it.
 * @param pool the connections
 * @param options.ownTimes the pool's connections carry a time limit of their own, which is left as it is
 * @param options.direct the address of PostgreSQL itself where a pooler shares the pool's connections out: settings of a
 *   connection do not stay with it then, so that times are kept here, and a statement is cancelled by a mark in its text
 */
export function workPool(pool: pg.Pool, { ownTimes = false, direct }: { ownTimes?: boolean; direct?: string | undefined } = {}): WorkPool {
  const lanes = new Lanes(pool.options.max);
  const connectionString = direct ?? (pool.options as pg.PoolConfig).connectionString;
  // Cancelling, and asking whether the database is there, must work when all other connections are taken.
  const aside = new pg.Pool({ connectionString, max: 2, application_name: 'atrium-aside', connectionTimeoutMillis: WAIT, statement_timeout: 2_000 });
  aside.on('error', () => {});
  aside.on('connect', (client) => client.on('error', () => {}));
  /** The time limit that each connection was given last. */
  const times = new WeakMap<pg.PoolClient, number>();

  const cancel = async (client: pg.PoolClient, mark: string | null) => {
    await (mark === null
      ? aside.query('SELECT pg_cancel_backend($1)', [(client as pg.PoolClient & { processID: number }).processID])
      : aside.query("SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE state = 'active' AND usename = current_user AND starts_with(query, $1)", [mark])
    ).catch(() => {});
  };

  const wrapped = (client: pg.PoolClient, work: Work, leave: () => void): WorkClient => {
    const { signal } = work;
    const run = async (args: unknown[]): Promise<unknown> => {
      // What was begun must be undone, however late it is.
      if (signal?.aborted && !/^\s*rollback/i.test(String(args[0]))) throw signal.reason;
      let cancelled: Promise<void> | undefined;
      let late: Busy | undefined;
      const mark = direct === undefined ? null : `/*${crypto.randomUUID()}*/`;
      const stop = () => {
        cancelled = cancel(client, mark);
      };
      const timer =
        mark === null
          ? undefined
          : setTimeout(() => {
              late = new Busy('The database has no time or does not answer: a statement took too long.');
              stop();
            }, statementTimes[work.kind]);
      const watched = signal && !signal.aborted ? signal : undefined;
      watched?.addEventListener('abort', stop, { once: true });
      const told: StatementRun | null = statementsRun.hasSubscribers
        ? { sql: textOf(args[0]), ms: performance.now(), failed: false, requestId: work.requestId }
        : null;
      try {
        return await (client.query as unknown as (...all: unknown[]) => Promise<unknown>).apply(client, mark === null ? args : marked(args, mark));
      } catch (error) {
        if (told) told.failed = true;
        throw late ?? (cancelled && signal ? signal.reason : translated(error, work));
      } finally {
        clearTimeout(timer);
        watched?.removeEventListener('abort', stop);
        if (told) statementsRun.publish({ ...told, ms: performance.now() - told.ms });
        // The connection is not given on before the cancelling has arrived, or it would hit the next one's statement.
        await cancelled;
      }
    };
    return {
      // A cursor is handed to the connection as it is.
      query: ((...args: unknown[]) =>
        typeof (args[0] as { submit?: unknown } | null)?.submit === 'function'
          ? (client.query as unknown as (...all: unknown[]) => unknown).apply(client, args)
          : run(args)) as pg.PoolClient['query'],
      release: (error) => {
        client.release(error);
        leave();
      },
    };
  };

  return {
    connect: async () => {
      const work = workNow();
      work.signal?.throwIfAborted();
      const leave = await lanes.enter(work.side, work.signal, work.client);
      let client: pg.PoolClient | undefined;
      try {
        const taken = await lanes.counted(() => pool.connect());
        client = taken;
        const time = statementTimes[work.kind];
        if (!ownTimes && direct === undefined && times.get(taken) !== time) {
          await taken.query(`SET statement_timeout = ${time}; SET idle_in_transaction_session_timeout = ${IDLE_IN_TRANSACTION}`);
          times.set(taken, time);
        }
        work.signal?.throwIfAborted();
        return wrapped(taken, work, leave);
      } catch (error) {
        client?.release(error instanceof Error && !work.signal?.aborted ? error : undefined);
        leave();
        throw translated(error, work);
      }
    },
    answers: async (statement = 'SELECT 1') => {
      try {
        await aside.query(statement);
        return true;
      } catch {
        return false;
      }
    },
    aside,
    end: async () => {
      if (!aside.ended && !aside.ending) await aside.end();
    },
  };
}
