import { builder } from '../../builder.ts';
import { ValidationError } from '../../errors.ts';
import { InvalidInput } from '../../invalid-input.ts';
import { batch } from '../../records/batch.ts';
import { canReport, canManageUptake } from '../policy.ts';
import { utcToday } from '../state.ts';
import { reportOf, UptakeReportType } from '../types.ts';
import { type Askable, type Nudge, previewNudge, readAskable } from './change.ts';
import { type CampaignAnswer, type CampaignRow, type Notice, readAnswers, readNotices } from './read.ts';
import type { CampaignMail } from './write.ts';

const answersOf = batch(async ({ services, user }, ids: readonly string[]) => {
  const byCampaign = Map.groupBy(await readAnswers(services.db, user, ids), ({ campaignId }) => campaignId);
  return ids.map((id) => byCampaign.get(id) ?? []);
});
const noticesOf = batch(async ({ services }, ids: readonly string[]) => {
  const byCampaign = Map.groupBy(await readNotices(services.db, ids), ({ campaignId }) => campaignId);
  return ids.map((id) => byCampaign.get(id) ?? []);
});

const AnswerState = builder.enumType('CampaignAnswerState', {
  values: ['COMPLETE', 'PARTLY', 'NONE'] as const,
  description: 'Whether all, some or none of the actions addressed to the organization were reported on while the campaign ran.',
});
const AnswerType = builder.objectRef<CampaignAnswer>('CampaignAnswer').implement({
  description: 'An organization that a campaign asks, and what it answered.',
  fields: (t) => ({
    organizationSlug: t.exposeString('slug'),
    organizationName: t.exposeString('name'),
    answered: t.exposeInt('answered', { description: 'Actions that the organization reported on from the moment of opening on, confirmed or not.' }),
    confirmed: t.exposeInt('confirmed', { description: 'Of these, those that a second person confirmed.' }),
    addressed: t.exposeInt('addressed', { description: 'Actions addressed to it.' }),
    state: t.field({ type: AnswerState, resolve: (answer) => (answer.answered === 0 ? 'NONE' : answer.answered < answer.addressed ? 'PARTLY' : 'COMPLETE') }),
    lastAnswer: t.exposeString('lastAnswer', { nullable: true, description: 'Calendar date.' }),
    contact: t.exposeString('contact', { nullable: true, description: 'Null: its focal points.' }),
    secondContact: t.exposeString('secondContact', { nullable: true, description: 'Null: its publishers.' }),
    viewerCanReport: t.boolean({ resolve: (answer, _args, { user }) => canReport(user, answer.slug) }),
  }),
});
const NoticeType = builder.objectRef<Notice>('CampaignNotice').implement({
  description: 'A mail of a campaign.',
  fields: (t) => ({
    kind: t.exposeString('kind', { description: 'OPENED, REMINDER, NUDGE, EXTENDED or ESCALATION.' }),
    days: t.exposeInt('days', { description: 'Before the closing date for a reminder, after it for an escalation.' }),
    recipient: t.exposeString('recipient'),
    queuedAt: t.exposeString('queuedAt'),
    organizationId: t.exposeString('organizationId'),
    organizationName: t.exposeString('organizationName'),
    mails: t.exposeInt('mails', { description: 'How many mails it is: one to each address.' }),
    sent: t.exposeInt('sent', { description: 'How many of them a mail server took.' }),
    failed: t.exposeInt('failed', { description: 'How many no mail server has taken yet, although it was tried.' }),
  }),
});
const CampaignState = builder.enumType('CampaignState', {
  values: ['PLANNED', 'OPEN', 'OVERDUE', 'CLOSED'] as const,
  description: 'OVERDUE: the closing date passed and the secretariat has not closed it.',
});

