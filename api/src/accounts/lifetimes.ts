import { sql } from 'kysely';
import type { Database } from '#prisma/database.ts';
import type { Lifetimes } from '../env.ts';
import { type Reader, rowsOf } from '../records/query-batch.ts';
import { userColumns } from './memberships.ts';
import { privilegedRoles, type User } from './user.ts';

export type SessionEnd = 'INACTIVE' | 'TOTAL';
/** What is known of a session that is looked up. */
export type SessionState = {
  /** Why it holds no more; null while it holds. */
  ended: SessionEnd | null;
  /** Whether this very look found it over. */
  endedNow: boolean;
  secondFactor: boolean;
  provedAt: Date;
  seenAt: Date;
  /** Whose it is, with the roles in force; null for who is suspended or erased. */
  person: User | null;
};

type Looked = { ended: SessionEnd | null; before: SessionEnd | null; secondFactor: boolean; provedAt: Date; seenAt: Date; unseen: boolean };
const stateColumns =
  sql.raw(`s.second_factor_at IS NOT NULL AS "secondFactor", s.proved_at AS "provedAt", s.seen_at AS "seenAt", s.seen_at < now() - interval '1 minute' AS unseen,
      coalesce(s.ended, CASE WHEN s.created_at <= now() - make_interval(secs => l.total) THEN 'TOTAL'::session_end WHEN s.seen_at <= now() - make_interval(secs => l.inactive) THEN 'INACTIVE'::session_end END) AS ended`);
/** Sessions `s` with their person `p`, and how long they hold by the roles that the person has now. */
const sessionsHeld = ({ privileged, others }: Lifetimes) => sql`session s JOIN person p ON p.id = s.user_id,
      LATERAL (SELECT NOT p.demo AND EXISTS (SELECT FROM membership m WHERE m.person_id = p.id AND m.role::text = ANY(${[...privilegedRoles]})) AS privileged) r,
      LATERAL (SELECT CASE WHEN r.privileged THEN ${privileged.inactive}::int ELSE ${others.inactive}::int END AS inactive, CASE WHEN r.privileged THEN ${privileged.total}::int ELSE ${others.total}::int END AS total) l`;

/** A browser in which somebody is signed in. */
export type HeldSession = { id: string; createdAt: Date; seenAt: Date; secondFactor: boolean; userAgent: string };
/** The sessions of a person that hold, newest first, read where the request reads. */
export const sessionsOf = async (reader: Reader, personId: string, lifetimes: Lifetimes): Promise<HeldSession[]> =>
  rowsOf(
    reader,
    sql<HeldSession>`SELECT x.id, x."createdAt", x."seenAt", x."secondFactor", x."userAgent" FROM (
      SELECT s.id, s.created_at AS "createdAt", coalesce(s.user_agent, '') AS "userAgent", ${stateColumns} FROM ${sessionsHeld(lifetimes)}
      WHERE s.user_id = ${personId}::uuid AND s.expires_at > now()) x WHERE x.ended IS NULL ORDER BY x."createdAt" DESC, x.id`,
  );

/** Whether a session still holds, by the roles that its person has now; null where there is none. Changes nothing. */
export async function lookAt(db: Database, id: string, lifetimes: Lifetimes): Promise<(SessionState & { unseen: boolean }) | null> {
  const { rows } = await sql<Looked & { person: User | null }>`
    SELECT s.id, s.ended AS before, (SELECT row_to_json(u) FROM (SELECT ${userColumns} WHERE p.suspended_at IS NULL AND p.erased_at IS NULL) u) AS person, ${stateColumns}
    FROM ${sessionsHeld(lifetimes)} WHERE s.id = ${id}::uuid`.execute(db);
  const row = rows[0];
  return row ? { ...row, endedNow: row.ended !== null && row.before === null } : null;
}
/**
 * Looks at a session that is used, and notes that it was (to the minute). One that was left alone too long, or is too old,
 * ends for good, whatever roles the person has later.
 * @returns null where there is no such session
 */
export async function takeSession(db: Database, id: string, lifetimes: Lifetimes): Promise<SessionState | null> {
  const state = await lookAt(db, id, lifetimes);
  if (state?.endedNow) await sql`UPDATE session SET ended = ${state.ended}::session_end WHERE id = ${id}::uuid AND ended IS NULL`.execute(db);
  else if (state && !state.ended && state.unseen) await sql`UPDATE session SET seen_at = now() WHERE id = ${id}::uuid AND ended IS NULL`.execute(db);
  return state;
}
