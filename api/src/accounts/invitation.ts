import { sql } from 'kysely';
import { type Reader, rowsOf } from '../records/query-batch.ts';
import { hashToken } from './token.ts';
import type { Role } from './user.ts';

export type Invitation = {
  id: string;
  email: string;
  role: Role;
  organizationName: string | null;
  deputy: boolean;
  invitedBy: string | null;
  works: boolean;
  createdAt: Date | string;
  expiresAt: Date | string;
};

/** The invitations that wait, newest first; at most 200. */
export async function openInvitations(reader: Reader): Promise<Invitation[]> {
  return rowsOf(
    reader,
    sql<Invitation>`
    SELECT i.id, i.email, i.role, o.content->>'shortName' AS "organizationName", i.deputy, p.name AS "invitedBy", i.created_at AS "createdAt", i.expires_at AS "expiresAt",
      i.expires_at > now() AND coalesce(p.suspended_at IS NULL AND p.erased_at IS NULL, false)
        AND EXISTS (SELECT FROM membership m WHERE m.person_id = i.invited_by AND m.role = 'ADMINISTRATOR') AS works
    FROM invitation i LEFT JOIN record o ON o.id = i.organization_id LEFT JOIN person p ON p.id = i.invited_by
    WHERE i.accepted_at IS NULL AND i.withdrawn_at IS NULL ORDER BY i.created_at DESC, i.id DESC LIMIT 200`,
  );
}

/** What a person reads of an invitation to them. `state` is OPEN, or why it works no more. */
export type InvitationShown = {
  id: string;
  role: Role;
  organizationName: string | null;
  deputy: boolean;
  invitedBy: string | null;
  expiresAt: Date | string;
  state: 'OPEN' | 'USED' | 'WITHDRAWN' | 'EXPIRED' | 'INVITER_GONE';
  /** Whether it was sent to the address of the person who asks, who confirmed it. */
  yours: boolean;
};
const shown = (
  userId: string | null,
) => sql`SELECT i.id, i.role, o.content->>'shortName' AS "organizationName", i.deputy, CASE WHEN p.erased_at IS NULL THEN p.name END AS "invitedBy", i.expires_at AS "expiresAt",
    CASE WHEN i.accepted_at IS NOT NULL THEN 'USED' WHEN i.withdrawn_at IS NOT NULL THEN 'WITHDRAWN' WHEN i.expires_at <= now() THEN 'EXPIRED'
      WHEN coalesce(p.suspended_at IS NULL AND p.erased_at IS NULL, false) AND EXISTS (SELECT FROM membership m WHERE m.person_id = i.invited_by AND m.role = 'ADMINISTRATOR') THEN 'OPEN'
      ELSE 'INVITER_GONE' END AS state, coalesce(u.email_verified AND lower(u.email) = i.email, false) AS yours
  FROM invitation i LEFT JOIN record o ON o.id = i.organization_id LEFT JOIN person p ON p.id = i.invited_by LEFT JOIN person u ON u.id = ${userId}::uuid`;

/** What the link of an invitation is for, whether it works or not; null for one that there never was. Asking changes nothing. */
export async function readInvitation(reader: Reader, token: string, userId: string | null): Promise<InvitationShown | null> {
  const rows = await rowsOf(reader, sql<InvitationShown>`${shown(userId)} WHERE i.token_hash = ${hashToken(token)}`);
  return rows[0] ?? null;
}

/** The invitations that wait for a person, by their confirmed address, newest first; at most 20. */
export async function invitationsOf(reader: Reader, userId: string): Promise<InvitationShown[]> {
  return rowsOf(
    reader,
    sql<InvitationShown>`SELECT * FROM (${shown(userId)} WHERE i.accepted_at IS NULL AND i.withdrawn_at IS NULL ORDER BY i.created_at DESC, i.id DESC) s
    WHERE yours AND state = 'OPEN' LIMIT 20`,
  );
}
