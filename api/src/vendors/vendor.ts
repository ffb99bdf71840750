import { type Vendor as Content, vendorKinds } from '#prisma/content/vendor.ts';
import { builder } from '../builder.ts';
import { filterInput } from '../records/connection.ts';
import { Country } from '../records/country.ts';
import { isRestricted } from '../records/lookup.ts';
import { namedBy } from '../records/named-by.ts';
import { contentOf, facetsOf, linksOf, RecordInterface } from '../records/record.ts';
import { type CitedFact, factAs, statement, statements, StatementType } from '../records/statement.ts';
import type { RecordRow } from '../records/load.ts';
import { vendorsLike } from '../records/similar.ts';
import { VendorType } from '../records/types.ts';

const VendorKind = builder.enumType('VendorKind', {
  description:
    'EXTERNAL: a firm or network outside the UN system. IN_HOUSE: a provider of the UN system. INVESTEE: a firm in which a fund of the UN system has invested.',
  values: vendorKinds,
});

export const VendorFilter = filterInput('Vendor', 'VENDOR', { kind: VendorKind });

export type EngagementData = CitedFact & { vendor: string; role: string; delivered?: string; stack: string[]; period?: string; outcome?: string };
export type EngagementParent = { data: EngagementData; project: RecordRow; vendor: RecordRow };
/** What a vendor delivered in a project: the same on the page of either. */
export const EngagementType = builder.objectRef<EngagementParent>('Engagement');

const SimilarVendor = builder.objectRef<{ vendor: RecordRow; platforms: string[] }>('SimilarVendor').implement({
  description: 'Another vendor that works on the same platforms, and which.',
  fields: (t) => ({ vendor: t.field({ type: VendorType, resolve: (similar) => similar.vendor }), platforms: t.exposeStringList('platforms') }),
});

const idAs = (fact: unknown, row: RecordRow) => (fact ? factAs(fact as CitedFact, (fact as { id: string }).id, row) : null);

VendorType.implement({
  description: 'An external provider, an in-house provider or an investee. The library says what was delivered, never "approved".',
  interfaces: [RecordInterface],
  fields: (t) => ({
    name: t.string({ resolve: (row) => row.title }),
    formerNames: t.stringList({ resolve: async (row, _args, context) => (await contentOf<Content>(row, context)).formerNames }),
    alsoKnownAs: t.stringList({ resolve: async (row, _args, context) => (await contentOf<Content>(row, context)).alsoKnownAs }),
    registrationNumber: t.string({
      nullable: true,
      description: 'The number under which a public register has it.',
      resolve: async (row, _args, context) => (await contentOf<Content>(row, context)).registrationNumber ?? null,
    }),
    ror: t.field({
      type: StatementType,
      nullable: true,
      description: 'Its identifier in the Research Organization Registry.',
      resolve: async (row, _args, context) => idAs((await contentOf<Content>(row, context)).ror, row),
    }),
    orgId: t.field({
      type: StatementType,
      nullable: true,
      description: 'Its identifier as org-id.guide describes them.',
      resolve: async (row, _args, context) => idAs((await contentOf<Content>(row, context)).orgId, row),
    }),
    iati: t.field({
      type: StatementType,
      nullable: true,
      description: 'Its IATI organization identifier.',
      resolve: async (row, _args, context) => idAs((await contentOf<Content>(row, context)).iati, row),
    }),
    principals: t.field({
      type: [StatementType],
      description: 'Who owns or leads it, each with what it rests on. For the UN system, unless its writers chose another audience.',
      resolve: async (row, _args, context) =>
        ((await contentOf<Content>(row, context)).principals ?? []).map((one) => {
          const { name, role } = one as unknown as { name: string; role?: string };
          return factAs(one as unknown as CitedFact, role ? `${name}, ${role}` : name, row);
        }),
    }),
    vendorKind: t.field({
      type: VendorKind,
      resolve: async (row, _args, context) =>
        ((await facetsOf(row, context, 'kind_of_vendor'))[0]?.value ?? (await contentOf<Content>(row, context)).kind) as (typeof vendorKinds)[number],
    }),
    country: t.field({ type: Country, nullable: true, resolve: async (row, _args, context) => (await facetsOf(row, context, 'country'))[0]?.value ?? null }),
    countryBasis: t.field({
      type: StatementType,
      nullable: true,
      resolve: async (row, _args, context) => {
        const { country } = await contentOf<Content>(row, context);
        return country ? factAs(country as unknown as CitedFact, String(country['code']), row) : null;
      },
    }),
    platforms: t.stringList({
      resolve: async (row, _args, context) =>
        row.content && isRestricted('VENDOR', row.content, 'platforms')
          ? (row.content.platforms as { name: string }[]).map((platform) => platform.name)
          : (await facetsOf(row, context, 'platform')).map((entry) => entry.value),
    }),
    platformsBasis: t.field({
      type: [StatementType],
      description: 'The platforms, each with what it rests on.',
      resolve: async (row, _args, context) =>
        (await contentOf<Content>(row, context)).platforms.map((platform) => factAs(platform as unknown as CitedFact, String(platform['name']), row)),
    }),
    similar: t.field({
      type: [SimilarVendor],
      description: 'Vendors on the same platforms, most in common first; at most 8.',
      resolve: async (row, _args, context) =>
        (await vendorsLike(context, row)).map(({ record, data }) => ({
          vendor: record,
          platforms: (data as { shared: string[] }).shared.map((key) => key.slice('platform:'.length)),
        })),
    }),
    services: t.stringList({
      resolve: async (row, _args, context) =>
        row.content && isRestricted('VENDOR', row.content, 'services')
          ? (row.content.services as string[])
          : (await facetsOf(row, context, 'service')).map((entry) => entry.value),
    }),
    website: t.string({ nullable: true, resolve: async (row, _args, context) => (await contentOf<Content>(row, context)).website ?? null }),
    summary: t.field({ type: StatementType, resolve: async (row, _args, context) => statement((await contentOf<Content>(row, context)).summary, row) }),
    statements: t.field({
      type: [StatementType],
      resolve: async (row, _args, context) => statements((await contentOf<Content>(row, context)).statements, row),
    }),
    projectCount: t.int({
      description: 'In how many projects it delivered something.',
      resolve: (row, _args, context) => namedBy(context, { id: row.id, relation: 'ENGAGEMENT', kind: 'PROJECT' }),
    }),
    engagements: t.field({
      type: [EngagementType],
      description: 'What it delivered, for whom, on what stack, and how it ended.',
      resolve: async (row, _args, context) =>
        (await linksOf(row, context, 'IN', 'ENGAGEMENT')).map((link) => ({ data: link.data as EngagementData, project: link.record, vendor: row })),
    }),
  }),
});
