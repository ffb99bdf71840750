/**
 * `npm run dev`: the library for the person who changes it. The database stays; a change of the server loads all of the server
 * anew in the same process, pages are taken from their sources, and an open page loads itself again. What fails is shown.
 */
import './dev-env.ts';
import { createServer } from 'node:http';
import { LRUCache } from 'lru-cache';
import { pino } from 'pino';
import { readEnv } from '#api/env.ts';
import { StartupError } from '#prisma/startup-error.ts';
import { openDatabase } from './start.ts';
import { developmentSources, faultPage } from './web/dev.ts';

type Start = typeof import('./start.ts');
type Migrate = typeof import('./migrate.ts');

const say = (line: string) => console.log(line);

type Line = { method?: string; path?: string; status?: number; ms?: number; sql?: string; msg: string; err?: { stack?: string } };
const inWords = ({ method, path, status, ms, sql, msg, err }: Line) =>
  sql ? `  ${String(ms).padStart(7)} ms  ${sql}` : path ? `${method} ${path} ${status}  ${ms} ms` : `${msg}${err?.stack ? `\n${err.stack}` : ''}`;

/** A log that a person reads: one line each. What failed is told as it is, and kept for the page that shows it. */
function readableLog(level: string) {
  const faults = new LRUCache<string, unknown[]>({ max: 100 });
  const options: pino.LoggerOptions = {
    level,
    hooks: {
      logMethod(args, method) {
        const { err, requestId } = ((args as unknown[])[0] ?? {}) as { err?: unknown; requestId?: string };
        const id = requestId ?? (this.bindings()['requestId'] as string | undefined);
        if (err && id) faults.set(id, [...(faults.get(id) ?? []), err]);
        method.apply(this, args);
      },
    },
  };
  return { log: pino(options, { write: (text: string) => say(inWords(JSON.parse(text))) }), faultsOf: (requestId: string) => faults.get(requestId) ?? [] };
}

async function develop(): Promise<void> {
  const env = readEnv();
  const { log, faultsOf } = readableLog(env.LOG_LEVEL);
  say('Starting the database ...');
  const database = await openDatabase(env);
  const kept = { ...database, stop: async () => {} };
  let running: Awaited<ReturnType<Start['start']>> | null = null;
  let failure: unknown = null;

  const http = createServer((request, response) => {
    if (sources.serve(request, response)) return;
    if (running && !failure) running.app.routing(request, response);
    else response.writeHead(failure ? 500 : 503, { 'content-type': 'text/html; charset=utf-8' }).end(faultPage([failure ?? 'Starting ...']));
  });
  const sources = await developmentSources(http, [`${env.dataDir}/**`, '**/build/**', '**/web/app/graphql/**']);

  /** Loads the server as its files are now, and then lets the former one go. */
  const load = async (withDatabase: boolean) => {
    const began = performance.now();
    const before = running;
    try {
      if (withDatabase) await (await sources.run<Migrate>('migrate.ts')).prepare(kept, say);
      const { start } = await sources.run<Start>('start.ts');
      running = await start(env, { database: kept, log, listen: false, pages: { answer: async (context) => sources.pages(context, faultsOf) } });
      failure = null;
      say(`Loaded in ${Math.round(performance.now() - began)} ms.`);
      await before?.stop();
    } catch (error) {
      failure = sources.mended(error);
      log.error({ err: failure }, 'The server could not be loaded');
    }
  };
  let loading = load(true);
  let asked: { prepare: boolean; done: Promise<void> } | null = null;
  sources.watch((path) => {
    if (/\.test\.tsx?$/.test(path) || !/^(api\/src|prisma|search|jobs|log|seed|[a-z]+\.ts)/.test(path)) return null;
    // Changes that come together are one.
    if (!asked) {
      const mine = { prepare: false, done: Promise.resolve() };
      mine.done = loading
        .then(() => new Promise((go) => setTimeout(go, 50)))
        .then(() => {
          asked = null;
          loading = load(mine.prepare);
          return loading;
        });
      asked = mine;
    }
    if (/^(prisma\/migrations|seed)\//.test(path)) asked.prepare = true;
    return asked.done;
  });
  await loading;
  http.listen(env.PORT, env.HOST, () => say(`Atrium is at http://localhost:${env.PORT} (stop it with Ctrl-C)`));

  const end = async () => {
    await running?.stop();
    await sources.close();
    await database.stop();
    process.exit(0);
  };
  process.once('SIGINT', () => void end());
  process.once('SIGTERM', () => void end());
}

await develop().catch((error: unknown) => {
  console.error(error instanceof StartupError ? error.message : error);
  process.exit(1);
});
