import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { clientNetwork } from '#prisma/audit.ts';

/** How long parts of a request may take to arrive, and how long an idle connection stays, in milliseconds. */
export const times = {
  /** From the first byte to the end of the headers. */
  headers: 15_000,
  /** Of a small body, of a form with files. */
  small: 20_000,
  upload: 120_000,
  /** Of a whole request, whatever it is. */
  request: 150_000,
  /** Longer than proxies keep one idle, so that it is never closed under a request. */
  keepAlive: 72_000,
  /** How often Node looks for those who are late. */
  check: 5_000,
};
export type Times = typeof times;

/** Connections of one address (of IPv6 the first 64 bits) at a time, and of all. */
export const connections = { perAddress: 256, all: 4096 };

/**
 * Holds one address to so many connections at a time; more are closed before anything is read.
 * @param exempt that come from proxies of ours, which speak for many
 */
export function limitConnections(server: Server, { perAddress, all, exempt }: { perAddress: number; all: number; exempt: (address: string) => boolean }): void {
  server.maxConnections = all;
  const open = new Map<string, number>();
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? '';
    if (exempt(address)) return;
    const key = clientNetwork(address);
    const count = (open.get(key) ?? 0) + 1;
    if (count > perAddress) {
      socket.destroy();
      return;
    }
    open.set(key, count);
    socket.once('close', () => {
      const left = (open.get(key) ?? 1) - 1;
      if (left > 0) open.set(key, left);
      else open.delete(key);
    });
  });
}

/**
 * Answers what cannot be read as a request, or did not arrive in time, with a request id and no more.
 * @param error of Node's parser
 */
export function answerUnread(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, reason, words] =
    error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
      ? [408, 'Request Timeout', 'The request took too long to arrive. Send it again.']
      : error.code === 'HPE_HEADER_OVERFLOW'
        ? [431, 'Request Header Fields Too Large', 'The request has too long an address or too many headers.']
        : [400, 'Bad Request', 'This request cannot be read.'];
  const requestId = crypto.randomUUID();
  const body = JSON.stringify({ error: words, requestId });
  socket.end(
    `HTTP/1.1 ${status} ${reason}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nX-Request-Id: ${requestId}\r\nX-Content-Type-Options: nosniff\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n${body}`,
  );
}
