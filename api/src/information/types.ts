import { signedIn, usingLink } from '../accounts/signed-in.ts';
import { ViewerOrganization } from '../accounts/viewer-organization.ts';
import { namedOf } from '../agreements/types.ts';
import { builder } from '../builder.ts';
import { ValidationError, refuse } from '../errors.ts';
import { InvalidInput } from '../invalid-input.ts';
import { asksVendorsFor } from './policy.ts';
import { type AnswerRow, type AskedVendor, type InformationRow, type LinkRow, readInformation, readInformationLink, vendorAddress } from './request.ts';
import { answerInformation, askVendors, VENDORS_MAX } from './write.ts';

const AnswerType = builder.objectRef<AnswerRow>('InformationAnswer').implement({
  description: 'What somebody at a vendor answered to a request for information.',
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name', { description: 'Who answers, as they write it.' }),
    text: t.exposeString('text'),
    answeredAt: t.expose('answeredAt', { type: 'DateTime' }),
  }),
});
const AskedVendorType = builder.objectRef<AskedVendor>('InformationRequestVendor').implement({
  description: 'A vendor that was asked.',
  fields: (t) => ({
    title: t.exposeString('title'),
    url: t.string({ nullable: true, description: 'Null where its entry is archived.', resolve: vendorAddress }),
    contacts: t.exposeInt('contacts', { description: 'To how many of its contacts a mail went.' }),
    answers: t.field({ type: [AnswerType], description: 'The first comes first.', resolve: ({ answers }) => answers }),
  }),
});
const RequestType = builder.objectRef<InformationRow>('InformationRequest').implement({
  description: 'A request for information to vendors. For the procurement officers of who asks.',
  fields: (t) => ({
    id: t.exposeID('id'),
    url: t.string({ resolve: ({ id }) => `/information/${id}` }),
    organizationSlug: t.exposeString('organizationSlug'),
    organizationName: t.exposeString('organizationName'),
    subject: t.exposeString('subject'),
    text: t.exposeString('text'),
    answerBy: t.exposeString('answerBy', { description: 'The last day on which it can be answered.' }),
    askedAt: t.expose('askedAt', { type: 'DateTime' }),
    asker: t.exposeString('asker', { nullable: true }),
    vendors: t.field({ type: [AskedVendorType], resolve: ({ vendors }) => vendors }),
  }),
});
const LinkType = builder.objectRef<LinkRow>('InformationLink').implement({
  description: 'What the link of a mail asks of whom.',
  fields: (t) => ({
    organizationName: t.exposeString('organizationName'),
    vendor: t.exposeString('vendor'),
    subject: t.exposeString('subject'),
    text: t.exposeString('text'),
    answerBy: t.exposeString('answerBy'),
    open: t.exposeBoolean('open', { description: 'Whether it can still be answered.' }),
    answers: t.exposeInt('answers', { description: 'How often this vendor answered.' }),
  }),
});

builder.queryFields((t) => ({
  informationRequests: t.field({
    type: [RequestType],
    description: 'What the organizations that who asks procures for asked vendors, the last first; at most 100.',
    resolve: (_root, _args, { reads, user }) => readInformation(reads, user),
  }),
  informationRequest: t.field({
    type: RequestType,
    nullable: true,
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, { id }, { reads, user }) => (await readInformation(reads, user, String(id)))[0] ?? null,
  }),
  informationLink: t.field({
    type: LinkType,
    nullable: true,
    description: 'What a link from a mail asks. Asking does nothing: mail programs open links by themselves.',
    args: { token: t.arg.string({ required: true }) },
    resolve: (_root, { token }, { reads }) => readInformationLink(reads, token),
  }),
  viewerAsksVendorsFor: t.field({
    type: [ViewerOrganization],
    description: 'The organizations in whose name who asks may ask vendors for information.',
    resolve: (_root, _args, { user }) => namedOf(user, asksVendorsFor(user)),
  }),
}));

const Asked = builder.objectRef<{ request: InformationRow }>('VendorsAsked').implement({
  description: 'The vendors are asked.',
  fields: (t) => ({ request: t.field({ type: RequestType, resolve: ({ request }) => request }) }),
});
const AskResult = builder.unionType('AskVendorsResult', {
  types: [Asked, InvalidInput],
  resolveType: (value) => (value instanceof ValidationError ? 'InvalidInput' : 'VendorsAsked'),
});
const Answered = builder.objectRef<{ answers: number }>('InformationAnswered').implement({
  description: 'The answer is sent.',
  fields: (t) => ({ answers: t.exposeInt('answers', { description: 'How often this vendor answered.' }) }),
});
const AnswerResult = builder.unionType('AnswerInformationResult', {
  types: [Answered, InvalidInput],
  resolveType: (value) => (value instanceof ValidationError ? 'InvalidInput' : 'InformationAnswered'),
});

builder.mutationFields((t) => ({
  askVendors: t.field({
    type: AskResult,
    description: 'Asks vendors for information: their contacts get a mail each and answer by a link, without an account. By procurement officers of who asks.',
    args: {
      organization: t.arg.string({ required: true, description: 'Who asks, by its slug.' }),
      vendors: t.arg.stringList({ required: true, description: `By slug; at most ${VENDORS_MAX}.` }),
      subject: t.arg.string({ required: true }),
      text: t.arg.string({ required: true }),
      answerBy: t.arg.string({ required: true, description: 'The last day on which they can answer.' }),
      key: t.arg.string({ required: true }),
    },
    resolve: async (_root, args, context) => {
      const user = signedIn(context);
      const done = await askVendors(context.services.db, user, args, context.services.accounts.settings.baseUrl);
      if (done instanceof ValidationError) return done;
      const [request] = await readInformation(context.services.db, user, done.id);
      return request ? { request } : refuse('vendors', 'NO_REQUEST');
    },
  }),
  answerInformation: t.field({
    type: AnswerResult,
    description: 'Answers a request for information by the link of a mail, without an account.',
    args: { token: t.arg.string({ required: true }), name: t.arg.string({ required: true }), text: t.arg.string({ required: true }) },
    resolve: async (_root, args, context) => {
      await usingLink(context, args.token);
      return answerInformation(context.services.db, args, context.services.accounts.settings.baseUrl);
    },
  }),
}));
