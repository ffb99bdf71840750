import type { LessonKind, Stage, Theme } from '../graphql/graphql.ts';

/** The closed sets that lists are filtered by, in the order a reader meets them; the compiler checks each against the API. */
export const themes = [
  'ARCHITECTURE',
  'BUSINESS_CASE_AND_EVIDENCE',
  'COLLABORATION_AND_SHARING',
  'CONNECTIVITY',
  'DATA_PROTECTION_AND_KEYS',
  'DECENTRALIZATION',
  'DEVELOPMENT_IMPACT',
  'FUNDING_AND_COSTS',
  'GOVERNANCE',
  'IDENTITY',
  'IMMUTABILITY',
  'LEGAL_AND_STANDARDS',
  'OPENNESS_AND_VENDORS',
  'PROCESS_AND_CHANGE',
  'SCALABILITY_AND_PERFORMANCE',
  'SKILLS_AND_TRAINING',
] as const satisfies readonly Theme[];
export const lessonKinds = ['LESSON', 'GOOD_PRACTICE', 'CHALLENGE', 'BENEFIT'] as const satisfies readonly LessonKind[];
export const stages = ['ENVISAGED', 'RESEARCH', 'PROOF_OF_CONCEPT', 'PILOT', 'IN_USE', 'SCALED', 'DISCONTINUED'] as const satisfies readonly Stage[];
