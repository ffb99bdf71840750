import { graphql } from '../graphql/index.ts';

/** Everything on the page of an organization, in one request. */
export const organizationQuery = graphql(`
  query OrganizationPage($slug: String!) {
    organization(slug: $slug) {
      asked {
        ...AskedParts
      }
      title
      url
      slug
      summaryText
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
      ror {
        ...StatementParts
      }
      orgId {
        ...StatementParts
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
          language
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
      lessons: connections(kinds: [LESSON], first: 100) {
        total
        record {
          kind
          title
          language
          url
          ... on Lesson {
            lessonKind
            theme
          }
        }
      }
      connections(kinds: [RISK, MITIGATION, VENDOR, RECOMMENDATION, REFERENCE], first: 100) {
        record {
          kind
          title
          language
          url
        }
      }
    }
  }
`);
