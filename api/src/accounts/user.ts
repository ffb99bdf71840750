import { anyone, type Viewer } from '#search/engine.ts';

/** What a person may do, per organization; SECRETARIAT and ADMINISTRATOR hold for all of them. */
export const roles = ['MEMBER', 'FOCAL_POINT', 'PUBLISHER', 'PROCUREMENT_OFFICER', 'SECRETARIAT', 'ADMINISTRATOR'] as const;
export type Role = (typeof roles)[number];
/** The roles that are not bound to an organization. */
export const systemRoles: readonly Role[] = ['SECRETARIAT', 'ADMINISTRATOR'];
/** The roles whose local accounts need a second factor, and whose sessions are short. */
export const privilegedRoles: readonly Role[] = ['PUBLISHER', 'SECRETARIAT', 'ADMINISTRATOR'];
export type Membership = { role: Role; organizationId: string | null; organizationSlug: string | null; organizationName?: string | null; deputy?: boolean };

/** What the session of a signed-in person has shown. */
type Shown = {
  /** Whether two factors were shown in it. */
  secondFactor: boolean;
  /** When the person last proved who it is. */
  provedAt: Date;
  /** The session itself, by its id; absent where there is none, as in tests of what people do. */
  sessionId?: string;
  /** Whether roles are withheld until two factors are shown (second-factor.ts). */
  withheld: boolean;
};

/**
 * A signed-in person with the roles that are in force. `pseudonym` stands for the person in revisions and in the log.
 * `shown` is there for who has a session.
 */
export type User = { id: string; name: string; email: string; memberships: Membership[]; pseudonym?: string; demo?: boolean; shown?: Shown };

/** What the person sees: a member of any organization belongs to the UN system; nobody sees other owners' sections by role alone. */
export function viewerOf(user: User | null): Viewer {
  if (!user) return anyone;
  const of = (pick: (membership: Membership) => string | null | undefined) => [
    ...new Set(user.memberships.map(pick).filter((one): one is string => Boolean(one))),
  ];
  const procurement = user.memberships.some(({ role }) => role === 'PROCUREMENT_OFFICER');
  return {
    unSystem: user.memberships.length > 0,
    organizationIds: of(({ organizationId }) => organizationId),
    organizationNames: [...new Set([...slugsOf(user), ...of(({ organizationName }) => organizationName)])],
    ...(procurement ? { procurement } : {}),
  };
}

/** The organizations of the person, by address. */
export const slugsOf = (user: User): string[] => [...new Set(user.memberships.map(({ organizationSlug }) => organizationSlug).filter((slug) => slug !== null))];

/** Whether the person holds a role, for one organization where it is named; SECRETARIAT and ADMINISTRATOR are not bound to one. */
export const holds = (user: User | null, role: Role, organizationSlug?: string): boolean =>
  user?.memberships.some(
    (membership) =>
      membership.role === role && (organizationSlug === undefined || membership.organizationSlug === organizationSlug || membership.organizationSlug === null),
  ) ?? false;
