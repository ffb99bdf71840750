import type { RouterContextProvider } from 'react-router';
import { apiContext, ask } from '../api.server.ts';
import { graphql } from '../graphql/index.ts';
import type { SiteViewerQuery } from '../graphql/graphql.ts';
import { hasSession } from './signed-in.ts';

const query = graphql(`
  query SiteViewer {
    me {
      name
      demo
      canContribute
      canReview
      canAdminister
      memberships {
        role
      }
    }
  }
`);

/** The signed-in person as the frame of every page shows them. */
export type SiteViewer = NonNullable<SiteViewerQuery['me']>;

/** Who reads the page; asked for only where the request carries a session. A fault here does not take the page with it. */
export async function viewerOf(context: Readonly<RouterContextProvider>): Promise<SiteViewer | null> {
  if (!hasSession(context.get(apiContext).request)) return null;
  return ask(context, query).then(
    ({ me }) => me ?? null,
    () => null,
  );
}
