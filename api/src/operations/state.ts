import { sql } from 'kysely';
import type { Database } from '#prisma/database.ts';

/** How the installation is, as the database says it: counts, and ages in seconds (0 where nothing waits). */
export type InstallationState = {
  /** Jobs whose time has come and that no worker has taken yet; those that gave up after their last try. */
  jobs: { task: string; waiting: number; oldest: number; failed: number }[];
  mails: { unsent: number; oldest: number };
  /** Events that addresses of other programs have not accepted yet, and addresses that are put off because they are dead. */
  webhooks: { waiting: number; oldest: number; dead: number };
  logHead: number;
  records: number;
  sessions: number;
  /** Bytes of the whole database. */
  databaseSize: number;
};

/** Reads the state with one statement, whose cost grows with what waits, not with the library. */
export async function installationState(db: Database): Promise<InstallationState> {
  const { rows } = await sql<{ state: InstallationState }>`
    SELECT json_build_object(
      'jobs', coalesce((SELECT json_agg(j) FROM (
        SELECT t.identifier AS task, count(*) FILTER (WHERE ready) AS waiting,
          coalesce(extract(epoch FROM now() - min(run_at) FILTER (WHERE ready)), 0) AS oldest, count(*) FILTER (WHERE attempts >= max_attempts) AS failed
        FROM (SELECT task_id, run_at, attempts, max_attempts, locked_at IS NULL AND run_at <= now() AND attempts < max_attempts AS ready FROM graphile_worker._private_jobs) j
        JOIN graphile_worker._private_tasks t ON t.id = j.task_id GROUP BY 1 ORDER BY 1) j), '[]'),
      'mails', (SELECT json_build_object('unsent', count(*), 'oldest', coalesce(extract(epoch FROM now() - min(created_at)), 0))
        FROM mail_outbox WHERE sent_at IS NULL AND address NOT LIKE '%.invalid'),
      'webhooks', (SELECT json_build_object('waiting', count(*), 'oldest', coalesce(extract(epoch FROM now() - min(d.created_at)), 0), 'dead', (SELECT count(*) FROM webhook WHERE paused_for IN ('DEAD', 'GONE')))
        FROM webhook_delivery d JOIN webhook h ON h.id = d.webhook_id AND h.paused_at IS NULL WHERE d.state = 'WAITING'),
      'logHead', coalesce((SELECT max(sequence) FROM log_entry), 0),
      'records', (SELECT count(*) FROM record WHERE archived_at IS NULL),
      'sessions', (SELECT count(*) FROM session WHERE expires_at > now()),
      'databaseSize', pg_database_size(current_database())) AS state`.execute(db);
  return rows[0]?.state as InstallationState;
}
