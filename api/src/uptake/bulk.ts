import { sql } from 'kysely';
import type { Database, Trx } from '#prisma/database.ts';
import { addressOf, kinds } from '#prisma/content/kinds.ts';
import type { RecordKind } from '#prisma/generated/enums.ts';
import { type Role, type User, viewerOf } from '../accounts/user.ts';
import { type Cells, parseDelimited, readSheet } from '../documents/table.ts';
import { forbidden } from '../errors.ts';
import { visibleRecords } from '../records/policy.ts';
import { type Entry, readEntries } from './history.ts';
import { actingAs, canReport, sightOf } from './policy.ts';
import { acceptances, implementations, utcToday } from './state.ts';
import { findReport, readMatrix } from './table.ts';
import { type Clock, type Evidence, faultsOf, insertEntry, type Report, report as reportSchema, uptakeSources } from './write.ts';

/** The name of the sheet that can be filled and loaded back. */
export const TABLE_SHEET = 'Uptake';
/** Ends the headings of the columns that a public workbook holds only in part. */
export const PUBLIC_COLUMN = '(public)';
/** At most so many rows in one table. */
export const MAX_ROWS = 2000;

/** "IN_PROGRESS" as people read and write it: "In progress". */
export const inWords = (value: string | null | undefined) => (value ? `${value[0]}${value.slice(1).toLowerCase().replaceAll('_', ' ')}` : '');
const fromWords = (text: string, values: readonly string[]) => {
  const plain = text
    .trim()
    .toUpperCase()
    .replace(/[\s-]+/g, '_');
  return values.includes(plain) ? plain : text.trim() || null;
};

const pathOf = (kind: string, slug: string) => addressOf(kind as RecordKind, slug);
/** Evidence as one line each in a cell: an address, a path of this library, or "file:" and the id; the label and the audience follow after bars. */
export const writeEvidence = (items: readonly Evidence[]) =>
  items
    // What is only named, because its entry was withdrawn, has no place that could be loaded back.
    .filter((item) => item.address || item.file || item.recordSlug)
    .map((item) =>
      [
        item.kind === 'ADDRESS' ? item.address : item.kind === 'FILE' ? `file:${item.file}` : pathOf(item.recordKind ?? 'PROJECT', item.recordSlug ?? ''),
        item.label ?? '',
        item.audience === 'PUBLIC' ? '' : item.audience,
      ]
        .join(' | ')
        .replace(/[ |]+$/, ''),
    )
    .join('\n');
function readEvidence(text: string): unknown[] {
  return text
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean)
    .map((one) => {
      const [place = '', label = '', audience = ''] = one.split('|').map((part) => part.trim());
      const rest = { label: label || null, audience: audience ? fromWords(audience, ['PUBLIC', 'UN_SYSTEM', 'OWNERS']) : 'PUBLIC' };
      if (place.startsWith('file:')) return { kind: 'FILE', file: place.slice(5), ...rest };
      const record = /^(\/[a-z-]+)[/#]([\w-]+)$/.exec(place);
      const kind = record && (Object.entries(kinds).find(([, { path }]) => path === record[1])?.[0] ?? null);
      return kind ? { kind: 'RECORD', recordKind: kind, recordSlug: record[2], ...rest } : { kind: 'ADDRESS', address: place, ...rest };
    });
}

type Column = { heading: string; field: keyof Report | null; width: number; show: (entry: Entry) => string; read?: (text: string) => unknown; help: string };
const plain = (heading: string, field: keyof Report, width: number, help: string): Column => ({
  heading,
  field,
  width,
  show: (entry) => String(entry[field as keyof Entry] ?? ''),
  read: (text) => text || null,
  help,
});
const choice = (heading: string, field: keyof Report, values: readonly string[], width: number): Column => ({
  heading,
  field,
  width,
  show: (entry) => inWords(entry[field as keyof Entry] as string | null),
  read: (text) => fromWords(text, values),
  help: values.map(inWords).join(', '),
});

