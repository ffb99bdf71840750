import { createHash } from 'node:crypto';
import { type Why, why } from '#i18n/fault.ts';
import type { CellFault, Cells, HeadWords } from './cells.ts';
import { columnName } from './column-name.ts';
import { type DayOrder, orderOf, readDays } from './days.ts';

/**
 * How a table that somebody else made is read: which column is which field, which word means what. Everything is guessed
 * from the headings and words, can be said otherwise by a person, and is remembered by the layout of the table. Nothing
 * here knows what the fields are of; `uptake/foreign.ts` is one use.
 */

/** A value, and the words by which people call it; the first is the library's own. */
export type Choice = { value: string; words: readonly string[] };
/** What a column can be. */
export type MapField = {
  name: string;
  /** How its column is called, in any spelling and language; the first is the library's own heading. */
  headings: readonly string[];
  /** What stands in a heading that is none of these whole, such as "accept" in "State of acceptance by 2026": a guess to be looked at. */
  parts?: readonly string[];
  kind?: 'TEXT' | 'DAY' | 'CHOICE';
  choices?: readonly Choice[];
  /** For a CHOICE: the value of a text that is no word of the choices, such as "Rec. 2". */
  read?: (text: string) => string | null;
  /** Says what a row is of; a row in which it cannot be read and nothing else stands is a remark or a total. */
  key?: boolean;
};

/** What a person decides of a table; what is left out is guessed. Rows and columns from 1, as a spreadsheet counts. */
export type Mapping = {
  sheet?: string | null;
  /** The row of the headings. */
  head?: number | null;
  /** `field` null: the column is not read. */
  columns?: readonly { column: number; field?: string | null }[] | null;
  /** What a word of the table means; `value` empty: nothing is said by it; null: not decided. */
  words?: readonly { field: string; word: string; value?: string | null }[] | null;
  dates?: DayOrder | null;
  /** What holds for every row of a table that has no column of it. */
  given?: readonly { field: string; value: string }[] | null;
};

/** The words of the headings of these fields. */
export const headWords = (fields: readonly MapField[]): HeadWords =>
  fields.map(({ headings, parts = [] }) => ({ headings: headings.map(fold), parts: parts.map(fold) }));

/** A word or heading as two of them are compared: letters and figures in small, without accents, everything else as one space. */
export const fold = (text: string): string =>
  text
    .replace(/[\u00aa\u00b2\u00b3\u00b9\u00ba\u2070-\u209f]/g, '')
    .normalize('NFKD')
    .replace(/[\p{M}\u00ad\u200b-\u200f\u2060\ufeff]/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}#%]+/gu, ' ')
    .trim();
/** A heading without what stands in brackets behind it, such as "(Y/N)". A bracket in brackets begins anew, so that each sign is looked at once. */
const bare = (heading: string) => heading.replace(/[([][^()[\]]*[)\]]/g, ' ');

/** For each column the field whose heading it bears, and whether it is that heading whole. The first of two columns has it. */
function match(row: readonly string[], words: HeadWords): { field: number; sure: boolean }[] {
  const found: { field: number; sure: boolean }[] = row.map(() => ({ field: -1, sure: false }));
  const taken = new Set<number>();
  const take = (column: number, field: number, sure: boolean) => {
    if (field < 0 || taken.has(field) || (found[column] as { field: number }).field >= 0) return;
    taken.add(field);
    found[column] = { field, sure };
  };
  for (const form of [fold, (text: string) => fold(bare(text))])
    for (const [column, cell] of row.entries()) {
      const text = form(cell);
      if (text)
        take(
          column,
          words.findIndex(({ headings }) => headings.includes(text)),
          true,
        );
    }
  for (const [column, cell] of row.entries()) {
    const text = fold(cell);
    // A heading is a few words; a sentence that has one of them is none.
    if (text && text.length <= 60)
      take(
        column,
        words.findIndex(({ parts }, field) => !taken.has(field) && parts.some((part) => ` ${text}`.includes(` ${part}`))),
        false,
      );
  }
  return found;
}

