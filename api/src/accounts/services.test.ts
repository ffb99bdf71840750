import { describe, expect, it } from 'vitest';
import { createPostgresEngine } from '#search/postgres.ts';
import { testDatabase } from '#test/database.ts';
import { signInWith, startService } from '#test/oidc.ts';
import { siteOver } from '#test/site.ts';
import { buildApp } from '../app.ts';
import { makeServices } from '../context.ts';
import { readEnv, readOnlySettings } from '../env.ts';
import { faults as words } from '#i18n/en/faults.ts';
import { identityOf } from './providers.ts';
import type { User } from './user.ts';

const { db, url } = await testDatabase('library_template');
const search = createPostgresEngine(url);

/** FAO's service (aa) and ITU's (bb), as honest or not as the test lets them be, one without mail addresses, and one that is away. */
const aa: Record<string, Record<string, unknown>> = {};
const bb: Record<string, Record<string, unknown>> = {};
const cc: Record<string, Record<string, unknown>> = {};
const [fao, itu, other] = [await startService('aa', aa), await startService('bb', bb), await startService('cc', cc, { idToken: false })];
const away = { ...other.config, id: 'away', discoveryUrl: 'http://127.0.0.1:9/.well-known/openid-configuration' };
const env = readEnv({
  LOG_LEVEL: 'silent',
  NODE_ENV: 'test',
  ADMINISTRATORS: 'chief@fao.org, bb:the-Boss',
  OIDC_PROVIDERS: JSON.stringify([
    {
      ...fao.config,
      organization: 'FAO',
      domains: ['fao.example'],
      organizationClaim: 'org',
      organizations: { 'fao-hq': 'FAO' },
      roleClaim: 'roles',
      roles: { writers: 'FOCAL_POINT' },
    },
    { ...itu.config, organization: 'ITU' },
    {
      ...other.config,
      addressClaims: ['upn', 'preferred_username'],
      assignsAddresses: true,
      domains: ['wfp.org'],
      roleClaim: 'roles',
      roles: { keepers: 'SECRETARIAT' },
      administrators: true,
    },
    away,
  ]),
});
const services = makeServices(db, search, { ...readOnlySettings(), providers: env.providers, administrators: ['chief@fao.org', 'bb:the-Boss'] });
const app = await siteOver(services, env);
const told: { code?: string; reasons?: string[] }[] = [];
services.accounts.report = (details) => told.push(details);

const who = (cookie: string) => services.accounts.authenticate(new Headers({ cookie })) as Promise<User | null>;
const roles = (user: User | null) => user?.memberships.map((one) => `${one.organizationSlug} ${one.role}`);
const enter = async (service: { id: string }, sub: string) => {
  const { cookie, location } = await signInWith(app, service, sub);
  return { user: await who(cookie), cookie, location };
};
const audited = async () => db.selectFrom('auditEvent').select(['kind', 'outcome', 'detail', 'subject']).orderBy('id', 'desc').limit(1).executeTakeFirst();
const asked = async (cookie: string, query: string) =>
  (
    await app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', cookie, origin: 'http://localhost:3000', host: 'localhost:3000' },
      payload: { query },
    })
  ).json() as { data: Record<string, never> };

