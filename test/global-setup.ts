import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '#prisma/database.ts';
import { startEmbedded } from '#prisma/embedded.ts';
import { migrate } from '#prisma/migrate.ts';
import { loadLibrary } from '#seed/load.ts';
import { buildPages } from '../web/build.ts';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string;
  }
}

/**
 * One real PostgreSQL for the whole run, with two templates that test files clone: `empty_template` is migrated,
 * `library_template` holds the whole library too.
 */
export default async function setup(project: TestProject) {
  // Once, before two test files find a stale build at the same time.
  buildPages();
  const folder = await mkdtemp(join(tmpdir(), 'atrium-test-'));
  const server = await startEmbedded(folder, { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' });
  const { pool } = connect(server.url, { max: 1 });
  await pool.query('CREATE DATABASE empty_template');
  await pool.end();
  const template = connect(server.url.replace(/\/postgres$/, '/empty_template'), { max: 2 });
  await migrate(template.pool);
  // Through the pool itself: only what nobody is connected to can be cloned.
  await template.pool.end();
  // Faulty data files are the business of the tests that read them; the others go on without the second template.
  await makeLibraryTemplate(server.url).catch((error: unknown) => console.error(`The library could not be loaded for the tests: ${String(error)}`));
  project.provide('postgresUrl', server.url);
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

async function makeLibraryTemplate(serverUrl: string) {
  const { pool } = connect(serverUrl, { max: 1 });
  await pool.query('CREATE DATABASE library_loading TEMPLATE empty_template');
  const library = connect(serverUrl.replace(/\/postgres$/, '/library_loading'), { max: 2 });
  try {
    await loadLibrary(library.db);
    await library.pool.query('ANALYZE');
    await library.close();
    await pool.query('ALTER DATABASE library_loading RENAME TO library_template');
  } finally {
    await pool.end();
  }
}
