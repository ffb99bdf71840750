import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { type Why, why } from '#i18n/fault.ts';
import { plain } from '#prisma/content/text.ts';
import { columnName } from '../sheets/column-name.ts';
import { readTable } from '../sheets/table.ts';

/** Of one file, in bytes; the cases of a continent are two million. */
const CATALOGUE_BYTES = 8 * 1024 * 1024;
/** Headings of a table, or paths of a JSON file. */
const COLUMNS_MAX = 500;
/** Entries at once. */
const ROWS_MAX = 5000;
const DEPTH_MAX = 12;
/** The name of the file without its ending, of tables and JSON alike: some catalogues keep a file for each entry. */
const FILE_NAME = '@file';

export type CatalogueFile = { name: string; bytes: Uint8Array };
/** One entry as its file has it: the cells of a row, or a JSON object; `place` is where it stands, for a person. */
export type CatalogueRow = { place: string; file: string; cells: string[] } | { place: string; file: string; object: unknown };
/** `heads` are the headings, or the paths at which the objects have something. */
export type CatalogueTable = { heads: string[]; rows: CatalogueRow[] };
/** A fault of a file: where it stands, empty for the whole, and the heading of the column. */
export type CatalogueFault = Why & { place: string; column: string };
export type CatalogueRead = { table: CatalogueTable; faults: CatalogueFault[] };

const fault = (said: Why, place = '', column = ''): CatalogueFault => ({ ...said, place, column });
const nothing = (...faults: CatalogueFault[]): CatalogueRead => ({ table: { heads: [], rows: [] }, faults });
const stem = (name: string) => name.replace(/^.*[\\/]/, '').replace(/\.[^.]+$/, '');
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const texts = (value: unknown): string[] =>
  typeof value === 'string' ? [plain(value).trim()].filter(Boolean) : typeof value === 'number' || typeof value === 'boolean' ? [String(value)] : [];

/** The paths at which a JSON value has texts or numbers: `owner.name`, and `goals[].number` for each of a list. */
function pathsOf(value: unknown, path: string, depth: number, found: Set<string>): boolean {
  if (depth > DEPTH_MAX) return false;
  if (Array.isArray(value)) return value.every((one) => pathsOf(one, `${path}[]`, depth + 1, found));
  if (isObject(value)) return Object.entries(value).every(([name, one]) => pathsOf(one, path === '' ? name : `${path}.${name}`, depth + 1, found));
  if (path !== '' && found.size < COLUMNS_MAX) found.add(plain(path));
  return true;
}

/**
 * What a JSON value has at a path: `name`, `owner.name`, `goals[].number`; `organizations[org_type=owner].name` is of those of
 * a list that say so.
 */
function atPath(value: unknown, path: string): string[] {
  let here: unknown[] = [value];
  for (const [, name = '', chosen] of path.matchAll(/([^.[\]]+)((?:\[[^\]]*\])*)(?:\.|$)/g)) {
    here = here.flatMap((one) => (isObject(one) && Object.hasOwn(one, name) ? [one[name]] : []));
    for (const [, condition = ''] of (chosen ?? '').matchAll(/\[([^\]]*)\]/g)) {
      const [key = '', ...rest] = condition.split('=');
      here = here
        .flatMap((one) => (Array.isArray(one) ? one : []))
        .filter((one) => condition === '' || (isObject(one) && texts(one[key])[0] === rest.join('=')));
    }
  }
  return here.flatMap(texts);
}

/** The path of a column without its conditions, as `heads` has it. */
const bare = (column: string) => column.replace(/\[[^\]]*\]/g, '[]');
export const isColumn = ({ heads }: CatalogueTable, column: string): boolean => column === FILE_NAME || heads.includes(column) || heads.includes(bare(column));

/** What an entry has in a column: a cell has one text or none, a JSON path may have several. */
export function valuesAt({ heads }: CatalogueTable, row: CatalogueRow, column: string): string[] {
  if (column === FILE_NAME) return [row.file];
  if ('object' in row) return atPath(row.object, column);
  return texts(row.cells[heads.indexOf(column)]);
}

