import { builder } from '../builder.ts';
import { addList } from '../records/connection.ts';
import { recordAt } from '../records/record.ts';
import { CertaintyEnum, CitationType, citationsOf } from '../records/statement.ts';
import { EngagementType, VendorFilter } from './vendor.ts';
import { ProjectType, VendorType } from '../records/types.ts';

EngagementType.implement({
  description: 'What a vendor delivered in a project.',
  fields: (t) => ({
    vendor: t.field({ type: VendorType, resolve: (engagement) => engagement.vendor }),
    project: t.field({ type: ProjectType, resolve: (engagement) => engagement.project }),
    role: t.string({ resolve: ({ data }) => data.role }),
    delivered: t.string({ nullable: true, resolve: ({ data }) => data.delivered ?? null }),
    stack: t.stringList({ resolve: ({ data }) => data.stack }),
    period: t.string({ nullable: true, resolve: ({ data }) => data.period ?? null }),
    outcome: t.string({ nullable: true, resolve: ({ data }) => data.outcome ?? null }),
    asAt: t.string({ nullable: true, resolve: ({ data }) => data.asAt ?? null }),
    certainty: t.field({ type: CertaintyEnum, resolve: ({ data }) => data.certainty }),
    note: t.string({ nullable: true, resolve: ({ data }) => data.note ?? null }),
    citations: t.field({ type: [CitationType], resolve: ({ data, project }) => citationsOf(data, project.id) }),
  }),
});

addList('VENDOR', 'vendors', VendorType as never, 'External providers, in-house providers and investees.', { input: VendorFilter });

builder.queryField('vendor', (t) =>
  t.field({
    type: VendorType,
    nullable: true,
    args: { slug: t.arg.string({ required: true }) },
    resolve: (_root, { slug }, context, info) => recordAt(context, info, 'VENDOR', { slug }),
  }),
);
