import { type FaultCode, type ParamsOf, type Why, why } from '#i18n/fault.ts';
import { keepable, oneLine } from '#prisma/content/text.ts';
import type { Table } from '../sheets/cells.ts';
import { disarmed } from '../sheets/csv.ts';
import { columnLabel, fold } from '../sheets/mapping.ts';
import type { TableReading } from '../sheets/types.ts';
import { columns, PUBLIC_COLUMN } from './columns.ts';
import { type Evidence, writeEvidence } from './evidence.ts';
import { fieldNames, fieldOf, type Report } from './fields.ts';
import type { Entry } from './history.ts';
import { STATUS } from './table-words.ts';

/** `row` as a spreadsheet counts, from 1; `column` the heading, or empty for the row or table. */
export type TableFault = Why & { row: number; column: string };
export const cellFault = <Code extends FaultCode>(row: number, column: string, code: Code, ...params: ParamsOf<Code>): TableFault => ({
  row,
  column,
  ...why(code, ...params),
});
/** A field as two of them are compared: texts that were kept before a rule of today are compared by it. */
const comparable = (field: keyof Report, value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return keepable(writeEvidence(value as Evidence[]));
  return fieldOf(field).kind === 'LINE' ? oneLine(keepable(value)) : keepable(value).trim();
};
/** What an entry says in a field, without what is only shown with it. */
const heldIn = (entry: Entry, field: keyof Report): unknown =>
  field === 'evidence' ? entry.evidence.map(({ recordTitle: _title, ...item }) => item) : entry[field as keyof Entry];

/** Whether a fault is of one cell alone, and nothing else was read wrongly because of it. */
export const isCellFault = (code: string) => ['CELL_ERROR', 'CELL_FORMULA', 'CELL_TEXT'].includes(code);

/**
 * Reads "accepted in part" and "implemented in part" as the state each counts as, and the mark that says it. A table without
 * a column of that mark leaves it as it is, as far as the state still allows it.
 */
export function unpart(values: Map<string, string>, now: Entry | undefined): void {
  const acceptance = values.get('acceptance');
  const implementation = values.get('implementation');
  const accepted = acceptance === 'PARTLY_ACCEPTED';
  const implemented = implementation === 'PARTLY_IMPLEMENTED';
  if (accepted) values.set('acceptance', 'ACCEPTED');
  if (implemented) values.set('implementation', 'IN_PROGRESS');
  const before = now?.inPart ?? '';
  if (values.has('inPart') || (!accepted && !implemented && before === '')) return;
  const state = { acceptance: values.get('acceptance') ?? now?.acceptance, implementation: values.get('implementation') ?? now?.implementation };
  const first = state.acceptance === 'ACCEPTED' && (accepted || before === 'ACCEPTANCE' || before === 'BOTH');
  const second = state.acceptance === 'ACCEPTED' && state.implementation === 'IN_PROGRESS' && (implemented || before === 'IMPLEMENTATION' || before === 'BOTH');
  const part = first && second ? 'BOTH' : first ? 'ACCEPTANCE' : second ? 'IMPLEMENTATION' : '';
  if (part !== before) values.set('inPart', part);
}

/** What is wrong with the headings: none at all, two of a kind, none that says what a row is of. */
export function headFaults(reading: TableReading, table: Table, faults: TableFault[]): void {
  const { head, columns: read, given } = reading;
  const fault = <Code extends FaultCode>(column: string, code: Code, ...params: ParamsOf<Code>) =>
    faults.push(cellFault(Math.max(1, head), column, code, ...params));
  if (head < 1) {
    if (table.faults.length === 0) fault('', 'HEADINGS');
    return;
  }
  for (const [index, { heading, field, decided }] of read.entries()) {
    const folded = fold(heading);
    // Loaded as it is, the public table would take out what it does not show.
    if (heading.trim().toLowerCase().endsWith(PUBLIC_COLUMN)) fault(heading, 'COLUMN_PUBLIC');
    const before = read.slice(0, index);
    const twice = field
      ? before.some((one) => one.field === field)
      : !decided && folded !== '' && before.some((one) => one.field && fold(one.heading) === folded);
    if (twice) fault(heading, 'COLUMN_TWICE');
  }
  const known = (name: string) => read.some(({ field }) => field === name) || given.some(({ field }) => field === name);
  for (const [name, heading] of [
    ['recommendation', 'Recommendation'],
    ['organization', 'Organization'],
  ] as const)
    if (!known(name)) fault(heading, 'COLUMN_NEEDED');
  if (!read.some(({ field }) => field === STATUS || (field !== null && field !== 'effectiveDate' && columns.some((column) => column.field === field))))
    fault('', 'COLUMN_NOTHING');
}

