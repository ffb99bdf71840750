import { holds, type Role, type User } from '../accounts/user.ts';

/** What of the uptake a viewer may see. Unconfirmed entries are for the UN system: a figure in public is one that two people stand by. */
export type UptakeAccess = {
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
export const canManageUptake = (user: User | null): boolean => holds(user, 'SECRETARIAT');

/** What a person can do on a cell. */
export type Act = 'REPORT' | 'CONFIRM' | 'WITHDRAW' | 'COMMENT' | 'CONTACTS';
/** In which of the organization's own roles each act can be done; of several, the first that the person holds is the one used. */
const ownRoles: Record<Act, readonly Role[]> = {
  REPORT: ['FOCAL_POINT', 'PUBLISHER'],
  CONFIRM: ['PUBLISHER', 'FOCAL_POINT'],
  WITHDRAW: ['FOCAL_POINT', 'PUBLISHER'],
  COMMENT: ['FOCAL_POINT', 'PUBLISHER', 'MEMBER'],
  CONTACTS: ['FOCAL_POINT', 'PUBLISHER'],
};
/** What the secretariat does for an organization. Never confirming: that is for two people of the organization itself. */
const forAll: readonly Act[] = ['REPORT', 'WITHDRAW', 'COMMENT', 'CONTACTS'];

/**
 * The role in which a person does something on a cell of an organization, as it is recorded: one that allows it, held for
 * this very organization (a deputy acts in the role), else the secretariat's. Who may do what is asked here and nowhere else.
 * @returns null when the person may not do it
 */
export function actingAs(user: User | null, act: Act, slug: string): Role | null {
  const own = ownRoles[act].find((role) => user?.memberships.some((membership) => membership.role === role && membership.organizationSlug === slug));
  return own ?? (forAll.includes(act) && canManageUptake(user) ? 'SECRETARIAT' : null);
}

/** Whether what somebody reports in a role can have the organization itself as its source: what others enter on its behalf comes from a document. */
export const mayBeDirect = (role: Role): boolean => role !== 'SECRETARIAT';
/** Who may report for an organization: its focal points and publishers; the secretariat on its behalf. */
export const canReport = (user: User | null, slug: string): boolean => actingAs(user, 'REPORT', slug) !== null;
/** Whether a person may report for any organization at all. */
export const mayReport = (user: User | null): boolean =>
  canManageUptake(user) || (user?.memberships.some(({ organizationSlug }) => organizationSlug !== null && canReport(user, organizationSlug)) ?? false);
/** Who may confirm an entry: a focal point or publisher of the organization who did not enter it. */
export const canConfirm = (user: User | null, slug: string, enteredBy: string): boolean => actingAs(user, 'CONFIRM', slug) !== null && user?.id !== enteredBy;
/** Who may withdraw an entry: the organization's focal points and publishers, and the secretariat. */
export const canWithdraw = (user: User | null, slug: string): boolean => actingAs(user, 'WITHDRAW', slug) !== null;
/** Who may publish an entry: the secretariat, one that it entered from a document. */
export const canPublish = (user: User | null, enteredAs: string): boolean => canManageUptake(user) && enteredAs === 'SECRETARIAT';
/** Who sees and keeps the contacts of an organization: its focal points and publishers, and the secretariat. */
export const canKeepContacts = (user: User | null, slug: string): boolean => actingAs(user, 'CONTACTS', slug) !== null;
/** Who may comment on a cell: the organization's members and the secretariat. */
export const canComment = (user: User | null, slug: string): boolean => actingAs(user, 'COMMENT', slug) !== null;

export const uptakeAccessOf = (user: User | null): UptakeAccess => {
  const organizationSlugs = [
    ...new Set((user?.memberships ?? []).map((membership) => membership.organizationSlug).filter((slug): slug is string => slug !== null)),
  ];
  const unSystem = (user?.memberships.length ?? 0) > 0;
  return { unconfirmed: unSystem, unSystem, all: canManageUptake(user), organizationSlugs };
};
/** What the public sees; documents, feeds and calendars without a sign-in use it. */
export const publicAccess: UptakeAccess = { unconfirmed: false, unSystem: false, all: false, organizationSlugs: [] };

/** Whether a section with this audience, belonging to this organization, may be shown. */
export const canSee = (access: UptakeAccess, audience: 'PUBLIC' | 'UN_SYSTEM' | 'OWNERS', slug: string): boolean =>
  audience === 'PUBLIC' || (audience === 'UN_SYSTEM' && access.unSystem) || access.all || access.organizationSlugs.includes(slug);
