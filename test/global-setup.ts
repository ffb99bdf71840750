import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
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
 * `library_template` holds the whole library too. With `TEST_CACHE`, a folder, they are kept there for the next run,
 * for as long as nothing that they are made of changes.
 */
export default async function setup(project: TestProject) {
  // Once, before two test files find a stale build at the same time.
  buildPages();
  const folder = await mkdtemp(join(tmpdir(), 'atrium-test-'));
  const kept = process.env.TEST_CACHE ? join(process.env.TEST_CACHE, madeOf()) : undefined;
  if (kept && !existsSync(kept)) {
    const made = await mkdtemp(`${kept}-`);
    const server = await startEmbedded(made, quick);
    await makeTemplates(server.url);
    await server.stop();
    await rename(made, kept).catch(() => rm(made, { recursive: true, force: true }));
  }
  if (kept) await cp(kept, folder, { recursive: true, verbatimSymlinks: true });
  const server = await startEmbedded(folder, quick);
  if (!kept) await makeTemplates(server.url);
  project.provide('postgresUrl', server.url);
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

const quick = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** A hash of every file that the templates are made of. */
function madeOf(): string {
  const hash = createHash('sha256');
  for (const file of globSync(['{prisma,search,seed,i18n,log}/**/*.{ts,sql,yaml,json,prisma}', 'package-lock.json']).sort())
    hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

async function makeTemplates(serverUrl: string) {
  const { pool } = connect(serverUrl, { max: 1 });
  await pool.query('CREATE DATABASE empty_template');
  await pool.end();
  const template = connect(serverUrl.replace(/\/postgres$/, '/empty_template'), { max: 2 });
  await migrate(template.pool);
  // Through the pool itself: only what nobody is connected to can be cloned.
  await template.pool.end();
  // Faulty data files are the business of the tests that read them; the others go on without the second template.
  await makeLibraryTemplate(serverUrl).catch((error: unknown) => console.error(`The library could not be loaded for the tests: ${String(error)}`));
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
