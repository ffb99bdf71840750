import type { FastifyReply, FastifyRequest } from 'fastify';
import { workNow } from '#prisma/work.ts';
import { CLIENT_ADDRESS, FROM_AFAR } from '../accounts/address.ts';
import type { Yoga } from '../yoga.ts';
import { clientOf } from './proxies.ts';

/** Who asks: the address of the client, and whether it sends the cookie of a session, signed by this server. */
export type Asker = { client: string; signedIn: boolean };
/** Answers a web request; the same shape as fetch, so that pages and tests need no socket. */
export type Handler = (request: Request, extra: { requestId: string; yoga: Yoga } & Asker) => Promise<Response>;

/** The address that the sign-in library counts by: of IPv6 the network, as everywhere. */
const counted = (address: string) => address.replace(/\/64$/, '');

/** The headers of a request as everything behind the door reads them: ours say who asks and from where, whatever came under their names. */
export function webHeaders(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) headers.append(name, one);
  }
  headers.set('x-request-id', request.id);
  headers.set(CLIENT_ADDRESS, counted(clientOf(request)));
  headers.delete(FROM_AFAR);
  if (request.fromAfar) headers.set(FROM_AFAR, 'yes');
  return headers;
}

/**
 * A Fastify request as a web Request; a body that is not to be parsed here is passed on as it came, a form that was read
 * (bodies.ts) as a form. Its address is below `baseUrl`, whatever host the request names.
 */
export function toWebRequest(request: FastifyRequest, baseUrl: string): Request {
  const headers = webHeaders(request);
  const body = request.method === 'GET' || request.method === 'HEAD' ? null : (request.body as Buffer<ArrayBuffer> | FormData | null | undefined);
  // A form that is written anew says its own kind and length.
  if (body instanceof FormData) for (const name of ['content-type', 'content-length', 'transfer-encoding']) headers.delete(name);
  // The API itself tells what is only read, and given up with its reader, from what was sent to be kept.
  const { signal } = workNow();
  const given = signal && (body === null || request.routeOptions.url === '/graphql') ? { signal } : {};
  // Never `new URL(request.url, baseUrl)`: an address that begins with two slashes would name another host.
  return new Request(new URL(`${new URL(baseUrl).origin}${request.url.startsWith('/') ? '' : '/'}${request.url}`), {
    method: request.method,
    headers,
    ...(body ? { body } : {}),
    ...given,
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
