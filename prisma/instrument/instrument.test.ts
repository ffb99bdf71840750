import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { checkEdition } from './check.ts';
import { evaluate } from './evaluate.ts';
import { type Answers, type Instrument, NOT_KNOWN } from './instrument.ts';
import { sentence } from '#i18n/sentence.ts';
import { treeOf } from './tree.ts';

const folder = new URL('../../seed/instruments/', import.meta.url);
const read = (name: string): unknown => parse(readFileSync(new URL(name, folder), 'utf8'));
const editionOf = (name: string): Instrument => {
  const { edition, faults } = checkEdition(read(name));
  expect(faults).toEqual([]);
  return edition as Instrument;
};
const shipped = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const matrix = editionOf('jiu-matrix-1.yaml');

/** Any answers to some of the questions: every option, with or without the reason of an exception, not known, or none. */
const answersTo = (edition: Instrument): fc.Arbitrary<Answers> =>
  fc
    .tuple(
      ...edition.questions.map(({ options }) => fc.option(fc.tuple(fc.constantFrom(NOT_KNOWN, ...options.map(({ id }) => id)), fc.boolean()), { freq: 8 })),
    )
    .map((given) =>
      Object.fromEntries(
        given.flatMap((one, index) =>
          one ? [[edition.questions[index]?.id ?? '', { option: one[0], ...(one[1] ? { reason: 'Because it is so.' } : {}) }]] : [],
        ),
      ),
    );

