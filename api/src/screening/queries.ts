import { addressOf } from '#prisma/content/kinds.ts';
import { builder } from '../builder.ts';
import { forbidden } from '../errors.ts';
import { VendorType } from '../records/types.ts';
import {
  answers,
  type CandidateRow,
  type CheckRow,
  type CountRow,
  countCandidates,
  type DecisionRow,
  type ListRow,
  readCandidates,
  readChecks,
  readLists,
  type RunRow,
  stateOf,
  states,
  type WordRow,
} from './candidate.ts';
import { canScreen } from './policy.ts';

export const AnswerEnum = builder.enumType('ScreeningAnswer', {
  values: answers,
  description: 'What a person says of a vendor and a listed entry: they are the same, they are not, or it cannot be said yet.',
});
const StateEnum = builder.enumType('ScreeningState', {
  values: states,
  description: 'OPEN: nobody has decided. CHANGED: it was decided on other names. Else what was decided.',
});
const Word = builder.objectRef<WordRow>('ScreeningWord').implement({
  description: 'How a word of the vendor’s name answers to the listed name, both in Latin letters.',
  fields: (t) => ({
    vendorWord: t.exposeString('vendorWord'),
    listedWord: t.exposeString('listedWord'),
    why: t.exposeString('why', { description: 'SAME, SOUND, CONSONANTS, SPELLING, JOINED, INITIAL, SHORTENED, NUMBER, MISSING or LEFT_OUT.' }),
    alike: t.exposeFloat('alike', { description: 'From 0 to 1.' }),
  }),
});
const Decision = builder.objectRef<DecisionRow>('ScreeningDecision').implement({
  description: 'What a person decided, and why.',
  fields: (t) => ({
    id: t.exposeID('id'),
    answer: t.expose('answer', { type: AnswerEnum }),
    reason: t.exposeString('reason'),
    name: t.exposeString('name', { nullable: true }),
    decidedAs: t.exposeString('decidedAs'),
    decidedAt: t.field({ type: 'DateTime', resolve: ({ decidedAt }) => decidedAt }),
    holds: t.exposeBoolean('holds', { description: 'The names of both are still those that were decided on.' }),
  }),
});
const ScreenedVendor = builder.objectRef<CandidateRow>('ScreenedVendor').implement({
  description: 'The vendor that may be a listed entry.',
  fields: (t) => ({ title: t.exposeString('vendorTitle'), url: t.string({ resolve: ({ vendorSlug }) => addressOf('VENDOR', vendorSlug) }) }),
});
export const CandidateType = builder.objectRef<CandidateRow>('ScreeningCandidate').implement({
  description: 'A vendor that may be an entry of a list, with the reasons. Only a person says whether it is.',
  fields: (t) => ({
    id: t.exposeID('id'),
    vendor: t.field({ type: ScreenedVendor, resolve: (row) => row }),
    vendorName: t.exposeString('vendorName', { description: 'The name of the vendor that is most like a listed one.' }),
    listedName: t.exposeString('listedName'),
    listedNames: t.exposeStringList('listedNames', { description: 'All names of the entry, the main one first.' }),
    entryKey: t.exposeString('entryKey', { description: 'What the list calls the entry.' }),
    entryKind: t.exposeString('entryKind', { nullable: true, description: 'PERSON or ORGANIZATION, where the list says it.' }),
    programme: t.exposeString('programme', { nullable: true }),
    score: t.exposeFloat('score', { description: 'From 0 to 1; candidates have at least 0.7.' }),
    words: t.field({ type: [Word], resolve: ({ words }) => words }),
    listName: t.exposeString('listName'),
    listedOn: t.exposeString('listedOn', { description: 'The day of the list.' }),
    synthetic: t.exposeBoolean('synthetic', { description: 'The list is made up.' }),
    checkedAt: t.field({ type: 'DateTime', resolve: ({ checkedAt }) => checkedAt }),
    current: t.exposeBoolean('current', { description: 'It is of the last check of the vendor against the list.' }),
    shown: t.exposeBoolean('shownNow', { description: 'Lists show it, and it can be decided on: it is current, or was decided to be the same.' }),
    state: t.field({ type: StateEnum, resolve: stateOf }),
    decisions: t.field({ type: [Decision], description: 'The newest first.', resolve: ({ decisions }) => decisions }),
  }),
});
const Run = builder.objectRef<RunRow>('ScreeningRun').implement({
  description: 'All vendors compared with a list.',
  fields: (t) => ({
    id: t.exposeID('id'),
    askedAt: t.field({ type: 'DateTime', resolve: ({ askedAt }) => askedAt }),
    startedAt: t.field({ type: 'DateTime', nullable: true, resolve: ({ startedAt }) => startedAt }),
    finishedAt: t.field({ type: 'DateTime', nullable: true, resolve: ({ finishedAt }) => finishedAt }),
    total: t.exposeInt('total', { description: 'Vendors to compare.' }),
    done: t.exposeInt('done'),
    found: t.exposeInt('found', { description: 'Candidates.' }),
    by: t.exposeString('by', { nullable: true, description: 'Who asked for it; null where a command or a publication did.' }),
  }),
});
const List = builder.objectRef<ListRow>('ScreeningList').implement({
  description: 'A sanctions list as it was loaded.',
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name'),
    format: t.exposeString('format', { description: 'UN_XML or OPENSANCTIONS_CSV.' }),
    listedOn: t.exposeString('listedOn', { description: 'The day that it says of itself.' }),
    hash: t.exposeString('hash', { description: 'SHA-256 of the file.' }),
    entries: t.exposeInt('entries'),
    names: t.exposeInt('names'),
    synthetic: t.exposeBoolean('synthetic', { description: 'Made up: nobody real is on it.' }),
    current: t.exposeBoolean('current', { description: 'The newest of its name.' }),
    loadedAt: t.field({ type: 'DateTime', resolve: ({ loadedAt }) => loadedAt }),
    loadedBy: t.exposeString('loadedBy', { nullable: true }),
    withdrawnAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Since when it is out of use: it should not have been loaded.',
      resolve: ({ withdrawnAt }) => withdrawnAt,
    }),
    withdrawnBy: t.exposeString('withdrawnBy', { nullable: true }),
    withdrawnReason: t.exposeString('withdrawnReason', { nullable: true }),
    run: t.field({ type: Run, nullable: true, description: 'The last one over all vendors.', resolve: ({ run }) => run }),
  }),
});
const Count = builder.objectRef<CountRow>('ScreeningCount').implement({
  description: 'How many candidates of the last checks stand where.',
  fields: (t) => ({ state: t.expose('state', { type: StateEnum }), count: t.exposeInt('count') }),
});
const Check = builder.objectRef<CheckRow & { vendorId: string }>('VendorScreening').implement({
  description: 'A vendor’s last check against a list: what was compared with what, when and by whom. It never says that nothing speaks against a vendor.',
  fields: (t) => ({
    listName: t.exposeString('listName'),
    listedOn: t.exposeString('listedOn'),
    synthetic: t.exposeBoolean('synthetic'),
    checkedAt: t.field({ type: 'DateTime', resolve: ({ checkedAt }) => checkedAt }),
    by: t.exposeString('by', { nullable: true, description: 'Who asked for it; null where a command or a publication did.' }),
    found: t.exposeInt('found', { description: 'Candidates.' }),
    namesChanged: t.exposeBoolean('namesChanged', { description: 'The vendor has other names by now.' }),
    newerList: t.exposeString('newerList', { nullable: true, description: 'The day of a newer list of the name.' }),
    withdrawnAt: t.field({ type: 'DateTime', nullable: true, description: 'Since when the list is out of use.', resolve: ({ withdrawnAt }) => withdrawnAt }),
  }),
});

