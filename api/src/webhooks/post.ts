import { lookup } from 'node:dns/promises';
import { request as http } from 'node:http';
import { request as https, type RequestOptions } from 'node:https';
import { setTimeout as wait } from 'node:timers/promises';
import { isPublicAddress } from '../outgoing/public-address.ts';
import { readTarget } from './address.ts';

/** For so long an answer is waited for, from the name to its first line (milliseconds). */
const TIMEOUT = 15_000;

type Found = { address: string; family: number }[];
/** The network addresses of a host. */
export type Resolve = (host: string) => Promise<Found>;
const resolveAll: Resolve = (host) => lookup(host, { all: true });

/** Why an attempt failed. */
type Failure = 'ADDRESS' | 'NOT_PUBLIC' | 'NO_HOST' | 'TIMEOUT' | 'TLS' | 'CONNECTION' | 'REDIRECT' | 'GONE' | 'STATUS';
/** What came of one attempt: the status of the answer, where there was one, and why it is none that accepts. */
export type Outcome = { status: number | null; failure: Failure | null };

const failed = (failure: Failure): Outcome => ({ status: null, failure });
const ofStatus = (status: number): Outcome => ({
  status,
  failure: status >= 200 && status < 300 ? null : status >= 300 && status < 400 ? 'REDIRECT' : status === 410 ? 'GONE' : 'STATUS',
});
const ofError = ({ name, code = '' }: NodeJS.ErrnoException): Outcome =>
  failed(
    name === 'AbortError' || name === 'TimeoutError' || code === 'ETIMEDOUT'
      ? 'TIMEOUT'
      : /^(ENOTFOUND|EAI_)/.test(code)
        ? 'NO_HOST'
        : /CERT|TLS|SSL|SIGNATURE|EPROTO|VERIFY/.test(code)
          ? 'TLS'
          : 'CONNECTION',
  );

/**
 * Posts a body to an address, once. The name is resolved here, every address that it has must be public, and the connection goes to one of
 * those that were looked at: a name that leads elsewhere a moment later changes nothing. No redirect is followed. The status is all that
 * is read of the answer; then the connection is closed, whatever more would come.
 * @param options.hosts origins that the settings name: they may be anywhere
 */
export async function post(
  address: string,
  headers: Record<string, string>,
  body: string,
  { hosts, resolve = resolveAll, timeout = TIMEOUT }: { hosts: readonly string[]; resolve?: Resolve; timeout?: number },
): Promise<Outcome> {
  const target = readTarget(address, hosts);
  if (!('url' in target)) return failed('ADDRESS');
  const { url, named } = target;
  const signal = AbortSignal.timeout(timeout);
  let found: Found | null = null;
  if (!named) {
    try {
      // Resolving cannot be called off, so its time runs beside it.
      const given = await Promise.race([resolve(url.hostname.replace(/^\[|\]$/g, '')), wait(timeout, null, { ref: false })]);
      if (given === null) return failed('TIMEOUT');
      found = given;
    } catch {
      return failed('NO_HOST');
    }
    if (found.length === 0) return failed('NO_HOST');
    if (!found.every((one) => isPublicAddress(one.address))) return failed('NOT_PUBLIC');
  }
  const options: RequestOptions = {
    method: 'POST',
    headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
    agent: false,
    signal,
    ...(found && {
      lookup: (_host, asked, done) => {
        const [first] = found as [Found[number]];
        if (asked.all) done(null, found);
        else done(null, first.address, first.family);
      },
    }),
  };
  return new Promise((done) => {
    const sent = (url.protocol === 'https:' ? https : http)(url, options, (response) => {
      done(ofStatus(response.statusCode ?? 0));
      sent.destroy();
    });
    sent.on('error', (error) => done(ofError(error)));
    // A connection can close with neither an answer nor an error: one that is given over to another protocol (101) does.
    sent.on('close', () => done(failed('CONNECTION')));
    sent.end(body);
  });
}
