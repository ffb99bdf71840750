import { builder } from '../builder.ts';
import { addList, filterBy } from '../records/connection.ts';
import { recordAt } from '../records/record.ts';
import { Theme } from '../lessons/lesson.ts';
import { Use } from '../projects/project.ts';
import { StandardStatus } from './standard.ts';
import { StandardType } from '../records/types.ts';

const fields = { body: 'body', status: 'status', theme: 'theme', use: 'use', inReport: 'in_report' };
const filter = builder.inputType('StandardFilter', {
  fields: (t) => ({
    body: t.stringList(),
    status: t.field({ type: [StandardStatus] }),
    theme: t.field({ type: [Theme] }),
    use: t.field({ type: [Use] }),
    inReport: t.stringList({ description: 'yes or no.' }),
  }),
});
addList('STANDARD', 'standards', StandardType as never, 'Standards of the report and those published since.', filter, fields, filterBy(fields));

builder.queryField('standard', (t) =>
  t.field({
    type: StandardType,
    nullable: true,
    args: { slug: t.arg.string({ required: true }) },
    resolve: (_root, { slug }, context, info) => recordAt(context, info, 'STANDARD', { slug }),
  }),
);
