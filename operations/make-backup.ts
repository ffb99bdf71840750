import '../env.ts';
import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { readEnv, recipientsOf } from '#api/env.ts';
import { bytesOf } from '#api/files/bytes.ts';
import { openObjects } from '#api/files/objects.ts';
import { StartupError } from '#prisma/startup-error.ts';
import { command } from '../log/command.ts';
import { withDatabase } from '../log/database.ts';
import { type BackupPlace, backupName, backupPlace, backupToFile, ownVersion } from './backup.ts';

// npm run backup [-- FILE]            makes a backup of everything while Atrium runs, into FILE, the bucket BACKUP_S3_URL or the folder BACKUP_DIR
// npm run backup -- --list            lists those that are there
// npm run backup -- --new-key FILE    makes a key: its secret half into FILE, its public half (BACKUP_KEY) on the screen

await command(async () => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { 'new-key': { type: 'string' }, list: { type: 'boolean' } } });
  if (values['new-key'] !== undefined) {
    const file = resolve(values['new-key']);
    if (existsSync(file)) throw new StartupError(`${file} is there already. Name a new file.`);
    const identity = await generateX25519Identity();
    writeFileSync(file, `${identity}\n`, { mode: 0o600, flag: 'wx' });
    console.log(`BACKUP_KEY=${await identityToRecipient(identity)}`);
    console.log(`Keep ${file} away from this machine: it alone opens the backups, and nothing here needs it.`);
    return;
  }
  const env = readEnv();
  const recipients = recipientsOf(env);
  const [given] = positionals;
  const place = backupPlace(env);
  if (values.list) {
    if (!place) throw new StartupError('Set BACKUP_S3_URL or BACKUP_DIR: no place for backups is named.');
    for (const { name, at } of await place.list()) console.log(`${place.called(name)}  ${new Date(at).toISOString()}`);
    return;
  }
  if (!given && !place) throw new StartupError('Name a file for the backup (npm run backup -- FILE), or set BACKUP_DIR or BACKUP_S3_URL.');
  const name = backupName(recipients.length > 0);
  const path = given ? resolve(given) : (place as BackupPlace).called(name);
  if (given && existsSync(path)) throw new StartupError(`${path} is there already. Name a new file.`);
  const files = bytesOf({ filesDir: join(env.dataDir, 'files'), objects: env.S3_URL ? openObjects(env.S3_URL) : null });
  const made = await withDatabase((_db, _keeper, pool) => {
    const sources = { pool, dataDir: env.dataDir, version: ownVersion(), files };
    return given || !place ? backupToFile(sources, recipients, path) : place.make(sources, recipients, name);
  });
  console.log(
    `Made ${path}: ${made.rows} rows of ${made.tables} tables, ${made.files} files${made.keys.length > 0 ? `, the keys ${made.keys.join(', ')}` : ''}.`,
  );
  if (recipients.length === 0)
    console.log(
      'It is not encrypted, and has no key in it: whoever reads it reads everything. Set BACKUP_KEY, and keep secret, log-key and log-checkpoint of DATA_DIR elsewhere.',
    );
  if (made.faulty.length > 0)
    throw new StartupError(
      `${made.faulty.length} files that the library names are not there, or have other bytes, and are not in it: ${made.faulty.slice(0, 10).join(', ')}.`,
    );
});
