import type { Pool, PoolClient } from 'pg';

/** How often jobs of workers that are gone are looked for (milliseconds). */
const ROUND = 20_000;

/**
 * Shows that workers are there for as long as their process lives: locks of the session, which the database gives back by itself
 * when the process is killed. Jobs that are held by a worker without its lock are nobody's, and are freed within a
 * minute; the queue itself would leave them for four hours.
 * @param workers by whose names the queue locks their jobs; asked for again in each round
 * @param report told of what went wrong
 * @returns `look` to look at once, for a worker that has just begun; `leave` ends it
 */
export async function showPresence(
  pool: Pool,
  workers: () => readonly string[],
  report: (message: string) => void,
): Promise<{ look: () => Promise<void>; leave: () => Promise<void> }> {
  let own: PoolClient | null = null;
  const shown = new Set<string>();
  const appear = async () => {
    if (!own) {
      const client = await pool.connect();
      shown.clear();
      // A connection that is lost takes the lock with it: the next round takes another one.
      client.once('error', () => {
        if (own === client) own = null;
      });
      own = client;
      await client.query("SET idle_session_timeout = 0; SET statement_timeout = 10000; SET application_name = 'atrium-worker-presence'");
    }
    const now = workers();
    // One that ended without giving its jobs back leaves them to whoever looks next.
    for (const worker of [...shown].filter((one) => !now.includes(one))) {
      await own.query('SELECT pg_advisory_unlock_shared(7075, hashtext($1))', [worker]);
      shown.delete(worker);
    }
    const fresh = now.filter((worker) => !shown.has(worker));
    if (fresh.length === 0) return;
    await own.query('SELECT pg_advisory_lock_shared(7075, hashtext(worker)) FROM unnest($1::text[]) worker', [fresh]);
    for (const worker of fresh) shown.add(worker);
  };
  /** Of a job that was taken this very moment the worker may not have shown itself yet. */
  const free = () =>
    pool.query(`
      WITH gone AS (
        SELECT DISTINCT locked_by AS worker FROM (
          SELECT locked_by, locked_at FROM graphile_worker._private_jobs UNION ALL SELECT locked_by, locked_at FROM graphile_worker._private_job_queues) held
        WHERE locked_by IS NOT NULL AND locked_at < now() - interval '20 seconds'),
      silent AS MATERIALIZED (SELECT worker FROM gone WHERE pg_try_advisory_xact_lock(7075, hashtext(worker)))
      SELECT graphile_worker.force_unlock_workers(array_agg(worker)) FROM silent HAVING count(*) > 0`);
  let failing = false;
  const round = async () => {
    try {
      await appear();
      await free();
      failing = false;
    } catch (error) {
      // A connection that fails is not asked again; said once until it works.
      own?.release(true);
      own = null;
      if (!failing) report(`Jobs of workers that are gone could not be freed: ${(error as Error).message}`);
      failing = true;
    }
  };
  await round();
  let busy = Promise.resolve();
  const look = () => {
    busy = busy.then(round);
    return busy;
  };
  const timer = setInterval(look, ROUND);
  return {
    look,
    leave: async () => {
      clearInterval(timer);
      await busy;
      // The lock must not stay on a connection that others take from the pool.
      own?.release(true);
    },
  };
}
