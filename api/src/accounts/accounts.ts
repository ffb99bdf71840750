import { createHmac, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '#prisma/database.ts';
import { doing, workNow } from '#prisma/work.ts';
import { recordAudit } from '#prisma/audit.ts';
import type { Settings } from '../env.ts';
import { AUTH_PATH, CLIENT_ADDRESS, FRESH_SECONDS, FROM_AFAR } from './address.ts';
import { Attempts, withinLimits } from './attempts.ts';
import type { Auth } from './auth.ts';
import { answerFromLibrary, withoutSecrets } from './library.ts';
import { libraryRoute } from './library-routes.ts';
import { lookAt, type SessionEnd, type SessionState, takeSession, sessionsOf } from './lifetimes.ts';
import { type Reader, rowsOf } from '../records/query-batch.ts';
import { findUser } from './memberships.ts';
import { SharedCounts } from '../shared-counts.ts';
import { plainBody } from './plain-body.ts';
import { claimCode, keptFrom, withoutSession } from './proof.ts';
import { invitationsOf } from './invitation.ts';
import { personOfReset, readPendingApp } from './app-secret.ts';
import { type Factors, factorsOf, inForce, mayAdd, provedLately } from './second-factor.ts';
import { LOCAL } from './services.ts';
import type { User } from './user.ts';

/** Changes of one person. A form that saves as it goes sends a few dozen. */
export const WRITES_PER_MINUTE = 120;
/** Changes from one network by people who are not signed in: links of mails, tries that are refused. */
export const ANONYMOUS_WRITES_PER_MINUTE = 60;

/** A browser in which a person is signed in. `userAgent` is what it says of itself. */
export type SignedInBrowser = { id: string; createdAt: Date; seenAt: Date; userAgent: string; secondFactor: boolean; current: boolean };

/** A passkey of a person. */
export type Passkey = { id: string; name: string; createdAt: Date; usedAt: Date | null };

/** Uses of links from mails, from one address. People of one office often share an address. */
export const LINKS_PER_MINUTE = 30;

const sessionCookie = /(?:^|;\s*)(?:__Secure-)?atrium\.session_token=/;
const sessionCookies = new RegExp(`${sessionCookie.source}([^;\\s]+)`, 'g');

/** Who asks, and the sign-in library's own addresses. The library is loaded when it is first needed. */
export class Accounts {
  private readonly db: Database;
  readonly settings: Settings;
  private auth: Promise<Auth> | null = null;
  /** What addresses and people did within a minute, over all processes. */
  readonly counts: SharedCounts;
  /** Limits by account and by receiver of mails. */
  readonly attempts: Attempts;

  constructor(db: Database, settings: Settings) {
    this.db = db;
    this.settings = settings;
    this.attempts = new Attempts(db, settings);
    this.counts = new SharedCounts(db, settings.secret);
  }

  /**
   * Counts a change; each mutation of the API comes through here (accounts/writes.ts).
   * @param who the id of a person, or the network of somebody who is not signed in
   * @param max how many there may be within a minute
   * @returns how many there were of these within the minute, this one included
   */
  countWrite(who: string, max: number): number {
    return this.counts.count(`write|${who}`, max, 60_000).total;
  }

  /**
   * Counts a use of a link from a mail by somebody who need not be signed in; false when there were more than the limit
   * within a minute. Counted in the database, for all processes together.
   * @param who the address of who asks or, where it is not known, the hash of the link
   */
  async allowLink(who: string, now = Date.now()): Promise<boolean> {
    const began = sql.lit(now - 60_000);
    const { rows } = await sql<{ count: number }>`
      INSERT INTO rate_limit AS r (key, count, last_request) VALUES (${`mail-link|${who}`}, 1, ${now})
      ON CONFLICT (key) DO UPDATE SET count = CASE WHEN r.last_request <= ${began} THEN 1 ELSE r.count + 1 END, last_request = CASE WHEN r.last_request <= ${began} THEN excluded.last_request ELSE r.last_request END
      RETURNING count`.execute(this.db);
    return (rows[0]?.count ?? 0) <= LINKS_PER_MINUTE;
  }

  /**
   * Whether a request sends the cookie of a session that this server once began, told by its signature alone: whether the session
   * still holds, the database knows. Nobody writes such a cookie without the secret.
   */
  sendsSession(cookies: string | undefined): boolean {
    for (const [, value = ''] of (cookies ?? '').matchAll(sessionCookies)) {
      const at = value.lastIndexOf('.');
      // As better-auth signs its cookies: the token, a point, HMAC-SHA-256 in base64, all of it coded for a cookie.
      const given = Buffer.from(
        value.slice(at + 1).replace(/%(2B|2F|3D)/gi, (_, sign: string) => String.fromCharCode(Number.parseInt(sign, 16))),
        'base64',
      );
      const right = createHmac('sha256', this.settings.secret)
        .update(value.slice(0, Math.max(0, at)))
        .digest();
      if (given.length === right.length && timingSafeEqual(given, right)) return true;
    }
    return false;
  }

  private library(): Promise<Auth> {
    this.auth ??= import('./auth.ts').then(({ makeAuth }) => makeAuth(this.db, this.settings) as unknown as Auth);
    return this.auth;
  }

  /** The person of the session cookie, with the roles in force; null without a valid one. A request without the cookie costs nothing. */
  async authenticate(headers: Headers): Promise<User | null> {
    if (!sessionCookie.test(headers.get('cookie') ?? '')) return null;
    // The library looks for a session only where the cookie bears a signature of this server: no stranger gets this far.
    const user = await doing({ ...workNow(), side: 'PERSON', kind: 'READ' }, async () => {
      const found = await this.current(headers);
      if (!found || found.state.ended) return null;
      const { person } = found.state;
      return person && inForce(person, { ...found.state, sessionId: found.sessionId }, this.settings.localAccounts);
    });
    if (!user || (user.demo && !this.holdsDemo(headers))) return null;
    workNow().side = 'PERSON';
    return user;
  }

  /** The session of the cookie, whether it holds or has ended; null without one. That it ended is in the audit, once. */
  private async current(headers: Headers): Promise<{ sessionId: string; personId: string; state: SessionState } | null> {
    if (!sessionCookie.test(headers.get('cookie') ?? '')) return null;
    const found = await (await this.library()).api.getSession({ headers, query: { disableRefresh: true } });
    const state = found ? await takeSession(this.db, found.session.id, this.settings.lifetimes) : null;
    if (!found || !state) return null;
    if (state.endedNow && state.ended) await this.auditSession(found.user.id, headers, 'SESSION_ENDED', state.ended);
    return { sessionId: found.session.id, personId: found.user.id, state };
  }

  private async auditSession(
    personId: string,
    headers: Headers,
    kind: 'SESSION_ENDED' | 'REAUTHENTICATION',
    detail: string | null,
    failed = false,
  ): Promise<void> {
    const person = await this.db.selectFrom('person').select('pseudonym').where('id', '=', personId).executeTakeFirst();
    await recordAudit(this.db, {
      kind,
      outcome: failed ? 'FAILED' : 'DONE',
      actor: person?.pseudonym ?? null,
      detail,
      client: headers.get(CLIENT_ADDRESS),
      requestId: headers.get('x-request-id'),
    });
  }

  /** Why the session of the cookie holds no more: left alone too long, too old, or (ENDED) signed out elsewhere; null without a cookie, or while it holds. */
  async sessionEnd(headers: Headers): Promise<SessionEnd | 'ENDED' | null> {
    if (!sessionCookie.test(headers.get('cookie') ?? '')) return null;
    const found = await this.current(headers);
    return found ? found.state.ended : 'ENDED';
  }

  /** Whether demonstration accounts and their cookies are anything for a request: only on an installation of one's own, from that very machine. */
  private holdsDemo(headers: Headers): boolean {
    return this.settings.demo && !headers.has(FROM_AFAR);
  }

  /** All sessions of the person of the cookie; null when this one began more than a day ago, for the library then lists none. */
  private async ownSessions(headers: Headers) {
    const { api } = await this.library();
    const own = await api.getSession({ headers, query: { disableRefresh: true } });
    const state = own && (await lookAt(this.db, own.session.id, this.settings.lifetimes));
    if (!own || !state || Date.now() - state.provedAt.getTime() >= FRESH_SECONDS * 1000) return null;
    const listed = await api.listSessions({ headers });
    const states = await Promise.all(listed.map(({ id }) => lookAt(this.db, id, this.settings.lifetimes)));
    return listed.flatMap((session, index) => {
      const state = states[index];
      return state && !state.ended ? [{ ...session, seenAt: state.seenAt, secondFactor: state.secondFactor, current: session.id === own.session.id }] : [];
    });
  }

  /** The browsers in which a person is signed in, the asking one first; null when that signed in more than a day ago. */
  async sessions(reader: Reader, user: User): Promise<SignedInBrowser[] | null> {
    const { sessionId, provedAt } = user.shown ?? {};
    if (!sessionId || !provedAt || Date.now() - provedAt.getTime() >= FRESH_SECONDS * 1000) return null;
    const held = await sessionsOf(reader, user.id, this.settings.lifetimes);
    return held.map((one) => ({ ...one, current: one.id === sessionId })).sort((one, other) => Number(other.current) - Number(one.current));
  }

  /** Signs another browser of the same person out. @returns false when there is no such session, or this one is more than a day old */
  async endSession(headers: Headers, id: string): Promise<boolean> {
    const session = (await this.ownSessions(headers))?.find((one) => one.id === id);
    if (!session) return false;
    await (await this.library()).api.revokeSession({ headers, body: { token: session.token } });
    await this.auditSession(session.userId, headers, 'SESSION_ENDED', null);
    return true;
  }

  /** The passkeys of a person, newest first; none where people sign in elsewhere. */
  async passkeys(reader: Reader, personId: string): Promise<Passkey[]> {
    if (!this.settings.localAccounts) return [];
    return rowsOf(
      reader,
      sql<Passkey>`SELECT id, coalesce(name, '') AS name, created_at AS "createdAt", used_at AS "usedAt" FROM passkey WHERE user_id = ${personId}::uuid ORDER BY created_at DESC, id`,
    );
  }

  /** Whether an invitation waits for somebody. */
  async isInvited(user: User): Promise<boolean> {
    return (await invitationsOf(this.db, user.id)).length > 0;
  }

  factors(personId: string, reader: Reader = this.db): Promise<Factors> {
    return factorsOf(reader, personId);
  }

  /**
   * Takes a password, or six digits of the person's app, as a new proof of who uses this session. Tries are counted like
   * those of signing in.
   * @returns null, or why it was not taken
   */
  async prove(headers: Headers, given: string): Promise<'PROOF' | 'TOO_MANY' | null> {
    const session = await this.current(headers);
    if (!session || session.state.ended) return 'PROOF';
    const key = `proof:${session.personId}`;
    if ((await this.attempts.begin(key, '')) > 0) {
      await this.auditSession(session.personId, headers, 'REAUTHENTICATION', 'TOO_MANY', true);
      return 'TOO_MANY';
    }
    const code = /^\s*\d{3}\s?\d{3}\s*$/.test(given) && (await this.factors(session.personId)).app ? given.replace(/\s/g, '') : null;
    const { api } = await this.library();
    const right = await (code
      ? claimCode(this.db, session.personId, code).then((first) => first && api.verifyTOTP({ headers, body: { code } }))
      : api.verifyPassword({ headers, body: { password: given } })
    ).catch(() => false);
    await this.auditSession(session.personId, headers, 'REAUTHENTICATION', code ? 'CODE' : 'PASSWORD', !right);
    if (!right) return 'PROOF';
    await this.attempts.succeeded(key, '');
    const now = new Date();
    await this.db
      .updateTable('session')
      .set({ provedAt: now, ...(code ? { secondFactorAt: now } : {}) })
      .where('id', '=', session.sessionId)
      .execute();
    if (code) await this.db.updateTable('twoFactor').set({ usedAt: now }).where('userId', '=', session.personId).execute();
    return null;
  }

  /** The app that is being set up in the session of the cookie: its secret, and the address that its QR code holds. Null where none is, where another session began it, or where another factor must be shown first. */
  async pendingApp(user: User): Promise<{ secret: string; address: string } | null> {
    const factors = await this.factors(user.id);
    if (!factors.pending || factors.begunIn !== user.shown?.sessionId || !provedLately(user) || !mayAdd(factors, user.shown?.secondFactor ?? false))
      return null;
    return readPendingApp(this.db, await this.library(), user);
  }

  /** The backup codes that are left, for who proved lately who it is and showed two factors; null for everybody else. */
  async backupCodes(user: User): Promise<string[] | null> {
    if (!user.shown?.secondFactor || !provedLately(user) || !(await this.factors(user.id)).app) return null;
    return (await (await this.library()).api.viewBackupCodes({ body: { userId: user.id } })).backupCodes;
  }

  /** Whose password the link of a mail changes; null for one that does not work, or no longer. Changes nothing. */
  async personOfReset(token: string): Promise<string | null> {
    return this.settings.localAccounts ? personOfReset(await this.library(), token) : null;
  }

  /** Where failed sign-ins are told, with why; nothing of the person. The server gives its log. */
  report: (details: object, message: string) => void = () => {};

  /** Answers the addresses below /auth that are open to everybody (library-routes.ts). No session token is in an answer's body. */
  async handle(request: Request): Promise<Response> {
    if (libraryRoute(request) !== 'OPEN') return Response.json({ code: 'NOT_FOUND', message: 'There is no such address.' }, { status: 404 });
    // The library reads forms too; what counts attempts reads JSON alone (attempts.ts).
    if (request.method !== 'GET' && !/^application\/json\b/i.test(request.headers.get('content-type') ?? 'application/json'))
      return Response.json({ code: 'UNSUPPORTED_MEDIA_TYPE', message: 'Send the request as application/json.' }, { status: 415 });
    const plain = await plainBody(request);
    return plain instanceof Response ? plain : withoutSecrets(await this.ask(plain));
  }

  /**
   * Asks the library for one of the account forms, or for `handle`, within the limits by account and by receiver. What
   * happened is in the audit. That the request comes from a page of ours was checked at the door; the library knows one
   * origin only, so that nothing it writes names another.
   */
  async ask(request: Request): Promise<Response> {
    if (libraryRoute(request) === null) return Response.json({ code: 'NOT_FOUND' }, { status: 404 });
    const path = new URL(request.url).pathname.slice(AUTH_PATH.length);
    const headers = new Headers(request.headers);
    headers.set('host', new URL(this.settings.baseUrl).host);
    headers.set('origin', new URL(this.settings.baseUrl).origin);
    for (const name of [...headers.keys()]) if (/^(x-forwarded-|forwarded$|referer$)/.test(name)) headers.delete(name);
    if (!this.holdsDemo(headers)) {
      if (path === '/sign-in/demo') return Response.json({ code: 'NOT_FOUND', message: 'There is no such address.' }, { status: 404 });
      if (sessionCookie.test(headers.get('cookie') ?? '') && (await this.isDemo(headers))) headers.delete('cookie');
    }
    const session = await this.current(headers);
    // A session that is over is nothing to the library either, which does not know of it.
    if (session?.state.ended) withoutSession(headers);
    const holding = session?.state.ended ? null : session;
    const kept = holding ? await keptFrom(this.db, path, holding) : null;
    if (kept && holding) {
      const person = await this.db.selectFrom('person').select('pseudonym').where('id', '=', holding.personId).executeTakeFirst();
      await recordAudit(this.db, {
        kind: 'ACCESS_REFUSED',
        outcome: 'REFUSED',
        actor: person?.pseudonym ?? null,
        subject: `${AUTH_PATH}${path}`,
        detail: ((await kept.clone().json()) as { code: string }).code,
        client: headers.get(CLIENT_ADDRESS),
        requestId: headers.get('x-request-id'),
      });
      return kept;
    }
    const around = { db: this.db, settings: this.settings, library: await this.library(), report: this.report, session: holding };
    return withinLimits(
      this.attempts,
      path,
      new Request(request, { headers }),
      (asked) => answerFromLibrary(around, asked),
      () =>
        recordAudit(this.db, {
          kind: 'LIMIT_REACHED',
          outcome: 'REFUSED',
          subject: `${AUTH_PATH}${path}`,
          detail: 'ACCOUNT',
          client: headers.get(CLIENT_ADDRESS),
          requestId: headers.get('x-request-id'),
        }),
    );
  }

  private async isDemo(headers: Headers): Promise<boolean> {
    const found = await (await this.library()).api.getSession({ headers, query: { disableRefresh: true } });
    return found !== null && ((await findUser(this.db, found.user.id))?.demo ?? false);
  }

  /** The accounts at sign-in services that the person signs in with, oldest first, by the ids of this library; not the password kept here. */
  async services(reader: Reader, personId: string): Promise<{ id: string; providerId: string; name: string; createdAt: Date | string }[]> {
    const rows = await rowsOf(
      reader,
      sql<{ id: string; providerId: string; createdAt: Date | string }>`
        SELECT id, provider_id AS "providerId", created_at AS "createdAt" FROM credential WHERE user_id = ${personId}::uuid AND provider_id <> ${LOCAL} ORDER BY created_at, id`,
    );
    return rows.map((row) => ({ ...row, name: this.settings.providers.find((one) => one.id === row.providerId)?.name ?? row.providerId }));
  }
}
