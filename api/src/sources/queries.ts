import { builder } from '../builder.ts';
import { addList, filterBy } from '../records/connection.ts';
import { recordAt } from '../records/record.ts';
import './source.ts';
import { SourceType } from '../records/types.ts';

const filter = builder.inputType('SourceFilter', { fields: (t) => ({ author: t.stringList() }) });
addList('SOURCE', 'sources', SourceType as never, 'Documents on which the library rests.', filter, {}, filterBy({ author: 'author' }));

builder.queryField('source', (t) =>
  t.field({
    type: SourceType,
    nullable: true,
    args: { slug: t.arg.string({ required: true }) },
    resolve: (_root, { slug }, context, info) => recordAt(context, info, 'SOURCE', { slug }),
  }),
);
