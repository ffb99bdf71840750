import { graphql } from '../graphql/index.ts';

export const outcomeParts = graphql(/* GraphQL */ `
  fragment ConclusionParts on InstrumentOutcome {
    id
    title
    verdict
    text {
      ...StatementParts
    }
    instead {
      ...StatementParts
    }
  }
`);
export const givenParts = graphql(/* GraphQL */ `
  fragment GivenParts on InstrumentAnswer {
    question {
      id
      number
      text
      group
      layer
    }
    option {
      id
      label
    }
    reason
  }
`);
export const decidedParts = graphql(/* GraphQL */ `
  fragment DecidedParts on LayerResult {
    state
    layer {
      id
      number
      title
    }
    outcome {
      ...ConclusionParts
    }
    because {
      ...GivenParts
    }
    also {
      ...GivenParts
    }
  }
`);
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
export const evaluationParts = graphql(/* GraphQL */ `
  fragment EvaluationParts on Evaluation {
    answered
    decided {
      ...DecidedParts
    }
    layers {
      ...DecidedParts
    }
    unreasoned {
      id
      number
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
        id
        title
        verdict
      }
    }
  }
`);
