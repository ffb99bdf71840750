import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { contributeLibrary, lessonOf } from '#test/contribute.ts';
import { eraseUser } from '../accounts/manage.ts';
import type { User } from '../accounts/user.ts';
import { sendDigests, textNow } from './digest.ts';
import type { Frequency } from './frequency.ts';
import { endAddress, readEndToken } from './end-link.ts';
import { makeMatcher, matchChanges } from './match.ts';
import { tellMatches } from '../sought/matches.ts';
import { followAsFocalPoints } from './write.ts';

const { db, pool, services, ask, answer, demo, person, goLive, mails } = await contributeLibrary();
const { secret } = services.accounts.settings;
const baseUrl = 'http://localhost:3000';
const matcher = makeMatcher(db, pool);
await matchChanges(matcher);

const FOLLOW = `mutation ($address: String!, $name: String, $frequency: DigestFrequency!) { follow(address: $address, name: $name, frequency: $frequency) {
  __typename ... on FollowSaved { follow { id name url } } ... on InvalidInput { fields { path code message } } } }`;
const follow = async (user: User, address: string, frequency: Frequency = 'DAILY', name = '') => (await ask(user, FOLLOW, { address, name, frequency })).follow;
let day = 0;
/** A run of the mails of a frequency, each on a day of its own. */
const run = async (frequency: Frequency = 'DAILY') => {
  await matchChanges(matcher);
  day++;
  return sendDigests(db, frequency, { baseUrl, secret, slot: new Date(Date.now() + day * 86_400_000) });
};
const digests = async (user: User) => (await mails(user.email)).filter(({ subject }) => subject.startsWith('New in what you follow'));
const publish = (title: string, more: Record<string, unknown> = {}, variables: Record<string, unknown> = {}) =>
  goLive({ content: lessonOf(title, more), ...variables });
const nobody = async (name: string): Promise<User> => {
  const { id } = await db
    .insertInto('person')
    .values({ name, email: `${name.toLowerCase()}@example.org`, emailVerified: true })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id, name, email: `${name.toLowerCase()}@example.org`, memberships: [] };
};

