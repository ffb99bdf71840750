import { makeDemoAccount } from '#api/accounts/demo.ts';
import { findUser } from '#api/accounts/memberships.ts';
import { testSite } from '#test/visit.ts';
import { expect, it } from 'vitest';

const { db, services, app, visit } = await testSite();
/** Who is signed in is said by a cookie here; sessions have their own tests. */
services.accounts.authenticate = async (headers: Headers) => {
  const id = /atrium\.session_token=([\w-]+)/.exec(headers.get('cookie') ?? '')?.[1];
  return id ? findUser(db, await makeDemoAccount(db, id)) : null;
};
const as = (id: string) => ({ cookie: `atrium.session_token=${id}` });
const post = (id: string, fields: Record<string, string>) =>
  app.inject({
    method: 'POST',
    url: '/archived',
    headers: { ...as(id), host: 'localhost:3000', origin: 'http://localhost:3000', accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  });

it('lists what was taken out for those who may bring it back, without script', async () => {
  const record = await db.selectFrom('record').select(['id', 'title']).where('slug', '=', 'parity-technologies').executeTakeFirstOrThrow();
  await db.updateTable('record').set({ archivedAt: new Date(), archivedReason: 'Taken out for a check.' }).where('id', '=', record.id).execute();
  expect((await visit('/archived')).status).toBe(303);
  expect((await visit('/archived', as('member'))).status).toBe(403);
  expect((await visit('/archived', as('fao-publisher'))).text).toContain('Nothing is archived that you may bring back.');
  for (const overseer of ['secretariat', 'administrator']) {
    const page = await visit('/archived', as(overseer));
    expect(page.status).toBe(200);
    expect(page.text).toContain(record.title);
    expect(page.text).toContain('The reason: Taken out for a check.');
    expect(page.links).toContain('/vendors/parity-technologies/history');
    expect(page.html).toContain('href="/archived"');
  }
  expect((await visit('/vendors/parity-technologies')).status).toBe(404);
  const foreign = await post('fao-publisher', { do: 'restore', id: record.id });
  expect(foreign.statusCode).toBe(400);
  const returned = await post('secretariat', { do: 'restore', id: record.id });
  expect([returned.statusCode, returned.headers.location]).toEqual([303, '/archived?returned=1']);
  expect((await visit('/archived?returned=1', as('secretariat'))).text).toContain('The entry is in the library again.');
  expect((await visit('/vendors/parity-technologies')).status).toBe(200);
});

it('opens what was closed again, with a reason that stays when it is refused', async () => {
  const record = await db.selectFrom('record').select(['id', 'title', 'version']).where('slug', '=', 'parity-technologies').executeTakeFirstOrThrow();
  // As somebody with the database could have left it: closed to the owners of a record that has none.
  await db
    .updateTable('record')
    .set({ audience: 'OWNERS', version: record.version + 1 })
    .where('id', '=', record.id)
    .execute();
  expect((await visit('/vendors/parity-technologies', as('secretariat'))).status).toBe(404);
  const page = await visit('/archived', as('administrator'));
  expect(page.text).toContain('For their owners only');
  expect(page.text).toContain(record.title);
  const refused = await post('administrator', { do: 'reopen', id: record.id, [`reason-${record.id}`]: 'x'.repeat(1001) });
  expect(refused.statusCode).toBe(400);
  expect(refused.body).toContain('x'.repeat(1001));
  const opened = await post('administrator', { do: 'reopen', id: record.id, [`reason-${record.id}`]: 'It is the library’s.' });
  expect([opened.statusCode, opened.headers.location]).toEqual([303, '/archived?opened=1']);
  expect((await visit('/vendors/parity-technologies')).text).toContain(record.title);
});

it('shows the secretariat the pages of a draft that is for its owners, without what it says', async () => {
  const ask = async (id: string, query: string, variables: Record<string, unknown>) => {
    const { body } = await app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { ...as(id), host: 'localhost:3000', origin: 'http://localhost:3000', accept: 'application/json', 'content-type': 'application/json' },
      payload: JSON.stringify({ query, variables }),
    });
    return JSON.parse(body).data;
  };
  const cite = [{ source: 'jiu-rep-2020-7', place: 'para 50' }];
  const content = {
    kind: 'LESSON',
    theme: 'GOVERNANCE',
    subject: 'zqowners subject',
    title: 'zqowners title',
    language: 'en',
    audience: 'OWNERS',
    organizations: ['FAO'],
    whatHappened: { text: 'zqowners text', cite, certainty: 'STATED' },
  };
  const { saveDraft } = await ask(
    'fao-focal-point',
    'mutation ($content: JSON!) { saveDraft(kind: LESSON, organization: "fao", key: "pages", reason: "zqowners reason", content: $content) { ... on DraftSaved { draft { id edits } } } }',
    { content },
  );
  const { id, edits } = saveDraft.draft;
  await ask('fao-focal-point', 'mutation ($id: ID!, $edits: Int!) { submitDraft(id: $id, edits: $edits) { __typename } }', { id, edits });
  for (const path of ['', '/review', '/submit']) {
    const page = await visit(`/drafts/${id}${path}`, as('secretariat'));
    expect(page.status, path).toBeLessThan(404);
    expect(page.html, path).not.toContain('zqowners');
    if (path === '/review') {
      expect(page.text).toContain('A lesson for its owners only');
      expect(page.text).toContain('Part of this draft is for the owners of the entry only.');
    }
    expect((await visit(`/drafts/${id}${path}`, as('itu-publisher'))).status, path).toBe(404);
  }
  expect((await visit('/my-work', as('secretariat'))).html).not.toContain('zqowners');
  expect((await visit(`/drafts/${id}/review`, as('fao-publisher'))).text).toContain('zqowners text');
});
