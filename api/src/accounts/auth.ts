import { passkey } from '@better-auth/passkey';
import { betterAuth, type BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { genericOAuth } from 'better-auth/plugins';
import { z } from 'zod';
import type { Database } from '#prisma/database.ts';
import type { Settings } from '../env.ts';
import { queueMail } from '../mail/queue.ts';
import { AUTH_PATH, CLIENT_ADDRESS, FRESH_SECONDS } from './address.ts';
import { demoAccounts, makeDemoAccount } from './demo.ts';
import { syncMemberships } from './memberships.ts';
import { hashToken } from './manage.ts';
import { claimedRoles } from './providers.ts';

const DAY = 86_400;

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

/** Sessions, passwords, passkeys, tokens and sign-in services, all by better-auth on our own tables. */
export function makeAuth(db: Database, settings: Settings) {
  const mail = (key: string, address: string, personId: string | null, subject: string, text: string) =>
    db.transaction().execute((trx) => queueMail(trx, { key, address, personId, subject, text }));
  const secure = settings.baseUrl.startsWith('https:');
  // What the service just said of the person, from its answer to the session that follows in the same request. The library
  // lets nobody, services included, write the field itself: a person must not be able to claim roles.
  const claimed = new Map<string, string>();
  const keepClaims = async (personId: string) => {
    const person = await db.selectFrom('person').select('email').where('id', '=', personId).executeTakeFirst();
    const claims = claimed.get(person?.email.toLowerCase() ?? '');
    if (!person || claims === undefined) return;
    claimed.delete(person.email.toLowerCase());
    await db.updateTable('person').set({ claims }).where('id', '=', personId).execute();
  };
  return betterAuth({
    appName: 'Atrium',
    baseURL: settings.baseUrl,
    basePath: AUTH_PATH,
    secret: settings.secret,
    // Our query builder writes snake case; the library speaks camel case to it.
    database: { db, type: 'postgres' },
    telemetry: { enabled: false },
    // It answers with the tokens of all sessions, which no script in a page is to hold; our pages end sessions by their ids.
    disabledPaths: ['/list-sessions', '/revoke-session'],
    logger: { disabled: true },
    user: {
      modelName: 'person',
      additionalFields: {
        claims: { type: 'string', required: false, input: false, returned: false },
        demo: { type: 'boolean', required: false, input: false, defaultValue: false },
      },
    },
    session: { expiresIn: 7 * DAY, disableSessionRefresh: true, freshAge: FRESH_SECONDS },
    account: {
      modelName: 'credential',
      encryptOAuthTokens: true,
      // An account of a sign-in service and a password account become one only when both addresses are verified.
      accountLinking: { enabled: true, requireLocalEmailVerified: true },
    },
    verification: { storeIdentifier: 'hashed' },
    emailAndPassword: {
      enabled: settings.localAccounts,
      requireEmailVerification: true,
      minPasswordLength: 12,
      maxPasswordLength: 128,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: 3600,
      sendResetPassword: async ({ user, url, token }) => {
        await mail(
          `reset:${hashToken(token)}`,
          user.email,
          user.id,
          'Choose a new password for Atrium',
          `Somebody, hopefully you, asked for a new password.\n\nChoose it here within an hour:\n${url}\n\nIf it was not you, nothing has changed and you need do nothing.`,
        );
      },
      // The answer to signing up is the same whether the address is known or not; only its owner learns the difference.
      onExistingUserSignUp: async ({ user }) => {
        await mail(
          `exists:${user.id}:${new Date().toISOString().slice(0, 10)}`,
          user.email,
          user.id,
          'You have an Atrium account already',
          `Somebody, hopefully you, wanted to open an account with this address. There is one already: sign in at ${settings.baseUrl}/sign-in, or ask there for a new password.`,
        );
      },
    },
    emailVerification: {
      sendOnSignUp: true,
      sendOnSignIn: true,
      autoSignInAfterVerification: true,
      expiresIn: DAY,
      sendVerificationEmail: async ({ user, url, token }) => {
        await mail(
          `verify:${hashToken(token)}`,
          user.email,
          user.id,
          'Confirm your address for Atrium',
          `Confirm that this address is yours within a day:\n${url}\n\nIf you did not open an account, you need do nothing.`,
        );
      },
      afterEmailVerification: async (user) => syncMemberships(db, user.id, settings.administrators),
    },
    databaseHooks: {
      user: {
        create: {
          before: async (user) => ({ data: { ...user, name: user.name.trim().slice(0, 200) || user.email } }),
        },
      },
      session: {
        create: {
          before: async (session) => {
            const person = await db.selectFrom('person').select(['suspendedAt', 'erasedAt']).where('id', '=', session.userId).executeTakeFirst();
            return person && !person.suspendedAt && !person.erasedAt ? undefined : false;
          },
          after: async (session) => {
            await keepClaims(session.userId);
            await syncMemberships(db, session.userId, settings.administrators);
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
        '/sign-up/email': { window: 3600, max: 20 },
        '/request-password-reset': { window: 3600, max: 10 },
        '/reset-password': { window: 600, max: 10 },
        '/send-verification-email': { window: 3600, max: 10 },
        '/sign-in/social': { window: 60, max: 20 },
        '/passkey/verify-authentication': { window: 60, max: 10 },
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
        ? [
            genericOAuth({
              config: settings.providers.map((provider) => ({
                providerId: provider.id,
                name: provider.name,
                discoveryUrl: provider.discoveryUrl,
                requireIdTokenVerification: true,
                clientId: provider.clientId,
                ...(provider.clientSecret ? { clientSecret: provider.clientSecret } : {}),
                scopes: provider.scopes,
                pkce: true,
                overrideUserInfo: true,
                mapProfileToUser: (profile) => {
                  const email = String(profile.email ?? '').toLowerCase();
                  if (email) claimed.set(email, JSON.stringify(claimedRoles(provider, profile)));
                  return {};
                },
              })),
            }),
          ]
        : [
            passkey({
              rpID: new URL(settings.baseUrl).hostname,
              rpName: 'Atrium',
              origin: new URL(settings.baseUrl).origin,
              schema: { passkey: { fields: { credentialID: 'credentialId' } } },
            }),
          ]),
      ...(settings.demo ? [demonstration(db)] : []),
    ] as BetterAuthPlugin[],
  });
}
type Session = { id: string; token: string; createdAt: Date; userAgent?: string | null };
/** What of the sign-in library is used from here; the passkey functions are there where accounts are kept here. */
export type Auth = {
  handler: (request: Request) => Promise<Response>;
  api: {
    getSession: (input: { headers: Headers; query?: { disableRefresh?: boolean } }) => Promise<{ session: Session; user: { id: string } } | null>;
    listSessions: (input: { headers: Headers }) => Promise<Session[]>;
    revokeSession: (input: { headers: Headers; body: { token: string } }) => Promise<unknown>;
    listPasskeys: (input: { headers: Headers }) => Promise<{ id: string; name?: string | null; createdAt: Date }[]>;
  };
};
