import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Pool, PoolClient } from 'pg';
import type { FileBytes } from '#api/files/bytes.ts';
import { migrate, migrationNames } from '#prisma/migrate.ts';
import { StartupError } from '#prisma/startup-error.ts';
import { type Entry, readArchive } from './archive.ts';
import { type Ending, type Heading, KEYS } from './backup.ts';
import { expectTables, openTables, putRows, putSequences } from './tables.ts';

/** What was restored. */
export type Restored = { heading: Heading; rows: number; files: number; faulty: string[]; keys: string[] };

const HASH = /^[0-9a-f]{64}$/;
const TABLE = /^database\/(\d{3})-/;
/** A damaged or made-up archive must not fill the memory of who restores it (bytes of one file of it). */
const HEADING_MAX = 5_000_000;

/** Says no where a folder has anything of an installation in it. @throws StartupError */
export function expectEmptyFolder(dataDir: string, embedded: boolean): void {
  const there = existsSync(dataDir) ? readdirSync(dataDir) : [];
  const ours = embedded ? there : there.filter((name) => name === 'files' || KEYS.includes(name));
  if (ours.length > 0)
    throw new StartupError(
      `${dataDir} is not empty (${ours.slice(0, 5).join(', ')}). A backup is restored into an empty place, so that it cannot touch an installation: set DATA_DIR to a new folder.`,
    );
}

/** Says no where a database has anything in it. @throws StartupError */
export async function expectEmptyDatabase(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT n.nspname || '.' || c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S') AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema' LIMIT 1`,
  );
  if (rows[0])
    throw new StartupError(
      `The database is not empty (it has ${rows[0].name}). A backup is restored into an empty database, so that it cannot touch an installation: create a new one, and name it in the settings.`,
    );
}

/** Whether this code can read what the backup has: its format, and all of its migrations. @throws StartupError */
async function expectKnown(heading: Heading): Promise<void> {
  if (heading.format !== 1) throw new StartupError('The backup was made by a newer version of Atrium. Restore it with that version.');
  const known = await migrationNames();
  const newer = heading.migrations.find(({ name }) => !known.includes(name));
  if (newer) throw new StartupError(`The backup was made by a newer version of Atrium (it has migration ${newer.name}). Restore it with that version.`);
}

/** The files of an archive, one table after the other. */
class Reading {
  private readonly entries: AsyncGenerator<Entry>;
  current: Entry | null = null;
  constructor(entries: AsyncGenerator<Entry>) {
    this.entries = entries;
  }
  async next(): Promise<Entry | null> {
    const { value, done } = await this.entries.next();
    this.current = done ? null : value;
    return this.current;
  }
  /** The parts of one table, from the current entry on. */
  async *partsOf(number: number): AsyncGenerator<Buffer> {
    while (this.current && Number(TABLE.exec(this.current.name)?.[1] ?? -1) === number) {
      yield this.current.bytes;
      await this.next();
    }
  }
}

async function putTables(client: PoolClient, reading: Reading, { tables }: Heading): Promise<Record<string, number>> {
  const rows: Record<string, number> = {};
  for (const [number, table] of tables.entries()) {
    const name = `${table.schema}.${table.name}`;
    const here = reading.current && Number(TABLE.exec(reading.current.name)?.[1] ?? -1) === number;
    rows[name] = here ? await putRows(client, table, reading.partsOf(number)) : 0;
  }
  return rows;
}

/**
 * Restores a backup into an empty database and an empty folder: all of it, or no row. The database is that of the migrations
 * the backup was made with; the next start brings it to this version.
 * @param to the pool of the owner of the database that is to be, the folder for its keys, and where uploads go
 * @throws StartupError where the place is not empty, or the backup is damaged or of a newer version
 */
export async function restoreBackup(
  from: Readable,
  identities: string[],
  { pool, dataDir, files }: { pool: Pool; dataDir: string; files: FileBytes },
): Promise<Restored> {
  await expectEmptyDatabase(pool);
  const reading = new Reading(readArchive(from, identities));
  const first = await reading.next();
  if (first?.name !== 'backup.json' || first.bytes.length > HEADING_MAX) throw new StartupError('This is no backup of Atrium.');
  const heading = JSON.parse(first.bytes.toString()) as Heading;
  await expectKnown(heading);
  await migrate(
    pool,
    null,
    heading.migrations.map(({ name }) => name),
  );
  const client = await pool.connect();
  try {
    await client.query('BEGIN; SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0');
    const { rows: applied } = await client.query<{ name: string; checksum: string }>('SELECT name, checksum FROM schema_migration');
    const other = heading.migrations.find(({ name, checksum }) => applied.find((one) => one.name === name)?.checksum !== checksum);
    if (other)
      throw new StartupError(
        `The backup was made with another migration ${other.name} than this version has. Restore it with the version that made it (${heading.version}).`,
      );
    await expectTables(client, heading.tables);
    const close = await openTables(client);
    await reading.next();
    const rows = await putTables(client, reading, heading);
    const restored: Restored = { heading, rows: Object.values(rows).reduce((sum, one) => sum + one, 0), files: 0, faulty: [], keys: [] };
    let ending: Ending | null = null;
    for (let entry = reading.current; entry; entry = await reading.next()) {
      const { name, bytes } = entry;
      const hash = /^files\/(.+)$/.exec(name)?.[1] ?? '';
      const key = /^keys\/(.+)$/.exec(name)?.[1] ?? '';
      if (HASH.test(hash) && createHash('sha256').update(bytes).digest('hex') === hash) {
        await files.put(hash, bytes);
        restored.files++;
      } else if (KEYS.includes(key)) {
        mkdirSync(dataDir, { recursive: true, mode: 0o700 });
        writeFileSync(join(dataDir, key), bytes, { mode: 0o600 });
        restored.keys.push(key);
      } else if (name === 'end.json') ending = JSON.parse(bytes.toString()) as Ending;
      else throw new StartupError(`The backup has a file that does not belong there (${name.slice(0, 100)}). Take another one.`);
    }
    const counts = ending?.rows ?? {};
    const short = heading.tables.find(({ schema, name }) => counts[`${schema}.${name}`] !== rows[`${schema}.${name}`]);
    if (!ending || short)
      throw new StartupError(`The backup is damaged: ${short ? `${short.name} has other rows than it should` : 'its end is missing'}. Take another one.`);
    await putSequences(client, ending.sequences);
    await close();
    await client.query('COMMIT');
    await client.query('ANALYZE');
    return { ...restored, faulty: ending.faulty };
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    await rm(join(dataDir, 'files'), { recursive: true, force: true });
    for (const key of KEYS) await rm(join(dataDir, key), { force: true });
    // Rows that PostgreSQL cannot read, or that do not fit each other, are no fault of who restores (SQLSTATE, classes 22 and 23).
    const { code = '', message } = error as { code?: string; message?: string };
    if (/^2[23]/.test(code)) throw new StartupError(`The backup is damaged (${message}). Take another one.`);
    throw error;
  } finally {
    client.release();
  }
}
