import type { FastifyInstance } from 'fastify';
import { describe, expect, it } from 'vitest';
import { connect } from '#prisma/database.ts';
import { createPostgresEngine } from '#search/postgres.ts';
import { demoCookie, realPages, testDoor } from '#test/door.ts';
import { buildApp } from './app.ts';
import { makeServices } from './context.ts';
import { readEnv } from './env.ts';

const { serve, services } = await testDoor();
const host = 'localhost:3000';
const inside = /ECONNREFUSED|127\.0\.0\.1:9|:5432|postgres|FST_|\bat .*\.ts|node_modules|SELECT |"code":"E/;
// As the server starts: with the files of the build, whose registration once finished the routes before it.
const assets = async (app: FastifyInstance) => {
  await app.register(async (inner) => {
    inner.get('/assets/x.js', async () => 'x');
  });
};

describe('a failure inside', () => {
  it('tells nothing of the inside at any address, with the database gone', { timeout: 60_000 }, async () => {
    const gone = connect('postgres://nobody:none@127.0.0.1:9/none', { max: 1 });
    const search = createPostgresEngine('postgres://nobody:none@127.0.0.1:9/none');
    const broken = makeServices(gone.db, search, services.accounts.settings);
    const { app } = await buildApp({ env: readEnv({ LOG_LEVEL: 'silent', NODE_ENV: 'test' }), services: broken, pages: await realPages(), assets });
    const cookie = 'atrium.session_token=made.up';
    const addresses: [string, 'GET' | 'POST'][] = [
      ['/projects.csv', 'GET'],
      ['/lessons.xlsx', 'GET'],
      ['/actions.json', 'GET'],
      ['/uptake.docx', 'GET'],
      ['/uptake.atom', 'GET'],
      ['/uptake/organizations/fao.ics', 'GET'],
      ['/files/'.concat('0'.repeat(64)), 'GET'],
      ['/files', 'POST'],
      ['/audit.csv', 'GET'],
      ['/auth/get-session', 'GET'],
      ['/auth/sign-in/email', 'POST'],
      ['/account/sign-in', 'POST'],
      ['/account/demo', 'POST'],
      ['/graphql?query={projects{totalCount}}', 'GET'],
      ['/graphql', 'POST'],
      ['/projects', 'GET'],
      ['/', 'GET'],
      ['/drafts/x', 'POST'],
      ['/sitemap.xml', 'GET'],
      ['/ready', 'GET'],
    ];
    for (const [url, method] of addresses)
      for (const accept of url.startsWith('/graphql') ? ['application/json'] : ['text/html', 'application/json'])
        for (const headers of [{}, { cookie, origin: `http://${host}` }]) {
          const json = url.startsWith('/graphql') || url.startsWith('/auth');
          const answer = await app.inject({
            url,
            method,
            headers: {
              host,
              accept,
              ...headers,
              ...(method === 'POST' ? { 'content-type': json ? 'application/json' : 'application/x-www-form-urlencoded' } : {}),
            },
            ...(method === 'POST'
              ? { payload: json ? '{"query":"{ projects { totalCount } }","email":"a@example.org","password":"x"}' : 'email=a@example.org&account=member' }
              : {}),
          });
          expect([url, answer.body.match(inside)?.[0], JSON.stringify(answer.headers).match(inside)?.[0]]).toEqual([url, undefined, undefined]);
          expect([url, answer.headers['x-request-id']]).toEqual([url, expect.stringMatching(/^[0-9a-f-]{36}$/)]);
          if (answer.statusCode >= 500 && answer.headers['content-type']?.toString().startsWith('text/html'))
            expect([url, answer.body.includes(String(answer.headers['x-request-id']))]).toEqual([url, true]);
        }
    await app.close();
    await gone.close();
    await search.close();
  });

  it('that says it is busy is 503 with when to come again, in words', async () => {
    const busy = Object.assign(new Error('pool of postgres://10.0.0.5:5432 is full'), { statusCode: 503, retryAfter: 7.2 });
    const pages = async () => {
      throw busy;
    };
    const app = await serve({}, { pages, assets: assets as never });
    const page = await app.inject({ url: '/projects', headers: { host, accept: 'text/html,*/*' } });
    expect([page.statusCode, page.headers['retry-after'], page.headers['content-type']]).toEqual([503, '8', 'text/html; charset=utf-8']);
    expect(page.body).toMatch(/<title>Please try again soon.*There is more to do just now than can be done at once\. Try again in 8 seconds\./);
    expect(page.body).not.toMatch(inside);
    const json = await app.inject({ url: '/projects', headers: { host } });
    expect(json.json()).toEqual({
      error: expect.stringContaining('Try again in 8 seconds'),
      code: 'HTTP_503',
      params: {},
      retryAfter: 8,
      requestId: json.headers['x-request-id'],
    });
    expect(json.headers['content-security-policy']).toContain("default-src 'none'");
  });

  it('of a request itself is told in words, without codes: too large, of another kind, unreadable, unknown', async () => {
    const app = await serve({}, { assets: assets as never });
    const asked = [
      await app.inject({ method: 'POST', url: '/graphql', headers: { host, 'content-type': 'application/json' }, payload: 'x'.repeat(2_000_000) }),
      await app.inject({ method: 'POST', url: '/auth/sign-in/email', headers: { host, 'content-type': 'application/json' }, payload: 'x'.repeat(2_000_000) }),
      await app.inject({ method: 'POST', url: '/', headers: { host }, payload: 'x'.repeat(20_000_000) }),
      await app.inject({ method: 'POST', url: '/graphql', headers: { host, 'content-type': 'text/plain' }, payload: 'x' }),
      await app.inject({ method: 'PUT', url: '/projects', headers: { host } }),
      await app.inject({ url: `/files/${'a'.repeat(600)}`, headers: { host } }),
      await app.inject({ url: '/%E0%A4%A', headers: { host } }),
      await app.inject({ method: 'DELETE', url: '/graphql', headers: { host } }),
    ];
    expect(asked.map((one) => one.statusCode)).toEqual([413, 413, 413, 415, 404, expect.any(Number), 404, 404]);
    for (const { body, headers, statusCode } of asked) {
      expect(statusCode).toBeLessThan(500);
      expect(body).not.toMatch(inside);
      expect(body).not.toMatch(/Route |not found$|is not a valid/);
      expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    }
    expect(asked[0]?.json()).toEqual({ errors: [{ message: 'This is too large.', extensions: expect.objectContaining({ code: 'BAD_REQUEST' }) }] });
  });
});

it('a refusal is in the audit, once and without what was asked, and is a page for a browser', async () => {
  const app = await serve();
  const cookie = await demoCookie(app, 'member');
  const answer = await app.inject({ url: '/audit.csv?actor=secretsearch', headers: { host, cookie, accept: 'text/html' } });
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([403, 'text/html; charset=utf-8']);
  const user = await services.accounts.authenticate(new Headers({ cookie }));
  const kept = () =>
    services.db
      .selectFrom('auditEvent')
      .select(['actor', 'outcome', 'subject', 'requestId'])
      .where('kind', '=', 'ACCESS_REFUSED')
      .where('requestId', '=', String(answer.headers['x-request-id']))
      .execute();
  await expect.poll(kept).toEqual([{ actor: user?.pseudonym, outcome: 'REFUSED', subject: 'GET /audit.csv', requestId: answer.headers['x-request-id'] }]);
});
