import { as } from './check.ts';
import { countryNames, type Kind, type LinkSpec, organizationTarget, words } from './kind.ts';
import { z } from 'zod';
import { audienceFields, fundingAmount, projectSections } from './audience.ts';
import { fact, goalLink, line, partialDate, prose, recordFields, statement } from './shared.ts';

export const stages = ['ENVISAGED', 'RESEARCH', 'PROOF_OF_CONCEPT', 'PILOT', 'IN_USE', 'SCALED', 'DISCONTINUED'] as const;
export type Stage = (typeof stages)[number];
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

/** A blockchain application or a proposal for one (JIU/REP/2020/7, Annexes I and II and the body). */
export const project = z.strictObject({
  ...recordFields,
  title: line,
  /** Other names by which people look for it. */
  alsoKnownAs: z.array(line).default([]),
  origin: z.enum(origins),
  /** What it is and what came of it, in one or two sentences. */
  summary: statement,
  uses: z.array(z.enum(uses)).min(1),
  /** Short names of the organizations whose project it is; none where the source does not say. */
  owners: z.array(line).default([]),
  /** How sure the owners are, where they are not simply stated. */
  ownersBasis: statement.optional(),
  /** Where it works. GLOBAL and NOT_STATED have no countries. */
  scope: z.enum(['COUNTRIES', 'GLOBAL', 'NOT_STATED']),
  countries: z.array(fact({ code: z.string().regex(/^[A-Z]{2}$/, as('COUNTRY')), place: line.optional() })).default([]),
  /** Dated stage history, oldest first; the last one is today's stage. */
  stages: z.array(fact({ stage: z.enum(stages), date: partialDate.optional(), text: prose })).min(1),
  ledger: z.strictObject({
    platforms: z.array(fact({ name: line })).default([]),
    access: fact({ value: z.enum(accesses) }),
    consensus: fact({ value: line }).optional(),
    offChain: z.array(statement).default([]),
    keyCustody: z.array(statement).default([]),
  }),
  /** Who does what: an organization of the library by its short name, or a free name. */
  participants: z
    .array(
      fact({ organization: line.optional(), name: line.optional(), role: line, responsibility: prose.optional() }).refine(
        (p) => Boolean(p['organization']) !== Boolean(p['name']),
        as('PARTICIPANT'),
      ),
    )
    .default([]),
  /** What vendors delivered; the vendor by its source key. */
  engagements: z
    .array(
      fact({ vendor: line, role: line, delivered: prose.optional(), stack: z.array(line).default([]), period: line.optional(), outcome: prose.optional() }),
    )
    .default([]),
  /** Numbers a reader would quote. `value` as shown, `number` for sums. */
  figures: z.array(fact({ label: line, value: line, number: z.number().optional(), unit: line.optional() })).default([]),
  statements: z.array(fact({ section: z.enum(sections), text: prose })).default([]),
  /** Goals the editors, not the report, connect with it. */
  goals: z.array(goalLink).default([]),
  /** What it costs and who pays, where an owner states it. */
  fundingAmounts: z.array(fundingAmount).max(50).optional(),
  ...audienceFields(projectSections),
});
export type Project = z.infer<typeof project>;

export const projectKind: Kind<Project> = {
  kind: 'PROJECT',
  schema: project,
  path: '/projects',
  title: (content) => content.title,
  summary: (content) => content.summary.text,
  keywords: (content, named) => [
    ...content.alsoKnownAs,
    ...content.owners.flatMap((owner) => named(organizationTarget(owner)).names),
    ...content.countries.flatMap((country) => [...countryNames(country.code), country.place ?? '']),
    ...content.ledger.platforms.map((platform) => platform.name),
    ...content.engagements.map((engagement) => named({ kind: 'VENDOR', key: engagement.vendor }).title),
    ...content.uses.map(words),
  ],
  facets: (content, named) => [
    ...content.stages.slice(-1).map(({ stage }): [string, string] => ['stage', stage]),
    ['origin', content.origin],
    ['access', content.ledger.access.value],
    ...content.uses.map((use): [string, string] => ['use', use]),
    ...content.owners.map((owner): [string, string] => ['organization', named(organizationTarget(owner)).slug]),
    ...content.countries.map((country): [string, string] => ['country', country.code]),
    ...content.ledger.platforms.map((platform): [string, string] => ['platform', platform.name]),
    ...content.engagements.map((engagement): [string, string] => ['vendor', named({ kind: 'VENDOR', key: engagement.vendor }).slug]),
    ...content.goals.map((goal): [string, string] => ['goal', String(goal.goal)]),
  ],
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
};
