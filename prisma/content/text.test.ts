import { expect, it } from 'vitest';
import { isUnseen, isWebAddress, keepable, oneLine, plain, turningSign } from './text.ts';

it('takes signs that nobody sees for nothing', () => {
  for (const text of ['\u200b', '\u3164', '\u2800', '\u00ad', '\u{e0041}', '\u2060', '\ufe0f', '\uffa0', '\ufffc', '\u200d \u200c', '  \t', ''])
    expect([text, oneLine(text), isUnseen(text)]).toEqual([text, '', true]);
  // What is read with them stays as it is: Persian and emoji need such signs.
  for (const text of ['می\u200cخواهم', '👩\u200d🌾', '☀\ufe0f', '℃', '-'])
    expect([oneLine(text), isUnseen(text), turningSign(text)]).toEqual([text, false, null]);
});

it('ends every stretch of another direction in its line, and leaves out what ends nothing', () => {
  const [lre, rle, pdf, lro, rlo] = ['\u202a', '\u202b', '\u202c', '\u202d', '\u202e'];
  const [lri, rli, fsi, pdi] = ['\u2066', '\u2067', '\u2068', '\u2069'];
  const cases: [string, string][] = [
    [`good ${rlo}gnihton`, `good ${rlo}gnihton${pdf}`],
    [`${rli}a${lre}b`, `${rli}a${lre}b${pdf}${pdi}`],
    [`${rli}a${lre}b${pdi}c`, `${rli}a${lre}b${pdi}c`],
    [`a${pdf}b${pdi}c`, 'abc'],
    [`${lre}a${pdi}b${pdf}`, `${lre}ab${pdf}`],
    [`${fsi}a${pdf}b${pdi}`, `${fsi}ab${pdi}`],
    [`${rlo}a\nb${pdf}\r\n${rle}`, `${rlo}a${pdf}\nb\n${rle}${pdf}`],
    [`${lro}${lri}${rlo}`, `${lro}${lri}${rlo}${pdf}${pdi}${pdf}`],
    // What is balanced, and what only says of itself how it runs, stays as it is.
    [`${rle}\u0633\u0644\u0627\u0645${pdf} \u200fx\u200e`, `${rle}\u0633\u0644\u0627\u0645${pdf} \u200fx\u200e`],
    [rlo.repeat(3), `${rlo.repeat(3)}${pdf.repeat(3)}`],
  ];
  for (const [text, kept] of cases) expect([plain(text), plain(kept), keepable(text)]).toEqual([kept, kept, kept]);
  // In one pass, however many there are.
  expect(plain(`${rli}${lre}`.repeat(100_000)).length).toBe(400_000);
  expect(plain(pdi.repeat(100_000))).toBe('');
});

it('names what turns or hides the writing', () => {
  for (const sign of ['\u202e', '\u2066', '\u206a', '\ufff9', '\u{1d173}', '\u{e0041}']) expect(turningSign(`a${sign}b`)).toMatch(/^U\+/);
});

it('takes as an address of the web what shows where it leads', () => {
  for (const address of ['https://www.example.org/a?b=c#d', 'http://[::1]:8080/', 'HTTPS://example.org', 'https://例え.jp/ü'])
    expect([address, isWebAddress(address)]).toEqual([address, true]);
  for (const address of [
    ...[
      'javascript:alert(1)',
      'https://',
      'https://example.org/a b',
      'https://example.org/a\nb',
      'https://example.org\\@un.org',
      'https://un.org@example.org/',
    ],
    ...['https://example.org/\u202egpj.exe', 'https://example.org/\u2066', 'https://exam\u00adple.org', 'https://example.org/\u0000', ' https://example.org'],
  ])
    expect([address, isWebAddress(address)]).toEqual([address, false]);
});
