import { mailText } from '#i18n/mail.ts';
import type { Database, Trx } from '#prisma/database.ts';
import { queueMail } from '../mail/queue.ts';
import { recordAudit } from '#prisma/audit.ts';
import { CLIENT_ADDRESS } from './address.ts';
import { endLinks } from './address-holder.ts';
import { personOfReset } from './app-secret.ts';
import type { Attempt } from './attempt.ts';
import type { Auth } from './auth.ts';
import type { SessionState } from './lifetimes.ts';
import type { Settings } from '../env.ts';
import { findUser } from './memberships.ts';
import { contextOf, passwordFault } from './passwords.ts';
import { claimCode, codeWasUsed } from './proof.ts';
import { LOCAL } from './services.ts';
import { readSignUp } from './sign-up-link.ts';
import { privilegedRoles } from './user.ts';

/** What a request to the sign-in library is answered with. */
export type Around = {
  db: Database;
  settings: Settings;
  library: Auth;
  report: (details: object, message: string) => void;
  /** The session of the request, where one holds. */
  session: { sessionId: string; personId: string; state: SessionState } | null;
};

const bodyOf = async (request: Request): Promise<Record<string, unknown>> => {
  const body: unknown = await request
    .clone()
    .json()
    .catch(() => null);
  return body !== null && typeof body === 'object' ? (body as Record<string, unknown>) : {};
};

/** Whose password a request chooses, by session or link; null where the link does not work, which the library then says. */
async function choosing(
  { db, library, session }: Around,
  path: string,
  body: Record<string, unknown>,
): Promise<{ id?: string; name: string; email: string } | null> {
  const token = typeof body['token'] === 'string' ? body['token'] : '';
  if (path === '/sign-up/confirm') {
    const begun = await readSignUp(db, token);
    return begun && { email: begun.email, name: `${begun.name} ${typeof body['name'] === 'string' ? body['name'] : ''}` };
  }
  const id = path === '/change-password' ? session?.personId : await personOfReset(library, token);
  return (id && (await db.selectFrom('person').select(['id', 'name', 'email']).where('id', '=', id).executeTakeFirst())) || null;
}

/** Refuses a new password that is long enough and yet easily guessed; null for every other request. */
export async function weakPassword(around: Around, path: string, request: Request): Promise<Response | null> {
  if (!['/sign-up/confirm', '/reset-password', '/change-password'].includes(path)) return null;
  const body = await bodyOf(request);
  const password = body[path === '/sign-up/confirm' ? 'password' : 'newPassword'];
  // The library says what is wrong with the length.
  if (typeof password !== 'string' || password.length < 12 || password.length > 128) return null;
  const person = await choosing(around, path, body);
  const fault = person && passwordFault(password, await contextOf(around.db, person));
  return fault ? Response.json({ code: fault, message: 'This password is easily guessed.' }, { status: 400 }) : null;
}

/** Who is signing in, by the cookie of the first step; null without one that holds. */
async function personOfFirstStep({ library }: Around, request: Request): Promise<string | null> {
  const cookie = /(?:^|;\s*)(?:__Secure-)?atrium\.two_factor=([^;]+)/.exec(request.headers.get('cookie') ?? '')?.[1];
  let signed = '';
  try {
    signed = decodeURIComponent(cookie ?? '');
  } catch {
    return null;
  }
  const identifier = signed.slice(0, Math.max(0, signed.lastIndexOf('.')));
  const found = identifier ? await (await library.$context).internalAdapter.findVerificationValue(identifier) : null;
  return found && found.expiresAt > new Date() ? found.value : null;
}

/** Refuses a code that was used already, as a wrong one, and lets the sign-in go on to the next code; null for every other request. */
export async function usedCode(around: Around, path: string, request: Request): Promise<Response | null> {
  if (path !== '/two-factor/verify-totp' || around.session) return null;
  const personId = await personOfFirstStep(around, request);
  const used = personId !== null && (await codeWasUsed(around.db, personId, String((await bodyOf(request))['code'])));
  return used ? Response.json({ code: 'INVALID_CODE', message: 'This code was used already.' }, { status: 401 }) : null;
}

