import { type Standard as Content, standardStatuses } from '#prisma/content/standard.ts';
import { builder } from '../builder.ts';
import { contentOf, facetsOf, linkedRecords, linksOf, RecordInterface } from '../records/record.ts';
import { type CitedFact, factAs, statement, StatementType } from '../records/statement.ts';
import { projectsFor } from './projects.ts';
import { LessonType, ProjectType, RecommendationType, StandardType } from '../records/types.ts';

export const StandardStatus = builder.enumType('StandardStatus', { values: standardStatuses, description: 'The status as at a date.' });

StandardType.implement({
  description: 'A standard, specification, technical report or white paper.',
  interfaces: [RecordInterface],
  fields: (t) => ({
    number: t.string({ nullable: true, resolve: async (row, _args, context) => (await contentOf<Content>(row, context)).number ?? null }),
    name: t.field({
      type: StatementType,
      description: 'The title, with how sure it is.',
      resolve: async (row, _args, context) => {
        const { title } = await contentOf<Content>(row, context);
        return factAs(title as unknown as CitedFact, String(title['value']), row);
      },
    }),
    body: t.string({ resolve: async (row, _args, context) => (await facetsOf(row, context, 'body'))[0]?.value ?? '' }),
    committee: t.string({ nullable: true, resolve: async (row, _args, context) => (await contentOf<Content>(row, context)).committee ?? null }),
    documentKind: t.string({ nullable: true, resolve: async (row, _args, context) => (await contentOf<Content>(row, context)).documentKind ?? null }),
    published: t.string({ nullable: true, resolve: async (row, _args, context) => (await contentOf<Content>(row, context)).published ?? null }),
    status: t.field({
      type: StandardStatus,
      resolve: async (row, _args, context) => (await facetsOf(row, context, 'status'))[0]?.value as (typeof standardStatuses)[number],
    }),
    statusBasis: t.field({
      type: StatementType,
      resolve: async (row, _args, context) => {
        const { status } = await contentOf<Content>(row, context);
        return factAs(status as unknown as CitedFact, String(status['text'] ?? status['value']), row);
      },
    }),
    inReport: t.boolean({
      description: 'Whether the report names it, or it came later.',
      resolve: async (row, _args, context) => (await facetsOf(row, context, 'in_report'))[0]?.value === 'yes',
    }),
    address: t.string({ nullable: true, resolve: async (row, _args, context) => (await contentOf<Content>(row, context)).address ?? null }),
    summary: t.field({ type: StatementType, resolve: async (row, _args, context) => statement((await contentOf<Content>(row, context)).summary, row) }),
    themes: t.stringList({ resolve: async (row, _args, context) => (await facetsOf(row, context, 'theme')).map((entry) => entry.value) }),
    uses: t.stringList({
      description: 'Uses of blockchain for which to read it first.',
      resolve: async (row, _args, context) => (await facetsOf(row, context, 'use')).map((entry) => entry.value),
    }),
    questions: t.stringList({ resolve: async (row, _args, context) => (await contentOf<Content>(row, context)).questions }),
    replaces: t.field({
      type: [StandardType],
      resolve: async (row, _args, context) => (await linksOf(row, context, 'OUT', 'REPLACES')).map((link) => link.record),
    }),
    replacedBy: t.field({
      type: [StandardType],
      resolve: async (row, _args, context) => (await linksOf(row, context, 'IN', 'REPLACES')).map((link) => link.record),
    }),
    cameFrom: t.field({
      type: [StandardType],
      description: 'The work items of the report that it became.',
      resolve: async (row, _args, context) => (await linksOf(row, context, 'OUT', 'CAME_FROM')).map((link) => link.record),
    }),
    became: t.field({
      type: [StandardType],
      resolve: async (row, _args, context) => (await linksOf(row, context, 'IN', 'CAME_FROM')).map((link) => link.record),
    }),
    lessons: t.field({ type: [LessonType], resolve: (row, _args, context) => linkedRecords(row, context, 'LESSON') }),
    recommendations: t.field({ type: [RecommendationType], resolve: (row, _args, context) => linkedRecords(row, context, 'RECOMMENDATION') }),
    projects: t.field({
      type: [ProjectType],
      description: 'Projects with a use for which it is to be read; at most 20.',
      resolve: (row, _args, context) => projectsFor(context, row),
    }),
  }),
});
