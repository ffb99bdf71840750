import { sql } from 'kysely';
import { canOversee } from '../accounts/policy.ts';
import { type User, viewerOf } from '../accounts/user.ts';
import { canContribute } from '../contributions/policy.ts';
import { visibleRecords } from '../records/policy.ts';
import { type Reader, rowsOf } from '../records/query-batch.ts';
import { WORDS_DAYS } from './tally.ts';

/** Over so many days sums are made; smaller ones than this are not shown. */
export const SUM_DAYS = 30;
export const LEAST = 5;
const SHOWN = 20;

export type Reuse = { record: string; total: number; cites: number; answers: number; lists: number };
export type Sums = {
  searches: number;
  nothing: number;
  words: { words: string; days: number; lastOn: string }[];
  read: { record: string; reads: number }[];
  reused: Reuse[];
};

/** Who sees what is sought: those who write entries, and those who oversee the library. */
export const seesSought = (user: User | null): boolean => canContribute(user) || canOversee(user);

/** What was sought, read and reused in the last thirty days, in one statement. What somebody keeps for themself alone counts for nothing. */
export async function readSums(reader: Reader, user: User): Promise<Sums> {
  const viewer = viewerOf(user);
  const since = sql`CURRENT_DATE - ${SUM_DAYS}::int`;
  const [row] = await rowsOf(
    reader,
    sql<Sums>`
      SELECT (SELECT coalesce(sum(searches), 0)::int FROM sought_day WHERE on_day > ${since}) AS searches, (SELECT coalesce(sum(nothing), 0)::int FROM sought_day WHERE on_day > ${since}) AS nothing,
        (SELECT coalesce(json_agg(x), '[]') FROM (SELECT words, days, last_on::text AS "lastOn" FROM sought_words WHERE words IS NOT NULL AND days >= ${WORDS_DAYS} ORDER BY days DESC, last_on DESC, words LIMIT ${SHOWN}) x) AS words,
        (SELECT coalesce(json_agg(x), '[]') FROM (
          SELECT d.record_id AS record, sum(d.reads)::int AS reads FROM read_day d JOIN record r ON r.id = d.record_id WHERE d.on_day > ${since} AND ${visibleRecords(viewer)}
          GROUP BY d.record_id HAVING sum(d.reads) >= ${LEAST} ORDER BY 2 DESC, 1 LIMIT ${SHOWN}) x) AS read,
        (SELECT coalesce(json_agg(x), '[]') FROM (
          SELECT u.record, sum(u.cites + u.answers + u.lists)::int AS total, sum(u.cites)::int AS cites, sum(u.answers)::int AS answers, sum(u.lists)::int AS lists
          FROM (
            SELECT d.record_id AS record, d.cites, 0 AS answers, 0 AS lists FROM read_day d WHERE d.on_day > ${since} AND d.cites > 0
            UNION ALL SELECT c.record_id, 0, 1, 0 FROM question_citation c JOIN question_post t ON t.id = c.post_id WHERE t.created_at > ${since} AND t.hidden_at IS NULL
            UNION ALL SELECT i.record_id, 0, 0, 1 FROM shortlist_item i JOIN shortlist s ON s.id = i.shortlist_id WHERE i.added_at > ${since} AND s.sharing <> 'PRIVATE') u
          JOIN record r ON r.id = u.record AND r.kind = 'LESSON' AND r.audience = 'PUBLIC' AND ${visibleRecords(viewer)}
          GROUP BY u.record HAVING sum(u.cites + u.answers + u.lists) >= ${LEAST} ORDER BY 2 DESC, 1 LIMIT ${SHOWN}) x) AS reused`,
  );
  if (!row) throw new Error('What is sought could not be read.');
  return row;
}
