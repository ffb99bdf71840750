import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import { dayEverywhere, utcToday } from '../uptake/state.ts';

// Pages that everybody sees alike are rendered once for each state of the library, and a second visit is answered with
// "not modified". Whoever sends a cookie never meets this cache, neither its copies nor its names for them.

/** The first part of the addresses whose pages depend on nothing but the address, the library and the day. */
const shared = new Set(
  ' projects goals recommendations risks mitigations standards glossary matrix learning legal funding principles governance reference sources overview organizations vendors lessons about uptake sitemap.xml robots.txt'.split(
    ' ',
  ),
);
/** Of these, pages that say what is overdue, by the days of organizations in all time zones. */
const everywhere = new Set(['', 'uptake', 'organizations', 'recommendations']);
/** Below these, forms and pages of people who sign in. */
const own = /\/(new|edit|load)(\/|$)/;
/** Longer addresses are no page's own, and would only push others out. */
const ADDRESS_MAX = 500;
/**
 * So long after a change a page may still be made with what a process keeps in memory from before it (milliseconds): the terms
 * of the glossary, which it keeps for five minutes. What is made later is another page, under another name.
 */
export const SETTLES_MS = 6 * 60_000;
/** Bytes of pages that are kept; one of 30 kB compressed is about 200 kB as it is. */
const BYTES_MAX = 48_000_000;

type Kept = { status: number; headers: [string, string][]; body: Buffer; brotli: Buffer };
type Pages<Extra> = (request: Request, extra: Extra) => Promise<Response>;

const compress = promisify(brotliCompress);

/** Whether a request is for a page that may be shared: asked by nobody in particular, for an address of the library. */
export function isShared(request: Request): boolean {
  const { pathname, search } = new URL(request.url);
  return (
    (request.method === 'GET' || request.method === 'HEAD') &&
    !request.headers.has('cookie') &&
    !request.headers.has('authorization') &&
    pathname.length + search.length <= ADDRESS_MAX &&
    shared.has(pathname.split('/')[1] ?? '') &&
    !own.test(pathname)
  );
}

/**
 * Renders pages through a cache of those that everybody sees alike. Their ETag names the release, the address, the day (of
 * all time zones where they say what is overdue) and the state of the library, so it changes exactly when what they show may have.
 * Several readers who ask for the same page at the same time wait for one rendering.
 * @param state names the state of the library (prisma/library-state.ts)
 * @param today names the day, "2026-11-29", for the pages of an address's first part
 */
export function cachedPages<Extra>(
  pages: Pages<Extra>,
  {
    state,
    release,
    today = (first) => (everywhere.has(first) ? dayEverywhere() : utcToday()),
  }: { state: () => Promise<string>; release: string; today?: (first: string) => string },
): Pages<Extra> & { size: () => number } {
  const kept = new LRUCache<string, Kept>({ maxSize: BYTES_MAX, sizeCalculation: ({ body, brotli }) => body.length + brotli.length + 1000 });
  const rendering = new Map<string, Promise<Kept | Response>>();
  let seen = { state: '', since: 0 };

  /** The state of the library, and whether everything this process keeps in memory follows it by now. */
  const stateNow = async (): Promise<string> => {
    const now = await state();
    if (now !== seen.state) seen = { state: now, since: Date.now() };
    return Date.now() - seen.since > SETTLES_MS ? `${now} settled` : now;
  };

  const render = async (name: string, request: Request, extra: Extra): Promise<Kept | Response> => {
    const response = await pages(new Request(request.url, { headers: withoutConditions(request.headers) }), extra);
    const private_ = /no-store|private/.test(response.headers.get('cache-control') ?? '');
    if (response.status !== 200 || private_ || response.headers.has('set-cookie')) return response;
    const body = Buffer.from(await response.arrayBuffer());
    const page: Kept = {
      status: response.status,
      headers: [...response.headers],
      body,
      // The quality of @fastify/compress here: what is compressed once may as well be compressed as well as ever.
      brotli: await compress(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }),
    };
    kept.set(name, page);
    return page;
  };

  const answer = async (request: Request, extra: Extra): Promise<Response> => {
    if (!isShared(request)) return pages(request, extra);
    // Without a database the page itself says so.
    const now = await stateNow().catch(() => null);
    if (now === null) return pages(request, extra);
    const url = new URL(request.url);
    const name = createHash('sha256')
      .update([release, url.origin, url.pathname, url.search, today(url.pathname.split('/')[1] ?? ''), now].join('\n'))
      .digest('base64url')
      .slice(0, 27);
    const headers = new Headers({ etag: `W/"${name}"`, 'cache-control': 'public, max-age=0, must-revalidate', vary: 'cookie, accept-encoding' });
    if (known(request.headers.get('if-none-match'), name)) return new Response(null, { status: 304, headers });
    let page: Kept | Response | undefined = kept.get(name);
    if (!page) {
      const begun = rendering.get(name);
      const mine = begun ?? render(name, request, extra).finally(() => rendering.delete(name));
      if (!begun) rendering.set(name, mine);
      page = await mine;
      // What is not kept belongs to the one request that made it.
      if (page instanceof Response) return begun ? pages(request, extra) : page;
    }
    for (const [header, value] of page.headers) if (!headers.has(header)) headers.set(header, value);
    const brotli = /\bbr\b/.test(request.headers.get('accept-encoding') ?? '');
    if (brotli) headers.set('content-encoding', 'br');
    headers.delete('content-length');
    return new Response(request.method === 'HEAD' ? null : new Uint8Array(brotli ? page.brotli : page.body), { status: page.status, headers });
  };
  return Object.assign(answer, { size: () => kept.size });
}

/** Whether a reader's copy is the current one (RFC 9110, section 13.1.2). */
const known = (header: string | null, name: string): boolean => (header ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === `"${name}"`);

/** What is kept is made for everybody: without what one reader has, and whole. */
function withoutConditions(headers: Headers): Headers {
  const plain = new Headers(headers);
  for (const name of ['if-none-match', 'if-modified-since', 'range', 'accept-encoding']) plain.delete(name);
  return plain;
}
