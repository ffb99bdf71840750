import { personName } from '#prisma/content/person-name.ts';
import type { Database } from '#prisma/database.ts';
import { type AuditKind, recordAudit } from '#prisma/audit.ts';
import type { Settings } from '../env.ts';
import { AUTH_PATH, CLIENT_ADDRESS } from './address.ts';
import { type Attempt, inAttempt } from './attempt.ts';
import { keepCase } from './cases.ts';
import { type AccountFault, faultOf, serviceFault } from './failures.ts';
import { afterSuccess, type Around, usedCode, weakPassword } from './library-effects.ts';
import { syncMemberships } from './memberships.ts';
import type { Identity } from './providers.ts';
import { keepIdentity, personOfIdentity } from './services.ts';

/** What a request to the library is called in the audit. */
const audited: Record<string, AuditKind> = {
  '/sign-in/email': 'SIGN_IN',
  '/sign-in/demo': 'SIGN_IN',
  '/passkey/verify-authentication': 'SIGN_IN',
  '/sign-out': 'SIGN_OUT',
  '/revoke-sessions': 'SESSION_ENDED',
  '/revoke-other-sessions': 'SESSION_ENDED',
  '/sign-up/begin': 'SIGN_UP',
  '/sign-up/confirm': 'ADDRESS_CONFIRMED',
  '/request-password-reset': 'PASSWORD_RESET_ASKED',
  '/reset-password': 'PASSWORD_CHANGED',
  '/change-password': 'PASSWORD_CHANGED',
  '/two-factor/verify-totp': 'SIGN_IN',
  '/two-factor/verify-backup-code': 'SIGN_IN',
  '/two-factor/disable': 'FACTOR_REMOVED',
  '/unlink-account': 'ACCOUNT_UNLINKED',
  '/passkey/verify-registration': 'FACTOR_ADDED',
  '/passkey/delete-passkey': 'FACTOR_REMOVED',
};

const pseudonymOf = async (db: Database, column: 'id' | 'email', value: string | null | undefined): Promise<string | null> =>
  value ? ((await db.selectFrom('person').select('pseudonym').where(column, '=', value).executeTakeFirst())?.pseudonym ?? null) : null;

/** The pseudonym of the account whose address a request names, so that an administrator sees what is tried on it. */
async function addressed(db: Database, request: Request): Promise<string | null> {
  const body = (await request.json().catch(() => null)) as { email?: unknown } | null;
  return typeof body?.email === 'string' ? pseudonymOf(db, 'email', body.email.trim().toLowerCase().toWellFormed().replaceAll('\0', '')) : null;
}

/** The addresses that take the name of a passkey. */
const naming = new Set(['/passkey/verify-registration', '/passkey/update-passkey']);

/** The request with its name as one line of at most 200 characters, as every name is. */
async function withOneLine(request: Request): Promise<Request> {
  const text = await request.text();
  let body: unknown = null;
  try {
    body = JSON.parse(text);
  } catch {
    // The library says what is wrong with it.
  }
  const named = body !== null && typeof body === 'object' && 'name' in body ? JSON.stringify({ ...body, name: personName(body.name, { demo: true }) }) : text;
  const headers = new Headers(request.headers);
  headers.delete('content-length');
  return new Request(request.url, { method: request.method, headers, body: named });
}

/** Asks the library, and does what belongs around it: the attempt of this request, the roles that a service gives, the audit, our words for failures. */
export async function answerFromLibrary(around: Around, asked: Request): Promise<Response> {
  const { db, library } = around;
  const path = new URL(asked.url).pathname.slice(AUTH_PATH.length);
  const request = naming.has(path) ? await withOneLine(asked) : asked;
  const own = around.session?.personId ?? null;
  const attempt: Attempt = { identity: null, personId: null, sessionId: null, passkey: null, reasons: [], secondFactor: showsTwo(around, path) };
  if (path.startsWith('/callback/')) return comeBack(around, request, path.slice('/callback/'.length), attempt);
  const kind = own && path === '/two-factor/verify-totp' ? 'FACTOR_ADDED' : audited[path];
  if (!kind) {
    const again = request.clone();
    const answer = await inAttempt(attempt, () => library.handler(request));
    return answer.ok ? afterSuccess(around, path, again, answer, attempt) : answer;
  }
  const weak = (await weakPassword(around, path, request)) ?? (await usedCode(around, path, request));
  const subject = path === '/sign-in/email' || path === '/request-password-reset' ? await addressed(db, request.clone()) : null;
  const again = request.clone();
  const answer = weak ?? (await inAttempt(attempt, () => library.handler(request)));
  const response = answer.ok ? await afterSuccess(around, path, again, answer, attempt) : await withoutSession(answer, attempt);
  // The roles that a disconnected service gave go with it.
  if (response.ok && path === '/unlink-account' && own) await syncMemberships(db, own, around.settings);
  const code = response.ok ? null : faultOf(response.status, await codeOf(response));
  await recordAudit(db, {
    kind,
    outcome: response.ok ? 'DONE' : 'FAILED',
    actor: await pseudonymOf(db, 'id', attempt.personId ?? own),
    subject,
    detail: code ?? ((await wantsCode(path, response)) ? 'CODE_ASKED' : null),
    client: request.headers.get(CLIENT_ADDRESS),
    requestId: request.headers.get('x-request-id'),
  });
  if (code) around.report({ requestId: request.headers.get('x-request-id'), path, code, reasons: attempt.reasons }, 'a request about an account was refused');
  return response;
}

