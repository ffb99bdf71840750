import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { testSite } from './visit.ts';

// Many readers of the dearest pages at once, over real connections: whoever asks for anything else is answered all the while, nobody
// is told anything but the page or "come again", and nothing stays behind. CROWD_SECONDS=20 makes it long.

const SECONDS = Number(process.env['CROWD_SECONDS'] ?? 3);
const READERS = 64;
const { app, pool } = await testSite();
await app.listen({ port: 0, host: '127.0.0.1' });
const { port } = app.server.address() as { port: number };

type Heard = { status: number; retryAfter: string | undefined };
/** Asks as a reader of its own would; `leave` goes away before the answer is there. */
const ask = (path: string, { leave }: { leave?: number } = {}) =>
  new Promise<Heard>((done, fail) => {
    const sent = request({ host: '127.0.0.1', port, path, agent: false, headers: { accept: 'text/html', host: 'localhost' } }, (response) => {
      response.resume().on('end', () => done({ status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'] }));
      response.on('error', fail);
    });
    sent.on('error', (error) => (leave === undefined ? fail(error) : done({ status: 0, retryAfter: undefined })));
    sent.end();
    if (leave !== undefined) setTimeout(() => sent.destroy(), leave);
  });

it('answers everybody else while a crowd reads the dearest pages, and is itself again afterwards', { timeout: SECONDS * 1000 + 120_000 }, async () => {
  const dearest = ['/overview', '/uptake', '/projects', '/search?q=blockchain', '/projects.csv', '/lessons?theme=GOVERNANCE', '/goals/3', '/projects.xlsx'];
  await ask('/projects/building-blocks');
  globalThis.gc?.();
  const memory = process.memoryUsage().rss;
  const heard = new Map<string, number>();
  let stop = false;
  let number = 0;
  const crowd = Array.from({ length: READERS }, async (_, reader) => {
    while (!stop) {
      const path = dearest[(reader + number) % dearest.length] as string;
      // Each asks for an address of its own, so that no page is kept for it; every eighth goes away before the answer is there.
      const own = `${path}${path.includes('?') ? '&' : '?'}crowd=${number++}`;
      const { status, retryAfter } = await ask(own, reader % 8 === 0 ? { leave: 20 } : {});
      const what = status === 503 && retryAfter ? 'come again' : String(status);
      heard.set(what, (heard.get(what) ?? 0) + 1);
    }
  });
  const others: Heard[] = [];
  const until = Date.now() + SECONDS * 1000;
  // On a slow machine a round takes longer; there are some all the same.
  while (Date.now() < until || others.length < 6) {
    others.push(await ask('/health'));
    others.push(await ask('/projects/building-blocks'));
    await sleep(100);
  }
  stop = true;
  await Promise.all(crowd);

  // Everything else was answered, each time.
  expect(new Set(others.map((one) => one.status))).toEqual(new Set([200]));
  // The crowd got its pages or was told to come again; nothing failed. Those who left heard nothing.
  expect([...heard.keys()].filter((what) => !['200', '0', 'come again'].includes(what))).toEqual([]);
  expect(heard.get('200') ?? 0).toBeGreaterThan(0);
  // What was asked for by readers who left is not worked on any more.
  for (let wait = 0; wait < 100; wait++) {
    const { rows } = await pool.query<{ busy: number }>(
      "SELECT count(*)::int AS busy FROM pg_stat_activity WHERE datname = current_database() AND state = 'active' AND pid <> pg_backend_pid()",
    );
    if (rows[0]?.busy === 0) break;
    expect(wait, 'statements still run').toBeLessThan(99);
    await sleep(50);
  }
  await sleep(500);
  globalThis.gc?.();
  expect((process.memoryUsage().rss - memory) / 1e6).toBeLessThan(600);
});
