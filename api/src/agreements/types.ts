import { builder } from '../builder.ts';
import { ViewerOrganization } from '../accounts/viewer-organization.ts';
import type { User } from '../accounts/user.ts';
import { batch } from '../records/batch.ts';
import { AudienceEnum } from '../records/record.ts';
import { addressOf } from '#prisma/content/kinds.ts';
import { utcToday } from '../uptake/state.ts';
import {
  type AgreementRow,
  ceilingLeft,
  daysLeft,
  type DrawingRow,
  readDrawings,
  readRequests,
  readVersions,
  type RequestRow,
  validityOn,
  type VersionRow,
} from './agreement.ts';
import { asksFor, canKeep } from './policy.ts';
import { type AgreementTerms, changedTerms, openUses, type uses } from './terms.ts';

export const AgreementUseEnum = builder.enumType('AgreementUse', {
  description: 'Whether others may use an agreement.',
  values: {
    NOT_STATED: { description: 'The source does not say.' },
    CLOSED: { description: 'They may not.' },
    ON_REQUEST: { description: 'Once its holder agreed.' },
    OPEN: { description: 'As they please.' },
  } satisfies Record<(typeof uses)[number], object>,
});
const Validity = builder.enumType('AgreementValidity', {
  values: ['COMING', 'VALID', 'ENDED'] as const,
  description: 'Whether it begins later, can be used, or has ended.',
});
const TermsRef = builder.interfaceRef<AgreementTerms>('AgreementTerms').implement({
  description: 'What is agreed. Amounts are in units of the currency, days are calendar dates.',
  fields: (t) => ({
    number: t.exposeString('number', { description: 'By which the holder knows it.' }),
    title: t.exposeString('title'),
    scope: t.exposeString('scope'),
    unspsc: t.exposeStringList('unspsc', { description: 'UNSPSC codes of eight digits; higher levels end with zeros.' }),
    startsOn: t.exposeString('startsOn'),
    endsOn: t.exposeString('endsOn', { description: 'The last day on which it can be used.' }),
    ceiling: t.exposeFloat('ceiling', { nullable: true }),
    currency: t.exposeString('currency', { nullable: true, description: 'ISO 4217.' }),
    callOff: t.exposeString('callOff', { description: 'How one orders under it; empty where that is not stated.' }),
    use: t.expose('use', { type: AgreementUseEnum }),
    useTerms: t.exposeString('useTerms', { description: 'How others use it; empty where that is not stated.' }),
    contact: t.exposeString('contact', { description: 'Whom to write to, for the people of the holder and procurement officers.' }),
    documentLabel: t.exposeString('documentLabel', { description: 'For the people of the holder and procurement officers.' }),
    documentAddress: t.exposeString('documentAddress', { nullable: true, description: 'For the people of the holder and procurement officers.' }),
    documentFile: t.exposeString('documentFile', {
      nullable: true,
      description: 'The hash of an uploaded file, for the people of the holder and procurement officers.',
    }),
    source: t.exposeString('source', { description: 'What this is known from.' }),
  }),
});
const VersionType = builder.objectRef<VersionRow & { changed: string[] }>('AgreementVersion').implement({
  description: 'The terms of an agreement from a day on: the first, or an amendment.',
  interfaces: [TermsRef],
  fields: (t) => ({
    version: t.exposeInt('version'),
    holdsFrom: t.exposeString('holdsFrom', { nullable: true, description: 'Null for the first, which holds from the beginning.' }),
    reason: t.exposeString('reason'),
    changed: t.exposeStringList('changed', { description: 'The terms that differ from the version before, by name.' }),
    writtenAt: t.expose('writtenAt', { type: 'DateTime' }),
    writer: t.exposeString('writer', { nullable: true, description: 'For the UN system.' }),
  }),
});
const DrawingType = builder.objectRef<DrawingRow>('AgreementDrawing').implement({
  description: 'What was drawn under an agreement up to a day, all in all.',
  fields: (t) => ({
    drawn: t.exposeFloat('drawn'),
    onDay: t.exposeString('onDay'),
    source: t.exposeString('source'),
    writtenAt: t.expose('writtenAt', { type: 'DateTime' }),
    writer: t.exposeString('writer', { nullable: true }),
  }),
});
const RequestType = builder.objectRef<RequestRow & { viewerCanAnswer: boolean }>('AgreementRequest').implement({
  description: 'Another organization asks for the use of an agreement. For the two of them.',
  fields: (t) => ({
    id: t.exposeID('id'),
    organization: t.exposeString('organizationName'),
    organizationSlug: t.exposeString('organizationSlug'),
    text: t.exposeString('text'),
    askedAt: t.expose('askedAt', { type: 'DateTime' }),
    asker: t.exposeString('asker', { nullable: true }),
    granted: t.exposeBoolean('granted', { nullable: true, description: 'Null until the holder answered.' }),
    answer: t.exposeString('answer', { nullable: true }),
    answeredAt: t.expose('answeredAt', { type: 'DateTime', nullable: true }),
    answerer: t.exposeString('answerer', { nullable: true }),
    viewerCanAnswer: t.exposeBoolean('viewerCanAnswer'),
  }),
});

