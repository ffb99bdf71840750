import type { RouterContextProvider } from 'react-router';
import { apiContext, ask } from '../api.server.ts';
import { hasSession } from '../session.ts';
import { type SiteViewer, siteViewerQuery } from '../site-viewer.ts';

/**
 * Who reads the page; asked for only where the request carries a session, and together with what the page asks where it
 * asks anything. A fault here does not take the page with it.
 */
export async function viewerOf(context: Readonly<RouterContextProvider>): Promise<SiteViewer | null> {
  const api = context.get(apiContext);
  if (!hasSession(api.request)) return null;
  api.viewer ??= ask(context, siteViewerQuery).then(
    ({ me }) => me ?? null,
    () => null,
  );
  return api.viewer;
}
