import { sql } from 'kysely';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { describe, expect, it, vi } from 'vitest';
import { cookieOf, sendForm } from '#test/door.ts';
import { testPeople } from '#test/people.ts';
import { passwordFault } from './passwords.ts';

const { db, app, password, mailsTo, linkTo, open, signIn, send, ask, visit, rolesOf } = await testPeople();

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
    for (const [name, scope] of [
      ['The nightly copy', 'PERSONAL'],
      ['A public chart', 'PUBLIC'],
    ] as const)
      await db
        .insertInto('apiToken')
        .values({ name, scope, personId: id, tokenHash: `mailbox ${name}`, expiresAt: new Date(Date.now() + 86_400_000) })
        .execute();
    await sql`INSERT INTO webhook (person_id, name, address, topics, nonce) VALUES (${id}::uuid, 'A copy elsewhere', 'https://hooks.example.org/', '{RECORDS}', 'n')`.execute(
      db,
    );
    await reset({});
    expect(await rolesOf(cookie)).toBeNull();
    // Programs that read what the account reads end with the password that it had.
    expect((await mailsTo(email)).at(-1)?.text).toContain(
      'These tokens of programs were revoked; make new ones where the programs are still yours:\n- The nightly copy\n',
    );
    // And what is sent to programs stops until it is put on again.
    expect((await mailsTo(email)).at(-1)?.text).toContain('\n- A copy elsewhere, https://hooks.example.org/');
    expect(await db.selectFrom('webhook').select('pausedFor').where('personId', '=', id).execute()).toEqual([{ pausedFor: 'PASSWORD' }]);
    const tokens = await db.selectFrom('apiToken').select(['name', 'revokedAt']).where('personId', '=', id).orderBy('name').execute();
    expect(tokens.map((one) => [one.name, one.revokedAt !== null])).toEqual([
      ['A public chart', false],
      ['The nightly copy', true],
    ]);
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

it('looks at no more of a long password than it must, whatever it is made of', () => {
  // The estimate takes time that grows with more than the square of what it is given; one call took a second with all of the 128 characters.
  const estimated = vi.spyOn(ZxcvbnFactory.prototype, 'check');
  const slow = [
    'p@$$w0rd1!'.repeat(12),
    Array.from({ length: 128 }, (_, at) => '$5s4a@0o!'[(at * at) % 9]).join(''),
    `${'q1w2e3r4'.repeat(2)}${'1'.repeat(112)}x`,
  ];
  for (const password of slow) passwordFault(password, []);
  expect(estimated.mock.calls.length).toBeGreaterThan(0);
  for (const [given] of estimated.mock.calls) expect(given.length).toBeLessThanOrEqual(40);
  estimated.mockRestore();
  for (const password of ['1'.repeat(128), 'p@$$w0rd1!'.repeat(12)]) expect(passwordFault(password, [])).not.toBeNull();
  expect(passwordFault('correct horse battery staple, and some more of the kind', [])).toBeNull();
});
