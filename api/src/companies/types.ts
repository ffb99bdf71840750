import { requireWriter, signedIn, usingLink } from '../accounts/signed-in.ts';
import { ViewerOrganization } from '../accounts/viewer-organization.ts';
import { builder } from '../builder.ts';
import { ValidationError } from '../errors.ts';
import { InvalidInput } from '../invalid-input.ts';
import {
  type CodeRow,
  type CompanyRow,
  type OpenRow,
  type OwnProposal,
  type ProposalRow,
  proposalVendor,
  readCompany,
  readOpenStatements,
  readProposals,
  readReceivers,
} from './company.ts';
import { type Statement, statementNames } from './statement.ts';
import {
  beginCompany,
  confirmCompany,
  declineProposal,
  endCode,
  giveCode,
  type Opened,
  openStatement,
  proposeVendor,
  saveStatement,
  takeUpProposal,
} from './write.ts';

const StatementType = builder.objectRef<Statement>('CompanyStatement').implement({
  description: 'What a company says of itself. Nothing of it is checked; empty where it says nothing.',
  fields: (t) => Object.fromEntries(statementNames.map((name) => [name, t.string({ resolve: (statement) => statement[name] ?? '' })])) as never,
});
const CodeType = builder.objectRef<CodeRow>('CompanyCode').implement({
  description: 'To whom a company opened its statement.',
  fields: (t) => ({
    id: t.exposeID('id'),
    organization: t.exposeString('organization'),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    endedAt: t.expose('endedAt', { type: 'DateTime', nullable: true }),
    openings: t.field({ type: ['DateTime'], description: 'When somebody of the organization opened it, the last first.', resolve: ({ openings }) => openings }),
  }),
});
const OwnProposalType = builder.objectRef<OwnProposal>('OwnProposal').implement({
  description: 'What a company proposed, as it sees it.',
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name'),
    vendor: t.exposeString('vendor', { nullable: true, description: 'The entry that it corrects.' }),
    proposedAt: t.expose('proposedAt', { type: 'DateTime' }),
    decidedAt: t.expose('decidedAt', { type: 'DateTime', nullable: true }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why it was declined.' }),
  }),
});
const CompanyType = builder.objectRef<CompanyRow>('Company').implement({
  description: 'A company, to itself.',
  fields: (t) => ({
    confirmed: t.exposeBoolean('confirmed', { description: 'Its address was confirmed by the button of the page.' }),
    statement: t.field({ type: StatementType, resolve: ({ statement }) => statement }),
    edits: t.exposeInt('edits', { description: 'The number of its last save.' }),
    codes: t.field({ type: [CodeType], resolve: ({ codes }) => codes }),
    proposals: t.field({ type: [OwnProposalType], resolve: ({ proposals }) => proposals }),
  }),
});
const OpenType = builder.objectRef<OpenRow>('OpenStatement').implement({
  description: 'A statement that a company opened to an organization of yours and that somebody there opened.',
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name', { description: 'Of the company, as it states it.' }),
    organization: t.exposeString('organization'),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    lastOpened: t.expose('lastOpened', { type: 'DateTime', nullable: true }),
  }),
});
const ProposalType = builder.objectRef<ProposalRow>('CompanyProposal').implement({
  description: 'An entry or a correction that a company proposes, for those who write.',
  fields: (t) => ({
    id: t.exposeID('id'),
    url: t.string({ resolve: ({ id }) => `/proposals/${id}` }),
    name: t.exposeString('name'),
    website: t.exposeString('website'),
    services: t.exposeString('services'),
    text: t.exposeString('text'),
    source: t.exposeString('source'),
    vendorTitle: t.exposeString('vendorTitle', { nullable: true, description: 'The entry that it corrects.' }),
    vendorUrl: t.string({ nullable: true, resolve: proposalVendor }),
    proposedAt: t.expose('proposedAt', { type: 'DateTime' }),
    decidedAt: t.expose('decidedAt', { type: 'DateTime', nullable: true }),
  }),
});

