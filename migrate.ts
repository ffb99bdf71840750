/**
 * Prepares a database: `npm run migrate` applies the migrations, makes the role of DATABASE_URL with its rights, and loads the
 * library, as the role of DATABASE_MIGRATION_URL. Then the application needs DATABASE_URL alone.
 */
import './env.ts';
import { type Env, readEnv } from '#api/env.ts';
import { connect } from '#prisma/database.ts';
import { expectMigrated, migrate, newerMigrations, StartupError } from '#prisma/migrate.ts';
import { expectFitting } from '#prisma/preflight.ts';
import { rederiveAtStart } from '#prisma/rederive.ts';
import { excessRights, roleOf } from '#prisma/roles.ts';
import { loadLibrary } from '#seed/load.ts';

/** The address that the application uses, and that of the role which owns the tables, where it is another one. */
export type DatabaseAddresses = {
  url: string;
  ownerUrl: string | null;
  /** PostgreSQL itself, where `url` is a pooler that gives each transaction another connection. */
  direct?: string | undefined;
};
/** The addresses of the settings. */
export const addressesOf = (env: Pick<Env, 'DATABASE_DIRECT_URL' | 'DATABASE_MIGRATION_URL'>, url: string): DatabaseAddresses => ({
  url,
  ownerUrl: env.DATABASE_MIGRATION_URL ?? null,
  direct: env.DATABASE_DIRECT_URL,
});

/**
 * Brings a database to what this code needs. With one role that may not change tables nothing is done, and the database must
 * be prepared already.
 * @throws StartupError
 */
export async function prepare({ url, ownerUrl, direct }: DatabaseAddresses, say: (line: string) => void): Promise<void> {
  const { db, pool, close } = connect(ownerUrl ?? direct ?? url, { max: 4 });
  // Of several that start at once on one database, one prepares it, and the others find it prepared.
  const turn = await pool.connect();
  try {
    await turn.query('SET statement_timeout = 0; SELECT pg_advisory_lock(7070, 6)');
    const newer = await newerMigrations(pool);
    if (newer.length > 0) return say(`A newer release prepared this database (${newer.join(', ')}) and leaves this one working: nothing is changed in it.`);
    if (!ownerUrl && (await limited(pool))) return await expectMigrated(pool);
    const applied = await migrate(pool, ownerUrl ? roleOf(url) : null);
    if (applied.length > 0) say(`Prepared the database (${applied.join(', ')}).`);
    const loaded = await loadLibrary(db);
    if (loaded.added + loaded.changed > 0)
      say(
        `Loaded the library: ${loaded.added} records added, ${loaded.changed} renewed${loaded.keptByPeople ? `, ${loaded.keptByPeople} left as people changed them` : ''}.`,
      );
    const { rederived, left } = await rederiveAtStart(db);
    if (rederived?.changed) say(`Brought ${rederived.changed} of ${rederived.looked} records up to date with this release.`);
    if (left > 0) say(`${left} records will be brought up to date with this release while Atrium runs.`);
    if (ownerUrl) return;
    const rights = await excessRights(pool);
    say(`The application's database role ${rights.join(', ')}: set DATABASE_MIGRATION_URL to it, and DATABASE_URL to a role of its own (README, Settings).`);
  } finally {
    // The lock ends with its connection.
    turn.release(true);
    await close();
  }
}

/** Whether the role has only what the application's should have; of a database without tables the role is the owner. */
async function limited(
  pool: Parameters<typeof excessRights>[0] & { query: (text: string) => Promise<{ rows: { there: boolean; creates: boolean }[] }> },
): Promise<boolean> {
  const { rows } = await pool.query("SELECT to_regclass('public.log_entry') IS NOT NULL AS there, has_schema_privilege('public', 'CREATE') AS creates");
  if (!rows[0]?.there) return !rows[0]?.creates;
  return (await excessRights(pool)).length === 0;
}

if (import.meta.main) {
  try {
    const env = readEnv();
    if (!env.DATABASE_URL) throw new StartupError('npm run migrate needs DATABASE_URL. Without it, npm start prepares the embedded database itself.');
    const addresses = addressesOf(env, env.DATABASE_URL);
    await expectFitting(addresses, console.log);
    await prepare(addresses, console.log);
    console.log('The database is prepared.');
  } catch (error) {
    console.error(error instanceof StartupError ? error.message : error);
    process.exitCode = 1;
  }
}
