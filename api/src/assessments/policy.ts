import type { Role, User } from '../accounts/user.ts';

/** What there is to know of a run, to say who may do what with it. */
export type RunRights = {
  state: 'DRAFT' | 'SHARED' | 'SIGNED';
  createdBy: string | null;
  organizationSlug: string;
  /** Who wrote lines as they are now, where that is not who began the run. */
  lineWriters: Record<string, string>;
};

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
const began = (user: User | null, run: RunRights): boolean => user !== null && run.createdBy === user.id && belongs(user, run.organizationSlug);
/** Who may open a draft to the organization or take it back: who began it. */
export const canShare = (user: User | null, run: RunRights): boolean => run.state !== 'SIGNED' && began(user, run);
/** Who may remove a run: who began it, while it is a draft. What others worked on is taken back first. */
export const canRemove = (user: User | null, run: RunRights): boolean => run.state === 'DRAFT' && began(user, run);
/** Who wrote a line as it is now. */
export const writerOf = (run: Pick<RunRights, 'createdBy' | 'lineWriters'>, line: string): string | null => run.lineWriters[line] ?? run.createdBy;
/** Who may review a shared run: everybody of the organization, each the lines that others wrote. */
export const canReview = (user: User | null, run: RunRights): boolean => run.state === 'SHARED' && belongs(user, run.organizationSlug);
export const canReviewLine = (user: User | null, run: RunRights, line: string): boolean => canReview(user, run) && writerOf(run, line) !== user?.id;
/** Who may sign a shared run: a focal point or publisher of the organization who did not begin it. */
export const canSign = (user: User | null, run: RunRights): boolean =>
  run.state === 'SHARED' && signingAs(user, run.organizationSlug) !== null && run.createdBy !== user?.id;
/** Who may say who sees a signed run and what it belongs to. */
export const canPublish = (user: User | null, run: RunRights): boolean => run.state === 'SIGNED' && signingAs(user, run.organizationSlug) !== null;
