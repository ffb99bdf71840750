import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { eraseUser } from '#api/accounts/manage.ts';
import { findUser, grantMembership } from '#api/accounts/memberships.ts';
import type { Role, User } from '#api/accounts/user.ts';
import { questionTextNow } from '#api/questions/mails.ts';
import { testSite } from '#test/visit.ts';

const { app, db, services, visit } = await testSite();
// Who is signed in is said by a cookie of the test's own.
services.accounts.authenticate = async (headers: Headers) => {
  const id = /person=([\w-]+)/.exec(headers.get('cookie') ?? '')?.[1];
  return id ? findUser(db, id) : null;
};
async function person(name: string, role: Role | null, organization: string | null): Promise<User> {
  const { id } = await db
    .insertInto('person')
    .values({ name, email: `${name.toLowerCase().replace(/\W/g, '.')}@example.org`, emailVerified: true, createdAt: sql`now() - interval '1 year'` })
    .returning('id')
    .executeTakeFirstOrThrow();
  const record = organization
    ? await db.selectFrom('record').select('id').where('kind', '=', 'ORGANIZATION').where('slug', '=', organization).executeTakeFirstOrThrow()
    : null;
  if (role)
    await db
      .transaction()
      .execute((trx) => grantMembership(trx, { personId: id, role, organizationId: record?.id ?? null, deputy: false, origin: 'GRANT' }, null));
  return (await findUser(db, id)) as User;
}
// Building Blocks is WFP's and UN-Women's.
const [asker, expert, owner, other, secretary, second, administrator, stranger] = [
  await person('Fay Focal', 'FOCAL_POINT', 'fao'),
  await person('Quilla Expert', 'MEMBER', 'itu'),
  await person('Wim Publisher', 'PUBLISHER', 'wfp'),
  await person('Otto Other', 'MEMBER', 'unicef'),
  await person('Sol Secretary', 'SECRETARIAT', null),
  await person('Sue Secretary', 'SECRETARIAT', null),
  await person('Ann Administrator', 'ADMINISTRATOR', null),
  await person('Sam Stranger', null, null),
];
const cookieOf = (user: User) => `atrium.session_token=signed; person=${user.id}`;
const see = (path: string, user: User | null) => visit(path, user ? { cookie: cookieOf(user) } : {});
const send = (url: string, fields: Record<string, string>, user: User | null) =>
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
const ask = async (title: string, more: Record<string, string> = {}, user = asker) => {
  const { headers } = await send(
    '/questions/new',
    { title, text: 'We plan two districts.', about: '/projects/building-blocks', audience: 'UN_SYSTEM', language: 'en', ...more },
    user,
  );
  return String(headers.location ?? '').replace(/\?.*/, '');
};
const answer = (page: string, text: string, user: User, citations = '') =>
  send(page, { intent: 'answer', 'answer-text': text, 'answer-citations': citations }, user);
const mails = async () => {
  const rows = await db.selectFrom('mailOutbox').select(['address', 'subject', 'text', 'unsubscribe']).orderBy('createdAt').orderBy('address').execute();
  await db.deleteFrom('mailOutbox').execute();
  return rows;
};
const told = async () => (await mails()).map(({ address, subject }) => [address, subject]);
const postWith = async (text: string) =>
  (await db.selectFrom('questionPost').select('id').where('text', 'like', `%${text}%`).orderBy('id', 'desc').executeTakeFirstOrThrow()).id;
const seers = [asker, expert, owner, other, stranger, null];
const seenBy = (url: string, words: string) => Promise.all(seers.map(async (user) => (await see(url, user)).text.includes(words)));
let page = '';

