import { sql } from 'kysely';
import { builder } from '../builder.ts';
import { ProjectType } from '../projects/project.ts';
import { addList, filterBy } from '../records/connection.ts';
import { visibleRecords } from '../records/policy.ts';
import { type RecordRow, recordColumns } from '../records/show.ts';
import { GoalProject, GoalType } from './goal.ts';

GoalProject.implement({
  description: 'A project that serves a goal, and why the editors think so.',
  fields: (t) => ({ project: t.field({ type: ProjectType, resolve: (link) => link.project }), reason: t.exposeString('reason') }),
});

const filter = builder.inputType('GoalFilter', { fields: (t) => ({ number: t.intList() }) });
addList('GOAL', 'goals', GoalType as never, 'The 17 Sustainable Development Goals.', filter, { number: 'number' }, filterBy({ number: 'number' }));

builder.queryField('goal', (t) =>
  t.field({
    type: GoalType,
    nullable: true,
    args: { number: t.arg.int({ required: true }) },
    resolve: async (_root, { number }, { services, viewer }) => {
      const { rows } =
        await sql<RecordRow>`SELECT ${recordColumns}, r.content FROM record r WHERE r.kind = 'GOAL' AND r.position = ${number} AND ${visibleRecords(viewer)}`.execute(
          services.db,
        );
      return rows[0] ?? null;
    },
  }),
);
