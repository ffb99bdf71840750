import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { Data } from '#test/ask.ts';
import { cite, contributeLibrary, lessonOf } from '#test/contribute.ts';
import type { User } from '../accounts/user.ts';

const { ask, answer, demo, person, save, submit, db } = await contributeLibrary();
const first = await demo('fao-focal-point');
const second = await person('Second Writer', 'FOCAL_POINT', 'fao');
const stranger = await person('Of WFP', 'FOCAL_POINT', 'wfp');

const fields = 'id state edits content sources reason';
const result = `__typename ... on DraftSaved { draft { ${fields} } } ... on InvalidInput { fields { name message } } ... on StaleDraft { draft { edits } yours clashes { path theirs yours } }`;
const keep = async (user: User, variables: Record<string, unknown>): Promise<Data> =>
  (
    await ask(
      user,
      `mutation ($id: ID, $content: JSON, $sources: JSON, $reason: String, $edits: Int, $writer: String, $turn: Float, $merge: Boolean) {
        saveDraft(id: $id, content: $content, sources: $sources, reason: $reason, edits: $edits, writer: $writer, turn: $turn, merge: $merge) { ${result} } }`,
      variables,
    )
  ).saveDraft;
const read = async (user: User, id: string): Promise<Data> =>
  (
    await ask(user, `query ($id: ID!) { draft(id: $id) { ${fields} saves { edits person { name } differences { path before after } } viewerCanTakeUp } }`, {
      id,
    })
  ).draft;
const begin = async (title: string, more: Record<string, unknown> = {}) =>
  (await save(first, { kind: 'LESSON', organization: 'fao', content: lessonOf(title, more) })).draft as Data;

it('keeps what each of two people changed, at once too, and asks only where both changed the same', async () => {
  const { id, edits, content } = await begin('Two write');
  const told = { text: 'Told by the second.', cite, certainty: 'STATED' };
  // B only changes the title and sends a summary that is old by then; A only changes the summary.
  const [a, b] = await Promise.all([
    keep(first, { id, edits, content: { ...content, whatHappened: told } }),
    keep(second, { id, edits, content: { ...content, title: 'Two write, renamed' } }),
  ]);
  expect([a.__typename, b.__typename]).toEqual(['DraftSaved', 'DraftSaved']);
  expect((await read(first, id)).content).toMatchObject({ title: 'Two write, renamed', whatHappened: told });

  const clash = await keep(second, { id, edits, content: { ...content, title: 'Mine', subject: 'keys' } });
  expect(clash).toMatchObject({
    __typename: 'StaleDraft',
    clashes: [{ path: 'title', theirs: 'Two write, renamed', yours: 'Mine' }],
    yours: { title: 'Mine', subject: 'keys', whatHappened: told },
  });
  expect((await read(first, id)).content).toMatchObject({ title: 'Two write, renamed', subject: 'checks' });
  // Sent again on what it was shown with, it stands, and their title stays among the earlier saves.
  await keep(first, { id, edits: clash.draft.edits, content: { ...content, title: 'Two write, renamed', whatHappened: { ...told, text: 'Told anew.' } } });
  const taken = await keep(second, { id, edits: clash.draft.edits, content: clash.yours });
  expect(taken.draft.content).toMatchObject({ title: 'Mine', subject: 'keys', whatHappened: { text: 'Told anew.' } });
  expect(JSON.stringify((await read(first, id)).saves)).toContain('Two write, renamed');
});

it('brings sources and reason together likewise', async () => {
  const { id, edits } = await begin('Sources of two');
  const source = (slug: string, title = 'A note') => ({ slug, title, author: 'FAO', summary: 'What it says.' });
  await keep(first, { id, edits, sources: [source('note-a')] });
  await keep(second, { id, edits, sources: [source('note-b')], reason: 'From the workshop.' });
  const now = await read(first, id);
  expect(now.sources.map((one: { slug: string }) => one.slug).sort()).toEqual(['note-a', 'note-b']);
  expect(now.reason).toBe('From the workshop.');
  const clash = await keep(first, { id, edits, sources: [source('note-b', 'Another title')], reason: 'Mine.' });
  expect(clash.clashes.map((one: { path: string }) => one.path).sort()).toEqual(['reason', 'sources.0.title']);
});