/** The columns of the table, in documents and in what is loaded. A table needs the first two and Acceptance; absent columns leave their field empty. */
export const columns: Column[] = [
  { heading: 'Recommendation', field: null, width: 16, show: (entry) => String(entry.recommendationNumber ?? entry.recommendationSlug), help: 'Number' },
  { heading: 'Organization', field: null, width: 16, show: (entry) => entry.organizationName, help: 'Short name' },
  { heading: 'Title', field: null, width: 44, show: (entry) => entry.recommendationTitle, help: 'For reading only' },
  { heading: 'Counted', field: null, width: 10, show: () => '', help: 'For reading only: no for a doubtful gap of the printed table' },
  plain('Effective date', 'effectiveDate', 14, '2026-11-22; not after today'),
  choice('Acceptance', 'acceptance', acceptances, 20),
  choice('Implementation', 'implementation', implementations, 16),
  plain('Responsible unit', 'responsibleUnit', 24, 'Text'),
  plain('Officer', 'officer', 24, 'The function, not the name of a person'),
  plain('Target date', 'targetDate', 14, '2027-06-30'),
  plain('Management comment', 'comment', 50, 'At most 4,000 characters'),
  choice('Comment for', 'commentAudience', ['PUBLIC', 'UN_SYSTEM', 'OWNERS'], 14),
  plain('Decision', 'decisionSymbol', 18, 'Symbol of the decision of the governing body'),
  plain('Financial implication', 'financialImplication', 24, 'Text'),
  plain('Impact seen', 'impactSeen', 40, 'Text'),
  choice('Source', 'source', uptakeSources, 22),
  plain('Source reference', 'sourceReference', 24, 'Document or export, unless Direct'),
  {
    heading: 'Evidence',
    field: 'evidence',
    width: 40,
    show: (entry) => writeEvidence(entry.evidence),
    read: readEvidence,
    help: 'One a line: an address, or a path of this library such as /projects/building-blocks',
  },
  { heading: 'Entry', field: null, width: 38, show: (entry) => entry.id, help: 'Leave as it is: it tells which report the row was made from' },
];

export type TableInput = { report: string | null; text: string | null; xlsx: string | null; rows: Cells | null };
export type TableFault = { row: number; column: string; message: string };
export type TableRow = { row: number; action: 'ADD' | 'UNCHANGED' | 'EMPTY'; recommendation: string; organization: string; changes: string[] };
export type TableOutcome = { rows: TableRow[]; faults: TableFault[]; applied: boolean; entryIds: string[] };

/** What a zip file says its contents come to; a small upload must not unpack into a large one. */
function unpackedSize(bytes: Buffer): number {
  let size = 0;
  for (let at = bytes.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0 && at + 46 <= bytes.length; at = bytes.indexOf('PK\x01\x02', at + 46, 'latin1'))
    size += bytes.readUInt32LE(at + 24);
  return size;
}
const MAX_UNPACKED = 20 * 1024 * 1024;

async function cellsOf(input: TableInput): Promise<Cells | TableFault> {
  const given = [input.text, input.xlsx, input.rows].filter((one) => one !== null);
  if (given.length !== 1) return { row: 1, column: '', message: 'Send one table: pasted text, a workbook or rows.' };
  if (input.rows) return input.rows.map((row) => row.map((cell) => cell.trim()));
  if (input.text !== null) return parseDelimited(input.text);
  const bytes = Buffer.from(input.xlsx ?? '', 'base64');
  if (unpackedSize(bytes) > MAX_UNPACKED) return { row: 1, column: '', message: 'The workbook is too large.' };
  try {
    return await readSheet(bytes, TABLE_SHEET);
  } catch {
    return { row: 1, column: '', message: 'This file is no XLSX workbook. Save it as .xlsx, or paste the rows.' };
  }
}

type Planned = { row: number; actionId: string; slug: string; given: Report };
type Plan = { outcome: TableOutcome; planned: Planned[] };

const comparable = (value: unknown): string =>
  value === null || value === undefined ? '' : typeof value === 'string' ? value.replaceAll('\r\n', '\n') : writeEvidence(value as Evidence[]);

