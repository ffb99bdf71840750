import { builder } from '../builder.ts';
import { addList } from '../records/connection.ts';
import { recordAt } from '../records/record.ts';
import { ForeignRecordType } from '../records/types.ts';
import './foreign-record.ts';
import './mutations.ts';

addList('FOREIGN_RECORD', 'foreignRecords', ForeignRecordType as never, 'Entries of other catalogues. They are in no other list and count in no other figure.');

builder.queryField('foreignRecord', (t) =>
  t.field({
    type: ForeignRecordType,
    nullable: true,
    args: { slug: t.arg.string({ required: true }) },
    resolve: (_root, { slug }, context, info) => recordAt(context, info, 'FOREIGN_RECORD', { slug }),
  }),
);
