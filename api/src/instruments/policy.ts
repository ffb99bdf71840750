import { holds, type User } from '../accounts/user.ts';

/** Whether the person writes editions for an organization; without one, for everybody, as the secretariat does. */
export const canAdapt = (user: User | null, organizationSlug: string | null): boolean =>
  organizationSlug === null
    ? holds(user, 'SECRETARIAT')
    : (user?.memberships.some(({ role, organizationSlug: slug }) => slug === organizationSlug && (role === 'FOCAL_POINT' || role === 'PUBLISHER')) ?? false);
type EditionRights = { publishedAt: unknown; withdrawnAt: unknown; withdrawnBy: string | null; organizationSlug: string | null; writers: readonly string[] };
/** Whether the person publishes a draft: somebody who may write it and wrote nothing of it. */
export const canPublishEdition = (user: User | null, edition: EditionRights): boolean =>
  !edition.publishedAt && canAdapt(user, edition.organizationSlug) && user !== null && !edition.writers.includes(user.id);
/** Whether the person withdraws a published edition: whoever may write one of those. What the library brings along is the secretariat's. */
export const canWithdraw = (user: User | null, edition: EditionRights): boolean =>
  Boolean(edition.publishedAt) && !edition.withdrawnAt && canAdapt(user, edition.organizationSlug);
/** Whether the person brings back an edition that is out of use: whoever may write one of those, but not who took it out. */
export const canReturn = (user: User | null, edition: EditionRights): boolean =>
  Boolean(edition.withdrawnAt) && user !== null && edition.withdrawnBy !== user.id && canAdapt(user, edition.organizationSlug);
/** Whether the person writes editions at all. */
export const mayAdapt = (user: User | null): boolean =>
  holds(user, 'SECRETARIAT') || (user?.memberships.some(({ organizationSlug }) => organizationSlug !== null && canAdapt(user, organizationSlug)) ?? false);
