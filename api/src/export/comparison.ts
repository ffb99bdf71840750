import { queryOf } from '../arguments.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { Readable } from 'node:stream';
import type { CellValue } from '#prisma/content/field.ts';
import { addressOf, kinds } from '#prisma/content/kinds.ts';
import { citedStatements } from '#prisma/derive.ts';
import type { RecordKind } from '#prisma/generated/enums.ts';
import type { Viewer } from '#search/engine.ts';
import { readAgreementsOf } from '../agreements/agreement.ts';
import { agreementCells } from '../agreements/dataset.ts';
import { agreementsOfVendors } from '../agreements/list.ts';
import type { User } from '../accounts/user.ts';
import type { Services } from '../context.ts';
import { fault } from '../faults.ts';
import { recordsAtAddresses } from '../records/load.ts';
import { type FileAudience, fileAudience, MARK, nameParts } from '../uptake/documents/audience.ts';
import { heading, paragraph, table } from '../uptake/documents/docx.ts';
import { inTurn } from '../uptake/documents/turns.ts';
import { writeInThread } from '../uptake/documents/writer.ts';
import { utcToday } from '../uptake/state.ts';
import { inWords } from '../uptake/words.ts';
import { cellInWords } from './words.ts';
import { engagementsSeen, isEngagement } from '../roster/work.ts';
import { type RecordContent, readPage, sourcesOf } from './rows.ts';
import { workbook } from './workbook.ts';

/** As many as stand side by side on the page. */
const MOST = 4;
const NOT_STATED = 'not stated';
const SAME = ' (the same)';

/** One line of the comparison: what is said of each record, in their order. */
type Line = { label: string; values: string[] };
type Comparison = { titles: string[]; lines: Line[] };

const textOf = (value: CellValue): string =>
  value === null || value === undefined || value === ''
    ? ''
    : typeof value === 'boolean'
      ? value
        ? 'yes'
        : 'no'
      : Array.isArray(value)
        ? value.filter(Boolean).join('\n')
        : String(value);

type Work = {
  id: string;
  title: string;
  stage: string | null;
  clients: string[];
  role: string;
  period: string | null;
  outcome: string | null;
  delivered: string | null;
};
/** What vendors delivered, a text for each engagement. */
async function workOf({ db }: Services, viewer: Viewer, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<Work>`
    SELECT l.to_id AS id, p.title, (SELECT substr(k, 7) FROM unnest(p.facet_keys) k WHERE starts_with(k, 'stage:') LIMIT 1) AS stage,
      ARRAY(SELECT coalesce(o.content->>'shortName', o.title) FROM unnest(p.facet_keys) k JOIN record o ON o.kind = 'ORGANIZATION' AND k = 'organization:' || o.slug) AS clients,
      l.data->>'role' AS role, l.data->>'period' AS period, l.data->>'outcome' AS outcome, l.data->>'delivered' AS delivered
    FROM ${engagementsSeen(viewer)} WHERE l.to_id = ANY (${[...ids]}::uuid[]) AND ${isEngagement} ORDER BY p.position, l.position`.execute(db);
  return ids.map((id) =>
    rows
      .filter((row) => row.id === id)
      .map(({ title, stage, clients, role, period, outcome, delivered }) =>
        [
          `${title} (${[...clients, stage ? inWords(stage).toLowerCase() : '', period ?? ''].filter(Boolean).join(', ')}): ${role}`,
          delivered?.replace(/\.$/, '') ?? '',
          outcome ? `Outcome: ${outcome}` : '',
        ]
          .filter(Boolean)
          .join('. '),
      )
      .join('\n'),
  );
}

/** Two to four records of one kind side by side, as far as the viewer sees them; null where fewer are left. */
async function comparisonOf(
  services: Services,
  viewer: Viewer,
  addresses: readonly { kind: RecordKind; slug: string }[],
  baseUrl: string,
): Promise<Comparison | null> {
  const found = await recordsAtAddresses(services.db, viewer, addresses);
  const kind = found[0]?.kind;
  const same = found.filter((one) => one.kind === kind).slice(0, MOST);
  if (!kind || same.length < 2) return null;
  const { columns } = kinds[kind];
  const ids = same.map(({ id }) => id);
  const relations = [...new Set(columns.flatMap((column) => column.relations))];
  const records = await readPage(
    services,
    viewer,
    ids.map((id) => id.replaceAll('-', '')),
    relations,
  );
  await services.sources.catchUp();
  const nameOf = async (source: string) => {
    const known = await services.sources.find(source, viewer);
    return known?.symbol ?? known?.title ?? source;
  };
  const line = (label: string, of: (record: RecordContent) => string): Line => ({ label, values: records.map(of) });
  const lines: Line[] = columns.map(({ head, cell, words }) =>
    line(head, ({ content, connected }) => {
      const text = textOf(cell(content, connected));
      // What is a code is called as on the pages.
      return words ? String(cellInWords(words, text, '\n')) : text;
    }),
  );
  if (kind === 'VENDOR') {
    const [work, agreements] = await Promise.all([workOf(services, viewer, ids), agreementsOfVendors(services.db, viewer, ids, 20)]);
    lines.push({ label: 'Work delivered', values: work });
    lines.push({
      label: 'Agreements',
      values: agreements.map((of) =>
        of
          .map(
            (one) =>
              `${one.number}, ${one.title} (${one.holderName}, ${one.startsOn} to ${one.endsOn}; use by others: ${inWords(one.use).toLowerCase()}${one.demo ? '; made up, for demonstration' : ''})`,
          )
          .join('\n'),
      ),
    });
  }
  const sources = await Promise.all(records.map(({ content }) => sourcesOf(citedStatements(content), nameOf)));
  lines.push({ label: 'Sources', values: sources });
  lines.push(line('Address', (record) => baseUrl + addressOf(record.kind, record.slug)));
  lines.push(line('Version', ({ version, updatedAt }) => `${version}, ${updatedAt.toISOString().slice(0, 10)}`));
  return { titles: records.map(({ title }) => title), lines };
}

