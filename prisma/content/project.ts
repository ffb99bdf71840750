import { concept, linked } from './concept.ts';
import { as } from './check.ts';
import { z } from 'zod';
import { field } from './field.ts';
import { countryName, countryNames, type LinkSpec, organizationTarget } from './kind.ts';
import { newest, ofNewestDay } from './newest.ts';
import { regionsOfAll } from './regions.ts';
import { audienceFields, fundingAmount } from './sections.ts';
import {
  choice,
  code,
  countryCode,
  fact,
  goalLink,
  key,
  line,
  organizationName,
  partialDate,
  prose,
  recordFields,
  recordKey,
  statement,
  suggested,
  writtenIn,
} from './shared.ts';

export const stages = ['ENVISAGED', 'RESEARCH', 'PROOF_OF_CONCEPT', 'PILOT', 'IN_USE', 'SCALED', 'DISCONTINUED'] as const;
export const accesses = ['PUBLIC', 'PERMISSIONED', 'PERMISSIONED_PUBLIC_VIEW', 'ANCHORING', 'NOT_STATED'] as const;
/** Where the record comes from. */
export const origins = ['ANNEX_I', 'BODY', 'ANNEX_II', 'CONTRIBUTED'] as const;
/** The questions a project's page answers; the order is that of the page. */
export const sections = [
  'WHAT_IT_DOES',
  'HOW_IT_IS_BUILT',
  'WHO_DOES_WHAT',
  'WHAT_IT_ACHIEVED',
  'WHAT_IT_TAUGHT',
  'HOW_IT_IS_PAID',
  'CODE',
  'WHAT_ENDED_IT',
  'LATER',
] as const;
/** The uses of blockchain that projects are grouped by. */
export const uses = [
  'SUPPLY_CHAIN',
  'PAYMENTS_AND_TRANSFERS',
  'IDENTITY',
  'CREDENTIALS',
  'LAND_REGISTRATION',
  'SMART_CONTRACTS',
  'FINANCING',
  'TRADE',
  'HEALTH',
  'ENVIRONMENT',
  'DATA_EXCHANGE',
  'INTERNAL_PROCESSES',
  'KNOWLEDGE_SHARING',
  'DISPUTE_RESOLUTION',
  'SECURITY',
  'OTHER',
] as const;

/** The sectors of development work, by the categories of the OECD's Development Assistance Committee that IATI uses too. */
export const sectors = [
  'EDUCATION',
  'HEALTH',
  'WATER_AND_SANITATION',
  'GOVERNMENT_AND_CIVIL_SOCIETY',
  'SOCIAL_SERVICES',
  'TRANSPORT',
  'COMMUNICATIONS',
  'ENERGY',
  'BANKING_AND_FINANCE',
  'BUSINESS',
  'AGRICULTURE',
  'FORESTRY',
  'FISHING',
  'INDUSTRY',
  'MINING',
  'CONSTRUCTION',
  'TRADE_POLICY',
  'TOURISM',
  'ENVIRONMENT',
  'HUMANITARIAN',
  'ADMINISTRATION',
  'MULTISECTOR',
] as const;

/** The parts of UNCITRAL's legal taxonomy of the digital economy, as para. 261 has them, and a place for what fits none. */
export const legalTopics = [
  'AUTOMATED_CONTRACTING',
  'DATA_TRANSACTIONS',
  'ASSET_TOKENIZATION',
  'DIGITAL_ASSETS',
  'DIGITAL_PLATFORMS',
  'DISPUTE_RESOLUTION',
  'OTHER',
] as const;

const said = (head: string, section: (typeof sections)[number]) =>
  [head, 40, (statements: { section: string; text: string }[]) => statements.filter((one) => one.section === section).map((one) => one.text)] as const;

/** Today's stage, as a list of it alone. */
const newestStage = <Stage extends { date?: string | undefined; asAt?: string | undefined }>(history: readonly Stage[]): Stage[] => {
  const stage = newest(history);
  return stage ? [stage] : [];
};
/** The numbers of people that the newest figures give; older ones are history. */
const newestPeople = (figures: readonly { number?: number | undefined; unit?: string | undefined; asAt?: string | undefined }[]): number[] =>
  ofNewestDay(figures.filter(({ number, unit }) => unit === 'people' && number !== undefined)).flatMap(({ number }) => number ?? []);

const ledger = z.strictObject({
  platforms: field(z.array(fact({ name: suggested('platforms') })).default([]), {
    value: 'name',
    find: true,
    filter: 'platform',
    explain: 'Such as Ethereum.',
    columns: [['Platforms', 24]],
    ask: 'built',
    known: [['name']],
  }),
  access: field(fact({ value: choice(accesses, 'access') }), {
    value: 'value',
    filter: 'access',
    columns: [['Access', 18]],
    ask: 'built',
    order: { filter: -1 },
  }),
  consensus: field(fact({ value: line }).optional(), { value: 'value', columns: [['Consensus', 20]], ask: 'built' }),
  offChain: field(z.array(statement).default([]), { section: 'PUBLIC', ask: 'built', order: { section: 1 } }),
  keyCustody: field(z.array(statement).default([]), { section: 'PUBLIC', ask: 'built', order: { section: 1 } }),
});