function readJson({ name, bytes }: CatalogueFile): CatalogueRead {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    return nothing(fault(why('CATALOGUE_JSON', { file: name, message: `${(error as Error).message.slice(0, 200).replace(/\.$/, '')}.` })));
  }
  const entries = Array.isArray(value) ? value : [value];
  if (entries.length === 0 || !entries.every(isObject)) return nothing(fault(why('CATALOGUE_JSON_LIST', { file: name })));
  const heads = new Set<string>();
  if (!entries.every((one) => pathsOf(one, '', 0, heads))) return nothing(fault(why('CATALOGUE_DEEP', { file: name, max: DEPTH_MAX })));
  const rows = entries.map((object, index) => ({ place: entries.length > 1 ? `${name}, ${index + 1}` : name, file: stem(name), object }));
  return { table: { heads: [...heads], rows }, faults: [] };
}

async function readCells({ name, bytes }: CatalogueFile): Promise<CatalogueRead> {
  const table = await readTable({ bytes }, { sheet: '', words: [], columns: COLUMNS_MAX }, undefined, CATALOGUE_BYTES);
  if ('code' in table) return nothing(fault(table, name));
  const head = table.cells.findIndex((row) => row.some(Boolean));
  const heads = (table.cells[head] ?? []).map((text) => text.replace(/\s+/g, ' '));
  if (head < 0 || table.cells.length === head + 1) return nothing(fault(why('CATALOGUE_EMPTY'), name));
  const faults = table.faults.map(({ row, column, ...said }) => fault(said, `${name}, row ${row}`, heads[column - 1] || columnName(column - 1)));
  const rows: CatalogueRow[] = [];
  for (const [index, cells] of table.cells.entries()) {
    if (index <= head || !cells.some(Boolean)) continue;
    const place = `${name}, row ${index + 1}`;
    // A workbook leaves out what is empty at the end of a row; a text has a sign for every column.
    if (table.separator && cells.length !== heads.length) faults.push(fault(why('ROW_LENGTH', { given: cells.length, wanted: heads.length }), place));
    rows.push({ place, file: stem(name), cells });
  }
  return { table: { heads, rows }, faults };
}

/**
 * Reads the files of a catalogue as one: tables (CSV in UTF-8, UTF-16 or Windows-1252, XLSX, ODS) with the same headings, or
 * JSON with an object or a list of them in each. Every fault is named with its place; with one nothing is to be loaded.
 */
export async function readCatalogue(files: readonly CatalogueFile[]): Promise<CatalogueRead> {
  const read: CatalogueRead = nothing();
  let json: boolean | null = null;
  for (const file of files) {
    if (file.bytes.length > CATALOGUE_BYTES) return nothing(fault(why('TABLE_FILE_SIZE', { megabytes: CATALOGUE_BYTES / 1024 / 1024 }), file.name));
    const isJson = /^\uFEFF?\s*[[{]/.test(Buffer.from(file.bytes.subarray(0, 200)).toString('utf8'));
    if (json !== null && json !== isJson) return nothing(fault(why('CATALOGUE_MIXED')));
    const first = json === null;
    json = isJson;
    const one = isJson ? readJson(file) : await readCells(file);
    read.faults.push(...one.faults);
    if (!first && !isJson && one.table.rows.length > 0 && one.table.heads.join('\n') !== read.table.heads.join('\n'))
      read.faults.push(fault(why('CATALOGUE_HEADS', { file: file.name })));
    read.table.heads = isJson ? [...new Set([...read.table.heads, ...one.table.heads])] : first ? one.table.heads : read.table.heads;
    read.table.rows.push(...one.table.rows);
  }
  if (read.table.rows.length > ROWS_MAX) return nothing(fault(why('CATALOGUE_ROWS', { max: ROWS_MAX, given: read.table.rows.length })));
  if (read.faults.length === 0 && read.table.rows.length === 0) read.faults.push(fault(why('CATALOGUE_EMPTY')));
  return read;
}

/** A table as it is kept between its preview and its end. */
export const packed = async (table: CatalogueTable): Promise<Buffer> => promisify(gzip)(JSON.stringify(table));
export const unpacked = async (bytes: Uint8Array): Promise<CatalogueTable> => JSON.parse((await promisify(gunzip)(bytes)).toString()) as CatalogueTable;
