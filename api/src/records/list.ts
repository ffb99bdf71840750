import { isUuid } from '#prisma/uuid.ts';
import { type FaultCode, type FieldFault, fault, type ParamsOf, type Why, why } from '#i18n/fault.ts';
import { type RawBuilder, sql } from 'kysely';
import type { RecordKind } from '#prisma/generated/enums.ts';
import type { Viewer } from '#search/engine.ts';
import type { Services } from '../context.ts';
import { invalidInput } from '../errors.ts';
import type { Database } from '#prisma/database.ts';
import { type FacetEntry, type Facets, keyOf } from './facets.ts';
import { asking, seesBeyondPublic, visibleBeyondPublic, visibleRecords } from './policy.ts';
import type { Changes } from './public-facets.ts';
import { type QueryBatch, rowsOf } from './query-batch.ts';
import { namesOf, type RecordRow, recordColumns } from './load.ts';

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
/** An order of one list's own: an SQL text that is compared, of `record` under the alias r, its type, and what a value looks like. */
export type OwnOrder = { name: string; expression: RawBuilder<unknown>; type: 'integer' | 'text'; descending: boolean; key: RegExp };
export type Order = keyof typeof orders;

/** A filter by from and to (record_range): numbers, or days since 1970-01-01. Both ends belong to it; one of them may be open. */
export type Range = { name: string; from?: number; to?: number };

export type ListRequest = {
  kind: RecordKind;
  /** Facet to chosen values: alternatives within a facet, all facets together. Unknown values are ignored and reported. */
  filter: Record<string, string[]>;
  /** All of them hold; a record is in one where one of its values is. */
  ranges?: readonly Range[];
  orderBy: Order;
  /** Only what was changed on this day (UTC) or later. */
  since?: string | null;
  /** What must hold besides, of `record` under the alias r; memory knows nothing of it. */
  among?: RawBuilder<unknown> | null;
  /** In place of `orderBy`. */
  own?: OwnOrder | null;
  first?: number | null;
  after?: string | null;
  wants: { rows: boolean; total: boolean; facets: string[] };
};
/** A value of a filter that was left out, and why. */
export type Ignored = { field: string; value: string } & Why;
/** The same, with all that its sentence names. */
export const ignore = <Code extends FaultCode>(field: string, value: string, code: Code, ...params: ParamsOf<Code>): Ignored => ({
  field,
  value,
  ...why(code, ...params),
});
/** A value as a sentence repeats it. */
export const short = (value: string): string => value.slice(0, 80);
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
function decodeCursor(text: string, list: string, isKey: (key: string) => boolean, faults: FieldFault[]): Cursor | null {
  try {
    const [from, key, id] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as unknown[];
    if (typeof from === 'string' && typeof key === 'string' && typeof id === 'string' && isUuid(id)) {
      if (from === list && isKey(key)) return { list, key, id };
      faults.push(fault('after', 'CURSOR_OTHER'));
      return null;
    }
  } catch {
    // falls through to the message below
  }
  faults.push(fault('after', 'CURSOR'));
  return null;
}

const isKeyOf = (order: Order) => (key: string) =>
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
/** What of a filter holds: its keys, the codes of each facet in the same order, and what was left out. */
type Choices = { chosen: Chosen; codes: number[][]; ignored: Ignored[] };
type Asked = { facet: string; value: string };

const askedIn = (filter: Record<string, string[]>): Asked[] => Object.entries(filter).flatMap(([facet, values]) => values.map((value) => ({ facet, value })));

/**
 * Finds what a person chose among the filter values that exist. A value that no record has that this viewer may see is
 * ignored exactly like one that does not exist, so that a filter cannot tell what is hidden.
 */
export async function chooseFilters({ facets }: Pick<Services, 'facets'>, viewer: Viewer, filter: Record<string, string[]>): Promise<Choices> {
  checkValues(filter);
  const asked = askedIn(filter);
  if (asked.length > 0) await facets.update();
  return seesBeyondPublic(viewer) ? chooseSeen(facets, viewer, asked) : choosePublic(facets, asked);
}

/** What everybody may choose is in memory, and nothing is asked for what nobody has. */
const choosePublic = (facets: Facets, asked: Asked[]): Choices =>
  sorted(
    asked.map((one) => ({ ...one, entry: facets.look(one.facet, one.value) })),
    ({ code }) => facets.public.has(code),
  );

async function chooseSeen(facets: Facets, viewer: Viewer, asked: Asked[], reader?: Database | QueryBatch): Promise<Choices> {
  const entries = await facets.findAll(asked, reader);
  const seen = await facets.seenBy(
    viewer,
    entries.filter((entry) => entry !== null),
    reader,
  );
  return sorted(
    asked.map((one, index) => ({ ...one, entry: entries[index] ?? null })),
    ({ code }) => seen.has(code),
  );
}

