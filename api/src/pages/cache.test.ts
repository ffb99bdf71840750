import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { languages } from '../../../web/app/i18n/i18n.server.ts';
import { cachedPages, isShared, SETTLES_MS } from './cache.ts';

const page = (html: string, headers: Record<string, string> = {}, status = 200) =>
  new Response(html, { status, headers: { 'content-type': 'text/html; charset=utf-8', ...headers } });
/** Pages that count how often each address was rendered, over a library whose state and day a test changes. */
function library(
  render: (request: Request, number: number) => Response | Promise<Response> = (request, number) =>
    page(`<!doctype html>${new URL(request.url).pathname} ${number}`),
) {
  const world = { state: '1.1', day: '2026-11-29', rendered: [] as string[] };
  const ask = cachedPages(
    async (request: Request, _extra: object) => {
      world.rendered.push(new URL(request.url).pathname);
      return render(request, world.rendered.length);
    },
    { state: async () => world.state, release: 'test', today: () => world.day },
  );
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET') => ask(new Request(`http://localhost:3000${path}`, { method, headers }), {});
  return { world, get, size: ask.size };
}

describe('a page that everybody sees alike', () => {
  it('is rendered once for a state of the library, and a second visit is "not modified"', async () => {
    const { world, get } = library();
    const first = await get('/projects?stage=PILOT');
    expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    const etag = first.headers.get('etag') ?? '';
    const text = await first.text();
    expect(await (await get('/projects?stage=PILOT')).text()).toBe(text);
    const again = await get('/projects?stage=PILOT', { 'if-none-match': `"other", ${etag}` });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    expect(world.rendered).toHaveLength(1);
    world.state = '2.2';
    const changed = await get('/projects?stage=PILOT', { 'if-none-match': etag });
    expect([changed.status, changed.headers.get('etag') === etag]).toEqual([200, false]);
    world.day = '2026-11-30';
    expect((await get('/projects?stage=PILOT', { 'if-none-match': changed.headers.get('etag') ?? '' })).status).toBe(200);
    expect(world.rendered).toHaveLength(3);
  });

  it('is made anew once what the process kept in memory follows the change', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      const { world, get } = library();
      const fresh = (await get('/projects')).headers.get('etag') ?? '';
      vi.advanceTimersByTime(SETTLES_MS + 1);
      const settled = await get('/projects', { 'if-none-match': fresh });
      expect([settled.status, settled.headers.get('etag') === fresh, world.rendered.length]).toEqual([200, false, 2]);
      vi.advanceTimersByTime(SETTLES_MS * 20);
      expect((await get('/projects', { 'if-none-match': settled.headers.get('etag') ?? '' })).status).toBe(304);
      expect(world.rendered).toHaveLength(2);
    } finally {
      vi.useRealTimers();
    }
  });

  it('has one language: with a second one its name must hold the language of the request', () => {
    expect(Object.keys(languages)).toEqual(['en']);
  });

  it('is told apart by address and host', async () => {
    const { world, get } = library();
    const tags = new Set<string | null>();
    for (const path of ['/projects', '/projects?sort=title', '/vendors', '/']) tags.add((await get(path)).headers.get('etag'));
    expect([tags.size, world.rendered.length]).toEqual([4, 4]);
  });

  it('is compressed once and comes as it is for who asks so, without a body for HEAD', async () => {
    const { world, get } = library((_request, number) => page(`<p>${'word '.repeat(2000)}${number}</p>`));
    const packed = await get('/', { 'accept-encoding': 'gzip, br' });
    expect(packed.headers.get('content-encoding')).toBe('br');
    const plain = await (await get('/')).text();
    expect(brotliDecompressSync(Buffer.from(await packed.arrayBuffer())).toString()).toBe(plain);
    const head = await get('/', {}, 'HEAD');
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect(world.rendered).toHaveLength(1);
  });

  it('is rendered once for many who ask at the same time', async () => {
    const { world, get } = library(async (_request, number) => {
      await new Promise((done) => setTimeout(done, 20));
      return page(`page ${number}`);
    });
    const texts = await Promise.all(Array.from({ length: 64 }, () => get('/overview').then((response) => response.text())));
    expect([new Set(texts).size, world.rendered.length]).toEqual([1, 1]);
  });

  it('stays within its bounds', async () => {
    const { get, size } = library((request) => page(`${new URL(request.url).search}${'x'.repeat(1_000_000)}`));
    for (let index = 0; index < 60; index++) await get(`/projects?after=${index}`);
    expect(size()).toBeLessThanOrEqual(48_000_000);
  });
});

