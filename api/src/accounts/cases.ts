import { sql } from 'kysely';
import type { Database, Trx } from '#prisma/database.ts';
import type { SignInDecision } from '#prisma/generated/enums.ts';
import { recordAudit } from '../audit/audit.ts';
import type { Services } from '../context.ts';
import { type Refusal, refuse } from '../invalid-input.ts';
import { personName } from '#prisma/content/person-name.ts';
import { syncMemberships } from './memberships.ts';
import type { Identity } from './providers.ts';
import { type Reader, rowsOf } from '../records/reads.ts';
import { isVouched } from './services.ts';
import type { User } from './user.ts';

export type Decision = keyof typeof SignInDecision;
export type SignInCase = {
  id: string;
  providerId: string;
  subject: string;
  email: string;
  name: string;
  vouched: boolean;
  seenAt: Date | string;
  personName: string;
  /** Whether the account that has the address was opened at the same service: then the address went to somebody else, or one person has two accounts there. */
  reassigned: boolean;
};

const sameService = sql<boolean>`EXISTS (SELECT FROM credential k WHERE k.user_id = c.person_id AND k.provider_id = c.provider_id)`;

/**
 * Keeps that somebody of a sign-in service was refused because the address belongs to an account here, for an administrator to decide.
 * @returns whether that account is of the same service; null where nobody has the address
 */
export async function keepCase(db: Database, identity: Identity): Promise<'REASSIGNED' | 'NOT_LINKED' | null> {
  const { provider, subject, address } = identity;
  const person = address && subject ? await db.selectFrom('person').select('id').where('email', '=', address).executeTakeFirst() : null;
  if (!person || !address) return null;
  const vouched = await isVouched(db, identity);
  const name = identity.name || personName(address) || 'Unnamed';
  const { rows } = await sql<{ reassigned: boolean }>`
    INSERT INTO sign_in_case AS c (provider_id, subject, email, name, vouched, person_id)
    VALUES (${provider.id}, ${subject}, ${address}, ${name}, ${vouched}, ${person.id}::uuid)
    ON CONFLICT (provider_id, subject) DO UPDATE SET email = excluded.email, name = excluded.name, vouched = excluded.vouched, seen_at = now(),
      decision = CASE WHEN c.person_id = excluded.person_id AND c.email = excluded.email THEN c.decision END, person_id = excluded.person_id
    RETURNING ${sameService} AS reassigned`.execute(db);
  return rows[0]?.reassigned ? 'REASSIGNED' : 'NOT_LINKED';
}

/** The cases that wait for a decision, newest first; at most 100. */
export async function waitingCases(reader: Reader): Promise<SignInCase[]> {
  return rowsOf(
    reader,
    sql<SignInCase>`
    SELECT c.id, c.provider_id AS "providerId", c.subject, c.email, c.name, c.vouched, c.seen_at AS "seenAt", p.name AS "personName", ${sameService} AS reassigned
    FROM sign_in_case c JOIN person p ON p.id = c.person_id WHERE c.decision IS NULL ORDER BY c.seen_at DESC, c.id LIMIT 100`,
  );
}

/** Says who somebody is that a sign-in service named: a new person, the one who has the address here, or neither. */
export async function decideCase({ db, accounts }: Services, by: User, { id, decision }: { id: string; decision: Decision }): Promise<Refusal | Decision> {
  let released: string | null = null;
  const result = await db.transaction().execute(async (trx) => {
    const found = /^[0-9a-f-]{36}$/i.test(id) ? await trx.selectFrom('signInCase').selectAll().where('id', '=', id).forUpdate().executeTakeFirst() : undefined;
    if (!found) return refuse('case', 'NO_CASE');
    if (found.decision === decision) return decision;
    if (found.decision) return refuse('case', 'CASE_DECIDED');
    const person = await trx.selectFrom('person').selectAll().where('id', '=', found.personId).forUpdate().executeTakeFirstOrThrow();
    const holds = person.email === found.email && person.erasedAt === null;
    if (decision === 'SAME_PERSON') {
      if (!holds) return refuse('case', 'CASE_CHANGED');
      await trx
        .insertInto('credential')
        .values({ providerId: found.providerId, accountId: found.subject, userId: person.id })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
    if (decision === 'NEW_PERSON' && holds) {
      await releaseAddress(trx, person);
      released = person.id;
    }
    await trx.updateTable('signInCase').set({ decision, decidedAt: new Date() }).where('id', '=', found.id).execute();
    await recordAudit(trx, {
      kind: 'ACCOUNT_LINKED',
      outcome: decision === 'REFUSED' ? 'REFUSED' : 'DONE',
      actor: by.pseudonym,
      subject: person.pseudonym,
      detail: decision,
    });
    return decision;
  });
  // Roles that followed from the address go with it.
  if (released) await syncMemberships(db, released, accounts.settings);
  return result;
}

/** Takes the address from an account, because somebody else has it now: nothing that goes to the address leads into the account any more. */
async function releaseAddress(trx: Trx, person: { id: string; email: string; pseudonym: string }): Promise<void> {
  await trx
    .updateTable('person')
    .set({ email: `${person.pseudonym}@former.invalid`, emailVerified: false, updatedAt: new Date() })
    .where('id', '=', person.id)
    .execute();
  await trx.deleteFrom('session').where('userId', '=', person.id).execute();
  await trx.deleteFrom('verification').where('value', '=', person.id).execute();
  await trx
    .updateTable('invitation')
    .set({ withdrawnAt: new Date() })
    .where('email', '=', person.email)
    .where('acceptedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .execute();
  await trx.updateTable('mailLink').set({ email: null }).where('email', '=', person.email).execute();
}
