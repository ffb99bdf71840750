import { type EntryContext, isRouteErrorResponse, type RouterContextProvider, ServerRouter } from 'react-router';
import { apiContext } from './api.server.ts';
import { viewerOf } from './accounts/viewer.server.ts';
import { glossaryOf } from './glossary/glossary.server.ts';
import { render, siteOf } from './site.server.tsx';

// web/handler.ts takes the key from the built bundle: context keys are compared by identity.
export { apiContext } from './api.server.ts';

/** Renders one page. It is complete HTML without scripts or data: pages are not hydrated (docs/decisions/004). */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  load: Readonly<RouterContextProvider>,
): Promise<Response> {
  const [glossary, viewer] = await Promise.all([glossaryOf(load), viewerOf(load)]);
  const site = { ...siteOf(request, load, context.manifest.entry.module, glossary), viewer };
  // The stream of data for hydration is left unread: cancelling it would leave React Router's timer for it running.
  const html = render(site, <ServerRouter context={{ ...context, serverHandoffStream: undefined }} url={request.url} />);
  headers.set('content-type', 'text/html; charset=utf-8');
  headers.set('content-language', site.language);
  // What a signed-in person sees is for nobody else's cache.
  if (viewer) headers.set('cache-control', 'private, no-store');
  headers.append('vary', 'Accept-Language, Cookie');
  return new Response(`<!doctype html>${html}`, { status, headers });
}

/** Logs what is a fault of ours. An address that does not exist or a refused input is an answer, not a fault. */
export function handleError(error: unknown, { request, context }: { request: Request; context: Readonly<RouterContextProvider> }): void {
  if (request.signal.aborted) return;
  // That the database has no time is logged where it was found out.
  if (isRouteErrorResponse(error) && (error.status < 500 || error.status === 503)) return;
  const inner = isRouteErrorResponse(error) ? ((error as { error?: unknown }).error ?? error.data) : error;
  const { report, requestId } = context.get(apiContext);
  report?.({ requestId, message: 'a page failed', error: inner });
}
