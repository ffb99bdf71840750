import pg from 'pg';
import type { Pool, PoolClient } from 'pg';
import { sql } from 'kysely';
import type { Database } from './database.ts';
import { statementTimes } from './work.ts';

/** The database role with which the application works: it reads and writes rows, and can change neither tables nor what is kept for ever. */
export type AppRole = { name: string; password: string };

/** What is only ever added to: the log and what it rests on, versions, tables of reports and what is reported on their recommendations. */
const APPEND_ONLY = [
  'log_entry',
  'log_seal',
  'log_node',
  'log_checkpoint',
  'revision',
  'uptake_entry',
  'uptake_confirmation',
  'uptake_publication',
  'uptake_withdrawal',
  'uptake_judgement',
  'uptake_comment',
  'uptake_activity',
  'uptake_activity_action',
  'uptake_activity_confirmation',
  'screening_decision',
  'screening_name',
  'screening_check',
  'screening_word',
  'information_request',
  'information_request_vendor',
  'information_answer',
  'agreement_drawing',
  'company_opening',
  'action',
  'report_column',
];
/** Of these the application changes some columns alone: what else a row says is sealed in the log, or never changes. Triggers say when. */
const PARTLY: Record<string, { columns: string[]; deletes?: boolean }> = {
  agreement: { columns: ['audience', 'openings', 'opened_by', 'opened_at'] },
  agreement_version: { columns: ['holds_until'] },
  agreement_request: { columns: ['granted', 'answer', 'answered_by', 'answered_at'] },
  screening_list: { columns: ['current', 'withdrawn_at', 'withdrawn_by', 'withdrawn_reason'] },
  // Entries of replaced lists go after a while, their names with them; those that a candidate is of stay.
  screening_entry: { columns: [], deletes: true },
  screening_run: { columns: ['started_at', 'finished_at', 'total', 'done', 'found', 'sealed_whole'] },
  screening_candidate: { columns: ['current'] },
};
/** What only commands of the keeper write: migrations, the texts of sources. */
const READ_ONLY = ['schema_migration', 'paragraph'];
const WORKER = 'graphile_worker';

/** The role that a connection address names. */
export function roleOf(url: string): AppRole {
  const { username, password } = new URL(url);
  return { name: decodeURIComponent(username), password: decodeURIComponent(password) };
}

/**
 * Makes the role of the application where it is not there, and gives it exactly what it needs on the tables as they are now:
 * run after every migration, in one transaction, by the role that owns them.
 */
