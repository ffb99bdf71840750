import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { eraseUser } from '#api/accounts/manage.ts';
import { findUser, grantMembership } from '#api/accounts/memberships.ts';
import type { Role, User } from '#api/accounts/user.ts';
import { kinds } from '#prisma/content/kinds.ts';
import { testSite } from '#test/visit.ts';

const { app, db, services, visit } = await testSite();
services.accounts.authenticate = async (headers: Headers) => {
  const id = /person=([\w-]+)/.exec(headers.get('cookie') ?? '')?.[1];
  return id ? findUser(db, id) : null;
};
async function person(name: string, role: Role, organization: string | null): Promise<User> {
  const { id } = await db
    .insertInto('person')
    .values({ name, email: `${name.toLowerCase().replace(/\W/g, '.')}@example.org`, emailVerified: true })
    .returning('id')
    .executeTakeFirstOrThrow();
  const record = organization
    ? await db.selectFrom('record').select('id').where('kind', '=', 'ORGANIZATION').where('slug', '=', organization).executeTakeFirstOrThrow()
    : null;
  await db
    .transaction()
    .execute((trx) => grantMembership(trx, { personId: id, role, organizationId: record?.id ?? null, deputy: false, origin: 'GRANT' }, null));
  return (await findUser(db, id)) as User;
}
const [member, publisher, secretary, administrator] = [
  await person('Mia Member', 'MEMBER', 'itu'),
  await person('Wim Publisher', 'PUBLISHER', 'wfp'),
  await person('Sol Secretary', 'SECRETARIAT', null),
  await person('Ann Administrator', 'ADMINISTRATOR', null),
];
const cookieOf = (user: User) => `atrium.session_token=signed; person=${user.id}`;
const see = (path: string, user: User | null = null) => visit(path, user ? { cookie: cookieOf(user) } : {});
const send = (url: string, fields: Record<string, string>, user: User | null) =>
  app.inject({
    method: 'POST',
    url,
    headers: {
      ...{ host: 'localhost:3000', origin: 'http://localhost:3000', 'content-type': 'application/x-www-form-urlencoded' },
      ...(user ? { cookie: cookieOf(user) } : {}),
    },
    payload: new URLSearchParams(fields).toString(),
  });
const path = '/learning/learning-programme-staff';

describe('paths', () => {
  it('lead each audience of para. 286 through pages that exist', { timeout: 120_000 }, async () => {
    const page = await see('/learning');
    for (const level of ['programme-staff', 'technical-staff', 'senior-management']) {
      expect(page.links).toContain(`/learning/learning-${level}`);
      const steps = await db
        .selectFrom('record')
        .select('content')
        .where('kind', '=', 'REFERENCE')
        .where('slug', '=', `learning-${level}`)
        .executeTakeFirstOrThrow();
      const shown = await see(`/learning/learning-${level}`);
      for (const { to, title } of kinds.REFERENCE.schema.parse(steps.content).steps ?? []) {
        expect(shown.links).toContain(to);
        expect(shown.text).toContain(title);
        expect([to, (await see(to)).status]).toEqual([to, 200]);
      }
    }
    expect((await see('/learning/none')).status).toBe(404);
    // What nobody said is not stated; what is known is.
    expect(page.text).toContain('Language: English. Length: not stated. Cost: not stated.');
  });

  it('keep what somebody has done for them alone; others see sums from five people on, and never who', async () => {
    expect((await send(path, { intent: 'other' }, member)).statusCode).toBe(400);
    expect((await send(path, { intent: 'done', step: '/glossary' }, member)).statusCode).toBe(303);
    // No path has it: nothing is kept.
    await send(path, { intent: 'done', step: '/people/somebody' }, member);
    expect(await db.selectFrom('learningStep').select('step').execute()).toEqual([{ step: '/glossary' }]);
    expect((await see(path, member)).text).toContain('You have done 1 of 8 steps.');
    expect((await see(path, secretary)).text).toContain('You have done 0 of 8 steps.');
    const done = async (count: number) =>
      sql`WITH made AS (INSERT INTO person (name, email) SELECT 'L' || n, 'l' || ${count}::int || n || '@example.org' FROM generate_series(1, ${count}::int) n RETURNING id) INSERT INTO learning_step SELECT id, '/glossary' FROM made`.execute(
        db,
      );
    await done(3);
    expect((await see(path, secretary)).text).not.toContain('Done by');
    await done(1);
    expect((await see(path, secretary)).text).toContain('Done by 5 people.');
    for (const user of [member, null]) expect((await see(path, user)).text).not.toContain('Done by');
    await send(path, { intent: 'undone', step: '/glossary' }, member);
    expect((await see(path, secretary)).text).not.toContain('Done by');
    await send(path, { intent: 'done', step: '/matrix' }, member);
    await send(path, { intent: 'forget' }, member);
    expect((await see(path, member)).text).toContain('You have done 0 of 8 steps.');
  });
});

