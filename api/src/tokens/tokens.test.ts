import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { cookieOf, sendForm } from '#test/door.ts';
import { testPeople } from '#test/people.ts';
import { newToken, TOKEN_REQUESTS_PER_MINUTE } from './token.ts';

const { db, app, origin, mailsTo, open, signIn, ask, visit, events, age } = await testPeople();
const email = 'program.owner@example.org';
const personId = await open(email, 'Owner of Programs', [
  ['FOCAL_POINT', 'fao'],
  ['PROCUREMENT_OFFICER', 'itu'],
]);
const cookie = cookieOf(await signIn(email));

const making = /* GraphQL */ `mutation ($name: String!, $scope: ApiTokenScope!, $organization: String, $days: Int!) {
  makeApiToken(name: $name, scope: $scope, organization: $organization, days: $days) { ... on ApiTokenMade { token apiToken { id } } ... on InvalidInput { fields { path code } } }
}`;
type Made = { token: string; apiToken: { id: string }; fields?: { path: string; code: string }[] };
const make = async (given: Record<string, unknown>, as = cookie): Promise<Made> =>
  (await ask(as, making, { name: 'A check', days: 30, scope: 'PERSONAL', ...given })).data?.['makeApiToken'] as unknown as Made;
/** Asks as a program does. */
const asked = (token: string, query = '{ projects { totalCount } me { name } }', headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', host: 'localhost:3000', ...headers },
    payload: { query },
  });
const reasonOf = (answer: Awaited<ReturnType<typeof asked>>) => [answer.statusCode, answer.json().errors?.[0]?.extensions.reason];
const kept = (id: string) => db.selectFrom('apiToken').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

// One record for the UN system, one for the owners alone.
const records = await db.selectFrom('record').select(['id', 'slug']).where('kind', '=', 'LESSON').orderBy('position').limit(2).execute();
const [inside, owned] = [records[0]?.slug ?? '', records[1]?.slug ?? ''];
await sql`UPDATE record SET audience = 'UN_SYSTEM' WHERE id = ${records[0]?.id ?? ''}::uuid`.execute(db);
await sql`UPDATE record SET audience = 'OWNERS' WHERE id = ${records[1]?.id ?? ''}::uuid`.execute(db);
await sql`DELETE FROM record_owner WHERE record_id = ${records[1]?.id ?? ''}::uuid`.execute(db);
await sql`INSERT INTO record_owner (record_id, organization_id) SELECT ${records[1]?.id ?? ''}::uuid, id FROM record WHERE kind = 'ORGANIZATION' AND slug = 'itu'`.execute(
  db,
);
const seen = async (token: string | null) => {
  const query = `{ inside: lesson(id: "${inside}") { title } owned: lesson(id: "${owned}") { title } }`;
  const answer =
    token === null
      ? await app.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json' }, payload: { query } })
      : await asked(token, query);
  const { data } = answer.json();
  return [data.inside !== null, data.owned !== null];
};

