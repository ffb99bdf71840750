import { isDay } from '#prisma/content/day.ts';
import { type FieldFault, fault } from '#i18n/fault.ts';
import type { RangeBy } from '#prisma/content/field.ts';
import { kinds } from '#prisma/content/kinds.ts';
import { spanOf } from '#prisma/content/range.ts';
import type { RecordKind } from '#prisma/generated/enums.ts';
import { invalidInput } from '../errors.ts';
import { type Ignored, ignore, type Order, type Range, short } from './list.ts';

/** A list of the schema: its kind, its filter fields from the name that people read to the facet that is stored, and its filters by from and to. */
export type List = { kind: keyof typeof RecordKind; fields: Record<string, string>; ranges: readonly RangeBy[] };

/** The list of a concept, by its definition. */
export const listOf = (kind: RecordKind): List => ({
  kind,
  fields: Object.fromEntries(kinds[kind].filters.map(({ as, facet }) => [as, facet])),
  ranges: kinds[kind].ranges,
});

/** Every list by the name of its GraphQL field, such as "projects"; filled as the lists are added to the schema. */
export const lists = new Map<string, List>();

/** Characters of an address that is read: several times what a browser may ask for (door/places.ts). */
const ADDRESS_MAX = 8_000;
/** What an address has that means nothing is told so many times. */
const IGNORED_MAX = 50;

/** What an address asks for. @throws GraphQLError BAD_USER_INPUT where it is longer than any that leads somewhere */
export function addressOf(address: string | null | undefined): URLSearchParams {
  if (address && address.length > ADDRESS_MAX) throw invalidInput([fault('address', 'TOO_LONG', { max: ADDRESS_MAX })]);
  return new URLSearchParams(address ?? '');
}

/** The orders as they are written in an address. */
const sorts: Record<string, Order> = { source: 'SOURCE', title: 'TITLE', updated: 'UPDATED' };
/** What else may stand in the address of a list: where it stands in its pages. */
const notFilters = new Set(['sort', 'after', 'before', 'first', 'view', 'column', 'since']);

/** A filter by from and to as it was given: either end may be left out, and a date may be given in part. */
export type Ends = { from?: string | number | null | undefined; to?: string | number | null | undefined };

/** What a filter by from and to asks for, or the fault of one that asks for nothing; null where neither end is given. */
export function readRange({ as, type }: RangeBy, { from, to }: Ends): Range | FieldFault | null {
  const given = (end: Ends['from']) => end !== null && end !== undefined && String(end).trim() !== '';
  const spanIn = (end: Ends['from']) => (given(end) ? spanOf(type, typeof end === 'number' ? end : String(end).trim()) : undefined);
  if (!given(from) && !given(to)) return null;
  const [first, last] = [spanIn(from), spanIn(to)];
  if (first === null) return fault(`${as}.from`, type === 'date' ? 'PARTIAL_DATE' : 'NUMBER');
  if (last === null) return fault(`${as}.to`, type === 'date' ? 'PARTIAL_DATE' : 'NUMBER');
  if (first && last && first.low > last.high) return fault(`${as}.to`, 'RANGE_ORDER');
  return { name: as, ...(first ? { from: first.low } : {}), ...(last ? { to: last.high } : {}) };
}

/** That the list has no such filter, and which it has. */
export const unknownFilter = (name: string, values: readonly string[], known: readonly string[]): Ignored =>
  known.length > 0
    ? ignore(name, values.join(', '), 'FILTER', { name: short(name), filters: known.join(', ') })
    : ignore(name, values.join(', '), 'FILTER_NONE', { name: short(name) });

/**
 * Reads the filters and the order from the address of a list: `stage=PILOT&stage=IN_USE&goal=2&sort=title`. Pages and
 * exports both come here, so the same address always means the same rows. Several values of one field are alternatives.
 * `began_from=2019&began_to=2020-06` are the ends of a filter by from and to.
 * `since` leaves what was changed on that day or later, the last changed first unless another order is chosen.
 * @returns the chosen values by stored facet, and what the list does not know
 */
export function readFilters(
  list: List,
  query: URLSearchParams,
): { filter: Record<string, string[]>; ranges: Range[]; order: Order; since: string | null; ignored: Ignored[] } {
  const filter: Record<string, string[]> = {};
  const ends = new Set(list.ranges.flatMap(({ as }) => [`${as}_from`, `${as}_to`]));
  const ignored: Ignored[] = [];
  const known = [...Object.keys(list.fields), ...ends];
  // Each pair is looked at once: `getAll` would go through all of them for every name.
  const given = Map.groupBy(query, ([name]) => name);
  for (const [name, pairs] of given) {
    const values = [...new Set(pairs.map(([, value]) => value).filter((value) => value.trim() !== ''))];
    const facet = Object.hasOwn(list.fields, name) ? list.fields[name] : undefined;
    if (facet && values.length > 0) filter[facet] = values;
    else if (!facet && !notFilters.has(name) && !ends.has(name) && ignored.length < IGNORED_MAX) {
      ignored.push(unknownFilter(name, values, known));
    }
  }
  const ranges = list.ranges.flatMap((one) => {
    const range = readRange(one, { from: query.get(`${one.as}_from`), to: query.get(`${one.as}_to`) });
    if (range === null || 'name' in range) return range ?? [];
    const field = range.path.replace('.', '_');
    ignored.push({ field, value: query.get(field) ?? '', code: range.code, params: range.params });
    return [];
  });
  const sort = query.get('sort')?.trim() ?? '';
  const order = Object.hasOwn(sorts, sort.toLowerCase()) ? sorts[sort.toLowerCase()] : undefined;
  if (sort && !order) ignored.push(ignore('sort', sort, 'SORT', { orders: Object.keys(sorts).join(', '), value: short(sort) }));
  const since = query.get('since')?.trim() ?? '';
  if (since && !isDay(since)) ignored.push(ignore('since', since, 'DATE', { example: '2026-11-01' }));
  return { filter, ranges, order: order ?? (isDay(since) ? 'UPDATED' : 'SOURCE'), since: isDay(since) ? since : null, ignored };
}
