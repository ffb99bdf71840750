import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { makeDemoAccount } from '#api/accounts/demo.ts';
import { findUser } from '#api/accounts/memberships.ts';
import type { User } from '#api/accounts/user.ts';
import { testSite } from '#test/visit.ts';

const { app, db, services, visit } = await testSite();
// Who is signed in is said by a cookie of the test's own.
services.accounts.authenticate = async (headers: Headers) => {
  const id = /person=([\w-]+)/.exec(headers.get('cookie') ?? '')?.[1];
  const user = id ? await findUser(db, id) : null;
  return user && { ...user, shown: { secondFactor: true, provedAt: new Date(), withheld: false } };
};
const [buyer, secretariat, member, second] = (await Promise.all(
  ['procurement-officer', 'secretariat', 'member', 'fao-focal-point'].map(async (id) => findUser(db, await makeDemoAccount(db, id))),
)) as [User, User, User, User];
const cookieOf = (user: User) => `atrium.session_token=signed; person=${user.id}`;
const see = (path: string, user: User | null = null) => visit(path, user ? { cookie: cookieOf(user) } : {});
/** Sends a form as a browser without script does. */
const send = (url: string, fields: Record<string, string>, user: User | null = null) =>
  app.inject({
    method: 'POST',
    url,
    headers: {
      host: 'localhost:3000',
      origin: 'http://localhost:3000',
      'content-type': 'application/x-www-form-urlencoded',
      ...(user ? { cookie: cookieOf(user) } : {}),
    },
    payload: new URLSearchParams(fields).toString(),
  });
const mails = (address: string) =>
  db.selectFrom('mailOutbox').select(['subject', 'text', 'address']).where('address', '=', address).orderBy('createdAt').execute();
const address = 'office@lumovat.example';
let page = '';

