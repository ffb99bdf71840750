import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { readEnv } from '#api/env.ts';
import { verifyDatabase } from '#api/log/verify.ts';
import { connect } from '#prisma/database.ts';
import { startEmbedded } from '#prisma/embedded.ts';
import { migrate } from '#prisma/migrate.ts';
import { roleOf } from '#prisma/roles.ts';
import { StartupError } from '#prisma/startup-error.ts';
import { command, fileFault, ofFiles } from './command.ts';
import { loadTables } from './tables.ts';

// npm run dump:load -- FILE    loads what npm run dump wrote into an installation that holds nothing yet, and checks its log

await command(async () => {
  const file = process.argv[2];
  if (!file) throw new StartupError('Name the file to load: npm run dump:load -- atrium.jsonl');
  const env = readEnv();
  const server = env.DATABASE_URL ? null : await startEmbedded(env.dataDir);
  const url = env.DATABASE_MIGRATION_URL ?? env.DATABASE_URL ?? (server?.url as string);
  const connection = connect(url, { max: 2 });
  try {
    const app = env.DATABASE_URL ? (env.DATABASE_MIGRATION_URL ? env.DATABASE_URL : null) : (server?.appUrl ?? null);
    await migrate(connection.pool, app ? roleOf(app) : null);
    const rows = await loadTables(connection.db, createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })).catch(
      (error: unknown) => {
        throw ofFiles(error) ? fileFault('read', file, error) : error;
      },
    );
    const { entries, head, faults } = await verifyDatabase(connection.db);
    if (faults[0]) throw new StartupError(`${rows} rows were loaded, but the log does not fit at entry ${faults[0].sequence}: ${faults[0].message}.`);
    console.log(`Loaded ${rows} rows. The log fits: ${entries} entries. Last hash: ${head}`);
    console.log('Files that people attached are not in a dump: copy the folder files of the old DATA_DIR.');
  } finally {
    await connection.close();
    await server?.stop();
  }
});
