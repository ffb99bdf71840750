import { why } from '#i18n/fault.ts';
import type { FastifyInstance } from 'fastify';
import type { Services } from '../context.ts';
import { hasOurCookie } from './origin.ts';
import { fault } from '../faults.ts';
import { takeToken, TokenRefused, type TokenViewer } from '../tokens/token.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks by a token; null where none was sent, and at addresses that take none. */
    token: TokenViewer | null;
  }
}

const BEARER = /^Bearer +(\S{1,200}) *$/i;
/** Characters of a token that nobody needs to look up. */
const isToken = (text: string) => /^[\w-]+$/.test(text);

/**
 * Takes the tokens of programs, at the addresses that are made for programs; pages and files know sessions alone. A request has
 * a token or a cookie of ours, never both: what is read with one is never what the other may see.
 */
export function addTokens(app: FastifyInstance, { db, accounts }: Services): void {
  app.decorateRequest('token', null);
  app.addHook('onRequest', async (request, reply) => {
    const given = request.headers.authorization;
    if (given === undefined || !takesTokens(request.url) || !/^Bearer\b/i.test(given)) return;
    if (hasOurCookie(request)) throw fault(400, { why: why('TOKEN_AND_COOKIE') });
    const [, token = ''] = BEARER.exec(given) ?? [];
    const taken = isToken(token)
      ? await takeToken(db, token, { secret: accounts.settings.secret, demo: accounts.settings.demo && !request.fromAfar })
      : new TokenRefused(why('TOKEN_UNKNOWN'));
    if (!(taken instanceof TokenRefused)) {
      request.token = taken;
      return;
    }
    if (taken.retryAfter !== undefined) throw fault(429, { why: taken.why, retryAfter: taken.retryAfter });
    reply.header('www-authenticate', 'Bearer realm="Atrium", error="invalid_token"');
    throw fault(401, { why: taken.why });
  });
}

/** Where tokens are taken. */
export const takesTokens = (url: string): boolean => /^\/(graphql|mcp|api\/v1(\/[^?]*)?)(\?|$)/.test(url);
