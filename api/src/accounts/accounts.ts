import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Database } from '#prisma/database.ts';
import { doing, workNow } from '#prisma/work.ts';
import { recordAudit } from '../audit/audit.ts';
import type { Settings } from '../env.ts';
import { newSigner } from '../log/note.ts';
import { AUTH_PATH, CLIENT_ADDRESS, FRESH_SECONDS, FROM_AFAR } from './address.ts';
import { Attempts, withinLimits } from './attempts.ts';
import type { Auth } from './auth.ts';
import { answerFromLibrary, withoutSecrets } from './library.ts';
import { libraryRoute } from './library-routes.ts';
import { findUser } from './memberships.ts';
import { plainBody } from './plain-body.ts';
import { LOCAL } from './services.ts';
import type { User } from './user.ts';

/** Settings for a server that nobody signs in to: tests of reading, printing the schema. */
export const readOnlySettings = (): Settings => ({
  baseUrl: 'http://localhost:3000',
  secret: randomBytes(32).toString('hex'),
  providers: [],
  localAccounts: false,
  demo: false,
  administrators: [],
  smtpUrl: null,
  mailFrom: 'Atrium <atrium@localhost>',
  filesDir: join(tmpdir(), 'atrium-files'),
  log: { signer: newSigner('localhost/log', 'NOTE'), kept: null },
});

/** Changes of one person. A form that saves as it goes sends a few dozen. */
export const WRITES_PER_MINUTE = 120;
/** Changes from one network by people who are not signed in: links of mails, tries that are refused. */
export const ANONYMOUS_WRITES_PER_MINUTE = 60;

/** A browser in which a person is signed in. `userAgent` is what it says of itself. */
export type SignedInBrowser = { id: string; createdAt: Date; userAgent: string; current: boolean };

/** Uses of links from mails, from one address. People of one office often share an address. */
export const LINKS_PER_MINUTE = 30;

const sessionCookie = /(?:^|;\s*)(?:__Secure-)?atrium\.session_token=/;

/** Who asks, and the sign-in library's own addresses. The library is loaded when it is first needed. */
export class Accounts {
  private readonly db: Database;
  readonly settings: Settings;
  private auth: Promise<Auth> | null = null;
  private readonly writes = new Map<string, number>();
  private window = 0;
  /** Limits by account and by receiver of mails. */
  readonly attempts: Attempts;

  constructor(db: Database, settings: Settings) {
    this.db = db;
    this.settings = settings;
    this.attempts = new Attempts(db, settings);
  }

  /**
   * Counts a change; each mutation of the API comes through here (accounts/writes.ts). Per process.
   * @param who the id of a person, or the network of somebody who is not signed in
   * @returns how many there were of these within the minute, this one included
   */
  countWrite(who: string, now = Date.now()): number {
    const window = Math.floor(now / 60_000);
    if (window !== this.window) {
      this.window = window;
      this.writes.clear();
    }
    const count = (this.writes.get(who) ?? 0) + 1;
    this.writes.set(who, count);
    return count;
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

  private library(): Promise<Auth> {
    this.auth ??= import('./auth.ts').then(({ makeAuth }) => makeAuth(this.db, this.settings) as unknown as Auth);
    return this.auth;
  }

  /** The person of the session cookie, with the roles in force; null without a valid one. A request without the cookie costs nothing. */
  async authenticate(headers: Headers): Promise<User | null> {
    if (!sessionCookie.test(headers.get('cookie') ?? '')) return null;
    // The library looks for a session only where the cookie bears a signature of this server: no stranger gets this far.
    const user = await doing({ ...workNow(), side: 'PERSON', kind: 'READ' }, async () => {
      const found = await (await this.library()).api.getSession({ headers, query: { disableRefresh: true } });
      return found ? findUser(this.db, found.user.id) : null;
    });
    if (!user || (user.demo && !this.holdsDemo(headers))) return null;
    workNow().side = 'PERSON';
    return user;
  }

  /** Whether demonstration accounts and their cookies are anything for a request: only on an installation of one's own, from that very machine. */
  private holdsDemo(headers: Headers): boolean {
    return this.settings.demo && !headers.has(FROM_AFAR);
  }

  /** All sessions of the person of the cookie; null when this one began more than a day ago, for the library then lists none. */
  private async ownSessions(headers: Headers) {
    const { api } = await this.library();
    const own = await api.getSession({ headers, query: { disableRefresh: true } });
    if (!own || Date.now() - own.session.createdAt.getTime() >= FRESH_SECONDS * 1000) return null;
    return (await api.listSessions({ headers })).map((session) => ({ ...session, current: session.id === own.session.id }));
  }

  /** The browsers in which the person of the cookie is signed in, the asking one first; null when that signed in more than a day ago. */
  async sessions(headers: Headers): Promise<SignedInBrowser[] | null> {
    const all = await this.ownSessions(headers);
    return (
      all
        ?.map(({ id, createdAt, userAgent, current }) => ({ id, createdAt, userAgent: userAgent ?? '', current }))
        .sort((a, b) => Number(b.current) - Number(a.current) || b.createdAt.getTime() - a.createdAt.getTime()) ?? null
    );
  }

  /** Signs another browser of the same person out. @returns false when there is no such session, or this one is more than a day old */
  async endSession(headers: Headers, id: string): Promise<boolean> {
    const session = (await this.ownSessions(headers))?.find((one) => one.id === id);
    if (!session) return false;
    await (await this.library()).api.revokeSession({ headers, body: { token: session.token } });
    const { pseudonym } = await this.db.selectFrom('person').select('pseudonym').where('id', '=', session.userId).executeTakeFirstOrThrow();
    await recordAudit(this.db, { kind: 'SESSION_ENDED', actor: pseudonym, client: headers.get(CLIENT_ADDRESS), requestId: headers.get('x-request-id') });
    return true;
  }

  /** The passkeys of the person of the cookie, newest first; none where people sign in elsewhere. */
  async passkeys(headers: Headers): Promise<{ id: string; name: string; createdAt: Date }[]> {
    if (!this.settings.localAccounts) return [];
    const all = await (await this.library()).api.listPasskeys({ headers });
    return all.map(({ id, name, createdAt }) => ({ id, name: name ?? '', createdAt })).sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
  }

  /** Where failed sign-ins are told, with why; nothing of the person. The server gives its log. */
  report: (details: object, message: string) => void = () => {};

  /** Answers the addresses below /auth that are open to everybody (library-routes.ts). No session token is in an answer's body. */
  async handle(request: Request): Promise<Response> {
    if (libraryRoute(request) !== 'OPEN') return Response.json({ code: 'NOT_FOUND', message: 'There is no such address.' }, { status: 404 });
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
    const around = { db: this.db, settings: this.settings, library: await this.library(), report: this.report };
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
  async services(personId: string): Promise<{ id: string; providerId: string; name: string; createdAt: Date }[]> {
    const rows = await this.db
      .selectFrom('credential')
      .select(['id', 'providerId', 'createdAt'])
      .where('userId', '=', personId)
      .where('providerId', '!=', LOCAL)
      .orderBy('createdAt')
      .orderBy('id')
      .execute();
    return rows.map((row) => ({ ...row, name: this.settings.providers.find((one) => one.id === row.providerId)?.name ?? row.providerId }));
  }
}
