import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import ical, { ICalAlarmType } from 'ical-generator';
import { queryOf } from '../arguments.ts';
import { keepable } from '#prisma/content/text.ts';
import type { User } from '../accounts/user.ts';
import type { Services } from '../context.ts';
import { type FileAudience, fileAudience, MARK, nameParts } from '../uptake/documents/audience.ts';
import { addDays, utcToday } from '../uptake/state.ts';
import { readAgreementFilter } from './address.ts';
import { type AgreementRow, readVersions } from './agreement.ts';
import { alertDays } from './alerts.ts';
import { allAgreements } from './list.ts';
import { packageHead, releasesOf } from './ocds.ts';

type Options = { baseUrl: string; userFor?: (request: FastifyRequest) => User | null | Promise<User | null> };

/** Agreements of which the versions are read together. */
const TOGETHER = 100;
async function* inPieces<Item>(items: AsyncIterable<Item>, size: number): AsyncGenerator<Item[]> {
  let piece: Item[] = [];
  for await (const item of items) {
    piece.push(item);
    if (piece.length === size) {
      yield piece;
      piece = [];
    }
  }
  if (piece.length > 0) yield piece;
}

/** A calendar (RFC 5545) of the days on which agreements end, as whole days, with an alarm 90, 30 and 7 days before. */
function calendarOf(rows: readonly AgreementRow[], baseUrl: string, marking: string | null): string {
  const marked = (title: string) => keepable(marking === null ? title : `${title} [${MARK}]`);
  const calendar = ical({ name: marked('Ends of agreements'), prodId: { company: 'Atrium', product: 'Agreements', language: 'EN' } });
  // The library writes whole days from the date in UTC, wherever the server stands.
  const noon = (day: string) => new Date(`${day}T12:00:00Z`);
  for (const row of rows) {
    const event = calendar.createEvent({
      id: `agreement-${row.id}@atrium`,
      start: noon(row.endsOn),
      end: noon(addDays(row.endsOn, 1)),
      allDay: true,
      summary: marked(`${row.number} ends: ${row.title} (${row.holderName}, ${row.vendorTitle})${row.demo ? ' (demonstration)' : ''}`),
      url: `${baseUrl}/agreements/${row.id}`,
      stamp: noon(row.at),
    });
    for (const days of alertDays) event.createAlarm({ type: ICalAlarmType.display, trigger: days * 86_400, description: `${row.number} ends in ${days} days` });
  }
  return calendar.toString();
}

/**
 * Adds `/agreements.ics` and `/agreements.ocds.json`, with the filter of the list's page. They hold what everybody may see; with
 * audience=internal what the person may see, and then say so.
 */
export function addAgreementFiles(app: FastifyInstance, services: Services, { baseUrl, userFor = () => null }: Options): void {
  const { db } = services;
  const answer = async (
    request: FastifyRequest,
    reply: FastifyReply,
    extension: string,
    type: string,
    write: (made: FileAudience, found: Awaited<ReturnType<typeof allAgreements>>) => Promise<string>,
  ) => {
    const made = await fileAudience({ services, userFor }, request, reply);
    if (!made) return reply;
    const { filter, orderBy } = readAgreementFilter(queryOf(request));
    const body = await write(made, await allAgreements(db, made.viewer, filter, orderBy));
    return reply
      .header('content-type', type)
      .header('cache-control', made.marking === null ? 'public, max-age=60' : 'private, no-store')
      .header('vary', 'Cookie')
      .header('content-disposition', `inline; filename="${['atrium-agreements', ...nameParts(made), utcToday()].join('-')}.${extension}"`)
      .send(body);
  };
  app.get('/agreements.ics', (request, reply) =>
    answer(request, reply, 'ics', 'text/calendar; charset=utf-8', async ({ marking }, found) => {
      const rows: AgreementRow[] = [];
      for await (const row of found.rows()) if (row.endsOn >= utcToday()) rows.push(row);
      return calendarOf(rows, baseUrl, marking);
    }),
  );
  app.get('/agreements.ocds.json', (request, reply) =>
    answer(request, reply, 'ocds.json', 'application/json; charset=utf-8', async ({ viewer, marking }, found) => {
      const releases: object[] = [];
      for await (const piece of inPieces(found.rows(), TOGETHER)) {
        const versions = await readVersions(
          db,
          viewer,
          piece.map(({ id }) => id),
        );
        for (const [index, row] of piece.entries()) releases.push(...releasesOf(row, versions[index] ?? [], baseUrl));
      }
      return JSON.stringify({ ...packageHead(`${baseUrl}/agreements.ocds.json`, new Date().toISOString(), marking), releases });
    }),
  );
}
