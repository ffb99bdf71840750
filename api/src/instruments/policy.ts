import { holds, type User } from '../accounts/user.ts';

/** Whether the person writes editions for an organization; without one, for everybody, as the secretariat does. */
export const canAdapt = (user: User | null, organizationSlug: string | null): boolean =>
  organizationSlug === null
    ? holds(user, 'SECRETARIAT')
    : (user?.memberships.some(({ role, organizationSlug: slug }) => slug === organizationSlug && (role === 'FOCAL_POINT' || role === 'PUBLISHER')) ?? false);
/** Whether the person writes editions at all. */
export const mayAdapt = (user: User | null): boolean =>
  holds(user, 'SECRETARIAT') || (user?.memberships.some(({ organizationSlug }) => organizationSlug !== null && canAdapt(user, organizationSlug)) ?? false);
