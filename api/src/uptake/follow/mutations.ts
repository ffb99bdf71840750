import { builder } from '../../builder.ts';
import { ValidationError } from '../../errors.ts';
import { InvalidInput } from '../../invalid-input.ts';
import { reportOf, UptakeReportType } from '../types.ts';
import { followUptake, readSubscriptions, type Subscription, unfollowUptake } from './subscriptions.ts';

const FrequencyEnum = builder.enumType('UptakeFrequency', {
  values: ['DAILY', 'WEEKLY'] as const,
  description: 'How often a mail tells what changed; none where nothing did.',
});
const SubscriptionType = builder.objectRef<Subscription>('UptakeSubscription').implement({
  description: 'What a person follows by mail.',
  fields: (t) => ({
    id: t.exposeID('id'),
    frequency: t.expose('frequency', { type: FrequencyEnum }),
    internal: t.exposeBoolean('internal', { description: 'Its mails hold what the person may see, not only what is public.' }),
    organizationSlug: t.exposeString('organizationSlug', { nullable: true }),
    organizationName: t.exposeString('organizationName', { nullable: true }),
    recommendationNumber: t.exposeInt('recommendationNumber', { nullable: true }),
    report: t.field({
      type: UptakeReportType,
      nullable: true,
      resolve: (subscription, _args, context) => reportOf(context, subscription.reportId),
    }),
  }),
});
const FollowResult = builder.unionType('FollowResult', {
  types: [SubscriptionType, InvalidInput],
  resolveType: (value) => (value instanceof ValidationError ? 'InvalidInput' : 'UptakeSubscription'),
});

builder.queryField('uptakeSubscriptions', (t) =>
  t.field({
    type: [SubscriptionType],
    description: 'What the signed-in person follows by mail.',
    resolve: (_root, _args, { services, user }) => (user ? readSubscriptions(services.db, { userId: user.id }) : []),
  }),
);
builder.mutationFields((t) => ({
  followUptake: t.field({
    type: FollowResult,
    description: 'Follows a report, one organization or one recommendation by mail. The same again changes the frequency and the audience.',
    args: {
      report: t.arg.string({ required: false }),
      organization: t.arg.string({ required: false, description: 'Slug.' }),
      recommendation: t.arg.int({ required: false }),
      frequency: t.arg({ type: FrequencyEnum, required: true }),
      internal: t.arg.boolean({ required: false, description: 'What the person may see; only what is public unless given.' }),
    },
    resolve: async (_root, { report, organization, recommendation, frequency, internal }, { services, user }) => {
      const done = await followUptake(
        services.db,
        user,
        { report: report ?? null, organization: organization ?? null, recommendation: recommendation ?? null },
        frequency,
        internal ?? false,
      );
      return done instanceof ValidationError ? done : ((await readSubscriptions(services.db, { id: done.id }))[0] as Subscription);
    },
  }),
  unfollowUptake: t.boolean({
    description: 'Ends a subscription; false when there was none.',
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id }, { services, user }) => unfollowUptake(services.db, user, String(id)),
  }),
}));
