import type { Context } from '../../context.ts';
import { builder } from '../../builder.ts';
import { ValidationError } from '../../errors.ts';
import { CampaignResult } from './campaign.ts';
import { InvalidInput } from '../../invalid-input.ts';
import { addToCampaign, correctCampaignContact, extendCampaign, remindNow } from './change.ts';
import { type CampaignRow, readCampaigns } from './read.ts';
import { type CampaignMail, type CampaignPreview, closeCampaign, openCampaign, previewCampaign } from './write.ts';

const Asked = builder.inputType('CampaignOrganizationInput', {
  fields: (t) => ({
    organization: t.string({ required: true, description: 'Slug or short name.' }),
    contact: t.string({ description: 'A mail address; its focal points unless given.' }),
    secondContact: t.string({ description: 'For an escalation; its publishers unless given.' }),
  }),
});
const CampaignInput = builder.inputType('CampaignInput', {
  fields: (t) => ({
    title: t.string({ required: true }),
    message: t.string({ required: true }),
    opensOn: t.string({ description: 'Today unless given.' }),
    closesOn: t.string({ required: true }),
    reminderDays: t.intList({ description: 'Days before the closing date; 14 and 3 unless given.' }),
    escalationDays: t.int({ description: 'Days after the closing date; no escalation unless given.' }),
    organizations: t.field({ type: [Asked], required: true }),
  }),
});
const shown = async ({ services, user }: Context, done: { id: string } | ValidationError): Promise<CampaignRow | ValidationError> =>
  done instanceof ValidationError ? done : ((await readCampaigns(services.db, user, { id: done.id }))[0] as CampaignRow);

const MailType = builder.objectRef<CampaignMail>('CampaignMail').implement({
  description: 'A mail as it would be sent.',
  fields: (t) => ({
    kind: t.exposeString('kind', { description: 'OPENED, REMINDER or ESCALATION.' }),
    days: t.exposeInt('days', { description: 'Before the closing date for a reminder, after it for an escalation.' }),
    subject: t.exposeString('subject'),
    text: t.exposeString('text'),
  }),
});
const ReceiversType = builder.objectRef<CampaignPreview['receivers'][number]>('CampaignReceivers').implement({
  description: 'Whom a campaign would write to at an organization.',
  fields: (t) => ({
    organizationName: t.exposeString('organization'),
    first: t.exposeStringList('first'),
    second: t.exposeStringList('second', { description: 'For an escalation; empty where there is nobody.' }),
    mails: t.field({ type: [MailType], description: 'Every mail to it, in their order in time.', resolve: ({ mails }) => mails }),
  }),
});
const PreviewType = builder.objectRef<CampaignPreview>('CampaignPreview').implement({
  description: 'What a campaign would send to whom.',
  fields: (t) => ({
    organizationName: t.exposeString('organization', { description: 'The organization that the mails are shown for: the first that is asked.' }),
    mails: t.field({ type: [MailType], resolve: ({ mails }) => mails }),
    receivers: t.field({ type: [ReceiversType], resolve: ({ receivers }) => receivers }),
  }),
});
const PreviewResult = builder.unionType('CampaignPreviewResult', {
  types: [PreviewType, InvalidInput],
  resolveType: (value) => (value instanceof ValidationError ? 'InvalidInput' : 'CampaignPreview'),
});
builder.queryField('campaignPreview', (t) =>
  t.field({
    type: PreviewResult,
    description: 'What a campaign would send to whom, before it is opened; nothing is written. For the secretariat.',
    args: {
      report: t.arg.string({ required: false }),
      input: t.arg({ type: CampaignInput, required: true }),
    },
    resolve: (_root, { report, input }, { services, user }) => previewCampaign(services.db, user, { report, given: input }, services.accounts.settings),
  }),
);

builder.mutationFields((t) => ({
  openCampaign: t.field({
    type: CampaignResult,
    description: 'Asks organizations for an update; they are written to at once. For the secretariat.',
    args: {
      report: t.arg.string({ required: false }),
      input: t.arg({ type: CampaignInput, required: true }),
      idempotencyKey: t.arg.string({ required: true }),
    },
    resolve: async (_root, { report, input, idempotencyKey }, context) =>
      shown(context, await openCampaign(context.services.db, context.user, { report, given: input, idempotencyKey }, context.services.accounts.settings)),
  }),
  remindNow: t.field({
    type: CampaignResult,
    description: 'Reminds at once all whose answer to a campaign is not complete; who had a mail of it today gets no second one. For the secretariat.',
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, { id }, context) =>
      shown(context, await remindNow(context.services.db, context.user, String(id), context.services.accounts.settings)),
  }),
  extendCampaign: t.field({
    type: CampaignResult,
    description: 'Moves the closing day of a campaign to a later one and tells those whose answer is not complete. For the secretariat.',
    args: { id: t.arg.id({ required: true }), closesOn: t.arg.string({ required: true, description: 'Calendar date.' }) },
    resolve: async (_root, { id, closesOn }, context) =>
      shown(context, await extendCampaign(context.services.db, context.user, { id: String(id), closesOn }, context.services.accounts.settings)),
  }),
  addToCampaign: t.field({
    type: CampaignResult,
    description: 'Asks more organizations with a campaign that is there; they are written to as the others were. For the secretariat.',
    args: { id: t.arg.id({ required: true }), organizations: t.arg({ type: [Asked], required: true }) },
    resolve: async (_root, { id, organizations }, context) =>
      shown(context, await addToCampaign(context.services.db, context.user, { id: String(id), given: organizations }, context.services.accounts.settings)),
  }),
  correctCampaignContact: t.field({
    type: CampaignResult,
    description: 'Corrects whom a campaign writes to at an organization; what had been sent is sent again to the corrected address. For the secretariat.',
    args: { id: t.arg.id({ required: true }), contact: t.arg({ type: Asked, required: true }) },
    resolve: async (_root, { id, contact }, context) =>
      shown(context, await correctCampaignContact(context.services.db, context.user, { id: String(id), given: contact }, context.services.accounts.settings)),
  }),
  closeCampaign: t.field({
    type: CampaignResult,
    description: 'Ends a campaign: no further mail, no further answers. For the secretariat.',
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, { id }, context) => shown(context, await closeCampaign(context.services.db, context.user, String(id))),
  }),
}));
