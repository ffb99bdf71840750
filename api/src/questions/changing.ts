import { sql } from 'kysely';
import type { Trx } from '#prisma/database.ts';
import type { Audience } from '#prisma/generated/enums.ts';
import { isUuid } from '#prisma/uuid.ts';
import type { User } from '../accounts/user.ts';
import type { Context } from '../context.ts';
import { forbidden, refuse, type ValidationError } from '../errors.ts';
import { requiredText } from '../required-text.ts';
import { questionsAbout } from './policy.ts';
import { type PostRow, type QuestionRow, readPost, readQuestion, wordsOf } from './question.ts';

export const REASON_MAX = 1000;
const DAY = 86_400_000;
/** An account counts as new for so many days; it asks and answers less often within a day. */
const NEW_DAYS = 7;
const MOST = { ask: { known: 20, new: 3 }, answer: { known: 100, new: 10 }, report: { known: 20, new: 5 } };

/** What was written, and whether a table or list that came with it was put in another form. */
export type Written = { question: string; changed: boolean };
export type Writer = Context & { user: User };
export type Done<Result> = Promise<Result | ValidationError>;

export const mailsOf = ({ services }: Context) => services.accounts.settings;
const organizationsIn = (user: User) => [...new Set(user.memberships.flatMap(({ organizationName }) => organizationName ?? []))].join(', ');
export const signature = (user: User) => (organizationsIn(user) === '' ? user.name : `${user.name} (${organizationsIn(user)})`);
export const reasonFaults = (reason: string) => requiredText('reason', reason, 'MISSING', REASON_MAX);

/** Whether somebody wrote too much today; a new account sooner than one that is known. */
export async function tooMuch({ services: { db, accounts }, user }: Writer, what: keyof typeof MOST): Promise<ValidationError | null> {
  const { rows } = await sql<{
    fresh: boolean;
  }>`SELECT created_at > now() - make_interval(days => ${NEW_DAYS}) AS fresh FROM person WHERE id = ${user.id}::uuid`.execute(db);
  // On a demonstration every account is of today.
  const fresh = !user.demo && (rows[0]?.fresh ?? true);
  const most = MOST[what][fresh ? 'new' : 'known'];
  const wait = await accounts.attempts.within(`question-${what}`, user.id, most, DAY);
  if (wait === 0) return null;
  const hours = Math.ceil(wait / 3600);
  return fresh ? refuse('text', 'ASKED_MUCH_NEW', { count: most, days: NEW_DAYS, hours }) : refuse('text', 'ASKED_MUCH', { count: most, hours });
}

/** Brings up to date what follows from the posts of a question: its counts, whether it is hidden, the words it is found by. */
export async function settle(trx: Trx, id: string): Promise<void> {
  await sql`
    UPDATE question q SET answers = s.answers, helped = s.helped, hidden = s.hidden, words = strip(${wordsOf(sql`q.title || ' ' || s.text`)})
    FROM (SELECT count(*) FILTER (WHERE NOT asks AND hidden_at IS NULL) AS answers, count(*) FILTER (WHERE helped_at IS NOT NULL AND hidden_at IS NULL) AS helped,
        coalesce(bool_or(asks AND hidden_at IS NOT NULL), false) AS hidden, coalesce(string_agg(text, ' ' ORDER BY id) FILTER (WHERE hidden_at IS NULL), '') AS text
      FROM question_post WHERE question_id = ${id}::uuid) s WHERE q.id = ${id}::uuid`.execute(trx);
}

/** For whom a question is in effect: never for more than what it is about. @param record its audience */
const narrower = (audience: Audience, record: Audience | null): Audience =>
  audience === 'OWNERS' || record === 'OWNERS' ? 'OWNERS' : audience === 'UN_SYSTEM' || record === 'UN_SYSTEM' ? 'UN_SYSTEM' : 'PUBLIC';

/** A question that somebody sees, locked, so that those who change it wait for each other. */
export async function locked(trx: Trx, context: Writer, id: string): Promise<(QuestionRow & { effective: Audience }) | null> {
  if (!isUuid(id)) return null;
  await sql`SELECT FROM question WHERE id = ${id}::uuid FOR UPDATE`.execute(trx);
  const row = await readQuestion(trx, context, id);
  if (!row) return null;
  // Of an entry that was archived too: its address is not told any more, for whom it is still holds.
  const { rows } = await sql<{ audience: Audience | null }>`SELECT r.audience FROM ${questionsAbout} WHERE q.id = ${id}::uuid`.execute(trx);
  return { ...row, effective: narrower(row.audience, rows[0]?.audience ?? null) };
}
export const gone = () => refuse('question', 'QUESTION_GONE');

/** Changes a question that somebody keeps. @throws GraphQLError FORBIDDEN for everybody else who sees it */
export const keeping = <Result>(
  context: Writer,
  id: string,
  change: (trx: Trx, question: NonNullable<Awaited<ReturnType<typeof locked>>>) => Done<Result>,
): Done<Result> =>
  context.services.db.transaction().execute(async (trx) => {
    const question = await locked(trx, context, id);
    if (!question) return gone();
    if (!question.keeps) throw forbidden('ONLY_QUESTION_KEEPERS');
    return change(trx, question);
  });

/** Changes a post of a question that somebody sees. */
export const atPost = <Result>(
  context: Writer,
  id: string,
  change: (trx: Trx, found: { post: PostRow; question: QuestionRow }) => Done<Result>,
): Done<Result> =>
  context.services.db.transaction().execute(async (trx) => {
    const there = await readPost(trx, context, id);
    if (!there) return refuse('post', 'NO_POST');
    await sql`SELECT FROM question WHERE id = ${there.question.id}::uuid FOR UPDATE`.execute(trx);
    const found = await readPost(trx, context, id);
    return found ? change(trx, found) : refuse('post', 'NO_POST');
  });