describe('a company, without an account', () => {
  it('begins with a link by mail, and its address is confirmed by a button; the answer is the same for every address', async () => {
    expect((await see('/vendors/irisguard')).links).toContain('/company');
    expect((await send('/company', { email: 'nobody' })).statusCode).toBe(400);
    expect((await send('/company', { email: ` ${address.toUpperCase()} ` })).headers.location).toBe('/company?sent=1');
    expect((await see('/company?sent=1')).text).toContain('a mail with a link is on its way');
    const [mail] = await mails(address);
    page = /(\/company\/statement\?token=[\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
    expect(page).not.toBe('');
    expect((await see('/company/statement?token=none')).text).toContain('This link does not work');
    const first = await see(page);
    expect([first.text.includes('Confirm the address'), first.text.includes('Save the statement')]).toEqual([true, false]);
    expect((await send(page, { intent: 'give', organization: 'unicef' })).body).toContain('Confirm your address with the button first.');
    expect((await send(page, { intent: 'confirm' })).headers.location).toBe(`${page}&done=confirmed`);
    expect((await see(page)).text).toContain('Save the statement');
    for (const name of ['__proto__', 'constructor', 'toString', 'none']) expect([name, (await see(`${page}&done=${name}`)).status]).toEqual([name, 200]);
    // Another link leads to the same company, and no more than a few go out within an hour.
    for (let index = 0; index < 4; index++) expect((await send('/company', { email: address })).statusCode).toBe(303);
    const many = await send('/company', { email: address });
    expect([many.statusCode, many.body.includes('several mails within the last hour')]).toEqual([400, true]);
    const { rows } = await sql<{
      companies: number;
      links: number;
    }>`SELECT (SELECT count(*)::int FROM company) AS companies, (SELECT count(*)::int FROM company_link) AS links`.execute(db);
    expect(rows[0]).toEqual({ companies: 1, links: 5 });
  });

  it('states itself once; what is wrong is said, and nothing typed is lost', async () => {
    expect((await send(page, { intent: 'give', organization: 'unicef' })).body).toContain('Save a statement before you open it');
    const given = {
      ...{ intent: 'save', edits: '0', name: 'Lumovat <b>Timber</b> Ltd', country: 'Kenya', ungmNumber: '123456', ungmLevel: 'LEVEL_1' },
      ...{ references: '=HYPERLINK("x")\nA register for a ministry.', website: 'https://www.lumovat.example' },
    };
    const wrong = await send(page, { ...given, ungmNumber: 'twelve', website: 'lumovat', ungmLevel: 'LEVEL_9' });
    expect(wrong.statusCode).toBe(400);
    for (const some of ['Write the UNGM number in digits', 'Write a full address', 'Choose one.', 'A register for a ministry.'])
      expect(wrong.body).toContain(some);
    expect((await send(page, given)).headers.location).toBe(`${page}&done=saved`);
    expect((await send(page, given)).body).toContain('Somebody saved this in the meantime');
    expect((await see(page)).html).toContain('value="Lumovat &lt;b&gt;Timber&lt;/b&gt; Ltd"');
  });

  it('opens it by a code to one organization, sees each opening, and ends it', async () => {
    const made = await send(page, { intent: 'give', organization: 'unicef' });
    expect(made.statusCode).toBe(200);
    const code = /([A-Z2-9]{4}(?:-[A-Z2-9]{4}){3})/.exec(made.body)?.[1] ?? '';
    expect(code).not.toBe('');
    // It is kept nowhere.
    expect((await see(page)).text).not.toContain(code);
    expect((await see(page)).text).toContain('not yet');
    const open = (fields: Record<string, string>, user: User | null = buyer) => send('/statements', fields, user);
    expect((await open({ code: 'ABCD-EFGH-JKLM-NPQR' })).statusCode).toBe(400);
    expect((await open({ code }, member)).statusCode).toBe(403);
    const opened = await open({ code: code.toLowerCase().replaceAll('-', ' ') });
    expect(opened.statusCode).toBe(200);
    for (const some of ['Lumovat &lt;b&gt;Timber&lt;/b&gt; Ltd', 'A register for a ministry.', 'Level 1', 'Nothing of it was checked.', 'not stated'])
      expect(opened.body).toContain(some);
    expect(opened.body).not.toContain(address);
    // Another organization's code says nothing more than a wrong one.
    const other = /([A-Z2-9]{4}(?:-[A-Z2-9]{4}){3})/.exec((await send(page, { intent: 'give', organization: 'fao' })).body)?.[1] ?? '';
    const refused = await open({ code: other });
    expect([refused.statusCode, refused.body.includes('No statement is open to your organization by this code.')]).toEqual([400, true]);
    const list = await see('/statements', buyer);
    expect([list.text.includes('Lumovat <b>Timber</b> Ltd'), list.text.includes('A register for a ministry.')]).toEqual([true, false]);
    const id = /name="id" value="([0-9a-f-]{36})"/.exec(list.html)?.[1] ?? '';
    expect((await open({ id })).statusCode).toBe(200);
    const seen = await see(page);
    expect(seen.html.match(/<time/g)).toHaveLength(2);
    expect(seen.html).not.toContain(buyer.name);
    const { rows } = await sql<{ count: number }>`SELECT count(*)::int AS count FROM log_entry WHERE kind = 'STATEMENT_OPENED'`.execute(db);
    expect(rows[0]?.count).toBe(2);
    await send(page, { intent: 'end', code: id });
    expect((await open({ id })).statusCode).toBe(400);
    expect((await open({ code })).statusCode).toBe(400);
    expect((await see('/statements', buyer)).text).not.toContain('Lumovat');
    expect((await see(page)).text).toContain('ended on');
    await expect(sql`UPDATE company_opening SET opened_at = now()`.execute(db)).rejects.toThrow('never changes');
  });

  it('proposes an entry or a correction, which becomes a draft that is reviewed, or is declined with a reason', async () => {
    const propose = (more: Record<string, string>) =>
      send(page, {
        intent: 'propose',
        ...Object.fromEntries(
          Object.entries({
            name: 'Lumovat Timber',
            services: 'Training, advice',
            text: 'It trained FAO.',
            source: 'https://www.example.org/report.pdf',
            ...more,
          }).map(([name, value]) => [`proposal-${name}`, value]),
        ),
      });
    const wrong = await propose({ source: '', vendor: 'Nobody Ltd' });
    expect([wrong.statusCode, wrong.body.includes('Fill this in.'), wrong.body.includes('The library has no vendor')]).toEqual([400, true, true]);
    expect((await propose({})).headers.location).toBe(`${page}&done=proposed`);
    expect((await propose({})).statusCode).toBe(303);
    expect((await propose({ vendor: 'irisguard', text: 'It works for others too.' })).statusCode).toBe(303);
    expect((await see(page)).text).toContain('Correction of IrisGuard');
    // A company reads no more of an entry that was closed since than everybody could.
    await sql`UPDATE record SET title = 'A name for few', audience = 'OWNERS' WHERE kind = 'VENDOR' AND slug = 'irisguard'`.execute(db);
    expect([(await see(page)).text.includes('Correction of IrisGuard'), (await see(page)).html.includes('A name for few')]).toEqual([true, false]);
    await sql`UPDATE record SET title = 'IrisGuard', audience = 'PUBLIC' WHERE kind = 'VENDOR' AND slug = 'irisguard'`.execute(db);
    expect((await see('/my-work', member)).text).not.toContain('Proposed by companies');
    const work = await see('/my-work', secretariat);
    const urls = work.links.filter((link) => link.startsWith('/proposals/'));
    expect(urls).toHaveLength(2);
    expect((await see(urls[0] ?? '', buyer)).status).toBe(404);
    expect((await see(urls[0] ?? '', secretariat)).text).toContain('It trained FAO.');
    expect((await see(urls[0] ?? '', secretariat)).html).not.toContain(address);
    // Two in the same moment make one draft, and the other is told.
    const both = await Promise.all([secretariat, second].map((user) => send(urls[0] ?? '', { intent: 'take' }, user)));
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([303, 400]);
    const taken = both.find(({ statusCode }) => statusCode === 303) as (typeof both)[number];
    const taker = taken === both[0] ? secretariat : second;
    const { rows: drafts } = await sql<{ count: number }>`SELECT count(*)::int AS count FROM draft WHERE content->>'name' = 'Lumovat Timber'`.execute(db);
    expect(drafts[0]?.count).toBe(1);
    expect([taken.statusCode, taken.headers.location]).toEqual([303, expect.stringMatching(/^\/drafts\//)]);
    const draft = await see(String(taken.headers.location), taker);
    for (const some of ['Lumovat Timber', 'It trained FAO.', 'https://www.example.org/report.pdf']) expect(draft.html).toContain(some);
    // Nothing of it is in the library before it was reviewed.
    expect((await see('/vendors')).text).not.toContain('Lumovat');
    expect((await send(urls[0] ?? '', { intent: 'take' }, secretariat)).statusCode).toBe(400);
    expect((await send(urls[1] ?? '', { intent: 'decline', reason: '' }, secretariat)).statusCode).toBe(400);
    expect((await send(urls[1] ?? '', { intent: 'decline', reason: 'The source does not say so.' }, secretariat)).statusCode).toBe(303);
    const after = await see(page);
    for (const some of ['taken up on', 'not taken up: The source does not say so.']) expect(after.text).toContain(some);
    const told = (await mails(address)).filter(({ subject }) => subject.startsWith('Your proposal'));
    expect(told.map(({ text }) => /reviewed|does not say so/.exec(text)?.[0]).sort()).toEqual(['does not say so', 'reviewed']);
  });

  it('does nothing by a link that is too old', async () => {
    await sql`UPDATE company_link SET expires_at = now() - interval '1 day'`.execute(db);
    expect((await see(page)).text).toContain('This link does not work');
    expect((await send(page, { intent: 'give', organization: 'unicef' })).statusCode).toBe(400);
  });
});
