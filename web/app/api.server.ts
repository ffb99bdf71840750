import { createContext, type RouterContextProvider } from 'react-router';

/** What a request carries from the server into the pages. web/handler.ts sets it. */
export type Api = {
  /** Answers GraphQL over HTTP: `yoga.fetch` in one process, the network when split. */
  fetch: (request: Request) => Response | Promise<Response>;
  /** The reader's own request; who asks is in its cookie. */
  request: Request;
  requestId: string;
  /** The public address of the site, for canonical links; empty: as asked. */
  baseUrl: string;
  version: string;
};

export const apiContext = createContext<Api>();

/** What code generation makes of a query: its text, with the types of its result and variables. */
export interface Document<Result, Variables> {
  __apiType?: (variables: Variables) => Result;
  toString(): string;
}

type Fault = { message: string; extensions?: { code?: string } };
/** What the error pages know of a fault. `message` is set only where the API meant it for readers. */
export type FaultData = { requestId: string; message?: string };

const statusOf: Record<string, number> = {
  BAD_USER_INPUT: 400,
  GRAPHQL_PARSE_FAILED: 400,
  GRAPHQL_VALIDATION_FAILED: 500,
  UNAUTHENTICATED: 403,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
};

/**
 * Asks the API. The one way from a page to data.
 * Throws a Response that the error pages understand: 400 for input the API refuses, 403 for what is not allowed,
 * 404 for what is absent, 500 for everything else. A record that does not exist is `null` in the result: see `found`.
 */
export function ask<Result, Variables>(
  context: Readonly<RouterContextProvider>,
  document: Document<Result, Variables>,
  ...variables: Variables extends Record<string, never> ? [variables?: Variables] : [variables: Variables]
): Promise<Result>;
export function ask<Result>(context: Readonly<RouterContextProvider>, document: string, variables?: Record<string, unknown>): Promise<Result>;
export async function ask<Result>(context: Readonly<RouterContextProvider>, document: { toString(): string }, variables?: unknown): Promise<Result> {
  const api = context.get(apiContext);
  const headers = new Headers({ 'content-type': 'application/json', accept: 'application/json', 'x-request-id': api.requestId });
  const cookie = api.request.headers.get('cookie');
  if (cookie) headers.set('cookie', cookie);
  // Who asks, as the server saw it: limits count per address.
  const client = api.request.headers.get('x-atrium-client');
  if (client) headers.set('x-atrium-client', client);
  let answer: { data?: Result | null; errors?: Fault[] };
  try {
    const response = await api.fetch(
      new Request(new URL('/graphql', api.request.url), {
        method: 'POST',
        headers,
        body: JSON.stringify({ query: document.toString(), variables }),
        signal: api.request.signal,
      }),
    );
    answer = (await response.json()) as typeof answer;
  } catch (error) {
    console.error(JSON.stringify({ level: 'error', requestId: api.requestId, message: 'The API did not answer', error: String(error) }));
    throw fault(context, 500);
  }
  const first = answer.errors?.[0];
  if (first) {
    const status = statusOf[first.extensions?.code ?? ''] ?? 500;
    throw fault(context, status, status < 500 ? first.message : undefined);
  }
  if (!answer.data) throw fault(context, 500);
  return answer.data;
}

/** A fault to throw from a loader or action; `message` is shown to the reader. */
export function fault(context: Readonly<RouterContextProvider>, status: number, message?: string): Response {
  const body: FaultData = { requestId: context.get(apiContext).requestId, message };
  return Response.json(body, { status });
}

/** The value, or the 404 page where there is none. */
export function found<T>(context: Readonly<RouterContextProvider>, value: T | null | undefined): T {
  if (value === null || value === undefined) throw fault(context, 404);
  return value;
}
