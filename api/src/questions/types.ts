import { builder } from '../builder.ts';
import { batch } from '../records/batch.ts';
import { PageInfo } from '../records/connection.ts';
import { AudienceEnum, RecordInterface } from '../records/record.ts';
import { LessonType } from '../records/types.ts';
import { SearchConnection } from '../search/types.ts';
import { helpersOfQuestions } from '../professionals/helpers.ts';
import { helpersFor, HelperType } from '../professionals/types.ts';
import {
  type Author,
  type Beside,
  type Credit,
  creditsOf,
  listQuestions,
  type PostList,
  type PostRow,
  type Progress,
  type QuestionList,
  type QuestionRow,
  questionsBeside,
} from './question.ts';

export const ProgressEnum = builder.enumType('QuestionProgress', {
  description: 'How far a question is.',
  values: {
    UNANSWERED: { description: 'Nobody answered yet.' },
    ANSWERED: { description: 'Somebody answered.' },
    HELPED: { description: 'An answer helped.' },
    CLOSED: { description: 'No more answers are taken; the reason says why.' },
  } satisfies Record<Progress, object>,
});
const Organization = builder.objectRef<Author['organizations'][number]>('QuestionOrganization').implement({
  description: 'An organization in which an author has a role today.',
  fields: (t) => ({ shortName: t.exposeString('shortName'), url: t.string({ resolve: ({ slug }) => `/organizations/${slug}` }) }),
});
const AuthorType = builder.objectRef<Author>('QuestionAuthor').implement({
  description: 'Who wrote something.',
  fields: (t) => ({
    name: t.exposeString('name', { nullable: true, description: 'For people of the UN system alone.' }),
    organizations: t.field({ type: [Organization], resolve: ({ organizations }) => organizations }),
  }),
});

