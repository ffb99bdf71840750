import { signedIn } from '../accounts/signed-in.ts';
import { builder } from '../builder.ts';
import { refuse, ValidationError } from '../errors.ts';
import { muteQuestion } from '../following/mute.ts';
import { InvalidInput } from '../invalid-input.ts';
import { AudienceEnum } from '../records/record.ts';
import { lessonFrom } from './lesson.ts';
import { readQuestion } from './question.ts';
import { editPost } from './edit.ts';
import { closeQuestion, markHelped, mergeQuestion, moveQuestion } from './keep.ts';
import { appealPost, hidePost, keepPost, reportPost, settleHidden } from './moderate.ts';
import { answerQuestion, askProfessional, askQuestion } from './write.ts';
import type { Written } from './changing.ts';
import type { Context } from '../context.ts';

const Saved = builder.objectRef<Written>('QuestionSaved').implement({
  description: 'It is kept.',
  fields: (t) => ({
    id: t.exposeID('question', { description: 'Of the question.' }),
    url: t.string({ resolve: ({ question }) => `/questions/${question}` }),
    changed: t.exposeBoolean('changed', { description: 'Whether a table or list was put in another form.' }),
  }),
});
const Result = builder.unionType('QuestionResult', {
  types: [Saved, InvalidInput],
  resolveType: (value) => (value instanceof ValidationError ? 'InvalidInput' : 'QuestionSaved'),
});
const Drafted = builder.objectRef<{ draft: string }>('QuestionLessonDrafted').implement({
  description: 'The draft of a lesson is begun.',
  fields: (t) => ({ draft: t.exposeID('draft') }),
});
const LessonResult = builder.unionType('QuestionLessonResult', {
  types: [Drafted, InvalidInput],
  resolveType: (value) => (value instanceof ValidationError ? 'InvalidInput' : 'QuestionLessonDrafted'),
});
const writer = (context: Context) => ({ ...context, user: signedIn(context) });
const keyOf = (key: string | null | undefined) => key ?? null;

