import ical from 'ical-generator';
import { sql } from 'kysely';
import type { FastifyInstance } from 'fastify';
import { addressOf } from '#prisma/content/kinds.ts';
import { words } from '#prisma/content/kind.ts';
import { keepable } from '#prisma/content/text.ts';
import { anyone } from '#search/engine.ts';
import { queryOf } from '../arguments.ts';
import type { Services } from '../context.ts';
import { contentsOf } from '../records/load.ts';
import { visibleRecords } from '../records/policy.ts';
import { addDays, lastDay } from '../uptake/state.ts';
import { listCondition } from './list-condition.ts';
import { exportedLists } from './lists.ts';

/** So many records of a list are looked at, in its order. */
const RECORDS = 2000;
type Dated = { date?: string | undefined };
type Day = { day: string; what: string };
const whole = (date: string | undefined): date is string => /^\d{4}-\d{2}-\d{2}$/.test(date ?? '');

/** The days of the records of a list, by the list's page. A date that is known as a month or a year is on no day, and left out. */
const daysOf: Record<string, (content: Record<string, unknown>) => Day[]> = {
  '/projects': ({ stages = [] }) =>
    (stages as (Dated & { stage: string })[]).flatMap(({ date, stage }) => (whole(date) ? [{ day: date, what: words(stage) }] : [])),
  '/standards': ({ published }) => (whole(published as string | undefined) ? [{ day: published as string, what: 'published' }] : []),
  '/sources': ({ date }) => (whole(date as string | undefined) ? [{ day: date as string, what: 'published' }] : []),
  // A deadline in part ends with its last day, as everywhere.
  '/recommendations': ({ deadline }) => {
    const { date } = (deadline ?? {}) as Dated;
    return date ? [{ day: lastDay(date), what: 'deadline' }] : [];
  },
};

/**
 * Lists with dates as calendars (iCalendar, RFC 5545): `GET /<list>.ics` with the filters of the list's page. They have what is public,
 * whoever asks, as whole days, which no time zone can move. Deadlines and targets of the uptake, and agreements, have their own.
 */
export function addCalendars(app: FastifyInstance, services: Services, { baseUrl = '' }: { baseUrl?: string | undefined } = {}): void {
  const { db } = services;
  for (const exported of exportedLists) {
    const days = daysOf[exported.page];
    if (!days) continue;
    app.get(`${exported.page}.ics`, async (request, reply) => {
      const condition = await listCondition(services, exported, queryOf(request));
      const { rows } = await sql<{ id: string; slug: string; title: string; updatedAt: Date; kind: 'PROJECT' }>`
        SELECT r.id, r.slug, r.title, r.updated_at AS "updatedAt", r.kind FROM record r WHERE ${visibleRecords(anyone)} AND ${condition} ORDER BY r.position, r.id LIMIT ${RECORDS}`.execute(
        db,
      );
      const contents = await contentsOf(
        db,
        anyone,
        rows.map(({ id }) => id),
      );
      const calendar = ical({ name: `Atrium: ${exported.title}`, prodId: { company: 'Atrium', product: exported.title, language: 'EN' } });
      // The library writes whole days from the date in UTC, wherever the server stands.
      const noon = (day: string) => new Date(`${day}T12:00:00Z`);
      for (const [index, { id, slug, title, updatedAt, kind }] of rows.entries())
        for (const [place, { day, what }] of days(contents[index] ?? {}).entries())
          calendar.createEvent({
            id: `${id}-${place}@atrium`,
            start: noon(day),
            end: noon(addDays(day, 1)),
            allDay: true,
            summary: keepable(`${title} (${what})`),
            url: baseUrl + addressOf(kind, slug),
            stamp: updatedAt,
          });
      return reply.header('content-type', 'text/calendar; charset=utf-8').header('cache-control', 'public, max-age=60').send(calendar.toString());
    });
  }
}
