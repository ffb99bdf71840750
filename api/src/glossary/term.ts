import type { GlossaryTerm as Content } from '#prisma/content/glossary.ts';
import { builder } from '../builder.ts';
import { addList } from '../records/connection.ts';
import { contentOf, linksOf, RecordInterface } from '../records/record.ts';
import { statement, StatementType } from '../records/statement.ts';
import { GlossaryTermType } from '../records/types.ts';

GlossaryTermType.implement({
  description: 'A term and what it means here.',
  interfaces: [RecordInterface],
  fields: (t) => ({
    term: t.string({ resolve: (row) => row.title }),
    forms: t.stringList({
      description: 'Other forms under which it stands in texts.',
      resolve: async (row, _args, context) => (await contentOf<Content>(row, context)).forms,
    }),
    definition: t.field({ type: StatementType, resolve: async (row, _args, context) => statement((await contentOf<Content>(row, context)).definition, row) }),
    seeAlso: t.field({
      type: [GlossaryTermType],
      resolve: async (row, _args, context) => (await linksOf(row, context, 'OUT', 'SEE_ALSO')).map((link) => link.record),
    }),
  }),
});

addList('GLOSSARY_TERM', 'glossaryTerms', GlossaryTermType as never, 'The glossary of section D and the terms defined elsewhere in the report.', {
  input: builder.inputType('GlossaryTermFilter', { fields: (t) => ({ term: t.stringList() }) }),
});