const day = (date: Date) => date.toISOString().slice(0, 10);
const unexpected = (baseUrl: string) => mailText('unexpected', { address: `${baseUrl}/forgot-password` });

/** Tells a person by mail of a change of how they sign in: never what was chosen, and without a link that does anything. */
async function tell(trx: Trx, { settings: { baseUrl } }: Around, personId: string, subject: string, text: string): Promise<void> {
  const person = await trx.selectFrom('person').select(['email', 'demo']).where('id', '=', personId).executeTakeFirst();
  if (!person || person.demo) return;
  await queueMail(trx, { key: `sign-in:${crypto.randomUUID()}`, personId, address: person.email, subject, text: `${text}\n\n${unexpected(baseUrl)}` });
}

/** Revokes the tokens of programs that read more than everybody may. @returns their names, as items of a list */
async function revokeTokens(trx: Trx, personId: string): Promise<string[]> {
  const gone = await trx
    .updateTable('apiToken')
    .set({ revokedAt: new Date() })
    .where('personId', '=', personId)
    .where('scope', '!=', 'PUBLIC')
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', new Date())
    .returning(['id', 'name'])
    .execute();
  const user = gone.length > 0 ? await findUser(trx, personId) : null;
  for (const { id } of gone) await recordAudit(trx, { kind: 'TOKEN_REVOKED', actor: user?.pseudonym ?? null, subject: id, detail: 'PASSWORD' });
  return gone.map(({ name }) => `- ${name}`);
}

/** Puts off the webhooks that a person made, for whoever knew the old password could have made them. @returns their names and addresses, as items of a list */
async function pauseWebhooks(trx: Trx, personId: string): Promise<string[]> {
  const gone = await trx
    .updateTable('webhook')
    .set({ pausedAt: new Date(), pausedFor: 'PASSWORD' })
    .where('personId', '=', personId)
    .where('pausedAt', 'is', null)
    .returning(['id', 'name', 'address'])
    .execute();
  const user = gone.length > 0 ? await findUser(trx, personId) : null;
  for (const { id } of gone) await recordAudit(trx, { kind: 'WEBHOOK_PAUSED', actor: user?.pseudonym ?? null, subject: id, detail: 'PASSWORD' });
  return gone.map(({ name, address }) => `- ${name}, ${address}`);
}

/**
 * What a new password does beside: other sessions, links, waiting sign-ins and tokens of programs are over, webhooks put off, somebody is told, and
 * where it was asked for the passkeys go.
 */
async function passwordChanged(around: Around, personId: string, everything: boolean, keep: string | null, request: Request): Promise<void> {
  await around.db.transaction().execute(async (trx) => {
    await endOthers(trx, personId, keep);
    const passkeys = await trx.selectFrom('passkey').select(['id', 'name', 'createdAt']).where('userId', '=', personId).orderBy('createdAt').execute();
    const app = await trx.selectFrom('twoFactor').select('createdAt').where('userId', '=', personId).where('verified', '=', true).executeTakeFirst();
    const listed = passkeys.map((one) => mailText('passkey', { name: one.name || mailText('passkeyUnnamed'), day: day(one.createdAt) })).join('\n');
    if (everything && passkeys.length > 0) {
      await trx.deleteFrom('passkey').where('userId', '=', personId).execute();
      const user = await findUser(trx, personId);
      // Else the mail alone would be enough to become a privileged person.
      if (!app && user?.memberships.some(({ role }) => privilegedRoles.includes(role)))
        await trx.updateTable('person').set({ factorsWithdrawnAt: new Date() }).where('id', '=', personId).execute();
      await recordAudit(trx, {
        kind: 'FACTOR_REMOVED',
        actor: user?.pseudonym ?? null,
        detail: 'PASSWORD_RESET',
        client: request.headers.get(CLIENT_ADDRESS),
        requestId: request.headers.get('x-request-id'),
      });
    }
    const factors = [
      passkeys.length === 0 ? '' : mailText(everything ? 'passkeysRemoved' : 'passkeysStay', { list: listed }),
      app ? mailText('appStays', { day: day(app.createdAt) }) : '',
    ].filter(Boolean);
    const tokens = await revokeTokens(trx, personId);
    const hooks = await pauseWebhooks(trx, personId);
    const text = [
      mailText('password'),
      ...factors,
      ...(tokens.length > 0 ? [mailText('tokensRevoked', { list: tokens.join('\n') })] : []),
      ...(hooks.length > 0 ? [mailText('webhooksPaused', { list: hooks.join('\n'), address: new URL('/webhooks', around.settings.baseUrl).href })] : []),
    ].join('\n\n');
    await tell(trx, around, personId, mailText('passwordSubject'), text);
  });
}

