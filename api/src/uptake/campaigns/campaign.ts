import { builder } from '../../builder.ts';
import { ValidationError } from '../../errors.ts';
import { InvalidInput } from '../../invalid-input.ts';
import { batch } from '../../records/batch.ts';
import { canReport, canManageUptake } from '../policy.ts';
import { utcToday } from '../state.ts';
import { reportOf, UptakeReportType } from '../types.ts';
import { type CampaignAnswer, type CampaignRow, readAnswers, readNotices } from './write.ts';

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
const NoticeType = builder.objectRef<Awaited<ReturnType<typeof readNotices>>[number]>('CampaignNotice').implement({
  description: 'A mail of a campaign.',
  fields: (t) => ({
    kind: t.exposeString('kind', { description: 'OPENED, REMINDER or ESCALATION.' }),
    days: t.exposeInt('days', { description: 'Before the closing date for a reminder, after it for an escalation.' }),
    recipient: t.exposeString('recipient'),
    queuedAt: t.exposeString('queuedAt'),
    organizationId: t.exposeString('organizationId'),
  }),
});
const CampaignState = builder.enumType('CampaignState', {
  values: ['PLANNED', 'OPEN', 'OVERDUE', 'CLOSED'] as const,
  description: 'OVERDUE: the closing date passed and the secretariat has not closed it.',
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
      resolve: ({ closedAt, opensOn, closesOn }) => (closedAt ? 'CLOSED' : opensOn > utcToday() ? 'PLANNED' : closesOn < utcToday() ? 'OVERDUE' : 'OPEN'),
    }),
    reminderDays: t.exposeIntList('reminderDays'),
    escalationDays: t.exposeInt('escalationDays', { nullable: true }),
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
    viewerCanClose: t.boolean({ resolve: (campaign, _args, { user }) => campaign.closedAt === null && canManageUptake(user) }),
  }),
});
export const CampaignResult = builder.unionType('CampaignResult', {
  types: [CampaignType, InvalidInput],
  resolveType: (value) => (value instanceof ValidationError ? 'InvalidInput' : 'Campaign'),
});
