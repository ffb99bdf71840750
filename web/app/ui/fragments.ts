import { graphql } from '../graphql/index.ts';

/** What a source mark shows of a citation. */
export const citationParts = graphql(`
  fragment CitationParts on Citation {
    place
    paragraph
    url
    source {
      title
      symbol
      url
    }
  }
`);

/** What <Statement> shows. */
export const statementParts = graphql(`
  fragment StatementParts on Statement {
    text
    asAt
    certainty
    note
    citations {
      ...CitationParts
    }
  }
`);
