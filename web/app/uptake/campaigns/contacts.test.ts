import { describe, expect, it } from 'vitest';
import type { User } from '#api/accounts/user.ts';
import { makePeople } from '#test/uptake.ts';
import { testSite } from '#test/visit.ts';
import { unzip } from '#test/unzip.ts';
import { sql } from 'kysely';

const { app, db, services, visit } = await testSite();
const people = await makePeople(db);
const all = new Map(Object.values(people).map((person) => [person.id, person]));
// Who is signed in is said by a cookie of the test's own; sessions have their own tests.
services.accounts.authenticate = async (headers: Headers) => all.get(/person=([\w-]+)/.exec(headers.get('cookie') ?? '')?.[1] ?? '') ?? null;
const as = (person: User) => ({ cookie: `atrium.session_token=signed; person=${person.id}` });
/** Sends a form as a browser without script does. */
const post = (url: string, fields: Record<string, string>, person: User, more: string[] = []) =>
  app.inject({
    method: 'POST',
    url,
    headers: { host: 'localhost', origin: 'http://localhost', 'content-type': 'application/x-www-form-urlencoded', ...as(person) },
    payload: new URLSearchParams([...Object.entries(fields), ...more.map((slug) => ['organization', slug])]).toString(),
  });
const BOOK = '/campaigns/contacts';
const kept = () => db.selectFrom('uptakeContact').select(['id', 'address', 'unit', 'deputy']).orderBy('address').execute();

describe('the contact book', () => {
  it('is kept on a page: an address is added, corrected and taken out', async () => {
    const first = await visit(BOOK, as(people.secretariat));
    expect(first.text).toContain('At 28 organizations nobody is known');
    const faulty = await post(BOOK, { organization: 'who', address: 'nobody', unit: 'Evaluation office' }, people.secretariat);
    expect(faulty.statusCode).toBe(400);
    expect(faulty.body).toContain('value="Evaluation office"');
    const added = await post(BOOK, { organization: 'who', address: 'Evaluation@who.example', unit: 'Evaluation office' }, people.secretariat);
    expect([added.statusCode, added.headers.location]).toEqual([303, '/campaigns/contacts?done=kept']);
    const [row] = await kept();
    expect(row).toMatchObject({ address: 'evaluation@who.example', unit: 'Evaluation office', deputy: false });
    const form = await visit(`${BOOK}?correct=${row?.id}`, as(people.secretariat));
    expect(form.text).toContain('Correct an address');
    expect(form.html).toContain('value="evaluation@who.example"');
    await post(BOOK, { organization: 'who', address: 'oversight@who.example', unit: '', deputy: '1', instead: row?.id ?? '' }, people.secretariat);
    const after = await kept();
    expect(after).toMatchObject([{ address: 'oversight@who.example', unit: null, deputy: true }]);
    const gone = await post(BOOK, { intent: 'drop', id: after[0]?.id ?? '' }, people.secretariat);
    expect(gone.headers.location).toBe('/campaigns/contacts?done=dropped');
    expect(await kept()).toEqual([]);
  });

  it('is shown to whoever keeps it, each their own', async () => {
    await post(BOOK, { organization: 'who', address: 'evaluation@who.example' }, people.secretariat);
    const own = await visit(BOOK, as(people.faoFocal));
    expect(own.text).toContain('First: fao.focal@example.org. Then: fao.publisher@example.org.');
    expect(own.text).not.toContain('who.example');
    for (const who of [null, people.wfpMember]) {
      const page = await visit(BOOK, who ? as(who) : undefined);
      expect(page.text).toContain('You keep no contact book');
      expect(page.html).not.toMatch(/who\.example|fao\.focal/);
    }
    const [row] = await kept();
    // A contact of another organization is not replaced.
    await post(BOOK, { organization: 'fao', address: 'deputy@fao.example', instead: row?.id ?? '' }, people.faoFocal);
    expect((await kept()).map(({ address }) => address)).toEqual(['deputy@fao.example', 'evaluation@who.example']);
    expect((await post(BOOK, { organization: 'who', address: 'x@who.example' }, people.faoFocal)).statusCode).toBe(403);
  });
});

describe('the form of a campaign', () => {
  const given = { title: 'Update of 2026', message: 'Please report on every action.', closesOn: '2099-12-31', reminderDays: '14', escalationDays: '7' };
  it('says who has somebody to write to, and who not', async () => {
    const page = await visit('/campaigns/new', as(people.secretariat));
    expect(page.text).toContain('Whom to write to is known at 2 of 27 organizations.');
    expect(page.text).toContain('goes to evaluation@who.example');
    expect(page.text).toContain('nobody known: give an address');
  });

  it('shows every mail and who gets it before anything is sent', async () => {
    const preview = await post('/campaigns/new', { ...given, report: '', key: 'preview-test-1', intent: 'preview', organization: 'fao' }, people.secretariat);
    expect(preview.statusCode).toBe(200);
    for (const words of [
      'Nothing has been sent',
      'Update asked for by 2099-12-31: Update of 2026',
      'Reminder, closes on 2099-12-31',
      'No complete answer from FAO',
      'fao.publisher@example.org',
    ])
      expect(preview.body).toContain(words);
    expect(preview.body).toContain('value="Update of 2026"');
    expect(await db.selectFrom('campaign').select('id').execute()).toEqual([]);
    expect(await db.selectFrom('mailOutbox').select('id').where('subject', 'like', '%Update of 2026%').execute()).toEqual([]);
    // To each of several the mails as they are, with its own name and address.
    const several = { ...given, report: '', key: 'preview-test-4', intent: 'preview', organization: 'fao', 'contact.wmo': 'wmo@example.org' };
    const { body } = await post('/campaigns/new', several, people.secretariat, ['wmo']);
    for (const words of ['To FAO: 3 mails', 'To WMO: 3 mails', 'No complete answer from WMO', '/uptake/organizations/fao', '/uptake/organizations/wmo'])
      expect(body).toContain(words);
    const nobody = await post('/campaigns/new', { ...given, report: '', key: 'preview-test-2', intent: 'preview', organization: 'wmo' }, people.secretariat);
    expect(nobody.statusCode).toBe(400);
    expect(nobody.body).toContain('id="contact.wmo-error"');
    const opened = await post('/campaigns/new', { ...given, report: '', key: 'preview-test-3', organization: 'fao' }, people.secretariat);
    expect(opened.statusCode).toBe(303);
  });
});

