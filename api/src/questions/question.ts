import { type RawBuilder, sql } from 'kysely';
import { type FieldFault, fault } from '#i18n/fault.ts';
import type { Audience, QuestionState } from '#prisma/generated/enums.ts';
import { isUuid } from '#prisma/uuid.ts';
import { invalidInput } from '../errors.ts';
import { organizationsOf } from '../professionals/professional.ts';
import { pageSize } from '../records/list.ts';
import { withDoubles } from '../records/merged.ts';
import { type Reader, rowsOf } from '../records/query-batch.ts';
import { type Asker, keeps, moderates, questionsAbout, takesPart, visibleQuestions } from './policy.ts';

/** How far a question is: nobody answered, somebody did, something helped, no more answers are taken. */
const progresses = ['UNANSWERED', 'ANSWERED', 'HELPED', 'CLOSED'] as const;
export type Progress = (typeof progresses)[number];

type Organization = { shortName: string; slug: string };
/** Who wrote something. @property name null for readers outside the UN system, who see organizations alone */
export type Author = { name: string | null; organizations: Organization[] };
export type PostRow = {
  id: string;
  questionId: string;
  asks: boolean;
  /** Null where it is hidden from who asks. */
  text: string | null;
  author: Author;
  mine: boolean;
  createdAt: string;
  /** When its author changed it last. */
  editedAt: string | null;
  helpedAt: string | null;
  /** Whether who asked said that it helped; else those whose entry it is about. */
  helpedByAsker: boolean;
  fromTitle: string | null;
  hiddenAt: string | null;
  hiddenReason: string | null;
  /** Of what is hidden, for its author and those who moderate. */
  appeal: string | null;
  appealAnswer: string | null;
  /** Whether who asks hid it themself: somebody else answers the appeal. */
  hiddenByViewer: boolean;
  citations: string[];
  /** Why it should not stand there, as others say; for those who moderate. */
  reports: string[];
  reported: boolean;
  moderates: boolean;
  keeps: boolean;
};
export type QuestionRow = {
  id: string;
  title: string;
  language: string;
  audience: Audience;
  recordId: string | null;
  matrixQuestion: string | null;
  state: QuestionState;
  stateReason: string | null;
  progress: Progress;
  answers: number;
  helped: number;
  hidden: boolean;
  author: Author;
  createdAt: string;
  activeAt: string;
  mine: boolean;
  keeps: boolean;
  moderates: boolean;
  muted: boolean;
};

const moment = (column: string) => sql.raw(`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`);
const progress = sql<Progress>`CASE WHEN q.state = 'CLOSED' THEN 'CLOSED' WHEN q.helped > 0 THEN 'HELPED' WHEN q.answers > 0 THEN 'ANSWERED' ELSE 'UNANSWERED' END`;
const mine = ({ user }: Asker, column: string) => (user ? sql<boolean>`${sql.ref(column)} = ${user.id}::uuid` : sql<boolean>`false`);
/** Organizations are told to everybody who sees a text, names to the UN system; who was erased has neither. */
const author = ({ viewer }: Asker, person: string) => sql`
  (SELECT json_build_object('name', CASE WHEN ${viewer.unSystem} THEN w.name END, 'organizations', ${organizationsOf(sql`w.id`)}) FROM person w WHERE w.id = ${sql.ref(person)})`;

/** The columns of a question on `questionsAbout`. */
const questionColumns = (asker: Asker) => sql`
  q.id, q.title, q.language, q.audience, CASE WHEN r.archived_at IS NULL THEN r.id END AS "recordId", q.matrix_question AS "matrixQuestion", q.state, q.state_reason AS "stateReason",
  ${progress} AS progress, q.answers, q.helped, q.hidden, ${author(asker, 'q.person_id')} AS author, ${moment('q.created_at')} AS "createdAt", ${moment('q.active_at')} AS "activeAt",
  ${mine(asker, 'q.person_id')} AS mine, (${takesPart(asker)} AND ${keeps(asker.user)}) AS keeps, ${moderates(asker.user)} AS moderates,
  ${asker.user ? sql`EXISTS (SELECT FROM question_mute mu WHERE mu.question_id = q.id AND mu.person_id = ${asker.user.id}::uuid)` : sql`false`} AS muted`;

