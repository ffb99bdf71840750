import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
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

describe('a save that is refused', () => {
  const refusedOf = async (user: User, id: string): Promise<Data[]> =>
    (await ask(user, 'query ($id: ID!) { draft(id: $id) { refusedSaves { id mine settled person { name } clashes { path theirs yours } } } }', { id })).draft
      .refusedSaves;
  const answerIt = async (user: User, variables: Record<string, unknown>): Promise<Data> =>
    (
      await ask(
        user,
        `mutation ($id: ID!, $refused: ID!, $take: Boolean!, $edits: Int!) { answerRefusedSave(id: $id, refused: $refused, take: $take, edits: $edits) { ${result} } }`,
        variables,
      )
    ).answerRefusedSave;
  /** The second changed the title; the first's last save, sent while leaving, changes it otherwise. */
  const clashed = async (title: string) => {
    const { id, edits, content } = await begin(title);
    await keep(second, { id, edits, content: { ...content, title: `${title}, theirs` } });
    const page = { id, edits, writer: 'left page' };
    const refused = await keep(first, { ...page, turn: 5, content: { ...content, title: `${title}, mine`, subject: 'keys' } });
    expect(refused.__typename).toBe('StaleDraft');
    return { id, edits, content, page };
  };

  it('is kept with both texts, for its writer to put in the place of the other or aside, and is nobody else’s to decide on', async () => {
    const { id, content } = await clashed('Kept');
    const [kept, ...others] = await refusedOf(first, id);
    expect(others).toEqual([]);
    expect(kept).toMatchObject({ mine: true, settled: false, clashes: [{ path: 'title', theirs: 'Kept, theirs', yours: 'Kept, mine' }] });
    expect((await refusedOf(second, id))[0]).toMatchObject({ mine: false, person: { name: first.name } });
    expect((await answerIt(second, { id, refused: kept?.['id'], take: true, edits: 2 })).__typename).toBe('InvalidInput');
    expect((await answerIt(stranger, { id, refused: kept?.['id'], take: true, edits: 2 })).__typename).toBe('InvalidInput');
    expect((await answer(stranger, 'query ($id: ID!) { draft(id: $id) { refusedSaves { id } } }', { id })).data.draft).toBeNull();
    // What was changed elsewhere since stays as it is.
    const now = await read(second, id);
    const later = await keep(second, {
      id,
      edits: now.edits,
      content: { ...now.content, title: 'Kept, theirs', subject: 'checks', context: { text: 'Since.', cite, certainty: 'STATED' } },
    });
    expect((await answerIt(first, { id, refused: kept?.['id'], take: true, edits: now.edits })).__typename).toBe('StaleDraft');
    const taken = await answerIt(first, { id, refused: kept?.['id'], take: true, edits: later.draft.edits });
    expect(taken.draft.content).toMatchObject({ title: 'Kept, mine', subject: 'keys', context: { text: 'Since.' } });
    expect((await refusedOf(first, id))[0]).toMatchObject({ settled: true });
    expect(JSON.stringify((await read(first, id)).saves)).toContain('Kept, theirs');
    expect(content['title']).toBe('Kept');
  });

  it('is told to the page that asks on return, and one that arrived is told as saved', async () => {
    const { id, page, content } = await clashed('Arrived');
    const arrival = async (user: User, writer: string, turn: number) =>
      (
        await ask(user, 'query ($id: ID!, $writer: String!, $turn: Float!) { draft(id: $id) { arrival(writer: $writer, turn: $turn) deviceKey } }', {
          id,
          writer,
          turn,
        })
      ).draft;
    expect((await arrival(first, page.writer, 5)).arrival).toBe('REFUSED');
    expect((await arrival(first, page.writer, 6)).arrival).toBeNull();
    expect((await arrival(second, page.writer, 5)).arrival).toBeNull();
    const { edits } = await read(first, id);
    await keep(first, { id, edits, writer: 'another page', turn: 7, content: { ...content, title: 'Arrived, theirs', subject: 'seals' } });
    expect((await arrival(first, 'another page', 7)).arrival).toBe('SAVED');
    const keys = await Promise.all([first, second].map((user) => arrival(user, 'x', 1)));
    expect(Buffer.from(keys[0].deviceKey, 'base64')).toHaveLength(32);
    expect(keys[0].deviceKey).not.toBe(keys[1].deviceKey);
  });

  it('holds the last text of one open page, and waits no more once that page or the one that showed both texts has saved', async () => {
    const { id, page, content } = await clashed('Settled');
    await keep(first, { ...page, turn: 6, content: { ...content, title: 'Settled, mine and longer' } });
    await keep(first, { ...page, turn: 4, content: { ...content, title: 'late' } });
    expect((await refusedOf(first, id)).map((one) => one['clashes'][0].yours)).toEqual(['Settled, mine and longer']);
    const { edits } = await read(first, id);
    await ask(
      first,
      `mutation ($id: ID, $content: JSON, $edits: Int) { saveDraft(id: $id, content: $content, edits: $edits, writer: "the clash page", answers: "left page") { ${result} } }`,
      { id, edits, content: { ...content, title: 'Both' } },
    );
    expect((await refusedOf(first, id)).map((one) => one['settled'])).toEqual([true]);

    const other = await clashed('Put aside');
    const [kept] = await refusedOf(first, other.id);
    await answerIt(first, { id: other.id, refused: kept?.['id'], take: false, edits: 1 });
    expect((await read(first, other.id)).content.title).toBe('Put aside, theirs');
    expect((await refusedOf(first, other.id))[0]).toMatchObject({ settled: true, clashes: [{ yours: 'Put aside, mine' }] });
  });

  it('shows no place of a section that is for others now', async () => {
    const secretariat = await demo('secretariat');
    const context = { text: 'begun', cite, certainty: 'STATED' };
    const { id, edits, content } = await begin('Refused and closed', { context });
    const { draft } = await submit(first, { id, edits });
    await ask(first, 'mutation ($id: ID!) { withdrawDraft(id: $id) { __typename } }', { id });
    await keep(second, { id, edits: draft.edits, content: { ...draft.content, context: { ...context, text: 'theirs' }, audiences: { context: 'OWNERS' } } });
    await keep(first, { id, edits: draft.edits, writer: 'p', turn: 1, content: { ...draft.content, context: { ...context, text: 'quetzalrefused' } } });
    expect(JSON.stringify(await refusedOf(first, id))).toContain('quetzalrefused');
    const seen = (await ask(secretariat, 'query ($id: ID!) { draft(id: $id) { refusedSaves { clashes { yours } } } }', { id })).draft;
    expect(JSON.stringify(seen)).not.toContain('quetzalrefused');
    expect(content['title']).toBe('Refused and closed');
  });
});
