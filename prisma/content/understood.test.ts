import { expect, it } from 'vitest';
import { readings, understood } from './understood.ts';

it('reads days as people write them, and none that is two days', () => {
  const read = (text: string) => readings.date(text);
  for (const [text, kept] of [
    ['May 2023', '2023-05'],
    ['may 2023', '2023-05'],
    ['Sept. 2019', '2019-09'],
    ['12 May 2023', '2023-05-12'],
    ['May 12th, 2023', '2023-05-12'],
    ['2023/5/2', '2023-05-02'],
    ['05/2023', '2023-05'],
    ['31.5.2023', '2023-05-31'],
    ['25/12/2023', '2023-12-25'],
    ['mai 2023', '2023-05'],
    ['12 de enero de 2021', '2021-01-12'],
    ['1er août 2020', '2020-08-01'],
  ] as const)
    expect([text, read(text)]).toEqual([text, kept]);
  for (const text of ['5/6/2023', '31 February 2023', 'spring 2023', 'May', '13/2023', '12 May 23', '']) expect([text, read(text)]).toEqual([text, undefined]);
});

it('reads countries, currencies and numbers', () => {
  for (const [text, code] of [
    ['Kenya', 'KE'],
    ['ke', 'KE'],
    ['KEN', 'KE'],
    ["Cote d'Ivoire", 'CI'],
    ['Côte d’Ivoire', 'CI'],
    ['The Gambia', 'GM'],
    ['Jordanie', 'JO'],
    ['肯尼亚', 'KE'],
    ['Atlantis', undefined],
    ['XX', undefined],
  ] as const)
    expect([text, readings.country(text)]).toEqual([text, code]);
  for (const [text, code] of [
    ['usd', 'USD'],
    ['US$', 'USD'],
    ['US dollars', 'USD'],
    ['€', 'EUR'],
    ['Swiss francs', 'CHF'],
    ['$', undefined],
  ] as const)
    expect([text, readings.currency(text)]).toEqual([text, code]);
  for (const [text, number] of [
    ['12,400', 12400],
    ['12 400', 12400],
    ["1'250'000.50", 1250000.5],
    ['1.250.000', 1250000],
    ['3,5', 3.5],
    ['12.5', 12.5],
    ['1.1 million', 1100000],
    ['-4', -4],
    ['many', undefined],
    ['12,40,0', undefined],
    ['1 2', undefined],
  ] as const)
    expect([text, readings.number(text)]).toEqual([text, number]);
});

it('reads them in the fields that hold them, and leaves everything else as it was typed', () => {
  expect(
    understood('PROJECT', {
      title: 'May 2023',
      countries: [{ code: 'Kenya', place: 'ke' }],
      stages: [{ stage: 'PILOT', date: 'May 2023', text: '12,400' }],
      figures: [{ label: 'Animals', value: '12,400', number: '12,400' }],
      fundingAmounts: [
        { label: 'Pilot', amount: 'USD 250,000', currency: '' },
        { label: 'Later', amount: '1.2 million', currency: 'euros' },
        { label: 'Unclear', amount: 'EUR 5', currency: 'usd' },
      ],
      unknown: 'Kenya',
    }),
  ).toEqual({
    title: 'May 2023',
    countries: [{ code: 'KE', place: 'ke' }],
    stages: [{ stage: 'PILOT', date: '2023-05', text: '12,400' }],
    figures: [{ label: 'Animals', value: '12,400', number: 12400 }],
    fundingAmounts: [
      { label: 'Pilot', amount: 250000, currency: 'USD' },
      { label: 'Later', amount: 1200000, currency: 'EUR' },
      { label: 'Unclear', amount: 'EUR 5', currency: 'USD' },
    ],
    unknown: 'Kenya',
  });
});
