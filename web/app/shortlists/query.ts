import { graphql } from '../graphql/index.ts';

export const shortlistQuery = graphql(/* GraphQL */ `
  query ShortlistPage($id: ID!, $link: String) {
    me {
      memberships {
        organizationSlug
        organizationName
      }
    }
    viewerAsksVendorsFor {
      slug
    }
    shortlist(id: $id, link: $link) {
      id
      url
      name
      purpose
      sharing
      organizationSlug
      organizationName
      owner
      link
      edits
      count
      viewerCanWrite
      viewerCanManage
      items {
        note
        addedBy
        addedAt
        record {
          kind
          title
          url
          summaryText
        }
      }
    }
  }
`);

export const shortlistsQuery = graphql(/* GraphQL */ `
  query Shortlists {
    shortlists {
      id
      url
      name
      purpose
      sharing
      organizationName
      owner
      count
      updatedAt
      viewerCanWrite
    }
  }
`);
