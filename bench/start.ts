import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { aim, costs } from './aims.ts';
import { end, root } from './servers.ts';

/** Megabytes that a process holds in memory; of what it shares with others its part (Linux). */
async function memoryOf(pid: number): Promise<number | null> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => null);
  const found = text && /^Pss:\s+(\d+) kB/m.exec(text);
  return found ? Number(found[1]) / 1000 : null;
}

/** Starts the whole library and waits until it is ready: seconds, and the memory at rest some seconds later. */
async function startOnce(settings: Record<string, string>): Promise<{ seconds: number; memory: number | null } | null> {
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const begun = performance.now();
  const child = spawn(process.execPath, [join(root, 'start.ts')], {
    cwd: root,
    stdio: 'ignore',
    env: { ...process.env, NODE_ENV: 'production', PORT: String(port), MEILI_URL: '', ...settings },
  });
  const status = (path: string) =>
    new Promise<number>((done) =>
      get({ host: '127.0.0.1', port, path, headers: { accept: 'text/html' } }, (response) => {
        response.resume().on('end', () => done(response.statusCode ?? 0));
      }).on('error', () => done(0)),
    );
  try {
    for (;;) {
      if ((await status('/ready')) === 200) break;
      if (child.exitCode !== null || performance.now() - begun > 180_000) return null;
      await sleep(25);
    }
    const seconds = (performance.now() - begun) / 1000;
    for (const path of ['/', '/projects', '/vendors', '/lessons']) await status(path);
    await sleep(8_000);
    return { seconds, memory: await memoryOf(child.pid as number) };
  } finally {
    await end(child, () => child.kill('SIGINT'));
  }
}

/** First start and restart of the real library, as a person meets them. */
export async function measureStart(say: (line: string) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'atrium-bench-start-'));
  try {
    const first = await startOnce({ DATA_DIR: folder, DATABASE_URL: '' });
    const again = await startOnce({ DATA_DIR: folder, DATABASE_URL: '' });
    aim('first start', first?.seconds ?? null, 20, 's');
    aim('restart', again?.seconds ?? null, 5, 's');
    say(
      `\nStart: first ${first?.seconds.toFixed(1)} s, again ${again?.seconds.toFixed(1)} s; Node holds ${again?.memory?.toFixed(0)} MB at rest after four pages.`,
    );
    aim('memory of Node at rest, the library alone', again?.memory ?? null, 300, 'MB', 0);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The restart over a library with so many projects. */
export async function measureRestart(url: string, projects: number): Promise<void> {
  const started = await startOnce({ DATABASE_URL: url, WORKER: 'off' });
  aim('restart', started?.seconds ?? null, 6, 's');
  aim('memory of Node at rest', started?.memory ?? null, 300, 'MB', 0);
  if (started) costs('restart', projects, started.seconds * 1000);
}
