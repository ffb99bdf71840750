import { expect, it } from 'vitest';
import { createPostgresEngine } from '#search/postgres.ts';
import { loadLibrary } from '#seed/load.ts';
import { testDatabase } from '#test/database.ts';
import { readOnlySettings } from '../env.ts';
import { makeDemoAccount } from '../accounts/demo.ts';
import { findUser } from '../accounts/memberships.ts';
import type { User } from '../accounts/user.ts';
import { makeContext, makeServices } from '../context.ts';
import { verifyDatabase } from '../log/verify.ts';
import { graphql } from 'graphql';
import { schema } from '../schema.ts';

const { db, url, pool } = await testDatabase();
await loadLibrary(db);
const search = createPostgresEngine(url);
const services = makeServices(db, search, { ...readOnlySettings(), demo: true });
const person = async (id: string) => (await findUser(db, await makeDemoAccount(db, id))) as User;

// biome-ignore lint/suspicious/noExplicitAny: answers of many shapes.
const ask = async (user: User | null, source: string, variables: Record<string, unknown> = {}): Promise<any> => {
  const result = await graphql({ schema, source, variableValues: variables, contextValue: makeContext(services, { user }) });
  if (result.errors) throw new Error(result.errors.map((error) => `${error.message} ${error.originalError?.stack ?? ''}`).join('\n'));
  return JSON.parse(JSON.stringify(result.data));
};
const draftFields =
  'id state edits round content faults { name message } differences { path label change } reviews { organizationSlug round state decisions { field reason } viewerCanDecide }';
const result = `__typename ... on DraftSaved { draft { ${draftFields} } } ... on InvalidInput { fields { name message } } ... on StaleDraft { differences { path } draft { edits } }`;
const slug = 'papua-new-guinea-livestock';
const word = 'quetzalmarker';