describe('what is not for everybody', () => {
  const refused: [string, Record<string, string>, string?][] = [
    ['/projects', { cookie: 'atrium.session_token=x' }],
    ['/projects', { cookie: 'anything=x' }],
    ['/projects', { authorization: 'Bearer x' }],
    ['/projects/new', {}],
    ['/projects/building-blocks/edit', {}],
    ['/uptake/load', {}],
    ['/search?q=cash', {}],
    ['/search/suggest?q=c', {}],
    ['/sign-in', {}],
    ['/account', {}],
    ['/invitation?token=x', {}],
    ['/still-correct?token=x', {}],
    ['/drafts/1', {}],
    ['/members', {}],
    ['/follow', {}],
    ['/campaigns', {}],
    ['/log', {}],
    [`/projects?q=${'x'.repeat(600)}`, {}],
  ];
  it.each(refused)('is never shared: %s', async (path, headers) => {
    expect(isShared(new Request(`http://localhost:3000${path}`, { headers }))).toBe(false);
    const { world, get } = library();
    for (let time = 0; time < 2; time++) expect((await get(path, headers)).headers.get('etag')).toBeNull();
    expect(world.rendered).toHaveLength(2);
  });

  it('is not said to be known where it does not exist', async () => {
    const { get } = library(() => page('none', {}, 404));
    expect((await get('/projects/nope', { 'if-none-match': '*' })).status).toBe(404);
  });

  it('is not kept where the state of the library is not known', async () => {
    let rendered = 0;
    const ask = cachedPages(async () => page(`page ${++rendered}`), { state: async () => Promise.reject(new Error('no database')), release: 'test' });
    for (let time = 0; time < 2; time++) expect((await ask(new Request('http://localhost:3000/projects'), {})).headers.get('etag')).toBeNull();
    expect(rendered).toBe(2);
  });

  it('is not kept where the page itself says so, sets a cookie, is absent or failed', async () => {
    for (const answer of [
      () => page('own', { 'cache-control': 'private, no-store' }),
      () => page('cookie', { 'set-cookie': 'a=b' }),
      () => page('absent', {}, 404),
      () => page('failed', {}, 500),
      () => new Response(null, { status: 308, headers: { location: '/projects' } }),
    ]) {
      const { world, get, size } = library(answer);
      const responses = await Promise.all([get('/projects'), get('/projects')]);
      expect(responses.map((response) => response.headers.get('etag'))).toEqual([null, null]);
      await get('/projects');
      expect([size(), world.rendered.length]).toEqual([0, 3]);
    }
  });

  it('never reaches who has no cookie, nor the other way round', async () => {
    const { get } = library((request) => page(request.headers.has('cookie') ? 'secret of one' : 'for everybody'));
    const asked = ['', 'atrium.session_token=a', '', 'atrium.session_token=b', ''];
    for (const cookie of asked) expect(await (await get('/projects', cookie ? { cookie } : {})).text()).toBe(cookie ? 'secret of one' : 'for everybody');
    const public_ = await get('/projects');
    // Somebody signed in who sends the name of a public copy gets the own page, not "not modified".
    expect((await get('/projects', { cookie: 'atrium.session_token=a', 'if-none-match': public_.headers.get('etag') ?? '' })).status).toBe(200);
  });
});
