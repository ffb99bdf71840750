import { graphql } from '../graphql/index.ts';

/** Everything on the page of a project, in one request. */
export const projectQuery = graphql(`
  query ProjectPage($slug: String!) {
    assessmentEvidence(project: $slug) {
      title
      url
      outcomeTitle
      signedAt
    }
    project(slug: $slug) {
      ...CareParts
      ...ProjectPageParts
      helpers {
        ...HelperParts
      }
      asked {
        ...AskedParts
      }
    }
  }
`);

/** What the page of a project shows of it, also of one that is only proposed. */
graphql(`
  fragment ProjectPageParts on Project {
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
    alsoKnownAs
    origin
    stage
    scope
    uses
    sectors
    platforms
    countries {
      code
      name
    }
    owners {
      title
      shortName
      slug
      url
    }
    ownersBasis {
      ...StatementParts
    }
    summary {
      ...StatementParts
    }
    places {
      ...StatementParts
    }
    stages {
      stage
      current
      date
      text
      asAt
      certainty
      note
      citations {
        ...CitationParts
      }
    }
    ledger {
      access
      platforms {
        ...StatementParts
      }
      accessBasis {
        ...StatementParts
      }
      consensus {
        ...StatementParts
      }
      offChain {
        ...StatementParts
      }
      keyCustody {
        ...StatementParts
      }
    }
    legal {
      topic
      answer
      question {
        ...StatementParts
      }
    }
    answers {
      statement {
        ...StatementParts
      }
    }
    participants {
      name
      role
      responsibility
      asAt
      certainty
      note
      organization {
        shortName
        url
      }
      citations {
        ...CitationParts
      }
    }
    engagements {
      role
      delivered
      stack
      period
      outcome
      asAt
      certainty
      note
      vendor {
        title
        language
        slug
        url
      }
      citations {
        ...CitationParts
      }
    }
    figures {
      current
      label
      value
      asAt
      certainty
      note
      citations {
        ...CitationParts
      }
    }
    statements {
      section
      ...StatementParts
    }
    goals {
      reason
      goal {
        number
        url
      }
    }
    buildingBlocks {
      title
      language
      url
    }
    lessons {
      title
      language
      url
      lessonKind
      theme
    }
    risks {
      title
      url
    }
    mitigations {
      title
      url
    }
    recommendations {
      title
      url
    }
    standards {
      title
      url
    }
    similar {
      reasons
      project {
        title
        language
        url
        stage
      }
    }
  }
`);
