import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { cookieOf, sendForm, testDoor } from '#test/door.ts';
import type { Asker } from './web.ts';

const { serve, services, db } = await testDoor();
const pages = async () => new Response('a page', { headers: { 'content-type': 'text/html' } });
const host = 'localhost:3000';

describe('limits by address', () => {
  it('hold everything, by IPv6 network, and are answered with 429, when to come again, and a page that can be read', async () => {
    const app = await serve({ REQUESTS_PER_MINUTE: '60' }, { pages });
    const ask = (url: string, remoteAddress: string, headers: Record<string, string> = {}) => app.inject({ url, remoteAddress, headers: { host, ...headers } });
    const until429 = async (url: string, addressOf: (index: number) => string) => {
      for (let count = 0; count < 100; count++) if ((await ask(url, addressOf(count))).statusCode === 429) return count;
      return 100;
    };
    expect(await until429('/anything', () => '203.0.113.1')).toBe(60);
    expect(await until429('/graphql?query={__typename}', () => '203.0.113.1')).toBe(30);
    expect(await until429('/projects.csv', () => '203.0.113.1')).toBe(15);
    expect(await until429('/auth/get-session', () => '203.0.113.1')).toBe(6);
    expect(await until429('/no-such-page', (index) => `2001:db8:1:2::${index.toString(16)}`)).toBe(60);
    expect((await ask('/anything', '2001:db8:1:3::1')).statusCode).toBe(200);
    expect((await ask('/anything', '203.0.113.2')).statusCode).toBe(200);
    const page = await ask('/anything', '203.0.113.1', { accept: 'text/html' });
    expect([page.statusCode, page.headers['content-type']]).toEqual([429, 'text/html; charset=utf-8']);
    expect(Number(page.headers['retry-after'])).toBeGreaterThan(0);
    expect(page.body).toMatch(/<h1>Please wait a little<\/h1><p>.* Try again in \d+ seconds?\./);
    expect((await ask('/graphql?query={__typename}', '203.0.113.1')).json().errors[0].extensions).toMatchObject({
      code: 'TOO_MANY_REQUESTS',
      retryAfter: expect.any(Number),
    });
    expect((await ask('/projects.csv', '203.0.113.1')).json()).toMatchObject({ retryAfter: expect.any(Number), requestId: expect.any(String) });
    // What watches the process is never told to wait.
    for (let count = 0; count < 100; count++) await ask('/health', '203.0.113.1');
    expect((await ask('/health', '203.0.113.1')).statusCode).toBe(200);
    const told = async () =>
      (await db.selectFrom('auditEvent').select(['detail', 'client']).where('kind', '=', 'LIMIT_REACHED').execute())
        .map((one) => `${one.detail} ${one.client}`)
        .sort();
    await expect.poll(told).toEqual(['ACCOUNT 203.0.113.1', 'FILE 203.0.113.1', 'GRAPHQL 203.0.113.1', 'PAGE 2001:db8:1:2::/64', 'PAGE 203.0.113.1']);
  });

  it('take one IPv6 network for one, however its addresses are spelt, wherever something is counted', async () => {
    const asked: Asker[] = [];
    let open = 0;
    const waiting: (() => void)[] = [];
    const app = await serve(
      { BASE_URL: 'https://atrium.example.org', TRUSTED_PROXIES: '1' },
      {
        pages: async (_request, { client, signedIn }) => {
          asked.push({ client, signedIn });
          open++;
          await new Promise<void>((done) => waiting.push(done));
          open--;
          return pages();
        },
      },
    );
    const household = ['2001:db8:1:2::1', '2001:0DB8:0001:0002:0:0:0:9', '[2001:db8:1:2::7]:443', '2001:db8:1:2:ffff:ffff:ffff:ffff', '2001:db8:0001:2::'];
    const ask = (from: string, index: number) =>
      app.inject({ url: `/projects?stage=PILOT&q=${index}`, remoteAddress: '10.0.0.5', headers: { 'x-forwarded-for': from, accept: 'text/html' } });
    // Two are made and ten may wait; those beyond are told to come again, whatever address of the network they come from.
    const all = Array.from({ length: 20 }, (_, index) => ask(household[index % household.length] as string, index));
    const statuses: number[] = [];
    for (const one of all) void one.then(({ statusCode }) => statuses.push(statusCode));
    await expect.poll(() => statuses).toEqual(Array(8).fill(503));
    expect(open).toBe(2);
    const neighbour = ask('2001:db8:1:3::1', 100);
    for (let turn = 0; turn < 400 && (open > 0 || waiting.length > 0 || turn < 20); turn++) {
      for (const done of waiting.splice(0)) done();
      await new Promise((go) => setTimeout(go, 5));
    }
    expect([...new Set(asked.map(({ client }) => client))]).toEqual(['2001:db8:1:2::/64', '2001:db8:1:3::/64']);
    expect((await Promise.all(all)).filter(({ statusCode }) => statusCode === 200)).toHaveLength(12);
    expect((await neighbour).statusCode).toBe(200);
  });

  it('know who is signed in by a cookie that this server signed, and by no other', async () => {
    const asked: boolean[] = [];
    const app = await serve(
      {},
      {
        pages: (_request, { signedIn }) => {
          asked.push(signedIn);
          return pages();
        },
      },
    );
    const session = cookieOf(await sendForm(app, '/account/demo', { account: 'member' }));
    const [, name = '', token = '', sign = ''] = /([^=;\s]*atrium\.session_token)=([^.;]+)\.([^;]+)/.exec(session) ?? [];
    const other = createHmac('sha256', 'another secret of more than 32 characters').update(token).digest('base64');
    const forged = [
      'x.y',
      'x',
      '',
      '.',
      `${token}.`,
      token,
      `${token}x.${sign}`,
      `.${sign}`,
      `${token}.${encodeURIComponent(other)}`,
      `${token}.${sign.slice(0, -6)}`,
    ];
    for (const cookie of [session, `a=b; ${session}; c=d`, `${name}=x.y; ${session}`, ...forged.map((value) => `${name}=${value}`), 'other=1', ''])
      await app.inject({ url: '/anything', headers: { host, cookie } });
    expect(asked).toEqual([true, true, true, ...forged.map(() => false), false, false]);
  });

  it('count by what named proxies say, and by nothing that others write', async () => {
    const counted = async (trusted: string, headerOf: (index: number) => string, remoteAddress = '10.0.0.5') => {
      const app = await serve({ REQUESTS_PER_MINUTE: '60', BASE_URL: 'https://atrium.example.org', TRUSTED_PROXIES: trusted }, { pages });
      for (let count = 0; count < 70; count++)
        if ((await app.inject({ url: '/anything', remoteAddress, headers: { 'x-forwarded-for': headerOf(count) } })).statusCode === 429) return true;
      return false;
    };
    // A proxy that appends keeps what the client wrote first: only the last entry is its own word.
    const appended = (index: number) => `203.0.113.${index}, 198.51.100.7`;
    expect(await counted('', appended)).toBe(true);
    expect(await counted('1', appended)).toBe(true);
    expect(await counted('10.0.0.0/8', appended)).toBe(true);
    expect(await counted('10.0.0.5,198.51.100.7', (index) => `192.0.2.1, 203.0.113.${index}, 198.51.100.7`)).toBe(false);
    expect(await counted('2', appended)).toBe(false);
    // Somebody who is no proxy of ours writes what they like.
    expect(await counted('10.0.0.9', (index) => `203.0.113.${index}`)).toBe(true);
    for (const junk of ['unknown', '<script>', 'x'.repeat(2000), ',,,', '203.0.113.9:4711', '[2001:db8::1]:4711'])
      expect(await counted('1', () => junk)).toBe(true);
    // Another address each time is another each time, ports or not.
    expect(await counted('1', (index) => `203.0.113.${index}:${4000 + index}`)).toBe(false);
  });
});

