import type { Statement } from './notes.ts';

/** A term of the glossary with the forms under which it stands in texts. */
export type Term = { slug: string; url: string; term: string; forms: string[]; definition: Statement };
/** A piece of a text, and the term it is the first occurrence of, with the punctuation that must not leave its line. */
export type Piece = { text: string; term: Term | null; before?: string; after?: string };

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The terms of the glossary, ready to be found in texts. Made once and shared by all pages. */
export class Glossary {
  readonly #byForm = new Map<string, Term>();
  readonly #pattern: RegExp | null;

  constructor(terms: readonly Term[]) {
    for (const term of terms) for (const form of [term.term, ...term.forms]) this.#byForm.set(form.toLowerCase(), term);
    // The longest first: "smart contract" before "contract". A hyphen or an apostrophe belongs to the word.
    const forms = [...this.#byForm.keys()].sort((a, b) => b.length - a.length).map(escaped);
    this.#pattern = forms.length > 0 ? new RegExp(`(?<![\\p{L}\\p{N}'’-])(?:${forms.join('|')})(?![\\p{L}\\p{N}'’-])`, 'giu') : null;
  }

  /** Every term in the text with its place, in order. */
  *occurrences(text: string): Generator<{ term: Term; start: number; end: number }> {
    if (!this.#pattern) return;
    for (const match of text.matchAll(this.#pattern)) {
      const term = this.#byForm.get(match[0].toLowerCase());
      if (!term || isOfName(term, match[0], text.slice(0, match.index))) continue;
      yield { term, start: match.index, end: match.index + match[0].length };
    }
  }
}

/** Whether a word belongs to a name: the second of "Building Blocks", or a common noun with a capital in a sentence, as in "runs Blocks for Transport". */
function isOfName(term: Term, word: string, before: string): boolean {
  if (!/^\p{Lu}\p{Ll}/u.test(word)) return false;
  if (/\p{Lu}[\p{L}\p{N}-]*\s$/u.test(before)) return true;
  const common = term.forms.some((form) => /^\p{Ll}/u.test(form));
  return common && /[\p{Ll}\p{N},]\s$/u.test(before);
}

/** More definitions than this do not help on one page, and each has its weight. */
const most = 15;

/**
 * The terms of one page in the order of their first mark. Rendering a statement adds what it marks; <TermsSection> at the
 * end of the page holds the definitions.
 */
export class PageTerms {
  readonly list: Term[] = [];
  readonly #glossary: Glossary;
  readonly #seen = new Set<string>();

  constructor(glossary: Glossary) {
    this.#glossary = glossary;
  }

  /** The text in pieces; a term is marked where it stands for the first time on the page. */
  mark(text: string): Piece[] {
    const pieces: Piece[] = [];
    let from = 0;
    for (const { term, start, end } of this.#glossary.occurrences(text)) {
      if (this.#seen.has(term.slug) || this.list.length >= most) continue;
      this.#seen.add(term.slug);
      this.list.push(term);
      const [before] = /[^\s\p{L}\p{N}]*$/u.exec(text.slice(from, start)) ?? [''];
      const [after] = /^[^\s\p{L}\p{N}]*/u.exec(text.slice(end)) ?? [''];
      if (start - before.length > from) pieces.push({ text: text.slice(from, start - before.length), term: null });
      pieces.push({ text: text.slice(start, end), term, before, after });
      from = end + after.length;
    }
    if (from < text.length) pieces.push({ text: text.slice(from), term: null });
    return pieces;
  }
}
