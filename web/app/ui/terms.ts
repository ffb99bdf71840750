import type { Statement } from './notes.ts';

/** A term of the glossary with the forms under which it stands in texts. */
export type Term = { slug: string; url: string; term: string; forms: string[]; definition: Statement };
/** A piece of a text, and the term it is the first occurrence of. */
export type Piece = { text: string; term: Term | null };

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
      // The second word of a name, as in "Building Blocks", is not the term.
      if (/^\p{Lu}\p{Ll}/u.test(match[0]) && /\p{Lu}[\p{L}\p{N}-]*\s$/u.test(text.slice(0, match.index))) continue;
      if (term) yield { term, start: match.index, end: match.index + match[0].length };
    }
  }
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
      if (start > from) pieces.push({ text: text.slice(from, start), term: null });
      pieces.push({ text: text.slice(start, end), term });
      from = end;
    }
    if (from < text.length) pieces.push({ text: text.slice(from), term: null });
    return pieces;
  }
}
