import { expect, it } from 'vitest';
import { isUnseen, oneLine, turningSign } from './text.ts';

it('takes signs that nobody sees for nothing', () => {
  for (const text of ['\u200b', '\u3164', '\u2800', '\u00ad', '\u{e0041}', '\u2060', '\ufe0f', '\uffa0', '\ufffc', '\u200d \u200c', '  \t', ''])
    expect([text, oneLine(text), isUnseen(text)]).toEqual([text, '', true]);
  // What is read with them stays as it is: Persian and emoji need such signs.
  for (const text of ['می\u200cخواهم', '👩\u200d🌾', '☀\ufe0f', '℃', '-'])
    expect([oneLine(text), isUnseen(text), turningSign(text)]).toEqual([text, false, null]);
});

it('names what turns or hides the writing', () => {
  for (const sign of ['\u202e', '\u2066', '\u206a', '\ufff9', '\u{1d173}', '\u{e0041}']) expect(turningSign(`a${sign}b`)).toMatch(/^U\+/);
});
