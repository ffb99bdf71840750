import { RouterContextProvider } from 'react-router';
import { describe, expect, it } from 'vitest';
import { viewerOf } from './accounts/viewer.server.ts';
import { apiContext, ask, queryAllPages, orNotFound } from './api.server.ts';

function contextFor(answer: (request: Request) => Response | Promise<Response>, cookie?: string) {
  const context = new RouterContextProvider();
  const request = new Request('http://hub.test/projects', { headers: cookie ? { cookie } : {} });
  context.set(apiContext, { fetch: answer, request, requestId: 'request-7', baseUrl: '', version: '1' });
  return context;
}

/** What ask() throws, as the error pages get it. */
async function thrown(work: Promise<unknown>): Promise<{ status: number; body: unknown }> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Response)) throw new Error('Nothing was thrown that the error pages understand');
  return { status: error.status, body: await error.json() };
}

describe('ask', () => {
  it('hands on the query, its variables, the cookie and the request id', async () => {
    let seen: { body: unknown; cookie: string | null; id: string | null } | null = null;
    const context = contextFor(async (request) => {
      seen = { body: await request.json(), cookie: request.headers.get('cookie'), id: request.headers.get('x-request-id') };
      return Response.json({ data: { a: 1 } });
    }, 'session=s');
    expect(await ask(context, 'query Q { a }', { first: 2 })).toEqual({ a: 1 });
    expect(seen).toEqual({ body: { query: 'query Q { a }', variables: { first: 2 } }, cookie: 'session=s', id: 'request-7' });
  });

  it('asks who is signed in together with what the page asks first, and never again', async () => {
    const sent: { query: string }[][] = [];
    const context = contextFor(async (request) => {
      const body = (await request.json()) as { query: string } | { query: string }[];
      sent.push([body].flat());
      const answers = [body].flat().map(({ query }) => ({ data: query.includes('SiteViewer') ? { me: { name: 'Ada' } } : { a: 1 } }));
      return Response.json(Array.isArray(body) ? answers : answers[0]);
    }, 'atrium.session_token=s');
    expect(await ask(context, 'query Q { a }')).toEqual({ a: 1 });
    expect(await ask(context, 'query R { a }')).toEqual({ a: 1 });
    expect(await viewerOf(context)).toEqual({ name: 'Ada' });
    expect(sent.map((queries) => queries.map(({ query }) => /\w+ (\w+)/.exec(query)?.[1]))).toEqual([['Q', 'SiteViewer'], ['R']]);
  });

  it('shows the page also where it cannot be told who is signed in', async () => {
    const context = contextFor(() => Response.json([{ data: { a: 1 } }, { data: null, errors: [{ message: 'No.' }] }]), 'atrium.session_token=s');
    expect(await ask(context, '{ a }')).toEqual({ a: 1 });
    expect(await viewerOf(context)).toBeNull();
  });

  it.each([
    ['BAD_USER_INPUT', 400],
    ['FORBIDDEN', 403],
    ['NOT_FOUND', 404],
  ])('turns %s into a page with status %i that says why', async (code, status) => {
    const context = contextFor(() =>
      Response.json({ data: null, errors: [{ message: 'Only some may.', extensions: { code, reason: 'ONLY_REPORTERS', params: { a: 1 } } }] }),
    );
    expect(await thrown(ask(context, '{ a }'))).toEqual({ status, body: { requestId: 'request-7', why: [{ code: 'ONLY_REPORTERS', params: { a: 1 } }] } });
  });

  it('does not tell readers what went wrong inside', async () => {
    const context = contextFor(() => Response.json({ errors: [{ message: 'relation "record" does not exist' }] }));
    expect(await thrown(ask(context, '{ a }'))).toEqual({ status: 500, body: { requestId: 'request-7', why: [] } });
  });
});

describe('askWhole', () => {
  it('is the list with all its pages', async () => {
    const pages: Record<string, { edges: number[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } }> = {
      '': { edges: [1, 2], pageInfo: { hasNextPage: true, endCursor: 'b' } },
      b: { edges: [3], pageInfo: { hasNextPage: true, endCursor: 'c' } },
      c: { edges: [4], pageInfo: { hasNextPage: false, endCursor: null } },
    };
    const { list } = await queryAllPages('list', async (after) => ({ list: pages[after ?? ''] as (typeof pages)[string] }));
    expect(list.edges).toEqual([1, 2, 3, 4]);
  });
});

describe('found', () => {
  it('is the value, or the page for what does not exist', async () => {
    const context = contextFor(() => new Response());
    expect(orNotFound(context, 0)).toBe(0);
    expect(await thrown(Promise.resolve().then(() => orNotFound(context, null)))).toMatchObject({ status: 404 });
  });
});
