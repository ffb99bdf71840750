import { contributeLibrary, lessonOf } from '#test/contribute.ts';
import { expect, it } from 'vitest';

const { db, ask, answer, demo, person, accept, goLive } = await contributeLibrary();
const author = await demo('fao-focal-point');
const publisher = await demo('fao-publisher');
const itu = await person('Ida Tester', 'FOCAL_POINT', 'itu');
const live = await goLive({
  content: lessonOf('A lesson with a slip', {
    whatHappened: { text: 'It was maid for a check.', cite: [{ source: 'jiu-rep-2020-7', place: 'para 50' }], certainty: 'STATED' },
  }),
});
const slug = 'a-lesson-with-a-slip';
const correct = (more: Record<string, unknown> = {}, user = author) =>
  answer(
    user,
    `mutation ($field: String!, $was: String!, $text: String!, $key: String) { correctText(kind: LESSON, slug: "${slug}", field: $field, was: $was, text: $text, reason: "A slip.", key: $key) {
      __typename ... on DraftSaved { draft { id state round differences { path change } } } ... on InvalidInput { fields { path code } } } }`,
    { field: 'whatHappened.text', was: 'It was maid for a check.', text: 'It was made for a check.', ...more },
  );

it('sends one corrected text to the reviewers at once, and a second person makes it live', async () => {
  expect(live.state).toBe('LIVE');
  const { data } = await correct({ key: 'slip' });
  const { draft } = data.correctText;
  expect(draft).toMatchObject({ state: 'SUBMITTED', round: 1, differences: [{ path: 'whatHappened.text', change: 'CHANGED' }] });
  // Sent again, it makes no second draft.
  expect((await correct({ key: 'slip' })).data.correctText.draft.id).toBe(draft.id);
  const { lesson: before } = await ask(null, `{ lesson(id: "${slug}") { whatHappened { text } version } }`);
  expect(before).toEqual({ whatHappened: { text: 'It was maid for a check.' }, version: 1 });
  // Who sent it decides nothing.
  expect(
    (await answer(author, `mutation { decide(draft: "${draft.id}", organization: "fao", round: 1, outcome: ACCEPTED) { __typename } }`)).errors?.length,
  ).toBeGreaterThan(0);
  expect((await accept(publisher, draft.id, 'fao', 1)).draft.state).toBe('LIVE');
  const { lesson: after } = await ask(null, `{ lesson(id: "${slug}") { whatHappened { text } version } }`);
  expect(after).toEqual({ whatHappened: { text: 'It was made for a check.' }, version: 2 });
});

it('refuses what is another text by now, no text at all, the same, and people of others', async () => {
  const count = async () => (await db.selectFrom('draft').select('id').where('state', '=', 'SUBMITTED').execute()).length;
  const before = await count();
  const codes = async (more: Record<string, unknown>) => (await correct(more)).data.correctText.fields?.map(({ code }: { code: string }) => code);
  expect(await codes({ was: 'It was maid for a check.', text: 'Another.' })).toEqual(['CORRECTION_STALE']);
  expect(await codes({ field: 'whatHappened', was: 'x' })).toEqual(['CORRECTION_FIELD']);
  expect(await codes({ field: '__proto__.text', was: 'x' })).toEqual(['CORRECTION_FIELD']);
  expect(await codes({ was: 'Same.', text: ' Same. ' })).toEqual(['CORRECTION_SAME']);
  expect(await codes({ text: ' ' })).toEqual(['MISSING']);
  expect((await correct({ was: 'It was made for a check.', text: 'Other.' }, itu)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  expect(await count()).toBe(before);
});

it('gives the content to edit to those who may edit it alone', async () => {
  const query = `{ lesson(id: "${slug}") { contentToEdit } }`;
  expect((await ask(author, query)).lesson.contentToEdit.title).toBe('A lesson with a slip');
  for (const other of [null, itu]) expect((await ask(other, query)).lesson.contentToEdit).toBeNull();
});
