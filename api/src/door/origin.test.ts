import { describe, expect, it } from 'vitest';
import { demoCookie, testDoor } from '#test/door.ts';

const { serve } = await testDoor();
const app = await serve();
const administrator = await demoCookie(app, 'administrator');
const host = 'localhost:3000';
const secret = encodeURIComponent('{ me { email } outbox { mails { text } } members { email } }');
const others = ['https://evil.example', 'https://x.un.org', 'null', 'http://localhost:9999', 'https://localhost:3000', 'http://localhost:3000.evil.example'];

describe('another origin', () => {
  it.each(others)('%s reads nothing with a cookie of ours, and is never allowed credentials', async (origin) => {
    for (const site of ['same-site', 'cross-site', undefined]) {
      const headers = { host, cookie: administrator, origin, ...(site ? { 'sec-fetch-site': site, 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' } : {}) };
      const answer = await app.inject({ url: `/graphql?query=${secret}`, headers });
      expect(answer.body).not.toContain('@');
      expect([answer.headers['access-control-allow-origin'], answer.headers['access-control-allow-credentials']]).toEqual(['*', undefined]);
      expect(answer.headers['cache-control']).toBe('private, no-store');
      // The internal file, which the cookie gives on a page of our own, is nobody's there; what is public is.
      const own = await app.inject({ url: '/projects.json?audience=internal', headers: { host, cookie: administrator } });
      expect([own.statusCode, own.json().about.audience]).toEqual([200, expect.stringContaining('INTERNAL')]);
      const foreign = await app.inject({ url: '/projects.json?audience=internal', headers });
      expect([foreign.statusCode, foreign.headers['access-control-allow-credentials']]).toEqual([401, undefined]);
      expect(foreign.body).not.toContain('INTERNAL');
      const [open, stranger] = [await app.inject({ url: '/projects.json', headers }), await app.inject({ url: '/projects.json', headers: { host } })];
      expect([open.statusCode, open.headers['access-control-allow-credentials']]).toEqual([200, undefined]);
      expect([open.headers['etag'], open.json().about.audience]).toEqual([stranger.headers['etag'], stranger.json().about.audience]);
      expect((await app.inject({ url: '/audit.csv', headers })).statusCode).toBe(401);
    }
  });

  it.each(others)('%s changes nothing with a cookie of ours', async (origin) => {
    for (const url of ['/graphql', '/account/sign-out', '/auth/sign-out', '/files', '/drafts/x']) {
      const answer = await app.inject({
        method: 'POST',
        url,
        headers: { host, cookie: administrator, origin, 'content-type': 'application/json' },
        payload: '{"query":"mutation { invite(email: \\"evil@example.org\\", role: ADMINISTRATOR) { __typename } }"}',
      });
      expect([url, answer.statusCode]).toEqual([url, 403]);
    }
  });

  it('asks what is public without a cookie: the API by POST too, lists, feeds and documents', async () => {
    const origin = 'https://elsewhere.example';
    const preflight = await app.inject({
      method: 'OPTIONS',
      url: '/graphql',
      headers: { host, origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
    });
    expect([preflight.statusCode, preflight.headers['access-control-allow-origin'], preflight.headers['access-control-allow-headers']]).toEqual([
      204,
      '*',
      expect.stringContaining('content-type'),
    ]);
    expect(preflight.headers['access-control-allow-credentials']).toBeUndefined();
    // A browser sends other cookies of its domain along when a page asks for that; they are none of ours.
    for (const cookie of [{}, { cookie: 'analytics=1' }]) {
      const posted = await app.inject({
        method: 'POST',
        url: '/graphql',
        headers: { host, origin, 'sec-fetch-site': 'cross-site', 'content-type': 'application/json', ...cookie },
        payload: '{"query":"{ projects { totalCount } }"}',
      });
      expect([posted.statusCode, posted.headers['access-control-allow-origin'], posted.json().data.projects.totalCount > 0]).toEqual([200, '*', true]);
    }
    for (const url of ['/projects.csv', '/projects.json', '/lessons.xlsx', '/uptake.atom', '/uptake.ics', '/uptake.docx', '/actions.json']) {
      const { statusCode, headers } = await app.inject({ url, headers: { host, origin, 'sec-fetch-site': 'cross-site' } });
      expect([url, statusCode, headers['access-control-allow-origin'], headers['cross-origin-resource-policy']]).toEqual([url, 200, '*', 'cross-origin']);
    }
    expect((await app.inject({ method: 'OPTIONS', url: '/account/sign-in', headers: { host, origin } })).statusCode).toBe(405);
    expect((await app.inject({ method: 'POST', url: '/account/sign-in', headers: { host, origin } })).statusCode).toBe(403);
  });

  it('may lead here by a link: the page is then the reader’s own', async () => {
    const navigation = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
    const answer = await app.inject({ url: '/audit.csv', headers: { host, cookie: administrator, ...navigation } });
    expect(answer.statusCode).toBe(200);
    // In a frame or as a picture of another page it is nobody's.
    for (const dest of ['iframe', 'image', 'empty'])
      expect((await app.inject({ url: '/audit.csv', headers: { host, cookie: administrator, ...navigation, 'sec-fetch-dest': dest } })).statusCode).toBe(401);
  });
});