/** Reads a table against what holds: each row becomes an entry, or nothing when it says what holds already. */
async function plan(db: Database | Trx, user: User, input: TableInput, clock: Clock): Promise<Plan> {
  const outcome: TableOutcome = { rows: [], faults: [], applied: false, entryIds: [] };
  const cells = await cellsOf(input);
  if (!Array.isArray(cells)) return { outcome: { ...outcome, faults: [cells] }, planned: [] };
  const fault = (row: number, column: string, message: string) => outcome.faults.push({ row, column, message });
  // Titles may stand above the headings, as in the documents made here.
  const first = cells.findIndex(
    (row) => row.some((cell) => cell.toLowerCase() === 'recommendation') && row.some((cell) => cell.toLowerCase() === 'organization'),
  );
  if (first < 0) fault(1, 'Recommendation', 'No row has the headings Recommendation and Organization.');
  const headings = (cells[first] ?? []).map((cell) => cell.toLowerCase());
  for (const [index, heading] of headings.entries()) {
    // Loaded as it is, the public table would take out what it does not show.
    if (heading.endsWith(PUBLIC_COLUMN))
      fault(first + 1, cells[first]?.[index] ?? '', 'This workbook holds only what is public. Download the internal one, fill it in and load that.');
    else if (heading && !columns.some((column) => column.heading.toLowerCase() === heading))
      fault(first + 1, cells[first]?.[index] ?? '', `There is no such column. The columns are: ${columns.map((column) => column.heading).join(', ')}.`);
    else if (heading && headings.indexOf(heading) !== index) fault(first + 1, cells[first]?.[index] ?? '', 'This column stands twice.');
  }
  if (first >= 0 && !headings.includes('acceptance')) fault(first + 1, 'Acceptance', 'The column is missing.');
  const body = cells
    .slice(first + 1)
    .map((row, index) => ({ row, number: first + index + 2 }))
    .filter(({ row }) => row.some(Boolean));
  if (body.length > MAX_ROWS) fault(first + 1, '', `At most ${MAX_ROWS} rows can be loaded at once, not ${body.length}.`);
  const matrix = await readMatrix(db, viewerOf(user), sightOf(user), input.report, { at: clock.today, known: clock.today, demo: false, confirmedOnly: false });
  if (!matrix) fault(1, '', 'There is no such report.');
  if (outcome.faults.length > 0 || !matrix) return { outcome, planned: [] };

  const rowsBy = new Map(
    matrix.recommendations.flatMap(
      (one) => [[one.slug, one.id], [one.label.toLowerCase(), one.id], ...(one.number ? [[String(one.number), one.id]] : [])] as [string, string][],
    ),
  );
  const columnsBy = new Map(
    matrix.columns.flatMap(
      (one) =>
        [
          [one.slug, one],
          [one.shortName.toLowerCase(), one],
        ] as [string, (typeof matrix.columns)[number]][],
    ),
  );
  const cellBy = new Map(matrix.cells.map((cell) => [`${cell.recommendationId} ${cell.organizationId}`, cell]));
  const held = await readEntries(db, viewerOf(user), sightOf(user), { ids: matrix.cells.flatMap((cell) => cell.entryId ?? []), demo: false, withdrawn: false });
  const entryBy = new Map(held.map((entry) => [entry.actionId, entry]));
  const planned: Planned[] = [];
  const seen = new Map<string, number>();

  for (const { row, number } of body) {
    const cell = (heading: string) => (headings.includes(heading.toLowerCase()) ? (row[headings.indexOf(heading.toLowerCase())] ?? '') : '');
    const recommendation = cell('Recommendation').replace(/\.0$/, '');
    const name = cell('Organization');
    const reports = columns.filter((column) => column.field !== null && column.heading !== 'Comment for' && column.heading !== 'Source');
    const entered = reports.some((column) => cell(column.heading) !== '');
    // A row of sums or a remark below the table names no organization and reports nothing.
    if (!name && !recommendation) {
      if (cell('Acceptance')) fault(number, 'Organization', 'Say which recommendation and which organization.');
      continue;
    }
    const organization = columnsBy.get(name.toLowerCase());
    const recommendationId = rowsBy.get(recommendation.toLowerCase());
    if (!entered && (!organization || !recommendationId)) continue;
    if (!recommendationId)
      fault(number, 'Recommendation', `There is no recommendation "${recommendation.slice(0, 80)}" in ${matrix.report.symbol ?? matrix.report.title}.`);
    if (!organization) fault(number, 'Organization', `There is no organization "${name.slice(0, 80)}" in the table of this report.`);
    if (!recommendationId || !organization) continue;
    const target = cellBy.get(`${recommendationId} ${organization.id}`);
    if (!target) {
      if (entered) fault(number, 'Organization', `Recommendation ${recommendation} is not addressed to ${organization.shortName}.`);
      continue;
    }
    const twice = seen.get(target.actionId);
    if (twice) fault(number, 'Recommendation', `The same recommendation and organization stand in row ${twice}.`);
    seen.set(target.actionId, number);
    if (!entered) {
      outcome.rows.push({ row: number, action: 'EMPTY', recommendation, organization: organization.shortName, changes: [] });
      continue;
    }
    const now = entryBy.get(target.actionId);
    const values: Record<string, unknown> = {};
    for (const column of columns)
      if (column.field && column.read) values[column.field] = cell(column.heading) === '' ? undefined : column.read(cell(column.heading));
    const parsed = reportSchema.safeParse(values);
    if (!parsed.success) {
      for (const one of faultsOf(parsed.error)) {
        const field = one.name.split('.')[0];
        fault(number, columns.find((column) => column.field === field)?.heading ?? '', one.message.startsWith('Invalid') ? 'fill in this cell' : one.message);
      }
      continue;
    }
    const changes = columns
      .filter((column) => column.field && comparable(parsed.data[column.field]) !== comparable(now?.[column.field as keyof Entry]))
      .map((column) => column.heading);
    if (now && changes.length === 0) {
      outcome.rows.push({ row: number, action: 'UNCHANGED', recommendation, organization: organization.shortName, changes: [] });
      continue;
    }
    if (!canReport(user, organization.slug)) fault(number, 'Organization', `You may not report for ${organization.shortName}.`);
    if (parsed.data.effectiveDate > clock.today) fault(number, 'Effective date', `A state can be reported once it holds; today is ${clock.today} (UTC).`);
    const made = cell('Entry');
    if (made && made !== now?.id) fault(number, 'Entry', 'Another report came after this row was exported. Export again, then make the change.');
    // Evidence files can be named only as they stand: new ones are uploaded in the form.
    for (const item of parsed.data.evidence) {
      if (item.kind === 'FILE' && !now?.evidence.some((one) => one.file === item.file))
        fault(number, 'Evidence', 'Upload files in the form of the recommendation, not in a table.');
      if (item.kind === 'RECORD' && !(await recordSeen(db, user, item)))
        fault(number, 'Evidence', `There is no record ${pathOf(item.recordKind ?? 'PROJECT', item.recordSlug ?? '')}.`);
    }
    outcome.rows.push({ row: number, action: 'ADD', recommendation, organization: organization.shortName, changes });
    planned.push({ row: number, actionId: target.actionId, slug: organization.slug, given: parsed.data });
  }
  return { outcome, planned };
}

