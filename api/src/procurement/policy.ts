import { holds, type Role, type User } from '../accounts/user.ts';

// What the procurement role opens, said once: agreements, screenings, requests for information and statements of companies ask here.

const role = 'PROCUREMENT_OFFICER' satisfies Role;

/** Whether a person procures, for whatever organization: then they see what is for those who procure in the whole UN system. */
export const procures = (user: User | null): boolean => holds(user, role);
/** The organizations that a person procures for, by slug. */
export const procuresFor = (user: User | null): string[] => [
  ...new Set((user?.memberships ?? []).flatMap((one) => (one.role === role && one.organizationSlug ? [one.organizationSlug] : []))),
];
/** The same by id. */
export const procuresForIds = (user: User | null): string[] => [
  ...new Set((user?.memberships ?? []).flatMap((one) => (one.role === role && one.organizationId ? [one.organizationId] : []))),
];
