import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { CLIENT_ADDRESS } from './accounts/address.ts';
import { addAccounts } from './accounts/routes.ts';
import type { Services } from './context.ts';
import type { Env } from './env.ts';
import { addDocuments } from './documents/routes.ts';
import { addExports } from './export/routes.ts';
import { withFileKept } from './files/keep.ts';
import { addFiles } from './files/routes.ts';
import { FILE_MAX } from './files/store.ts';
import { makeYoga, type Yoga } from './yoga.ts';

/** Answers a web request; the same shape as fetch, so that pages and tests need no socket. */
export type Handler = (request: Request, extra: { requestId: string; yoga: Yoga }) => Promise<Response>;

/** No inline script or style anywhere, nothing from elsewhere. */
export const contentSecurityPolicy = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'form-action': ["'self'"],
  'base-uri': ["'none'"],
  'frame-ancestors': ["'none'"],
  'manifest-src': ["'self'"],
};

const BODY_LIMIT = 1024 * 1024;
/** The pages whose forms carry a file beside their fields. */
const formsWithFiles = ['/drafts/:id', '/uptake/:recommendation/:organization'];

/** A Fastify request as a web Request; a body that is not to be parsed here is passed on as it came. */
export function toWebRequest(request: FastifyRequest, baseUrl: string): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) headers.append(name, one);
  }
  headers.set('x-request-id', request.id);
  headers.set(CLIENT_ADDRESS, request.ip);
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
  return new Request(new URL(request.url, baseUrl), {
    method: request.method,
    headers,
    ...(hasBody && request.body ? { body: request.body as Buffer<ArrayBuffer> } : {}),
  });
}

/** Sends a web Response through Fastify, with every header, set-cookie included. */
export async function sendWebResponse(response: Response, reply: FastifyReply): Promise<FastifyReply> {
  reply.status(response.status);
  response.headers.forEach((value, name) => {
    if (name !== 'set-cookie') reply.header(name, value);
  });
  for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie);
  return reply.send(Buffer.from(await response.arrayBuffer()));
}

/**
 * The whole server without listening: health, API, exports, and the pages when a handler for them is given.
 * @param pages renders every address that is not the API's; absent in tests of the API alone
 */
export async function buildApp({
  env,
  services,
  pages,
  assets,
}: {
  env: Env;
  services: Services;
  pages?: Handler;
  assets?: (app: FastifyInstance) => Promise<void>;
}) {
  const app = Fastify({
    logger: { level: env.LOG_LEVEL, ...(env.NODE_ENV === 'test' ? {} : {}) },
    genReqId: (request) => {
      const given = request.headers['x-request-id'];
      return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : crypto.randomUUID();
    },
    bodyLimit: BODY_LIMIT,
    trustProxy: env.BASE_URL !== undefined,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 500 },
  });
  const log = app.log as FastifyBaseLogger;
  const yoga = makeYoga(services, { error: (details, message) => log.error(details, message) });

  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: contentSecurityPolicy },
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    strictTransportSecurity: env.baseUrl.startsWith('https:') ? { maxAge: 31_536_000, includeSubDomains: true } : false,
  });
  await app.register(compress, { global: true, threshold: 1024, encodings: ['br', 'gzip'], brotliOptions: { params: { 1: 5 } } });
  await app.register(rateLimit, { global: false });
  // Bodies are parsed by the API and the pages themselves; Fastify only limits and buffers them.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });

  addAccounts(
    app,
    services,
    { baseUrl: env.baseUrl, fixed: env.BASE_URL !== undefined },
    { toWebRequest: (request) => toWebRequest(request, env.baseUrl), send: sendWebResponse },
  );

  addFiles(app, services, (request) => toWebRequest(request, env.baseUrl));

  app.get('/health', { logLevel: 'warn' }, async () => ({ status: 'up' }));
  app.get('/ready', { logLevel: 'warn' }, async (_request, reply) => {
    const database = await sql`SELECT 1`.execute(services.db).then(
      () => true,
      () => false,
    );
    const search = database && (await services.search.ready().catch(() => false));
    return reply.status(database && search ? 200 : 503).send({ ready: database && search, database, search });
  });

  app.route({
    url: '/graphql',
    method: ['GET', 'POST', 'OPTIONS'],
    handler: async (request, reply) => {
      // Forms of other sites can post other types without asking first; a program sends JSON.
      if (request.method === 'POST' && !/^application\/(graphql\+)?json\b/i.test(request.headers['content-type'] ?? ''))
        return reply.status(415).send({ errors: [{ message: 'Send the query as application/json.' }] });
      const response = await yoga.fetch(toWebRequest(request, env.baseUrl), { requestId: request.id });
      // GraphiQL is a page of its own with inline script, served from here alone; nothing of the library is on it.
      if (response.headers.get('content-type')?.startsWith('text/html')) {
        reply.header(
          'content-security-policy',
          "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; worker-src 'self' blob:; frame-ancestors 'none'",
        );
      }
      return sendWebResponse(response, reply);
    },
  });
  addExports(app, services, {
    baseUrl: env.baseUrl,
    userFor: (request) => services.accounts.authenticate(toWebRequest(request, env.baseUrl).headers),
  });
  addDocuments(app, services, (request) => services.accounts.authenticate(toWebRequest(request, env.baseUrl).headers));
  if (assets) await assets(app);
  if (pages) {
    for (const url of formsWithFiles)
      app.post(url, { bodyLimit: FILE_MAX + BODY_LIMIT, config: { rateLimit: { max: 60, timeWindow: '1 minute' } } }, async (request, reply) =>
        sendWebResponse(await pages(await withFileKept(services, toWebRequest(request, env.baseUrl)), { requestId: request.id, yoga }), reply),
      );
    app.route({
      url: '/*',
      method: ['GET', 'HEAD', 'POST'],
      handler: async (request, reply) => sendWebResponse(await pages(toWebRequest(request, env.baseUrl), { requestId: request.id, yoga }), reply),
    });
  }
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const status = error.statusCode && error.statusCode < 500 ? error.statusCode : 500;
    if (status === 500) request.log.error({ err: error }, 'a request failed');
    return reply
      .status(status)
      .send({ error: status === 413 ? 'This is too large.' : status === 500 ? 'Something went wrong on our side.' : error.message, requestId: request.id });
  });
  return { app, yoga };
}
