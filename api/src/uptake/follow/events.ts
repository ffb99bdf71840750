import ical from 'ical-generator';
import { keepable } from '#prisma/content/text.ts';
import type { Database } from '#prisma/database.ts';
import type { Viewer } from '#search/engine.ts';
import type { Reader } from '../../records/query-batch.ts';
import { type Activity, readActivities } from '../activity-read.ts';
import { inWords } from '../words.ts';
import { type Entry, readEntries } from '../history.ts';
import { type JudgementRow, readJudgements } from '../judge.ts';
import type { UptakeAccess } from '../policy.ts';
import { addDays, lastDay } from '../state.ts';
import type { Matrix, ReportHead } from '../table.ts';
import { placeCells } from '../types.ts';
import { MARK } from '../documents/audience.ts';
import { atom } from './feed.ts';

/** What is followed: a report, or one organization or recommendation of it. */
export type Followed = { report: string | null; organization: string | null; recommendation: number | null };
/** Something that happened to an entry. For the public an entry begins with its confirmation, or with its publication from a document. */
export type Event =
  | { kind: 'REPORTED' | 'PUBLISHED' | 'CONFIRMED' | 'WITHDRAWN'; at: string; entry: Entry }
  | { kind: 'JUDGED'; at: string; judgement: JudgementRow }
  | { kind: 'ACTIVITY_KEPT' | 'ACTIVITY_CONFIRMED' | 'ACTIVITY_WITHDRAWN'; at: string; activity: Activity };

const EVENTS = 100;

/** What happened after one moment and up to another, latest first, as far as this viewer may see it. */
export async function readEvents(
  reader: Reader,
  viewer: Viewer,
  access: UptakeAccess,
  report: ReportHead,
  followed: Followed,
  { limit = EVENTS, ...window }: { since: string; until?: string; demo: boolean; limit?: number },
): Promise<Event[]> {
  const reading = readEntries(reader, viewer, access, {
    reportId: report.id,
    organization: followed.organization,
    recommendation: followed.recommendation,
    changedSince: window.since,
    changedUntil: window.until ?? null,
    demo: window.demo,
    withdrawn: true,
    limit,
  });
  const judging = readJudgements(reader, viewer, access, {
    reportId: report.id,
    organization: followed.organization,
    recommendation: followed.recommendation,
    since: window.since,
    until: window.until ?? null,
    demo: window.demo,
    limit,
  });
  const doing = readActivities(reader, viewer, access, {
    report: report.key,
    recommendation: followed.recommendation === null ? null : String(followed.recommendation),
    ...(followed.organization ? { organizations: [followed.organization] } : {}),
    changedSince: window.since,
    changedUntil: window.until ?? null,
    demo: window.demo,
    limit,
  });
  const [entries, judgements, activities] = await Promise.all([reading, judging, doing]);
  const inside = (at: string | null): at is string => at !== null && at > window.since && (window.until === undefined || at <= window.until);
  return [
    ...judgements.map((judgement): Event => ({ kind: 'JUDGED', at: judgement.judgedAt, judgement })),
    // What an activity serves elsewhere is told there.
    ...activities
      .map((activity) => ({ ...activity, actions: activity.actions.filter((one) => one.report === report.key) }))
      .flatMap((activity): Event[] => [
        ...(access.unconfirmed && inside(activity.enteredAt) ? [{ kind: 'ACTIVITY_KEPT' as const, at: activity.enteredAt, activity }] : []),
        ...(inside(activity.confirmedAt)
          ? [{ kind: activity.withdrawn ? ('ACTIVITY_WITHDRAWN' as const) : ('ACTIVITY_CONFIRMED' as const), at: activity.confirmedAt, activity }]
          : []),
      ]),
    ...entries.flatMap((entry): Event[] => [
      ...(access.unconfirmed && inside(entry.enteredAt) ? [{ kind: 'REPORTED' as const, at: entry.enteredAt, entry }] : []),
      ...(inside(entry.publishedAt) ? [{ kind: 'PUBLISHED' as const, at: entry.publishedAt, entry }] : []),
      ...(inside(entry.confirmedAt) ? [{ kind: 'CONFIRMED' as const, at: entry.confirmedAt as string, entry }] : []),
      ...(inside(entry.withdrawnAt) ? [{ kind: 'WITHDRAWN' as const, at: entry.withdrawnAt as string, entry }] : []),
    ]),
  ]
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
    .slice(0, limit);
}

