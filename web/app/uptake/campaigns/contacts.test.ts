import { describe, expect, it } from 'vitest';
import type { User } from '#api/accounts/user.ts';
import { makePeople } from '#test/uptake.ts';
import { testSite } from '#test/visit.ts';

const { app, db, services, visit } = await testSite();
const people = await makePeople(db);
const all = new Map(Object.values(people).map((person) => [person.id, person]));
// Who is signed in is said by a cookie of the test's own; sessions have their own tests.
services.accounts.authenticate = async (headers: Headers) => all.get(/person=([\w-]+)/.exec(headers.get('cookie') ?? '')?.[1] ?? '') ?? null;
const as = (person: User) => ({ cookie: `atrium.session_token=signed; person=${person.id}` });
/** Sends a form as a browser without script does. */
const post = (url: string, fields: Record<string, string>, person: User) =>
  app.inject({
    method: 'POST',
    url,
    headers: { host: 'localhost', origin: 'http://localhost', 'content-type': 'application/x-www-form-urlencoded', ...as(person) },
    payload: new URLSearchParams(fields).toString(),
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
    const nobody = await post('/campaigns/new', { ...given, report: '', key: 'preview-test-2', intent: 'preview', organization: 'wmo' }, people.secretariat);
    expect(nobody.statusCode).toBe(400);
    expect(nobody.body).toContain('id="contact.wmo-error"');
    const opened = await post('/campaigns/new', { ...given, report: '', key: 'preview-test-3', organization: 'fao' }, people.secretariat);
    expect(opened.statusCode).toBe(303);
  });
});
