import type { Trx } from '#prisma/database.ts';

/** Takes the address from an account, because somebody else has it now: nothing that goes to the address leads into the account any more. */
export async function releaseAddress(trx: Trx, person: { id: string; email: string; pseudonym: string }): Promise<void> {
  await trx
    .updateTable('person')
    .set({ email: `${person.pseudonym}@former.invalid`, emailVerified: false, updatedAt: new Date() })
    .where('id', '=', person.id)
    .execute();
  await trx.deleteFrom('session').where('userId', '=', person.id).execute();
  await endLinks(trx, person.id);
  await trx
    .updateTable('invitation')
    .set({ withdrawnAt: new Date() })
    .where('email', '=', person.email)
    .where('acceptedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .execute();
  await trx.updateTable('mailLink').set({ email: null }).where('email', '=', person.email).execute();
}

/**
 * Ends what was begun and still would lead into an account: links for a new password, and sign-ins that wait for their code.
 * Whatever changes who may use an account calls it.
 */
export async function endLinks(trx: Trx, personId: string): Promise<void> {
  await trx.deleteFrom('verification').where('value', '=', personId).execute();
}
