import type { Pool } from 'pg';
import { get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { aim, costs } from './aims.ts';
import { databaseCpu } from './pages.ts';
import { drained, percentile } from './load.ts';
import type { Server } from './servers.ts';

type Received = { status: number; etag: string; bytes: number; first: number; all: number; gap: number };
/** Reads a file as fast as it comes: when its first byte was there, and the longest time without a further one (milliseconds). */
const receive = (port: number, path: string, headers: Record<string, string>) =>
  new Promise<Received>((done, fail) => {
    const begun = performance.now();
    get({ host: '127.0.0.1', port, path, headers }, (response) => {
      let [bytes, first, last, gap] = [0, 0, begun, 0];
      response.on('data', (chunk: Buffer) => {
        const now = performance.now();
        if (bytes === 0) first = now - begun;
        else gap = Math.max(gap, now - last);
        bytes += chunk.length;
        last = now;
      });
      response.on('end', () =>
        done({ status: response.statusCode ?? 0, etag: String(response.headers.etag ?? ''), bytes, first, all: performance.now() - begun, gap }),
      );
      response.on('error', fail);
    }).on('error', fail);
  });

/** Seconds of processor that all rows as a file may take, for a hundred thousand of them. */
const limits = { csv: 12, json: 8, xlsx: 30 } as const;

/** All projects as a file of each format, while another reader asks for /health all the time. */
export async function measureFiles(api: Server, pool: Pool, projects: number, say: (line: string) => void): Promise<void> {
  const table: Record<string, string | number>[] = [];
  for (const [format, limit] of Object.entries(limits)) {
    const path = `/projects.${format}`;
    const headers = { 'accept-encoding': format === 'xlsx' ? 'identity' : 'gzip, deflate, br, zstd' };
    await drained(pool);
    const memory = Number(await api.ask('memory'));
    const [node, postgres] = [Number(await api.ask('cpu')), (await databaseCpu(pool)) ?? Number.NaN];
    await api.ask('delay');
    let stop = false;
    const waits: number[] = [];
    const other = (async () => {
      while (!stop) {
        waits.push((await receive(api.port, '/health', {})).all);
        await sleep(5);
      }
    })();
    const file = await receive(api.port, path, headers);
    stop = true;
    await other;
    const nodeCpu = (Number(await api.ask('cpu')) - node) / 1000;
    const postgresCpu = (((await databaseCpu(pool)) ?? Number.NaN) - postgres) / 1000;
    const peak = (Number(await api.ask('peak')) - memory) / 1e6;
    const delay = Number(await api.ask('delay'));
    const again = await receive(api.port, path, { ...headers, 'if-none-match': file.etag });
    table.push({
      file: format,
      MB: +(file.bytes / 1e6).toFixed(1),
      s: +(file.all / 1000).toFixed(1),
      'first byte ms': Math.round(file.first),
      'longest gap ms': Math.round(file.gap),
      'Node s': +nodeCpu.toFixed(1),
      'PostgreSQL s': +postgresCpu.toFixed(1),
      'more MB': Math.round(peak),
      'loop held ms': Math.round(delay),
      '/health p50, p99 ms': `${percentile(waits, 0.5).toFixed(0)}, ${percentile(waits, 0.99).toFixed(0)}`,
      '304 ms': +again.all.toFixed(1),
    });
    costs(`all projects as ${format}`, projects, file.all);
    if (again.status !== 304) throw new Error(`${path} is not recognized again: ${again.status}`);
    const share = projects / 100_000;
    aim(`${format}: seconds of processor`, nodeCpu + postgresCpu, limit * Math.max(share, 0.05), 's');
    aim(`${format}: first byte`, file.first, 300, 'ms', 0);
    aim(`${format}: more memory`, peak, 100, 'MB', 0);
    aim(`${format}: holds up others`, percentile(waits, 0.99), 50, 'ms', 0);
    aim(`${format}: not modified`, again.all, 15, 'ms');
  }
  say('\nAll projects as a file, while somebody else asks for /health');
  console.table(table);
}
