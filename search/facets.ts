import { ask, type Queryable } from './statements.ts';

// Facet values as the index has them: one character each. They are counted by the number of the character.

/** How often each value occurs, by facet, the most frequent first. */
type FacetCounts = Map<string, { value: string; count: number }[]>;

/** The number of records that fulfil every choice, and their facet values; of a chosen facet, those without its own choice. */
export type FacetTally = { total: number; counts: FacetCounts };

/** Between two records. */
const SPACE = 32;

/** The number of the character at a place of a text; one beyond the first 65,536 takes two places. */
function pointAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 0xd800 || code > 0xdbff ? code : ((code - 0xd800) << 10) + (text.charCodeAt(at + 1) - 0xdc00) + 0x10000;
}

/** Counts by the number of a character. */
class Numbers {
  counts: Uint32Array;
  constructor(bound: number) {
    this.counts = new Uint32Array(bound);
  }

  /** Adds a number, which may be negative, to what is counted of one character. */
  put(point: number, number: number) {
    if (point >= this.counts.length) {
      const larger = new Uint32Array(point * 2);
      larger.set(this.counts);
      this.counts = larger;
    }
    this.counts[point] = (this.counts[point] as number) + number;
  }

  /** Adds the characters of a piece of text. */
  add(text: string, start = 0, end = text.length) {
    for (let at = start; at < end; at++) {
      const point = pointAt(text, at);
      if (point > 0xffff) at++;
      this.put(point, 1);
    }
  }

  addAll(other: Numbers) {
    for (let point = 0; point < other.counts.length; point++) if (other.counts[point]) this.put(point, other.counts[point] as number);
  }
}

/** Sums of facet characters, and the characters of records that are added to them or taken away. */
export type Sums = { sums: Record<string, number>; added: string; removed: string };

export type FacetCounter = {
  /**
   * @param characters those of each record with a space between two records
   * @param missable the choices of which a record may miss one
   * @param wanted the facets whose values are named
   */
  ofRecords(client: Queryable, characters: string, missable: { facet: string; values: string[] }[], wanted: ReadonlySet<string>): Promise<FacetTally>;
  ofSums(client: Queryable, sums: Sums, wanted: ReadonlySet<string>): Promise<FacetTally>;
};

type Meaning = { facet: string; value: string };

/** Counts facet characters. It keeps the dictionary of characters, and reads it again when one is unknown. */
export function createFacetCounter(): FacetCounter {
  let dictionary: (Meaning | undefined)[] = [];
  let points = new Map<string, number>();
  const nameOf = ({ facet, value }: Meaning) => `${facet}:${value}`;
  const readDictionary = async (client: Queryable) => {
    const rows = await ask<Meaning & { character: string }>(client, 'SELECT facet_character(code) AS character, facet, value FROM facet_value', []);
    dictionary = [];
    points = new Map();
    for (const { character, facet, value } of rows) {
      const point = character.codePointAt(0) as number;
      dictionary[point] = { facet, value };
      points.set(nameOf({ facet, value }), point);
    }
  };
  const numbers = () => new Numbers(Math.max(1024, dictionary.length));
  const knows = ({ counts }: Numbers) => counts.every((count, point) => count === 0 || dictionary[point] !== undefined);

  const byFacet = async (client: Queryable, list: Numbers, wanted: ReadonlySet<string>): Promise<FacetCounts> => {
    if (!knows(list)) await readDictionary(client);
    const result: FacetCounts = new Map();
    for (let point = 0; point < list.counts.length; point++) {
      const count = list.counts[point] as number;
      const meaning = count > 0 ? dictionary[point] : undefined;
      if (!meaning || !wanted.has(meaning.facet)) continue;
      const values = result.get(meaning.facet);
      if (values) values.push({ value: meaning.value, count });
      else result.set(meaning.facet, [{ value: meaning.value, count }]);
    }
    for (const values of result.values()) values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    return result;
  };

  const ofSums: FacetCounter['ofSums'] = async (client, { sums, added, removed }, wanted) => {
    const all = numbers();
    for (const [character, number] of Object.entries(sums)) all.put(pointAt(character, 0), number);
    all.add(added);
    const less = numbers();
    less.add(removed);
    for (let point = 0; point < less.counts.length; point++) if (less.counts[point]) all.put(point, -(less.counts[point] as number));
    const counts = await byFacet(client, all, new Set([...wanted, 'kind']));
    // Every record has one kind.
    return { total: (counts.get('kind') ?? []).reduce((sum, { count }) => sum + count, 0), counts };
  };

  const ofRecords: FacetCounter['ofRecords'] = async (client, characters, missable, wanted) => {
    if (characters === '') return { total: 0, counts: new Map() };
    const all = numbers();
    if (missable.length === 0) {
      all.add(characters);
      const total = (all.counts[SPACE] as number) + 1;
      all.counts[SPACE] = 0;
      return { total, counts: await byFacet(client, all, wanted) };
    }

    const chosen = missable.map(({ facet, values }) => values.map((value) => nameOf({ facet, value })));
    if (chosen.flat().some((name) => !points.has(name))) await readDictionary(client);
    // A character belongs to one facet, so it fulfils one choice at most: its number from 1, or 0.
    const choiceOf = new Uint16Array(dictionary.length);
    chosen.forEach((names, index) => {
      for (const name of names) {
        const point = points.get(name);
        if (point !== undefined) choiceOf[point] = index + 1;
      }
    });
    let total = 0;
    const missing = missable.map(numbers);
    const sum = (missable.length * (missable.length + 1)) / 2;
    const fulfilledBy = new Int32Array(missable.length + 1).fill(-1);
    let start = 0;
    let fulfilled = 0;
    let unfulfilled = sum;
    for (let at = 0; at <= characters.length; at++) {
      const point = at < characters.length ? pointAt(characters, at) : SPACE;
      if (point === SPACE) {
        // What misses one choice counts only for that choice's own facet.
        const numbersOf = fulfilled === missable.length ? all : fulfilled === missable.length - 1 ? missing[unfulfilled - 1] : undefined;
        if (numbersOf) numbersOf.add(characters, start, at);
        if (numbersOf === all) total++;
        start = at + 1;
        fulfilled = 0;
        unfulfilled = sum;
        continue;
      }
      if (point > 0xffff) at++;
      const choice = choiceOf[point] ?? 0;
      if (choice === 0 || fulfilledBy[choice] === start) continue;
      fulfilledBy[choice] = start;
      fulfilled++;
      unfulfilled -= choice;
    }
    const counts = await byFacet(client, all, wanted);
    for (const [index, { facet }] of missable.entries()) {
      const own = missing[index] as Numbers;
      own.addAll(all);
      counts.set(facet, (await byFacet(client, own, new Set([facet]))).get(facet) ?? []);
    }
    return { total, counts };
  };
  return { ofRecords, ofSums };
}
