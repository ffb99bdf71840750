import { describe, expect, it } from 'vitest';
import { workbookOf } from '#test/archive.ts';
import { makePeople, secondReport } from '#test/uptake.ts';
import { testSite } from '#test/visit.ts';

const site = await testSite();
const people = await makePeople(site.db);
const keeper = {
  ...people.wfpMember,
  id: crypto.randomUUID(),
  memberships: [{ role: 'ADMINISTRATOR' as const, organizationId: null, organizationSlug: null }],
};
const all = new Map([...Object.values(people), keeper].map((person) => [person.id, person]));
// Who is signed in is said by a header here; sessions have their own tests.
site.services.accounts.authenticate = async (headers: Headers) =>
  all.get(headers.get('x-person') ?? /atrium\.session_token=([\w-]+)/.exec(headers.get('cookie') ?? '')?.[1] ?? '') ?? null;

const post = async (url: string, fields: Record<string, string | File>, person = people.faoFocal) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  const request = new Request(`http://localhost:3000${url}`, { method: 'POST', body: form });
  const response = await site.app.inject({
    method: 'POST',
    url,
    headers: {
      'content-type': request.headers.get('content-type') ?? '',
      host: 'localhost:3000',
      origin: 'http://localhost:3000',
      cookie: `atrium.session_token=${person.id}`,
    },
    payload: Buffer.from(await request.arrayBuffer()),
  });
  return { status: response.statusCode, html: response.body, location: String(response.headers.location ?? '') };
};
const hidden = (html: string, name: string) =>
  (new RegExp(`name="${name.replace('.', '\\.')}" value="([^"]*)"`).exec(html)?.[1] ?? '').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
const head = 'Recommendation;Organization;Effective date;Acceptance;Implementation;Responsible unit;Management comment';

describe('the page that loads a table', () => {
  it('takes a CSV file, and shows what becomes empty before it is recorded', async () => {
    const file = (text: string) => new File([text], 'table.csv', { type: 'text/csv' });
    const first = await post('/uptake/load', {
      intent: 'check',
      text: '',
      file: file(`\ufeff${head}\r\n1;FAO;2024-01-01;Accepted;In progress;Digital Strategies;"One, two; three"\r\n`),
    });
    expect(first.status).toBe(200);
    const apply = (html: string, emptied = '') =>
      post('/uptake/load', {
        intent: 'apply',
        key: hidden(html, 'key'),
        report: '',
        'sent.text': hidden(html, 'sent.text'),
        'sent.xlsx': hidden(html, 'sent.xlsx'),
        emptied,
      });
    expect((await apply(first.html)).location).toBe('/uptake/load?done=1');
    const second = await post('/uptake/load', { intent: 'check', text: '', file: file(`${head}\n1;FAO;2025-01-01;Accepted;In progress;;"One, two; three"\n`) });
    expect(second.html).toContain('1 cell is empty where something was reported');
    expect(second.html).toMatch(/Responsible unit becomes empty\.<\/b> It was: Digital Strategies/);
    // Nothing is taken away before it is said what is meant.
    expect((await apply(second.html)).html).toContain('Say whether they do, or whether it stays.');
    // Sent twice, it is recorded once and gives the same answer.
    for (let twice = 0; twice < 2; twice++) expect((await apply(second.html, 'ERASE')).location).toBe('/uptake/load?done=1');
  });
  it('says which sheet was read, and names errors of cells', async () => {
    const row = ['1', 'FAO', '2025-01-01', 'Accepted', 'In progress', '<c t="e"><v>#N/A</v></c>', ''];
    const xlsx = workbookOf([
      { name: 'Uptake', state: 'hidden', rows: [head.split(';')] },
      { name: 'Ours', rows: [head.split(';'), row] },
    ]);
    const { status, html } = await post('/uptake/load', { intent: 'check', text: '', file: new File([new Uint8Array(xlsx)], 'table.xlsx') });
    expect(status).toBe(400);
    expect(html).toContain('The hidden sheet “Uptake” was not read.');
    expect(html).toContain('This cell holds the error #N/A.');
  });
  it('shows how a table of another layout is read, takes what is said otherwise, and remembers it', async () => {
    const text = 'FAO: follow-up\n\nRec.\tState of play\tDeadline we set\nRec. 2\tWell under way\t31/12/2027\nTotal\t1\t\n';
    const first = await post('/uptake/load', { intent: 'check', text });
    expect(first.status).toBe(400);
    expect(first.html).toContain('How the table is read');
    expect(first.html).toContain('guessed');
    const sent = { intent: 'check', map: '1', 'map.head': '3', 'map.head.before': '3', 'map.sheet': '', 'map.sheet.before': '', 'sent.text': text };
    const chosen = { 'column.1': 'recommendation', 'column.2': 'status', 'column.3': 'targetDate', 'given.effectiveDate': '2025-06-30' };
    const second = await post('/uptake/load', { ...sent, ...chosen });
    expect(second.html).toContain('Nothing here is called “Well under way”.');
    const third = await post('/uptake/load', { ...sent, ...chosen, 'word.status.Well under way': 'ACCEPTED IN_PROGRESS' });
    expect(third.status).toBe(200);
    expect(third.html).toContain('1 row is left out:');
    expect(third.html).toContain('A total: “Total”.');
    const done = await post('/uptake/load', {
      intent: 'apply',
      key: hidden(third.html, 'key'),
      mapping: hidden(third.html, 'mapping'),
      'sent.text': text,
    });
    expect(done.location).toBe('/uptake/load?done=1');
    // The next one of this layout is read so at once.
    const next = await post('/uptake/load', { intent: 'check', text: text.replace('31/12/2027', '31/12/2028') });
    expect(next.html).toContain('as the last one of this layout');
    expect(next.html).not.toContain('Nothing here is called');
  });
  it('answers in words whoever may not load', async () => {
    expect((await post('/uptake/load', { intent: 'check', text: `${head}\n` }, people.wfpMember)).status).toBe(403);
  });
});