it('takes all saves of one open page for one writing, whatever was saved in between and in whatever order they arrive', async () => {
  const { id, edits, content } = await begin('One page');
  const page = { id, edits, writer: 'page-of-the-first' };
  await keep(first, { ...page, turn: 1, content: { ...content, title: 'One' } });
  await keep(second, { id, edits: edits + 1, content: { ...content, title: 'One', subject: 'of the second' } });
  // The page still holds the old subject; it never changed it.
  const third = await keep(first, { ...page, turn: 3, content: { ...content, title: 'One two three' } });
  expect(third.draft.content).toMatchObject({ title: 'One two three', subject: 'of the second' });
  const late = await keep(first, { ...page, turn: 2, content: { ...content, title: 'One two' } });
  expect(late.draft.content.title).toBe('One two three');
  // Its form still does not show what the second wrote, and still does not undo it.
  const fourth = await keep(first, { ...page, turn: 4, content: { ...content, title: 'One two three four' } });
  expect(fourth.draft.content).toMatchObject({ title: 'One two three four', subject: 'of the second' });
  const changed = await keep(first, { ...page, turn: 5, content: { ...content, title: 'One two three four', subject: 'of the first' } });
  expect(changed.clashes).toEqual([{ path: 'subject', theirs: 'of the second', yours: 'of the first' }]);
});

it('refuses instead where it is asked to, and a save whose beginning is not kept any more names all that differs', async () => {
  const { id, edits, content } = await begin('Refuses');
  await keep(second, { id, edits, content: { ...content, subject: 'other' } });
  expect(await keep(first, { id, edits, reason: 'Why', merge: false })).toMatchObject({ __typename: 'StaleDraft', clashes: [] });
  await db.deleteFrom('draftSave').where('draftId', '=', id).where('edits', '=', edits).execute();
  const clash = await keep(first, { id, edits, content: { ...content, title: 'Mine' } });
  expect(clash.clashes.map((one: { path: string }) => one.path).sort()).toEqual(['subject', 'title']);
});

it('keeps the last 200 saves, shows those of who writes it to them alone, and brings one back', async () => {
  const { id, content } = await begin('Earlier saves');
  // As many saves as an hour of writing makes, with a pause in the middle.
  await sql`INSERT INTO draft_save (draft_id, edits, content, sources, reason, saved_by, writer, saved_at)
    SELECT d.id, n, jsonb_set(d.content, '{subject}', to_jsonb('step ' || n)), '[]', '', ${first.id}::uuid, 'page', now() - interval '1 day' + make_interval(secs => n * 3) + CASE WHEN n > 40 THEN interval '1 hour' ELSE interval '0' END
    FROM draft d, generate_series(2, 240) n WHERE d.id = ${id}::uuid`.execute(db);
  await sql`UPDATE draft SET edits = 240, content = jsonb_set(content, '{subject}', '"step 240"') WHERE id = ${id}::uuid`.execute(db);
  const step = { ...content, subject: 'step 240' };
  expect((await keep(second, { id, edits: 240, content: { ...step, title: 'By the second' } })).draft.edits).toBe(241);
  for (const edits of [41, 40])
    expect(await db.selectFrom('draftSave').select('edits').where('draftId', '=', id).where('edits', '=', edits).execute()).toHaveLength(edits === 41 ? 0 : 1);
  const { saves } = await read(first, id);
  expect(saves.map((one: Data) => [one.edits, one.person.name])).toEqual([
    [241, 'Second Writer'],
    [240, first.name],
    [40, first.name],
    [1, first.name],
  ]);
  expect(saves[1].differences).toEqual([{ path: 'title', before: 'Earlier saves', after: 'By the second' }]);
  expect(await read(stranger, id)).toBeNull();

  const restore = `mutation ($id: ID!, $save: Int!, $edits: Int!) { restoreDraftSave(id: $id, save: $save, edits: $edits) { ${result} } }`;
  expect((await ask(first, restore, { id, save: 40, edits: 240 })).restoreDraftSave.__typename).toBe('StaleDraft');
  const back = (await ask(first, restore, { id, save: 40, edits: 241 })).restoreDraftSave;
  expect(back.draft.content).toMatchObject({ title: 'Earlier saves', subject: 'step 40' });
  expect((await ask(first, restore, { id, save: 41, edits: 242 })).restoreDraftSave.fields).toEqual([
    { name: 'save', message: 'This save is not kept any more.' },
  ]);
  expect((await ask(stranger, restore, { id, save: 40, edits: 242 })).restoreDraftSave.__typename).toBe('InvalidInput');
});

