import type { Role, User } from '../accounts/user.ts';

/** What there is to know of a run, to say who may do what with it. */
export type RunRights = { state: 'DRAFT' | 'SHARED' | 'SIGNED'; createdBy: string | null; updatedBy: string | null; organizationSlug: string };

const belongs = (user: User | null, slug: string): boolean => user?.memberships.some(({ organizationSlug }) => organizationSlug === slug) ?? false;
const signers: readonly Role[] = ['PUBLISHER', 'FOCAL_POINT'];
/** The role in which a person signs and publishes for an organization. */
export const signingAs = (user: User | null, slug: string): Role | null =>
  signers.find((role) => user?.memberships.some((one) => one.role === role && one.organizationSlug === slug)) ?? null;

/** Who may make runs for an organization: whoever has a role in it. */
export const canAssess = (user: User | null, slug: string): boolean => belongs(user, slug);
/** Who may change a run: its writer; once it is shared everybody of the organization; once it is signed nobody. */
export const canEdit = (user: User | null, run: RunRights): boolean =>
  run.state !== 'SIGNED' && belongs(user, run.organizationSlug) && (run.state === 'SHARED' || run.createdBy === user?.id);
/** Who may remove a run: its writer, while it is not signed. */
export const canRemove = (user: User | null, run: RunRights): boolean => run.state !== 'SIGNED' && user !== null && run.createdBy === user.id;
/** Who may review a shared run: somebody of the organization other than who wrote it or saved it last. */
export const canReview = (user: User | null, run: RunRights): boolean =>
  run.state === 'SHARED' && belongs(user, run.organizationSlug) && user?.id !== run.createdBy && user?.id !== run.updatedBy;
/** Who may sign a shared run: a focal point or publisher of the organization. */
export const canSign = (user: User | null, run: RunRights): boolean => run.state === 'SHARED' && signingAs(user, run.organizationSlug) !== null;
/** Who may say who sees a signed run and what it belongs to. */
export const canPublish = (user: User | null, run: RunRights): boolean => run.state === 'SIGNED' && signingAs(user, run.organizationSlug) !== null;
