import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';

// The commands as a person runs them, each in a process of its own.

const { url, pool } = await testDatabase('library_template');
const folder = await mkdtemp(join(tmpdir(), 'atrium-log-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const exported = join(folder, 'log.jsonl');

type Ran = { code: number; out: string; err: string };
const run = (script: 'verify' | 'export', file: string[] = [], settings: Record<string, string> = { DATABASE_URL: url }) =>
  new Promise<Ran>((done) => {
    execFile(
      process.execPath,
      [`log/${script}.ts`, ...file],
      { env: { PATH: process.env['PATH'] ?? '', DATA_DIR: join(folder, 'none'), ...settings } as unknown as NodeJS.ProcessEnv },
      (error, out, err) => done({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
/** A copy of the exported log with one line changed. */
const altered = async (name: string, change: (lines: string[]) => string[]) => {
  const file = join(folder, name);
  await writeFile(file, change((await readFile(exported, 'utf8')).split('\n')).join('\n'));
  return file;
};

it('verifies the database, exports the log, and verifies the file without any database', async () => {
  const whole = await run('verify');
  expect(whole).toMatchObject({ code: 0, err: '' });
  const [, entries, hash] = /^The log fits: (\d+) entries\. Last hash: ([0-9a-f]{64})\n/.exec(whole.out) ?? [];
  // Beside the versions: that the log is complete, the table of actions, three editions of instruments, and the library's own assessment, signed and published.
  expect(Number(entries)).toBe((await pool.query('SELECT count(*) AS n FROM record')).rows[0].n + 7);
  expect(await run('export', [exported])).toEqual({ code: 0, err: '', out: `Wrote the log to ${exported}.\n` });
  expect((await stat(exported)).mode & 0o077).toBe(0);
  const offline = await run('verify', [exported], {});
  expect(offline.out).toContain(`The log fits: ${entries} entries. Last hash: ${hash}`);
});

it('names the first entry of a file that does not fit', async () => {
  const changed = await altered('changed.jsonl', (lines) => lines.map((line, index) => (index === 9 ? line.replace('slug', 'SLUG') : line)));
  expect(await run('verify', [changed], {})).toEqual({ code: 1, out: '', err: 'The log does not fit at entry 10: its hash does not fit what it says.\n' });
  const shorter = await altered('shorter.jsonl', (lines) => lines.toSpliced(9, 1));
  expect((await run('verify', [shorter], {})).err).toBe('The log does not fit at entry 10: entry 10 is missing; 11 follows 9.\n');
});

it('names the entry whose version was altered in the database', async () => {
  const { rows } = await pool.query("UPDATE revision SET content = jsonb_set(content, '{title}', '\"Other\"') WHERE sequence = 300 RETURNING record_id");
  const { slug } = (await pool.query('SELECT slug FROM record WHERE id = $1', [rows[0].record_id])).rows[0];
  expect(await run('verify')).toEqual({
    code: 1,
    out: '',
    err: `The log does not fit at entry 300: version 1 of "${slug}" was altered after it was published.\n`,
  });
  // What the log says of itself is untouched: the export still fits.
  expect((await run('verify', [exported], {})).code).toBe(0);
});

it('says in one line what is wrong with what it was given', async () => {
  const empty = join(folder, 'empty.jsonl');
  await writeFile(empty, '\n');
  const other = join(folder, 'other.jsonl');
  await writeFile(other, '"words"\n');
  const lines: [Promise<Ran>, string | RegExp][] = [
    [run('verify', [empty], {}), `${empty} holds no entry of a log.\n`],
    [run('verify', [other], {}), `Line 1 of ${other} is not an entry of a log.\n`],
    [run('verify', [join(folder, 'absent')], {}), `Cannot read ${join(folder, 'absent')} (ENOENT).\n`],
    [run('verify', [folder], {}), `Cannot read ${folder} (EISDIR).\n`],
    [run('export'), 'Name the file to write: npm run log:export -- log.jsonl\n'],
    [run('export', [join(folder, 'absent/log')]), `Cannot write ${join(folder, 'absent/log')} (ENOENT).\n`],
    [run('verify', [], {}), `There is no database in ${join(folder, 'none')}. Set DATA_DIR or DATABASE_URL to that of your Atrium.\n`],
    [
      run('verify', [], { DATABASE_URL: 'postgres://a:b@127.0.0.1:9/c' }),
      /^The database cannot be reached \(connect ECONNREFUSED 127\.0\.0\.1:9\)\. Start it, or check DATABASE_URL\.\n$/,
    ],
    [
      run('verify', [], { DATABASE_URL: url.replace(/\/test_\w+$/, '/postgres') }),
      'The database holds no log. Start Atrium once with the same settings, then try again.\n',
    ],
  ];
  for (const [ran, line] of lines) {
    const { code, err } = await ran;
    expect(code, err).toBe(1);
    expect(err).toMatch(line instanceof RegExp ? line : new RegExp(`^${line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`));
  }
}, 120_000);
