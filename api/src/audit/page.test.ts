import { expect, it } from 'vitest';
import { demoCookie, realPages, testDoor } from '#test/door.ts';
import { recordAudit } from '#prisma/audit.ts';

const { serve, db } = await testDoor();
const app = await serve({}, { pages: await realPages() });
const host = 'localhost:3000';
const get = (url: string, cookie = '') => app.inject({ url, headers: { host, accept: 'text/html', ...(cookie ? { cookie } : {}) } });
const ask = async (query: string, cookie: string) =>
  (await app.inject({ url: `/graphql?query=${encodeURIComponent(query)}`, headers: { host, cookie } })).json();

it('administrators read, filter, page and take it, nobody else does, and that they did is in it', async () => {
  const [administrator, secretariat, member] = [await demoCookie(app, 'administrator'), await demoCookie(app, 'secretariat'), await demoCookie(app, 'member')];
  const actor = (await db.selectFrom('person').select('pseudonym').where('email', '=', 'member@demo.invalid').executeTakeFirstOrThrow()).pseudonym;
  await db.deleteFrom('auditEvent').execute();
  for (let index = 0; index < 120; index++)
    await recordAudit(db, {
      kind: index % 2 ? 'SIGN_IN' : 'EXPORT',
      outcome: index % 3 ? 'DONE' : 'FAILED',
      actor,
      subject: `=event-${index}`,
      client: '203.0.113.9',
      requestId: `r-${index}`,
    });
  for (const cookie of ['', secretariat, member]) {
    for (const url of ['/audit.csv', '/audit.json']) expect([url, (await get(url, cookie)).statusCode]).toEqual([url, cookie ? 403 : 401]);
    const answer = (
      await app.inject({ url: `/graphql?query=${encodeURIComponent('{ auditEvents { subject } }')}`, headers: { host, ...(cookie ? { cookie } : {}) } })
    ).json();
    expect([answer.data?.auditEvents ?? null, answer.errors[0].extensions.code]).toEqual([null, cookie ? 'FORBIDDEN' : 'UNAUTHENTICATED']);
    const page = await get('/audit', cookie);
    expect([page.statusCode, page.body.includes('event-')]).toEqual([cookie ? 403 : 303, false]);
  }
  const first = await get('/audit?kind=EXPORT&outcome=FAILED', administrator);
  expect([first.statusCode, first.headers['cache-control']]).toEqual([200, 'private, no-store']);
  expect(first.body.match(/=event-\d+/g)).toHaveLength(20);
  expect(first.body).toContain('Demo: WFP member');
  expect(first.body).toContain('href="/audit.csv?kind=EXPORT&amp;outcome=FAILED"');
  const all = await get(`/audit?kind=SIGN_IN&actor=${actor.slice(0, 8)}`, administrator);
  expect(all.body.match(/=event-\d+/g)).toHaveLength(50);
  const next = /href="(\/audit\?[^"]*before=[^"]+)"/.exec(all.body)?.[1]?.replaceAll('&amp;', '&') ?? '';
  expect((await get(next, administrator)).body.match(/=event-\d+/g)?.[0]).toBe('=event-19');
  // What is none is left out and named, as in every list; the API refuses it.
  const wrong = await get('/audit?kind=NONE&since=2026-02-30&actor=%27--&before=&who=x', administrator);
  expect(wrong.statusCode).toBe(200);
  for (const value of ['NONE', '2026-02-30', '&#x27;--', 'x']) expect(wrong.body).toMatch(new RegExp(`${value}[”<&]`));
  expect(
    (await ask('{ auditEvents(since: "2026-02-30", until: "x", actor: "\'--") { id } }', administrator)).errors[0].extensions.fields.map(
      (one: { name: string }) => one.name,
    ),
  ).toEqual(['since', 'until', 'actor']);
  const csv = (await get('/audit.csv?kind=SIGN_IN', administrator)).body;
  expect(csv.split('\r\n').filter((line) => line.includes('SIGN_IN'))).toHaveLength(60);
  // A cell that would run as a formula is disarmed.
  expect(csv).toContain("'=event-1");
  expect(JSON.parse((await get('/audit.json?kind=SIGN_IN', administrator)).body).events).toHaveLength(60);
  const read = await db.selectFrom('auditEvent').select('subject').where('kind', '=', 'AUDIT_READ').execute();
  expect(read.map((one) => one.subject)).toEqual(expect.arrayContaining(['/audit', '/audit.csv', '/audit.json']));
});

it('is offered to administrators in the menu, and to nobody else', async () => {
  expect((await get('/about', await demoCookie(app, 'administrator'))).body).toContain('href="/audit"');
  expect((await get('/about', await demoCookie(app, 'secretariat'))).body).not.toContain('href="/audit"');
});

it('records who takes a file while signed in, by pseudonym and without the query, and nothing of the public', async () => {
  await db.deleteFrom('auditEvent').execute();
  const member = await demoCookie(app, 'member');
  const { pseudonym } = await db.selectFrom('person').select('pseudonym').where('email', '=', 'member@demo.invalid').executeTakeFirstOrThrow();
  // Recorded before it is made, and not once more when it was sent: what comes after it is recorded later.
  await get('/uptake.docx?audience=internal', member);
  await get('/projects.csv?q=zqsearched');
  await get('/projects.csv?q=zqsearched', member);
  const kept = () => db.selectFrom('auditEvent').select(['actor', 'subject', 'detail']).where('kind', '=', 'EXPORT').orderBy('subject').execute();
  await expect.poll(kept).toEqual([
    { actor: pseudonym, subject: 'GET /projects.csv', detail: null },
    { actor: pseudonym, subject: 'GET /uptake.docx', detail: 'audience internal' },
  ]);
});
