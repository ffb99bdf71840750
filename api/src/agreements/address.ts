import { isDate } from '../uptake/state.ts';
import { type Why, why } from '#i18n/fault.ts';
import { unknownFilter } from '../records/filters.ts';
import type { Ignored } from '../records/list.ts';
import { type AgreementFilter, type AgreementOrder, agreementOrders } from './list.ts';
import { amount, unspscLevel } from './terms.ts';

const names = ['text', 'open', 'validOn', 'ceilingLeft', 'currency', 'unspsc', 'holder', 'vendor'] as const;
/** What else may stand in the address of the list: how a page shows it. */
const notFilters = new Set(['sort', 'after', 'first', 'column', 'audience']);

/** Reads the filter and the order from the address of the list of agreements, as its page does; what cannot be used of it is told. */
export function readAgreementFilter(query: URLSearchParams): { filter: AgreementFilter; orderBy: AgreementOrder; ignored: Ignored[] } {
  const ignored: Ignored[] = [];
  const read = <Value>(field: string, as: (text: string) => Value | null, told: Why): Value | null => {
    const text = query.get(field)?.trim() ?? '';
    if (text === '') return null;
    const value = as(text);
    if (value === null) ignored.push({ field, value: text, ...told });
    return value;
  };
  for (const name of new Set(query.keys()))
    if (!(names as readonly string[]).includes(name) && !notFilters.has(name)) ignored.push(unknownFilter(name, query.getAll(name), names));
  const all = (field: string) => [...new Set(query.getAll(field).filter(Boolean))].slice(0, 50);
  const order = (text: string): AgreementOrder | null => (Object.hasOwn(agreementOrders, text.toUpperCase()) ? (text.toUpperCase() as AgreementOrder) : null);
  return {
    filter: {
      text: read('text', (text) => text.slice(0, 200), why('TOO_LONG', { max: 200 })),
      open: read('open', (text) => (text === 'yes' ? true : null), why('CHOICE', { values: 'yes' })),
      validOn: read('validOn', (text) => (isDate(text) ? text : null), why('DATE', { example: '2027-05-31' })),
      ceilingLeft: read(
        'ceilingLeft',
        (text) => {
          const value = Number(text.replace(/[\s,'’]/g, ''));
          return amount.safeParse(value).success ? value : null;
        },
        why('AMOUNT'),
      ),
      currency: read('currency', (text) => (/^[a-z]{3}$/i.test(text) ? text : null), why('CURRENCY')),
      unspsc: read('unspsc', (text) => (unspscLevel(text) === null ? null : text), why('UNSPSC')),
      holder: all('holder'),
      vendor: all('vendor'),
    },
    orderBy: read('sort', order, why('CHOICE', { values: Object.keys(agreementOrders).join(', ').toLowerCase() })) ?? 'ENDS',
    ignored,
  };
}