describe('a form', () => {
  const fields = { intent: 'report', effectiveDate: '2025-02-01', acceptance: 'NOT_RELEVANT', implementation: '', source: 'DIRECT', commentAudience: 'PUBLIC' };
  it('keeps what was typed, with a space for what cannot be kept, and says so', async () => {
    const sent = await post('/uptake/3/fao', { ...fields, key: 'page-form-1', comment: 'from\u000bWord\u0007 and half' });
    expect(sent).toMatchObject({ status: 303, location: expect.stringMatching(/\?done=report&mended=1$/) });
    expect((await site.visit(sent.location)).text).toContain('In their place stands a space, a line break or');
    const rows = await site.db.selectFrom('uptakeEntry').select('comment').where('idempotencyKey', '=', 'page-form-1').execute();
    expect(rows).toEqual([{ comment: 'from\nWord  and half' }]);
  });
  it('counts 3,990 characters as 3,990, however the browser ends lines', async () => {
    const comment = `${'line of nineteen ch\r\n'.repeat(199)}0123456789`;
    expect(await post('/uptake/3/fao', { ...fields, key: 'page-form-2', comment })).toMatchObject({
      status: 303,
      location: expect.stringMatching(/\?done=report$/),
    });
  });
  it('that was gone back to and changed can be sent again', async () => {
    expect((await post('/uptake/4/fao', { ...fields, key: 'page-form-3', comment: 'first' })).status).toBe(303);
    expect((await post('/uptake/4/fao', { ...fields, key: 'page-form-3', comment: 'first' })).status).toBe(303);
    const other = await post('/uptake/4/fao', { ...fields, key: 'page-form-3', comment: 'second' });
    expect(other.status).toBe(400);
    expect(other.html).toContain('is recorded already. You have changed it since');
    const key = hidden(other.html, 'key');
    expect(key).not.toBe('page-form-3');
    expect((await post('/uptake/4/fao', { ...fields, key, comment: 'second' })).status).toBe(303);
    expect(await site.db.selectFrom('uptakeEntry').select('comment').where('comment', 'in', ['first', 'second']).execute()).toHaveLength(2);
  });
});

describe('an address with characters that are in no name', () => {
  it.each([
    '/projects/%00',
    '/organizations/a%01b',
    '/uptake/1%00/fao',
    '/uptake/organizations/fao%0b',
    '/sources/x?paragraph=%00',
    '/drafts/%00',
    '/members?search=%00',
    '/log?before=%00',
  ])('%s is no fault of ours', async (url) => {
    expect((await site.visit(url)).status).toBeLessThan(500);
  });
});

describe('the page that loads another report', () => {
  const PAGE = '/uptake/reports/load';
  const csv = (rows: string[][]) => new File([rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n')], 'report.csv', { type: 'text/csv' });
  const reports = async () => (await site.visit('/uptake/reports/load', { cookie: `atrium.session_token=${keeper.id}` })).status;
  it('is for administrators', async () => {
    expect([await reports(), (await site.visit(PAGE)).status]).toEqual([200, 403]);
    expect((await post(PAGE, { text: 'x' }, people.secretariat)).status).toBe(403);
  });

  it('names every fault at once, shows what it would load, and loads only then', async () => {
    const wrong = secondReport.map((row) => [...row]);
    (wrong[1] as string[])[4] = 'one';
    (wrong[2] as string[])[9] = 'X';
    const faulty = await post(PAGE, { text: '', file: csv(wrong) }, keeper);
    expect(faulty.status).toBe(400);
    expect(faulty.html).toContain('Row 2, column Number');
    expect(faulty.html).toContain('Row 3, column Action');
    const there = () => site.db.selectFrom('record').select('id').where('sourceKey', 'like', 'jiu-rep-2019-99%').execute();
    const checked = await post(PAGE, { text: '', file: csv(secondReport) }, keeper);
    expect(checked.status).toBe(200);
    expect(checked.html).toContain('2. Share the example');
    expect(await there()).toEqual([]);
    const load = { intent: 'load', 'sent.text': '', 'sent.file': hidden(checked.html, 'sent.file') };
    expect((await post(PAGE, load, keeper)).location).toBe(`${PAGE}?done=jiu-rep-2019-99`);
    expect(await there()).toHaveLength(3);
    const again = await post(PAGE, { text: '', file: csv(secondReport) }, keeper);
    expect(again.html).toContain('Everything is in the library as the table says.');
    expect((await post(PAGE, { text: '', file: new File(['%PDF-1.7'], 'report.pdf') }, keeper)).html).toContain('The table');
  });
});
