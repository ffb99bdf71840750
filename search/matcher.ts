import type { Alternative, QueryTerm } from './query-terms.ts';
import type { Token } from './words.ts';

type Reference = { slot: number; alternative: Alternative; index: number };
/** Where one slot (a typed word, or a whole) stands in one field. */
export type Place = { alternative: Alternative; first: number; tokens: number[] };

/** Finds in texts what the units ask for. One per search: it remembers every word it has seen. */
export class Matcher {
  readonly units: QueryTerm[];
  /** One per typed word, then one per unit that can be found as a whole. */
  readonly slots: { unit: number; part: number }[] = [];
  readonly typed: string[];
  readonly #exact = new Map<string, Reference[]>();
  readonly #prefixes: { word: string; reference: Reference }[] = [];
  readonly #seen = new Map<string, Reference[]>();

  constructor(units: QueryTerm[]) {
    this.units = units;
    this.typed = units.flatMap((unit) => unit.parts.map((part) => part.typed));
    const add = (slot: number, alternatives: Alternative[]) => {
      for (const alternative of alternatives) {
        alternative.terms.forEach(({ word, prefix }, index) => {
          const reference = { slot, alternative, index };
          if (prefix) this.#prefixes.push({ word, reference });
          else this.#exact.set(word, [...(this.#exact.get(word) ?? []), reference]);
        });
      }
    };
    units.forEach((unit, index) => {
      unit.parts.forEach((part, partIndex) => {
        this.slots.push({ unit: index, part: partIndex });
        add(this.slots.length - 1, part.alternatives);
      });
    });
    units.forEach((unit, index) => {
      if (unit.whole.length === 0) return;
      this.slots.push({ unit: index, part: -1 });
      add(this.slots.length - 1, unit.whole);
    });
  }

  #references(word: string): Reference[] {
    const known = this.#seen.get(word);
    if (known) return known;
    const prefixes = this.#prefixes.filter((prefix) => word.startsWith(prefix.word)).map(({ reference }) => reference);
    const result = [...(this.#exact.get(word) ?? []), ...prefixes];
    this.#seen.set(word, result);
    return result;
  }

  /** For each slot, where it stands in the text. */
  find(words: Token[]): Place[][] {
    const places: Place[][] = this.slots.map(() => []);
    for (let at = 0; at < words.length; at++) {
      for (const { slot, alternative, index } of this.#references(words[at]?.word ?? '')) {
        if (index !== 0) continue;
        const found = alternative.terms.length === 1 ? [at] : this.#follow(words, at, alternative);
        if (found) places[slot]?.push({ alternative, first: at, tokens: found });
      }
    }
    return places;
  }

  #follow(words: Token[], start: number, alternative: Alternative): number[] | null {
    const found = [start];
    let at = start;
    for (let index = 1; index < alternative.terms.length; index++) {
      at += alternative.terms[index]?.gap ?? 1;
      const fits = this.#references(words[at]?.word ?? '').some((reference) => reference.alternative === alternative && reference.index === index);
      if (!fits) return null;
      found.push(at);
    }
    return found;
  }
}

/** The places in the list of tokens of one field that any slot covers. */
export const markedIn = (field: Place[][] | undefined) => new Set((field ?? []).flatMap((slot) => slot.flatMap((place) => place.tokens)));
