import { CsvError, parse } from 'csv-parse/sync';
import { why } from '#i18n/fault.ts';
import { plain } from '#prisma/content/text.ts';
import { type CellFault, type Cells, type Table, tableLimits, type Wanted, withErrors } from './cells.ts';
import { findHead } from './mapping.ts';

/** Text with one sign between the columns: quoted cells may hold the sign and line breaks; a quotation mark within a cell is text. */
function split(text: string, delimiter: string): { cells: Cells; faults: CellFault[]; separator: string } {
  const faults: CellFault[] = [];
  const records = (to: number): Cells =>
    parse(text, {
      delimiter,
      to,
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: true,
      cast: (value, { quoting, index, records: before }) => {
        // The library keeps the quotation mark of a cell that goes on behind its end.
        if (!quoting || !value.startsWith('"')) return value;
        const spaced = /^"((?:[^"]|"")*)"\s+$/.exec(value);
        if (spaced) return (spaced[1] ?? '').replaceAll('""', '"');
        if (value.includes('\n') && !text.includes('"""')) faults.push({ row: before + 1, column: index + 1, ...why('QUOTE_OPEN') });
        return value;
      },
    }) as Cells;
  try {
    return { cells: records(-1), faults, separator: delimiter };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const at = error as unknown as { records: number; index: number };
    const last = { row: at.records + 1, column: at.index + 1, ...why('QUOTE_OPEN') };
    faults.length = 0;
    const cells = at.records > 0 ? records(at.records) : [];
    return { cells, faults: [...faults, last], separator: delimiter };
  }
}

/** The signs between columns that are tried; a text can name another in its first line, as Excel's "sep=#". */
const SIGNS = ['\t', ';', ',', '|', '^', '~'];

/**
 * Reads delimited text (RFC 4180, also with other signs than commas, as spreadsheets copy and save it). The sign between the
 * columns is the one by which a row fits best as the wanted headings; titles may stand above it.
 */
export function readDelimited(given: string, wanted: Wanted): Table {
  const whole = plain(given.replace(/^\uFEFF/, ''));
  const told = /^sep=(.)\n/i.exec(whole);
  // The line stays a row, so that rows are counted as a text editor counts them.
  const text = told ? `\n${whole.slice(told[0].length)}` : whole;
  const tried = (told ? [told[1] as string] : SIGNS.filter((sign) => text.includes(sign))).map((sign) => {
    const read = split(text, sign);
    return { ...read, fit: findHead(read.cells, wanted.words).fit, wide: widest(read.cells) };
  });
  const found = tried.sort((a, b) => b.fit - a.fit || b.wide - a.wide)[0] ?? split(text, '\t');
  const cells = found.cells.map((row) => row.map((cell) => cell.trim()));
  while (cells.length > 0 && !cells.at(-1)?.some(Boolean)) cells.pop();
  const most = wanted.columns ?? tableLimits.columns;
  const wide = cells.findIndex((row) => row.length > most);
  const faults = [...found.faults];
  if (wide >= 0) faults.push({ row: wide + 1, column: most + 1, ...why('TABLE_COLUMNS', { max: most }) });
  if (cells.length > tableLimits.rows)
    faults.push({ row: tableLimits.rows + 1, column: 1, ...why('TABLE_ROWS', { max: tableLimits.rows, given: cells.length }) });
  const read = withErrors(cells.slice(0, tableLimits.rows).map((row) => row.slice(0, most)));
  return { ...read, separator: found.separator, faults: [...faults, ...read.faults].slice(0, tableLimits.faults) };
}

const widest = (cells: Cells) => cells.slice(0, 50).reduce((most, row) => Math.max(most, row.length), 0);
