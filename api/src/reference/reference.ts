import { type Reference as Content, topics } from '#prisma/content/reference.ts';
import { builder } from '../builder.ts';
import { addList } from '../records/connection.ts';
import { linkCheckOf, LinkCheckType } from '../links/link-check.ts';
import { Country } from '../records/country.ts';
import { contentOf, facetsOf, linkedRecords, linksOf, recordAt, RecordInterface } from '../records/record.ts';
import { statement, StatementType } from '../records/statement.ts';
import { OrganizationType, ProjectType, ReferenceType } from '../records/types.ts';

const Topic = builder.enumType('Topic', { values: topics, description: 'What kind of reference it is.' });

ReferenceType.implement({
  description: 'A legal item, way of funding, level of learning, learning resource, principle, or element of governance.',
  interfaces: [RecordInterface],
  fields: (t) => ({
    topic: t.field({ type: Topic, resolve: async (row, _args, context) => (await facetsOf(row, context, 'topic'))[0]?.value as (typeof topics)[number] }),
    name: t.string({ resolve: async (row, _args, context) => (await contentOf<Content>(row, context)).title }),
    symbol: t.string({ nullable: true, resolve: async (row, _args, context) => (await contentOf<Content>(row, context)).symbol ?? null }),
    text: t.field({ type: StatementType, resolve: async (row, _args, context) => statement((await contentOf<Content>(row, context)).text, row) }),
    address: t.string({ nullable: true, resolve: async (row, _args, context) => (await contentOf<Content>(row, context)).address ?? null }),
    addressCheck: t.field({
      type: LinkCheckType,
      nullable: true,
      description: 'What the address answered when the library last asked it; asked are those of learning resources.',
      resolve: (row, _args, context) => linkCheckOf(context, row),
    }),
    country: t.field({ type: Country, nullable: true, resolve: async (row, _args, context) => (await contentOf<Content>(row, context)).country ?? null }),
    inLanguages: t.stringList({
      nullable: true,
      description: 'Of a learning resource; null where it is not stated.',
      resolve: async (row, _args, context) => (await contentOf<Content>(row, context)).inLanguages ?? null,
    }),
    minutes: t.int({
      nullable: true,
      description: 'How long a learning resource takes; null where it is not stated.',
      resolve: async (row, _args, context) => (await contentOf<Content>(row, context)).minutes ?? null,
    }),
    cost: t.string({
      nullable: true,
      description: 'Of a learning resource; null where it is not stated.',
      resolve: async (row, _args, context) => (await contentOf<Content>(row, context)).cost ?? null,
    }),
    edition: t.string({ nullable: true, resolve: async (row, _args, context) => (await contentOf<Content>(row, context)).edition ?? null }),
    note: t.string({ nullable: true, resolve: async (row, _args, context) => (await contentOf<Content>(row, context)).note ?? null }),
    partOf: t.field({
      type: ReferenceType,
      nullable: true,
      resolve: async (row, _args, context) => (await linksOf(row, context, 'OUT', 'PART_OF'))[0]?.record ?? null,
    }),
    parts: t.field({
      type: [ReferenceType],
      resolve: async (row, _args, context) => (await linksOf(row, context, 'IN', 'PART_OF')).map((link) => link.record),
    }),
    levels: t.field({
      type: [ReferenceType],
      description: 'The levels of learning that a resource serves.',
      resolve: async (row, _args, context) => (await linksOf(row, context, 'OUT', 'FOR_LEVEL')).map((link) => link.record),
    }),
    organizations: t.field({ type: [OrganizationType], resolve: (row, _args, context) => linkedRecords(row, context, 'ORGANIZATION') }),
    projects: t.field({ type: [ProjectType], resolve: (row, _args, context) => linkedRecords(row, context, 'PROJECT') }),
  }),
});

addList('REFERENCE', 'references', ReferenceType as never, 'Pages of reference: law, funding, learning, principles, governance.', { types: { topic: Topic } });

builder.queryField('reference', (t) =>
  t.field({
    type: ReferenceType,
    nullable: true,
    args: { slug: t.arg.string({ required: true }) },
    resolve: (_root, { slug }, context, info) => recordAt(context, info, 'REFERENCE', { slug }),
  }),
);
