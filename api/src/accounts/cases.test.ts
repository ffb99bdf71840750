import { beforeEach, describe, expect, it } from 'vitest';
import { createPostgresEngine } from '#search/postgres.ts';
import { testDatabase } from '#test/database.ts';
import { signInWith, startService } from '#test/oidc.ts';
import { siteOver } from '#test/site.ts';
import { makeServices } from '../context.ts';
import { readEnv, readOnlySettings } from '../env.ts';
import { grantMembership, lapseClaims } from './memberships.ts';
import { together } from './providers.ts';
import type { User } from './user.ts';

const { db, url } = await testDatabase('library_template');
const aa: Record<string, Record<string, unknown>> = {};
const bb: Record<string, Record<string, unknown>> = {};
const [fao, itu] = [await startService('aa', aa), await startService('bb', bb)];
const one = { ...fao.config, organization: 'FAO', domains: ['who.int'], roleClaim: 'roles', roles: { writers: 'FOCAL_POINT' } };
const env = readEnv({
  LOG_LEVEL: 'silent',
  NODE_ENV: 'test',
  ADMINISTRATORS: 'aa:boss',
  OIDC_PROVIDERS: JSON.stringify([one, { ...itu.config, organization: 'ITU' }]),
});
const services = makeServices(db, createPostgresEngine(url), { ...readOnlySettings(), providers: env.providers, administrators: ['aa:boss'] });
const app = await siteOver(services, env);
beforeEach(async () => {
  await db.deleteFrom('rateLimit').execute();
});

const enter = async (service: { id: string }, sub: string) => {
  const { cookie, location } = await signInWith(app, service, sub);
  return { user: await services.accounts.authenticate(new Headers({ cookie })), cookie, location };
};
const ask = async (cookie: string, query: string) =>
  (
    await app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', cookie, origin: 'http://localhost:3000', host: 'localhost:3000' },
      payload: { query },
    })
  ).json() as { data: Record<string, never> };
type Case = { id: string; subject: string; email: string; name: string; vouched: boolean; decision: string | null; accountName: string };
const casesOf = async (cookie: string, subject?: string) =>
  ((await ask(cookie, '{ signInCases { id subject email name vouched decision accountName } }')).data['signInCases'] as unknown as Case[]).filter(
    (found) => subject === undefined || found.subject === subject,
  );
const decide = async (cookie: string, id: string | undefined, decision: string) =>
  ((await ask(cookie, `mutation { decideSignInCase(id: "${id}", decision: ${decision}) { __typename ... on InvalidInput { fields { code } } } }`)).data[
    'decideSignInCase'
  ] ?? {}) as { __typename?: string; fields?: { code: string }[] };
const codeOf = async (...given: Parameters<typeof decide>) => (await decide(...given)).fields?.[0]?.code ?? 'DONE';
const at = (name: string, email: string, more: object = {}) => ({ name, email, email_verified: true, ...more });
const boss = async () => {
  aa['boss'] = at('Chief', 'boss@fao.org');
  return enter(fao, 'boss');
};

