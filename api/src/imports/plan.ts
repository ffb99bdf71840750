import { sql } from 'kysely';
import { type FaultCode, type ParamsOf, type Why, why } from '#i18n/fault.ts';
import { ownersOf } from '#prisma/content/audience.ts';
import { kinds } from '#prisma/content/kinds.ts';
import { lift } from '#prisma/content/shape.ts';
import type { Database, Trx } from '#prisma/database.ts';
import { type User, viewerOf } from '../accounts/user.ts';
import type { Content } from '../contributions/draft.ts';
import { checkContent } from '../contributions/validate.ts';
import { visibleRecords } from '../records/policy.ts';
import { columnName } from '../sheets/column-name.ts';
import { columnLabel, headWords, type Mapping, mapRows, readingOf } from '../sheets/mapping.ts';
import { FILE_BYTES, readTable } from '../sheets/table.ts';
import type { TableReading } from '../sheets/types.ts';
import { candidatesOf, type ImportCandidate } from './candidates.ts';
import { ADDRESS, type Changed, headOf, type ImportKind, mapFields, PLACE, SEPARATOR, SOURCE, withCells } from './fields.ts';
import { rememberedMapping } from './mapping.ts';

/** At most so many rows change or add something at once. */
const ROWS_MAX = 1000;
/** What a person answers to candidates: the entry that a row is of, or NEW for one that the library does not have. */
type Answer = { row: number; entry: string };
const NEW = 'NEW';
export type ImportInput = { kind: ImportKind; text: string | null; file: string | null; mapping: Mapping | null; answers: readonly Answer[] };

export type ImportRow = {
  row: number;
  action: 'ADD' | 'CHANGE' | 'UNCHANGED' | 'ASK';
  title: string;
  /** Of an entry that is there. */
  slug: string | null;
  changed: Changed[];
  candidates: ImportCandidate[];
};
export type ImportFault = Why & { row: number; column: string };
/** A row as it is kept until it is published. */
export type Planned = {
  row: number;
  action: 'ADD' | 'CHANGE';
  title: string;
  slug: string | null;
  recordId: string | null;
  version: number | null;
  content: Content;
  sources: Content[];
  changed: Changed[];
};
export type Plan = {
  rows: ImportRow[];
  faults: ImportFault[];
  left: (Why & { row: number })[];
  notes: Why[];
  reading: TableReading | null;
  planned: Planned[];
};

type Live = { id: string; slug: string; title: string; sourceKey: string | null; version: number; content: Content };
const noPlan = (faults: ImportFault[]): Plan => ({ rows: [], faults, left: [], notes: [], reading: null, planned: [] });

/**
 * Reads a table of entries: each row becomes a new entry, a change of one, or nothing where it says what the library says.
 * Which entry a row is of tells its address; else its names, website and register number are compared, and where something
 * resembles, a person is asked. Every fault is named by row and column.
 */
