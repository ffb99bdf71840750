import { spawn } from 'node:child_process';
import { utimes } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { testDatabase } from './database.ts';

// `npm run dev` as a person runs it, over a database of this file's own. Nothing of the sources is changed: a file that is
// only touched counts as changed.

const database = await testDatabase('library_template');
const root = new URL('../', import.meta.url);

it('serves pages out of their sources, and loads the server anew when a file of it changes', { timeout: 120_000 }, async () => {
  const port = 21_000 + Math.floor(Math.random() * 20_000);
  const child = spawn(process.execPath, ['dev.ts'], {
    cwd: fileURLToPath(root),
    env: { PATH: process.env['PATH'], PORT: String(port), DATABASE_URL: database.url, LOG_LEVEL: 'debug', WORKER: 'off' } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const said = (pattern: RegExp, times = 1) =>
    new Promise<void>((done, fail) => {
      const look = () => {
        if ((output.match(new RegExp(pattern, 'g')) ?? []).length >= times) done();
      };
      child.stdout.on('data', look);
      child.on('exit', () => fail(new Error(`it ended: ${output}`)));
      look();
    });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  try {
    await said(/Atrium is at/);
    const address = `http://localhost:${port}`;
    const page = await (await fetch(`${address}/projects`)).text();
    expect(page).toContain('<script type="module" src="/@vite/client">');
    const style = /<link rel="stylesheet" href="([^"]+)"/.exec(page)?.[1] ?? '';
    expect((await fetch(address + style, { headers: { accept: 'text/css' } })).headers.get('content-type')).toContain('text/css');
    expect((await fetch(`${address}/web/app/entry.client.ts`)).headers.get('content-type')).toContain('javascript');
    // What was asked of the database stands in the log, with its time.
    expect(output).toMatch(/[\d.]+ ms {2}SELECT .* FROM record/);

    expect(output.match(/Loaded in \d+ ms/g)).toHaveLength(1);
    await utimes(new URL('api/src/xml.ts', root), new Date(), new Date());
    await said(/Loaded in \d+ ms/, 2);
    expect((await fetch(`${address}/projects`)).status).toBe(200);
  } finally {
    child.kill('SIGTERM');
  }
  await new Promise((done) => child.on('exit', done));
  expect(output).not.toMatch(/could not be loaded/);
});
