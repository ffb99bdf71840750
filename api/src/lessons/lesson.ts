import { type Lesson as Content, lessonKinds, themes } from '#prisma/content/lesson.ts';
import { builder } from '../builder.ts';
import { contentOf, facetsOf, linkedRecords, RecordInterface } from '../records/record.ts';
import { statement, statements, StatementType } from '../records/statement.ts';
import { LessonType, MitigationType, OrganizationType, ProjectType, RecommendationType, RiskType, StandardType } from '../records/types.ts';

export const LessonKind = builder.enumType('LessonKind', { values: lessonKinds, description: 'What kind of experience it is.' });
export const Theme = builder.enumType('Theme', { values: themes, description: "The editors' 16 themes." });

LessonType.implement({
  description: 'A lesson, good practice, challenge or reported benefit.',
  interfaces: [RecordInterface],
  fields: (t) => ({
    lessonKind: t.field({
      type: LessonKind,
      resolve: async (row, _args, context) => (await facetsOf(row, context, 'kind_of_lesson'))[0]?.value as (typeof lessonKinds)[number],
    }),
    theme: t.field({ type: Theme, resolve: async (row, _args, context) => (await facetsOf(row, context, 'theme'))[0]?.value as (typeof themes)[number] }),
    subject: t.string({ description: 'The narrower subject.', resolve: async (row, _args, context) => (await contentOf<Content>(row, context)).subject }),
    context: t.field({
      type: StatementType,
      nullable: true,
      resolve: async (row, _args, context) => {
        const content = await contentOf<Content>(row, context);
        return content.context ? statement(content.context, row) : null;
      },
    }),
    whatHappened: t.field({
      type: StatementType,
      resolve: async (row, _args, context) => statement((await contentOf<Content>(row, context)).whatHappened, row),
    }),
    whatFollows: t.field({
      type: StatementType,
      nullable: true,
      description: 'What the next project can take from it.',
      resolve: async (row, _args, context) => {
        const content = await contentOf<Content>(row, context);
        return content.whatFollows ? statement(content.whatFollows, row) : null;
      },
    }),
    otherViews: t.field({
      type: [StatementType],
      description: 'Who sees it otherwise.',
      resolve: async (row, _args, context) => statements((await contentOf<Content>(row, context)).otherViews as never, row),
    }),
    questions: t.stringList({
      description: 'Questions of the decision-making matrix on which it bears.',
      resolve: async (row, _args, context) => (await contentOf<Content>(row, context)).questions,
    }),
    organizations: t.field({ type: [OrganizationType], resolve: (row, _args, context) => linkedRecords(row, context, 'ORGANIZATION') }),
    projects: t.field({ type: [ProjectType], resolve: (row, _args, context) => linkedRecords(row, context, 'PROJECT') }),
    risks: t.field({ type: [RiskType], resolve: (row, _args, context) => linkedRecords(row, context, 'RISK') }),
    mitigations: t.field({ type: [MitigationType], resolve: (row, _args, context) => linkedRecords(row, context, 'MITIGATION') }),
    standards: t.field({ type: [StandardType], resolve: (row, _args, context) => linkedRecords(row, context, 'STANDARD') }),
    recommendations: t.field({ type: [RecommendationType], resolve: (row, _args, context) => linkedRecords(row, context, 'RECOMMENDATION') }),
  }),
});
