/** One of the two servers that library.ts compares, in a process of its own: `node bench/serve.ts api|raw DATABASE_URL`. */
import { existsSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import pg from 'pg';
import type { ServerBuild } from 'react-router';
import { type Handler, buildApp } from '#api/app.ts';
import { makeServices } from '#api/context.ts';
import { readEnv } from '#api/env.ts';
import { connect } from '#prisma/database.ts';
import { createPostgresEngine } from '#search/postgres.ts';
import { webHandler } from '../web/handler.ts';
import { rawServer } from './raw.ts';

export type Question = { ask: 'memory' | 'peak' | 'cpu' | 'delay' | 'statements' | 'pageQueries' };
export type Answer = { ready: { port: number; pages: boolean } } | { answer: unknown };

const [which, url = ''] = process.argv.slice(2);
const tell = (answer: Answer) => process.send?.(answer);

let statements = 0;
const query = pg.Client.prototype.query;
pg.Client.prototype.query = function counted(this: pg.Client, ...args: unknown[]) {
  statements++;
  return (query as unknown as (...given: unknown[]) => unknown).apply(this, args);
} as typeof query;

const delay = monitorEventLoopDelay({ resolution: 10 });
delay.enable();
let peak = 0;
setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().rss);
}, 100).unref();

/** What the last page asked of the API. */
let pageQueries: string[] = [];

async function api() {
  const { db } = connect(url);
  const env = readEnv({ DATABASE_URL: url, PORT: '0', LOG_LEVEL: 'info', NODE_ENV: 'production', REQUESTS_PER_MINUTE: '1000000000' });
  const services = makeServices(db, createPostgresEngine(url));
  const build = join(dirname(fileURLToPath(import.meta.url)), '../build/server/index.js');
  let pages: Handler | undefined;
  if (existsSync(build)) {
    const module = (await import(pathToFileURL(build).href)) as ServerBuild;
    pages = (request, { yoga, requestId }) =>
      webHandler(module, {
        version: 'bench',
        fetch: async (asked) => {
          pageQueries.push(await asked.clone().text());
          return yoga.fetch(asked, { requestId });
        },
      })(request);
  }
  const { app } = await buildApp({ env, services, ...(pages ? { pages } : {}) });
  return { app, pages: pages !== undefined };
}

const { app, pages } = which === 'raw' ? { app: rawServer(url).app, pages: false } : await api();
await app.listen({ port: 0, host: '127.0.0.1' });
const address = app.server.address();
process.on('message', ({ ask }: Question) => {
  if (ask === 'memory') {
    globalThis.gc?.();
    peak = process.memoryUsage().rss;
    tell({ answer: peak });
  }
  // The most since it was asked for the memory.
  if (ask === 'peak') tell({ answer: peak });
  // The longest time that the event loop was held since it was asked last, in milliseconds.
  if (ask === 'delay') {
    tell({ answer: delay.max / 1e6 });
    delay.reset();
  }
  // Milliseconds of processor since it began.
  if (ask === 'cpu') tell({ answer: (process.cpuUsage().user + process.cpuUsage().system) / 1000 });
  if (ask === 'statements') {
    tell({ answer: statements });
    statements = 0;
  }
  if (ask === 'pageQueries') {
    tell({ answer: pageQueries });
    pageQueries = [];
  }
});
process.on('disconnect', () => process.exit());
tell({ ready: { port: typeof address === 'object' && address ? address.port : 0, pages } });
