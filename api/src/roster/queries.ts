import { fault } from '#i18n/fault.ts';
import { AgreementFilterInput } from '../agreements/types.ts';
import type { AgreementFilter } from '../agreements/list.ts';
import { builder } from '../builder.ts';
import { invalidInput } from '../errors.ts';
import { chosenIn, Facet, Ignored, PageInfo, pageInfoOf, selectedFields } from '../records/connection.ts';
import { isDay } from '#prisma/content/day.ts';
import { lists } from '../records/filters.ts';
import { facetsOf, linksOf } from '../records/record.ts';
import type { RecordRow } from '../records/load.ts';
import { VendorType } from '../records/types.ts';
import { Access, Sector, Stage, Use } from '../projects/project.ts';
import { VendorFilter } from '../vendors/vendor.ts';
import { listRoster, type RosterAnswer, type RosterOrder } from './roster.ts';
import type { WorkFilter } from './work.ts';

/** A name that somebody types. */
const NAME_MAX = 200;

const WorkInput = builder.inputType('WorkFilter', {
  description: 'What is asked of the work of a vendor: all of it holds of one and the same engagement.',
  fields: (t) => ({
    stage: t.field({ type: [Stage], description: 'What became of the project: its stage today.' }),
    workPlatform: t.stringList({ description: 'The stack of the engagement, or the platforms of its project where none is stated.' }),
    workAccess: t.field({ type: [Access] }),
    role: t.stringList({ description: 'What the vendor was in the project, as it is written.' }),
    use: t.field({ type: [Use] }),
    sector: t.field({ type: [Sector] }),
    goal: t.intList({ description: '1 to 17.' }),
    client: t.stringList({ description: 'For whom, by slug or short name.' }),
    workRegion: t.stringList({ description: 'Where the project works, by slug, such as latin-america.' }),
    workCountry: t.stringList({ description: 'Where the project works, ISO 3166-1 alpha-2.' }),
    unSystem: t.boolean({ description: 'For an organization of the United Nations system.' }),
    wentIntoUse: t.boolean({ description: 'The project was in use at some time, whatever became of it.' }),
  }),
});
const Order = builder.enumType('RosterOrder', {
  description: 'The order of the roster.',
  values: {
    SOURCE: { description: 'As in the source.' },
    TITLE: { description: 'By name.' },
    UPDATED: { description: 'Last changed first.' },
    WORK: { description: 'Who had a part in most projects first.' },
    LATEST: { description: 'Whose work is latest first.' },
  } satisfies Record<RosterOrder, object>,
});
const Edge = builder.objectRef<RecordRow & { cursor: string }>('RosterEdge').implement({
  fields: (t) => ({ cursor: t.exposeString('cursor'), node: t.field({ type: VendorType, resolve: (row) => row }) }),
});
const Connection = builder.objectRef<RosterAnswer & { started: boolean }>('RosterConnection').implement({
  description: 'A page of the roster.',
  fields: (t) => ({
    edges: t.field({ type: [Edge], resolve: ({ rows }) => rows }),
    pageInfo: t.field({ type: PageInfo, resolve: pageInfoOf }),
    totalCount: t.int({ description: 'How many there are under the filters.', resolve: ({ totalCount }) => totalCount ?? 0 }),
    facets: t.field({
      type: [Facet],
      description: 'Of the work, then of the vendors; how many vendors each value would leave.',
      resolve: async ({ facets, work }) => [...(await work()), ...facets],
    }),
    ignored: t.field({ type: [Ignored], resolve: ({ ignored }) => ignored }),
  }),
});

builder.queryField('roster', (t) =>
  t.field({
    type: Connection,
    description: 'Vendors by what they are, by what they delivered to whom, and by the agreements with them that you may see.',
    args: {
      filter: t.arg({ type: VendorFilter, required: false }),
      work: t.arg({ type: WorkInput, required: false }),
      agreement: t.arg({ type: AgreementFilterInput, required: false, description: 'All of it holds of one and the same agreement.' }),
      name: t.arg.string({ required: false, description: 'Name, former name, alias or number of a register; typing mistakes are forgiven.' }),
      orderBy: t.arg({ type: Order, required: false }),
      since: t.arg.string({ required: false, description: 'Only what was changed on this day (UTC) or later: 2026-11-01.' }),
      first: t.arg.int({ required: false, description: '1 to 100; 20 unless given.' }),
      after: t.arg.string({ required: false, description: 'The cursor after which the page begins.' }),
    },
    resolve: async (_root, { filter, work, agreement, name, orderBy, since, first, after }, context, info) => {
      if (since && !isDay(since)) throw invalidInput([fault('since', 'DATE', { example: '2026-11-01' })]);
      if ((name?.length ?? 0) > NAME_MAX) throw invalidInput([fault('name', 'QUERY', { max: NAME_MAX, given: name?.length ?? 0 })]);
      const selected = selectedFields(info);
      const fields = lists.get('vendors')?.fields ?? {};
      const named = new Map(Object.entries(fields).map(([field, facet]) => [facet, field]));
      const answer = await listRoster(context, {
        filter: filter ? chosenIn(fields, filter) : {},
        work: (work ?? null) as WorkFilter | null,
        agreement: (agreement ?? null) as AgreementFilter | null,
        name: name ?? null,
        orderBy: orderBy ?? (since ? 'UPDATED' : 'SOURCE'),
        since: since ?? null,
        first: first ?? null,
        after: after ?? null,
        wants: {
          rows: selected.has('edges') || selected.has('pageInfo'),
          total: selected.has('totalCount'),
          facets: selected.has('facets') ? Object.values(fields) : [],
        },
      });
      return {
        ...answer,
        facets: answer.facets.map((one) => ({ ...one, field: named.get(one.field) ?? one.field })),
        ignored: answer.ignored.map((one) => ({ ...one, field: named.get(one.field) ?? one.field })),
        started: Boolean(after),
      };
    },
  }),
);
builder.objectField(VendorType, 'latestWork', (t) =>
  t.string({
    nullable: true,
    description:
      'When a project that it worked in last reached a stage, or to which day its work is told: 2019, 2019-05 or 2019-05-31. Of its first 100 engagements.',
    resolve: async (row, _args, context) => {
      const links = await linksOf(row, context, 'IN', 'ENGAGEMENT');
      const days = await Promise.all(
        links.map(async ({ data, record }) => [
          ...(await facetsOf(record, context, 'latest')).map(({ value }) => value),
          ...(typeof data?.asAt === 'string' ? [data.asAt as string] : []),
        ]),
      );
      return days.flat().toSorted().at(-1) ?? null;
    },
  }),
);
