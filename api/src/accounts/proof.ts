import { createHash } from 'node:crypto';
import { GraphQLError } from 'graphql';
import { sql } from 'kysely';
import type { Database } from '#prisma/database.ts';
import type { SessionState } from './lifetimes.ts';
import { findUser } from './memberships.ts';
import { type Factors, factorsOf, mayAdd, PROOF_SECONDS, provedLately } from './second-factor.ts';
import { privilegedRoles, type User } from './user.ts';

/** What of the sign-in library needs a new proof of who asks, because with it somebody could make a stolen session their own. */
const withProof = new Set([
  '/passkey/generate-register-options',
  '/passkey/verify-registration',
  '/passkey/delete-passkey',
  '/two-factor/enable',
  '/two-factor/verify-totp',
  '/two-factor/disable',
  '/link-social',
  '/unlink-account',
  '/change-password',
]);
const adding = new Set(['/passkey/generate-register-options', '/passkey/verify-registration', '/two-factor/enable', '/two-factor/verify-totp']);
const removing = new Set(['/passkey/delete-passkey', '/two-factor/disable']);

const refused = (code: string, message: string) => Response.json({ code, message }, { status: 403, headers: { 'cache-control': 'no-store' } });

/**
 * What keeps the person of a session from a change of how they sign in: a proof that is too old, or a second factor that
 * was not shown. Null where nothing does, and for addresses that change nothing of it.
 */
export async function keptFrom(db: Database, path: string, session: { sessionId: string; personId: string; state: SessionState }): Promise<Response | null> {
  if (!withProof.has(path)) return null;
  const user = await findUser(db, session.personId);
  if (user?.demo) return null;
  if (Date.now() - session.state.provedAt.getTime() >= PROOF_SECONDS * 1000) return refused('PROOF_NEEDED', 'Prove again who you are.');
  if (!adding.has(path) && !removing.has(path)) return null;
  const factors = await factorsOf(db, session.personId);
  if (adding.has(path)) {
    if (factors.withdrawn && !session.state.secondFactor) return refused('FACTORS_WITHDRAWN', 'An administrator lets the next factor be set up.');
    if (!mayAdd(factors, session.state.secondFactor)) return refused('SECOND_FACTOR', 'Show the second factor that you have first.');
    // With a session this address only ends what was begun; a code is shown anew by Accounts.prove, which counts.
    return path === '/two-factor/verify-totp' && (!factors.pending || factors.begunIn !== session.sessionId)
      ? refused('SECOND_FACTOR', 'No app is being set up here.')
      : null;
  }
  if (!user?.memberships.some(({ role }) => privilegedRoles.includes(role))) return null;
  if (!session.state.secondFactor) return refused('SECOND_FACTOR', 'Show the second factor that you have first.');
  return isLast(factors) ? refused('LAST_FACTOR', 'This is the only second factor. Add another one first.') : null;
}

const isLast = ({ app, passkeys }: Factors) => (app ? 1 : 0) + passkeys <= 1;

/** The request without the cookie of the session, and with all others. */
export function withoutSession(headers: Headers): void {
  const others = (headers.get('cookie') ?? '').split(/;\s*/).filter((one) => !/^(__Secure-)?atrium\.session_token=/.test(one));
  headers.set('cookie', others.join('; '));
}

const codeKey = (personId: string, code: string) =>
  `totp|${createHash('sha256')
    .update(`${personId}\n${code.replace(/\D/g, '')}`)
    .digest('base64url')}`;

/**
 * Whether a code of an app was used within the last two minutes. Asked before the library looks at it: that ends the sign-in
 * with any code of the app that is right, and the next code would come too late.
 */
export async function codeWasUsed(db: Database, personId: string, code: string, now = Date.now()): Promise<boolean> {
  const { rows } = await sql`SELECT FROM rate_limit WHERE key = ${codeKey(personId, code)} AND last_request > ${sql.lit(now - 120_000)}`.execute(db);
  return rows.length > 0;
}

/**
 * Takes a code of an app as used. @returns false when the same code of the same person was used within the last two
 * minutes, for which it would hold at most: who saw it over a shoulder comes too late.
 */
export async function claimCode(db: Database, personId: string, code: string, now = Date.now()): Promise<boolean> {
  const key = codeKey(personId, code);
  const { rows } = await sql`
    INSERT INTO rate_limit AS r (key, count, last_request) VALUES (${key}, 1, ${sql.lit(now)})
    ON CONFLICT (key) DO UPDATE SET last_request = excluded.last_request WHERE r.last_request <= ${sql.lit(now - 120_000)}
    RETURNING 1`.execute(db);
  return rows.length > 0;
}

/** The person, where who it is was proved within the last ten minutes. @throws GraphQLError PROOF_NEEDED (403) */
export function proved(user: User): User {
  if (provedLately(user)) return user;
  throw new GraphQLError('Prove again who you are: sign in again, or give your password or a code (proveIdentity), and repeat this.', {
    extensions: { code: 'PROOF_NEEDED', http: { status: 403 } },
  });
}
