import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { readEnv } from '#api/env.ts';
import { type LogKeeper, readKeeper } from '#api/log/key.ts';
import { connect, type Database } from '#prisma/database.ts';
import { embeddedAddresses, startEmbedded } from '#prisma/embedded.ts';
import { StartupError } from '#prisma/startup-error.ts';
import { ofFiles } from './command.ts';

/** The embedded server of an Atrium that is running now, or null. */
async function runningUrl(dataDir: string): Promise<string | null> {
  try {
    const { url } = embeddedAddresses(dataDir);
    const { pool, close } = connect(url, { max: 1 });
    const answers = await pool.query('SELECT 1').then(
      () => true,
      () => false,
    );
    await close();
    return answers ? url : null;
  } catch {
    return null;
  }
}

/** What a person can do about a database that cannot be read; null for a fault of ours. */
function adviceFor(error: unknown): string | null {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  if (ofFiles(error)) return null;
  // PostgreSQL: undefined_table.
  if (code === '42P01') return 'The database holds no log. Start Atrium once with the same settings, then try again.';
  // No answer from the address, or one that refuses the name, the password (class 28) or the database (3D000).
  if (/^(E[A-Z]+|28...|3D000|57P0.)$/.test(code) || /timeout/i.test(message))
    return `The database cannot be reached (${message || code}). Start it, or check DATABASE_URL.`;
  return null;
}

/**
 * Opens the database of the settings, or the embedded one, running or not, for as long as `use` takes, which is given the key
 * of the log too where it is at hand, and the bare connections.
 * @throws StartupError with one line that says what to do, where there is no database or it does not answer
 */
export async function withDatabase<Result>(use: (db: Database, keeper: LogKeeper | null, pool: Pool) => Promise<Result>): Promise<Result> {
  const env = readEnv();
  const running = env.DATABASE_MIGRATION_URL ?? env.DATABASE_DIRECT_URL ?? env.DATABASE_URL ?? (await runningUrl(env.dataDir));
  // A check makes no database of its own.
  if (!running && !existsSync(join(env.dataDir, 'created')))
    throw new StartupError(`There is no database in ${env.dataDir}. Set DATA_DIR or DATABASE_URL to that of your Atrium.`);
  const embedded = running ? null : await startEmbedded(env.dataDir);
  const connection = connect(running ?? (embedded?.url as string), { max: 2, applicationName: 'atrium-log' });
  try {
    // A check makes no key either.
    const key = env.LOG_KEY || existsSync(join(env.dataDir, 'log-key'));
    return await use(connection.db, key ? readKeeper({ dataDir: env.dataDir, baseUrl: env.baseUrl, key: env.LOG_KEY }) : null, connection.pool);
  } catch (error) {
    const advice = adviceFor(error);
    throw advice ? new StartupError(advice) : error;
  } finally {
    await connection.close();
    await embedded?.stop();
  }
}
