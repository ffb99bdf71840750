import { createHmac } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createPostgresEngine } from '#search/postgres.ts';
import { cookieOf, realPages, sendForm, testDoor } from '#test/door.ts';
import { signInWith, startService } from '#test/oidc.ts';
import { buildApp } from '../app.ts';
import { makeServices } from '../context.ts';
import { readEnv, settingsOf } from '../env.ts';
import { readOnlySettings } from './accounts.ts';
import { grantMembership } from './memberships.ts';
import type { Role } from './user.ts';

const { db, url, serve } = await testDoor();
const app = await serve({}, { pages: await realPages() });
const origin = 'http://localhost:3000';
const password = 'seven quiet herons over water';

/** A code of six digits as an app makes it (RFC 6238), so many half minutes from now. */
function codeOf(secret: string, steps = 0): string {
  const bits = [...secret].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const mac = createHmac('sha1', key).update(counter).digest();
  const at = (mac.at(-1) as number) & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

const mailsTo = async (address: string) =>
  (await db.selectFrom('mailOutbox').select(['subject', 'text']).where('address', '=', address).orderBy('createdAt').orderBy('id').execute()).map(
    (mail) => mail,
  );
const linkTo = async (address: string) => new URL(/http:\S+/.exec((await mailsTo(address)).at(-1)?.text ?? '')?.[0] ?? '').searchParams.get('token') ?? '';
/** Opens an account as people do: by a mail. */
async function open(email: string, name: string, roles: [Role, string | null][] = []): Promise<string> {
  await sendForm(app, '/account/sign-up', { email, name });
  await sendForm(app, '/account/confirm', { token: await linkTo(email), name, password });
  const { id } = await db.selectFrom('person').select('id').where('email', '=', email).executeTakeFirstOrThrow();
  for (const [role, slug] of roles) {
    const organization = slug
      ? await db.selectFrom('record').select('id').where('kind', '=', 'ORGANIZATION').where('slug', '=', slug).executeTakeFirstOrThrow()
      : null;
    await db.transaction().execute((trx) => grantMembership(trx, { personId: id, role, organizationId: organization?.id ?? null, origin: 'GRANT' }, null));
  }
  return id;
}
const signIn = (email: string, next = '/my-work', secret = password) => sendForm(app, '/account/sign-in', { email, password: secret, next });
const send = (cookie: string, url: string, fields: Record<string, string>) => sendForm(app, url, fields, { cookie, origin });
const ask = async (cookie: string, query: string, variables: Record<string, unknown> = {}) =>
  (
    await app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', cookie, origin, host: 'localhost:3000' },
      payload: { query, variables },
    })
  ).json() as {
    data: Record<string, never> | null;
    errors?: { message: string; extensions: { code: string } }[];
  };
const visit = (cookie: string, url: string) => app.inject({ url, headers: { cookie, host: 'localhost:3000', accept: 'text/html' } });
const rolesOf = async (cookie: string) => {
  const { data } = await ask(cookie, '{ me { rolesWithheld canAdminister memberships { role organizationSlug } } }');
  return data?.['me'] as unknown as { rolesWithheld: boolean; canAdminister: boolean; memberships: { role: string; organizationSlug: string | null }[] } | null;
};
const events = async (kind: string) => db.selectFrom('auditEvent').select(['outcome', 'detail']).where('kind', '=', kind).orderBy('at').orderBy('id').execute();
const secretOn = (html: string) => (/<code class="secret">([A-Z2-7 ]+)<\/code>/.exec(html)?.[1] ?? '').replaceAll(' ', '');
/** Sets up an app for somebody signed in with the password alone. */
async function setUp(cookie: string): Promise<{ cookie: string; secret: string }> {
  const begun = await send(cookie, '/account/second-factor', { do: 'begin', password });
  expect(begun.headers.location).toBe('/second-factor');
  const secret = secretOn((await visit(cookie, '/second-factor')).body);
  expect(secret.length).toBeGreaterThan(40);
  const done = await send(cookie, '/account/second-factor', { do: 'confirm', code: codeOf(secret) });
  expect(done.headers.location).toBe('/second-factor?done=APP_ADDED');
  return { cookie: cookieOf(done), secret };
}
/** The session of a cookie becomes older. */
const age = async (personId: string, set: { provedAt?: number; seenAt?: number; createdAt?: number }) =>
  db
    .updateTable('session')
    .set(Object.fromEntries(Object.entries(set).map(([name, minutes]) => [name, new Date(Date.now() - minutes * 60_000)])))
    .where('userId', '=', personId)
    .execute();

// All people here have one address; limits by address have their own tests.
beforeEach(async () => {
  await db.deleteFrom('rateLimit').execute();
});

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
      { ...service.config, organizationClaim: 'org', roleClaim: 'roles', roles: { chiefs: 'ADMINISTRATOR' }, administrators: true, domains: ['itu.int'] },
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

