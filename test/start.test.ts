import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, describe, expect, inject, it } from 'vitest';

const running: ChildProcess[] = [];
const folders: string[] = [];
const servers: Server[] = [];
afterEach(async () => {
  for (const child of running.splice(0)) if (child.exitCode === null && child.signalCode === null) await ended(child, 'SIGINT');
  for (const server of servers.splice(0)) server.close();
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

const newFolder = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'atrium-start-'));
  folders.push(folder);
  return folder;
};
type Run = { child: ChildProcess; output: () => string; code: Promise<number | null>; url: Promise<string> };

/** Runs `start.ts` as a person would, with nothing but the given settings. */
function run(env: Record<string, string>): Run {
  const child = spawn(process.execPath, ['start.ts'], {
    env: { PATH: process.env['PATH'], PORT: '0', LOG_LEVEL: 'silent', ...env } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  let output = '';
  const code = new Promise<number | null>((done) => child.on('exit', done));
  const url = new Promise<string>((done, fail) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const match = /Atrium is at (\S+)/.exec(output);
      if (match?.[1]) done(match[1]);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    void code.then(() => fail(new Error(`it ended: ${output}`)));
  });
  url.catch(() => {});
  return { child, output: () => output, code, url };
}
const ended = (child: ChildProcess, signal: NodeJS.Signals) =>
  new Promise<number | null>((done) => {
    child.on('exit', (code) => done(code));
    child.kill(signal);
  });

describe('starting', () => {
  it('says what it does, serves, stops at Ctrl-C, and survives kill -9 with nothing lost', { timeout: 120_000 }, async () => {
    const folder = await newFolder();
    const first = run({ DATA_DIR: folder });
    const url = await first.url;
    for (const line of ['Creating the database', 'Starting the database', 'Prepared the database', 'Loaded the library'])
      expect(first.output()).toContain(line);
    expect((await fetch(`${url}/projects/building-blocks`)).status).toBe(200);

    const second = run({ DATA_DIR: folder });
    expect(await second.code).toBe(1);
    expect(second.output()).toMatch(/is in use by another Atrium \(process \d+\)/);
    expect(second.output()).not.toMatch(/\n\s+at /);

    const ask = async (from: string) =>
      (await (
        await fetch(`${from}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: '{"query":"{ project(slug: \\"building-blocks\\") { id version updatedAt } }"}',
        })
      ).json()) as object;
    const before = await ask(url);

    // A copy of the folder of one that runs is another folder: whatever its files say of processes, the first is left alone.
    const copy = join(await newFolder(), 'copy');
    await cp(folder, copy, { recursive: true });
    const apart = run({ DATA_DIR: copy });
    // What was copied while it was written need not be whole.
    await Promise.race([apart.url.catch(() => {}), apart.code]);
    expect(apart.output()).not.toContain('in use by another Atrium');
    expect(await ask(url)).toEqual(before);
    if (apart.child.exitCode === null) await ended(apart.child, 'SIGTERM');
    expect(await ask(url)).toEqual(before);
    await ended(first.child, 'SIGKILL');
    // The operator's own settings for PostgreSQL are for other servers.
    const third = run({ DATA_DIR: folder, PGOPTIONS: '-c search_path=nowhere', PGSSLMODE: 'require', PGUSER: 'nobody' });
    const again = await third.url;
    expect(await ask(again)).toEqual(before);
    expect(third.output()).not.toContain('Loaded the library');

    expect(await ended(third.child, 'SIGINT')).toBe(0);
    await expect(fetch(again)).rejects.toThrow();
  });

  it('leaves no process behind at Ctrl-C, whatever it is doing', { timeout: 120_000 }, async () => {
    const folder = await newFolder();
    for (const moment of ['Creating the database', 'Prepared the database']) {
      const attempt = run({ DATA_DIR: folder });
      await expect.poll(attempt.output, { timeout: 60_000, interval: 10 }).toContain(moment);
      expect([moment, await ended(attempt.child, 'SIGINT')]).toEqual([moment, 0]);
      expect(attempt.output()).not.toMatch(/\n\s+at /);
      // A server that ended removes its file, and so does who kept the folder.
      expect([moment, existsSync(join(folder, 'postgres/postmaster.pid')), existsSync(join(folder, 'atrium.pid'))]).toEqual([moment, false, false]);
    }
  });

  it('names the taken port and offers another', { timeout: 60_000 }, async () => {
    const server = createServer();
    servers.push(server);
    const port = await new Promise<number>((done) => server.listen(0, '127.0.0.1', () => done((server.address() as { port: number }).port)));
    const attempt = run({ DATA_DIR: await newFolder(), PORT: String(port) });
    expect(await attempt.code).toBe(1);
    expect(attempt.output()).toContain(`Port ${port} is taken.`);
    // Before anything was loaded.
    expect(attempt.output()).not.toContain('Starting the database');
    expect(attempt.output()).not.toMatch(/\n\s+at /);
  });

  const refused: [string, () => Promise<Record<string, string>>, RegExp][] = [
    [
      'a database that does not answer',
      async () => ({ DATABASE_URL: 'postgres://nobody:x@127.0.0.1:9/none' }),
      /The database at 127\.0\.0\.1:9 does not answer .*DATABASE_URL/,
    ],
    [
      'a data folder that cannot be written',
      async () => {
        const file = join(await newFolder(), 'file');
        await writeFile(file, '');
        return { DATA_DIR: join(file, 'below') };
      },
      /Cannot write in the data folder .*DATA_DIR/,
    ],
    ['settings that cannot be used, all of them', async () => ({ PORT: 'x', DATABASE_URL: 'mysql://a' }), /PORT: .*DATABASE_URL: /],
    [
      'a database that is newer than the code',
      async () => {
        const name = `newer_${Date.now()}`;
        const url = inject('postgresUrl');
        const admin = new pg.Client(url);
        await admin.connect();
        await admin.query(`CREATE DATABASE ${name} TEMPLATE empty_template`);
        await admin.end();
        const newer = url.replace(/\/postgres$/, `/${name}`);
        const client = new pg.Client(newer);
        await client.connect();
        await client.query("INSERT INTO schema_migration (name, checksum) VALUES ('999_from_the_future', '')");
        await client.end();
        return { DATABASE_URL: newer };
      },
      /newer than this version of Atrium \(it has migration 999_from_the_future\)/,
    ],
  ];
  it.each(refused)('refuses %s in one line, with exit code 1', { timeout: 60_000 }, async (_what, settings, message) => {
    const attempt = run(await settings());
    expect(await attempt.code).toBe(1);
    expect(attempt.output()).toMatch(message);
    expect(attempt.output()).not.toMatch(/\n\s+at /);
    expect(
      attempt
        .output()
        .trim()
        .split('\n')
        .filter((line) => !line.endsWith('...')).length,
    ).toBe(1);
  });
});
