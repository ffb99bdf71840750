import type { FastifyInstance, FastifyRequest } from 'fastify';
import ical from 'ical-generator';
import { sql } from 'kysely';
import { keepable } from '#prisma/content/text.ts';
import { addressOf } from '#prisma/content/kinds.ts';
import type { User } from '../accounts/user.ts';
import type { Services } from '../context.ts';
import { type Reader, rowsOf } from '../records/query-batch.ts';
import type { Asker } from '../questions/policy.ts';
import { fileAudience, MARK, nameParts } from '../uptake/documents/audience.ts';
import { addDays, lastDay } from '../uptake/state.ts';
import { type Event, readEntries } from './entry.ts';

/** An event as calendars and pages show it: accepted ones, and deadlines of recommendations, which nobody enters. */
export type CalendarEvent = Omit<Event, 'address'> & { id: string; url: string; own: boolean; outside: string | null; name: string | null };

/** What happens, by day: events that somebody sees, and the deadlines of the recommendations. @param from those that end on or after this day */
export async function readCalendar(reader: Reader, asker: Asker, from: string | null): Promise<CalendarEvent[]> {
  const [events, deadlines] = await Promise.all([
    readEntries<Event>(reader, asker, 'EVENT', { state: 'ACCEPTED', from }),
    rowsOf(
      reader,
      sql<{ id: string; slug: string; title: string; date: string }>`
        SELECT r.id, r.slug, r.title, r.content->'deadline'->>'date' AS date FROM record r
        WHERE r.kind = 'RECOMMENDATION' AND r.archived_at IS NULL AND r.audience = 'PUBLIC' AND r.content->'deadline'->>'date' IS NOT NULL ORDER BY r.position LIMIT 500`,
    ),
  ]);
  const none = {
    about: '',
    what: 'DEADLINE' as const,
    lastDay: null,
    time: null,
    minutes: null,
    language: null,
    place: null,
    own: false,
    outside: null,
    name: null,
  };
  return [
    ...events.map(
      ({ id, content: { address, ...content }, mine, name }): CalendarEvent => ({ ...content, id, url: `/events#${id}`, own: mine, outside: address, name }),
    ),
    ...deadlines
      .map(({ id, slug, title, date }): CalendarEvent => ({ ...none, id, title, day: lastDay(date), url: addressOf('RECOMMENDATION', slug) }))
      .filter(({ day }) => from === null || day >= from),
  ].sort((a, b) => `${a.day} ${a.time ?? ''}`.localeCompare(`${b.day} ${b.time ?? ''}`));
}

/** A year of five figures is none in RFC 5545: one such event would make the whole file unreadable. */
const LAST_MOMENT = Date.parse('9999-12-31T23:59:59Z');

/** The calendar as a file (RFC 5545): whole days as such, which no time zone can move; what has a time in UTC. */
function writeCalendar(events: readonly CalendarEvent[], baseUrl: string, marking: string | null): string {
  const marked = (title: string) => keepable(marking === null ? title : `${title} [${MARK}]`);
  const calendar = ical({ name: marked('Atrium: talks, meetings and deadlines'), prodId: { company: 'Atrium', product: 'Events', language: 'EN' } });
  const noon = (day: string) => new Date(`${day}T12:00:00Z`);
  for (const event of events) {
    const start = event.time ? new Date(`${event.day}T${event.time}:00Z`) : noon(event.day);
    const last = event.lastDay ?? event.day;
    const end = event.time
      ? new Date(Math.min((event.lastDay ? Date.parse(`${last}T${event.time}:00Z`) : start.getTime()) + (event.minutes ?? 60) * 60_000, LAST_MOMENT))
      : noon(addDays(last, 1));
    calendar.createEvent({
      id: `event-${event.id}@atrium`,
      start,
      end,
      allDay: event.time === null,
      summary: marked(event.title),
      ...(event.about ? { description: keepable(event.about) } : {}),
      ...(event.place ? { location: keepable(event.place) } : {}),
      url: event.outside ?? `${baseUrl}${event.url}`,
      stamp: noon(event.day),
    });
  }
  return calendar.toString();
}

/** Adds `/events.ics`: what everybody may see; with audience=internal what the person may see, and then it says so. */
export function addEventFiles(
  app: FastifyInstance,
  services: Services,
  { baseUrl, userFor = () => null }: { baseUrl: string; userFor?: (request: FastifyRequest) => User | null | Promise<User | null> },
): void {
  app.get('/events.ics', async (request, reply) => {
    const made = await fileAudience({ services, userFor }, request, reply);
    if (!made) return reply;
    const events = await readCalendar(services.db, { viewer: made.viewer, user: null }, null);
    return reply
      .header('content-type', 'text/calendar; charset=utf-8')
      .header('cache-control', made.marking === null ? 'public, max-age=60' : 'private, no-store')
      .header('vary', 'Cookie')
      .header('content-disposition', `inline; filename="${['atrium-events', ...nameParts(made)].join('-')}.ics"`)
      .send(writeCalendar(events, baseUrl, made.marking));
  });
}