describe('passwords', () => {
  it.each([
    ['123456789012', 'PASSWORD_COMMON'],
    ['qwertyuiop123', 'PASSWORD_COMMON'],
    ['Passw0rd1234!', 'PASSWORD_COMMON'],
    ['aaaaaaaaaaaa', 'PASSWORD_REPEAT'],
    ['xK9xK9xK9xK9xK9', 'PASSWORD_REPEAT'],
    ['abcdefghijklmnop', 'PASSWORD_SEQUENCE'],
    ['atriumatrium', 'PASSWORD_CONTEXT'],
    ['Marguerite-Okonkwo', 'PASSWORD_CONTEXT'],
    ['marguerite@fao.org', 'PASSWORD_CONTEXT'],
    ['Märguerite 2026!!', 'PASSWORD_CONTEXT'],
    ['FoodAgriculture2026', 'PASSWORD_CONTEXT'],
    ['elevenchars', 'PASSWORD'],
  ])('%s is refused as %s, and the link goes on working', async (weak, fault) => {
    const email = 'marguerite@fao.org';
    await sendForm(app, '/account/sign-up', { email, name: 'Marguerite Okonkwo' });
    const token = await linkTo(email);
    const refused = await sendForm(app, '/account/confirm', { token, name: 'Marguerite Okonkwo', password: weak });
    expect(refused.headers.location).toBe(`/confirm?error=${fault}&token=${token}`);
    expect(await db.selectFrom('signUp').select('id').where('email', '=', email).where('usedAt', 'is', null).execute()).not.toHaveLength(0);
    const page = await visit('', `/confirm?error=${fault}&token=${token}`);
    expect(page.body).toContain(fault === 'PASSWORD' ? '12 to 128 characters' : 'This password');
  });

  it('that are changed end all other sessions, and are told by mail', async () => {
    const email = 'changes@example.org';
    await open(email, 'Changes Much', [['PUBLISHER', 'fao']]);
    const [other, here] = [cookieOf(await signIn(email)), cookieOf(await signIn(email))];
    expect((await send(here, '/account/password', { current: 'wrong in any case', password: 'nine heavy lanterns by the gate' })).headers.location).toBe(
      '/account?error=WRONG_PASSWORD',
    );
    expect((await send(here, '/account/password', { current: password, password: 'changes much' })).headers.location).toBe('/account?error=PASSWORD_CONTEXT');
    const done = await send(here, '/account/password', { current: password, password: 'nine heavy lanterns by the gate' });
    expect(done.headers.location).toBe('/account?done=PASSWORD#password');
    expect([await rolesOf(other), await rolesOf(here), (await rolesOf(cookieOf(done))) !== null]).toEqual([null, null, true]);
    expect((await mailsTo(email)).at(-1)?.text).toContain('Everywhere else you are signed out.');
    expect((await signIn(email)).headers.location).toContain('error=CREDENTIALS');
    expect((await signIn(email, '/my-work', 'nine heavy lanterns by the gate')).headers.location).toBe('/second-factor?next=%2Fmy-work');
  });

  it('that are chosen by a mail list the passkeys, remove them where asked, and then do not make privileged with the mail alone', async () => {
    const email = 'mailbox@example.org';
    const id = await open(email, 'Mailbox Taken', [['ADMINISTRATOR', null]]);
    const cookie = cookieOf(await signIn(email));
    const addKey = () =>
      db
        .insertInto('passkey')
        .values({ userId: id, name: 'Old laptop', publicKey: 'x', credentialId: 'mailbox', counter: 0, deviceType: 'singleDevice', backedUp: false })
        .execute();
    await addKey();
    const reset = async (more: Record<string, string>) => {
      await sendForm(app, '/account/forgot', { email });
      const token = await linkTo(email);
      const page = await visit('', `/reset-password?token=${token}`);
      expect(page.body).toContain('Old laptop');
      expect((await sendForm(app, '/account/reset', { token, password: 'atrium atrium atrium', ...more })).headers.location).toContain(
        'error=PASSWORD_CONTEXT',
      );
      expect((await sendForm(app, '/account/reset', { token, password: 'twelve green boats at dawn', ...more })).headers.location).toBe('/sign-in?reset=1');
    };
    await reset({});
    expect(await rolesOf(cookie)).toBeNull();
    expect((await mailsTo(email)).at(-1)?.text).toContain('These passkeys go on signing you in:\n- Old laptop, added 2');
    expect(await db.selectFrom('passkey').select('id').where('userId', '=', id).execute()).toHaveLength(1);
    await reset({ everything: '1' });
    expect((await mailsTo(email)).at(-1)?.text).toContain('These passkeys were removed:\n- Old laptop');
    expect(await db.selectFrom('passkey').select('id').where('userId', '=', id).execute()).toHaveLength(0);
    const after = cookieOf(await signIn(email, '/', 'twelve green boats at dawn'));
    expect(await rolesOf(after)).toMatchObject({ rolesWithheld: true, canAdminister: false });
    expect((await send(after, '/account/second-factor', { do: 'begin', password: 'twelve green boats at dawn' })).headers.location).toBe(
      '/second-factor?error=FACTORS_WITHDRAWN',
    );
    const administrator = cookieOf(await sendForm(app, '/account/demo', { account: 'administrator' }));
    await ask(administrator, 'mutation ($id: ID!) { resetFactors(member: $id) { __typename } }', { id });
    const again = cookieOf(await signIn(email, '/', 'twelve green boats at dawn'));
    expect((await send(again, '/account/second-factor', { do: 'begin', password: 'twelve green boats at dawn' })).headers.location).toBe('/second-factor');
  });
});
