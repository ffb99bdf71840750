import { type FaultCode, type ParamsOf, why } from '#i18n/fault.ts';
import { tooLarge } from './archive.ts';
import { type CellFault, type Cells, type Table, tableLimits } from './cells.ts';

type Place = { row: number; column: number };
/** How many cells merged ranges may fill. */
const MOST_FILLED = 20_000;

/** The cells of one sheet, put in their places within the limits of a table; what does not fit is a fault. */
export class Grid {
  readonly cells: Cells = [];
  readonly faults: CellFault[] = [];
  private readonly taken = new Set<number>();
  private readonly hidden = new Set<number>();
  private far = false;
  private characters = 0;
  private filled = 0;
  private readonly columns: number;

  /** @param columns at most so many */
  constructor(columns: number = tableLimits.columns) {
    this.columns = columns;
  }

  fault<Code extends FaultCode>(at: Place, code: Code, ...params: ParamsOf<Code>): void {
    if (this.faults.length < tableLimits.faults) this.faults.push({ row: at.row, column: at.column, ...why(code, ...params) });
  }

  /** Puts a text at its place, from 1; an empty one takes none. */
  place(at: Place, text: string): void {
    if (text === '') return;
    if (at.row > tableLimits.rows || at.column > this.columns) {
      if (!this.far) this.fault(at, 'TABLE_BEYOND', { rows: tableLimits.rows, columns: this.columns });
      this.far = true;
      return;
    }
    const key = at.row * 1000 + at.column;
    if (this.taken.has(key)) {
      this.fault(at, 'CELL_TWICE');
      return;
    }
    this.taken.add(key);
    this.characters += text.length;
    if (this.characters > tableLimits.characters) throw tooLarge();
    while (this.cells.length < at.row) this.cells.push([]);
    const row = this.cells[at.row - 1] as string[];
    while (row.length < at.column) row.push('');
    row[at.column - 1] = text;
  }

  /** The cell at `from` is merged with those below it, down to row `to`: what stands in it holds for each of them. */
  merge(from: Place, to: number): void {
    const text = this.cells[from.row - 1]?.[from.column - 1];
    if (!text) return;
    for (let row = from.row + 1; row <= Math.min(to, tableLimits.rows); row++) {
      if (++this.filled > MOST_FILLED) throw tooLarge();
      if (!this.taken.has(row * 1000 + from.column)) this.place({ row, column: from.column }, text);
    }
  }

  hide(row: number): void {
    if (this.hidden.size < tableLimits.rows) this.hidden.add(row);
  }

  table(): Table {
    const rows = [...this.hidden].filter((row) => this.cells[row - 1]?.some(Boolean)).sort((a, b) => a - b);
    return { cells: this.cells, faults: this.faults, notes: rows.length > 0 ? [why('ROWS_HIDDEN', { rows: rangesOf(rows) })] : [] };
  }
}

/** "3, 5–8" of 3, 5, 6, 7, 8. */
function rangesOf(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
}

/** The place of "B12"; null where a text is none. */
export function placeOf(reference: string): Place | null {
  const [, letters = '', row = ''] = /^([A-Z]{1,3})(\d{1,7})$/i.exec(reference) ?? [];
  if (!letters) return null;
  return { row: Number(row), column: [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) };
}
