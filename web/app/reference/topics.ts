import type { Topic } from '../graphql/graphql.ts';

/** The page on which a topic is read as a whole. */
export const topicPage = {
  LEGAL_DOCUMENT: 'legal',
  LAW: 'legal',
  LEGAL_ISSUE: 'legal',
  FUNDING: 'funding',
  LEARNING_LEVEL: 'learning',
  LEARNING_RESOURCE: 'learning',
  OUTSIDE_EXAMPLE: 'learning',
  PLATFORM: 'learning',
  PRINCIPLE: 'principles',
  GOVERNANCE_SECTION: 'governance',
  GOVERNANCE_ELEMENT: 'governance',
  GOVERNANCE_TYPE: 'governance',
  INTEROPERABILITY_LEVEL: 'governance',
  GUIDANCE_PROPOSAL: 'governance',
  THEORETICAL_BENEFIT: 'governance',
} as const satisfies Record<Topic, string>;
