import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import formats from 'ajv-formats';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { findUser } from '#api/accounts/memberships.ts';
import { makeDemoAccount } from '#api/accounts/demo.ts';
import { loadDemoAgreements, removeDemoAgreements } from '#seed/demo-agreements.ts';
import type { User } from '#api/accounts/user.ts';
import { unzip } from '#test/unzip.ts';
import { testSite } from '#test/visit.ts';

const { app, db, services, visit } = await testSite();
const { settings } = services.accounts;
settings.filesDir = await mkdtemp(join(tmpdir(), 'atrium-agreements-'));
afterAll(() => rm(settings.filesDir, { recursive: true, force: true }));
// Who is signed in is said by a cookie of the test's own.
services.accounts.authenticate = async (headers: Headers) => {
  const id = /person=([\w-]+)/.exec(headers.get('cookie') ?? '')?.[1];
  return id ? findUser(db, id) : null;
};
const [buyer, member] = (await Promise.all(['procurement-officer', 'member'].map(async (id) => findUser(db, await makeDemoAccount(db, id))))) as [User, User];
const cookieOf = (user: User) => `atrium.session_token=signed; person=${user.id}`;
const see = (path: string, user: User | null = buyer) => visit(path, user ? { cookie: cookieOf(user) } : {});
const get = (url: string, user: User | null) => app.inject({ url, headers: { host: 'localhost', ...(user ? { cookie: cookieOf(user) } : {}) } });

/** Sends a form as a browser without script does. */
async function send(url: string, fields: Record<string, string>, user: User, file?: [string, Buffer]) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  if (file) form.append('upload', new File([new Uint8Array(file[1])], file[0]));
  const body = file ? form : new URLSearchParams(fields);
  const request = new Request('http://localhost:3000/', { method: 'POST', body });
  return app.inject({
    method: 'POST',
    url,
    headers: { host: 'localhost:3000', origin: 'http://localhost:3000', 'content-type': request.headers.get('content-type') ?? '', cookie: cookieOf(user) },
    payload: Buffer.from(await request.arrayBuffer()),
  });
}
const given = {
  key: 'page-agreement-1',
  holder: 'unicef',
  vendor: 'IrisGuard',
  number: 'LTA-2026-7',
  title: 'Biometric ledgers',
  scope: 'Registers with <b>eyes</b>.',
  unspsc: '8111 43230000',
  startsOn: '2026-01-01',
  endsOn: '2999-12-31',
  ceiling: '250 000.50',
  currency: 'usd',
  callOff: 'By purchase order.',
  use: 'ON_REQUEST',
  useTerms: 'Write first.',
  contact: 'buy@example.org',
  documentLabel: '',
  documentAddress: '',
  source: 'The signed agreement.',
};
const pdf = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');
let address = '';