describe('what an administrator decides of a sign-in that waits', () => {
  it('is what they saw: when the service says anything else it is another case, and the first one decides nothing', async () => {
    const admin = await boss();
    aa['carol'] = at('Carol', 'carol@fao.org');
    const carol = (await enter(fao, 'carol')).user as User;
    bb['mallory'] = { name: 'Mallory', email: 'carol@fao.org' };
    expect((await enter(itu, 'mallory')).location).toContain('error=NOT_LINKED');
    const [seen] = await casesOf(admin.cookie, 'mallory');
    expect(seen).toMatchObject({ accountName: 'Carol', vouched: false });
    for (const next of [
      { name: 'Mallory', email: 'boss@fao.org' },
      { name: 'Chief', email: 'carol@fao.org' },
    ]) {
      bb['mallory'] = next;
      await enter(itu, 'mallory');
      for (const decision of ['SAME_PERSON', 'NEW_PERSON', 'REFUSED']) expect(await codeOf(admin.cookie, seen?.id, decision)).toBe('CASE_CHANGED');
    }
    expect((await enter(itu, 'mallory')).user).toBeNull();
    const kept = await db.selectFrom('person').select(['id', 'email']).where('email', 'in', ['boss@fao.org', 'carol@fao.org']).orderBy('email').execute();
    expect(kept).toEqual([
      { id: (admin.user as User).id, email: 'boss@fao.org' },
      { id: carol.id, email: 'carol@fao.org' },
    ]);
    // What does not change keeps its id.
    const [before] = await casesOf(admin.cookie, 'mallory');
    await enter(itu, 'mallory');
    expect((await casesOf(admin.cookie, 'mallory'))[0]?.id).toBe(before?.id);
  });

  it('moves nothing where the service does not vouch for the address, and the page offers only to refuse', async () => {
    const admin = await boss();
    const [seen] = await casesOf(admin.cookie, 'mallory');
    for (const decision of ['SAME_PERSON', 'NEW_PERSON']) expect(await codeOf(admin.cookie, seen?.id, decision)).toBe('CASE_UNVOUCHED');
    const page = await app.inject({ url: '/members', headers: { host: 'localhost:3000', cookie: admin.cookie } });
    const row = page.body.slice(page.body.indexOf(String(seen?.id)));
    const form = row.slice(0, row.indexOf('</form>'));
    expect([form.includes('value="REFUSED"'), form.includes('value="SAME_PERSON"'), form.includes('value="NEW_PERSON"')]).toEqual([true, false, false]);
  });

  it('moves no account that decides for others, under whichever service, until its role is taken away', async () => {
    const admin = await boss();
    aa['pub'] = at('Publisher', 'pub@fao.org');
    const publisher = (await enter(fao, 'pub')).user as User;
    const organizationId = publisher.memberships[0]?.organizationId ?? null;
    await db.transaction().execute((trx) => grantMembership(trx, { personId: publisher.id, role: 'PUBLISHER', organizationId, origin: 'GRANT' }, null));
    for (const email of ['boss@fao.org', 'pub@fao.org']) {
      aa['successor'] = at('Successor', email);
      expect((await enter(fao, 'successor')).location).toContain('error=REASSIGNED');
      const [seen] = await casesOf(admin.cookie, 'successor');
      expect(seen).toMatchObject({ vouched: true, email });
      for (const decision of ['SAME_PERSON', 'NEW_PERSON']) expect(await codeOf(admin.cookie, seen?.id, decision)).toBe('CASE_PRIVILEGED');
    }
    const [seen] = await casesOf(admin.cookie, 'successor');
    await db.deleteFrom('membership').where('personId', '=', publisher.id).where('role', '=', 'PUBLISHER').execute();
    expect(await codeOf(admin.cookie, seen?.id, 'NEW_PERSON')).toBe('DONE');
    expect((await enter(fao, 'successor')).user?.id).not.toBe(publisher.id);
  });

  it('is told to the address that the account had; a refusal can be decided otherwise, anything else not', async () => {
    const admin = await boss();
    aa['p1'] = at('Pat', 'pat@fao.org');
    aa['p2'] = at('Pat', 'pat@fao.org');
    const pat = (await enter(fao, 'p1')).user as User;
    await enter(fao, 'p2');
    const [seen] = await casesOf(admin.cookie, 'p2');
    expect(await codeOf(admin.cookie, seen?.id, 'REFUSED')).toBe('DONE');
    await enter(fao, 'p2');
    expect(await casesOf(admin.cookie, 'p2')).toMatchObject([{ id: seen?.id, decision: 'REFUSED' }]);
    const mails = () => db.selectFrom('mailOutbox').select('subject').where('address', '=', 'pat@fao.org').execute();
    expect(await mails()).toEqual([]);
    expect(await codeOf(admin.cookie, seen?.id, 'SAME_PERSON')).toBe('DONE');
    expect(await mails()).toEqual([{ subject: 'A sign-in service was connected to your Atrium account' }]);
    expect((await enter(fao, 'p2')).user?.id).toBe(pat.id);
    for (const decision of ['REFUSED', 'NEW_PERSON']) expect(await codeOf(admin.cookie, seen?.id, decision)).toBe('CASE_DECIDED');
  });

  it('is not hidden by how many others wait', async () => {
    const admin = await boss();
    const { id } = admin.user as User;
    await db
      .insertInto('signInCase')
      .values(
        Array.from({ length: 150 }, (_, index) => ({
          providerId: 'bb',
          subject: `many-${index}`,
          email: 'boss@fao.org',
          name: 'N',
          vouched: false,
          personId: id,
        })),
      )
      .execute();
    aa['quiet'] = at('Quiet', 'pat@fao.org');
    await enter(fao, 'quiet');
    await db
      .updateTable('signInCase')
      .set({ seenAt: new Date(Date.now() - 86_400_000) })
      .where('subject', '=', 'quiet')
      .execute();
    expect(await casesOf(admin.cookie, 'quiet')).toHaveLength(1);
  });
});

