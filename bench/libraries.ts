import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { connect } from '#prisma/database.ts';
import { type EmbeddedPostgres, startEmbedded } from '#prisma/embedded.ts';
import { migrate } from '#prisma/migrate.ts';
import { rebuildIndex } from '#search/reindex.ts';
import { loadLibrary } from '#seed/load.ts';
import { checkSample, makeAgreements, makeLibrary, type MadeSize, sizeOf } from './made.ts';

/** Where made libraries are kept between runs; making the one of 100,000 takes minutes. */
export const FOLDER = join(tmpdir(), 'atrium-bench');

export type Libraries = {
  server: EmbeddedPostgres;
  /** The address of a fresh copy of the library with so many made projects, brought to today's migrations. */
  copy: (projects: number, roster?: Roster) => Promise<string>;
  stop: () => Promise<void>;
};

/** More vendors than a library of its size would have, with agreements. */
export type Roster = { size: MadeSize; agreements: number };

const named = (url: string, database: string) => {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
};

/**
 * Made libraries in a PostgreSQL of their own: each size is made once into a database that stays as it is, and measured in
 * a copy of it, so that what one run publishes is not there in the next.
 * @param settings further settings of the server
 */
export async function openLibraries(folder: string, say: (line: string) => void, settings: Record<string, string> = {}): Promise<Libraries> {
  await mkdir(folder, { recursive: true });
  const server = await startEmbedded(folder, settings, say);
  const run = async (statement: string, values: unknown[] = []) => {
    const client = new pg.Client(server.url);
    await client.connect();
    try {
      return await client.query(statement, values);
    } finally {
      await client.end();
    }
  };
  const has = async (database: string) => (await run('SELECT FROM pg_database WHERE datname = $1', [database])).rowCount === 1;

  const make = async (projects: number, roster?: Roster) => {
    const database = roster ? `made_roster_${projects}_${roster.size.vendors}_${roster.agreements}` : `made_${projects}`;
    if (await has(database)) return database;
    const unfinished = `${database}_unfinished`;
    await run(`DROP DATABASE IF EXISTS ${unfinished} WITH (FORCE)`);
    await run(`CREATE DATABASE ${unfinished}`);
    const { db, pool, close } = connect(named(server.url, unfinished));
    try {
      await migrate(pool);
      await loadLibrary(db);
      const size = roster?.size ?? sizeOf(projects);
      say(`Making ${size.projects} projects and ${size.lessons} lessons ...`);
      const seconds = await makeLibrary(db, pool, size, say);
      say(`Made in ${seconds.toFixed(0)} s. ${await checkSample(db, pool, size)} of them were published the ordinary way too: every column is the same.`);
      if (roster) await makeAgreements(pool, roster.agreements);
      else await rebuildIndex(db);
      await pool.query('VACUUM (ANALYZE)');
    } finally {
      await close();
    }
    await run(`ALTER DATABASE ${unfinished} RENAME TO ${database}`);
    return database;
  };

  return {
    server,
    copy: async (projects, roster) => {
      const made = await make(projects, roster);
      const database = roster ? `library_roster_${projects}` : `library_${projects}`;
      await run(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
      await run(`CREATE DATABASE ${database} TEMPLATE ${made} STRATEGY file_copy`);
      const url = named(server.url, database);
      const { pool, close } = connect(url);
      try {
        await migrate(pool);
        await pool.query('VACUUM (ANALYZE)');
      } finally {
        await close();
      }
      return url;
    },
    stop: server.stop,
  };
}