/** Whether the session that a request begins has two factors: a code comes after the password, and a session that is replaced had them. */
const showsTwo = ({ session }: Around, path: string): boolean =>
  path.startsWith('/two-factor/verify-') || (['/change-password', '/two-factor/disable'].includes(path) && session?.state.secondFactor === true);

/** Whether the password was right and a code is asked for. */
const wantsCode = async (path: string, response: Response): Promise<boolean> =>
  path === '/sign-in/email' &&
  (
    (await response
      .clone()
      .json()
      .catch(() => ({}))) as { twoFactorRedirect?: boolean }
  ).twoFactorRedirect === true;

/** The library takes it for a failure of its own where a suspended person is let in by nobody: it is a refusal. */
const withoutSession = async (response: Response, attempt: Attempt): Promise<Response> =>
  attempt.suspended || (response.status >= 500 && /^(UNABLE|FAILED)_TO_CREATE_SESSION$/.test(await codeOf(response)))
    ? Response.json({ code: 'SUSPENDED', message: 'This account is suspended. Ask an administrator of this library.' }, { status: 403 })
    : response;

async function codeOf(response: Response): Promise<string> {
  const body = (await response
    .clone()
    .json()
    .catch(() => ({}))) as { code?: unknown };
  return typeof body.code === 'string' ? body.code : '';
}

/** What the library says went wrong on the way back from a service, and the page it leads to; null where nothing did. */
function failureIn(response: Response, baseUrl: string): { said: string; page: URL } | null {
  const location = response.headers.get('location');
  if (!location) return { said: 'no_answer', page: new URL('/sign-in', baseUrl) };
  const page = new URL(location, baseUrl);
  const said = page.searchParams.getAll('error').at(-1);
  const failed = said !== undefined && ['/sign-in', '/account'].includes(page.pathname) && !/session_token=[^;]/.test(response.headers.getSetCookie().join());
  return failed ? { said, page } : null;
}

/** The way back from a sign-in service: in, joined to the account that is signed in, or to a page that says why not. */
async function comeBack({ db, settings, library, report, session }: Around, request: Request, service: string, attempt: Attempt): Promise<Response> {
  const event = {
    subject: service.slice(0, 64),
    client: request.headers.get(CLIENT_ADDRESS),
    requestId: request.headers.get('x-request-id'),
  };
  const response = await inAttempt(attempt, () => library.handler(request)).catch((error: Error) => {
    attempt.reasons.push(error.message);
    return new Response(null, { status: 500 });
  });
  const failure = failureIn(response, settings.baseUrl);
  const linking = failure ? failure.page.pathname === '/account' : attempt.personId === null;
  if (!failure) {
    const personId = attempt.identity ? await personOfIdentity(db, attempt.identity) : null;
    if (attempt.identity && personId) await arrived(db, settings, personId, attempt.identity);
    if (attempt.sessionId && session) await db.deleteFrom('session').where('id', '=', session.sessionId).execute();
    await recordAudit(db, { ...event, kind: linking ? 'ACCOUNT_LINKED' : 'SIGN_IN', actor: await pseudonymOf(db, 'id', personId) });
    return response;
  }
  let code: AccountFault = serviceFault(failure.said);
  if (code === 'NOT_LINKED' && attempt.identity) code = (await keepCase(db, attempt.identity)) ?? code;
  await recordAudit(db, {
    ...event,
    kind: linking ? 'ACCOUNT_LINKED' : 'SIGN_IN',
    outcome: 'FAILED',
    actor: attempt.identity ? await pseudonymOf(db, 'id', await personOfIdentity(db, attempt.identity)) : null,
    detail: code,
  });
  report(
    { requestId: event.requestId, service: event.subject, code, said: failure.said.slice(0, 100), reasons: attempt.reasons },
    'a sign-in with a service failed',
  );
  const next = failure.page.searchParams.get('next');
  const page = new URLSearchParams({ error: code, ...(next && !linking ? { next } : {}) });
  const headers = new Headers({ location: `${failure.page.pathname}?${page}`, 'cache-control': 'no-store' });
  for (const cookie of response.headers.getSetCookie()) headers.append('set-cookie', cookie);
  return new Response(null, { status: 303, headers });
}

/** Brings a person in step with what the service just said, and forgets that the account at the service waited for a decision. */
async function arrived(db: Database, settings: Settings, personId: string, identity: Identity): Promise<void> {
  await keepIdentity(db, personId, identity);
  await syncMemberships(db, personId, settings);
  await db
    .deleteFrom('signInCase')
    .where('providerId', '=', identity.provider.id)
    .where('subject', '=', identity.subject)
    .where('decision', 'is', null)
    .execute();
}

const secrets = new Set(['token', 'accessToken', 'refreshToken', 'idToken', 'ipAddress']);
const strip = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(strip);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).flatMap(([name, one]) => (secrets.has(name) ? [] : [[name, strip(one)]])));
};

/** An answer of the library without tokens in its body: the cookie alone holds the session, where no script reads it. */
export async function withoutSecrets(response: Response): Promise<Response> {
  if (!response.headers.get('content-type')?.includes('json')) return response;
  const text = await response.text();
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  headers.set('cache-control', 'private, no-store');
  let body = text;
  try {
    body = JSON.stringify(strip(JSON.parse(text)));
  } catch {
    // Not JSON after all: it goes out as it came.
  }
  return new Response(body, { status: response.status, headers });
}
