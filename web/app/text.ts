// The API's rule for text (prisma/content/text.ts) as the pages need it: they import nothing of the server. web/app/text.test.ts holds both to be one.
const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that no text may hold.
const forbidden = /[\0-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]/g;

// More marks on one letter than any language has (UAX 15 bounds them in "stream-safe" text): putting a long run in order takes time that grows with its square.
const tooManyMarks = /(\p{M}{30})\p{M}+/gu;

// A line ends every stretch of another direction that it begins (UAX 9), and nothing else.
const stretch = /[\u202a-\u202e\u2066-\u2069]/g;
function closed(line: string): string {
  let open: string[] = [];
  const kept = line.replace(stretch, (sign) => {
    if (sign === '\u202c') return open.at(-1) === sign ? (open.pop() as string) : '';
    if (sign === '\u2069') {
      const at = open.lastIndexOf(sign);
      if (at < 0) return '';
      open = open.slice(0, at);
      return sign;
    }
    open.push(sign >= '\u2066' ? '\u2069' : '\u202c');
    return sign;
  });
  return kept + open.reverse().join('');
}

/** A text as it is kept: well-formed, in normal form C, lines ended by LF and turning nothing beyond them, a space for each character that no text may hold. */
export const keepable = (text: string): string => {
  const whole = text.toWellFormed().replace(lineEnds, '\n').replace(tooManyMarks, '$1').normalize('NFC');
  return (whole.search(stretch) < 0 ? whole : whole.split('\n').map(closed).join('\n')).replace(forbidden, ' ');
};

/** Whether a text holds characters that `keepable` makes spaces. */
export const holdsForbidden = (text: string): boolean => text.replace(lineEnds, '\n').search(forbidden) >= 0;