it('takes a change of the Papua New Guinea record from draft to live, with one returned field on the way', async () => {
  const [author, fao, itu] = await Promise.all([person('fao-focal-point'), person('fao-publisher'), person('itu-publisher')]);
  const begin = `mutation ($slug: String!, $key: String!) { saveDraft(kind: PROJECT, slug: $slug, key: $key) { ${result} } }`;
  const begun = (await ask(author, begin, { slug, key: 'story' })).saveDraft;
  expect(begun.__typename).toBe('DraftSaved');
  expect((await ask(author, begin, { slug, key: 'story' })).saveDraft.draft.id).toBe(begun.draft.id);
  const { id } = begun.draft;
  const save = `mutation ($id: ID!, $edits: Int!, $content: JSON!) { saveDraft(id: $id, edits: $edits, content: $content) { ${result} } }`;
  const changed = (text: string) => ({ ...begun.draft.content, summary: { ...begun.draft.content.summary, text } });
  const saved = (await ask(author, save, { id, edits: begun.draft.edits, content: changed(`First ${word} text.`) })).saveDraft;
  expect(saved.draft.differences).toEqual([{ path: 'summary.text', label: 'Summary · Text', change: 'CHANGED' }]);
  // The same save again changes nothing; another one on the old state is refused with both versions.
  expect((await ask(author, save, { id, edits: begun.draft.edits, content: changed(`First ${word} text.`) })).saveDraft.draft.edits).toBe(saved.draft.edits);
  expect((await ask(author, save, { id, edits: begun.draft.edits, content: changed('Other text.') })).saveDraft).toMatchObject({
    __typename: 'StaleDraft',
    draft: { edits: 2 },
  });

  const submit = `mutation ($id: ID!, $edits: Int!, $key: String) { submitDraft(id: $id, edits: $edits, key: $key) { ${result} } }`;
  const submitted = (await ask(author, submit, { id, edits: 2, key: 's1' })).submitDraft;
  expect(submitted.draft.reviews.map((one: { organizationSlug: string; state: string }) => `${one.organizationSlug} ${one.state}`)).toEqual([
    'fao PENDING',
    'itu PENDING',
  ]);
  expect((await ask(author, submit, { id, edits: 2, key: 's1' })).submitDraft.draft.round).toBe(1);

  const decide = `mutation ($draft: ID!, $organization: String!, $round: Int!, $outcome: Outcome!, $fields: [FieldDecisionInput!]) { decide(draft: $draft, organization: $organization, round: $round, outcome: $outcome, fields: $fields) { ${result} } }`;
  await expect(ask(author, decide, { draft: id, organization: 'fao', round: 1, outcome: 'ACCEPTED' })).rejects.toThrow('second person');
  await expect(ask(itu, decide, { draft: id, organization: 'fao', round: 1, outcome: 'ACCEPTED' })).rejects.toThrow('publishers of FAO');
  expect((await ask(fao, decide, { draft: id, organization: 'fao', round: 1, outcome: 'ACCEPTED' })).decide.draft.state).toBe('SUBMITTED');
  expect(
    (await ask(itu, decide, { draft: id, organization: 'itu', round: 1, outcome: 'RETURNED', fields: [{ field: 'summary.text', decision: 'RETURNED' }] }))
      .decide.fields[0].name,
  ).toBe('fields.0.reason');
  const returned = (
    await ask(itu, decide, {
      draft: id,
      organization: 'itu',
      round: 1,
      outcome: 'RETURNED',
      fields: [{ field: 'summary.text', decision: 'RETURNED', reason: 'Say who pays.' }],
    })
  ).decide;
  expect(returned.draft.state).toBe('RETURNED');

  const read = () =>
    ask(
      null,
      `query ($slug: String!, $word: String!) { project(slug: $slug) { version abstract } search(query: $word) { totalCount edges { node { url } } } projects(first: 100) { edges { node { slug abstract } } } }`,
      { slug, word },
    );
  const before = await read();
  expect(before.project.version).toBe(1);
  expect(before.search.edges.map((edge: { node: { url: string } }) => edge.node.url)).not.toContain(`/projects/${slug}`);

  const again = (await ask(author, save, { id, edits: 2, content: changed(`Second ${word} text, with who pays.`) })).saveDraft;
  expect((await ask(author, submit, { id, edits: again.draft.edits, key: 's2' })).submitDraft.draft.round).toBe(2);
  await ask(fao, decide, { draft: id, organization: 'fao', round: 2, outcome: 'ACCEPTED' });
  expect((await read()).project.version).toBe(1);
  const started = performance.now();
  expect((await ask(itu, decide, { draft: id, organization: 'itu', round: 2, outcome: 'ACCEPTED' })).decide.draft.state).toBe('LIVE');
  const accepted = performance.now();
  const after = await read();
  console.log(
    `From the last acceptance to findable: ${(performance.now() - started).toFixed(0)} ms, of which the acceptance itself ${(accepted - started).toFixed(0)} ms.`,
  );
  expect(after.project).toEqual({ version: 2, abstract: `Second ${word} text, with who pays.` });
  expect(after.search.edges[0].node.url).toBe(`/projects/${slug}`);
  expect(after.projects.edges.find((edge: { node: { slug: string } }) => edge.node.slug === slug).node.abstract).toContain(word);
  expect((await ask(itu, decide, { draft: id, organization: 'itu', round: 2, outcome: 'ACCEPTED' })).decide.draft.state).toBe('LIVE');

  const history = await ask(
    null,
    `query ($slug: String!) { history(kind: PROJECT, slug: $slug) { number byLoader author { name } organizationSlug live } compareRevisions(kind: PROJECT, slug: $slug, from: 1, to: 2) { differences { path } } }`,
    { slug },
  );
  expect(history.history).toEqual([
    { number: 2, byLoader: false, author: null, organizationSlug: 'fao', live: true },
    { number: 1, byLoader: true, author: null, organizationSlug: null, live: false },
  ]);
  expect(history.compareRevisions.differences).toEqual([{ path: 'summary.text' }]);
  const mails = await db.selectFrom('mailOutbox').select(['address', 'subject']).execute();
  expect(mails.filter((mail) => mail.address === 'fao-focal-point@demo.invalid').map((mail) => mail.subject.split(':')[0])).toEqual(['Returned', 'Live']);
  expect(
    (
      await db
        .selectFrom('mailOutbox')
        .select((select) => select.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  ).toBe(6);
});

it('seals it: the log fits, and names the first entry that does not when one row is altered', async () => {
  expect((await verifyDatabase(db)).fault).toBeNull();
  await expect(pool.query("UPDATE log_entry SET kind = 'X' WHERE sequence = 5")).rejects.toThrow('never changed');
  await pool.query("UPDATE record SET content = jsonb_set(content, '{title}', '\"Other\"') WHERE slug = $1", [slug]);
  expect((await verifyDatabase(db)).fault?.message).toContain(`the live record "${slug}" differs`);
  await pool.query('ALTER TABLE log_entry DISABLE TRIGGER log_entry_stays');
  await pool.query(
    "UPDATE log_entry SET body = replace(body, 'PROJECT', 'LESSON') WHERE sequence = (SELECT min(sequence) FROM log_entry WHERE body LIKE '%PROJECT%')",
  );
  const { rows } = await pool.query<{ sequence: number }>("SELECT min(sequence) AS sequence FROM log_entry WHERE hash <> '' AND body LIKE '%LESSON%'");
  expect((await verifyDatabase(db)).fault).toEqual({ sequence: rows[0]?.sequence, message: 'its hash does not fit what it says' });
});