async function recordSeen(db: Database | Trx, user: User, item: Evidence): Promise<boolean> {
  const { rows } =
    await sql`SELECT 1 FROM record r WHERE r.kind = ${item.recordKind}::record_kind AND r.slug = ${item.recordSlug} AND ${visibleRecords(viewerOf(user))}`.execute(
      db,
    );
  return rows.length > 0;
}

const signedIn = (user: User | null): User => {
  if (!user || user.memberships.length === 0) throw forbidden('Sign in to load a table for your organization.');
  return user;
};

/**
 * Checks a table row by row and says what loading it would do; writes nothing.
 * @throws GraphQLError FORBIDDEN for people without a role
 */
export async function checkTable(db: Database, user: User | null, input: TableInput, clock: Clock = { today: utcToday() }): Promise<TableOutcome> {
  return (await plan(db, signedIn(user), input, clock)).outcome;
}

/**
 * Loads a table: every row that differs from what holds becomes an entry, in one transaction; with a single fault nothing
 * is written. The same table a second time finds nothing to change.
 * @throws GraphQLError FORBIDDEN for people without a role
 */
export async function applyTable(
  db: Database,
  user: User | null,
  input: TableInput,
  idempotencyKey: string,
  clock: Clock = { today: utcToday() },
): Promise<TableOutcome> {
  const person = signedIn(user);
  if (!/^[\w:.-]{8,150}$/.test(idempotencyKey))
    return {
      rows: [],
      faults: [{ row: 1, column: '', message: 'Send a key of 8 to 150 letters, digits or hyphens, the same for a repeated request.' }],
      applied: false,
      entryIds: [],
    };
  return db.transaction().execute(async (trx) => {
    // Reports on the same table wait for each other, so that what is compared is what holds.
    const report = await findReport(trx, viewerOf(person), input.report);
    if (report) await sql`SELECT 1 FROM action WHERE report_id = ${report.id}::uuid ORDER BY id FOR UPDATE`.execute(trx);
    const { rows: earlier } = await sql<{
      id: string;
    }>`SELECT id FROM uptake_entry WHERE entered_by = ${person.id} AND idempotency_key LIKE ${`${idempotencyKey.replace(/[\\%_]/g, '\\$&')}#%`} ORDER BY sequence`.execute(
      trx,
    );
    const { outcome, planned } = await plan(trx, person, input, clock);
    if (earlier.length > 0)
      return {
        ...outcome,
        faults: [],
        rows: outcome.rows.map((row) => ({ ...row, action: row.action === 'ADD' ? ('UNCHANGED' as const) : row.action })),
        applied: true,
        entryIds: earlier.map((row) => row.id),
      };
    if (outcome.faults.length > 0) return outcome;
    for (const one of planned) {
      const written = await insertEntry(
        trx,
        one.actionId,
        person,
        actingAs(person, 'REPORT', one.slug) as Role,
        one.given,
        `${idempotencyKey}#${one.row}`,
        clock,
      );
      outcome.entryIds.push(written.entryId);
    }
    return { ...outcome, applied: true };
  });
}
