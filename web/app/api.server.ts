import { createContext, type RouterContextProvider } from 'react-router';
import { hasSession } from './session.ts';
import { type SiteViewer, siteViewerQuery } from './site-viewer.ts';
import type { SiteViewerQuery } from './graphql/graphql.ts';
import type { KeptForm } from './ui/site.tsx';
import type { Why } from './ui/faults.ts';

/** What a request carries from the server into the pages. web/handler.ts sets it. */
export type Api = {
  /** Answers GraphQL over HTTP: `yoga.fetch` in one process, the network when split. */
  fetch: (request: Request) => Response | Promise<Response>;
  /** The reader's own request; who asks is in its cookie. */
  request: Request;
  /** What the request's form sent, for a page that comes back without that form; null where it sent none. */
  sent?: () => Promise<KeptForm | null>;
  requestId: string;
  /** The public address of the site, for canonical links; empty: as asked. */
  baseUrl: string;
  version: string;
  /** Tells the log of a fault of ours; absent where nobody keeps one. */
  report?: Report;
  /** Characters that cannot be kept were made spaces in what a form sent. */
  mended?: boolean;
  /** Who reads the page, once it was asked. */
  viewer?: Promise<SiteViewer | null>;
};

/** A fault for the log. What an error says may hold what a reader typed: whoever keeps the log leaves that out. */
export type Report = (fault: { requestId: string; message: string; error: unknown }) => void;

export const apiContext = createContext<Api>();

/** What code generation makes of a query: its text, with the types of its result and variables. */
export interface Document<Result, Variables> {
  __apiType?: (variables: Variables) => Result;
  toString(): string;
}

type Fault = { message: string; extensions?: { code?: string; reason?: string; params?: unknown; fields?: Why[] } };
/** What the error pages know of a fault. `why` is set only where the API meant it for readers. */
type FaultData = { requestId: string; why?: readonly Why[] };

const statusOf: Record<string, number> = {
  BAD_USER_INPUT: 400,
  GRAPHQL_PARSE_FAILED: 400,
  GRAPHQL_VALIDATION_FAILED: 500,
  UNAUTHENTICATED: 403,
  FORBIDDEN: 403,
  PROOF_NEEDED: 403,
  NOT_FOUND: 404,
  BUSY: 503,
  TOO_MUCH: 400,
  TOO_MANY_REQUESTS: 429,
};

/**
 * Asks the API. The one way from a page to data.
 * Throws a Response that the error pages understand: 400 for input the API refuses, 403 for what is not allowed,
 * 404 for what is absent, 503 where the database has no time, 500 for everything else. A record that does not exist is `null` in the result: see `found`.
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
  // Who asks and from where, as the server saw it.
  for (const [name, value] of api.request.headers) if (name.startsWith('x-atrium-')) headers.set(name, value);
  // The frame of every page shows who is signed in: asked with the first thing that a page asks. After a change it is asked anew.
  const withViewer = api.viewer === undefined && document !== siteViewerQuery && api.request.method !== 'POST' && hasSession(api.request);
  const query = { query: document.toString(), variables };
  let answer: { data?: Result | null; errors?: Fault[] };
  try {
    const sent = api.fetch(
      new Request(new URL('/graphql', api.request.url), {
        method: 'POST',
        headers,
        body: JSON.stringify(withViewer ? [query, { query: siteViewerQuery.toString() }] : query),
        signal: api.request.signal,
      }),
    );
    const answers = Promise.resolve(sent).then(async (response) => [await response.json()].flat());
    if (withViewer)
      api.viewer = answers.then(
        ([, second]) => (second as { data?: SiteViewerQuery | null } | undefined)?.data?.me ?? null,
        () => null,
      );
    answer = (await answers)[0] as typeof answer;
  } catch (error) {
    if (!api.request.signal.aborted) api.report?.({ requestId: api.requestId, message: 'The API did not answer a page', error });
    throw httpError(context, 500);
  }
  const first = answer.errors?.[0];
  if (first) {
    const status = statusOf[first.extensions?.code ?? ''] ?? 500;
    const { code, reason, params, fields } = first.extensions ?? {};
    // Readers know no names of arguments: what is wrong with each is enough.
    const why = fields?.map((one) => ({ code: one.code, params: one.params })) ?? (reason ? [{ code: reason, params }] : []);
    const thrown = httpError(context, status, ...(status < 500 ? why : []));
    if (code === 'PROOF_NEEDED') waiting.add(thrown);
    throw thrown;
  }
  if (!answer.data) throw httpError(context, 500);
  return answer.data;
}

type Whole = { edges: unknown[]; pageInfo: { hasNextPage: boolean; endCursor?: string | null } };
/**
 * The answer with all of a list that a page shows whole, however long it has become. `page` asks for the part after a
 * cursor; what fits into the first answer takes one request.
 */
export async function queryAllPages<Name extends string, Result extends Record<Name, Whole>>(
  name: Name,
  page: (after: string | null) => Promise<Result>,
): Promise<Result> {
  const answer = await page(null);
  const { edges } = answer[name];
  for (let { pageInfo } = answer[name]; pageInfo.hasNextPage && pageInfo.endCursor; ) {
    const next = (await page(pageInfo.endCursor))[name];
    edges.push(...next.edges);
    ({ pageInfo } = next);
  }
  return answer;
}

/** Faults that say: prove again who you are, and repeat it. */
const waiting = new WeakSet<Response>();
/** Whether what was thrown says so; the page then asks, and keeps what was typed (accounts/proof.tsx). */
export const needsProof = (thrown: unknown): boolean => thrown instanceof Response && waiting.has(thrown);

/** A fault to throw from a loader or action; the reader is told why. */
export function httpError(context: Readonly<RouterContextProvider>, status: number, ...why: Why[]): Response {
  const body: FaultData = { requestId: context.get(apiContext).requestId, why };
  return Response.json(body, { status });
}

/** The value, or the 404 page where there is none. */
export function orNotFound<T>(context: Readonly<RouterContextProvider>, value: T | null | undefined): T {
  if (value === null || value === undefined) throw httpError(context, 404);
  return value;
}
