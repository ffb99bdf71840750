import type { BuildingBlock as Content } from '#prisma/content/building-block.ts';
import { linkCheckOf, LinkCheckType } from '../links/link-check.ts';
import { contentOf, facetsOf, linkedRecords, RecordInterface } from '../records/record.ts';
import { type CitedFact, factAs, statement, statements, StatementType } from '../records/statement.ts';
import { BuildingBlockType, OrganizationType, ProjectType, VendorType } from '../records/types.ts';

BuildingBlockType.implement({
  description: 'A reusable piece of software or a technical set-up: what it does, where it runs, under which licence, who uses it.',
  interfaces: [RecordInterface],
  fields: (t) => ({
    summary: t.field({ type: StatementType, resolve: async (row, _args, context) => statement((await contentOf<Content>(row, context)).summary, row) }),
    owners: t.field({ type: [OrganizationType], resolve: (row, _args, context) => linkedRecords(row, context, 'ORGANIZATION', 'OWNER') }),
    platforms: t.stringList({
      description: 'Where it runs, as far as everybody may know.',
      resolve: async (row, _args, context) => (await facetsOf(row, context, 'platform')).map((entry) => entry.value),
    }),
    platformsBasis: t.field({
      type: [StatementType],
      description: 'Where it runs, each with what it rests on.',
      resolve: async (row, _args, context) =>
        (await contentOf<Content>(row, context)).platforms.map((platform) => factAs(platform as unknown as CitedFact, String(platform['name']), row)),
    }),
    licence: t.field({
      type: StatementType,
      nullable: true,
      description: 'An SPDX expression, such as Apache-2.0, with what it rests on.',
      resolve: async (row, _args, context) => {
        const { licence } = await contentOf<Content>(row, context);
        return licence ? factAs(licence as unknown as CitedFact, String(licence['id']), row) : null;
      },
    }),
    licenceId: t.string({
      nullable: true,
      description: 'The licence in lists, as far as everybody may know it.',
      resolve: async (row, _args, context) => (await facetsOf(row, context, 'licence'))[0]?.value ?? null,
    }),
    repository: t.string({
      nullable: true,
      description: 'The web address of its code.',
      resolve: async (row, _args, context) => (await contentOf<Content>(row, context)).repository ?? null,
    }),
    repositoryCheck: t.field({
      type: LinkCheckType,
      nullable: true,
      description: 'What the repository of the live entry answered when the library last asked it.',
      resolve: (row, _args, context) => linkCheckOf(context, row),
    }),
    howToTry: t.field({
      type: [StatementType],
      resolve: async (row, _args, context) => statements((await contentOf<Content>(row, context)).howToTry, row),
    }),
    projects: t.field({ type: [ProjectType], description: 'Who uses it.', resolve: (row, _args, context) => linkedRecords(row, context, 'PROJECT') }),
    vendors: t.field({ type: [VendorType], resolve: (row, _args, context) => linkedRecords(row, context, 'VENDOR') }),
  }),
});
