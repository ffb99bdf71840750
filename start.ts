/** Starts the whole library in one process: database, data, search, API, pages. `npm start` runs it. */
import './env.ts';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { buildApp } from '#api/app.ts';
import { makeServices } from '#api/context.ts';
import { complainTo, logStatements, makeLog } from '#api/door/journal.ts';
import { type Env, readEnv, settingsOf } from '#api/env.ts';
import { expectSameSecret } from '#api/operations/same-secret.ts';
import { connect } from '#prisma/database.ts';
import { startEmbedded } from '#prisma/embedded.ts';
import { StartupError } from '#prisma/migrate.ts';
import { giveBackMemory } from '#prisma/memory.ts';
import { expectFitting } from '#prisma/preflight.ts';
import { createSearch, keepInStep } from '#search/create.ts';
import { addressesOf, prepare } from './migrate.ts';
import { buildPages } from './web/build.ts';
import { startWorker } from './jobs/worker.ts';
import { webHandler, type WebContext } from './web/handler.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const say = (line: string) => console.log(line);

/** The pages: the files that they load, and what answers them, given what they ask and tell. */
export type Pages = { assets?: (app: FastifyInstance) => Promise<void>; answer: (context: WebContext) => Promise<(request: Request) => Promise<Response>> };

/** The built pages; a build that fails is a start-up problem. */
function builtPages(): Pages {
  let built: ReturnType<typeof buildPages>;
  try {
    built = buildPages(say);
  } catch (error) {
    throw new StartupError((error as Error).message);
  }
  return {
    assets: assetsFrom(built.client),
    answer: async (context) => webHandler(await import(/* @vite-ignore */ pathToFileURL(built.server).href), context),
  };
}

/** The database of the settings, which was looked at whole, or the embedded one. @throws StartupError with what to do */
export async function openDatabase(env: Env, signal?: AbortSignal) {
  if (!env.DATABASE_URL) {
    const server = await startEmbedded(env.dataDir, {}, say, signal);
    return { ...server, url: server.appUrl, ownerUrl: server.url, direct: undefined };
  }
  const addresses = addressesOf(env, env.DATABASE_URL);
  await expectFitting(addresses, say);
  return { ...addresses, stop: async () => {}, exited: new Promise<string>(() => {}) };
}

/** Says no where the port cannot be had, before anything is loaded. @throws StartupError */
async function expectPort({ PORT, HOST }: Env): Promise<void> {
  const probe = createServer();
  try {
    await new Promise<void>((done, fail) => {
      probe.once('error', fail);
      probe.listen(PORT, HOST, done);
    });
  } catch (error) {
    throw portFault(error, { PORT, HOST });
  }
  await new Promise((done) => probe.close(done));
}

/** What a person can do about a port; what is none of its faults comes back as it is. */
function portFault(error: unknown, { PORT, HOST }: Pick<Env, 'PORT' | 'HOST'>): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return new StartupError(`Port ${PORT} is taken. Stop what uses it, or start with another: PORT=${PORT + 1} npm start`);
  if (code === 'EACCES') return new StartupError(`Port ${PORT} may not be opened by this user. Start with one above 1024: PORT=3000 npm start`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return new StartupError(`This machine has no address ${HOST} (${code}). Set HOST to one of its own: 127.0.0.1 for itself alone, 0.0.0.0 for all.`);
  return error;
}

const assetsFrom = (folder: string) => async (app: FastifyInstance) => {
  // The names of built files carry a hash of their content: they never change.
  await app.register(fastifyStatic, { root: join(folder, 'assets'), prefix: '/assets/', immutable: true, maxAge: '365d', index: false, decorateReply: false });
};

/** A database that is there, and what ends it. */
export type OpenDatabase = Awaited<ReturnType<typeof openDatabase>>;

/**
 * Starts everything and returns the address with a function that stops it, in the opposite order.
 * @param database one that is prepared already
 * @param pages in place of the built ones; they are rendered anew at each request
 * @param signal when it aborts before everything runs, what was begun is stopped, and it throws
 * @param listen whether it takes the port itself; otherwise requests are given to `app`
 */
