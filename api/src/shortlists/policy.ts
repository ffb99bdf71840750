import { type RawBuilder, sql } from 'kysely';
import { type User, viewerOf } from '../accounts/user.ts';
import { procuresForIds } from '../procurement/policy.ts';

/**
 * Which lists a person sees, as a condition on `shortlist s`: their own, those shared in their organizations, and the one whose link
 * they have. A list that is shared in an organization is that organization's: who made it sees it as long as they belong there.
 * @param link what stands in the link that was opened
 */
export function visibleShortlists(user: User | null, link: string | null = null): RawBuilder<boolean> {
  if (!user || !keepsShortlists(user)) return sql<boolean>`false`;
  const { organizationIds } = viewerOf(user);
  return sql<boolean>`CASE s.sharing WHEN 'ORGANIZATION' THEN s.organization_id = ANY (${organizationIds}::uuid[]) WHEN 'LINK' THEN s.person_id = ${user.id}::uuid OR s.link = ${link} ELSE s.person_id = ${user.id}::uuid END`;
}

/** Who keeps lists: people of the UN system. */
export const keepsShortlists = (user: User | null): boolean => viewerOf(user).unSystem;

type Of = { personId: string; organizationId: string | null };
/** Who names, shares and deletes a list: who made it, and the procurement officers of the organization that it is shared in. */
export const managesShortlist = (user: User, { personId, organizationId }: Of): boolean =>
  personId === user.id || (organizationId !== null && procuresForIds(user).includes(organizationId));
/** Who puts records on a list, writes notes and takes records off: also those who write for the organization that it is shared in. */
export const writesShortlist = (user: User, of: Of): boolean =>
  managesShortlist(user, of) ||
  user.memberships.some(({ role, organizationId }) => organizationId !== null && organizationId === of.organizationId && role !== 'MEMBER');
