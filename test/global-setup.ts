import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '#prisma/database.ts';
import { startEmbedded } from '#prisma/embedded.ts';
import { migrate } from '#prisma/migrate.ts';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string;
  }
}

/** One real PostgreSQL for the whole run, with a migrated template that each test file clones. */
export default async function setup(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'atrium-test-'));
  const server = await startEmbedded(folder, { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' });
  const { pool, close } = connect(server.url, { max: 1 });
  await pool.query('CREATE DATABASE empty_template');
  await close();
  const template = connect(server.url.replace(/\/postgres$/, '/empty_template'), { max: 2 });
  await migrate(template.pool);
  await template.close();
  project.provide('postgresUrl', server.url);
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
