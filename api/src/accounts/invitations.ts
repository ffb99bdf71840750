import { mailText } from '#i18n/mail.ts';
import { randomBytes } from 'node:crypto';
import { appendLog } from '#prisma/log.ts';
import { recordAudit } from '#prisma/audit.ts';
import { isUuid } from '#prisma/uuid.ts';
import type { Services } from '../context.ts';
import { ValidationError, refuse } from '../errors.ts';
import { queueMail } from '../mail/queue.ts';
import { organizationFor, type RoleInput } from './manage.ts';
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
): Promise<ValidationError | { email: string }> {
  const email = input.email.trim().toLowerCase();
  if (!/^[^\s@]{1,64}@[^\s@]{1,255}$/.test(email)) return refuse('email', 'ADDRESS_MAIL');
  if ((await accounts.attempts.mailTo(email)) > 0) return refuse('email', 'MAILS');
  return db.transaction().execute(async (trx) => {
    const organization = await organizationFor(trx, input);
    if (organization instanceof ValidationError) return organization;
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
      subject: mailText('invitationSubject'),
      text: `${organization.name ? mailText('invitationFor', { name: by.name, organization: organization.name }) : mailText('invitation', { name: by.name })}\n\n${mailText('invitationNext', { days: INVITATION_DAYS, address: `${accounts.settings.baseUrl}/invitation?token=${token}` })}`,
    });
    await appendLog(trx, [{ kind: 'PERSON_INVITED', body: { invitation: row.id, role: input.role, by: by.pseudonym ?? null } }]);
    await recordAudit(trx, { kind: 'INVITED', actor: by.pseudonym, subject: row.id, detail: input.role });
    return { email };
  });
}

/** Withdraws an invitation that nobody has accepted; withdrawing it again changes nothing. */
export async function withdrawInvitation({ db }: Services, by: User, id: string): Promise<ValidationError | { email: string; withdrawn: true }> {
  return db.transaction().execute(async (trx) => {
    const found = /^[0-9a-f-]{36}$/i.test(id) ? await trx.selectFrom('invitation').selectAll().where('id', '=', id).forUpdate().executeTakeFirst() : undefined;
    if (!found) return refuse('invitation', 'NO_INVITATION');
    if (found.acceptedAt) return refuse('invitation', 'ACCEPTED_INVITATION');
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
export async function acceptInvitation(
  { db }: Services,
  user: User,
  { token, id }: { token?: string | null; id?: string | null },
): Promise<ValidationError | string> {
  return db.transaction().execute(async (trx) => {
    const wanted = trx.selectFrom('invitation').selectAll().forUpdate();
    const invitation = token
      ? await wanted.where('tokenHash', '=', hashToken(token)).executeTakeFirst()
      : isUuid(id ?? '')
        ? await wanted.where('id', '=', id ?? '').executeTakeFirst()
        : undefined;
    if (!invitation) return refuse('token', 'NOT_INVITATION');
    const person = await trx.selectFrom('person').select(['email', 'emailVerified', 'pseudonym']).where('id', '=', user.id).executeTakeFirstOrThrow();
    if (!person.emailVerified || person.email.toLowerCase() !== invitation.email) return refuse('token', 'OTHER_ADDRESS');
    if (invitation.acceptedAt) {
      const now = await findUser(trx, user.id);
      const has = now?.memberships.some((one) => one.role === invitation.role && one.organizationId === invitation.organizationId);
      return has ? user.id : refuse('token', 'USED_INVITATION');
    }
    if (invitation.withdrawnAt) return refuse('token', 'WITHDRAWN_INVITATION');
    if (invitation.expiresAt < new Date()) return refuse('token', 'EXPIRED_INVITATION');
    const inviter = await findUser(trx, invitation.invitedBy);
    if (!canAdminister(inviter)) return refuse('token', 'INVITER_GONE');
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
