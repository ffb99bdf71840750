import { sql } from 'kysely';
import { type Reader, rowsOf } from '../records/query-batch.ts';
import { LOCAL } from './services.ts';
import type { SessionState } from './lifetimes.ts';
import { type Membership, privilegedRoles, type User } from './user.ts';

/** How long, in seconds, a proof of who somebody is holds for what needs a new one. */
export const PROOF_SECONDS = 600;

/** What a person has to show beside a password, and whether another one may be added with the password alone. */
export type Factors = {
  /** Whether the person signs in here: where a sign-in service does, that service asks for its own factors. */
  local: boolean;
  app: { createdAt: Date | string; usedAt: Date | string | null } | null;
  /** Whether an app was begun and no code of it was given yet. */
  pending: boolean;
  /** The session in which it was begun: it is shown and confirmed in no other. */
  begunIn: string | null;
  passkeys: number;
  passwordUsedAt: Date | string | null;
  /** Whether an administrator must let the next factor be set up. */
  withdrawn: boolean;
};

/** The factors of a person; never a secret. */
export async function factorsOf(reader: Reader, personId: string): Promise<Factors> {
  const rows = await rowsOf(
    reader,
    sql<Factors & { verified: boolean | null; createdAt: Date | string; usedAt: Date | string | null; begunIn: string | null }>`
    SELECT c.id IS NOT NULL AS local, c.used_at AS "passwordUsedAt", t.verified, t.created_at AS "createdAt", t.used_at AS "usedAt", t.begun_in AS "begunIn",
      (SELECT count(*)::int FROM passkey k WHERE k.user_id = p.id) AS passkeys, p.factors_withdrawn_at IS NOT NULL AS withdrawn
    FROM person p LEFT JOIN two_factor t ON t.user_id = p.id LEFT JOIN credential c ON c.user_id = p.id AND c.provider_id = ${LOCAL}
    WHERE p.id = ${personId}::uuid`,
  );
  const row = rows[0];
  if (!row) return { local: false, app: null, pending: false, begunIn: null, passkeys: 0, passwordUsedAt: null, withdrawn: false };
  const { local, passkeys, passwordUsedAt, withdrawn } = row;
  return {
    local,
    passkeys,
    passwordUsedAt,
    withdrawn,
    app: row.verified ? { createdAt: row.createdAt, usedAt: row.usedAt } : null,
    pending: row.verified === false,
    begunIn: row.verified === false ? row.begunIn : null,
  };
}

/**
 * The one place that says what a person may be who has not shown two factors: of administrators, the secretariat and
 * publishers with an account kept here the roles are withheld, and what remains is being a member of their
 * organizations. Demonstration accounts have no password and need none of it; people of sign-in services show their
 * factors there.
 */
export function inForce(user: User, session: Pick<SessionState, 'secondFactor' | 'provedAt'> & { sessionId?: string }, local: boolean): User {
  const withheld = local && !user.demo && !session.secondFactor && user.memberships.some(({ role }) => privilegedRoles.includes(role));
  const { sessionId, secondFactor, provedAt } = session;
  const shown = { secondFactor, provedAt, withheld, ...(sessionId ? { sessionId } : {}) };
  return withheld ? { ...user, memberships: asMembers(user.memberships), shown } : { ...user, shown };
}

function asMembers(memberships: readonly Membership[]): Membership[] {
  const own = memberships.filter((one) => one.organizationId !== null);
  return own
    .filter((one, index) => own.findIndex((other) => other.organizationId === one.organizationId) === index)
    .map((one) => ({ ...one, role: 'MEMBER', deputy: false }));
}

/**
 * Whether a factor may be added in this session. The first one comes with the password alone, for there is nothing else;
 * every further one with two factors shown, so that who knows a password cannot make a second factor of their own.
 */
export const mayAdd = (factors: Factors, secondFactor: boolean): boolean =>
  secondFactor || (factors.app === null && factors.passkeys === 0 && !factors.withdrawn);

/** Whether the person proved who it is so lately that it counts for what needs a new proof. Demonstration accounts have nothing to prove it with. */
export const provedLately = (user: User, now = Date.now()): boolean =>
  user.demo === true || (user.shown !== undefined && now - user.shown.provedAt.getTime() < PROOF_SECONDS * 1000);
