import type { stages } from '#prisma/content/project.ts';
import { builder } from '../builder.ts';
import { ProjectType, Stage } from '../projects/project.ts';
import { statements, StatementType } from '../records/statement.ts';
import { batch } from '../records/batch.ts';
import { type AnswerGiven, AnswerInput, answersOf } from './answers.ts';
import { type EditionRow, readEdition, readEditions } from './edition.ts';
import { answerKeys, type Similar, type SimilarRow, similarProjects } from './similar.ts';
import { mayAdapt } from './policy.ts';
import { EditionType } from './types.ts';

const ListedEdition = builder.objectRef<Omit<EditionRow, 'content'>>('ListedEdition').implement({
  description: 'An edition in a list.',
  fields: (t) => ({
    id: t.exposeID('id'),
    instrument: t.exposeString('instrument'),
    edition: t.exposeString('edition'),
    title: t.exposeString('title'),
    hash: t.exposeString('hash'),
    organization: t.string({ nullable: true, resolve: ({ organizationName }) => organizationName }),
    publishedAt: t.field({ type: 'DateTime', nullable: true, description: 'Null for a draft.', resolve: ({ publishedAt }) => publishedAt }),
    url: t.string({ resolve: ({ instrument, edition }) => `/decide/${instrument}?${new URLSearchParams({ edition })}` }),
  }),
});

const statementsIn = (row: SimilarRow, ...sections: string[]) =>
  statements((row.content.statements as Record<string, unknown>[]).filter((one) => sections.includes(String(one['section']))) as never, row);
const SimilarType = builder.objectRef<{ row: SimilarRow }>('ProjectThatAnswered').implement({
  description: 'A project of the library that answered the same, and what became of it.',
  fields: (t) => ({
    project: t.field({ type: ProjectType, resolve: ({ row }) => row }),
    stage: t.field({ type: Stage, resolve: ({ row }) => String(row.content.stages.at(-1)?.['stage']) as (typeof stages)[number] }),
    since: t.string({
      nullable: true,
      description: 'Since when it has this stage; null is "not stated".',
      resolve: ({ row }) => (row.content.stages.at(-1)?.['date'] as string | undefined) ?? null,
    }),
    answers: t.field({
      type: [StatementType],
      description: 'How it answered the same, with what that rests on.',
      resolve: ({ row }) =>
        statements(
          ((row.content.answers ?? []) as Record<string, unknown>[]).filter((one) =>
            row.shared.includes(`answer:${one['instrument']}/${one['question']}/${one['option']}`),
          ) as never,
          row,
        ),
    }),
    became: t.field({
      type: [StatementType],
      description: 'What ended it, or what was heard of it later.',
      resolve: ({ row }) => statementsIn(row, 'WHAT_ENDED_IT', 'LATER').slice(0, 2),
    }),
    costs: t.field({ type: [StatementType], description: 'What is told of its costs.', resolve: ({ row }) => statementsIn(row, 'HOW_IT_IS_PAID').slice(0, 2) }),
    lessons: t.field({ type: [LessonLink], resolve: ({ row }) => row.lessons }),
    contacts: t.stringList({
      description: 'Whom to ask, for those who may know.',
      resolve: ({ row }) => ((row.content.contacts ?? []) as { name: string; email: string }[]).map(({ name, email }) => `${name} <${email}>`),
    }),
  }),
});
const LessonLink = builder.objectRef<{ slug: string; title: string }>('LessonLink').implement({
  description: 'A lesson in short.',
  fields: (t) => ({ title: t.exposeString('title'), url: t.string({ resolve: ({ slug }) => `/lessons/${slug}` }) }),
});
const StageCount = builder.objectRef<Similar['stages'][number]>('SimilarStage').implement({
  fields: (t) => ({ stage: t.expose('stage', { type: Stage }), count: t.exposeInt('count') }),
});
const SimilarProjects = builder.objectRef<Similar>('SimilarProjects').implement({
  description: 'Projects of the library that answered the same.',
  fields: (t) => ({
    projects: t.field({ type: [SimilarType], resolve: ({ rows }) => rows.map((row) => ({ row })) }),
    stages: t.field({ type: [StageCount], description: 'What became of all that were looked at.', resolve: (similar) => similar.stages }),
    more: t.exposeBoolean('more', { description: 'More answered the same than were looked at.' }),
  }),
});

/** The edition of an address; what asks for it at several places of one query reads it once. */
const editionAt = batch(
  ({ reads, user }, keys: readonly { instrument: string; edition: string | null }[]) => Promise.all(keys.map((key) => readEdition(reads, user, key))),
  ({ instrument, edition }) => JSON.stringify([instrument, edition]),
);

builder.queryFields((t) => ({
  instruments: t.field({
    type: [ListedEdition],
    description: 'Editions of the instruments, by instrument, the last published first; of one instrument where it is named.',
    args: { instrument: t.arg.string({ required: false }) },
    resolve: (_root, { instrument }, { reads, user }) => readEditions(reads, user, instrument),
  }),
  instrument: t.field({
    type: EditionType,
    nullable: true,
    description: 'An instrument in its last public edition, or in a named one.',
    args: { instrument: t.arg.string({ required: true }), edition: t.arg.string({ required: false }) },
    resolve: (_root, { instrument, edition }, context) => editionAt(context, { instrument, edition: edition ?? null }),
  }),
  viewerCanAdapt: t.boolean({ description: 'May make editions of instruments.', resolve: (_root, _args, { user }) => mayAdapt(user) }),
  similarProjects: t.field({
    type: SimilarProjects,
    nullable: true,
    description: 'Projects of the library that answered the same, all questions or those of one group.',
    args: {
      instrument: t.arg.string({ required: true }),
      edition: t.arg.string({ required: false }),
      answers: t.arg({ type: [AnswerInput], required: true }),
      group: t.arg.string({ required: false, description: 'Only answers to its questions count.' }),
    },
    resolve: async (_root, { instrument, edition, answers, group }, context) => {
      const found = await editionAt(context, { instrument, edition: edition ?? null });
      if (!found) return null;
      const given = answersOf(
        found.content,
        (answers as AnswerGiven[]).filter(({ question }) => !group || found.content.questions.some((one) => one.id === question && one.group === group)),
      );
      return similarProjects(context.reads, context.viewer, answerKeys(found.content, given));
    },
  }),
}));
