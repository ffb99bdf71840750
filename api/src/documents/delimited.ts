import { CsvError, parse } from 'csv-parse/sync';
import { plain } from '#prisma/content/text.ts';
import { type CellFault, type Cells, errorMessage, isHead, isShownError, type Table, tableLimits, type Wanted } from './cells.ts';

const OPEN = 'The quotation mark at the beginning of this cell is not closed. Close it, or leave it out.';

/** Text with one sign between the columns: quoted cells may hold the sign and line breaks; a quotation mark within a cell is text. */
function split(text: string, delimiter: string): { cells: Cells; faults: CellFault[] } {
  const faults: CellFault[] = [];
  try {
    const cells = parse(text, {
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: true,
      cast: (value, { quoting, index, records }) => {
        // The library keeps the quotation mark of a cell that goes on behind its end.
        if (!quoting || !value.startsWith('"')) return value;
        const spaced = /^"((?:[^"]|"")*)"\s+$/.exec(value);
        if (spaced) return (spaced[1] ?? '').replaceAll('""', '"');
        if (value.includes('\n') && !text.includes('"""')) faults.push({ row: records + 1, column: index + 1, message: OPEN });
        return value;
      },
    }) as Cells;
    return { cells, faults };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { records, index } = error as unknown as { records: number; index: number };
    const before = text
      .split('\n')
      .slice(0, tableLimits.rows)
      .map((line) => line.split(delimiter));
    return { cells: before, faults: [...faults, { row: records + 1, column: index + 1, message: OPEN }] };
  }
}

/**
 * Reads delimited text (RFC 4180, also with tabs or semicolons, as spreadsheets copy and save it). The sign between the
 * columns is the one by which a row has the wanted headings; titles may stand above it.
 */
export function readDelimited(given: string, wanted: Wanted): Table {
  const text = plain(given.replace(/^\uFEFF/, ''));
  const tried = ['\t', ';', ','].map((sign) => split(text, sign));
  const found =
    tried.find(({ cells }) => cells.some((row) => isHead(row, wanted.headings))) ?? tried.reduce((a, b) => (widest(b.cells) > widest(a.cells) ? b : a));
  const { faults } = found;
  const cells = found.cells.map((row) => row.map((cell) => cell.trim()));
  while (cells.length > 0 && !cells.at(-1)?.some(Boolean)) cells.pop();
  const head = cells.findIndex((row) => isHead(row, wanted.headings));
  for (const [index, row] of cells.entries()) {
    if (row.length > tableLimits.columns)
      faults.push({ row: index + 1, column: tableLimits.columns + 1, message: `At most ${tableLimits.columns} columns can be read.` });
    if (index >= head)
      for (const [at, cell] of row.entries()) if (isShownError(cell)) faults.push({ row: index + 1, column: at + 1, message: errorMessage(cell) });
    if (faults.length > tableLimits.faults) break;
  }
  if (cells.length > tableLimits.rows)
    faults.push({ row: tableLimits.rows + 1, column: 1, message: `At most ${tableLimits.rows} rows can be read, not ${cells.length}.` });
  return { cells: cells.slice(0, tableLimits.rows).map((row) => row.slice(0, tableLimits.columns)), faults: faults.slice(0, tableLimits.faults), notes: [] };
}

const widest = (cells: Cells) => cells.slice(0, 50).reduce((most, row) => Math.max(most, row.length), 0);
