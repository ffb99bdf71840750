import type { AgreementFilter, AgreementOrder } from '../graphql/graphql.ts';
import { isDate } from '../uptake/request.ts';
import { amountIn } from './amounts.ts';

export const filterNames = ['text', 'open', 'validOn', 'ceilingLeft', 'currency', 'unspsc', 'holder', 'vendor'] as const;
type FilterName = (typeof filterNames)[number];
export const orders = ['ends', 'title', 'holder', 'vendor'] as const;
export type AgreementRequest = {
  filter: AgreementFilter;
  /** The same as text, for the form; without what nobody can mean. */
  typed: Partial<Record<FilterName, string>>;
  /** Values in the address that no agreement can have; they are left out and the page says so. */
  unknown: { field: string; value: string }[];
  orderBy: AgreementOrder;
  after: string | null;
  columns: string[];
};

const MOST = 50;
/** What an address asks of the list of agreements, under the names of the API. */
export function agreementRequest({ searchParams }: URL): AgreementRequest {
  const unknown: AgreementRequest['unknown'] = [];
  const typed: AgreementRequest['typed'] = {};
  const read = <Value>(field: FilterName, as: (text: string) => Value | null): Value | null => {
    const text = searchParams.get(field)?.trim() ?? '';
    if (text === '') return null;
    const value = text.length > 200 ? null : as(text);
    if (value === null) unknown.push({ field, value: text.slice(0, 200) });
    else typed[field] = text;
    return value;
  };
  const all = (field: 'holder' | 'vendor') => [...new Set(searchParams.getAll(field).filter(Boolean))].slice(0, MOST);
  const sort = searchParams.get('sort')?.toLowerCase() ?? '';
  const order = orders.find((one) => one === sort);
  if (sort && !order) unknown.push({ field: 'sort', value: sort });
  return {
    filter: {
      text: read('text', (text) => text),
      open: read('open', (text) => (text === 'yes' ? true : null)),
      validOn: read('validOn', (text) => (isDate(text) ? text : null)),
      ceilingLeft: read('ceilingLeft', amountIn),
      currency: read('currency', (text) => (/^[a-z]{3}$/i.test(text) ? text.toUpperCase() : null)),
      unspsc: read('unspsc', (text) => (/^(\d\d){1,4}$/.test(text) ? text : null)),
      holder: all('holder'),
      vendor: all('vendor'),
    },
    typed,
    unknown,
    orderBy: (order ?? 'ends').toUpperCase() as AgreementOrder,
    after: searchParams.get('after') || null,
    columns: [...new Set(searchParams.getAll('column'))].slice(0, MOST),
  };
}
