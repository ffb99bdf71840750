import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, readFileSync, statSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PassThrough, Readable, type Writable } from 'node:stream';
import type { Pool, PoolClient } from 'pg';
import type { BackupSettings } from '#api/env.ts';
import { bytesOf, type FileBytes } from '#api/files/bytes.ts';
import { type Objects, openObjects } from '#api/files/objects.ts';
import { StartupError } from '#prisma/startup-error.ts';
import { type Add, readArchive, writeArchive } from './archive.ts';
import { keptTables, rowsOf, type Sequence, sequences, type Table } from './tables.ts';

/** What the first file of a backup says (`backup.json`). */
export type Heading = {
  format: 1;
  /** Of Atrium. */
  version: string;
  madeAt: string;
  migrations: { name: string; checksum: string }[];
  tables: Table[];
  /** The log at that moment; null where nothing is in it. */
  log: { sequence: number; hash: string } | null;
};
/** What its last file says (`end.json`). */
export type Ending = {
  rows: Record<string, number>;
  sequences: Sequence[];
  files: number;
  /** Hashes of files that the library names and that were not there, or had other bytes. */
  faulty: string[];
};

/** What lies beside the database and cannot be made again: what signs sessions, what signs the log, the last checkpoint. */
export const KEYS = ['secret', 'log-key', 'log-checkpoint'];
/** A part of a table is held in memory (bytes). */
const PART = 4 * 1024 * 1024;
const NAME = /^atrium-\d{8}T\d{6}Z\.tar\.gz(\.age)?$/;

/** What a backup is made of. */
export type Sources = { pool: Pool; dataDir: string; version: string; files: FileBytes };
/** What came of it: the counts for a person. */
export type Made = { tables: number; rows: number; files: number; faulty: string[]; keys: string[] };

async function putTable(add: Add, client: PoolClient, table: Table, number: number): Promise<number> {
  const stream = rowsOf(client, table);
  let held: Buffer[] = [];
  let size = 0;
  let part = 0;
  const put = async () => {
    if (size === 0) return;
    await add(`database/${String(number).padStart(3, '0')}-${table.schema}.${table.name}/${String(++part).padStart(6, '0')}.copy`, Buffer.concat(held));
    held = [];
    size = 0;
  };
  for await (const chunk of stream) {
    held.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size >= PART) await put();
  }
  await put();
  return stream.rowCount;
}

/**
 * Writes a backup of the whole installation while it runs: every row as of one moment (one snapshot of the database), the
 * files that these rows name, and, where it is encrypted, the keys that lie beside the database. Rows come in the
 * text format of COPY, through an ordinary connection: it works for every PostgreSQL, with the role of the application.
 * @param to where the bytes go; it is ended
 * @param recipients public keys of age; without one the backup is neither encrypted nor has it any key
 */
export async function writeBackup({ pool, dataDir, version, files: kept }: Sources, recipients: string[], to: Writable): Promise<Made> {
  const made: Made = { tables: 0, rows: 0, files: 0, faulty: [], keys: [] };
  const client = await pool.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0');
    const { rows: migrations } = await client.query<{ name: string; checksum: string }>('SELECT name, checksum FROM schema_migration ORDER BY name');
    const { rows: heads } = await client.query<{ sequence: number; hash: string }>('SELECT sequence, hash FROM log_entry ORDER BY sequence DESC LIMIT 1');
    const { rows: files } = await client.query<{ hash: string }>('SELECT DISTINCT hash FROM file ORDER BY hash');
    const tables = await keptTables(client);
    const heading: Heading = { format: 1, version, madeAt: new Date().toISOString(), migrations, tables, log: heads[0] ?? null };
    await writeArchive(to, recipients, async (add): Promise<Ending> => {
      await add('backup.json', Buffer.from(JSON.stringify(heading, null, 1)));
      const rows: Record<string, number> = {};
      for (const [index, table] of tables.entries()) {
        const count = await putTable(add, client, table, index);
        rows[`${table.schema}.${table.name}`] = count;
        made.rows += count;
      }
      const all = await sequences(client);
      await client.query('COMMIT');
      for (const { hash } of files) {
        const bytes = await kept.read(hash).catch(() => null);
        if (bytes && createHash('sha256').update(bytes).digest('hex') === hash) {
          await add(`files/${hash}`, bytes);
          made.files++;
        } else made.faulty.push(hash);
      }
      if (recipients.length > 0)
        for (const name of KEYS.filter((one) => existsSync(join(dataDir, one)))) {
          await add(`keys/${name}`, readFileSync(join(dataDir, name)));
          made.keys.push(name);
        }
      made.tables = tables.length;
      return { rows, sequences: all, files: made.files, faulty: made.faulty };
    });
    return made;
  } finally {
    // Nothing of it stays on a connection that others take.
    await client.query('ROLLBACK').catch(() => {});
    client.release();
  }
}

/** What a backup that is made now is called. */
export const backupName = (encrypted: boolean, now = new Date()) =>
  `atrium-${now.toISOString().replace(/[-:]/g, '').replace(/\.\d+/, '')}.tar.gz${encrypted ? '.age' : ''}`;