describe('a token', () => {
  it('reads with the audience of its scope, as nobody, and is kept as a hash alone', async () => {
    expect(await seen(null)).toEqual([false, false]);
    const [open_, personal, service, other] = [
      await make({ scope: 'PUBLIC' }),
      await make({}),
      await make({ scope: 'SERVICE', organization: 'fao' }),
      await make({ scope: 'SERVICE', organization: 'itu' }),
    ];
    expect(await Promise.all([open_, personal, service, other].map(({ token }) => seen(token)))).toEqual([
      [false, false],
      [true, true],
      [true, false],
      [true, true],
    ]);
    const answer = await asked(personal.token);
    expect(answer.json().data.me).toBeNull();
    expect(answer.headers['cache-control']).toBe('private, no-store');
    expect(String(answer.headers.vary)).toMatch(/Authorization/);
    const everything = JSON.stringify(
      await Promise.all([
        db.selectFrom('apiToken').selectAll().execute(),
        db.selectFrom('mailOutbox').selectAll().execute(),
        db.selectFrom('auditEvent').selectAll().execute(),
      ]),
    );
    for (const { token } of [open_, personal, service]) expect(everything).not.toContain(token.split('_').slice(2).join('_'));
    expect((await mailsTo(email)).at(-1)?.subject).toBe('A token for a program was made with your Atrium account');
    expect(await events('TOKEN_MADE')).toContainEqual({ outcome: 'DONE', detail: 'SERVICE fao' });
  });

  it('changes nothing, reads nothing of an account, and is taken at the addresses of programs alone', async () => {
    const { token, apiToken } = await make({});
    expect(reasonOf(await asked(token, `mutation { revokeApiToken(id: "${apiToken.id}") { __typename } }`))).toEqual([403, 'TOKEN_READS']);
    expect((await kept(apiToken.id)).revokedAt).toBeNull();
    expect((await asked(token, '{ myWork { drafts { id } } }')).json().data?.myWork ?? null).toBeNull();
    // Pages and files know sessions alone.
    const page = await app.inject({ url: `/lessons/${inside}`, headers: { authorization: `Bearer ${token}`, host: 'localhost:3000', accept: 'text/html' } });
    expect(page.statusCode).toBe(404);
    expect(reasonOf(await asked(token, '{ me { name } }', { cookie, origin }))).toEqual([400, 'TOKEN_AND_COOKIE']);
  });

  it('tells its person what it was used for', async () => {
    const { token, apiToken } = await make({ name: 'The nightly copy' });
    for (let count = 0; count < 3; count++) await asked(token);
    const { data } = await ask(cookie, '{ me { apiTokens { id name scope requests lastUsedAt } } }');
    const me = data?.['me'] as unknown as { apiTokens: object[] } | null;
    expect(me?.apiTokens).toContainEqual({
      id: apiToken.id,
      name: 'The nightly copy',
      scope: 'PERSONAL',
      requests: 3,
      lastUsedAt: expect.any(String),
    });
    expect((await visit(cookie, '/account')).body).toMatch(/The nightly copy[\s\S]{0,400}3 requests in 30 days/);
  });

  it('is limited by the minute, over all processes', async () => {
    const { token, apiToken } = await make({});
    await asked(token);
    // What other processes have counted.
    await sql`UPDATE rate_limit SET count = ${TOKEN_REQUESTS_PER_MINUTE - 1} WHERE key = ${`api-token|${apiToken.id}`}`.execute(db);
    expect((await asked(token)).statusCode).toBe(200);
    const over = await asked(token);
    expect([reasonOf(over), over.headers['retry-after']]).toEqual([[429, 'TOKEN_RATE'], '60']);
    await sql`UPDATE rate_limit SET last_request = last_request - 60001 WHERE key = ${`api-token|${apiToken.id}`}`.execute(db);
    expect((await asked(token)).statusCode).toBe(200);
  });

  it('is refused in words once it is revoked, expired, of somebody suspended, of another installation, or none at all', async () => {
    const [revoked, expired, left] = [await make({}), await make({}), await make({ scope: 'SERVICE', organization: 'itu' })];
    expect((await ask(cookie, `mutation { revokeApiToken(id: "${revoked.apiToken.id}") { __typename } }`)).data).toEqual({
      revokeApiToken: { __typename: 'ApiTokenRevoked' },
    });
    expect(reasonOf(await asked(revoked.token))).toEqual([401, 'TOKEN_REVOKED']);
    expect(await events('TOKEN_REVOKED')).toHaveLength(1);
    await sql`UPDATE api_token SET expires_at = now() WHERE id = ${expired.apiToken.id}::uuid`.execute(db);
    expect(reasonOf(await asked(expired.token))).toEqual([401, 'TOKEN_EXPIRED']);
    await sql`DELETE FROM membership WHERE person_id = ${personId}::uuid AND role = 'PROCUREMENT_OFFICER'`.execute(db);
    expect(reasonOf(await asked(left.token))).toEqual([401, 'TOKEN_LEFT']);
    expect(reasonOf(await asked(newToken('the secret of another installation')))).toEqual([401, 'TOKEN_ELSEWHERE']);
    for (const wrong of ['', 'x', 'Bearer', `${revoked.token}x`, 'atrium_00000000_', "' OR 1=1"])
      expect(reasonOf(await asked(wrong)), wrong).toEqual([401, 'TOKEN_UNKNOWN']);
    const { token } = await make({});
    const answer = await asked('nothing');
    expect(answer.headers['www-authenticate']).toMatch(/^Bearer /);
    await sql`UPDATE person SET suspended_at = now() WHERE id = ${personId}::uuid`.execute(db);
    expect(reasonOf(await asked(token))).toEqual([401, 'TOKEN_SUSPENDED']);
    await sql`UPDATE person SET suspended_at = NULL WHERE id = ${personId}::uuid`.execute(db);
    expect((await asked(token)).statusCode).toBe(200);
  });

  it.each([
    ['a name of nothing', { name: ' ' }, 'MISSING'],
    ['a long name', { name: 'x'.repeat(101) }, 'TOO_LONG'],
    ['a name that turns', { name: 'copy \u202etxt' }, 'TURNING'],
    ['no day', { days: 0 }, 'TOKEN_DAYS'],
    ['ten years', { days: 3650 }, 'TOKEN_DAYS'],
    ['an organization of others', { scope: 'SERVICE', organization: 'wfp' }, 'TOKEN_ORGANIZATION'],
    ['a service of none', { scope: 'SERVICE' }, 'TOKEN_ORGANIZATION'],
  ])('is not made with %s', async (_name, given, code) => {
    expect((await make(given)).fields?.map((one) => one.code)).toEqual([code]);
  });

  it('is made by whom it was proved lately who it is, and revoked by its person alone', async () => {
    await age(personId, { provedAt: 11 });
    expect((await ask(cookie, making, { name: 'Late', scope: 'PUBLIC', days: 1 })).errors?.[0]?.extensions.code).toBe('PROOF_NEEDED');
    await age(personId, { provedAt: 0 });
    const { apiToken } = await make({});
    const stranger = cookieOf(await sendForm(app, '/account/demo', { account: 'administrator' }));
    expect((await ask(stranger, `mutation { revokeApiToken(id: "${apiToken.id}") { ... on InvalidInput { fields { code } } } }`)).data).toEqual({
      revokeApiToken: { fields: [{ code: 'NO_TOKEN' }] },
    });
  });

  it('does not pass on what asks for a session with its factors', async () => {
    const administrator = cookieOf(await sendForm(app, '/account/demo', { account: 'administrator' }));
    const { token } = await make({}, administrator);
    expect((await asked(token, '{ members { id } }')).json().errors[0].extensions.code).toMatch(/FORBIDDEN|UNAUTHENTICATED/);
    // A demonstration account is one on the machine itself alone.
    expect(reasonOf(await asked(token, undefined, { 'x-forwarded-for': '203.0.113.9' }))).toEqual([401, 'TOKEN_UNKNOWN']);
  });

  it('is made and revoked on a page without script, and shown once', async () => {
    const page = await app.inject({
      method: 'POST',
      url: '/tokens',
      headers: { cookie, origin, host: 'localhost:3000', accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ name: 'From the page', scope: 'PUBLIC', days: '30' }).toString(),
    });
    const token = /<code class="hash">(atrium_[\w-]+)<\/code>/.exec(page.body)?.[1] ?? '';
    expect(page.headers['cache-control']).toContain('no-store');
    expect((await asked(token)).statusCode).toBe(200);
    const after = await visit(cookie, '/tokens');
    expect(after.body).toContain('From the page');
    expect(after.body).not.toContain(token);
  });
});