/** How well a row fits as the headings: 3 for each heading that is known whole, 1 for one that resembles. Less than two fields is none. */
function fitOf(row: readonly string[], words: HeadWords): number {
  const fields = match(row, words).filter(({ field }) => field >= 0);
  return fields.length < 2 ? 0 : fields.reduce((sum, { sure }) => sum + (sure ? 3 : 1), 0);
}
/** What fits no better has no headings. */
export const NO_FIT = 2;
/** How far down headings are looked for. */
const HEADS_WITHIN = 200;

/** The row of the headings, from 0, and how well it fits; `row` is -1 where none does. */
export function findHead(cells: Cells, words: HeadWords): { row: number; fit: number } {
  let best = { row: -1, fit: NO_FIT };
  for (const [row, texts] of cells.slice(0, HEADS_WITHIN).entries()) {
    const found = fitOf(texts, words);
    if (found > best.fit) best = { row, fit: found };
  }
  return best;
}

/** The layout of a table, by which its mapping is remembered: its headings in their order. */
export const layoutOf = (headings: readonly string[]): string =>
  createHash('sha256')
    .update(JSON.stringify(headings.map(fold)))
    .digest('hex')
    .slice(0, 32);

/** `sure`: its heading is known whole, or somebody decided it, then or before. */
export type ColumnRead = { column: number; heading: string; field: string | null; sure: boolean; decided: boolean; samples: string[] };
export type WordRead = { field: string; word: string; value: string | null; rows: number };
/** How a table is read: what was decided, remembered and guessed together. */
export type Reading = {
  /** The row of the headings, from 1; 0 where there is none. */
  head: number;
  layout: string;
  columns: ColumnRead[];
  /** The words of its choices that are not the library's own, and what each means. */
  words: WordRead[];
  /** Null where its days can be read in one way, or both and nobody decided. */
  dates: DayOrder | null;
  /** Whether days can be read in two ways and nothing tells which. */
  datesDoubtful: boolean;
  given: { field: string; value: string }[];
  /** Whether every column that is read bears a heading that is known, or was decided. */
  sure: boolean;
};

/** The values of a field by their folded words, made once a field. */
const known = new WeakMap<MapField, Map<string, string>>();
function valuesByWord(field: MapField): Map<string, string> {
  let words = known.get(field);
  if (!words) {
    words = new Map();
    // Of two values with one word the first has it.
    for (const { value, words: spoken } of field.choices ?? []) for (const word of [value, ...spoken]) if (!words.has(fold(word))) words.set(fold(word), value);
    known.set(field, words);
  }
  return words;
}
/** What a text means in a field of choices, unless a person said otherwise: null where nothing is known. */
function meaning(field: MapField, text: string): string | null {
  return valuesByWord(field).get(fold(text)) ?? field.read?.(text) ?? null;
}

const SAMPLES = 3;
/** Whether rows of a table are below each other with nothing but dashes in them, as a text draws a line. */
const isRule = (row: readonly string[]) => row.some(Boolean) && row.every((cell) => /^[\s:=_\u2010-\u2015-]*$/.test(cell));
const TOTAL = /^(grand |sub ?|sous |overall )?(total|totals|totaux|totales|subtotal|subtotals|gesamt|summe|suma|sum|overall)( |$)/;
const startsTotal = (row: readonly string[]) => TOTAL.test(fold(row.find(Boolean) ?? ''));

/**
 * How a table is read with these fields: what a person decided, else what is remembered, else what headings and words tell.
 * @param remembered gives the mapping of a layout that was kept before
 */
