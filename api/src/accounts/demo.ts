import type { Database } from '#prisma/database.ts';
import { grantMembership } from './memberships.ts';
import type { Role } from './user.ts';

/** One demonstration account per role: plainly roles, not people. They exist only on a local installation without sign-in service. */
export const demoAccounts: { id: string; name: string; organization: string | null; roles: Role[] }[] = [
  { id: 'fao-focal-point', name: 'Demo: FAO focal point', organization: 'fao', roles: ['MEMBER', 'FOCAL_POINT'] },
  { id: 'fao-publisher', name: 'Demo: FAO publisher', organization: 'fao', roles: ['MEMBER', 'PUBLISHER'] },
  { id: 'itu-publisher', name: 'Demo: ITU publisher', organization: 'itu', roles: ['MEMBER', 'PUBLISHER'] },
  { id: 'procurement-officer', name: 'Demo: UNICEF procurement officer', organization: 'unicef', roles: ['MEMBER', 'PROCUREMENT_OFFICER'] },
  { id: 'secretariat', name: 'Demo: CEB secretariat', organization: null, roles: ['SECRETARIAT'] },
  { id: 'administrator', name: 'Demo: administrator', organization: null, roles: ['ADMINISTRATOR'] },
  { id: 'member', name: 'Demo: WFP member', organization: 'wfp', roles: ['MEMBER'] },
];

/** The mail address of a demonstration account: a domain that cannot receive mail (RFC 2606). */
const demoAddress = (id: string) => `${id}@demo.invalid`;

/**
 * Makes a demonstration account with its roles when it is first used, and returns its person's id.
 * @throws when the library does not hold the account's organization
 */
export async function makeDemoAccount(db: Database, id: string): Promise<string> {
  const account = demoAccounts.find((one) => one.id === id);
  if (!account) throw new Error(`There is no demonstration account "${id}".`);
  return db.transaction().execute(async (trx) => {
    const made = await trx
      .insertInto('person')
      .values({ name: account.name, email: demoAddress(id), emailVerified: true, demo: true })
      .onConflict((conflict) => conflict.column('email').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!made) return (await trx.selectFrom('person').select('id').where('email', '=', demoAddress(id)).executeTakeFirstOrThrow()).id;
    const organization = account.organization
      ? await trx.selectFrom('record').select('id').where('kind', '=', 'ORGANIZATION').where('slug', '=', account.organization).executeTakeFirstOrThrow()
      : null;
    for (const role of account.roles)
      await grantMembership(trx, { personId: made.id, role, organizationId: organization?.id ?? null, origin: 'DEMONSTRATION' }, null);
    return made.id;
  });
}
