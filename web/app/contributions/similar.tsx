import { ask } from '../api.server.ts';
import { render, siteOf } from '../site.server.tsx';
import type { Route } from './+types/similar';
import { similarQuery } from './queries.ts';
import { SimilarList } from './similar-list.tsx';

/** "Who is already doing this?" for `?title=`, as a fragment of HTML that the form shows while one types. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  const title = (searchParams.get('title') ?? '').trim().slice(0, 300);
  const asked = searchParams.get('kind');
  const kind = asked === 'VENDOR' || asked === 'BUILDING_BLOCK' ? asked : null;
  const site = siteOf(request, context);
  const similar = title === '' ? [] : (await ask(context, similarQuery, { title, kind })).similarEntries;
  return new Response(title === '' ? '' : render(site, <SimilarList similar={similar} />), {
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'private, max-age=60', vary: 'Cookie, Accept-Language' },
  });
}
