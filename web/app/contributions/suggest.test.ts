import { makeDemoAccount } from '#api/accounts/demo.ts';
import { findUser } from '#api/accounts/memberships.ts';
import { lessonOf } from '#test/contribute.ts';
import { testSite } from '#test/visit.ts';
import { expect, it } from 'vitest';

const { db, services, app, visit } = await testSite();
/** Who is signed in is said by a cookie here; sessions have their own tests. */
services.accounts.authenticate = async (headers: Headers) => {
  const id = /atrium\.session_token=([\w-]+)/.exec(headers.get('cookie') ?? '')?.[1];
  return id ? findUser(db, await makeDemoAccount(db, id)) : null;
};
const as = { cookie: 'atrium.session_token=fao-focal-point' };
const post = (url: string, fields: Record<string, string>) =>
  app.inject({
    method: 'POST',
    url,
    headers: { ...as, host: 'localhost:3000', origin: 'http://localhost:3000', accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  });

it('shows the vendor that is there under another spelling before a second one is begun, without script', async () => {
  const page = await visit('/vendors/new?title=IRISGUARD%20Ltd.', as);
  expect(page.text).toContain('the same name, written “IrisGuard”');
  const refused = await post('/vendors/new', { title: 'IRISGUARD Ltd.', key: 'second-vendor' });
  expect(refused.statusCode).toBe(409);
  expect(refused.body).toContain('IrisGuard is in the library already.');
  expect(refused.body).toContain('value="IRISGUARD Ltd."');
  expect(refused.body).toContain('name="another"');
  expect(await db.selectFrom('draft').select('id').execute()).toEqual([]);
  const another = await post('/vendors/new', { title: 'IRISGUARD Ltd.', key: 'second-vendor', another: '1' });
  expect([another.statusCode, another.headers.location]).toEqual([303, expect.stringMatching(/^\/drafts\//)]);
  expect((await post('/vendors/new', { title: 'A firm that nobody knows', key: 'third-vendor' })).statusCode).toBe(303);
});

it('suggests by search while one types, with why, and knows titles of what a draft names', async () => {
  const options = (await visit('/drafts/suggest?kind=VENDOR&q=irisguard%20inc', as)).html;
  expect(options).toContain('<option value="irisguard">IrisGuard (the same name, written “IrisGuard”)</option>');
  expect((await visit('/drafts/suggest?kind=NONE&q=x', as)).html).toBe('');
});

it('offers near matches for a name that the library does not have, and puts the chosen one in its place', async () => {
  const answer = await app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { ...as, host: 'localhost:3000', origin: 'http://localhost:3000', 'content-type': 'application/json' },
    payload: {
      query: 'mutation ($content: JSON) { saveDraft(kind: LESSON, organization: "fao", content: $content) { ... on DraftSaved { draft { id edits url } } } }',
      variables: { content: lessonOf('Of two', { organizations: ['FAO', 'World Food'] }) },
    },
  });
  const { id, edits, url } = answer.json().data.saveDraft.draft;
  const page = await visit(`${url}?check=1`, as);
  expect(page.text).toContain('The library has no entry “World Food” here that everybody sees.');
  expect(page.html).toContain('value="take:organizations.1=WFP"');
  const sent = Object.fromEntries(
    [...page.html.matchAll(/<(?:input|textarea)[^>]*name="([\w.]+)"[^>]*value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  );
  const taken = await post(url, { ...sent, edits: String(edits), do: 'take:organizations.1=WFP' });
  expect([taken.statusCode, taken.headers.location]).toEqual([303, `${url}?check=1#organizations.1`]);
  const { content } = await db.selectFrom('draft').select('content').where('id', '=', id).executeTakeFirstOrThrow();
  expect((content as { organizations: string[] }).organizations).toEqual(['FAO', 'WFP']);
});