describe('the pages of agreements', () => {
  it('keeps one by a form that loses nothing where it is refused, with its document', async () => {
    expect((await see('/agreements')).text).toContain('There is no agreement that you may see.');
    expect((await see('/agreements', null)).links).toContain('/sign-in?next=%2Fagreements');
    expect((await see('/agreements/new', member)).status).toBe(403);
    const refused = await send('/agreements/new', { ...given, ceiling: 'much', endsOn: '2025-12-31' }, buyer);
    expect(refused.statusCode).toBe(400);
    expect(refused.body).toContain('Write an amount such as 250000');
    expect(refused.body).toContain('value="much"');
    expect(refused.body).toContain('Registers with &lt;b&gt;eyes&lt;/b&gt;.');
    const again = await send('/agreements/new', { ...given, endsOn: '2025-12-31', unspsc: '811', vendor: 'Nobody' }, buyer, ['signed.pdf', pdf]);
    expect(again.statusCode).toBe(400);
    for (const sentence of ['Choose an end that is not before the start.', 'Write UNSPSC codes', 'The library has no vendor'].slice(1))
      expect(again.body).toContain(sentence);
    // The file is kept with what was typed.
    const file = /name="documentFile" checked="" value="([0-9a-f]{64})"|name="documentFile" value="([0-9a-f]{64})"|value="([0-9a-f]{64})"/.exec(again.body);
    const hash = file?.[1] ?? file?.[2] ?? file?.[3] ?? '';
    expect(hash).toHaveLength(64);
    const kept = await send('/agreements/new', { ...given, documentFile: hash, documentLabel: 'Signed copy' }, buyer);
    expect([kept.statusCode, kept.headers.location]).toEqual([303, expect.stringMatching(/^\/agreements\/[0-9a-f-]{36}\?done=kept$/)]);
    address = String(kept.headers.location).replace(/\?.*/, '');
    const page = await see(`${address}?done=kept`);
    for (const text of [
      'The agreement is kept.',
      'Biometric ledgers',
      'LTA-2026-7',
      '250,000.5 USD',
      '81110000',
      'By purchase order.',
      'buy@example.org',
      'Signed copy',
    ])
      expect(page.text).toContain(text);
    expect(page.links).toContain(`/files/${hash}`);
    expect((await get(`/files/${hash}`, buyer)).statusCode).toBe(200);
    for (const who of [member, null]) expect((await get(`/files/${hash}`, who)).statusCode).toBe(404);
    for (const who of [member, null]) expect((await see(address, who)).status).toBe(404);
  });

  it('opens, draws, amends, asks and answers by forms of its page', async () => {
    const act = (fields: Record<string, string>, user = buyer) => send(address, { key: `act-${fields['intent']}`, ...fields }, user);
    const wrong = await act({ intent: 'draw', drawn: '999999', onDay: '2026-02-01', drawSource: 'Ledger of the section' });
    expect(wrong.statusCode).toBe(400);
    expect(wrong.body).toContain('This is more than the ceiling of 250,000.5 USD');
    expect(wrong.body).toContain('value="Ledger of the section"');
    expect((await act({ intent: 'draw', drawn: '50,000', onDay: '2026-02-01', drawSource: 'Ledger' })).statusCode).toBe(303);
    expect((await act({ intent: 'open', audience: 'UN_SYSTEM', openings: '0' })).statusCode).toBe(303);
    const seen = await see(address, member);
    expect(seen.status).toBe(200);
    expect(seen.text).not.toContain('buy@example.org');
    expect(seen.text).not.toContain('Drawn all in all');
    expect(seen.text).toContain('Ask for its use');
    expect((await act({ intent: 'ask', organization: 'wfp', text: 'For cash & camps.' }, member)).statusCode).toBe(303);
    expect((await see(address, member)).text).toContain('WFP asked on');
    const id = /name="request" value="([0-9a-f-]{36})"/.exec((await see(address)).html)?.[1] ?? '';
    const unsure = await act({ intent: 'answer', request: id, [`answer-${id}`]: 'Gladly.' });
    expect(unsure.statusCode).toBe(400);
    expect(unsure.body).toContain('Gladly.');
    expect((await act({ intent: 'answer', request: id, [`granted-${id}`]: 'yes', [`answer-${id}`]: 'Gladly.' })).statusCode).toBe(303);
    expect((await see(address, member)).text).toContain('UNICEF agreed on');
    const { key: _key, holder: _holder, vendor: _vendor, ...terms } = given;
    const amended = await send(`${address}/amend`, { ...terms, versions: '1', holdsFrom: '2026-03-01', reason: 'A year more.', endsOn: '2999-12-30' }, buyer);
    expect([amended.statusCode, amended.headers.location]).toEqual([303, `${address}?done=amended`]);
    const history = await see(address);
    expect(history.text).toContain('Last day: 31 December 2999 → 30 December 2999');
    expect(history.text).toContain('50,000 USD');
    expect((await see(`${address}?at=2026-02-01`)).text).toContain('1 January 2026 to 31 December 2999');
  });

  it('lists them by what one asks, says what cannot be asked, and shows them on the page of the vendor', async () => {
    const all = await see('/agreements?open=yes&validOn=2027-01-01&unspsc=8111&ceilingLeft=200000&currency=USD&text=ledgers&column=number&column=unspsc');
    expect(all.text).toContain('1 agreement');
    expect(all.text).toContain('LTA-2026-7');
    expect((await see('/agreements?ceilingLeft=200001')).text).toContain('0 agreements');
    expect((await see('/agreements?validOn=someday&sort=price')).text).toContain('“someday” is not a known value of Valid on');
    expect((await see('/vendors/irisguard')).links).toContain(address);
    expect((await see('/vendors/irisguard', null)).text).not.toContain('Agreements with it');
    expect((await see('/vendors/consensys')).text).toContain('No agreement with it is kept here that you may see.');
    const roster = await see('/vendors?agreement=open');
    expect(roster.text).toContain('1 of 24 vendor');
    expect(roster.links).toContain(address);
    expect((await see('/vendors?agreement=open', null)).text).toContain('0 of 24 vendors');
  });

  it('gives files: public ones hold what everybody sees, internal ones what the person may see, marked', async () => {
    for (const path of ['/agreements.csv', '/agreements.json', '/agreements.ocds.json', '/agreements.ics']) {
      expect([path, (await get(path, buyer)).body.includes('LTA-2026-7')]).toEqual([path, false]);
      const internal = await get(`${path}?audience=internal`, buyer);
      expect([path, internal.statusCode, internal.body.includes('LTA-2026-7'), /INTERNAL/.test(internal.body)]).toEqual([path, 200, true, true]);
      expect((await get(`${path}?audience=internal`, null)).statusCode).toBe(401);
      // Of others of the United Nations system, without what is for who procures.
      expect([path, (await get(`${path}?audience=internal`, member)).body.includes('buy@example.org')]).toEqual([path, false]);
    }
    const csv = (await get('/agreements.csv?audience=internal&unspsc=99', buyer)).body;
    expect(csv.split('\r\n').filter(Boolean)).toHaveLength(1);
    const sheet = Object.values(unzip((await get('/agreements.xlsx?audience=internal', buyer)).rawPayload)).join('\n');
    expect(sheet).toContain('Registers with &lt;b&gt;eyes&lt;/b&gt;.');
    const calendar = (await get('/agreements.ics?audience=internal', buyer)).body.replace(/\r\n[ \t]/g, '');
    expect(calendar).toContain('DTSTART;VALUE=DATE:29991230');
    for (const trigger of ['-P90D', '-P30D', '-P7D']) expect(calendar).toMatch(new RegExp(`TRIGGER[^:]*:${trigger}`));
  });

  const judge = fileURLToPath(new URL('../../../../shared/judges/ocds', import.meta.url));
  it.skipIf(!existsSync(judge))('gives open contracting data that the schema of the standard accepts (needs ../shared/judges/ocds)', async () => {
    const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true });
    formats.default(ajv);
    // The schemas are of draft 4, of which they use nothing that later drafts read otherwise but their own name.
    const schemaOf = async (name: string) => {
      const { id, $schema: _draft, ...schema } = JSON.parse(await readFile(join(judge, name), 'utf8'));
      return { ...schema, $id: id };
    };
    const release = await schemaOf('release-schema.json');
    const whole = await schemaOf('release-package-schema.json');
    ajv.addSchema({ ...release, $id: whole.properties.releases.items.$ref });
    const validate = ajv.compile(whole);
    const found = (await get('/agreements.ocds.json?audience=internal', buyer)).json();
    expect(validate(found) ? [] : validate.errors).toEqual([]);
    expect(found.releases).toHaveLength(2);
    expect(found.releases[1]).toMatchObject({
      tag: ['contractAmendment'],
      buyer: { name: 'UNICEF' },
      awards: [{ suppliers: [{ name: 'IrisGuard' }], value: { amount: 250_000.5, currency: 'USD' } }],
      contracts: [
        {
          id: 'LTA-2026-7',
          period: { endDate: '2999-12-30T23:59:59Z' },
          amendments: [{ rationale: 'A year more.' }],
          atrium: { use: 'ON_REQUEST', drawn: 50_000 },
        },
      ],
    });
    // The judge refuses what is wrong, or the test above could not fail.
    expect(validate({ ...found, releases: [{ ...found.releases[0], tag: 'contract', date: 'yesterday' }] })).toBe(false);
  });
  if (!existsSync(judge)) console.log(`The schemas of the Open Contracting Data Standard are not at ${judge}: agreements were not judged by them.`);
});

