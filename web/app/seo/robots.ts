import type { Route } from './+types/robots';
import { publicOrigin } from './origin.server.ts';

/** Everything may be read. Search results and single queries have no end and are left out. */
export const loader = ({ request, context }: Route.LoaderArgs) =>
  new Response(`User-agent: *\nDisallow: /search\nDisallow: /graphql\nSitemap: ${new URL('/sitemap.xml', publicOrigin(request, context)).href}\n`, {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=3600' },
  });