const MOST = 100;
const page = (first: number | null | undefined) => Math.min(Math.max(first ?? 50, 1), MOST);
const Screening = builder.objectRef<object>('Screening').implement({
  description: 'Lists, and what was found.',
  fields: (t) => ({
    lists: t.field({ type: [List], description: 'Those of today first; at most 50.', resolve: (_root, _args, { reads, user }) => readLists(reads, user) }),
    counts: t.field({ type: [Count], resolve: (_root, _args, { reads, user }) => countCandidates(reads, user) }),
    candidates: t.field({
      type: [CandidateType],
      description: 'Of the last checks, the likeliest first; at most 100.',
      args: { states: t.arg({ type: [StateEnum], required: false }), first: t.arg.int({ required: false }), skip: t.arg.int({ required: false }) },
      resolve: (_root, { states: some, first, skip }, { reads, user }) =>
        readCandidates(reads, user, { ...(some ? { states: some } : {}), first: page(first), skip: Math.min(Math.max(skip ?? 0, 0), 1_000_000) }),
    }),
  }),
});

builder.queryFields((t) => ({
  screening: t.field({
    type: Screening,
    description: 'For procurement officers, the secretariat and administrators.',
    resolve: (_root, _args, { user }) => {
      if (!canScreen(user)) throw forbidden('ONLY_SCREENERS');
      return {};
    },
  }),
  screeningCandidate: t.field({
    type: CandidateType,
    nullable: true,
    description: 'For procurement officers, the secretariat and administrators.',
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, { id }, { reads, user }) => {
      if (!canScreen(user)) throw forbidden('ONLY_SCREENERS');
      return (await readCandidates(reads, user, { id: String(id) }))[0] ?? null;
    },
  }),
}));
builder.objectFields(VendorType, (t) => ({
  viewerCanScreen: t.boolean({ description: 'Who asks sees what it was compared with, and decides.', resolve: (_row, _args, { user }) => canScreen(user) }),
  screenings: t.field({
    type: [Check],
    description: 'The last check against each list; empty for who may not know.',
    resolve: async ({ id }, _args, { reads, user }) => (canScreen(user) ? (await readChecks(reads, user, id)).map((row) => ({ ...row, vendorId: id })) : []),
  }),
  screeningCandidates: t.field({
    type: [CandidateType],
    description: 'Of these checks, at most 50; empty for who may not know.',
    resolve: async ({ id }, _args, { reads, user }) => (canScreen(user) ? readCandidates(reads, user, { vendor: id }) : []),
  }),
}));
