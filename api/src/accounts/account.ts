import { builder } from '../builder.ts';
import type { Passkey, SignedInBrowser } from './accounts.ts';
import { FactorsType, ownFactors } from './factor-types.ts';
import type { Membership, Role, User } from './user.ts';

export const RoleEnum = builder.enumType('Role', {
  description: 'What a person may do. SECRETARIAT and ADMINISTRATOR hold for all organizations.',
  values: {
    MEMBER: { description: 'Belongs to an organization.' },
    FOCAL_POINT: { description: 'Writes for an organization.' },
    PUBLISHER: { description: 'Accepts changes for an organization.' },
    PROCUREMENT_OFFICER: { description: 'Sees the procurement part of vendors, keeps agreements and screenings.' },
    SECRETARIAT: { description: 'The CEB secretariat: recommendations, all uptake, all organizations.' },
    ADMINISTRATOR: { description: 'Gives roles, invites, suspends.' },
  } satisfies Record<Role, object>,
});

export const MembershipType = builder.objectRef<Membership>('Membership').implement({
  description: 'A role of a person, in an organization where it is bound to one.',
  fields: (t) => ({
    role: t.expose('role', { type: RoleEnum }),
    organizationSlug: t.exposeString('organizationSlug', { nullable: true }),
    organizationName: t.string({ nullable: true, resolve: (membership) => membership.organizationName ?? null }),
    deputy: t.boolean({ description: 'A publisher who is asked only when the others stay silent.', resolve: (membership) => membership.deputy ?? false }),
  }),
});

const SessionType = builder.objectRef<SignedInBrowser>('SignedInBrowser').implement({
  description: 'A browser in which the person is signed in.',
  fields: (t) => ({
    id: t.exposeID('id'),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it signed in.' }),
    seenAt: t.expose('seenAt', { type: 'DateTime', description: 'When it was last used, to the minute.' }),
    secondFactor: t.exposeBoolean('secondFactor', { description: 'Whether two factors were shown in it.' }),
    userAgent: t.exposeString('userAgent', { description: 'What the browser says of itself.' }),
    current: t.exposeBoolean('current', { description: 'The one that asks.' }),
  }),
});
export const PasskeyType = builder.objectRef<Passkey>('Passkey').implement({
  description: 'A device with which the person signs in without a password.',
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name'),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    usedAt: t.expose('usedAt', { type: 'DateTime', nullable: true, description: 'When it last signed in.' }),
  }),
});

const ServiceAccount = builder.objectRef<{ id: string; providerId: string; name: string; createdAt: Date | string }>('ServiceAccount').implement({
  description: 'An account at a sign-in service with which the person signs in here.',
  fields: (t) => ({
    id: t.exposeID('id'),
    service: t.exposeString('providerId', { description: 'The id of the service.' }),
    name: t.exposeString('name', { description: 'The name of the service.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
  }),
});

export const MeType = builder.objectRef<User>('Me').implement({
  description: 'The signed-in person.',
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name'),
    email: t.exposeString('email'),
    demo: t.boolean({ description: 'A demonstration account, marked wherever it is shown.', resolve: (user) => user.demo ?? false }),
    memberships: t.field({ type: [MembershipType], resolve: (user) => user.memberships }),
    sessions: t.field({
      type: [SessionType],
      nullable: true,
      description: 'Where the person is signed in, this browser first. Null when that was more than a day ago: sign in again to see it.',
      resolve: (user, _args, { services, reads }) => services.accounts.sessions(reads, user),
    }),
    passkeys: t.field({ type: [PasskeyType], resolve: (user, _args, { services, reads }) => services.accounts.passkeys(reads, user.id) }),
    factors: t.field({ type: FactorsType, resolve: (user, _args, { services, reads }) => ownFactors(services, user, reads) }),
    rolesWithheld: t.boolean({
      description: 'Whether roles wait until a second factor is shown: until then the person is a member only.',
      resolve: (user) => user.shown?.withheld ?? false,
    }),
    services: t.field({
      type: [ServiceAccount],
      description: 'The accounts at sign-in services with which the person signs in, oldest first.',
      resolve: (user, _args, { services, reads }) => services.accounts.services(reads, user.id),
    }),
    canContribute: t.boolean({
      description: 'Writes for at least one organization, or is the secretariat.',
      resolve: (user) => user.memberships.some(({ role }) => ['FOCAL_POINT', 'PUBLISHER', 'SECRETARIAT'].includes(role)),
    }),
    canReview: t.boolean({ resolve: (user) => user.memberships.some(({ role }) => ['PUBLISHER', 'SECRETARIAT'].includes(role)) }),
    canAdminister: t.boolean({ resolve: (user) => user.memberships.some(({ role }) => role === 'ADMINISTRATOR') }),
  }),
});

/** A person as others see them: the name, and whether it is a demonstration account. */
export type Named = { name: string; demo: boolean };
export const PersonType = builder.objectRef<Named>('Person').implement({
  description: 'A person as others see them.',
  fields: (t) => ({ name: t.exposeString('name'), demo: t.exposeBoolean('demo') }),
});
