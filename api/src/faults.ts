import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { busyBehind } from '#prisma/work.ts';
import type { FieldFault } from './errors.ts';

/** What went wrong before or beside the pages, in words for a person. Nothing of the inside is in it. */
const words: Record<number, string> = {
  400: 'This request cannot be read. Go back and try again.',
  401: 'Sign in first.',
  403: 'This is not open to you.',
  404: 'There is nothing at this address.',
  405: 'This address does not take that.',
  408: 'The request took too long to arrive. Send it again.',
  413: 'This is too large.',
  414: 'This address is too long.',
  415: 'This kind of content is not taken here.',
  421: 'This address is not served here. On the machine itself, open it as localhost; for others, whoever runs this library sets BASE_URL to its public address.',
  429: 'These were very many requests in a short time.',
  431: 'The request has too long an address or too many headers.',
  500: 'Something went wrong on our side. Try again; if it stays so, report the number of the request.',
  503: 'There is more to do just now than can be done at once.',
};
const titles: Record<number, string> = { 429: 'Please wait a little', 503: 'Please try again soon', 404: 'Not found', 500: 'Something went wrong' };
const codes: Record<number, string> = { 401: 'UNAUTHENTICATED', 403: 'FORBIDDEN', 429: 'TOO_MANY_REQUESTS', 500: 'INTERNAL_SERVER_ERROR', 503: 'BUSY' };

/** A refusal or failure that the error handler answers. */
export type Fault = Error & { statusCode: number; retryAfter?: number; words?: string; field?: string; fields?: FieldFault[] };

/**
 * A refusal to throw.
 * @param status the HTTP status
 * @param told what the person reads in place of the status's own words; `retryAfter` in seconds; `field` of a form
 */
export function fault(status: number, told: { words?: string; retryAfter?: number; field?: string } = {}): Fault {
  return Object.assign(new Error(told.words ?? words[status] ?? 'refused'), { statusCode: status, ...told, words: told.words ?? words[status] ?? '' });
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const wait = (seconds: number) => (seconds < 120 ? `${seconds} ${seconds === 1 ? 'second' : 'seconds'}` : `${Math.ceil(seconds / 60)} minutes`);

/** Whether a person reads the answer in a browser. */
const wantsPage = (request: FastifyRequest) =>
  /\btext\/html\b/i.test(request.headers.accept ?? '') &&
  !/^\/(graphql|auth|files)(\/|\?|$)/.test(request.url) &&
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
  // Words are ours only where we gave them: the message of a library may hold addresses, statements, what was typed.
  const said = given.words || words[status] || (status < 500 ? (words[400] as string) : (words[500] as string));
  const retryAfter = given.retryAfter === undefined ? (status === 503 ? 5 : undefined) : Math.max(1, Math.ceil(given.retryAfter));
  const message = retryAfter === undefined ? said : `${said} Try again in ${wait(retryAfter)}.`;
  reply.status(status).headers({ 'cache-control': 'no-store', 'x-request-id': request.id, 'x-content-type-options': 'nosniff' });
  if (retryAfter !== undefined) reply.header('retry-after', retryAfter);
  // What was refused before its body was read is not read to the end.
  if (!['GET', 'HEAD', 'OPTIONS'].includes(request.method) && request.body === undefined) reply.header('connection', 'close');
  if (request.url.split('?')[0] === '/graphql')
    return reply.send({
      errors: [{ message, extensions: { code: codes[status] ?? 'BAD_REQUEST', requestId: request.id, ...(retryAfter ? { retryAfter } : {}) } }],
    });
  if (!wantsPage(request))
    return reply.send({
      error: message,
      ...(given.field ? { field: given.field } : {}),
      ...(given.fields ? { fields: given.fields } : {}),
      ...(retryAfter ? { retryAfter } : {}),
      requestId: request.id,
    });
  const title = titles[status] ?? 'This did not work';
  return reply
    .type('text/html; charset=utf-8')
    .send(
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="robots" content="noindex"><title>${title} – Atrium</title></head><body><main><h1>${title}</h1><p>${escaped(message)}</p><p><small>${status}, request <code>${escaped(request.id)}</code></small></p>${back(request)}<p><a href="/">Atrium</a></p></main></body></html>`,
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
    const { code, fields } = (error as { extensions?: { code?: unknown; fields?: FieldFault[] } }).extensions ?? {};
    if (code === 'BAD_USER_INPUT') return answerFault(request, reply, { statusCode: 400, words: String(error.message), ...(fields ? { fields } : {}) });
    const status = error.statusCode ?? 500;
    if (status >= 500 && status !== 503) request.log.error({ err: error }, 'a request failed');
    return answerFault(request, reply, error);
  });
  app.setNotFoundHandler((request, reply) => answerFault(request, reply, { statusCode: 404 }));
}
