import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { verifyChain, verifyDatabase, type Verification } from '#api/log/verify.ts';
import { readEnv } from '#api/env.ts';
import { connect } from '#prisma/database.ts';
import { startEmbedded } from '#prisma/embedded.ts';
import type { LogLine } from '#prisma/log.ts';
import { StartupError } from '#prisma/migrate.ts';

// npm run log:verify            checks the log of the database and what it seals
// npm run log:verify -- FILE    checks an exported log, without any database

async function* linesOf(file: string): AsyncGenerator<LogLine> {
  let number = 0;
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (text.trim() === '') continue;
    try {
      yield JSON.parse(text) as LogLine;
    } catch {
      throw new StartupError(`Line ${number} of ${file} is not JSON.`);
    }
  }
}

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

async function database(): Promise<Verification> {
  const env = readEnv();
  const running = env.DATABASE_URL ?? (await runningUrl(env.dataDir));
  const embedded = running ? null : await startEmbedded(env.dataDir);
  const connection = connect(running ?? (embedded?.url as string), { max: 2, applicationName: 'atrium-log' });
  try {
    return await verifyDatabase(connection.db);
  } finally {
    await connection.close();
    await embedded?.stop();
  }
}

try {
  const file = process.argv[2];
  const result = file ? await verifyChain(linesOf(file)) : await database();
  if (result.fault) {
    console.error(`The log does not fit at entry ${result.fault.sequence}: ${result.fault.message}.`);
    process.exitCode = 1;
  } else {
    console.log(`The log fits: ${result.entries} entries. Last hash: ${result.head}`);
    console.log('Note the last hash elsewhere: with it, a log that was rewritten as a whole is found too.');
  }
} catch (error) {
  if (!(error instanceof StartupError) && (error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  console.error((error as Error).message);
  process.exitCode = 1;
}
