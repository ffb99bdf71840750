import { sql } from 'kysely';
import { type FaultCode, type ParamsOf, type Why, why } from '#i18n/fault.ts';
import { faultsOf } from '#prisma/content/check.ts';
import { forbiddenSign, keepable, oneLine, plain } from '#prisma/content/text.ts';
import type { Database, Trx } from '#prisma/database.ts';
import { type Role, type User, viewerOf } from '../accounts/user.ts';
import { type Cells, heading, isHead, type Table, withErrors } from '../sheets/cells.ts';
import { FILE_BYTES, readTable } from '../sheets/table.ts';
import { forbidden, ValidationError } from '../errors.ts';
import { visibleRecords } from '../records/policy.ts';
import { once } from '../request-key.ts';
import { type Evidence, writeEvidence, pathOf } from './evidence.ts';
import { asValue } from './words.ts';
import { type Column, columns, PUBLIC_COLUMN, TABLE_SHEET } from './columns.ts';
import { fieldOf, type Report, report as reportSchema } from './fields.ts';
import { type Entry, readEntries } from './history.ts';
import { actingAs, canReport, mayBeDirect, mayReport, uptakeAccessOf } from './policy.ts';
import { acceptances, utcToday } from './state.ts';
import { findReport, readMatrix } from './table.ts';
import { type Clock, insertEntry, sealReports, type Written } from './write.ts';

/** At most so many rows in one table. */
const MAX_ROWS = 2000;

export type TableInput = { report: string | null; text: string | null; xlsx: string | null; rows: Cells | null };
/** `row` as a spreadsheet counts, from 1; `column` the heading, or empty for the row or table. */
export type TableFault = Why & { row: number; column: string };
/** One field of a row that differs from what holds, as a cell shows it: empty `after` takes away what was there. */
export type TableChange = { column: string; before: string; after: string };
export type TableRow = {
  row: number;
  action: 'ADD' | 'UNCHANGED' | 'EMPTY';
  recommendation: string;
  organization: string;
  changes: string[];
  changed: TableChange[];
};
export type TableOutcome = { rows: TableRow[]; faults: TableFault[]; notes: string[]; applied: boolean; entryIds: string[] };

const WANTED = { sheet: TABLE_SHEET, headings: ['recommendation', 'organization'] };
const outcomeOf = (faults: TableFault[] = [], notes: string[] = []): TableOutcome => ({ rows: [], faults, notes, applied: false, entryIds: [] });

/** The cells of what was sent, or why there are none. Nothing is decoded or unpacked here: a thread does that, with limits. */
async function tableOf(input: TableInput): Promise<Table | Why> {
  const given = [input.text, input.xlsx, input.rows].filter((one) => one !== null);
  if (given.length !== 1) return why('TABLE_ONE');
  if (input.rows) return withErrors(input.rows.map((row) => row.map((cell) => plain(cell).trim())));
  if (input.text !== null) return readTable({ text: input.text }, WANTED);
  const encoded = input.xlsx ?? '';
  if (encoded.length > (FILE_BYTES * 4) / 3 + 4) return why('TABLE_FILE_SIZE', { megabytes: FILE_BYTES / 1024 / 1024 });
  return readTable({ bytes: Buffer.from(encoded, 'base64') }, WANTED);
}

const cellFault = <Code extends FaultCode>(row: number, column: string, code: Code, ...params: ParamsOf<Code>): TableFault => ({
  row,
  column,
  ...why(code, ...params),
});
type Planned = { row: number; actionId: string; slug: string; given: Report };
type Plan = { outcome: TableOutcome; planned: Planned[] };

/** A field as two of them are compared: texts that were kept before a rule of today are compared by it. */
const comparable = (field: keyof Report, value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return keepable(writeEvidence(value as Evidence[]));
  return fieldOf(field).kind === 'LINE' ? oneLine(keepable(value)) : keepable(value).trim();
};
/** What an entry says in a field, without what is only shown with it. */
const heldIn = (entry: Entry, field: keyof Report): unknown =>
  field === 'evidence' ? entry.evidence.map(({ recordTitle: _title, ...item }) => item) : entry[field as keyof Entry];

