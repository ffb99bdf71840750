import { type RawBuilder, sql } from 'kysely';
import type { Viewer } from '#search/engine.ts';
import type { User } from '../accounts/user.ts';
import { procuresFor } from '../procurement/policy.ts';
import { shownRecords } from '../records/policy.ts';

/**
 * Which agreements a viewer sees, as a condition on `agreement a` joined with its holder `o` and its vendor `v`: the holder's
 * people all of their own, whoever closes the vendor's entry; the procurement officers of the UN system all of them, and others
 * those that the holder has opened for them, where they see vendor and holder. Every list, page, file, count and filter goes through it.
 */
export const visibleAgreements = (viewer: Viewer): RawBuilder<boolean> =>
  sql<boolean>`(o.id = ANY (${viewer.organizationIds}::uuid[]) OR ((${insideAgreement(viewer)} OR a.audience = 'PUBLIC' OR (a.audience = 'UN_SYSTEM' AND ${viewer.unSystem})) AND ${shownRecords(viewer, 'v')} AND ${shownRecords(viewer, 'o')}))`;

/** Whether a viewer sees all of an agreement: also whom to write to, the document and what was drawn, which stay with those who procure. */
export const insideAgreement = (viewer: Viewer): RawBuilder<boolean> =>
  viewer.procurement ? sql<boolean>`true` : sql<boolean>`o.id = ANY (${viewer.organizationIds}::uuid[])`;

/** Which requests for use a viewer sees, as a condition on `agreement_request q` of an organization `w`: both sides those between them. */
export const visibleRequests = (viewer: Viewer): RawBuilder<boolean> =>
  sql<boolean>`(o.id = ANY (${viewer.organizationIds}::uuid[]) OR w.id = ANY (${viewer.organizationIds}::uuid[]))`;

/** Who keeps the agreements of an organization, says who sees them and answers who asks for their use: its procurement officers. */
export const canKeep = (user: User | null, holder: string): boolean => keptBy(user).includes(holder);
/** The organizations that a person keeps agreements for, by slug. */
export const keptBy = procuresFor;
/** The organizations, other than the holder, in whose name a person asks for the use of an agreement: those they have a role in. */
export const asksFor = (user: User | null, holder: string): string[] => [
  ...new Set((user?.memberships ?? []).flatMap(({ organizationSlug }) => (organizationSlug && organizationSlug !== holder ? [organizationSlug] : []))),
];