export function readingOf(cells: Cells, fields: readonly MapField[], decided: Mapping | null, remembered: Mapping | null = null): Reading {
  const words = headWords(fields);
  const head = decided?.head ? decided.head - 1 : findHead(cells, words).row;
  const headings = cells[head] ?? [];
  const guessed = match(headings, words);
  const says = (column: number) =>
    [decided, remembered].map((mapping) => mapping?.columns?.find((one) => one.column === column)).find((one) => one !== undefined);
  const used = new Set([...headings.keys()].flatMap((index) => says(index + 1)?.field ?? []));
  const body = head < 0 ? [] : cells.slice(head + 1);
  const wide = body.reduce((most, row) => Math.max(most, row.length), headings.length);
  const columns = Array.from({ length: wide }, (_, index) => headings[index] ?? '').map((heading, index): ColumnRead => {
    const said = says(index + 1);
    const { field, sure } = guessed[index] ?? { field: -1, sure: false };
    const name = fields[field]?.name ?? null;
    const samples = [...new Set(body.map((row) => row[index] ?? '').filter(Boolean))].slice(0, SAMPLES);
    return {
      column: index + 1,
      heading,
      field: said ? (said.field ?? null) : name && !used.has(name) ? name : null,
      sure: said !== undefined || sure,
      decided: said !== undefined,
      samples,
    };
  });
  const at = new Map(columns.flatMap(({ field, column }) => (field ? [[field, column - 1] as const] : [])));
  const counted = body.filter((row) => !isRule(row) && !startsTotal(row));
  const textsOf = (field: MapField) => (at.has(field.name) ? counted.map((row) => row[at.get(field.name) as number] ?? '').filter(Boolean) : []);

  const wordsRead: WordRead[] = [];
  // Of two decisions on one word the first holds; those of a person go before those that are remembered.
  const saidOf = new Map<string, { value?: string | null }>();
  for (const one of [decided, remembered].flatMap((mapping) => mapping?.words ?? [])) {
    const said = `${one.field}\n${fold(one.word)}`;
    if (!saidOf.has(said)) saidOf.set(said, one);
  }
  for (const field of fields) {
    if (field.kind !== 'CHOICE') continue;
    const times = new Map<string, number>();
    for (const text of textsOf(field)) times.set(text, (times.get(text) ?? 0) + 1);
    for (const [word, rows] of times) {
      const folded = fold(word);
      const said = saidOf.get(`${field.name}\n${folded}`);
      const own = field.choices?.some((choice) => choice.value === word || fold(choice.words[0] ?? '') === folded);
      if (said || !own) wordsRead.push({ field: field.name, word, value: said ? (said.value ?? null) : meaning(field, word), rows });
    }
  }
  const days = fields.filter(({ kind }) => kind === 'DAY').flatMap(textsOf);
  const dates = decided?.dates ?? orderOf(days) ?? remembered?.dates ?? null;
  const doubtful = days.some((text) => {
    const { DMY, MDY } = readDays(text);
    return DMY !== null && MDY !== null && DMY !== MDY;
  });
  const given = fields.flatMap(({ name }) => {
    const one = [decided, remembered].flatMap((mapping) => mapping?.given?.filter((value) => value.field === name) ?? [])[0];
    return one && !at.has(name) ? [{ field: name, value: one.value }] : [];
  });
  return {
    head: head + 1,
    layout: layoutOf(headings),
    columns,
    words: wordsRead,
    dates: doubtful || decided?.dates ? dates : null,
    datesDoubtful: doubtful && dates === null,
    given,
    sure: columns.every(({ field, sure }) => !field || sure),
  };
}

/** A row as it was read: by field the value of a choice, a day as 2026-11-22, or the text; a field without a column has none. */
type MappedRow = { number: number; values: Map<string, string> };
type RowFault = CellFault & { field: string };
export type Mapped = { rows: MappedRow[]; faults: RowFault[]; left: (Why & { row: number })[] };

