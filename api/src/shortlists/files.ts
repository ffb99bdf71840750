import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { why } from '#i18n/fault.ts';
import { addressOf } from '#prisma/content/kinds.ts';
import { citedStatements } from '#prisma/derive.ts';
import type { User } from '../accounts/user.ts';
import type { Services } from '../context.ts';
import { queryOf } from '../arguments.ts';
import { readPage, sourcesOf } from '../export/rows.ts';
import { type Cell, workbook } from '../export/workbook.ts';
import { fault } from '../faults.ts';
import { type FileAudience, fileAudience, MARK } from '../uptake/documents/audience.ts';
import { heading, paragraph, table } from '../uptake/documents/docx.ts';
import { inTurn } from '../uptake/documents/turns.ts';
import { writeInThread } from '../uptake/documents/writer.ts';
import { utcToday } from '../uptake/state.ts';
import { inWords } from '../uptake/words.ts';
import { csvText } from '../sheets/csv.ts';
import { readItems, readShortlists } from './shortlist.ts';

type Options = { baseUrl: string; userFor?: (request: FastifyRequest) => User | null | Promise<User | null> };
type Whole = { name: string; purpose: string; marking: string; about: string[]; rows: string[][] };

const heads = ['Entry', 'Kind', 'Summary', 'Note', 'Put there by', 'On', 'Sources', 'Version', 'Address'];
const widths = [30, 14, 60, 50, 20, 12, 40, 18, 40];

/** A list as its files have it, as far as the person sees it; null where there is none. */
async function listOf(
  services: Services,
  user: User,
  { viewer, marking }: FileAudience,
  id: string,
  link: string | null,
  baseUrl: string,
): Promise<Whole | null> {
  const [list] = await readShortlists(services.db, user, { id, link });
  if (!list) return null;
  const items = (await readItems(services.db, user, [list.id]))[0] ?? [];
  const records = new Map(
    (
      await readPage(
        services,
        viewer,
        items.map(({ record }) => record.id.replaceAll('-', '')),
        [],
      )
    ).map((record) => [record.id, record]),
  );
  await services.sources.catchUp();
  const nameOf = async (source: string) => {
    const known = await services.sources.find(source, viewer);
    return known?.symbol ?? known?.title ?? source;
  };
  const rows = await Promise.all(
    items.map(async ({ record, note, addedBy, addedAt }) => {
      const read = records.get(record.id);
      return [
        record.title,
        inWords(record.kind),
        record.summary,
        note,
        addedBy ?? '',
        addedAt.slice(0, 10),
        read ? await sourcesOf(citedStatements(read.content), nameOf) : '',
        `${record.version}, ${String(read?.updatedAt.toISOString() ?? record.updatedAt).slice(0, 10)}`,
        baseUrl + addressOf(record.kind, record.slug),
      ];
    }),
  );
  const left = list.count - items.length;
  return {
    name: list.name,
    purpose: list.purpose,
    marking: marking ?? MARK,
    about: [
      `Made on ${utcToday()} from ${baseUrl}/shortlists/${list.id}.`,
      ...(left > 0 ? [`${left} more on the list are not in the library any more, or not for who made this file.`] : []),
      'That a record is here says what the sources say of it. It is no recommendation and no result of a check.',
    ],
    rows,
  };
}

/** Adds `/shortlists/<id>.csv`, `.xlsx` and `.docx`. They hold notes of people, so that there are internal ones alone: audience=internal. */
export function addShortlistFiles(app: FastifyInstance, services: Services, { baseUrl, userFor = () => null }: Options): void {
  const add = (extension: 'csv' | 'xlsx' | 'docx', type: string, write: (list: Whole) => Promise<Buffer | Readable | string>) =>
    app.get(`/shortlists/:id(^[0-9a-f-]{36}).${extension}`, async (request: FastifyRequest, reply: FastifyReply) => {
      const made = await fileAudience({ services, userFor }, request, reply);
      if (!made) return reply;
      const user = made.marking === null ? null : await userFor(request);
      if (!user) throw fault(401, { why: why('FILE_CLOSED_SIGN_IN') });
      const { id } = request.params as { id: string };
      const list = await listOf(services, user, made, id, queryOf(request).get('link'), baseUrl);
      if (!list) throw fault(404);
      return reply
        .header('content-type', type)
        .header('cache-control', 'private, no-store')
        .header('vary', 'Cookie')
        .header('content-disposition', `attachment; filename="atrium-shortlist-internal-${utcToday()}.${extension}"`)
        .send(await write(list));
    });
  add('csv', 'text/csv; charset=utf-8', async ({ rows }) =>
    // In a column of its own, as every CSV has its mark.
    csvText([['Marking', ...heads], ...rows.map((row) => [MARK, ...row])], true),
  );
  add('xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', async ({ name, purpose, marking, about, rows }) => {
    const mark = { row: marking, page: MARK };
    const told: Cell[][] = [['About this file'], [name], ...(purpose ? [[purpose]] : []), ...about.map((text) => [text])];
    return Readable.from(
      workbook([
        { name: 'Shortlist', mark, widths, rows: [heads, ...rows] },
        { name: 'About', mark, widths: [120], rows: told },
      ]),
      { objectMode: false },
    );
  });
  add('docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', ({ name, purpose, marking, about, rows }) =>
    inTurn(false, () =>
      writeInThread(false, {
        kind: 'docx',
        title: `${name} [${MARK}]`,
        footer: name,
        mark: MARK,
        blocks: [
          heading(name, 1),
          paragraph(marking, true),
          ...(purpose ? [paragraph(purpose)] : []),
          ...about.map((text) => paragraph(text)),
          table([heads, ...rows], [3, 1.5, 5, 4, 2, 1.3, 3.5, 1.5, 3]),
        ],
      }),
    ),
  );
}
