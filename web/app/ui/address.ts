import type { AskedRange } from './list-request.ts';

/** One chosen filter, with what to show for it and the address of the same list without it. */
export type ActiveFilter = { field: string; fieldLabel: string; value: string; label: string; without: string };
/** The values a list can be filtered by, with how many rows each would give. */
export type Facet = { field: string; values: { value: string; label: string; count: number }[] };
/** Chosen values by field: several values of one field are alternatives. */
export type Selected = Record<string, string[]>;

/** Where a list stands in its pages; a changed filter or order starts again at the first page. */
const cursors = ['after', 'before'];

/** A path with its query, or the bare path where nothing is left of the query. */
export function address(path: string, query: URLSearchParams): string {
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

/** The same list with other parameters: null removes one, every other one stays. Cursors are dropped unless set. */
export function changed(url: URL, changes: Record<string, string | null>): string {
  const query = new URLSearchParams(url.search);
  for (const cursor of cursors) query.delete(cursor);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) query.delete(name);
    else query.set(name, value);
  }
  return address(url.pathname, query);
}

/** The values chosen in the address for each of the fields; a field may be repeated. */
export function selectedIn(url: URL, fields: readonly string[]): Selected {
  const selected: Selected = {};
  for (const field of fields) {
    const values = url.searchParams.getAll(field).filter((value) => value !== '');
    if (values.length > 0) selected[field] = [...new Set(values)];
  }
  return selected;
}

/** The facet's value for what an address holds: "wfp" and "WFP" are the same organization. */
function valueIn(facets: readonly Facet[], field: string, given: string): Facet['values'][number] | undefined {
  const same = (text: string) => text.toLowerCase() === given.toLowerCase();
  return facets.find((facet) => facet.field === field)?.values.find(({ value, label }) => same(value) || same(label));
}

/** What is chosen, as the facets have it, without the values that the API does not know. */
export function chosenIn(facets: readonly Facet[], selected: Selected, ignored: readonly { field: string; value: string }[]): Selected {
  const known = (field: string, value: string) => !ignored.some((one) => one.field === field && one.value === value);
  return Object.fromEntries(
    Object.entries(selected).map(([field, values]) => [
      field,
      values.filter((value) => known(field, value)).map((value) => valueIn(facets, field, value)?.value ?? value),
    ]),
  );
}

/** The chosen filters in the order of the fields, with the labels of the facets; a value no facet knows keeps its own name. */
export function activeFilters(url: URL, facets: readonly Facet[], labels: Readonly<Record<string, string>>): ActiveFilter[] {
  const selected = selectedIn(url, Object.keys(labels));
  return Object.entries(selected).flatMap(([field, values]) =>
    values.map((value) => {
      const query = new URLSearchParams(url.search);
      for (const cursor of cursors) query.delete(cursor);
      query.delete(field, value);
      return {
        field,
        fieldLabel: labels[field] ?? field,
        value,
        label: valueIn(facets, field, value)?.label ?? value,
        without: address(url.pathname, query),
      };
    }),
  );
}

/** The filters by from and to that are active: each end is a chip of its own. */
export function activeRanges(
  url: URL,
  ranges: readonly AskedRange[],
  labels: Readonly<Record<string, string>>,
  shown: (end: 'from' | 'to', range: AskedRange) => string,
): ActiveFilter[] {
  return ranges.flatMap((range) =>
    (['from', 'to'] as const).flatMap((end) =>
      range[end] === ''
        ? []
        : [
            {
              field: `${range.field}_${end}`,
              fieldLabel: labels[range.field] ?? range.field,
              value: range[end],
              label: shown(end, range),
              without: changed(url, { [`${range.field}_${end}`]: null }),
            },
          ],
    ),
  );
}

/** The address of the same list without any of the fields. */
export function withoutFilters(url: URL, fields: readonly string[]): string {
  return changed(url, Object.fromEntries(fields.map((field) => [field, null])));
}