describe('loading open contracting data', () => {
  it('gives back what was given out, all or nothing, with the release that is wrong', async () => {
    const given = (await get('/agreements.ocds.json?audience=internal', buyer)).json();
    expect((await see('/agreements/load', member)).status).toBe(403);
    const load = (data: unknown, key: string) =>
      send('/agreements/load', { holder: 'unicef', key, data: typeof data === 'string' ? data : JSON.stringify(data) }, buyer);
    const half = await load('{ "releases": [', 'load-half');
    expect(half.statusCode).toBe(400);
    expect(half.body).toContain('This is no package of releases');
    expect((await load({ releases: [{ ocid: 'a' }] }, 'load-other')).body).toContain('releases.0.id');
    // The same once more: the number is taken.
    const twice = await load(given, 'load-twice');
    expect(twice.statusCode).toBe(400);
    expect(twice.body).toContain('Release 1: number. It is refused: “UNICEF has an agreement with the number LTA-2026-7 already.');
    const renamed = JSON.parse(JSON.stringify(given).replaceAll('LTA-2026-7', 'LTA-2026-8'));
    const second = structuredClone(renamed.releases[1]);
    // One of several is wrong: nothing of them is there.
    const wrong = {
      releases: [
        ...renamed.releases,
        { ...second, ocid: 'urn:other', contracts: [{ ...second.contracts[0], id: 'LTA-2026-9', period: { startDate: '2027-01-01', endDate: '2026-01-01' } }] },
      ],
    };
    expect((await load(wrong, 'load-wrong')).body).toContain('Release 3: endsOn. It is refused: “Choose an end that is not before the start.”');
    expect((await see('/agreements')).text).toContain('1 agreement');
    expect((await load(renamed, 'load-right')).statusCode).toBe(303);
    const loaded = (await get('/agreements.ocds.json?audience=internal&text=LTA-2026-8', buyer)).json();
    type Given = { ocid: string; id: string; date: string; contracts: { atrium: Record<string, unknown> }[] };
    /** Without what belongs to the library that gave it out. */
    const plain = (releases: Given[]) =>
      releases.map(({ ocid: _ocid, id: _id, date: _date, ...rest }) => ({
        ...rest,
        contracts: rest.contracts.map(({ atrium: { address: _a, drawn: _d, drawnOn: _o, ceilingLeft: _l, ...own }, ...one }) => ({ ...one, atrium: own })),
      }));
    expect(plain(loaded.releases)).toEqual(plain(renamed.releases));
  });
});

