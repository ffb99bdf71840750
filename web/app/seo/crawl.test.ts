import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { addressOf } from '#prisma/content/kinds.ts';
import { testSite } from '#test/visit.ts';

const { db, visit } = await testSite();
type Page = Awaited<ReturnType<typeof visit>>;

const seen = new Map<string, Promise<Page>>();
/** A page once, however many links lead to it. */
const page = (path: string) => {
  const address = path.split('#')[0] || '/';
  const found = seen.get(address) ?? visit(address);
  seen.set(address, found);
  return found;
};
const anchorsOf = (html: string) => new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
const folded = (text: string) => text.replace(/\s+/g, ' ').trim();

describe('every record of the library', () => {
  it('has a page at its address that names it, at its anchor where it has one', async () => {
    const { rows } = await sql<{
      kind: 'PROJECT';
      slug: string;
      title: string;
      name: string | null;
      term: string | null;
    }>`SELECT kind, slug, title, content->>'title' AS name, content->>'term' AS term FROM record ORDER BY kind, position`.execute(db);
    expect(rows.length).toBeGreaterThan(600);
    const faults: string[] = [];
    for (const { kind, slug, title, name, term } of rows) {
      const address = addressOf(kind, slug);
      const { status, text, html } = await page(address);
      if (status !== 200) faults.push(`${address}: ${status}`);
      else if (![title, name, term].some((one) => one && text.includes(folded(one)))) faults.push(`${address} does not name "${title}"`);
      const anchor = address.split('#')[1];
      if (anchor && !anchorsOf(html).has(anchor)) faults.push(`${address}: no such place on the page`);
    }
    expect(faults).toEqual([]);
  }, 300_000);

  it('leads on: no link of any page leads nowhere', async () => {
    const faults = new Set<string>();
    const visited = new Set<string>();
    let next = [
      '/',
      ...seen.keys(),
      '/goals',
      '/recommendations',
      '/risks',
      '/standards',
      '/glossary',
      '/matrix',
      '/learning',
      '/legal',
      '/funding',
      '/principles',
      '/governance',
      '/sources',
      '/overview',
      '/about',
    ];
    // Filtered lists lead to filtered lists without end: a few of each shape are followed, one step and no further.
    const shapes = new Map<string, number>();
    const isSample = (path: string) => {
      const { pathname, searchParams } = new URL(path, 'http://localhost');
      const shape = `${pathname}?${[...searchParams.keys()].sort()}`;
      const count = (shapes.get(shape) ?? 0) + 1;
      shapes.set(shape, count);
      return count <= 5;
    };
    for (let step = 0; step < 2; step++) {
      const links = new Set<string>();
      for (const from of next) {
        if (visited.has(from)) continue;
        visited.add(from);
        const { status, links: out, html } = await page(from);
        if (status !== 200) continue;
        const anchors = anchorsOf(html);
        for (const link of out) {
          const url = new URL(link, `http://localhost${from}`);
          if (url.host !== 'localhost' || /\.(csv|xlsx|json|bib|ris|txt)$/.test(url.pathname)) continue;
          const path = url.pathname + url.search;
          if (link.startsWith('#')) {
            if (!anchors.has(decodeURIComponent(link.slice(1)))) faults.add(`${from}: ${link} is not on the page`);
          } else links.add(path);
        }
      }
      const paths = [...links].filter((path) => !seen.has(path) && (!path.includes('?') || (step === 0 && isSample(path))));
      for (const path of paths) {
        const { status, headers } = await page(path);
        // What needs an account leads to where one signs in, and back.
        if (status === 303 && String(headers['location']).startsWith('/sign-in?')) continue;
        if (status !== 200 && status !== 301) faults.add(`${path}: ${status}`);
      }
      next = paths.filter((path) => !path.includes('?'));
    }
    expect([...faults]).toEqual([]);
  }, 600_000);
});

describe('for machines', () => {
  it('there is a site map of every page, and robots know where', async () => {
    const map = await visit('/sitemap.xml');
    expect(map.headers['content-type']).toMatch(/^application\/xml/);
    expect(map.html).toContain('<loc>http://');
    for (const path of ['/projects/', '/goals/2<', '/recommendations/4<', '/reference/', '/overview<']) expect(map.html).toContain(path);
    expect(map.html).not.toContain('#');
    const robots = await visit('/robots.txt');
    expect(robots.html).toMatch(/Sitemap: http:\/\/.*\/sitemap\.xml/);
  });

  it('each kind of record has JSON-LD with a type, a name and its own address', async () => {
    for (const path of ['/goals/2', '/recommendations/4', '/risks', '/standards', '/sources/jiu-rep-2020-7', '/glossary', '/legal']) {
      const { html, jsonLd } = await page(path);
      expect(html).toMatch(/<link rel="canonical" href="http/);
      expect(html).toMatch(/<meta property="og:title"/);
      if (!['/risks', '/standards'].includes(path))
        expect(jsonLd, path).toMatchObject({ '@context': 'https://schema.org', '@type': expect.any(String), name: expect.any(String) });
    }
    expect((await page('/sources/jiu-rep-2020-7')).jsonLd).toMatchObject({ '@type': 'Report', reportNumber: 'JIU/REP/2020/7' });
  });
});
