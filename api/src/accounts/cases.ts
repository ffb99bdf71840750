import { mailText } from '#i18n/mail.ts';
import { isUuid } from '#prisma/uuid.ts';
import { sql } from 'kysely';
import type { Database, Trx } from '#prisma/database.ts';
import type { SignInDecision } from '#prisma/generated/enums.ts';
import { recordAudit } from '#prisma/audit.ts';
import type { Settings } from '../env.ts';
import { type ValidationError, refuse } from '../errors.ts';
import { personName } from '#prisma/content/person-name.ts';
import { queueMail } from '../mail/queue.ts';
import { releaseAddress } from './address-holder.ts';
import { syncMemberships } from './memberships.ts';
import type { Identity } from './providers.ts';
import { type Reader, rowsOf } from '../records/query-batch.ts';
import { isVouched } from './services.ts';
import { privilegedRoles, type User } from './user.ts';

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
  /** What was decided; REFUSED can still be decided otherwise, and null waits. */
  decision: Decision | null;
  /** Whether the account that has the address was opened at the same service: then the address went to somebody else, or one person has two accounts there. */
  reassigned: boolean;
};

const sameService = sql<boolean>`EXISTS (SELECT FROM credential k WHERE k.user_id = c.person_id AND k.provider_id = c.provider_id)`;

/**
 * Keeps that somebody of a sign-in service was refused because the address belongs to an account here, for an administrator
 * to decide. The id is that of what is shown: where the service says anything else the next time, or another account has the
 * address, it is another case, so that nobody decides what they have not seen.
 * @returns whether that account is of the same service; null where nobody has the address
 */
export async function keepCase(db: Database, identity: Identity): Promise<'REASSIGNED' | 'NOT_LINKED' | null> {
  const { provider, subject, address } = identity;
  const person = address && subject ? await db.selectFrom('person').select('id').where('email', '=', address).executeTakeFirst() : null;
  if (!person || !address) return null;
  const vouched = await isVouched(db, identity);
  const name = identity.name || personName(address) || 'Unnamed';
  const same = sql`(c.person_id, c.email, c.name, c.vouched) = (excluded.person_id, excluded.email, excluded.name, excluded.vouched)`;
  const { rows } = await sql<{ reassigned: boolean }>`
    INSERT INTO sign_in_case AS c (provider_id, subject, email, name, vouched, person_id)
    VALUES (${provider.id}, ${subject}, ${address}, ${name}, ${vouched}, ${person.id}::uuid)
    ON CONFLICT (provider_id, subject) DO UPDATE SET id = CASE WHEN ${same} THEN c.id ELSE uuidv7() END, decision = CASE WHEN ${same} THEN c.decision END,
      email = excluded.email, name = excluded.name, vouched = excluded.vouched, person_id = excluded.person_id, seen_at = now()
    RETURNING ${sameService} AS reassigned`.execute(db);
  return rows[0]?.reassigned ? 'REASSIGNED' : 'NOT_LINKED';
}

/** Shown of each service, of addresses that it vouches for and of others: nobody fills the list so that another's case is not seen. */
const PER_SERVICE = 20;

/** The cases that wait for a decision, and after them those that were refused and can still be decided otherwise; newest first, at most 100. */
export async function waitingCases(reader: Reader): Promise<SignInCase[]> {
  return rowsOf(
    reader,
    sql<SignInCase>`
    SELECT c.id, c.provider_id AS "providerId", c.subject, c.email, c.name, c.vouched, c.seen_at AS "seenAt", c.decision, p.name AS "personName", ${sameService} AS reassigned
    FROM (SELECT *, row_number() OVER (PARTITION BY provider_id, vouched, decision ORDER BY seen_at DESC, id) AS place
      FROM sign_in_case WHERE decision IS NULL OR decision = 'REFUSED') c JOIN person p ON p.id = c.person_id
    WHERE c.place <= ${PER_SERVICE} ORDER BY c.decision IS NOT NULL, c.vouched DESC, c.seen_at DESC, c.id LIMIT 100`,
  );
}

/** Says who somebody is that a sign-in service named: a new person, the one who has the address here, or neither. */
export async function decideCase(
  { db, accounts }: { db: Database; accounts: { settings: Settings } },
  by: User,
  { id, decision }: { id: string; decision: Decision },
): Promise<ValidationError | Decision> {
  let released: string | null = null;
  const result = await db.transaction().execute(async (trx) => {
    if (!isUuid(id)) return refuse('case', 'NO_CASE');
    const found = await trx.selectFrom('signInCase').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
    if (!found) return refuse('case', 'CASE_CHANGED');
    if (found.decision === decision) return decision;
    if (found.decision && found.decision !== 'REFUSED') return refuse('case', 'CASE_DECIDED');
    const person = await trx.selectFrom('person').selectAll().where('id', '=', found.personId).forUpdate().executeTakeFirstOrThrow();
    const holds = person.email === found.email && person.erasedAt === null;
    if (decision !== 'REFUSED') {
      if (!holds && decision === 'SAME_PERSON') return refuse('case', 'CASE_CHANGED');
      if (!found.vouched) return refuse('case', 'CASE_UNVOUCHED');
      if (holds && (await decidesForOthers(trx, person.id))) return refuse('case', 'CASE_PRIVILEGED');
    }
    if (decision === 'SAME_PERSON') {
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
    if (decision !== 'REFUSED' && holds && !person.demo) {
      const service = accounts.settings.providers.find((one) => one.id === found.providerId)?.name ?? found.providerId;
      await queueMail(trx, {
        key: `sign-in-case:${found.id}:${decision}`,
        personId: person.id,
        address: found.email,
        subject: mailText(decision === 'SAME_PERSON' ? 'caseSameSubject' : 'caseNewSubject'),
        text: `${mailText(decision === 'SAME_PERSON' ? 'caseSame' : 'caseNew', { service })}\n\n${mailText('caseWrong')}`,
      });
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

const decidesForOthers = async (trx: Trx, personId: string): Promise<boolean> =>
  (await trx
    .selectFrom('membership')
    .select('id')
    .where('personId', '=', personId)
    .where('role', 'in', [...privilegedRoles])
    .limit(1)
    .executeTakeFirst()) !== undefined;
