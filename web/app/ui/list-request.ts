import type { ListOrder } from '../graphql/graphql.ts';
import { type Selected, selectedIn } from './address.ts';

/** A value of the address that no list has. */
export type Unknown = { field: string; value: string };

export type ListRequest = {
  /** The values that can be asked for, by field; to be passed on as the API's filter. */
  filter: Record<string, (string | number)[]>;
  orderBy: ListOrder;
  after: string | null;
  /** What is chosen, as the address has it, without what is unknown. */
  selected: Selected;
  /** Values that the address has and no list knows. */
  unknown: Unknown[];
};

/** What a field takes: one of these words, a whole number from 1 to the given one, or any name ("open"). */
export type Field = readonly string[] | { to: number } | 'open';

const orders: Record<string, ListOrder> = { source: 'SOURCE', title: 'TITLE', updated: 'UPDATED' };
/** A name longer than this is nobody's. */
const longest = 200;

/**
 * Reads the filters, the order and the place of a list from its address. A value that cannot be one of its field is
 * left out and reported, so that the page can say so and show the rest.
 */
export function listRequest(url: URL, fields: Readonly<Record<string, Field>>): ListRequest {
  const unknown: Unknown[] = [];
  const filter: ListRequest['filter'] = {};
  const selected: Selected = {};
  for (const [field, values] of Object.entries(selectedIn(url, Object.keys(fields)))) {
    for (const value of values) {
      const known = readValue(value, fields[field] ?? 'open');
      if (known === null) {
        unknown.push({ field, value });
        continue;
      }
      filter[field] = [...(filter[field] ?? []), known];
      selected[field] = [...(selected[field] ?? []), String(known)];
    }
  }
  const sort = url.searchParams.get('sort');
  if (sort && !Object.hasOwn(orders, sort)) unknown.push({ field: 'sort', value: sort });
  return { filter, selected, unknown, orderBy: (sort && Object.hasOwn(orders, sort) && orders[sort]) || 'SOURCE', after: url.searchParams.get('after') || null };
}

function readValue(value: string, field: Field): string | number | null {
  if (field === 'open') return value.length <= longest && !/\p{Cc}/u.test(value) ? value : null;
  if ('to' in field) return /^\d{1,4}$/.test(value) && Number(value) >= 1 && Number(value) <= field.to ? Number(value) : null;
  const word = value.toUpperCase();
  return field.includes(word) ? word : null;
}

/** The address without the values that no list knows, so that links and filters do not carry them on. */
export function withoutUnknown(url: URL, unknown: readonly Unknown[]): URL {
  const clean = new URL(url);
  for (const { field, value } of unknown) clean.searchParams.delete(field, value);
  return clean;
}