describe('questions and answers', { timeout: 120_000 }, () => {
  it('are asked by people of the UN system, every fault named, and those whose entry it is are told once', async () => {
    expect((await see('/questions', null)).text).toContain('Nobody has asked anything yet that you may see.');
    expect((await send('/questions/new', { title: 'May I?', text: 'x', language: 'en' }, stranger)).statusCode).toBe(403);
    const wrong = await send('/questions/new', { title: '', text: 'Kept text', about: '/projects/none', audience: 'UN_SYSTEM', language: 'Quenya' }, asker);
    expect(wrong.statusCode).toBe(400);
    for (const words of ['Fill this in.', 'No entry of the library that you see is at this address', 'Write the name of a language', 'Kept text'])
      expect(wrong.body).toContain(words);
    expect((await send('/questions/new', { title: 'x', text: 'x', about: '', audience: 'OWNERS', language: 'en' }, asker)).body).toContain(
      'can be for its owners',
    );
    const form = {
      title: 'Who runs the nodes?',
      text: 'Node\tOwner\r\nA\tWFP\r\n•\tand more',
      about: 'http://localhost:3000/projects/building-blocks',
      key: 'one-key',
    };
    const asked = [await ask(form.title, form), await ask(form.title, form)];
    page = asked[0] ?? '';
    expect(asked[1]).toBe(page);
    // A table of a word processor is kept in words, and the page says so.
    const shown = await see(`${page}?done=asked&changed=yes`, asker);
    for (const words of ['Node | Owner', 'A | WFP', 'had a table or a list', 'Fay Focal (FAO)', 'Building Blocks']) expect(shown.text).toContain(words);
    const [mail, ...more] = await mails();
    expect([mail?.address, mail?.subject, more]).toEqual([owner.email, 'A question: Who runs the nodes?', []]);
    for (const words of ['Fay Focal (FAO) asks', 'A | WFP', page, 'because you write for WFP', 'answer there, not to this mail', '/unsubscribe?token=q'])
      expect(mail?.text).toContain(words);
  });

  it('are for those whom their asker chose, also beside entries and in the search', async () => {
    for (const url of [
      page,
      '/questions',
      '/questions?text=owner+node',
      '/questions?about=/projects/building-blocks',
      '/projects/building-blocks',
      '/search?q=who+runs+nodes',
    ])
      expect([url, await seenBy(url, url.startsWith('/search') ? 'Questions and answers with these words' : 'Who runs the nodes?')]).toEqual([
        url,
        [true, true, true, true, false, false],
      ]);
    expect((await see('/questions?text=zebra', expert)).text).not.toContain('Who runs the nodes?');
    const closed = await ask('Only for the owners of it', { audience: 'OWNERS' });
    expect(await seenBy(closed, 'Only for the owners of it')).toEqual([true, false, true, false, false, false]);
    const open = await ask('For everybody to read', { audience: 'PUBLIC', about: '/matrix#table-1-q5' });
    expect(await seenBy(open, 'For everybody to read')).toEqual([true, true, true, true, true, true]);
    // Outside, organizations are named and people are not.
    const outside = await see(open, null);
    expect([outside.text.includes('Somebody of FAO'), outside.text.includes('Fay Focal')]).toEqual([true, false]);
    // It is never for more people than what it is about, also not where it was moved.
    await sql`UPDATE record SET audience = 'UN_SYSTEM' WHERE kind = 'PROJECT' AND slug = 'cedar-coin'`.execute(db);
    const about = await ask('About something internal', { audience: 'PUBLIC', about: '/projects/cedar-coin' });
    expect((await see(about, null)).status).toBe(404);
    expect((await send(about, { intent: 'move', 'move-about': '', 'move-reason': 'It is general.' }, asker)).statusCode).toBe(303);
    expect([(await see(about, null)).status, (await see(about, other)).status]).toEqual([404, 200]);
    expect((await send(closed, { intent: 'move', 'move-about': '', 'move-reason': 'It is general.' }, asker)).body).toContain('stays at that entry');
    await mails();
  });

  it('are answered with what they rest on; each in the thread gets one mail with the reason, until they end it', async () => {
    expect((await answer(page, ' ', expert, '/projects/none')).body).toContain('is at this address: /projects/none');
    expect((await answer(page, 'The members run them.', expert, '/projects/building-blocks\n/standards/x')).statusCode).toBe(400);
    expect((await answer(page, 'The members run them.', expert, '/projects/building-blocks')).statusCode).toBe(303);
    expect((await see(page, other)).text).toContain('Rests on: Building Blocks');
    const [mail, ...more] = await mails();
    expect([mail?.address, mail?.subject, more]).toEqual([asker.email, 'An answer: Who runs the nodes?', []]);
    expect(mail?.text).toContain('Quilla Expert (ITU) answers');
    expect(mail?.text).toContain('because you asked');
    await answer(page, 'A later answer, of the owners', owner);
    expect((await told()).map(([address]) => address)).toEqual([asker.email, expert.email]);
    // The link of a mail ends the mails of this question without signing in; to look at it ends nothing.
    const link = (mail?.unsubscribe ?? '').replace(/^https?:\/\/[^/]+/, '');
    expect((await see(link, null)).text).toContain('No more mails of this question');
    for (const body of ['', 'List-Unsubscribe=One-Click']) expect((await send(link, Object.fromEntries(new URLSearchParams(body)), null)).statusCode).toBe(200);
    expect((await see(link, null)).text).toContain('You get no more mails of this question.');
    await answer(page, 'One more', other);
    expect((await told()).map(([address]) => address)).toEqual([expert.email, owner.email]);
    await send(page, { intent: 'unmute' }, asker);
  });

  it('say what helped, become a lesson with credit, and are moved, merged and closed with a reason', async () => {
    const post = await postWith('The members run them.');
    expect((await send(page, { intent: 'helped', post }, other)).statusCode).toBe(403);
    expect((await send(page, { intent: 'helped', post: await postWith('of the owners') }, owner)).body).toContain('Somebody else says');
    expect((await send(page, { intent: 'lesson' }, asker)).body).toContain('Mark one first');
    expect((await send(page, { intent: 'helped', post }, asker)).statusCode).toBe(303);
    expect(await told()).toEqual([[expert.email, 'Your answer helped: Who runs the nodes?']]);
    // What helped stands first.
    expect((await see(page, other)).text).toMatch(/Helped, says who asked.*The members run them\..*of the owners/);
    const drafts = await Promise.all([send(page, { intent: 'lesson' }, asker), send(page, { intent: 'lesson' }, asker)]);
    expect(drafts[0].headers.location).toMatch(/^\/drafts\//);
    expect(drafts[1].headers.location).toBe(drafts[0].headers.location);
    const draft = await db
      .selectFrom('draft')
      .select(['id', 'content', 'sources'])
      .where('id', '=', String(drafts[0].headers.location).slice(8))
      .executeTakeFirstOrThrow();
    expect(draft.content).toMatchObject({
      title: 'Who runs the nodes?',
      audience: 'UN_SYSTEM',
      organizations: ['ITU'],
      projects: ['building-blocks'],
      whatHappened: { text: 'The members run them.' },
    });
    expect(JSON.stringify(draft.sources)).toContain(page);
    expect((await told()).map(([address]) => address)).toEqual([other.email, expert.email, owner.email]);
    // Made one with another question for the same people: its address leads there, and nothing is lost.
    const twin = await ask('Who keeps the nodes running?');
    await answer(twin, 'An answer at the twin', other);
    const open = await ask('For all', { audience: 'PUBLIC' });
    await mails();
    expect((await send(twin, { intent: 'merge', 'merge-into': open, 'merge-reason': 'The same' }, asker)).body).toContain('for other people');
    expect((await send(twin, { intent: 'merge', 'merge-into': `http://localhost:3000${page}`, 'merge-reason': 'The same' }, asker)).headers.location).toContain(
      page,
    );
    expect((await told()).map(([address, subject]) => [address, subject])).toEqual([[other.email, 'Two questions became one: Who keeps the nodes running?']]);
    const moved = await see(twin, expert);
    expect([moved.status, moved.headers['location']]).toEqual([301, page]);
    for (const words of ['An answer at the twin', 'Came from the question “Who keeps the nodes running?”'])
      expect((await see(page, expert)).text).toContain(words);
    expect((await see('/questions', expert)).text).not.toContain('Who keeps the nodes running?');
    expect((await send(page, { intent: 'close', 'close-reason': '' }, asker)).body).toContain('Fill this in.');
    expect((await send(page, { intent: 'close', 'close-reason': 'It is settled.' }, owner)).statusCode).toBe(303);
    expect((await answer(page, 'Too late', other)).body).toContain('No more answers are taken');
    expect((await see(page, expert)).text).toContain('No more answers are taken: It is settled.');
    expect((await send(page, { intent: 'reopen' }, asker)).statusCode).toBe(303);
    await mails();
  });

  it('are reported, hidden with a reason, and shown again on an appeal that somebody else answers', async () => {
    const post = await postWith('One more');
    expect((await send(page, { intent: 'hide', post, 'hide-reason': 'x' }, expert)).statusCode).toBe(403);
    expect((await send(page, { intent: 'report', post, 'report-reason': 'It names a child.' }, expert)).statusCode).toBe(303);
    await send(page, { intent: 'report', post, 'report-reason': 'Once more' }, expert);
    expect((await told()).map(([address]) => address).sort()).toEqual([secretary.email, second.email, owner.email].sort());
    expect((await see('/questions?reported=yes', secretary)).text).toContain('Who runs the nodes?');
    expect((await see(page, secretary)).text).toContain('It names a child.');
    expect((await see(page, other)).text).not.toContain('It names a child.');
    await answer(page, 'Written before the hiding', expert);
    const waiting = await db.selectFrom('mailOutbox').select(['id', 'text']).where('address', '=', asker.email).executeTakeFirstOrThrow();
    expect(await questionTextNow(db, waiting)).toBe(waiting.text);
    await send(page, { intent: 'hide', post: await postWith('before the hiding'), 'hide-reason': 'For the test' }, secretary);
    // A mail that was not sent yet goes unsent, also where its sending has begun.
    expect(await questionTextNow(db, waiting)).toBeNull();
    expect(await db.selectFrom('mailOutbox').select('id').where('id', '=', waiting.id).execute()).toEqual([]);
    await mails();
    await send(page, { intent: 'hide', post, 'hide-reason': 'It names a child.' }, secretary);
    expect((await mails()).map(({ address, text }) => [address, text.includes('It names a child.')])).toEqual([[other.email, true]]);
    const hidden = await Promise.all([other, expert, secretary].map(async (user) => (await see(page, user)).text));
    expect(hidden.map((text) => [text.includes('One more'), text.includes('It names a child.')])).toEqual([
      [true, true],
      [false, true],
      [true, true],
    ]);
    expect((await see('/questions?text=one+more', expert)).text).not.toContain('Who runs the nodes?');
    await send(page, { intent: 'appeal', post, 'appeal-text': 'It names a city.' }, other);
    expect((await told()).map(([address]) => address).sort()).toEqual([second.email, owner.email].sort());
    expect((await send(page, { intent: 'stays', post, 'stays-reason': 'No.' }, secretary)).body).toContain('Somebody else answers');
    await send(page, { intent: 'stays', post, 'stays-reason': 'A child of that name lives there.' }, second);
    expect((await see(page, other)).text).toContain('A child of that name lives there.');
    await send(page, { intent: 'show', post }, secretary);
    expect((await see(page, expert)).text).toContain('One more');
    // A hidden question is nowhere but for its asker and those who moderate.
    const bad = await ask('A question that goes');
    await send(
      bad,
      {
        intent: 'hide',
        post: (await db.selectFrom('questionPost').select('id').where('questionId', '=', bad.slice(11)).executeTakeFirstOrThrow()).id,
        'hide-reason': 'Off topic',
      },
      secretary,
    );
    expect(await Promise.all([asker, expert, secretary].map(async (user) => (await see(bad, user)).status))).toEqual([200, 404, 200]);
    await mails();
  });

  it('are asked of somebody of the pool, whose address nobody learns', async () => {
    await db
      .insertInto('professional')
      .values({ personId: expert.id, name: 'Quilla of the pool', technologies: ['Ethereum'], offers: ['ADVICE'] })
      .execute();
    const shown = await see(page, other);
    expect(shown.text).toContain('Ask Quilla of the pool for an answer');
    expect(shown.html).not.toContain(expert.email);
    const professional = (await db.selectFrom('professional').select('id').executeTakeFirstOrThrow()).id;
    for (const _ of [1, 2]) expect((await send(page, { intent: 'ask', professional }, other)).headers.location).toContain('done=sent');
    expect(await told()).toEqual([[expert.email, 'Can you answer? Who runs the nodes?']]);
    const closed = await ask('For owners alone', { audience: 'OWNERS' });
    expect((await send(closed, { intent: 'ask', professional }, asker)).body).toContain('does not see the question');
    await mails();
  });

  it('are paged where there are hundreds, and new accounts write less', async () => {
    const id = page.slice(11);
    await sql`INSERT INTO question_post (question_id, person_id, text) SELECT ${id}::uuid, ${other.id}::uuid, 'Made answer ' || n FROM generate_series(1, 500) n`.execute(
      db,
    );
    const first = await see(page, expert);
    expect([...first.text.matchAll(/Made answer \d+/g)].length).toBeLessThanOrEqual(50);
    const next = first.links.find((link) => link.includes('after=')) ?? '';
    expect([...(await see(next, expert)).text.matchAll(/Made answer \d+/g)]).toHaveLength(50);
    const fresh = await person('Nina New', 'MEMBER', 'fao');
    await sql`UPDATE person SET created_at = now() WHERE id = ${fresh.id}::uuid`.execute(db);
    for (const title of ['1', '2', '3']) expect(await ask(title, {}, fresh)).toMatch(/^\/questions\//);
    const fourth = await send('/questions/new', { title: '4', text: 'x', about: '', audience: 'UN_SYSTEM', language: 'en' }, fresh);
    expect(fourth.body).toContain('In the first 7 days of an account 3 of these');
  });

  it('and what is sought and read are counted as sums of days, in which nobody is', async () => {
    const write = async () => {
      await services.tally.write(db);
      return db.selectFrom('soughtWords').select(['words', 'days']).orderBy('days', 'desc').execute();
    };
    await write();
    await db.deleteFrom('soughtWords').execute();
    await db.deleteFrom('soughtDay').execute();
    const search = (words: string, user: User | null = expert) => see(`/search?${new URLSearchParams({ q: words })}`, user);
    await search('Blockchain');
    for (const words of ['Qwzyx  Vbnmk!', 'qwzyx vbnmk', 'ada@example.org qwzyx', '+41 79 123 45 67 qwzyx', 'qwzyx a b c d e f g']) await search(words);
    // Until it was asked for on three days there is a hash of it, and no word; of what looks like somebody's, not even that.
    expect(await write()).toEqual([{ words: null, days: 1 }]);
    expect((await db.selectFrom('soughtDay').selectAll().execute()).map(({ searches, nothing }) => [searches, nothing])).toEqual([[6, 5]]);
    for (const day of [2, 3]) {
      await sql`UPDATE sought_words SET last_on = last_on - 1`.execute(db);
      await search('qwzyx vbnmk', null);
      expect(await write()).toEqual([{ words: day === 3 ? 'qwzyx vbnmk' : null, days: day }]);
    }
    const open = (path: string, times: number, dest = 'document') => Promise.all(Array.from({ length: times }, () => visit(path, { 'sec-fetch-dest': dest })));
    const lesson = (await db.selectFrom('record').select(['id', 'slug']).where('kind', '=', 'LESSON').orderBy('position').executeTakeFirstOrThrow()) as {
      id: string;
      slug: string;
    };
    await open('/projects/building-blocks', 6);
    await open('/projects/cedar-coin', 6);
    await open('/projects/ecuador-cocoa', 4);
    await open('/vendors/irisguard', 6, 'empty');
    await open(`/lessons/${lesson.slug}.bib`, 5);
    await write();
    const shown = await see('/sought', owner);
    for (const words of ['qwzyx vbnmk', 'Building Blocks Project 6', 'Lessons most used again', '5 5 0 0']) expect(shown.text).toContain(words);
    // What is for the UN system alone, too few, or was not opened by somebody is no sum.
    for (const words of ['Cedar Coin', 'cocoa', 'IrisGuard']) expect(shown.text).not.toContain(words);
    expect((await see('/sought', other)).status).toBe(403);
  });

  it('are changed by who wrote them, which is shown, and by nobody else; and are a feed and a file for those who see them', async () => {
    const own = await ask('Who zqbefore?', { audience: 'PUBLIC' });
    const id = own
      .split('/')
      .at(-1)
      ?.replace(/[?#].*/, '') as string;
    const post = (await db.selectFrom('questionPost').select('id').where('questionId', '=', id).executeTakeFirstOrThrow()).id;
    const edit = (user: User, title: string, text: string) =>
      send(`/questions/${id}`, { intent: 'edit', post, asks: 'yes', [`edit-title-${post}`]: title, [`edit-text-${post}`]: text }, user);
    expect((await edit(expert, 'Who zqother?', 'Mine.')).statusCode).toBe(403);
    const refused = await edit(asker, ' ', 'Kept zqtyped.');
    expect([refused.statusCode, refused.body.includes(`href="#edit-title-${post}"`), refused.body.includes('Kept zqtyped.')]).toEqual([400, true, true]);
    expect((await see(`/questions/${id}`, asker)).text).not.toContain('Changed by its author');
    expect((await edit(asker, 'Who zqafter?', 'A text zqnew.')).statusCode).toBe(303);
    const shown = await see(`/questions/${id}`, null);
    for (const words of ['Who zqafter?', 'A text zqnew.', 'Changed by its author on']) expect(shown.text).toContain(words);
    expect((await see('/questions?text=zqnew', null)).text).toContain('Who zqafter?');
    expect((await see('/questions?text=zqbefore', null)).text).not.toContain('Who zqafter?');
    const inner = await ask('Who zqinner?');
    const get = async (url: string, user: User | null) =>
      (await app.inject({ url, headers: { host: 'localhost', ...(user ? { cookie: cookieOf(user) } : {}) } })).body;
    expect(await get('/questions.atom?text=zqafter', null)).toContain('<title type="text">Who zqafter?</title>');
    expect(await get('/questions.atom', asker)).not.toContain('zqinner');
    expect(await get('/questions.json', asker)).not.toContain('zqinner');
    const open = JSON.parse(await get('/questions.json?text=zqafter', null));
    expect(open.questions.map((one: { title: string }) => one.title)).toEqual(['Who zqafter?']);
    expect(open.questions[0].texts[0]).toMatchObject({ text: 'A text zqnew.', author: { name: null } });
    expect(await get('/questions.json?audience=internal', asker)).toContain('zqinner');
    await send(inner, { intent: 'close', 'close-reason': 'Done.' }, asker);
    const closed = await db
      .selectFrom('questionPost')
      .innerJoin('question', 'question.id', 'questionPost.questionId')
      .select('questionPost.id')
      .where('question.title', '=', 'Who zqinner?')
      .executeTakeFirstOrThrow();
    expect((await send(inner, { intent: 'edit', post: closed.id, [`edit-text-${closed.id}`]: 'More.' }, asker)).statusCode).toBe(400);
  });

  it('stand beside goals, references and sources too', async () => {
    for (const path of ['/goals/2', '/reference/jiu-rep-2020-7', '/sources/jiu-rep-2020-7']) {
      await ask(`Beside ${path} zqbeside?`, { about: path, audience: 'PUBLIC' });
      expect((await see(path, null)).text).toContain(`Beside ${path} zqbeside?`);
    }
  });

  it('about an entry that was closed and archived since are never for more people than the entry was', async () => {
    const closed = await ask('What does zqclosed cost?', { audience: 'PUBLIC' });
    await answer(closed, 'A figure zqfigure', owner);
    const open = await ask('For everybody', { audience: 'PUBLIC', about: '' });
    const change = (set: { audience: 'PUBLIC' | 'UN_SYSTEM'; archivedAt: Date | null }) =>
      db.updateTable('record').set(set).where('kind', '=', 'PROJECT').where('slug', '=', 'building-blocks').execute();
    await change({ audience: 'UN_SYSTEM', archivedAt: new Date() });
    expect((await see(closed, null)).status).toBe(404);
    expect((await send(closed, { intent: 'merge', 'merge-into': open, 'merge-reason': 'The same' }, asker)).body).toContain('for other people');
    await send(closed, { intent: 'move', 'move-about': '/matrix#table-1-q5', 'move-reason': 'It is general' }, asker);
    const { audience, recordId } = await db
      .selectFrom('question')
      .select(['audience', 'recordId'])
      .where('title', '=', 'What does zqclosed cost?')
      .executeTakeFirstOrThrow();
    expect([audience, recordId]).toEqual(['UN_SYSTEM', null]);
    expect(await seenBy(closed, 'zqfigure')).toEqual([true, true, true, true, false, false]);
    await change({ audience: 'PUBLIC', archivedAt: null });
    await mails();
  });

  it('are asked about, by anybody, an address of many thousand signs without keeping others waiting', { timeout: 60_000 }, async () => {
    for (const sign of ['#', '?', '/', '-', '#?', ' ', 'http://'])
      for (const about of [sign.repeat(90_000 / sign.length), `${sign.repeat(90_000 / sign.length)}\nx`, `/projects/${sign.repeat(90_000 / sign.length)}\n`]) {
        const { body, statusCode } = await app.inject({
          method: 'POST',
          url: '/graphql',
          headers: { host: 'localhost:3000', 'content-type': 'application/json' },
          payload: { query: 'query ($about: String!) { questions(filter: { about: $about }) { totalCount } }', variables: { about } },
        });
        expect([sign, statusCode, JSON.parse(body).data.questions.totalCount === 0 || about.trim() === '']).toEqual([sign, 200, true]);
      }
  });

  it('stay when their author is erased, without the name; everybody gets a file of their own', async () => {
    const file = await app.inject({ url: '/account/data.json', headers: { host: 'localhost', cookie: cookieOf(asker) } });
    expect(file.json().questions.map((one: { title: string }) => one.title)).toContain('Who runs the nodes?');
    await eraseUser(services, administrator, { member: asker.id });
    const shown = await see(page, expert);
    expect([shown.text.includes('Who runs the nodes?'), shown.html.includes('Fay Focal')]).toEqual([true, false]);
  });
});
