import { sql } from 'kysely';
import { type FaultCode, type ParamsOf, type Why, why } from '#i18n/fault.ts';
import { faultsOf } from '#prisma/content/check.ts';
import { forbiddenSign, plain } from '#prisma/content/text.ts';
import type { Database, Trx } from '#prisma/database.ts';
import { type Role, type User, viewerOf } from '../accounts/user.ts';
import { type Cells, type Table, type Wanted, withErrors } from '../sheets/cells.ts';
import { columnLabel, fold, headWords, mapRows, type Mapping, readingOf } from '../sheets/mapping.ts';
import { FILE_BYTES, readTable } from '../sheets/table.ts';
import type { TableReading } from '../sheets/types.ts';
import { forbidden, ValidationError } from '../errors.ts';
import { visibleRecords } from '../records/policy.ts';
import { once } from '../request-key.ts';
import { type Evidence, pathOf } from './evidence.ts';
import { inWords } from './words.ts';
import { axesOf, tableFields } from './table-fields.ts';
import { cellFault, headFaults, isCellFault, isSame, swallowed, type TableFault, unpart, valuesOf } from './table-rows.ts';
import { REPORT, STATUS } from './table-words.ts';
import { rememberedMapping, rememberMapping } from './table-mapping.ts';
import { type Column, columns, TABLE_SHEET } from './columns.ts';
import { fieldOf, type Report, report as reportSchema } from './fields.ts';
import { type Entry, readEntries } from './history.ts';
import { actingAs, canManageUptake, canReport, mayBeDirect, mayReport, uptakeAccessOf } from './policy.ts';
import { utcToday } from './state.ts';
import { findReport, type Matrix, readMatrix } from './table.ts';
import { type Clock, insertEntry, sealReports, type Written } from './write.ts';

/** At most so many rows in one table. */
const MAX_ROWS = 2000;

/** What a row's empty cell does where something was reported: leaves it, or takes it away. */
export type Emptied = 'KEEP' | 'ERASE';
export type TableInput = {
  report: string | null;
  text: string | null;
  xlsx: string | null;
  rows: Cells | null;
  /** How the table is read, as far as a person decided it. */
  mapping?: Mapping | null;
  emptied?: Emptied | null;
};
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
export type TableOutcome = {
  rows: TableRow[];
  faults: TableFault[];
  notes: Why[];
  /** Rows that were left out, and why. */
  left: TableFault[];
  /** How many cells that are empty would take away what was reported. */
  emptied: number;
  reading: TableReading | null;
  applied: boolean;
  entryIds: string[];
};

const outcomeOf = (faults: TableFault[] = [], notes: Why[] = []): TableOutcome => ({
  rows: [],
  faults,
  notes,
  left: [],
  emptied: 0,
  reading: null,
  applied: false,
  entryIds: [],
});

/** The cells of what was sent, or why there are none. Nothing is decoded or unpacked here: a thread does that, with limits. */
async function tableOf(input: TableInput): Promise<Table | Why> {
  const given = [input.text, input.xlsx, input.rows].filter((one) => one !== null);
  if (given.length !== 1) return why('TABLE_ONE');
  if (input.rows) return withErrors(input.rows.map((row) => row.map((cell) => plain(cell).trim())));
  const wanted: Wanted = { sheet: TABLE_SHEET, words: headWords(tableFields(null)), chosen: input.mapping?.sheet ?? null };
  if (input.text !== null) return readTable({ text: input.text }, wanted);
  const encoded = input.xlsx ?? '';
  if (encoded.length > (FILE_BYTES * 4) / 3 + 4) return why('TABLE_FILE_SIZE', { megabytes: FILE_BYTES / 1024 / 1024 });
  return readTable({ bytes: Buffer.from(encoded, 'base64') }, wanted);
}

type Planned = { row: number; actionId: string; slug: string; given: Report; today: string };
type Plan = { outcome: TableOutcome; planned: Planned[] };