/** Writes a backup into a file: whole, and on the disk, or not at all. @throws StartupError where it cannot be written */
export async function backupToFile(sources: Sources, recipients: string[], path: string): Promise<Made> {
  const partial = `${path}.partial`;
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const made = await writeBackup(sources, recipients, createWriteStream(partial, { mode: 0o600, flush: true }));
    await rename(partial, path);
    return made;
  } catch (error) {
    await rm(partial, { force: true }).catch(() => {});
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC') throw new StartupError(`The disk of ${dirname(path)} is full: no backup was made. Make room, or choose another folder.`);
    if (code && /^E(ACCES|ROFS|PERM|NOTDIR|ISDIR|EXIST)$/.test(code))
      throw new StartupError(`Cannot write ${path} (${code}). Choose a folder that can be written.`);
    throw error;
  }
}

/** Where backups lie. */
export type BackupPlace = {
  /** What a backup of that name is called to a person. */
  called(name: string): string;
  make(sources: Sources, recipients: string[], name: string): Promise<Made>;
  /** The backups, oldest first. Whatever has another name is none of ours. */
  list(): Promise<{ name: string; at: number }[]>;
  /** @throws StartupError where there is none of that name */
  open(name: string): Promise<Readable>;
  remove(name: string): Promise<void>;
};

const inFolder = (folder: string): BackupPlace => ({
  called: (name) => join(folder, name),
  make: (sources, recipients, name) => backupToFile(sources, recipients, join(folder, name)),
  list: async () =>
    (await readdir(folder).catch(() => [] as string[]))
      .filter((name) => NAME.test(name))
      .sort()
      .map((name) => ({ name, at: statSync(join(folder, name)).mtimeMs })),
  open: async (name) => {
    const path = join(folder, name);
    if (!existsSync(path)) throw new StartupError(`There is no file ${path}.`);
    return createReadStream(path);
  },
  remove: (name) => rm(join(folder, name)),
});

const IN_BUCKET = 'backups/';
const inBucket = (objects: Objects): BackupPlace => ({
  called: (name) => `s3:${name}`,
  make: async (sources, recipients, name) => {
    const through = new PassThrough({ highWaterMark: 1024 * 1024 });
    // What fails on one side ends the other: an upload that was not ended leaves no object.
    const sent = objects.putStream(`${IN_BUCKET}${name}`, Readable.toWeb(through) as unknown as ReadableStream<Uint8Array>);
    sent.catch((error: Error) => through.destroy(error));
    const made = await writeBackup(sources, recipients, through).catch(async (error: Error) => {
      through.destroy(error);
      await sent.catch(() => {});
      throw error;
    });
    await sent;
    return made;
  },
  list: async () => {
    const found: { name: string; at: number }[] = [];
    for await (const { key, at } of objects.list(IN_BUCKET))
      if (NAME.test(key.slice(IN_BUCKET.length))) found.push({ name: key.slice(IN_BUCKET.length), at: at.getTime() });
    return found.sort((one, other) => (one.name < other.name ? -1 : 1));
  },
  open: async (name) => {
    const found = await objects.open(`${IN_BUCKET}${name}`);
    if (!found) throw new StartupError(`There is no backup ${name} in the bucket of BACKUP_S3_URL.`);
    return Readable.fromWeb(found.stream as never);
  },
  remove: (name) => objects.remove(`${IN_BUCKET}${name}`),
});

/** The place of the settings: a bucket where there is one for backups, or a folder; null where neither is. */
export function backupPlace({ BACKUP_S3_URL, BACKUP_DIR }: { BACKUP_S3_URL?: string | undefined; BACKUP_DIR?: string | undefined }): BackupPlace | null {
  if (BACKUP_S3_URL) return inBucket(openObjects(BACKUP_S3_URL));
  return BACKUP_DIR ? inFolder(BACKUP_DIR) : null;
}

/** How many backups stay, however old they are. */
const STAY = 3;

/**
 * Removes backups that are older than they are kept, but never the newest three.
 * @param days how long they are kept
 * @returns the names of those removed
 */
export async function removeOld(place: BackupPlace, days: number, now = Date.now()): Promise<string[]> {
  const all = await place.list();
  const gone = all.slice(0, -STAY).filter(({ at }) => now - at > days * 86_400_000);
  for (const { name } of gone) await place.remove(name);
  return gone.map(({ name }) => name);
}

/** The version of this code. */
export const ownVersion = (): string => (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }).version;

/**
 * Makes a backup by the settings and removes those that are too old, as a job.
 * @param report told of files that the backup could not have
 * @returns what the backup is called
 */
export async function backupRound(
  pool: Pool,
  { place: where, dataDir, recipients, keepDays }: BackupSettings,
  settings: Parameters<typeof bytesOf>[0],
  report: (message: string) => void,
): Promise<string> {
  const place = backupPlace(where);
  if (!place) throw new StartupError('Backups have no place: set BACKUP_DIR or BACKUP_S3_URL.');
  const name = backupName(recipients.length > 0);
  const { faulty } = await place.make({ pool, dataDir, version: ownVersion(), files: bytesOf(settings) }, recipients, name);
  if (faulty.length > 0)
    report(`The backup lacks ${faulty.length} files that the library names: they are not there, or have other bytes (${faulty.slice(0, 3).join(', ')}).`);
  await removeOld(place, keepDays);
  return name;
}

/** Reads a backup from its first to its last byte without restoring anything. @throws StartupError where it is damaged */
export async function checkBackup(from: Readable, identities: string[]): Promise<Heading> {
  let heading: Heading | null = null;
  for await (const { name, bytes } of readArchive(from, identities)) if (name === 'backup.json') heading = JSON.parse(bytes.toString());
  if (!heading) throw new StartupError('This is no backup of Atrium.');
  return heading;
}
