import { randomUUID } from 'node:crypto';
import { createRequestHandler, RouterContextProvider, type RouterContext, type ServerBuild } from 'react-router';
import type { Api } from './app/api.server.ts';
import type { KeptForm } from './app/ui/kept-form.tsx';

export type WebContext = Pick<Api, 'fetch'> & {
  /** The public address of the site, for canonical links; without it, links are as asked. */
  baseUrl?: string;
  version: string;
};

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
    const asked = path === url.pathname ? request : new Request(new URL(path + url.search, url), request);
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
    };
    const answer = await handle(asked, loadOf(api));
    // A form that is sent without a session is not answered by the sign-in page, which would lose what was typed.
    if (!copy || !/^\/sign-in(\?|$)/.test(answer.headers.get('location') ?? '')) return answer;
    return handle(new Request(new URL('/signed-out', asked.url), { headers: asked.headers }), loadOf(api));
  };

  function loadOf(api: Api): RouterContextProvider {
    const load = new RouterContextProvider();
    load.set(apiContext, api);
    return load;
  }
}

/** Every page has one address, without a slash at its end. Slashes at the start are one, or the address would name another host. */
function moved(url: URL): Response {
  const location = `/${url.pathname.replace(/^\/+|\/+$/g, '')}${url.search}`;
  return new Response(null, { status: 308, headers: { location } });
}

/** The path with stray percent signs escaped, so that a broken address is an ordinary unknown one. */
function decodable(path: string): string {
  try {
    decodeURIComponent(path);
    return path;
  } catch {
    return path.replaceAll('%', '%25');
  }
}
