import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, expect, inject, it } from 'vitest';
import { expectFitting } from './preflight.ts';

const server = inject('postgresUrl');
const admin = new pg.Client(server);
await admin.connect();
const name = `fit_${randomBytes(4).toString('hex')}`;
const made: string[] = [];
afterAll(async () => {
  for (const text of made.reverse()) await admin.query(text);
  await admin.end();
});
/** A database or role of this test alone, gone at its end. */
async function make(kind: 'DATABASE' | 'ROLE', text: string) {
  await admin.query(`CREATE ${kind} ${text}`);
  const [which] = text.split(' ');
  made.push(kind === 'DATABASE' ? `DROP DATABASE ${which} WITH (FORCE)` : `DROP OWNED BY ${which}; DROP ROLE ${which}`);
}
const address = (database: string, role?: string) => {
  const url = new URL(server);
  url.pathname = `/${database}`;
  if (role) [url.username, url.password] = [role, 'of-a-test'];
  return url.href;
};
const said = async (url: string, lines: string[] = []) =>
  expectFitting({ url, ownerUrl: null }, (line) => lines.push(line)).then(
    () => 'fits',
    (error: Error) => error.message,
  );
/** What a database has in it that PostgreSQL did not bring. */
const tablesOf = async (database: string) => {
  const client = new pg.Client(address(database));
  await client.connect();
  const { rows } = await client.query("SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace");
  await client.end();
  return rows;
};

it('takes a database as it should be, and says in which time zone its days are counted', async () => {
  await make('DATABASE', `${name}_good TEMPLATE template0`);
  const lines: string[] = [];
  expect(await said(address(`${name}_good`), lines)).toBe('fits');
  await admin.query(`ALTER DATABASE ${name}_good SET timezone = 'Asia/Tokyo'`);
  lines.length = 0;
  expect(await said(address(`${name}_good`), lines)).toBe('fits');
  expect(lines).toEqual(['Days are counted in the time zone of the database, Asia/Tokyo.']);
});

it('names everything that is wrong at once, before anything is written', async () => {
  await make('DATABASE', `${name}_latin ENCODING 'LATIN1' LOCALE_PROVIDER libc LOCALE 'C' TEMPLATE template0`);
  await make('ROLE', `${name}_guest LOGIN PASSWORD 'of-a-test'`);
  await admin.query(`ALTER ROLE ${name}_guest SET default_transaction_read_only = on`);
  const message = await said(address(`${name}_latin`, `${name}_guest`));
  for (const part of [
    'cannot be used',
    "Its encoding is LATIN1; create a database with ENCODING 'UTF8'.",
    'It takes no writes',
    'may not create tables',
    'may not create schemas',
  ])
    expect(message).toContain(part);
  expect(await tablesOf(`${name}_latin`)).toEqual([]);

  await admin.query(`ALTER ROLE ${name}_guest SET search_path = nowhere`);
  expect(await said(address(`${name}_good`, `${name}_guest`))).toContain('Its search_path (nowhere) does not begin with the schema public');
});

it('says why no connection comes about', async () => {
  expect(await said(`${address(`${name}_good`)}?sslmode=require`)).toMatch(/takes no encrypted connections.*sslmode=disable in DATABASE_URL/);
  expect(await said('postgres://nobody:x@127.0.0.1:9/none')).toMatch(/^The database at 127\.0\.0\.1:9 does not answer .*correct DATABASE_URL\.$/);
});

const pgbouncer = '/usr/sbin/pgbouncer';
it('refuses a pooler that gives each transaction another connection, and takes one that keeps them', async (context) => {
  if (!existsSync(pgbouncer)) {
    console.info('PgBouncer is not installed on this machine: what is said of it was not tried.');
    return context.skip();
  }
  const folder = await mkdtemp(join(tmpdir(), 'atrium-pgbouncer-'));
  await chmod(folder, 0o755);
  await make('ROLE', `${name}_pooled LOGIN PASSWORD 'of-a-test' SUPERUSER`);
  const { hostname, port } = new URL(server);
  const free = await new Promise<number>((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port: found } = probe.address() as { port: number };
      probe.close(() => done(found));
    });
  });
  await writeFile(join(folder, 'users'), `"${name}_pooled" "of-a-test"\n`);
  try {
    for (const [mode, ignore, expected] of [
      ['transaction', 'extra_float_digits', /is a pooler that gives each transaction another connection/],
      ['transaction', 'options', /is a pooler that gives each transaction another connection/],
      ['session', 'options', /^fits$/],
    ] as const) {
      await writeFile(
        join(folder, 'ini'),
        `[databases]\n* = host=${hostname} port=${port}\n[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = ${free}\nunix_socket_dir =\nauth_type = plain\nauth_file = ${join(folder, 'users')}\npool_mode = ${mode}\nignore_startup_parameters = ${ignore}\n`,
      );
      // It refuses to run as root.
      const child = spawn(pgbouncer, [join(folder, 'ini')], { stdio: 'ignore', ...(process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}) });
      const ended = new Promise((done) => child.once('exit', done));
      try {
        const at = address(`${name}_good`, `${name}_pooled`).replace(`:${port}/`, `:${free}/`);
        await expect.poll(() => said(at), { timeout: 10_000 }).not.toContain('ECONNREFUSED');
        expect([mode, ignore, await said(at)]).toEqual([mode, ignore, expect.stringMatching(expected)]);
      } finally {
        child.kill('SIGKILL');
        await ended;
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
