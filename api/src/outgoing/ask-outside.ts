import { lookup, type LookupAddress, type LookupOptions } from 'node:dns';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { isIP } from 'node:net';
import { isPublicAddress } from './public-address.ts';

/** Why nothing was asked, or no answer came. */
export type OutsideFaultCode = 'NOT_HTTPS' | 'NOT_PUBLIC' | 'NO_ANSWER' | 'TOO_MANY_REDIRECTS';
export class OutsideFault extends Error {
  readonly code: OutsideFaultCode;
  constructor(code: OutsideFaultCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** What may be asked, and how. Only tests give another condition or certificate: their servers stand on this machine. */
export type Outside = { isPublic?: (address: string) => boolean; ca?: string };
export type OutsideRequest = {
  method?: 'GET' | 'HEAD' | 'POST';
  headers?: Record<string, string>;
  body?: string;
  /** Of the answer that is read, in bytes; what comes after is left. */
  maxBytes?: number;
  /** For everything together, in milliseconds. */
  timeout?: number;
  /** How many redirects are followed, each checked as the first address is. */
  redirects?: number;
};
/** @property address where the answer came from; @property moved whether a redirect led there that says that it is for good (301, 308) */
export type OutsideAnswer = { status: number; headers: IncomingMessage['headers']; body: string; address: string; moved: boolean };

const USER_AGENT = 'Atrium (knowledge hub on blockchain of the United Nations system)';
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

type Found = (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void;
/** Asks for a name as Node does, and gives only what may be asked: what is connected to is what was checked, however often the answer changes. */
const publicLookup = (isPublic: (address: string) => boolean) => (host: string, options: LookupOptions, done: Found) =>
  lookup(host, { ...options, all: true }, (error, all) => {
    const open = error ? [] : all.filter(({ address }) => isPublic(address));
    const [first] = open;
    if (error) done(error, []);
    // A name that also stands for something inside is not asked at all.
    else if (!first || open.length < all.length) done(new OutsideFault('NOT_PUBLIC', `${host} is no address of the open internet`), []);
    else if (options.all) done(null, open);
    else done(null, first.address, first.family);
  });

/** The address, where it may be asked: https, without name and password, and no address of an inner net. */
function allowed(text: string, isPublic: (address: string) => boolean): URL {
  const url = URL.parse(text);
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '') throw new OutsideFault('NOT_HTTPS', `${text} is no https address`);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !isPublic(host)) throw new OutsideFault('NOT_PUBLIC', `${host} is no address of the open internet`);
  return url;
}

/**
 * Asks an address that somebody wrote, from this server: https only, only of the open internet, wherever redirects lead; with bounds on
 * time and bytes. Nothing of the person or the page goes with it, no cookie, no referrer.
 * @throws OutsideFault
 */
export async function askOutside(
  address: string,
  { method = 'GET', headers = {}, body, maxBytes = 200_000, timeout = 10_000, redirects = 3 }: OutsideRequest = {},
  { isPublic = isPublicAddress, ca }: Outside = {},
): Promise<OutsideAnswer> {
  const signal = AbortSignal.timeout(timeout);
  let moved = true;
  for (let url = allowed(address, isPublic), left = redirects; ; left -= 1) {
    const answer = await once(url, { method, headers, body, maxBytes, signal, isPublic, ca });
    const to = REDIRECTS.has(answer.status) && method !== 'POST' ? answer.headers.location : undefined;
    if (to === undefined) return { ...answer, address: url.href, moved: moved && left < redirects };
    if (left === 0) throw new OutsideFault('TOO_MANY_REDIRECTS', `${address} leads on too often`);
    moved &&= answer.status === 301 || answer.status === 308;
    url = allowed(URL.parse(to, url)?.href ?? '', isPublic);
  }
}

type Once = Required<Pick<OutsideRequest, 'method' | 'headers' | 'maxBytes'>> & {
  body: string | undefined;
  signal: AbortSignal;
  isPublic: (address: string) => boolean;
  ca: string | undefined;
};
const once = (url: URL, { method, headers, body, maxBytes, signal, isPublic, ca }: Once): Promise<Omit<OutsideAnswer, 'address' | 'moved'>> =>
  new Promise((resolve, reject) => {
    const fail = (error: unknown) =>
      reject(error instanceof OutsideFault ? error : new OutsideFault('NO_ANSWER', error instanceof Error ? error.message : String(error)));
    const asking = request(
      url,
      // A connection of its own: none that was opened under another name is used again.
      { method, agent: false, signal, lookup: publicLookup(isPublic), headers: { 'user-agent': USER_AGENT, ...headers }, ...(ca ? { ca } : {}) },
      (answer) => {
        const pieces: Buffer[] = [];
        let length = 0;
        const end = () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(pieces).subarray(0, maxBytes).toString() });
        answer.on('data', (piece: Buffer) => {
          pieces.push(piece);
          length += piece.length;
          if (length < maxBytes) return;
          end();
          asking.destroy();
        });
        answer.on('end', end);
        answer.on('error', fail);
      },
    );
    asking.on('error', fail);
    // A connection can close with neither an answer nor an error: one that is given over to another protocol (101) does.
    asking.on('close', () => fail(new Error('The connection was closed.')));
    asking.end(body);
  });
