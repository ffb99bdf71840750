/** A filter field of a list: a closed set of values, numbers, or open text that the API knows or ignores. */
export type ListField = { values: readonly string[] } | { numbers: [from: number, to: number] } | 'open';
export type ListOrder = 'SOURCE' | 'TITLE' | 'UPDATED';
/** A value in the address that no record can have; it is left out and the page says so. */
export type Unknown = { field: string; value: string };
export type ListRequest = {
  /** The known choices as the API takes them. */
  filter: Record<string, (string | number)[]>;
  /** The same as text, for the form. */
  selected: Record<string, string[]>;
  unknown: Unknown[];
  orderBy: ListOrder;
  after: string | null;
};

/** Nobody chooses more values of one field by hand; an address that holds more is not read further. */
const most = 50;

/**
 * What an address asks of a list: filters under the API's own names, `sort`, `after`. Values outside a closed set are set
 * apart, never sent: the API would refuse the whole question for one of them.
 */
export function listRequest(url: URL, fields: Readonly<Record<string, ListField>>): ListRequest {
  const filter: ListRequest['filter'] = {};
  const selected: ListRequest['selected'] = {};
  const unknown: Unknown[] = [];
  for (const [field, kind] of Object.entries(fields)) {
    const values = [...new Set(url.searchParams.getAll(field).filter((value) => value !== ''))].slice(0, most);
    const known: (string | number)[] = [];
    for (const value of values) {
      if (kind === 'open') known.push(value);
      else if ('values' in kind && kind.values.includes(value)) known.push(value);
      else if ('numbers' in kind && /^\d{1,4}$/.test(value) && Number(value) >= kind.numbers[0] && Number(value) <= kind.numbers[1]) known.push(Number(value));
      else unknown.push({ field, value });
    }
    if (known.length > 0) {
      filter[field] = known;
      selected[field] = known.map(String);
    }
  }
  const asked = url.searchParams.get('sort') ?? '';
  const sort = ['source', 'title', 'updated'].includes(asked) ? asked : 'source';
  if (asked && asked !== sort) unknown.push({ field: 'sort', value: asked });
  return { filter, selected, unknown, orderBy: sort.toUpperCase() as ListOrder, after: url.searchParams.get('after') || null };
}

/** The address without the values that nothing has, so that links from the page do not carry them on. */
export function withoutUnknown(url: URL, unknown: readonly Unknown[]): URL {
  const clean = new URL(url);
  for (const { field, value } of unknown) clean.searchParams.delete(field, value);
  return clean;
}
