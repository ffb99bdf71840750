import { sentence } from '#i18n/sentence.ts';
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import zlib, { constants } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Viewer } from '#search/engine.ts';
import type { CellValue } from '#prisma/content/field.ts';
import type { User } from '../accounts/user.ts';
import { agreementDataset } from '../agreements/dataset.ts';
import type { Services } from '../context.ts';
import { type FileAudience, fileAudience, MARK, nameParts } from '../uptake/documents/audience.ts';
import { activityDataset } from '../uptake/activity-dataset.ts';
import { compareDataset } from '../uptake/compare-dataset.ts';
import { uptakeDataset } from '../uptake/dataset.ts';
import { csvText } from '../sheets/csv.ts';
import { queryOf } from '../arguments.ts';
import { fileOf, takePlace } from './lane.ts';
import { exportedLists } from './lists.ts';
import type { Dataset, Head, Opened } from './dataset.ts';
import { actionDataset, recordDataset } from './rows.ts';
import { cellInWords } from './words.ts';
import { type Cell, SHEET_ROWS, type Sheet, workbook } from './workbook.ts';
import settings from '../../../package.json' with { type: 'json' };

export type ExportOptions = {
  /** Who asks; nobody is signed in unless told otherwise. Asked only for an internal file. */
  userFor?: (request: FastifyRequest) => User | null | Promise<User | null>;
  /** The public address of the library, for the addresses of records. */
  baseUrl?: string;
};

/** A file of everything is compressed with a fifth of the work that a page is worth (measured on rows of a list), and is a sixteenth larger; with a tenth of that where the reader knows Zstandard, as browsers do. */
const fileCompression = {
  threshold: 1024,
  encodings: ['zstd' as const, 'br' as const, 'gzip' as const],
  brotliOptions: { flush: constants.BROTLI_OPERATION_FLUSH, params: { [constants.BROTLI_PARAM_QUALITY]: 2 } },
  zlibOptions: { flush: constants.Z_SYNC_FLUSH, level: 2 },
  // The plugin would give Zstandard the options of gzip, whose numbers mean other things there.
  zlib: { ...zlib, createZstdCompress: () => zlib.createZstdCompress({ flush: constants.ZSTD_e_flush, params: { [constants.ZSTD_c_compressionLevel]: 1 } }) },
};
const SEPARATOR = '; ';
const LINES = 400;
/** So long a file waits for its rows before its head is sent (milliseconds). */
const FIRST_BYTE = 200;
const cellOf = (value: CellValue): Cell => {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' ? value : value.filter(Boolean).join(SEPARATOR);
};
const cellsOf = async function* (opened: Opened): AsyncGenerator<Cell[]> {
  for await (const { cells } of opened.rows('cells')) yield cells.map(cellOf);
};

/** What a reader must know of a file to use and cite it: the second sheet of a workbook, the head of a JSON file. */
type About = {
  library: string;
  list: string;
  /** For whom the file is: what an internal one says of itself. */
  audience: string;
  address: string;
  rows: number;
  asOf: string;
  version: string;
  sources: string;
  licence: string;
  ignored: string[];
};
const aboutOf = (title: string, dataset: Dataset, { total }: Opened, address: string, { marking }: FileAudience): About => ({
  library: 'Atrium, the knowledge hub of the United Nations system on blockchain',
  list: title,
  audience: marking ?? 'Public',
  address,
  rows: total,
  asOf: dataset.asOf.toISOString(),
  version: settings.version,
  sources: dataset.sources ?? 'Each row names the places in the sources on which it rests. Texts are the words of the editors of Atrium.',
  licence: `${settings.license}; the sources keep their own terms.`,
  ignored: dataset.ignored.map((one) => `${one.field}=${one.value}: ${sentence(one)}`),
});

async function* csv(dataset: Dataset, opened: Promise<Opened>, made: FileAudience): AsyncGenerator<string> {
  // In a column of its own: a line above the heads would not be read as the table that it is, and rows are copied alone.
  const marked = (cells: Cell[], mark: string = MARK) => (made.marking === null ? cells : [mark, ...cells]);
  // Beside each column of codes stands one with the words of the pages.
  const withWords = (cells: Cell[]) =>
    dataset.heads.flatMap(({ words }, index) => [cells[index] ?? null, ...(words ? [cellInWords(words, cells[index] ?? null, SEPARATOR)] : [])]);
  yield csvText(
    [
      marked(
        dataset.heads.flatMap(({ head, words }) => [head, ...(words ? [`${head} in words`] : [])]),
        'Marking',
      ),
    ],
    true,
  );
  let rows: Cell[][] = [];
  for await (const row of cellsOf(await opened)) {
    rows.push(marked(withWords(row)));
    if (rows.length === LINES) {
      yield csvText(rows);
      rows = [];
    }
  }
  if (rows.length > 0) yield csvText(rows);
  // Only a file that is not what was asked for has lines that are no records.
  if (dataset.ignored.length > 0) yield csvText(dataset.ignored.map((one) => [`# Left out of the filter: ${one.field}=${one.value}. ${sentence(one)}`]));
}