const changed: Record<string, 'passkeyAdded' | 'passkeyGone' | 'appAdded' | 'appGone'> = {
  '/passkey/verify-registration': 'passkeyAdded',
  '/passkey/delete-passkey': 'passkeyGone',
  '/two-factor/verify-totp': 'appAdded',
  '/two-factor/disable': 'appGone',
};

/** Ends what else leads into an account: every session but one, links for a new password, sign-ins that wait for a code, an app that is set up elsewhere. */
async function endOthers(trx: Trx, personId: string, keep: string | null): Promise<void> {
  let others = trx.deleteFrom('session').where('userId', '=', personId);
  if (keep) others = others.where('id', '!=', keep);
  await others.execute();
  await endLinks(trx, personId);
  await trx.deleteFrom('twoFactor').where('userId', '=', personId).where('verified', '=', false).execute();
}

/** What begins a session: an app that was being set up in another one is begun anew. */
const signingIn = new Set(['/sign-in/email', '/passkey/verify-authentication']);

/** Notes which factor was used just now. */
async function noteUse(db: Database, path: string, personId: string, passkey: string | null): Promise<void> {
  const usedAt = new Date();
  if (path === '/sign-in/email') await db.updateTable('credential').set({ usedAt }).where('userId', '=', personId).where('providerId', '=', LOCAL).execute();
  if (path.startsWith('/two-factor/verify-')) await db.updateTable('twoFactor').set({ usedAt }).where('userId', '=', personId).execute();
  if (passkey) await db.updateTable('passkey').set({ usedAt }).where('userId', '=', personId).where('credentialId', '=', passkey).execute();
}

/** What follows when the library has done what it was asked; the answer, or a refusal in its place. */
export async function afterSuccess(around: Around, path: string, request: Request, response: Response, attempt: Attempt): Promise<Response> {
  const { db, session } = around;
  const personId = attempt.personId ?? session?.personId ?? null;
  if (!personId) return response;
  if (path === '/two-factor/verify-totp') {
    const { code } = await bodyOf(request);
    if (!(await claimCode(db, personId, String(code)))) {
      if (attempt.sessionId) await db.deleteFrom('session').where('id', '=', attempt.sessionId).execute();
      return Response.json({ code: 'INVALID_CODE', message: 'This code was used already.' }, { status: 401 });
    }
  }
  if (path === '/reset-password') await passwordChanged(around, personId, (await bodyOf(request))['everything'] === true, null, request);
  if (path === '/change-password') await passwordChanged(around, personId, false, attempt.sessionId, request);
  if (path === '/two-factor/enable' && session) await db.updateTable('twoFactor').set({ begunIn: session.sessionId }).where('userId', '=', personId).execute();
  if (signingIn.has(path) && attempt.sessionId) await db.deleteFrom('twoFactor').where('userId', '=', personId).where('verified', '=', false).execute();
  // From now on it takes two factors: who came with the password alone is out, also before the code.
  if (session && (path === '/passkey/verify-registration' || path === '/two-factor/verify-totp'))
    await db.transaction().execute((trx) => endOthers(trx, personId, attempt.sessionId ?? session.sessionId));
  const message = path === '/two-factor/verify-totp' && !session ? undefined : changed[path];
  if (message) await db.transaction().execute((trx) => tell(trx, around, personId, mailText(`${message}Subject`), mailText(message)));
  await noteUse(db, path, personId, attempt.passkey);
  // A browser has one session: the one before is over when it signs in anew.
  if (attempt.sessionId && session && session.sessionId !== attempt.sessionId) await db.deleteFrom('session').where('id', '=', session.sessionId).execute();
  return response;
}
