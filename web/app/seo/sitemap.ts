import { ask } from '../api.server.ts';
import { graphql } from '../graphql/index.ts';
import { keepable } from '../text.ts';
import type { Route } from './+types/sitemap';
import { publicOrigin } from './origin.server.ts';

const query = graphql(/* GraphQL */ `
  query Sitemap($skip: Int!) {
    library {
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
  '/learning',
  '/legal',
  '/funding',
  '/principles',
  '/governance',
  '/sources',
  '/overview',
  '/about',
];

const escaped = (text: string) => keepable(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Every public page with the day it last changed, as sitemaps.org has it. Records that share a page stand for it once. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const addresses = (await ask(context, query, { skip: 0 })).library.addresses;
  while (addresses.length > 0 && addresses.length % PART === 0 && addresses.length < MOST) {
    const more = (await ask(context, query, { skip: addresses.length })).library.addresses;
    if (more.length === 0) break;
    addresses.push(...more);
  }
  const origin = publicOrigin(request, context);
  const changed = new Map<string, string | null>(pages.map((page) => [page, null]));
  for (const { url, updatedAt } of addresses) {
    const page = url.split('#')[0] ?? url;
    const before = changed.get(page);
    if (!before || before < updatedAt) changed.set(page, updatedAt);
  }
  const entries = [...changed].map(
    ([page, at]) => `<url><loc>${escaped(new URL(page, origin).href)}</loc>${at ? `<lastmod>${at.slice(0, 10)}</lastmod>` : ''}</url>`,
  );
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('\n')}\n</urlset>\n`,
    {
      headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=3600' },
    },
  );
}