async function* json(opened: Opened, about: About): AsyncGenerator<string> {
  yield `{"about":${JSON.stringify(about)},"records":[`;
  let text = '';
  let first = true;
  for await (const { json: row } of opened.rows('json')) {
    text += `${first ? '' : ','}\n${JSON.stringify(row)}`;
    first = false;
    if (text.length > 65_536) {
      yield text;
      text = '';
    }
  }
  yield `${text}\n]}\n`;
}

/** A sheet for people: the words of the pages, without what only programs need. Codes and keys stand on a sheet of their own. */
function sheetOf(name: string, heads: readonly Head[], rows: AsyncIterable<Cell[]>, more: Pick<Sheet, 'mark' | 'total'>): Sheet {
  const shown = heads.flatMap((head, index) => (head.machine ? [] : [{ ...head, index }]));
  return {
    name,
    ...more,
    widths: shown.map(({ width }) => width),
    rows: (async function* () {
      yield shown.map(({ head }) => head);
      for await (const cells of rows)
        yield shown.map(({ words, index }) => (words ? cellInWords(words, cells[index] ?? null, SEPARATOR) : (cells[index] ?? null)));
    })(),
  };
}
/** The codes and keys of a list, each row with its title and address. */
function codesOf(heads: readonly Head[], rows: AsyncIterable<Cell[]>, more: Pick<Sheet, 'mark' | 'total'>): Sheet {
  const shown = heads.flatMap((head, index) => (index < 2 || head.machine || head.words ? [{ ...head, index }] : []));
  return {
    name: 'Codes',
    ...more,
    widths: shown.map(({ width }) => width),
    rows: (async function* () {
      yield shown.map(({ head }) => head);
      for await (const cells of rows) yield shown.map(({ index }) => cells[index] ?? null);
    })(),
  };
}
const asCells = async function* (rows: AsyncIterable<CellValue[]>): AsyncGenerator<Cell[]> {
  for await (const cells of rows) yield cells.map(cellOf);
};

const xlsx = (dataset: Dataset, opened: Opened, about: About, { marking }: FileAudience) => {
  const mark = marking === null ? null : { row: marking, page: MARK };
  const coded = dataset.heads.some(({ words, machine }) => words || machine);
  return workbook([
    sheetOf(about.list, dataset.heads, cellsOf(opened), { mark, total: opened.total }),
    {
      name: 'About',
      widths: [16, 100],
      mark,
      rows: [
        ['About this file', ''],
        ...Object.entries(about).map(([name, value]): Cell[] => [name, typeof value === 'number' ? value : Array.isArray(value) ? value.join('\n') : value]),
      ],
    },
    ...(dataset.more?.(opened) ?? []).map(({ name, heads, rows }) => sheetOf(name, heads, asCells(rows), { mark })),
    ...(coded ? [codesOf(dataset.heads, cellsOf(opened), { mark, total: opened.total })] : []),
  ]);
};

const formats = {
  csv: {
    type: 'text/csv; charset=utf-8; header=present',
    disposition: 'attachment',
    // Its head says nothing of the rows, and is there at once.
    write: (dataset: Dataset, opened: Promise<Opened>, _about: (opened: Opened) => About, made: FileAudience) => csv(dataset, opened, made),
  },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    disposition: 'attachment',
    write: async function* (dataset: Dataset, opened: Promise<Opened>, about: (opened: Opened) => About, made: FileAudience) {
      const found = await opened;
      yield* xlsx(dataset, found, about(found), made);
    },
  },
  json: {
    type: 'application/json; charset=utf-8',
    disposition: 'inline',
    write: async function* (_dataset: Dataset, opened: Promise<Opened>, about: (opened: Opened) => About, _made: FileAudience) {
      const found = await opened;
      yield* json(found, about(found));
    },
  },
} as const;
type Format = keyof typeof formats;

/** A header may hold neither spaces, accents nor line ends, and proxies refuse long ones. */
const asHeader = (dataset: Dataset) =>
  dataset.ignored
    .map((one) => `${encodeURIComponent(one.field.toWellFormed())}=${encodeURIComponent(one.value.toWellFormed())}`)
    .join('&')
    .slice(0, 1000);

