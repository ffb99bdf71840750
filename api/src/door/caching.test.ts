import { expect, it } from 'vitest';
import routes from '../../../web/app/routes.ts';
import { demoCookie, realPages, testDoor } from '#test/door.ts';

const { serve } = await testDoor();
const app = await serve({}, { pages: await realPages() });
const cookie = await demoCookie(app, 'administrator');

/** The addresses of Fastify's own routes that are read: a tree, each line below the one that is indented less. */
// Wildcards below a path are not in what Fastify prints.
const served: string[] = ['/auth/get-session', '/auth/verify-email?token=x', '/auth/1'];
const above: { depth: number; path: string }[] = [];
for (const line of app.printRoutes({ commonPrefix: false }).split('\n')) {
  const [, indent = '', part = '', methods = ''] = /^([│├└─ ]*)(\S+)(?: \(([A-Z, ]+)\))?$/.exec(line) ?? [];
  if (part === '') continue;
  while ((above.at(-1)?.depth ?? -1) >= indent.length) above.pop();
  const path = (above.at(-1)?.path ?? '') + part;
  above.push({ depth: indent.length, path });
  if (methods.includes('GET') && part !== '*') served.push(path);
}
/** Of each parameter a value that is there. */
const filled = (path: string) =>
  path
    .replace(':slug(^[a-z0-9-]+)', 'fao')
    .replace(':number(^\\d{1,3})', '4')
    .replace('recommendations/:address', 'recommendations/4')
    .replace('organizations/:slug', 'organizations/fao')
    .replace(':recommendation/:organization', '4/fao')
    .replace('goals/:number', 'goals/16')
    .replace('projects/:slug', 'projects/building-blocks')
    .replace('vendors/:slug', 'vendors/ibm')
    .replace(':hash', '0'.repeat(64))
    .replace(/:number|\*/g, '1')
    .replace(/:(slug|id|address)/g, 'x');

it('keeps nothing that was answered to a cookie, at any address, whatever came of it', async () => {
  const addresses = [...new Set([...served, ...routes.map((route) => `/${route.path ?? ''}`)].map(filled))];
  expect(addresses.length).toBeGreaterThan(90);
  for (const known of [
    '/graphql',
    '/projects.csv',
    '/uptake/organizations/fao.docx',
    '/files/',
    '/search/suggest',
    '/drafts/similar',
    '/audit.csv',
    '/sitemap.xml',
    '/auth/1',
  ])
    expect([known, addresses.filter((path) => path.startsWith(known))]).not.toEqual([known, []]);
  const kept: unknown[] = [];
  for (const url of [
    ...addresses,
    '/search/suggest?q=block',
    '/drafts/similar?title=block',
    '/graphql?query={me{name}}',
    '/no-such-page',
    '//projects',
    '/Projects',
  ]) {
    const { headers, statusCode } = await app.inject({ url, headers: { host: 'localhost:3000', cookie, accept: 'text/html' } });
    const vary = String(headers['vary'] ?? '').toLowerCase();
    if (headers['cache-control'] !== 'private, no-store' || !vary.includes('cookie') || statusCode >= 500)
      kept.push([url, statusCode, headers['cache-control'], vary]);
  }
  expect(kept).toEqual([]);
}, 120_000);

it('tells every cache that a cookie makes a difference where none came', async () => {
  for (const url of ['/', '/projects', '/projects.csv', '/graphql?query={__typename}', '/search/suggest?q=block', '/uptake.atom', '/no-such-page'])
    expect([url, String((await app.inject({ url, headers: { host: 'localhost:3000' } })).headers['vary']).toLowerCase()]).toEqual([
      url,
      expect.stringContaining('cookie'),
    ]);
});

it('never answers 304 across viewers who see differently', async () => {
  const get = (url: string, headers: Record<string, string>) => app.inject({ url, headers: { host: 'localhost:3000', ...headers } });
  const [fao, colleague, wfp] = [await demoCookie(app, 'fao-publisher'), await demoCookie(app, 'fao-focal-point'), await demoCookie(app, 'member')];
  for (const path of ['/projects.json', '/vendors.csv', '/lessons.xlsx']) {
    const internal = `${path}?audience=internal`;
    const as: [string, Record<string, string>][] = [
      [path, {}],
      [internal, { cookie: fao }],
      // Who sees the same is named in another way in the file.
      [internal, { cookie: colleague }],
      [internal, { cookie: wfp }],
    ];
    const seen = await Promise.all(as.map(([url, headers]) => get(url, headers)));
    expect(seen.map((one) => one.statusCode)).toEqual([200, 200, 200, 200]);
    const tags = seen.map((one) => String(one.headers['etag']));
    expect(new Set(tags).size).toBe(4);
    for (const [viewer, [url, headers]] of as.entries())
      for (const [other, etag] of tags.entries())
        expect([url, viewer, other, (await get(url, { ...headers, 'if-none-match': etag })).statusCode]).toEqual([
          url,
          viewer,
          other,
          viewer === other ? 304 : 200,
        ]);
    // Who may not have an internal file is not told either that a copy of it is the current one.
    for (const etag of [...tags, '*']) expect((await get(internal, { 'if-none-match': etag })).statusCode).toBe(401);
    // The public file is the same for all.
    expect((await get(path, { cookie: fao })).headers['etag']).toBe(tags[0]);
    // What was answered to a cookie has no day by which it could be asked after.
    expect(seen.map((one) => one.headers['last-modified'] !== undefined)).toEqual([true, false, false, false]);
    for (const url of [path, internal])
      expect((await get(url, { cookie: fao, 'if-modified-since': String(seen[0]?.headers['last-modified']) })).statusCode).toBe(200);
  }
});
