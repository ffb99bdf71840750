import { ask } from '../api.server.ts';
import { graphql } from '../graphql/index.ts';
import { keepable } from '../text.ts';
import type { Route } from './+types/sitemap';
import { publicOrigin } from './origin.server.ts';

const query = graphql(/* GraphQL */ `
  query Sitemap($skip: Int!) {
    library {
      kinds {
        count
      }
      addresses(skip: $skip) {
        url
        updatedAt
      }
    }
  }
`);

/** The API gives so many at a time, and a site map may hold so many. */
const PART = 10_000;
const MOST = 50_000;

/** The pages that are not a record's own. */
const pages = [
  '/',
  '/projects',
  '/organizations',
  '/vendors',
  '/lessons',
  '/recommendations',
  '/standards',
  '/goals',
  '/risks',
  '/mitigations',
  '/glossary',
  '/matrix',
  '/decide',
  '/uptake',
  '/uptake/trend',
  '/uptake/overdue',
  '/uptake/changes',
  '/uptake/entries',
  '/learning',
  '/legal',
  '/funding',
  '/principles',
  '/governance',
  '/sources',
  '/overview',
  '/ask',
  '/follow',
  '/about',
];

const escaped = (text: string) => keepable(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const answer = (body: string) =>
  new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${body}\n`, {
    headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=3600' },
  });
const XMLNS = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/**
 * Every public page with the day it last changed, as sitemaps.org has it. Records that share a page stand for it once. Beyond
 * what one map may hold there are several (`?part=2`), and the address alone names them.
 */
export async function loader({ request, context }: Route.LoaderArgs) {
  const origin = publicOrigin(request, context);
  const given = new URL(request.url).searchParams.get('part');
  const part = given !== null && /^[1-9]\d{0,3}$/.test(given) ? Number(given) : null;
  const begin = ((part ?? 1) - 1) * MOST;
  const { kinds, addresses } = (await ask(context, query, { skip: begin })).library;
  const parts = Math.ceil(kinds.reduce((sum, { count }) => sum + count, 0) / MOST);
  if (part === null && parts > 1) {
    const maps = Array.from({ length: parts }, (_, at) => `<sitemap><loc>${escaped(new URL(`/sitemap.xml?part=${at + 1}`, origin).href)}</loc></sitemap>`);
    return answer(`<sitemapindex xmlns="${XMLNS}">\n${maps.join('\n')}\n</sitemapindex>`);
  }
  while (addresses.length > 0 && addresses.length % PART === 0 && addresses.length < MOST) {
    const more = (await ask(context, query, { skip: begin + addresses.length })).library.addresses;
    if (more.length === 0) break;
    addresses.push(...more);
  }
  const changed = new Map<string, string | null>(begin === 0 ? pages.map((page) => [page, null]) : []);
  for (const { url, updatedAt } of addresses) {
    const page = url.split('#')[0] ?? url;
    const before = changed.get(page);
    if (!before || before < updatedAt) changed.set(page, updatedAt);
  }
  const entries = [...changed].map(
    ([page, at]) => `<url><loc>${escaped(new URL(page, origin).href)}</loc>${at ? `<lastmod>${at.slice(0, 10)}</lastmod>` : ''}</url>`,
  );
  return answer(`<urlset xmlns="${XMLNS}">\n${entries.join('\n')}\n</urlset>`);
}
