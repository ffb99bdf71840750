import { expect, it } from 'vitest';
import { forbiddenSign, keepable, plain } from '#prisma/content/text.ts';
import { holdsForbidden, keepable as keepableHere } from './text.ts';

it('the pages have the rule for text that the API has, for every code unit', () => {
  for (let unit = 0; unit < 0x10000; unit++) {
    const text = `a${String.fromCharCode(unit)}b`;
    expect([unit, keepableHere(text), holdsForbidden(text)]).toEqual([unit, keepable(text), forbiddenSign(plain(text)) !== null]);
  }
  for (const text of ['\r\n\r\u2028', 'e\u0301', '🌍', '\ud83d']) expect(keepableHere(text)).toBe(keepable(text));
});