/** Reads a table against what holds: each row becomes an entry, or nothing when it says what holds already. */
async function plan(db: Database | Trx, user: User, table: Table, report: string | null, clock: Clock): Promise<Plan> {
  const { cells } = table;
  const outcome = outcomeOf([], table.notes);
  const fault = <Code extends FaultCode>(row: number, column: string, code: Code, ...params: ParamsOf<Code>) =>
    outcome.faults.push(cellFault(row, column, code, ...params));
  // Titles may stand above the headings, as in the documents made here.
  const first = cells.findIndex((row) => isHead(row, WANTED.headings));
  const headings = (cells[first] ?? []).map(heading);
  if (first < 0) fault(1, 'Recommendation', 'HEADINGS');
  for (const [index, name] of headings.entries()) {
    // Loaded as it is, the public table would take out what it does not show.
    if (name.endsWith(PUBLIC_COLUMN)) fault(first + 1, cells[first]?.[index] ?? '', 'COLUMN_PUBLIC');
    else if (name && !columns.some((column) => column.heading.toLowerCase() === name))
      fault(first + 1, cells[first]?.[index] ?? '', 'COLUMN_UNKNOWN', { columns: columns.map((column) => column.heading).join(', ') });
    else if (name && headings.indexOf(name) !== index) fault(first + 1, cells[first]?.[index] ?? '', 'COLUMN_TWICE');
  }
  if (first >= 0 && !headings.includes('acceptance')) fault(first + 1, 'Acceptance', 'COLUMN_MISSING');
  const body = first < 0 ? [] : cells.map((row, index) => ({ row, number: index + 1 })).filter(({ row, number }) => number > first + 1 && row.some(Boolean));
  if (body.length > MAX_ROWS) fault(first + 1, '', 'LOAD_ROWS', { max: MAX_ROWS, given: body.length });
  const matrix = await readMatrix(db, viewerOf(user), uptakeAccessOf(user), report, {
    at: clock.today,
    known: clock.today,
    demo: false,
    confirmedOnly: false,
    documents: true,
  });
  if (!matrix) fault(1, '', 'NO_REPORT');
  const whole = outcome.faults.length === 0;
  for (const one of table.faults) outcome.faults.push({ ...one, column: cells[first]?.[one.column - 1] ?? '' });
  // Of a row that was not read whole nothing more can be said.
  const broken = new Set(table.faults.map((one) => one.row));
  if (!whole || !matrix) return { outcome, planned: [] };

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
  const held = await readEntries(db, viewerOf(user), uptakeAccessOf(user), {
    ids: matrix.cells.flatMap((cell) => cell.entryId ?? []),
    demo: false,
    withdrawn: false,
  });
  const entryBy = new Map(held.map((entry) => [entry.actionId, entry]));
  const planned: Planned[] = [];
  const seen = new Map<string, number>();
  const reports = columns.filter(({ field }) => field !== null && fieldOf(field).initial === undefined);
  const present = (name: string) => headings.includes(name.toLowerCase());

  for (const { row, number } of body) {
    if (broken.has(number) || swallowed(row, number, cells[first] ?? [], table.separator, outcome.faults)) continue;
    const cell = (name: string) => (present(name) ? keepable(row[headings.indexOf(name.toLowerCase())] ?? '').trim() : '');
    const recommendation = cell('Recommendation').replace(/\.0$/, '');
    const name = cell('Organization');
    const entered = reports.some((column) => cell(column.heading) !== '');
    // A remark below the table names no organization and reports nothing.
    if (!name && !recommendation) {
      if (entered) fault(number, 'Organization', 'ROW_WHOSE');
      continue;
    }
    const organization = columnsBy.get(name.toLowerCase());
    const recommendationId = rowsBy.get(recommendation.toLowerCase());
    if (!entered && (!organization || !recommendationId)) continue;
    if (!recommendationId)
      fault(number, 'Recommendation', 'ROW_RECOMMENDATION', {
        recommendation: recommendation.slice(0, 80),
        report: matrix.report.symbol ?? matrix.report.title,
      });
    if (!organization) fault(number, 'Organization', 'NO_ORGANIZATION_COLUMN', { organization: name.slice(0, 80) });
    if (!recommendationId || !organization) continue;
    const target = cellBy.get(`${recommendationId} ${organization.id}`);
    if (!target) {
      if (entered) fault(number, 'Organization', 'ROW_NOT_ADDRESSED', { recommendation, organization: organization.shortName });
      continue;
    }
    const twice = seen.get(target.actionId);
    if (twice) fault(number, 'Recommendation', 'ROW_TWICE', { row: twice });
    seen.set(target.actionId, number);
    const said = { row: number, recommendation, organization: organization.shortName };
    if (!entered) {
      outcome.rows.push({ ...said, action: 'EMPTY', changes: [], changed: [] });
      continue;
    }
    const now = entryBy.get(target.actionId);
    const { values, kept } = valuesOf(now, present, cell);
    if (now && columns.every(({ field }) => !field || kept.has(field))) {
      outcome.rows.push({ ...said, action: 'UNCHANGED', changes: [], changed: [] });
      continue;
    }
    const parsed = reportSchema.safeParse(values);
    if (!parsed.success) {
      for (const { path, ...said } of faultsOf(parsed.error, values)) {
        const column = columns.find(({ field }) => field === path.split('.')[0]);
        const empty = said.code === 'MISSING' || said.code === 'CHOOSE';
        outcome.faults.push({ row: number, column: column?.heading ?? '', ...(empty ? why('CELL_EMPTY') : said) });
      }
      continue;
    }
    const changes = columns.filter(({ field }) => field && !same(field, parsed.data, now));
    if (now && changes.length === 0) {
      outcome.rows.push({ ...said, action: 'UNCHANGED', changes: [], changed: [] });
      continue;
    }
    for (const { heading: column, field } of changes) {
      const sign = field && !kept.has(field) ? forbiddenSign(plain(row[headings.indexOf(column.toLowerCase())] ?? '')) : null;
      if (sign) fault(number, column, 'CELL_SIGN', { sign });
    }
    if (!present('Effective date')) fault(number, 'Effective date', 'ROW_DAY');
    if (!canReport(user, organization.slug)) fault(number, 'Organization', 'ROW_NOT_YOURS', { organization: organization.shortName });
    const role = actingAs(user, 'REPORT', organization.slug);
    if (role && !mayBeDirect(role) && parsed.data.source === 'DIRECT') fault(number, 'Source', 'SOURCE_ON_BEHALF');
    if (parsed.data.effectiveDate > clock.today) fault(number, 'Effective date', 'NOT_YET', { today: clock.today });
    const made = cell('Entry');
    if (made && made !== now?.id) fault(number, 'Entry', 'ROW_OLD');
    // Evidence files can be named only as they stand: new ones are uploaded in the form.
    for (const item of kept.has('evidence') ? [] : parsed.data.evidence) {
      if (item.kind === 'FILE' && !now?.evidence.some((one) => one.file === item.file)) fault(number, 'Evidence', 'ROW_FILE');
      if (item.kind === 'RECORD' && !(await recordSeen(db, user, item)))
        fault(number, 'Evidence', 'ROW_NO_RECORD', { address: pathOf(item.recordKind ?? 'PROJECT', item.recordSlug ?? '') });
    }
    outcome.rows.push({
      ...said,
      action: 'ADD',
      changes: changes.map((column) => column.heading),
      changed: changes.map((column) => changeOf(column, now, parsed.data)),
    });
    planned.push({ row: number, actionId: target.actionId, slug: organization.slug, given: parsed.data });
  }
  return { outcome, planned };
}

