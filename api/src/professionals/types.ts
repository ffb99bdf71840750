import type { ProfessionalAudience } from '#prisma/generated/enums.ts';
import { builder } from '../builder.ts';
import { batch } from '../records/batch.ts';
import { Facet, PageInfo, pageInfoOf } from '../records/connection.ts';
import { RecordInterface } from '../records/record.ts';
import { EditionType } from '../instruments/types.ts';
import { type Helper, type helperReasons, type HelperReason, helpersOf, helpersOfQuestions } from './helpers.ts';
import type { ProfessionalList, ProfessionalOffer, ProfessionalRow } from './professional.ts';

export const AudienceEnum = builder.enumType('ProfessionalAudience', {
  description: 'Who sees somebody of the pool.',
  values: {
    PUBLIC: { description: 'Everybody.' },
    UN_SYSTEM: { description: 'Whoever has a role in an organization of the United Nations system.' },
    ORGANIZATION: { description: 'The people of their own organizations.' },
  } satisfies Record<ProfessionalAudience, object>,
});
export const OfferEnum = builder.enumType('ProfessionalOffer', {
  description: 'What somebody of the pool offers.',
  values: {
    ADVICE: { description: 'An hour of advice.' },
    REVIEW: { description: 'Reading an assessment.' },
    MISSION: { description: 'Going there.' },
  } satisfies Record<ProfessionalOffer, object>,
});
const Organization = builder.objectRef<ProfessionalRow['organizations'][number]>('ProfessionalOrganization').implement({
  description: 'An organization in which somebody of the pool has a role today.',
  fields: (t) => ({ shortName: t.exposeString('shortName'), url: t.string({ resolve: ({ slug }) => `/organizations/${slug}` }) }),
});
export const ProfessionalType = builder.objectRef<ProfessionalRow>('Professional').implement({
  description: 'Somebody of the pool of professionals (para. 209), as they entered themself. Shown to whom they chose.',
  fields: (t) => ({
    id: t.exposeID('id'),
    url: t.string({ resolve: ({ id }) => `/people/${id}` }),
    name: t.exposeString('name'),
    organizations: t.field({ type: [Organization], resolve: ({ organizations }) => organizations }),
    about: t.exposeString('about', { description: 'What they did, in their words; empty where they did not say.' }),
    technologies: t.exposeStringList('technologies'),
    tasks: t.exposeStringList('tasks'),
    sectors: t.exposeStringList('sectors', { description: 'As those of projects.' }),
    languages: t.exposeStringList('languages', { description: 'BCP 47.' }),
    countries: t.exposeStringList('countries', { description: 'ISO 3166-1 alpha-2.' }),
    works: t.field({
      type: [RecordInterface],
      description: 'Projects and lessons that they worked on, as far as you see them.',
      resolve: async ({ works }, _args, { records }) => (await Promise.all(works.map((id) => records.load(id)))).filter((one) => one !== null),
    }),
    offers: t.field({ type: [OfferEnum], resolve: ({ offers }) => offers }),
    availability: t.exposeString('availability'),
    audience: t.expose('audience', { type: AudienceEnum }),
    email: t.exposeString('email', { nullable: true, description: 'Null unless they chose to show it.' }),
    showsAddress: t.exposeBoolean('showsAddress'),
    confirmedAt: t.expose('confirmedAt', { type: 'DateTime', description: 'When they last said that it is correct.' }),
    hiddenFrom: t.exposeString('hiddenFrom', { description: 'The day from which nobody sees it unless they confirm it.' }),
    edits: t.exposeInt('edits', { description: 'The number of its last change.' }),
    viewerOwns: t.boolean({ description: 'Whether it is the entry of who asks.', resolve: ({ personId }, _args, { user }) => user?.id === personId }),
  }),
});

const Edge = builder.objectRef<ProfessionalRow & { cursor: string }>('ProfessionalEdge').implement({
  fields: (t) => ({ cursor: t.exposeString('cursor'), node: t.field({ type: ProfessionalType, resolve: (row) => row }) }),
});
export const ProfessionalConnection = builder.objectRef<ProfessionalList & { started: boolean }>('ProfessionalConnection').implement({
  description: 'A page of the pool.',
  fields: (t) => ({
    edges: t.field({ type: [Edge], resolve: ({ rows }) => rows }),
    pageInfo: t.field({ type: PageInfo, resolve: pageInfoOf }),
    totalCount: t.exposeInt('totalCount', { description: 'How many there are under the filter.' }),
    facets: t.field({ type: [Facet], resolve: ({ facets }) => facets }),
  }),
});

const ReasonKind = builder.enumType('HelperReasonKind', {
  description: 'Why somebody may help.',
  values: {
    WORKED_ON_IT: { description: 'They worked on it.' },
    WORKED_ON: { description: 'They worked on an entry that is linked with it.' },
    TECHNOLOGY: { description: 'They know what it is built on.' },
    SECTOR: { description: 'They know its sector.' },
    COUNTRY: { description: 'They know a country that it works in; never the only reason.' },
  } satisfies Record<(typeof helperReasons)[number], object>,
});
const Reason = builder.objectRef<HelperReason>('HelperReason').implement({
  description: 'Why somebody of the pool could help: what they have in common with the place where they are named.',
  fields: (t) => ({
    kind: t.expose('kind', { type: ReasonKind }),
    value: t.exposeString('value', { nullable: true, description: 'The title of the linked entry, the technology, the sector or the country.' }),
  }),
});
export const HelperType = builder.objectRef<Helper>('Helper').implement({
  description: 'Somebody of the pool who could help, with the reasons.',
  fields: (t) => ({
    name: t.exposeString('name'),
    url: t.string({ resolve: ({ id }) => `/people/${id}` }),
    organizations: t.field({ type: [Organization], resolve: ({ organizations }) => organizations }),
    reasons: t.field({ type: [Reason], description: 'The weightiest first.', resolve: ({ reasons }) => reasons }),
  }),
});

/** Who could help with each entry of an answer, read together. */
export const helpersFor = batch(async ({ reads, user }, ids: readonly string[]) => helpersOf(reads, user, ids));
builder.interfaceFields(RecordInterface, (t) => ({
  helpers: t.field({
    type: [HelperType],
    description: 'Who of the pool of professionals could help with it, those with most reasons first; at most 5.',
    resolve: (row, _args, context) => helpersFor(context, row.id),
  }),
}));
builder.objectField(EditionType, 'helpers', (t) =>
  t.field({
    type: [HelperType],
    description: 'Who of the pool could help with the questions of a group, because they worked on lessons that bear on them; at most 5.',
    args: { group: t.arg.string({ required: true }) },
    resolve: (edition, { group }, { reads, user }) =>
      helpersOfQuestions(
        reads,
        user,
        edition.content.questions.filter((question) => question.group === group).map(({ id }) => id),
      ),
  }),
);
