import { describe, expect, it } from 'vitest';
import type { User } from '#api/accounts/user.ts';
import { confirmUptake, reportUptake } from '#api/uptake/write.ts';
import { ValidationError } from '#api/errors.ts';
import { loadReport } from '#api/uptake/import-report.ts';
import { given, makePeople, secondReport, withdrawTogether } from '#test/uptake.ts';
import { testSite } from '#test/visit.ts';

const { app, db, services, visit } = await testSite();
const people = await makePeople(db);
const all = new Map(Object.values(people).map((person) => [person.id, person]));
// Who is signed in is said by a cookie of the test's own; sessions have their own tests.
services.accounts.authenticate = async (headers: Headers) => all.get(/person=([\w-]+)/.exec(headers.get('cookie') ?? '')?.[1] ?? '') ?? null;
const as = (person: User) => ({ cookie: `atrium.session_token=signed; person=${person.id}` });

let keys = 0;
/** An entry of FAO, confirmed by a second person unless told otherwise. */
async function entry(change: Parameters<typeof given>[0] & { recommendation?: string; confirmed?: boolean } = {}) {
  const { recommendation = '4', confirmed = true, ...report } = change;
  const written = await reportUptake(db, people.faoFocal, {
    cell: { recommendation, organization: 'fao' },
    given: given(report),
    idempotencyKey: `page-test-${keys++}`,
  });
  if (written instanceof ValidationError) throw new Error(JSON.stringify(written.fields));
  if (confirmed) await confirmUptake(db, people.faoPublisher, written.entryId);
  return written.entryId;
}
/** Sends a form as a browser without script does. */
const post = (url: string, fields: Record<string, string>, person: User | null = null) =>
  app.inject({
    method: 'POST',
    url,
    headers: { host: 'localhost', origin: 'http://localhost', 'content-type': 'application/x-www-form-urlencoded', ...(person ? as(person) : {}) },
    payload: new URLSearchParams(fields).toString(),
  });

describe('on first start', () => {
  it('shows all organizations and says that nothing is known', async () => {
    const page = await visit('/uptake');
    expect(page.status).toBe(200);
    expect(page.html).toContain('<title>Uptake of the recommendations – Atrium</title>');
    expect(page.text).toMatch(/all 155 actions asked of 27 organizations show “no information”/);
    for (const name of ['CEB', 'ITC', 'FAO', 'WMO']) expect(page.html).toContain(`>${name}</a>`);
    expect(page.html.match(/<tbody>.*?<\/tbody>/s)?.[0].match(/<tr>/g)).toHaveLength(29);
    expect(page.links.filter((link) => link.startsWith('/uptake?open='))).toHaveLength(160);
    expect(page.text).toContain('FAO, Rec. 4: no information');
    expect(page.jsonLd).toMatchObject({ '@type': 'Dataset', isBasedOn: { '@type': 'Report', reportNumber: 'JIU/REP/2020/7' } });
  });

  it.each(['recommendation', 'organization', 'addressee', 'impact', 'year'])('adds up by %s, and the sums of the rows are the last line', async (by) => {
    const page = await visit(`/uptake/by?by=${by}`);
    expect(page.status).toBe(200);
    expect(page.text).toContain(by === 'year' ? 'Years are not added up.' : 'Checked on this page');
    expect(page.text).not.toContain('differ from the last line');
    if (by === 'addressee') for (const figure of ['52', '103', '155']) expect(page.text).toContain(figure);
  });

  it('lists the actions page by page, each once', async () => {
    const seen: string[] = [];
    const pages: number[] = [];
    for (let address: string | undefined = '/uptake/entries'; address; ) {
      const page = await visit(address);
      expect(page.status).toBe(200);
      expect(page.text).toContain('155 actions');
      const own = page.links.filter((link) => /^\/uptake\/\d\/[\w-]+$/.test(link));
      pages.push(own.length);
      seen.push(...own);
      address = page.links.find((link) => link.includes('after='));
    }
    expect(pages).toEqual([50, 50, 50, 5]);
    expect(new Set(seen).size).toBe(155);
    expect((await visit('/uptake/entries?after=abc')).status).toBe(400);
    // A chip and the form begin again at the first page.
    const later = await visit(`/uptake/entries?kind=EXECUTIVE&after=${Buffer.from('cells:50').toString('base64url')}`);
    expect(later.text).toContain('103 actions');
    expect(later.links.filter((link) => link.includes('after=')).every((link) => link.includes('kind=EXECUTIVE'))).toBe(true);
    expect(later.links).toContain('/uptake/entries');
  });

  it('says once that five years have passed, and compares nothing while there is nothing to compare', async () => {
    expect((await visit('/uptake')).text).toContain('all 155 actions that are not closed are long outstanding');
    const trend = await visit('/uptake/trend');
    expect(trend.text).toContain('all 155 actions show “no information”');
    expect(trend.html).toContain('id="overdue"');
    expect(trend.html).not.toContain('id="rates"');
  });

  it('follows by feed and calendar without an account', async () => {
    const page = await visit('/follow');
    expect(page.status).toBe(200);
    for (const path of ['/uptake.atom', '/uptake/organizations/fao.ics', '/uptake/recommendations/8.atom'])
      expect(
        page.links.some((link) => link.endsWith(path)),
        path,
      ).toBe(true);
    expect(page.text).toContain('For mail, sign in first.');
  });
});