const versionsOf = batch(async ({ reads, viewer }, ids: readonly string[]) => readVersions(reads, viewer, ids));
const drawingsOf = batch(async ({ reads, viewer }, ids: readonly string[]) => readDrawings(reads, viewer, ids));
const requestsOf = batch(async ({ reads, viewer }, ids: readonly string[]) => readRequests(reads, viewer, ids));
/** Organizations of a person by slug, with their short names. */
export const namedOf = (user: User | null, slugs: readonly string[]) =>
  slugs.map((slug) => ({ slug, shortName: user?.memberships.find((one) => one.organizationSlug === slug)?.organizationName ?? slug.toUpperCase() }));

export const AgreementType = builder.objectRef<AgreementRow>('Agreement').implement({
  description:
    'A long-term agreement of an organization with a vendor, as of a day. For the people of the holder, procurement officers, and whom the holder opened it for.',
  interfaces: [TermsRef],
  fields: (t) => ({
    id: t.exposeID('id'),
    url: t.string({ resolve: ({ id }) => `/agreements/${id}` }),
    at: t.exposeString('at', { description: 'The day as of which its terms hold.' }),
    version: t.exposeInt('version'),
    versions: t.exposeInt('versions', { description: 'How many versions there are, also such as hold later.' }),
    holderSlug: t.exposeString('holderSlug'),
    holderName: t.exposeString('holderName'),
    vendorTitle: t.exposeString('vendorTitle'),
    vendorUrl: t.string({
      nullable: true,
      description: 'Null where its entry is archived.',
      resolve: ({ vendorSlug, vendorLive }) => (vendorLive ? addressOf('VENDOR', vendorSlug) : null),
    }),
    audience: t.expose('audience', { type: AudienceEnum, description: 'Who sees it beside the people of the holder and procurement officers.' }),
    openings: t.exposeInt('openings', { description: 'How often it was said who sees it.' }),
    demo: t.exposeBoolean('demo'),
    open: t.boolean({ description: 'Others may use it, at once or on request.', resolve: ({ use }) => openUses.includes(use) }),
    validity: t.field({ type: Validity, resolve: (row) => validityOn(row, row.at) }),
    daysLeft: t.int({
      nullable: true,
      description: 'How many days it can still be used after that day; null where it has ended.',
      resolve: (row) => daysLeft(row, row.at),
    }),
    drawn: t.exposeFloat('drawn', {
      nullable: true,
      description: 'Up to `drawnOn`, for the people of the holder and procurement officers; null where nobody said so.',
    }),
    drawnOn: t.exposeString('drawnOn', { nullable: true }),
    ceilingLeft: t.float({ nullable: true, description: 'Null where there is no ceiling, or where nobody said what was drawn.', resolve: ceilingLeft }),
    inside: t.exposeBoolean('inside', { description: 'Who asks sees all of it.' }),
    history: t.field({
      type: [VersionType],
      description: 'Its versions, oldest first.',
      resolve: async ({ id }, _args, context) =>
        (await versionsOf(context, id)).map((version, index, all) => {
          const before = all[index - 1];
          return { ...version, changed: before ? changedTerms(before, version) : [] };
        }),
    }),
    drawings: t.field({
      type: [DrawingType],
      description: 'Latest day first, for the people of the holder and procurement officers.',
      resolve: ({ id }, _args, context) => drawingsOf(context, id),
    }),
    requests: t.field({
      type: [RequestType],
      description: 'Who asked for its use, latest first, as far as your organizations ask or are asked.',
      resolve: async ({ id, holderSlug }, _args, context) =>
        (await requestsOf(context, id)).map((one) => ({ ...one, viewerCanAnswer: one.granted === null && canKeep(context.user, holderSlug) })),
    }),
    viewerCanKeep: t.boolean({ resolve: ({ holderSlug }, _args, { user }) => canKeep(user, holderSlug) }),
    viewerAsksFor: t.field({
      type: [ViewerOrganization],
      description: 'Your organizations, other than the holder, that can ask for its use.',
      resolve: ({ holderSlug, use, endsOn }, _args, { user }) => (use === 'CLOSED' || endsOn < utcToday() ? [] : namedOf(user, asksFor(user, holderSlug))),
    }),
  }),
});

export const AgreementFilterInput = builder.inputType('AgreementFilter', {
  description: 'Alternatives within a field, all fields together; all of it holds of the same agreement.',
  fields: (t) => ({
    holder: t.stringList({ description: 'By slug.' }),
    vendor: t.stringList({ description: 'By slug.' }),
    open: t.boolean({ description: 'Whether others may use it, at once or on request.' }),
    validOn: t.string({ description: 'It can be used on this day; terms are those of that day.' }),
    ceilingLeft: t.float({ description: 'So much or more is left below the ceiling, in units of its currency.' }),
    currency: t.string({ description: 'ISO 4217.' }),
    unspsc: t.string({ description: 'At or below this level, such as 8111.' }),
    text: t.string({ description: 'Words of its number, title, scope, holder or vendor.' }),
  }),
});
