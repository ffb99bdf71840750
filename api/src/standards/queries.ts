import { builder } from '../builder.ts';
import { addList } from '../records/connection.ts';
import { recordAt } from '../records/record.ts';
import { Theme } from '../lessons/lesson.ts';
import { Use } from '../projects/project.ts';
import { StandardStatus } from './standard.ts';
import { StandardType } from '../records/types.ts';

addList('STANDARD', 'standards', StandardType as never, 'Standards of the report and those published since.', {
  types: { status: StandardStatus, theme: Theme, use: Use },
});

builder.queryField('standard', (t) =>
  t.field({
    type: StandardType,
    nullable: true,
    args: { slug: t.arg.string({ required: true }) },
    resolve: (_root, { slug }, context, info) => recordAt(context, info, 'STANDARD', { slug }),
  }),
);