builder.queryFields((t) => ({
  companyLink: t.field({
    type: CompanyType,
    nullable: true,
    description: 'The company of a link from a mail. Asking does nothing: mail programs open links by themselves.',
    args: { token: t.arg.string({ required: true }) },
    resolve: (_root, { token }, { reads }) => readCompany(reads, token),
  }),
  statementReceivers: t.field({
    type: [ViewerOrganization],
    description: 'The organizations that a company can open its statement to.',
    resolve: (_root, _args, { reads }) => readReceivers(reads),
  }),
  openStatements: t.field({
    type: [OpenType],
    description: 'Statements of companies that were opened to the organizations you procure for; without what they say: opening is logged.',
    resolve: (_root, _args, { reads, user }) => readOpenStatements(reads, user),
  }),
  companyProposals: t.field({
    type: [ProposalType],
    description: 'What companies propose and nobody decided on, oldest first, for those who write.',
    resolve: (_root, _args, { reads, user }) => readProposals(reads, user),
  }),
  companyProposal: t.field({
    type: ProposalType,
    nullable: true,
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, { id }, { reads, user }) => (await readProposals(reads, user, String(id)))[0] ?? null,
  }),
}));

const Sent = builder
  .objectRef<{ sent: true }>('CompanyLinkSent')
  .implement({ description: 'A link is on its way.', fields: (t) => ({ sent: t.boolean({ resolve: () => true }) }) });
const SentResult = builder.unionType('CompanyLinkResult', {
  types: [Sent, InvalidInput],
  resolveType: (value) => (value instanceof ValidationError ? 'InvalidInput' : 'CompanyLinkSent'),
});
const Done = builder
  .objectRef<{ id: string }>('CompanySaved')
  .implement({ description: 'It is saved.', fields: (t) => ({ done: t.boolean({ resolve: () => true }) }) });
const DoneResult = builder.unionType('CompanyResult', {
  types: [Done, InvalidInput],
  resolveType: (value) => (value instanceof ValidationError ? 'InvalidInput' : 'CompanySaved'),
});
const Code = builder.objectRef<{ code: string }>('CompanyCodeGiven').implement({
  description: 'The code to hand on. It is told this once.',
  fields: (t) => ({ code: t.exposeString('code') }),
});
const CodeResult = builder.unionType('CompanyCodeResult', {
  types: [Code, InvalidInput],
  resolveType: (value) => (value instanceof ValidationError ? 'InvalidInput' : 'CompanyCodeGiven'),
});
const OpenedType = builder.objectRef<Opened>('StatementOpened').implement({
  description: 'A statement as a company makes it, opened for an organization.',
  fields: (t) => ({
    id: t.exposeID('id'),
    organization: t.exposeString('organization'),
    updatedAt: t.exposeString('updatedAt'),
    statement: t.field({ type: StatementType, resolve: ({ statement }) => statement }),
  }),
});
const OpenedResult = builder.unionType('StatementOpenedResult', {
  types: [OpenedType, InvalidInput],
  resolveType: (value) => (value instanceof ValidationError ? 'InvalidInput' : 'StatementOpened'),
});
const Taken = builder
  .objectRef<{ url: string }>('ProposalTakenUp')
  .implement({ description: 'The draft that it became.', fields: (t) => ({ url: t.exposeString('url') }) });
const TakenResult = builder.unionType('ProposalTakenUpResult', {
  types: [Taken, InvalidInput],
  resolveType: (value) => (value instanceof ValidationError ? 'InvalidInput' : 'ProposalTakenUp'),
});

const StatementInput = builder.inputType('CompanyStatementInput', {
  fields: (t) => Object.fromEntries(statementNames.map((name) => [name, t.string()])) as never,
});
const token = { required: true, description: 'Of the link from the mail.' } as const;

