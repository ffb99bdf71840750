import { expect, it } from 'vitest';
import type { User } from '#api/accounts/user.ts';
import { loadDemo } from '#seed/demo.ts';
import { makePeople } from '#test/uptake.ts';
import { testSite } from '#test/visit.ts';

const site = await testSite();
await loadDemo(site.db);
const people = await makePeople(site.db);
const all = new Map(Object.values(people).map((person) => [person.id, person]));
// Who is signed in is said by a cookie of the test's own; sessions have their own tests.
site.services.accounts.authenticate = async (headers: Headers) => all.get(/person=([\w-]+)/.exec(headers.get('cookie') ?? '')?.[1] ?? '') ?? null;
const as = (person: User) => ({ cookie: `atrium.session_token=signed; person=${person.id}` });
async function post(url: string, fields: Record<string, string | File>, person: User) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  const request = new Request(`http://localhost${url}`, { method: 'POST', body: form });
  const response = await site.app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': request.headers.get('content-type') ?? '', host: 'localhost', origin: 'http://localhost', ...as(person) },
    payload: Buffer.from(await request.arrayBuffer()),
  });
  const text = response.body
    .replace(/<!-- -->/g, '')
    .replace(/<(script|style)[^>]*>.*?<\/\1>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('\u2060', '')
    .replace(/\s+/g, ' ');
  return { status: response.statusCode, html: response.body, text, location: String(response.headers.location ?? '') };
}
const NEW = '/imports/new';
const unescaped = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&');
const hidden = (html: string, name: string) => unescaped(new RegExp(`name="${name.replaceAll('.', '\\.')}" value="([^"]*)"`).exec(html)?.[1] ?? '');
/** What the form of the proposal would send. */
const proposal = (html: string, answers: Record<string, string> = {}) => ({
  intent: 'propose',
  key: hidden(html, 'key') || crypto.randomUUID(),
  'sent.text': hidden(html, 'sent.text'),
  'sent.file': hidden(html, 'sent.file'),
  'sent.name': hidden(html, 'sent.name'),
  'given.restsOn.source': hidden(html, 'given.restsOn.source'),
  mapping: hidden(html, 'mapping'),
  ...answers,
});
const vendor = (title: string) =>
  site.db
    .selectFrom('record')
    .select(['id', 'slug', 'version', 'archivedAt', 'content'])
    .where('kind', '=', 'VENDOR')
    .where('title', '=', title)
    .executeTakeFirst();

it('loads back unchanged what is exported, as CSV and XLSX, public and internal', async () => {
  for (const address of ['/vendors.csv', '/vendors.xlsx', '/vendors.csv?audience=internal']) {
    const file = await site.app.inject({ url: address, headers: { host: 'localhost', ...as(people.secretariat) } });
    expect([address, file.statusCode]).toEqual([address, 200]);
    const checked = await post(
      NEW,
      { text: '', file: new File([new Uint8Array(file.rawPayload)], address.includes('xlsx') ? 'v.xlsx' : 'v.csv') },
      people.secretariat,
    );
    expect(checked.text, address).toMatch(/ 0 new, 0 changed, (2[4-9]|[3-9]\d) as they are, 0 to be decided\./);
    expect(checked.status).toBe(200);
  }
  const template = await site.app.inject('/imports/vendors.csv');
  expect(template.body).toContain('Title,Former names,Also known as,Kind');
  expect((await site.app.inject('/imports/vendors.xlsx')).statusCode).toBe(200);
});

const table = `Our firms,,,,,
Firm,What kind,In which country,Homepage,What they do,Networks
Zqmedlar Ledgers Ltd,External provider,KE,https://zqmedlar.example/,It keeps registers of seeds.,Zqchain; Zqfabric
Iris Guard Limited,EXTERNAL,GB,https://www.irisguard.com/,It delivers iris scanners.,
ConsenSys,,,,,Zqfabric
`;

