import { sentence } from '#i18n/sentence.ts';
import { builder } from '../builder.ts';
import type { TableFault } from './table-rows.ts';

export const TableFaultType = builder.objectRef<TableFault>('UptakeTableFault').implement({
  description: 'One fault of a table.',
  fields: (t) => ({
    path: t.string({ description: 'Row and column, such as "7.Acceptance".', resolve: ({ row, column }) => [row, column].filter(Boolean).join('.') }),
    row: t.exposeInt('row', { description: 'As a spreadsheet counts: the heading is row 1.' }),
    column: t.exposeString('column', { description: 'The heading of the column.' }),
    code: t.exposeString('code', { description: 'What is wrong, by a name that stays the same.' }),
    params: t.field({ type: 'JSON', description: 'What the sentence of the code names.', resolve: (one) => one.params }),
    message: t.string({ description: 'In English.', deprecationReason: 'Use `code` and `params`. Removed with the next release.', resolve: sentence }),
  }),
});