describe('what was reported', () => {
  it('stands in the table, the cell, the table of the organization and behind the sums, at its day', async () => {
    await entry({
      effectiveDate: '2024-05-01',
      comment: 'The Council asked for a policy.',
      targetDate: '2025-03-31',
      decisionSymbol: 'CL 170/REP',
      officer: 'Chief, Digital Solutions',
    });
    const table = await visit('/uptake');
    expect(table.text).toContain('FAO, Rec. 4: accepted, in progress, overdue for');
    expect(table.text).toContain('1 of 155 actions accepted, 0 implemented; 1 of 27 organizations have reported.');
    expect((await visit('/uptake?at=2023-12-31')).text).toContain('FAO, Rec. 4: no information');

    const cell = await visit('/uptake/4/fao');
    expect(cell.status).toBe(200);
    for (const fact of ['accepted, in progress', 'The Council asked for a policy.', 'CL 170/REP', '31 March 2025', '1 May 2024'])
      expect(cell.text).toContain(fact);
    expect(cell.text).not.toContain('Chief, Digital Solutions');
    expect((await visit('/uptake/4/fao', as(people.wfpMember))).text).toContain('Chief, Digital Solutions');

    const organization = await visit('/uptake/organizations/fao');
    for (const fact of ['The Council asked for a policy.', 'CL 170/REP', '1 of 7']) expect(organization.text).toContain(fact);
    expect(organization.links).toContain('/uptake/organizations/fao.docx');
    expect((await visit('/uptake/recommendations/4')).text).toContain('UPU no information');
    const behind = await visit('/uptake/entries?organization=fao&accepted=true');
    expect(behind.text).toContain('1 action, FAO, accepted');
    expect(behind.links).toContain('/uptake/4/fao');
  });

  it('opens beside the table', async () => {
    const page = await visit('/uptake?open=4.fao');
    expect(page.html).toContain('id="opened"');
    expect(page.links).toContain('/uptake/4/fao');
    expect((await visit('/uptake?open=5.fao')).text).toContain('“5.fao” is not a known value of the cell');
  });

  it('is for the United Nations system until it is confirmed', async () => {
    await entry({ recommendation: '7', acceptance: 'NOT_ACCEPTED', implementation: null, comment: 'Waits for a second person.', confirmed: false });
    for (const path of ['/uptake/7/fao', '/uptake', '/uptake/organizations/fao', '/uptake/entries?organization=fao']) {
      expect((await visit(path)).text).not.toMatch(/Waits for a second|FAO, Rec. 7: not accepted/);
    }
    const seen = await visit('/uptake/7/fao', as(people.wfpMember));
    expect(seen.text).toContain('Waits for a second person.');
    expect(seen.text).toContain('unconfirmed');
    expect(seen.html).not.toContain('Confirm this entry');
  });

  it('stays visible with its reason when it is withdrawn', async () => {
    const id = await entry({ recommendation: '8', comment: 'Written into the wrong cell.' });
    await withdrawTogether(db, people.faoFocal, people.faoPublisher, id, 'Meant for recommendation 7.');
    const page = await visit('/uptake/8/fao');
    expect(page.text).toContain('Meant for recommendation 7.');
    expect(page.text).toContain('State no information');
  });
});

