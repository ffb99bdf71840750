import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { findUser, grantMembership } from '#api/accounts/memberships.ts';
import type { Role, User } from '#api/accounts/user.ts';
import { professionalRound } from '#api/professionals/write.ts';
import { testSite } from '#test/visit.ts';

const { app, db, services, visit } = await testSite();
// Who is signed in is said by a cookie of the test's own.
services.accounts.authenticate = async (headers: Headers) => {
  const id = /person=([\w-]+)/.exec(headers.get('cookie') ?? '')?.[1];
  return id ? findUser(db, id) : null;
};
async function person(name: string, role: Role | null, organization: string): Promise<User> {
  const { id } = await db
    .insertInto('person')
    .values({ name, email: `${name.toLowerCase().replace(/\W/g, '.')}@example.org`, emailVerified: true })
    .returning('id')
    .executeTakeFirstOrThrow();
  const record = await db.selectFrom('record').select('id').where('kind', '=', 'ORGANIZATION').where('slug', '=', organization).executeTakeFirstOrThrow();
  if (role)
    await db.transaction().execute((trx) => grantMembership(trx, { personId: id, role, organizationId: record.id, deputy: false, origin: 'GRANT' }, null));
  return (await findUser(db, id)) as User;
}
const [expert, colleague, focal, stranger, administrator] = [
  await person('Quilla Expert', 'MEMBER', 'wfp'),
  await person('Cole Colleague', 'MEMBER', 'wfp'),
  await person('Fay Focal', 'FOCAL_POINT', 'fao'),
  await person('Sam Stranger', null, 'fao'),
  await person('Ann Administrator', 'MEMBER', 'itu'),
];
const cookieOf = (user: User) => `atrium.session_token=signed; person=${user.id}`;
const see = (path: string, user: User | null = expert) => visit(path, user ? { cookie: cookieOf(user) } : {});
const send = (url: string, fields: Record<string, string | string[]>, user: User | null = expert) =>
  app.inject({
    method: 'POST',
    url,
    headers: {
      host: 'localhost:3000',
      origin: 'http://localhost:3000',
      'content-type': 'application/x-www-form-urlencoded',
      ...(user ? { cookie: cookieOf(user) } : {}),
    },
    payload: new URLSearchParams(Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one]))).toString(),
  });
const filled = (more: Record<string, string | string[]> = {}) => ({
  intent: 'save',
  edits: '0',
  name: 'Quilla of the pool',
  technologies: 'Ethereum\nethereum\nQuorum',
  tasks: 'Terms of reference',
  sectors: ['HUMANITARIAN'],
  languages: 'français\nArabic',
  countries: 'Jordan',
  about: 'Ran the register <b>twice</b>.',
  works: 'http://localhost:3000/projects/building-blocks',
  offers: ['ADVICE'],
  availability: 'Two hours a month',
  audience: 'UN_SYSTEM',
  consents: 'yes',
  ...more,
});
const mails = () =>
  db.selectFrom('mailOutbox').select(['address', 'replyTo', 'subject', 'text']).where('eventKey', 'like', 'professional%').orderBy('createdAt').execute();
let page = '';
const seenBy = async (url: string, words = 'Quilla of the pool') =>
  Promise.all([expert, colleague, focal, stranger, null].map(async (user) => (await see(url, user)).text.includes(words)));

