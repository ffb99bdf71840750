import { sql } from 'kysely';
import type { Database, Trx } from '#prisma/database.ts';
import type { MembershipOrigin } from '#prisma/generated/enums.ts';
import { appendLog } from '#prisma/log.ts';
import { recordAudit } from '#prisma/audit.ts';
import type { Settings } from '../env.ts';
import type { ClaimedRole, Provider } from './providers.ts';
import { LOCAL, vouchesFor } from './services.ts';
import { type Role, systemRoles, type User } from './user.ts';

/** A person with the roles in force, as columns of a query that has them as `person p`. */
export const userColumns = sql.raw(`p.id, p.pseudonym, p.name, p.email, p.demo, coalesce((
  SELECT json_agg(json_build_object('role', m.role, 'organizationId', m.organization_id, 'organizationSlug', o.slug, 'organizationName', o.content->>'shortName', 'deputy', m.deputy) ORDER BY o.slug, m.role)
  FROM membership m LEFT JOIN record o ON o.id = m.organization_id WHERE m.person_id = p.id), '[]') AS memberships`);

/** The person with the roles in force, in one statement; null when there is none, or it is suspended or erased. */
export async function findUser(db: Database | Trx, id: string): Promise<User | null> {
  const { rows } = await sql<User>`SELECT ${userColumns} FROM person p WHERE p.id = ${id}::uuid AND p.suspended_at IS NULL AND p.erased_at IS NULL`.execute(db);
  return rows[0] ?? null;
}

export type Grant = { personId: string; role: Role; organizationId: string | null; deputy?: boolean; origin: keyof typeof MembershipOrigin };

/** Gives a role and logs it, in one transaction. A role that the person has already changes only whether it is a deputy's. */
export async function grantMembership(trx: Trx, grant: Grant, by: string | null): Promise<boolean> {
  const row = await trx
    .insertInto('membership')
    .values({ personId: grant.personId, role: grant.role, organizationId: grant.organizationId, deputy: grant.deputy ?? false, origin: grant.origin })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!row) {
    if (grant.deputy === undefined) return false;
    const changed = await trx
      .updateTable('membership')
      .set({ deputy: grant.deputy })
      .where('personId', '=', grant.personId)
      .where('role', '=', grant.role)
      .where(sql<boolean>`organization_id IS NOT DISTINCT FROM ${grant.organizationId}::uuid`)
      .where('deputy', '!=', grant.deputy)
      .returning('id')
      .execute();
    if (changed.length === 0) return false;
  }
  await logRole(trx, 'ROLE_GRANTED', grant, by);
  return true;
}

/** Takes a role away and logs it, in one transaction. */
export async function revokeMembership(
  trx: Trx,
  { personId, role, organizationId }: Pick<Grant, 'personId' | 'role' | 'organizationId'>,
  by: string | null,
): Promise<boolean> {
  const gone = await trx
    .deleteFrom('membership')
    .where('personId', '=', personId)
    .where('role', '=', role)
    .where(sql<boolean>`organization_id IS NOT DISTINCT FROM ${organizationId}::uuid`)
    .returning(['origin', 'deputy'])
    .executeTakeFirst();
  if (!gone) return false;
  await logRole(trx, 'ROLE_REVOKED', { personId, role, organizationId, origin: gone.origin, deputy: gone.deputy }, by);
  return true;
}

async function logRole(trx: Trx, kind: 'ROLE_GRANTED' | 'ROLE_REVOKED', grant: Grant, by: string | null) {
  const person = await trx.selectFrom('person').select('pseudonym').where('id', '=', grant.personId).executeTakeFirstOrThrow();
  const organization = grant.organizationId ? await trx.selectFrom('record').select('slug').where('id', '=', grant.organizationId).executeTakeFirst() : null;
  await appendLog(trx, [
    {
      kind,
      body: { person: person.pseudonym, role: grant.role, organization: organization?.slug ?? null, deputy: grant.deputy ?? false, origin: grant.origin, by },
    },
  ]);
  const what = [kind, grant.role, ...(organization ? [organization.slug] : []), grant.origin].join(' ');
  await recordAudit(trx, { kind: 'ROLE_CHANGED', actor: by, subject: person.pseudonym, detail: what });
}

type From = Pick<Settings, 'administrators' | 'providers' | 'localAccounts' | 'claimsDays'>;
type Account = { providerId: string; accountId: string; claims: string | null };

/**
 * Who vouches for a person's address: the service by which the person came, within its domains, or the mail that was
 * confirmed here. Null where nobody does any more.
 */
async function voucherOf(trx: Trx, email: string, home: Account | undefined, { providers }: From): Promise<'LOCAL' | Provider | null> {
  if (home?.providerId === LOCAL) return 'LOCAL';
  const provider = providers.find((one) => one.id === home?.providerId);
  return provider && (await vouchesFor(trx, provider, email)) ? provider : null;
}