describe('resources and events', () => {
  const resource = {
    kind: 'RESOURCE',
    title: 'A course zqcourse',
    address: 'https://example.org/course',
    about: '',
    levels: 'learning-technical-staff',
    cost: 'free',
    minutes: '90',
    language: 'French',
    audience: 'PUBLIC',
  };
  const event = {
    kind: 'EVENT',
    title: 'A talk zqtalk',
    address: '',
    about: 'On nodes.',
    what: 'TALK',
    day: '2099-03-04',
    time: '14:30',
    lastDay: '',
    place: 'Geneva',
    minutes: '45',
    language: '',
    audience: 'UN_SYSTEM',
  };
  const ids = async () =>
    (await db.selectFrom('learningEntry').select(['id', 'kind']).where('state', '=', 'PROPOSED').orderBy('id').execute()).map(({ id }) => id);

  it('are suggested with every fault named, and shown once somebody else accepted them', async () => {
    const refused = await send(
      '/learning/suggest?kind=EVENT',
      { ...event, title: ' ', day: '4 March', time: '25:00', minutes: 'long', language: 'Klingonese', address: 'javascript:alert(1)' },
      member,
    );
    expect(refused.statusCode).toBe(400);
    expect((await send('/learning/suggest?kind=EVENT', { ...event, title: 'A \u202eklat' }, member)).body).toContain('href="#title"');
    for (const name of ['title', 'day', 'time', 'minutes', 'language', 'address']) expect(refused.body).toContain(`href="#${name}"`);
    expect((await send('/learning/suggest', { ...resource, levels: 'none' }, member)).body).toContain('href="#levels"');
    expect((await send('/learning/suggest', { ...resource, kind: 'OTHER' }, member)).statusCode).toBe(400);
    expect((await send('/learning/suggest', resource, member)).statusCode).toBe(303);
    expect((await send('/learning/suggest', event, publisher)).statusCode).toBe(303);
    expect((await send('/learning/suggest', resource, secretary)).body).toContain('Somebody has suggested this address already.');
    // Of two who suggest one address in the same moment one is told.
    const race = { ...resource, title: 'A race zqrace', address: 'https://example.org/zqrace' };
    const raced = await Promise.all([member, publisher, secretary, administrator].map((one) => send('/learning/suggest', race, one)));
    expect(raced.filter(({ statusCode }) => statusCode === 303)).toHaveLength(1);
    await db.deleteFrom('learningEntry').where(sql`content->>'title'`, '=', race.title).execute();
    expect((await see('/learning')).text).not.toContain('zqcourse');
    expect((await see('/events')).text).not.toContain('zqtalk');
    expect((await see('/learning/suggestions', member)).text).toContain('zqcourse');
    expect((await see('/learning/suggestions', member)).text).not.toContain('zqtalk');
    const [course, talk] = (await ids()) as [string, string];
    // Neither who suggested it nor who has no say accepts it.
    await send('/learning/suggestions', { intent: 'accept', id: talk }, publisher);
    expect((await send('/learning/suggestions', { intent: 'accept', id: course }, member)).statusCode).toBe(403);
    expect((await send('/learning/suggestions', { intent: 'return', id: talk, [`reason-${talk}`]: ' ' }, secretary)).statusCode).toBe(400);
    expect((await ids()).length).toBe(2);
    await send('/learning/suggestions', { intent: 'accept', id: course }, publisher);
    await send('/learning/suggestions', { intent: 'accept', id: talk }, secretary);
    const shown = await see('/learning');
    for (const words of ['zqcourse', 'Language: French. Length: 90 minutes. Cost: free.']) expect(shown.text).toContain(words);
    expect(shown.html).not.toContain('Mia Member');
    expect((await see('/learning', publisher)).text).toContain('suggested by Mia Member');
    const mails = await db.selectFrom('mailOutbox').select(['address', 'subject']).orderBy('createdAt').execute();
    expect(mails.map(({ address, subject }) => `${address} ${subject}`)).toEqual(
      expect.arrayContaining(['mia.member@example.org Accepted: A course zqcourse']),
    );
  });

  it('are a calendar with the deadlines of recommendations, for those who see them', async () => {
    expect((await see('/events')).text).not.toContain('zqtalk');
    const shown = await see('/events', member);
    for (const words of ['A talk zqtalk', 'On nodes.', '14:30 UTC', '45 minutes', 'Geneva', '4 March 2099']) expect(shown.text).toContain(words);
    expect((await see('/events?all=yes')).links.some((link) => /^\/recommendations\/\d/.test(link))).toBe(true);
    const calendar = async (url: string, user: User | null) =>
      (await app.inject({ url, headers: { host: 'localhost', ...(user ? { cookie: cookieOf(user) } : {}) } })).body.replace(/\r\n[ \t]/g, '');
    const open = await calendar('/events.ics', member);
    expect(open).toContain('BEGIN:VCALENDAR');
    expect(open).toMatch(/DTSTART;VALUE=DATE:20\d{6}/);
    expect(open).not.toContain('zqtalk');
    const internal = await calendar('/events.ics?audience=internal', member);
    expect(internal).toContain('DTSTART:20990304T143000Z');
    expect(internal).toContain('DTEND:20990304T151500Z');
    expect(internal).toContain('LOCATION:Geneva');
    expect(internal).toContain('INTERNAL');
    expect((await app.inject({ url: '/events.ics?audience=internal', headers: { host: 'localhost' } })).statusCode).toBe(401);
    // The last day that there is, and longer: a year of five figures would make the whole file unreadable.
    const late = { ...event, title: 'A late zqlate', day: '9999-12-31', time: '23:00', minutes: '999999', audience: 'PUBLIC' };
    await send('/learning/suggest?kind=EVENT', late, member);
    await send('/learning/suggestions', { intent: 'accept', id: (await ids())[0] ?? '' }, publisher);
    const last = await calendar('/events.ics', null);
    expect(last).toContain('DTEND:99991231T235959Z');
    for (const said of last.match(/^DT(START|END).*$/gm) ?? []) expect(said).toMatch(/:\d{8}(T\d{6}Z)?\r?$/);
    await db.deleteFrom('learningEntry').where(sql`content->>'title'`, '=', late.title).execute();
  });

  it('are returned with a reason, taken out, in the file of their author, and gone with them but what was accepted', async () => {
    await send('/learning/suggest?kind=EVENT', { ...event, title: 'Another zqother' }, member);
    const [id] = (await ids()) as [string];
    await send('/learning/suggestions', { intent: 'return', id, [`reason-${id}`]: 'It was last year.' }, secretary);
    expect((await see('/learning/suggestions', member)).text).toContain('Returned: It was last year.');
    expect((await see('/learning/suggestions', publisher)).text).not.toContain('zqother');
    await send(path, { intent: 'done', step: '/glossary' }, member);
    const file = (await app.inject({ url: '/account/data.json', headers: { host: 'localhost', cookie: cookieOf(member) } })).json();
    expect(file.learning.done).toEqual(['/glossary']);
    expect(file.learning.suggested.map((one: { content: { title: string } }) => one.content.title)).toEqual(['A course zqcourse', 'Another zqother']);
    await eraseUser(services, administrator, { member: member.id });
    expect(await db.selectFrom('learningStep').select('step').where('personId', '=', member.id).execute()).toEqual([]);
    expect(await db.selectFrom('learningEntry').select('state').where('personId', '=', member.id).execute()).toEqual([{ state: 'ACCEPTED' }]);
    expect((await see('/learning', publisher)).html).not.toContain('Mia Member');
    const talk = await db.selectFrom('learningEntry').select('id').where('kind', '=', 'EVENT').executeTakeFirstOrThrow();
    await send('/events', { intent: 'withdraw', id: talk.id }, publisher);
    expect((await see('/events', secretary)).text).not.toContain('zqtalk');
  });
});
