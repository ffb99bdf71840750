import { kinds } from '#prisma/content/kinds.ts';
import type { RecordKind } from '#prisma/generated/enums.ts';
import { type Export, exportedLists } from '../export/lists.ts';
import { listOf, readFilters } from '../records/filters.ts';
import { ignore, type Ignored, type Range } from '../records/list.ts';
import { rosterNames } from '../roster/address.ts';
import { searchFacets } from '../search/facets.ts';

/** So long an address may be. */
const ADDRESS_MAX = 2_000;
const QUERY_MAX = 200;

/** What an address of a list or of a search asks for. */
export type Followed = {
  path: string;
  kinds: RecordKind[];
  /** What was typed; empty for a list. */
  query: string;
  /** Chosen values by stored facet. */
  filter: Record<string, string[]>;
  ranges: Range[];
  list: Export | null;
  parameters: URLSearchParams;
  /** Filters that the page does not have (any more): what is followed is not what was asked for, and nothing is told. */
  unknown: Ignored[];
};

/** How a page is shown, and where in it: no part of what is asked for. */
const shown = new Set(['sort', 'after', 'before', 'first', 'view', 'column', 'since', 'done']);

/**
 * An address as what is followed under it is kept: path and query in one order, so that all who follow the same share it.
 * Null for what is no address of this library, or too long.
 */
export function plainAddress(text: string): string | null {
  if (text.length > ADDRESS_MAX || !text.startsWith('/') || text.startsWith('//')) return null;
  const url = new URL(text, 'http://localhost');
  const pairs = [
    ...new Map(
      [...url.searchParams].flatMap(([name, value]) => (shown.has(name) || value.trim() === '' ? [] : [[`${name}=${value.trim()}`, [name, value.trim()]]])),
    ).values(),
  ] as [string, string][];
  const query = new URLSearchParams(pairs.sort(([a, x], [b, y]) => (a < b ? -1 : a > b ? 1 : x < y ? -1 : x > y ? 1 : 0))).toString();
  const path = url.pathname.replace(/\/+$/, '') || '/';
  return query ? `${path}?${query}` : path;
}

const kindAt = new Map(Object.values(kinds).map(({ kind, path }) => [path, kind]));
const kindNames = new Set<string>(Object.keys(kinds));

/** What a plain address of a list or a search asks for; null for every other page. */
export function readFollowed(address: string): Followed | null {
  const { pathname: path, searchParams: parameters } = new URL(address, 'http://localhost');
  const nothing = { path, kinds: [], query: '', filter: {}, ranges: [], list: null, parameters, unknown: [] };
  if (path === '/search') {
    const unknown: Ignored[] = [];
    const filter: Record<string, string[]> = {};
    for (const [name, pairs] of Map.groupBy(parameters, ([one]) => one)) {
      const values = pairs.map(([, value]) => value);
      if (searchFacets.includes(name)) filter[name] = values;
      else if (name !== 'q' && name !== 'kind')
        unknown.push(ignore(name, values.join(', '), 'FILTER', { name: name.slice(0, 80), filters: searchFacets.join(', ') }));
    }
    const asked = parameters.getAll('kind');
    for (const kind of asked.filter((one) => !kindNames.has(one) || one === 'FOREIGN_RECORD'))
      unknown.push(ignore('kind', kind, 'FILTER_VALUE', { value: kind.slice(0, 80) }));
    return {
      ...nothing,
      query: (parameters.get('q') ?? '').slice(0, QUERY_MAX),
      kinds: asked.filter((one): one is RecordKind => kindNames.has(one)),
      filter,
      unknown,
    };
  }
  const exported = exportedLists.find(({ page }) => page === path);
  if (!exported || exported.foreign) return null;
  const list = listOf(exported.topics ? 'REFERENCE' : (kindAt.get(path) ?? 'REFERENCE'));
  const { filter, ranges, ignored } = readFilters(list, parameters);
  return {
    ...nothing,
    kinds: [list.kind],
    filter,
    ranges,
    list: exported,
    unknown: exported.narrow ? ignored.filter(({ field }) => !rosterParts.has(field)) : ignored,
  };
}
const rosterParts: ReadonlySet<string> = new Set(rosterNames);
