import type { FastifyInstance, FastifyReply } from 'fastify';
import { takesTokens } from './tokens.ts';
import { hasOurCookie } from './origin.ts';

const addVary = (reply: FastifyReply, name: string) => {
  const now = String(reply.getHeader('vary') ?? '');
  if (!now.split(',').some((one) => one.trim().toLowerCase() === name.toLowerCase())) reply.header('vary', now ? `${now}, ${name}` : name);
};

/**
 * No cache keeps what was answered to a cookie of ours or to a token, whatever the route says and whatever came of it, and every cache is
 * told that a cookie makes a difference. Files of the build are the same for everybody.
 */
export function addCaching(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    // Asked before the cookie of a foreign page is taken away: its answer is kept by nobody either.
    request.withCookie = hasOurCookie(request);
    request.withToken = request.headers.authorization !== undefined && takesTokens(request.url);
    // The day of a copy does not say whose it was; its ETag does.
    if (request.withCookie || request.withToken) delete request.headers['if-modified-since'];
  });
  app.decorateRequest('withCookie', false);
  app.decorateRequest('withToken', false);
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/assets/') && reply.statusCode < 400) return;
    addVary(reply, 'Cookie');
    if (takesTokens(request.url)) addVary(reply, 'Authorization');
    if (!request.withCookie && !request.withToken && reply.getHeader('set-cookie') === undefined) return;
    reply.header('cache-control', 'private, no-store');
    // Without it a copy that was kept all the same cannot be asked after once its owner is gone.
    reply.removeHeader('last-modified');
  });
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Whether it came with a cookie of ours. */
    withCookie: boolean;
    /** Whether it came with a token, or what is meant as one. */
    withToken: boolean;
  }
}
