import { ask, type Queryable } from './statements.ts';

// Facet values as the index has them: one character each.

/** How often each value occurs, by facet, the most frequent first. */
export type FacetCounts = Map<string, { value: string; count: number }[]>;

/** Counts facet characters. It keeps the dictionary of characters, and reads it again when one is unknown. */
export function createFacetCounter(): (client: Queryable, characters: string) => Promise<FacetCounts> {
  const dictionary = new Map<string, { facet: string; value: string }>();
  const readDictionary = async (client: Queryable) => {
    for (const { character, facet, value } of await ask<{ character: string; facet: string; value: string }>(
      client,
      'SELECT facet_character(code) AS character, facet, value FROM facet_value',
      [],
    )) {
      dictionary.set(character, { facet, value });
    }
  };

  return async (client, characters) => {
    const units = new Uint32Array(65536);
    const beyond = new Map<string, number>();
    for (let index = 0; index < characters.length; index++) {
      const code = characters.charCodeAt(index);
      if (code < 0xd800 || code > 0xdfff) units[code] = (units[code] ?? 0) + 1;
      else {
        const pair = characters.slice(index, index + 2);
        beyond.set(pair, (beyond.get(pair) ?? 0) + 1);
        index++;
      }
    }
    const counts = [...beyond];
    units.forEach((count, code) => {
      if (count > 0) counts.push([String.fromCharCode(code), count]);
    });
    if (counts.some(([character]) => !dictionary.has(character))) await readDictionary(client);
    const byFacet: FacetCounts = new Map();
    for (const [character, count] of counts) {
      const meaning = dictionary.get(character);
      if (!meaning) continue;
      byFacet.set(meaning.facet, [...(byFacet.get(meaning.facet) ?? []), { value: meaning.value, count }]);
    }
    for (const list of byFacet.values()) list.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    return byFacet;
  };
}
