import { addressOf } from '#prisma/content/kinds.ts';
import { builder } from '../builder.ts';
import { RevisionType } from '../history/types.ts';
import { KindEnum } from '../records/record.ts';
import { CertaintyEnum, CitationType, citationsOf } from '../records/statement.ts';
import { type Quotation, QUOTATION_MAX, quote, type QuotedPlace } from './quotation.ts';

const QuotedPlaceType = builder.objectRef<QuotedPlace>('QuotedPlace').implement({
  description: 'A place of a record where a text stands, or stood in earlier versions.',
  fields: (t) => ({
    kind: t.expose('kind', { type: KindEnum }),
    title: t.exposeString('title', { description: 'The title of the record, in the newest of these versions.' }),
    recordUrl: t.string({
      nullable: true,
      description: 'The page of the record; null where it was taken out of the library.',
      resolve: ({ archived, kind, slug }) => (archived ? null : addressOf(kind, slug)),
    }),
    path: t.exposeString('path', { description: 'The field of the content, in the newest of these versions, such as "statements.3.text".' }),
    text: t.exposeString('text', { description: 'The whole text that stands there.' }),
    stands: t.boolean({
      description: 'Whether it stands in the library today.',
      resolve: ({ archived, versions }) => !archived && versions.some(({ live }) => live),
    }),
    url: t.string({
      description: 'The permanent address of the statement: of the newest version that has it.',
      resolve: ({ kind, slug, versions }) => `${addressOf(kind, slug)}/history/${versions[0]?.number ?? 1}`,
    }),
    citations: t.field({
      type: [CitationType],
      description: 'What it rests on; empty where the text is no cited statement, such as a title.',
      resolve: ({ fact, recordId }) => (fact ? citationsOf(fact, recordId) : []),
    }),
    asAt: t.string({ nullable: true, resolve: ({ fact }) => fact?.asAt ?? null }),
    certainty: t.field({ type: CertaintyEnum, nullable: true, resolve: ({ fact }) => fact?.certainty ?? null }),
    note: t.string({ nullable: true, resolve: ({ fact }) => fact?.note ?? null }),
    versions: t.field({
      type: [RevisionType],
      description: 'The versions that have it and that you may see, newest first.',
      resolve: ({ versions }) => versions,
    }),
  }),
});

const QuotationType = builder.objectRef<Quotation>('Quotation').implement({
  description: 'Whether a text stands in the library, or ever stood there, as far as you may see.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'As it was asked for.' }),
    places: t.field({ type: [QuotedPlaceType], description: 'Empty: no version that you may see has it.', resolve: ({ places }) => places }),
    complete: t.exposeBoolean('complete', { description: 'Whether all of them are named; a text that stands in very many places is not looked for in all.' }),
  }),
});

builder.queryField('quotation', (t) =>
  t.field({
    type: QuotationType,
    description:
      'Looks for a text, or one sentence of it, in every version of every record that you may see. Capitals, stops and spaces make no difference; words do. It takes three words or more.',
    args: { text: t.arg.string({ required: true, description: `Up to ${QUOTATION_MAX} characters.` }) },
    resolve: (_root, { text }, { services, viewer }) => quote(services.db, viewer, text),
  }),
);