describe('who a person is', () => {
  it('is the account at the service: another service with the same address gets nobody’s account, role or name', async () => {
    aa['alice'] = { name: 'Alice', email: 'alice@fao.org', email_verified: true, org: 'fao-hq', roles: ['writers'] };
    const first = await enter(fao, 'alice');
    expect(first.location).toContain('/projects');
    expect(roles(first.user)).toEqual(['fao MEMBER', 'fao FOCAL_POINT']);
    bb['mallory'] = { name: 'Not Alice', email: 'Alice@FAO.org', email_verified: true };
    const second = await enter(itu, 'mallory');
    expect(second.location).toBe('/sign-in?error=NOT_LINKED&next=%2Fprojects');
    expect(second.user).toBeNull();
    expect(await audited()).toEqual({ kind: 'SIGN_IN', outcome: 'FAILED', detail: 'NOT_LINKED', subject: 'bb' });
    expect((await who(first.cookie))?.name).toBe('Alice');
  });

  it('has nothing of values that the settings do not name, whatever they are called', async () => {
    const names = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'writers\0', 'wri\u0001ters', '', 'x'.repeat(300), 7, null, { writers: true }];
    aa['odd'] = { name: 'Odd', email: 'odd@fao.org', email_verified: true, org: ['fao-hq', ...names], roles: ['writers', ...names] };
    expect(roles((await enter(fao, 'odd')).user)).toEqual(['fao MEMBER', 'fao FOCAL_POINT']);
    aa['odder'] = { name: 'Odder', email: 'odder@fao.org', email_verified: true, org: 'constructor', roles: '__proto__' };
    expect((await enter(fao, 'odder')).location).toContain('/projects');
    expect(await audited()).toMatchObject({ kind: 'SIGN_IN', outcome: 'DONE' });
    // Where a service names any organization, what no text may hold names none.
    const any = env.providers[0] as NonNullable<(typeof env.providers)[0]>;
    expect(
      identityOf({ ...any, organizations: '*' }, { org: ['wfp', 'fao\u0000', 'f\u0007'], roles: ['constructor'] }).roles.map(
        ({ organization, role }) => `${organization} ${role}`,
      ),
    ).toEqual(['FAO MEMBER', 'wfp MEMBER']);
  });

  it('has the roles of a domain, and of ADMINISTRATORS, only where the service may vouch for the address', async () => {
    bb['w'] = { name: 'W', email: 'w@wfp.org', email_verified: true };
    bb['c'] = { name: 'C', email: 'chief@fao.org', email_verified: true };
    bb['i'] = { name: 'I', email: 'i@itu.int', email_verified: true };
    bb['u'] = { name: 'U', email: 'u@itu.int' };
    bb['the-Boss'] = { name: 'Boss', email: 'boss@itu.int', email_verified: true };
    bb['the-boss'] = { name: 'Another', email: 'other.boss@itu.int', email_verified: true };
    expect(roles((await enter(itu, 'w')).user)).toEqual(['itu MEMBER']);
    expect(roles((await enter(itu, 'c')).user)).toEqual(['itu MEMBER']);
    expect(roles((await enter(itu, 'i')).user)).toEqual(['itu MEMBER']);
    expect(
      (
        await db
          .selectFrom('person')
          .select(['email', 'emailVerified'])
          .where('email', 'in', ['w@wfp.org', 'i@itu.int', 'u@itu.int'])
          .orderBy('email')
          .execute()
      ).map((row) => row.emailVerified),
    ).toEqual([true, false]);
    expect(roles((await enter(itu, 'u')).user)).toEqual(['itu MEMBER']);
    expect((await db.selectFrom('person').select('emailVerified').where('email', '=', 'u@itu.int').executeTakeFirstOrThrow()).emailVerified).toBe(false);
    // The address alone makes nobody administrator where the service may not name any; the account at the service does, letter by letter.
    aa['chief'] = { name: 'Chief', email: 'chief2@fao.org', email_verified: true };
    expect(roles((await enter(itu, 'the-Boss')).user)).toContain('null ADMINISTRATOR');
    expect(roles((await enter(itu, 'the-boss')).user)).toEqual(['itu MEMBER']);
  });

  it('has only roles and organizations that the service may name', async () => {
    aa['b'] = { name: 'B', email: 'b@fao.org', email_verified: true, org: ['fao-hq', 'WFP', 'itu'], roles: ['writers', 'ADMINISTRATOR', 'keepers'] };
    expect(roles((await enter(fao, 'b')).user)).toEqual(['fao MEMBER', 'fao FOCAL_POINT']);
    cc['k'] = { name: 'K', upn: 'k@wfp.org', roles: ['keepers'] };
    expect(roles((await enter(other, 'k')).user)).toEqual(['wfp MEMBER', 'null SECRETARIAT']);
  });

  it('keeps its account with a new address, unless somebody else has that', async () => {
    aa['n'] = { name: 'N One', email: 'n.old@fao.org', email_verified: true };
    const before = (await enter(fao, 'n')).user as User;
    aa['n'] = { name: 'N Two', email: 'n.new@fao.org', email_verified: true };
    const after = (await enter(fao, 'n')).user as User;
    expect([after.id, after.email, after.name]).toEqual([before.id, 'n.new@fao.org', 'N Two']);
    aa['n'] = { name: 'N Two', email: 'alice@fao.org', email_verified: true };
    const third = (await enter(fao, 'n')).user as User;
    expect([third.id, third.email]).toEqual([before.id, 'n.new@fao.org']);
    aa['n'] = { name: 'Demo: ITU publisher\r\nhttps://evil.example', email: 'n.new@fao.org', email_verified: true };
    expect((await enter(fao, 'n')).user?.name).toBe('ITU publisher https://evil.example');
    // No address this time: the account is known without it.
    aa['n'] = { name: 'N Three' };
    const fourth = (await enter(fao, 'n')).user as User;
    expect([fourth.id, fourth.email, fourth.name]).toEqual([before.id, 'n.new@fao.org', 'N Three']);
  });

  it('leaves none of its tokens here', async () => {
    aa['tok'] = { name: 'Tok', email: 'tok@fao.org', email_verified: true };
    // The second sign-in updates what the first made.
    for (let time = 0; time < 2; time++) expect((await enter(fao, 'tok')).user).not.toBeNull();
    const kept = await db.selectFrom('credential').select(['accessToken', 'refreshToken', 'idToken']).where('providerId', '!=', 'credential').execute();
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.flatMap((row) => Object.values(row)).filter((token) => token !== null)).toEqual([]);
  });

  it('is of an issuer: where the setting leads to another one, its subjects are other people', async () => {
    aa['iss'] = { name: 'Iss', email: 'iss@fao.org', email_verified: true };
    const { user } = await enter(fao, 'iss');
    await db
      .updateTable('credential')
      .set({ issuer: 'https://former.example' })
      .where('userId', '=', (user as User).id)
      .execute();
    expect((await enter(fao, 'iss')).location).toContain('error=NOT_BELIEVED');
  });

  it('connects another service only when signed in, and one account at a service to one person', async () => {
    aa['d'] = { name: 'Dora', email: 'd@fao.org', email_verified: true };
    bb['d-itu'] = { name: 'Dora of ITU', email: 'd.other@itu.int', email_verified: true };
    const { cookie, user } = await enter(fao, 'd');
    const linked = await signInWith(app, itu, 'd-itu', { cookie });
    expect(linked.location).toContain('/account?done=SERVICE_ADDED');
    expect(await audited()).toMatchObject({ kind: 'ACCOUNT_LINKED', outcome: 'DONE', subject: 'bb' });
    const byItu = await enter(itu, 'd-itu');
    expect([byItu.user?.id, byItu.user?.name, byItu.user?.email]).toEqual([user?.id, 'Dora', 'd@fao.org']);
    expect(roles(byItu.user)?.sort()).toEqual(['fao MEMBER', 'itu MEMBER']);
    const stranger = await enter(fao, 'alice');
    const taken = await signInWith(app, itu, 'd-itu', { cookie: stranger.cookie });
    expect(taken.location).toBe('/account?error=LINKED_ELSEWHERE');
    expect(await audited()).toMatchObject({ kind: 'ACCOUNT_LINKED', outcome: 'FAILED', detail: 'LINKED_ELSEWHERE' });
    const services = (await asked(cookie, '{ me { services { id service } } }')).data['me']?.['services'] as unknown as { id: string; service: string }[];
    expect(services.map((one) => one.service)).toEqual(['aa', 'bb']);
    const form = { 'content-type': 'application/x-www-form-urlencoded', host: 'localhost:3000', origin: 'http://localhost:3000' };
    const foreign = await app.inject({
      method: 'POST',
      url: '/account/services',
      headers: { ...form, cookie: stranger.cookie },
      payload: `disconnect=${services[1]?.id}`,
    });
    expect(foreign.headers.location).toContain('/account?error=');
    const gone = await app.inject({ method: 'POST', url: '/account/services', headers: { ...form, cookie }, payload: `disconnect=${services[1]?.id}` });
    expect(gone.headers.location).toBe('/account?done=SERVICE_REMOVED');
    expect(roles(await who(cookie))).toEqual(['fao MEMBER']);
    expect(roles((await enter(fao, 'd')).user)).toEqual(['fao MEMBER']);
    const nobody = await app.inject({ method: 'POST', url: '/account/services', headers: form, payload: 'connect=bb' });
    expect(nobody.headers.location).toBe('/sign-in?next=%2Faccount');
  });
});

