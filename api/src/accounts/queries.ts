import { sql } from 'kysely';
import { builder } from '../builder.ts';
import { forbidden } from '../errors.ts';
import { MembershipType, MeType, PasskeyType, RoleEnum } from './account.ts';
import type { Passkey } from './accounts.ts';
import { FROM_AFAR } from './address.ts';
import { demoAccounts } from './demo.ts';

import { type Invitation, type InvitationShown, invitationsOf, openInvitations, readInvitation } from './invitation.ts';
import { canAdminister } from './policy.ts';
import { signedIn, usingLink } from './signed-in.ts';
import { readSignUp } from './sign-up-link.ts';
import type { Membership } from './user.ts';

const Option = builder
  .objectRef<{ id: string; name: string }>('SignInOption')
  .implement({ description: 'A sign-in service or a demonstration account.', fields: (t) => ({ id: t.exposeString('id'), name: t.exposeString('name') }) });
const Options = builder
  .objectRef<{ local: boolean; providers: { id: string; name: string }[]; demo: { id: string; name: string }[] }>('SignInOptions')
  .implement({
    description: 'How one can sign in here.',
    fields: (t) => ({
      local: t.exposeBoolean('local', { description: 'With a password or passkey kept here.' }),
      providers: t.field({ type: [Option], description: 'Sign-in services of organizations.', resolve: (options) => options.providers }),
      demo: t.field({
        type: [Option],
        description: 'Demonstration accounts; none where a sign-in service is configured, or the request does not come from the machine of the library itself.',
        resolve: (options) => options.demo,
      }),
    }),
  });
builder.queryField('signInOptions', (t) =>
  t.field({
    type: Options,
    resolve: (_root, _args, { services, headers }) => {
      const { settings } = services.accounts;
      return {
        local: settings.localAccounts,
        providers: settings.providers.map(({ id, name }) => ({ id, name })),
        demo: settings.demo && !headers.has(FROM_AFAR) ? demoAccounts.map(({ id, name }) => ({ id, name })) : [],
      };
    },
  }),
);
const SignUpLink = builder
  .objectRef<{ email: string; name: string }>('SignUpLink')
  .implement({ description: 'An account that is being opened.', fields: (t) => ({ email: t.exposeString('email'), name: t.exposeString('name') }) });
builder.queryField('signUpLink', (t) =>
  t.field({
    type: SignUpLink,
    nullable: true,
    description: 'What the link of a confirmation mail is for; null for one that does not work, or no longer. Asking changes nothing.',
    args: { token: t.arg.string({ required: true }) },
    resolve: async (_root, { token }, context) => {
      await usingLink(context, token);
      return readSignUp(context.services.db, token);
    },
  }),
);
const PasswordReset = builder.objectRef<{ email: string; passkeys: Passkey[] }>('PasswordReset').implement({
  description: 'An account whose password is chosen anew.',
  fields: (t) => ({
    email: t.exposeString('email', { description: 'Whose it is.' }),
    passkeys: t.field({ type: [PasskeyType], description: 'They go on signing in unless they are removed.', resolve: (reset) => reset.passkeys }),
  }),
});
builder.queryField('passwordReset', (t) =>
  t.field({
    type: PasswordReset,
    nullable: true,
    description: 'What the link of a mail for a new password is for; null for one that does not work, or no longer. Asking changes nothing.',
    args: { token: t.arg.string({ required: true }) },
    resolve: async (_root, { token }, context) => {
      await usingLink(context, token);
      const { accounts } = context.services;
      const personId = await accounts.personOfReset(token);
      const person = personId ? await context.services.db.selectFrom('person').select('email').where('id', '=', personId).executeTakeFirst() : undefined;
      return personId && person ? { email: person.email, passkeys: await accounts.passkeys(context.reads, personId) } : null;
    },
  }),
);
builder.queryField('me', (t) =>
  t.field({ type: MeType, nullable: true, description: 'The signed-in person; null for a reader.', resolve: (_root, _args, { user }) => user }),
);