builder.mutationFields((t) => ({
  askQuestion: t.field({
    type: Result,
    description: 'Asks a question. By people of the UN system; new accounts ask less often. The same key asks once.',
    args: {
      title: t.arg.string({ required: true }),
      text: t.arg.string({ required: true, description: 'A blank line ends a paragraph, "- " begins an item of a list.' }),
      about: t.arg.string({ required: true, description: 'The address of an entry or of a question of the matrix; may be empty.' }),
      audience: t.arg({ type: AudienceEnum, required: true }),
      language: t.arg.string({ required: true, description: 'Its name or code.' }),
      key: t.arg.string({ required: false }),
    },
    resolve: (_root, { key, ...asking }, context) => askQuestion(writer(context), asking, keyOf(key)),
  }),
  answerQuestion: t.field({
    type: Result,
    description: 'Answers a question. Those who asked and answered before get a mail. The same key answers once.',
    args: {
      id: t.arg.id({ required: true }),
      text: t.arg.string({ required: true }),
      citations: t.arg.stringList({ required: true, description: 'Addresses of the entries that it rests on; at most 20.' }),
      key: t.arg.string({ required: false }),
    },
    resolve: (_root, { id, key, ...answer }, context) => answerQuestion(writer(context), String(id), answer, keyOf(key)),
  }),
  editPost: t.field({
    type: Result,
    description: 'Changes a text that who asks wrote, and of a question its title, while answers are taken. That it was changed is shown with it.',
    args: {
      post: t.arg.id({ required: true }),
      text: t.arg.string({ required: true }),
      title: t.arg.string({ required: false, description: 'Of a question; where it is left out, it stays.' }),
    },
    resolve: (_root, { post, text, title }, context) => editPost(writer(context), String(post), { text, title: title ?? null }),
  }),
  markHelped: t.field({
    type: Result,
    description: 'Says that an answer helped, or not. By who asked, and who writes for those whose entry it is about.',
    args: { post: t.arg.id({ required: true }), helped: t.arg.boolean({ required: true }) },
    resolve: (_root, { post, helped }, context) => markHelped(writer(context), String(post), helped),
  }),
  closeQuestion: t.field({
    type: Result,
    description: 'Takes no more answers to a question, with a reason; without one it is opened again.',
    args: { id: t.arg.id({ required: true }), reason: t.arg.string({ required: false }) },
    resolve: (_root, { id, reason }, context) => closeQuestion(writer(context), String(id), reason ?? null),
  }),
  moveQuestion: t.field({
    type: Result,
    description: 'Says that a question is about something else. It is never for more people than before.',
    args: { id: t.arg.id({ required: true }), about: t.arg.string({ required: true }), reason: t.arg.string({ required: true }) },
    resolve: (_root, { id, ...moving }, context) => moveQuestion(writer(context), String(id), moving),
  }),
  mergeQuestion: t.field({
    type: Result,
    description: 'Makes a question one with another that is for the same people.',
    args: {
      id: t.arg.id({ required: true }),
      into: t.arg.string({ required: true, description: 'Its id or address.' }),
      reason: t.arg.string({ required: true }),
    },
    resolve: (_root, { id, ...merging }, context) => mergeQuestion(writer(context), String(id), merging),
  }),
  muteQuestion: t.field({
    type: Result,
    description: 'Ends or resumes the mails of a question.',
    args: { id: t.arg.id({ required: true }), muted: t.arg.boolean({ required: true }) },
    resolve: async (_root, { id, muted }, context) => {
      const user = signedIn(context);
      const question = await readQuestion(context.services.db, context, String(id));
      if (!question) return refuse('question', 'QUESTION_GONE');
      await muteQuestion(context.services.db, { personId: user.id, question: question.id }, muted);
      return { question: question.id, changed: false };
    },
  }),
  askProfessional: t.field({
    type: Result,
    description: 'Asks somebody of the pool for an answer to a question, by mail; their address is not told.',
    args: { id: t.arg.id({ required: true }), professional: t.arg.id({ required: true }) },
    resolve: (_root, { id, professional }, context) => askProfessional(writer(context), String(id), String(professional)),
  }),
  reportPost: t.field({
    type: Result,
    description: 'Tells those who moderate why a text should not stand there. Its author does not learn who.',
    args: { post: t.arg.id({ required: true }), reason: t.arg.string({ required: true }) },
    resolve: (_root, { post, reason }, context) => reportPost(writer(context), String(post), reason),
  }),
  hidePost: t.field({
    type: Result,
    description: 'Hides a text with a reason. By the secretariat, administrators, and publishers of those whose entry the question is about.',
    args: { post: t.arg.id({ required: true }), reason: t.arg.string({ required: true }) },
    resolve: (_root, { post, reason }, context) => hidePost(writer(context), String(post), reason),
  }),
  keepPost: t.field({
    type: Result,
    description: 'Leaves a text where it is, whatever was said against it.',
    args: { post: t.arg.id({ required: true }) },
    resolve: (_root, { post }, context) => keepPost(writer(context), String(post)),
  }),
  appealPost: t.field({
    type: Result,
    description: 'What the author of a hidden text says against that, once.',
    args: { post: t.arg.id({ required: true }), text: t.arg.string({ required: true }) },
    resolve: (_root, { post, text }, context) => appealPost(writer(context), String(post), text),
  }),
  settleHidden: t.field({
    type: Result,
    description: 'Shows a hidden text again, or answers an appeal with no and why; the no by somebody else than who hid it.',
    args: { post: t.arg.id({ required: true }), shown: t.arg.boolean({ required: true }), reason: t.arg.string({ required: true, description: 'Of a no.' }) },
    resolve: (_root, { post, ...settling }, context) => settleHidden(writer(context), String(post), settling),
  }),
  lessonFromQuestion: t.field({
    type: LessonResult,
    description: 'Begins the draft of a lesson from a question and the answers that helped. By people who write entries.',
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, { id }, context) => {
      const draft = await lessonFrom(writer(context), String(id));
      return draft instanceof ValidationError ? draft : { draft };
    },
  }),
}));
