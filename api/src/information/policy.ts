import { type RawBuilder, sql } from 'kysely';
import type { User } from '../accounts/user.ts';
import { procuresFor, procuresForIds } from '../procurement/policy.ts';

/** Which requests for information a person sees, as a condition on `information_request q`: those that the organizations asked which they procure for, and their own. */
export const visibleInformation = (user: User | null): RawBuilder<boolean> =>
  user && procuresForIds(user).length > 0 ? sql<boolean>`q.organization_id = ANY (${procuresForIds(user)}::uuid[])` : sql<boolean>`false`;

/** In whose name a person asks vendors, by slug: the organizations that they procure for. */
export const asksVendorsFor = (user: User | null): string[] => procuresFor(user);
