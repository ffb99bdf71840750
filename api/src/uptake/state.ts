import { isDay } from '#prisma/content/day.ts';
/**
 * What is derived from reports on actions, and nothing else: pure functions, so that every view, document and test
 * derives it the same way. Dates are calendar dates "2026-11-22"; they are compared as text, no time zone is involved.
 */
export const acceptances = ['ACCEPTED', 'NOT_ACCEPTED', 'UNDER_CONSIDERATION', 'NOT_RELEVANT'] as const;
export type Acceptance = (typeof acceptances)[number];
export const implementations = ['NOT_STARTED', 'IN_PROGRESS', 'IMPLEMENTED'] as const;
export type Implementation = (typeof implementations)[number];
/** What the secretariat or the Joint Inspection Unit finds of a claim. */
export const judgements = ['VERIFIED', 'NOT_YET_VERIFIED', 'EVIDENCE_INSUFFICIENT', 'CLOSED'] as const;
export type Judgement = (typeof judgements)[number];
/** One word for a cell: an accepted action is told by its implementation. */
export const statuses = ['NO_INFORMATION', 'UNDER_CONSIDERATION', 'NOT_ACCEPTED', 'NOT_RELEVANT', 'NOT_STARTED', 'IN_PROGRESS', 'IMPLEMENTED'] as const;
type Status = (typeof statuses)[number];

/** After how many years from the report an action that is not implemented is long outstanding. */
const LONG_OUTSTANDING_YEARS = 5;

/** What is known of one cell on a day. */
export type CellFacts = {
  /** False for a doubtful gap of the printed table: it is shown and not counted. */
  addressed: boolean;
  acceptance: Acceptance | null;
  implementation: Implementation | null;
  /** The organization's own target. */
  targetDate: string | null;
  /** The recommendation's deadline as far as it is known: 2022, 2022-12 or 2022-12-31. */
  deadline: string | null;
  /** The date of the report as far as it is known. */
  reportDate: string | null;
  confirmed: boolean;
  /** Published from a document of the organization, which has not confirmed it. */
  fromDocument: boolean;
  /** What was found of this very claim; null where nobody said, or said it of an earlier one. */
  judgement: Judgement | null;
  /** Marked as a priority by the secretariat or the Joint Inspection Unit. */
  priority: boolean;
};
export type Derived = {
  status: Status;
  overdue: boolean;
  /** The earliest date that passed without implementation: the deadline or the own target. */
  overdueSince: string | null;
  overdueDays: number;
  longOutstanding: boolean;
};

const DAY = 86_400_000;
const moment = (date: string) => Date.parse(`${date}T00:00:00Z`);
/** Today as a calendar date, in UTC. */
export const utcToday = (now = new Date()) => now.toISOString().slice(0, 10);
/**
 * Names the days that it is around the world: what is made of the days of organizations may be kept as long as it is the same.
 * Every time zone is some quarters of an hour from UTC, so that a day begins somewhere at a quarter only.
 */
export const dayEverywhere = (now = new Date()) => `${utcToday(now)} ${Math.floor((now.getTime() % DAY) / 900_000)}`;
/** Whether a text is a date of the calendar. */
export const isDate = isDay;
/** The days of the calendar that are written with four digits. */
const [FIRST_DAY, LAST_DAY] = ['0001-01-01', '9999-12-31'];
/** The date so many days later, or earlier where negative; the first and the last day that can be written are their own neighbours. */
export const addDays = (date: string, days: number) =>
  new Date(Math.min(Math.max(moment(date) + days * DAY, moment(FIRST_DAY)), moment(LAST_DAY))).toISOString().slice(0, 10);
export const daysBetween = (from: string, to: string) => Math.round((moment(to) - moment(from)) / DAY);
/** The last day of a date that is known only in part: of 2022 the 31 December, of 2022-06 the 30 June. */
export function lastDay(partial: string): string {
  const [year, month, day] = partial.split('-').map(Number) as [number, number?, number?];
  if (day) return partial;
  return new Date(Date.UTC(year, month ?? 12, 0)).toISOString().slice(0, 10);
}
const addYears = (date: string, years: number) => {
  const moved = `${String(Number(date.slice(0, 4)) + years).padStart(4, '0')}${date.slice(4)}`;
  return isDate(moved) ? moved : addDays(`${moved.slice(0, 4)}-03-01`, -1);
};
/** The last day on which an action of the report is not yet long outstanding; null where the report bears no date. */
const longOutstandingAfter = (reportDate: string | null) => (reportDate ? addYears(lastDay(reportDate), LONG_OUTSTANDING_YEARS) : null);

/** An action that nobody will carry out cannot be late. */
const closed = (facts: CellFacts) => facts.acceptance === 'NOT_ACCEPTED' || facts.acceptance === 'NOT_RELEVANT' || facts.implementation === 'IMPLEMENTED';

