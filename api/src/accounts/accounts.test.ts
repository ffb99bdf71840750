import { createServer } from 'node:http';
import Provider from 'oidc-provider';
import { afterAll, describe, expect, it } from 'vitest';
import { createPostgresEngine } from '#search/postgres.ts';
import { loadLibrary } from '#seed/load.ts';
import { testDatabase } from '#test/database.ts';
import { buildApp } from '../app.ts';
import { makeServices } from '../context.ts';
import { readEnv, settingsOf } from '../env.ts';
import { verifyDatabase } from '../log/verify.ts';
import { readOnlySettings } from './accounts.ts';
import type { User } from './user.ts';

const { db, url } = await testDatabase();
await loadLibrary(db);
const search = createPostgresEngine(url);
const env = readEnv({ LOG_LEVEL: 'silent', NODE_ENV: 'test' });
const services = makeServices(db, search, { ...readOnlySettings(), localAccounts: true, demo: true });
const { app } = await buildApp({ env, services });
const form = { 'content-type': 'application/x-www-form-urlencoded', host: 'localhost:3000' };
type Answer = Awaited<ReturnType<typeof app.inject>>;
const cookieOf = (response: Answer) =>
  [response.headers['set-cookie'] ?? []]
    .flat()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
const post = (address: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  app.inject({ method: 'POST', url: address, headers: { ...form, ...headers }, payload: new URLSearchParams(fields).toString() });
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
      .set({ createdAt: new Date(Date.now() - 25 * 3_600_000) })
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

  it('answers alike for known and unknown addresses, and lets nobody in without a confirmed one', async () => {
    const password = 'a long enough password';
    const fields = { name: 'Somebody', email: 'somebody@fao.org', password };
    const [first, again, wrong, unknown] = [
      await post('/account/sign-up', fields),
      await post('/account/sign-up', fields),
      await post('/account/sign-in', { email: fields.email, password: 'wrong password' }),
      await post('/account/sign-in', { email: 'nobody@fao.org', password: 'wrong password' }),
    ];
    expect([first.statusCode, first.headers.location]).toEqual([again.statusCode, again.headers.location]);
    expect(wrong.headers.location).toBe(unknown.headers.location);
    expect((await post('/account/sign-in', { email: fields.email, password })).headers.location).toContain('NOT_VERIFIED');
    const mail = await db
      .selectFrom('mailOutbox')
      .select('text')
      .where('address', '=', fields.email)
      .where('subject', 'like', 'Confirm%')
      .orderBy('id')
      .executeTakeFirstOrThrow();
    const link = new URL(/http:\/\/\S+/.exec(mail.text)?.[0] ?? '');
    const confirmed = await app.inject({ url: link.pathname + link.search, headers: { host: 'localhost:3000' } });
    const user = (await who(cookieOf(confirmed))) as User;
    expect(user.memberships).toMatchObject([{ role: 'MEMBER', organizationSlug: 'fao' }]);
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
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
  afterAll(() => new Promise<void>((done) => server.close(() => done())));
  const address = server.address();
  const issuer = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'atrium',
        client_secret: 'a-secret-of-the-client',
        redirect_uris: ['http://localhost:3000/auth/callback/un-service'],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'org', 'roles'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: true } },
    findAccount: (_context, sub) => ({
      accountId: sub,
      claims: () => ({ sub, name: 'Focal point of a test', email: 'focal@itu.int', email_verified: true, org: 'ITU', roles: ['writers'] }),
    }),
    cookies: { keys: ['a key of the test'] },
  });
  const answer = provider.callback();
  server.on('request', (request, response) => void answer(request, response));
  const [one] = readEnv({
    OIDC_PROVIDERS: JSON.stringify([
      {
        id: 'un-service',
        name: 'UN service',
        discoveryUrl: `${issuer}/.well-known/openid-configuration`,
        clientId: 'atrium',
        clientSecret: 'a-secret-of-the-client',
        organizationClaim: 'org',
        roleClaim: 'roles',
        roles: { writers: 'FOCAL_POINT' },
      },
    ]),
  }).providers;
  const withService = makeServices(db, search, { ...readOnlySettings(), providers: one ? [one] : [] });
  const { app: served } = await buildApp({ env, services: withService });
  const begun = await served.inject({ method: 'POST', url: '/account/provider', headers: form, payload: 'provider=un-service&next=%2Fprojects' });
  expect(begun.statusCode).toBe(200);
  // A browser of a few lines: follows redirects, keeps the service's cookies, fills its two forms.
  const jar = new Map<string, string>();
  let next = String(begun.headers['refresh']).replace('0; url=', '');
  let body: string | null = null;
  for (let step = 0; step < 15 && !next.startsWith('http://localhost:3000/'); step++) {
    const response: Response = await fetch(next, {
      redirect: 'manual',
      headers: {
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(body === null ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(body === null ? {} : { method: 'POST', body }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const location: string | null = response.headers.get('location');
    const html: string = location ? '' : await response.text();
    const action = /action="([^"]+)"/.exec(html)?.[1];
    const prompt: string | undefined = /name="prompt" value="([^"]+)"/.exec(html)?.[1];
    body = location ? null : new URLSearchParams({ prompt: prompt ?? 'login', login: 'somebody', password: 'any' }).toString();
    next = new URL(location ?? action ?? '', next).href;
  }
  const back = new URL(next);
  const done = await served.inject({ url: back.pathname + back.search, headers: { host: 'localhost:3000', cookie: cookieOf(begun as Answer) } });
  expect(done.headers.location).toContain('/projects');
  const user = await withService.accounts.authenticate(new Headers({ cookie: cookieOf(done as Answer) }));
  expect(user?.email).toBe('focal@itu.int');
  expect(user?.memberships.map((membership) => `${membership.organizationSlug} ${membership.role}`)).toEqual(['itu MEMBER', 'itu FOCAL_POINT']);
}, 60_000);