describe.each(shipped)('every path of %s', (name) => {
  const edition = editionOf(name);

  it('ends in a conclusion that cites', () => {
    fc.assert(
      fc.property(answersTo(edition), (answers) => {
        const { decided, layers } = evaluate(edition, answers);
        expect(decided.outcome.text['cite']).not.toHaveLength(0);
        expect(decided.outcome.title.length).toBeGreaterThan(5);
        // Never a bare yes or no: what led there is named, unless nothing is answered.
        expect(decided.because.length).toBeGreaterThan(0);
        expect(layers).toHaveLength(edition.layers.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('takes "not known yet" as no answer at all', () => {
    fc.assert(
      fc.property(answersTo(edition), (answers) => {
        const without = Object.fromEntries(Object.entries(answers).filter(([, { option }]) => option !== NOT_KNOWN));
        expect({ ...evaluate(edition, answers), steps: 0 }).toEqual({ ...evaluate(edition, without), steps: 0 });
      }),
      { numRuns: 1000 },
    );
  });

  it('is decided by no open answer: answering more never takes back what is decided in a layer by other answers', () => {
    fc.assert(
      fc.property(answersTo(edition), (answers) => {
        const { decided } = evaluate(edition, answers);
        if (decided.outcome.verdict === 'OPEN') {
          expect(decided.because.every((id) => !answers[id] || answers[id].option === NOT_KNOWN)).toBe(true);
          return;
        }
        // What the outcome rests on are answers, and they alone, with the layers before, are enough for it.
        expect(decided.because.filter((id) => !answers[id] || answers[id].option === NOT_KNOWN)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps its word on what would change the outcome', () => {
    fc.assert(
      fc.property(answersTo(edition), (answers) => {
        for (const { question, option, layer, outcome } of evaluate(edition, answers).changes.slice(0, 12)) {
          const changed = evaluate(edition, { ...answers, [question]: { option, reason: 'Because it is so.' } });
          expect([changed.decided.layer, changed.decided.outcome.id]).toEqual([layer, outcome]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('draws exactly one path through its rules', () => {
    fc.assert(
      fc.property(answersTo(edition), (answers) => {
        const evaluation = evaluate(edition, answers);
        for (const layer of edition.layers) {
          const taken = treeOf(edition, layer.id, evaluation).filter(({ path }) => path === 'TAKEN');
          expect(taken.length).toBe(evaluation.layers.find((one) => one.layer === layer.id)?.state === 'NOT_REACHED' ? 0 : 1);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('costs a bounded number of steps', () => {
    let most = 0;
    fc.assert(
      fc.property(answersTo(edition), (answers) => {
        most = Math.max(most, evaluate(edition, answers).steps);
      }),
      { numRuns: 500 },
    );
    expect(most).toBeLessThan(20_000);
  });
});

describe('edition 2 of the matrix', () => {
  const second = editionOf('jiu-matrix-2.yaml');
  const all = (layer: string, option: string) =>
    Object.fromEntries(second.questions.filter(({ id }) => id.startsWith(layer)).map(({ id }) => [id, { option }]));
  const passed: Answers = {
    ...Object.fromEntries(['1', '5'].map((number) => [`table-1-q${number}`, { option: 'yes' }])),
    ...Object.fromEntries(['2', '3', '4', '6'].map((number) => [`table-1-q${number}`, { option: 'no' }])),
    ...Object.fromEntries(['1', '2', '3'].map((number) => [`table-2-q${number}`, { option: 'yes' }])),
    ...Object.fromEntries(['4', '5', '6', '7'].map((number) => [`table-2-q${number}`, { option: 'no' }])),
    ...all('layer-4', 'yes'),
  };
  const third = (answers: Answers) => evaluate(second, { ...passed, ...answers }).layers[2]?.outcome.id;
  const [everythingPublic, nothingPublic] = [all('table-3-public', 'yes'), all('table-3-public', 'no')];
  const [everythingOwn, nothingOwn] = [all('table-3-permissioned', 'yes'), all('table-3-permissioned', 'no')];
  const view = (option: string) => ({ 'table-3-view-1': { option } });
  const personal = { 'table-2-q7': { option: 'yes' } };

  it('keeps the questions and options of edition 1', () => {
    const asked = (edition: Instrument) =>
      edition.questions.map(({ id, text, options }) => [id, text, options.map((option) => [option.id, option.label, option.exceptionTo])]);
    expect(asked(second)).toEqual(asked(matrix));
  });

  it.each<[string, Answers, string]>([
    ['public in everything, no money, yet control of who writes', { ...everythingPublic, ...nothingOwn, ...view('yes') }, 'not-affordable'],
    ['personal data on the chain without money', { ...everythingPublic, ...nothingOwn, ...view('no'), ...personal }, 'not-affordable'],
    ['everything said of both', { ...everythingPublic, ...everythingOwn, ...view('no') }, 'speaks-for-both'],
    ['a network of its own that the public may see', { ...nothingPublic, ...everythingOwn, ...view('yes') }, 'permissioned-public-view'],
    ['personal data and money', { ...nothingPublic, ...everythingOwn, ...view('no'), ...personal }, 'permissioned-for-personal-data'],
    ['control and money', { ...nothingPublic, ...everythingOwn, ...view('no') }, 'permissioned'],
    ['public in everything', { ...everythingPublic, ...nothingOwn, ...view('no') }, 'public'],
    ['nothing of either', { ...nothingPublic, ...nothingOwn, ...view('no') }, 'no-clear-choice'],
    ['money not known yet', { ...nothingPublic, ...everythingOwn, ...view('yes'), 'table-3-permissioned-1': { option: NOT_KNOWN } }, 'layer-3-open'],
  ])('of the third layer: %s', (_case, answers, outcome) => expect(third(answers)).toBe(outcome));

  it('names at the end the conditions that the second layer left', () => {
    const whole = { ...passed, ...everythingPublic, ...nothingOwn, ...view('no') };
    expect(evaluate(second, whole).decided.outcome.id).toBe('case-made');
    const { decided } = evaluate(second, { ...whole, 'table-2-q5': { option: 'yes' } });
    expect([decided.outcome.id, decided.because.includes('table-2-q5')]).toEqual(['case-on-conditions', true]);
  });
});

describe('edition 1 of the matrix', () => {
  it('has every question of Tables 1 and 2, the three choices of Table 3 and the nine considerations', () => {
    const of = (layer: string) => matrix.questions.filter(({ group }) => matrix.groups.find(({ id }) => id === group)?.layer === layer).length;
    expect(matrix.layers.map(({ id }) => of(id))).toEqual([6, 7, 14, 9]);
  });

  it('ends every path in a conclusion that cites a table and a paragraph', () => {
    for (const outcome of matrix.layers.flatMap(({ outcomes }) => outcomes)) {
      const places = outcome.text['cite'].map(({ place }) => place);
      expect([outcome.id, places.some((place) => /^Table [123]$/.test(place)), places.some((place) => /^para \d+/.test(place))]).toEqual([
        outcome.id,
        true,
        true,
      ]);
    }
    // All 15,625 paths of the first layer, one by one.
    const first = matrix.questions.filter(({ id }) => id.startsWith('table-1-'));
    let paths = 0;
    const walk = (at: number, answers: Answers): void => {
      const question = first[at];
      if (question)
        for (const option of [NOT_KNOWN, ...question.options.map(({ id }) => id)]) walk(at + 1, { ...answers, [question.id]: { option, reason: 'Because.' } });
      else {
        paths++;
        const { layers } = evaluate(matrix, answers);
        const stops = first.some(({ id }) => (id === 'table-1-q1' || id === 'table-1-q5' ? 'no' : 'yes') === answers[id]?.option);
        const open = first.some(({ id }) => answers[id]?.option === NOT_KNOWN);
        if (layers[0]?.state !== (stops ? 'STOPPED' : open ? 'OPEN' : 'PASSED')) throw new Error(JSON.stringify(answers));
      }
    };
    walk(0, {});
    expect(paths).toBe(4 ** 6);
  });

  it('marks the uncertain cells of Table 2 as uncertain', () => {
    const certainty = (question: string, option: string) =>
      matrix.questions
        .find(({ id }) => id === question)
        ?.options.find(({ id }) => id === option)
        ?.conclusions.map((one) => one['certainty']);
    for (const question of ['table-2-q5', 'table-2-q6']) for (const option of ['yes', 'no']) expect(certainty(question, option)).toEqual(['UNCERTAIN']);
    expect(certainty('table-2-q7', 'no')).toEqual(['UNCERTAIN']);
  });

  it('says what the matrix to read says', () => {
    type Cell = { text: string; certainty?: string };
    const shown = parse(readFileSync(new URL('../body/matrix/jiu-matrix-1.yaml', folder), 'utf8')) as {
      questions: { id: string; text: string; yes: Cell[]; no: Cell[] }[];
    };
    for (const one of shown.questions) {
      const question = matrix.questions.find(({ id }) => id === one.id);
      const texts = (option: string) =>
        question?.options.find(({ id }) => id === option)?.conclusions.map((conclusion) => [conclusion['text'], conclusion['certainty']]);
      expect([question?.text, texts('yes'), texts('no')]).toEqual([
        one.text,
        ...[one.yes, one.no].map((cells) => cells.map(({ text, certainty }) => [text, certainty ?? 'STATED'])),
      ]);
    }
  });

  it('counts an exception only with its reason', () => {
    const special = (reason?: string) => evaluate(matrix, { 'table-1-q1': { option: 'no-special-case', reason } });
    expect([special().decided.outcome.id, special().unreasoned]).toEqual(['very-unlikely', ['table-1-q1']]);
    expect(special('  ').decided.outcome.id).toBe('very-unlikely');
    expect([special('Only here.').decided.outcome.id, special('Only here.').unreasoned]).toEqual(['layer-1-open', []]);
  });

  it('names a traditional database where it fits better, and what would change that', () => {
    const { decided, changes } = evaluate(matrix, { 'table-1-q2': { option: 'yes' } });
    expect([decided.outcome.id, decided.because, decided.outcome.instead?.['text']]).toEqual([
      'database-first',
      ['table-1-q2'],
      expect.stringContaining('traditional database'),
    ]);
    expect(changes).toContainEqual({ question: 'table-1-q2', option: 'no', layer: 'layer-1', outcome: 'layer-1-open' });
  });
});

describe('an edition is refused by name', () => {
  const changed = (change: (edition: Instrument) => void) => {
    const edition = structuredClone(read('jiu-matrix-1.yaml')) as Instrument;
    change(edition);
    return checkEdition(edition).faults.map((one) => sentence(one));
  };
  const rules = (edition: Instrument, layer = 0) => edition.layers[layer]?.rules ?? [];

  it('with a rule that is unreachable', () => {
    expect(changed((edition) => rules(edition).splice(1, 0, { id: 'again', when: { question: 'table-1-q1', is: ['no'] }, outcome: 'very-unlikely' }))).toEqual([
      'Rule “again” of layer “layer-1” is unreachable: the rules before it decide every path that leads to it.',
    ]);
  });
  it('with a path that no rule decides, and says which', () => {
    const [fault = ''] = changed((edition) => {
      const last = edition.layers[1];
      if (last) last.rules = last.rules.filter(({ id }) => id !== 'adds-value');
      if (last) last.outcomes = last.outcomes.filter(({ id }) => id !== 'adds-value');
    });
    expect(fault).toMatch(/^Layer “layer-2” has an open path: no rule decides table-2-q1 = yes, .*table-2-q7 = (no|off-chain)/);
  });
  it('with a rule by which open answers would decide', () => {
    expect(changed((edition) => Object.assign(edition.layers[0]?.outcomes.at(-1) ?? {}, { verdict: 'STOP' })).join()).toContain('open answers would decide');
  });
  it('with names that lead nowhere', () => {
    expect(
      changed((edition) => {
        Object.assign(rules(edition)[0] ?? {}, { when: { question: 'none', is: ['no'] }, outcome: 'nowhere' });
        Object.assign(edition.questions[0] ?? {}, { group: 'no-group' });
      }),
    ).toEqual(expect.arrayContaining(['There is no question “none”.', 'There is no outcome “nowhere” in layer “layer-1”.', 'There is no group “no-group”.']));
  });
  it('that is no edition at all', () => {
    expect(checkEdition({ instrument: 'x' }).faults.length).toBeGreaterThan(3);
    expect(checkEdition(null).edition).toBeNull();
  });
});
