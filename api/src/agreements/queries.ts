import { fault } from '#i18n/fault.ts';
import { ViewerOrganization } from '../accounts/viewer-organization.ts';
import { builder } from '../builder.ts';
import { invalidInput } from '../errors.ts';
import { batch } from '../records/batch.ts';
import { Facet, PageInfo, pageInfoOf } from '../records/connection.ts';
import { VendorType } from '../records/types.ts';
import { isDate, utcToday } from '../uptake/state.ts';
import { type AgreementRow, readAgreement, readAgreementsOf } from './agreement.ts';
import { type AgreementList, type agreementOrders, agreementsOfVendors, type AgreementOrder, listAgreements } from './list.ts';
import { keptBy } from './policy.ts';
import { AgreementFilterInput, AgreementType, namedOf } from './types.ts';

/** So many agreements stand on the page of a vendor. */
const OF_VENDOR = 50;

const Order = builder.enumType('AgreementOrder', {
  description: 'The order of a list of agreements.',
  values: {
    ENDS: { description: 'What ends first, and what has ended after that.' },
    TITLE: { description: 'By title.' },
    HOLDER: { description: 'By holder.' },
    VENDOR: { description: 'By vendor.' },
  } satisfies Record<AgreementOrder, object>,
});
const Edge = builder.objectRef<AgreementRow & { cursor: string }>('AgreementEdge').implement({
  fields: (t) => ({ cursor: t.exposeString('cursor'), node: t.field({ type: AgreementType, resolve: (row) => row }) }),
});
const Connection = builder.objectRef<AgreementList & { started: boolean }>('AgreementConnection').implement({
  description: 'A page of agreements.',
  fields: (t) => ({
    edges: t.field({ type: [Edge], resolve: ({ rows }) => rows }),
    pageInfo: t.field({ type: PageInfo, resolve: pageInfoOf }),
    totalCount: t.exposeInt('totalCount', { description: 'How many there are under the filter.' }),
    facets: t.field({ type: [Facet], description: 'Of `holder` and `vendor`.', resolve: ({ facets }) => facets }),
  }),
});

builder.queryFields((t) => ({
  agreements: t.field({
    type: Connection,
    description: 'Long-term agreements that who asks may see.',
    args: {
      filter: t.arg({ type: AgreementFilterInput, required: false }),
      orderBy: t.arg({ type: Order, required: false }),
      first: t.arg.int({ required: false, description: '1 to 100; 20 unless given.' }),
      after: t.arg.string({ required: false, description: 'The cursor after which the page begins.' }),
    },
    resolve: async (_root, args, { reads, viewer }) => ({
      ...(await listAgreements(reads, viewer, { ...args, orderBy: args.orderBy as keyof typeof agreementOrders | null })),
      started: Boolean(args.after),
    }),
  }),
  agreement: t.field({
    type: AgreementType,
    nullable: true,
    args: { id: t.arg.id({ required: true }), at: t.arg.string({ required: false, description: 'As of this day; today unless given.' }) },
    resolve: (_root, { id, at }, { reads, viewer }) => {
      if (at && !isDate(at)) throw invalidInput([fault('at', 'DATE', { example: '2027-05-31' })]);
      return readAgreement(reads, viewer, String(id), at ?? utcToday());
    },
  }),
  agreementsAt: t.field({
    type: [AgreementType],
    description: `Agreements by their ids, as of today, in the order asked; at most ${OF_VENDOR}. Those that there are not, or that you do not see, are left out.`,
    args: { ids: t.arg.idList({ required: true }) },
    resolve: (_root, { ids }, { reads, viewer }) => {
      if (ids.length > OF_VENDOR) throw invalidInput([fault('ids', 'RECORDS_MANY', { max: OF_VENDOR, given: ids.length })]);
      return readAgreementsOf(reads, viewer, [...new Set(ids.map(String))]);
    },
  }),
  viewerKeepsFor: t.field({
    type: [ViewerOrganization],
    description: 'The organizations that who asks keeps agreements for.',
    resolve: (_root, _args, { user }) => namedOf(user, keptBy(user)),
  }),
}));

const agreementsOf = batch(async ({ reads, viewer }, ids: readonly string[]) => agreementsOfVendors(reads, viewer, ids, OF_VENDOR));
builder.objectField(VendorType, 'agreements', (t) =>
  t.field({
    type: [AgreementType],
    description: `Agreements with it that who asks may see, as of today, those that end last first; at most ${OF_VENDOR}.`,
    resolve: (row, _args, context) => agreementsOf(context, row.id),
  }),
);
