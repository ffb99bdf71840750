import type { Role, User } from '../accounts/user.ts';

// What the procurement role opens, said once: agreements, screenings, requests for information and statements of companies ask here.

const role = 'PROCUREMENT_OFFICER' satisfies Role;

/** The organizations that a person procures for, by slug. */
export const procuresFor = (user: User | null): string[] => [
  ...new Set((user?.memberships ?? []).flatMap((one) => (one.role === role && one.organizationSlug ? [one.organizationSlug] : []))),
];
/** The same by id. */
export const procuresForIds = (user: User | null): string[] => [
  ...new Set((user?.memberships ?? []).flatMap((one) => (one.role === role && one.organizationId ? [one.organizationId] : []))),
];
