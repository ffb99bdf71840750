import { graphql } from '../graphql/index.ts';

/** A candidate in a list: who may be whom, how likely, and where it stands. */
export const candidateParts = graphql(/* GraphQL */ `
  fragment CandidateParts on ScreeningCandidate {
    id
    vendorName
    listedName
    entryKey
    score
    listName
    listedOn
    state
    current
    vendor {
      title
      url
    }
    decisions {
      answer
      name
      decidedAt
    }
  }
`);
