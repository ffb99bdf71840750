import { builder } from '../../builder.ts';
import { canManageUptake } from '../policy.ts';
import { MatrixType } from '../types.ts';
import { CampaignType } from './campaign.ts';
import { type LastAsked, readCampaigns, readLastAsked } from './read.ts';

const LastAskedType = builder.objectRef<LastAsked>('CampaignLastAsked').implement({
  description: 'When a campaign last wrote to an organization.',
  fields: (t) => ({
    organizationSlug: t.exposeString('slug'),
    on: t.exposeString('on', { description: 'Calendar date.' }),
  }),
});
builder.objectField(MatrixType, 'lastAsked', (t) =>
  t.field({
    type: [LastAskedType],
    description: 'When campaigns on the report last wrote to whom: the secretariat sees all, others their organization, the public nothing.',
    resolve: (matrix, _args, { reads, user }) => readLastAsked(reads, user, matrix.report.id),
  }),
);

builder.queryFields((t) => ({
  campaigns: t.field({
    type: [CampaignType],
    description: 'Campaigns, last opened first: the secretariat sees all, others those that ask their organization.',
    args: { report: t.arg.string({ required: false }) },
    resolve: (_root, { report }, { services, user }) => readCampaigns(services.db, user, { report }),
  }),
  campaign: t.field({
    type: CampaignType,
    nullable: true,
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, { id }, { services, user }) => (await readCampaigns(services.db, user, { id: String(id) }))[0] ?? null,
  }),
  viewerCanOpenCampaign: t.boolean({ resolve: (_root, _args, { user }) => canManageUptake(user) }),
}));
