import { graphql } from '../graphql/index.ts';

/** Projects that answered the same, as <Panel> takes them. */
export const similarParts = graphql(/* GraphQL */ `
  fragment SimilarAnswerParts on SimilarProjects {
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
        language
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
        language
        url
      }
    }
  }
`);

/** What answers lead to, as <Conclusion>, <Layers> and <Tree> take it. */
graphql(/* GraphQL */ `
  fragment EvaluationParts on Evaluation {
    answered
    decided {
      state
      layer {
        id
        number
        title
      }
      outcome {
        title
        verdict
        text {
          ...StatementParts
        }
        instead {
          ...StatementParts
        }
      }
      because {
        reason
        question {
          id
          number
          text
          group
          layer
        }
        option {
          label
        }
        claimed {
          label
        }
      }
      also {
        reason
        question {
          id
          number
          text
          group
          layer
        }
        option {
          label
        }
        claimed {
          label
        }
      }
    }
    layers {
      state
      layer {
        id
        number
        title
      }
      outcome {
        title
      }
      because {
        question {
          id
          group
          number
          layer
        }
        option {
          label
        }
        claimed {
          label
        }
      }
    }
    exceptions {
      reason
      question {
        id
        number
        text
        group
        layer
      }
      option {
        label
      }
      claimed {
        label
      }
    }
    unreasoned {
      id
      group
      number
      layer
    }
    open {
      id
      group
      number
      layer
    }
    tree {
      rule
      number
      question
      label
      path
      outcome {
        title
      }
    }
  }
`);
