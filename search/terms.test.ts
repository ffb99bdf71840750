import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { type Judged, judge, keysOf } from '../bench/judged.ts';
import { anyone } from './engine.ts';
import { createPostgresEngine } from './postgres.ts';
import { stretchesOf } from './plan.ts';
import { refreshPhrases } from './phrases.ts';
import { cycleOf, languages, meaningsOf, names, narrowerOf, shippedTerms, type Term, withChanges } from './terms.ts';
import { clean, foldWord, tokens } from './words.ts';

const term = (id: string, narrower: string[] = []): Term => ({ id, words: { en: [id, `${id} too`] }, narrower, same: false, source: 'a test' });

describe('the terms that are shipped', () => {
  it('each have a source, English words, and another language', () => {
    for (const each of shippedTerms) {
      expect(each.source, each.id).not.toBe('');
      expect(each.words.en?.length, each.id).toBeGreaterThan(0);
      expect(Object.keys(each.words).length, each.id).toBe(languages.length);
    }
    expect(new Set(shippedTerms.map(({ id }) => id)).size).toBe(shippedTerms.length);
  });

  it('name only terms that exist as narrower, and never lead back to themselves', () => {
    for (const each of shippedTerms) {
      for (const id of each.narrower)
        expect(
          shippedTerms.some((other) => other.id === id),
          `${each.id}: ${id}`,
        ).toBe(true);
      expect(cycleOf(shippedTerms, each.id)).toBeNull();
    }
  });

  it('come with all countries, regions and goals', () => {
    expect(names.filter(({ id }) => id.startsWith('country-')).length).toBeGreaterThan(240);
    expect(names.filter(({ id }) => id.startsWith('goal-'))).toHaveLength(17);
    for (const id of ['region-sahel', 'region-latin-america', 'region-pacific', 'region-middle-east']) expect(names.some((each) => each.id === id)).toBe(true);
  });
});

describe('a term', () => {
  it('with a cycle is found out, and searching with one ends', () => {
    const cycle = [term('a', ['b']), term('b', ['c']), term('c', ['a'])];
    expect(cycleOf(cycle, 'a')).toEqual(['a', 'b', 'c', 'a']);
    expect(cycleOf([term('a', ['a'])], 'a')).toEqual(['a', 'a']);
    const byId = new Map(cycle.map((each) => [each.id, each]));
    expect(narrowerOf(byId, cycle[0] as Term).map(({ id }) => id)).toEqual(['b', 'c']);
    expect(
      meaningsOf(cycle)
        .find(({ word }) => word === 'a')
        ?.others.map(({ word }) => word),
    ).toEqual(['b', 'b too', 'c', 'c too']);
  });

  it('of this installation stands in the place of a shipped one, or takes it away', () => {
    const shipped = shippedTerms[0] as Term;
    expect(withChanges([{ id: shipped.id, term: { ...shipped, same: true } }]).find(({ id }) => id === shipped.id)?.same).toBe(true);
    expect(withChanges([{ id: shipped.id, term: null }]).some(({ id }) => id === shipped.id)).toBe(false);
  });
});

describe('letters', () => {
  it('that nobody sees are no separators, and those written otherwise are the same', () => {
    expect(clean('soft\u00adhyphen zero\u200bwidth')).toBe('softhyphen zerowidth');
    expect(foldWord('ﬁnance')).toBe('finance');
    expect(foldWord('ＷＦＰ')).toBe('wfp');
    expect(foldWord('الهُويَّة')).toBe(foldWord('الهويه'));
  });

  it('of languages without spaces are cut into pairs; a number keeps its point', () => {
    expect(tokens('区块链x').map(({ word }) => word)).toEqual(['区块', '块链', '链', 'x']);
    expect(tokens('SDG 16.9, D3.1.').map(({ word }) => word)).toEqual(['sdg', '16.9', 'd3', '1']);
  });

  it('in quotation marks are a stretch of their own', () => {
    expect(stretchesOf('a "b c" d')).toEqual(['a ', 'b c', ' d']);
    expect(stretchesOf('«б в»')).toEqual(['', 'б в', '']);
    expect(stretchesOf('5" tape')).toEqual(['5" tape']);
    expect(stretchesOf('"" a')).toEqual(['"" a']);
  });
});

