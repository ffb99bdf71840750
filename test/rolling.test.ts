import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { newerMigrations } from '#prisma/migrate.ts';
import { lessonOf } from './contribute.ts';
import { testDatabase } from './database.ts';

// During a rolling upgrade the release before this one works on the database of this one. It is taken from the history of the
// repository: the newest tag or, where there is none, the last commit before the work on many processes.

const root = fileURLToPath(new URL('..', import.meta.url));
const git = (...args: string[]) => spawnSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 1024 * 1024 * 256 });
const BEFORE = '77ac401';
const tag = git('describe', '--tags', '--abbrev=0', 'HEAD^').stdout?.trim();
const release = tag || BEFORE;
const missing = git('cat-file', '-e', `${release}^{commit}`).status === 0 ? null : `the history has no ${release}`;

/** The API of a release without its pages, for people who are named by a header. */
const SERVER = `
import { buildApp } from '#api/app.ts';
import { makeDemoAccount } from '#api/accounts/demo.ts';
import { findUser } from '#api/accounts/memberships.ts';
import { makeServices } from '#api/context.ts';
import { readEnv, readOnlySettings } from '#api/env.ts';
import { connect } from '#prisma/database.ts';
import { createPostgresEngine } from '#search/postgres.ts';
const { db } = connect(process.env.DATABASE_URL);
const services = makeServices(db, createPostgresEngine(process.env.DATABASE_URL), { ...readOnlySettings(), demo: true });
services.accounts.authenticate = async (headers) => {
  const name = headers.get('x-person');
  const user = name ? await findUser(db, await makeDemoAccount(db, name)) : null;
  return user && { ...user, shown: { secondFactor: true, provedAt: new Date(), withheld: false } };
};
const { app } = await buildApp({ env: readEnv({ LOG_LEVEL: 'silent', PORT: '0' }), services });
await app.listen({ port: 0, host: '127.0.0.1' });
console.log('at http://localhost:' + app.server.address().port);
`;

it.skipIf(missing)(
  `the release before reads, writes and publishes on today’s database${missing ? ` (left out: ${missing})` : ''}`,
  { timeout: 120_000 },
  async () => {
    const { url, pool } = await testDatabase('library_template');
    const folder = await mkdtemp(join(tmpdir(), 'atrium-rolling-'));
    afterAll(() => rm(folder, { recursive: true, force: true }));
    const archive = spawnSync('git', ['archive', release], { cwd: root, maxBuffer: 1024 * 1024 * 512 });
    expect(spawnSync('tar', ['x', '-C', folder], { input: archive.stdout }).status).toBe(0);
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
    await writeFile(join(folder, 'rolling.ts'), SERVER);
    const child = spawn(process.execPath, ['rolling.ts'], { cwd: folder, env: { PATH: process.env['PATH'], DATABASE_URL: url } as NodeJS.ProcessEnv });
    afterAll(() => child.kill('SIGKILL'));
    let said = '';
    const at = await new Promise<string>((done, fail) => {
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (chunk: Buffer) => {
          said += chunk.toString();
          const [, address] = /at (http\S+)/.exec(said) ?? [];
          if (address) done(address);
        });
      child.once('exit', (code) => fail(new Error(`it ended with ${code}: ${said}`)));
    });
    const ask = async (query: string, variables: object = {}, person = '') => {
      const answer = await fetch(`${at}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(person ? { 'x-person': person } : {}) },
        body: JSON.stringify({ query, variables }),
      });
      const { data, errors } = (await answer.json()) as { data: Record<string, never>; errors?: { message: string }[] };
      expect([query, errors]).toEqual([query, undefined]);
      return data as Record<string, { [name: string]: unknown }>;
    };
    const read = await ask(
      '{ projects(first: 5) { totalCount facets { field } edges { node { title } } } search(query: "identity") { totalCount } project(slug: "building-blocks") { title statements { citations { source { title } } } } recommendations { edges { node { title } } } }',
    );
    expect(read['projects']?.['totalCount']).toBeGreaterThan(10);
    expect(read['search']?.['totalCount']).toBeGreaterThan(0);

    const result = '__typename ... on DraftSaved { draft { id edits round state } } ... on InvalidInput { fields { name message } }';
    type Draft = { id: string; edits: number; round: number; state: string };
    const draftOf = (answer: Record<string, { [name: string]: unknown }>, name: string) => answer[name]?.['draft'] as Draft;
    const saved = draftOf(
      await ask(
        `mutation ($content: JSON) { saveDraft(kind: LESSON, organization: "fao", content: $content) { ${result} } }`,
        { content: lessonOf('Written by the release before') },
        'fao-focal-point',
      ),
      'saveDraft',
    );
    const submitted = draftOf(
      await ask(`mutation ($id: ID!, $edits: Int!) { submitDraft(id: $id, edits: $edits) { ${result} } }`, saved, 'fao-focal-point'),
      'submitDraft',
    );
    const live = draftOf(
      await ask(
        `mutation ($id: ID!, $round: Int!) { decide(draft: $id, organization: "fao", round: $round, outcome: ACCEPTED) { ${result} } }`,
        submitted,
        'fao-publisher',
      ),
      'decide',
    );
    expect(live.state).toBe('LIVE');
    expect((await pool.query("SELECT FROM record WHERE title = 'Written by the release before'")).rowCount).toBe(1);

    // A process of this release begins on a newer database only where that took nothing away.
    await pool.query("INSERT INTO schema_migration (name, checksum, contracts) VALUES ('998_expands', '', false)");
    expect(await newerMigrations(pool)).toEqual(['998_expands']);
    await pool.query("INSERT INTO schema_migration (name, checksum, contracts) VALUES ('999_contracts', '', true)");
    await expect(newerMigrations(pool)).rejects.toThrow('newer than this version of Atrium (it has migration 999_contracts)');
  },
);
