// Words of the embedded engine outside the database: how they are folded, cut out of a text, and how far apart two are.
// A folded word is in lower case, without accents, of letters and digits only.

/**
 * Edits that turn one word into another: insert, delete, replace, change two neighbours (optimal string alignment).
 * With `beginning`, the least for any beginning of `b`, for a word that is not finished.
 * @returns the number of edits, or `limit + 1` when it is more than the limit
 */
export function distance(a: string, b: string, limit: number, beginning = false): number {
  if (a === b) return 0;
  if (!beginning && Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let value = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) value = Math.min(value, (before[j - 2] ?? 0) + 1);
      row.push(value);
      if (value < least) least = value;
    }
    if (least > limit) return limit + 1;
    before = last;
    last = row;
  }
  const result = beginning ? Math.min(...last) : (last[b.length] ?? 0);
  return result > limit ? limit + 1 : result;
}

/** How many wrong letters a word may have: none with digits or under 4 letters, 1 under 8, else 2. */
export const allowedEdits = (word: string) => (word.length < 4 || /\d/.test(word) ? 0 : word.length < 8 ? 1 : 2);

const special: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ł: 'l', ı: 'i', þ: 'th', ð: 'd', ħ: 'h' };
const folded = new Map<string, string>();
/** The folding of one word for marking; the database folds what is searched (search_fold). */
export function foldWord(word: string): string {
  const known = folded.get(word);
  if (known !== undefined) return known;
  const result = word
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
    .replace(/[ßæœøđłıþðħ]/g, (letter) => special[letter] ?? letter);
  if (folded.size > 50_000) folded.clear();
  folded.set(word, result);
  return result;
}

export type Token = { word: string; start: number; end: number };
const letters = new Map<number, boolean>();
/** Whether a UTF-16 unit belongs to a word: letters, digits, marks, and halves of what lies beyond the basic plane. */
function inWord(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90);
  const known = letters.get(code);
  if (known !== undefined) return known;
  const result = (code >= 0xd800 && code <= 0xdfff) || /[\p{L}\p{N}\p{M}]/u.test(String.fromCharCode(code));
  letters.set(code, result);
  return result;
}
/** The words of a text with their places in it (UTF-16 offsets). Written by hand: it reads tens of texts for each search. */
export function tokens(text: string): Token[] {
  const list: Token[] = [];
  const lower = text.toLowerCase();
  // Lower case has another length only for a few letters; then each word is folded by itself.
  const aligned = lower.length === text.length;
  // The lower-case text lies in one piece; reading letters of one that was put together from pieces is very slow.
  const read = aligned ? lower : text;
  let start = -1;
  let plain = true;
  for (let at = 0; at <= read.length; at++) {
    const code = at < read.length ? read.charCodeAt(at) : 32;
    if (inWord(code)) {
      if (start < 0) {
        start = at;
        plain = true;
      }
      if (code > 127) plain = false;
    } else if (start >= 0) {
      const word = plain && aligned ? lower.slice(start, at) : foldWord(text.slice(start, at));
      if (word !== '') list.push({ word, start, end: at });
      start = -1;
    }
  }
  return list;
}

/** Control characters have no place in text that is shown, and Postgres refuses the null one. */
export const clean = (text: string) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  text.toWellFormed().replace(/[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g, ' ');