describe('in the library', async () => {
  const { db, pool, url } = await testDatabase('library_template');
  await refreshPhrases(db);
  const engine = createPostgresEngine(url, { timeout: 30_000 });
  const search = (query: string) => engine.search({ query, viewer: anyone, first: 20, offset: 0 });
  const titles = async (query: string) => (await search(query)).hits.map(({ title }) => title);

  it('regions find what is in their countries', async () => {
    expect(await titles('Latin America')).toContain('Cocoa and chocolate traceability in Ecuador');
    expect(await titles('Amérique latine')).toContain('Cocoa and chocolate traceability in Ecuador');
    const africa = await titles('Africa');
    for (const title of ['Blocks for Transport', 'Cash transfer test in Kakuma refugee camp', "Traceability proof of concept in Côte d'Ivoire"])
      expect(africa).toContain(title);
    expect(await titles('Pacific')).toContain('Pig livestock traceability in Papua New Guinea');
  });

  it.each([
    ['cadena de bloques', 'Blockchain'],
    ['registre foncier', 'Digital land registry in Afghanistan'],
    ['世界粮食计划署', 'World Food Programme (WFP)'],
    ['请问区块链是什么', 'Blockchain'],
    ['GDPR', 'Sensitive data on the chain, compliance not verified'],
    ['vendor lock-in', 'Locked in with a provider that may not survive'],
    ['retired staff pension', 'Digital certificate of entitlement'],
    ['land title', 'Digital land registry in Afghanistan'],
    ['cash assistance', 'Cash transfer test in Kakuma refugee camp'],
    ['SDG 16.9', 'Goal 16: Peace, justice and strong institutions'],
  ])('%s finds what is meant', async (query, title) => {
    expect((await titles(query)).slice(0, 10)).toContain(title);
  });

  it('a phrase is found as it stands, and signs alone find nothing', async () => {
    const phrase = await search('"land registry"');
    expect(phrase.total).toBeGreaterThan(0);
    expect(phrase.asTyped).toBe(phrase.total);
    expect((await search('"registry land"')).hits.filter(({ near }) => !near)).toEqual([]);
    for (const signs of ['!!! ???', '"', '“”', '---']) expect((await search(signs)).total).toBe(0);
  });

  it('what has what was typed comes before what is near, and is counted apart', async () => {
    const answer = await search('cash assistance');
    expect(answer.asTyped).toBeGreaterThan(0);
    expect(answer.asTyped).toBeLessThan(answer.total);
    const near = answer.hits.map((hit) => hit.near);
    expect(near).toEqual([...near].sort((a, b) => Number(a) - Number(b)));
    expect(near.filter((each) => !each)).toHaveLength(Math.min(20, answer.asTyped ?? 0));
  });

  it('finds the judged queries at least as well as before, and those in six languages', { timeout: 120_000 }, async () => {
    const keys = await keysOf(pool);
    const read = async (name: string) => JSON.parse(await readFile(new URL(`./${name}.json`, import.meta.url), 'utf8')) as Judged[];
    const shareOf = (line: string, at: number) => Number(new RegExp(`at ${at} ([\\d.]+)`).exec(line)?.[1]);
    const old = await judge(engine, await read('judged-queries'), keys);
    expect(shareOf(old.line, 1), old.misses.join('\n')).toBeGreaterThanOrEqual(0.949);
    expect(shareOf(old.line, 5), old.misses.join('\n')).toBe(1);
    const contents = await judge(engine, await read('judged-contents'), keys);
    expect(shareOf(contents.line, 1), contents.misses.join('\n')).toBeGreaterThanOrEqual(0.8);
    expect(shareOf(contents.line, 5), contents.misses.join('\n')).toBeGreaterThanOrEqual(0.9);
    await engine.close();
  });
});
