import { isUuid } from '#prisma/uuid.ts';
import { type FieldFault, fault } from '#i18n/fault.ts';
import { type RawBuilder, sql } from 'kysely';
import type { RecordKind } from '#prisma/generated/enums.ts';
import type { Viewer } from '#search/engine.ts';
import type { Services } from '../context.ts';
import { invalidInput } from '../errors.ts';
import type { FacetEntry, Facets } from './facets.ts';
import { type KeptCounts, keptCounts, keptTotal } from './kept-counts.ts';
import { visibleRecords } from './policy.ts';
import { type Reader, rowsOf } from './reads.ts';
import { namesOf, type RecordRow, recordColumns } from './show.ts';

export const DEFAULT_PAGE = 20;
export const MAX_PAGE = 100;
/** Filter values that one list can be asked with. */
const VALUES_MAX = 200;

/** The orders a list can be in: the column that is compared, and whether it runs backwards. */
export const orders = {
  SOURCE: { column: 'position', type: 'integer', descending: false },
  TITLE: { column: 'sort_title', type: 'text', descending: false },
  UPDATED: { column: 'updated_at', type: 'timestamptz', descending: true },
} as const;
export type Order = keyof typeof orders;

export type ListRequest = {
  kind: RecordKind;
  /** Facet to chosen values: alternatives within a facet, all facets together. Unknown values are ignored and reported. */
  filter: Record<string, string[]>;
  orderBy: Order;
  /** Only what was changed on this day (UTC) or later. */
  since?: string | null;
  first?: number | null;
  after?: string | null;
  wants: { rows: boolean; total: boolean; facets: string[] };
};
export type Ignored = { field: string; value: string; message: string };
export type ListAnswer = {
  rows: (RecordRow & { cursor: string })[];
  hasNextPage: boolean;
  totalCount: number | null;
  facets: { field: string; values: { value: string; label: string; count: number }[] }[];
  ignored: Ignored[];
};

type Cursor = { list: string; key: string; id: string };
const encodeCursor = (cursor: Cursor) => Buffer.from(JSON.stringify([cursor.list, cursor.key, cursor.id])).toString('base64url');

/** What the key of a cursor looks like in each order; the database would refuse anything else with an error. */
const cursorKeys: Record<Order, RegExp> = {
  SOURCE: /^\d{1,9}$/,
  TITLE: /^[^\0]{0,400}$/,
  UPDATED: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/,
};

/** Reads a cursor of this very list; any other text is a fault with a message that says what to do. */
function decodeCursor(text: string, list: string, order: Order, faults: FieldFault[]): Cursor | null {
  try {
    const [from, key, id] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as unknown[];
    if (typeof from === 'string' && typeof key === 'string' && typeof id === 'string' && isUuid(id)) {
      if (from === list && isKey(key, order)) return { list, key, id };
      faults.push(fault('after', 'CURSOR_OTHER'));
      return null;
    }
  } catch {
    // falls through to the message below
  }
  faults.push(fault('after', 'CURSOR'));
  return null;
}

const isKey = (key: string, order: Order) =>
  cursorKeys[order].test(key) && (order !== 'UPDATED' || !Number.isNaN(Date.parse(key.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))));

/** The page size that was asked for, within 1 and 100. */
export function pageSize(first: number | null | undefined, faults: FieldFault[]): number {
  if (first === null || first === undefined) return DEFAULT_PAGE;
  if (first < 1 || first > MAX_PAGE) faults.push(fault('first', 'PAGE_SIZE', { max: MAX_PAGE, given: first }));
  return Math.min(Math.max(first, 1), MAX_PAGE);
}

/** @throws GraphQLError BAD_USER_INPUT where more values are given than anybody chooses */
function checkValues(filter: Record<string, string[]>): void {
  const faults = Object.entries(filter)
    .filter(([, values]) => values.length > VALUES_MAX)
    .map(([name, values]): FieldFault => fault(name, 'VALUES', { max: VALUES_MAX, given: values.length }));
  if (faults.length > 0) throw invalidInput(faults);
}

/** The choices that hold, as the facet keys of each facet. */
export type Chosen = Map<string, string[]>;

