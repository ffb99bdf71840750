import { builder } from '../builder.ts';
import { addList } from '../records/connection.ts';
import { recordAt } from '../records/record.ts';
import './source.ts';
import { SourceType } from '../records/types.ts';

addList('SOURCE', 'sources', SourceType as never, 'Documents on which the library rests.', {
  input: builder.inputType('SourceFilter', { fields: (t) => ({ author: t.stringList() }) }),
});

builder.queryField('source', (t) =>
  t.field({
    type: SourceType,
    nullable: true,
    args: { slug: t.arg.string({ required: true }) },
    resolve: (_root, { slug }, context, info) => recordAt(context, info, 'SOURCE', { slug }),
  }),
);
