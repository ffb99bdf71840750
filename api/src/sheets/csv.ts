import { stringify } from 'csv-stringify/sync';
import { isShownError } from './cells.ts';

/** What spreadsheets would run as a formula: what csv-stringify writes behind an apostrophe. */
const runs = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/**
 * Rows as CSV (RFC 4180). Text that a spreadsheet would run as a formula, or take for an error of its own, begins with an
 * apostrophe.
 * @param bom whether the file begins here: a byte order mark, without which spreadsheet programs garble accents
 */
export const csvText = (rows: readonly (readonly (string | number | null | undefined)[])[], bom = false): string =>
  stringify(
    rows.map((row) => row.map((cell) => (typeof cell === 'string' && isShownError(cell) ? `'${cell}` : cell))),
    // A line end within a text is not the one between rows, and the library quotes for that one alone.
    { bom, record_delimiter: '\r\n', escape_formulas: true, quoted_match: /[\r\n]/ },
  );

/** A text of such a file without the apostrophe that was put before it. */
export const disarmed = (text: string): string => {
  const rest = text.slice(1);
  return text.startsWith("'") && (runs.test(rest) || isShownError(rest)) ? rest : text;
};
