import { randomBytes } from 'node:crypto';
import { appendLog } from '#prisma/log.ts';
import { recordAudit } from '#prisma/audit.ts';
import type { Services } from '../context.ts';
import { Refusal } from '../errors.ts';
import { queueMail } from '../mail/queue.ts';
import { fault, organizationFor, type RoleInput } from './manage.ts';
import { hashToken } from './token.ts';
import { findUser, grantMembership } from './memberships.ts';
import { canAdminister } from './policy.ts';
import type { User } from './user.ts';

const INVITATION_DAYS = 14;

/** Invites by mail to take a role; the link in the mail works for two weeks, once, for that address. */
export async function invite(
  { db, accounts }: Services,
  by: User,
  input: RoleInput & { email: string; deputy: boolean },
): Promise<Refusal | { email: string }> {
  const email = input.email.trim().toLowerCase();
  if (!/^[^\s@]{1,64}@[^\s@]{1,255}$/.test(email)) return fault('email', 'ADDRESS', 'Write a mail address such as innovation@example.org.');
  if ((await accounts.attempts.mailTo(email)) > 0) return fault('email', 'MAILS', 'This address was sent several mails within the last hour. Invite it later.');
  return db.transaction().execute(async (trx) => {
    const organization = await organizationFor(trx, input);
    if (organization instanceof Refusal) return organization;
    const token = randomBytes(32).toString('base64url');
    const row = await trx
      .insertInto('invitation')
      .values({
        email,
        organizationId: organization.id,
        role: input.role,
        deputy: input.deputy,
        tokenHash: hashToken(token),
        invitedBy: by.id,
        expiresAt: new Date(Date.now() + INVITATION_DAYS * 86_400_000),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await queueMail(trx, {
      key: `invitation:${row.id}`,
      address: email,
      subject: 'Invitation to Atrium',
      text: `${by.name} invites you to Atrium, the knowledge hub of the United Nations system on blockchain${organization.name ? `, for ${organization.name}` : ''}.\n\nSign in with this address and open the link within ${INVITATION_DAYS} days:\n${accounts.settings.baseUrl}/invitation?token=${token}`,
    });
    await appendLog(trx, [{ kind: 'PERSON_INVITED', body: { invitation: row.id, role: input.role, by: by.pseudonym ?? null } }]);
    await recordAudit(trx, { kind: 'INVITED', actor: by.pseudonym, subject: row.id, detail: input.role });
    return { email };
  });
}

/** Withdraws an invitation that nobody has accepted; withdrawing it again changes nothing. */
export async function withdrawInvitation({ db }: Services, by: User, id: string): Promise<Refusal | { email: string; withdrawn: true }> {
  return db.transaction().execute(async (trx) => {
    const found = /^[0-9a-f-]{36}$/i.test(id) ? await trx.selectFrom('invitation').selectAll().where('id', '=', id).forUpdate().executeTakeFirst() : undefined;
    if (!found) return fault('invitation', 'NO_INVITATION', 'There is no such invitation.');
    if (found.acceptedAt) return fault('invitation', 'ACCEPTED_INVITATION', 'It has been accepted already. Take the role away instead.');
    if (!found.withdrawnAt) {
      await trx.updateTable('invitation').set({ withdrawnAt: new Date() }).where('id', '=', id).execute();
      await recordAudit(trx, { kind: 'INVITATION_WITHDRAWN', actor: by.pseudonym, subject: id, detail: found.role });
    }
    return { email: found.email, withdrawn: true };
  });
}

/**
 * Takes the role of an invitation, by the token of its link or by its id: signed in, with the invited and verified address, once, within its time, while whoever
 * invited may still do so. Who has the role from it gets the same answer again.
 */
export async function acceptInvitation({ db }: Services, user: User, { token, id }: { token?: string | null; id?: string | null }): Promise<Refusal | string> {
  return db.transaction().execute(async (trx) => {
    const wanted = trx.selectFrom('invitation').selectAll().forUpdate();
    const invitation = token
      ? await wanted.where('tokenHash', '=', hashToken(token)).executeTakeFirst()
      : /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id ?? '')
        ? await wanted.where('id', '=', id ?? '').executeTakeFirst()
        : undefined;
    if (!invitation) return fault('token', 'NOT_INVITATION', 'This link is not an invitation. Ask whoever invited you for a new one.');
    const person = await trx.selectFrom('person').select(['email', 'emailVerified', 'pseudonym']).where('id', '=', user.id).executeTakeFirstOrThrow();
    if (!person.emailVerified || person.email.toLowerCase() !== invitation.email)
      return fault('token', 'OTHER_ADDRESS', 'The invitation is for another address. Sign in with the one that it was sent to.');
    if (invitation.acceptedAt) {
      const now = await findUser(trx, user.id);
      const has = now?.memberships.some((one) => one.role === invitation.role && one.organizationId === invitation.organizationId);
      return has ? user.id : fault('token', 'USED_INVITATION', 'This invitation was used already. Ask an administrator for a new one.');
    }
    if (invitation.withdrawnAt) return fault('token', 'WITHDRAWN_INVITATION', 'The invitation was withdrawn. Ask an administrator for a new one.');
    if (invitation.expiresAt < new Date()) return fault('token', 'EXPIRED_INVITATION', 'The invitation has expired. Ask whoever invited you for a new one.');
    const inviter = await findUser(trx, invitation.invitedBy);
    if (!canAdminister(inviter)) return fault('token', 'INVITER_GONE', 'Whoever invited you may no longer do so. Ask an administrator for a new invitation.');
    await trx.updateTable('invitation').set({ acceptedAt: new Date() }).where('id', '=', invitation.id).execute();
    await grantMembership(
      trx,
      { personId: user.id, role: invitation.role, organizationId: invitation.organizationId, deputy: invitation.deputy, origin: 'INVITATION' },
      inviter?.pseudonym ?? null,
    );
    await recordAudit(trx, { kind: 'INVITATION_ACCEPTED', actor: person.pseudonym, subject: invitation.id, detail: invitation.role });
    return user.id;
  });
}
