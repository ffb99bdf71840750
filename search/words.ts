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
/** Arabic letters that are written either way. */
const alike: Record<string, string> = { ى: 'ي', ة: 'ه', ی: 'ي', ک: 'ك', ٱ: 'ا' };
const folded = new Map<string, string>();
/** The folding of one word for marking; the database folds what is searched (search_fold). */
export function foldWord(word: string): string {
  const known = folded.get(word);
  if (known !== undefined) return known;
  const result = word
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}.]|\u0640/gu, '')
    .replace(/[ىةیکٱ]/g, (letter) => alike[letter] ?? letter)
    .normalize('NFKC')
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
const POINT = 46;
const isDigit = (code: number) => code >= 48 && code <= 57;
/** Whether a stretch is digits and points alone: the point in "16.9" belongs to the number, the one in "D3.1" ends a word. */
function numeric(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!isDigit(text.charCodeAt(at)) && text.charCodeAt(at) !== POINT) return false;
  return true;
}

const denseLetters = '\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff';
/** Letters of languages that are written without spaces, as search_segment (migration 045) has them. */
const dense = new RegExp(`[${denseLetters}]`);
const runs = new RegExp(`[${denseLetters}]+|[^${denseLetters}]+`, 'gu');
export const isDense = (word: string) => dense.test(word);

/** A stretch with letters of such languages, as pairs of neighbouring letters; the last letter of a run stands alone too. */
function pairs(text: string, start: number): Token[] {
  const list: Token[] = [];
  for (const { index, 0: run } of text.matchAll(runs)) {
    if (!dense.test(run)) {
      const word = foldWord(run);
      if (word !== '') list.push({ word, start: start + index, end: start + index + run.length });
      continue;
    }
    const letters = [...run];
    let at = start + index;
    for (const [place, letter] of letters.entries()) {
      const next = letters[place + 1] ?? '';
      list.push({ word: foldWord(letter + next), start: at, end: at + letter.length + next.length });
      at += letter.length;
    }
  }
  return list;
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
    if (inWord(code) || (code === POINT && start >= 0 && isDigit(read.charCodeAt(at + 1)) && numeric(read, start, at))) {
      if (start < 0) {
        start = at;
        plain = true;
      }
      if (code > 127) plain = false;
    } else if (start >= 0) {
      const word = plain && aligned ? lower.slice(start, at) : foldWord(text.slice(start, at));
      if (!plain && dense.test(word)) list.push(...pairs(text.slice(start, at), start));
      else if (word !== '') list.push({ word, start, end: at });
      start = -1;
    }
  }
  return list;
}

/**
 * Control characters have no place in text that is shown, and Postgres refuses the null one. Signs that nobody sees (soft
 * hyphen, zero-width signs, marks of direction) are no separators: the words around them are one.
 */
export const clean = (text: string) =>
  text
    .toWellFormed()
    .replace(/\u034f|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/g, '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ');
