import { newest, ofNewestDay } from '#prisma/content/newest.ts';
import { accesses, legalTopics, origins, type Project as Content, sectors, stages, uses } from '#prisma/content/project.ts';
import { builder } from '../builder.ts';
import { Country } from '../records/country.ts';
import { isRestricted, namedRecords } from '../records/lookup.ts';
import { similarTo } from '../records/similar.ts';
import { contentOf, facetsOf, eachOnce, linkedRecords, linksOf, RecordInterface } from '../records/record.ts';
import {
  CertaintyEnum,
  type CitedFact,
  CitationType,
  citationsOf,
  factAs,
  statement,
  type StatementParent,
  statements,
  StatementType,
} from '../records/statement.ts';
import type { RecordRow } from '../records/load.ts';
import { type EngagementData, EngagementType } from '../vendors/vendor.ts';
import {
  GoalType,
  BuildingBlockType,
  LessonType,
  MitigationType,
  OrganizationType,
  ProjectType,
  RecommendationType,
  RiskType,
  StandardType,
  VendorType,
} from '../records/types.ts';

export const Stage = builder.enumType('Stage', { description: 'How far a project is.', values: stages });
export const Access = builder.enumType('Access', { description: 'Who may read and write the ledger.', values: accesses });
export const Sector = builder.enumType('Sector', { description: 'Sectors of development work, by the categories of the OECD DAC.', values: sectors });
export const Use = builder.enumType('Use', { description: 'What blockchain is used for.', values: uses });
export const Origin = builder.enumType('Origin', {
  description: 'Where the record comes from: Annex I, the body or Annex II of the report, or a contribution.',
  values: origins,
});

type Fact<Fields> = CitedFact & Fields & { row: RecordRow };
const common = <Parent extends CitedFact & { row: RecordRow }>() => ({
  asAt: (fact: Parent) => fact.asAt ?? null,
  note: (fact: Parent) => fact.note ?? null,
  citations: (fact: Parent) => citationsOf(fact, fact.row.id),
});

const StageChange = builder.objectRef<Fact<{ stage: (typeof stages)[number]; date?: string; text: string; current: boolean }>>('StageChange').implement({
  description: 'A change of stage, dated where the source gives a date.',
  fields: (t) => ({
    stage: t.field({ type: Stage, resolve: (change) => change.stage }),
    current: t.exposeBoolean('current', { description: 'Whether it is the newest: how far the project is today.' }),
    date: t.string({ nullable: true, description: '2017, 2017-05 or 2017-05-31; null is "not stated".', resolve: (change) => change.date ?? null }),
    text: t.exposeString('text'),
    certainty: t.field({ type: CertaintyEnum, resolve: (change) => change.certainty }),
    asAt: t.string({ nullable: true, resolve: common().asAt }),
    note: t.string({ nullable: true, resolve: common().note }),
    citations: t.field({ type: [CitationType], resolve: common().citations }),
  }),
});
const Figure = builder.objectRef<Fact<{ label: string; value: string; number?: number; unit?: string; current: boolean }>>('Figure').implement({
  description: 'A number that a reader would quote.',
  fields: (t) => ({
    label: t.exposeString('label'),
    current: t.exposeBoolean('current', { description: 'Whether it is of the newest day that a figure of the project is of.' }),
    value: t.exposeString('value'),
    number: t.float({ nullable: true, resolve: (figure) => figure.number ?? null }),
    unit: t.string({ nullable: true, resolve: (figure) => figure.unit ?? null }),
    certainty: t.field({ type: CertaintyEnum, resolve: (figure) => figure.certainty }),
    asAt: t.string({ nullable: true, resolve: common().asAt }),
    note: t.string({ nullable: true, resolve: common().note }),
    citations: t.field({ type: [CitationType], resolve: common().citations }),
  }),
});
const Participant = builder
  .objectRef<Fact<{ organization?: string; name?: string; role: string; responsibility?: string; linked: RecordRow | null }>>('Participant')
  .implement({
    description: 'Who does what in a project (JIU/REP/2020/7, para. 73).',
    fields: (t) => ({
      name: t.string({ resolve: (participant) => participant.name ?? participant.organization ?? '' }),
      organization: t.field({ type: OrganizationType, nullable: true, resolve: (participant) => participant.linked }),
      role: t.exposeString('role'),
      responsibility: t.string({ nullable: true, resolve: (participant) => participant.responsibility ?? null }),
      certainty: t.field({ type: CertaintyEnum, resolve: (participant) => participant.certainty }),
      asAt: t.string({ nullable: true, resolve: common().asAt }),
      note: t.string({ nullable: true, resolve: common().note }),
      citations: t.field({ type: [CitationType], resolve: common().citations }),
    }),
  });