it('asks what may be here already, is published whole by a second person, and taken back whole', async () => {
  const given = { text: table, 'given.restsOn.source': 'https://zqmedlar.example/list' };
  const first = await post(NEW, given, people.faoFocal);
  expect(first.text).toContain('No row has the headings');
  const map = {
    map: '1',
    'map.head': '2',
    'map.head.before': '2',
    'column.1': 'name',
    'column.2': 'kind',
    'column.3': 'country',
    'column.4': 'website',
    'column.5': 'summary',
    'column.6': 'platforms',
  };
  const read = await post(NEW, { ...given, ...map, 'sent.text': table }, people.faoFocal);
  expect(read.text).toContain('Are these here already?');
  expect(read.text).toMatch(/Row 4: Iris Guard Limited.*It is IrisGuard/);
  expect(read.text).toContain('Row 5: ConsenSys');
  // Nothing is proposed before it is said.
  const early = await post(NEW, proposal(read.html), people.faoFocal);
  expect([early.status, early.location]).toEqual([400, '']);
  const consensys = await vendor('ConsenSys');
  const answers = { 'entry.4': 'NEW', 'entry.5': consensys?.slug ?? '' };
  const answered = await post(NEW, { ...proposal(read.html, answers), intent: 'check' }, people.faoFocal);
  expect(answered.text).toContain('2 new, 1 changed, 0 as they are, 0 to be decided.');
  const proposed = await post(NEW, proposal(answered.html, answers), people.faoFocal);
  expect(proposed.location).toMatch(/^\/imports\/[\w-]+\?done=proposed$/);
  const page = proposed.location.split('?')[0] ?? '';
  expect(await vendor('Zqmedlar Ledgers Ltd')).toBeUndefined();

  // A second person of the secretariat decides; nobody else sees it.
  expect((await site.visit(page, as(people.ituPublisher))).status).toBe(404);
  expect((await post(page, { intent: 'published' }, people.faoFocal)).status).toBe(403);
  expect((await post(page, { intent: 'published' }, people.secretariat)).location).toBe(`${page}?done=published`);
  const added = await vendor('Zqmedlar Ledgers Ltd');
  expect(added?.content).toMatchObject({
    kind: 'EXTERNAL',
    country: { code: 'KE', cite: [{ source: expect.any(String) }] },
    platforms: [{ name: 'Zqchain' }, { name: 'Zqfabric' }],
  });
  const changed = await vendor('ConsenSys');
  expect(changed?.version).toBe((consensys?.version ?? 0) + 1);
  expect((await site.visit(`/vendors/${added?.slug}`)).text).toContain('It keeps registers of seeds.');

  // The layout is remembered: the same table now needs no mapping, and says nothing new.
  const again = await post(
    NEW,
    { text: table.replaceAll('Iris Guard Limited,EXTERNAL', 'Iris Guard Limited,'), 'given.restsOn.source': '' },
    people.faoPublisher,
  );
  expect(again.text).toContain('Are these here already?');

  // Whole, with a reason; not where somebody has changed one of the entries since.
  const silent = await post(page, { intent: 'undone', reason: '' }, people.secretariat);
  expect([silent.status, silent.text.includes('Say why.')]).toEqual([400, true]);
  await site.db
    .updateTable('record')
    .set({ version: (changed?.version ?? 0) + 1 })
    .where('id', '=', changed?.id ?? '')
    .execute();
  const refused = await post(page, { intent: 'undone', reason: 'A wrong list.' }, people.secretariat);
  expect(refused.text).toContain('Somebody has changed these entries since: ConsenSys.');
  expect((await vendor('Zqmedlar Ledgers Ltd'))?.archivedAt).toBeNull();
  await site.db
    .updateTable('record')
    .set({ version: changed?.version ?? 0 })
    .where('id', '=', changed?.id ?? '')
    .execute();
  for (const _twice of [1, 2])
    expect((await post(page, { intent: 'undone', reason: 'A wrong list.' }, people.secretariat)).location).toBe(`${page}?done=undone`);
  expect((await vendor('Zqmedlar Ledgers Ltd'))?.archivedAt).not.toBeNull();
  expect(JSON.stringify((await vendor('ConsenSys'))?.content)).not.toContain('Zqfabric');
});

it('names every fault by row and column, and nothing is kept', async () => {
  const before = (await site.db.selectFrom('importRun').select('id').execute()).length;
  const faulty = await post(
    NEW,
    {
      text: 'Title,Kind,Country,Summary,Website\nZqquince,Wizard,KE,Text.,\nZqquince two,EXTERNAL,Nowhere at all,Text.,no address\n#N/A,EXTERNAL,KE,Text.,\nUNICC,IN_HOUSE,CH,,\n',
    },
    people.secretariat,
  );
  expect(faulty.status).toBe(400);
  for (const place of ['Row 2, Kind', 'Row 3, Country', 'Row 3, Website', 'Row 3, Source', 'Row 4, Title']) expect(faulty.text).toContain(place);
  expect((await post(NEW, proposal(faulty.html), people.secretariat)).location).toBe('');
  expect((await site.db.selectFrom('importRun').select('id').execute()).length).toBe(before);
  expect((await post(NEW, { text: 'x' }, people.wfpMember)).status).toBe(403);
  for (const who of [null, people.wfpMember]) expect((await site.visit('/imports', who ? as(who) : {})).status).toBe(403);
});