/** The class of viewers that sees the same as this one: the same records may show one more than the other. Whose an internal file is stands in its mark besides. */
const sees = (viewer: Viewer) =>
  JSON.stringify([
    viewer.unSystem,
    viewer.all ?? false,
    viewer.procurement ?? false,
    [...viewer.organizationIds].sort(),
    [...(viewer.organizationNames ?? [])].sort(),
  ]);

/**
 * Whether the copy that the asker has is the current one, by its name alone (RFC 9110, section 13): a list that lost its newest record
 * is older by its date, not newer.
 */
const isCurrent = (request: FastifyRequest, etag: string): boolean =>
  (request.headers['if-none-match'] ?? '').split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag.replace(/^W\//, ''));

async function send(
  request: FastifyRequest,
  reply: FastifyReply,
  format: Format,
  title: string,
  { page, shown }: { page: string; shown: string },
  dataset: Dataset,
  baseUrl: string,
  made: FileAudience,
) {
  const { type, disposition, write } = formats[format];
  const query = request.url.slice(page.length + format.length + 1);
  const etag = `W/"${createHash('sha256')
    .update(`${settings.version} ${format} ${baseUrl} ${request.url} ${sees(made.viewer)} ${made.marking ?? ''} ${dataset.state}`)
    .digest('base64url')
    .slice(0, 27)}"`;
  reply
    .header('etag', etag)
    .header('last-modified', dataset.asOf.toUTCString())
    .header('cache-control', made.marking === null ? 'public, no-cache' : 'private, no-store')
    .header('vary', 'Cookie, Accept-Encoding');
  if (dataset.ignored.length > 0) reply.header('x-atrium-ignored', asHeader(dataset));
  if (isCurrent(request, etag)) return reply.status(304).send();
  const leave = takePlace();
  try {
    const opened = dataset.open();
    // What fails at once is answered as a failure; a head that is there does not wait longer for what follows.
    await Promise.race([opened, sleep(FIRST_BYTE)]);
    opened.catch(() => {});
    if (format === 'xlsx') {
      const { total } = await opened;
      if (total + (made.marking === null ? 0 : 1) >= SHEET_ROWS) {
        leave();
        return reply
          .status(422)
          .send({ error: `A sheet holds ${SHEET_ROWS} rows, this list has ${total}. Take the same address with .csv, or filter the list.` });
      }
    }
    const name = `${['atrium', page.slice(1).replaceAll('/', '-'), ...nameParts(made), dataset.asOf.toISOString().slice(0, 10)].join('-')}.${format}`;
    reply.type(type).header('content-disposition', `${disposition}; filename="${name}"`);
    return reply.send(
      fileOf(
        leave,
        write(dataset, opened, (found) => aboutOf(title, dataset, found, `${baseUrl}${shown}${query}`, made), made),
      ),
    );
  } catch (error) {
    leave();
    throw error;
  }
}

/**
 * Every list as a file: `GET /<list>.csv`, `.xlsx` or `.json`, with the filters and the order of the list's page
 * (records/filters.ts) and all rows. It holds what is public, whoever is signed in; with `audience=internal` what the person
 * may see, and then says so. An unknown extension is nobody's address.
 */
export function addExports(app: FastifyInstance, services: Services, { userFor = () => null, baseUrl = '' }: ExportOptions = {}): void {
  /** `shown` is the page whose list it is, where the file has another address than the page. */
  const route = (page: string, title: string, read: (made: FileAudience, query: URLSearchParams) => Promise<Dataset>, shown = page) => {
    for (const format of Object.keys(formats) as Format[]) {
      app.get(`${page}.${format}`, { compress: fileCompression }, async (request, reply) => {
        const made = await fileAudience({ services, userFor }, request, reply);
        if (!made) return reply;
        const query = queryOf(request);
        // For whom the file is made is no filter of its rows.
        query.delete('audience');
        return send(request, reply, format, title, { page, shown }, await read(made, query), baseUrl, made);
      });
    }
  };
  for (const list of exportedLists) route(list.page, list.title, ({ viewer }, query) => recordDataset(services, viewer, list, query, baseUrl));
  route('/agreements', 'Agreements', ({ viewer }, query) => agreementDataset(services, viewer, query, baseUrl));
  route('/actions', 'Actions', ({ viewer }, query) => actionDataset(services, viewer, query, baseUrl));
  for (const [what, title] of [
    ['actions', 'Actions and their state'],
    ['entries', 'Uptake entries'],
  ] as const)
    route(`/uptake/${what}`, title, (made, query) => uptakeDataset(services, made, what, query, baseUrl), '/uptake/entries');
  route('/uptake/compare', 'Organizations side by side', (made, query) => compareDataset(services, made, query, baseUrl));
  route('/uptake/activities', 'Activities', (made, query) => activityDataset(services, made, query, baseUrl));
}
