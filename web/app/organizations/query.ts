import { graphql } from '../graphql/index.ts';

/** Everything on the page of an organization, in one request. */
export const organizationQuery = graphql(`
  query OrganizationPage($slug: String!) {
    organization(slug: $slug) {
      title
      url
      slug
      abstract
      version
      hash
      createdAt
      updatedAt
      shortName
      name
      alsoKnownAs
      organizationKind
      group
      annexIvColumn
      website
      citations {
        ...CitationParts
      }
      iati {
        identifier
        note
      }
      parent {
        title
        url
      }
      parts {
        title
        url
      }
      summary {
        ...StatementParts
      }
      statements {
        ...StatementParts
      }
      roles {
        owner
        role
        responsibility
        project {
          title
          url
          stage
          participants {
            role
            responsibility
            asAt
            certainty
            note
            citations {
              ...CitationParts
            }
          }
          summary {
            asAt
            certainty
            note
            citations {
              ...CitationParts
            }
          }
          ownersBasis {
            ...StatementParts
          }
        }
      }
      actions {
        kind
        printed
        note
        recommendationNumber
        recommendation {
          title
          url
        }
      }
      connections {
        relation
        total
        record {
          kind
          title
          url
          ... on Lesson {
            lessonKind
            theme
          }
        }
      }
    }
  }
`);