/**
 * What a row says: its cells, and what holds in place of a cell that says the same and of a column that the table has not.
 * `kept` are the fields taken from what holds.
 */
function valuesOf(now: Entry | undefined, present: (name: string) => boolean, cell: (name: string) => string) {
  const values: Record<string, unknown> = {};
  const kept = new Set<keyof Report>();
  for (const { heading: name, field, read, show } of columns) {
    if (!field || !read) continue;
    const text = cell(name);
    if (now && (!present(name) || comparable(field, text) === comparable(field, show(now)))) {
      values[field] = heldIn(now, field) ?? undefined;
      kept.add(field);
    } else values[field] = text === '' ? undefined : read(text);
  }
  // What is not accepted any more is not implemented either; the change is shown like every other.
  if (!present('Implementation') && values['acceptance'] !== 'ACCEPTED') delete values['implementation'];
  return { values, kept };
}

const same = (field: keyof Report, given: Report, now: Entry | undefined) =>
  comparable(field, given[field]) === comparable(field, now ? heldIn(now, field) : undefined);
const changeOf = (column: Column, now: Entry | undefined, given: Report): TableChange => ({
  column: column.heading,
  before: now ? column.show(now) : '',
  after: column.show({ ...now, ...given } as unknown as Entry),
});

/**
 * Cells that would be lost without a word: those below no heading, as an unquoted separator within a text makes them, and
 * rows of a text that a quotation mark which is not closed has drawn into a cell.
 * @returns whether there are any
 */