describe('agreements side by side, and what waits for their holder', () => {
  it('are compared on a page and in files by those who see them, the same greyed and what is missing said', async () => {
    const list = await see('/agreements');
    const ids = [...new Set(list.links.filter((link) => /^\/agreements\/[0-9a-f-]{36}$/.test(link)))].map((link) => `ids=${link.slice(1)}`).join('&');
    expect(ids).toMatch(/^ids=agreements.*&ids=agreements/);
    expect(list.html).toContain('action="/compare"');
    const page = await see(`/compare?${ids}`);
    for (const text of ['LTA-2026-7 (UNICEF)', 'LTA-2026-8 (UNICEF)', 'Biometric ledgers', 'By purchase order.', 'not stated', 'the same'])
      expect(page.text).toContain(text);
    expect((await see(`/compare?${ids}`, null)).text).not.toContain('LTA-2026');
    expect((await get(`/compare.docx?${ids}`, null)).statusCode).toBe(404);
    for (const extension of ['docx', 'xlsx']) {
      const answer = await get(`/compare.${extension}?${ids}&audience=internal`, buyer);
      const text = Object.values(unzip(answer.rawPayload))
        .join('\n')
        .replace(/<[^>]+>/g, ' ');
      for (const some of ['LTA-2026-8', 'buy@example.org', buyer.name]) expect([extension, some, text.includes(some)]).toEqual([extension, some, true]);
    }
  });

  it('shows a request for use in the work of the holder until it is answered', async () => {
    const asker = (await findUser(db, await makeDemoAccount(db, 'fao-publisher'))) as User;
    const { rows } = await sql<{ id: string }>`SELECT agreement_id AS id FROM agreement_version WHERE number = 'LTA-2026-8' LIMIT 1`.execute(db);
    const id = rows[0]?.id ?? '';
    await sql`UPDATE agreement SET audience = 'UN_SYSTEM' WHERE id = ${id}::uuid`.execute(db);
    expect((await send(`/agreements/${id}`, { intent: 'ask', organization: 'fao', text: 'For seeds.', key: 'waits-1' }, asker)).statusCode).toBe(303);
    const waits = await see('/my-work');
    expect(waits.text).toContain('FAO asks to use Biometric ledgers');
    const to = waits.links.find((link) => link.startsWith(`/agreements/${id}#answer-to-`)) ?? '';
    expect((await see('/my-work', asker)).text).not.toContain('FAO asks to use');
    const request = to.split('#answer-to-')[1] ?? '';
    await send(`/agreements/${id}`, { intent: 'answer', request, [`granted-${request}`]: 'yes', [`answer-${request}`]: 'Write to us.' }, buyer);
    expect((await see('/my-work')).text).not.toContain('FAO asks to use');
  });
});

