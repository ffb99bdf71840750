import type { ImplementableObjectRef, ObjectRef } from '@pothos/core';
import type { GraphQLResolveInfo } from 'graphql';
import { bare } from '#prisma/content/field.ts';
import { type FieldFault, fault } from '#i18n/fault.ts';
import { sentence } from '#i18n/sentence.ts';
import type { RangeBy } from '#prisma/content/field.ts';
import { kinds } from '#prisma/content/kinds.ts';
import type { RecordKind } from '#prisma/generated/enums.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { invalidInput } from '../errors.ts';
import { askedFields } from './asked.ts';
import { isDay } from '#prisma/content/day.ts';
import { addressOf, type Ends, listOf, lists, readFilters, readRange } from './filters.ts';
import { type Ignored as IgnoredValue, type ListAnswer, listRecords, type Order, type Range } from './list.ts';
import type { RecordRow } from './load.ts';

export const PageInfo = builder
  .objectRef<{ hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null }>('PageInfo')
  .implement({
    description: 'Whether there is more (Relay cursor connections).',
    fields: (t) => ({
      hasNextPage: t.exposeBoolean('hasNextPage'),
      hasPreviousPage: t.exposeBoolean('hasPreviousPage'),
      startCursor: t.exposeString('startCursor', { nullable: true }),
      endCursor: t.exposeString('endCursor', { nullable: true }),
    }),
  });
/** What a connection says of its page, from the rows that it has. */
export const pageInfoOf = ({ rows, hasNextPage, started }: { rows: readonly { cursor: string }[]; hasNextPage: boolean; started: boolean }) => ({
  hasNextPage,
  hasPreviousPage: started,
  startCursor: rows[0]?.cursor ?? null,
  endCursor: rows.at(-1)?.cursor ?? null,
});
const FacetValue = builder.objectRef<{ value: string; label: string; count: number }>('FacetValue').implement({
  description: 'A value that the list can be filtered by, and how many records have it under the other filters.',
  fields: (t) => ({ value: t.exposeString('value'), label: t.exposeString('label'), count: t.exposeInt('count') }),
});
export const Facet = builder.objectRef<{ field: string; values: { value: string; label: string; count: number }[] }>('Facet').implement({
  description: 'The values of one filter field. Its own choice is left out of the counts, so that they say what choosing another value gives.',
  fields: (t) => ({ field: t.exposeString('field'), values: t.field({ type: [FacetValue], resolve: (facet) => facet.values }) }),
});
export const Ignored = builder.objectRef<IgnoredValue>('IgnoredFilter').implement({
  description: 'A filter value that nothing in the library has, or that is none; it was left out, the others apply.',
  fields: (t) => ({
    field: t.exposeString('field'),
    value: t.exposeString('value'),
    code: t.exposeString('code', { description: 'Why it was left out, by a name that stays the same.' }),
    params: t.field({ type: 'JSON', description: 'What the sentence of the code names.', resolve: (one) => one.params }),
    message: t.string({ description: 'Why it was left out, in English.', resolve: sentence }),
  }),
});
const OrderEnum = builder.enumType('ListOrder', {
  description: 'The order of a list.',
  values: {
    SOURCE: { description: 'As in the source.' },
    TITLE: { description: 'By title.' },
    UPDATED: { description: 'Last changed first.' },
  } satisfies Record<Order, object>,
});

/** The names of the fields that a query selects of a connection, through fragments too. */
export const selectedFields = (info: GraphQLResolveInfo): Set<string> => new Set(askedFields(info).map(({ name }) => name));

type Answer = ListAnswer & { started: boolean };

const ranges = {
  date: builder.inputType('DateRange', {
    description: 'From a date to a date, both included; either may be left out, and each may be a year, a month or a day: 2019, 2019-05, 2019-05-17.',
    fields: (t) => ({ from: t.string(), to: t.string() }),
  }),
  number: builder.inputType('NumberRange', {
    description: 'From a number to a number, both included; either may be left out.',
    fields: (t) => ({ from: t.float(), to: t.float() }),
  }),
};

/** The input of a concept's filters, from its definition; `types` says which of them are enumerations of the schema. */
export function filterInput(name: string, kind: RecordKind, types: Record<string, unknown>, description?: string) {
  return builder.inputType(`${name}Filter`, {
    ...(description ? { description } : {}),
    fields: (t) =>
      Object.fromEntries([
        ...kinds[kind].filters.map(({ as, schema, explain }) => {
          const options = explain ? { description: explain } : {};
          const type = types[as];
          if (type) return [as, t.field({ ...options, type: [type] as never })];
          return [as, bare(schema).def.type === 'number' ? t.intList(options) : t.stringList(options)];
        }),
        ...kinds[kind].ranges.map(({ as, type, explain }) => [as, t.field({ ...(explain ? { description: explain } : {}), type: ranges[type] as never })]),
      ]) as never,
  });
}

/**
 * Adds a list of a concept to the schema: `plural(filter, orderBy, first, after)` as a Relay connection with
 * `totalCount`, `facets` and `ignored`. One SQL statement gives whatever of these was asked for. Its filters are those of
 * the concept's definition (prisma/content).
 * @param types which filters take an enumeration of the schema
 * @param input in place of the one from the definition: of a concept without filters one that it takes and ignores
 */
