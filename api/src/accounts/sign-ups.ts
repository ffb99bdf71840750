import { mailText } from '#i18n/mail.ts';
import { randomBytes } from 'node:crypto';
import { APIError, createAuthEndpoint } from 'better-auth/api';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Database } from '#prisma/database.ts';
import type { Settings } from '../env.ts';
import { queueMail } from '../mail/queue.ts';
import { currentAttempt } from './attempt.ts';
import { hashToken } from './token.ts';
import { endLinks } from './address-holder.ts';
import { syncMemberships } from './memberships.ts';
import { personName } from '#prisma/content/person-name.ts';
import { LOCAL } from './services.ts';
import { readSignUp } from './sign-up-link.ts';

const DAY_MS = 86_400_000;
const wrong = (code: string, message: string) => new APIError('BAD_REQUEST', { code, message });

/** A mail address in lower case. Those below .invalid are of accounts that nobody writes to. @throws APIError INVALID_EMAIL */
function addressOf(text: string): string {
  const address = text.trim().toLowerCase();
  if (!z.email().safeParse(address).success || address.length > 320 || address.endsWith('.invalid'))
    throw wrong('INVALID_EMAIL', 'This is not a mail address.');
  return address;
}

/** Writes the mail that goes on, or to an address that has an account the one that says so; the answer is the same. */
async function beginSignUp(db: Database, { baseUrl }: Settings, email: string, name: string): Promise<void> {
  const token = randomBytes(32).toString('base64url');
  await db.transaction().execute(async (trx) => {
    const person = await trx.selectFrom('person').select(['id', 'emailVerified']).where('email', '=', email).executeTakeFirst();
    if (person?.emailVerified) {
      await queueMail(trx, {
        key: `exists:${person.id}:${new Date().toISOString().slice(0, 10)}`,
        address: email,
        personId: person.id,
        subject: mailText('existsSubject'),
        text: mailText('exists', { signIn: `${baseUrl}/sign-in` }),
      });
      return;
    }
    const row = await trx
      .insertInto('signUp')
      .values({ email, name, tokenHash: hashToken(token), expiresAt: new Date(Date.now() + DAY_MS) })
      .returning('id')
      .executeTakeFirstOrThrow();
    // Nothing that was typed goes into the mail: who typed it need not be who reads it.
    await queueMail(trx, {
      key: `sign-up:${row.id}`,
      address: email,
      subject: mailText('signUpSubject'),
      text: mailText('signUp', { address: `${baseUrl}/confirm?token=${token}` }),
    });
  });
}

/**
 * Makes the account that a link from a mail is for, with the password that its holder chooses. The link works once.
 * @returns the person's id
 * @throws APIError INVALID_TOKEN for a link that does not work (any more), ACCOUNT_EXISTS where the address has an account by now
 */
async function confirmSignUp(db: Database, token: string, name: string | null, password: string): Promise<string> {
  return db.transaction().execute(async (trx) => {
    const begun = await trx
      .updateTable('signUp')
      .set({ usedAt: new Date() })
      .where('tokenHash', '=', hashToken(token))
      .where('usedAt', 'is', null)
      .where('expiresAt', '>', new Date())
      .returning(['email', 'name'])
      .executeTakeFirst();
    if (!begun) throw wrong('INVALID_TOKEN', 'This link does not work, or no longer.');
    // An account of that address which nobody ever confirmed is nobody's: it is begun anew. One of a sign-in service is somebody's.
    const { rows } = await sql<{ id: string }>`
      INSERT INTO person AS p (name, email, email_verified) VALUES (${name || begun.name}, ${begun.email}, true)
      ON CONFLICT (email) DO UPDATE SET name = excluded.name, email_verified = true, updated_at = now()
      WHERE NOT p.email_verified AND p.suspended_at IS NULL AND p.erased_at IS NULL
        AND NOT EXISTS (SELECT FROM credential c WHERE c.user_id = p.id AND c.provider_id <> ${LOCAL})
      RETURNING id`.execute(trx);
    const id = rows[0]?.id;
    if (!id) throw wrong('ACCOUNT_EXISTS', 'There is an account with this address.');
    for (const table of ['session', 'passkey', 'twoFactor', 'credential'] as const) await trx.deleteFrom(table).where('userId', '=', id).execute();
    await endLinks(trx, id);
    await trx.insertInto('credential').values({ userId: id, providerId: LOCAL, accountId: id, password }).execute();
    await trx.deleteFrom('signUp').where('email', '=', begun.email).where('usedAt', 'is', null).execute();
    return id;
  });
}

/** Opening an account: its name and address first, then, by who holds the mail, the password. Both only by the forms of our pages. */
export const signUps = (db: Database, settings: Settings) => ({
  id: 'sign-ups',
  endpoints: {
    beginSignUp: createAuthEndpoint('/sign-up/begin', { method: 'POST', body: z.object({ email: z.string(), name: z.string() }) }, async (ctx) => {
      const email = addressOf(ctx.body.email);
      const name = personName(ctx.body.name);
      if (!name) throw wrong('PERSON_NAME', 'A name is missing.');
      await beginSignUp(db, settings, email, name);
      return ctx.json({ sent: true });
    }),
    confirmSignUp: createAuthEndpoint(
      '/sign-up/confirm',
      { method: 'POST', body: z.object({ token: z.string(), password: z.string(), name: z.string().optional() }) },
      async (ctx) => {
        const { minPasswordLength, maxPasswordLength } = ctx.context.password.config;
        const { token, password } = ctx.body;
        if (password.length < minPasswordLength) throw wrong('PASSWORD_TOO_SHORT', 'The password is too short.');
        if (password.length > maxPasswordLength) throw wrong('PASSWORD_TOO_LONG', 'The password is too long.');
        if (!(await readSignUp(db, token))) throw wrong('INVALID_TOKEN', 'This link does not work, or no longer.');
        const id = await confirmSignUp(db, token, personName(ctx.body.name), await ctx.context.password.hash(password));
        await syncMemberships(db, id, settings);
        const attempt = currentAttempt();
        if (attempt) attempt.personId = id;
        return ctx.json({ confirmed: true });
      },
    ),
  },
});
