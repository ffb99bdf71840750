import { describe, expect, it } from 'vitest';
import { createPostgresEngine } from '#search/postgres.ts';
import { testDatabase } from '#test/database.ts';
import { signInWith, startService } from '#test/oidc.ts';
import { siteOver } from '#test/site.ts';
import { buildApp } from '../app.ts';
import { makeServices } from '../context.ts';
import { readEnv, settingsOf } from '../env.ts';
import { verifyDatabase } from '../log/verify.ts';
import { readOnlySettings } from '../env.ts';
import type { User } from './user.ts';

const { db, url } = await testDatabase('library_template');
const search = createPostgresEngine(url);
const env = readEnv({ LOG_LEVEL: 'silent', NODE_ENV: 'test' });
const services = makeServices(db, search, { ...readOnlySettings(), localAccounts: true, demo: true });
const { app } = await buildApp({ env, services });
const served = await siteOver(services, env);
const form = { 'content-type': 'application/x-www-form-urlencoded', host: 'localhost:3000' };
type Answer = Awaited<ReturnType<typeof app.inject>>;
const cookieOf = (response: Answer) =>
  [response.headers['set-cookie'] ?? []]
    .flat()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
const post = (address: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  app.inject({ method: 'POST', url: address, headers: { ...form, ...headers }, payload: new URLSearchParams(fields).toString() });
/** The links of the mails to an address, as paths, oldest first. */
const linksTo = async (address: string, subject = 'Confirm%') => {
  const mails = await db
    .selectFrom('mailOutbox')
    .select('text')
    .where('address', '=', address)
    .where('subject', 'like', subject)
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
  return mails.map((mail) => new URL(/http:\/\/\S+/.exec(mail.text)?.[0] ?? '')).map((link) => link.pathname + link.search);
};
/** All that opening a link could change. */
const everything = async () =>
  Promise.all(
    (['person', 'credential', 'session', 'signUp', 'verification', 'invitation', 'membership', 'mailLink'] as const).map((table) =>
      db.selectFrom(table).selectAll().execute(),
    ),
  );
const who = (cookie: string) => services.accounts.authenticate(new Headers({ cookie }));
const asked = async (cookie: string, query: string) =>
  (
    await app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', cookie, origin: 'http://localhost:3000' },
      payload: { query },
    })
  ).json() as { data: Record<string, never>; errors?: { extensions: { code: string } }[] };

