import { type RawBuilder, sql } from 'kysely';
import type { RecordKind } from '#prisma/generated/enums.ts';
import type { Viewer } from '#search/engine.ts';
import type { Services } from '../context.ts';
import { type FieldFault, invalidInput } from '../errors.ts';
import { visibleRecords } from './policy.ts';
import { type RecordRow, recordColumns } from './show.ts';

export const DEFAULT_PAGE = 20;
export const MAX_PAGE = 100;

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
  first?: number | null;
  after?: string | null;
  wants: { rows: boolean; total: boolean; facets: string[] };
  /** For exports: all rows, without a page. */
  all?: boolean;
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
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads a cursor of this very list; any other text is a fault with a message that says what to do. */
function decodeCursor(text: string, list: string, faults: FieldFault[]): Cursor | null {
  try {
    const [from, key, id] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as unknown[];
    if (typeof from === 'string' && typeof key === 'string' && typeof id === 'string' && uuid.test(id)) {
      if (from === list) return { list, key, id };
      faults.push({ name: 'after', message: 'This cursor belongs to another list or order. Start again from the first page.' });
      return null;
    }
  } catch {
    // falls through to the message below
  }
  faults.push({ name: 'after', message: 'This is not a cursor of this list. Start again from the first page.' });
  return null;
}

/** The page size that was asked for, within 1 and 100. */
export function pageSize(first: number | null | undefined, faults: FieldFault[]): number {
  if (first === null || first === undefined) return DEFAULT_PAGE;
  if (first < 1 || first > MAX_PAGE) faults.push({ name: 'first', message: `Ask for 1 to ${MAX_PAGE} at a time, not ${first}.` });
  return Math.min(Math.max(first, 1), MAX_PAGE);
}

/**
 * One page of a list with, where wanted, its total and the counts of its filter values, in one SQL statement.
 * The counts of a facet leave out that facet's own choice, so that they say what choosing another value would give.
 * @throws GraphQLError BAD_USER_INPUT for a page size or a cursor that is not of this list
 */
export async function listRecords({ db, facets }: Services, viewer: Viewer, request: ListRequest): Promise<ListAnswer> {
  const faults: FieldFault[] = [];
  const size = request.all ? null : pageSize(request.first, faults);
  const order = orders[request.orderBy];
  const name = `${request.kind}:${request.orderBy}`;
  const after = request.after ? decodeCursor(request.after, name, faults) : null;
  if (faults.length > 0) throw invalidInput(faults);

  const ignored: Ignored[] = [];
  const chosen = new Map<string, string[]>();
  for (const [facet, values] of Object.entries(request.filter)) {
    const keys: string[] = [];
    for (const value of values) {
      const entry = await facets.find(facet, value);
      if (entry) keys.push(`${facet}:${entry.value}`);
      else ignored.push({ field: facet, value, message: `Nothing in the library has the value "${value.slice(0, 80)}" here.` });
    }
    if (keys.length > 0) chosen.set(facet, keys);
  }

  const conditions = (except?: string): RawBuilder<unknown> => {
    const parts = [...chosen].filter(([facet]) => facet !== except).map(([, keys]) => (keys.length === 1 ? sql`r.facet_keys @> ${keys}::text[]` : sql`r.facet_keys && ${keys}::text[]`));
    return parts.length > 0 ? sql.join(parts, sql` AND `) : sql`true`;
  };
  const base = sql`r.kind = ${request.kind}::record_kind AND ${visibleRecords(viewer)}`;
  const compare = sql.raw(order.descending ? '<' : '>');
  const direction = sql.raw(order.descending ? 'DESC' : 'ASC');
  const column = sql.raw(`r.${order.column}`);
  const seek = after ? sql`AND (${column}, r.id) ${compare} (${after.key}::${sql.raw(order.type)}, ${after.id}::uuid)` : sql``;

  const parts: RawBuilder<unknown>[] = [];
  if (request.wants.rows) {
    const limit = size === null ? sql`` : sql`LIMIT ${size + 1}`;
    parts.push(sql`(SELECT coalesce(json_agg(page), '[]') FROM (
      SELECT ${recordColumns}, ${column}::text AS "cursorKey", r.content->>'shortName' AS "shortName", r.content->>'name' AS name, r.content->>'number' AS number, r.content->>'kind' AS subkind
      FROM record r WHERE ${base} AND ${conditions()} ${seek} ORDER BY ${column} ${direction}, r.id ${direction} ${limit}) page) AS rows`);
  }
  // The total comes with the facets for nothing; alone it is a plain count.
  const counted = request.wants.facets.filter((facet) => chosen.has(facet));
  const uncounted = request.wants.facets.filter((facet) => !chosen.has(facet));
  if (request.wants.total || uncounted.length > 0) {
    const all = uncounted.length > 0 ? sql`string_agg(r.facets, '')` : sql`NULL`;
    parts.push(sql`(SELECT json_build_array(count(*), ${all}) FROM record r WHERE ${base} AND ${conditions()}) AS "allMatching"`);
  }
  counted.forEach((facet, index) => {
    parts.push(sql`(SELECT string_agg(r.facets, '') FROM record r WHERE ${base} AND ${conditions(facet)}) AS ${sql.raw(`"without${index}"`)}`);
  });
  if (parts.length === 0) return { rows: [], hasNextPage: false, totalCount: null, facets: [], ignored };

  const { rows: answers } = await sql<Record<string, unknown>>`SELECT ${sql.join(parts, sql`, `)}`.execute(db);
  const answer = answers[0] ?? {};
  const page = ((answer['rows'] as (RecordRow & { cursorKey: string })[] | undefined) ?? []).map((row) => ({ ...row, cursor: encodeCursor({ list: name, key: row.cursorKey, id: row.id }) }));
  const [total, everything] = (answer['allMatching'] as [number, string | null] | undefined) ?? [null, null];
  const counts = await Promise.all(
    request.wants.facets.map(async (facet) => {
      const text = chosen.has(facet) ? answer[`without${counted.indexOf(facet)}`] : everything;
      return { field: facet, values: await facets.count(String(text ?? ''), facet) };
    }),
  );
  return { rows: size === null ? page : page.slice(0, size), hasNextPage: size !== null && page.length > size, totalCount: total, facets: counts, ignored };
}