/**
 * Finds what a person chose among the filter values that exist. A value that no record has that this viewer may see is
 * ignored exactly like one that does not exist, so that a filter cannot tell what is hidden.
 */
export async function chooseFilters(
  { facets }: Pick<Services, 'facets'>,
  viewer: Viewer,
  filter: Record<string, string[]>,
): Promise<{ chosen: Chosen; ignored: Ignored[] }> {
  checkValues(filter);
  const asked = Object.entries(filter).flatMap(([facet, values]) => values.map((value) => ({ facet, value })));
  const entries = await facets.findAll(asked);
  const given = asked.map((one, index) => ({ ...one, entry: entries[index] ?? null }));
  const seen = await facets.seenBy(viewer, keysOf(given));
  return sortGiven(given, (key) => seen.has(key));
}

type Given = { facet: string; value: string; entry: FacetEntry | null };
const keyOf = (entry: FacetEntry) => `${entry.facet}:${entry.value}`;
const keysOf = (given: Given[]) => given.flatMap(({ entry }) => (entry ? [keyOf(entry)] : []));

function sortGiven(given: Given[], holds: (key: string) => boolean): { chosen: Chosen; ignored: Ignored[] } {
  const chosen: Chosen = new Map();
  const ignored: Ignored[] = [];
  for (const { facet, value, entry } of given) {
    if (entry && holds(keyOf(entry))) chosen.set(facet, [...new Set([...(chosen.get(facet) ?? []), keyOf(entry)])]);
    else ignored.push({ field: facet, value, message: `Nothing in the library has the value "${value.slice(0, 80)}" here.` });
  }
  return { chosen, ignored };
}

const unfiltered: RawBuilder<unknown> = sql`true`;
/** The choices as a condition on table `record` under the alias r; the choice of one facet can be left out. */
export function filterCondition(chosen: Chosen, except?: string): RawBuilder<unknown> {
  const parts = [...chosen]
    .filter(([facet]) => facet !== except)
    .map(([, keys]) => (keys.length === 1 ? sql`r.facet_keys @> ${keys}::text[]` : sql`r.facet_keys && ${keys}::text[]`));
  return parts.length > 0 ? sql.join(parts, sql` AND `) : unfiltered;
}

/** What was changed on a day or later, as a condition on table `record` under the alias r. */
export const changedSince = (day: string | null | undefined): RawBuilder<unknown> =>
  day ? sql`r.updated_at >= ${`${day}T00:00:00Z`}::timestamptz` : unfiltered;

type Place = { db: Reader; facets: Facets };
/**
 * One page of a list with, where wanted, its total and the counts of its filter values, in one SQL statement.
 * The counts of a facet leave out that facet's own choice, so that they say what choosing another value would give.
 * @throws GraphQLError BAD_USER_INPUT for a page size or a cursor that is not of this list
 */
export async function listRecords({ db, facets }: Place, viewer: Viewer, request: ListRequest): Promise<ListAnswer> {
  checkValues(request.filter);
  // The list is read as what is in memory says, together with the question whether that is right; it nearly always is.
  const given = Object.entries(request.filter).flatMap(([facet, values]) => values.map((value) => ({ facet, value, entry: facets.look(facet, value) })));
  const [answer, seen, stored] = await Promise.all([
    readList(
      { db, facets },
      viewer,
      request,
      sortGiven(given, () => true),
    ),
    facets.seenBy(viewer, keysOf(given), db),
    facets.anyStored(
      db,
      given.filter(({ value, entry }) => !entry && !value.includes('\0')),
    ),
  ]);
  if (!stored && keysOf(given).every((key) => seen.has(key))) return answer;
  return readList({ db, facets }, viewer, request, await chooseFilters({ facets }, viewer, request.filter));
}

