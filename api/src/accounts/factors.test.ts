import { afterAll, describe, expect, it } from 'vitest';
import { createPostgresEngine } from '#search/postgres.ts';
import { cookieOf, sendForm } from '#test/door.ts';
import { signInWith, startService } from '#test/oidc.ts';
import { codeOf, testPeople } from '#test/people.ts';
import { buildApp } from '../app.ts';
import { makeServices } from '../context.ts';
import { readEnv, settingsOf } from '../env.ts';
import { readOnlySettings } from '../env.ts';
import type { Role } from './user.ts';

const { db, url, app, origin, password, mailsTo, linkTo, open, signIn, send, ask, visit, rolesOf, events, setUp, age } = await testPeople();

describe('a second factor', () => {
  it.each([
    ['administrator', [['ADMINISTRATOR', null]], []],
    ['secretariat', [['SECRETARIAT', null]], []],
    [
      'publisher',
      [
        ['PUBLISHER', 'itu'],
        ['FOCAL_POINT', 'itu'],
        ['PUBLISHER', 'fao'],
      ],
      [
        { role: 'MEMBER', organizationSlug: 'fao' },
        { role: 'MEMBER', organizationSlug: 'itu' },
      ],
    ],
  ] as [string, [Role, string | null][], object[]][])('is asked of a %s before the roles hold, and led to', async (name, roles, without) => {
    const email = `${name}.one@example.org`;
    await open(email, `Person ${name}`, roles);
    const signedIn = await signIn(email, '/members');
    expect(signedIn.headers.location).toBe('/second-factor?next=%2Fmembers');
    const cookie = cookieOf(signedIn);
    expect(await rolesOf(cookie)).toEqual({ rolesWithheld: true, canAdminister: false, memberships: without });
    expect((await ask(cookie, '{ members { id } }')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const page = await visit(cookie, '/second-factor?next=/members');
    expect(page.body).toContain('you are here as a member only');
    const after = await setUp(cookie);
    expect((await rolesOf(after.cookie))?.memberships).toHaveLength(roles.length);
    // The session before is over, and the codes are shown to who has just done it.
    expect(await rolesOf(cookie)).toBeNull();
    expect((await visit(after.cookie, '/second-factor?done=APP_ADDED')).body).toMatch(/<code>[a-zA-Z0-9]{5}-[a-zA-Z0-9]{5}<\/code>/);
    expect((await mailsTo(email)).at(-1)?.subject).toBe('An app was added to your Atrium account');
  });

  it('is asked from the moment that a role is taken, and every page leads to it', async () => {
    const email = 'invited@example.org';
    const id = await open(email, 'Invited Person', [['FOCAL_POINT', 'fao']]);
    const cookie = cookieOf(await signIn(email));
    expect((await visit(cookie, '/projects')).body).not.toContain('/second-factor');
    const administrator = cookieOf(await sendForm(app, '/account/demo', { account: 'administrator' }));
    await ask(administrator, `mutation { invite(email: "${email}", role: PUBLISHER, organization: "ITU") { __typename } }`);
    const accepted = await ask(
      cookie,
      'mutation ($token: String!) { acceptInvitation(token: $token) { ... on InvitationAccepted { me { rolesWithheld canReview } } } }',
      {
        token: await linkTo(email),
      },
    );
    expect(accepted.data?.['acceptInvitation']).toEqual({ me: { rolesWithheld: true, canReview: false } });
    expect((await rolesOf(cookie))?.memberships.map(({ role }) => role)).toEqual(['MEMBER', 'MEMBER']);
    expect((await visit(cookie, '/projects?stage=PILOT')).body).toContain('href="/second-factor?next=%2Fprojects%3Fstage%3DPILOT"');
    expect(await db.selectFrom('membership').select('role').where('personId', '=', id).where('role', '=', 'PUBLISHER').execute()).toHaveLength(1);
  });

  it('is asked of nobody else, and not of demonstration accounts', async () => {
    await open('focal.point@example.org', 'Focal Point', [['FOCAL_POINT', 'fao']]);
    const signedIn = await signIn('focal.point@example.org');
    expect(signedIn.headers.location).toBe('/my-work');
    expect((await rolesOf(cookieOf(signedIn)))?.memberships.map(({ role }) => role)).toEqual(['FOCAL_POINT']);
    const demo = cookieOf(await sendForm(app, '/account/demo', { account: 'administrator' }));
    expect(await rolesOf(demo)).toMatchObject({ rolesWithheld: false, canAdminister: true });
  });

  it('is asked for after the password; a code holds once, and so does a backup code', async () => {
    const email = 'steps@example.org';
    const id = await open(email, 'Step By Step', [['PUBLISHER', 'fao']]);
    const { secret, cookie } = await setUp(cookieOf(await signIn(email)));
    const codes = (await ask(cookie, '{ me { factors { backupCodes } } }')).data?.['me']?.['factors']?.['backupCodes'] as unknown as string[];
    expect(codes).toHaveLength(10);

    const first = await signIn(email, '/outbox');
    expect(first.headers.location).toBe('/sign-in/code?next=%2Foutbox');
    expect(await rolesOf(cookieOf(first))).toBeNull();
    expect((await visit(cookieOf(first), '/sign-in/code')).body).toContain('Six digits of the app');
    const wrong = await send(cookieOf(first), '/account/code', { code: '12345 6', next: '/outbox' });
    expect(wrong.headers.location).toBe('/sign-in/code?error=CODE&next=%2Foutbox');
    const code = codeOf(secret, 1);
    const right = await send(cookieOf(first), '/account/code', { code, next: '/outbox' });
    expect(right.headers.location).toBe('/outbox');
    expect((await rolesOf(cookieOf(right)))?.memberships.map(({ role }) => role)).toEqual(['PUBLISHER']);

    const again = await send(cookieOf(await signIn(email)), '/account/code', { code });
    expect(again.headers.location).toContain('error=CODE');
    expect(await rolesOf(cookieOf(again))).toBeNull();
    const backup = codes[0] ?? '';
    expect((await send(cookieOf(await signIn(email)), '/account/code', { code: backup })).headers.location).toBe('/');
    expect((await send(cookieOf(await signIn(email)), '/account/code', { code: backup })).headers.location).toContain('error=CODE');
    // Without the cookie of the first step a code is nothing.
    expect((await send('', '/account/code', { code: codeOf(secret, 1) })).headers.location).toBe('/sign-in?error=CODE_EXPIRED');
    expect((await events('SIGN_IN')).some((one) => one.detail === 'CODE_ASKED')).toBe(true);
    const used = await db.selectFrom('twoFactor').select('usedAt').where('userId', '=', id).executeTakeFirstOrThrow();
    expect(used.usedAt).not.toBeNull();
  });

  it('is not added or taken away by who knows the password alone', async () => {
    const email = 'guarded@example.org';
    const id = await open(email, 'Guarded Person', [['SECRETARIAT', null]]);
    await db
      .insertInto('passkey')
      .values({ userId: id, name: 'Key', publicKey: 'x', credentialId: 'guarded', counter: 0, deviceType: 'singleDevice', backedUp: false })
      .execute();
    const cookie = cookieOf(await signIn(email));
    expect((await send(cookie, '/account/second-factor', { do: 'begin', password })).headers.location).toBe('/second-factor?error=SECOND_FACTOR');
    const options = await app.inject({ url: '/auth/passkey/generate-register-options', headers: { cookie, host: 'localhost:3000' } });
    expect([options.statusCode, options.json().code]).toEqual([403, 'SECOND_FACTOR']);
    const passkey = await db.selectFrom('passkey').select('id').where('userId', '=', id).executeTakeFirstOrThrow();
    expect((await send(cookie, '/account/passkeys', { remove: passkey.id })).headers.location).toBe('/account?error=SECOND_FACTOR');
    // Nor are the library's own addresses a way round.
    for (const path of [
      'two-factor/enable',
      'two-factor/disable',
      'two-factor/verify-totp',
      'two-factor/generate-backup-codes',
      'two-factor/get-totp-uri',
      'two-factor/send-otp',
      'change-password',
    ])
      expect(
        (await app.inject({ method: 'POST', url: `/auth/${path}`, headers: { cookie, origin, host: 'localhost:3000' }, payload: { password } })).statusCode,
      ).toBe(404);
    expect(await db.selectFrom('passkey').select('id').where('userId', '=', id).execute()).toHaveLength(1);
    expect((await events('ACCESS_REFUSED')).map((one) => one.detail)).toContain('SECOND_FACTOR');
    expect((await rolesOf(cookie))?.rolesWithheld).toBe(true);
  });

  it('is never the last one to go while a role needs it, and an administrator removes lost ones', async () => {
    const email = 'lost@example.org';
    const id = await open(email, 'Lost Telephone', [['PUBLISHER', 'fao']]);
    const { cookie } = await setUp(cookieOf(await signIn(email)));
    expect((await send(cookie, '/account/second-factor', { do: 'remove', password })).headers.location).toBe('/second-factor?error=LAST_FACTOR');
    const administrator = cookieOf(await sendForm(app, '/account/demo', { account: 'administrator' }));
    const done = await ask(administrator, 'mutation ($id: ID!) { resetFactors(member: $id) { __typename } }', { id });
    expect(done.data?.['resetFactors']?.['__typename']).toBe('MemberSaved');
    expect(await rolesOf(cookie)).toBeNull();
    expect((await mailsTo(email)).at(-1)?.subject).toBe('Your second factors for Atrium were removed');
    expect((await signIn(email)).headers.location).toBe('/second-factor?next=%2Fmy-work');
  });
});

it('is a matter of the sign-in service for people who have one; a new proof is signing in there again', async () => {
  const service = await startService('factor-service', {
    chief: { name: 'Chief of service', email: 'chief@itu.int', email_verified: true, org: 'ITU', roles: ['chiefs'] },
  });
  const { providers } = readEnv({
    OIDC_PROVIDERS: JSON.stringify([
      {
        ...service.config,
        organizationClaim: 'org',
        organizations: '*',
        roleClaim: 'roles',
        roles: { chiefs: 'ADMINISTRATOR' },
        administrators: true,
        domains: ['itu.int'],
      },
    ]),
  });
  const search = createPostgresEngine(url);
  afterAll(() => search.close());
  const withService = makeServices(db, search, { ...readOnlySettings(), providers });
  const { app: site } = await buildApp({ env: readEnv({ LOG_LEVEL: 'silent', NODE_ENV: 'test' }), services: withService });
  const { cookie } = await signInWith(site, service, 'chief');
  const invite = async (by: string) =>
    (
      await site.inject({
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': 'application/json', cookie: by, origin, host: 'localhost:3000' },
        payload: { query: 'mutation { invite(email: "by.service@example.org", role: MEMBER, organization: "ITU") { __typename } }' },
      })
    ).json() as { data: { invite: { __typename: string } } | null; errors?: { extensions: { code: string } }[] };
  expect((await invite(cookie)).data?.invite.__typename).toBe('Invited');
  const { id } = await db.selectFrom('person').select('id').where('email', '=', 'chief@itu.int').executeTakeFirstOrThrow();
  await age(id, { provedAt: 11 });
  expect((await invite(cookie)).errors?.[0]?.extensions.code).toBe('PROOF_NEEDED');
  const again = await signInWith(site, service, 'chief');
  expect((await invite(again.cookie)).data?.invite.__typename).toBe('Invited');
}, 60_000);

describe('a new proof', () => {
  it('is asked before roles are given; what was typed is kept and then done', async () => {
    const email = 'chief@example.org';
    const id = await open(email, 'Chief Administrator', [['ADMINISTRATOR', null]]);
    const { cookie } = await setUp(cookieOf(await signIn(email)));
    const fields = { do: 'invite', email: 'new.person@example.org', role: 'FOCAL_POINT', organization: 'FAO', deputy: '1' };
    await age(id, { provedAt: 11 });
    for (const mutation of [
      `grantRole(member: "${id}", role: SECRETARIAT)`,
      `revokeRole(member: "${id}", role: SECRETARIAT)`,
      `eraseUser(member: "${id}")`,
      `suspendUser(member: "${id}", suspended: true)`,
      `resetFactors(member: "${id}")`,
      'invite(email: "x@example.org", role: ADMINISTRATOR)',
      `decideSignInCase(id: "${id}", decision: SAME_PERSON)`,
    ])
      expect((await ask(cookie, `mutation { ${mutation} { __typename } }`)).errors?.[0]?.extensions.code).toBe('PROOF_NEEDED');

    const asked = await send(cookie, '/members?search=chief', fields);
    expect(asked.statusCode).toBe(403);
    for (const [name, value] of Object.entries(fields)) expect(asked.body).toContain(`name="${name}" value="${value}"`);
    expect(asked.body).toContain('action="/members?search=chief"');
    expect(await db.selectFrom('invitation').select('id').where('email', '=', fields.email).execute()).toHaveLength(0);
    const wrong = await send(cookie, '/members?search=chief', { ...fields, proof: 'not the password at all' });
    expect(wrong.body).toContain('The password or the code is not right.');
    expect(wrong.body).not.toContain('not the password at all');
    expect(wrong.body).toContain('value="new.person@example.org"');
    const done = await send(cookie, '/members?search=chief', { ...fields, proof: password });
    expect(done.headers.location).toBe('/members?invited=new.person%40example.org&search=chief');
    expect(await db.selectFrom('invitation').select('role').where('email', '=', fields.email).where('deputy', '=', true).execute()).toHaveLength(1);
    expect((await events('REAUTHENTICATION')).slice(-2).map((one) => one.outcome)).toEqual(['FAILED', 'DONE']);
  });

  it('is a code of the app too, once; tries are counted', async () => {
    const email = 'tries@example.org';
    const id = await open(email, 'Many Tries', [['PUBLISHER', 'fao']]);
    const { cookie, secret } = await setUp(cookieOf(await signIn(email)));
    await age(id, { provedAt: 11 });
    const proof = codeOf(secret, 1);
    expect((await send(cookie, '/account/prove', { proof, next: '/account' })).headers.location).toBe('/account');
    expect((await visit(cookie, '/prove')).body).toContain('Confirmed.');
    await age(id, { provedAt: 11 });
    expect((await send(cookie, '/account/prove', { proof, next: '/account' })).headers.location).toBe('/prove?error=PROOF&next=%2Faccount');
    for (let round = 0; round < 4; round++) await send(cookie, '/account/prove', { proof: 'wrong and long enough' });
    expect((await send(cookie, '/account/prove', { proof: password })).headers.location).toBe('/prove?error=TOO_MANY');
  });

  it('is asked before keys are added or removed, and the app is set up', async () => {
    const email = 'keys@example.org';
    const id = await open(email, 'Keys And Locks', [['FOCAL_POINT', 'fao']]);
    const cookie = cookieOf(await signIn(email));
    await age(id, { provedAt: 11 });
    const options = () => app.inject({ url: '/auth/passkey/generate-register-options', headers: { cookie, host: 'localhost:3000' } });
    expect([(await options()).statusCode, (await options()).json().code]).toEqual([403, 'PROOF_NEEDED']);
    expect((await send(cookie, '/account/passkeys', { remove: id })).headers.location).toBe('/prove?next=%2Faccount%23passkeys');
    expect((await send(cookie, '/account/second-factor', { do: 'begin', password: 'something else entirely' })).headers.location).toBe(
      '/second-factor?error=WRONG_PASSWORD',
    );
    await send(cookie, '/account/prove', { proof: password });
    expect((await options()).statusCode).toBe(200);
  });
});

describe('sessions', () => {
  it.each([
    ['PUBLISHER', { seenAt: 31 }, 'INACTIVE', 'nothing was done here for a while'],
    ['PUBLISHER', { createdAt: 12 * 60 + 1 }, 'TOTAL', 'you signed in a long time ago'],
    ['FOCAL_POINT', { seenAt: 7 * 24 * 60 + 1 }, 'INACTIVE', 'nothing was done here for a while'],
    ['FOCAL_POINT', { createdAt: 30 * 24 * 60 - 1, seenAt: 31 }, null, 'You are signed in as'],
  ] as const)('of a %s with %o end as %s, in words, for good', async (role, old, end, words) => {
    const email = `${role}.${end}.${Object.keys(old).join('.')}@example.org`.toLowerCase();
    const id = await open(email, 'Long Session', [[role, 'fao']]);
    const cookie = cookieOf(await signIn(email));
    await age(id, { seenAt: 29 });
    expect(await rolesOf(cookie)).not.toBeNull();
    await age(id, old);
    expect((await rolesOf(cookie)) === null).toBe(end !== null);
    expect((await ask(cookie, '{ sessionEnd }')).data?.['sessionEnd']).toBe(end);
    expect((await visit(cookie, '/sign-in')).body).toContain(words);
    if (!end) return;
    // The library holds it for alive: nothing of it may be asked with it.
    expect((await app.inject({ url: '/auth/get-session', headers: { cookie, host: 'localhost:3000' } })).body).toBe('null');
    await db.deleteFrom('membership').where('personId', '=', id).execute();
    await age(id, { seenAt: 0, createdAt: 0 });
    expect(await rolesOf(cookie)).toBeNull();
    expect((await events('SESSION_ENDED')).some((one) => one.detail === end)).toBe(true);
  });

  it('last as long as the settings say, which are refused where they make no sense', () => {
    const set = (settings: Record<string, string>) => settingsOf(readEnv({ AUTH_SECRET: 'x'.repeat(32), ...settings })).lifetimes;
    expect(set({})).toEqual({ privileged: { inactive: 1800, total: 43_200 }, others: { inactive: 604_800, total: 2_592_000 } });
    expect(set({ PRIVILEGED_IDLE_MINUTES: '15', PRIVILEGED_SESSION_HOURS: '8', IDLE_DAYS: '2', SESSION_DAYS: '10' })).toEqual({
      privileged: { inactive: 900, total: 28_800 },
      others: { inactive: 172_800, total: 864_000 },
    });
    for (const wrong of [{ PRIVILEGED_IDLE_MINUTES: '0' }, { PRIVILEGED_SESSION_HOURS: 'all day' }, { IDLE_DAYS: '-1' }, { SESSION_DAYS: '1000' }])
      expect(() => readEnv(wrong)).toThrow(Object.keys(wrong)[0]);
  });

  it('are told on the account, with what they showed and when each factor was last used', async () => {
    const email = 'shown@example.org';
    await open(email, 'Shown Person', [['PUBLISHER', 'fao']]);
    const { cookie } = await setUp(cookieOf(await signIn(email)));
    const { body } = await visit(cookie, '/account');
    expect(body).toMatch(/last used .{10,40}, with two factors, this browser/);
    expect(body).toContain('An app is asked for after your password.');
    const tokens = await db.selectFrom('session').select('token').execute();
    for (const { token } of tokens) expect(body).not.toContain(token);
  });
});
