import { as } from './check.ts';
import { type Kind, organizationTarget, to, words } from './kind.ts';
import { z } from 'zod';
import { audienceFields, lessonSections } from './audience.ts';
import { fact, goalLink, line, prose, recordFields, statement } from './shared.ts';

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

/** A lesson, good practice, challenge or reported benefit. */
export const lesson = z.strictObject({
  ...recordFields,
  kind: z.enum(lessonKinds),
  theme: z.enum(themes),
  /** The narrower subject, such as "off-chain data". */
  subject: line,
  title: line,
  /** The situation it comes from. */
  context: statement.optional(),
  whatHappened: statement,
  /** What follows from it for the next project. */
  whatFollows: statement.optional(),
  /** Short names of the organizations whose experience or view it is. */
  organizations: z.array(line).default([]),
  /** Source keys of projects. */
  projects: z.array(line).default([]),
  /** Source keys of risks, mitigations, standards and recommendations it bears on. */
  risks: z.array(line).default([]),
  mitigations: z.array(line).default([]),
  standards: z.array(line).default([]),
  recommendations: z.array(line).default([]),
  /** Questions of the decision-making matrix: "table-1-q5", "table-2-q7", "table-3", "layer-4-1". */
  questions: z.array(z.string().regex(/^(table-[12]-q\d{1,2}|table-3|layer-4-\d{1,2})$/, as('MATRIX_QUESTION'))).default([]),
  goals: z.array(goalLink).default([]),
  /** Who sees it otherwise, with the source. */
  otherViews: z.array(fact({ text: prose })).default([]),
  ...audienceFields(lessonSections),
});
export type Lesson = z.infer<typeof lesson>;

export const lessonKind: Kind<Lesson> = {
  kind: 'LESSON',
  schema: lesson,
  path: '/lessons',
  title: (content) => content.title,
  summary: (content) => content.whatHappened.text,
  keywords: (content, named) => [
    content.subject,
    words(content.kind),
    words(content.theme),
    ...content.organizations.flatMap((name) => named(organizationTarget(name)).names),
    ...content.projects.map((key) => named({ kind: 'PROJECT', key }).title),
  ],
  facets: (content, named) => [
    ['kind_of_lesson', content.kind],
    ['theme', content.theme],
    ...content.organizations.map((name): [string, string] => ['organization', named(organizationTarget(name)).slug]),
    ...content.projects.map((key): [string, string] => ['project', named({ kind: 'PROJECT', key }).slug]),
    ...content.goals.map((goal): [string, string] => ['goal', String(goal.goal)]),
  ],
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
};
