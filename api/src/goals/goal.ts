import type { Goal as Content } from '#prisma/content/goal.ts';
import { builder } from '../builder.ts';
import { contentOf, linksOf, RecordInterface } from '../records/record.ts';
import type { RecordRow } from '../records/load.ts';
import { statement, StatementType } from '../records/statement.ts';
import { GoalType } from '../records/types.ts';

export const GoalProject = builder.objectRef<{ project: RecordRow; reason: string; total: number }>('GoalProject');

GoalType.implement({
  description: 'One of the 17 Sustainable Development Goals, with the challenge and the approach of Annex III.',
  interfaces: [RecordInterface],
  fields: (t) => ({
    number: t.int({ resolve: (row) => row.position }),
    name: t.string({
      description: 'The short title, such as "Zero hunger".',
      resolve: async (row, _args, context) => (await contentOf<Content>(row, context)).title,
    }),
    iri: t.string({ resolve: async (row, _args, context) => (await contentOf<Content>(row, context)).iri }),
    colour: t.string({ resolve: async (row, _args, context) => (await contentOf<Content>(row, context)).colour }),
    textOn: t.string({
      description: 'white or black: the text colour that is readable on the colour (4.5:1).',
      resolve: async (row, _args, context) => (await contentOf<Content>(row, context)).textOn,
    }),
    challenge: t.field({ type: StatementType, resolve: async (row, _args, context) => statement((await contentOf<Content>(row, context)).challenge, row) }),
    approach: t.field({ type: StatementType, resolve: async (row, _args, context) => statement((await contentOf<Content>(row, context)).approach, row) }),
    projects: t.field({
      type: [GoalProject],
      description: 'Projects that the editors, not the report, connect with it; at most 100, `projects(filter: { goal })` has all.',
      resolve: async (row, _args, context) =>
        (await linksOf(row, context, 'IN', 'GOAL'))
          .filter((link) => link.record.kind === 'PROJECT')
          .map((link) => ({ project: link.record, reason: (link.data as { reason: string }).reason, total: link.total })),
    }),
  }),
});