/** The moment before a day begins, in UTC: what happened after it is what has happened since that day. */
export const before = (day: string) => `${addDays(day, -1)}T23:59:59.999999Z`;

const cellPath = (report: ReportHead, first: boolean, recommendation: number | string | null, organization: string) =>
  `/uptake/cells/${recommendation}/${organization}${first ? '' : `?report=${report.key}`}`;
const voiceNames = { SECRETARIAT: 'the CEB secretariat', JIU: 'the Joint Inspection Unit' } as const;
/** One event in a line: "FAO, recommendation 4: Accepted, in progress since 2024-05-01 (unconfirmed)". */
export function tell(event: Event): string {
  if (event.kind === 'JUDGED') {
    const { judgement: one } = event;
    return `${one.organizationName}, recommendation ${one.recommendationNumber ?? one.recommendationSlug}: ${voiceNames[one.voice]} finds the claim ${inWords(one.judgement).toLowerCase()}${one.priority ? ', a priority' : ''}, as of ${one.effectiveDate}`;
  }
  if ('activity' in event) {
    const { activity: one } = event;
    const marks = [one.withdrawn ? 'withdrawn' : '', one.confirmedOn ? 'confirmed' : 'unconfirmed', one.demo ? 'demonstration data' : '']
      .filter(Boolean)
      .join(', ');
    return `${one.organizationName}, activity for ${one.actions.length === 1 ? 'recommendation' : 'recommendations'} ${one.actions.map((action) => action.recommendationNumber ?? action.recommendationSlug).join(', ')}: ${one.title} (${marks})`;
  }
  const { kind, entry } = event;
  const state = [inWords(entry.acceptance), entry.implementation ? inWords(entry.implementation).toLowerCase() : ''].filter(Boolean).join(', ');
  const standing = entry.confirmedOn !== null ? 'confirmed' : entry.publishedOn !== null ? 'from document, not confirmed by the organization' : 'unconfirmed';
  const marks = [kind === 'WITHDRAWN' ? 'withdrawn' : standing, entry.demo ? 'demonstration data' : ''].filter(Boolean).join(', ');
  return `${entry.organizationName}, recommendation ${entry.recommendationNumber ?? entry.recommendationSlug}: ${state}, as of ${entry.effectiveDate} (${marks})`;
}
const nameOf = (report: ReportHead, followed: Followed, matrix?: Matrix) =>
  [
    `Uptake of ${report.symbol ?? report.title}`,
    followed.organization ? (matrix?.columns.find((one) => one.slug === followed.organization)?.shortName ?? followed.organization) : '',
    followed.recommendation ? `recommendation ${followed.recommendation}` : '',
  ]
    .filter(Boolean)
    .join(', ');

/** A title that says when it is internal, for feeds and calendars show one entry at a time. */
const marked = (title: string, marking: string | null) => (marking === null ? title : `${title} [${MARK}]`);

