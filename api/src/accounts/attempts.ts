import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '#prisma/database.ts';
import type { Settings } from '../env.ts';

/** Attempts at one account before it pauses; then the pause doubles with each, up to the longest, in seconds. */
const FREE = 5;
const FIRST_PAUSE = 15;
const LONGEST_PAUSE = 600;
/** Attempts are forgotten after a day without any. */
const FORGOTTEN = 86_400;
/** Mails of the account pages (confirmation, reset, invitation) to one receiver within an hour. */
const MAILS_PER_HOUR = 5;
const DEVICE = 'atrium.known';
/** A browser that signed in stays known for half a year, in seconds. */
const KNOWN = 180 * 86_400;

/**
 * Counts attempts at an account and mails to a receiver, whatever addresses they come from, in the database for all
 * processes together. Neither needs the account to exist, so that nothing is learned of it; names are kept as keyed hashes.
 *
 * An attempt is counted before the password is looked at, and forgotten when it was right: forty at the same time are no
 * more than the few that are free. The pause grows and ends by itself. Its owner is not kept out by those who guess: a
 * browser in which the account signed in before is counted apart (a "device cookie"), and a link by mail and a passkey go on
 * working.
 */
export class Attempts {
  private readonly db: Database;
  private readonly settings: Pick<Settings, 'secret' | 'baseUrl'>;

  constructor(db: Database, settings: Pick<Settings, 'secret' | 'baseUrl'>) {
    this.db = db;
    this.settings = settings;
  }

  private hash(...parts: string[]): string {
    return createHmac('sha256', this.settings.secret).update(parts.join('\n')).digest('base64url');
  }

  /** The part of the limit's key for a browser that this account signed in with before; empty for every other. */
  private deviceOf(email: string, cookies: string): string {
    const [nonce = '', sign = ''] = (new RegExp(`(?:^|;\\s*)${DEVICE}=([\\w.-]+)`).exec(cookies)?.[1] ?? '').split('.');
    const right = Buffer.from(this.hash('device', email, nonce));
    const given = Buffer.from(sign);
    return nonce && given.length === right.length && timingSafeEqual(given, right) ? nonce : '';
  }

  private keyOf(email: string, cookies: string): string {
    return `account|${this.hash('account', email, this.deviceOf(email, cookies))}`;
  }

  /**
   * Begins an attempt to sign in.
   * @param email lower case
   * @returns 0, or how many seconds to wait: then nothing may be tried
   */
  async begin(email: string, cookies: string, now = Date.now()): Promise<number> {
    const key = this.keyOf(email, cookies);
    const at = sql.lit(now);
    const pause = sql<number>`CASE WHEN r.count < ${sql.lit(FREE)} THEN 0 ELSE least(${sql.lit(FIRST_PAUSE)} * 2 ^ least(r.count - ${sql.lit(FREE)}, 20), ${sql.lit(LONGEST_PAUSE)}) * 1000 END`;
    const old = sql<boolean>`r.last_request <= ${at} - ${sql.lit(FORGOTTEN * 1000)}`;
    const { rows } = await sql<{ count: number }>`
      INSERT INTO rate_limit AS r (key, count, last_request) VALUES (${key}, 1, ${at})
      ON CONFLICT (key) DO UPDATE SET count = CASE WHEN ${old} THEN 1 ELSE r.count + 1 END, last_request = ${at}
      WHERE ${old} OR r.last_request + ${pause} <= ${at}
      RETURNING count`.execute(this.db);
    if (rows.length > 0) return 0;
    const waiting = await sql<{ left: number }>`SELECT (r.last_request + ${pause} - ${at})::float8 AS left FROM rate_limit r WHERE key = ${key}`.execute(
      this.db,
    );
    return Math.max(1, Math.ceil((waiting.rows[0]?.left ?? 1000) / 1000));
  }