/**
 * What a row says: its cells, and what holds in place of a cell that says the same and of a column that the table has not.
 * `kept` are the fields taken from what holds, `emptied` how many of its cells are empty where something holds.
 */
export function valuesOf(now: Entry | undefined, values: ReadonlyMap<string, string>, forAll: (name: string) => string | undefined, keepEmptied: boolean) {
  const report: Record<string, unknown> = {};
  const kept = new Set<keyof Report>();
  let emptied = 0;
  for (const { field, read, show } of columns) {
    if (!field || !read) continue;
    const { kind } = fieldOf(field);
    const given = values.get(field);
    const written = kind === 'LINE' || kind === 'TEXT' || kind === 'EVIDENCE' ? keepable(given ?? '').trim() : (given ?? '');
    const holds = now && (kind === 'CHOICE' || kind === 'DAY' ? String(heldIn(now, field) ?? '') : show(now));
    // In a CSV of this library an apostrophe that is not part of the text stands before some.
    const text = comparable(field, written) === comparable(field, holds) ? written : disarmed(written);
    // That nothing is carried out any more follows from what is not accepted any more.
    const follows = field === 'implementation' && (values.get('acceptance') ?? now?.acceptance) !== 'ACCEPTED';
    const gone = now !== undefined && given !== undefined && text === '' && holds !== '' && !follows && field !== 'inPart';
    if (gone && fieldOf(field).initial === undefined) emptied++;
    if (now && (given === undefined || (gone && keepEmptied) || comparable(field, text) === comparable(field, holds))) {
      report[field] = heldIn(now, field) ?? undefined;
      kept.add(field);
    } else if (kind === 'CHOICE' || kind === 'DAY') report[field] = text || undefined;
    else report[field] = text === '' ? undefined : read(text);
  }
  // What holds for all rows is said of those that are new or change.
  if (!now || kept.size < fieldNames.length)
    for (const name of fieldNames) {
      const value = values.has(name) ? undefined : forAll(name);
      if (value === undefined) continue;
      report[name] = value;
      kept.delete(name);
    }
  // What is not accepted any more is not implemented either; the change is shown like every other.
  if (!values.has('implementation') && report['acceptance'] !== 'ACCEPTED') delete report['implementation'];
  return { report, kept, emptied };
}

export const isSame = (field: keyof Report, given: Report, now: Entry | undefined) =>
  comparable(field, given[field]) === comparable(field, now ? heldIn(now, field) : undefined);
/**
 * Cells that would be lost without a word: those of a text below no heading, as an unquoted separator within a text makes
 * them, and rows that a quotation mark which is not closed has drawn into a cell.
 * @returns whether there are any
 */
export function swallowed(row: readonly string[], number: number, reading: TableReading, separator: string | undefined, faults: TableFault[]): boolean {
  let found = 0;
  const last = reading.columns.findLastIndex(({ heading }) => fold(heading) !== '');
  // In a workbook a column that counts the rows, before the others, needs no heading.
  const stray = reading.columns.find(
    ({ heading, decided, column }) => !decided && fold(heading) === '' && row[column - 1] && (separator !== undefined || column - 1 > last),
  );
  if (stray) found = faults.push(cellFault(number, '', 'CELL_STRAY', { column: stray.column, text: (row[stray.column - 1] ?? '').slice(0, 80) }));
  if (!separator) return found > 0;
  const at = reading.columns.findIndex(({ field }) => field === 'acceptance' || field === STATUS);
  const heads = reading.columns.filter(({ heading }) => heading !== '').length;
  const accepted = reading.fields.find(({ name }) => name === 'acceptance')?.choices?.flatMap(({ words }) => words.map(fold)) ?? [];
  // A person may begin a line of a comment with a tab; a row has an acceptance in its place, or at least as many columns as there are.
  const isRow = (line: string) => {
    const parts = line.split(separator);
    return (parts.length > 2 && accepted.includes(fold(parts[at] ?? ''))) || (separator === '\t' && parts.length >= heads);
  };
  for (const [index, cell] of row.entries())
    if (cell.split('\n').slice(1).some(isRow)) found = faults.push(cellFault(number, columnLabel(reading, index + 1), 'QUOTE_ROWS'));
  return found > 0;
}