const AskableType = builder.objectRef<Askable>('CampaignAskable').implement({
  description: 'An organization that a campaign could ask.',
  fields: (t) => ({
    slug: t.exposeString('slug'),
    shortName: t.exposeString('name'),
    actions: t.exposeInt('actions', { description: 'Actions of the report that are addressed to it.' }),
  }),
});
const ReminderMail = builder.objectRef<CampaignMail>('CampaignReminderMail').implement({
  description: 'The mail of a reminder.',
  fields: (t) => ({ subject: t.exposeString('subject'), text: t.exposeString('text') }),
});
const NudgedType = builder.objectRef<Nudge['receivers'][number]>('CampaignNudged').implement({
  description: 'An organization that a reminder would go to.',
  fields: (t) => ({ organizationName: t.exposeString('organization'), addresses: t.exposeStringList('addresses') }),
});
const NudgeType = builder.objectRef<Nudge>('CampaignNudge').implement({
  description: 'What a reminder that is sent now would say to whom.',
  fields: (t) => ({
    mail: t.field({ type: ReminderMail, nullable: true, description: 'To the first of them; null where nobody would get one.', resolve: ({ mail }) => mail }),
    receivers: t.field({ type: [NudgedType], resolve: ({ receivers }) => receivers }),
    today: t.exposeStringList('today', { description: 'Organizations that had a mail of the campaign today and get no second one.' }),
    nobody: t.exposeStringList('nobody', { description: 'Organizations at which nobody is known.' }),
  }),
});

export const CampaignType = builder.objectRef<CampaignRow>('Campaign').implement({
  description: 'The secretariat asks chosen organizations for an update by a closing date. For the secretariat and the organizations asked.',
  fields: (t) => ({
    id: t.exposeID('id'),
    title: t.exposeString('title'),
    message: t.exposeString('message'),
    opensOn: t.exposeString('opensOn'),
    closesOn: t.exposeString('closesOn'),
    closedAt: t.exposeString('closedAt', { nullable: true }),
    state: t.field({
      type: CampaignState,
      resolve: ({ closedAt, opensOn, passed }) => (closedAt ? 'CLOSED' : opensOn > utcToday() ? 'PLANNED' : passed ? 'OVERDUE' : 'OPEN'),
    }),
    reminderDays: t.exposeIntList('reminderDays'),
    escalationDays: t.exposeInt('escalationDays', { nullable: true }),
    firstClosesOn: t.exposeString('firstClosesOn', { nullable: true, description: 'The closing day that it had at first; null where it was never moved.' }),
    demo: t.exposeBoolean('demo'),
    report: t.field({
      type: UptakeReportType,
      nullable: true,
      resolve: (campaign, _args, context) => reportOf(context, campaign.reportId),
    }),
    answers: t.field({
      type: [AnswerType],
      description: 'Who answered and who did not; for an organization, its own line.',
      resolve: (campaign, _args, context) => answersOf(context, campaign.id),
    }),
    notices: t.field({
      type: [NoticeType],
      description: 'The mails sent, for the secretariat.',
      resolve: (campaign, _args, context) => (canManageUptake(context.user) ? noticesOf(context, campaign.id) : []),
    }),
    reminderNow: t.field({
      type: NudgeType,
      nullable: true,
      description: 'What a reminder sent now would say to whom, for the secretariat; null where the campaign is not running.',
      resolve: (campaign, _args, { services, user }) => previewNudge(services.db, user, campaign, services.accounts.settings),
    }),
    askable: t.field({
      type: [AskableType],
      description: 'Organizations of the table that it does not ask and could, for the secretariat.',
      resolve: (campaign, _args, { services, user }) => readAskable(services.db, user, campaign),
    }),
    mailsLeave: t.boolean({
      description: 'Whether a mail server is set: without one mails are kept and shown, and leave nowhere.',
      resolve: (_campaign, _args, { services }) => services.accounts.settings.smtpUrl !== null,
    }),
    viewerIsKeeper: t.boolean({
      description: 'Whether the viewer runs campaigns: the secretariat.',
      resolve: (_campaign, _args, { user }) => canManageUptake(user),
    }),
    viewerCanClose: t.boolean({ resolve: (campaign, _args, { user }) => campaign.closedAt === null && canManageUptake(user) }),
  }),
});
export const CampaignResult = builder.unionType('CampaignResult', {
  types: [CampaignType, InvalidInput],
  resolveType: (value) => (value instanceof ValidationError ? 'InvalidInput' : 'Campaign'),
});