describe('a campaign that runs', () => {
  const mails = async (kind: string) =>
    (await sql<{ address: string }>`SELECT address FROM mail_outbox WHERE event_key LIKE ${`campaign:%:${kind}:%`} ORDER BY 1`.execute(db)).rows.map(
      ({ address }) => address,
    );
  it('is extended, joined by others, corrected and reminded of, and each is said before it is sent', async () => {
    const { id } = await db.selectFrom('campaign').select('id').executeTakeFirstOrThrow();
    const address = `/campaigns/${id}`;
    const change = (fields: Record<string, string>, who: User = people.secretariat) => post(`${address}/change`, fields, who);
    const page = () => visit(`${address}/change`, as(people.secretariat));
    expect((await page()).text).toContain('FAO had a mail of this campaign today and gets no second one.');
    expect((await visit(address, as(people.secretariat))).text).toContain('not sent: no mail server is set');
    for (const who of [people.faoFocal, people.wfpMember]) {
      expect((await visit(`${address}/change`, as(who))).status).toBe(404);
      expect((await change({ intent: 'reminded' }, who)).statusCode).toBe(403);
    }

    const early = await change({ intent: 'extended', closesOn: '2099-12-31' });
    expect([early.statusCode, early.body.includes('id="closesOn-error"')]).toEqual([400, true]);
    for (const _twice of [1, 2]) expect((await change({ intent: 'extended', closesOn: '2100-03-31' })).headers.location).toBe(`${address}?done=extended`);
    expect(await mails('EXTENDED')).toEqual(['fao.focal@example.org']);
    expect((await visit(address, as(people.secretariat))).text).toContain('31 March 2100 (at first 31 December 2099)');

    const nobody = await change({ intent: 'added', organization: 'wmo' });
    expect([nobody.statusCode, nobody.body.includes('id="contact.wmo-error"')]).toEqual([400, true]);
    expect((await change({ intent: 'added', organization: 'who' })).statusCode).toBe(303);
    expect((await change({ intent: 'added', organization: 'who' })).body).toContain('WHO is asked by this campaign already.');
    expect(await mails('OPENED')).toEqual(['evaluation@who.example', 'fao.focal@example.org']);

    const wrong = await change({ intent: 'corrected', of: 'who', contact: 'none' });
    expect([wrong.statusCode, wrong.body.includes('id="contact-error"')]).toEqual([400, true]);
    for (const _twice of [1, 2]) expect((await change({ intent: 'corrected', of: 'who', contact: 'desk@who.example' })).statusCode).toBe(303);
    expect(await mails('OPENED')).toEqual(['desk@who.example', 'evaluation@who.example', 'fao.focal@example.org']);

    // The next day.
    await sql`UPDATE campaign_notice SET queued_at = queued_at - interval '1 day'`.execute(db);
    expect((await page()).text).toContain('FAO fao.focal@example.org WHO desk@who.example Reminder, closes on 2100-03-31: Update of 2026');
    expect(await mails('NUDGE')).toEqual([]);
    for (const _twice of [1, 2]) expect((await change({ intent: 'reminded' })).statusCode).toBe(303);
    expect(await mails('NUDGE')).toEqual(['desk@who.example', 'fao.focal@example.org']);
  });

  it('ends with a question that names who is silent, and with a report for the secretariat', async () => {
    const { id } = await db.selectFrom('campaign').select('id').executeTakeFirstOrThrow();
    expect((await visit(`/campaigns/${id}`, as(people.secretariat))).text).toContain('2 organizations have not answered in full: FAO and WHO.');
    await post(`/campaigns/${id}`, { intent: 'close' }, people.secretariat);
    expect((await post(`/campaigns/${id}/change`, { intent: 'reminded' }, people.secretariat)).body).toContain('This campaign was closed already');
    const file = (who: User | null, audience = '?audience=internal') =>
      app.inject({ url: `/campaigns/${id}.docx${audience}`, headers: { host: 'localhost', ...(who ? as(who) : {}) } });
    const report = await file(people.secretariat);
    expect(report.statusCode).toBe(200);
    const text = unzip(report.rawPayload)['word/document.xml'];
    expect(text).toContain('0 of 2 organizations have answered in full.');
    expect(text).toContain('Not at all: FAO, WHO.');
    expect([(await file(null)).statusCode, (await file(people.faoFocal)).statusCode, (await file(people.secretariat, '')).statusCode]).toEqual([401, 404, 404]);
  });
});