describe('demonstration and local accounts', () => {
  it('signs in to a demonstration account, with an HttpOnly cookie, and out everywhere', async () => {
    const first = await post('/account/demo', { account: 'fao-focal-point', next: '/projects' });
    expect([first.statusCode, first.headers.location]).toEqual([303, '/projects']);
    expect(String(first.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Lax/);
    const second = cookieOf(await post('/account/demo', { account: 'fao-focal-point', next: '//evil.example' }));
    expect((await who(second))?.name).toBe('Demo: FAO focal point');
    expect((await post('/account/sign-out', { everywhere: '1' }, { cookie: second, origin: 'http://localhost:3000' })).statusCode).toBe(303);
    expect(await who(cookieOf(first))).toBeNull();
    expect(await who(second)).toBeNull();
  });

  it('leads on to an address of any letters, with the cookie of the sign-in', async () => {
    // A run of a matrix with all its notes lives in its address, and comes along.
    const long = `/decide/jiu-matrix/outcome?${Array.from({ length: 100 }, (_, index) => `table-1-q${index}=yes&table-1-q${index}.note=${'x'.repeat(60)}`).join('&')}`;
    expect((await post('/account/demo', { account: 'fao-focal-point', next: long })).headers.location).toBe(long);
    for (const next of ['/search?q=ж', '/\u2028/x', '/search?q=🌍&stage=PILOT#é', '/a b']) {
      const answer = await post('/account/demo', { account: 'fao-focal-point', next });
      expect([next, answer.statusCode, decodeURIComponent(String(answer.headers.location))]).toEqual([next, 303, expect.stringMatching(/^\/[^/]/)]);
      expect((await who(cookieOf(answer)))?.name).toBe('Demo: FAO focal point');
    }
  });

  it('lists where a person is signed in, and signs out one browser or all others, without showing a token', async () => {
    const sessions = async (cookie: string) =>
      (await asked(cookie, '{ me { sessions { id userAgent current } } }')).data['me']?.['sessions'] as unknown as
        | { id: string; userAgent: string; current: boolean }[]
        | null;
    const demo = async (userAgent: string) => cookieOf(await post('/account/demo', { account: 'itu-publisher' }, { 'user-agent': userAgent }));
    const [first, second, third] = [await demo('one'), await demo('two'), await demo('three')];
    const other = cookieOf(await post('/account/demo', { account: 'fao-publisher' }));
    expect((await sessions(second))?.map((one) => [one.userAgent, one.current])).toEqual([
      ['two', true],
      ['three', false],
      ['one', false],
    ]);
    const end = (cookie: string, fields: Record<string, string>) => post('/account/sessions', fields, { cookie, origin: 'http://localhost:3000' });
    const idOf = async (userAgent: string) => (await sessions(second))?.find((one) => one.userAgent === userAgent)?.id ?? '';
    const ofFirst = await idOf('one');
    expect((await end(other, { end: ofFirst })).headers.location).toBe('/account?error=GONE');
    expect(await who(first)).not.toBeNull();
    expect((await end(second, { end: ofFirst })).headers.location).toBe('/account?done=SESSIONS#sessions');
    expect([await who(first), (await who(second))?.name]).toEqual([null, 'Demo: ITU publisher']);
    await end(second, {});
    expect([await who(third), (await who(second))?.name, (await who(other))?.name]).toEqual([null, 'Demo: ITU publisher', 'Demo: FAO publisher']);
    // A session of more than a day ago no longer tells where else one is signed in; the library's own address never does.
    expect((await app.inject({ url: '/auth/list-sessions', headers: { cookie: second } })).statusCode).toBe(404);
    await db
      .updateTable('session')
      .set({ createdAt: new Date(Date.now() - 25 * 3_600_000), provedAt: new Date(Date.now() - 25 * 3_600_000) })
      .where('userAgent', '=', 'two')
      .execute();
    expect(await sessions(second)).toBeNull();
    expect((await end(second, { end: await idOf('two') })).headers.location).toBe('/account?done=SESSIONS#sessions');
  });

  it('refuses what comes from another site', async () => {
    expect((await post('/account/demo', { account: 'member' }, { origin: 'https://evil.example' })).statusCode).toBe(403);
    expect((await post('/account/demo', { account: 'member' }, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
    expect((await post('/graphql', { query: '{ me { id } }' })).statusCode).toBe(415);
  });

  it('answers alike for known and unknown addresses, and opens an account only to who holds the mail', async () => {
    const fields = { name: 'Somebody', email: 'somebody@fao.org', password: 'chosen by whoever began' };
    const [first, again, wrong, unknown] = [
      await post('/account/sign-up', fields),
      await post('/account/sign-up', { ...fields, name: 'Somebody else' }),
      await post('/account/sign-in', fields),
      await post('/account/sign-in', { email: 'nobody@fao.org', password: 'wrong password' }),
    ];
    expect([first.statusCode, first.headers.location]).toEqual([again.statusCode, again.headers.location]);
    expect(wrong.headers.location).toBe(unknown.headers.location);
    const [link = '', later = ''] = await linksTo(fields.email);
    const before = await everything();
    for (const method of ['GET', 'HEAD'] as const)
      expect(
        (await served.inject({ method, url: link, headers: { host: 'localhost:3000', 'sec-purpose': 'prefetch' } })).headers['set-cookie'],
      ).toBeUndefined();
    expect((await served.inject({ url: link, headers: { host: 'localhost:3000' } })).body).toContain('Open the account');
    expect(await everything()).toEqual(before);
    expect(await db.selectFrom('person').select('id').where('email', '=', fields.email).execute()).toEqual([]);

    const token = new URL(link, 'http://localhost').searchParams.get('token') ?? '';
    const confirm = (password: string, name = 'Somebody', by = token) => post('/account/confirm', { token: by, password, name });
    const short = await confirm('short', 'Somebody, mended');
    expect(short.headers.location).toContain('/confirm?error=PASSWORD');
    const back = await served.inject({ url: String(short.headers.location), headers: { host: 'localhost:3000', cookie: cookieOf(short) } });
    expect(back.body).toContain('value="Somebody, mended"');
    // The link holds once, also when pressed ten times in the same moment.
    const presses = await Promise.all(Array.from({ length: 10 }, (_, n) => confirm(`password number ${n} of ten`)));
    const done = presses.map((one) => one.headers.location).filter((location) => location === '/sign-in?verified=1');
    expect(done).toHaveLength(1);
    expect(presses.map((one) => String(one.headers['set-cookie'])).join()).not.toContain('session_token');
    expect((await confirm('another long password')).headers.location).toContain('error=EXPIRED');
    expect((await confirm('another long password', 'Other', new URL(later, 'http://localhost').searchParams.get('token') ?? '')).headers.location).toContain(
      'error=EXPIRED',
    );
    expect((await served.inject({ url: link, headers: { host: 'localhost:3000' } })).body).toContain('expired or was used already');
    const chosen = presses.findIndex((one) => one.headers.location === '/sign-in?verified=1');
    expect((await post('/account/sign-in', fields)).headers.location).toContain('CREDENTIALS');
    const signedIn = await post('/account/sign-in', { email: fields.email, password: `password number ${chosen} of ten` });
    const user = (await who(cookieOf(signedIn))) as User;
    expect([user.name, user.memberships[0]]).toMatchObject(['Somebody', { role: 'MEMBER', organizationSlug: 'fao' }]);

    // Begun once more, the answer is the same, and only the mail tells the difference.
    const known = await post('/account/sign-up', fields);
    expect(known.headers.location).toBe(first.headers.location);
    expect(await linksTo(fields.email)).toHaveLength(2);
  });

  it('opens no account by a link that is a day old, and begins anew one that nobody confirmed', async () => {
    await db.insertInto('person').values({ name: 'Squatter', email: 'late@fao.org', emailVerified: false }).execute();
    const squatter = await db.selectFrom('person').select('id').where('email', '=', 'late@fao.org').executeTakeFirstOrThrow();
    await db.insertInto('credential').values({ userId: squatter.id, accountId: squatter.id, providerId: 'credential', password: 'a hash' }).execute();
    await post('/account/sign-up', { name: 'Late', email: ' Late@FAO.org ' });
    const [link = ''] = await linksTo('late@fao.org');
    const token = new URL(link, 'http://localhost').searchParams.get('token') ?? '';
    await db
      .updateTable('signUp')
      .set({ expiresAt: new Date(Date.now() - 1000) })
      .where('email', '=', 'late@fao.org')
      .execute();
    expect((await post('/account/confirm', { token, password: 'a long enough password' })).headers.location).toContain('error=EXPIRED');
    await post('/account/sign-up', { name: 'Late again', email: 'late@fao.org' });
    const next = new URL((await linksTo('late@fao.org')).at(-1) ?? '', 'http://localhost').searchParams.get('token') ?? '';
    expect((await post('/account/confirm', { token: next, password: 'a long enough password' })).headers.location).toBe('/sign-in?verified=1');
    const person = await db.selectFrom('person').select(['id', 'name']).where('email', '=', 'late@fao.org').executeTakeFirstOrThrow();
    expect(person).toEqual({ id: squatter.id, name: 'Late again' });
    expect((await post('/account/sign-up', { name: ' \u0000\n ', email: 'nameless@fao.org' })).headers.location).toContain('error=PERSON_NAME');
    expect((await post('/account/sign-up', { name: 'Demo', email: 'fao-publisher@demo.invalid' })).headers.location).toContain('error=INPUT');
  });

  it('sets a new password once by a link, which a mail program may open', async () => {
    const email = 'late@fao.org';
    await post('/account/forgot', { email });
    const [link = ''] = await linksTo(email, 'Choose%');
    expect(link).toMatch(/^\/reset-password\?token=/);
    const before = await everything();
    for (const method of ['GET', 'HEAD'] as const) await served.inject({ method, url: link, headers: { host: 'localhost:3000' } });
    expect(await everything()).toEqual(before);
    const token = new URL(link, 'http://localhost').searchParams.get('token') ?? '';
    const presses = await Promise.all(Array.from({ length: 5 }, (_, n) => post('/account/reset', { token, password: `new password number ${n}` })));
    expect(presses.map((one) => one.headers.location).filter((location) => location === '/sign-in?reset=1')).toHaveLength(1);
    expect((await post('/account/forgot', { email: 'nobody@fao.org' })).headers.location).toBe((await post('/account/forgot', { email })).headers.location);
  });

  it('does nothing when an invitation, or the page that ends mails, is only opened', async () => {
    const admin = cookieOf(await post('/account/demo', { account: 'administrator' }));
    const member = cookieOf(await post('/account/demo', { account: 'member' }));
    await asked(admin, 'mutation { invite(email: "member@demo.invalid", role: PUBLISHER, organization: "fao") { __typename } }');
    await asked(member, 'mutation { followUptake(frequency: WEEKLY) { __typename } }');
    const [link = ''] = await linksTo('member@demo.invalid', 'Invitation%');
    expect(link).toMatch(/^\/invitation\?token=/);
    const follows = async () => db.selectFrom('uptakeSubscription').selectAll().execute();
    const before = [await everything(), await follows()];
    for (const url of [link, '/follow', '/follow?done=stopped', '/follow?intent=stop', `${link}&do=take`])
      for (const method of ['GET', 'HEAD'] as const)
        expect((await served.inject({ method, url, headers: { host: 'localhost:3000', cookie: member, 'sec-purpose': 'prefetch' } })).statusCode).toBe(200);
    expect([await everything(), await follows()]).toEqual(before);
    expect(before[1]?.length).toBeGreaterThan(0);
  });

  it('keeps in the audit who signed in and out, and what was refused, without an address', async () => {
    const events = async () => db.selectFrom('auditEvent').select(['kind', 'outcome', 'detail', 'actor', 'subject']).orderBy('id').execute();
    const all = await events();
    const late = await db.selectFrom('person').select('pseudonym').where('email', '=', 'late@fao.org').executeTakeFirstOrThrow();
    expect(all).toContainEqual({ kind: 'PASSWORD_RESET_ASKED', outcome: 'DONE', detail: null, actor: null, subject: late.pseudonym });
    expect(all).toContainEqual({ kind: 'PASSWORD_CHANGED', outcome: 'DONE', detail: null, actor: late.pseudonym, subject: null });
    expect(all).toContainEqual({ kind: 'ADDRESS_CONFIRMED', outcome: 'DONE', detail: null, actor: late.pseudonym, subject: null });
    expect(all).toContainEqual({ kind: 'ADDRESS_CONFIRMED', outcome: 'FAILED', detail: 'EXPIRED', actor: null, subject: null });
    expect(all.some((one) => one.kind === 'SIGN_UP' && one.outcome === 'FAILED' && one.detail === 'INPUT')).toBe(true);
    const before = all.length;
    const cookie = cookieOf(await post('/account/demo', { account: 'fao-publisher' }));
    const { pseudonym } = (await who(cookie)) as User;
    await post('/account/sign-out', {}, { cookie, origin: 'http://localhost:3000' });
    await post('/account/sign-in', { email: 'late@fao.org', password: 'not the password' });
    expect((await events()).slice(before)).toEqual([
      ...(await events()).slice(before).filter((one) => one.kind === 'ROLE_CHANGED'),
      { kind: 'SIGN_IN', outcome: 'DONE', detail: null, actor: pseudonym, subject: null },
      { kind: 'SIGN_OUT', outcome: 'DONE', detail: null, actor: pseudonym, subject: null },
      { kind: 'SIGN_IN', outcome: 'FAILED', detail: 'CREDENTIALS', actor: null, subject: late.pseudonym },
    ]);
    expect(JSON.stringify(await db.selectFrom('auditEvent').selectAll().execute())).not.toContain('@');
  });

  it('gives and takes roles, suspends at once, erases, and the log still fits', async () => {
    const admin = cookieOf(await post('/account/demo', { account: 'administrator' }));
    const memberCookie = cookieOf(await post('/account/demo', { account: 'member' }));
    const member = (await who(memberCookie)) as User;
    expect((await asked(memberCookie, '{ members { id } }')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(
      await asked(
        admin,
        `mutation { grantRole(member: "${member.id}", role: PUBLISHER, organization: "wfp") { ... on MemberSaved { member { memberships { role } } } } }`,
      ),
    ).toMatchObject({ data: { grantRole: { member: { memberships: [{ role: 'MEMBER' }, { role: 'PUBLISHER' }] } } } });
    await asked(admin, `mutation { suspendUser(member: "${member.id}", suspended: true) { __typename } }`);
    expect(await who(memberCookie)).toBeNull();
    await asked(admin, `mutation { eraseUser(member: "${member.id}") { __typename } }`);
    expect(await db.selectFrom('person').select(['name', 'pseudonym']).where('id', '=', member.id).executeTakeFirst()).toEqual({
      name: 'Former colleague',
      pseudonym: member.pseudonym,
    });
    expect((await verifyDatabase(db)).fault).toBeNull();
    expect(JSON.stringify(await db.selectFrom('logEntry').select('body').where('kind', '!=', 'RECORD_PUBLISHED').execute())).not.toContain('@');
  });
});

describe('settings', () => {
  it('names every fault of the sign-in services', () => {
    expect(() => readEnv({ OIDC_PROVIDERS: '[{"id":"X"}]' })).toThrow(/OIDC_PROVIDERS 0\.id: .*OIDC_PROVIDERS 0\.name/);
  });
  it('has demonstration accounts only on the embedded database with a local address, no service and no mail server', () => {
    const secret = 'x'.repeat(32);
    expect(settingsOf(readEnv({ AUTH_SECRET: secret })).demo).toBe(true);
    expect(settingsOf(readEnv({ AUTH_SECRET: secret, BASE_URL: 'https://atrium.example.org' })).demo).toBe(false);
    expect(settingsOf(readEnv({ AUTH_SECRET: secret, HOST: '0.0.0.0' })).demo).toBe(false);
    expect(settingsOf(readEnv({ AUTH_SECRET: secret, DATABASE_URL: 'postgres://a:b@localhost/c' })).demo).toBe(false);
    expect(settingsOf(readEnv({ AUTH_SECRET: secret, SMTP_URL: 'smtp://localhost' })).demo).toBe(false);
  });
});

it('signs in with a real OpenID Connect service, with roles from its claims', async () => {
  const service = await startService('un-service', {
    somebody: { name: 'Focal point of a test', email: 'focal@itu.int', email_verified: true, org: 'ITU', roles: ['writers'] },
  });
  const { providers } = readEnv({
    OIDC_PROVIDERS: JSON.stringify([
      { ...service.config, organizationClaim: 'org', organizations: '*', roleClaim: 'roles', roles: { writers: 'FOCAL_POINT' } },
    ]),
  });
  const withService = makeServices(db, search, { ...readOnlySettings(), providers });
  const { app: site } = await buildApp({ env, services: withService });
  const { location, cookie } = await signInWith(site, service, 'somebody');
  expect(location).toContain('/projects');
  const user = await withService.accounts.authenticate(new Headers({ cookie }));
  expect(user?.email).toBe('focal@itu.int');
  expect(user?.memberships.map((membership) => `${membership.organizationSlug} ${membership.role}`)).toEqual(['itu MEMBER', 'itu FOCAL_POINT']);
}, 60_000);
