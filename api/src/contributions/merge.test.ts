import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knownIn } from '#prisma/content/known.ts';
import { isBlank, merge as mergeWith } from './merge.ts';

type Fields = Record<string, unknown>;
/** As projects are merged; of lists that no project has, items are known by their names and roles. */
const inProject = knownIn('PROJECT');
const merge = <Value extends Fields>(base: Value | null, yours: Value, theirs: Value) =>
  mergeWith(base, yours, theirs, (path) => (path === 'items' ? { keys: [['name', 'role'], ['name']], called: () => '' } : inProject(path)));

const cite = [{ source: 'jiu-rep-2020-7', place: 'para 50' }];
const base = {
  title: 'Pigs',
  uses: ['IDENTITY', 'PAYMENTS'],
  alsoKnownAs: ['Old name'],
  summary: { text: 'A pilot.', cite, certainty: 'STATED' },
  participants: [
    { organization: 'FAO', role: 'lead', cite, certainty: 'STATED' },
    { organization: 'ITU', role: 'partner', cite, certainty: 'STATED' },
  ],
  statements: [
    { section: 'LATER', text: 'It goes on.', cite, certainty: 'STATED' },
    { section: 'CODE', text: 'It is open.', cite, certainty: 'STATED' },
  ],
};
type Draft = typeof base & Record<string, unknown>;
const [fao, itu] = base.participants as [Draft['participants'][number], Draft['participants'][number]];