export function addList(
  kind: keyof typeof RecordKind,
  plural: string,
  node: ObjectRef<never, RecordRow> | ImplementableObjectRef<never, RecordRow>,
  description: string,
  // biome-ignore lint/suspicious/noExplicitAny: an input type of any shape, and an enumeration with whatever values.
  { types = {}, input, about }: { types?: Record<string, any>; input?: any; about?: string } = {},
) {
  const name = (node as { name: string }).name;
  const list = listOf(kind);
  const { fields } = list;
  const Edge = builder.objectRef<RecordRow & { cursor: string }>(`${name}Edge`).implement({
    fields: (t) => ({ cursor: t.exposeString('cursor'), node: t.field({ type: node as never, resolve: (row) => row as never }) }),
  });
  const Connection = builder.objectRef<Answer>(`${name}Connection`).implement({
    description: `A page of ${plural}.`,
    fields: (t) => ({
      edges: t.field({ type: [Edge], resolve: (answer) => answer.rows }),
      pageInfo: t.field({ type: PageInfo, resolve: pageInfoOf }),
      totalCount: t.int({ description: 'How many there are under the filter.', resolve: (answer) => answer.totalCount ?? 0 }),
      facets: t.field({ type: [Facet], resolve: (answer) => answer.facets }),
      ignored: t.field({ type: [Ignored], resolve: (answer) => answer.ignored }),
    }),
  });
  lists.set(plural, list);
  const facetNames = new Map(Object.entries(fields).map(([field, facet]) => [facet, field]));
  builder.queryField(plural, (t) =>
    t.field({
      type: Connection,
      description,
      args: {
        filter: t.arg({ type: input ?? filterInput(name, kind, types, about), required: false }),
        orderBy: t.arg({ type: OrderEnum, required: false }),
        address: t.arg.string({
          required: false,
          description:
            'What follows the question mark in the address of a list page or an export, such as stage=PILOT&goal=2&sort=title. It is added to the filter; what cannot be used of it is in `ignored`.',
        }),
        since: t.arg.string({ required: false, description: 'Only what was changed on this day (UTC) or later: 2026-11-01.' }),
        first: t.arg.int({ required: false, description: '1 to 100; 20 unless given.' }),
        after: t.arg.string({ required: false, description: 'The cursor after which the page begins.' }),
      },
      resolve: async (_root, args, context: Context, info): Promise<Answer> => {
        const selected = selectedFields(info);
        const asked = readFilters(list, addressOf(args.address));
        const given = args.filter ? chosenIn(fields, args.filter) : {};
        const both = Object.fromEntries(
          [...new Set([...Object.keys(given), ...Object.keys(asked.filter)])].map((facet) => [
            facet,
            [...(given[facet] ?? []), ...(asked.filter[facet] ?? [])],
          ]),
        );
        const between = args.filter ? rangesIn(list.ranges, args.filter) : [];
        if (args.since && !isDay(args.since)) throw invalidInput([fault('since', 'DATE', { example: '2026-11-01' })]);
        const answer = await listRecords({ db: context.reads, facets: context.services.facets }, context.viewer, {
          kind,
          filter: both,
          ranges: [...between, ...asked.ranges],
          orderBy: args.orderBy ?? (args.since ? 'UPDATED' : asked.order),
          since: args.since ?? asked.since,
          first: args.first ?? null,
          after: args.after ?? null,
          wants: {
            rows: selected.has('edges') || selected.has('pageInfo'),
            total: selected.has('totalCount'),
            facets: selected.has('facets') ? [...facetNames.keys()] : [],
          },
        });
        const renamed = (facet: string) => facetNames.get(facet) ?? facet;
        return {
          ...answer,
          facets: answer.facets.map((facet) => ({ ...facet, field: renamed(facet.field) })),
          ignored: [...answer.ignored.map((one) => ({ ...one, field: renamed(one.field) })), ...asked.ignored],
          started: Boolean(args.after),
        };
      },
    }),
  );
  return Connection;
}

/** Filter input as it comes, to the stored facets: empty and absent choices are left out, numbers become text. */
export const chosenIn = (fields: Record<string, string>, filter: object): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(filter as Record<string, readonly (string | number)[] | null | undefined>)
      .filter(([, values]) => Array.isArray(values) && values.length > 0)
      .map(([field, values]) => [fields[field] ?? field, (values ?? []).map(String)]),
  );

/**
 * The filters by from and to of a filter input.
 * @throws GraphQLError BAD_USER_INPUT for an end that is no date or number, and for ends in the wrong order
 */
function rangesIn(ranges: readonly RangeBy[], filter: object): Range[] {
  const read = ranges.flatMap((one) => readRange(one, (filter as Record<string, Ends | null | undefined>)[one.as] ?? {}) ?? []);
  const faults = read.filter((one): one is FieldFault => 'code' in one);
  if (faults.length > 0) throw invalidInput(faults.map((one) => ({ ...one, path: `filter.${one.path}` })));
  return read.filter((one): one is Range => 'name' in one);
}
