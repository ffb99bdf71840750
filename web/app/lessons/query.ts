import { graphql } from '../graphql/index.ts';

/** Everything on the page of a lesson, in one request. */
export const lessonQuery = graphql(`
  query LessonPage($id: String!) {
    lesson(id: $id) {
      ...CareParts
      ...LessonPageParts
      helpers {
        ...HelperParts
      }
      asked {
        ...AskedParts
      }
      fromQuestion {
        url
        title
        asked {
          name
          organizations {
            shortName
          }
        }
        answered {
          name
          organizations {
            shortName
          }
        }
      }
    }
  }
`);

/** What the page of a lesson shows of it, also of one that is only proposed. */
graphql(`
  fragment LessonPageParts on Lesson {
    ...ExtraParts
    title
    language
    url
    slug
    summaryText
    version
    hash
    createdAt
    updatedAt
    lessonKind
    theme
    subject
    questions
    context {
      ...StatementParts
    }
    whatHappened {
      ...StatementParts
    }
    whatFollows {
      ...StatementParts
    }
    otherViews {
      ...StatementParts
    }
    organizations {
      title
      shortName
      url
    }
    projects {
      title
      language
      url
      stage
    }
    risks {
      title
      url
    }
    mitigations {
      title
      url
    }
    standards {
      title
      url
    }
    recommendations {
      title
      url
    }
    connections(relations: ["GOAL"], first: 100) {
      relation
      reason
      record {
        title
        language
        url
        ... on Goal {
          number
        }
      }
    }
  }
`);
