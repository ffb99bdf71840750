import { sql } from 'kysely';
import type { Database } from '#prisma/database.ts';
import { type User, viewerOf } from '../accounts/user.ts';
import { refuse, type ValidationError } from '../errors.ts';
import { visibleRecords } from '../records/policy.ts';
import { type Reader, rowsOf } from '../records/query-batch.ts';

/** Who never said what they have seen is shown so many days. */
const DAYS = 14;
/** So many entries are shown, those that the person follows and the latest first. */
const SHOWN = 50;

export type NewsItem = { record: string; added: boolean; at: string; why: string[] };
export type News = {
  since: string;
  /** Whether the person said so; else it is some days ago. */
  marked: boolean;
  /** The last entry of the log of which this knows. */
  upTo: string;
  count: number;
  items: NewsItem[];
};

/**
 * Entries that a person sees and that are new or changed since they last said that they have seen what is new, in one statement; with why they
 * might care, where they follow them. Left out is what they wrote themselves, and what
 * the loader of the library wrote anew; at first also what it loaded.
 */
export async function readNews(reader: Reader, user: User): Promise<News> {
  const viewer = viewerOf(user);
  const [row] = await rowsOf(
    reader,
    sql<News>`
      WITH mark AS (SELECT m.until, m.at FROM visit_mark m WHERE m.person_id = ${user.id}::uuid),
      start AS MATERIALIZED (SELECT coalesce((SELECT until FROM mark), (SELECT l.sequence FROM log_entry l WHERE l.created_at < now() - make_interval(days => ${DAYS}) ORDER BY l.sequence DESC LIMIT 1), 0) AS until),
      changes AS (
        SELECT (l.body::jsonb->>'record')::uuid AS record, max(l.sequence) AS sequence, max(l.created_at) AS at, bool_or((l.body::jsonb->>'number')::int = 1) AS added
        FROM log_entry l WHERE l.sequence > (SELECT until FROM start) AND l.kind = 'RECORD_PUBLISHED'
          AND (l.body::jsonb->>'author' IS NOT NULL OR ((l.body::jsonb->>'number')::int = 1 AND EXISTS (SELECT FROM mark))) AND coalesce(l.body::jsonb->>'author', '') <> ${user.pseudonym ?? ''}
        GROUP BY 1),
      seen AS MATERIALIZED (SELECT c.*, r.position FROM changes c JOIN record r ON r.id = c.record WHERE ${visibleRecords(viewer)}),
      reasons AS (
        SELECT s.record, array_agg(DISTINCT coalesce(nullif(f.name, ''), w_record.content->>'shortName', w_record.title)) AS why
        FROM follow f JOIN watch w ON w.id = f.watch_id LEFT JOIN record w_record ON w_record.id = w.record_id AND ${visibleRecords(viewer, 'w_record')}
        JOIN watch_hit h ON h.watch_id = w.id AND h.sequence > (SELECT until FROM start) JOIN seen s ON s.record = h.record_id
        WHERE f.person_id = ${user.id}::uuid AND NOT f.paused AND (w.record_id IS NULL OR w_record.id IS NOT NULL) GROUP BY s.record)
      SELECT coalesce((SELECT at FROM mark), now() - make_interval(days => ${DAYS})) AS since, EXISTS (SELECT FROM mark) AS marked,
        coalesce((SELECT max(sequence) FROM log_entry), 0)::text AS "upTo", (SELECT count(*)::int FROM seen) AS count,
        (SELECT coalesce(json_agg(x), '[]') FROM (
          SELECT s.record, s.added, s.at, coalesce(y.why, '{}') AS why FROM seen s LEFT JOIN reasons y USING (record)
          ORDER BY y.record IS NULL, s.sequence DESC, s.position LIMIT ${SHOWN}) x) AS items`,
  );
  if (!row) throw new Error('What is new could not be read.');
  return { ...row, since: new Date(row.since).toISOString() };
}

/** Notes up to where a person has seen what is new: never beyond what there is. */
export async function markSeen(db: Database, user: User, upTo: string): Promise<ValidationError | null> {
  if (!/^\d{1,18}$/.test(upTo)) return refuse('upTo', 'CURSOR');
  await sql`
    INSERT INTO visit_mark (person_id, until) SELECT ${user.id}::uuid, least(${upTo}::bigint, coalesce(max(sequence), 0)) FROM log_entry
    ON CONFLICT (person_id) DO UPDATE SET until = greatest(visit_mark.until, excluded.until), at = now()`.execute(db);
  return null;
}

/** Forgets when a person was here. */
export async function forgetVisit(db: Database, user: User): Promise<void> {
  await db.deleteFrom('visitMark').where('personId', '=', user.id).execute();
}
