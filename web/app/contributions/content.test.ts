import { expect, it } from 'vitest';
import { testLibrary } from '#test/ask.ts';
import { boxes, boxesOf, contentOf, listPaths, readBoxes, wasTidied, withItem } from './content.ts';
import { forms } from '../definitions.ts';
import { tidied } from './pasted.ts';
import type { Kind } from './spec.ts';

const { db } = await testLibrary();

const typed = (kind: Kind, content: unknown) =>
  new URLSearchParams(
    boxesOf(
      forms[kind].flatMap((section) => section.fields),
      content,
    ).map(([name, value]) => [name, value.replaceAll('\n', '\r\n')]),
  );

it('gives back every record of the library as it is, when nothing was changed in its form', async () => {
  const rows = await db.selectFrom('record').select(['kind', 'slug', 'content']).where('kind', 'in', ['PROJECT', 'LESSON', 'VENDOR']).execute();
  expect(rows.length).toBeGreaterThan(150);
  for (const row of rows) {
    const kind = row.kind as Kind;
    expect(contentOf(kind, boxes(typed(kind, row.content)), row.content), row.slug).toEqual(row.content);
    // Nor does what is not in the form come from anywhere but the content before.
    const kept = Object.fromEntries(
      ['sourceKey', 'slug', 'position', 'origin', 'audience', 'language', 'risks', 'mitigations', 'standards', 'recommendations', 'questions'].flatMap(
        (name) => (name in (row.content as object) ? [[name, (row.content as Record<string, unknown>)[name]]] : []),
      ),
    );
    expect(contentOf(kind, boxes(typed(kind, row.content)), kept), row.slug).toMatchObject(row.content as object);
  }
});

it('leaves blank items out, keeps a number that is none as it was typed, and reads places in sources', () => {
  const content = contentOf(
    'PROJECT',
    boxes(
      new URLSearchParams([
        ['title', ' A title '],
        ['stages.0.text', ''],
        ['stages.0.certainty', 'STATED'],
        ['stages.4.stage', 'PILOT'],
        ['figures.1.label', 'Users'],
        ['figures.1.number', 'many'],
        ['summary.cite', 'para 41\r\n\r\nfao-note: page 3 '],
      ]),
    ),
    {},
  );
  expect(content).toMatchObject({
    title: 'A title',
    stages: [{ stage: 'PILOT', text: '', cite: [] }],
    figures: [{ label: 'Users', value: '', number: 'many' }],
    summary: {
      text: '',
      cite: [
        { source: 'jiu-rep-2020-7', place: 'para 41' },
        { source: 'fao-note', place: 'page 3' },
      ],
    },
  });
  expect(content).not.toHaveProperty('contacts');
  expect(content).not.toHaveProperty('ownersBasis');
});

it('lengthens and shortens lists by name', () => {
  expect(listPaths('PROJECT')).toContain('ledger.platforms');
  expect(withItem({ ledger: { platforms: [{ name: 'a' }] } }, 'add:ledger.platforms')).toMatchObject({
    content: { ledger: { platforms: [{ name: 'a' }, {}] } },
    index: 1,
  });
  expect(withItem({ stages: [{ text: 'a' }, { text: 'b' }] }, 'remove:stages.0')?.content).toEqual({ stages: [{ text: 'b' }] });
  expect(withItem({}, 'remove:stages')).toBeNull();
});

it('tidies text from a word processor, and leaves what is plain as it is', () => {
  expect(
    tidied('Certifi\u00adcates:\r\n\u2022\t12\u00a0400 issued\r\n\uf0b7 checks took half\r\n\r\n\r\n\r\nCountry\tNumber\r\nTanzania\t40\r\no\tsecond level'),
  ).toBe('Certificates:\n- 12 400 issued\n- checks took half\n\nCountry; Number\nTanzania; 40\n- second level');
  for (const plain of ['One line.', '- a\n- b\n\nText', 'a * b – c', 'o no bullet', '* footnote', 'Ελληνικά – نص']) expect(tidied(plain)).toBe(plain);
  const form = boxes(new URLSearchParams([['summary.text', '\u2022 one']]));
  expect(contentOf('PROJECT', form, {})['summary']).toMatchObject({ text: '- one' });
  expect([wasTidied('PROJECT', form), wasTidied('PROJECT', boxes(new URLSearchParams([['summary.text', '- one']])))]).toEqual([true, false]);
});

it('finds the place of a box in the content, past blank items, and reads the one source of the entry', () => {
  const form = boxes(
    new URLSearchParams([
      ['countries.0.code', ''],
      ['countries.2.code', 'Kenya'],
      ['restsOn.source', 'fao-note'],
      ['restsOn.address', ''],
      ['restsOn.place', 'page 3'],
    ]),
  );
  expect(readBoxes('PROJECT', form)).toContainEqual(expect.objectContaining({ box: 'countries.2.code', path: 'countries.0.code', reads: 'country' }));
  expect(contentOf('PROJECT', form, {})).toMatchObject({ restsOn: { source: 'fao-note', place: 'page 3' } });
  const typed = boxes(
    new URLSearchParams([
      ['restsOn.source', 'fao-note'],
      ['restsOn.address', 'https://www.example.org/a'],
      ['summary.cite', 'https://www.example.org/b page 2'],
    ]),
  );
  expect(contentOf('PROJECT', typed, {})).toMatchObject({
    restsOn: { source: 'https://www.example.org/a' },
    summary: { cite: ['https://www.example.org/b page 2'] },
  });
  expect(contentOf('PROJECT', boxes(new URLSearchParams([['title', 'x']])), { restsOn: { source: 'kept' } })).toMatchObject({ restsOn: { source: 'kept' } });
});