export async function planImport(db: Database | Trx, user: User, baseUrl: string, input: ImportInput): Promise<Plan> {
  const { kind } = input;
  const viewer = viewerOf(user);
  const fields = mapFields(kind);
  const given = [input.text?.trim() ? input.text : null, input.file].filter((one) => one !== null);
  if (given.length !== 1) return noPlan([{ row: 0, column: '', ...why(given.length === 0 ? 'TABLE_NONE' : 'TABLE_BOTH') }]);
  if (input.file && input.file.length > (FILE_BYTES * 4) / 3 + 4)
    return noPlan([{ row: 0, column: '', ...why('TABLE_FILE_SIZE', { megabytes: FILE_BYTES / 1024 / 1024 }) }]);
  const table = await readTable(input.file ? { bytes: Buffer.from(input.file, 'base64') } : { text: input.text ?? '' }, {
    sheet: kinds[kind].path.slice(1),
    words: headWords(fields),
    chosen: input.mapping?.sheet ?? null,
  });
  if ('code' in table) return noPlan([{ row: 0, column: '', ...table }]);
  const first = readingOf(table.cells, fields, input.mapping);
  const remembered = await rememberedMapping(db, kind, table.cells, first.head);
  const reading = {
    ...readingOf(table.cells, fields, { ...input.mapping, head: input.mapping?.head ?? remembered?.head ?? null }, remembered),
    sheet: table.sheet ?? null,
    sheets: table.sheets ?? [],
    remembered: remembered !== null,
    fields,
  };
  const plan: Plan = { rows: [], faults: [], left: [], notes: [...table.notes], reading, planned: [] };
  const fault = <Code extends FaultCode>(row: number, column: string, code: Code, ...params: ParamsOf<Code>) =>
    plan.faults.push({ row, column, ...why(code, ...params) });
  const read = new Set(reading.columns.filter(({ field }) => field).map(({ column }) => column));
  for (const { row, column, ...said } of table.faults)
    if (row > reading.head && read.has(column)) plan.faults.push({ row, column: columnLabel(reading, column) || columnName(column - 1), ...said });
  if (reading.head < 1)
    fault(0, '', 'IMPORT_NO_HEAD', {
      columns: fields
        .slice(0, 4)
        .map(({ headings }) => headings[0] ?? '')
        .join(', '),
    });
  const mapped = mapRows(table.cells, fields, reading, { broken: new Set(table.faults.map(({ row }) => row)) });
  plan.left = mapped.left;
  for (const { row, column, field: _, ...said } of mapped.faults) plan.faults.push({ row, column: columnLabel(reading, column), ...said });
  if (mapped.rows.length > ROWS_MAX) fault(0, '', 'IMPORT_MANY', { max: ROWS_MAX, given: mapped.rows.length });
  if (plan.faults.some(({ row }) => row === 0)) return plan;

  const title = kinds[kind].fields.find(({ about }) => about.title)?.path ?? 'title';
  const live = await liveOf(
    db,
    user,
    kind,
    mapped.rows.map(({ values }) => values.get(ADDRESS) ?? ''),
    input.answers,
  );
  const answers = new Map(input.answers.map(({ row, entry }) => [row, entry]));
  const given_ = (field: string) => reading.given.find((one) => one.field === field)?.value ?? '';
  const unnamed: { number: number; values: Map<string, string> }[] = [];
  const entryOf = new Map<number, Live | null>();
  for (const { number, values } of mapped.rows) {
    const address = values.get(ADDRESS) ?? '';
    const own = slugIn(kind, address, baseUrl);
    if (address && !own) fault(number, 'Address', 'IMPORT_ADDRESS', { address: address.slice(0, 120) });
    else if (own && !live.has(own)) fault(number, 'Address', 'IMPORT_NO_ENTRY', { address: address.slice(0, 120) });
    else if (own) entryOf.set(number, live.get(own) ?? null);
    else if (answers.get(number) === NEW) entryOf.set(number, null);
    else if (answers.has(number) && live.has(answers.get(number) ?? '')) entryOf.set(number, live.get(answers.get(number) ?? '') ?? null);
    else unnamed.push({ number, values });
  }
  const sought = mapped.rows.map(({ number, values }) => ({
    row: number,
    names: [values.get(title) ?? '', ...['formerNames', 'alsoKnownAs'].flatMap((name) => (values.get(name) ?? '').split(SEPARATOR))]
      .map((one) => one.trim())
      .filter(Boolean),
    website: values.get('website') ?? null,
    registrationNumber: values.get('registrationNumber') ?? null,
  }));
  const asked = new Set([...unnamed.map(({ number }) => number), ...[...entryOf].filter(([, entry]) => entry === null).map(([number]) => number)]);
  const candidates = await candidatesOf(
    db,
    viewer,
    kind,
    sought.filter(({ row }) => asked.has(row)),
  );
  const named = new Map<string, number>();
  const taken = new Map<string, number>();
  for (const { number, values } of mapped.rows) {
    const alike = candidates.get(number) ?? [];
    const name = values.get(title) ?? '';
    const row: ImportRow = { row: number, action: 'ADD', title: name, slug: null, changed: [], candidates: alike };
    if (!entryOf.has(number) && unnamed.some((one) => one.number === number)) {
      if (alike.length > 0) {
        plan.rows.push({ ...row, action: 'ASK' });
        continue;
      }
      entryOf.set(number, null);
    }
    const entry = entryOf.get(number);
    if (entry === undefined) continue;
    const key = name.trim().toLowerCase();
    if (!entry && key && named.has(key)) fault(number, headOf(kind, title), 'IMPORT_TWICE', { name: name.slice(0, 80), row: named.get(key) ?? 0 });
    if (entry && taken.has(entry.id)) fault(number, 'Address', 'IMPORT_TWICE', { name: entry.title, row: taken.get(entry.id) ?? 0 });
    if (!entry) named.set(key, number);
    else taken.set(entry.id, number);
    const before = entry ? lift(kind, entry.content) : {};
    const { content, changed } = withCells(kind, before as Content, values);
    if (entry && changed.length === 0) {
      plan.rows.push({ ...row, action: 'UNCHANGED', title: entry.title, slug: entry.slug });
      continue;
    }
    const owners = [...new Set([...ownersOf(kind, before as Content), ...ownersOf(kind, content)])];
    if (owners.length > 0) fault(number, headOf(kind, title), 'IMPORT_OWNED', { title: entry?.title ?? name, owners: owners.join(', ') });
    const source = values.get(SOURCE) || given_(SOURCE);
    const place = values.get(PLACE) || given_(PLACE);
    const whole: Content = {
      ...content,
      ...(entry ? {} : { notThe: alike.map(({ slug }) => slug) }),
      ...(source ? { restsOn: { source, ...(place ? { place } : {}) } } : {}),
    };
    const checked = await checkContent(
      db,
      { kind, content: whole, sources: [], recordId: entry?.id ?? null, liveTitle: entry?.title ?? null },
      { viewer, baseUrl },
    );
    for (const { path, ...said } of checked.faults) {
      const column = headOf(kind, path);
      if (!plan.faults.some((one) => one.row === number && one.column === column && one.code === said.code)) plan.faults.push({ row: number, column, ...said });
    }
    plan.rows.push({ ...row, action: entry ? 'CHANGE' : 'ADD', slug: entry?.slug ?? null, changed });
    if (checked.content)
      plan.planned.push({
        row: number,
        action: entry ? 'CHANGE' : 'ADD',
        title: name || (entry?.title ?? ''),
        slug: entry?.slug ?? null,
        recordId: entry?.id ?? null,
        version: entry?.version ?? null,
        content: checked.content,
        sources: checked.sources,
        changed,
      });
  }
  plan.faults.sort((a, b) => a.row - b.row);
  return plan;
}

