/** What ends a line, in whatever program a text was written: CRLF, CR, the breaks that Word writes, NEL, and Unicode's own two. */
const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that no text may hold.
const forbidden = /[\0-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]/;
const everyForbidden = new RegExp(forbidden.source, 'g');
/** Signs that turn the direction of what follows (UAX 9: embeddings, overrides, isolates), and those of old that say how or what is shown. In a name they show another name. */
const turning = /[\u202a-\u202e\u2066-\u206f\ufff9-\ufffc\u{1d173}-\u{1d17a}\u{e0000}-\u{e007f}]/u;
/** Signs that nobody sees: what Unicode calls ignorable, and letters and symbols that are drawn as nothing. */
const unseen = /[\p{Default_Ignorable_Code_Point}\u2800\u3164\uffa0\ufff9-\ufffc]/gu;

/** More marks on one letter than any language has (UAX 15 bounds them in "stream-safe" text): putting a long run in order takes time that grows with its square. */
const tooManyMarks = /(\p{M}{30})\p{M}+/gu;

const nameOf = (sign: string) => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Signs that open and close a stretch of another direction (UAX 9): embeddings and overrides with PDF, isolates with PDI. */
const stretch = /[\u202a-\u202e\u2066-\u2069]/g;
/**
 * A line in which every stretch of another direction ends: what is open at its end is closed, and what closes nothing is left out.
 * The line itself reads as before; what a page, a mail or a file writes beside it is not turned with it.
 */
function closed(line: string): string {
  if (line.search(stretch) < 0) return line;
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

/**
 * A text as it is kept: well-formed Unicode (half surrogates become U+FFFD), in normal form C, every line ending with LF and
 * turning nothing beyond its end. Nothing of it that a person can see changes; of marks on one letter 30 are kept. Lengths are
 * counted after this.
 */
export const plain = (text: string): string => {
  const whole = text.toWellFormed().replace(lineEnds, '\n').replace(tooManyMarks, '$1').normalize('NFC');
  return whole.search(stretch) < 0 ? whole : whole.split('\n').map(closed).join('\n');
};

/** The first character of a plain text that no text may hold, such as "U+0000"; null where there is none: all of Cc but tab and LF, U+FFFE and U+FFFF. */
export function forbiddenSign(text: string): string | null {
  const found = forbidden.exec(text);
  return found ? nameOf(found[0]) : null;
}

/** A plain text with a space for each character that no text may hold: what every writer of XML and every form passes on. */
export const keepable = (text: string): string => plain(text).replace(everyForbidden, ' ');

/** The first sign of a text that turns the direction of writing, such as "U+202E"; null where there is none. */
export function turningSign(text: string): string | null {
  const found = turning.exec(text);
  return found ? nameOf(found[0]) : null;
}

/** A code, such as a number of an agreement, without signs that nobody sees: two that look alike are one. */
export const withoutUnseen = (text: string): string => text.replace(unseen, '');

/** Whether there is nothing in a text that anybody could see. */
export const isUnseen = (text: string): boolean => text.replace(unseen, '').trim() === '';

/**
 * Whether a text is an address of the web, and shows where it leads: http or https, one word, with no sign that turns the writing or
 * that nobody sees, and with no name before the host, which would show another host.
 */
export const isWebAddress = (text: string): boolean => {
  if (!/^https?:\/\/[^\s\\]+$/i.test(text) || forbidden.test(text) || turning.test(text) || text.search(unseen) >= 0 || !URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  return username === '' && password === '';
};

/** What is asked for as one line: any run of blanks and line ends is one space. One of signs that nobody sees is empty. */
export const oneLine = (text: string): string => (isUnseen(text) ? '' : text.replace(/\s+/g, ' ').trim());
