import { expect, it } from 'vitest';
import type { User } from '#api/accounts/user.ts';
import { loadCatalogue } from '#api/catalogues/load.ts';
import { madeUp } from '#test/catalogue-data.ts';
import { makePeople } from '#test/uptake.ts';
import { testSite } from '#test/visit.ts';

const site = await testSite();
const people = await makePeople(site.db);
const all = new Map(Object.values(people).map((person) => [person.id, person]));
// Who is signed in is said by a cookie of the test's own; sessions have their own tests.
site.services.accounts.authenticate = async (headers: Headers) => all.get(/person=([\w-]+)/.exec(headers.get('cookie') ?? '')?.[1] ?? '') ?? null;
const as = (person: User) => ({ host: 'localhost', origin: 'http://localhost', cookie: `atrium.session_token=signed; person=${person.id}` });
const textOf = (html: string) =>
  html
    .replace(/<!-- -->/g, '')
    .replace(/<(script|style)[^>]*>.*?<\/\1>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('\u2060', '')
    .replace(/\s+/g, ' ');
async function get(url: string, person: User) {
  const { statusCode, body } = await site.app.inject({ url, headers: as(person) });
  return { status: statusCode, html: body, text: textOf(body) };
}
async function post(url: string, fields: [string, string | File][], person: User) {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  const request = new Request(`http://localhost${url}`, { method: 'POST', body: form });
  const { statusCode, body, headers } = await site.app.inject({
    method: 'POST',
    url,
    headers: { ...as(person), 'content-type': request.headers.get('content-type') ?? '' },
    payload: Buffer.from(await request.arrayBuffer()),
  });
  return { status: statusCode, html: body, text: textOf(body), location: String(headers.location ?? '') };
}
const fileOf = ({ name, bytes }: { name: string; bytes: Buffer }) => new File([new Uint8Array(bytes)], name);
const begin = async (...files: File[]) =>
  post(
    '/catalogues/new',
    files.map((file): [string, File] => ['files', file]),
    people.secretariat,
  );

it('is loaded on a page: read, shown first, loaded whole, the same file does nothing, taken back whole', async () => {
  expect((await get('/catalogues', people.faoFocal)).status).toBe(403);
  expect((await get('/catalogues/new', people.faoFocal)).status).toBe(403);
  const begun = await begin(fileOf(madeUp('made-up-cases.csv')));
  expect([begun.status, begun.location]).toEqual([303, expect.stringMatching(/^\/catalogues\/[\w-]{36}$/)]);
  const page = await get(begun.location, people.secretariat);
  for (const words of [
    '3 new, 0 changed',
    'Public Sector Tech Watch',
    'CC-BY-4.0',
    'Made-up land register',
    'May be the same as',
    'same name: Building Blocks',
  ])
    expect(page.text).toContain(words);
  expect((await get('/foreign-records', people.faoFocal)).text).not.toContain('Made-up land register');
  const loaded = await post(
    begun.location,
    [
      ['intent', 'load'],
      ['version', 'July 2025'],
      ['asAt', '2025-07'],
    ],
    people.secretariat,
  );
  expect([loaded.status, loaded.location]).toEqual([303, `${begun.location}?done=loaded`]);
  expect((await get(loaded.location, people.secretariat)).text).toContain('All of it is loaded.');

  const again = await begin(fileOf(madeUp('made-up-cases.csv')));
  expect((await get(again.location, people.secretariat)).text).toContain('0 new, 0 changed, 0 taken out, 3 as they are');
  const nothing = await post(again.location, [['intent', 'load']], people.secretariat);
  expect([nothing.status, nothing.text]).toEqual([400, expect.stringContaining('there is nothing to load')]);
  expect((await post(again.location, [['intent', 'discard']], people.secretariat)).location).toBe('/catalogues?done=discarded');
  expect((await get(again.location, people.secretariat)).status).toBe(404);

  expect(
    (
      await post(
        begun.location,
        [
          ['intent', 'undo'],
          ['reason', ''],
        ],
        people.secretariat,
      )
    ).status,
  ).toBe(400);
  expect(
    (
      await post(
        begun.location,
        [
          ['intent', 'undo'],
          ['reason', 'A check.'],
        ],
        people.secretariat,
      )
    ).status,
  ).toBe(303);
  expect((await site.visit('/foreign-records/pstw-9001')).status).toBe(404);
  expect((await post(begun.location, [['intent', 'other']], people.secretariat)).status).toBe(400);
  // What was taken back can be loaded again.
  expect(await loadCatalogue(site.db, [madeUp('made-up-cases.csv')], { version: 'July 2025', asAt: '2025-07' })).toMatchObject({ added: 3 });
});

it('takes a mapping of columns that a person says, names every fault, and keeps it under a name', async () => {
  const file = new File(['key,label,state\n1,One,Kenya\n2,Two,Atlantis\n'], 'small.csv');
  const begun = await begin(file);
  const page = await get(begun.location, people.secretariat);
  expect(page.text).toContain('No mapping fits the headings of this file');
  const own: [string, string][] = [
    ['own', 'yes'],
    ['catalogue', 'A small list'],
    ['key', 'small'],
    ['licence', 'CC0-1.0'],
    ['owner', 'GOVERNMENT'],
    ['column.identifier', 'key'],
    ['column.title', 'label'],
    ['column.countries', 'state'],
    ['keepAs', 'small-list'],
  ];
  const wrong = await post(begun.location, [['intent', 'preview'], ...own], people.secretariat);
  expect(wrong.status).toBe(400);
  expect(wrong.text).toContain('small.csv, row 3, state');
  expect(wrong.text).toContain('“Atlantis” is no country');
  expect(wrong.html).toContain('value="A small list"');
  // What a word is can be said on the spot.
  expect(wrong.html).toContain('name="word.countries.Atlantis"');
  const said = await post(begun.location, [['intent', 'preview'], ...own, ['word.countries.Atlantis', '-']], people.secretariat);
  expect([said.status, said.text]).toEqual([200, expect.stringContaining('2 new, 0 changed')]);
  const mended = await begin(new File(['key,label,state\n1,One,Kenya\n2,Two,Jordan\n'], 'small.csv'));
  expect((await post(mended.location, [['intent', 'load'], ...own], people.secretariat)).location).toBe(`${mended.location}?done=loaded`);
  expect((await site.visit('/foreign-records/small-1')).text).toContain('Kenya');
  // The next file of the catalogue is read by itself.
  const next = await begin(new File(['key,label,state\n1,Eins,Kenya\n2,Two,Jordan\n'], 'small-2.csv'));
  expect((await get(next.location, people.secretariat)).text).toContain('0 new, 1 changed, 0 taken out, 1 as they are');
  const cut = await begin(new File(['[{"key": 1, "la'], 'cut.json'));
  expect([cut.status, cut.text]).toEqual([400, expect.stringContaining('cut.json is no whole JSON document')]);
  expect((await begin()).status).toBe(400);
});

it('is marked as foreign wherever it shows, and in no list that did not ask for it', async () => {
  const page = await site.visit('/foreign-records/pstw-9001');
  for (const words of [
    'Entry of another catalogue',
    'Not written here: loaded from another catalogue',
    'Public Sector Tech Watch, July 2025, as “PSTW-9001”, under the licence CC-BY-4.0',
    'The catalogue holds as at July 2025',
    'responsible_organisation',
    'Made-up town',
  ])
    expect(page.text).toContain(words);
  expect(page.html).not.toContain('/edit');
  expect((await site.visit('/foreign-records/pstw-9001/edit')).status).toBe(404);
  const list = await site.visit('/foreign-records?ownerKind=GOVERNMENT&view=rows');
  expect(list.text).toContain('from Public Sector Tech Watch');
  expect(list.links).toContain('/foreign-records/pstw-9001');
  for (const address of ['/projects?view=rows', '/search?q=made-up', '/new', '/sitemap.xml', '/projects.csv', '/dump.jsonl', '/catalog.jsonld'])
    expect([address, (await site.visit(address)).html.includes('pstw-9001')]).toEqual([address, false]);
  expect((await site.visit('/search?q=made-up&foreign=1')).links).toContain('/foreign-records/pstw-9001');
  const file = await site.visit('/foreign-records.csv');
  for (const words of ['Licence of the catalogue', 'CC-BY-4.0', 'PSTW-9001', 'July 2025']) expect(file.html).toContain(words);
});

it('is answered beside it by an organization, and by nobody else; what is said can be taken back', async () => {
  const address = '/foreign-records/pstw-9002';
  const said: [string, string][] = [
    ['intent', 'answer'],
    ['organization', 'fao'],
    ['text', 'We looked at it in 2024.'],
    ['key', 'key-of-an-answer'],
  ];
  expect((await get(address, people.faoFocal)).html).toContain('name="intent" value="answer"');
  expect((await get(address, people.secretariat)).html).not.toContain('name="intent" value="answer"');
  expect((await post(address, said, people.secretariat)).status).toBe(403);
  expect(
    (
      await post(
        address,
        [
          ['intent', 'answer'],
          ['organization', 'fao'],
          ['text', ' '],
        ],
        people.faoFocal,
      )
    ).status,
  ).toBe(400);
  for (const _ of [1, 2]) expect((await post(address, said, people.faoFocal)).location).toBe(`${address}?done=answered#answers`);
  const page = await site.visit(address);
  expect(page.text.split('We looked at it in 2024.').length).toBe(2);
  expect(page.text).toContain('beside version 1');
  const id = /name="id" value="([\w-]{36})"/.exec((await get(address, people.faoFocal)).html)?.[1] ?? '';
  expect(
    (
      await post(
        address,
        [
          ['intent', 'withdraw'],
          ['id', id],
        ],
        people.faoFocal,
      )
    ).location,
  ).toBe(`${address}?done=withdrawn#answers`);
  expect((await site.visit(address)).text).not.toContain('We looked at it in 2024.');
});

it('shows on its page what a later version of the catalogue says otherwise', async () => {
  const { name, bytes } = madeUp('made-up-cases.csv');
  await loadCatalogue(site.db, [{ name, bytes: Buffer.from(bytes.toString().replace(',Pilot,', ',Implemented,')) }], { version: 'December 2025' });
  const page = await site.visit('/foreign-records/pstw-9001');
  expect(page.text).toContain('December 2025');
  expect(page.text).toMatch(/Stage\s*:\s*Implemented: IN_USE/);
  expect(page.text).toContain('was Pilot: PILOT');
});
