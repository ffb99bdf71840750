import { describe, expect, it } from 'vitest';
import { cookieOf, sendForm } from '#test/door.ts';
import { codeOf, testPeople } from '#test/people.ts';

const { db, app, password, mailsTo, linkTo, open, signIn, send, ask, visit, rolesOf, events, setUp } = await testPeople();
const administrator = cookieOf(await sendForm(app, '/account/demo', { account: 'administrator' }));
const main = (html: string) =>
  (/<main[^>]*>(.*)<\/main>/s.exec(html)?.[1] ?? '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
/** Somebody new, signed in. */
const come = async (email: string, name: string) => {
  await open(email, name);
  return cookieOf(await signIn(email));
};
const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString();
const post = (cookie: string, url: string, fields: Record<string, string>) =>
  app.inject({
    method: 'POST',
    url,
    headers: { cookie, host: 'localhost:3000', origin: 'http://localhost:3000', accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
    payload: form(fields),
  });
const invite = (email: string, role = 'FOCAL_POINT', organization: string | null = 'fao') =>
  ask(
    administrator,
    `mutation ($email: String!, $role: Role!, $organization: String) { invite(email: $email, role: $role, organization: $organization) { __typename } }`,
    {
      email,
      role,
      organization,
    },
  );

describe('a code of the app', () => {
  it('that is right signs in after wrong ones and one that was used already', async () => {
    const email = 'codes@example.org';
    const { secret } = await setUp(await come(email, 'Two Wrong Codes'));
    // The code of the setting up is over: to the library it is right, and it ended the sign-in.
    for (const wrong of [
      ['000000', codeOf(secret)],
      [codeOf(secret), '111111'],
      [codeOf(secret), codeOf(secret)],
      ['not-a-code', codeOf(secret), '222222'],
    ]) {
      await db.deleteFrom('rateLimit').where('key', 'not like', 'totp|%').execute();
      const first = cookieOf(await signIn(email));
      for (const code of wrong) expect([code, (await send(first, '/account/code', { code })).headers.location]).toEqual([code, '/sign-in/code?error=CODE']);
      // A code of half a minute ahead holds too; in a test it is used once, so what it used is forgotten between.
      const right = await send(first, '/account/code', { code: codeOf(secret, 1), next: '/my-work' });
      expect(right.headers.location).toBe('/my-work');
      await db.deleteFrom('rateLimit').where('key', 'like', 'totp|%').execute();
      const used = await send(cookieOf(await signIn(email)), '/account/code', { code: codeOf(secret), next: '/my-work' });
      expect(used.headers.location).toBe('/my-work');
    }
    const page = await visit(cookieOf(await signIn(email)), '/sign-in/code?error=CODE');
    expect(main(page.body)).toContain('look at the clock of your telephone');
    expect(main(page.body)).toContain('Your password is right.');
  });

  it('is asked for, and a proof too, in words that hold for who comes by accident', async () => {
    const page = main((await visit('', '/sign-in/code')).body);
    expect(page).not.toContain('Your password is right');
    expect(page).toContain('First the password');
    const cookie = await come('proves@example.org', 'Proves');
    expect(main((await visit(cookie, '/prove')).body)).not.toContain('What you typed is kept');
  });
});

describe('a suspended person', () => {
  it('reads why, with the right password and with no other, and gets no role meanwhile', async () => {
    const email = 'suspended@example.org';
    const id = await open(email, 'Suspended Person');
    const cookie = cookieOf(await signIn(email));
    await ask(administrator, 'mutation ($id: ID!) { suspendUser(member: $id, suspended: true) { __typename } }', { id });
    expect(await rolesOf(cookie)).toBeNull();
    const right = await signIn(email);
    expect(right.headers.location).toBe('/sign-in?error=SUSPENDED&next=%2Fmy-work');
    expect(main((await visit('', '/sign-in?error=SUSPENDED')).body)).toMatch(/suspended/);
    expect((await signIn(email, '/my-work', 'another password altogether')).headers.location).toContain('error=CREDENTIALS');
    expect((await events('SIGN_IN')).at(-2)).toMatchObject({ outcome: 'FAILED', detail: 'SUSPENDED' });
    const given = await ask(
      administrator,
      'mutation ($id: ID!) { grantRole(member: $id, role: MEMBER, organization: "fao") { ... on InvalidInput { fields { name code } } } }',
      { id },
    );
    expect(given.data?.['grantRole']).toEqual({ fields: [{ name: 'member', code: 'MEMBER_SUSPENDED' }] });
    expect(main((await visit(cookie, '/sign-in')).body)).toContain('an administrator suspended the account');
  });
});

describe('an invitation', () => {
  it('says what it is for and how to go on, and waits for who opens an account because of it', async () => {
    const email = 'new.colleague@example.org';
    await invite(email, 'PUBLISHER', 'itu');
    const token = await linkTo(email);
    const stranger = await visit('', `/invitation?token=${token}`);
    expect(stranger.statusCode).toBe(200);
    expect(stranger.headers['cache-control']).toBe('private, no-store');
    expect(main(stranger.body)).toMatch(/Publisher, ITU\. .*Demo: administrator invites you\. .*open one with that address/);
    const next = encodeURIComponent(`/invitation?token=${token}`);
    for (const path of ['/sign-in', '/sign-up']) expect(stranger.body).toContain(`href="${path}?next=${next}"`);
    expect((await visit('', `/sign-in?next=${next}`)).body).toContain(`/sign-up?next=${next}`);
    expect((await sendForm(app, '/account/sign-up', { email, name: 'New', next: `/invitation?token=${token}` })).headers.location).toBe(
      `/sign-in?sent=verify&next=${next}`,
    );
    // The mail is opened in another browser, where nothing is known of the invitation.
    await sendForm(app, '/account/confirm', { token: await linkTo(email), name: 'New Colleague', password });
    const arrived = await signIn(email, '/');
    expect(arrived.headers.location).toBe('/invitation');
    const cookie = cookieOf(arrived);
    const work = main((await visit(cookie, '/my-work')).body);
    expect(work).toContain('You are invited to take a role.');
    expect(work).not.toContain('You have no role');
    const page = await visit(cookie, '/invitation');
    expect(main(page.body)).toMatch(/Publisher, ITU\. .*Take the role/);
    const id = /name="id" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    const other = await come('not.invited@example.org', 'Not Invited');
    expect((await post(other, '/invitation', { id })).statusCode).toBe(400);
    expect((await post(cookie, '/invitation', { id })).headers.location).toBe('/invitation?taken=1');
    expect((await rolesOf(cookie))?.rolesWithheld).toBe(true);
    // Of roles that wait for a second factor nobody says that there are none.
    expect(main((await visit(cookie, '/my-work')).body)).not.toContain('You have no role');
    expect(main((await visit(cookie, `/invitation?token=${token}`)).body)).toContain('This invitation was used already');
  });

  it.each(['bad', 'x'.repeat(200), '%00', 'a%20b'])('with a link that is none (%s) offers nothing to take', async (token) => {
    for (const cookie of ['', administrator]) {
      const page = await visit(cookie, `/invitation?token=${token}`);
      expect(main(page.body)).toContain('This link is no invitation');
      expect(page.body).not.toContain('Take the role');
    }
  });

  it('to another address says so, and one that is over why', async () => {
    const email = 'meant@example.org';
    await invite(email);
    const token = await linkTo(email);
    const page = await visit(administrator, `/invitation?token=${token}`);
    expect(main(page.body)).toContain('but the invitation was sent to another address');
    expect(page.body).not.toContain('Take the role');
    for (const [set, words] of [
      [{ expiresAt: new Date(0) }, 'has expired'],
      [{ withdrawnAt: new Date() }, 'was withdrawn'],
    ] as const) {
      await db.updateTable('invitation').set(set).where('email', '=', email).execute();
      expect(main((await visit('', `/invitation?token=${token}`)).body)).toContain(words);
    }
  });
});

describe('administrators', () => {
  it('are asked before a role is taken, somebody suspended or lost factors removed, without script too; the person is told of roles', async () => {
    const email = 'told@example.org';
    const id = await open(email, 'Told Person');
    const cookie = cookieOf(await signIn(email));
    await post(administrator, '/members', { do: 'give', member: id, role: 'FOCAL_POINT', organization: 'FAO' });
    expect((await mailsTo(email)).at(-1)).toMatchObject({ subject: 'You have a role in Atrium: focal point for FAO' });
    expect((await mailsTo(email)).at(-1)?.text).toContain('Demo: administrator gave you a role');
    // Giving it again tells nothing.
    const before = (await mailsTo(email)).length;
    await post(administrator, '/members', { do: 'give', member: id, role: 'FOCAL_POINT', organization: 'FAO' });
    expect(await mailsTo(email)).toHaveLength(before);

    const fields = { do: 'take', member: id, role: 'FOCAL_POINT', organization: 'fao' };
    const question = await post(administrator, '/members', fields);
    expect([question.statusCode, main(question.body)]).toEqual([200, expect.stringContaining('Take the role “Focal point” (FAO) from Told Person?')]);
    for (const [name, value] of Object.entries(fields)) expect(question.body).toContain(`name="${name}" value="${value}"`);
    expect((await rolesOf(cookie))?.memberships).toHaveLength(1);
    expect((await post(administrator, '/members', { ...fields, sure: '1' })).statusCode).toBe(303);
    expect((await rolesOf(cookie))?.memberships).toEqual([]);
    expect((await mailsTo(email)).at(-1)).toMatchObject({ subject: 'A role in Atrium was taken from you: focal point for FAO' });

    for (const [doing, words] of [
      ['suspend', 'Suspend Told Person?'],
      ['factors', 'Remove the second factors of Told Person?'],
    ] as const) {
      expect(main((await post(administrator, '/members', { do: doing, member: id })).body)).toContain(words);
      expect(await rolesOf(cookie)).not.toBeNull();
    }
    expect((await post(administrator, '/members', { do: 'suspend', member: id, sure: '1' })).statusCode).toBe(303);
    expect(await rolesOf(cookie)).toBeNull();
  });
});

describe('what is said', () => {
  it('in the audit of who signed out everywhere is who it was', async () => {
    const email = 'everywhere@example.org';
    const id = await open(email, 'Signs Out');
    const [here, there] = [cookieOf(await signIn(email)), cookieOf(await signIn(email))];
    await send(here, '/account/sign-out', { everywhere: '1' });
    for (const cookie of [here, there]) expect(await rolesOf(cookie)).toBeNull();
    const { pseudonym } = await db.selectFrom('person').select('pseudonym').where('id', '=', id).executeTakeFirstOrThrow();
    const actors = await db.selectFrom('auditEvent').select('actor').where('kind', '=', 'SIGN_OUT').execute();
    expect(actors.map((one) => one.actor)).toEqual([pseudonym]);
  });

  it('on the page for a new password is whose it is; no page for a link is kept by a cache', async () => {
    const email = 'forgets@example.org';
    await open(email, 'Forgets');
    await sendForm(app, '/account/forgot', { email });
    const reset = `/reset-password?token=${await linkTo(email)}`;
    expect(main((await visit('', reset)).body)).toContain(`For the account of ${email}.`);
    await sendForm(app, '/account/sign-up', { email: 'begins@example.org', name: 'Begins' });
    const confirm = `/confirm?token=${await linkTo('begins@example.org')}`;
    expect((await visit('', confirm)).body).toContain('begins@example.org');
    for (const url of [reset, confirm, '/confirm?token=', '/reset-password?token=x', '/invitation?token=x', '/still-correct?token=x', '/projects?token=x'])
      expect([url, (await visit('', url)).headers['cache-control']]).toEqual([url, 'private, no-store']);
  });
});