function sorted(given: (Asked & { entry: FacetEntry | null })[], holds: (entry: FacetEntry) => boolean): Choices {
  const found = new Map<string, Map<string, number>>();
  const ignored: Ignored[] = [];
  for (const { facet, value, entry } of given) {
    if (entry && holds(entry)) found.set(facet, (found.get(facet) ?? new Map()).set(keyOf(entry), entry.code));
    else ignored.push(ignore(facet, value, 'FILTER_VALUE', { value: short(value) }));
  }
  return {
    chosen: new Map([...found].map(([facet, keys]) => [facet, [...keys.keys()]])),
    codes: [...found.values()].map((keys) => [...keys.values()]),
    ignored,
  };
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
const changedSince = (day: string | null | undefined): RawBuilder<unknown> => (day ? sql`r.updated_at >= ${`${day}T00:00:00Z`}::timestamptz` : unfiltered);

/** What memory does not know of, as a condition on table `record` under the alias r: filters by from and to, a day of change, and what a list asks for itself. */
type Narrowing = { since?: string | null | undefined; ranges?: readonly Range[] | undefined; among?: RawBuilder<unknown> | null | undefined };
export const narrowed = ({ since, ranges = [], among }: Narrowing): RawBuilder<unknown> =>
  sql.join(
    [
      changedSince(since),
      among ?? unfiltered,
      ...ranges.map(
        ({ name, from, to }) => sql`EXISTS (SELECT FROM record_range v WHERE v.record_id = r.id AND v.name = ${name}
          ${to === undefined ? sql`` : sql`AND v.low <= ${to}::float8`} ${from === undefined ? sql`` : sql`AND v.high >= ${from}::float8`})`,
      ),
    ],
    sql` AND `,
  );

/** Whether a list is narrowed by what memory does not know. */
const isNarrowed = ({ since, among, ranges }: ListRequest): boolean => Boolean(since || among || ranges?.length);

type Place = { db: Database | QueryBatch; facets: Facets };
/**
 * One page of a list with, where wanted, its total and the counts of its filter values, in one SQL statement: it reads the rows of
 * the page and what only this viewer sees beside what is public, which is counted in memory.
 * The counts of a facet leave out that facet's own choice, so that they say what choosing another value would give.
 * @throws GraphQLError BAD_USER_INPUT for a page size or a cursor that is not of this list
 */
export async function listRecords({ db, facets }: Place, given: Viewer, request: ListRequest): Promise<ListAnswer> {
  const viewer = asking(given, [request.kind]);
  checkValues(request.filter);
  const asked = askedIn(request.filter);
  const needed = asked.length > 0 || request.wants.total || request.wants.facets.length > 0;
  const waiting = needed ? facets.ready() : null;
  if (waiting) await waiting;
  // What holds is known in memory; the statement that reads the list tells what has changed, and nearly always nothing has.
  const first = choosePublic(facets, asked);
  const [answer, theirs] = await Promise.all([
    readList({ db, facets }, viewer, request, first),
    first.ignored.length > 0 && seesBeyondPublic(viewer) ? chooseSeen(facets, viewer, asked, db) : null,
  ]);
  const now = theirs ?? choosePublic(facets, asked);
  return same(first, now) ? answer : readList({ db, facets }, viewer, request, now);
}
const same = (a: Choices, b: Choices) => a.ignored.length === b.ignored.length && a.codes.flat().join() === b.codes.flat().join();

async function readList({ db, facets }: Place, viewer: Viewer, request: ListRequest, { chosen, codes, ignored }: Choices): Promise<ListAnswer> {
  const faults: FieldFault[] = [];
  const size = pageSize(request.first, faults);
  const { own } = request;
  const order = own ?? orders[request.orderBy];
  const name = `${request.kind}:${own?.name ?? request.orderBy}`;
  const after = request.after ? decodeCursor(request.after, name, own ? (key) => own.key.test(key) : isKeyOf(request.orderBy), faults) : null;
  if (faults.length > 0) throw invalidInput(faults);

  const ofKind = sql`r.kind = ${request.kind}::record_kind AND ${narrowed(request)}`;
  const compare = sql.raw(order.descending ? '<' : '>');
  const direction = sql.raw(order.descending ? 'DESC' : 'ASC');
  const column = 'expression' in order ? order.expression : sql.raw(`r.${order.column}`);
  const seek = after ? sql`AND (${column}, r.id) ${compare} (${after.key}::${sql.raw(order.type)}, ${after.id}::uuid)` : sql``;
  const { wants } = request;
  const counts = wants.total || wants.facets.length > 0;
  // The facets whose own choice is left out of their counts.
  const apart = [...chosen.keys()].filter((facet) => wants.facets.includes(facet));

  const parts: RawBuilder<unknown>[] = [];
  // Which public records a filtered page in the order of the source holds is known in memory: otherwise all before them, or all that
  // fulfil the choices, would be read. Whether they still do, and what only this viewer sees besides, is for the statement to say.
  const found =
    chosen.size > 0 && request.orderBy === 'SOURCE' && !own && !isNarrowed(request)
      ? facets.public.page(request.kind, codes, after && { position: Number(after.key), id: after.id }, size + 1)
      : null;
  const among = !found
    ? filterCondition(chosen)
    : seesBeyondPublic(viewer)
      ? sql`(r.id = ANY (${found}::uuid[]) OR (r.audience <> 'PUBLIC' AND ${filterCondition(chosen)}))`
      : sql`r.id = ANY (${found}::uuid[])`;
  if (wants.rows) {
    parts.push(sql`(SELECT coalesce(json_agg(page), '[]') FROM (
      SELECT ${recordColumns}, ${column}::text AS "cursorKey", ${namesOf(request.kind)}
      FROM record r WHERE ${ofKind} AND ${visibleRecords(viewer)} AND ${among} ${seek} ORDER BY ${column} ${direction}, r.id ${direction} LIMIT ${size + 1}) page) AS rows`);
  }
  if (counts || Object.keys(request.filter).length > 0) parts.push(facets.public.changes());
  if (counts && (isNarrowed(request) || seesBeyondPublic(viewer))) {
    // Memory does not know when a record changed, nor what holds besides: with such everything is counted here.
    const seen = isNarrowed(request) ? visibleRecords(viewer) : visibleBeyondPublic(viewer);
    const beyond = (except?: string) =>
      sql`(SELECT json_build_array(count(*), string_agg(r.facets, '')) FROM record r WHERE ${ofKind} AND ${seen} AND ${filterCondition(chosen, except)})`;
    parts.push(sql`json_build_array(${sql.join([beyond(), ...apart.map(beyond)])}) AS beyond`);
  }
  if (wants.facets.length > 0) parts.push(sql`${facets.news()} AS news`);
  if (parts.length === 0) return { rows: [], hasNextPage: false, totalCount: null, facets: [], ignored };

  const [answer = {}] = await rowsOf(db, sql<Record<string, unknown>>`SELECT ${sql.join(parts, sql`, `)}`);
  if (answer['changes']) await facets.follow(answer['changes'] as Changes);
  if (answer['news']) facets.learn(answer['news']);
  if (
    found &&
    answer['changes'] &&
    facets.public.page(request.kind, codes, after && { position: Number(after.key), id: after.id }, size + 1).join() !== found.join()
  )
    return readList({ db, facets }, viewer, request, { chosen, codes, ignored });
  const page = ((answer['rows'] as (RecordRow & { cursorKey: string })[] | undefined) ?? []).map((row) => ({
    ...row,
    cursor: encodeCursor({ list: name, key: row.cursorKey, id: row.id }),
  }));
  const counted = counts ? await countList(facets, request, { chosen, codes, apart }, answer['beyond'] as Beyond | undefined) : { total: null, facets: [] };
  return { rows: page.slice(0, size), hasNextPage: page.length > size, totalCount: counted.total, facets: counted.facets, ignored };
}

/** How many records there are beside those that are counted in memory, and the characters of their values: of all choices, then without each one. */
type Beyond = [number, string | null][];

async function countList(
  facets: Facets,
  request: ListRequest,
  { chosen, codes, apart }: { chosen: Chosen; codes: number[][]; apart: string[] },
  beyond: Beyond = [],
): Promise<{ total: number; facets: ListAnswer['facets'] }> {
  const { kind, wants } = request;
  const places = [...chosen.keys()];
  const counted = isNarrowed(request)
    ? { total: 0, all: new Uint32Array(facets.bound), without: apart.map(() => new Uint32Array(facets.bound)) }
    : facets.public.count(
        kind,
        codes,
        apart.map((facet) => places.indexOf(facet)),
        facets.bound,
      );
  if (wants.facets.length === 0) return { total: counted.total + (beyond[0]?.[0] ?? 0), facets: [] };
  const all = await facets.named(facets.add(counted.all, beyond[0]?.[1] ?? null));
  const own = new Map(
    await Promise.all(
      apart.map(async (facet, index) => {
        const values = await facets.named(facets.add(counted.without[index] as Uint32Array, beyond[index + 1]?.[1] ?? null), facet);
        return [facet, facets.withChosen(values.get(facet) ?? [], facet, chosen.get(facet))] as const;
      }),
    ),
  );
  return {
    total: counted.total + (beyond[0]?.[0] ?? 0),
    facets: wants.facets.map((field) => ({ field, values: own.get(field) ?? all.get(field) ?? [] })),
  };
}