builder.mutationFields((t) => ({
  beginCompany: t.field({
    type: SentResult,
    description: 'Sends a company the link by which it states itself and proposes its entry, without an account. The same for every address.',
    args: { email: t.arg.string({ required: true }) },
    resolve: async (_root, { email }, context) => {
      await usingLink(context, email);
      return beginCompany(context.services, { email });
    },
  }),
  confirmCompany: t.field({
    type: DoneResult,
    description: 'Confirms the address that the link went to.',
    args: { token: t.arg.string(token) },
    resolve: async (_root, args, context) => {
      await usingLink(context, args.token);
      return confirmCompany(context.services.db, args.token);
    },
  }),
  saveCompanyStatement: t.field({
    type: DoneResult,
    description: 'Saves what a company says of itself.',
    args: { token: t.arg.string(token), edits: t.arg.int({ required: true }), statement: t.arg({ type: StatementInput, required: true }) },
    resolve: async (_root, args, context) => {
      await usingLink(context, args.token);
      return saveStatement(context.services.db, args.token, args.edits, args.statement as Record<string, string | null>);
    },
  }),
  giveStatementCode: t.field({
    type: CodeResult,
    description: 'Opens the statement of a company to an organization: gives the code to hand on.',
    args: { token: t.arg.string(token), organization: t.arg.string({ required: true, description: 'By its slug.' }) },
    resolve: async (_root, args, context) => {
      await usingLink(context, args.token);
      return giveCode(context.services.db, args.token, args.organization);
    },
  }),
  endStatementCode: t.field({
    type: DoneResult,
    description: 'Ends a code: the organization opens the statement by it no more.',
    args: { token: t.arg.string(token), code: t.arg.id({ required: true, description: 'The id of the code, not the code.' }) },
    resolve: async (_root, args, context) => {
      await usingLink(context, args.token);
      return endCode(context.services.db, args.token, String(args.code));
    },
  }),
  proposeVendor: t.field({
    type: DoneResult,
    description: 'Proposes an entry of a company, or a correction of one. Those who write take it up as a draft, which is reviewed, or decline it.',
    args: {
      token: t.arg.string(token),
      vendor: t.arg.string({ required: false, description: 'The entry to correct, by its slug or title; none for a new one.' }),
      name: t.arg.string({ required: false }),
      website: t.arg.string({ required: false }),
      services: t.arg.string({ required: false }),
      text: t.arg.string({ required: true, description: 'What the entry should say.' }),
      source: t.arg.string({ required: true, description: 'Where it can be read.' }),
    },
    resolve: async (_root, { token: link, vendor, name, website, services, text, source }, context) => {
      await usingLink(context, link);
      return proposeVendor(context.services.db, link, {
        vendor: vendor ?? '',
        name: name ?? '',
        website: website ?? '',
        services: services ?? '',
        text,
        source,
      });
    },
  }),
  openStatement: t.field({
    type: OpenedResult,
    description:
      'Opens the statement of a company with the code that it gave to an organization of yours, or again by its id. It is logged, and the company sees it. By procurement officers.',
    args: { code: t.arg.string({ required: false }), id: t.arg.id({ required: false }) },
    resolve: (_root, { code, id }, context) => openStatement(context.services.db, signedIn(context), id ? { id: String(id) } : { code: code ?? '' }),
  }),
  takeUpProposal: t.field({
    type: TakenResult,
    description: 'Makes a draft of what a company proposes. By those who write.',
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id }, context) => takeUpProposal(context, requireWriter(context), String(id)),
  }),
  declineProposal: t.field({
    type: DoneResult,
    description: 'Declines what a company proposes, with the reason. By those who write.',
    args: { id: t.arg.id({ required: true }), reason: t.arg.string({ required: true }) },
    resolve: (_root, { id, reason }, context) => declineProposal(context.services.db, requireWriter(context), String(id), reason),
  }),
}));
