import { ask, type Queryable } from './statements.ts';

// Facet values as the index has them: one character each.

/** How often each value occurs, by facet, the most frequent first. */
type FacetCounts = Map<string, { value: string; count: number }[]>;

/** The number of records that fulfil every choice, and their facet values; of a chosen facet, those without its own choice. */
export type FacetTally = { total: number; counts: FacetCounts };

type Numbers = { plain: Uint32Array; beyond: Map<string, number> };
const numbers = (): Numbers => ({ plain: new Uint32Array(65536), beyond: new Map() });

/** Adds the characters of one record. */
function add({ plain, beyond }: Numbers, characters: string, start: number, end: number) {
  for (let index = start; index < end; index++) {
    const code = characters.charCodeAt(index);
    if (code < 0xd800 || code > 0xdfff) plain[code] = (plain[code] ?? 0) + 1;
    else {
      const pair = characters.slice(index, index + 2);
      beyond.set(pair, (beyond.get(pair) ?? 0) + 1);
      index++;
    }
  }
}

/** Adds a number, which may be negative, to what is counted of one character. */
function put({ plain, beyond }: Numbers, character: string, number: number) {
  const code = character.charCodeAt(0);
  if (character.length === 1) plain[code] = (plain[code] ?? 0) + number;
  else beyond.set(character, (beyond.get(character) ?? 0) + number);
}

/** Adds what another has counted. */
function addAll(to: Numbers, { plain, beyond }: Numbers) {
  for (let code = 0; code < plain.length; code++) to.plain[code] = (to.plain[code] ?? 0) + (plain[code] ?? 0);
  for (const [pair, count] of beyond) to.beyond.set(pair, (to.beyond.get(pair) ?? 0) + count);
}

const found = ({ plain, beyond }: Numbers): [character: string, count: number][] => {
  const list = [...beyond].filter(([, count]) => count > 0);
  for (let code = 0; code < plain.length; code++) if (plain[code]) list.push([String.fromCharCode(code), plain[code] ?? 0]);
  return list;
};

/** Sums of facet characters, and the characters of records that are added to them or taken away. */
export type Sums = { sums: Record<string, number>; added: string; removed: string };

export type FacetCounter = {
  /**
   * @param characters those of each record with a space between two records
   * @param missable the choices of which a record may miss one
   */
  ofRecords(client: Queryable, characters: string, missable: { facet: string; values: string[] }[]): Promise<FacetTally>;
  ofSums(client: Queryable, sums: Sums): Promise<FacetTally>;
};

/** Counts facet characters. It keeps the dictionary of characters, and reads it again when one is unknown. */
export function createFacetCounter(): FacetCounter {
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

  const know = async (client: Queryable, list: Numbers) => {
    if (found(list).some(([character]) => !dictionary.has(character))) await readDictionary(client);
  };

  const byFacet = (list: Numbers): FacetCounts => {
    const result: FacetCounts = new Map();
    for (const [character, count] of found(list)) {
      const meaning = dictionary.get(character);
      if (!meaning) continue;
      const values = result.get(meaning.facet);
      if (values) values.push({ value: meaning.value, count });
      else result.set(meaning.facet, [{ value: meaning.value, count }]);
    }
    for (const values of result.values()) values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    return result;
  };

  const ofSums: FacetCounter['ofSums'] = async (client, { sums, added, removed }) => {
    const all = numbers();
    for (const [character, number] of Object.entries(sums)) put(all, character, number);
    add(all, added, 0, added.length);
    const less = numbers();
    add(less, removed, 0, removed.length);
    for (const [character, number] of found(less)) put(all, character, -number);
    await know(client, all);
    const counts = byFacet(all);
    // Every record has one kind.
    return { total: (counts.get('kind') ?? []).reduce((sum, { count }) => sum + count, 0), counts };
  };

  const ofRecords: FacetCounter['ofRecords'] = async (client, characters, missable) => {
    if (characters === '') return { total: 0, counts: new Map() };
    if (missable.length === 0) {
      const all = numbers();
      add(all, characters, 0, characters.length);
      const total = (all.plain[32] ?? 0) + 1;
      all.plain[32] = 0;
      await know(client, all);
      return { total, counts: byFacet(all) };
    }

    const chosen = (facet: string, value: string) => [...dictionary.values()].some((meaning) => meaning.facet === facet && meaning.value === value);
    if (missable.some(({ facet, values }) => values.some((value) => !chosen(facet, value)))) await readDictionary(client);
    // A character belongs to one facet, so it fulfils one choice at most: its number from 1, or 0.
    const choiceOf = new Uint16Array(65536);
    const choiceOfPair = new Map<string, number>();
    missable.forEach(({ facet, values }, index) => {
      for (const [character, meaning] of dictionary) {
        if (meaning.facet !== facet || !values.includes(meaning.value)) continue;
        if (character.length === 1) choiceOf[character.charCodeAt(0)] = index + 1;
        else choiceOfPair.set(character, index + 1);
      }
    });
    let total = 0;
    const all = numbers();
    const missing = missable.map(numbers);
    const sum = (missable.length * (missable.length + 1)) / 2;
    const fulfilledBy = new Int32Array(missable.length + 1).fill(-1);
    let start = 0;
    let fulfilled = 0;
    let unfulfilled = sum;
    for (let at = 0; at <= characters.length; at++) {
      const code = at < characters.length ? characters.charCodeAt(at) : 32;
      if (code === 32) {
        // What misses one choice counts only for that choice's own facet.
        const numbersOf = fulfilled === missable.length ? all : fulfilled === missable.length - 1 ? missing[unfulfilled - 1] : undefined;
        if (numbersOf) add(numbersOf, characters, start, at);
        if (numbersOf === all) total++;
        start = at + 1;
        fulfilled = 0;
        unfulfilled = sum;
        continue;
      }
      const choice = code < 0xd800 || code > 0xdfff ? (choiceOf[code] ?? 0) : (choiceOfPair.get(characters.slice(at, at + 2)) ?? 0);
      if (choice === 0 || fulfilledBy[choice] === start) continue;
      fulfilledBy[choice] = start;
      fulfilled++;
      unfulfilled -= choice;
    }
    for (const each of missing) addAll(each, all);
    for (const each of missing) await know(client, each);
    const counts = byFacet(all);
    missable.forEach(({ facet }, index) => {
      counts.set(facet, byFacet(missing[index] ?? all).get(facet) ?? []);
    });
    return { total, counts };
  };
  return { ofRecords, ofSums };
}