  /** Forgets the attempts at an account that was signed in to. @returns the cookie by which this browser is known from now on */
  async succeeded(email: string, cookies: string): Promise<string> {
    await this.db.deleteFrom('rateLimit').where('key', '=', this.keyOf(email, cookies)).execute();
    const nonce = this.deviceOf(email, cookies) || randomBytes(16).toString('base64url');
    const secure = this.settings.baseUrl.startsWith('https:') ? '; Secure' : '';
    return `${DEVICE}=${nonce}.${this.hash('device', email, nonce)}; Path=/account/sign-in; HttpOnly; SameSite=Lax; Max-Age=${KNOWN}${secure}`;
  }

  /**
   * Counts a mail that somebody asks to be sent to an address; what stands after a "+" leads to the same mailbox.
   * @returns 0, or how many seconds to wait
   */
  mailTo(receiver: string, now = Date.now()): Promise<number> {
    return this.within(
      'mail',
      receiver
        .trim()
        .toLowerCase()
        .replace(/^([^@+]*)\+[^@]*@/, '$1@'),
      MAILS_PER_HOUR,
      3_600_000,
      now,
    );
  }

  /**
   * Counts one more of something that may be done so often within a time, for all processes together.
   * @param what names the limit
   * @param who or what it is counted for; kept as a keyed hash
   * @param time in milliseconds, from the first one on
   * @returns 0, or how many seconds to wait
   */
  async within(what: string, who: string, most: number, time: number, now = Date.now()): Promise<number> {
    const at = sql.lit(now);
    const old = sql<boolean>`r.last_request <= ${at} - ${sql.lit(time)}`;
    // last_request is when the time began.
    const { rows } = await sql<{ count: number; left: number }>`
      INSERT INTO rate_limit AS r (key, count, last_request) VALUES (${`${what}|${this.hash(what, who)}`}, 1, ${at})
      ON CONFLICT (key) DO UPDATE SET count = CASE WHEN ${old} THEN 1 ELSE r.count + 1 END, last_request = CASE WHEN ${old} THEN ${at} ELSE r.last_request END
      RETURNING count, (last_request + ${sql.lit(time)} - ${at})::float8 AS left`.execute(this.db);
    const row = rows[0];
    return row && row.count > most ? Math.max(1, Math.ceil(row.left / 1000)) : 0;
  }
}

/** The addresses of the sign-in library that take a password, and those that send a mail to whoever is named. */
const withPassword = ['/sign-in/email'];
const withMail = ['/request-password-reset', '/sign-up/begin'];

const refused = (seconds: number) =>
  Response.json(
    { code: 'TOO_MANY_REQUESTS', message: `There were too many attempts. Try again in ${seconds} seconds.`, retryAfter: seconds },
    { status: 429, headers: { 'retry-after': String(seconds), 'cache-control': 'no-store' } },
  );

/**
 * Answers a request to the sign-in library through the limits by account and by receiver.
 * @param path below the library's own, such as /sign-in/email
 * @param reached told when a limit was
 */
export async function withinLimits(
  attempts: Attempts,
  path: string,
  request: Request,
  answer: (request: Request) => Promise<Response>,
  reached: () => Promise<void>,
): Promise<Response> {
  const password = withPassword.includes(path);
  if (request.method !== 'POST' || (!password && !withMail.includes(path))) return answer(request);
  const body = (await request
    .clone()
    .json()
    .catch(() => null)) as { email?: unknown } | null;
  const email = typeof body?.email === 'string' ? body.email.trim().toLowerCase().slice(0, 320) : '';
  if (email === '') return answer(request);
  const cookies = request.headers.get('cookie') ?? '';
  const wait = password ? await attempts.begin(email, cookies) : await attempts.mailTo(email);
  if (wait > 0) {
    await reached();
    return refused(wait);
  }
  const response = await answer(request);
  if (!password || !response.ok) return response;
  const headers = new Headers(response.headers);
  headers.append('set-cookie', await attempts.succeeded(email, cookies));
  return new Response(response.body, { status: response.status, headers });
}
