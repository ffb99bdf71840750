import { expect, it } from 'vitest';
import { forbiddenSign, keepable, plain } from '#prisma/content/text.ts';
import { holdsForbidden, keepable as keepableHere } from './text.ts';

it('the pages have the rule for text that the API has, for every code unit', () => {
  for (let unit = 0; unit < 0x10000; unit++) {
    const text = `a${String.fromCharCode(unit)}b`;
    expect([unit, keepableHere(text), holdsForbidden(text)]).toEqual([unit, keepable(text), forbiddenSign(plain(text)) !== null]);
  }
  for (const text of [
    '\r\n\r\u2028',
    'e\u0301',
    '🌍',
    '\ud83d',
    `a${'\u0315\u0300'.repeat(40)}b`,
    '\u202ea\n\u2067b\u202ac\u2069',
    'a\u2069\u202cb',
    '\u2066\u2067\u202d',
  ])
    expect(keepableHere(text)).toBe(keepable(text));
});

it('a letter keeps 30 marks, and a long run of them is never put in order', () => {
  // Each of these took seconds to minutes: the time grew with the square of the run.
  for (const mend of [plain, keepable, keepableHere]) {
    const long = mend(`a${'\u0315\u0300'.repeat(150_000)}b${'\u05b0\u0591'.repeat(150_000)}`);
    expect(long.length).toBeLessThanOrEqual(2 + 2 * 30);
  }
  // What languages write stays: Vietnamese, Hebrew with points and accents, Thai, a family of four.
  for (const text of ['ệ ữ', 'בְּרֵאשִׁ֖ית', 'น้ำ', '👨‍👩‍👧‍👦', `z${'\u0351'.repeat(25)}`]) expect(plain(text)).toBe(text.normalize('NFC'));
});
