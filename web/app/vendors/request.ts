import { amountIn } from '../agreements/amounts.ts';
import type { AgreementFilter, RosterOrder, WorkFilter } from '../graphql/graphql.ts';
import type { ListField, ListRequest, Unknown } from '../ui/list-request.ts';
import { stageOrder, values } from '../ui/vocabulary.ts';
import { isDate } from '../uptake/request.ts';

/** What is asked of the work of vendors, in the order in which it is shown. */
export const workFields: Record<keyof Omit<WorkFilter, 'unSystem' | 'wentIntoUse'>, ListField> = {
  stage: { values: stageOrder },
  client: 'open',
  workPlatform: 'open',
  workRegion: 'open',
  workCountry: 'open',
  use: { values: values.use },
  sector: { values: values.sector },
  role: 'open',
  workAccess: { values: values.access },
  goal: { numbers: [1, 17] },
};
export type AskedName = 'name' | 'unSystem' | 'wentIntoUse' | 'agreement' | 'validOn' | 'unspsc' | 'ceilingLeft' | 'currency';
export type RosterRequest = {
  work: WorkFilter;
  agreement: AgreementFilter | null;
  name: string | null;
  orderBy: RosterOrder;
  /** What was typed or ticked beside the groups of filters. */
  typed: Partial<Record<AskedName, string>>;
  unknown: Unknown[];
};

/**
 * What an address asks of the roster beside the filters of every list.
 * @param asked the same address as every list reads it, with the fields of the work among its own
 * @param today in UTC: an agreement is looked for that can be used then, unless a day is chosen
 */
export function rosterRequest({ searchParams }: URL, asked: ListRequest, today = new Date().toISOString().slice(0, 10)): RosterRequest {
  const typed: RosterRequest['typed'] = {};
  // "work" and "latest" are orders of this list alone.
  const sort = searchParams.get('sort')?.toUpperCase();
  const own = sort === 'WORK' || sort === 'LATEST' ? sort : null;
  const unknown: Unknown[] = asked.unknown.filter(({ field }) => !(field === 'sort' && own));
  const read = <Value>(name: AskedName, as: (text: string) => Value | null): Value | null => {
    const text = searchParams.get(name)?.trim() ?? '';
    if (text === '') return null;
    const value = text.length > 200 ? null : as(text);
    if (value === null) unknown.push({ field: name, value: text });
    else typed[name] = text;
    return value;
  };
  const yes = (name: AskedName) => read(name, (text) => (text === 'yes' ? true : null));
  const work = Object.fromEntries(Object.keys(workFields).flatMap((field) => (asked.filter[field] ? [[field, asked.filter[field]]] : []))) as WorkFilter;
  const kind = read('agreement', (text) => (text === 'any' || text === 'open' ? text : null));
  const filter: AgreementFilter = {
    validOn: read('validOn', (text) => (isDate(text) ? text : null)),
    unspsc: read('unspsc', (text) => (/^(\d\d){1,4}$/.test(text) ? text : null)),
    ceilingLeft: read('ceilingLeft', amountIn),
    currency: read('currency', (text) => (/^[a-z]{3}$/i.test(text) ? text.toUpperCase() : null)),
    open: kind === 'open' ? true : null,
  };
  return {
    work: { ...work, unSystem: yes('unSystem'), wentIntoUse: yes('wentIntoUse') },
    agreement: kind || Object.values(filter).some((value) => value !== null) ? { ...filter, validOn: filter.validOn ?? today } : null,
    name: read('name', (text) => text),
    orderBy: own ?? asked.orderBy,
    typed,
    unknown,
  };
}
