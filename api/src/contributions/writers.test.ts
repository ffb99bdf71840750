import { expect, it } from 'vitest';
import { verifyDatabase } from '../log/verify.ts';
import { contributeLibrary, lessonOf } from '#test/contribute.ts';
import { fieldInWords } from './field-words.ts';

const { ask, demo, person, save, submit, accept, mails, db } = await contributeLibrary();
const author = await demo('fao-focal-point');
const publisher = await demo('fao-publisher');
const second = await person('Second Writer', 'FOCAL_POINT', 'fao');
const writing = await person('Publishing Writer', 'PUBLISHER', 'fao');
const names = async (user: typeof author | null, query: string, variables: Record<string, unknown>) => {
  const found = Object.values(await ask(user, query, variables))[0] as { writers: { name: string }[] };
  return found.writers.map((one) => one.name);
};

it('names everybody who wrote, on the draft and in the history, the author first; readers nobody; and the log fits', async () => {
  const { draft } = await save(author, { kind: 'LESSON', organization: 'fao', content: lessonOf('Of several writers') });
  const other = await save(second, { id: draft.id, edits: draft.edits, content: { ...draft.content, subject: 'keys' } });
  const third = await save(writing, { id: draft.id, edits: other.draft.edits, content: { ...other.draft.content, title: 'Of several writers, named' } });
  const { draft: submitted } = await submit(author, third.draft);
  const ofDraft = 'query ($id: ID!) { draft(id: $id) { writers { name } } }';
  const all = [author.name, second.name, writing.name];
  expect(await names(publisher, ofDraft, { id: draft.id })).toEqual(all);
  // A publisher who wrote is not asked to accept, the other one is.
  expect((await mails(writing.email)).filter((mail) => mail.subject.startsWith('Please look'))).toEqual([]);
  expect((await mails(publisher.email)).filter((mail) => mail.subject.startsWith('Please look'))).toHaveLength(1);
  expect(await accept(publisher, draft.id, 'fao', submitted.round)).toMatchObject({ draft: { state: 'LIVE' } });
  const { slug } = await db.selectFrom('record').select('slug').where('title', '=', 'Of several writers, named').executeTakeFirstOrThrow();
  const ofVersion = 'query ($slug: String!) { revision(kind: LESSON, slug: $slug, number: 1) { writers { name } } }';
  expect(await names(publisher, ofVersion, { slug })).toEqual(all);
  expect(await names(null, ofVersion, { slug })).toEqual([]);
  expect((await verifyDatabase(db)).fault).toBeNull();
  // Of a version whose draft is not kept, the log names the author alone.
  await db.updateTable('draft').set({ publishedVersion: null }).where('id', '=', draft.id).execute();
  expect(await names(publisher, ofVersion, { slug })).toEqual([author.name]);
});

it('asks the secretariat where all publishers of an organization wrote on the draft', async () => {
  const { draft } = await save(author, { kind: 'LESSON', organization: 'fao', content: lessonOf('All publishers wrote') });
  let { edits } = draft;
  for (const [index, user] of [publisher, writing].entries())
    ({ edits } = (await save(user, { id: draft.id, edits, content: { ...draft.content, subject: `subject ${index}` } })).draft);
  const secretariat = await demo('secretariat');
  const before = (await mails(secretariat.email)).length;
  await submit(author, { id: draft.id, edits });
  expect((await mails(secretariat.email)).length).toBe(before + 1);
});

it('names a returned field in words in the mail', async () => {
  const { draft } = await save(author, { kind: 'LESSON', organization: 'fao', content: lessonOf('Comes back') });
  const { draft: submitted } = await submit(author, draft);
  await ask(
    publisher,
    `mutation ($draft: ID!, $round: Int!, $fields: [FieldDecisionInput!]) { decide(draft: $draft, organization: "fao", round: $round, outcome: RETURNED, fields: $fields) { __typename } }`,
    { draft: draft.id, round: submitted.round, fields: [{ field: 'whatHappened.text', decision: 'RETURNED', reason: 'Say when.' }] },
  );
  const mail = (await mails(author.email)).at(-1);
  expect(mail?.text).toContain('- What happened: Say when.');
});

it.each([
  ['stages[0].text', 'Stage 1, Text'],
  ['stages[-3]', 'Stages'],
  ['summary.text', 'Summary'],
  ['summary.cite', 'Summary, Cite'],
  ['participants[2].role', 'Participant 3, Role'],
  ['countries[1]', 'Country 2'],
  ['uses[]', 'Uses'],
  ['title', 'Title'],
])('says "%s" as "%s"', (path, words) => expect(fieldInWords(path)).toBe(words));
