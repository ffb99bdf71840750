import { describe, expect, it } from 'vitest';
import { cookieOf, sendForm } from '#test/door.ts';
import { codeOf, testPeople } from '#test/people.ts';

const { db, app, password, mailsTo, open, signIn, send, ask, visit, rolesOf, setUp } = await testPeople();
const other = 'nine calm otters under snow';
const secretOn = (html: string) => (/<code class="secret">([A-Z2-7 ]+)<\/code>/.exec(html)?.[1] ?? '').replaceAll(' ', '');
const administrator = async () => cookieOf(await sendForm(app, '/account/demo', { account: 'administrator' }));

/** So many links for a new password, as mails have brought them. */
async function links(email: string, count: number): Promise<string[]> {
  for (let index = 0; index < count; index++) await sendForm(app, '/account/forgot', { email });
  const all = (await mailsTo(email)).flatMap(({ text }) => /reset-password\?token=(\S+)/.exec(text)?.[1] ?? []);
  expect(all.length).toBeGreaterThanOrEqual(count);
  return all.slice(-count);
}
const use = (token: string, chosen = other) => sendForm(app, '/account/reset', { token, password: chosen });
const usable = async (tokens: string[]) => {
  const results: boolean[] = [];
  for (const token of tokens) results.push((await use(token)).headers.location?.includes('error') === false);
  return results.filter(Boolean).length;
};

describe('links for a new password end with whatever changes who may use the account', () => {
  it('the first that is used', async () => {
    const email = 'links.used@example.org';
    await open(email, 'Links Used');
    const [first = '', ...rest] = await links(email, 4);
    expect((await use(first)).headers.location).toBe('/sign-in?reset=1');
    expect(await usable(rest)).toBe(0);
    expect((await signIn(email, '/my-work', other)).headers.location).toBe('/my-work');
  });

  it('a password that is changed in the session', async () => {
    const email = 'links.session@example.org';
    await open(email, 'Links Session');
    const tokens = await links(email, 2);
    const cookie = cookieOf(await signIn(email));
    expect((await send(cookie, '/account/password', { current: password, password: 'four slow geese at noon' })).headers.location).toContain('done=');
    expect(await usable(tokens)).toBe(0);
  });

  it.each([
    ['suspended', 'suspendUser(member: $id, suspended: true)'],
    ['without its factors', 'resetFactors(member: $id)'],
    ['erased', 'eraseUser(member: $id)'],
  ])('an account that is %s', async (name, mutation) => {
    const email = `links.${name.replaceAll(' ', '.')}@example.org`;
    const id = await open(email, `Links ${name}`);
    const tokens = await links(email, 2);
    const done = await ask(await administrator(), `mutation ($id: ID!) { ${mutation} { __typename } }`, { id });
    expect(done.errors).toBeUndefined();
    expect(await usable(tokens)).toBe(0);
    expect(await db.selectFrom('verification').select('id').where('value', '=', id).execute()).toEqual([]);
    if (name !== 'suspended') return;
    const before = (await mailsTo(email)).length;
    await sendForm(app, '/account/forgot', { email });
    expect(await mailsTo(email)).toHaveLength(before);
  });
});

describe('an app that is set up', () => {
  it('is shown in the session that began it alone, and confirmed there alone', async () => {
    const email = 'begun@example.org';
    const id = await open(email, 'Begun Here', [['PUBLISHER', 'fao']]);
    // Who knows the password, too, is signed in before its owner begins.
    const thief = cookieOf(await signIn(email));
    const owner = cookieOf(await signIn(email));
    await send(owner, '/account/second-factor', { do: 'begin', password });
    const secret = secretOn((await visit(owner, '/second-factor')).body);
    expect(secret.length).toBeGreaterThan(40);
    const seen = (await visit(thief, '/second-factor')).body;
    expect([secretOn(seen), seen.includes('otpauth:')]).toEqual(['', false]);
    expect((await ask(thief, '{ me { factors { pendingApp { secret address } } } }')).data?.['me']?.['factors']?.['pendingApp']).toBeFalsy();
    expect((await send(thief, '/account/second-factor', { do: 'confirm', code: codeOf(secret) })).headers.location).toContain('error=SECOND_FACTOR');
    const done = await send(owner, '/account/second-factor', { do: 'confirm', code: codeOf(secret) });
    expect(done.headers.location).toBe('/second-factor?done=APP_ADDED');
    // Who came with the password alone is out.
    expect(await rolesOf(thief)).toBeNull();
    expect(await db.selectFrom('session').select('id').where('userId', '=', id).execute()).toHaveLength(1);
  });

  it('is thrown away by a second beginning and by a second sign-in', async () => {
    const email = 'twice@example.org';
    await open(email, 'Begun Twice', [['PUBLISHER', 'fao']]);
    const first = cookieOf(await signIn(email));
    const second = cookieOf(await signIn(email));
    await send(first, '/account/second-factor', { do: 'begin', password });
    const seen = secretOn((await visit(first, '/second-factor')).body);
    await send(second, '/account/second-factor', { do: 'begin', password });
    expect(secretOn((await visit(first, '/second-factor')).body)).toBe('');
    expect(secretOn((await visit(second, '/second-factor')).body)).not.toBe(seen);
    await signIn(email);
    expect(secretOn((await visit(second, '/second-factor')).body)).toBe('');
    // And is begun anew without ado.
    await setUp(second);
  });
});
