import { graphql } from '../graphql/index.ts';

/** Projects that answered the same, as <Panel> takes them. */
export const similarParts = graphql(/* GraphQL */ `
  fragment SimilarAnswerParts on SimilarProjects {
    more
    stages {
      stage
      count
    }
    projects {
      stage
      since
      contacts
      project {
        title
        url
      }
      answers {
        ...StatementParts
      }
      became {
        ...StatementParts
      }
      costs {
        ...StatementParts
      }
      lessons {
        title
        url
      }
    }
  }
`);