/** An Atom feed (RFC 4287) of what happened, latest first; on or after the day `since` where it is given. */
export async function writeFeed(
  db: Database,
  viewer: Viewer,
  access: UptakeAccess,
  report: ReportHead,
  first: boolean,
  followed: Followed,
  { baseUrl, path, demo, marking, since }: { baseUrl: string; path: string; demo: boolean; marking: string | null; since: string | null },
): Promise<string> {
  const events = await readEvents(db, viewer, access, report, followed, { since: since ? before(since) : '1970-01-01T00:00:00Z', demo });
  return atom({
    id: `${baseUrl}${path}`,
    title: marked(nameOf(report, followed), marking),
    ...(marking === null ? {} : { marking }),
    page: `${baseUrl}/uptake`,
    self: `${baseUrl}${path}`,
    updated: new Date(events[0]?.at ?? 0).toISOString(),
    entries: events.map((event) => {
      if ('activity' in event) {
        const { activity: one } = event;
        return {
          id: `urn:uuid:${one.versionId}#${event.kind.toLowerCase().replace('_', '-')}`,
          title: marked(tell(event), marking),
          page: `${baseUrl}/uptake/activities/${one.id}`,
          updated: new Date(event.at).toISOString(),
          summary: [one.withdrawn ? `Withdrawn: ${one.withdrawn}` : '', one.result ?? ''].filter(Boolean).join('\n') || null,
        };
      }
      const about = event.kind === 'JUDGED' ? event.judgement : event.entry;
      const summary =
        event.kind === 'JUDGED'
          ? event.judgement.reason
          : [event.kind === 'WITHDRAWN' ? `Withdrawn: ${event.entry.withdrawalReason}` : '', event.entry.comment ?? ''].filter(Boolean).join('\n');
      return {
        id: `urn:uuid:${about.id}#${event.kind.toLowerCase()}`,
        title: marked(tell(event), marking),
        page: `${baseUrl}${cellPath(report, first, about.recommendationNumber ?? about.recommendationSlug, about.organizationSlug)}`,
        updated: new Date(event.at).toISOString(),
        summary: summary || null,
      };
    }),
  });
}

/** A calendar (RFC 5545) of deadlines and own target dates as whole days, which no time zone can move. */
export function writeCalendar(matrix: Matrix, first: boolean, followed: Followed, { baseUrl, marking }: { baseUrl: string; marking: string | null }): string {
  const calendar = ical({
    name: keepable(marked(nameOf(matrix.report, followed, matrix), marking)),
    prodId: { company: 'Atrium', product: 'Uptake', language: 'EN' },
  });
  const cells = placeCells(matrix).filter(
    (cell) =>
      cell.addressed &&
      (!followed.organization || cell.organization.slug === followed.organization) &&
      (!followed.recommendation || cell.recommendation.number === followed.recommendation),
  );
  const stamp = `${matrix.moment.known}T00:00:00Z`;
  // The library writes whole days from the date in UTC, wherever the server stands.
  const event = (id: string, date: string, summary: string, url: string) => {
    const noon = (day: string) => new Date(`${day}T12:00:00Z`);
    calendar.createEvent({
      id,
      start: noon(date),
      end: noon(addDays(date, 1)),
      allDay: true,
      summary: keepable(marked(summary, marking)),
      url,
      stamp: new Date(stamp),
    });
  };
  for (const recommendation of matrix.recommendations) {
    const open = cells.filter(
      (cell) =>
        cell.recommendationId === recommendation.id && cell.status !== 'IMPLEMENTED' && cell.status !== 'NOT_ACCEPTED' && cell.status !== 'NOT_RELEVANT',
    );
    if (!recommendation.deadline || open.length === 0) continue;
    const who = followed.organization ? open[0]?.organization.shortName : `${open.length} organizations`;
    event(
      `deadline-${recommendation.id}-${followed.organization ?? 'all'}@atrium`,
      lastDay(recommendation.deadline),
      `Deadline of recommendation ${recommendation.number} (${who}): ${recommendation.title}`,
      `${baseUrl}/uptake/recommendations/${recommendation.number ?? recommendation.slug}${first ? '' : `?report=${matrix.report.key}`}`,
    );
  }
  for (const cell of cells) {
    if (!cell.targetDate || cell.status === 'IMPLEMENTED') continue;
    event(
      `target-${cell.actionId}@atrium`,
      cell.targetDate,
      `Target of ${cell.organization.shortName} for recommendation ${cell.recommendation.number}${cell.confirmed ? '' : ' (unconfirmed)'}${cell.demo ? ' (demonstration data)' : ''}: ${cell.recommendation.title}`,
      `${baseUrl}${cellPath(matrix.report, first, cell.recommendation.number ?? cell.recommendation.slug, cell.organization.slug)}`,
    );
  }
  return calendar.toString();
}
