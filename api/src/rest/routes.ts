import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type FaultCode, type FieldFault, type Params, why } from '#i18n/fault.ts';
import { type Answer, askAs } from '../ask.ts';
import { shownFault } from '../errors.ts';
import { fault } from '../faults.ts';
import type { Yoga } from '../yoga.ts';
import { readAsked, saidOfList } from './asked.ts';
import { deprecationHeaders } from './deprecation.ts';
import { openApi } from './openapi.ts';
import { type Operation, operations } from './operations.ts';

const refuse = (fields: ReturnType<typeof shownFault>[]) => {
  const [first] = fields;
  return Object.assign(fault(400, first ? { why: { code: first.code as FaultCode, params: first.params } } : {}), { fields });
};

/** What the schema refused, as a refusal of the door: in its words, with its status. */
function refusalOf({ errors }: Answer) {
  const told = errors[0]?.extensions as
    | { code?: string; reason?: FaultCode; params?: Params; fields?: ReturnType<typeof shownFault>[]; retryAfter?: number }
    | undefined;
  const said = told?.reason ? { why: { code: told.reason, params: told.params ?? {} } } : {};
  switch (told?.code) {
    case 'BAD_USER_INPUT':
      return refuse(told.fields ?? []);
    case 'TOO_MUCH':
      return fault(400, { why: why('REST_TOO_MUCH') });
    case 'UNAUTHENTICATED':
      return fault(401, said);
    case 'FORBIDDEN':
      return fault(403, said);
    case 'BUSY':
      return fault(503, { ...said, ...(told.retryAfter ? { retryAfter: told.retryAfter } : {}) });
    default:
      return fault(500);
  }
}

type Connection = { pageInfo: { hasNextPage: boolean; endCursor: string | null }; edges: { node: unknown }[]; ignored?: unknown[]; facets?: unknown[] };

/** What is answered of what the schema answered; undefined where there is nothing. */
function bodyOf({ shape, field }: Operation, given: unknown): unknown {
  if (shape === 'record') return (given as unknown[])[0];
  if (shape !== 'page') return given ?? undefined;
  const { pageInfo, edges, ignored, facets } = given as Connection;
  return {
    ...Object.fromEntries(saidOfList(field).map((name) => [name, (given as Record<string, unknown>)[name]])),
    items: edges.map(({ node }) => node),
    next: pageInfo.hasNextPage ? pageInfo.endCursor : null,
    ...(ignored ? { ignored } : {}),
    ...(facets ? { facets } : {}),
  };
}

/** Sends JSON with what it takes to ask again for nothing. */
function send(request: FastifyRequest, reply: FastifyReply, body: string, type = 'application/json; charset=utf-8') {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  reply.headers({ etag, 'cache-control': 'public, no-cache', 'content-type': type });
  const known = String(request.headers['if-none-match'] ?? '')
    .split(',')
    .map((one) => one.trim().replace(/^W\//, ''));
  return known.includes(etag) || known.includes('*') ? reply.status(304).send() : reply.send(body);
}

/**
 * `/api/v1`: everything that can be read of the schema, by plain addresses. Each is one question to the schema, so that permission,
 * costs and words of refusal are the schema's. Cookies mean nothing here; a token gives its audience.
 */
export function addRest(app: FastifyInstance, yoga: Yoga, { baseUrl }: { baseUrl: string }): void {
  const described = JSON.stringify(openApi(new URL(baseUrl).origin));
  app.get('/api/v1/openapi.json', async (request, reply) => send(request, reply, described, 'application/vnd.oai.openapi+json;version=3.1; charset=utf-8'));
  const overview = JSON.stringify({
    documentation: new URL('/api', baseUrl).href,
    description: new URL('/api/v1/openapi.json', baseUrl).href,
    resources: Object.fromEntries(operations.map(({ id, path }) => [id, `/api/v1${path}`])),
  });
  app.get('/api/v1', async (request, reply) => send(request, reply, overview));
  for (const operation of operations)
    app.get(`/api/v1${operation.path.replaceAll(/\{(\w+)\}/g, ':$1')}`, async (request, reply) => {
      delete request.headers.cookie;
      const address = new URL(request.url, 'http://localhost');
      const asked = readAsked(operation, address.searchParams, request.params as Record<string, string>);
      if ('faults' in asked) throw refuse(asked.faults.map((one: FieldFault) => shownFault(one)));
      const answer = await askAs(yoga, request, baseUrl)(asked.query, asked.variables);
      if (answer.errors.length > 0 || !answer.data) throw refusalOf(answer);
      const body = bodyOf(operation, answer.data['answer']);
      if (body === undefined) throw fault(404);
      const { next } = body as { next?: string | null };
      if (operation.shape === 'page' && next) {
        address.searchParams.set('after', next);
        reply.header('link', `<${address.pathname}${address.search}>; rel="next"`);
      }
      for (const [name, value] of deprecationHeaders(operation, asked.going)) reply.header(name, value);
      return send(request, reply, JSON.stringify(body));
    });
  app.route({
    url: '/api/v1/*',
    method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    handler: async (request, reply) => {
      if (request.method === 'GET' || request.method === 'HEAD') throw fault(404);
      reply.header('allow', 'GET, HEAD, OPTIONS');
      throw fault(405);
    },
  });
}
