import { type FieldFault, fault } from '#i18n/fault.ts';
import { builder } from '../../builder.ts';
import { invalidInput } from '../../errors.ts';
import { pageSize } from '../../records/list.ts';
import type { ActivityAction } from '../activity-read.ts';
import { ActivityType } from '../activity-types.ts';
import { EntryType, JudgementType } from '../entry-types.ts';
import { uptakeAccessOf } from '../policy.ts';
import { addDays, isDate, utcToday } from '../state.ts';
import { findReport } from '../table.ts';
import { before, type Event, readEvents } from './events.ts';

/** How many days back changes are shown unless a day is given. */
const DAYS = 30;
/** So many changes back a reader can page: a load of a table is a few hundred. */
const DEEPEST = 5000;

/**
 * The day since which changes are asked for; null where none is given.
 * @throws GraphQLError BAD_USER_INPUT for what is no date, or one to come
 */
export function sinceOf(given: string | null | undefined): string | null {
  if (!given) return null;
  const today = utcToday();
  if (!isDate(given)) throw invalidInput([fault('since', 'DATE', { example: '2026-11-01' })]);
  if (given > today) throw invalidInput([fault('since', 'DAY_TO_COME', { today })]);
  return given;
}

const ChangeKind = builder.enumType('UptakeChangeKind', {
  values: ['REPORTED', 'PUBLISHED', 'CONFIRMED', 'WITHDRAWN', 'JUDGED', 'ACTIVITY_KEPT', 'ACTIVITY_CONFIRMED', 'ACTIVITY_WITHDRAWN'] as const,
  description:
    'REPORTED: an entry was recorded; for the UN system only, for in public an entry begins with its confirmation. PUBLISHED: the secretariat published an entry from a document. ACTIVITY_KEPT: an activity was entered or changed; for the UN system only, like REPORTED.',
});
const ChangeType = builder.objectRef<Event>('UptakeChange').implement({
  description: 'Something that happened to an action: an entry, its confirmation or withdrawal, a judgement, or an activity that serves it.',
  fields: (t) => {
    // Of an activity the first action that it serves.
    const about = (event: Event) =>
      'activity' in event
        ? {
            ...(event.activity.actions[0] as ActivityAction),
            organizationSlug: event.activity.organizationSlug,
            organizationName: event.activity.organizationName,
          }
        : event.kind === 'JUDGED'
          ? event.judgement
          : event.entry;
    return {
      kind: t.expose('kind', { type: ChangeKind }),
      at: t.exposeString('at', { description: 'The moment of recording, in UTC.' }),
      recommendationSlug: t.string({ resolve: (event) => about(event).recommendationSlug }),
      recommendationNumber: t.int({ nullable: true, resolve: (event) => about(event).recommendationNumber }),
      organizationSlug: t.string({ resolve: (event) => about(event).organizationSlug }),
      organizationName: t.string({ resolve: (event) => about(event).organizationName }),
      entry: t.field({
        type: EntryType,
        nullable: true,
        description: 'As it stands today.',
        resolve: (event) => ('entry' in event ? event.entry : null),
      }),
      judgement: t.field({ type: JudgementType, nullable: true, resolve: (event) => (event.kind === 'JUDGED' ? event.judgement : null) }),
      activity: t.field({
        type: ActivityType,
        nullable: true,
        description: 'In the version that was entered or confirmed.',
        resolve: (event) => ('activity' in event ? event.activity : null),
      }),
    };
  },
});

type Changes = { since: string; events: Event[]; next: string | null };
const cursorOf = (offset: number) => Buffer.from(`changes:${offset}`).toString('base64url');
const ChangesType = builder.objectRef<Changes>('UptakeChanges').implement({
  description: 'What changed in the uptake of a report since a day.',
  fields: (t) => ({
    since: t.exposeString('since', { description: 'The first day whose changes are among them.' }),
    changes: t.field({ type: [ChangeType], description: 'Latest first.', resolve: ({ events }) => events }),
    hasNextPage: t.boolean({ resolve: ({ next }) => next !== null }),
    endCursor: t.exposeString('next', { nullable: true }),
  }),
});

builder.queryField('uptakeChanges', (t) =>
  t.field({
    type: ChangesType,
    description: 'What changed since a day, latest first, as far as the viewer may see it: entries, confirmations, withdrawals, judgements and activities.',
    args: {
      report: t.arg.string({ required: false, description: 'Source key or slug of the report; the first one unless given.' }),
      since: t.arg.string({ required: false, description: `A calendar date; ${DAYS} days ago unless given.` }),
      organization: t.arg.string({ required: false, description: 'Slug.' }),
      includeDemo: t.arg.boolean({ required: false, description: 'Whether demonstration data is among them; true unless given.' }),
      first: t.arg.int({ required: false, description: '1 to 100; 20 unless given.' }),
      after: t.arg.string({ required: false, description: 'The cursor after which the page begins.' }),
    },
    resolve: async (_root, args, { reads, viewer, user }): Promise<Changes> => {
      const faults: FieldFault[] = [];
      const size = pageSize(args.first, faults);
      const offset = args.after ? Number(/^changes:(\d{1,4})$/.exec(Buffer.from(args.after, 'base64url').toString())?.[1] ?? -1) : 0;
      if (offset < 0) faults.push(fault('after', 'CURSOR'));
      if (faults.length > 0) throw invalidInput(faults);
      const since = sinceOf(args.since) ?? addDays(utcToday(), -DAYS);
      const report = await findReport(reads, viewer, args.report);
      if (!report) return { since, events: [], next: null };
      const followed = { report: report.key, organization: args.organization ?? null, recommendation: null };
      const window = { since: before(since), demo: args.includeDemo ?? true, limit: Math.min(offset + size + 1, DEEPEST) };
      const events = await readEvents(reads, viewer, uptakeAccessOf(user), report, followed, window);
      return { since, events: events.slice(offset, offset + size), next: events.length > offset + size ? cursorOf(offset + size) : null };
    },
  }),
);
