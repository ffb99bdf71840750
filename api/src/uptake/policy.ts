import { holds, type User } from '../accounts/user.ts';

/** What of the uptake a viewer may see. Unconfirmed entries are for the UN system: a figure in public is one that two people stand by. */
export type Sight = {
  /** Also unconfirmed entries. */
  unconfirmed: boolean;
  /** Sections for the UN system: officer, financial implication, names of persons, comments and evidence marked so. */
  unSystem: boolean;
  /** Internal sections of every organization. */
  all: boolean;
  /** The organizations whose internal sections are seen. */
  organizationSlugs: string[];
};

/** Whether the person steers the uptake of all organizations. */
export const canSteer = (user: User | null): boolean => holds(user, 'SECRETARIAT');

/** Membership by name: a role for all organizations does not make a person one of the organization's own. */
const belongs = (user: User | null, roles: readonly string[], slug: string): boolean =>
  user?.memberships.some((membership) => membership.organizationSlug === slug && roles.includes(membership.role)) ?? false;

/** Who may report for an organization: its focal points and publishers; the secretariat on its behalf. */
export const canReport = (user: User | null, slug: string): boolean => belongs(user, ['FOCAL_POINT', 'PUBLISHER'], slug) || canSteer(user);
/** Whether a person may report for any organization at all. */
export const mayReport = (user: User | null): boolean =>
  canSteer(user) || (user?.memberships.some(({ organizationSlug, role }) => organizationSlug !== null && ['FOCAL_POINT', 'PUBLISHER'].includes(role)) ?? false);
/** Who may confirm an entry: a focal point or publisher of the organization who did not enter it. */
export const canConfirm = (user: User | null, slug: string, enteredBy: string): boolean =>
  belongs(user, ['FOCAL_POINT', 'PUBLISHER'], slug) && user?.id !== enteredBy;
/** Who may withdraw an entry: the organization's focal points and publishers, and the secretariat. */
export const canWithdraw = canReport;
/** Who may comment on a cell: the organization's members and the secretariat. */
export const canComment = (user: User | null, slug: string): boolean => belongs(user, ['MEMBER', 'FOCAL_POINT', 'PUBLISHER'], slug) || canSteer(user);
/** In which role a person acts on a cell, as it is recorded. */
export const actingAs = (user: User, slug: string): string =>
  user.memberships.find((membership) => membership.organizationSlug === slug && ['FOCAL_POINT', 'PUBLISHER', 'MEMBER'].includes(membership.role))?.role ??
  'SECRETARIAT';

export const sightOf = (user: User | null): Sight => {
  const organizationSlugs = [
    ...new Set((user?.memberships ?? []).map((membership) => membership.organizationSlug).filter((slug): slug is string => slug !== null)),
  ];
  const unSystem = (user?.memberships.length ?? 0) > 0;
  return { unconfirmed: unSystem, unSystem, all: canSteer(user), organizationSlugs };
};
/** What the public sees; documents, feeds and calendars without a sign-in use it. */
export const publicSight: Sight = { unconfirmed: false, unSystem: false, all: false, organizationSlugs: [] };

/** Whether a section with this audience, belonging to this organization, may be shown. */
export const shows = (sight: Sight, audience: 'PUBLIC' | 'UN_SYSTEM' | 'OWNERS', slug: string): boolean =>
  audience === 'PUBLIC' || (audience === 'UN_SYSTEM' && sight.unSystem) || sight.all || sight.organizationSlugs.includes(slug);
