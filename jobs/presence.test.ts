import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { startWorker } from './worker.ts';

// With the library in it: the processes need not load it first.
const { db, pool, url } = await testDatabase('library_template');
const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});
const settings = { smtpUrl: null, mailFrom: 'atrium@example.org', baseUrl: 'http://localhost:3000' };
const addJob = (name: string) => pool.query('SELECT graphile_worker.add_job($1, $2, max_attempts := 5)', [name, '{}']);
const held = async () => (await pool.query<{ locked_by: string }>('SELECT locked_by FROM graphile_worker._private_jobs WHERE locked_by IS NOT NULL')).rows;
/** A lock that was taken this moment is left alone: its worker may not have shown itself yet. */
const ageLocks = () => pool.query("UPDATE graphile_worker._private_jobs SET locked_at = locked_at - interval '1 minute' WHERE locked_by IS NOT NULL");

/** A worker in a process of its own that takes the job and never ends it. */
async function stuckWorker(): Promise<ChildProcess> {
  const code = `
    const [{ connect }, { startWorker }] = await Promise.all([import('#prisma/database.ts'), import('./' + 'jobs/worker.ts')]);
    const { db, pool } = connect(process.env.DATABASE_URL, { max: 5 });
    await startWorker({ db, pool, settings: ${JSON.stringify(settings)}, report: (said) => console.error(said), tasks: { slow: () => new Promise(() => { console.log('at work'); setInterval(() => {}, 1000); }) } });
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.push(child);
  await new Promise<void>((done, fail) => {
    child.stdout?.on('data', (chunk: Buffer) => chunk.toString().includes('at work') && done());
    child.once('exit', (status) => fail(new Error(`the worker ended with ${status}`)));
  });
  return child;
}
const killed = (child: ChildProcess) =>
  new Promise<void>((done) => {
    child.removeAllListeners('exit');
    child.once('exit', () => done());
    child.kill('SIGKILL');
  });

it('frees the jobs of a worker that was killed, and those of no other', { timeout: 90_000 }, async () => {
  // Made once, so that the queue's own tables are there.
  await (await startWorker({ db, pool, settings, report: () => {} }))();
  await addJob('slow');
  const child = await stuckWorker();
  await ageLocks();
  const done: string[] = [];
  const second = () => startWorker({ db, pool, settings, report: (said) => done.push(said), tasks: { slow: async () => void done.push('slow') } });
  // While its process is there the job is its own, however long it takes.
  const stop = await second();
  expect(await held()).toHaveLength(1);
  await stop();
  expect([await held(), done]).toEqual([[{ locked_by: expect.stringMatching(/^pool-/) }], []]);
  await killed(child);
  const again = await second();
  try {
    await expect.poll(() => done, { timeout: 30_000 }).toEqual(['slow']);
    await expect.poll(held, { timeout: 10_000 }).toEqual([]);
  } finally {
    await again();
  }
});

it('says in a sentence that its port is taken, before it says that it runs; and takes none unless asked', { timeout: 60_000 }, async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((go) => server.once('listening', go));
  const { port } = server.address() as { port: number };
  const start = (more: Record<string, string>) => {
    const child = spawn(process.execPath, ['worker.ts'], {
      env: { PATH: process.env['PATH'], LOG_LEVEL: 'silent', DATABASE_URL: url, PORT: String(port), ...more } as NodeJS.ProcessEnv,
    });
    running.push(child);
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    return { child, said: () => said, code: new Promise<number | null>((go) => child.once('exit', go)) };
  };
  try {
    const refused = start({ WORKER_PORT: String(port) });
    expect(await refused.code).toBe(1);
    expect(refused.said()).toContain(`The worker cannot answer health checks at port ${port} (EADDRINUSE). Set WORKER_PORT to a free port, or leave it out.`);
    expect(refused.said()).not.toMatch(/is running|\n\s+at /);
    // PORT is the application's, which may be on the same machine.
    const runs = start({});
    await expect.poll(runs.said, { timeout: 30_000 }).toContain('The worker is running');
    runs.child.kill('SIGINT');
    expect(await runs.code).toBe(0);
  } finally {
    server.close();
  }
});
