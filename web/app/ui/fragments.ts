import { graphql } from '../graphql/index.ts';

/** A place in a source, as a note shows it. */
export const citationParts = graphql(/* GraphQL */ `
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

/** A statement, as <Statement> and <SourceMark> take it. Documents name it: `summary { ...StatementParts }`. */
export const statementParts = graphql(/* GraphQL */ `
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

/** What every refused change says: the fields that are wrong, each with why. */
export const fieldFaultsFragment = graphql(`
  fragment FieldFaults on InvalidInput {
    fields {
      path
      code
      params
    }
  }
`);
/** Who could help, as it stands beside an entry. */
graphql(/* GraphQL */ `
  fragment HelperParts on Helper {
    name
    url
    organizations {
      shortName
    }
    reasons {
      kind
      value
    }
  }
`);
/** What people ask each other, as it stands beside an entry. */
graphql(`
  fragment AskedParts on RecordQuestions {
    totalCount
    nodes {
      url
      title
      language
      progress
      answerCount
    }
  }
`);
