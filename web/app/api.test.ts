import { RouterContextProvider } from 'react-router';
import { describe, expect, it } from 'vitest';
import { apiContext, ask, found } from './api.server.ts';

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

  it.each([
    ['BAD_USER_INPUT', 400],
    ['FORBIDDEN', 403],
    ['NOT_FOUND', 404],
  ])('turns %s into a page with status %i that says why', async (code, status) => {
    const context = contextFor(() => Response.json({ data: null, errors: [{ message: 'The cursor is of another list.', extensions: { code } }] }));
    expect(await thrown(ask(context, '{ a }'))).toEqual({ status, body: { requestId: 'request-7', message: 'The cursor is of another list.' } });
  });

  it('does not tell readers what went wrong inside', async () => {
    const context = contextFor(() => Response.json({ errors: [{ message: 'relation "record" does not exist' }] }));
    expect(await thrown(ask(context, '{ a }'))).toEqual({ status: 500, body: { requestId: 'request-7' } });
  });
});

describe('found', () => {
  it('is the value, or the page for what does not exist', async () => {
    const context = contextFor(() => new Response());
    expect(found(context, 0)).toBe(0);
    expect(await thrown(Promise.resolve().then(() => found(context, null)))).toMatchObject({ status: 404 });
  });
});
