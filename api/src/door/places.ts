import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';
import { fault } from './faults.ts';
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
export function spelled(path: string): string {
  const single = path.replace(/[\\/]+/g, '/');
  const clean = /\/(\.|%2e){1,2}(\/|$)/i.test(single) ? new URL(`http://host${single}`).pathname.replace(/\/+/g, '/') : single;
  return clean.length > 1 ? clean.replace(/\/$/, '') : clean;
}

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
    request.fromAfar = !(isLocalHost(host) && isLoopback(request.socket.remoteAddress ?? '') && !isForwarded(request));
    const [path = '/', ...query] = request.url.split('?');
    if (!fixed && !isLocalHost(host) && !watched.includes(path)) throw fault(421);
    const one = spelled(path);
    if (one !== path && path !== '*') return reply.redirect([one, ...query].join('?'), 308);
  });
}
