import type { Table } from './cells.ts';
import { Grid } from './grid.ts';
import { scan } from './sheet.ts';

type Attributes = Record<string, string>;
type OdsSheet = { name: string; hidden: boolean; table: Table };
/** Beyond this no table goes; a program may say that an empty cell repeats a million times. */
const FURTHEST = 10_000;
const times = (text: string | undefined) => Math.min(FURTHEST, Math.max(1, Number(text ?? 1) || 1));

/**
 * The sheets of an OpenDocument spreadsheet (ISO 26300) out of its `content.xml`, each as text at its place: equal cells and
 * rows are written once with how often they repeat. What stands in a merged cell holds for the rows over which it is merged.
 */
export function odsSheets(xml: string, columns?: number): OdsSheet[] {
  const sheets: OdsSheet[] = [];
  const hiddenStyles = new Set<string>();
  let style = '';
  let grid = new Grid(columns);
  let name = '';
  let hidden = false;
  let at = { row: 1, column: 1 };
  let rowTimes = 1;
  let row: { at: number; text: string; fault: 'CELL_FORMULA' | string | null; times: number; rows: number }[] = [];
  let merged: { from: { row: number; column: number }; to: number }[] = [];
  let cell: { attributes: Attributes; lines: string[] } | null = null;
  let line: string | null = null;
  let within = 0;
  let remark = 0;

  const textOf = ({ attributes, lines }: NonNullable<typeof cell>): string => {
    const text = lines.join('\n');
    const type = attributes['value-type'];
    if (type === 'date') return /^\d{4}-\d\d-\d\d/.exec(attributes['date-value'] ?? '')?.[0] ?? text;
    if (type === 'boolean') return attributes['boolean-value'] === 'true' ? 'TRUE' : 'FALSE';
    if (type === 'float' || type === 'currency' || type === 'percentage') return String(Number(attributes['value'] ?? text));
    return lines.length > 0 ? text : (attributes['string-value'] ?? '');
  };
  const endCell = () => {
    if (!cell) return;
    const { attributes } = cell;
    const repeated = times(attributes['number-columns-repeated']);
    const text = textOf(cell).trim();
    const bare = attributes['formula'] !== undefined && text === '' && attributes['value-type'] !== 'string';
    const fault = attributes['value-type'] === 'error' ? text || '#N/A' : bare ? 'CELL_FORMULA' : null;
    if (text || fault) row.push({ at: at.column, text, fault, times: repeated, rows: times(attributes['number-rows-spanned']) });
    at.column += repeated;
    cell = null;
  };
  const endRow = () => {
    for (let index = 0; index < (row.length > 0 ? rowTimes : 0); index++)
      for (const one of row)
        for (let column = one.at; column < one.at + one.times; column++) {
          const place = { row: at.row + index, column };
          if (one.fault === 'CELL_FORMULA') grid.fault(place, 'CELL_FORMULA');
          else if (one.fault) grid.fault(place, 'CELL_ERROR', { error: one.fault });
          else grid.place(place, one.text);
          if (one.rows > 1) merged.push({ from: place, to: place.row + one.rows - 1 });
        }
    at = { row: at.row + rowTimes, column: 1 };
    row = [];
  };

  scan(xml, {
    open: (tag, attributes) => {
      if (tag === 'style') style = attributes['name'] ?? '';
      else if (tag === 'table-properties') {
        if (attributes['display'] === 'false') hiddenStyles.add(style);
      } else if (tag === 'table' && within === 0) {
        grid = new Grid(columns);
        merged = [];
        at = { row: 1, column: 1 };
        name = attributes['name'] ?? '';
        hidden = hiddenStyles.has(attributes['style-name'] ?? '');
        within = 1;
      } else if (within === 0) return;
      else if (tag === 'annotation') remark++;
      else if (remark > 0) return;
      else if (tag === 'table-row') {
        rowTimes = times(attributes['number-rows-repeated']);
        if (['filter', 'collapse'].includes(attributes['visibility'] ?? '')) for (let index = 0; index < rowTimes; index++) grid.hide(at.row + index);
      } else if (tag === 'table-cell' || tag === 'covered-table-cell') cell = { attributes, lines: [] };
      else if (!cell) return;
      else if (tag === 'p' || tag === 'h') line = '';
      else if (line === null) return;
      else if (tag === 's') line += ' '.repeat(times(attributes['c']));
      else if (tag === 'tab') line += '\t';
      else if (tag === 'line-break') line += '\n';
    },
    text: (text) => {
      if (line !== null && remark === 0) line += text;
    },
    close: (tag) => {
      if (tag === 'annotation') remark--;
      else if (within === 0 || remark > 0) return;
      else if (tag === 'p' || tag === 'h') {
        if (line !== null) cell?.lines.push(line);
        line = null;
      } else if (tag === 'table-cell' || tag === 'covered-table-cell') endCell();
      else if (tag === 'table-row') endRow();
      else if (tag === 'table') {
        for (const { from, to } of merged) grid.merge(from, to);
        sheets.push({ name, hidden, table: grid.table() });
        within = 0;
      }
    },
  });
  return sheets;
}