describe('an address that somebody else of the same service has', () => {
  const waiting = async (cookie: string) =>
    (await asked(cookie, '{ signInCases { id subject reassigned vouched accountName } }')).data['signInCases'] as unknown as {
      id: string;
      subject: string;
      reassigned: boolean;
      vouched: boolean;
    }[];
  const decide = (cookie: string, id: string | undefined, decision: string) =>
    asked(cookie, `mutation { decideSignInCase(id: "${id}", decision: ${decision}) { __typename ... on InvalidInput { fields { code } } } }`);

  it('is refused in words until an administrator has decided: a new person, or the same', async () => {
    const admin = (await enter(itu, 'the-Boss')).cookie;
    aa['old'] = { name: 'Predecessor', email: 'post@fao.org', email_verified: true };
    aa['new'] = { name: 'Successor', email: 'post@fao.org', email_verified: true };
    const old = (await enter(fao, 'old')).user as User;
    expect((await enter(fao, 'new')).location).toContain('error=REASSIGNED');
    expect((await enter(fao, 'new')).user).toBeNull();
    const cases = (await waiting(admin)).filter((one) => one.subject === 'new');
    expect(cases).toMatchObject([{ reassigned: true, vouched: true, accountName: 'Predecessor' }]);
    expect((await asked((await enter(fao, 'alice')).cookie, '{ signInCases { id } }')).data).toBeNull();
    // On the page of members, without script.
    const page = await app.inject({ url: '/members', headers: { host: 'localhost:3000', cookie: admin } });
    expect(page.body).toContain('Successor, post@fao.org, by Service aa');
    const press = async (payload: string) => {
      const { statusCode, headers } = await app.inject({
        method: 'POST',
        url: '/members',
        headers: { host: 'localhost:3000', origin: 'http://localhost:3000', cookie: admin, 'content-type': 'application/x-www-form-urlencoded' },
        payload,
      });
      return [statusCode, headers.location];
    };
    expect(await press(`do=NEW_PERSON&id=${cases[0]?.id}`)).toEqual([303, '/members?done=case']);
    // An invitation is withdrawn there too; neither button names a role, which giving one still needs.
    await asked(admin, 'mutation { invite(email: "guest@fao.org", organization: "fao", role: MEMBER) { __typename } }');
    const [invitation] = (await asked(admin, '{ invitations { id } }')).data['invitations'] as unknown as { id: string }[];
    expect(await press(`do=withdraw&sure=1&id=${invitation?.id}`)).toEqual([303, '/members?done=1']);
    expect((await asked(admin, '{ invitations { id } }')).data['invitations']).toEqual([]);
    for (const act of ['give', 'take', 'invite']) expect(await press(`do=${act}&member=${old.id}&email=guest@fao.org`)).toEqual([400, undefined]);
    const successor = (await enter(fao, 'new')).user as User;
    expect([successor.name, successor.email, successor.id === old.id]).toEqual(['Successor', 'post@fao.org', false]);
    expect(roles(successor)).toEqual(['fao MEMBER']);
    // The predecessor is still the predecessor, without the address, and was put out.
    expect((await db.selectFrom('session').select('id').where('userId', '=', old.id).execute()).length).toBe(0);
    const again = (await enter(fao, 'old')).user as User;
    expect([again.id, again.email]).toEqual([old.id, `${old.pseudonym}@former.invalid`]);

    aa['p1'] = { name: 'Pat', email: 'pat@fao.org', email_verified: true };
    aa['p2'] = { name: 'Pat', email: 'pat@fao.org', email_verified: true };
    const pat = (await enter(fao, 'p1')).user as User;
    await enter(fao, 'p2');
    const [case2] = (await waiting(admin)).filter((one) => one.subject === 'p2');
    expect((await decide(admin, case2?.id, 'SAME_PERSON')).data['decideSignInCase']).toEqual({ __typename: 'SignInCaseDecided' });
    expect((await enter(fao, 'p2')).user?.id).toBe(pat.id);
    expect((await decide(admin, case2?.id, 'REFUSED')).data['decideSignInCase']).toMatchObject({ fields: [{ code: 'CASE_DECIDED' }] });
  });

  it('keeps no administrator out whom the setting names by the account at the service', async () => {
    bb['squatter'] = { name: 'Squatter', email: 'boss.two@itu.int', email_verified: true };
    await enter(itu, 'squatter');
    const named = makeServices(db, search, {
      ...readOnlySettings(),
      secret: services.accounts.settings.secret,
      providers: env.providers,
      administrators: ['bb:second'],
    });
    const { app: second } = await buildApp({ env, services: named });
    bb['second'] = { name: 'Second', email: 'boss.two@itu.int', email_verified: true };
    const { cookie } = await signInWith(second, itu, 'second');
    expect(roles((await named.accounts.authenticate(new Headers({ cookie }))) as User)).toContain('null ADMINISTRATOR');
  });
});