describe('what is followed', () => {
  it('is a record, a list or a search by its address, and nothing else', async () => {
    const user = await nobody('Addresses');
    expect(await follow(user, '/projects/building-blocks')).toMatchObject({ follow: { name: 'Building Blocks', url: '/projects/building-blocks' } });
    for (const address of ['/goals/2', '/recommendations/1', '/organizations/fao', '/vendors/irisguard', '/sources/jiu-rep-2020-7'])
      expect([address, (await follow(user, address)).__typename]).toEqual([address, 'FollowSaved']);
    expect(await follow(user, '/projects?sort=title&stage=PILOT&stage=IN_USE&view=rows&after=x', 'WEEKLY', 'Pilots')).toMatchObject({
      follow: { name: 'Pilots', url: '/projects?stage=IN_USE&stage=PILOT' },
    });
    const codes = async (address: string, name = 'A name') =>
      (await follow(user, address, 'DAILY', name)).fields?.map((one: { path: string; code: string }) => `${one.path} ${one.code}`);
    expect(await codes('/about')).toEqual(['address NOT_FOLLOWED']);
    expect(await codes('https://example.org/projects')).toEqual(['address NOT_FOLLOWED']);
    expect(await codes('//example.org/projects')).toEqual(['address NOT_FOLLOWED']);
    expect(await codes(`/projects?stage=${'x'.repeat(2000)}`)).toEqual(['address NOT_FOLLOWED']);
    expect(await codes('/projects/none')).toEqual(['address NOT_FOLLOWED']);
    expect(await codes('/search?stage=PILOT')).toEqual(['address FOLLOW_EMPTY_SEARCH']);
    expect(await codes('/projects?colour=red')).toEqual(['address FILTER']);
    expect(await codes('/projects?stage=PILOT', '')).toEqual(['name MISSING']);
    expect(await codes('/projects?stage=PILOT', 'x'.repeat(121))).toEqual(['name TOO_LONG']);
    expect(await codes('/projects?stage=PILOT', 'a\u202eb')).toEqual(['name TURNING']);
    expect((await answer(null, FOLLOW, { address: '/projects', name: 'x', frequency: 'DAILY' })).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });

  it("is a person's own: nobody else reads, changes or ends it", async () => {
    const [one, other] = [await nobody('Own'), await nobody('Other')];
    const { follow: made } = await follow(one, '/lessons?theme=GOVERNANCE', 'DAILY', 'A private name');
    expect((await ask(other, '{ following { id name } }')).following).toEqual([]);
    expect((await ask(null, '{ following { id name } }')).following).toEqual([]);
    const CHANGE = 'mutation ($id: ID!) { changeFollow(id: $id, name: "x", frequency: NOW, paused: true) { ... on InvalidInput { fields { code } } } }';
    const END = 'mutation ($id: ID!) { endFollow(id: $id) { __typename ... on InvalidInput { fields { code } } } }';
    expect((await ask(other, CHANGE, { id: made.id })).changeFollow.fields[0].code).toBe('NO_FOLLOW');
    expect((await ask(other, END, { id: made.id })).endFollow.fields[0].code).toBe('NO_FOLLOW');
    expect((await ask(one, '{ following { name frequency paused } }')).following).toEqual([{ name: 'A private name', frequency: 'DAILY', paused: false }]);
    expect((await ask(one, END, { id: made.id })).endFollow.__typename).toBe('FollowEnded');
    expect((await ask(one, '{ following { id } }')).following).toEqual([]);
  });
});

describe('a mail of what is new', () => {
  it('tells of one new hit once, with the reason, and of nothing else', { timeout: 120_000 }, async () => {
    const user = await nobody('Saver');
    await follow(user, '/search?q=zeppelin', 'DAILY', 'Zeppelins');
    await follow(user, '/lessons?theme=GOVERNANCE&organization=wfp', 'DAILY', 'Governance at WFP');
    expect(await run()).toBe(0);
    await publish('A zeppelin over the registry');
    await publish('A balloon over the registry');
    await run();
    const [mail, ...more] = await digests(user);
    expect(more).toEqual([]);
    expect(mail?.subject).toBe('New in what you follow (daily)');
    expect(mail?.text).toContain('New lesson: A zeppelin over the registry\nhttp://localhost:3000/lessons/');
    expect(mail?.text).toContain('Why you get this: it fits what you saved as "Zeppelins".');
    expect(mail?.text).not.toContain('balloon');
    await run();
    await publish('Another balloon');
    await run();
    expect(await digests(user)).toHaveLength(1);
  });

  it('has an entry once with both reasons, and no other mail tells of it, however often that comes', async () => {
    const user = await nobody('Twice');
    await follow(user, '/search?q=gyroscope', 'DAILY', 'Gyroscopes');
    await follow(user, '/organizations/fao', 'DAILY');
    await follow(user, '/lessons?theme=GOVERNANCE', 'WEEKLY', 'Governance');
    await publish('A gyroscope in the vault');
    await run();
    const [mail] = await digests(user);
    expect(mail?.text.match(/A gyroscope in the vault/g)).toHaveLength(1);
    expect(mail?.text).toContain(
      'it fits what you saved as "Gyroscopes"; it fits what you saved as "Governance"; it names "FAO", which you follow'.split('; ').sort().join('; '),
    );
    await run('WEEKLY');
    expect(await digests(user)).toHaveLength(1);
  });

  it('tells nobody of what they wrote or decided themselves', async () => {
    const [author, publisher] = [await demo('fao-focal-point'), await demo('fao-publisher')];
    for (const one of [author, publisher]) await follow(one, '/search?q=periscope', 'DAILY', 'Periscopes');
    const reader = await nobody('Reader');
    await follow(reader, '/search?q=periscope', 'DAILY', 'Periscopes');
    await publish('A periscope for auditors');
    await run();
    expect([await digests(author), await digests(publisher)].map((some) => some.filter(({ text }) => text.includes('periscope')))).toEqual([[], []]);
    expect(await digests(reader)).toHaveLength(1);
  });

  it('has nothing of an audience that the person does not have when it is written, nor when it is sent', { timeout: 120_000 }, async () => {
    const [outside, member, owner] = [
      await nobody('Outside'),
      await person('A member of WFP', 'MEMBER', 'wfp'),
      await person('A member of FAO', 'MEMBER', 'fao'),
    ];
    for (const one of [outside, member, owner]) await follow(one, '/search?q=sextant', 'DAILY', 'Sextants');
    await publish('A sextant for everybody');
    await publish('A sextant for the system', { audience: 'UN_SYSTEM' });
    await publish('A sextant for owners', { audience: 'OWNERS' });
    await run();
    const told = async (user: User) =>
      (await digests(user))
        .flatMap(({ text }) => text.match(/A sextant for \w+( \w+)?/g) ?? [])
        .map((one) => one.split(' ').at(-1))
        .sort();
    expect(await told(outside)).toEqual(['everybody']);
    expect(await told(member)).toEqual(['everybody', 'system']);
    expect(await told(owner)).toEqual(['everybody', 'owners', 'system']);
    // Who leaves before the mail server takes the mail gets what is left to them.
    const mail = await db.selectFrom('mailOutbox').select(['id', 'text']).where('address', '=', owner.email).executeTakeFirstOrThrow();
    expect(await textNow(db, mail)).toBe(mail.text);
    await db.deleteFrom('membership').where('personId', '=', owner.id).execute();
    const now = (await textNow(db, mail)) ?? '';
    expect(now).toContain('A sextant for everybody');
    expect(now).not.toMatch(/sextant for (the system|owners)/);
    await db.updateTable('person').set({ suspendedAt: new Date() }).where('id', '=', owner.id).execute();
    expect(await textNow(db, mail)).toBeNull();
  });

  it('says of a record that it is not in the library any more', async () => {
    const user = await nobody('Archivist');
    await publish('A compass to be archived');
    const { slug } = await db.selectFrom('record').select('slug').where('title', '=', 'A compass to be archived').executeTakeFirstOrThrow();
    await follow(user, `/lessons/${slug}`);
    await ask(
      await demo('fao-publisher'),
      'mutation ($slug: String!) { archiveRecord(kind: LESSON, slug: $slug, reason: "A check.") { ... on InvalidInput { fields { message } } } }',
      { slug },
    );
    await run();
    expect((await digests(user)).map(({ text }) => /No longer in the library, lesson: .*/.exec(text)?.[0])).toEqual([
      'No longer in the library, lesson: A compass to be archived',
    ]);
    expect((await ask(user, '{ following { name url } }')).following).toEqual([{ name: null, url: null }]);
  });

  it('is put off for an address to which sending was given up, and told when mails arrive again', async () => {
    const user = await nobody('Bouncing');
    await follow(user, '/search?q=barometer', 'DAILY', 'Barometers');
    await sql`INSERT INTO mail_outbox (event_key, address, subject, text, attempts, last_error) VALUES ('bounced', ${user.email}, 'x', 'x', 16, '550 no such user')`.execute(
      db,
    );
    await publish('A barometer in the field');
    await run();
    expect(await digests(user)).toEqual([]);
    expect((await ask(user, '{ followingUndeliveredSince }')).followingUndeliveredSince).not.toBeNull();
    await sql`INSERT INTO mail_outbox (event_key, address, subject, text, sent_at) VALUES ('arrived', ${user.email}, 'x', 'x', now() + interval '1 second')`.execute(
      db,
    );
    await run();
    expect((await digests(user)).map(({ text }) => text.includes('A barometer in the field'))).toEqual([true]);
    expect((await ask(user, '{ followingUndeliveredSince }')).followingUndeliveredSince).toBeNull();
  });

  it('tells of a filter that is gone where the person sees what they follow, and the others go on', async () => {
    const user = await nobody('Broken');
    await follow(user, '/search?q=theodolite', 'DAILY', 'Theodolites');
    await follow(user, '/lessons?theme=GOVERNANCE', 'DAILY', 'Was once');
    await sql`UPDATE watch SET address = '/lessons?gone=GOVERNANCE&theme=GOVERNANCE' WHERE address = '/lessons?theme=GOVERNANCE'`.execute(db);
    await follow(user, '/lessons?organization=nowhere', 'DAILY', 'Nowhere');
    await publish('A theodolite on the hill');
    await run();
    expect((await digests(user)).map(({ text }) => text.match(/Why you get this: .*/g))).toEqual([
      ['Why you get this: it fits what you saved as "Theodolites".'],
    ]);
    expect((await ask(user, '{ following { name problems { field value } } }')).following).toEqual([
      { name: 'Nowhere', problems: [{ field: 'organization', value: 'nowhere' }] },
      { name: 'Theodolites', problems: [] },
      { name: 'Was once', problems: [{ field: 'gone', value: 'GOVERNANCE' }] },
    ]);
  });
});

describe('ending', () => {
  it('is one request with the link of a mail, for the mails of that frequency alone; looking at it ends nothing', async () => {
    const user = await nobody('Ending');
    await follow(user, '/search?q=chronometer', 'DAILY', 'Chronometers');
    await follow(user, '/goals/3', 'MONTHLY');
    const token = new URL(endAddress(baseUrl, secret, { personId: user.id, frequency: 'DAILY' })).searchParams.get('token') ?? '';
    expect(readEndToken(secret, token)).toEqual({ personId: user.id, frequency: 'DAILY' });
    for (const wrong of [`w${token.slice(1)}`, token.slice(0, -1), `${token}x`, '', 'none']) expect(readEndToken(secret, wrong)).toBeNull();
    expect(readEndToken('another secret', token)).toBeNull();
    const LINK = 'query ($token: String!) { digestLink(token: $token) { frequency count } }';
    const END = 'mutation ($token: String!) { endDigest(token: $token) }';
    expect((await ask(null, LINK, { token })).digestLink).toEqual({ frequency: 'DAILY', count: 1 });
    expect((await ask(null, END, { token: 'none' })).endDigest).toBe(false);
    expect((await ask(null, LINK, { token })).digestLink).toEqual({ frequency: 'DAILY', count: 1 });
    expect((await ask(null, END, { token })).endDigest).toBe(true);
    expect((await ask(null, END, { token })).endDigest).toBe(true);
    expect((await ask(null, LINK, { token })).digestLink).toEqual({ frequency: 'DAILY', count: 0 });
    await publish('A chronometer at sea');
    await run();
    expect(await digests(user)).toEqual([]);
    expect((await ask(user, '{ following { frequency paused } }')).following).toEqual(
      [
        { frequency: 'DAILY', paused: true },
        { frequency: 'MONTHLY', paused: false },
      ].sort((a, b) => a.frequency.localeCompare(b.frequency)),
    );
    // What happened while it was off is not told when it is on again.
    const { id } = (await ask(user, '{ following { id list } }')).following.find((one: { list: boolean }) => one.list);
    await ask(user, 'mutation ($id: ID!) { changeFollow(id: $id, name: "Chronometers", frequency: DAILY, paused: false) { __typename } }', { id });
    await run();
    expect(await digests(user)).toEqual([]);
  });

  it('of what somebody follows as a focal point holds until they put it on again; who is none any more follows no longer', async () => {
    const focal = await person('A focal point', 'FOCAL_POINT', 'unicef');
    await followAsFocalPoints(db);
    const mine = async () => (await ask(focal, '{ following { id name frequency paused focal } }')).following;
    const [first] = await mine();
    expect(first).toMatchObject({ name: 'UNICEF', frequency: 'WEEKLY', paused: false, focal: true });
    await ask(focal, 'mutation ($id: ID!) { endFollow(id: $id) { __typename } }', { id: first.id });
    await followAsFocalPoints(db);
    expect(await mine()).toEqual([{ ...first, paused: true }]);
    await db.deleteFrom('membership').where('personId', '=', focal.id).execute();
    await followAsFocalPoints(db);
    expect(await mine()).toEqual([]);
  });
});

it('is erased with the person, in the middle of a run too', async () => {
  const [user, stays] = [await nobody('Erased'), await nobody('Stays')];
  for (const one of [user, stays]) await follow(one, '/search?q=astrolabe', 'DAILY', 'Astrolabes');
  await publish('An astrolabe in the archive');
  await run();
  expect([(await digests(user)).length, (await digests(stays)).length]).toEqual([1, 1]);
  await eraseUser(services, await demo('administrator'), { member: user.id });
  await publish('A second astrolabe');
  await run();
  const left = await sql<{
    count: number;
  }>`SELECT (SELECT count(*) FROM follow WHERE person_id = ${user.id}::uuid) + (SELECT count(*) FROM follow_told WHERE person_id = ${user.id}::uuid) + (SELECT count(*) FROM mail_outbox WHERE person_id = ${user.id}::uuid OR address = ${user.email}) AS count`.execute(
    db,
  );
  expect(Number(left.rows[0]?.count)).toBe(0);
  expect(await digests(stays)).toHaveLength(2);
});

describe('what is new since the last visit', () => {
  it('is what came after somebody said what they have seen; nothing else is kept of them, and that can be forgotten', { timeout: 120_000 }, async () => {
    const user = await nobody('Visitor');
    const NEWS = '{ news { marked upTo count items { added why record { title } } } }';
    const SEEN = 'mutation ($upTo: String!) { markSeen(upTo: $upTo) { __typename ... on InvalidInput { fields { code } } } }';
    const titles = async () => (await ask(user, NEWS)).news.items.map((one: { why: string[]; record: { title: string } }) => [one.record.title, one.why]);
    expect((await ask(null, NEWS)).news).toBeNull();
    const { news } = await ask(user, NEWS);
    expect(news.marked).toBe(false);
    expect((await ask(user, SEEN, { upTo: 'x' })).markSeen.fields[0].code).toBe('CURSOR');
    // What is said of the future is said of now.
    await ask(user, SEEN, { upTo: '999999999' });
    expect(await titles()).toEqual([]);
    await follow(user, '/search?q=theremin', 'DAILY', 'Theremins');
    await publish('A lesson that nobody follows');
    await publish('A theremin in the archive');
    await publish('A theremin for insiders', { audience: 'UN_SYSTEM' });
    await matchChanges(matcher);
    expect(await titles()).toEqual([
      ['A theremin in the archive', ['Theremins']],
      ['A lesson that nobody follows', []],
    ]);
    const { upTo } = (await ask(user, NEWS)).news;
    await publish('Published while they read');
    await ask(user, SEEN, { upTo });
    expect(await titles()).toEqual([['Published while they read', []]]);
    // Looking leaves no trace.
    expect(await db.selectFrom('visitMark').select('personId').execute()).toEqual([{ personId: user.id }]);
    await ask(user, 'mutation { forgetVisit }');
    expect(await db.selectFrom('visitMark').selectAll().execute()).toEqual([]);
    expect((await ask(user, NEWS)).news.marked).toBe(false);
  });
});

describe('envisaged projects and experience of the like', () => {
  it('are told of each other, both sides once, with what they have in common', { timeout: 120_000 }, async () => {
    const { rows } = await sql<{ plan: string; did: string; plans: string; has: string }>`
      SELECT e.title AS plan, x.title AS did, po.slug AS plans, xo.slug AS has FROM record e JOIN record x ON x.facet_keys && '{stage:PILOT,stage:IN_USE,stage:SCALED}'
      JOIN record_owner a ON a.record_id = e.id JOIN record po ON po.id = a.organization_id JOIN record_owner b ON b.record_id = x.id JOIN record xo ON xo.id = b.organization_id AND xo.id <> po.id
      WHERE e.kind = 'PROJECT' AND e.facet_keys @> '{stage:ENVISAGED}' AND x.kind = 'PROJECT'
        AND EXISTS (SELECT FROM unnest(e.facet_keys) k WHERE k LIKE 'use:%' AND k = ANY (x.facet_keys)) AND EXISTS (SELECT FROM unnest(e.facet_keys) k WHERE (k LIKE 'sector:%' OR k LIKE 'goal:%') AND k = ANY (x.facet_keys))
      ORDER BY e.position, x.position LIMIT 1`.execute(db);
    const pair = rows[0] as NonNullable<(typeof rows)[0]>;
    const [planner, doer] = [await person('Pia Planner', 'FOCAL_POINT', pair.plans), await person('Dan Doer', 'FOCAL_POINT', pair.has)];
    const told = async (user: User) => (await mails(user.email)).filter(({ subject }) => /envisage/.test(subject));
    for (let round = 0; round < 30 && (await tellMatches(db, baseUrl)) > 0; round++);
    for (const user of [planner, doer]) {
      const all = (await told(user)).map(({ text }) => text).join('\n');
      expect(all).toContain('In common: ');
      const pairs = [...all.matchAll(/\/projects\/(\S+)\nExperience: .*\n\S+\/projects\/(\S+)/g)].map(([, one, other]) => `${one} ${other}`);
      expect(new Set(pairs).size).toBe(pairs.length);
    }
    const { length } = await mails();
    expect(await tellMatches(db, baseUrl)).toBe(0);
    expect(await mails()).toHaveLength(length);
  });
});
