import type { Pool } from 'pg';
import { anyone, type SearchEngine } from '#search/engine.ts';
import { randomFrom } from './made.ts';

// How well an engine finds: judged queries, written by hand, and queries made from titles.

/** A query and the records that should come first, as "KIND:source key". */
export type Judged = { query: string; expect: string[]; class: string };

const random = randomFrom(277);
const pick = <Item>(list: readonly Item[]): Item => list[Math.floor(random() * list.length)] as Item;

/**
 * Success at 1 and at 5: one of the expected records is the first hit, or among the first five. Recall: the share of the
 * expected among the first 20.
 */
export async function judge(engine: SearchEngine, judged: Judged[], keys: Map<string, string>, name = 'judged') {
  let at1 = 0;
  let at5 = 0;
  let recall = 0;
  const misses: string[] = [];
  for (const { query, expect } of judged) {
    const { hits } = await engine.search({ query, viewer: anyone, first: 20, offset: 0 });
    const found = hits.map(({ id }) => keys.get(id) ?? '');
    if (expect.includes(found[0] ?? '')) at1++;
    else
      misses.push(
        `    not first: "${query}" wants ${expect[0]}, got ${found[0] ?? 'nothing'}${found.indexOf(expect[0] ?? '') >= 0 ? ` (wanted one is ${found.indexOf(expect[0] ?? '') + 1}.)` : ''}`,
      );
    if (found.slice(0, 5).some((key) => expect.includes(key))) at5++;
    else misses.push(`    not in five: "${query}" wants ${expect.join(' or ')}`);
    recall += expect.filter((key) => found.includes(key)).length / expect.length;
  }
  const share = (value: number) => (value / judged.length).toFixed(3);
  return { line: `${judged.length} ${name} queries: success at 1 ${share(at1)}, at 5 ${share(at5)}, recall at 20 ${share(recall)}`, misses };
}

const letters = 'abcdefghijklmnopqrstuvwxyz';
/** One wrong, missing or doubled letter, or two that changed places, in the longest word. */
function misspelled(words: string[]): string[] {
  const longest = words.reduce((best, word, index) => (word.length > (words[best]?.length ?? 0) ? index : best), 0);
  const word = words[longest] ?? '';
  const at = 1 + Math.floor(random() * (word.length - 2));
  const wrong = [
    word.slice(0, at) + pick([...letters]) + word.slice(at + 1),
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + word.charAt(at) + word.slice(at),
    word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
  ];
  return words.map((each, index) => (index === longest ? pick(wrong) : each));
}

/**
 * Queries that nobody chose: up to four words of the title of every second record of the library, as they stand, with the
 * last one unfinished, with one typo, and in the opposite order. Titles of which another record has all words are left out.
 */
export async function fromTitles(pool: Pool): Promise<Judged[]> {
  const { rows } = await pool.query<{ key: string; title: string }>(
    "SELECT kind || ':' || source_key AS key, title FROM record WHERE source_key IS NOT NULL AND archived_at IS NULL ORDER BY kind, source_key",
  );
  const small = new Set('a an and as at by for from in into is it not of on or that the their to which who with'.split(' '));
  const wordsOf = (title: string) => [...new Set(title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])];
  const all = rows.map(({ key, title }) => ({ key, words: wordsOf(title) }));
  return all
    .filter((_, index) => index % 2 === 0)
    .flatMap(({ key, words }) => {
      const chosen = words.filter((word) => !small.has(word)).slice(0, 4);
      const others = all.filter((other) => other.key !== key && chosen.every((word) => other.words.includes(word)));
      const last = chosen.at(-1) ?? '';
      if (chosen.length < 2 || others.length > 0 || !chosen.some((word) => word.length >= 5 && /^[a-z]+$/.test(word))) return [];
      const judged = (name: string, list: string[], end = '') => ({ query: list.join(' ') + end, expect: [key], class: name });
      return [
        judged('as written', chosen, ' '),
        ...(last.length >= 5 ? [judged('unfinished', [...chosen.slice(0, -1), last.slice(0, Math.ceil(last.length * 0.6))])] : []),
        judged('one typo', misspelled(chosen), ' '),
        judged('reversed', [...chosen].reverse(), ' '),
      ];
    });
}

/** Prints how well queries from titles are answered, by class. */
export async function judgeTitles(engine: SearchEngine, queries: Judged[], keys: Map<string, string>) {
  for (const name of new Set(queries.map((query) => query.class))) {
    const { line, misses } = await judge(
      engine,
      queries.filter((query) => query.class === name),
      keys,
      `from titles, ${name}`,
    );
    console.log(`  ${line}`);
    for (const miss of misses) console.log(miss);
  }
}

export async function keysOf(pool: Pool) {
  const { rows } = await pool.query<{ id: string; key: string }>("SELECT id, kind || ':' || source_key AS key FROM record WHERE source_key IS NOT NULL");
  return new Map(rows.map(({ id, key }) => [id, key]));
}
