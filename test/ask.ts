import type { Server } from 'node:http';
import { afterAll } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { buildApp } from '#api/app.ts';
import { makeServices, type Services } from '#api/context.ts';
import { readEnv } from '#api/env.ts';
import { makeYoga } from '#api/yoga.ts';
import { createPostgresEngine } from '#search/postgres.ts';
import { testDatabase } from './database.ts';

// biome-ignore lint/suspicious/noExplicitAny: a test states what it expects of an answer; the schema says what it is.
export type Data = any;
type Fault = { message: string; path?: (string | number)[]; extensions?: { code?: string; fields?: { name: string; message: string }[] } };
export type Answer = { status: number; data: Data; errors: Fault[] };

/** A database of the test file's own with the whole library, and what the API needs over it. */
export async function testLibrary(template = 'library_template') {
  const database = await testDatabase(template);
  const search = createPostgresEngine(database.url);
  afterAll(() => search.close());
  const services = makeServices(database.db, search);
  const logged: { err?: unknown }[] = [];
  const yoga = makeYoga(services, { error: (details) => logged.push(details) });

  /** Asks the API through its public door, without a socket. */
  const ask = async (query: string, variables: Record<string, unknown> = {}): Promise<Answer> => {
    const response = await yoga.fetch('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const answer = (await response.json()) as { data?: Data; errors?: Fault[] };
    return { status: response.status, data: answer.data ?? null, errors: answer.errors ?? [] };
  };
  /** The data of a query that is expected to succeed. */
  const data = async (query: string, variables?: Record<string, unknown>): Promise<Data> => {
    const { data: found, errors } = await ask(query, variables);
    if (errors.length > 0) throw new Error(errors.map((error) => `${error.path?.join('.') ?? ''}: ${error.message}`).join('\n'), { cause: logged.at(-1)?.err });
    return found;
  };
  return { ...database, search, services, ask, data, logged, statements: () => countStatements(services) };
}

/** Counts the SQL statements that reach the database through the services from now on; `stop` says which they were. */
export function countStatements(services: Services) {
  const seen: string[] = [];
  const executor = services.db.getExecutor();
  const prototype = Object.getPrototypeOf(executor) as { executeQuery: (query: { sql: string }, ...rest: unknown[]) => unknown };
  const original = prototype.executeQuery;
  prototype.executeQuery = function (this: unknown, query, ...rest) {
    seen.push(query.sql);
    return original.call(this, query, ...rest);
  };
  return {
    stop: () => {
      prototype.executeQuery = original;
      // The sums of what is sought are written once a minute, by no request.
      return seen.filter((statement) => !/\b(INSERT INTO|UPDATE) sought_/.test(statement));
    },
  };
}

/** The whole server without pages over the services; closed at the end of the file. */
export async function testApp(services: Services, settings: Record<string, string> = {}): Promise<FastifyInstance<Server>> {
  const env = readEnv({ LOG_LEVEL: 'silent', NODE_ENV: 'test', PORT: '3000', REQUESTS_PER_MINUTE: '1000000', ...settings });
  const { app } = await buildApp({ env, services });
  afterAll(() => app.close());
  return app as unknown as FastifyInstance<Server>;
}
