import { why } from '#i18n/fault.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { fault } from '../faults.ts';

/** A cookie of ours, whatever else the browser sends. */
const ours = /(?:^|;\s*)(?:__Secure-|__Host-)?atrium\./;
export const hasOurCookie = (request: Pick<FastifyRequest, 'headers'>): boolean => ours.test(request.headers.cookie ?? '');

/**
 * Whether a request comes from one of this site's own pages. A browser says so in Sec-Fetch-Site and Origin; a program that
 * sends no cookie has nothing that a foreign page could misuse.
 * @param fixed whether BASE_URL is set; otherwise the page's own origin is the host that was asked, which is this machine's
 */
function sameOrigin(request: Pick<FastifyRequest, 'headers'>, baseUrl: string, fixed: boolean): boolean {
  const { origin, cookie, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  if (origin === undefined) return site !== undefined || cookie === undefined;
  if (origin === new URL(baseUrl).origin) return true;
  // Without BASE_URL the port is whatever was free; it is this machine's own host, and no TLS is before it.
  return !fixed && origin === `http://${host?.toLowerCase()}`;
}

/** Whether a reading request comes from a page of another origin. That a link elsewhere opens a page of ours is none: no script there reads it. */
function readElsewhere(request: FastifyRequest, baseUrl: string, fixed: boolean): boolean {
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (origin === undefined && (site === undefined || site === 'same-origin' || site === 'none')) return false;
  if (origin === undefined && request.headers['sec-fetch-mode'] === 'navigate' && request.headers['sec-fetch-dest'] === 'document') return false;
  return !sameOrigin(request, baseUrl, fixed);
}

/** Where programs ask by POST, from whatever page they are part of. */
const asked = (path: string) => path === '/graphql' || path === '/mcp';
/** What any page on the web may read without a cookie: the API, lists and documents as files, feeds, uploads, the log. */
const open = /^\/(graphql|mcp|oai|api\/v1(\/.*)?|embed\/[^/]+|files\/[^/]+|log\/.+|[^?]+\.(csv|xlsx|ods|json|jsonl|jsonld|ttl|docx|atom|ics|xml|txt|bib|ris))$/;
const pathOf = (request: FastifyRequest) => request.url.split('?')[0] ?? '/';
const isOpen = (request: FastifyRequest) => open.test(pathOf(request));

/**
 * What pages of other origins may do, those of other hosts below the same domain included. They read what is public, never
 * with a cookie: reading is answered as to anybody, and nothing that changes is taken with one. No answer ever allows
 * credentials.
 */
export function addOrigins(app: FastifyInstance, { baseUrl, fixed }: { baseUrl: string; fixed: boolean }): void {
  app.addHook('onRequest', async (request, reply) => {
    if (isOpen(request)) {
      reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin');
      reply.header(
        'access-control-expose-headers',
        'x-request-id, retry-after, etag, last-modified, link, deprecation, sunset, content-disposition, x-atrium-ignored',
      );
    }
    if (request.method === 'OPTIONS') {
      if (!isOpen(request)) throw fault(405);
      return reply
        .headers({
          'access-control-allow-methods': asked(pathOf(request)) ? 'GET, POST' : 'GET',
          'access-control-allow-headers':
            'content-type, accept, authorization, if-none-match, if-modified-since, mcp-protocol-version, mcp-method, mcp-name, last-event-id',
          'access-control-max-age': '86400',
          allow: asked(pathOf(request)) ? 'GET, HEAD, POST, OPTIONS' : 'GET, HEAD, OPTIONS',
        })
        .status(204)
        .send();
    }
    if (request.method === 'GET' || request.method === 'HEAD') {
      // A browser without Sec-Fetch-Site sends no Origin with what it reads on its own site either: nothing to go by, and nothing that another page could read.
      if (request.headers.cookie !== undefined && readElsewhere(request, baseUrl, fixed)) delete request.headers.cookie;
      return;
    }
    if (sameOrigin(request, baseUrl, fixed)) return;
    if (asked(pathOf(request)) && !hasOurCookie(request)) {
      delete request.headers.cookie;
      return;
    }
    throw fault(403, { why: why('OTHER_SITE') });
  });
}