/** Two to four agreements side by side, as far as the viewer sees them; null where fewer are left. */
async function agreementsCompared({ db }: Services, viewer: Viewer, ids: readonly string[], baseUrl: string): Promise<Comparison | null> {
  const rows = await readAgreementsOf(db, viewer, ids);
  if (rows.length < 2) return null;
  return {
    titles: rows.map(({ number, holderName }) => `${number} (${holderName})`),
    lines: agreementCells.map(([label, , cell]) => ({ label, values: rows.map((row) => textOf(cell(row, baseUrl))) })),
  };
}

/** The rows of a comparison: what is missing is said, what is alike is marked. */
const comparisonRows = ({ titles, lines }: Comparison): string[][] => [
  ['', ...titles],
  ...lines.map(({ label, values }) => {
    const alike = values.every((value) => value === values[0]);
    return [alike ? label + SAME : label, ...values.map((value) => value || NOT_STATED)];
  }),
];

const byPath = new Map(Object.values(kinds).map((kind) => [kind.path.slice(1), kind.kind]));
const idsIn = (query: URLSearchParams): string[] => [
  ...new Set(
    query
      .getAll('ids')
      .flatMap((text) => text.split(','))
      .map((text) => text.trim().replace(/^\//, ''))
      .filter(Boolean),
  ),
];
/** The agreements that an address names where the first is one: `ids=agreements/<id>`. */
const agreementsIn = (query: URLSearchParams): string[] => {
  const [first, ...others] = idsIn(query).map((text) => /^agreements\/(.+)$/.exec(text)?.[1] ?? null);
  return first ? [first, ...others.filter((one) => one !== null)].slice(0, MOST) : [];
};
/** The records that an address names, as the page reads it: `ids=vendors/a&ids=vendors/b`, or with commas; a bare slug is a project. */
function addressesIn(query: URLSearchParams): { kind: RecordKind; slug: string }[] {
  return idsIn(query)
    .slice(0, MOST)
    .flatMap((text) => {
      const [path = '', slug] = text.includes('/') ? text.split('/') : ['projects', text];
      const kind = byPath.get(path);
      return kind && slug ? [{ kind, slug }] : [];
    });
}

/**
 * Adds `/compare.docx` and `/compare.xlsx`: records side by side for the file of a procurement, with the day, the sources and, in an
 * internal one, the person who made it.
 */
export function addComparisons(
  app: FastifyInstance,
  services: Services,
  { baseUrl, userFor = () => null }: { baseUrl: string; userFor?: (request: FastifyRequest) => User | null | Promise<User | null> },
): void {
  const answer = async (
    request: FastifyRequest,
    reply: FastifyReply,
    format: 'docx' | 'xlsx',
    write: (compared: Comparison, made: FileAudience, about: string[]) => Promise<Buffer | Readable>,
  ) => {
    const made = await fileAudience({ services, userFor }, request, reply);
    if (!made) return reply;
    const searchParams = queryOf(request);
    const agreements = agreementsIn(searchParams);
    const compared =
      agreements.length > 0
        ? await agreementsCompared(services, made.viewer, agreements, baseUrl)
        : await comparisonOf(services, made.viewer, addressesIn(searchParams), baseUrl);
    if (!compared) throw fault(404);
    searchParams.delete('audience');
    const about = [
      `Made on ${utcToday()} from ${baseUrl}/compare?${searchParams}.`,
      'That a record is here says what the sources say of it. It is no recommendation and no result of a check.',
    ];
    const body = await write(compared, made, about);
    return reply
      .header('content-type', types[format])
      .header('cache-control', made.marking === null ? 'public, max-age=60' : 'private, no-store')
      .header('vary', 'Cookie')
      .header('content-disposition', `attachment; filename="${['atrium-comparison', ...nameParts(made), utcToday()].join('-')}.${format}"`)
      .send(body);
  };
  app.get('/compare.docx', (request, reply) =>
    answer(request, reply, 'docx', (compared, { marking }, about) => {
      const title = `Side by side: ${compared.titles.join(', ')}`;
      const widths = [1, ...compared.titles.map(() => 2)];
      return inTurn(marking === null, () =>
        writeInThread(marking === null, {
          kind: 'docx',
          title: marking === null ? title : `${title} [${MARK}]`,
          footer: title.slice(0, 200),
          mark: marking === null ? null : MARK,
          blocks: [
            heading(title, 1),
            ...(marking === null ? [] : [paragraph(marking, true)]),
            ...about.map((text) => paragraph(text)),
            table(comparisonRows(compared), widths),
          ],
        }),
      );
    }),
  );
  app.get('/compare.xlsx', (request, reply) =>
    answer(request, reply, 'xlsx', async (compared, { marking }, about) => {
      const mark = marking === null ? null : { row: marking, page: MARK };
      return Readable.from(
        workbook([
          { name: 'Side by side', mark, widths: [24, ...compared.titles.map(() => 60)], rows: comparisonRows(compared) },
          { name: 'About', mark, widths: [120], rows: [['About this file'], ...about.map((text) => [text])] },
        ]),
        { objectMode: false },
      );
    }),
  );
}
const types = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