describe('two contents made from the same one', () => {
  it.each<[string, Record<string, unknown>, Record<string, unknown>, Record<string, unknown>]>([
    [
      'other fields',
      { title: 'Two' },
      { summary: { ...base.summary, text: 'Theirs.' } },
      { title: 'Two', summary: { text: 'Theirs.', cite, certainty: 'STATED' } },
    ],
    [
      'other parts of one group',
      { summary: { ...base.summary, text: 'Mine.' } },
      { summary: { ...base.summary, certainty: 'INFERRED' } },
      { summary: { text: 'Mine.', cite, certainty: 'INFERRED' } },
    ],
    [
      'other items of one list',
      { participants: [{ ...fao, note: 'mine' }, itu] },
      { participants: [fao, { ...itu, note: 'theirs' }] },
      {
        participants: [
          { ...fao, note: 'mine' },
          { ...itu, note: 'theirs' },
        ],
      },
    ],
    [
      'an item that the other moved',
      { participants: [{ ...fao, note: 'mine' }, itu] },
      { participants: [itu, fao] },
      { participants: [itu, { ...fao, note: 'mine' }] },
    ],
    [
      'each adds an item',
      { participants: [fao, { organization: 'WFP', role: 'user' }, itu] },
      { participants: [fao, itu, { organization: 'UNDP', role: 'user' }] },
      { participants: [fao, { organization: 'WFP', role: 'user' }, itu, { organization: 'UNDP', role: 'user' }] },
    ],
    [
      'one takes away, the other adds',
      { participants: [fao] },
      { participants: [fao, itu, { name: 'A firm', role: 'host' }] },
      { participants: [fao, { name: 'A firm', role: 'host' }] },
    ],
    [
      'both add the same',
      { participants: [fao, itu, { name: 'A', role: 'b' }] },
      { participants: [fao, itu, { name: 'A', role: 'b' }] },
      { participants: [fao, itu, { name: 'A', role: 'b' }] },
    ],
    [
      'the text of a statement and the source of it',
      { statements: [{ ...base.statements[0], text: 'It goes on until 2027.' }, base.statements[1]] },
      { statements: [{ ...base.statements[0], cite: [{ source: 'jiu-rep-2020-7', place: 'para 9' }] }, base.statements[1]] },
      {
        statements: [
          { section: 'LATER', text: 'It goes on until 2027.', cite: [{ source: 'jiu-rep-2020-7', place: 'para 9' }], certainty: 'STATED' },
          base.statements[1],
        ],
      },
    ],
    [
      'ticks of a closed set',
      { uses: ['IDENTITY', 'SUPPLY_CHAIN'] },
      { uses: ['IDENTITY', 'PAYMENTS', 'VOTING'] },
      { uses: ['IDENTITY', 'SUPPLY_CHAIN', 'VOTING'] },
    ],
    ['names', { alsoKnownAs: ['Old name', 'Mine'] }, { alsoKnownAs: ['Old name', 'Theirs'] }, { alsoKnownAs: ['Old name', 'Mine', 'Theirs'] }],
    [
      'what an empty form adds of itself',
      { context: { text: '', cite: [], certainty: 'STATED' }, contacts: [], title: 'Two' },
      { context: { text: 'Theirs.', cite, certainty: 'STATED' } },
      { title: 'Two', context: { text: 'Theirs.', cite, certainty: 'STATED' } },
    ],
    ['both change to the same', { title: 'Same' }, { title: 'Same' }, { title: 'Same' }],
  ])('%s: both stay', (_name, yours, theirs, result) => {
    const merged = merge<Record<string, unknown>>(base, { ...base, ...yours }, { ...base, ...theirs });
    expect(merged.clashes).toEqual([]);
    const sorted = (value: unknown): unknown => (Array.isArray(value) && value.every((one) => typeof one === 'string') ? [...value].sort() : value);
    for (const [name, value] of Object.entries(result)) expect(sorted(merged.value[name]), name).toEqual(sorted(value));
  });

  it.each<[string, Record<string, unknown>, Record<string, unknown>, string[]]>([
    ['the same text', { title: 'Mine' }, { title: 'Theirs' }, ['title']],
    ['the same text in a group', { summary: { ...base.summary, text: 'M' } }, { summary: { ...base.summary, text: 'T' } }, ['summary.text']],
    [
      'the same field of an item that moved',
      { participants: [itu, { ...fao, note: 'm' }] },
      { participants: [{ ...fao, note: 't' }, itu] },
      ['participants.1.note'],
    ],
    ['an item taken away by one and changed by the other', { participants: [itu] }, { participants: [{ ...fao, note: 't' }, itu] }, ['participants.0']],
    ['the other way round', { participants: [{ ...fao, note: 'm' }, itu] }, { participants: [itu] }, ['participants.0']],
    ['the same name', { alsoKnownAs: ['Mine'] }, { alsoKnownAs: ['Theirs'] }, ['alsoKnownAs.0']],
    ['a group emptied by one and changed by the other', { summary: undefined }, { summary: { ...base.summary, text: 'T' } }, ['summary.text']],
    [
      'the same new item',
      { participants: [fao, itu, { name: 'A', role: 'b', note: 'm' }] },
      { participants: [fao, itu, { name: 'A', role: 'b', note: 't' }] },
      ['participants.2.note'],
    ],
  ])('%s is asked, with both', (_name, yours, theirs, paths) => {
    const merged = merge<Record<string, unknown>>(base, { ...base, ...yours }, { ...base, ...theirs });
    expect(merged.clashes.map((clash) => clash.path)).toEqual(paths);
    for (const clash of merged.clashes) expect(clash.yours).not.toEqual(clash.theirs);
  });

  it('asks for every place that differs where the common content is not known', () => {
    const merged = merge<Record<string, unknown>>(null, { a: 1, b: { x: 2, y: 1 }, c: '' }, { a: 1, b: { x: 3, y: 1 }, d: 4 });
    expect(merged.value).toEqual({ a: 1, b: { x: 2, y: 1 }, c: '', d: 4 });
    expect(merged.clashes).toEqual([
      { path: 'b.x', theirs: 3, yours: 2 },
      { path: 'd', theirs: 4, yours: null },
    ]);
  });

  it('takes a name such as __proto__ for a name', () => {
    const content = JSON.parse('{"__proto__": {"polluted": true}}') as Record<string, unknown>;
    const merged = merge<Record<string, unknown>>({}, content, { a: 1 });
    expect(Object.keys(merged.value).sort()).toEqual(['__proto__', 'a']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('is done with twenty thousand items, all changed, added and moved', () => {
    const list = (word: string, count = 20_000) => ({
      statements: Array.from({ length: count }, (_, index) => ({ section: 'LATER', text: `${word} ${index}` })),
    });
    expect(merge(list('a'), list('b'), list('a')).clashes).toEqual([]);
    expect(merge(list('a', 100), list('b'), list('c')).value.statements.length).toBeGreaterThan(20_000);
    expect(merge(list('a'), { statements: list('a').statements.reverse() }, list('a', 19_999)).clashes).toEqual([]);
  });
});

/** Contents of the shapes that drafts have. */
const word = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const item = fc.record({ name: word, role: fc.option(word, { nil: '' }), text: fc.option(word, { nil: undefined }) }, { requiredKeys: ['name'] });
const anyContent = fc.record({
  title: word,
  group: fc.option(fc.record({ text: word, note: fc.option(word, { nil: '' }) }), { nil: undefined }),
  items: fc.array(item, { maxLength: 5 }),
  names: fc.array(word, { maxLength: 4 }),
});
const textsOf = (value: unknown): string[] =>
  typeof value === 'string' ? (value ? [value] : []) : typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
const count = (texts: string[]) => new Map([...new Set(texts)].map((text) => [text, texts.filter((one) => one === text).length]));

describe('whatever the contents are', () => {
  it('gives back the one that changed, when only one did', () => {
    fc.assert(
      fc.property(anyContent, anyContent, (before, after) => {
        for (const merged of [
          merge<Record<string, unknown>>(before, after, before),
          merge<Record<string, unknown>>(before, before, after),
          merge<Record<string, unknown>>(before, after, after),
        ]) {
          expect(merged.clashes).toEqual([]);
          expect(count(textsOf(merged.value))).toEqual(count(textsOf(after)));
        }
      }),
    );
  });

  it('has every word that either wrote in the result or in a clash', () => {
    fc.assert(
      fc.property(anyContent, anyContent, anyContent, (before, yours, theirs) => {
        const merged = merge<Record<string, unknown>>(before, yours, theirs);
        const kept = new Set([...textsOf(merged.value), ...merged.clashes.flatMap((clash) => [...textsOf(clash.yours), ...textsOf(clash.theirs)])]);
        const old = new Set(textsOf(before));
        for (const text of [...textsOf(yours), ...textsOf(theirs)]) if (!old.has(text)) expect(kept).toContain(text);
      }),
    );
  });

  it('says the same whoever is first, but for the order and the side of a clash', () => {
    fc.assert(
      fc.property(anyContent, anyContent, anyContent, (before, yours, theirs) => {
        const [one, other] = [merge<Record<string, unknown>>(before, yours, theirs), merge<Record<string, unknown>>(before, theirs, yours)];
        expect(one.clashes.length === 0).toBe(other.clashes.length === 0);
        if (one.clashes.length === 0) expect(count(textsOf(one.value))).toEqual(count(textsOf(other.value)));
      }),
    );
  });

  it('knows what says nothing', () => {
    for (const value of [undefined, null, '', [], {}, [{}], { text: '', cite: [], certainty: 'STATED' }]) expect(isBlank(value)).toBe(true);
    for (const value of [0, false, 'a', [0], { certainty: 'INFERRED' }]) expect(isBlank(value)).toBe(false);
  });
});
