import { type EntryContext, isRouteErrorResponse, type RouterContextProvider, ServerRouter } from 'react-router';
import { apiContext } from './api.server.ts';
import { viewerOf } from './accounts/viewer.server.ts';
import { glossaryOf } from './glossary/glossary.server.ts';
import { keptWords } from './kept-words.server.ts';
import { render, siteOf } from './site.server.tsx';
import type { Site } from './ui/site.tsx';
import { hasPlaceFor } from './ui/kept-form.server.ts';

// web/handler.ts takes the key from the built bundle: context keys are compared by identity.
export { apiContext } from './api.server.ts';
export { sentBy } from './ui/kept-form.server.ts';

/** Renders one page. It is complete HTML without scripts or data: pages are not hydrated (docs/decisions/004). */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  load: Readonly<RouterContextProvider>,
): Promise<Response> {
  const [glossary, viewer] = await Promise.all([glossaryOf(load), viewerOf(load)]);
  const api = load.get(apiContext);
  const { errors, matches } = context.staticHandlerContext;
  const page = (kept?: Omit<NonNullable<Site['kept']>, 'shown'>): Site & { html: string } => {
    // The page has the address that the form was sent to, also where another one answers for it.
    const site = { ...siteOf(api.sent ? api.request : request, load, context.manifest.entry.module, glossary), viewer };
    const keeping = kept ? { ...site, kept: { ...kept, shown: keptWords(site.t, kept.form) } } : site;
    // The stream of data for hydration is left unread: cancelling it would leave React Router's timer for it running.
    return { ...keeping, html: render(keeping, <ServerRouter context={{ ...context, serverHandoffStream: undefined }} url={request.url} />) };
  };
  let { html, language } = page();
  const form = status >= 400 ? await api.sent?.() : null;
  const lost = form && (errors || !hasPlaceFor(html, form)) ? form : null;
  // Who sends a form without a session is told so, whatever the page said of it; an address that takes none stays unknown.
  const signedOut = lost !== null && viewer === null && status < 500 && status !== 429 && matches.at(-1)?.route.path !== '*';
  if (lost) ({ html, language } = page({ form: lost, byErrorPage: errors !== null, signedOut }));
  headers.set('content-type', 'text/html; charset=utf-8');
  headers.set('content-language', language);
  // What a signed-in person sees, or anybody typed, is for nobody else's cache.
  // Nor is what a page says for the link of a mail, to whoever has it.
  if (viewer || api.sent || new URL(api.request.url).searchParams.has('token')) headers.set('cache-control', 'private, no-store');
  headers.append('vary', 'Accept-Language, Cookie');
  return new Response(`<!doctype html>${html}`, { status: signedOut ? 401 : status, headers });
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