describe('vendors side by side', () => {
  it('are compared on a page and in files with sources, the day and who made it', async () => {
    const ids = 'ids=vendors/irisguard&ids=vendors/consensys';
    const page = await see(`/compare?${ids}`);
    for (const text of ['On which protocol or platform?', 'Agreements', 'Latest work', 'Biometric ledgers (UNICEF']) expect(page.text).toContain(text);
    expect(page.links).toContain('/compare.docx?ids=vendors%2Firisguard&ids=vendors%2Fconsensys');
    const read = async (url: string, user: User | null) => {
      const answer = await get(url, user);
      expect([url, answer.statusCode]).toEqual([url, 200]);
      return Object.values(unzip(answer.rawPayload))
        .join('\n')
        .replace(/<[^>]+>/g, ' ');
    };
    for (const extension of ['docx', 'xlsx']) {
      const open = await read(`/compare.${extension}?${ids}`, null);
      for (const text of ['IrisGuard', 'Building Blocks', 'JIU/REP/2020/7', 'not stated', 'Made on 20', 'no recommendation'])
        expect([extension, text, open.includes(text)]).toEqual([extension, text, true]);
      expect(open).not.toContain('Biometric ledgers');
      const internal = await read(`/compare.${extension}?${ids}&audience=internal`, buyer);
      for (const text of ['Biometric ledgers', buyer.name]) expect([extension, text, internal.includes(text)]).toEqual([extension, text, true]);
    }
    expect((await get('/compare.docx?ids=vendors/irisguard', null)).statusCode).toBe(404);

    // What is made up is said wherever an agreement stands beside a vendor.
    await loadDemoAgreements(db);
    const file = await read(`/compare.docx?${ids}&audience=internal`, buyer);
    expect((await see(`/compare?${ids}`)).text).toMatch(/Identification at the point of sale \(WFP, to [^)]*, demonstration\)/);
    expect(file).toMatch(/Identification at the point of sale \(WFP[^)]*; made up, for demonstration\)/);
    expect(file).not.toContain('..');
    expect((await see('/vendors')).text).toContain(', demonstration)');
    await removeDemoAgreements(db);
  });

  it('read one by one show what bears on going on without them, with sources, and say what is not stated', async () => {
    const page = await see('/vendors/irisguard', null);
    for (const text of [
      'Can the work go on without it?',
      'Is the code open?',
      'Who holds the keys?',
      'not stated',
      'These are facts with their sources, no score;',
    ])
      expect(page.text).toContain(text);
    expect(page.html).toMatch(/id="dependence".*class="mark"/s);
  });
});