describe('a sign-in that fails says why', () => {
  const failed = async (run: Promise<{ location: string }>) => {
    const { location } = await run;
    const page = new URL(location, 'http://localhost:3000');
    expect(page.searchParams.getAll('error')).toHaveLength(1);
    expect([...page.searchParams.keys()].every((key) => ['error', 'next'].includes(key))).toBe(true);
    expect(page.pathname).toBe('/sign-in');
    const code = page.searchParams.get('error') as keyof typeof words;
    expect(told.at(-1)?.code ?? code).toBe(code);
    const shown = await app.inject({ url: location, headers: { host: 'localhost:3000' } });
    expect(shown.body.replaceAll('&#x27;', "'")).toContain(words[code]);
    return [code, (await audited())?.detail];
  };

  it('cancelled, lost, without address, not confirmed, not believed, away', async () => {
    expect(await failed(signInWith(app, fao, null))).toEqual(['CANCELLED', 'CANCELLED']);
    expect(await failed(signInWith(app, fao, 'alice', { forget: true }))).toEqual(['STATE_LOST', 'STATE_LOST']);
    const other = (address: URL) => {
      address.searchParams.set('state', 'another');
      return address;
    };
    expect(await failed(signInWith(app, fao, 'alice', { back: other }))).toEqual(['STATE_LOST', 'STATE_LOST']);
    const without = (address: URL) => new URL('/auth/callback/aa', address);
    expect(await failed(signInWith(app, fao, 'alice', { back: without }))).toEqual(['STATE_LOST', 'STATE_LOST']);
    aa['none'] = { name: 'None' };
    expect(await failed(signInWith(app, fao, 'none'))).toEqual(['NO_ADDRESS', 'NO_ADDRESS']);
    aa['no'] = { name: 'No', email: 'no@fao.org', email_verified: false };
    expect(await failed(signInWith(app, fao, 'no'))).toEqual(['NOT_CONFIRMED', 'NOT_CONFIRMED']);
    const mixed = (address: URL) => {
      address.searchParams.set('iss', 'https://elsewhere.example');
      return address;
    };
    expect(await failed(signInWith(app, fao, 'alice', { back: mixed }))).toEqual(['NOT_BELIEVED', 'NOT_BELIEVED']);
    // Begun with one service, ended by another: what a dishonest service may make of it.
    bb['b2'] = { name: 'B2', email: 'b2@itu.int', email_verified: true };
    const astray = (address: URL) => {
      const other = new URL(address.pathname + address.search, itu.issuer);
      other.searchParams.set('redirect_uri', 'http://localhost:3000/auth/callback/bb');
      return other;
    };
    expect(await failed(signInWith(app, fao, 'b2', { go: astray }))).toEqual(['NOT_BELIEVED', 'NOT_BELIEVED']);
    await enter(itu, 'b2');
    expect(await failed(signInWith(app, fao, 'b2', { go: astray }))).toEqual(['NOT_BELIEVED', 'NOT_BELIEVED']);
    const code = (address: URL) => {
      address.searchParams.set('code', 'made-up');
      return address;
    };
    expect(await failed(signInWith(app, fao, 'alice', { back: code }))).toEqual(['UNAVAILABLE', 'UNAVAILABLE']);
    expect((await signInWith(app, { id: 'away' }, 'alice')).location).toContain('/sign-in?error=UNAVAILABLE');
    const user = (await enter(fao, 'b')).user as User;
    await db.updateTable('person').set({ suspendedAt: new Date() }).where('id', '=', user.id).execute();
    expect(await failed(signInWith(app, fao, 'b'))).toEqual(['SUSPENDED', 'SUSPENDED']);
    // The log says why, and nothing of whom.
    expect(JSON.stringify(told)).not.toMatch(/@fao|alice/i);
  });

  it('takes the address from the claims that the service has it in', async () => {
    cc['v'] = { name: 'V', email: 'evil@fao.org', email_verified: true, preferred_username: 'V@wfp.org' };
    const { user } = await enter(other, 'v');
    expect([user?.email, roles(user)]).toEqual(['v@wfp.org', ['wfp MEMBER']]);
    cc['x'] = { name: 'X', preferred_username: 'not-an-address', email: 'x@wfp.org' };
    expect((await enter(other, 'x')).location).toContain('error=NO_ADDRESS');
  });
});

it('names faults of who may name whom at the start', () => {
  const one = { ...fao.config, roleClaim: 'r', roles: { boss: 'ADMINISTRATOR' } };
  expect(() => readEnv({ OIDC_PROVIDERS: JSON.stringify([one]) })).toThrow(/"administrators": true/);
  expect(() => readEnv({ ADMINISTRATORS: 'nowhere:sub, no address' })).toThrow(/"nowhere:sub".*"no address"/);
  expect(readEnv({ ADMINISTRATORS: 'aa:alice@fao.org', OIDC_PROVIDERS: JSON.stringify([fao.config]) }).ADMINISTRATORS).toBe('aa:alice@fao.org');
});
