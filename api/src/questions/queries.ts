import { usingLink } from '../accounts/signed-in.ts';
import { builder } from '../builder.ts';
import { readQuestionToken } from '../following/end-link.ts';
import { isMuted } from '../following/mute.ts';
import { whatIsAt } from './about.ts';
import { takesPart } from './policy.ts';
import { listQuestions, mergedInto, readPosts, readQuestion } from './question.ts';
import { PostConnection, PostType, ProgressEnum, QuestionConnection, QuestionType } from './types.ts';

const Filter = builder.inputType('QuestionFilter', {
  fields: (t) => ({
    text: t.string({ description: 'Words of the question and its answers.' }),
    progress: t.field({ type: [ProgressEnum] }),
    about: t.string({ description: 'The address of what it is about, such as /projects/building-blocks or /matrix#table-1-q5.' }),
    own: t.boolean({ description: 'Only those in which who asks wrote.' }),
    reported: t.boolean({ description: 'Only those with reports or appeals that wait, for who moderates.' }),
  }),
});

builder.queryFields((t) => ({
  questions: t.field({
    type: QuestionConnection,
    description: 'What people ask each other, as far as who asks sees it; in which somebody wrote last first.',
    args: {
      filter: t.arg({ type: Filter, required: false }),
      first: t.arg.int({ required: false, description: '1 to 100; 20 unless given.' }),
      after: t.arg.string({ required: false, description: 'The cursor after which the page begins.' }),
    },
    resolve: async (_root, { filter, ...page }, context) => {
      const what = filter?.about ? await whatIsAt(context.reads, context.viewer, filter.about) : null;
      const about = filter?.about ? { records: what?.recordId ? [what.recordId] : [], matrix: what?.matrixQuestion ? [what.matrixQuestion] : [] } : null;
      return { ...(await listQuestions(context.reads, context, { filter: { ...filter, about }, ...page })), started: Boolean(page.after) };
    },
  }),
  question: t.field({
    type: QuestionType,
    nullable: true,
    description: 'A question that who asks sees.',
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id }, context) => readQuestion(context.reads, context, String(id)),
  }),
  questionText: t.field({
    type: PostType,
    nullable: true,
    description: 'The text of a question that who asks sees.',
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, { id }, context) => (await readPosts(context.reads, context, String(id), { asks: true })).rows[0] ?? null,
  }),
  questionAnswers: t.field({
    type: PostConnection,
    description: 'The answers to a question that who asks sees; none to another.',
    args: {
      id: t.arg.id({ required: true }),
      first: t.arg.int({ required: false, description: '1 to 100; 20 unless given.' }),
      after: t.arg.string({ required: false, description: 'The cursor after which the page begins.' }),
    },
    resolve: async (_root, { id, first, after }, context) => ({
      ...(await readPosts(context.reads, context, String(id), { asks: false, first: first ?? null, after: after ?? null })),
      started: Boolean(after),
    }),
  }),
  questionMergedInto: t.id({
    nullable: true,
    description: 'The question that another was merged into, where its text and answers stand.',
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id }, context) => mergedInto(context.reads, context, String(id)),
  }),
  questionLink: t.boolean({
    nullable: true,
    description:
      'Whether the mails of the question, which the link at the end of one ends, are ended; null for a link that is none. To look at it ends nothing.',
    args: { token: t.arg.string({ required: true }) },
    resolve: async (_root, { token }, context) => {
      await usingLink(context, token);
      const ending = readQuestionToken(context.services.accounts.settings.secret, token);
      return ending ? isMuted(context.reads, ending) : null;
    },
  }),
  viewerAsks: t.boolean({ description: 'Whether who asks may ask and answer questions.', resolve: (_root, _args, context) => takesPart(context) }),
}));
