import { contributeLibrary, lessonOf } from '#test/contribute.ts';
import { expect, it } from 'vitest';

const { db, ask, demo, save, submit, goLive } = await contributeLibrary();
const author = await demo('fao-focal-point');
const file = 'ab'.repeat(32);
const lesson = (title: string, more: Record<string, unknown> = {}) =>
  lessonOf(title, { whatHappened: { text: 'It was tried.', cite: [], certainty: 'STATED' }, ...more });
const stored = async (id: string) =>
  (await db.selectFrom('draft').select(['content', 'sources']).where('id', '=', id).executeTakeFirstOrThrow()) as never as {
    content: { whatHappened: { cite: unknown } } & Record<string, unknown>;
    sources: Record<string, unknown>[];
  };

it('lets the facts of an entry rest on one source, an attached file among them, which goes live with it', async () => {
  const content = lesson('One source for all', {
    attachments: [{ file, title: 'Evaluation of the pilot' }],
    restsOn: { source: `file:${file}`, place: 'page 3' },
    otherViews: [
      { text: 'Others say so too.', cite: [], certainty: 'STATED' },
      { text: 'The report says so.', cite: ['Paragraph 50'], certainty: 'STATED' },
    ],
  });
  const { draft } = await save(author, { kind: 'LESSON', organization: 'fao', content });
  expect(draft.faults).toEqual([]);
  const submitted = await submit(author, draft);
  expect(submitted.__typename).toBe('DraftSaved');
  const { content: kept, sources } = await stored(draft.id);
  const slug = `evaluation-of-the-pilot-${file.slice(0, 8)}`;
  expect(kept['restsOn']).toBeUndefined();
  expect(kept.whatHappened.cite).toEqual([{ source: slug, place: 'page 3' }]);
  expect(kept['otherViews']).toMatchObject([{ cite: [{ source: slug, place: 'page 3' }] }, { cite: [{ source: 'jiu-rep-2020-7', place: 'para 50' }] }]);
  expect(sources).toEqual([
    expect.objectContaining({ slug, title: 'Evaluation of the pilot', author: 'FAO', address: expect.stringMatching(new RegExp(`^http.*/files/${file}$`)) }),
  ]);
  const live = await goLive({ content: lesson('One source for all, live', { restsOn: { source: 'https://www.example.org/report.pdf', place: 'page 9' } }) });
  const { lesson: shown } = await ask(
    null,
    `{ lesson(id: "${live.content.slug ?? 'one-source-for-all-live'}") { whatHappened { citations { place source { title } } } } }`,
  );
  expect(shown.whatHappened.citations).toEqual([{ place: 'page 9', source: { title: 'www.example.org/report.pdf' } }]);
});

it('takes a title, a symbol, an address or a loose name of a place for the source that is meant', async () => {
  const { title } = await db
    .selectFrom('record')
    .select('title')
    .where('kind', '=', 'SOURCE')
    .where('slug', '<>', 'jiu-rep-2020-7')
    .where('audience', '=', 'PUBLIC')
    .orderBy('slug')
    .executeTakeFirstOrThrow();
  const { slug } = await db.selectFrom('record').select('slug').where('kind', '=', 'SOURCE').where('title', '=', title).executeTakeFirstOrThrow();
  const cites = [`${title.toUpperCase()}, page 3`, 'JIU/REP/2020/7, paragraph 41', 'box 3', 'https://www.example.org/a?b=1, section 2', `${slug}: page 4`];
  const { draft } = await save(author, {
    kind: 'LESSON',
    organization: 'fao',
    content: lesson('Named as people name it', { whatHappened: { text: 'So.', cite: cites, certainty: 'STATED' } }),
  });
  expect(draft.faults).toEqual([]);
  await submit(author, draft);
  const { content, sources } = await stored(draft.id);
  expect(content.whatHappened.cite).toEqual([
    { source: slug, place: 'page 3' },
    { source: 'jiu-rep-2020-7', place: 'para 41' },
    { source: 'jiu-rep-2020-7', place: 'Box 3' },
    { source: sources[0]?.['slug'], place: 'section 2' },
    { source: slug, place: 'page 4' },
  ]);
  expect(sources).toMatchObject([{ address: 'https://www.example.org/a?b=1', author: 'www.example.org' }]);
});

it('tells all faults at once: what is missing, what is not in the library, and what needs a remark', async () => {
  const { draft } = await save(author, {
    kind: 'PROJECT',
    organization: 'fao',
    content: {
      title: 'Everything at once',
      owners: ['Nobody Ltd of nowhere'],
      summary: { text: '', cite: ['no such source, page 2'], certainty: 'UNCERTAIN' },
      engagements: [{ vendor: 'No firm of this name', role: 'Developer', certainty: 'STATED', cite: ['para 41'] }],
      countries: [
        { code: 'Nowhereland', cite: ['para 41'] },
        { code: 'kenya', cite: ['para 41'] },
      ],
    },
  });
  const names = draft.faults.map((one: { name: string }) => one.name);
  expect(names).toEqual(
    expect.arrayContaining([
      'summary.text',
      'summary.cite.0',
      'summary.note',
      'owners.0',
      'engagements.0.vendor',
      'stages',
      'uses',
      'scope',
      'countries.0.code',
    ]),
  );
  expect(names).not.toContain('countries.1.code');
  expect(draft.content.countries[1].code).toBe('KE');
});