/** The columns of a post `t` of a question on `questionsAbout`. */
function postColumns(asker: Asker) {
  const open = sql`(t.hidden_at IS NULL OR ${mine(asker, 't.person_id')} OR ${moderates(asker.user)})`;
  const own = sql`(${mine(asker, 't.person_id')} OR ${moderates(asker.user)})`;
  return sql`
    t.id, t.question_id AS "questionId", t.asks, CASE WHEN ${open} THEN t.text END AS text, ${author(asker, 't.person_id')} AS author, ${mine(asker, 't.person_id')} AS mine,
    ${moment('t.created_at')} AS "createdAt", ${moment('t.edited_at')} AS "editedAt", ${moment('t.helped_at')} AS "helpedAt", coalesce(t.helped_by = q.person_id, false) AS "helpedByAsker",
    t.from_title AS "fromTitle", ${moment('t.hidden_at')} AS "hiddenAt", t.hidden_reason AS "hiddenReason",
    CASE WHEN ${own} THEN t.appeal END AS appeal, CASE WHEN ${own} THEN t.appeal_answer END AS "appealAnswer", coalesce(${mine(asker, 't.hidden_by')}, false) AS "hiddenByViewer",
    CASE WHEN ${open} THEN (SELECT coalesce(array_agg(c.record_id::text ORDER BY c.position, c.record_id), '{}') FROM question_citation c WHERE c.post_id = t.id) ELSE '{}' END AS citations,
    CASE WHEN ${moderates(asker.user)} THEN (SELECT coalesce(array_agg(x.reason ORDER BY x.created_at, x.person_id), '{}') FROM question_report x WHERE x.post_id = t.id AND x.settled_at IS NULL) ELSE '{}' END AS reports,
    ${asker.user ? sql`EXISTS (SELECT FROM question_report x WHERE x.post_id = t.id AND x.person_id = ${asker.user.id}::uuid)` : sql`false`} AS reported,
    ${moderates(asker.user)} AS moderates, (${takesPart(asker)} AND ${keeps(asker.user)}) AS keeps`;
}

/** A question that somebody sees; null for every other. */
export async function readQuestion(reader: Reader, asker: Asker, id: string): Promise<QuestionRow | null> {
  if (!isUuid(id)) return null;
  const rows = await rowsOf(
    reader,
    sql<QuestionRow>`SELECT ${questionColumns(asker)} FROM ${questionsAbout} WHERE q.id = ${id}::uuid AND ${visibleQuestions(asker)}`,
  );
  return rows[0] ?? null;
}

/** The question into which another was merged, as far as both are seen; null where it was not. */
export async function mergedInto(reader: Reader, asker: Asker, id: string): Promise<string | null> {
  if (!isUuid(id)) return null;
  const rows = await rowsOf(
    reader,
    sql<{ id: string }>`
      WITH RECURSIVE way (id, next, steps) AS (
        SELECT g.id, g.merged_into, 0 FROM question g WHERE g.id = ${id}::uuid AND g.state = 'MERGED'
        UNION ALL SELECT g.id, g.merged_into, w.steps + 1 FROM way w JOIN question g ON g.id = w.next WHERE w.steps < 20)
      SELECT q.id FROM ${questionsAbout} WHERE q.id IN (SELECT w.id FROM way w WHERE w.next IS NULL) AND ${visibleQuestions(asker)}`,
  );
  return rows[0]?.id ?? null;
}

