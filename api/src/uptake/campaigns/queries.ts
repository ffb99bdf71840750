import { builder } from '../../builder.ts';
import { canManageUptake } from '../policy.ts';
import { CampaignType } from './campaign.ts';
import { readCampaigns } from './write.ts';

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
