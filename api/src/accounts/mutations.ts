import { sql } from 'kysely';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { forbidden, ValidationError } from '../errors.ts';
import { InvalidInput } from '../invalid-input.ts';
import { MeType, RoleEnum } from './account.ts';
import { acceptInvitation, invite, withdrawInvitation } from './invitations.ts';
import { eraseUser, grantRole, resetFactors, revokeRole, suspendUser } from './manage.ts';
import { findUser } from './memberships.ts';
import { canAdminister } from './policy.ts';
import { MemberType, type MemberRow } from './queries.ts';
import { proved } from './proof.ts';
import { inForce } from './second-factor.ts';
import { requireWriter } from './signed-in.ts';
import type { User } from './user.ts';

const MemberSaved = builder
  .objectRef<{ member: MemberRow }>('MemberSaved')
  .implement({ description: 'The account as it is now.', fields: (t) => ({ member: t.field({ type: MemberType, resolve: (saved) => saved.member }) }) });
const Invited = builder
  .objectRef<{ email: string }>('Invited')
  .implement({ description: 'The invitation is on its way.', fields: (t) => ({ email: t.exposeString('email') }) });
const Joined = builder
  .objectRef<{ me: User }>('InvitationAccepted')
  .implement({ description: 'The role is yours.', fields: (t) => ({ me: t.field({ type: MeType, resolve: (joined) => joined.me }) }) });
const MemberResult = builder.unionType('MemberResult', {
  types: [MemberSaved, InvalidInput],
  resolveType: (value) => (value instanceof ValidationError ? 'InvalidInput' : 'MemberSaved'),
});
const InviteResult = builder.unionType('InviteResult', {
  types: [Invited, InvalidInput],
  resolveType: (value) => (value instanceof ValidationError ? 'InvalidInput' : 'Invited'),
});
const Withdrawn = builder
  .objectRef<{ email: string; withdrawn: true }>('InvitationWithdrawn')
  .implement({ description: 'The invitation works no more.', fields: (t) => ({ email: t.exposeString('email') }) });
const WithdrawResult = builder.unionType('WithdrawInvitationResult', {
  types: [Withdrawn, InvalidInput],
  resolveType: (value) => (value instanceof ValidationError ? 'InvalidInput' : 'InvitationWithdrawn'),
});
const JoinResult = builder.unionType('AcceptInvitationResult', {
  types: [Joined, InvalidInput],
  resolveType: (value) => (value instanceof ValidationError ? 'InvalidInput' : 'InvitationAccepted'),
});

/** The administrator who asks, who proved lately who it is. @throws GraphQLError UNAUTHENTICATED, FORBIDDEN or PROOF_NEEDED */
export const administrator = (context: Context): User => {
  const user = requireWriter(context);
  if (!canAdminister(user)) throw forbidden('ONLY_ADMINISTRATORS');
  return proved(user);
};
const saved = async (context: Context, result: ValidationError | string): Promise<ValidationError | { member: MemberRow }> => {
  if (result instanceof ValidationError) return result;
  const { rows } = await sql<MemberRow>`
    SELECT p.id, p.name, p.email, p.email_verified AS "emailVerified", p.demo, p.suspended_at IS NOT NULL AS suspended, p.erased_at IS NOT NULL AS erased, p.created_at AS "createdAt",
      coalesce((SELECT json_agg(json_build_object('role', m.role, 'organizationId', m.organization_id, 'organizationSlug', o.slug, 'organizationName', o.content->>'shortName', 'deputy', m.deputy) ORDER BY o.slug, m.role)
        FROM membership m LEFT JOIN record o ON o.id = m.organization_id WHERE m.person_id = p.id), '[]') AS memberships
    FROM person p WHERE p.id = ${result}::uuid`.execute(context.services.db);
  return { member: rows[0] as MemberRow };
};

builder.mutationFields((t) => ({
  grantRole: t.field({
    type: MemberResult,
    description: 'Gives a role; logged. Administrators.',
    args: {
      member: t.arg.id({ required: true }),
      role: t.arg({ type: RoleEnum, required: true }),
      organization: t.arg.string({ required: false, description: 'By slug; none for SECRETARIAT and ADMINISTRATOR.' }),
      deputy: t.arg.boolean({ required: false }),
    },
    resolve: async (_root, args, context) =>
      saved(context, await grantRole(context.services, administrator(context), { ...args, member: String(args.member), deputy: args.deputy ?? false })),
  }),
  revokeRole: t.field({
    type: MemberResult,
    description: 'Takes a role away; logged. Administrators.',
    args: { member: t.arg.id({ required: true }), role: t.arg({ type: RoleEnum, required: true }), organization: t.arg.string({ required: false }) },
    resolve: async (_root, args, context) =>
      saved(context, await revokeRole(context.services, administrator(context), { ...args, member: String(args.member) })),
  }),
  suspendUser: t.field({
    type: MemberResult,
    description: 'Suspends an account, which ends its sessions at once, or lets it in again. Administrators.',
    args: { member: t.arg.id({ required: true }), suspended: t.arg.boolean({ required: true }) },
    resolve: async (_root, args, context) =>
      saved(context, await suspendUser(context.services, administrator(context), { member: String(args.member), suspended: args.suspended })),
  }),
  eraseUser: t.field({
    type: MemberResult,
    description: 'Erases the personal data of somebody who leaves; a pseudonym stays and the log still verifies. It cannot be undone. Administrators.',
    args: { member: t.arg.id({ required: true }) },
    resolve: async (_root, args, context) => saved(context, await eraseUser(context.services, administrator(context), { member: String(args.member) })),
  }),
  resetFactors: t.field({
    type: MemberResult,
    description: 'Removes the second factors of somebody who has lost them, ends their sessions, and lets them set up new ones. Administrators.',
    args: { member: t.arg.id({ required: true }) },
    resolve: async (_root, args, context) => saved(context, await resetFactors(context.services, administrator(context), { member: String(args.member) })),
  }),
  invite: t.field({
    type: InviteResult,
    description: 'Invites by mail to take a role. Administrators.',
    args: {
      email: t.arg.string({ required: true }),
      role: t.arg({ type: RoleEnum, required: true }),
      organization: t.arg.string({ required: false }),
      deputy: t.arg.boolean({ required: false }),
    },
    resolve: async (_root, args, context) => invite(context.services, administrator(context), { ...args, deputy: args.deputy ?? false }),
  }),
  withdrawInvitation: t.field({
    type: WithdrawResult,
    description: 'Withdraws an invitation that nobody has accepted yet: its link works no more. Administrators.',
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, args, context) => withdrawInvitation(context.services, administrator(context), String(args.id)),
  }),
  acceptInvitation: t.field({
    type: JoinResult,
    description:
      'Takes the role of an invitation, signed in with the invited address. It works once, within its time, and only while whoever invited may still do so.',
    args: {
      token: t.arg.string({ required: false, description: 'Of the link in the mail.' }),
      id: t.arg.id({ required: false, description: 'In its place: one of `invitationsForMe`.' }),
    },
    resolve: async (_root, { token, id }, context) => {
      const result = await acceptInvitation(context.services, requireWriter(context), { token: token ?? null, id: id ? String(id) : null });
      if (result instanceof ValidationError) return result;
      const me = (await findUser(context.services.db, result)) as User;
      // A role that needs two factors waits for them from its first moment.
      return { me: me && context.user?.shown ? inForce(me, context.user.shown, context.services.accounts.settings.localAccounts) : me };
    },
  }),
}));
