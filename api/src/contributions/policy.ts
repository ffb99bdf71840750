import type { RecordKind } from '#prisma/generated/enums.ts';
import { canOversee } from '../accounts/policy.ts';
import { holds, type User } from '../accounts/user.ts';

/** The concepts that people write entries of; sources come with the entries that cite them. */
export const writableKinds = ['PROJECT', 'LESSON', 'VENDOR', 'BUILDING_BLOCK'] as const satisfies readonly RecordKind[];
export type WritableKind = (typeof writableKinds)[number];
export const isWritable = (kind: RecordKind): kind is WritableKind => (writableKinds as readonly RecordKind[]).includes(kind);

export type DraftFacts = { authorId: string; editors: string[] };

/** Who writes for an organization: its focal points and publishers, and the secretariat. */
export const canWriteFor = (user: User | null, organizationSlug: string): boolean =>
  holds(user, 'FOCAL_POINT', organizationSlug) || holds(user, 'PUBLISHER', organizationSlug) || holds(user, 'SECRETARIAT');

/** Who writes at all. */
export const canContribute = (user: User | null): boolean => holds(user, 'FOCAL_POINT') || holds(user, 'PUBLISHER') || holds(user, 'SECRETARIAT');

/** Who uploads files: those who write, and procurement officers for the documents of agreements. */
export const mayUpload = (user: User | null): boolean => canContribute(user) || holds(user, 'PROCUREMENT_OFFICER');

/** Who proposes changes of a record: those who write for one of its owners; of one that has no owner, everybody who writes. */
export const canEditRecord = (user: User | null, kind: RecordKind, ownerSlugs: readonly string[]): boolean =>
  isWritable(kind) && (ownerSlugs.length === 0 ? canContribute(user) : ownerSlugs.some((slug) => canWriteFor(user, slug)));

/**
 * Who decides for an owner organization: its publishers; the secretariat in its place. Of a record without owner, the
 * secretariat. Never somebody who wrote on the draft or submitted it: a second person looks at every change.
 * @param organizationId of the organization that is asked; null where the secretariat is
 */
export function canDecide(user: User | null, draft: DraftFacts, organizationId: string | null): { allowed: boolean; steppingIn: boolean } {
  const writer = user !== null && (draft.authorId === user.id || draft.editors.includes(user.id));
  const secretariat = holds(user, 'SECRETARIAT');
  const own =
    organizationId === null
      ? secretariat
      : (user?.memberships.some((membership) => membership.role === 'PUBLISHER' && membership.organizationId === organizationId) ?? false);
  return { allowed: !writer && (own || secretariat), steppingIn: !own };
}

/** Who archives a record and brings it back: a publisher of its only owner; the secretariat or an administrator for every other. */
export const canArchive = (user: User | null, ownerSlugs: readonly string[]): boolean =>
  canOversee(user) || (ownerSlugs.length === 1 && holds(user, 'PUBLISHER', ownerSlugs[0]));
