import { afterAll, expect, it } from 'vitest';
import { makeDemoAccount } from '#api/accounts/demo.ts';
import { findUser } from '#api/accounts/memberships.ts';
import { publish } from '#api/contributions/publish.ts';
import { endKept } from '#api/screening/match.ts';
import { doRun } from '#api/screening/run.ts';
import { kinds } from '#prisma/content/kinds.ts';
import { madeListFile } from '#test/screening.ts';
import { testSite } from '#test/visit.ts';

const { app, visit, db, services } = await testSite();
afterAll(endKept);
services.accounts.authenticate = async (headers: Headers) => {
  const id = /person=([\w-]+)/.exec(headers.get('cookie') ?? '')?.[1];
  return id ? findUser(db, id) : null;
};
const buyer = await makeDemoAccount(db, 'procurement-officer');
const cookie = `atrium.session_token=signed; person=${buyer}`;
const cite = [{ source: 'jiu-rep-2020-7', place: 'para 50' }];
const { pseudonym } = await db.insertInto('person').values({ name: 'A writer', email: 'writer@example.org' }).returning('pseudonym').executeTakeFirstOrThrow();
const parsed = (more: object) =>
  kinds.VENDOR.schema.safeParse({
    ...{ sourceKey: 'made', slug: 'made', name: 'Tormel Weaving', kind: 'IN_HOUSE', organization: 'FAO', cite },
    summary: { text: 'A made vendor.', cite },
    ...more,
  });
const made = parsed({
  ror: { id: 'https://ror.org/05sd1pz50', cite },
  orgId: { id: 'GB-COH-09506232', cite },
  principals: [{ name: 'Quillam Dovrest', role: 'Owner', cite }],
});
const { slug } = await db.transaction().execute((trx) =>
  publish(trx, {
    ...{ kind: 'VENDOR', recordId: null, sources: [], reason: 'A check.', author: pseudonym, organization: 'fao', accepted: [], restores: null },
    content: made.data as Record<string, unknown>,
  } as Parameters<typeof publish>[1]),
);

it('shows identifiers with their sources, on the page and in JSON-LD, and takes none without a source or of another form', async () => {
  const page = await visit(`/vendors/${slug}`);
  for (const text of ['ROR', 'https://ror.org/05sd1pz50', 'GB-COH-09506232']) expect(page.text).toContain(text);
  expect(page.html).toMatch(/05sd1pz50<\/a>.{0,400}class="mark"/s);
  expect(JSON.stringify(page.jsonLd)).toContain('{"@type":"PropertyValue","propertyID":"org-id","value":"GB-COH-09506232"}');
  expect(JSON.stringify(page.jsonLd)).toContain('"propertyID":"ROR"');
  expect(parsed({ ror: { id: 'https://ror.org/05sd1pz50' } }).success).toBe(false);
  expect(parsed({ ror: { id: 'ror.org/05sd1pz50', cite } }).success).toBe(false);
  expect(parsed({ orgId: { id: '09506232', cite } }).success).toBe(false);
  expect((await visit('/vendors.csv')).html).toContain('GB-COH-09506232');
});

it('keeps principals for the UN system, and compares their names with sanctions lists', async () => {
  for (const path of [`/vendors/${slug}`, '/vendors.csv', '/vendors.json', '/search?q=Quillam'])
    expect((await visit(path)).html, path).not.toContain('Quillam Dovrest');
  expect((await visit(`/vendors/${slug}`, { cookie })).text).toContain('Quillam Dovrest, Owner');
  const load = await app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { cookie, 'content-type': 'application/json', origin: 'http://localhost:3000', host: 'localhost:3000' },
    payload: {
      query: 'mutation ($file: String!) { loadScreeningList(file: $file) { ... on ScreeningListLoaded { run } } }',
      variables: { file: madeListFile(['Dovrest Quilam']).toString('base64') },
    },
  });
  await doRun(db, load.json().data.loadScreeningList.run, { baseUrl: 'http://localhost:3000' });
  const found = await db.selectFrom('screeningCandidate').select(['vendorName', 'listedName', 'score']).execute();
  expect(found).toEqual([expect.objectContaining({ vendorName: 'Quillam Dovrest', listedName: 'Dovrest Quilam' })]);
});
