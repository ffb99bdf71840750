import { expect, it } from 'vitest';
import { costsOf, editsOf, number, risksOf } from './form.ts';

const form = (fields: Record<string, string>) => {
  const made = new FormData();
  for (const [name, value] of Object.entries(fields)) made.append(name, value);
  return made;
};

it('reads whole numbers with their thousands apart as people write them, and takes nothing else for one', () => {
  for (const [text, read] of [
    ['12400', 12_400],
    ['12,400', 12_400],
    ['12.400', 12_400],
    ['1 234 567', 1_234_567],
    ['1\u202f234', 1_234],
    ['1’234’567', 1_234_567],
    ['0', 0],
    ['1,5', '1,5'],
    ['2,75', '2,75'],
    ['1.0', '1.0'],
    ['0x10', '0x10'],
    ['1e3', '1e3'],
    ['1,234.567', '1,234.567'],
    ['-5', '-5'],
    ['٣', '٣'],
  ] as const)
    expect([text, number(text)]).toEqual([text, read]);
  expect(number('')).toBeUndefined();
});

it('leaves out only rows with nothing in them', () => {
  const { risks, rows } = risksOf(
    form({
      'risks.0.title': '',
      'risks.0.owner': '',
      'risks.1.mitigation': 'Keep the keys apart.',
      'risks.2.likelihood': '4',
      'risks.3.title': 'Gone',
      'risks.3.remove': 'yes',
    }),
  );
  expect(rows).toEqual([1, 2]);
  expect(risks.map(({ mitigation, likelihood }) => [mitigation, likelihood])).toEqual([
    ['Keep the keys apart.', 0],
    [undefined, 4],
  ]);
  expect(costsOf(form({ currency: 'USD', years: '5' })).costs).toBeNull();
  expect(costsOf(form({ currency: 'EUR', years: '5' })).costs).toMatchObject({ currency: 'EUR', options: [] });
  expect(costsOf(form({ currency: 'USD', years: '5', 'options.0.build.low': '1,5' })).costs).toMatchObject({
    options: [{ build: { low: '1,5', high: '1,5' } }],
  });
});

it('puts nothing over what somebody else saved unless that was chosen', () => {
  expect(editsOf(form({ edits: '3' }))).toBe(3);
  expect(editsOf(form({ edits: '3', over: '5' }))).toBe(5);
});
