import { pathToFileURL } from 'node:url';
import { afterAll } from 'vitest';
import { buildApp, type Handler } from '#api/app.ts';
import { logStatements, makeLog } from '#api/door/journal.ts';
import { readOnlySettings } from '#api/env.ts';
import { makeServices } from '#api/context.ts';
import type { Times } from '#api/door/connections.ts';
import { readEnv, type Settings } from '#api/env.ts';
import { createPostgresEngine } from '#search/postgres.ts';
import { buildPages } from '../web/build.ts';
import { webHandler } from '../web/handler.ts';
import { testDatabase } from './database.ts';

/** A server with accounts of its own over the library, with demonstration accounts unless told otherwise. */
export async function testDoor(accounts: Partial<Settings> = {}) {
  const database = await testDatabase('library_template');
  const search = createPostgresEngine(database.url);
  afterAll(() => search.close());
  const services = makeServices(database.db, search, { ...readOnlySettings(), localAccounts: true, demo: true, ...accounts });
  const serve = async (
    settings: Record<string, string> = {},
    more: { pages?: Handler; times?: Partial<Times>; logTo?: { write(line: string): void }; assets?: () => Promise<void> } = {},
  ) => {
    const env = readEnv({ LOG_LEVEL: more.logTo ? 'debug' : 'silent', NODE_ENV: 'test', PORT: '3000', REQUESTS_PER_MINUTE: '1000000', ...settings });
    const log = makeLog(env.LOG_LEVEL, more.logTo);
    afterAll(logStatements(log, env.SLOW_STATEMENT_MS));
    const { app } = await buildApp({ env, services, log, ...more });
    afterAll(() => app.close());
    return app;
  };
  return { ...database, services, serve };
}

export type App = Awaited<ReturnType<Awaited<ReturnType<typeof testDoor>>['serve']>>;
type Answer = Awaited<ReturnType<App['inject']>>;

export const cookieOf = (response: Answer): string =>
  [response.headers['set-cookie'] ?? []]
    .flat()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

/** Sends an ordinary form. */
export const sendForm = (app: App, url: string, fields: Record<string, string>, headers: Record<string, string> = {}, remoteAddress = '127.0.0.1') =>
  app.inject({
    method: 'POST',
    url,
    remoteAddress,
    headers: { 'content-type': 'application/x-www-form-urlencoded', host: 'localhost:3000', ...headers },
    payload: new URLSearchParams(fields).toString(),
  });

/** The session cookie of a demonstration account. */
export const demoCookie = async (app: App, account: string): Promise<string> => cookieOf(await sendForm(app, '/account/demo', { account }));

/** The real pages, for `serve`. */
export async function realPages(): Promise<Handler> {
  const build = await import(pathToFileURL(buildPages().server).href);
  return (request, { yoga, requestId }) =>
    webHandler(build, { fetch: async (asked) => yoga.fetch(asked, { requestId }), baseUrl: '', version: 'test', report: () => {} })(request);
}