export async function grantAppRole(client: PoolClient, { name, password }: AppRole): Promise<void> {
  const role = pg.escapeIdentifier(name);
  const tables = (names: readonly string[]) => names.map((table) => `public.${pg.escapeIdentifier(table)}`).join(', ');
  const rowsOf = async (text: string, values: unknown[] = []) => (await client.query<{ name: string }>(text, values)).rows.map((row) => row.name);
  await client.query('BEGIN');
  try {
    const there = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [name]);
    if (there.rowCount === 0)
      await client.query(`CREATE ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD ${pg.escapeLiteral(password)}`);
    const known = await rowsOf(`SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY 1`);
    const some = (names: readonly string[]) => names.filter((table) => known.includes(table));
    const others = known.filter((table) => !APPEND_ONLY.includes(table) && !READ_ONLY.includes(table) && !(table in PARTLY));
    // Each piece of work has its own, shorter times (pool.ts); these hold for whatever else uses the role. A role that this one may not alter keeps its own.
    await client.query('SAVEPOINT times');
    await client
      .query(`ALTER ROLE ${role} SET statement_timeout = ${statementTimes.JOB}; ALTER ROLE ${role} SET idle_in_transaction_session_timeout = 60000`)
      .catch(() => client.query('ROLLBACK TO SAVEPOINT times'));
    await client.query(`REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${role}`);
    await client.query('REVOKE CREATE ON SCHEMA public FROM PUBLIC');
    // A temporary table would stand before the real one of its name.
    const [database] = await rowsOf(
      "SELECT quote_ident(datname) AS name FROM pg_database WHERE datname = current_database() AND pg_has_role(current_user, datdba, 'MEMBER')",
    );
    if (database) await client.query(`REVOKE TEMPORARY ON DATABASE ${database} FROM PUBLIC`);
    await client.query(`GRANT USAGE ON SCHEMA public, ${WORKER} TO ${role}`);
    await client.query(`GRANT SELECT ON ALL TABLES IN SCHEMA public, ${WORKER} TO ${role}`);
    await client.query(`GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public, ${WORKER} TO ${role}`);
    await client.query(`GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${WORKER} TO ${role}`);
    await client.query(`GRANT INSERT ON ${tables(some(APPEND_ONLY))} TO ${role}`);
    await client.query(`GRANT INSERT, UPDATE, DELETE ON ${tables(others)} TO ${role}`);
    for (const table of some(Object.keys(PARTLY))) {
      const { columns = [], deletes } = PARTLY[table] ?? {};
      await client.query(`GRANT INSERT${deletes ? ', DELETE' : ''} ON ${tables([table])} TO ${role}`);
      if (columns.length > 0) await client.query(`GRANT UPDATE (${columns.join(', ')}) ON ${tables([table])} TO ${role}`);
    }
    // To lock a cell while it is reported on takes the right to change some column of it.
    await client.query(`GRANT UPDATE (position) ON public.action TO ${role}`);
    // A table that takes the place of another one (search/reindex.ts) can be used as that one was.
    await client.query(`ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${role}`);
    // The job queue's own tables let only their owner see rows.
    const jobs = await rowsOf(
      `SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = '${WORKER}'::regnamespace AND c.relkind = 'r' AND c.relname <> 'migrations'`,
    );
    const open = await rowsOf(`SELECT tablename AS name FROM pg_policies WHERE schemaname = '${WORKER}' AND $1 = ANY (roles)`, [name]);
    for (const table of jobs) {
      const full = `${WORKER}.${pg.escapeIdentifier(table)}`;
      await client.query(`GRANT INSERT, UPDATE, DELETE ON ${full} TO ${role}`);
      if (!open.includes(table))
        await client.query(`CREATE POLICY ${pg.escapeIdentifier(`${name} works`)} ON ${full} TO ${role} USING (true) WITH CHECK (true)`);
    }
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

/** What the role of a connection could do that the application's should not, each as the end of "The application's database role ..."; empty where it is as it should be. */
export async function excessRights(db: Database | Pool): Promise<string[]> {
  const text = `
    SELECT rolsuper AS superuser, rolcreaterole OR rolcreatedb AS creates, pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE oid = 'public.log_entry'::regclass), 'MEMBER') AS owns,
      has_schema_privilege('public', 'CREATE') AS adds,
      (SELECT coalesce(bool_or(has_table_privilege(t, 'UPDATE') OR has_table_privilege(t, 'DELETE') OR has_table_privilege(t, 'TRUNCATE')), false) FROM unnest(ARRAY[${[...APPEND_ONLY, ...Object.keys(PARTLY).filter((one) => !PARTLY[one]?.deletes)].map((one) => `'public.${one}'`).join(', ')}]) t) AS rewrites
    FROM pg_roles WHERE rolname = current_user`;
  type Row = { superuser: boolean; creates: boolean; owns: boolean; adds: boolean; rewrites: boolean };
  const row = 'query' in db ? (await db.query<Row>(text)).rows[0] : (await sql.raw<Row>(text).execute(db)).rows[0];
  if (!row) return [];
  if (row.superuser) return ['is a superuser'];
  return [
    row.creates && 'can make roles or databases',
    row.owns && 'owns the tables',
    row.adds && 'can add tables',
    row.rewrites && 'can change rows of the log, of versions or of reports',
  ].filter((one): one is string => Boolean(one));
}