describe('the pool of professionals', { timeout: 120_000 }, () => {
  it('is entered by people themselves, with consent; every fault is named and nothing typed is lost', async () => {
    expect((await see('/people', null)).text).toContain('Nobody whom you see has entered themself yet.');
    expect((await see('/people', stranger)).text).not.toContain('Enter yourself');
    expect((await send('/people/me', filled(), stranger)).statusCode).toBe(403);
    const wrong = await send(
      '/people/me',
      filled({
        name: '',
        technologies: '',
        tasks: '',
        sectors: [],
        languages: 'Quenya',
        countries: 'Atlantis',
        works: '/projects/none',
        offers: [],
        consents: '',
      }),
    );
    expect(wrong.statusCode).toBe(400);
    for (const words of [
      'Fill this in.',
      'Quenya',
      'Atlantis',
      '/projects/none',
      'Say at least one thing that you know',
      'Choose at least one thing',
      'Tick this if you agree',
      'Ran the register',
    ])
      expect(wrong.body).toContain(words);
    expect(await db.selectFrom('professional').selectAll().execute()).toEqual([]);
    expect((await send('/people/me', filled())).headers.location).toBe('/people/me?done=saved');
    // The same form once more is an old one.
    expect((await send('/people/me', filled())).body).toContain('Somebody saved this in the meantime');
    const row = await db.selectFrom('professional').selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({ technologies: ['ethereum', 'Quorum'], languages: ['fr', 'ar'], countries: ['JO'], audience: 'UN_SYSTEM', showsAddress: false });
    page = `/people/${row.id}`;
  });

  it('shows somebody to whom they chose, without their address, and beside what they know', async () => {
    const shown = await see(page, focal);
    for (const words of ['Quilla of the pool', 'WFP', 'Ran the register <b>twice</b>.', 'French, Arabic', 'Jordan', 'Building Blocks', 'An hour of advice'])
      expect(shown.text).toContain(words);
    expect(shown.html).not.toContain(expert.email);
    for (const url of ['/people', page, '/projects/building-blocks']) expect([url, await seenBy(url)]).toEqual([url, [true, true, true, false, false]]);
    expect((await see('/projects/building-blocks', focal)).text).toContain('worked on it');
    // A lesson of the project, and a project on the same platform.
    const { rows } = await sql<{ kind: string; slug: string }>`
      SELECT l.kind, l.slug FROM record p JOIN link ON link.to_id = p.id JOIN record l ON l.id = link.from_id AND l.kind = 'LESSON' WHERE p.slug = 'building-blocks' LIMIT 1`.execute(
      db,
    );
    expect((await see(`/lessons/${rows[0]?.slug}`, focal)).text).toContain('worked on “Building Blocks”');
    const { rows: others } = await sql<{
      slug: string;
    }>`SELECT slug FROM record WHERE kind = 'PROJECT' AND facet_keys @> '{platform:Ethereum}' AND slug <> 'building-blocks' LIMIT 1`.execute(db);
    expect((await see(`/projects/${others[0]?.slug}`, focal)).text).toContain('knows ethereum');
    for (const [query, found] of Object.entries({
      'technology=Ethereum': true,
      'language=fr&offer=ADVICE': true,
      'text=register+twice': true,
      'organization=fao': false,
      'text=%25': false,
    }))
      expect([query, (await see(`/people?${query}`, focal)).text.includes('Quilla of the pool')]).toEqual([query, found]);
    for (const [audience, who] of [
      ['ORGANIZATION', [true, true, false, false, false]],
      ['PUBLIC', [true, true, true, true, true]],
    ] as const) {
      const edits = String((await db.selectFrom('professional').select('edits').executeTakeFirstOrThrow()).edits);
      expect((await send('/people/me', filled({ audience, edits }))).statusCode).toBe(303);
      for (const url of ['/people', page, '/projects/building-blocks']) expect([audience, url, await seenBy(url)]).toEqual([audience, url, who]);
    }
    // Without a role, or suspended, nobody is shown, also not from what was kept for everybody.
    await sql`UPDATE person SET suspended_at = now() WHERE id = ${expert.id}::uuid`.execute(db);
    expect((await see('/people', null)).text).not.toContain('Quilla of the pool');
    await sql`UPDATE person SET suspended_at = NULL WHERE id = ${expert.id}::uuid`.execute(db);
    expect((await see('/people', null)).text).toContain('Quilla of the pool');
    await sql`DELETE FROM membership WHERE person_id = ${expert.id}::uuid`.execute(db);
    expect((await see('/people', null)).text).not.toContain('Quilla of the pool');
    await sql`INSERT INTO membership (person_id, role, organization_id, origin) SELECT ${expert.id}::uuid, 'MEMBER', id, 'GRANT' FROM record WHERE slug = 'wfp' AND kind = 'ORGANIZATION'`.execute(
      db,
    );
    expect((await see('/people', null)).text).toContain('Quilla of the pool');
  });

  it('passes on messages by mail, once, within limits, and tells nobody an address', async () => {
    expect((await see(page, null)).text).toContain('to write to them');
    expect((await see(page, focal)).text).toContain('with your name, your organizations and your mail address');
    expect((await send(page, { text: ' ' }, focal)).body).toContain('Fill this in.');
    expect((await send(page, { text: 'May I ask?' }, stranger)).statusCode).toBe(403);
    const sent = await Promise.all([1, 2, 3].map(() => send(page, { text: 'May I ask?' }, focal)));
    expect(sent.map(({ headers }) => headers.location)).toEqual(Array(3).fill(`${page}?done=sent`));
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ address: expert.email, replyTo: focal.email });
    for (const words of ['Fay Focal (FAO)', 'May I ask?', focal.email, '/people/me']) expect(mail?.text).toContain(words);
    expect((await see(`${page}?done=sent`, focal)).html).not.toContain(expert.email);
    await db.deleteFrom('rateLimit').execute();
    for (const text of ['1', '2', '3', '4', '5']) expect((await send(page, { text }, focal)).statusCode).toBe(303);
    expect((await send(page, { text: '6' }, focal)).body).toContain('You wrote 5 messages within an hour');
  });

  it('asks after a year, hides after two months more, and shows again who says that it is correct', async () => {
    await db.deleteFrom('mailOutbox').execute();
    const age = (days: number) => sql`UPDATE professional SET confirmed_at = now() - ${days} * interval '1 day'`.execute(db);
    await age(364);
    expect(await professionalRound(db, 'https://example.org')).toBe(0);
    await age(366);
    expect([await professionalRound(db, 'https://example.org'), await professionalRound(db, 'https://example.org')]).toEqual([1, 0]);
    expect((await mails()).map(({ address, subject }) => [address, subject])).toEqual([
      [expert.email, 'Is your entry in the pool of professionals still correct?'],
    ]);
    expect(await seenBy(page)).toEqual(Array(5).fill(true));
    await age(426);
    expect(await seenBy(page)).toEqual(Array(5).fill(false));
    expect((await see('/people', focal)).text).not.toContain('Quilla');
    expect((await see('/people/me')).text).toContain('Your entry has been hidden since');
    expect((await send('/people/me', { intent: 'confirm' })).headers.location).toBe('/people/me?done=confirmed');
    expect(await seenBy(page)).toEqual(Array(5).fill(true));
  });

  it('gives everybody a file of what is kept of them', async () => {
    expect((await app.inject({ url: '/account/data.json', headers: { host: 'localhost' } })).statusCode).toBe(401);
    const file = await app.inject({ url: '/account/data.json', headers: { host: 'localhost', cookie: cookieOf(expert) } });
    expect([file.statusCode, file.headers['cache-control']]).toEqual([200, 'private, no-store']);
    expect(file.json()).toMatchObject({
      account: { name: 'Quilla Expert', email: expert.email },
      roles: [{ role: 'MEMBER', organization: 'wfp' }],
      professional: { name: 'Quilla of the pool', works: ['project building-blocks'], languages: ['fr', 'ar'] },
    });
  });

  it('forgets who withdraws, everywhere and at once, and who is erased', async () => {
    await db.deleteFrom('rateLimit').execute();
    await send(page, { text: 'A last question' }, focal);
    expect((await mails()).some(({ text }) => text.includes('A last question'))).toBe(true);
    expect((await send('/people/me', { intent: 'withdraw' })).headers.location).toBe('/people?done=withdrawn');
    for (const url of ['/people', '/people?text=Quilla', page, '/projects/building-blocks', '/search?q=Quilla', '/people/me?done=saved'])
      for (const user of [expert, colleague, focal, null]) expect([url, (await see(url, user)).text.includes('Quilla of the pool')]).toEqual([url, false]);
    expect((await see(page, focal)).status).toBe(404);
    const late = await send(page, { text: 'Still there?' }, focal);
    expect([late.statusCode, late.body.includes('Still there?')]).toEqual([400, true]);
    // What was not sent yet is not sent any more.
    expect((await mails()).filter(({ text }) => text.includes('A last question'))).toEqual([]);
    expect((await app.inject({ url: '/account/data.json', headers: { host: 'localhost', cookie: cookieOf(expert) } })).json().professional).toBeNull();
    expect((await send('/people/me', filled({ audience: 'PUBLIC' }))).statusCode).toBe(303);
    expect((await see('/people', null)).text).toContain('Quilla of the pool');
    // An administrator takes what is kept of them and erases them, in one step.
    const leave = (method: 'GET' | 'POST', user: User) =>
      app.inject({
        method,
        url: `/members/${expert.id}/data.json`,
        headers: { host: 'localhost:3000', origin: 'http://localhost:3000', cookie: cookieOf(user), 'content-type': 'application/x-www-form-urlencoded' },
      });
    expect((await leave('POST', focal)).statusCode).toBe(403);
    await db
      .transaction()
      .execute((trx) =>
        grantMembership(trx, { personId: administrator.id, role: 'ADMINISTRATOR', organizationId: null, deputy: false, origin: 'GRANT' }, null),
      );
    expect((await leave('POST', administrator)).headers.location).toBe('/prove?next=/members');
    const before = services.accounts.authenticate;
    services.accounts.authenticate = async (headers) => {
      const user = await before(headers);
      return user && { ...user, shown: { secondFactor: true, provedAt: new Date(), withheld: false } };
    };
    expect((await leave('GET', administrator)).json().account).toMatchObject({ name: 'Quilla Expert' });
    expect((await leave('POST', administrator)).json().professional).toMatchObject({ name: 'Quilla of the pool' });
    expect((await leave('GET', administrator)).statusCode).toBe(404);
    expect(await db.selectFrom('professional').selectAll().execute()).toEqual([]);
    expect((await see('/people', null)).text).not.toContain('Quilla of the pool');
  });
});
