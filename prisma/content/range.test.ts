import { expect, it } from 'vitest';
import { spanOf, spanOfDate } from './range.ts';

const days = (text: string) => Date.parse(`${text}T00:00:00Z`) / 86_400_000;

it.each([
  ['2019', '2019-01-01', '2019-12-31'],
  ['2020-02', '2020-02-01', '2020-02-29'],
  ['2019-12', '2019-12-01', '2019-12-31'],
  ['2019-05-17', '2019-05-17', '2019-05-17'],
  ['1969', '1969-01-01', '1969-12-31'],
])('%s is a date from %s to %s', (text, first, last) => {
  expect(spanOfDate(text)).toEqual({ low: days(first), high: days(last) });
});

it.each(['', '19', '2019-13', '2019-04-31', '2019-5', '2019-05-17T00:00', 'May 2019'])('"%s" is no date', (text) => {
  expect(spanOfDate(text)).toBeNull();
});

it('takes numbers as they are written, and nothing that is none', () => {
  expect([spanOf('number', '1500'), spanOf('number', '-2.5'), spanOf('number', 0)].map((span) => span?.low)).toEqual([1500, -2.5, 0]);
  expect(['', '1,500', '1e9', 'many', '9'.repeat(20)].map((text) => spanOf('number', text))).toEqual([null, null, null, null, null]);
  expect(spanOf('number', Number.NaN)).toBeNull();
});
