import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';
import { fault } from '../faults.ts';
import { isForwarded, isLocalHost, isLoopback } from './proxies.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Not from this machine itself: by another name, from another address, or through a proxy. */
    fromAfar: boolean;
  }
}

const readable = (path: string) => {
  try {
    decodeURIComponent(path);
    return path;
  } catch {
    // A stray percent sign: an ordinary address that nobody has.
    return path.replaceAll('%', '%25');
  }
};

/**
 * The address that is routed: of an absolute one (`GET http://host/path`) the path, with the host in the header Host, as
 * RFC 9112 (3.2.2) asks; stray percent signs are escaped.
 */
export function routed(request: IncomingMessage): string {
  let url = request.url ?? '/';
  const absolute = /^[a-z][a-z0-9+.-]*:\/\/([^/?#\\]*)/i.exec(url);
  if (absolute) {
    request.headers.host = (absolute[1] ?? '').replace(/^.*@/, '');
    url = url.slice(absolute[0].length);
  }
  if (!url.startsWith('/') && url !== '*') url = `/${url}`;
  const [path = '', ...query] = url.split('?');
  return [readable(path), ...query].join('?');
}

/**
 * The one spelling of a path: single slashes and no backslashes (two of them would name another host), no dot segments, none
 * at the end.
 */
function spelled(path: string): string {
  // Letters that are written as such need no escape (RFC 3986, 6.2.2.2): what looks at a path sees what is routed.
  const letters = path.replace(/%(2[de]|3\d|4[1-9a-f]|5[0-9af]|6[1-9a-f]|7[0-9ae])/gi, (sign) => decodeURIComponent(sign));
  const single = letters.replace(/[\\/]+/g, '/');
  const clean = /\/(\.|%2e){1,2}(\/|$)/i.test(single) ? new URL(`http://host${single}`).pathname.replace(/\/+/g, '/') : single;
  return clean.length > 1 ? clean.replace(/\/$/, '') : clean;
}

/** Characters of an address after its question mark; the filters of a list with some dozen values come to a few hundred. */
const QUERY_MAX = 2_000;
/** Queries of programs, and what sign-in services send along. */
const longQuery = /^\/(graphql|auth\/.*)$/;

/** Asked for by what watches the process, by whatever name it has there; they tell nothing of the library. */
const watched = ['/health', '/ready'];

/**
 * Which places are served. Every path has one spelling; others are led to it. Without BASE_URL only this machine's own
 * names are: any other name is a proxy that nobody told us of, or a foreign page whose DNS points here.
 * @param fixed whether BASE_URL is set
 */
export function addPlaces(app: FastifyInstance, { fixed }: { fixed: boolean }): void {
  app.decorateRequest('fromAfar', false);
  app.addHook('onRequest', async (request: FastifyRequest, reply) => {
    const host = request.headers.host;
    // HTTP/1.0 is spoken by proxies that were told nothing else; no browser does.
    const old = request.raw.httpVersion === '1.0';
    request.fromAfar = !(isLocalHost(host) && isLoopback(request.socket.remoteAddress ?? '') && !isForwarded(request) && !old);
    const [path = '/', ...query] = request.url.split('?');
    if (!fixed && !isLocalHost(host) && !watched.includes(path)) throw fault(421);
    // Every link of a page carries the choice of its address on: a long one makes a page many times as long.
    if (query.join('?').length > QUERY_MAX && !longQuery.test(path)) throw fault(414);
    const one = spelled(path);
    if (one !== path && path !== '*') return reply.redirect([one, ...query].join('?'), 308);
  });
}
