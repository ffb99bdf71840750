import { signedIn } from '../accounts/signed-in.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { ValidationError } from '../errors.ts';
import { InvalidInput } from '../invalid-input.ts';
import { type LinkCheck, LinkCheckType } from '../links/link-check.ts';
import { takesPart } from '../questions/policy.ts';
import { AudienceEnum } from '../records/record.ts';
import { LEAST } from '../sought/sums.ts';
import { type CalendarEvent, readCalendar } from './calendar.ts';
import { decidesLearning, type EntryRow, type Event, eventKinds, levels, readEntries, type Resource } from './entry.ts';
import { type Path, readPaths, type Step } from './paths.ts';
import { decideEntry, forgetSteps, markStep, suggestEntry, withdrawEntry } from './write.ts';

const KindEnum = builder.enumType('LearningEntryKind', {
  description: 'A resource to learn from, or something that happens on a day.',
  values: ['RESOURCE', 'EVENT'] as const,
});
const StateEnum = builder.enumType('LearningEntryState', {
  description: 'What became of what was suggested.',
  values: { PROPOSED: { description: 'It waits for somebody who did not suggest it.' }, ACCEPTED: {}, RETURNED: { description: 'The reason says why.' } },
});
const EventKindEnum = builder.enumType('EventKind', { description: 'What happens.', values: eventKinds });

const StepType = builder.objectRef<Step>('LearningStep').implement({
  description: 'A step of a path: a page of the library.',
  fields: (t) => ({
    url: t.exposeString('to'),
    title: t.exposeString('title'),
    why: t.exposeString('why', { description: 'Why it is there, as the editors chose it.' }),
    done: t.exposeBoolean('done', { description: 'Whether who asks said that they have done it.' }),
    sum: t.exposeInt('sum', {
      nullable: true,
      description: `How many say that they have done it, for those who write entries or oversee the library, from ${LEAST} on.`,
    }),
  }),
});
const PathType = builder.objectRef<Path>('LearningPath').implement({
  description: 'A way through the library for one of the audiences of para. 286.',
  fields: (t) => ({
    slug: t.exposeString('slug'),
    title: t.exposeString('title'),
    text: t.exposeString('text'),
    url: t.string({ resolve: ({ slug }) => `/learning/${slug}` }),
    steps: t.field({ type: [StepType], resolve: ({ steps }) => steps }),
  }),
});
const ResourceType = builder.objectRef<EntryRow<Resource>>('SuggestedResource').implement({
  description: 'A learning resource outside that somebody suggested and somebody else accepted. What is null is not stated.',
  fields: (t) => ({
    id: t.exposeID('id'),
    title: t.string({ resolve: ({ content }) => content.title }),
    about: t.string({ resolve: ({ content }) => content.about }),
    address: t.string({ resolve: ({ content }) => content.address }),
    levels: t.stringList({ description: 'Slugs of the levels that it serves.', resolve: ({ content }) => content.levels }),
    language: t.string({ nullable: true, resolve: ({ content }) => content.language }),
    minutes: t.int({ nullable: true, description: 'How long it takes.', resolve: ({ content }) => content.minutes }),
    cost: t.string({ nullable: true, resolve: ({ content }) => content.cost }),
    addressCheck: t.field({ type: LinkCheckType, nullable: true, resolve: ({ link }) => link as LinkCheck | null }),
    audience: t.field({ type: AudienceEnum, resolve: ({ audience }) => audience }),
    suggestedBy: t.string({ nullable: true, description: 'For the UN system alone.', resolve: ({ name }) => name }),
    acceptedOn: t.string({ nullable: true, resolve: ({ acceptedOn }) => acceptedOn }),
    mine: t.exposeBoolean('mine'),
  }),
});
const EventType = builder.objectRef<CalendarEvent>('CalendarEvent').implement({
  description: 'A talk, a meeting on standards or a deadline; deadlines of recommendations are among them.',
  fields: (t) => ({
    id: t.exposeID('id'),
    url: t.exposeString('url'),
    title: t.exposeString('title'),
    about: t.exposeString('about'),
    what: t.field({ type: EventKindEnum, resolve: ({ what }) => what }),
    day: t.exposeString('day'),
    lastDay: t.exposeString('lastDay', { nullable: true }),
    time: t.exposeString('time', { nullable: true, description: 'In universal time (UTC); null for whole days.' }),
    minutes: t.exposeInt('minutes', { nullable: true }),
    place: t.exposeString('place', { nullable: true }),
    language: t.exposeString('language', { nullable: true }),
    address: t.exposeString('outside', { nullable: true, description: 'Its page outside.' }),
    suggestedBy: t.exposeString('name', { nullable: true, description: 'For the UN system alone.' }),
    mine: t.exposeBoolean('own'),
  }),
});
type Suggestion = EntryRow;
const SuggestionType = builder.objectRef<Suggestion>('LearningSuggestion').implement({
  description: 'A resource or event that was suggested, for who suggested it and who decides.',
  fields: (t) => ({
    id: t.exposeID('id'),
    kind: t.field({ type: KindEnum, resolve: ({ kind }) => kind }),
    state: t.field({ type: StateEnum, resolve: ({ state }) => state }),
    audience: t.field({ type: AudienceEnum, resolve: ({ audience }) => audience }),
    title: t.string({ resolve: ({ content }) => content.title }),
    about: t.string({ resolve: ({ content }) => content.about }),
    address: t.string({ nullable: true, resolve: ({ content }) => content.address }),
    day: t.string({ nullable: true, resolve: ({ content }) => ('day' in content ? content.day : null) }),
    reason: t.exposeString('reason', { nullable: true }),
    suggestedBy: t.exposeString('name', { nullable: true }),
    mine: t.exposeBoolean('mine'),
  }),
});