const GoalLink = builder.objectRef<{ goal: RecordRow; reason: string; by: string }>('ProjectGoal').implement({
  description: 'A goal that a project serves. The report does not say so: the editors do, with a reason.',
  fields: (t) => ({ goal: t.field({ type: GoalType, resolve: (link) => link.goal }), reason: t.exposeString('reason'), by: t.exposeString('by') }),
});
const Ledger = builder.objectRef<{ ledger: Content['ledger']; row: RecordRow }>('Ledger').implement({
  description: 'How a project is built.',
  fields: (t) => ({
    platforms: t.field({
      type: [StatementType],
      resolve: ({ ledger, row }) => ledger.platforms.map((platform) => factAs(platform as unknown as CitedFact, String(platform['name']), row)),
    }),
    access: t.field({ type: Access, resolve: ({ ledger }) => ledger.access['value'] as (typeof accesses)[number] }),
    accessBasis: t.field({
      type: StatementType,
      resolve: ({ ledger, row }) => factAs(ledger.access as unknown as CitedFact, String(ledger.access['value']), row),
    }),
    consensus: t.field({
      type: StatementType,
      nullable: true,
      resolve: ({ ledger, row }) => (ledger.consensus ? factAs(ledger.consensus as unknown as CitedFact, String(ledger.consensus['value']), row) : null),
    }),
    offChain: t.field({
      type: [StatementType],
      description: 'What is kept off the chain.',
      resolve: ({ ledger, row }) => statements(ledger.offChain as never, row),
    }),
    keyCustody: t.field({
      type: [StatementType],
      description: 'Who holds the keys.',
      resolve: ({ ledger, row }) => statements(ledger.keyCustody as never, row),
    }),
  }),
});
const Similar = builder.objectRef<{ project: RecordRow; reasons: string[] }>('SimilarProject').implement({
  description: 'Another project that has something in common, and what.',
  fields: (t) => ({
    project: t.field({ type: ProjectType, resolve: (similar) => similar.project }),
    reasons: t.exposeStringList('reasons', { description: 'What they share, as "facet:value" such as "use:SUPPLY_CHAIN" or "country:JO".' }),
  }),
});

const ProjectAnswer = builder.objectRef<Fact<{ instrument: string; question: string; option: string; text: string }>>('ProjectAnswer').implement({
  description: 'How a project answered a question of an instrument such as the decision-making matrix; what is absent is not stated.',
  fields: (t) => ({
    instrument: t.exposeString('instrument'),
    question: t.exposeString('question'),
    option: t.exposeString('option'),
    statement: t.field({ type: StatementType, resolve: (answer) => factAs(answer, answer.text, answer.row) }),
  }),
});

type LegalItem = CitedFact & { topic: (typeof legalTopics)[number]; question: string; answer?: string };
const LegalTopic = builder.enumType('LegalTopic', { values: legalTopics, description: "A topic of UNCITRAL's work on the digital economy (para. 261)." });
const LegalQuestion = builder.objectRef<{ topic: LegalItem['topic']; question: StatementParent; answer: string | null }>('LegalQuestion').implement({
  description: 'A legal question that a project met.',
  fields: (t) => ({
    topic: t.field({ type: LegalTopic, resolve: ({ topic }) => topic }),
    question: t.field({ type: StatementType, resolve: ({ question }) => question }),
    answer: t.exposeString('answer', { nullable: true, description: 'How it was answered; null where it is open.' }),
  }),
});

