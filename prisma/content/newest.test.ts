import { expect, test } from 'vitest';
import { isLater, newest, newestDate, ofNewestDay } from './newest.ts';

test('dates are compared as far as both are known', () => {
  expect([isLater('2026', '2026-02-06'), isLater('2026-02-06', '2026'), isLater('2025-05', '2020'), isLater('2020-11', '2020-12')]).toEqual([
    false,
    false,
    true,
    false,
  ]);
  expect([newestDate([]), newestDate([null, '2020', undefined, '2021-03', '2021'])]).toEqual([null, '2021-03']);
});

test('the newest fact is the last one, unless another is of a later day', () => {
  const pilot = { stage: 'PILOT', asAt: '2020' };
  const use = { stage: 'IN_USE', date: '2021-01-27', asAt: '2021-02-04' };
  const ended = { stage: 'DISCONTINUED' };
  expect(newest([pilot, use])).toBe(use);
  expect(newest([use, pilot])).toBe(use);
  expect(newest([use, pilot, ended])).toBe(ended);
  expect(newest([{ date: '2017-05' }, { date: '2016', asAt: '2022' }, { date: '2020-11' }])).toEqual({ date: '2016', asAt: '2022' });
  expect(newest([])).toBeUndefined();
  expect(ofNewestDay([{ asAt: '2020' }, { asAt: '2026-02-06' }, {}, { asAt: '2026' }])).toEqual([{ asAt: '2026-02-06' }, { asAt: '2026' }]);
  expect(ofNewestDay([{}, {}])).toEqual([{}, {}]);
});
