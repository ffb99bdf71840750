import { graphql } from '../graphql/index.ts';

/** One page of search results with everything around it, in one request. */
export const searchQuery = graphql(`
  query Search($query: String!, $kinds: [Kind!], $filter: SearchFilter, $foreign: Boolean, $after: String) {
    search(query: $query, kinds: $kinds, filter: $filter, foreign: $foreign, after: $after) {
      totalCount
      totalIsExact
      questions {
        totalCount
        edges {
          node {
            url
            title
            language
            author {
              name
              organizations {
                shortName
              }
            }
            progress
            answerCount
            hidden
            activeAt
          }
        }
      }
      asTypedCount
      degraded
      ignoredTerms
      suggestion
      uptakePlaces {
        report
        symbol
        first
        recommendation
        title
        organization
        name
        overdue
      }
      ignored {
        field
        value
      }
      kinds {
        kind
        count
      }
      facets {
        field
        values {
          value
          label
          count
        }
      }
      close {
        kind
        language
        url
        owners
        countries
        stage
        theme
        titleParts {
          text
          marked
        }
        snippetParts {
          text
          marked
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          kind
          language
          url
          near
          owners
          countries
          stage
          theme
          titleParts {
            text
            marked
          }
          snippetParts {
            text
            marked
          }
          matches {
            field
            word
            how
          }
        }
      }
    }
  }
`);
