import { pathToFileURL } from 'node:url';
import { afterAll } from 'vitest';
import { buildApp } from '#api/app.ts';
import type { Services } from '#api/context.ts';
import type { Env } from '#api/env.ts';
import { buildPages } from '../web/build.ts';
import { webHandler } from '../web/handler.ts';

/** The whole server with its real pages over services of a test's own, where people sign in as they do in a browser. */
export async function siteOver(services: Services, env: Env) {
  const build = await import(pathToFileURL(buildPages().server).href);
  let handle: ReturnType<typeof webHandler> | null = null;
  const { app, yoga } = await buildApp({ env, services, pages: async (request) => (handle as NonNullable<typeof handle>)(request) });
  handle = webHandler(build, {
    fetch: async (request) => yoga.fetch(request, { requestId: request.headers.get('x-request-id') ?? '' }),
    baseUrl: '',
    version: 'test',
  });
  afterAll(() => app.close());
  return app;
}