/** How a table is read for a person: what was decided, what is remembered of its layout, and what is guessed. */
async function readingFor(db: Database | Trx, user: User, table: Table, matrix: Matrix, decided: Mapping | null): Promise<TableReading> {
  const all = tableFields(matrix);
  const first = readingOf(table.cells, all, decided);
  // Where both axes have a column, another one of "status" tells how the work on the table goes.
  const both = ['acceptance', 'implementation'].every((name) => first.columns.some(({ field }) => field === name));
  const fields = both && !first.columns.some(({ field, decided }) => field === STATUS && decided) ? all.filter(({ name }) => name !== STATUS) : all;
  const remembered = await rememberedMapping(db, user, first.layout);
  const reading = readingOf(table.cells, fields, decided, remembered);
  // Who reports for one organization alone need not say for which.
  const own = canManageUptake(user) ? [] : matrix.columns.filter(({ slug }) => canReport(user, slug));
  if (own.length === 1 && ![...reading.columns, ...reading.given].some(({ field }) => field === 'organization'))
    reading.given.push({ field: 'organization', value: own[0]?.slug ?? '' });
  return { ...reading, sheet: table.sheet ?? null, sheets: table.sheets ?? [], remembered: remembered !== null, fields };
}

/** Reads a table against what holds: each row becomes an entry, or nothing when it says what holds already. */
async function plan(db: Database | Trx, user: User, table: Table, input: TableInput, clock?: Clock): Promise<Plan> {
  const { cells } = table;
  const outcome = outcomeOf([], [...table.notes]);
  const fault = <Code extends FaultCode>(row: number, column: string, code: Code, ...params: ParamsOf<Code>) =>
    outcome.faults.push(cellFault(row, column, code, ...params));
  const matrix = await readMatrix(db, viewerOf(user), uptakeAccessOf(user), input.report, {
    at: clock?.today ?? utcToday(),
    known: clock?.today ?? utcToday(),
    demo: false,
    confirmedOnly: false,
    documents: true,
  });
  if (!matrix) {
    fault(1, '', 'NO_REPORT');
    return { outcome, planned: [] };
  }
  const reading = await readingFor(db, user, table, matrix, input.mapping ?? null);
  const { fields, head, given } = reading;
  outcome.reading = reading;
  const inHead = (column: number) => columnLabel(reading, column);
  /** The column of a field as the table calls it; its own heading where the table has none. */
  const called = (field: string) => {
    const found = reading.columns.find((one) => one.field === field);
    return found ? inHead(found.column) : (fields.find(({ name }) => name === field)?.headings[0] ?? '');
  };
  headFaults(reading, table, outcome.faults);
  const body = cells.filter((row, index) => index >= head && row.some(Boolean));
  if (body.length > MAX_ROWS) fault(head, '', 'LOAD_ROWS', { max: MAX_ROWS, given: body.length });
  const whole = outcome.faults.length === 0;
  const isRead = new Set(reading.columns.flatMap(({ column, field }) => (field ? [column] : [])));
  // What a column holds that is not read, and what stands above the headings, may be as it likes.
  const unread = table.faults.filter(({ code, row, column }) => !isCellFault(code) || row === 0 || (row > head && isRead.has(column)));
  const broken = new Set(unread.map((one) => one.row));
  const symbol = fold(matrix.report.symbol ?? matrix.report.key);
  const mapped = mapRows(cells, fields, reading, {
    broken,
    leave: (texts) => {
      const other = texts.get(REPORT) ?? '';
      return other !== '' && !fold(other).includes(symbol) ? why('LEFT_REPORT', { report: other.slice(0, 80) }) : null;
    },
  });
  outcome.left.push(...mapped.left.map((one) => ({ ...one, column: '' })));
  const leftOut = new Set(mapped.left.map(({ row }) => row));
  for (const one of unread) if (!leftOut.has(one.row)) outcome.faults.push({ ...one, column: head > 0 ? inHead(one.column) : (reading.sheet ?? '') });
  if (!whole) return { outcome, planned: [] };
  const left = reading.columns.filter(({ field, heading, samples }) => !field && (heading || samples.length > 0));
  if (left.length > 0) outcome.notes.push(why('COLUMN_LEFT', { columns: left.map(({ column }) => inHead(column).slice(0, 80)).join(', ') }));

  const recommendationBy = new Map(matrix.recommendations.map((one) => [one.number === null ? one.slug : String(one.number), one]));
  const organizationBy = new Map(matrix.columns.map((one) => [one.slug, one]));
  const cellBy = new Map(matrix.cells.map((cell) => [`${cell.recommendationId} ${cell.organizationId}`, cell]));
  const held = await readEntries(db, viewerOf(user), uptakeAccessOf(user), {
    ids: matrix.cells.flatMap((cell) => cell.entryId ?? []),
    demo: false,
    withdrawn: false,
  });
  const entryBy = new Map(held.map((entry) => [entry.actionId, entry]));
  const faultsBy = Map.groupBy(mapped.faults, ({ row }) => row);
  const planned: Planned[] = [];
  const seen = new Map<string, number>();
  const reports = [STATUS, ...columns.flatMap(({ field }) => (field !== null && fieldOf(field).initial === undefined ? [field] : []))];
  const forAll = (name: string) => given.find(({ field }) => field === name)?.value;

  for (const { number, values } of mapped.rows) {
    const texts = cells[number - 1] ?? [];
    if (swallowed(texts, number, reading, table.separator, outcome.faults)) continue;
    const faults = faultsBy.get(number) ?? [];
    for (const one of faults) outcome.faults.push({ row: number, column: inHead(one.column), code: one.code, params: one.params });
    const entered = reports.some((name) => values.get(name));
    const recommendation = values.get('recommendation') ?? forAll('recommendation') ?? '';
    const slug = values.get('organization') ?? forAll('organization') ?? '';
    for (const [name, value] of [
      ['recommendation', recommendation],
      ['organization', slug],
    ] as const)
      if (!value && (name === 'organization' || slug) && !faults.some(({ field }) => field === name)) fault(number, called(name), 'ROW_WHOSE');
    const organization = organizationBy.get(slug);
    const recommendationId = recommendationBy.get(recommendation)?.id;
    if (!recommendationId || !organization) continue;
    const target = cellBy.get(`${recommendationId} ${organization.id}`);
    if (!target) {
      if (entered) fault(number, called('organization'), 'ROW_NOT_ADDRESSED', { recommendation, organization: organization.shortName });
      continue;
    }
    const twice = seen.get(target.actionId);
    if (twice) fault(number, called('recommendation'), 'ROW_TWICE', { row: twice });
    seen.set(target.actionId, twice ?? number);
    // What else is wrong with the row is named too; of a cell that could not be read no more than that.
    const unreadable = new Set<string | undefined>(faults.map(({ field }) => field ?? undefined));
    const said = { row: number, recommendation, organization: organization.shortName };
    if (!entered) {
      outcome.rows.push({ ...said, action: 'EMPTY', changes: [], changed: [] });
      continue;
    }
    const status = values.get(STATUS);
    if (status !== undefined) {
      const axes = axesOf(status);
      const acceptance = values.get('acceptance');
      if (acceptance && axes.acceptance && acceptance.replace('PARTLY_', '') !== axes.acceptance.replace('PARTLY_', '')) {
        fault(number, called(STATUS), 'CELL_AXES', { status: inWords(axes.acceptance), acceptance: inWords(acceptance) });
        continue;
      }
      if (acceptance === undefined) values.set('acceptance', axes.acceptance);
      if (!values.has('implementation') && (axes.implementation || axes.acceptance !== 'ACCEPTED')) values.set('implementation', axes.implementation);
    }
    const now = entryBy.get(target.actionId);
    unpart(values, now);
    const { report, kept, emptied } = valuesOf(now, values, forAll, input.emptied === 'KEEP');
    outcome.emptied += emptied;
    if (now && columns.every(({ field }) => !field || kept.has(field))) {
      outcome.rows.push({ ...said, action: 'UNCHANGED', changes: [], changed: [] });
      continue;
    }
    const parsed = reportSchema.safeParse(report);
    if (!parsed.success) {
      for (const { path, ...said } of faultsOf(parsed.error, report)) {
        if (unreadable.has(path.split('.')[0])) continue;
        const empty = said.code === 'MISSING' || said.code === 'CHOOSE';
        // A table that has no day at all is told so once.
        if (path === 'effectiveDate' && empty && !values.has('effectiveDate')) {
          if (!outcome.faults.some(({ code }) => code === 'ROW_DAY')) fault(number, called(path), 'ROW_DAY');
          continue;
        }
        outcome.faults.push({ row: number, column: called(path.split('.')[0] ?? ''), ...(empty ? why('CELL_EMPTY') : said) });
      }
      continue;
    }
    const changes = columns.filter(({ field }) => field && !isSame(field, parsed.data, now));
    if (now && changes.length === 0) {
      outcome.rows.push({ ...said, action: 'UNCHANGED', changes: [], changed: [] });
      continue;
    }
    for (const { field } of changes) {
      const at = reading.columns.find((one) => one.field === field);
      const sign = field && at && !kept.has(field) ? forbiddenSign(plain(texts[at.column - 1] ?? '')) : null;
      if (at && sign) fault(number, inHead(at.column), 'CELL_SIGN', { sign });
    }
    if (!values.has('effectiveDate') && !forAll('effectiveDate') && !outcome.faults.some(({ code }) => code === 'ROW_DAY'))
      fault(number, called('effectiveDate'), 'ROW_DAY');
    if (!canReport(user, organization.slug)) fault(number, called('organization'), 'ROW_NOT_YOURS', { organization: organization.shortName });
    const role = actingAs(user, 'REPORT', organization.slug);
    if (role && !mayBeDirect(role) && parsed.data.source === 'DIRECT') fault(number, called('source'), 'SOURCE_ON_BEHALF');
    const today = clock?.today ?? organization.today;
    if (parsed.data.effectiveDate > today) fault(number, called('effectiveDate'), 'NOT_YET', { today });
    const made = values.get('Entry');
    if (made && made !== now?.id) fault(number, 'Entry', 'ROW_OLD');
    // Evidence files can be named only as they stand: new ones are uploaded in the form.
    for (const item of kept.has('evidence') ? [] : parsed.data.evidence) {
      if (item.kind === 'FILE' && !now?.evidence.some((one) => one.file === item.file)) fault(number, called('evidence'), 'ROW_FILE');
      if (item.kind === 'RECORD' && !(await recordSeen(db, user, item)))
        fault(number, called('evidence'), 'ROW_NO_RECORD', { address: pathOf(item.recordKind ?? 'PROJECT', item.recordSlug ?? '') });
    }
    outcome.rows.push({
      ...said,
      action: 'ADD',
      changes: changes.map((column) => column.heading),
      changed: changes.map((column) => changeOf(column, now, parsed.data)),
    });
    planned.push({ row: number, actionId: target.actionId, slug: organization.slug, given: parsed.data, today });
  }
  return { outcome, planned };
}

