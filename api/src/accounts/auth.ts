import { mailText } from '#i18n/mail.ts';
import { passkey } from '@better-auth/passkey';
import { betterAuth, type BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthEndpoint, getOAuthState } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import type { symmetricDecrypt } from 'better-auth/crypto';
import { genericOAuth, twoFactor } from 'better-auth/plugins';
import { z } from 'zod';
import type { Database } from '#prisma/database.ts';
import type { Settings } from '../env.ts';
import { queueMail } from '../mail/queue.ts';
import { AUTH_PATH, CLIENT_ADDRESS } from './address.ts';
import { currentAttempt } from './attempt.ts';
import { demoAccounts, makeDemoAccount } from './demo.ts';
import { syncMemberships } from './memberships.ts';
import { hashToken } from './token.ts';
import { personName } from '#prisma/content/person-name.ts';
import { identityRefused, serviceConfig } from './services.ts';
import { signUps } from './sign-ups.ts';

/** Signs in to a demonstration account with one click; there is no such address where demonstration accounts are off. */
const demonstration = (db: Database) => ({
  id: 'demonstration',
  endpoints: {
    signInDemo: createAuthEndpoint(
      '/sign-in/demo',
      { method: 'POST', body: z.object({ account: z.enum(demoAccounts.map((account) => account.id) as [string, ...string[]]) }) },
      async (ctx) => {
        const id = await makeDemoAccount(db, ctx.body.account);
        const user = await ctx.context.internalAdapter.findUserById(id);
        if (!user) throw new APIError('NOT_FOUND', { message: 'There is no such demonstration account.' });
        const session = await ctx.context.internalAdapter.createSession(user.id);
        if (!session) throw new APIError('FORBIDDEN', { message: 'This demonstration account is suspended.' });
        await setSessionCookie(ctx, { session, user });
        return ctx.json({ signedIn: true });
      },
    ),
  },
});

/** Keeps why something failed with the request, for our log: the library's words and an error's, nothing that names a person. */
function keepReason(message: string, details: unknown[]): void {
  const words = details.flatMap((one) => {
    const { code, status, message: said } = (one ?? {}) as { code?: unknown; status?: unknown; message?: unknown };
    return [code, status, said].filter((word) => typeof word === 'string' || typeof word === 'number');
  });
  currentAttempt()?.reasons.push(
    [message, ...words]
      .join(' ')
      .replace(/[^\s@]+@[^\s@]+/g, '…')
      .slice(0, 300),
  );
}

/** What sign-in services hand over for asking them more; nothing is asked after the sign-in. */
const noTokens = { accessToken: null, refreshToken: null, idToken: null };