/** An answer by the names that the edition of the instrument gives its parts, and what it was in this project. */
const answer = fact({
  instrument: field(key, { sample: 'jiu-matrix' }),
  question: field(key, { sample: 'table-1-q1' }),
  option: field(key, { sample: 'yes' }),
  text: prose,
});

const fields = {
  language: writtenIn,
  title: field(line, { title: true, ask: 'what' }),
  /** Other names by which people look for it. */
  alsoKnownAs: field(z.array(line).default([]), { find: true, columns: [['Also known as', 24]], ask: 'what', order: { column: -3 } }),
  origin: field(choice(origins, 'origin'), { filter: 'origin', columns: [['Origin', 12]], order: { filter: -2, column: 3 } }),
  /** What it is and what came of it, in one or two sentences. */
  summary: field(statement, { summary: true, columns: [['Summary', 60]], ask: 'what' }),
  uses: field(z.array(choice(uses, 'use')).min(1), { find: true, filter: 'use', columns: [['Uses', 26]], ask: 'what', order: { find: 1 } }),
  /** The sectors it works in; absent where nobody said. */
  sectors: field(z.array(choice(sectors, 'sector')).optional(), { filter: 'sector', columns: [['Sectors', 26]], ask: 'what', order: { filter: 1, column: 4 } }),
  /** Short names of the organizations whose project it is; none where the source does not say. */
  owners: field(z.array(organizationName).default([]), {
    find: true,
    filter: 'organization',
    explain: 'Owner, by slug or short name: wfp, WFP.',
    columns: [['Owners', 20]],
    ask: { in: 'whose', required: true },
    order: { column: -1 },
  }),
  /** How sure the owners are, where they are not simply stated. */
  ownersBasis: field(statement.optional(), { ask: 'whose' }),
  /** Where it works. GLOBAL and NOT_STATED have no countries. */
  scope: field(choice(['COUNTRIES', 'GLOBAL', 'NOT_STATED'], 'scope'), { columns: [['Scope', 12]], ask: 'where' }),
  countries: field(z.array(fact({ code: countryCode(), place: code.optional() })).default([]), {
    value: 'code',
    find: (countries) => [
      ...countries.flatMap((country) => [...countryNames(country.code), country.place ?? '']),
      ...regionsOfAll(countries.map((country) => country.code)).map((region) => region.name),
    ],
    filter: [
      {
        as: 'region',
        of: (countries) => regionsOfAll(countries.map((country) => country.code)).map((region) => region.slug),
        explain: 'By slug, such as sub-saharan-africa.',
      },
      'country',
    ],
    explain: 'ISO 3166-1 alpha-2.',
    columns: [
      ['Countries', 24, (countries) => countries.map((country) => countryName(country.code))],
      ['Country codes', 14],
    ],
    ask: { in: 'where', required: true },
    known: [['code', 'place'], ['code']],
  }),
  /** Dated stage history, oldest first; the last one is today's stage. */
  stages: field(z.array(fact({ stage: choice(stages, 'stage'), date: partialDate.optional(), text: prose })).min(1), {
    value: 'stage',
    filter: [
      { as: 'stage', of: (history) => newestStage(history).map(({ stage }) => stage) },
      // Of a vendor's work is asked whether it ever went into use, and which was its latest.
      { facet: 'reached', of: (history) => [...new Set(history.map(({ stage }) => stage))] },
      {
        facet: 'latest',
        of: (history) =>
          history
            .flatMap(({ date }) => (date ? [date] : []))
            .toSorted()
            .slice(-1),
      },
    ],
    columns: [
      ['Stage', 18, (history) => newest(history)?.stage],
      ['Stage since', 12, (history) => newest(history)?.date],
      ['Stage as at', 12, (history) => newest(history)?.asAt],
    ],
    ask: 'stage',
    range: {
      as: 'began',
      type: 'date',
      of: (history) => history.flatMap(({ date }) => date ?? []).slice(0, 1),
      explain: 'The first dated stage: 2019, 2019-05 or 2019-05-17. Without a date in its source a project is not among them.',
    },
    known: [['stage', 'date']],
    order: { filter: -3, column: -2 },
  }),
  ledger,
  /** Who does what: an organization of the library by its short name, or a free name. */
  participants: field(
    z
      .array(
        fact({ organization: organizationName.optional(), name: line.optional(), role: line, responsibility: prose.optional() }).refine(
          (p) => Boolean(p.organization) !== Boolean(p.name),
          as('PARTICIPANT'),
        ),
      )
      .default([]),
    {
      section: 'PUBLIC',
      columns: [['Participants', 40, (participants) => participants.map((one) => `${one.organization || one.name || ''}: ${one.role}`)]],
      ask: 'who',
      known: [['organization', 'role'], ['name', 'role'], ['name']],
      order: { column: 1 },
    },
  ),
  /** What vendors delivered; the vendor by its source key. */
  engagements: field(
    z
      .array(
        fact({
          vendor: recordKey('VENDOR', { suggest: 'vendors', sample: 'geora' }),
          role: line,
          delivered: prose.optional(),
          stack: z.array(suggested('platforms')).default([]),
          period: line.optional(),
          outcome: prose.optional(),
        }),
      )
      .default([]),
    {
      value: 'vendor',
      find: true,
      filter: 'vendor',
      explain: 'By slug or name.',
      section: 'PUBLIC',
      columns: [['Vendors', 24, linked('VENDOR', null, 'ENGAGEMENT')]],
      ask: 'who',
      known: [['vendor', 'role'], ['name']],
    },
  ),
  /** Numbers a reader would quote. `value` as shown, `number` for sums. */
  figures: field(z.array(fact({ label: line, value: line, number: z.number().optional(), unit: line.optional() })).default([]), {
    section: 'PUBLIC',
    columns: [['Figures', 40, (figures) => figures.map(({ label, value }) => `${label}: ${value}`)]],
    range: {
      as: 'people',
      type: 'number',
      of: (figures) => newestPeople(figures),
      explain: 'A figure that its source gives in people; of several those of the newest day.',
    },
    ask: 'told',
    known: [['label']],
    order: { column: 2 },
  }),
  statements: field(z.array(fact({ section: choice(sections, 'question'), text: prose })).default([]), {
    section: { initial: 'PUBLIC', by: 'section' },
    columns: [
      said('What it achieved', 'WHAT_IT_ACHIEVED'),
      said('How it is paid', 'HOW_IT_IS_PAID'),
      said('Code', 'CODE'),
      said('What ended it', 'WHAT_ENDED_IT'),
    ],
    ask: 'told',
    called: 'text',
    order: { section: -1, column: 2 },
  }),
  /** Goals the editors, not the report, connect with it. */
  goals: field(z.array(goalLink).default([]), {
    value: 'goal',
    filter: 'goal',
    explain: '1 to 17.',
    section: 'PUBLIC',
    columns: [['Goals (editors)', 14]],
    ask: 'told',
    known: [['goal']],
    order: { column: 1 },
  }),
  /**
   * How it answered the questions of an instrument such as the decision-making matrix, where a source supports it; what is
   * left out is "not stated".
   */
  answers: field(z.array(answer).max(200).optional(), {
    filter: { facet: 'answer', of: (answers) => (answers ?? []).map(({ instrument, question, option }) => `${instrument}/${question}/${option}`) },
    section: 'PUBLIC',
    ask: 'told',
    known: [['instrument', 'question']],
    called: 'question',
  }),
  /** Legal questions that it met, and how they were answered, for the secretariat of UNCITRAL too (para. 267). */
  legal: field(
    z
      .array(fact({ topic: choice(legalTopics, 'legalTopic'), question: prose, answer: prose.optional() }))
      .max(50)
      .optional(),
    {
      section: 'UN_SYSTEM',
      ask: 'told',
      known: [['topic', 'question']],
      called: 'question',
      order: { section: 3, ask: 1 },
    },
  ),
  /** What it costs and who pays, where an owner states it. */
  fundingAmounts: field(z.array(fundingAmount).max(50).optional(), { section: 'UN_SYSTEM', ask: 'un', known: [['label']], order: { section: 4, ask: 1 } }),
};

/** A blockchain application or a proposal for one (JIU/REP/2020/7, Annexes I and II and the body). */
export const project = z.strictObject({ ...recordFields, ...fields, ...audienceFields(fields) });
export type Project = z.infer<typeof project>;

export const projectKind = concept<Project>('PROJECT', '/projects', project, {
  links: (content): LinkSpec[] => [
    ...content.owners.map((owner) => ({ relation: 'OWNER', to: organizationTarget(owner) })),
    ...content.participants.flatMap((participant): LinkSpec[] =>
      participant.organization ? [{ relation: 'PARTICIPANT', to: organizationTarget(participant.organization), data: participant }] : [],
    ),
    ...content.engagements.map((engagement) => ({ relation: 'ENGAGEMENT', to: { kind: 'VENDOR' as const, key: engagement.vendor }, data: engagement })),
    ...content.goals.map((goal) => ({
      relation: 'GOAL',
      to: { kind: 'GOAL' as const, key: `goal-${goal.goal}` },
      data: { reason: goal.reason, by: 'EDITORS' },
    })),
  ],
});