describe('limits by account and by receiver', () => {
  const email = 'owner@example.org';
  const password = 'a long enough password';
  const setUp = async () => {
    const app = await serve();
    const { hashPassword } = await import('better-auth/crypto');
    const person = await db.insertInto('person').values({ name: 'Owner', email, emailVerified: true }).returning('id').executeTakeFirstOrThrow();
    await db
      .insertInto('credential')
      .values({ accountId: person.id, providerId: 'credential', userId: person.id, password: await hashPassword(password) })
      .execute();
    return app;
  };

  it('forty addresses at one account are few tries; the owner waits a little, and not at all where the account is at home', async () => {
    const app = await setUp();
    const tryJson = (given: string, address: string) =>
      app.inject({
        method: 'POST',
        url: '/auth/sign-in/email',
        remoteAddress: address,
        headers: { host, 'content-type': 'application/json' },
        payload: { email: given === password ? email.toUpperCase() : email, password: given },
      });
    const tryForm = (given: string, address: string, cookie = '') =>
      sendForm(app, '/account/sign-in', { email, password: given }, { ...(cookie ? { cookie, origin: `http://${host}` } : {}) }, address);
    const home = await tryForm(password, '198.51.100.1');
    expect(home.headers.location).toBe('/');
    const known = cookieOf(home)
      .split('; ')
      .find((one) => one.startsWith('atrium.known=')) as string;
    // All at the same time: what is counted is the attempt, not its outcome.
    const statuses = await Promise.all(Array.from({ length: 40 }, async (_, index) => (await tryJson('wrong password', `203.0.113.${index}`)).statusCode));
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    const stopped = await tryJson('wrong password', '192.0.2.1');
    expect([stopped.statusCode, stopped.json().code]).toEqual([429, 'TOO_MANY_REQUESTS']);
    expect(Number(stopped.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(stopped.headers['retry-after'])).toBeLessThanOrEqual(15);
    expect((await tryForm('wrong password', '192.0.2.2')).headers.location).toContain('error=TOO_MANY');
    // The right password does not tell itself apart while it waits.
    expect((await tryJson(password, '192.0.2.3')).statusCode).toBe(429);
    expect((await tryForm(password, '198.51.100.1', known)).headers.location).toBe('/');
    // A cookie of another account, or one that somebody made up, is none.
    expect((await tryForm(password, '192.0.2.4', 'atrium.known=abc.def')).headers.location).toContain('error=TOO_MANY');
    // The pause doubles with each attempt, to ten minutes at most, and ends by itself.
    const { attempts } = services.accounts;
    const pauses: number[] = [];
    let now = Date.now();
    for (let count = 0; count < 12; count++) {
      now += 3_600_000 * Number(count === 0);
      const wait = await attempts.begin(email, '', now);
      expect(wait).toBe(0);
      const next = await attempts.begin(email, '', now);
      pauses.push(next);
      now += next * 1000;
    }
    expect(pauses.slice(0, 3)).toEqual([30, 60, 120]);
    expect(Math.max(...pauses)).toBe(600);
    // Accounts that do not exist wait alike.
    const nobody = await Promise.all(Array.from({ length: 7 }, () => attempts.begin('nobody@example.org', '')));
    expect(nobody.filter((wait) => wait === 0)).toHaveLength(5);
    await db.deleteFrom('rateLimit').execute();
    expect((await tryJson(password, '192.0.2.5')).statusCode).toBe(200);
    expect(JSON.stringify(await db.selectFrom('rateLimit').select('key').execute())).not.toContain('owner');
  });

  it('one person is sent few mails, whoever asks from wherever, and whether there is an account is not told', async () => {
    const app = await serve();
    const ask = (url: string, body: object, index: number) =>
      app.inject({ method: 'POST', url, remoteAddress: `203.0.113.${index}`, headers: { host, 'content-type': 'application/json' }, payload: body });
    for (const to of ['person@example.org', 'unknown@example.org']) {
      if (to.startsWith('person')) await db.insertInto('person').values({ name: 'Person', email: to, emailVerified: true }).execute();
      const statuses: number[] = [];
      for (let index = 0; index < 40; index++) {
        const [url, body] = [
          ['/auth/request-password-reset', { email: to, redirectTo: '/reset-password' }],
          ['/auth/request-password-reset', { email: ` ${to.toUpperCase()}`.trim() }],
        ][index % 2] as [string, object];
        statuses.push((await ask(url, body, index)).statusCode);
      }
      expect([to, statuses.filter((status) => status !== 429).length]).toEqual([to, 5]);
    }
    const mails = await db.selectFrom('mailOutbox').select('address').where('address', 'like', 'person@%').execute();
    expect(mails.length).toBeLessThanOrEqual(5);
    // A part after a plus sign leads to the same mailbox.
    const plus: number[] = [];
    for (let index = 0; index < 20; index++)
      plus.push((await ask('/auth/request-password-reset', { email: `Plus+${index}@example.org` }, index + 100)).statusCode);
    expect(plus.filter((status) => status !== 429).length).toBe(5);
    const form = await sendForm(app, '/account/forgot', { email: 'person@example.org' }, {}, '192.0.2.77');
    expect(form.headers.location).toContain('error=TOO_MANY');
  });
});