const Saved = builder.objectRef<{ id: string }>('LearningSaved').implement({ description: 'It is kept.', fields: (t) => ({ id: t.exposeID('id') }) });
const Result = builder.unionType('LearningResult', {
  types: [Saved, InvalidInput],
  resolveType: (value) => (value instanceof ValidationError ? 'InvalidInput' : 'LearningSaved'),
});
const Input = builder.inputType('LearningInput', {
  description: 'As text, as it is typed; what is not known stays empty and is shown as not stated.',
  fields: (t) => ({
    title: t.string({ required: true }),
    about: t.string({ required: true }),
    address: t.string({ required: true, description: 'An address of the web; of an event it may be empty.' }),
    language: t.string({ required: true, description: 'Its name or code.' }),
    minutes: t.string({ required: true, description: 'How long it takes.' }),
    levels: t.stringList({ required: false, description: `Of a resource: ${levels.join(', ')}.` }),
    cost: t.string({ required: false, description: 'Of a resource.' }),
    what: t.field({ type: EventKindEnum, required: false, description: 'Of an event.' }),
    day: t.string({ required: false, description: 'Of an event: 2026-12-10.' }),
    lastDay: t.string({ required: false }),
    time: t.string({ required: false, description: 'In universal time: 14:00. Empty for whole days.' }),
    place: t.string({ required: false }),
  }),
});
const writer = (context: Context) => ({ ...context, user: signedIn(context) });

builder.queryFields((t) => ({
  learningPaths: t.field({
    type: [PathType],
    description: 'One for each audience of para. 286.',
    resolve: (_root, _args, context) => readPaths(context.reads, context),
  }),
  suggestedResources: t.field({
    type: [ResourceType],
    description: 'Learning resources that people suggested and others accepted, by title.',
    resolve: (_root, _args, context) => readEntries<Resource>(context.reads, context, 'RESOURCE', { state: 'ACCEPTED' }),
  }),
  calendar: t.field({
    type: [EventType],
    description: 'Talks, meetings on standards and deadlines by day, those of recommendations among them.',
    args: { from: t.arg.string({ required: false, description: 'Those that end on or after this day, such as 2026-12-01.' }) },
    resolve: (_root, { from }, context) => readCalendar(context.reads, context, from ?? null),
  }),
  learningSuggestions: t.field({
    type: [SuggestionType],
    description: 'What who asks suggested and was not accepted yet; for publishers, the secretariat and administrators all that waits.',
    resolve: async (_root, _args, context) => {
      signedIn(context);
      const of = (kind: 'RESOURCE' | 'EVENT') => [
        readEntries<Resource | Event>(context.reads, context, kind, { state: 'PROPOSED' }),
        readEntries<Resource | Event>(context.reads, context, kind, { state: 'RETURNED', own: true }),
      ];
      return (await Promise.all([...of('RESOURCE'), ...of('EVENT')])).flat();
    },
  }),
  viewerSuggests: t.boolean({ description: 'Whether who asks may suggest resources and events.', resolve: (_root, _args, context) => takesPart(context) }),
  viewerDecidesLearning: t.boolean({
    description: 'Whether who asks decides on what others suggested.',
    resolve: (_root, _args, { user }) => decidesLearning(user),
  }),
}));

builder.mutationFields((t) => ({
  suggestLearning: t.field({
    type: Result,
    description:
      'Suggests a learning resource or an event, by people of the UN system. It is shown once somebody else accepted it. The same key suggests once.',
    args: {
      kind: t.arg({ type: KindEnum, required: true }),
      input: t.arg({ type: Input, required: true }),
      audience: t.arg({ type: AudienceEnum, required: true, description: 'PUBLIC, or else the UN system.' }),
      key: t.arg.string({ required: false }),
    },
    resolve: (_root, { kind, input, audience, key }, context) => {
      const typed = kind === 'RESOURCE' ? { levels: [], cost: '', ...input } : { day: '', lastDay: '', time: '', place: '', ...input };
      const filled = Object.fromEntries(
        Object.entries(typed).map(([name, value]) => [name, value ?? (name === 'levels' ? [] : name === 'what' ? undefined : '')]),
      );
      return suggestEntry(writer(context), { kind, typed: filled, audience: audience === 'PUBLIC' ? 'PUBLIC' : 'UN_SYSTEM' }, key ?? null);
    },
  }),
  decideLearning: t.field({
    type: Result,
    description: 'Accepts what somebody else suggested, or returns it with a reason. By publishers, the secretariat and administrators.',
    args: {
      id: t.arg.id({ required: true }),
      accept: t.arg.boolean({ required: true }),
      reason: t.arg.string({ required: true, description: 'Empty where it is accepted.' }),
    },
    resolve: (_root, { id, accept, reason }, context) => decideEntry(writer(context), String(id), { accept, reason }),
  }),
  withdrawLearning: t.field({
    type: Result,
    description: 'Takes out what who asks suggested; those who decide take out what was accepted.',
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id }, context) => withdrawEntry(writer(context), String(id)),
  }),
  markLearningStep: t.boolean({
    description: 'Notes that who asks has done a step of a path, or takes that back; nobody else sees it. Answers whether it is noted now.',
    args: { url: t.arg.string({ required: true }), done: t.arg.boolean({ required: true }) },
    resolve: (_root, { url, done }, context) => markStep(writer(context), url, done),
  }),
  forgetLearningSteps: t.boolean({
    description: 'Forgets all steps that who asks has done.',
    resolve: (_root, _args, context) => forgetSteps(writer(context)),
  }),
}));
