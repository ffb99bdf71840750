// The API's rule for text (prisma/content/text.ts) as the pages need it: they import nothing of the server. web/app/text.test.ts holds both to be one.
const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that no text may hold.
const forbidden = /[\0-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]/g;

// More marks on one letter than any language has (UAX 15 bounds them in "stream-safe" text): putting a long run in order takes time that grows with its square.
const tooManyMarks = /(\p{M}{30})\p{M}+/gu;

/** A text as it is kept: well-formed, in normal form C, lines ended by LF, a space for each character that no text may hold. */
export const keepable = (text: string): string =>
  text.toWellFormed().replace(lineEnds, '\n').replace(tooManyMarks, '$1').normalize('NFC').replace(forbidden, ' ');

/** Whether a text holds characters that `keepable` makes spaces. */
export const holdsForbidden = (text: string): boolean => text.replace(lineEnds, '\n').search(forbidden) >= 0;