export type PostList = { rows: (PostRow & { cursor: string })[]; hasNextPage: boolean; totalCount: number };
const encode = (key: unknown[]) => Buffer.from(JSON.stringify(key)).toString('base64url');
function decode<Key extends unknown[]>(text: string, is: (key: unknown[]) => key is Key): Key | FieldFault {
  try {
    const key = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as unknown[];
    if (Array.isArray(key) && is(key)) return key;
  } catch {
    // falls through to the message below
  }
  return fault('after', 'CURSOR');
}
const isPlace = (key: unknown[]): key is [boolean, string] => typeof key[0] === 'boolean' && typeof key[1] === 'string' && isUuid(key[1]);

/**
 * A page of the posts of a question that somebody sees: its text alone, or its answers, those that helped first, then the oldest first. Nothing of
 * a question that they do not see.
 */
export async function readPosts(
  reader: Reader,
  asker: Asker,
  id: string,
  { asks, first, after }: { asks: boolean; first?: number | null; after?: string | null },
): Promise<PostList> {
  const faults: FieldFault[] = [];
  const size = pageSize(first, faults);
  const start = after ? decode(after, isPlace) : null;
  if (start && 'code' in start) faults.push(start);
  if (faults.length > 0) throw invalidInput(faults);
  if (!isUuid(id)) return { rows: [], hasNextPage: false, totalCount: 0 };
  const from = sql`${questionsAbout} JOIN question_post t ON t.question_id = q.id AND t.asks = ${asks} WHERE q.id = ${id}::uuid AND ${visibleQuestions(asker)}`;
  const seek = start && !('code' in start) ? sql`AND (t.helped_at IS NULL, t.id) > (${start[0]}::boolean, ${start[1]}::uuid)` : sql``;
  const [row] = await rowsOf(
    reader,
    sql<{ total: number; rows: PostRow[] }>`
      SELECT (SELECT count(*)::int FROM ${from}) AS total,
        (SELECT coalesce(json_agg(x ORDER BY x."helpedAt" IS NULL, x.id), '[]') FROM (SELECT ${postColumns(asker)} FROM ${from} ${seek} ORDER BY t.helped_at IS NULL, t.id LIMIT ${size + 1}) x) AS rows`,
  );
  const { rows = [], total = 0 } = row ?? {};
  return {
    rows: rows.slice(0, size).map((post) => ({ ...post, cursor: encode([post.helpedAt === null, post.id]) })),
    hasNextPage: rows.length > size,
    totalCount: total,
  };
}

/** One post of a question that somebody sees, with the question. */
export async function readPost(reader: Reader, asker: Asker, id: string): Promise<{ post: PostRow; question: QuestionRow } | null> {
  if (!isUuid(id)) return null;
  const [row] = await rowsOf(
    reader,
    sql<{ post: PostRow; question: QuestionRow }>`
      SELECT (SELECT row_to_json(x) FROM (SELECT ${postColumns(asker)}) x) AS post, (SELECT row_to_json(y) FROM (SELECT ${questionColumns(asker)}) y) AS question
      FROM ${questionsAbout} JOIN question_post t ON t.question_id = q.id WHERE t.id = ${id}::uuid AND ${visibleQuestions(asker)}`,
  );
  return row ?? null;
}

/** What stands in a file of a thread. */
export type ThreadText = { asks: boolean; text: string; author: Author; createdAt: string; editedAt: string | null; helped: boolean };

/** The texts of some questions that somebody was shown, those that are hidden left out, by question: one statement. */
export async function readThreads(reader: Reader, asker: Asker, ids: readonly string[]): Promise<Map<string, ThreadText[]>> {
  const rows = await rowsOf(
    reader,
    sql<{ id: string; texts: ThreadText[] }>`
      SELECT q.id, (SELECT coalesce(json_agg(json_build_object('asks', t.asks, 'text', t.text, 'author', ${author(asker, 't.person_id')}, 'createdAt', ${moment('t.created_at')},
          'editedAt', ${moment('t.edited_at')}, 'helped', t.helped_at IS NOT NULL) ORDER BY NOT t.asks, t.id), '[]') FROM question_post t WHERE t.question_id = q.id AND t.hidden_at IS NULL) AS texts
      FROM ${questionsAbout} WHERE q.id = ANY (${[...ids]}::uuid[]) AND ${visibleQuestions(asker)}`,
  );
  return new Map(rows.map(({ id, texts }) => [id, texts]));
}

