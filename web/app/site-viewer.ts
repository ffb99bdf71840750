import type { SiteViewerQuery } from './graphql/graphql.ts';
import { graphql } from './graphql/index.ts';

export const siteViewerQuery = graphql(`
  query SiteViewer {
    me {
      id
      name
      demo
      canContribute
      canReview
      canAdminister
      rolesWithheld
      memberships {
        role
      }
    }
  }
`);

/** The signed-in person as the frame of every page shows them. */
export type SiteViewer = NonNullable<SiteViewerQuery['me']>;