const changeOf = (column: Column, now: Entry | undefined, given: Report): TableChange => ({
  column: column.heading,
  before: now ? column.show(now) : '',
  after: column.show({ ...now, ...given } as unknown as Entry),
});

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
export async function checkTable(db: Database, user: User | null, input: TableInput, clock?: Clock): Promise<TableOutcome> {
  const person = loading(user);
  const table = await tableOf(input);
  return 'code' in table ? outcomeOf([{ row: 1, column: '', ...table }]) : (await plan(db, person, table, input, clock)).outcome;
}

/**
 * Loads a table: every row that differs from what holds becomes an entry, in one transaction; with a single fault nothing
 * is written. The same table a second time finds nothing to change; under the same key it gives the first outcome.
 * @throws GraphQLError FORBIDDEN for people who may report for no organization, before the table is decoded
 */
export async function applyTable(db: Database, user: User | null, input: TableInput, idempotencyKey: string, clock?: Clock): Promise<TableOutcome> {
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
        const { outcome, planned } = await plan(trx, person, table, input, clock);
        if (outcome.emptied > 0 && !input.emptied) outcome.faults.push(cellFault(1, '', 'EMPTIED'));
        if (outcome.reading && !outcome.reading.sure && !input.mapping) outcome.faults.push(cellFault(outcome.reading.head, '', 'READ_UNSURE'));
        if (outcome.faults.length > 0) return outcome;
        const made: Written[] = [];
        for (const one of planned)
          made.push(
            await insertEntry(trx, one.actionId, person, actingAs(person, 'REPORT', one.slug) as Role, one.given, `${idempotencyKey}#${one.row}`, one.today),
          );
        await sealReports(trx, made);
        if (input.mapping && outcome.reading)
          await rememberMapping(
            trx,
            person,
            outcome.reading,
            outcome.reading.fields,
            planned.map(({ slug }) => slug),
          );
        outcome.entryIds.push(...made.map((written) => written.entryId));
        return { ...outcome, applied: true };
      },
      (outcome) => (outcome instanceof ValidationError || !outcome.applied ? null : outcome),
      (outcome) => outcome,
    ),
  );
  return result instanceof ValidationError ? refused(result.fields[0] as Why) : result;
}
