import { newest } from '#prisma/content/newest.ts';
import type { stages } from '#prisma/content/project.ts';
import { builder } from '../builder.ts';
import { Stage } from '../projects/project.ts';
import { ProjectType } from '../records/types.ts';
import { statements, StatementType } from '../records/statement.ts';
import type { Similar, SimilarRow } from './similar.ts';

const statementsIn = (row: SimilarRow, ...sections: string[]) =>
  statements((row.content.statements as Record<string, unknown>[]).filter((one) => sections.includes(String(one['section']))) as never, row);
const SimilarType = builder.objectRef<{ row: SimilarRow }>('ProjectThatAnswered').implement({
  description: 'A project of the library that answered the same, and what became of it.',
  fields: (t) => ({
    project: t.field({ type: ProjectType, resolve: ({ row }) => row }),
    stage: t.field({
      type: Stage,
      resolve: ({ row }) => String(newest(row.content.stages as Record<string, unknown>[])?.['stage']) as (typeof stages)[number],
    }),
    since: t.string({
      nullable: true,
      description: 'Since when it has this stage; null is "not stated".',
      resolve: ({ row }) => (newest(row.content.stages as Record<string, unknown>[])?.['date'] as string | undefined) ?? null,
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
const LessonLink = builder.objectRef<{ slug: string; title: string; language: string }>('LessonLink').implement({
  description: 'A lesson in short.',
  fields: (t) => ({ title: t.exposeString('title'), language: t.exposeString('language'), url: t.string({ resolve: ({ slug }) => `/lessons/${slug}` }) }),
});
const StageCount = builder.objectRef<Similar['stages'][number]>('SimilarStage').implement({
  description: 'How many of the projects that answered the same are at a stage.',
  fields: (t) => ({ stage: t.expose('stage', { type: Stage }), count: t.exposeInt('count') }),
});
export const SimilarProjects = builder.objectRef<Similar>('SimilarProjects').implement({
  description: 'Projects of the library that answered the same.',
  fields: (t) => ({
    projects: t.field({ type: [SimilarType], resolve: ({ rows }) => rows.map((row) => ({ row })) }),
    stages: t.field({ type: [StageCount], description: 'What became of all that answered the same.', resolve: (similar) => similar.stages }),
  }),
});
