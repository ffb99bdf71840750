import { isDate } from '../uptake/state.ts';
import type { Ignored } from '../records/list.ts';
import { type AgreementFilter, type AgreementOrder, agreementOrders } from './list.ts';
import { amount, unspscLevel } from './terms.ts';

const names = ['text', 'open', 'validOn', 'ceilingLeft', 'currency', 'unspsc', 'holder', 'vendor'] as const;
/** What else may stand in the address of the list: how a page shows it. */
const notFilters = new Set(['sort', 'after', 'first', 'column', 'audience']);

/** Reads the filter and the order from the address of the list of agreements, as its page does; what cannot be used of it is told. */
export function readAgreementFilter(query: URLSearchParams): { filter: AgreementFilter; orderBy: AgreementOrder; ignored: Ignored[] } {
  const ignored: Ignored[] = [];
  const read = <Value>(field: string, as: (text: string) => Value | null, message: string): Value | null => {
    const text = query.get(field)?.trim() ?? '';
    if (text === '') return null;
    const value = as(text);
    if (value === null) ignored.push({ field, value: text, message });
    return value;
  };
  for (const name of new Set(query.keys()))
    if (!(names as readonly string[]).includes(name) && !notFilters.has(name))
      ignored.push({
        field: name,
        value: query.getAll(name).join(', '),
        message: `This list has no filter "${name.slice(0, 80)}"; it has ${names.join(', ')}.`,
      });
  const all = (field: string) => [...new Set(query.getAll(field).filter(Boolean))].slice(0, 50);
  const order = (text: string): AgreementOrder | null => (Object.hasOwn(agreementOrders, text.toUpperCase()) ? (text.toUpperCase() as AgreementOrder) : null);
  return {
    filter: {
      text: read('text', (text) => text.slice(0, 200), ''),
      open: read('open', (text) => (text === 'yes' ? true : null), 'Write open=yes.'),
      validOn: read('validOn', (text) => (isDate(text) ? text : null), 'Write the day as 2027-05-31.'),
      ceilingLeft: read(
        'ceilingLeft',
        (text) => {
          const value = Number(text.replace(/[\s,'’]/g, ''));
          return amount.safeParse(value).success ? value : null;
        },
        'Write an amount such as 250000.',
      ),
      currency: read('currency', (text) => (/^[a-z]{3}$/i.test(text) ? text : null), 'Write three letters such as USD.'),
      unspsc: read('unspsc', (text) => (unspscLevel(text) === null ? null : text), 'Write two to eight digits in pairs.'),
      holder: all('holder'),
      vendor: all('vendor'),
    },
    orderBy: read('sort', order, `The list can be sorted by ${Object.keys(agreementOrders).join(', ').toLowerCase()}.`) ?? 'ENDS',
    ignored,
  };
}
