import type { RouterContextProvider } from 'react-router';
import { type Api, apiContext, queryAllPages } from '../api.server.ts';
import { graphql } from '../graphql/index.ts';
import { Glossary, type Term } from '../ui/terms.ts';

const query = graphql(/* GraphQL */ `
  query TermsInPlace($after: String) {
    glossaryTerms(first: 100, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          slug
          url
          term
          forms
          definition {
            ...StatementParts
          }
        }
      }
    }
  }
`);

/** Terms change rarely: a page may explain them as they were so long ago. */
const keptFor = 5 * 60_000;
const kept = new WeakMap<Api['fetch'], { until: number; glossary: Promise<Glossary> }>();

/**
 * The public terms of the glossary, asked for once and kept. It is asked as nobody in particular, since everyone gets the
 * same. Pages do without while it cannot be had.
 */
export async function glossaryOf(context: Readonly<RouterContextProvider>): Promise<Glossary> {
  const api = context.get(apiContext);
  const now = Date.now();
  let entry = kept.get(api.fetch);
  if (!entry || entry.until < now) {
    entry = { until: now + keptFor, glossary: read(api) };
    kept.set(api.fetch, entry);
  }
  try {
    return await entry.glossary;
  } catch {
    kept.delete(api.fetch);
    return new Glossary([]);
  }
}

async function read(api: Api): Promise<Glossary> {
  const { glossaryTerms } = await queryAllPages('glossaryTerms', (after) => termsAfter(api, after));
  return new Glossary(glossaryTerms.edges.map(({ node }) => node));
}

type Terms = { glossaryTerms: { edges: { node: Term }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } };
async function termsAfter(api: Api, after: string | null): Promise<Terms> {
  const response = await api.fetch(
    new Request(new URL('/graphql', api.request.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', 'x-request-id': api.requestId },
      body: JSON.stringify({ query: query.toString(), variables: { after } }),
    }),
  );
  const { data } = (await response.json()) as { data?: Terms | null };
  if (!data) throw new Error('The API did not give the glossary.');
  return data;
}
