import { graphql } from '../graphql/index.ts';
import type { HomeQuery } from '../graphql/graphql.ts';

/** What the start page asks, in one place. */
export const homeQuery = graphql(`
  query Home {
    library {
      kinds {
        kind
        count
      }
      citations
    }
    projects(first: 1) {
      totalCount
      facets {
        field
        values {
          value
          label
          count
        }
      }
    }
    lessons(first: 1) {
      totalCount
      facets {
        field
        values {
          value
          label
          count
        }
      }
    }
    uptakeMatrix {
      demo
      report {
        symbol
        title
      }
      rows {
        slug
        number
        label
        title
        kind
        counts {
          ...CountsParts
        }
      }
      columns {
        slug
        shortName
        name
        forInformation
        counts {
          ...CountsParts
        }
      }
      cells {
        ...CellParts
      }
      counts {
        ...CountsParts
      }
    }
    telling: projects(first: 4, filter: { stage: [SCALED, DISCONTINUED] }) {
      edges {
        node {
          ...ProjectRow
        }
      }
    }
  }
`);

export type HomeData = HomeQuery;