describe('the form of a focal point', () => {
  it('is only for those who may report', async () => {
    expect((await visit('/uptake/2/fao')).text).toContain('report here after signing in');
    expect((await visit('/uptake/2/fao', as(people.ituPublisher))).html).not.toContain('name="acceptance"');
    const refused = await post(
      '/uptake/2/fao',
      { intent: 'report', acceptance: 'NOT_RELEVANT', effectiveDate: '2024-01-01', key: 'form-test-0000' },
      people.ituPublisher,
    );
    expect(refused.statusCode).toBe(403);
  });

  it('keeps what was typed and names every fault', async () => {
    const typed = {
      intent: 'report',
      key: 'form-test-0001',
      acceptance: 'ACCEPTED',
      effectiveDate: '2024-02-30',
      comment: 'Kept <b>as typed</b>',
      'evidence.0.place': 'somewhere',
      source: 'DIRECT',
    };
    const place = await post('/uptake/2/fao', typed, people.faoFocal);
    expect(place.statusCode).toBe(400);
    expect(place.body).toContain('href="#evidence.0.place"');
    expect(place.body).toContain('Kept &lt;b&gt;as typed&lt;/b&gt;');
    const rest = await post('/uptake/2/fao', { ...typed, 'evidence.0.place': '/projects/building-blocks' }, people.faoFocal);
    expect(rest.statusCode).toBe(400);
    expect(rest.body).toContain('href="#effectiveDate"');
    expect(rest.body).toContain('value="/projects/building-blocks"');
    expect((await visit('/uptake/2/fao')).text).toContain('Nobody has reported on this yet.');
  });

  it('records, confirms, comments and withdraws by plain forms', async () => {
    const report = {
      intent: 'report',
      key: 'form-test-0002',
      basedOn: '',
      acceptance: 'ACCEPTED',
      implementation: 'IMPLEMENTED',
      effectiveDate: '2024-02-01',
      comment: 'Done.',
      'evidence.0.place': '/projects/building-blocks',
      source: 'DIRECT',
    };
    const recorded = await post('/uptake/2/fao', report, people.faoFocal);
    expect([recorded.statusCode, recorded.headers.location]).toEqual([303, '/uptake/2/fao?done=report']);
    // Sent twice, recorded once.
    await post('/uptake/2/fao', report, people.faoFocal);
    const mine = await visit('/uptake/2/fao?done=report', as(people.faoFocal));
    expect(mine.text).toContain('Your report is recorded.');
    expect(mine.html.match(/class="uptake-entry"/g)).toHaveLength(1);
    expect(mine.html).not.toContain('value="confirm"');
    expect(mine.links).toContain('/projects/building-blocks');

    const second = await visit('/uptake/2/fao', as(people.faoPublisher));
    const id = /name="intent" value="confirm"\/><input type="hidden" name="entry" value="([^"]+)"/.exec(second.html)?.[1] ?? '';
    expect((await post('/uptake/2/fao', { intent: 'confirm', entry: id }, people.faoPublisher)).statusCode).toBe(303);
    expect((await visit('/uptake')).text).toContain('FAO, Rec. 2: implemented');

    expect((await post('/uptake/2/fao', { intent: 'comment', text: '', key: 'form-test-0003' }, people.secretariat)).statusCode).toBe(400);
    expect((await post('/uptake/2/fao', { intent: 'comment', text: 'Thank you for this.', key: 'form-test-0004' }, people.secretariat)).statusCode).toBe(303);
    expect((await visit('/uptake/2/fao', as(people.faoFocal))).text).toContain('Thank you for this.');
    expect((await visit('/uptake/2/fao')).text).not.toContain('Thank you for this.');

    expect((await post('/uptake/2/fao', { intent: 'withdraw', entry: id, [`reason-${id}`]: ' ' }, people.faoFocal)).statusCode).toBe(400);
    expect((await post('/uptake/2/fao', { intent: 'withdraw', entry: id, [`reason-${id}`]: 'The wrong year.' }, people.faoFocal)).statusCode).toBe(303);
    // A second person stands by it: that person is asked, and agrees.
    expect((await visit('/uptake/2/fao')).text).not.toContain('The wrong year.');
    expect((await visit('/my-work', as(people.faoPublisher))).text).toContain('The wrong year.');
    expect((await post('/uptake/2/fao', { intent: 'agree', entry: id }, people.faoPublisher)).statusCode).toBe(303);
    expect((await visit('/uptake/2/fao')).text).toContain('The wrong year.');
  });
});

