import { createHmac, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '#prisma/database.ts';
import { findUser } from '../accounts/memberships.ts';
import type { User } from '../accounts/user.ts';
import { readingRoles } from '../tokens/token.ts';

export const newNonce = (): string => randomBytes(16).toString('hex');

/**
 * The secret by which the receiver knows that an event is from here, in the form of Standard Webhooks. It is derived from the secret of
 * the installation and kept nowhere: a copy of the database signs nothing.
 */
export const signingSecret = (secret: string, { id, nonce }: { id: string; nonce: string }): string =>
  `whsec_${createHmac('sha256', secret).update(`webhook:${id}:${nonce}`).digest('base64')}`;

/**
 * As whom an address is told, with the roles of now: as its person as a member and procurement officer, or, where a focal point made it for
 * an organization, as a member there. Null for who is suspended, or is no focal point there any more: nothing is sent then.
 */
export async function subscriberOf(db: Database, { personId, organizationId }: { personId: string; organizationId: string | null }): Promise<User | null> {
  const user = await findUser(db, personId);
  if (!user) return null;
  if (organizationId === null) return { ...user, memberships: readingRoles(user.memberships) };
  const focal = user.memberships.filter((one) => one.organizationId === organizationId && one.role === 'FOCAL_POINT');
  return focal.length === 0 ? null : { ...user, memberships: focal.map((one) => ({ ...one, role: 'MEMBER', deputy: false })) };
}

/** Whether anything is sent to `webhook h` of `person p`, the same as `subscriberOf` asks, as a condition. */
export const isTold = sql<boolean>`(p.suspended_at IS NULL AND p.erased_at IS NULL AND (h.organization_id IS NULL
  OR EXISTS (SELECT FROM membership m WHERE m.person_id = p.id AND m.organization_id = h.organization_id AND m.role = 'FOCAL_POINT')))`;
