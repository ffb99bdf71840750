import { mailText } from '#i18n/mail.ts';
import { isUuid } from '#prisma/uuid.ts';
import { sql } from 'kysely';
import type { Trx } from '#prisma/database.ts';
import { appendLog } from '#prisma/log.ts';
import { recordAudit } from '#prisma/audit.ts';
import type { Services } from '../context.ts';
import { ValidationError, refuse } from '../errors.ts';
import { namedAlike } from '../records/same-name.ts';
import { anyone } from '#search/engine.ts';
import { queueMail } from '../mail/queue.ts';
import { endLinks } from './address-holder.ts';
import { grantMembership, revokeMembership } from './memberships.ts';
import { type Role, systemRoles, type User } from './user.ts';

/** What stands in place of the name of somebody whose personal data was erased. */
const ERASED_NAME = 'Former colleague';

export type RoleInput = { role: Role; organization?: string | null };
/** The organization that a role is for; a role for all organizations takes none, every other needs one. */
export async function organizationFor(trx: Trx, { role, organization }: RoleInput): Promise<{ id: string | null; name: string | null } | ValidationError> {
  if (systemRoles.includes(role)) return organization ? refuse('organization', 'NO_ORGANIZATION') : { id: null, name: null };
  if (!organization) return refuse('organization', 'ORGANIZATION');
  const { rows } = await sql<{
    id: string;
    name: string;
  }>`SELECT id, content->>'shortName' AS name FROM record WHERE kind = 'ORGANIZATION' AND archived_at IS NULL AND (slug = ${organization} OR content->>'shortName' = ${organization})`.execute(
    trx,
  );
  if (rows[0]) return rows[0];
  // A name in another spelling is taken where one organization alone has it.
  const [one, ...others] = await namedAlike(trx, anyone, 'ORGANIZATION', [organization]);
  if (one && others.length === 0) return { id: one.id, name: one.shortName };
  return refuse('organization', 'UNKNOWN_ORGANIZATION', { organization: organization.slice(0, 80) });
}
const personOf = (trx: Trx, id: string) =>
  isUuid(id) ? trx.selectFrom('person').selectAll().where('id', '=', id).forUpdate().executeTakeFirst() : Promise.resolve(undefined);

export async function grantRole(
  { db, accounts }: Services,
  by: User,
  input: RoleInput & { member: string; deputy: boolean },
): Promise<ValidationError | string> {
  return db.transaction().execute(async (trx) => {
    const person = await personOf(trx, input.member);
    if (!person || person.erasedAt) return refuse('member', 'NO_ACCOUNT');
    if (person.suspendedAt) return refuse('member', 'MEMBER_SUSPENDED');
    const organization = await organizationFor(trx, input);
    if (organization instanceof ValidationError) return organization;
    const given = await grantMembership(
      trx,
      { personId: person.id, role: input.role, organizationId: organization.id, deputy: input.deputy, origin: 'GRANT' },
      by.pseudonym ?? null,
    );
    if (given) await tellOfRole(trx, accounts.settings.baseUrl, person, by, { ...input, organization: organization.name, given: true });
    return person.id;
  });
}

/** Tells a person by mail of a role that was given to or taken from them. */
async function tellOfRole(
  trx: Trx,
  baseUrl: string,
  person: { id: string; name: string; email: string; demo: boolean },
  by: User,
  { role, organization, deputy = false, given }: { role: Role; organization: string | null; deputy?: boolean; given: boolean },
): Promise<void> {
  if (person.demo || person.id === by.id) return;
  const named = deputy ? mailText('roleDeputy', { role: mailText(`role${role}`) }) : mailText(`role${role}`);
  const what = organization ? mailText('roleFor', { role: named, organization }) : named;
  await queueMail(trx, {
    key: `role:${crypto.randomUUID()}`,
    personId: person.id,
    address: person.email,
    subject: mailText(given ? 'roleGivenSubject' : 'roleTakenSubject', { role: what }),
    text: mailText('frame', {
      name: person.name,
      text: mailText(given ? 'roleGiven' : 'roleTaken', { name: by.name, role: what, address: `${baseUrl}${given ? '/my-work' : '/account'}` }),
    }),
  });
}