/** Sessions, passwords, passkeys, tokens and sign-in services, all by better-auth on our own tables. */
export function makeAuth(db: Database, settings: Settings) {
  const mail = (key: string, address: string, personId: string | null, subject: string, text: string) =>
    db.transaction().execute((trx) => queueMail(trx, { key, address, personId, subject, text }));
  const secure = settings.baseUrl.startsWith('https:');
  return betterAuth({
    appName: 'Atrium',
    baseURL: settings.baseUrl,
    basePath: AUTH_PATH,
    secret: settings.secret,
    // Our query builder writes snake case; the library speaks camel case to it.
    database: { db, type: 'postgres' },
    telemetry: { enabled: false },
    // What may be asked at all is in library-routes.ts. What the library says of a failure goes into our own log, without what it says about whom.
    // No level is named here: with one the library also writes every refusal to the console, past this.
    logger: { log: (_level, message, ...details) => keepReason(message, details) },
    onAPIError: { errorURL: '/sign-in' },
    user: {
      modelName: 'person',
      validateUserInfo: async ({ source }) => {
        const identity = currentAttempt()?.identity;
        // A sign-in that was begun with one service is not ended by another (RFC 9700, 4.4).
        const begunWith = identity ? (await getOAuthState())?.['service'] : undefined;
        if (identity && begunWith !== identity.provider.id) return { error: 'issuer_mismatch' };
        const error = identity ? await identityRefused(db, identity, source.action !== 'create-user') : null;
        return error ? { error } : undefined;
      },
      additionalFields: {
        demo: { type: 'boolean', required: false, input: false, defaultValue: false },
      },
    },
    // How long a session holds is in lifetimes.ts, what needs a new proof in proof.ts: the library asks for no other.
    session: { expiresIn: Math.max(settings.lifetimes.privileged.total, settings.lifetimes.others.total), disableSessionRefresh: true, freshAge: 0 },
    account: {
      modelName: 'credential',
      // An account at a service belongs to who came with it. Only the signed-in person joins another one to it, whatever their addresses.
      accountLinking: {
        enabled: true,
        disableImplicitLinking: true,
        allowDifferentEmails: true,
        trustedProviders: settings.providers.map((provider) => provider.id),
      },
    },
    verification: { storeIdentifier: 'hashed' },
    emailAndPassword: {
      enabled: settings.localAccounts,
      // Accounts are opened by sign-ups.ts: who holds the mail chooses the password.
      disableSignUp: true,
      requireEmailVerification: true,
      minPasswordLength: 12,
      maxPasswordLength: 128,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: 3600,
      onPasswordReset: async ({ user }) => {
        const attempt = currentAttempt();
        if (attempt) attempt.personId = user.id;
      },
      sendResetPassword: async ({ user, token }) => {
        const person = await db.selectFrom('person').select(['suspendedAt', 'erasedAt']).where('id', '=', user.id).executeTakeFirst();
        if (!user.emailVerified || !person || person.suspendedAt || person.erasedAt) return;
        await mail(
          `reset:${hashToken(token)}`,
          user.email,
          user.id,
          mailText('resetSubject'),
          mailText('reset', { address: `${settings.baseUrl}/reset-password?token=${token}` }),
        );
      },
    },
    databaseHooks: {
      user: {
        create: {
          before: async (user) => ({ data: { ...user, name: personName(user.name) || personName(user.email) || 'Unnamed' } }),
        },
        update: {
          before: async (user) => ({ data: { ...user, ...(user.name === undefined ? {} : { name: personName(user.name) || 'Unnamed' }) } }),
        },
      },
      // Nothing is asked of a service after the sign-in, so its tokens are not kept.
      account: {
        create: { before: async (account) => ({ data: { ...account, ...noTokens } }) },
        update: { before: async (account) => ({ data: { ...account, ...noTokens } }) },
      },
      session: {
        create: {
          before: async (session) => {
            const person = await db.selectFrom('person').select(['suspendedAt', 'erasedAt']).where('id', '=', session.userId).executeTakeFirst();
            const attempt = currentAttempt();
            // Said to who has shown the password or another way in, and to nobody else.
            if (attempt && person?.suspendedAt && !person.erasedAt) attempt.suspended = true;
            return person && !person.suspendedAt && !person.erasedAt ? undefined : false;
          },
          after: async (session) => {
            const attempt = currentAttempt();
            if (attempt) Object.assign(attempt, { personId: session.userId, sessionId: session.id });
            if (attempt?.secondFactor) await db.updateTable('session').set({ secondFactorAt: new Date() }).where('id', '=', session.id).execute();
            // Who comes back from a service is brought in step with what it said, when the library has ended (library.ts).
            if (!attempt?.identity) await syncMemberships(db, session.userId, settings);
          },
        },
      },
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 100,
      customRules: {
        '/sign-in/email': { window: 60, max: 10 },
        '/sign-in/demo': { window: 60, max: 120 },
        '/sign-up/begin': { window: 3600, max: 20 },
        '/sign-up/confirm': { window: 600, max: 20 },
        '/request-password-reset': { window: 3600, max: 10 },
        '/reset-password': { window: 600, max: 10 },
        '/sign-in/social': { window: 60, max: 20 },
        '/link-social': { window: 60, max: 20 },
        '/passkey/verify-authentication': { window: 60, max: 10 },
        // By address; wrong codes are also counted by account and by sign-in.
        '/two-factor/enable': { window: 60, max: 10 },
        '/two-factor/disable': { window: 60, max: 10 },
        '/two-factor/verify-totp': { window: 60, max: 10 },
        '/two-factor/verify-backup-code': { window: 60, max: 10 },
      },
    },
    advanced: {
      // The library leaves these out of its own accord where NODE_ENV is test: tests would then show another server.
      disableOriginCheck: false,
      disableCSRFCheck: false,
      cookiePrefix: 'atrium',
      useSecureCookies: secure,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', secure, path: '/' },
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS] },
      database: { generateId: () => crypto.randomUUID() },
    },
    plugins: [
      ...(settings.providers.length > 0
        ? [genericOAuth({ config: settings.providers.map((provider) => serviceConfig(db, provider, settings.administrators)) })]
        : [
            passkey({
              rpID: new URL(settings.baseUrl).hostname,
              rpName: 'Atrium',
              origin: new URL(settings.baseUrl).origin,
              schema: { passkey: { fields: { credentialID: 'credentialId' } } },
              authentication: {
                afterVerification: async ({ verification, clientData }) => {
                  const attempt = currentAttempt();
                  // The device asked for a finger, a face or a number: that and the device are two factors.
                  if (attempt) Object.assign(attempt, { passkey: clientData.id, secondFactor: verification.authenticationInfo.userVerified });
                },
              },
            }),
            twoFactor({ issuer: 'Atrium' }),
            signUps(db, settings),
          ]),
      ...(settings.demo ? [demonstration(db)] : []),
    ] as BetterAuthPlugin[],
  });
}
type Session = { id: string; token: string; userId: string; createdAt: Date; userAgent?: string | null };
/** What of the sign-in library is used from here; the passkey functions are there where accounts are kept here. */
export type Auth = {
  handler: (request: Request) => Promise<Response>;
  api: {
    getSession: (input: { headers: Headers; query?: { disableRefresh?: boolean } }) => Promise<{ session: Session; user: { id: string } } | null>;
    listSessions: (input: { headers: Headers }) => Promise<Session[]>;
    revokeSession: (input: { headers: Headers; body: { token: string } }) => Promise<unknown>;
    verifyPassword: (input: { headers: Headers; body: { password: string } }) => Promise<unknown>;
    verifyTOTP: (input: { headers: Headers; body: { code: string } }) => Promise<unknown>;
    viewBackupCodes: (input: { body: { userId: string } }) => Promise<{ backupCodes: string[] }>;
  };
  $context: Promise<{
    secretConfig: Parameters<typeof symmetricDecrypt>[0]['key'];
    internalAdapter: { findVerificationValue: (identifier: string) => Promise<{ value: string; expiresAt: Date } | null> };
  }>;
};