describe('loading a table', () => {
  const head = 'Recommendation\tOrganization\tEffective date\tAcceptance\tImplementation';
  const boundary = '----atrium-uptake-page-test-7f3a9c';
  const load = (fields: Record<string, string>, person: User) => {
    const form = Object.entries(fields).map(([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`);
    return app.inject({
      method: 'POST',
      url: '/uptake/load',
      headers: { host: 'localhost', origin: 'http://localhost', 'content-type': `multipart/form-data; boundary=${boundary}`, ...as(person) },
      payload: `${form.join('')}--${boundary}--\r\n`,
    });
  };

  it('lists faults by row and column, keeps the rows, and records nothing', async () => {
    const answer = await load(
      { intent: 'check', text: `${head}\n1\tFAO\t2024-13-01\tAccepted\tIn progress\n1\tITU\t2024-01-01\tAccepted\tIn progress` },
      people.faoFocal,
    );
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toMatch(/<th scope="row">2<\/th><td>Effective date<\/td>/);
    expect(answer.body).toMatch(/<th scope="row">3<\/th><td>Organization<\/td><td>You may not report for ITU\.<\/td>/);
    expect(answer.body).toContain('2024-13-01');
    expect((await load({ intent: 'check', text: '' }, people.faoFocal)).body).toContain('Paste rows or choose a workbook.');
  });

  it('says what it would do, and does it when told', async () => {
    const answer = await load({ intent: 'check', text: `${head}\n1\tFAO\t2024-01-01\tNot relevant\t` }, people.faoFocal);
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('Record 1 report');
    const hidden = (name: string) => new RegExp(`name="${name.replace('.', '\\.')}" value="([^"]*)"`).exec(answer.body)?.[1] ?? '';
    const done = await load({ intent: 'apply', key: hidden('key'), 'sent.text': hidden('sent.text') }, people.faoFocal);
    expect([done.statusCode, done.headers.location]).toEqual([303, '/uptake/load?done=1']);
    expect((await visit('/uptake', as(people.faoFocal))).text).toContain('FAO, Rec. 1: not relevant, unconfirmed');
    expect((await load({ intent: 'check', text: `${head}\n1\tFAO\t2024-01-01\tNot relevant\t` }, people.faoFocal)).body).toContain(
      'there is nothing to record',
    );
  });
});

describe('mail', () => {
  it('is begun and ended by plain forms', async () => {
    expect((await post('/follow', { intent: 'follow', organization: 'fao', recommendation: '4', frequency: 'DAILY' })).statusCode).toBe(401);
    expect((await post('/follow', { intent: 'follow', organization: 'nobody', frequency: 'DAILY' }, people.wfpMember)).statusCode).toBe(400);
    expect((await post('/follow', { intent: 'follow', organization: 'fao', recommendation: '4', frequency: 'DAILY' }, people.wfpMember)).statusCode).toBe(303);
    const page = await visit('/follow', as(people.wfpMember));
    expect(page.text).toContain('FAO, recommendation 4');
    const id = /name="id" value="([^"]+)"/.exec(page.html)?.[1] ?? '';
    await post('/follow', { intent: 'stop', id }, people.wfpMember);
    expect((await visit('/follow', as(people.wfpMember))).text).toContain('You follow nothing by mail.');
  });
});

describe('campaigns', () => {
  it('are for the secretariat and those asked', async () => {
    expect((await visit('/campaigns')).text).toContain('sign in first');
    expect((await visit('/campaigns/new')).status).toBe(403);
    expect((await visit('/campaigns/new', as(people.faoFocal))).status).toBe(403);
    const fields = {
      key: 'campaign-test-1',
      title: 'Update 2026',
      message: 'Please report.',
      closesOn: '2099-12-31',
      reminderDays: '14, 3',
      organization: 'fao',
    };
    expect((await post('/campaigns/new', fields, people.faoFocal)).statusCode).toBe(403);
    const endless = { ...fields, reminderDays: Array.from({ length: 70_000 }, () => '1').join(',') };
    expect((await post('/campaigns/new', endless, people.secretariat)).statusCode).toBe(400);
    const faulty = await post('/campaigns/new', { ...fields, closesOn: '2001-01-01', organization: 'wmo', reminderDays: '14' }, people.secretariat);
    expect(faulty.statusCode).toBe(400);
    expect(faulty.body).toContain('href="#closesOn"');
    expect(faulty.body).toContain('value="Update 2026"');
    expect((await post('/campaigns/new', { ...fields, reminderDays: 'soon' }, people.secretariat)).body).toContain('Write whole numbers of days');
    const nobody = await post('/campaigns/new', { ...fields, key: 'campaign-test-2', organization: 'wmo' }, people.secretariat);
    expect(nobody.body).toContain('href="#contact.wmo"');
    const opened = await post('/campaigns/new', fields, people.secretariat);
    expect(opened.statusCode).toBe(303);
    const address = String(opened.headers.location).split('?')[0] ?? '';
    expect((await visit(address, as(people.secretariat))).text).toContain('Close the campaign');
    expect((await visit(address, as(people.faoFocal))).status).toBe(200);
    expect((await visit(address, as(people.wfpMember))).status).toBe(404);
    expect((await visit(address)).status).toBe(404);
  });
});

