import { SaxesParser } from 'saxes';
import { why } from '#i18n/fault.ts';
import { Unreadable } from './archive.ts';
import type { Table } from './cells.ts';
import { Grid, placeOf } from './grid.ts';

/** How deep the XML of a workbook may be nested; that of programs is less than twenty. */
const DEEPEST = 100;
type Attributes = Record<string, string>;
type Handlers = { open: (name: string, attributes: Attributes) => void; text?: (text: string) => void; close?: (name: string) => void };

const local = (name: string) => name.slice(name.indexOf(':') + 1);

/**
 * Reads XML strictly, names without their prefixes; entities of its own are not known.
 * @throws Unreadable when it is not well-formed or declares a document type
 */
export function scan(xml: string, { open, text, close }: Handlers): void {
  const parser = new SaxesParser();
  let depth = 0;
  parser.on('doctype', () => {
    throw new Unreadable(why('WORKBOOK_DOCTYPE'));
  });
  parser.on('error', () => {
    throw new Unreadable(why('WORKBOOK_DAMAGED'));
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth++;
    if (depth > DEEPEST) throw new Unreadable(why('WORKBOOK_NESTED'));
    open(local(name), Object.fromEntries(Object.entries(attributes as Attributes).map(([key, value]) => [local(key), value])));
  });
  parser.on('closetag', ({ name }) => {
    depth--;
    close?.(local(name));
  });
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  parser.write(xml.replace(/^\uFEFF/, '')).close();
}

/** "_x0041_" in a text stands for the character with that number (ECMA-376, 22.9.2.19). */
const unescaped = (text: string) => text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** The texts that cells of all sheets refer to, in their order; marks of how to read them aloud are left out. */
export function sharedTexts(xml: string): string[] {
  const texts: string[] = [];
  let item = '';
  let within = 0;
  let phonetic = 0;
  scan(xml, {
    open: (name) => {
      if (name === 'si') item = '';
      else if (name === 't') within++;
      else if (name === 'rPh') phonetic++;
    },
    text: (text) => {
      if (within > 0 && phonetic === 0) item += text;
    },
    close: (name) => {
      if (name === 't') within--;
      else if (name === 'rPh') phonetic--;
      else if (name === 'si') texts.push(unescaped(item));
    },
  });
  return texts;
}

/** The numbers of the cell styles whose format shows a number as a day. */
export function dayStyles(xml: string): Set<number> {
  const codes = new Map<number, string>();
  const styles = new Set<number>();
  let inCells = false;
  let index = 0;
  scan(xml, {
    open: (name, { numFmtId = '', formatCode = '' }) => {
      if (name === 'numFmt') codes.set(Number(numFmtId), formatCode);
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) {
        if (isDay(Number(numFmtId), codes.get(Number(numFmtId)))) styles.add(index);
        index++;
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

/** The formats that programs know by number (ECMA-376, 18.8.30), and those of their own that have a year or a day. */
const isDay = (id: number, code: string | undefined) =>
  code === undefined
    ? (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
    : /[yd]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, ''));

const DAY = 86_400_000;
/** The calendar day of a serial number; 29 February 1900, which never was, is counted in the system of 1900. */
function dayOf(serial: number, since1904: boolean): string | null {
  const days = since1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  if (!(days >= 1) || days >= 2_958_466) return null;
  return new Date(Date.UTC(1899, 11, 30) + Math.round(days * DAY)).toISOString().slice(0, 10);
}

export type SheetContext = { texts: string[]; days: Set<number>; since1904: boolean };

/**
 * The cells of one sheet as text, each at its place, and those that cannot be read as faults: errors, formulas without a
 * value, cells that stand twice or beyond what a table may have. A day is written as 2026-11-22. What stands in a merged
 * cell holds for the rows over which it is merged.
 */
export function sheetCells(xml: string, { texts, days, since1904 }: SheetContext, columns?: number): Table {
  const grid = new Grid(columns);
  const merged: string[] = [];
  let at: { row: number; column: number } = { row: 0, column: 0 };
  let cell: { type: string; style: number; value: string | null; inline: string; formula: boolean } | null = null;
  let taking: 'value' | 'inline' | null = null;
  let phonetic = 0;

  const read = ({ type, style, value, inline, formula }: NonNullable<typeof cell>) => {
    const place = (text: string) => grid.place(at, text);
    if (type === 'e') return grid.fault(at, 'CELL_ERROR', { error: value?.trim() || '#N/A' });
    if (formula && (value === null || (value === '' && type !== 'str'))) return grid.fault(at, 'CELL_FORMULA');
    if (type === 'inlineStr') return place(unescaped(inline).trim());
    if (value === null) return;
    if (type === 's') {
      const text = texts[Number(value)];
      return text === undefined ? grid.fault(at, 'CELL_TEXT') : place(text.trim());
    }
    if (type === 'b') return place(value.trim() === '1' ? 'TRUE' : 'FALSE');
    if (type === 'd') return place(/^\d{4}-\d\d-\d\d(?=T|$)/.exec(value.trim())?.[0] ?? value.trim());
    if (type === 'str') return place(unescaped(value).trim());
    const number = Number(value);
    if (value.trim() === '' || !Number.isFinite(number)) return place(value.trim());
    return place((days.has(style) ? dayOf(number, since1904) : null) ?? String(number));
  };

  scan(xml, {
    open: (name, attributes) => {
      if (name === 'row') {
        at = { row: Number(attributes['r'] ?? at.row + 1), column: 0 };
        if (/^(1|true)$/.test(attributes['hidden'] ?? '')) grid.hide(at.row);
      } else if (name === 'mergeCell') merged.push(attributes['ref'] ?? '');
      else if (name === 'c') {
        const given = attributes['r'];
        const place = given === undefined ? { row: at.row, column: at.column + 1 } : placeOf(given);
        if (!place || !(place.row >= 1)) throw new Unreadable(why('WORKBOOK_CELL_PLACE'));
        at = place;
        cell = { type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0), value: null, inline: '', formula: false };
      } else if (!cell) return;
      else if (name === 'f') cell.formula = true;
      else if (name === 'v') {
        cell.value = '';
        taking = 'value';
      } else if (name === 'rPh') phonetic++;
      else if (name === 't' && phonetic === 0) taking = 'inline';
    },
    text: (text) => {
      if (cell && taking === 'value') cell.value += text;
      else if (cell && taking === 'inline') cell.inline += text;
    },
    close: (name) => {
      if (name === 'v' || name === 't') taking = null;
      else if (name === 'rPh') phonetic--;
      else if (name === 'c' && cell) {
        read(cell);
        cell = null;
      }
    },
  });
  for (const reference of merged) {
    const [from, to] = reference.split(':').map(placeOf);
    if (from && to) grid.merge(from, to.row);
  }
  return grid.table();
}
