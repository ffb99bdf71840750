import type { CellValue } from '#prisma/content/field.ts';
import type { Ignored } from '../records/list.ts';

/** One row of an export: its cells in the order of the heads, and the same as JSON. */
export type Row = { cells: CellValue[]; json: object };
/** Which rows a file has, the records that these are, and they in one of the two forms; the other is empty. */
export type Opened = { total: number; ids: () => string[]; rows: (form: 'cells' | 'json') => AsyncIterable<Row> };
/** A column: `words` is the vocabulary that its codes are called by, `machine` what only programs need. */
export type Head = { head: string; width: number; words?: string; machine?: true };
/** What an export of a list says, before any of its rows is read. */
export type Dataset = {
  heads: readonly Head[];
  /** What else stands in a workbook, on sheets of their own. */
  more?: (opened: Opened) => { name: string; heads: readonly Head[]; rows: AsyncIterable<CellValue[]> }[];
  /** On what its rows rest, where they do not name their sources one by one. */
  sources?: string;
  /** When something that this viewer may see was last changed. */
  asOf: Date;
  /** Changes whenever a row could have changed. */
  state: string;
  ignored: Ignored[];
  /** Finds the rows; asked only where the reader's copy is not the current one. */
  open: () => Promise<Opened>;
};