ProjectType.implement({
  description: 'A blockchain application or a proposal for one.',
  interfaces: [RecordInterface],
  fields: (t) => ({
    alsoKnownAs: t.stringList({ resolve: async (row, _args, context) => (await contentOf<Content>(row, context)).alsoKnownAs }),
    stage: t.field({
      type: Stage,
      description: "Today's stage, as far as the sources go.",
      resolve: async (row, _args, context) =>
        ((await facetsOf(row, context, 'stage'))[0]?.value ?? newest((await contentOf<Content>(row, context)).stages)?.['stage']) as (typeof stages)[number],
    }),
    stages: t.field({
      type: [StageChange],
      description: 'Stage history, as its writers ordered it: oldest first.',
      resolve: async (row, _args, context) => {
        const { stages: history } = await contentOf<Content>(row, context);
        const current = newest(history);
        return history.map((change) => ({
          ...(change as never as Fact<{ stage: (typeof stages)[number]; text: string }>),
          current: change === current,
          row,
        }));
      },
    }),
    origin: t.field({
      type: Origin,
      resolve: async (row, _args, context) =>
        ((await facetsOf(row, context, 'origin'))[0]?.value ?? (await contentOf<Content>(row, context)).origin) as (typeof origins)[number],
    }),
    sectors: t.field({
      type: [Sector],
      description: 'None where nobody said.',
      resolve: async (row, _args, context) => (await facetsOf(row, context, 'sector')).map((entry) => entry.value as (typeof sectors)[number]),
    }),
    uses: t.field({
      type: [Use],
      resolve: async (row, _args, context) => (await facetsOf(row, context, 'use')).map((entry) => entry.value as (typeof uses)[number]),
    }),
    access: t.field({
      type: Access,
      resolve: async (row, _args, context) =>
        ((await facetsOf(row, context, 'access'))[0]?.value ?? (await contentOf<Content>(row, context)).ledger.access['value']) as (typeof accesses)[number],
    }),
    platforms: t.stringList({
      description: 'Names of the platforms; empty is "not stated".',
      resolve: async (row, _args, context) => (await facetsOf(row, context, 'platform')).map((entry) => entry.value),
    }),
    scope: t.string({
      description: 'COUNTRIES, GLOBAL or NOT_STATED.',
      resolve: async (row, _args, context) => (await contentOf<Content>(row, context)).scope,
    }),
    countries: t.field({ type: [Country], resolve: async (row, _args, context) => (await facetsOf(row, context, 'country')).map((entry) => entry.value) }),
    places: t.field({
      type: [StatementType],
      description: 'The countries with place and source.',
      resolve: async (row, _args, context) =>
        (await contentOf<Content>(row, context)).countries.map((country) =>
          factAs(country as unknown as CitedFact, [country['place'], country['code']].filter(Boolean).join(', '), row),
        ),
    }),
    owners: t.field({
      type: [OrganizationType],
      description: 'The organizations whose project it is; empty where the source does not say.',
      resolve: async (row, _args, context) => (await linksOf(row, context, 'OUT', 'OWNER')).map((link) => link.record),
    }),
    ownerNames: t.stringList({
      description: 'Short names of the owners, for lists; the same organizations as `owners`.',
      resolve: async (row, _args, context) => (await facetsOf(row, context, 'organization')).map((entry) => entry.label ?? entry.value),
    }),
    ownersBasis: t.field({
      type: StatementType,
      nullable: true,
      description: 'How sure the owners are, where they are not simply stated.',
      resolve: async (row, _args, context) => {
        const { ownersBasis } = await contentOf<Content>(row, context);
        return ownersBasis ? statement(ownersBasis, row) : null;
      },
    }),
    summary: t.field({ type: StatementType, resolve: async (row, _args, context) => statement((await contentOf<Content>(row, context)).summary, row) }),
    ledger: t.field({ type: Ledger, resolve: async (row, _args, context) => ({ ledger: (await contentOf<Content>(row, context)).ledger, row }) }),
    participants: t.field({
      type: [Participant],
      resolve: async (row, _args, context) => {
        const links = await linksOf(row, context, 'OUT', 'PARTICIPANT');
        return (await contentOf<Content>(row, context)).participants.map((participant) => {
          const data = participant as never as Fact<{ organization?: string; role: string }>;
          return { ...data, row, linked: links.find((link) => link.record.shortName === data.organization)?.record ?? null };
        });
      },
    }),
    engagements: t.field({
      type: [EngagementType],
      resolve: async (row, _args, context) => {
        if (row.content && isRestricted('PROJECT', row.content, 'engagements')) {
          const own = row.content.engagements as EngagementData[];
          const vendors = await namedRecords(
            context,
            'VENDOR',
            own.map((one) => one.vendor),
          );
          return own.flatMap((data) => {
            const vendor = vendors.get(data.vendor);
            return vendor ? [{ data, vendor, project: row }] : [];
          });
        }
        return (await linksOf(row, context, 'OUT', 'ENGAGEMENT')).map((link) => ({ data: link.data as EngagementData, vendor: link.record, project: row }));
      },
    }),
    vendors: t.field({ type: [VendorType], resolve: async (row, _args, context) => eachOnce(await linksOf(row, context, 'OUT', 'ENGAGEMENT')) }),
    figures: t.field({
      type: [Figure],
      description: 'As its writers ordered them.',
      resolve: async (row, _args, context) => {
        const figures = (await contentOf<Content>(row, context)).figures as never as Fact<{ label: string; value: string }>[];
        const current = new Set(ofNewestDay(figures));
        return figures.map((figure) => ({ ...figure, current: current.has(figure), row }));
      },
    }),
    statements: t.field({
      type: [StatementType],
      description: 'What the sources say, by the question it answers.',
      resolve: async (row, _args, context) => statements((await contentOf<Content>(row, context)).statements as never, row),
    }),
    answers: t.field({
      type: [ProjectAnswer],
      resolve: async (row, _args, context) =>
        ((await contentOf<Content>(row, context)).answers ?? []).map((answer) => ({
          ...(answer as never as Fact<{ instrument: string; question: string; option: string; text: string }>),
          row,
        })),
    }),
    legal: t.field({
      type: [LegalQuestion],
      description: 'Legal questions that it met, by the topics of UNCITRAL, and how they were answered.',
      resolve: async (row, _args, context) =>
        ((await contentOf<Content>(row, context)).legal ?? []).map((one) => {
          const { topic, question, answer, ...cited } = one as unknown as LegalItem;
          return { topic, answer: answer ?? null, question: { ...cited, text: question, owner: row.id } };
        }),
    }),
    goals: t.field({
      type: [GoalLink],
      resolve: async (row, _args, context) => {
        if (row.content && isRestricted('PROJECT', row.content, 'goals')) {
          const own = row.content.goals as { goal: number; reason: string }[];
          const goals = await namedRecords(
            context,
            'GOAL',
            own.map((one) => `goal-${one.goal}`),
          );
          return own.flatMap(({ goal: number, reason }) => {
            const goal = goals.get(`goal-${number}`);
            return goal ? [{ goal, reason, by: 'EDITORS' }] : [];
          });
        }
        return (await linksOf(row, context, 'OUT', 'GOAL')).map((link) => ({ goal: link.record, ...(link.data as { reason: string; by: string }) }));
      },
    }),
    buildingBlocks: t.field({
      type: [BuildingBlockType],
      description: 'The reusable software and set-ups that it uses.',
      resolve: (row, _args, context) => linkedRecords(row, context, 'BUILDING_BLOCK'),
    }),
    lessons: t.field({ type: [LessonType], resolve: (row, _args, context) => linkedRecords(row, context, 'LESSON') }),
    risks: t.field({ type: [RiskType], resolve: (row, _args, context) => linkedRecords(row, context, 'RISK') }),
    mitigations: t.field({ type: [MitigationType], resolve: (row, _args, context) => linkedRecords(row, context, 'MITIGATION') }),
    recommendations: t.field({ type: [RecommendationType], resolve: (row, _args, context) => linkedRecords(row, context, 'RECOMMENDATION') }),
    standards: t.field({
      type: [StandardType],
      description: 'Standards to read for its uses, and those that records about it name.',
      resolve: (row, _args, context) => linkedRecords(row, context, 'STANDARD'),
    }),
    similar: t.field({
      type: [Similar],
      description: 'Projects that share a use, a platform or a country, most in common first.',
      resolve: async (row, _args, context) =>
        // What is only proposed is compared with nothing.
        (row.preview ? [] : await similarTo(context, row)).map((link) => ({ project: link.record, reasons: (link.data as { shared: string[] }).shared })),
    }),
  }),
});