it('shows the state before much was taken out, however soon after', async () => {
  const { id, edits, content } = await begin('Taken out');
  const page = { id, edits, writer: 'a-page' };
  await keep(first, { ...page, turn: 1, content: { ...content, context: { text: 'A long text. '.repeat(20), cite, certainty: 'STATED' } } });
  await keep(first, { ...page, turn: 2, content });
  expect(JSON.stringify((await read(first, id)).saves)).toContain('A long text.');
});

it('shows no section of an earlier save that is for others now', async () => {
  const secretariat = await demo('secretariat');
  const context = { text: 'quetzalmarker', cite, certainty: 'STATED' };
  const { id, edits, content } = await begin('Closed later', { context });
  const { draft } = await keep(first, { id, edits, content: { ...content, audiences: { context: 'OWNERS' } } });
  await submit(first, { id, edits: draft.edits });
  await ask(first, 'mutation ($id: ID!) { withdrawDraft(id: $id) { __typename } }', { id });
  await keep(first, { id, edits: draft.edits, content: { ...draft.content, context: { ...context, text: 'another secret' } } });
  const own = JSON.stringify(await read(first, id));
  for (const text of ['quetzalmarker', 'another secret']) expect(own).toContain(text);
  const seen = JSON.stringify(await read(secretariat, id));
  for (const text of ['quetzalmarker', 'another secret']) expect(seen).not.toContain(text);
  // Nor does bringing one back open or undo it.
  const restore = `mutation ($id: ID!, $save: Int!, $edits: Int!) { restoreDraftSave(id: $id, save: $save, edits: $edits) { ${result} } }`;
  await ask(secretariat, restore, { id, save: edits, edits: draft.edits + 1 });
  expect((await read(first, id)).content).toMatchObject({ context: { text: 'another secret' }, audiences: { context: 'OWNERS' } });
  const { data } = await answer(null, 'query ($id: ID!) { draft(id: $id) { saves { edits } } }', { id });
  expect(data.draft).toBeNull();
});

it('lets a draft that was given up be taken up again, by those who write it', async () => {
  const { id, edits, content } = await begin('Given up');
  const withdraw = 'mutation ($id: ID!) { withdrawDraft(id: $id, discard: true) { __typename } }';
  await ask(first, withdraw, { id });
  expect((await keep(first, { id, edits, content: { ...content, title: 'No' } })).__typename).toBe('InvalidInput');
  expect((await read(first, id)).viewerCanTakeUp).toBe(true);
  const take = `mutation ($id: ID!) { takeUpDraft(id: $id) { ${result} } }`;
  expect((await ask(stranger, take, { id })).takeUpDraft.__typename).toBe('InvalidInput');
  expect((await ask(second, take, { id })).takeUpDraft.draft).toMatchObject({ state: 'DRAFT', content: { title: 'Given up' } });
  expect((await ask(first, take, { id })).takeUpDraft.draft.state).toBe('DRAFT');
  const { draft } = await submit(first, { id, edits });
  expect((await ask(first, take, { id })).takeUpDraft.fields).toEqual([{ name: 'id', message: 'The draft was not given up.' }]);
  expect(draft.state).toBe('SUBMITTED');
});
