import { ask } from '../api.server.ts';
import { render, siteOf } from '../site.server.tsx';
import type { Kind } from '../graphql/graphql.ts';
import type { Route } from './+types/suggest';
import { suggestionsQuery } from './queries.ts';
import { SuggestedOption } from './near-matches.tsx';

const kinds = ['VENDOR', 'ORGANIZATION', 'PROJECT'] as const satisfies readonly Kind[];

/** The options of a box's list for `?kind=` and `?q=`, as a fragment of HTML that a form asks for while one types. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  const text = (searchParams.get('q') ?? '').trim().slice(0, 200);
  const kind = kinds.find((one) => one === searchParams.get('kind'));
  const found = kind && text !== '' ? (await ask(context, suggestionsQuery, { kind, text })).suggestions : [];
  const site = siteOf(request, context);
  return new Response(
    render(
      site,
      found.map((one) => <SuggestedOption key={one.value} suggestion={one} />),
    ),
    { headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'private, max-age=60', vary: 'Cookie, Accept-Language' } },
  );
}
