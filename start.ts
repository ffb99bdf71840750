/** Starts the whole library in one process: database, data, search, API, pages. `npm start` runs it. */
import './env.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { buildApp } from '#api/app.ts';
import { makeServices } from '#api/context.ts';
import { complainTo, logStatements, makeLog } from '#api/door/journal.ts';
import { type Env, readEnv, settingsOf } from '#api/env.ts';
import { connect } from '#prisma/database.ts';
import { startEmbedded } from '#prisma/embedded.ts';
import { StartupError } from '#prisma/migrate.ts';
import { createSearch, keepInStep } from '#search/create.ts';
import { prepare } from './migrate.ts';
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

/** The database of the settings, or the embedded one; with a message that says what to do when it does not answer. */
export async function openDatabase(env: Env) {
  if (!env.DATABASE_URL) {
    const server = await startEmbedded(env.dataDir, {}, say);
    return { ...server, url: server.appUrl, ownerUrl: server.url };
  }
  // The role of DATABASE_URL may not be there before the other one has made it.
  const url = env.DATABASE_MIGRATION_URL ?? env.DATABASE_URL;
  const name = env.DATABASE_MIGRATION_URL ? 'DATABASE_MIGRATION_URL' : 'DATABASE_URL';
  const { pool, close } = connect(url, { max: 1 });
  try {
    await pool.query('SELECT 1');
  } catch (error) {
    const { hostname, port } = new URL(url);
    throw new StartupError(
      `The database at ${hostname}:${port || 5432} does not answer (${(error as Error).message || (error as NodeJS.ErrnoException).code}). Start it, or correct ${name}.`,
    );
  } finally {
    await close();
  }
  return { url: env.DATABASE_URL, ownerUrl: env.DATABASE_MIGRATION_URL ?? null, stop: async () => {}, exited: new Promise<string>(() => {}) };
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
 * @param listen whether it takes the port itself; otherwise requests are given to `app`
 */
export async function start(
  env: Env,
  { database: given, pages, log = makeLog(env.LOG_LEVEL), listen = true }: { database?: OpenDatabase; pages?: Pages; log?: Logger; listen?: boolean } = {},
) {
  const complain = complainTo(log);
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const one of stops.reverse()) await one().catch(complain);
    stops.length = 0;
  };
  try {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    const { assets, answer } = pages ?? builtPages();
    if (!given) say('Starting the database ...');
    const database = given ?? (await openDatabase(env));
    stops.push(database.stop);
    if (!given) await prepare(database, say);
    const quiet = logStatements(log);
    stops.push(async () => quiet());
    const { db, pool, close } = connect(database.url);
    stops.push(close);
    const engines = { databaseUrl: database.url, meiliUrl: env.MEILI_URL, meiliKey: env.MEILI_KEY };
    const search = createSearch(engines, pool, complain);
    stops.push(() => search.close());
    const settings = settingsOf(env);
    if (env.WORKER === 'on') {
      stops.push(keepInStep(db, engines, complain));
      stops.push(await startWorker({ db, pool, settings, report: complain }));
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
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EADDRINUSE') throw new StartupError(`Port ${env.PORT} is taken. Stop what uses it, or start with another: PORT=${env.PORT + 1} npm start`);
      if (code === 'EACCES') throw new StartupError(`Port ${env.PORT} may not be opened by this user. Start with one above 1024: PORT=3000 npm start`);
      throw error;
    }
    const address = app.server.address();
    const port = typeof address === 'object' && address ? address.port : env.PORT;
    return { app, url: env.BASE_URL ?? `http://localhost:${port}`, stop, services, databaseUrl: database.url, databaseExited: database.exited };
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
  const running = await Promise.resolve()
    .then(() => start(readEnv()))
    .catch(fail);
  say(`Atrium is at ${running.url} (stop it with Ctrl-C)`);
  let stopping = false;
  const end = async (code: number) => {
    if (stopping) return;
    stopping = true;
    say('Stopping ...');
    await running.stop();
    process.exit(code);
  };
  process.on('SIGINT', () => void end(0));
  process.on('SIGTERM', () => void end(0));
  void running.databaseExited.then((last) => {
    if (stopping) return;
    console.error(`The database stopped by itself${last ? ` (${last})` : ''}. Start Atrium again.`);
    void end(1);
  });
}