export type MemberRow = {
  id: string;
  name: string;
  email: string;
  emailVerified: boolean;
  demo: boolean;
  suspended: boolean;
  erased: boolean;
  createdAt: Date | string;
  memberships: Membership[];
};
export const MemberType = builder.objectRef<MemberRow>('Member').implement({
  description: 'An account as administrators see it.',
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name'),
    email: t.exposeString('email'),
    emailVerified: t.exposeBoolean('emailVerified'),
    demo: t.exposeBoolean('demo'),
    suspended: t.exposeBoolean('suspended'),
    erased: t.exposeBoolean('erased'),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    memberships: t.field({ type: [MembershipType], resolve: (member) => member.memberships }),
  }),
});
builder.queryField('members', (t) =>
  t.field({
    type: [MemberType],
    description: 'Accounts, for administrators; at most 500, by name. `search` looks into names and addresses.',
    args: { search: t.arg.string({ required: false }), organization: t.arg.string({ required: false, description: 'By slug.' }) },
    resolve: async (_root, { search, organization }, context) => {
      if (!canAdminister(signedIn(context))) throw forbidden('ONLY_ACCOUNT_READERS');
      return context.reads.rows(sql<MemberRow>`
        SELECT p.id, p.name, p.email, p.email_verified AS "emailVerified", p.demo, p.suspended_at IS NOT NULL AS suspended, p.erased_at IS NOT NULL AS erased, p.created_at AS "createdAt",
          coalesce((SELECT json_agg(json_build_object('role', m.role, 'organizationId', m.organization_id, 'organizationSlug', o.slug, 'organizationName', o.content->>'shortName', 'deputy', m.deputy) ORDER BY o.slug, m.role)
            FROM membership m LEFT JOIN record o ON o.id = m.organization_id WHERE m.person_id = p.id), '[]') AS memberships
        FROM person p
        WHERE (${search ?? ''} = '' OR strpos(lower(p.name || ' ' || p.email), lower(${search ?? ''})) > 0)
          AND (${organization ?? ''} = '' OR EXISTS (SELECT FROM membership m JOIN record o ON o.id = m.organization_id WHERE m.person_id = p.id AND o.slug = ${organization ?? ''}))
        ORDER BY p.name, p.id LIMIT 500`);
    },
  }),
);

const InvitationType = builder.objectRef<Invitation>('Invitation').implement({
  description: 'An invitation that nobody has accepted yet.',
  fields: (t) => ({
    id: t.exposeID('id'),
    email: t.exposeString('email'),
    role: t.expose('role', { type: RoleEnum }),
    organizationName: t.exposeString('organizationName', { nullable: true }),
    deputy: t.exposeBoolean('deputy'),
    invitedBy: t.exposeString('invitedBy', { nullable: true, description: 'The name of who invited; null where the account is gone.' }),
    works: t.exposeBoolean('works', { description: 'False where it has expired, or whoever invited may no longer do so.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime' }),
  }),
});
builder.queryField('invitations', (t) =>
  t.field({
    type: [InvitationType],
    description: 'The invitations that were neither accepted nor withdrawn, newest first, for administrators; at most 200.',
    resolve: async (_root, _args, context) => {
      if (!canAdminister(signedIn(context))) throw forbidden('ONLY_INVITATION_READERS');
      return openInvitations(context.reads);
    },
  }),
);

const InvitationShownType = builder.objectRef<InvitationShown>('InvitationToMe').implement({
  description: 'An invitation as whoever has its link reads it.',
  fields: (t) => ({
    id: t.exposeID('id'),
    role: t.expose('role', { type: RoleEnum }),
    organizationName: t.exposeString('organizationName', { nullable: true }),
    deputy: t.exposeBoolean('deputy'),
    invitedBy: t.exposeString('invitedBy', { nullable: true, description: 'The name of who invited; null where the account is gone.' }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime' }),
    state: t.exposeString('state', { description: 'OPEN, or why it works no more: USED, WITHDRAWN, EXPIRED, INVITER_GONE.' }),
    yours: t.exposeBoolean('yours', { description: 'It was sent to the address you are signed in with.' }),
  }),
});
builder.queryField('invitationLink', (t) =>
  t.field({
    type: InvitationShownType,
    nullable: true,
    description: 'What the link of an invitation is for; null for one that there never was. Asking changes nothing.',
    args: { token: t.arg.string({ required: true }) },
    resolve: async (_root, { token }, context) => {
      await usingLink(context, token);
      return readInvitation(context.reads, token, context.user?.id ?? null);
    },
  }),
);
builder.queryField('invitationsForMe', (t) =>
  t.field({
    type: [InvitationShownType],
    description: 'The invitations that wait for you, by the address that you confirmed, newest first; at most 20.',
    resolve: (_root, _args, { reads, user }) => (user ? invitationsOf(reads, user.id) : []),
  }),
);