function swallowed(row: readonly string[], number: number, head: readonly string[], separator: string | undefined, faults: TableFault[]): boolean {
  const headings = head.map(heading);
  let found = 0;
  const named = ['recommendation', 'organization'].some((name) => row[headings.indexOf(name)]);
  const stray = row.findIndex((cell, index) => cell !== '' && !headings[index]);
  if (named && stray >= 0) found = faults.push(cellFault(number, '', 'CELL_STRAY', { column: stray + 1, text: (row[stray] ?? '').slice(0, 80) }));
  if (!separator) return found > 0;
  const at = headings.indexOf('acceptance');
  // A person may begin a line of a comment with a tab; a row has an acceptance in its place, or at least as many columns as there are.
  const isRow = (line: string) => {
    const parts = line.split(separator);
    return acceptances.some((one) => one === asValue(parts[at] ?? '')) || (separator === '\t' && parts.length >= headings.length);
  };
  for (const [index, cell] of row.entries()) if (cell.split('\n').slice(1).some(isRow)) found = faults.push(cellFault(number, head[index] ?? '', 'QUOTE_ROWS'));
  return found > 0;
}

async function recordSeen(db: Database | Trx, user: User, item: Evidence): Promise<boolean> {
  const { rows } =
    await sql`SELECT 1 FROM record r WHERE r.kind = ${item.recordKind}::record_kind AND r.slug = ${item.recordSlug} AND ${visibleRecords(viewerOf(user))}`.execute(
      db,
    );
  return rows.length > 0;
}

/** Asked before anything of a table is looked at. */
const loading = (user: User | null): User => {
  if (!user || !mayReport(user)) throw forbidden('ONLY_LOADERS');
  return user;
};

/**
 * Checks a table row by row and says what loading it would do; writes nothing.
 * @throws GraphQLError FORBIDDEN for people who may report for no organization, before the table is decoded
 */
export async function checkTable(db: Database, user: User | null, input: TableInput, clock: Clock = { today: utcToday() }): Promise<TableOutcome> {
  const person = loading(user);
  const table = await tableOf(input);
  return 'code' in table ? outcomeOf([{ row: 1, column: '', ...table }]) : (await plan(db, person, table, input.report, clock)).outcome;
}

/**
 * Loads a table: every row that differs from what holds becomes an entry, in one transaction; with a single fault nothing
 * is written. The same table a second time finds nothing to change; under the same key it gives the first outcome.
 * @throws GraphQLError FORBIDDEN for people who may report for no organization, before the table is decoded
 */
export async function applyTable(
  db: Database,
  user: User | null,
  input: TableInput,
  idempotencyKey: string,
  clock: Clock = { today: utcToday() },
): Promise<TableOutcome> {
  const person = loading(user);
  const refused = (said: Why) => outcomeOf([{ row: 1, column: 'idempotencyKey', ...said }]);
  if (!/^[\w:.-]{8,150}$/.test(idempotencyKey)) return refused(why('KEY', { min: 8, max: 150 }));
  const table = await tableOf(input);
  const result = await db.transaction().execute((trx) =>
    once(
      trx,
      { personId: person.id, mutation: 'applyUptakeTable', key: idempotencyKey, content: input, field: 'idempotencyKey' },
      async (): Promise<TableOutcome | ValidationError> => {
        if ('code' in table) return outcomeOf([{ row: 1, column: '', ...table }]);
        // Reports on the same table wait for each other, so that what is compared is what holds.
        const report = await findReport(trx, viewerOf(person), input.report);
        if (report) await sql`SELECT 1 FROM action WHERE report_id = ${report.id}::uuid ORDER BY id FOR UPDATE`.execute(trx);
        const { outcome, planned } = await plan(trx, person, table, input.report, clock);
        if (outcome.faults.length > 0) return outcome;
        const made: Written[] = [];
        for (const one of planned)
          made.push(
            await insertEntry(trx, one.actionId, person, actingAs(person, 'REPORT', one.slug) as Role, one.given, `${idempotencyKey}#${one.row}`, clock),
          );
        await sealReports(trx, made);
        outcome.entryIds.push(...made.map((written) => written.entryId));
        return { ...outcome, applied: true };
      },
      (outcome) => (outcome instanceof ValidationError || !outcome.applied ? null : outcome),
      (outcome) => outcome,
    ),
  );
  return result instanceof ValidationError ? refused(result.fields[0] as Why) : result;
}