/**
 * Everything that is derived of one cell. NO_INFORMATION: nothing was reported. Overdue: the recommendation's deadline
 * or the own target date passed, the action is neither implemented nor refused; a cell without information whose
 * deadline passed is overdue too, since no implementation is on record. Long outstanding: the same, five years after the
 * report.
 */
export function derive(facts: CellFacts, at: string): Derived {
  const status: Status =
    facts.acceptance === null ? 'NO_INFORMATION' : facts.acceptance === 'ACCEPTED' ? (facts.implementation ?? 'NOT_STARTED') : facts.acceptance;
  if (closed(facts)) return { status, overdue: false, overdueSince: null, overdueDays: 0, longOutstanding: false };
  const passed = [facts.deadline ? lastDay(facts.deadline) : null, facts.targetDate].filter((date): date is string => date !== null && date < at).sort();
  const since = passed[0] ?? null;
  const limit = longOutstandingAfter(facts.reportDate);
  return {
    status,
    overdue: since !== null,
    overdueSince: since,
    overdueDays: since ? daysBetween(since, at) : 0,
    longOutstanding: limit !== null && at > limit,
  };
}

/** How many actions are in which state. The seven states add up to `addressed`; the flags cut across them. */
export type Counts = Record<
  | 'addressed'
  | 'noInformation'
  | 'underConsideration'
  | 'notAccepted'
  | 'notRelevant'
  | 'accepted'
  | 'notStarted'
  | 'inProgress'
  | 'implemented'
  | 'overdue'
  | 'longOutstanding'
  | 'unconfirmed'
  | 'fromDocument'
  | VoiceField,
  number
>;
/** What two voices say of the actions. `judged`: reported as implemented, and found verified, closed or without sufficient evidence; `agreed`: of these, verified or closed. */
export const voiceFields = ['judged', 'agreed', 'priority'] as const;
type VoiceField = (typeof voiceFields)[number];
export const countFields = [
  'addressed',
  'noInformation',
  'underConsideration',
  'notAccepted',
  'notRelevant',
  'accepted',
  'notStarted',
  'inProgress',
  'implemented',
  'overdue',
  'longOutstanding',
  'unconfirmed',
  'fromDocument',
] as const satisfies readonly (keyof Counts)[];
export const noCounts = (): Counts => Object.fromEntries([...countFields, ...voiceFields].map((field) => [field, 0])) as Counts;

const fieldOf: Record<Status, keyof Counts> = {
  NO_INFORMATION: 'noInformation',
  UNDER_CONSIDERATION: 'underConsideration',
  NOT_ACCEPTED: 'notAccepted',
  NOT_RELEVANT: 'notRelevant',
  NOT_STARTED: 'notStarted',
  IN_PROGRESS: 'inProgress',
  IMPLEMENTED: 'implemented',
};

/** Adds a cell to the counts, `times` over; a doubtful gap adds nothing. */
export function count(counts: Counts, facts: CellFacts, derived: Derived, times = 1): void {
  if (!facts.addressed) return;
  counts.addressed += times;
  counts[fieldOf[derived.status]] += times;
  if (facts.acceptance === 'ACCEPTED') counts.accepted += times;
  if (derived.overdue) counts.overdue += times;
  if (derived.longOutstanding) counts.longOutstanding += times;
  if (facts.acceptance !== null && !facts.confirmed) counts.unconfirmed += times;
  if (facts.acceptance !== null && facts.fromDocument) counts.fromDocument += times;
  if (facts.priority) counts.priority += times;
  if (facts.implementation === 'IMPLEMENTED' && facts.judgement !== null && facts.judgement !== 'NOT_YET_VERIFIED') {
    counts.judged += times;
    if (facts.judgement !== 'EVIDENCE_INSUFFICIENT') counts.agreed += times;
  }
}
/** The counts of several rows together. */
export function sum(rows: readonly Counts[]): Counts {
  const total = noCounts();
  for (const row of rows) for (const field of [...countFields, ...voiceFields]) total[field] += row[field];
  return total;
}
/** A share that never stands without the numbers behind it. */
export type Rate = { numerator: number; denominator: number };
/** Acceptance rate: accepted / addressed. */
export const acceptanceRate = (counts: Counts): Rate => ({ numerator: counts.accepted, denominator: counts.addressed });
/** Implementation rate: implemented / accepted. */
export const implementationRate = (counts: Counts): Rate => ({ numerator: counts.implemented, denominator: counts.accepted });
/** Agreement: of the actions that organizations report as implemented and that were judged, those found verified or closed. */
export const agreementRate = (counts: Counts): Rate => ({ numerator: counts.agreed, denominator: counts.judged });
/** The share in per cent with one decimal; null where nothing can be shared. */
export const percent = ({ numerator, denominator }: Rate) => (denominator === 0 ? null : Math.round((1000 * numerator) / denominator) / 10);
/** How each rate is defined, in the words that stand beside every figure. */
export const definitions = {
  acceptance: 'accepted / addressed',
  implementation: 'implemented / accepted',
  agreement: 'verified or closed / judged, of the actions reported as implemented',
} as const;
