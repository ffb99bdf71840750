import { sql } from 'kysely';
import { mailText } from '#i18n/mail.ts';
import { WHOLE_DOCUMENT } from '#prisma/content/shared.ts';
import type { RecordKind } from '#prisma/generated/enums.ts';
import { hashOf } from '#prisma/hash.ts';
import type { User } from '../accounts/user.ts';
import type { Context } from '../context.ts';
import { canContribute } from '../contributions/policy.ts';
import { saveDraft } from '../contributions/write.ts';
import { forbidden, refuse, ValidationError } from '../errors.ts';
import { recordsOf } from '../records/load.ts';
import { questionAddress, tell } from './mails.ts';
import { type Author, type PostRow, type QuestionRow, readPosts, readQuestion } from './question.ts';

/** So many answers that helped go into a lesson. */
const ANSWERS = 20;
/** Under which name a lesson has what an answer rests on. */
const fields: Partial<Record<RecordKind, string>> = {
  PROJECT: 'projects',
  RISK: 'risks',
  MITIGATION: 'mitigations',
  STANDARD: 'standards',
  RECOMMENDATION: 'recommendations',
};
const organizationsOf = (authors: readonly Author[]) => [...new Set(authors.flatMap(({ organizations }) => organizations.map(({ shortName }) => shortName)))];

/**
 * Begins a draft of a lesson from a question and the answers that helped: what was asked is where it comes from, what was answered is what
 * happened, the entries that the answers rest on are what it bears on, and the question is its source. It is for those whom the question is for, until its writer chooses
 * otherwise. The same is begun once. Those who answered are told.
 * @returns the id of the draft
 * @throws GraphQLError FORBIDDEN for who does not write entries
 */
export async function lessonFrom(context: Context & { user: User }, id: string): Promise<string | ValidationError> {
  const { services, user } = context;
  if (!canContribute(user)) throw forbidden('ONLY_WRITERS');
  const question = await readQuestion(services.db, context, id);
  if (!question) return refuse('question', 'QUESTION_GONE');
  const { rows: asked } = await readPosts(services.db, context, id, { asks: true });
  const answers = (await readPosts(services.db, context, id, { asks: false, first: ANSWERS })).rows.filter(({ helpedAt, hiddenAt }) => helpedAt && !hiddenAt);
  if (answers.length === 0 || question.hidden) return refuse('question', 'NOTHING_HELPED');
  const { baseUrl } = services.accounts.settings;
  const { content, sources } = await drafted(context, question, asked[0]?.text ?? '', answers, questionAddress(baseUrl, question.id));
  const draft = await saveDraft(context, user, { kind: 'LESSON', content, sources, key: `question-${hashOf({ content, sources }).slice(0, 64)}` });
  if (draft instanceof ValidationError) return draft;
  if (!('state' in draft)) return refuse('question', 'QUESTION_GONE');
  await services.db.transaction().execute(async (trx) => {
    const { rows } =
      await sql`INSERT INTO question_lesson (question_id, draft_id) VALUES (${question.id}::uuid, ${draft.id}::uuid) ON CONFLICT DO NOTHING RETURNING 1`.execute(
        trx,
      );
    if (rows.length === 0) return;
    await tell(trx, { baseUrl, secret: services.accounts.settings.secret }, 'THREAD', {
      question: question.id,
      event: `lesson:${draft.id}`,
      but: [user.id],
      subject: mailText('questionLessonSubject', { title: question.title }),
      text: mailText('questionLesson', { name: user.name, title: question.title }),
    });
  });
  return draft.id;
}

async function drafted({ services, viewer }: Context, question: QuestionRow, asked: string, answers: readonly PostRow[], address: string) {
  const ids = [...new Set([...(question.recordId ? [question.recordId] : []), ...answers.flatMap(({ citations }) => citations)])];
  const records = (await recordsOf(services.db, viewer, ids)).flatMap((record) => record ?? []);
  const named = Object.groupBy(
    records.flatMap(({ kind, slug }) => (fields[kind] ? [{ field: fields[kind], slug }] : [])),
    ({ field }) => field,
  );
  const authors = [question.author, ...answers.map(({ author }) => author)];
  const day = new Date().toISOString().slice(0, 10);
  const source = {
    slug: `question-${question.id}`,
    title: `${question.title} (a question and its answers in this library)`.slice(0, 300),
    author: organizationsOf(authors).join(', ') || 'People of the United Nations system',
    date: day,
    address,
    summary: 'A question that people of the United Nations system asked each other here, with the answers that helped.',
    language: question.language,
  };
  const said = (text: string) => ({ text, cite: [{ source: source.slug, place: WHOLE_DOCUMENT }], certainty: 'STATED', asAt: day });
  return {
    sources: [source],
    content: {
      kind: 'LESSON',
      title: question.title,
      language: question.language,
      audience: question.audience,
      context: said(asked),
      whatHappened: said(answers.map(({ text }) => text ?? '').join('\n\n')),
      organizations: organizationsOf(answers.map(({ author }) => author)),
      ...Object.fromEntries(Object.entries(named).map(([field, some]) => [field, (some ?? []).map(({ slug }) => slug)])),
      ...(question.matrixQuestion ? { questions: [question.matrixQuestion] } : {}),
    },
  };
}