/** @property about ids of records; @property matrix ids of questions of the matrix */
export type QuestionFilter = {
  text?: string | null;
  progress?: readonly Progress[] | null;
  about?: { records: readonly string[]; matrix: readonly string[] } | null;
  /** Only those that who asks has asked or answered. */
  own?: boolean | null;
  /** Only those with reports that wait, for those who moderate. */
  reported?: boolean | null;
  /** Only those in which somebody wrote after this moment (ISO 8601). */
  since?: string | null;
};
export type QuestionList = {
  rows: (QuestionRow & { cursor: string })[];
  hasNextPage: boolean;
  totalCount: number;
  progress: { value: Progress; count: number }[];
};
const TEXT_MAX = 200;

/** What a question is found by, as the words of the search are. */
export const wordsOf = (text: RawBuilder<unknown>) => sql`to_tsvector('public.search_words', search_segment(search_fold(left(${text}, 400000)), true))`;
const query = (text: string) => sql`websearch_to_tsquery('public.search_words', search_segment(search_fold(${text}), false))`;

const matching = ({ viewer, user }: Asker, { text, about, own, reported, since }: QuestionFilter) =>
  sql.join(
    [
      visibleQuestions({ viewer, user }),
      text?.trim() ? sql`q.words @@ ${query(text.trim())}` : sql`true`,
      about ? sql`(q.record_id = ANY (${withDoubles(about.records)}) OR q.matrix_question = ANY (${[...about.matrix]}::text[]))` : sql`true`,
      own && user
        ? sql`(q.person_id = ${user.id}::uuid OR EXISTS (SELECT FROM question_post o WHERE o.question_id = q.id AND o.person_id = ${user.id}::uuid))`
        : sql`true`,
      reported
        ? sql`${moderates(user)} AND EXISTS (SELECT FROM question_post o LEFT JOIN question_report x ON x.post_id = o.id AND x.settled_at IS NULL WHERE o.question_id = q.id AND (x.post_id IS NOT NULL OR (o.hidden_at IS NOT NULL AND o.appeal IS NOT NULL AND o.appeal_answer IS NULL)))`
        : sql`true`,
      since ? sql`q.active_at > ${since}::timestamptz` : sql`true`,
    ],
    sql` AND `,
  );
const isTimed = (key: unknown[]): key is [string, string] =>
  typeof key[0] === 'string' && !Number.isNaN(Date.parse(key[0])) && typeof key[1] === 'string' && isUuid(key[1]);

/**
 * A page of the questions that somebody sees, what was written in last first, with the total and how far they are, in one statement.
 * @throws GraphQLError BAD_USER_INPUT for a filter, page size or cursor that cannot be
 */
