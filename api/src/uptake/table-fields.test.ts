import { expect, it } from 'vitest';
import { heading } from '../sheets/cells.ts';
import { readingOf } from '../sheets/mapping.ts';
import { tableFields } from './table-fields.ts';

const fields = tableFields(null);
/** So much a table may hold (1 MB): what looks through it once for each of its signs would not come to an end within the time of a test. */
const LENGTH = 1_000_000;

it('reads headings and cells of one megabyte of brackets, blanks or stars', { timeout: 60_000 }, () => {
  for (const sign of ['(', '[', '([', '( ', '*', ' ', ': ', 'x('])
    for (const text of [sign.repeat(LENGTH / sign.length), `${sign.repeat(LENGTH / sign.length)}x`, `x${sign.repeat(LENGTH / sign.length)})x`]) {
      const reading = readingOf(
        [
          [text, 'Organization'],
          [text, 'FAO'],
        ],
        fields,
        { head: 1 },
      );
      expect(reading.columns.map(({ field }) => field)).toEqual([null, 'organization']);
      expect(heading(text).length).toBeLessThanOrEqual(LENGTH + 3);
    }
  for (const field of fields.filter(({ read }) => read))
    for (const text of [
      `2${' '.repeat(LENGTH)}x`,
      `JIU/REP/2020/7${' '.repeat(LENGTH)}rec${' '.repeat(LENGTH)}x`,
      '('.repeat(LENGTH),
      `${' ('.repeat(LENGTH / 2)})x`,
    ])
      expect(field.read?.(text)).toBeNull();
});

it('still knows headings with a remark in brackets, and numbers with blanks between', () => {
  const reading = readingOf(
    [
      ['Recommendation (number)', 'Organization [short name]'],
      ['1', 'FAO'],
    ],
    fields,
    null,
  );
  expect(reading.columns.map(({ field }) => field)).toEqual(['recommendation', 'organization']);
});

it('reads every word as it was decided, however many decisions there are, and a decision goes before what is remembered', { timeout: 60_000 }, () => {
  const words = Array.from({ length: 5000 }, (_, index) => ({ field: 'acceptance', word: `Word ${index}`, value: index === 7 ? 'ACCEPTED' : 'NOT_ACCEPTED' }));
  const cells = [['Recommendation', 'Acceptance'], ...words.map(({ word }) => ['1', word.toUpperCase()])];
  const many = Array.from({ length: 20_000 }, (_, index) => ({ field: 'acceptance', word: `other ${index}`, value: '' }));
  const reading = readingOf(cells, fields, { words: [...many, ...words] }, { words: [{ field: 'acceptance', word: 'word 7', value: 'NOT_ACCEPTED' }] });
  expect(reading.words.filter(({ value }) => value === 'ACCEPTED').map(({ word }) => word)).toEqual(['WORD 7']);
  expect(reading.words.filter(({ value }) => value === 'NOT_ACCEPTED')).toHaveLength(4999);
});
