/**
 * Prepares a database: `npm run migrate` applies the migrations, makes the role of DATABASE_URL with its rights, and loads the
 * library, as the role of DATABASE_MIGRATION_URL. Then the application needs DATABASE_URL alone.
 */
import './env.ts';
import { readEnv } from '#api/env.ts';
import { connect } from '#prisma/database.ts';
import { expectMigrated, migrate, StartupError } from '#prisma/migrate.ts';
import { rederiveAtStart } from '#prisma/rederive.ts';
import { excessRights, roleOf } from '#prisma/roles.ts';
import { loadLibrary } from '#seed/load.ts';

/** The address that the application uses, and that of the role which owns the tables, where it is another one. */
export type DatabaseAddresses = { url: string; ownerUrl: string | null };

/**
 * Brings a database to what this code needs. With one role that may not change tables nothing is done, and the database must
 * be prepared already.
 * @throws StartupError
 */
export async function prepare({ url, ownerUrl }: DatabaseAddresses, say: (line: string) => void): Promise<void> {
  const { db, pool, close } = connect(ownerUrl ?? url, { max: 3 });
  try {
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
    await prepare({ url: env.DATABASE_URL, ownerUrl: env.DATABASE_MIGRATION_URL ?? null }, console.log);
    console.log('The database is prepared.');
  } catch (error) {
    console.error(error instanceof StartupError ? error.message : error);
    process.exitCode = 1;
  }
}
