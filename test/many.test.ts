import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { testDatabase } from './database.ts';
import { lineTo } from './line.ts';
import { testObjects } from './objects.ts';
import { noPgBouncer, testPgBouncer } from './pgbouncer.ts';
import { endProcess, startProcess, type Started } from './process.ts';

// Two processes, started at the same moment on an empty database, the second through PgBouncer in transaction mode where that
// is installed, with uploads in a bucket.

const { db, pool, url } = await testDatabase('template0');
const folder = await mkdtemp(join(tmpdir(), 'atrium-many-'));
const { atrium } = await testObjects('atrium');
const common = { AUTH_SECRET: 'a secret of a test that has enough letters', S3_URL: atrium, REQUESTS_PER_MINUTE: '600', WORKER: 'off' };
const started: Started[] = [];
afterAll(async () => {
  for (const one of started) one.child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});
const begin = (name: string, more: Record<string, string>) => {
  const one = startProcess('start.ts', { ...common, DATA_DIR: join(folder, name), ...more });
  started.push(one);
  return one.says(/Atrium is at (\S+)/).then(([, at = '']) => ({ at, output: one.output }));
};
const line = await lineTo(new URL(url).hostname, Number(new URL(url).port));
const pooled = noPgBouncer ? null : await testPgBouncer(url);
const [one, two] = await Promise.all([
  begin('one', { DATABASE_URL: url.replace(`:${new URL(url).port}/`, `:${line.port}/`), WORKER: 'on' }),
  begin('two', pooled ? { DATABASE_URL: pooled, DATABASE_DIRECT_URL: url } : { DATABASE_URL: url }),
]);
const form = (at: string, path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${at}${path}`, { method: 'POST', redirect: 'manual', body: new URLSearchParams(fields), headers: { origin: at, ...headers } });

describe('two processes on one database', () => {
  it('start at once on an empty one: one of them prepares it', async () => {
    expect([one, two].filter(({ output }) => output().includes('Loaded the library'))).toHaveLength(1);
    for (const { at } of [one, two])
      expect(await (await fetch(`${at}/ready`)).json()).toMatchObject({ ready: true, database: true, search: true, files: true });
  });

  it('know each other’s sessions, take a link once, and show at once what the other changed', { timeout: 120_000 }, async () => {
    const email = 'person@example.org';
    const { hashPassword } = await import('better-auth/crypto');
    const person = await db.insertInto('person').values({ name: 'Person', email, emailVerified: true }).returning('id').executeTakeFirstOrThrow();
    await db
      .insertInto('credential')
      .values({ accountId: person.id, providerId: 'credential', userId: person.id, password: await hashPassword('a long enough password') })
      .execute();
    const home = await form(one.at, '/account/sign-in', { email, password: 'a long enough password' });
    const cookie = (home.headers.getSetCookie() ?? []).map((part) => part.split(';')[0]).join('; ');
    const me = async (at: string) => (await fetch(`${at}/account/data.json`, { headers: { cookie } })).status;
    expect([await me(one.at), await me(two.at)]).toEqual([200, 200]);

    await fetch(`${one.at}/auth/request-password-reset`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email }) });
    const { text } = await expect
      .poll(() => db.selectFrom('mailOutbox').select('text').where('address', '=', email).executeTakeFirst(), { timeout: 10_000 })
      .toBeDefined()
      .then(() => db.selectFrom('mailOutbox').select('text').where('address', '=', email).executeTakeFirstOrThrow());
    const token = /\/reset-password[^\s]*?([\w-]{20,})/.exec(text)?.[1] ?? '';
    const reset = (at: string) =>
      fetch(`${at}/auth/reset-password`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ token, newPassword: 'another long enough password' }),
      }).then(({ status }) => status);
    expect((await Promise.all([reset(one.at), reset(two.at), reset(one.at), reset(two.at)])).filter((status) => status === 200)).toHaveLength(1);

    const cites = async (at: string) => (await (await fetch(`${at}/projects/building-blocks`)).text()).includes('Quokka report');
    expect([await cites(one.at), await cites(two.at)]).toEqual([false, false]);
    // Put back afterwards: the log says what it was.
    await pool.query("CREATE TABLE was AS SELECT id, title, content, updated_at FROM record WHERE kind = 'SOURCE'");
    await pool.query("UPDATE record SET title = 'Quokka report', content = content - 'symbol' WHERE kind = 'SOURCE'");
    expect([await cites(one.at), await cites(two.at)]).toEqual([true, true]);
    await pool.query(
      'UPDATE record SET title = was.title, content = was.content, updated_at = was.updated_at FROM was WHERE was.id = record.id; DROP TABLE was',
    );
  });

  it('count what one address asks for together', { timeout: 120_000 }, async () => {
    // A file that is not read to its end keeps its place, and an address has four of them.
    const ask = async (at: string) => {
      const response = await fetch(`${at}/projects.csv`);
      await response.arrayBuffer();
      return response.status;
    };
    // 150 files within a minute: two thirds of them at the one, and the other one knows.
    let first = 0;
    while (first < 120 && (await ask(one.at)) === 200) first++;
    expect(first).toBe(120);
    let second = 0;
    await expect
      .poll(
        async () => {
          const status = await ask(two.at);
          second += Number(status === 200);
          return status;
        },
        { timeout: 30_000, interval: 20 },
      )
      .toBe(429);
    expect(second).toBeLessThan(120);
  });

  it.skipIf(noPgBouncer)(
    `work through a pooler that gives each transaction another connection${noPgBouncer ? ` (left out: ${noPgBouncer})` : ''}`,
    async () => {
      const words = ['cash', 'identity', 'supply chain', 'livestock', 'vaccine', 'refuge', 'ledger', 'payment'];
      for (let round = 0; round < 5; round++) {
        const asked = words.map((word, index) => fetch(`${two.at}/search?q=${encodeURIComponent(`${word} ${words[(index + round) % 8]}`)}`));
        expect((await Promise.all(asked)).map(({ status }) => status)).toEqual(words.map(() => 200));
      }
      const found = async (at: string) =>
        (await (await fetch(`${at}/graphql?query=${encodeURIComponent('{ search(query: "livestok") { totalCount } }')}`)).json()) as object;
      expect(await found(two.at)).toEqual(await found(one.at));
      // A reader who goes takes the statement along, wherever it runs.
      const lock = await pool.connect();
      await lock.query('BEGIN; LOCK TABLE record IN ACCESS EXCLUSIVE MODE');
      const waiting = async () =>
        (await lock.query("SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '/*%'")).rowCount;
      const gone = new AbortController();
      const left = fetch(`${two.at}/graphql?query=${encodeURIComponent('{ project(slug: "building-blocks") { title } }')}`, { signal: gone.signal }).catch(
        () => {},
      );
      await expect.poll(waiting, { timeout: 10_000 }).not.toBe(0);
      gone.abort();
      await left;
      await expect.poll(waiting, { timeout: 10_000 }).toBe(0);
      await lock.query('ROLLBACK');
      lock.release();
    },
  );

  it('say what is the matter while the database is away, and are there again without a start', { timeout: 60_000 }, async () => {
    const get = async (path: string) => {
      const answer = await fetch(`${one.at}${path}`);
      return { status: answer.status, again: answer.headers.get('retry-after'), text: await answer.text() };
    };
    await line.cut();
    const down = await get('/projects/building-blocks');
    expect([down.status, down.again]).toEqual([503, '5']);
    expect(JSON.parse((await get('/ready')).text)).toMatchObject({ ready: false, database: false });
    expect((await get('/health')).status).toBe(200);
    await line.open();
    await expect.poll(async () => (await get('/projects/building-blocks')).status, { timeout: 20_000, interval: 100 }).toBe(200);
    expect((await get('/ready')).status).toBe(200);
  });

  it('answer what they have accepted when they are told to end', { timeout: 60_000 }, async () => {
    const lock = await pool.connect();
    await lock.query('BEGIN; LOCK TABLE record IN ACCESS EXCLUSIVE MODE');
    const waiting = fetch(`${one.at}/graphql?query=${encodeURIComponent('{ project(slug: "building-blocks") { title } }')}`);
    await expect
      .poll(async () => (await lock.query("SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")).rowCount, {
        timeout: 20_000,
      })
      .not.toBe(0);
    const over = endProcess(started[0] as Started, 'SIGTERM');
    // It has said that it is about to end before it lets go of anything.
    await expect.poll(async () => (await fetch(`${one.at}/health`).catch(() => null))?.status ?? 'closed', { timeout: 10_000 }).toBe('closed');
    await lock.query('ROLLBACK');
    lock.release();
    expect((await waiting).status).toBe(200);
    expect(await over).toBe(0);
    await line.cut();
  });

  it('can be wiped and brought back by the commands: the same hashes, pages and search', { timeout: 240_000 }, async () => {
    const looked = ['/projects/building-blocks', '/search?q=cash+refugees', '/projects?stage=PILOT', '/uptake', '/vendors', '/log'];
    const look = async (at: string) => {
      const found: [string, number, string][] = [];
      for (const path of looked) {
        const answer = await fetch(`${at}${path}`);
        found.push([path, answer.status, (await answer.text()).replaceAll(at, '')]);
      }
      return found;
    };
    const run = async (file: string, settings: Record<string, string>, ...args: string[]) => {
      const program = startProcess(file, { DATABASE_URL: url, S3_URL: atrium, ...settings }, args);
      expect([file, await program.code, program.output()]).toEqual([file, 0, expect.any(String)]);
      return program.output();
    };
    const before = await look(two.at);
    expect(before.map(([, status]) => status)).toEqual(looked.map(() => 200));
    const [key, file] = [join(folder, 'backup.key'), join(folder, 'backup.tar.gz.age')];
    const BACKUP_KEY = /BACKUP_KEY=(\S+)/.exec(await run('operations/make-backup.ts', {}, '--new-key', key))?.[1] ?? '';
    await run('operations/make-backup.ts', { BACKUP_KEY, DATA_DIR: join(folder, 'one') }, file);
    const hashOf = (said: string) => /\b[0-9a-f]{64}\b/.exec(said)?.[0];
    const head = hashOf(await run('log/verify.ts', { DATA_DIR: join(folder, 'one') }));
    expect(head).toMatch(/^[0-9a-f]{64}$/);

    for (const one of started) await endProcess(one, 'SIGKILL');
    const { rows } = await pool.query<{ name: string }>(
      "SELECT nspname AS name FROM pg_namespace WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema'",
    );
    for (const { name } of rows) await pool.query(`DROP SCHEMA ${name} CASCADE`);
    await pool.query('CREATE SCHEMA public');
    const DATA_DIR = join(folder, 'restored');
    expect(hashOf(await run('operations/restore-backup.ts', { DATA_DIR }, file, '--key', key))).toBe(head);
    expect(hashOf(await run('log/verify.ts', { DATA_DIR }))).toBe(head);
    const again = await begin('restored', { DATABASE_URL: url });
    expect(again.output()).not.toContain('Loaded the library');
    expect(await look(again.at)).toEqual(before);
  });
});