export async function revokeRole({ db, accounts }: Services, by: User, input: RoleInput & { member: string }): Promise<ValidationError | string> {
  return db.transaction().execute(async (trx) => {
    const person = await personOf(trx, input.member);
    if (!person) return refuse('member', 'NO_ACCOUNT');
    const organization = await organizationFor(trx, input);
    if (organization instanceof ValidationError) return organization;
    if (input.role === 'ADMINISTRATOR' && (await lastAdministrator(trx, person.id))) return refuse('role', 'LAST_ADMINISTRATOR');
    const taken = await revokeMembership(trx, { personId: person.id, role: input.role, organizationId: organization.id }, by.pseudonym ?? null);
    if (taken && !person.erasedAt)
      await tellOfRole(trx, accounts.settings.baseUrl, person, by, { role: input.role, organization: organization.name, given: false });
    return person.id;
  });
}

async function lastAdministrator(trx: Trx, personId: string): Promise<boolean> {
  const { rows } = await sql<{ others: number; own: boolean }>`
    SELECT count(*) FILTER (WHERE m.person_id <> ${personId}::uuid)::int AS others, bool_or(m.person_id = ${personId}::uuid) AS own
    FROM membership m JOIN person p ON p.id = m.person_id WHERE m.role = 'ADMINISTRATOR' AND p.suspended_at IS NULL AND p.erased_at IS NULL`.execute(trx);
  return Boolean(rows[0]?.own) && rows[0]?.others === 0;
}

/** Suspends an account, which ends its sessions at once, or lets it in again. */
export async function suspendUser(
  { db }: Services,
  by: User,
  { member, suspended }: { member: string; suspended: boolean },
): Promise<ValidationError | string> {
  return db.transaction().execute(async (trx) => {
    const person = await personOf(trx, member);
    if (!person || person.erasedAt) return refuse('member', 'NO_ACCOUNT');
    if (person.id === by.id) return refuse('member', 'SUSPEND_SELF');
    if ((person.suspendedAt !== null) === suspended) return person.id;
    if (suspended && (await lastAdministrator(trx, person.id))) return refuse('member', 'LAST_ADMINISTRATOR');
    await trx
      .updateTable('person')
      .set({ suspendedAt: suspended ? new Date() : null })
      .where('id', '=', person.id)
      .execute();
    if (suspended) {
      await trx.deleteFrom('session').where('userId', '=', person.id).execute();
      await endLinks(trx, person.id);
    }
    await recordAudit(trx, { kind: 'PERSON_SUSPENDED', actor: by.pseudonym, subject: person.pseudonym, detail: suspended ? 'SUSPENDED' : 'REINSTATED' });
    await appendLog(trx, [{ kind: suspended ? 'PERSON_SUSPENDED' : 'PERSON_REINSTATED', body: { person: person.pseudonym, by: by.pseudonym ?? null } }]);
    return person.id;
  });
}

/** Removes the second factors of somebody who has lost them, ends their sessions, and lets them set up new ones after the password. They are told by mail. */
export async function resetFactors({ db }: Services, by: User, { member }: { member: string }): Promise<ValidationError | string> {
  return db.transaction().execute(async (trx) => {
    const person = await personOf(trx, member);
    if (!person || person.erasedAt) return refuse('member', 'NO_ACCOUNT');
    if (person.id === by.id) return refuse('member', 'FACTORS_SELF');
    for (const table of ['session', 'passkey', 'twoFactor'] as const) await trx.deleteFrom(table).where('userId', '=', person.id).execute();
    await endLinks(trx, person.id);
    await trx.updateTable('person').set({ twoFactorEnabled: false, factorsWithdrawnAt: null }).where('id', '=', person.id).execute();
    await recordAudit(trx, { kind: 'FACTOR_REMOVED', actor: by.pseudonym, subject: person.pseudonym, detail: 'ADMINISTRATOR' });
    if (!person.demo)
      await queueMail(trx, {
        key: `factors:${crypto.randomUUID()}`,
        personId: person.id,
        address: person.email,
        subject: mailText('factorsSubject'),
        text: mailText('factors'),
      });
    return person.id;
  });
}

