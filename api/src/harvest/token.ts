import { createHmac, timingSafeEqual } from 'node:crypto';

// Where a harvest goes on, as a text that the harvester hands back. It holds all there is to know, so that no server has to
// remember it, and a signature, so that one that was changed by hand is told from one that was given.

const sign = (body: string, secret: string) => createHmac('sha256', `oai ${secret}`).update(body).digest().subarray(0, 16);

/** @param state what JSON can hold */
export function writeToken(state: object, secret: string): string {
  const body = Buffer.from(JSON.stringify(state)).toString('base64url');
  return `${body}.${sign(body, secret).toString('base64url')}`;
}

/** What a token holds; null for one that was not given here. */
export function readToken<State>(token: string, secret: string): State | null {
  const [, body = '', signature = ''] = /^([\w-]+)\.([\w-]+)$/.exec(token) ?? [];
  const given = Buffer.from(signature, 'base64url');
  const right = sign(body, secret);
  // Also the same bytes in another spelling are not what was given.
  if (given.length !== right.length || !timingSafeEqual(given, right) || right.toString('base64url') !== signature) return null;
  return JSON.parse(Buffer.from(body, 'base64url').toString()) as State;
}