describe('an address that nobody vouches for', () => {
  it('yields to who comes with one that is vouched for, at the first sign-in and later; the account stays', async () => {
    bb['first'] = at('First Squatter', 'dana@fao.org');
    bb['second'] = at('Second Squatter', 'eve.new@fao.org');
    const squatters = [(await enter(itu, 'first')).user as User, (await enter(itu, 'second')).user as User];
    expect(squatters.map((person) => person.email)).toEqual(['dana@fao.org', 'eve.new@fao.org']);
    aa['dana'] = at('Dana', 'dana@fao.org');
    expect((await enter(fao, 'dana')).user).toMatchObject({ name: 'Dana', email: 'dana@fao.org' });
    aa['eve'] = at('Eve', 'eve@fao.org');
    const eve = (await enter(fao, 'eve')).user as User;
    aa['eve'] = at('Eve', 'eve.new@fao.org');
    expect((await enter(fao, 'eve')).user).toMatchObject({ id: eve.id, email: 'eve.new@fao.org' });
    // Whoever has no address that is theirs goes on as the same person, and takes none back.
    for (const [index, sub] of ['first', 'second'].entries()) {
      const again = (await enter(itu, sub)).user as User;
      expect([again.id, again.email]).toEqual([squatters[index]?.id, expect.stringMatching(/\.invalid$/)]);
    }
  });

  it('is taken from nobody by connecting a service', async () => {
    bb['gus'] = at('Gus', 'gus@fao.org');
    aa['gus'] = at('Gus of FAO', 'gus@fao.org');
    const gus = await enter(itu, 'gus');
    const linked = await signInWith(app, fao, 'gus', { cookie: gus.cookie });
    expect(linked.location).toContain('done=SERVICE_ADDED');
    expect((await enter(fao, 'gus')).user?.id).toBe(gus.user?.id);
  });
});

describe('what a service said of roles', () => {
  it('counts for the days of the setting, and again when it says so again', async () => {
    aa['ida'] = at('Ida', 'ida@fao.org', { roles: ['writers'] });
    bb['ida'] = at('Ida', 'ida@itu.int');
    const ida = await enter(fao, 'ida');
    await signInWith(app, itu, 'ida', { cookie: ida.cookie });
    const roles = async () => {
      const { rows } = {
        rows: await db
          .selectFrom('membership')
          .select('role')
          .where('personId', '=', (ida.user as User).id)
          .orderBy('role')
          .execute(),
      };
      return rows.map((row) => row.role).sort();
    };
    expect(await roles()).toEqual(['FOCAL_POINT', 'MEMBER', 'MEMBER']);
    const age = (days: number) =>
      db
        .updateTable('credential')
        .set({ claimsAt: new Date(Date.now() - days * 86_400_000) })
        .where('providerId', '=', 'aa')
        .where('accountId', '=', 'ida')
        .execute();
    const settings = services.accounts.settings;
    await age(89);
    await lapseClaims(db, settings);
    expect(await roles()).toHaveLength(3);
    await age(91);
    expect(await lapseClaims(db, settings)).toBeGreaterThan(0);
    // FAO's own domain vouches for the address as before; what its service alone had said is over.
    expect(await roles()).toEqual(['MEMBER', 'MEMBER']);
    await enter(fao, 'ida');
    expect(await roles()).toEqual(['FOCAL_POINT', 'MEMBER', 'MEMBER']);
    // A service that is not configured any more says nothing any more.
    await lapseClaims(db, { ...settings, providers: settings.providers.filter((provider) => provider.id === 'bb') });
    expect(await roles()).toEqual(['MEMBER']);
  });

  it('names organizations only as the setting says', () => {
    const set = (more: object) => () => readEnv({ OIDC_PROVIDERS: JSON.stringify([{ ...itu.config, organizationClaim: 'org', ...more }]) });
    expect(set({})).toThrow(/bb: it says with "organizationClaim".*"organizations": "\*"/);
    expect(set({ organizations: {} })).toThrow(/organizationClaim/);
    expect(set({ organizations: 'FAO' })).toThrow(/write "\*"/);
    expect(set({ organizations: '*' })().providers).toHaveLength(1);
    expect(set({ organizations: { hq: 'ITU' } })().providers).toHaveLength(1);
    expect(() => readEnv({ CLAIMS_DAYS: '0' })).toThrow(/CLAIMS_DAYS/);
  });

  it('confirms the address beside which it stands, in the token or beside it', () => {
    const verified = (token: object, beside: object) => together(token as Record<string, unknown>, beside as Record<string, unknown>)['email_verified'];
    expect(verified({ email: 'boss@fao.org' }, { email: 'mallory@itu.int', email_verified: true })).toBeUndefined();
    expect(verified({ email_verified: true }, { email: 'boss@fao.org' })).toBeUndefined();
    expect(verified({ email_verified: true }, { email: 'boss@fao.org', email_verified: false })).toBe(false);
    expect(verified({ email: 'A@fao.org' }, { email: 'a@fao.org', email_verified: true })).toBe(true);
    expect(verified({ email: 'a@fao.org', email_verified: false }, { email: 'a@fao.org', email_verified: true })).toBe(false);
    expect(together({ sub: '1' }, { email: 'a@fao.org', email_verified: true, name: 'A' })).toEqual({
      sub: '1',
      email: 'a@fao.org',
      email_verified: true,
      name: 'A',
    });
  });
});