/**
 * Brings the roles that follow from elsewhere in step: what the sign-in services claimed within the last `claimsDays`, each for
 * its own account of the person; the domain of the mail address, where somebody vouches for it; the setting ADMINISTRATORS. Roles that people gave
 * stay as they are.
 */
export async function syncMemberships(db: Database, personId: string, settings: From): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const person = await trx.selectFrom('person').select(['email', 'emailVerified', 'demo']).where('id', '=', personId).executeTakeFirst();
    if (!person || person.demo) return;
    const accounts = await trx
      .selectFrom('credential')
      .select(['providerId', 'accountId', 'claims', 'claimsAt'])
      .where('userId', '=', personId)
      .orderBy('createdAt')
      .orderBy('id')
      .execute();
    const served = accounts.flatMap((account) => settings.providers.filter((one) => one.id === account.providerId).map((provider) => ({ account, provider })));
    const oldest = Date.now() - settings.claimsDays * 86_400_000;
    const claimed = served
      .filter(({ account }) => account.claimsAt !== null && account.claimsAt.getTime() > oldest)
      .flatMap(({ account, provider }) =>
        (JSON.parse(account.claims ?? '[]') as ClaimedRole[]).filter((one) => provider.administrators || !systemRoles.includes(one.role)),
      );
    const wanted = await claimedGrants(trx, personId, claimed);
    const voucher = person.emailVerified ? await voucherOf(trx, person.email, accounts[0], settings) : null;
    if (voucher) {
      const domain = person.email.slice(person.email.lastIndexOf('@') + 1).toLowerCase();
      const { rows } = await sql<{
        id: string;
      }>`SELECT id FROM record WHERE kind = 'ORGANIZATION' AND archived_at IS NULL AND content->'mailDomains' ? ${domain}`.execute(trx);
      for (const { id } of rows) wanted.push({ personId, role: 'MEMBER', organizationId: id, origin: 'DOMAIN' });
    }
    const named = settings.administrators.some(
      (one) =>
        served.some(({ account, provider }) => one === `${provider.id}:${account.accountId}`) ||
        (one.toLowerCase() === person.email.toLowerCase() && voucher !== null && (voucher === 'LOCAL' ? settings.localAccounts : voucher.administrators)),
    );
    if (named) wanted.push({ personId, role: 'ADMINISTRATOR', organizationId: null, origin: 'SETTING' });
    const held = await trx.selectFrom('membership').select(['role', 'organizationId', 'origin']).where('personId', '=', personId).execute();
    const same = (a: { role: string; organizationId: string | null }, b: { role: string; organizationId: string | null }) =>
      a.role === b.role && a.organizationId === b.organizationId;
    for (const one of held) {
      if (['CLAIM', 'DOMAIN', 'SETTING'].includes(one.origin) && !wanted.some((grant) => same(grant, one)))
        await revokeMembership(trx, { personId, role: one.role, organizationId: one.organizationId }, null);
    }
    for (const grant of wanted) if (!held.some((one) => same(one, grant))) await grantMembership(trx, grant, null);
  });
}

/**
 * Takes the roles away that follow from what nobody has said for too long: of services that are not used any more, or not
 * configured any more. The people sign in as before, and have them again when the service says so again.
 * @returns how many people were looked at
 */
export async function lapseClaims(db: Database, settings: From): Promise<number> {
  const services = settings.providers.map((one) => one.id);
  const { rows } = await sql<{ id: string }>`
    SELECT DISTINCT m.person_id AS id FROM membership m JOIN credential c ON c.user_id = m.person_id
    WHERE m.origin IN ('CLAIM', 'DOMAIN') AND c.claims IS NOT NULL
      AND (c.claims_at <= now() - make_interval(days => ${settings.claimsDays}::int) OR NOT (c.provider_id = ANY(${services})))`.execute(db);
  for (const { id } of rows) await syncMemberships(db, id, settings);
  return rows.length;
}

/** The roles of claims whose organizations the library has. */
async function claimedGrants(trx: Trx, personId: string, claimed: ClaimedRole[]): Promise<Grant[]> {
  const names = [...new Set(claimed.map((one) => one.organization).filter((name): name is string => name !== null))];
  if (names.length === 0 && claimed.length === 0) return [];
  const { rows } = await sql<{
    id: string;
    slug: string;
    shortName: string;
  }>`SELECT id, slug, content->>'shortName' AS "shortName" FROM record WHERE kind = 'ORGANIZATION' AND archived_at IS NULL AND (slug = ANY(${names}) OR content->>'shortName' = ANY(${names}))`.execute(
    trx,
  );
  return claimed.flatMap(({ organization, role }): Grant[] => {
    const found = rows.find((one) => one.slug === organization || one.shortName === organization);
    if (organization !== null && !found) return [];
    return [{ personId, role, organizationId: systemRoles.includes(role) ? null : (found?.id ?? null), origin: 'CLAIM' }];
  });
}