export const QuestionType = builder.objectRef<QuestionRow>('Question').implement({
  description: 'A question that people ask each other, for those whom its asker chose.',
  fields: (t) => ({
    id: t.exposeID('id'),
    url: t.string({ resolve: ({ id }) => `/questions/${id}` }),
    title: t.exposeString('title'),
    language: t.exposeString('language', { description: 'In which it is written (BCP 47).' }),
    audience: t.expose('audience', { type: AudienceEnum }),
    author: t.field({ type: AuthorType, resolve: ({ author }) => author }),
    about: t.field({
      type: RecordInterface,
      nullable: true,
      description: 'The entry that it is about.',
      resolve: ({ recordId }, _args, { records }) => (recordId ? records.load(recordId) : null),
    }),
    matrixQuestion: t.exposeString('matrixQuestion', {
      nullable: true,
      description: 'The question of the decision-making matrix that it is about, such as table-1-q5.',
    }),
    progress: t.expose('progress', { type: ProgressEnum }),
    closedBecause: t.exposeString('stateReason', { nullable: true, description: 'Why no more answers are taken.' }),
    answerCount: t.exposeInt('answers'),
    helpedCount: t.exposeInt('helped', { description: 'How many of them helped.' }),
    hidden: t.exposeBoolean('hidden', { description: 'Whether it is hidden from others than who asked and who moderates.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    activeAt: t.expose('activeAt', { type: 'DateTime', description: 'When somebody last wrote in it.' }),
    helpers: t.field({
      type: [HelperType],
      description: 'Who of the pool could help with what it is about; at most 5.',
      resolve: async ({ recordId, matrixQuestion }, _args, context) =>
        recordId ? helpersFor(context, recordId) : matrixQuestion ? helpersOfQuestions(context.reads, context.user, [matrixQuestion]) : [],
    }),
    viewerAsked: t.exposeBoolean('mine'),
    viewerKeeps: t.exposeBoolean('keeps', { description: 'Whether who asks says what helped, moves, merges and closes it.' }),
    viewerModerates: t.exposeBoolean('moderates', { description: 'Whether who asks hides texts and settles reports.' }),
    viewerMuted: t.exposeBoolean('muted', { description: 'Whether who asks has ended its mails.' }),
  }),
});

export const PostType = builder.objectRef<PostRow>('QuestionPost').implement({
  description: 'The text of a question, or an answer.',
  fields: (t) => ({
    id: t.exposeID('id'),
    text: t.exposeString('text', { nullable: true, description: 'Null where it is hidden from who asks.' }),
    author: t.field({ type: AuthorType, resolve: ({ author }) => author }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    citations: t.field({
      type: [RecordInterface],
      description: 'Entries that it rests on, as far as you see them.',
      resolve: async ({ citations }, _args, { records }) => (await Promise.all(citations.map((id) => records.load(id)))).filter((one) => one !== null),
    }),
    editedAt: t.expose('editedAt', { type: 'DateTime', nullable: true, description: 'When its author changed it last.' }),
    helped: t.boolean({ resolve: ({ helpedAt }) => helpedAt !== null }),
    helpedByAsker: t.exposeBoolean('helpedByAsker', { description: 'Whether who asked said so; else those whose entry it is about.' }),
    fromTitle: t.exposeString('fromTitle', {
      nullable: true,
      description: 'The title of the question that it came from, where that was merged into this one.',
    }),
    hiddenBecause: t.exposeString('hiddenReason', { nullable: true, description: 'Why it is hidden; null where it is not.' }),
    appeal: t.exposeString('appeal', { nullable: true, description: 'What its author says against that; for them and who moderates.' }),
    appealAnswer: t.exposeString('appealAnswer', { nullable: true }),
    reports: t.exposeStringList('reports', { description: 'Why it should not stand there, as others say; for who moderates.' }),
    viewerWrote: t.exposeBoolean('mine'),
    viewerReported: t.exposeBoolean('reported'),
    viewerHid: t.exposeBoolean('hiddenByViewer', { description: 'Then somebody else answers an appeal.' }),
  }),
});

const pageInfo = ({ rows, hasNextPage, started }: { rows: readonly { cursor: string }[]; hasNextPage: boolean; started: boolean }) => ({
  hasNextPage,
  hasPreviousPage: started,
  startCursor: rows[0]?.cursor ?? null,
  endCursor: rows.at(-1)?.cursor ?? null,
});
const Edge = builder.objectRef<QuestionRow & { cursor: string }>('QuestionEdge').implement({
  fields: (t) => ({ cursor: t.exposeString('cursor'), node: t.field({ type: QuestionType, resolve: (row) => row }) }),
});
const ProgressCount = builder.objectRef<QuestionList['progress'][number]>('QuestionProgressCount').implement({
  description: 'How many questions are how far.',
  fields: (t) => ({ value: t.expose('value', { type: ProgressEnum }), count: t.exposeInt('count') }),
});
export const QuestionConnection = builder.objectRef<QuestionList & { started: boolean }>('QuestionConnection').implement({
  description: 'A page of questions.',
  fields: (t) => ({
    edges: t.field({ type: [Edge], resolve: ({ rows }) => rows }),
    pageInfo: t.field({ type: PageInfo, resolve: pageInfo }),
    totalCount: t.exposeInt('totalCount'),
    progress: t.field({ type: [ProgressCount], description: 'Whatever progress was chosen.', resolve: ({ progress }) => progress }),
  }),
});
const PostEdge = builder.objectRef<PostRow & { cursor: string }>('QuestionPostEdge').implement({
  fields: (t) => ({ cursor: t.exposeString('cursor'), node: t.field({ type: PostType, resolve: (row) => row }) }),
});
export const PostConnection = builder.objectRef<PostList & { started: boolean }>('QuestionPostConnection').implement({
  description: 'A page of answers: those that helped first, then in the order in which they were written.',
  fields: (t) => ({
    edges: t.field({ type: [PostEdge], resolve: ({ rows }) => rows }),
    pageInfo: t.field({ type: PageInfo, resolve: pageInfo }),
    totalCount: t.exposeInt('totalCount'),
  }),
});

const BesideType = builder.objectRef<Beside>('RecordQuestions').implement({
  description: 'Questions about an entry.',
  fields: (t) => ({
    totalCount: t.exposeInt('totalCount'),
    nodes: t.field({ type: [QuestionType], description: 'Those in which somebody wrote last; at most 5.', resolve: ({ rows }) => rows }),
  }),
});
const besideFor = batch(async (context, ids: readonly string[]) => questionsBeside(context.reads, context, ids));
builder.interfaceFields(RecordInterface, (t) => ({
  asked: t.field({ type: BesideType, description: 'What people ask each other about it.', resolve: (row, _args, context) => besideFor(context, row.id) }),
}));

/** So many stand beside what a search found. */
const FOUND = 3;
builder.objectField(SearchConnection, 'questions', (t) =>
  t.field({
    type: QuestionConnection,
    nullable: true,
    description: 'Questions and answers with these words, at most 3. Beside the first page alone; in no count and no facet.',
    resolve: async ({ query, offset }, _args, context) =>
      offset > 0 ? null : { ...(await listQuestions(context.reads, context, { filter: { text: query }, first: FOUND })), started: false },
  }),
);

const CreditType = builder.objectRef<Credit>('QuestionCredit').implement({
  description: 'The question and the answers that a lesson came from, for those who see the question.',
  fields: (t) => ({
    url: t.string({ resolve: ({ questionId }) => `/questions/${questionId}` }),
    title: t.exposeString('title'),
    asked: t.field({ type: AuthorType, resolve: ({ asked }) => asked }),
    answered: t.field({ type: [AuthorType], resolve: ({ answered }) => answered }),
  }),
});
const creditFor = batch(async (context, ids: readonly string[]) => creditsOf(context.reads, context, ids));
builder.objectField(LessonType, 'fromQuestion', (t) =>
  t.field({
    type: CreditType,
    nullable: true,
    description: 'Who asked and answered what it came from.',
    resolve: (row, _args, context) => creditFor(context, row.id),
  }),
);
