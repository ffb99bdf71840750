import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Logger, runMigrations } from 'graphile-worker';
import type { Pool } from 'pg';
import { completeLog } from './complete.ts';
import { queries } from './database.ts';
import { type AppRole, grantAppRole } from './roles.ts';
import { StartupError } from './startup-error.ts';

const folder = join(dirname(fileURLToPath(import.meta.url)), 'migrations');

export { StartupError };

/** The migrations of this code, in their order. */
export const migrationNames = async (): Promise<string[]> =>
  (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

/** How a migration says that it takes away what the release before it uses. */
const CONTRACTS = /^-- contract\b/m;
const tooNew = (name: string) =>
  new StartupError(`The database is newer than this version of Atrium (it has migration ${name}). Start the newer version, or use another database.`);

/**
 * Applies the SQL migrations that the database does not have yet, in order, each in its own transaction.
 * Several processes may start at once: an advisory lock lets one of them work. The log is completed where it began before
 * its kinds of entries were there.
 * @param appRole the role with which the application works, made here and given its rights; without one it works as the pool's own
 * @param upTo these migrations alone, for rows that come from elsewhere and are of their shape; the log is then left as it comes
 * @returns the names of those applied
 * @throws StartupError when the database has a migration that this code does not know, or an applied one was changed
 */
export async function migrate(pool: Pool, appRole: AppRole | null = null, upTo: string[] | null = null): Promise<string[]> {
  const names = (await migrationNames()).filter((name) => !upTo || upTo.includes(name));
  const client = await pool.connect();
  const applied: string[] = [];
  try {
    await client.query('SELECT pg_advisory_lock(7070, 1)');
    await client.query(
      'CREATE TABLE IF NOT EXISTS schema_migration (name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())',
    );
    // What is not known to leave the release before it working is taken not to.
    await client.query('ALTER TABLE schema_migration ADD COLUMN IF NOT EXISTS contracts boolean NOT NULL DEFAULT true');
    const { rows } = await client.query<{ name: string; checksum: string }>('SELECT name, checksum FROM schema_migration');
    const known = new Map(rows.map((row) => [row.name, row.checksum]));
    const newer = rows.find((row) => !names.includes(row.name));
    if (newer) {
      throw tooNew(newer.name);
    }
    for (const name of names) {
      const sql = await readFile(join(folder, name, 'migration.sql'), 'utf8');
      const checksum = createHash('sha256').update(sql).digest('hex');
      const before = known.get(name);
      if (before === checksum) continue;
      if (before) throw new StartupError(`Migration ${name} was changed after it was applied. Restore the file, and write a new migration for the change.`);
      await client.query('BEGIN');
      try {
        await client.query(sql);
        await client.query('INSERT INTO schema_migration (name, checksum, contracts) VALUES ($1, $2, $3)', [name, checksum, CONTRACTS.test(sql)]);
        await client.query('COMMIT');
      } catch (error) {
        await client.query('ROLLBACK');
        throw error;
      }
      applied.push(name);
    }
    // The tables of the job queue keep themselves up to date; they lie in a schema of their own.
    await runMigrations({ pgPool: pool, logger: new Logger(() => () => {}) });
    if (!upTo) await completeLog(queries(pool));
    if (appRole) await grantAppRole(client, appRole);
  } finally {
    await client.query('SELECT pg_advisory_unlock(7070, 1)').catch(() => {});
    client.release();
  }
  return applied;
}

/**
 * The migrations of a newer release that a database has, where they all leave this one working: during a rolling upgrade an
 * old process may begin once more (docs/operate/upgrade.md).
 * @throws StartupError where one takes away what this release uses
 */
export async function newerMigrations(pool: Pool): Promise<string[]> {
  const names = await migrationNames();
  const { rows: there } = await pool.query<{ there: boolean }>("SELECT to_regclass('public.schema_migration') IS NOT NULL AS there");
  if (!there[0]?.there) return [];
  const { rows } = await pool.query<{ name: string; contracts: boolean }>(
    "SELECT name, coalesce((to_jsonb(m)->>'contracts')::boolean, true) AS contracts FROM schema_migration m ORDER BY name",
  );
  const newer = rows.filter(({ name }) => !names.includes(name));
  const contracting = newer.find(({ contracts }) => contracts);
  if (contracting) throw tooNew(contracting.name);
  return newer.map(({ name }) => name);
}

/**
 * Says no where the database lacks a migration of this code, for a connection that may not apply any.
 * @throws StartupError
 */
export async function expectMigrated(pool: Pool): Promise<void> {
  const names = await migrationNames();
  const { rows } = await pool.query<{ name: string }>('SELECT name FROM schema_migration').catch((error: { code?: string }) => {
    if (error.code === '42P01' || error.code === '42501') return { rows: [] };
    throw error;
  });
  const missing = names.filter((name) => !rows.some((row) => row.name === name)).sort()[0];
  if (missing)
    throw new StartupError(
      `The database lacks the migration ${missing}, and the role of DATABASE_URL may not apply it. Run npm run migrate with DATABASE_MIGRATION_URL first.`,
    );
}
