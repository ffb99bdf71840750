import type { Match } from './engine.ts';

// What a query means: units of typed words, and the ways in which each may stand in a text. Words are folded (search/words.ts).

/** A word to look for; `gap` is its distance from the one before it in the same phrase. */
type Term = { word: string; prefix: boolean; gap: number };
/**
 * One way in which what was typed may stand in a text: a word, or several that follow each other.
 * Cost orders the ways: 0 as typed, another form of it or its abbreviation, 1 a completion of a word that is complete, or
 * a synonym, 2 for each wrong letter. The words of a known term apart from each other cost APART.
 */
export type Alternative = { terms: Term[]; how: Match['how']; cost: number /** Whether the index has this phrase as a lexeme. */; indexed?: boolean };
/** One typed word. `frequency` is in how many records it stands, as far as it is rare exactly, among those the viewer may see; `common` when more than half of all have it. */
export type Part = { typed: string; required: boolean; frequency: number; common: boolean; alternatives: Alternative[] };
/** Typed words that can also be found as a whole (a joined word, a synonym of several words). Mostly one word and no whole. */
export type QueryTerm = {
  parts: Part[];
  whole: Alternative[];
  required: boolean;
  /** Whether its words are a known term, so that they mean it only side by side: apart they are a guess. */
  term?: boolean;
};

/** What it costs when the words of a known term do not stand side by side. */
export const APART = 1;

/** An alternative of one word; with `prefix`, of all words that begin with it. */
export const single = (word: string, how: Match['how'], cost: number, prefix = false): Alternative => ({ terms: [{ word, prefix, gap: 1 }], how, cost });

/** Whether some alternatives are guesses, so that records with what was typed must be asked for first. */
export const guesses = (units: QueryTerm[]) =>
  units.some((unit) => unit.required && (unit.term || [...unit.parts.flatMap((part) => part.alternatives), ...unit.whole].some(({ cost }) => cost > 0)));

/** Words in capitals, as they stand in a query that has others too: abbreviations. */
export const capitalsOf = (query: string): Set<string> => (query === query.toUpperCase() ? new Set() : new Set(query.match(/\b[A-Z]{2,}\b/g)));
