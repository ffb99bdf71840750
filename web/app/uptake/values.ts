import type {
  Acceptance,
  ActionKind,
  Audience,
  Implementation,
  UptakeDimension,
  UptakeJudgementKind,
  UptakePart,
  UptakeSource,
  UptakeStatus,
  UptakeStep,
  UptakeVoice,
} from '../graphql/graphql.ts';

/** The closed sets of the uptake, in the order a reader meets them; the compiler checks each against the API. */
export const statuses = [
  'IMPLEMENTED',
  'IN_PROGRESS',
  'NOT_STARTED',
  'UNDER_CONSIDERATION',
  'NOT_ACCEPTED',
  'NOT_RELEVANT',
  'NO_INFORMATION',
] as const satisfies readonly UptakeStatus[];
export const acceptances = ['ACCEPTED', 'NOT_ACCEPTED', 'UNDER_CONSIDERATION', 'NOT_RELEVANT'] as const satisfies readonly Acceptance[];
export const implementations = ['NOT_STARTED', 'IN_PROGRESS', 'IMPLEMENTED'] as const satisfies readonly Implementation[];
export const uptakeSources = ['DIRECT', 'BOARD_DOCUMENT', 'TRACKING_SYSTEM_EXPORT'] as const satisfies readonly UptakeSource[];
export const judgements = ['VERIFIED', 'NOT_YET_VERIFIED', 'EVIDENCE_INSUFFICIENT', 'CLOSED'] as const satisfies readonly UptakeJudgementKind[];
export const voices = ['SECRETARIAT', 'JIU'] as const satisfies readonly UptakeVoice[];
export const parts = ['ACCEPTANCE', 'IMPLEMENTATION', 'BOTH'] as const satisfies readonly UptakePart[];
export const audiences = ['PUBLIC', 'UN_SYSTEM', 'OWNERS'] as const satisfies readonly Audience[];
export const kinds = ['LEGISLATIVE', 'EXECUTIVE'] as const satisfies readonly ActionKind[];
export const impacts = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'] as const;
export const dimensions = ['RECOMMENDATION', 'ORGANIZATION', 'ADDRESSEE', 'IMPACT', 'YEAR', 'REPORT'] as const satisfies readonly UptakeDimension[];
export const steps = ['YEAR', 'QUARTER', 'MONTH'] as const satisfies readonly UptakeStep[];

/** Which field of the counts a state is added up in. */
export const countOf = {
  IMPLEMENTED: 'implemented',
  IN_PROGRESS: 'inProgress',
  NOT_STARTED: 'notStarted',
  UNDER_CONSIDERATION: 'underConsideration',
  NOT_ACCEPTED: 'notAccepted',
  NOT_RELEVANT: 'notRelevant',
  NO_INFORMATION: 'noInformation',
} as const satisfies Record<UptakeStatus, string>;

/** How many pieces of evidence a report takes, and for how many more than it has its form shows room. */
export const EVIDENCE_ROWS = 20;
export const ROOM = 3;

/** What of an action makes it answered in a sitting, where it is not as it was. */
export const compared = ['acceptance', 'implementation', 'inPart', 'targetDate', 'comment'] as const;
