import { as } from './check.ts';
import { concept, linked } from './concept.ts';
import { organizationTarget, to } from './kind.ts';
import { z } from 'zod';
import { field } from './field.ts';
import { audienceFields } from './sections.ts';
import { choice, fact, goalLink, line, organizationName, prose, recordFields, recordKey, statement, writtenIn } from './shared.ts';

export const lessonKinds = ['LESSON', 'GOOD_PRACTICE', 'CHALLENGE', 'BENEFIT'] as const;
/** The 16 themes that lessons are filtered by (the editors' grouping of the report's 56 subjects). */
export const themes = [
  'GOVERNANCE',
  'ARCHITECTURE',
  'DECENTRALIZATION',
  'IMMUTABILITY',
  'CONNECTIVITY',
  'DATA_PROTECTION_AND_KEYS',
  'IDENTITY',
  'FUNDING_AND_COSTS',
  'BUSINESS_CASE_AND_EVIDENCE',
  'SCALABILITY_AND_PERFORMANCE',
  'SKILLS_AND_TRAINING',
  'PROCESS_AND_CHANGE',
  'COLLABORATION_AND_SHARING',
  'OPENNESS_AND_VENDORS',
  'LEGAL_AND_STANDARDS',
  'DEVELOPMENT_IMPACT',
] as const;

const shown = ['EXPERIENCE_OF', 'LEARNED_IN', 'BEARS_ON'];
/** The id of a question of the decision-making matrix. */
export const matrixQuestion = /^(table-[12]-q\d{1,2}|table-3|layer-4-\d{1,2})$/;
const question = field(z.string().regex(matrixQuestion, as('MATRIX_QUESTION')), {
  suggest: 'questions',
  text: false,
  sample: 'table-1-q5',
});
/** As people read them. */
const byTitle = [...themes].sort() as [string, ...string[]];

const fields = {
  language: writtenIn,
  kind: field(choice(lessonKinds, 'lessonKind'), {
    find: true,
    filter: { as: 'kind', facet: 'kind_of_lesson' },
    columns: [['Kind', 14]],
    ask: 'what',
    order: { find: 1 },
  }),
  theme: field(choice(themes, 'theme', byTitle), { find: true, filter: 'theme', columns: [['Theme', 24]], ask: 'what', order: { find: 1 } }),
  /** The narrower subject, such as "off-chain data". */
  subject: field(line, { find: true, columns: [['Subject', 24]], ask: 'what' }),
  title: field(line, { title: true, ask: 'what', order: { ask: -1 } }),
  /** The situation it comes from. */
  context: field(statement.optional(), { section: 'PUBLIC', columns: [['Context', 50]], ask: 'told' }),
  whatHappened: field(statement, { summary: true, columns: [['What happened', 60]], ask: 'told' }),
  /** What follows from it for the next project. */
  whatFollows: field(statement.optional(), { section: 'PUBLIC', columns: [['What follows', 60]], ask: 'told' }),
  /** Short names of the organizations whose experience or view it is. */
  organizations: field(z.array(organizationName).default([]), {
    find: true,
    filter: 'organization',
    explain: 'By slug or short name.',
    columns: [['Organizations', 24, linked('ORGANIZATION', null, ...shown)]],
    ask: { in: 'whose', required: true },
    order: { find: 2 },
  }),
  projects: field(z.array(recordKey('PROJECT', { suggest: 'projects' })).default([]), {
    find: true,
    filter: 'project',
    explain: 'By slug or title.',
    columns: [['Projects', 40, linked('PROJECT', null, ...shown)]],
    ask: 'whose',
    order: { find: 2 },
  }),
  /** What it bears on, by source key. */
  risks: field(z.array(recordKey('RISK', { suggest: 'risks' })).default([]), { columns: [['Risks', 40, linked('RISK', null, ...shown)]], ask: 'bears' }),
  mitigations: field(z.array(recordKey('MITIGATION', { suggest: 'mitigations' })).default([]), {
    columns: [['Mitigations', 40, linked('MITIGATION', null, ...shown)]],
    ask: 'bears',
  }),
  standards: field(z.array(recordKey('STANDARD', { suggest: 'standards' })).default([]), {
    columns: [['Standards', 30, linked('STANDARD', null, ...shown)]],
    ask: 'bears',
  }),
  recommendations: field(z.array(recordKey('RECOMMENDATION', { suggest: 'recommendations' })).default([]), {
    columns: [['Recommendations', 30, linked('RECOMMENDATION', null, ...shown)]],
    ask: 'bears',
  }),
  /** Questions of the decision-making matrix: "table-1-q5", "table-2-q7", "table-3", "layer-4-1". */
  questions: field(z.array(question).default([]), { columns: [['Questions of the matrix', 20]], ask: 'bears' }),
  goals: field(z.array(goalLink).default([]), { value: 'goal', filter: 'goal', ask: 'bears', known: [['goal']] }),
  /** Who sees it otherwise, with the source. */
  otherViews: field(z.array(fact({ text: prose })).default([]), { section: 'PUBLIC', columns: [['Other views', 40]], ask: 'told' }),
};

/** A lesson, good practice, challenge or reported benefit. */
export const lesson = z.strictObject({ ...recordFields, ...fields, ...audienceFields(fields) });
export type Lesson = z.infer<typeof lesson>;

export const lessonKind = concept<Lesson>('LESSON', '/lessons', lesson, {
  links: (content) => [
    ...content.organizations.map((name) => ({ relation: 'EXPERIENCE_OF', to: organizationTarget(name) })),
    ...to('PROJECT', 'LEARNED_IN', content.projects),
    ...to('RISK', 'BEARS_ON', content.risks),
    ...to('MITIGATION', 'BEARS_ON', content.mitigations),
    ...to('STANDARD', 'BEARS_ON', content.standards),
    ...to('RECOMMENDATION', 'BEARS_ON', content.recommendations),
    ...content.goals.map((goal) => ({
      relation: 'GOAL',
      to: { kind: 'GOAL' as const, key: `goal-${goal.goal}` },
      data: { reason: goal.reason, by: 'EDITORS' },
    })),
  ],
});
