import { ask } from '../api.server.ts';
import { render, siteOf } from '../site.server.tsx';
import type { Route } from './+types/suggest';
import { type Suggestion, Suggestions } from './suggestions.tsx';

/** How many records are suggested while one types. */
const most = 7;

const query = /* GraphQL */ `
  query Suggest($query: String!, $first: Int!) {
    search(query: $query, first: $first) {
      edges {
        node {
          kind
          title
          language
          url
          snippet: snippetParts {
            text
            marked
          }
        }
      }
    }
  }
`;

type Result = { search: { edges: { node: Suggestion }[] } };

/** The suggestions for `?q=` as a fragment of HTML: the options of the search box's list. Empty where nothing is found. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const text = (new URL(request.url).searchParams.get('q') ?? '').trim().slice(0, 200);
  const site = siteOf(request, context);
  const hits = text === '' ? [] : (await ask<Result>(context, query, { query: text, first: most })).search.edges.map((edge) => edge.node);
  return new Response(render(site, <Suggestions query={text} hits={hits} />), {
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'private, max-age=60', vary: 'Cookie, Accept-Language' },
  });
}
