import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { libraryState } from '#prisma/library-state.ts';
import type { User } from '../../accounts/user.ts';
import type { Services } from '../../context.ts';
import { findReport, listReports, readMatrix } from '../table.ts';
import { momentOf } from '../types.ts';
import { type FileAudience, fileAudience, nameParts } from './audience.ts';
import { readDocument } from './content.ts';
import { docxOf } from './docx.ts';
import { sinceOf } from '../follow/changes.ts';
import { writeCalendar, writeFeed } from '../follow/events.ts';
import { KeptDocuments } from './kept.ts';
import { inTurn } from './turns.ts';
import { writeInThread } from './writer.ts';
import { workbookOf } from './xlsx.ts';

const types = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  atom: 'application/atom+xml; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
} as const;
type Format = keyof typeof types;
type Query = { report?: string; at?: string; asKnownOn?: string; demo?: string; confirmed?: string; documents?: string; since?: string };
const momentIn = ({ at, asKnownOn, demo, confirmed, documents }: Query) =>
  momentOf({ at, asKnownOn, includeDemo: demo === '1', confirmedOnly: confirmed === '1', includeDocuments: documents === '1' });

/**
 * Adds the documents, feeds and calendars of the uptake:
 * `/uptake.<format>`, `/uptake/organizations/<slug>.<format>` (docx, xlsx, atom, ics) and
 * `/uptake/recommendations/<number>.<format>` (atom, ics). Query: report, at, asKnownOn, confirmed=1; demo=1 to have
 * demonstration data in them; since, for a feed: from that day on; documents=1 to count what is published from documents and waits for the organization; audience=internal to have all that the person may see, which then is said in the file and in its
 * name. Without it a file is the same for everybody: public, confirmed.
 * @param userFor who sends the request; the public where it is absent
 */
export function addDocuments(
  app: FastifyInstance,
  services: Services,
  userFor: (request: FastifyRequest) => User | null | Promise<User | null> = () => null,
): void {
  const kept = new KeptDocuments();
  type Of = { organization?: string; recommendation?: number };

  /** A document or feed and its name; null where there is no such report, organization or recommendation. */
  const make = async (format: Format, of: Of, query: Query, path: string, made: FileAudience): Promise<{ body: Buffer | string; name: string } | null> => {
    const { viewer, access, marking } = made;
    const moment = momentIn(query);
    const { db } = services;
    const report = await findReport(db, viewer, query.report);
    const matrix = report && (await readMatrix(db, viewer, access, report.key, moment));
    if (
      !matrix ||
      (of.organization && !matrix.columns.some((one) => one.slug === of.organization)) ||
      (of.recommendation && !matrix.recommendations.some((one) => one.number === of.recommendation))
    )
      return null;
    const first = (await listReports(db, viewer))[0]?.id === report.id;
    const followed = { report: report.key, organization: of.organization ?? null, recommendation: of.recommendation ?? null };
    const { baseUrl } = services.accounts.settings;
    let body: Buffer | string;
    if (format === 'atom')
      body = await writeFeed(db, viewer, access, report, first, followed, { baseUrl, path, demo: moment.demo !== false, marking, since: sinceOf(query.since) });
    else if (format === 'ics') body = writeCalendar(matrix, first, followed, { baseUrl, marking });
    else {
      const document = await readDocument(db, viewer, access, report.key, of.organization ?? null, moment);
      if (!document) return null;
      body = await writeInThread(marking === null, format === 'docx' ? docxOf(document, made) : workbookOf(document, made));
    }
    const name = ['uptake', report.key, of.organization ?? '', of.recommendation ? `recommendation-${of.recommendation}` : '', ...nameParts(made), moment.at]
      .filter(Boolean)
      .join('-');
    return { body, name };
  };

  const answer = async (request: FastifyRequest, reply: FastifyReply, format: Format, of: Of) => {
    const query = request.query as Query;
    const made = await fileAudience({ services, userFor }, request, reply);
    if (!made) return reply;
    const { marking } = made;
    const work = () => make(format, of, query, request.url, made);
    let written: Awaited<ReturnType<typeof work>>;
    if (format === 'atom' || format === 'ics') written = await work();
    else if (marking !== null) written = await inTurn(false, work);
    else {
      // The same for everybody as long as nothing changes: made once, and by one of those who ask at the same time.
      const name = JSON.stringify([format, of, query.report ?? null, momentIn(query), await libraryState(services.db)]);
      written = await kept.get(name, () => inTurn(true, work));
    }
    if (!written) return reply.status(404).send({ error: 'There is no such report, organization or recommendation.' });
    reply
      .header('content-type', types[format])
      .header('cache-control', marking === null ? 'public, max-age=60' : 'private, no-store')
      .header('vary', 'Cookie');
    const shown = format === 'docx' || format === 'xlsx' ? 'attachment' : 'inline';
    reply.header('content-disposition', `${shown}; filename="${written.name}.${format}"`);
    return reply.send(written.body);
  };
  const formats = Object.keys(types) as Format[];
  for (const format of formats) {
    app.get(`/uptake.${format}`, (request, reply) => answer(request, reply, format, {}));
    app.get(`/uptake/organizations/:slug(^[a-z0-9-]+).${format}`, (request, reply) =>
      answer(request, reply, format, { organization: (request.params as { slug: string }).slug }),
    );
    if (format === 'atom' || format === 'ics')
      app.get(`/uptake/recommendations/:number(^\\d{1,3}).${format}`, (request, reply) =>
        answer(request, reply, format, { recommendation: Number((request.params as { number: string }).number) }),
      );
  }
}