async function readList(
  { db, facets }: Place,
  viewer: Viewer,
  request: ListRequest,
  { chosen, ignored }: { chosen: Chosen; ignored: Ignored[] },
): Promise<ListAnswer> {
  const faults: FieldFault[] = [];
  const size = pageSize(request.first, faults);
  const order = orders[request.orderBy];
  const name = `${request.kind}:${request.orderBy}`;
  const after = request.after ? decodeCursor(request.after, name, request.orderBy, faults) : null;
  if (faults.length > 0) throw invalidInput(faults);

  const conditions = (except?: string) => filterCondition(chosen, except);
  const changed = changedSince(request.since);
  const base = sql`r.kind = ${request.kind}::record_kind AND ${visibleRecords(viewer)} AND ${changed}`;
  // For a count the choices alone lead to the rows: written so that the planner does not also collect every record of the
  // kind from another index, only to intersect the two.
  const among = (condition: RawBuilder<unknown>) =>
    condition === unfiltered ? base : sql`${condition} AND (r.kind = ${request.kind}::record_kind) IS TRUE AND ${visibleRecords(viewer)} AND ${changed}`;
  const compare = sql.raw(order.descending ? '<' : '>');
  const direction = sql.raw(order.descending ? 'DESC' : 'ASC');
  const column = sql.raw(`r.${order.column}`);
  const seek = after ? sql`AND (${column}, r.id) ${compare} (${after.key}::${sql.raw(order.type)}, ${after.id}::uuid)` : sql``;

  const parts: RawBuilder<unknown>[] = [];
  if (request.wants.rows) {
    parts.push(sql`(SELECT coalesce(json_agg(page), '[]') FROM (
      SELECT ${recordColumns}, ${column}::text AS "cursorKey", ${namesOf(request.kind)}
      FROM record r WHERE ${base} AND ${conditions()} ${seek} ORDER BY ${column} ${direction}, r.id ${direction} LIMIT ${size + 1}) page) AS rows`);
  }
  // Without choices, and for the values of the only choice, the counts that are kept say everything, and no record is read.
  const counted = request.wants.facets.filter((facet) => chosen.has(facet));
  const uncounted = request.wants.facets.filter((facet) => !chosen.has(facet));
  const whole = chosen.size === 0 && !request.since;
  const keptWanted = whole ? uncounted.length > 0 : counted.length > 0 && chosen.size === 1 && !request.since;
  if (keptWanted) parts.push(keptCounts(request.kind, viewer));
  if (whole) {
    if (request.wants.total) parts.push(sql`${keptTotal(request.kind, viewer)} AS total`);
  } else if (request.wants.total || uncounted.length > 0) {
    // The total comes with the facets for nothing; alone it is a plain count.
    const all = uncounted.length > 0 ? sql`string_agg(r.facets, '')` : sql`NULL`;
    parts.push(sql`(SELECT json_build_array(count(*), ${all}) FROM record r WHERE ${among(conditions())}) AS "allMatching"`);
  }
  if (!keptWanted)
    counted.forEach((facet, index) => {
      parts.push(sql`(SELECT string_agg(r.facets, '') FROM record r WHERE ${among(conditions(facet))}) AS ${sql.raw(`"without${index}"`)}`);
    });
  if (request.wants.facets.length > 0) parts.push(sql`${facets.news()} AS news`);
  if (parts.length === 0) return { rows: [], hasNextPage: false, totalCount: null, facets: [], ignored };

  const [answer = {}] = await rowsOf(db, sql<Record<string, unknown>>`SELECT ${sql.join(parts, sql`, `)}`);
  if (answer['news']) facets.learn(answer['news']);
  const page = ((answer['rows'] as (RecordRow & { cursorKey: string })[] | undefined) ?? []).map((row) => ({
    ...row,
    cursor: encodeCursor({ list: name, key: row.cursorKey, id: row.id }),
  }));
  const [total, everything] = (answer['allMatching'] as [number, string | null] | undefined) ?? [(answer['total'] as number | undefined) ?? null, null];
  const kept = keptWanted ? facets.countKept(answer as KeptCounts) : null;
  const together = whole || uncounted.length === 0 ? kept : facets.countAll(everything ?? '');
  const countsOf = async (facet: string) =>
    !chosen.has(facet)
      ? ((await together)?.get(facet) ?? [])
      : facets.withChosen(
          keptWanted ? ((await kept)?.get(facet) ?? []) : await facets.count(String(answer[`without${counted.indexOf(facet)}`] ?? ''), facet),
          facet,
          chosen.get(facet),
        );
  const counts = await Promise.all(request.wants.facets.map(async (facet) => ({ field: facet, values: await countsOf(facet) })));
  return { rows: page.slice(0, size), hasNextPage: page.length > size, totalCount: total, facets: counts, ignored };
}
