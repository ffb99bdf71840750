import { MeType } from '../accounts/account.ts';
import { proved } from '../accounts/proof.ts';
import { requireWriter } from '../accounts/signed-in.ts';
import { builder } from '../builder.ts';
import { ValidationError } from '../errors.ts';
import { InvalidInput } from '../invalid-input.ts';
import {
  DELIVERIES,
  deliveriesOf,
  type DeliveryRow,
  endWebhook,
  makeWebhook,
  pauseWebhook,
  replayDelivery,
  sentOf,
  tryWebhook,
  type WebhookRow,
  webhooksOf,
} from './manage.ts';

const TopicEnum = builder.enumType('WebhookTopic', {
  description: 'Of what an address is told.',
  values: {
    RECORDS: { description: 'Published versions of entries.' },
    UPTAKE: { description: 'Reports on recommendations: recorded (for people of the UN system), published from a document, confirmed, withdrawn.' },
    AGREEMENTS: { description: 'Agreements of organizations of one’s own that end in 90, 30 and 7 days.' },
    STANDARDS: { description: 'Standards that another one replaces.' },
  },
});
const PauseEnum = builder.enumType('WebhookPause', {
  description: 'Why nothing is sent to an address.',
  values: {
    PERSON: { description: 'Who keeps it put it off.' },
    DEAD: { description: 'Nothing was accepted there for a day.' },
    GONE: { description: 'It answered that it is gone (410).' },
    PASSWORD: { description: 'The password of who made it was changed.' },
  },
});
const StateEnum = builder.enumType('WebhookDeliveryState', {
  description: 'How far a delivery is.',
  values: { WAITING: {}, DELIVERED: {}, FAILED: { description: 'Given up after a day.' } },
});

const deliveryFields = builder.interfaceRef<DeliveryRow>('WebhookEvent').implement({
  description: 'An event for one address, and what came of sending it.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id of the event, the same however often it is sent: the header webhook-id.' }),
    type: t.exposeString('type', { description: 'Such as atrium.record.published.' }),
    happenedAt: t.expose('happenedAt', { type: 'DateTime' }),
    state: t.expose('state', { type: StateEnum }),
    attempts: t.exposeInt('attempts'),
    triedAt: t.expose('triedAt', { type: 'DateTime', nullable: true, description: 'When it was sent last.' }),
    nextAt: t.expose('nextAt', { type: 'DateTime', nullable: true, description: 'When it is sent again.' }),
    status: t.exposeInt('status', { nullable: true, description: 'The HTTP status of the last answer.' }),
    failure: t.exposeString('failure', {
      nullable: true,
      description: 'Why it was not accepted: ADDRESS, NOT_PUBLIC, NO_HOST, TIMEOUT, TLS, CONNECTION, REDIRECT, GONE, STATUS.',
    }),
    tookMs: t.exposeInt('tookMs', { nullable: true, description: 'How long the last attempt took, in milliseconds.' }),
  }),
});
const DeliveryType = builder.objectRef<DeliveryRow>('WebhookDelivery').implement({
  description: 'An entry of the log of an address.',
  interfaces: [deliveryFields],
});
const SentType = builder.objectRef<NonNullable<Awaited<ReturnType<typeof sentOf>>>>('WebhookSent').implement({
  description: 'An entry of the log of an address, with what was sent.',
  interfaces: [deliveryFields],
  fields: (t) => ({
    webhook: t.exposeID('webhook'),
    body: t.exposeString('body', { nullable: true, description: 'What was sent last; null before that, and where you may not see any more what it tells of.' }),
  }),
});

