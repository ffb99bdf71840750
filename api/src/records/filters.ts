import type { RecordKind } from '#prisma/generated/enums.ts';
import type { Ignored, Order } from './list.ts';

/** A list of the schema: its kind, and its filter fields from the name that people read to the facet that is stored. */
export type List = { kind: keyof typeof RecordKind; fields: Record<string, string> };

/** Every list by the name of its GraphQL field, such as "projects"; filled as the lists are added to the schema. */
export const lists = new Map<string, List>();

/** The orders as they are written in an address. */
const sorts: Record<string, Order> = { source: 'SOURCE', title: 'TITLE', updated: 'UPDATED' };
/** What else may stand in the address of a list: where it stands in its pages. */
const notFilters = new Set(['sort', 'after', 'before', 'first', 'view', 'column', 'since']);

/** A day that exists, such as 2026-11-01. */
export const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;

/**
 * Reads the filters and the order from the address of a list: `stage=PILOT&stage=IN_USE&goal=2&sort=title`. Pages and
 * exports both come here, so the same address always means the same rows. Several values of one field are alternatives.
 * `since` leaves what was changed on that day or later, the last changed first unless another order is chosen.
 * @returns the chosen values by stored facet, and what the list does not know
 */
export function readFilters(list: List, query: URLSearchParams): { filter: Record<string, string[]>; order: Order; since: string | null; ignored: Ignored[] } {
  const filter: Record<string, string[]> = {};
  const ignored: Ignored[] = [];
  for (const name of new Set(query.keys())) {
    const values = [...new Set(query.getAll(name).filter((value) => value.trim() !== ''))];
    const facet = Object.hasOwn(list.fields, name) ? list.fields[name] : undefined;
    if (facet && values.length > 0) filter[facet] = values;
    else if (!facet && !notFilters.has(name)) {
      const known = Object.keys(list.fields);
      ignored.push({
        field: name,
        value: values.join(', '),
        message: `This list has no filter "${name.slice(0, 80)}"${known.length > 0 ? `; it has ${known.join(', ')}` : ''}.`,
      });
    }
  }
  const sort = query.get('sort')?.trim() ?? '';
  const order = Object.hasOwn(sorts, sort.toLowerCase()) ? sorts[sort.toLowerCase()] : undefined;
  if (sort && !order)
    ignored.push({ field: 'sort', value: sort, message: `The list can be sorted by ${Object.keys(sorts).join(', ')}, not "${sort.slice(0, 80)}".` });
  const since = query.get('since')?.trim() ?? '';
  if (since && !isDay(since)) ignored.push({ field: 'since', value: since, message: 'Write the day as 2026-11-01.' });
  return { filter, order: order ?? (isDay(since) ? 'UPDATED' : 'SOURCE'), since: isDay(since) ? since : null, ignored };
}
