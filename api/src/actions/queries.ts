import { type FieldFault, fault } from '#i18n/fault.ts';
import { builder } from '../builder.ts';
import { Facet, PageInfo } from '../records/connection.ts';
import { invalidInput } from '../errors.ts';
import { pageSize } from '../records/list.ts';
import { ActionKind, ActionType, actionsOf, type ActionRow } from './action.ts';

type Answer = { all: ActionRow[]; page: ActionRow[]; offset: number };
const cursorOf = (offset: number) => Buffer.from(`actions:${offset}`).toString('base64url');

const Edge = builder.objectRef<{ cursor: string; node: ActionRow }>('ActionEdge').implement({
  fields: (t) => ({ cursor: t.exposeString('cursor'), node: t.field({ type: ActionType, resolve: (edge) => edge.node }) }),
});
const countBy = (rows: ActionRow[], field: string, value: (row: ActionRow) => string, label: (row: ActionRow) => string) => {
  const values = new Map<string, { value: string; label: string; count: number }>();
  for (const row of rows) {
    const entry = values.get(value(row)) ?? { value: value(row), label: label(row), count: 0 };
    entry.count++;
    values.set(value(row), entry);
  }
  return { field, values: [...values.values()] };
};
const Connection = builder.objectRef<Answer>('ActionConnection').implement({
  description: 'A page of actions.',
  fields: (t) => ({
    edges: t.field({ type: [Edge], resolve: ({ page, offset }) => page.map((node, index) => ({ node, cursor: cursorOf(offset + index + 1) })) }),
    pageInfo: t.field({
      type: PageInfo,
      resolve: ({ all, page, offset }) => ({
        hasNextPage: offset + page.length < all.length,
        hasPreviousPage: offset > 0,
        startCursor: page.length ? cursorOf(offset + 1) : null,
        endCursor: page.length ? cursorOf(offset + page.length) : null,
      }),
    }),
    totalCount: t.int({ resolve: ({ all }) => all.length }),
    facets: t.field({
      type: [Facet],
      resolve: ({ all }) => [
        countBy(
          all,
          'kind',
          (row) => row.kind,
          (row) => row.kind,
        ),
        countBy(
          all,
          'recommendation',
          (row) => String(row.recommendationNumber),
          (row) => `Recommendation ${row.recommendationNumber}`,
        ),
        countBy(
          all,
          'organization',
          (row) => row.organizationSlug,
          (row) => row.organizationName,
        ),
      ],
    }),
  }),
});
const filter = builder.inputType('ActionFilter', {
  fields: (t) => ({
    kind: t.field({ type: [ActionKind] }),
    recommendation: t.intList({ description: 'Number of a formal recommendation.' }),
    organization: t.stringList({ description: 'By slug or short name.' }),
    printed: t.boolean({ description: 'Whether the cell is filled in print; unless given, only those are listed.' }),
  }),
});

builder.queryField('actions', (t) =>
  t.field({
    type: Connection,
    description: 'The actions of Annex IV: which recommendation is addressed to which organization. At most a few hundred, read whole.',
    args: {
      report: t.arg.string({ required: false, description: 'Source key of the report; the one the library starts from unless given.' }),
      filter: t.arg({ type: filter, required: false }),
      first: t.arg.int({ required: false }),
      after: t.arg.string({ required: false }),
    },
    resolve: async (_root, args, context) => {
      const faults: FieldFault[] = [];
      const size = pageSize(args.first, faults);
      const match = args.after ? /^actions:(\d{1,6})$/.exec(Buffer.from(args.after, 'base64url').toString()) : null;
      if (args.after && !match) faults.push(fault('after', 'CURSOR'));
      if (faults.length > 0) throw invalidInput(faults);
      const all = await actionsOf(context.reads, context.viewer, { report: args.report, choice: args.filter ?? {} });
      const offset = Number(match?.[1] ?? 0);
      return { all, page: all.slice(offset, offset + size), offset };
    },
  }),
);