const WebhookType = builder.objectRef<WebhookRow>('Webhook').implement({
  description: 'An address of a program of yours, or of your organization, that is told of what happens.',
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name'),
    address: t.exposeString('address'),
    topics: t.expose('topics', { type: [TopicEnum] }),
    organization: t.exposeString('organization', { nullable: true, description: 'The short name of the organization whose member it is told as.' }),
    mine: t.exposeBoolean('mine', { description: 'Whether you made it.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    pausedAt: t.expose('pausedAt', { type: 'DateTime', nullable: true }),
    pausedFor: t.expose('pausedFor', { type: PauseEnum, nullable: true }),
    waiting: t.exposeInt('waiting', { description: 'Events that are not delivered yet.' }),
    failed: t.exposeInt('failed', { description: 'Events that were given up.' }),
    deliveredAt: t.expose('deliveredAt', { type: 'DateTime', nullable: true, description: 'When something was accepted there last.' }),
    webhookDeliveries: t.field({
      type: [DeliveryType],
      description: `The latest ${DELIVERIES} events, within 30 days.`,
      resolve: ({ id }, _args, { reads }) => deliveriesOf(reads, id),
    }),
  }),
});

builder.objectFields(MeType, (t) => ({
  webhooks: t.field({
    type: [WebhookType],
    description: 'The addresses that you keep: your own, and those of organizations whose focal point you are. Newest first.',
    args: { id: t.arg.id({ required: false, description: 'One of them.' }) },
    resolve: (user, { id }, { reads }) => webhooksOf(reads, user, id === null || id === undefined ? undefined : String(id)),
  }),
  webhookSent: t.field({
    type: SentType,
    nullable: true,
    description: 'An event of an address that you keep, with what was sent.',
    args: { id: t.arg.id({ required: true }) },
    resolve: (user, { id }, { services }) => sentOf(services.db, user, String(id), services.accounts.settings.baseUrl),
  }),
}));

const Made = builder.objectRef<{ secret: string; row: WebhookRow }>('WebhookMade').implement({
  description: 'The secret, for the only time.',
  fields: (t) => ({ secret: t.exposeString('secret'), webhook: t.field({ type: WebhookType, resolve: ({ row }) => row }) }),
});
const MadeResult = builder.unionType('MakeWebhookResult', {
  types: [Made, InvalidInput],
  resolveType: (value) => (value instanceof ValidationError ? 'InvalidInput' : 'WebhookMade'),
});
const Done = builder.objectRef<{ id: string }>('WebhookDone').implement({
  description: 'Done.',
  fields: (t) => ({ id: t.exposeID('id', { description: 'Of the webhook.' }) }),
});
const DoneResult = builder.unionType('WebhookResult', {
  types: [Done, InvalidInput],
  resolveType: (value) => (value instanceof ValidationError ? 'InvalidInput' : 'WebhookDone'),
});

builder.mutationFields((t) => ({
  makeWebhook: t.field({
    type: MadeResult,
    description: 'Has an address told of what happens, by whom it was proved lately who it is. Told by mail.',
    args: {
      name: t.arg.string({ required: true, description: 'What you call it, up to 100 characters.' }),
      address: t.arg.string({ required: true, description: 'A public https address.' }),
      topics: t.arg({ type: [TopicEnum], required: true }),
      organization: t.arg.string({ required: false, description: 'By slug, one whose focal point you are: then it is told what a member there sees.' }),
    },
    resolve: (_root, args, context) => makeWebhook(context.services, proved(requireWriter(context)), args),
  }),
  endWebhook: t.field({
    type: DoneResult,
    description: 'Ends a webhook for good.',
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id }, context) => endWebhook(context.services, requireWriter(context), String(id)),
  }),
  pauseWebhook: t.field({
    type: DoneResult,
    description: 'Puts a webhook off, or on again. What happens meanwhile is kept for 30 days and sent then.',
    args: { id: t.arg.id({ required: true }), paused: t.arg.boolean({ required: true }) },
    resolve: (_root, { id, paused }, context) => pauseWebhook(context.services, requireWriter(context), String(id), paused),
  }),
  tryWebhook: t.field({
    type: DoneResult,
    description: 'Sends an event that tells of nothing.',
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id }, context) => tryWebhook(context.services, requireWriter(context), String(id)),
  }),
  replayWebhook: t.field({
    type: DoneResult,
    description: 'Sends an event again, under the same id.',
    args: { id: t.arg.id({ required: true, description: 'Of the event.' }) },
    resolve: (_root, { id }, context) => replayDelivery(context.services, requireWriter(context), String(id)),
  }),
}));