export async function start(
  env: Env,
  {
    database: given,
    pages,
    log = makeLog(env.LOG_LEVEL),
    listen = true,
    signal,
  }: { database?: OpenDatabase; pages?: Pages; log?: Logger; listen?: boolean; signal?: AbortSignal } = {},
) {
  const complain = complainTo(log);
  const stops: (() => Promise<unknown>)[] = [];
  let draining = false;
  const stop = async () => {
    draining = true;
    for (const one of stops.reverse()) await one().catch(complain);
    stops.length = 0;
  };
  signal?.addEventListener('abort', () => void stop(), { once: true });
  try {
    if (listen) await expectPort(env);
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    const { assets, answer } = pages ?? builtPages();
    if (!given) say('Starting the database ...');
    const database = given ?? (await openDatabase(env, signal));
    stops.push(database.stop);
    signal?.throwIfAborted();
    if (!given) await prepare(database, say);
    signal?.throwIfAborted();
    const quiet = logStatements(log, env.SLOW_STATEMENT_MS);
    stops.push(async () => quiet());
    const { direct } = database;
    const { db, pool, close } = connect(database.url, { direct });
    stops.push(close);
    const engines = { databaseUrl: database.url, direct, readUrl: env.DATABASE_READ_URL, meiliUrl: env.MEILI_URL, meiliKey: env.MEILI_KEY };
    const search = createSearch(engines, pool, complain);
    stops.push(() => search.close());
    const settings = settingsOf(env);
    if (env.DATABASE_URL) stops.push(await expectSameSecret(direct ?? database.url, settings.secret));
    if (settings.objects && !(await settings.objects.answers()))
      say('The bucket of S3_URL does not answer, or refuses the key: uploads are refused until it does.');
    if (env.WORKER === 'on') {
      stops.push(keepInStep(db, engines, complain));
      // Jobs keep locks and listen, which a pooler takes from them.
      const own = direct === undefined ? { db, pool } : connect(direct, { applicationName: 'atrium-worker' });
      if ('close' in own) stops.push(own.close);
      stops.push(await startWorker({ db: own.db, pool: own.pool, settings, report: complain }));
    }
    const services = makeServices(db, search, settings, complain);
    let handle: ((request: Request) => Promise<Response>) | null = null;
    const { app, yoga } = await buildApp({
      env,
      services,
      log,
      assets,
      pages: (request) => (handle as NonNullable<typeof handle>)(request),
      keepPages: pages === undefined,
      draining: () => draining,
    });
    handle = await answer({
      fetch: (request) => yoga.fetch(request, { requestId: request.headers.get('x-request-id') ?? '' }),
      baseUrl: env.BASE_URL ?? '',
      version,
      report: ({ requestId, message, error }) => app.log.error({ requestId, err: error }, message),
    });
    stops.push(() => app.close());
    try {
      await (listen ? app.listen({ port: env.PORT, host: env.HOST }) : app.ready());
    } catch (error) {
      throw portFault(error, env);
    }
    signal?.throwIfAborted();
    const address = app.server.address();
    const port = typeof address === 'object' && address ? address.port : env.PORT;
    /** Says that it is not ready, so that nobody is sent here any more, and still answers. */
    const drain = () => {
      draining = true;
    };
    return { app, drain, url: env.BASE_URL ?? `http://localhost:${port}`, stop, services, databaseUrl: database.url, databaseExited: database.exited };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Ends the program with one line that says what to do; only a fault of ours shows a stack trace. */
const fail = (error: unknown): never => {
  console.error(error instanceof StartupError ? error.message : error);
  process.exit(1);
};

if (import.meta.main) {
  const interrupted = new AbortController();
  let running: Awaited<ReturnType<typeof start>> | null = null;
  let stopping = false;
  let drainFor = 0;
  const end = async (code: number, drained = false) => {
    if (stopping) return;
    stopping = true;
    say('Stopping ...');
    // Before everything runs, what was begun is stopped by `start` itself.
    if (!running) return interrupted.abort(new StartupError('Stopped before it had begun.'));
    running.drain();
    if (drained) await sleep(drainFor);
    await running.stop();
    process.exit(code);
  };
  // Before anything is begun: whatever moment it is, nothing is left behind.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0, signal === 'SIGTERM'));
  try {
    const env = readEnv();
    drainFor = env.DRAIN_SECONDS * 1000;
    running = await start(env, { signal: interrupted.signal });
  } catch (error) {
    // What fails because it was stopped is no fault.
    if (stopping) process.exit(0);
    fail(error);
  }
  const { url, databaseExited } = running as NonNullable<typeof running>;
  say(`Atrium is at ${url} (stop it with Ctrl-C)`);
  setTimeout(() => void giveBackMemory(), 5_000).unref();
  void databaseExited.then((last) => {
    if (stopping) return;
    console.error(`The database stopped by itself${last ? ` (${last})` : ''}. Start Atrium again.`);
    void end(1);
  });
}
