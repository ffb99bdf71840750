import '../env.ts';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { readEnv } from '#api/env.ts';
import { bytesOf } from '#api/files/bytes.ts';
import { openObjects } from '#api/files/objects.ts';
import { readKeeper } from '#api/log/key.ts';
import { verifyDatabase } from '#api/log/verify.ts';
import { connect } from '#prisma/database.ts';
import { startEmbedded } from '#prisma/embedded.ts';
import { expectFitting } from '#prisma/preflight.ts';
import { StartupError } from '#prisma/startup-error.ts';
import { command } from '../log/command.ts';
import { backupPlace, checkBackup } from './backup.ts';
import { expectEmptyFolder, restoreBackup } from './restore.ts';

// npm run restore -- FILE [--key KEYFILE]   restores a backup into the empty place that DATA_DIR and DATABASE_URL name
// npm run restore -- s3:NAME [--key KEYFILE] the same from the bucket of BACKUP_S3_URL
// npm run restore -- FILE --check            reads it to its end and restores nothing

/** The bytes of a backup, from a file or from the bucket for backups. @throws StartupError where there is none */
async function source(given: string): Promise<Readable> {
  const name = /^s3:(.+)$/.exec(given)?.[1];
  if (name === undefined) {
    if (!existsSync(given)) throw new StartupError(`There is no file ${resolve(given)}.`);
    return createReadStream(given);
  }
  const { BACKUP_S3_URL } = readEnv();
  const place = backupPlace({ BACKUP_S3_URL });
  if (!place) throw new StartupError('Set BACKUP_S3_URL to the bucket in which the backup lies.');
  return place.open(name);
}

await command(async () => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { key: { type: 'string' }, check: { type: 'boolean' } } });
  const [given] = positionals;
  if (!given) throw new StartupError('Name the backup: npm run restore -- FILE [--key KEYFILE].');
  const from = await source(given);
  if (values.key !== undefined && !existsSync(values.key)) throw new StartupError(`There is no file ${values.key}.`);
  const identities = values.key ? (readFileSync(values.key, 'utf8').match(/^AGE-SECRET-KEY-\S+$/gm) ?? []) : [];
  if (values.check) {
    const heading = await checkBackup(from, identities);
    console.log(`The backup is whole: made ${heading.madeAt} by Atrium ${heading.version}, ${heading.log?.sequence ?? 0} entries in its log.`);
    return;
  }
  const env = readEnv();
  const external = env.DATABASE_MIGRATION_URL ?? env.DATABASE_DIRECT_URL ?? env.DATABASE_URL;
  expectEmptyFolder(env.dataDir, !external);
  if (external) await expectFitting({ url: external, ownerUrl: null }, console.log);
  const uploads = bytesOf({ filesDir: join(env.dataDir, 'files'), objects: env.S3_URL ? openObjects(env.S3_URL) : null });
  const created = !existsSync(env.dataDir);
  const embedded = external ? null : await startEmbedded(env.dataDir, {}, console.log);
  const { db, pool, close } = connect(external ?? (embedded?.url as string), { max: 3, applicationName: 'atrium-restore' });
  let done = false;
  try {
    const { heading, rows, files, faulty, keys } = await restoreBackup(from, identities, { pool, dataDir: env.dataDir, files: uploads });
    done = true;
    console.log(`Restored ${rows} rows and ${files} files, as they were on ${heading.madeAt}.`);
    const keeper = env.LOG_KEY || keys.includes('log-key') ? readKeeper({ dataDir: env.dataDir, baseUrl: env.baseUrl, key: env.LOG_KEY }) : null;
    const { fault, entries, head } = await verifyDatabase(db, keeper);
    if (fault) throw new StartupError(`The log does not fit at entry ${fault.sequence}: ${fault.message}. Run npm run log:verify for all of it.`);
    console.log(`The log fits: ${entries} entries. Last hash: ${head}`);
    if (!keeper)
      console.log('The backup had no keys in it: put log-key, log-checkpoint and secret into DATA_DIR before the first start, or new ones are made.');
    if (faulty.length > 0) console.log(`${faulty.length} files were missing when the backup was made: ${faulty.slice(0, 10).join(', ')}.`);
    console.log('Everybody signs in again. Mails that waited when the backup was made are sent once a mail server is set.');
  } finally {
    await close();
    await embedded?.stop();
    // What was made here for a restore that failed is no installation.
    if (!done && embedded)
      for (const name of ['postgres', 'created', 'password', 'app-password', 'atrium.pid']) await rm(join(env.dataDir, name), { recursive: true, force: true });
    if (!done && created) await rm(env.dataDir, { recursive: true, force: true });
  }
});