export async function listQuestions(
  reader: Reader,
  asker: Asker,
  { filter, first, after }: { filter?: QuestionFilter | null; first?: number | null; after?: string | null },
): Promise<QuestionList> {
  const asked = filter ?? {};
  const faults: FieldFault[] = [];
  if ((asked.text?.length ?? 0) > TEXT_MAX) faults.push(fault('filter.text', 'QUERY', { max: TEXT_MAX, given: asked.text?.length ?? 0 }));
  const size = pageSize(first, faults);
  const start = after ? decode(after, isTimed) : null;
  if (start && 'code' in start) faults.push(start);
  if (faults.length > 0) throw invalidInput(faults);
  const chosen = asked.progress?.length ? sql`${progress} = ANY (${[...asked.progress]}::text[])` : sql`true`;
  const from = sql`${questionsAbout} WHERE ${matching(asker, asked)}`;
  const seek = start && !('code' in start) ? sql`AND (q.active_at, q.id) < (${start[0]}::timestamptz, ${start[1]}::uuid)` : sql``;
  const [row] = await rowsOf(
    reader,
    sql<{ total: number; progress: { value: Progress; count: number }[]; rows: (QuestionRow & { key: string })[] }>`
      SELECT (SELECT count(*)::int FROM ${from} AND ${chosen}) AS total,
        (SELECT coalesce(json_agg(c), '[]') FROM (SELECT ${progress} AS value, count(*)::int AS count FROM ${from} GROUP BY 1) c) AS progress,
        (SELECT coalesce(json_agg(x ORDER BY x.key DESC, x.id DESC), '[]') FROM (
          SELECT ${questionColumns(asker)}, to_char(q.active_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS key FROM ${from} AND ${chosen} ${seek} ORDER BY q.active_at DESC, q.id DESC LIMIT ${size + 1}) x) AS rows`,
  );
  const { rows = [], total = 0, progress: counts = [] } = row ?? {};
  return {
    rows: rows.slice(0, size).map(({ key, ...one }) => ({ ...one, cursor: encode([key, one.id]) })),
    hasNextPage: rows.length > size,
    totalCount: total,
    progress: progresses.flatMap((value) => counts.filter((one) => one.value === value)),
  };
}

/** Beside an entry: so many of its questions, those that somebody wrote in last, and how many there are. */
const BESIDE = 5;
export type Beside = { totalCount: number; rows: QuestionRow[] };

/** The questions about each of several records that somebody was shown, in one statement. */
export async function questionsBeside(reader: Reader, asker: Asker, ids: readonly string[]): Promise<Beside[]> {
  const rows = await rowsOf(
    reader,
    sql<QuestionRow & { asked: string; total: number }>`
      SELECT * FROM (
        SELECT r.id AS asked, count(*) OVER (PARTITION BY r.id)::int AS total, row_number() OVER (PARTITION BY r.id ORDER BY q.active_at DESC, q.id DESC) AS place, ${questionColumns(asker)}
        FROM ${questionsAbout} WHERE q.record_id = ANY (${withDoubles(ids)}) AND ${visibleQuestions(asker)}) z
      WHERE z.place <= ${sql.lit(BESIDE)} ORDER BY z.asked, z.place`,
  );
  const by = Map.groupBy(rows, ({ asked }) => asked);
  return ids.map((id) => ({ totalCount: by.get(id)?.[0]?.total ?? 0, rows: by.get(id) ?? [] }));
}

/** What is said of a lesson that came from a question, to those who see the question. */
export type Credit = { questionId: string; title: string; asked: Author; answered: Author[] };

/** Of lessons that somebody was shown: the question each came from, in one statement. */
export async function creditsOf(reader: Reader, asker: Asker, ids: readonly string[]): Promise<(Credit | null)[]> {
  const rows = await rowsOf(
    reader,
    sql<Credit & { lesson: string }>`
      SELECT DISTINCT ON (d.record_id) d.record_id AS lesson, q.id AS "questionId", q.title, ${author(asker, 'q.person_id')} AS asked,
        (SELECT coalesce(json_agg(w.author ORDER BY w.first), '[]') FROM (SELECT (${author(asker, 't.person_id')})::jsonb AS author, min(t.id::text) AS first FROM question_post t WHERE t.question_id = q.id AND t.helped_at IS NOT NULL AND t.hidden_at IS NULL GROUP BY t.person_id) w) AS answered
      FROM ${questionsAbout} JOIN question_lesson l ON l.question_id = q.id JOIN draft d ON d.id = l.draft_id AND d.state = 'LIVE'
      WHERE d.record_id = ANY (${[...ids]}::uuid[]) AND ${visibleQuestions(asker)} ORDER BY d.record_id, q.id`,
  );
  const by = new Map(rows.map((row) => [row.lesson, row]));
  return ids.map((id) => by.get(id) ?? null);
}