describe('addresses', () => {
  it('of mails and feeds lead to the pages', async () => {
    for (const [from, to] of [
      ['/uptake/cells/4/fao?report=x', '/uptake/4/fao?report=x'],
      ['/uptake/campaigns', '/campaigns'],
      ['/uptake/campaigns/abc', '/campaigns/abc'],
      ['/uptake/following', '/follow'],
    ]) {
      const moved = await visit(from ?? '');
      expect([moved.status, moved.headers['location']]).toEqual([308, to]);
    }
  });

  it('that lead nowhere are 404', async () => {
    for (const path of [
      '/uptake/99/fao',
      '/uptake/4/nobody',
      '/uptake/5/fao',
      '/uptake/organizations/nobody',
      '/uptake/recommendations/99',
      '/campaigns/nothing',
      '/uptake/%00/fao',
    ])
      expect((await visit(path)).status, path).toBe(404);
  });

  it('with values that cannot be say which, and show the rest', { timeout: 120_000 }, async () => {
    const strange = [
      'banana',
      '2026-02-30',
      '2999-01-01',
      "'; DROP TABLE action; --",
      '<script>alert(1)</script>',
      '%00%01',
      'x'.repeat(10_000),
      '%F0%9F%92%A5',
    ];
    for (const path of [
      '/uptake',
      '/uptake/by',
      '/uptake/trend',
      '/uptake/entries',
      '/uptake/4/fao',
      '/uptake/organizations/fao',
      '/uptake/recommendations/4',
      '/follow',
    ]) {
      for (const value of strange) {
        const given_ = value.includes('%') ? value : encodeURIComponent(value);
        const page = await visit(
          `${path}?at=${given_}&asKnownOn=${given_}&report=${given_}&by=${given_}&step=${given_}&organization=${given_}&status=${given_}&overdue=${given_}&open=${given_}`,
        );
        expect([200, 400, 414], `${path} ${value.slice(0, 30)}`).toContain(page.status);
        if (page.status === 200) expect(page.text, path).toContain('is not a known value of');
        expect(page.html).not.toContain('<script>alert(1)');
      }
    }
  });
});

it('shows a second report with its own recommendations and organizations', async () => {
  const loaded = await loadReport(db, secondReport);
  const key = 'report' in loaded ? loaded.report : '';
  const page = await visit(`/uptake?report=${key}`);
  expect(page.status).toBe(200);
  expect(page.html.match(/<tbody>.*?<\/tbody>/s)?.[0].match(/<tr>/g)).toHaveLength(4);
  expect(page.links).toContain(`/uptake/organizations/who?report=${key}`);
  expect((await visit(`/uptake/organizations/who?report=${key}`)).text).toContain('Share the example');
  expect((await visit(`/uptake/1/itu?report=${key}`)).text).toContain('Keep an example');
  expect((await visit('/uptake/by?by=report')).text).toContain('JIU/REP/2019/99');
});

it('shows one organization over all reports, and offers files that keep the filters of a page', async () => {
  const page = await visit('/uptake/by?by=report&organization=fao');
  expect(page.status).toBe(200);
  expect(page.text).toContain('FAO: totals of the uptake');
  for (const key of ['jiu-rep-2020-7', 'jiu-rep-2019-99']) expect(page.links).toContain(`/uptake/organizations/fao?report=${key}`);
  expect(page.links.some((link) => link.startsWith('/uptake/entries?') && link.includes('organization=fao') && link.includes('report=jiu-rep-2019-99'))).toBe(
    true,
  );
  expect((await visit('/uptake/organizations/fao')).links).toContain('/uptake/by?by=report&organization=fao');
  expect((await visit('/uptake/by?by=report&organization=nobody')).text).toContain('nobody');
  const list = await visit('/uptake/entries?organization=fao&status=NOT_STARTED&demo=0');
  for (const name of ['actions', 'entries']) expect(list.links).toContain(`/uptake/${name}.csv?organization=fao&status=NOT_STARTED`);
});
