/** A filter field of a list: a closed set of values, numbers, or open text that the API knows or ignores. */
export type ListField = { values: readonly string[] } | { numbers: [from: number, to: number] } | 'open';
/** A filter by from and to. */
export type ListRange = 'date' | 'number';
/** One as it was asked for; an end that was left out is an empty text. */
export type AskedRange = { field: string; type: ListRange; from: string; to: string };
/** The filters of a list in the order in which a page shows them: the named ones first. */
export const shownFirst = <Filters extends Record<string, ListField>>(filters: Filters, ...names: (keyof Filters & string)[]): Filters =>
  ({ ...Object.fromEntries(names.map((name) => [name, filters[name]])), ...filters }) as Filters;
type ListOrder = 'SOURCE' | 'TITLE' | 'UPDATED';
/** A value in the address that no record can have; it is left out and the page says so. */
export type Unknown = { field: string; value: string };
export type ListRequest = {
  /** The known choices as the API takes them. */
  filter: Record<string, (string | number)[] | { from?: string | number; to?: string | number }>;
  /** The same as text, for the form. */
  selected: Record<string, string[]>;
  unknown: Unknown[];
  /** The filters by from and to that the list has, in its order. */
  ranges: AskedRange[];
  /** How many values of filters were too many to be read; they are left out and the page says so. */
  tooMany: number;
  orderBy: ListOrder;
  after: string | null;
  /** Only what was changed on this day or later. */
  since: string | null;
  /** A dense table, or rows with the summary. */
  view: 'table' | 'rows';
  /** The columns of the table that were chosen; none where the list's own are shown. */
  columns: string[];
  /** How many to show at once. */
  first: number;
};

/** Nobody chooses more values of one field by hand; an address that holds more is not read further. */
const most = 50;

/**
 * What an address asks of a list: filters under the API's own names, `sort`, `after`, in any case. Values outside a closed
 * set are set apart, never sent: the API would refuse the whole question for one of them.
 */
export function listRequest(url: URL, fields: Readonly<Record<string, ListField>>, between: Readonly<Record<string, ListRange>> = {}): ListRequest {
  const filter: ListRequest['filter'] = {};
  const selected: ListRequest['selected'] = {};
  const unknown: Unknown[] = [];
  let tooMany = 0;
  for (const [field, kind] of Object.entries(fields)) {
    const given = [...new Set(url.searchParams.getAll(field).filter((value) => value !== ''))];
    const values = given.slice(0, most);
    tooMany += given.length - values.length;
    const known = new Set<string | number>();
    for (const value of values) {
      const one = knownAs(kind, value);
      if (one === undefined) unknown.push({ field, value });
      else known.add(one);
    }
    if (known.size > 0) {
      filter[field] = [...known];
      selected[field] = [...known].map(String);
    }
  }
  const ranges = Object.entries(between).map(([field, type]): AskedRange => {
    const [from, to] = ['from', 'to'].map((end) => {
      const text = url.searchParams.get(`${field}_${end}`)?.trim() ?? '';
      if (text === '' || endOf(type, text) !== undefined) return text;
      unknown.push({ field: `${field}_${end}`, value: text });
      return '';
    }) as [string, string];
    const turned = from !== '' && to !== '' && latest(type, to) < earliest(type, from);
    if (turned) unknown.push({ field: `${field}_to`, value: to });
    return { field, type, from, to: turned ? '' : to };
  });
  for (const { field, type, from, to } of ranges) {
    const [first, last] = [endOf(type, from), endOf(type, to)];
    if (first !== undefined || last !== undefined)
      filter[field] = { ...(first === undefined ? {} : { from: first }), ...(last === undefined ? {} : { to: last }) };
  }
  const asked = url.searchParams.get('sort') ?? '';
  const sort = ['source', 'title', 'updated'].find((one) => one === asked.toLowerCase()) ?? 'source';
  if (asked && asked.toLowerCase() !== sort) unknown.push({ field: 'sort', value: asked });
  const day = url.searchParams.get('since')?.trim() ?? '';
  const since = isDay(day) ? day : null;
  if (day && !since) unknown.push({ field: 'since', value: day });
  const asView = url.searchParams.get('view') ?? '';
  const view = asView.toLowerCase() === 'rows' ? 'rows' : 'table';
  if (asView && asView.toLowerCase() !== view) unknown.push({ field: 'view', value: asView });
  return {
    filter,
    selected,
    unknown,
    ranges,
    tooMany,
    // What changed is read from the last change on, unless another order was chosen.
    orderBy: (since && !asked ? 'updated' : sort).toUpperCase() as ListOrder,
    after: url.searchParams.get('after') || null,
    since,
    view,
    columns: [...new Set(url.searchParams.getAll('column'))].slice(0, most),
    first: view === 'table' ? AT_ONCE : 20,
  };
}

/** Rows of a table at once. */
const AT_ONCE = 40;

/** A day that exists, such as 2026-11-01. */
const isDay = (text: string) => /^(?!0000)\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;

/** An end of a filter by from and to as the API takes it; nothing where it is none. */
function endOf(type: ListRange, text: string): string | number | undefined {
  if (type === 'number') return /^-?\d{1,15}(\.\d{1,6})?$/.test(text) ? Number(text) : undefined;
  return /^\d{4}(-\d\d){0,2}$/.test(text) && isDay(earliest(type, text) as string) ? text : undefined;
}
const earliest = (type: ListRange, text: string) => (type === 'number' ? Number(text) : `${text}-01-01`.slice(0, 10));
/** Later than any day that the text may be; compared as texts. */
const latest = (type: ListRange, text: string) => (type === 'number' ? Number(text) : `${text}-99-99`.slice(0, 10));

/** The value as the API takes it; nothing where the field cannot have it. */
function knownAs(kind: ListField, value: string): string | number | undefined {
  if (kind === 'open') return value;
  if ('values' in kind) return kind.values.find((one) => one.toLowerCase() === value.toLowerCase());
  const number = /^\d{1,4}$/.test(value) ? Number(value) : Number.NaN;
  return number >= kind.numbers[0] && number <= kind.numbers[1] ? number : undefined;
}

/** The address without the values that nothing has, so that links from the page do not carry them on. */
export function withoutUnknown(url: URL, unknown: readonly Unknown[]): URL {
  const clean = new URL(url);
  for (const { field, value } of unknown) clean.searchParams.delete(field, value);
  // A form sends the boxes that nobody filled in.
  for (const [name, value] of [...clean.searchParams]) if (value === '') clean.searchParams.delete(name, value);
  return clean;
}
