import { builder } from '../builder.ts';
import { addList } from '../records/connection.ts';
import { recordAt } from '../records/record.ts';
import { GoalProject } from './goal.ts';
import { GoalType, ProjectType } from '../records/types.ts';

GoalProject.implement({
  description: 'A project that serves a goal, and why the editors think so.',
  fields: (t) => ({ project: t.field({ type: ProjectType, resolve: (link) => link.project }), reason: t.exposeString('reason') }),
});

addList('GOAL', 'goals', GoalType as never, 'The 17 Sustainable Development Goals.');

builder.queryField('goal', (t) =>
  t.field({
    type: GoalType,
    nullable: true,
    args: { number: t.arg.int({ required: true }) },
    resolve: (_root, { number }, context, info) => recordAt(context, info, 'GOAL', { position: number }),
  }),
);
