import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { busyBehind } from '#prisma/work.ts';
import { type Why, why } from '#i18n/fault.ts';
import { again, doorRequest, doorTitle, sentence } from '#i18n/sentence.ts';
import type { shownFault } from './errors.ts';
import { isRest, problemOf } from './problem.ts';

/** What a status alone says; nothing of the inside is in it. */
const known = [400, 401, 403, 404, 405, 408, 413, 414, 415, 421, 429, 431, 500, 503] as const;
const whyOf = (status: number): Why => why(`HTTP_${known.find((one) => one === status) ?? (status < 500 ? 400 : 500)}`);
const codes: Record<number, string> = { 401: 'UNAUTHENTICATED', 403: 'FORBIDDEN', 429: 'TOO_MANY_REQUESTS', 500: 'INTERNAL_SERVER_ERROR', 503: 'BUSY' };

/** A refusal or failure that the error handler answers. */
export type Fault = Error & { statusCode: number; retryAfter?: number; why?: Why; field?: string; fields?: object[] };

/**
 * A refusal to throw.
 * @param status the HTTP status
 * @param told `why` in place of what the status alone says; `retryAfter` in seconds; `field` of a form
 */
export function fault(status: number, told: { why?: Why; retryAfter?: number; field?: string } = {}): Fault {
  const said = told.why ?? whyOf(status);
  return Object.assign(new Error(said.code), { statusCode: status, ...told, why: said });
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Whether a person reads the answer in a browser. */
const wantsPage = (request: FastifyRequest) =>
  /\btext\/html\b/i.test(request.headers.accept ?? '') &&
  !/^\/(graphql|mcp|auth|files|api\/v1)(\/|\?|$)/.test(request.url) &&
  request.headers['sec-fetch-dest'] !== 'empty';

/** A form that was refused before it was read: its page, and how to have what was typed. */
const back = (request: FastifyRequest) =>
  request.method === 'POST' && !/^\/(account|auth|graphql)(\/|$)/.test(request.url) && request.url.startsWith('/') && !request.url.startsWith('//')
    ? `<p>Nothing was kept. Press “Back” in your browser to have what you typed, or begin anew: <a href="${escaped(request.url)}">back to the form</a></p>`
    : '';

/** Answers a fault: a readable page for a browser, GraphQL's own form for the API, and JSON for every other program. */
export function answerFault(request: FastifyRequest, reply: FastifyReply, given: Partial<Fault>): FastifyReply {
  const asked = given.statusCode ?? 500;
  const status = asked >= 400 && asked < 500 ? asked : asked === 503 ? 503 : 500;
  // A code is ours; the message of a library may hold addresses, statements, what was typed.
  const { code, params } = given.why ?? whyOf(status);
  const said = sentence({ code, params });
  const retryAfter = given.retryAfter === undefined ? (status === 503 ? 5 : undefined) : Math.max(1, Math.ceil(given.retryAfter));
  const message = retryAfter === undefined ? said : again(said, retryAfter);
  reply.status(status).headers({ 'cache-control': 'no-store', 'x-request-id': request.id, 'x-content-type-options': 'nosniff' });
  if (retryAfter !== undefined) reply.header('retry-after', retryAfter);
  // What was refused before its body was read is not read to the end.
  if (!['GET', 'HEAD', 'OPTIONS'].includes(request.method) && request.body === undefined) reply.header('connection', 'close');
  if (request.url.split('?')[0] === '/graphql')
    return reply.send({
      errors: [
        { message, extensions: { code: codes[status] ?? 'BAD_REQUEST', reason: code, params, requestId: request.id, ...(retryAfter ? { retryAfter } : {}) } },
      ],
    });
  const title = doorTitle(status);
  if (isRest(request.url))
    return reply.type('application/problem+json; charset=utf-8').send(
      JSON.stringify(
        problemOf(status, title, {
          message,
          code,
          params,
          retryAfter,
          requestId: request.id,
          fields: given.fields as never,
        }),
      ),
    );
  // An error of JSON-RPC, whose question was not read.
  if (request.url.split('?')[0] === '/mcp')
    return reply.send({
      jsonrpc: '2.0',
      id: null,
      error: { code: -32_000, message, data: { code, params, requestId: request.id, ...(retryAfter ? { retryAfter } : {}) } },
    });
  if (!wantsPage(request))
    return reply.send({
      error: message,
      code,
      params,
      ...(given.field ? { field: given.field } : {}),
      ...(given.fields ? { fields: given.fields } : {}),
      ...(retryAfter ? { retryAfter } : {}),
      requestId: request.id,
    });
  return reply
    .type('text/html; charset=utf-8')
    .send(
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="robots" content="noindex"><title>${title} – Atrium</title></head><body><main><h1>${title}</h1><p>${escaped(message)}</p><p><small>${doorRequest(status, escaped(request.id))}</small></p>${back(request)}<p><a href="/">Atrium</a></p></main></body></html>`,
    );
}

/** Every failure of every route goes through here, set before any route is: those take the handler that is there when they are made. */
export function addFaults(app: FastifyInstance): void {
  app.setErrorHandler((error: Partial<Fault>, request, reply) => {
    const busy = busyBehind(error);
    if (busy) {
      request.log.error({ err: error }, 'the database has no time or does not answer');
      return answerFault(request, reply, { statusCode: 503, retryAfter: busy.retryAfter });
    }
    // What is refused as input is refused by files and documents as the API refuses it.
    const { code, fields = [] } = (error as { extensions?: { code?: unknown; fields?: ReturnType<typeof shownFault>[] } }).extensions ?? {};
    const first = fields[0];
    if (code === 'BAD_USER_INPUT') return answerFault(request, reply, { statusCode: 400, ...(first ? { why: first } : {}), fields });
    const status = error.statusCode ?? 500;
    if (status >= 500 && status !== 503) request.log.error({ err: error }, 'a request failed');
    return answerFault(request, reply, error);
  });
  app.setNotFoundHandler((request, reply) => answerFault(request, reply, { statusCode: 404 }));
}