/** One cell as its field reads it: the value, or why it cannot be read. */
function readCell(field: MapField, text: string, reading: Reading, words: ReadonlyMap<string, string | null>): string | Why {
  const shown = text.slice(0, 80);
  if (text === '' || (field.kind ?? 'TEXT') === 'TEXT') return text;
  if (field.kind === 'DAY') {
    // A dash says that there is none.
    if (fold(text) === '') return '';
    const { DMY, MDY } = readDays(text);
    const doubtful = DMY !== null && MDY !== null && DMY !== MDY;
    const day = reading.dates ? { DMY, MDY }[reading.dates] : doubtful ? null : (DMY ?? MDY);
    if (day) return day;
    return doubtful ? why('CELL_DAY_EITHER', { text: shown, one: DMY, other: MDY }) : why('CELL_DAY', { text: shown });
  }
  const value = words.get(`${field.name}\n${fold(text)}`) ?? meaning(field, text);
  return value ?? why(field.key ? 'CELL_NAME' : 'CELL_WORD', { text: shown });
}

/**
 * Reads the rows of a table as its reading says: words as their values, days as 2026-11-22. What cannot be read is a fault
 * with what stands there; totals, repeated headings and remarks are left out, each with why.
 * @param broken rows that were not read whole (they have faults of their own)
 * @param leave says of a row's texts by field why it is left out, such as one that is of another report; null for a row to read
 */
export function mapRows(
  cells: Cells,
  fields: readonly MapField[],
  reading: Reading,
  { broken, leave }: { broken: ReadonlySet<number>; leave?: (texts: ReadonlyMap<string, string>) => Why | null },
): Mapped {
  const mapped: Mapped = { rows: [], faults: [], left: [] };
  if (reading.head < 1) return mapped;
  const headings = (cells[reading.head - 1] ?? []).map(fold);
  const at = new Map(reading.columns.flatMap(({ field, column }) => (field ? [[field, column] as const] : [])));
  const words = new Map(reading.words.map(({ field, word, value }) => [`${field}\n${fold(word)}`, value]));

  for (const [index, row] of cells.entries()) {
    const number = index + 1;
    if (number <= reading.head || !row.some(Boolean) || isRule(row)) continue;
    const texts = new Map([...at].map(([field, column]) => [field, row[column - 1] ?? '']));
    const values = new Map<string, string>();
    const faults: RowFault[] = [];
    for (const field of fields) {
      const text = texts.get(field.name);
      if (text === undefined) continue;
      const value = readCell(field, text, reading, words);
      if (typeof value === 'string') values.set(field.name, value);
      else faults.push({ row: number, column: at.get(field.name) as number, field: field.name, ...value });
    }
    const unread = fields.some(({ name, key }) => key && at.has(name) && !values.get(name));
    const others = fields.some(({ name, key }) => !key && texts.get(name));
    const repeated = headings.filter(Boolean).length > 1 && headings.every((heading, column) => fold(row[column] ?? '') === heading);
    const first = { text: (row.find(Boolean) ?? '').slice(0, 80) };
    const reason =
      (repeated ? why('LEFT_HEADINGS') : null) ??
      leave?.(texts) ??
      (unread && startsTotal(row) ? why('LEFT_TOTAL', first) : null) ??
      (unread && !others && !broken.has(number) ? why('LEFT_REMARK', first) : null);
    if (reason) mapped.left.push({ row: number, ...reason });
    else if (!broken.has(number)) {
      mapped.faults.push(...faults);
      mapped.rows.push({ number, values });
    }
  }
  return mapped;
}

/** What of a reading is kept for the next table of this layout: not the days that hold for one table only. */
export const keptMapping = (reading: Reading, fields: readonly MapField[]): Mapping => ({
  columns: reading.columns.map(({ column, field }) => ({ column, field })),
  words: reading.words.flatMap(({ field, word, value }) => (value === null ? [] : [{ field, word, value }])),
  dates: reading.dates,
  given: reading.given.filter(({ field }) => fields.find(({ name }) => name === field)?.kind !== 'DAY'),
});

/** A column as people find it: its heading, or its letter where it has none. */
export const columnLabel = (reading: Reading, column: number): string => reading.columns[column - 1]?.heading.replace(/\s+/g, ' ') || columnName(column - 1);
