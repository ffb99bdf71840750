import { createHmac } from 'node:crypto';
import { beforeEach, expect } from 'vitest';
import { grantMembership } from '#api/accounts/memberships.ts';
import type { Role } from '#api/accounts/user.ts';
import type { Settings } from '#api/env.ts';
import { cookieOf, realPages, sendForm, testDoor } from './door.ts';

/** A code of six digits as an app makes it (RFC 6238), so many half minutes from now. */
export function codeOf(secret: string, steps = 0): string {
  const bits = [...secret].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const mac = createHmac('sha1', key).update(counter).digest();
  const at = (mac.at(-1) as number) & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** People with accounts kept here, who come in as people do: by forms, mails and real codes of an app. */
export async function testPeople(settings: Partial<Settings> = {}) {
  const { db, pool, url, services, serve } = await testDoor(settings);
  const app = await serve({}, { pages: await realPages() });
  const origin = 'http://localhost:3000';
  const password = 'seven quiet herons over water';

  // All of them have one address; limits by address have their own tests.
  beforeEach(async () => {
    await db.deleteFrom('rateLimit').execute();
  });

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
  const send = (cookie: string, to: string, fields: Record<string, string>) => sendForm(app, to, fields, { cookie, origin });
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
  const visit = (cookie: string, to: string) => app.inject({ url: to, headers: { cookie, host: 'localhost:3000', accept: 'text/html' } });
  const rolesOf = async (cookie: string) => {
    const { data } = await ask(cookie, '{ me { rolesWithheld canAdminister memberships { role organizationSlug } } }');
    return data?.['me'] as unknown as {
      rolesWithheld: boolean;
      canAdminister: boolean;
      memberships: { role: string; organizationSlug: string | null }[];
    } | null;
  };
  const events = async (kind: string) =>
    db.selectFrom('auditEvent').select(['outcome', 'detail']).where('kind', '=', kind).orderBy('at').orderBy('id').execute();
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
  return { db, pool, url, services, app, origin, password, mailsTo, linkTo, open, signIn, send, ask, visit, rolesOf, events, setUp, age };
}