/** The slug in an address of this library; null where it is none of the kind. */
function slugIn(kind: ImportKind, address: string, baseUrl: string): string | null {
  const path = address.startsWith(baseUrl) ? address.slice(baseUrl.length) : /^https?:\/\/[^/]+(\/.*)$/.exec(address)?.[1];
  const [, slug] = new RegExp(`^${kinds[kind].path}/([a-z0-9-]+)$`).exec(path ?? address) ?? [];
  return slug ?? null;
}

/** The entries that addresses and answers name, by their slugs, as far as the person sees them. */
async function liveOf(db: Database | Trx, user: User, kind: ImportKind, addresses: readonly string[], answers: readonly Answer[]): Promise<Map<string, Live>> {
  const slugs = [...new Set([...addresses.map((one) => one.split('/').at(-1) ?? ''), ...answers.map(({ entry }) => entry)])].filter(Boolean);
  if (slugs.length === 0) return new Map();
  const { rows } = await sql<Live>`
    SELECT r.id, r.slug, r.title, r.source_key AS "sourceKey", r.version, r.content FROM record r
    WHERE r.kind = ${kind}::record_kind AND r.slug = ANY (${slugs}::text[]) AND ${visibleRecords(viewerOf(user))}`.execute(db);
  return new Map(rows.map((row) => [row.slug, row]));
}