/**
 * Erases the personal data of somebody who leaves: name (in mails to others too), address, sign-in data, mails, roles, what they follow. The pseudonym stays, with
 * the drafts and versions that name it and the questions and answers that they wrote, and the log still verifies. It cannot be undone.
 */
export async function eraseUser({ db }: Services, by: User, { member }: { member: string }): Promise<ValidationError | string> {
  return db.transaction().execute(async (trx) => {
    const person = await personOf(trx, member);
    if (!person) return refuse('member', 'NO_ACCOUNT');
    if (person.erasedAt) return person.id;
    if (person.id === by.id) return refuse('member', 'ERASE_SELF');
    if (await lastAdministrator(trx, person.id)) return refuse('member', 'LAST_ADMINISTRATOR');
    const roles = await trx.selectFrom('membership').select(['role', 'organizationId']).where('personId', '=', person.id).execute();
    for (const role of roles) await revokeMembership(trx, { personId: person.id, ...role }, by.pseudonym ?? null);
    for (const table of ['session', 'credential', 'passkey', 'twoFactor'] as const) await trx.deleteFrom(table).where('userId', '=', person.id).execute();
    await endLinks(trx, person.id);
    await trx
      .deleteFrom('mailOutbox')
      .where((where) => where.or([where('personId', '=', person.id), where('address', '=', person.email)]))
      .execute();
    // Mails to others name who wrote or invited.
    const name = person.name.replace(/[^\p{L}\p{N}\s]/gu, '\\$&');
    await sql`UPDATE mail_outbox SET text = regexp_replace(text, ${`(?<![[:alnum:]])${name}(?![[:alnum:]])`}, ${ERASED_NAME}, 'g'), subject = regexp_replace(subject, ${`(?<![[:alnum:]])${name}(?![[:alnum:]])`}, ${ERASED_NAME}, 'g') WHERE position(${person.name} IN text || subject) > 0`.execute(
      trx,
    );
    for (const table of ['invitation', 'signUp'] as const) await trx.deleteFrom(table).where('email', '=', person.email.toLowerCase()).execute();
    await trx
      .deleteFrom('signInCase')
      .where((where) => where.or([where('personId', '=', person.id), where('email', '=', person.email.toLowerCase())]))
      .execute();
    for (const table of [
      'requestKey',
      'professional',
      'follow',
      'followTold',
      'apiToken',
      'webhook',
      'questionMute',
      'questionReport',
      'visitMark',
      'matchTold',
      'learningStep',
    ] as const)
      await trx.deleteFrom(table).where('personId', '=', person.id).execute();
    // What was accepted is of use to others, without the name.
    await trx.deleteFrom('learningEntry').where('personId', '=', person.id).where('state', '<>', 'ACCEPTED').execute();
    await trx.deleteFrom('uptakeSubscription').where('userId', '=', person.id).execute();
    // Those that were shared are used by others.
    await trx.deleteFrom('shortlist').where('personId', '=', person.id).where('sharing', '=', 'PRIVATE').execute();
    await trx.updateTable('mailLink').set({ email: null }).where('email', '=', person.email).execute();
    await trx
      .updateTable('person')
      .set({
        name: ERASED_NAME,
        email: `${person.pseudonym}@erased.invalid`,
        emailVerified: false,
        twoFactorEnabled: false,
        image: null,
        erasedAt: new Date(),
        updatedAt: new Date(),
      })
      .where('id', '=', person.id)
      .execute();
    await recordAudit(trx, { kind: 'PERSON_ERASED', actor: by.pseudonym, subject: person.pseudonym });
    await appendLog(trx, [{ kind: 'PERSON_ERASED', body: { person: person.pseudonym, by: by.pseudonym ?? null } }]);
    return person.id;
  });
}
