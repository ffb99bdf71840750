import { randomUUID } from 'node:crypto';
import { createRequestHandler, RouterContextProvider, type RouterContext, type ServerBuild } from 'react-router';
import type { Api, Report } from './app/api.server.ts';
import { holdsForbidden, keepable } from './app/text.ts';
import type { KeptForm } from './app/ui/site.tsx';

export type WebContext = Pick<Api, 'fetch'> & {
  /** The public address of the site, for canonical links; without it, links are as asked. */
  baseUrl?: string;
  version: string;
  /** Where faults of ours are told; absent, where they are and nothing of what they say goes to the standard error. */
  report?: Report;
};

const toStandardError: Report = ({ requestId, message, error }) =>
  console.error(
    JSON.stringify({
      level: 'error',
      requestId,
      message,
      error: error instanceof Error ? [error.name, ...(error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))] : typeof error,
    }),
  );

/** The server build, with what only it has: the context key, and the reader of forms. */
type WebBuild = ServerBuild & {
  entry: { module: ServerBuild['entry']['module'] & { apiContext: RouterContext<Api>; sentBy: (request: Request) => Promise<KeptForm | null> } };
};

/**
 * The pages as one function from request to response. `build` is the module `build/server/index.js`.
 * The request id is taken from the header `x-request-id` (a new one otherwise) and handed on to the API and the error pages.
 */
export function webHandler(build: ServerBuild, context: WebContext): (request: Request) => Promise<Response> {
  const handle = createRequestHandler(build, 'production');
  const { apiContext, sentBy } = (build as WebBuild).entry.module;
  return async (request) => {
    const url = new URL(request.url);
    if (url.pathname !== '/' && url.pathname.endsWith('/')) return moved(url);
    // Loader data has no address of its own: whatever a page shows is asked of the API.
    const path = url.pathname.endsWith('.data') ? `${url.pathname}/` : decodable(url.pathname);
    const search = plainQuery(url);
    const asked = path === url.pathname && search === url.search ? request : new Request(new URL(path + search, url), request);
    // Read only where the page that comes back has no place for it.
    const copy = asked.method === 'POST' ? asked.clone() : null;
    let sent: Promise<KeptForm | null> | null = null;
    const api: Api = {
      fetch: context.fetch,
      request: asked,
      ...(copy ? { sent: () => (sent ??= sentBy(copy)) } : {}),
      requestId: request.headers.get('x-request-id') ?? randomUUID(),
      baseUrl: context.baseUrl ?? '',
      version: context.version,
      report: context.report ?? toStandardError,
    };
    const answer = comeAgain(await handle(asked, loadOf(api)));
    if (answer.status === 404 && asked.method === 'GET') {
      const stays = await mergedInto(url, asked, context);
      if (stays) return new Response(null, { status: 301, headers: { location: stays, 'cache-control': 'no-cache' } });
    }
    // A form that is sent without a session is not answered by the sign-in page, which would lose what was typed.
    if (copy && /^\/sign-in(\?|$)/.test(answer.headers.get('location') ?? ''))
      return handle(new Request(new URL('/signed-out', asked.url), { headers: asked.headers }), loadOf(api));
    return api.mended ? withNotice(answer) : answer;
  };

  function loadOf(api: Api): RouterContextProvider {
    const load = new RouterContextProvider();
    load.set(apiContext, api);
    return load;
  }
}

/** Where the address of an entry leads that was made one with another; null for every other address. */
async function mergedInto(url: URL, request: Request, context: WebContext): Promise<string | null> {
  const [, list = '', slug] = /^\/(projects|lessons|vendors)\/([a-z0-9-]{1,200})$/.exec(url.pathname) ?? [];
  const kind = { projects: 'PROJECT', lessons: 'LESSON', vendors: 'VENDOR' }[list];
  if (!kind || !slug) return null;
  const headers = new Headers(request.headers);
  for (const name of ['content-length', 'if-none-match', 'if-modified-since']) headers.delete(name);
  headers.set('content-type', 'application/json');
  headers.set('accept', 'application/json');
  const body = JSON.stringify({ query: 'query MovedTo($kind: Kind!, $slug: String!) { movedTo(kind: $kind, slug: $slug) }', variables: { kind, slug } });
  try {
    const response = await context.fetch(new Request(new URL('/graphql', url), { method: 'POST', headers, body }));
    return ((await response.json()) as { data?: { movedTo?: string | null } }).data?.movedTo ?? null;
  } catch {
    // The page that is not there says so; nothing else is lost.
    return null;
  }
}

/** Seconds. */
const RETRY_AFTER = '5';
/** A page that cannot be given now says when to ask again. */
function comeAgain(response: Response): Response {
  if (response.status === 503 && !response.headers.has('retry-after')) response.headers.set('retry-after', RETRY_AFTER);
  return response;
}

/** Every page has one address, without a slash at its end. Slashes at the start are one, or the address would name another host. */
function moved(url: URL): Response {
  const location = `/${url.pathname.replace(/^\/+|\/+$/g, '')}${url.search}`;
  return new Response(null, { status: 308, headers: { location } });
}

/** The query with a space for each character that no text may hold, so that nothing is found by it and nothing fails. */
function plainQuery(url: URL): string {
  const values = [...url.searchParams];
  if (!values.some((pair) => pair.some(holdsForbidden))) return url.search;
  return `?${new URLSearchParams(values.map((pair) => pair.map(keepable) as [string, string]))}`;
}

/** After a form that was mended, the page it leads to says so. */
function withNotice(response: Response): Response {
  const location = response.headers.get('location');
  if (!location?.startsWith('/')) return response;
  const [, path = '', query = '', hash = ''] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/.exec(location) ?? [];
  const headers = new Headers(response.headers);
  headers.set('location', `${path}?${query ? `${query}&` : ''}mended=1${hash}`);
  return new Response(response.body, { status: response.status, headers });
}

/** The path with percent signs escaped that stand for nothing, or for characters in no name, so that a broken address is an ordinary unknown one. */
function decodable(path: string): string {
  try {
    if (/\p{Cc}/u.test(decodeURIComponent(path))) throw new URIError();
    return path;
  } catch {
    return path.replaceAll('%', '%25');
  }
}
