import { sql } from 'kysely';
import type { Trx } from '#prisma/database.ts';
import type { User } from '../accounts/user.ts';
import { type ValidationError, refuse } from '../errors.ts';

/**
 * The answer to whoever archives a record that is archived: the same person with the same reason repeats a request; every
 * other is told who did it and why, for only one reason is kept.
 */
export async function archivedAlready(trx: Trx, user: User, row: { id: string }, slug: string, reason: string): Promise<string | ValidationError> {
  const { rows } = await sql<{ day: string; reason: string | null; by: string | null; name: string | null }>`
    SELECT to_char(r.archived_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, r.archived_reason AS reason, l.by, p.name
    FROM record r
    LEFT JOIN LATERAL (SELECT e.body::jsonb->>'by' AS by FROM log_entry e WHERE e.kind = 'RECORD_ARCHIVED' AND e.body::jsonb->>'record' = r.id::text ORDER BY e.sequence DESC LIMIT 1) l ON true
    LEFT JOIN person p ON p.pseudonym::text = l.by AND p.erased_at IS NULL
    WHERE r.id = ${row.id}::uuid`.execute(trx);
  const before = rows[0];
  if (!before || (before.by === user.pseudonym && before.reason === reason)) return slug;
  const said = { day: before.day, reason: before.reason ?? '' };
  return before.name ? refuse('reason', 'ARCHIVED_ALREADY_BY', { ...said, person: before.name }) : refuse('reason', 'ARCHIVED_ALREADY', said);
}
