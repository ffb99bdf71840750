import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readEnv } from '#api/env.ts';
import { connect, type Database } from '#prisma/database.ts';
import { startEmbedded } from '#prisma/embedded.ts';

/** The embedded server of an Atrium that is running now, or null. */
async function runningUrl(dataDir: string): Promise<string | null> {
  try {
    const port = readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[3]?.trim();
    const url = `postgres://atrium:${readFileSync(join(dataDir, 'password'), 'utf8').trim()}@127.0.0.1:${port}/postgres`;
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

/** Opens the database of the settings, or the embedded one, running or not, for as long as `use` takes. */
export async function withDatabase<Result>(use: (db: Database) => Promise<Result>): Promise<Result> {
  const env = readEnv();
  const running = env.DATABASE_URL ?? (await runningUrl(env.dataDir));
  const embedded = running ? null : await startEmbedded(env.dataDir);
  const connection = connect(running ?? (embedded?.url as string), { max: 2, applicationName: 'atrium-log' });
  try {
    return await use(connection.db);
  } finally {
    await connection.close();
    await embedded?.stop();
  }
}
