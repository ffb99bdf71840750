import { type Why, why } from '#i18n/fault.ts';

/** Cells of a table as text, row by row. */
export type Cells = string[][];
/** A cell that cannot be read: `row` and `column` from 1, as a spreadsheet counts. */
export type CellFault = Why & { row: number; column: number };
/** A sheet of a workbook, and whether one of its rows has headings that are looked for. */
export type SheetFound = { name: string; hidden: boolean; fits: boolean };
/**
 * A table as it was read, with everything that could not be, and remarks on what was read and what was not. `separator` is
 * the sign between the columns of a text; a workbook has none, and whatever stands in one of its cells belongs there.
 */
export type Table = { cells: Cells; faults: CellFault[]; notes: Why[]; separator?: string; sheet?: string; sheets?: SheetFound[] };
/** Where headings are looked for, as data that a thread can be given: for each field its folded headings, and parts of them (`mapping.ts`). */
export type HeadWords = { headings: string[]; parts: string[] }[];
/** Which table is looked for in a file: the name of its sheet, the words of its headings, and the sheet that a person chose. */
export type Wanted = { sheet: string; words: HeadWords; chosen?: string | null /** At most so many, where it is not `tableLimits`. */; columns?: number };

/** What a table may be; far more than any report has. */
export const tableLimits = { rows: 5000, columns: 100, faults: 100, characters: 20 * 1024 * 1024 } as const;

// Zero-width signs, soft hyphens and marks of direction are in a heading by chance.
const unseen = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
/** A heading as it is compared: compatibility form, no unseen signs, runs of blanks and line breaks as one space, without the marks of forms at its end. */
export const heading = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(unseen, '')
    .replace(/\s+/g, ' ')
    .replace(/(?<![\s*:])[\s*:]+$/, '')
    .trim()
    .toLowerCase();

/** What spreadsheets show in place of a value that they could not make, in the languages people use them in, and where a column is too narrow. */
const shownErrors =
  /^(#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!|EXTERNAL!|PYTHON!|GETTING_DATA|NV|N\/D|BEZUG!|WERT!|ZAHL!|NOM\?|VALEUR!|NOMBRE!|NOMBRE\?|VALOR!|¡?(REF|VALOR|NUM|NULO|DIV\/0)!|¿NOMBRE\?)|#{3,}|Err:5\d\d)$/i;

/** Whether a whole text is one of these. */
export const isShownError = (text: string): boolean => shownErrors.test(text);

/** A table of cells that are only text, with a fault for each whole cell that is an error of the program it was copied from. */
export function withErrors(cells: Cells): Table {
  const faults: CellFault[] = [];
  for (const [row, texts] of cells.entries())
    for (const [column, text] of texts.entries())
      if (isShownError(text) && faults.length < tableLimits.faults) faults.push({ row: row + 1, column: column + 1, ...why('CELL_ERROR', { error: text }) });
  return { cells, faults, notes: [] };
}
