import type { Access, Audience, VendorKind } from '../graphql/graphql.ts';

export { lessonKinds, stages, themes, uses } from '../ui/values.ts';

/** The closed sets that only the forms need; the compiler checks them against the API where it names them. */
export const accesses = ['PUBLIC', 'PERMISSIONED', 'PERMISSIONED_PUBLIC_VIEW', 'ANCHORING', 'NOT_STATED'] as const satisfies readonly Access[];
export const vendorKinds = ['EXTERNAL', 'IN_HOUSE', 'INVESTEE'] as const satisfies readonly VendorKind[];
export const audiences = ['PUBLIC', 'UN_SYSTEM', 'OWNERS'] as const satisfies readonly Audience[];
/** The questions under which a project's statements stand. */
export const projectSections = [
  'WHAT_IT_DOES',
  'HOW_IT_IS_BUILT',
  'WHO_DOES_WHAT',
  'WHAT_IT_ACHIEVED',
  'WHAT_IT_TAUGHT',
  'HOW_IT_IS_PAID',
  'CODE',
  'WHAT_ENDED_IT',
  'LATER',
] as const;
export const goals = Array.from({ length: 17 }, (_, index) => String(index + 1));
