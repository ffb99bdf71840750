import { graphql } from '../graphql/index.ts';

/** Every figure of a row, as <CountsTable> takes it. */
export const countsParts = graphql(/* GraphQL */ `
  fragment CountsParts on UptakeCounts {
    addressed
    noInformation
    underConsideration
    notAccepted
    notRelevant
    accepted
    notStarted
    inProgress
    implemented
    overdue
    longOutstanding
    unconfirmed
    fromDocument
    judged
    agreed
    priority
    agreementRate {
      numerator
      denominator
      percent
    }
    acceptanceRate {
      numerator
      denominator
      percent
    }
    implementationRate {
      numerator
      denominator
      percent
    }
  }
`);

/** A cell as a mark shows it. */
export const cellParts = graphql(/* GraphQL */ `
  fragment CellParts on UptakeCell {
    recommendationSlug
    recommendationNumber
    organizationSlug
    organizationName
    kind
    doubtful
    note
    status
    overdue
    overdueSince
    overdueDays
    longOutstanding
    deadline
    targetDate
    effectiveDate
    confirmed
    standing
    judgement
    priority
    demo
  }
`);

/** By whose days an action is told. */
export const daysParts = graphql(/* GraphQL */ `
  fragment DaysParts on UptakeCell {
    organizationName
    timeZone
    today
  }
`);

/** An entry with everything that its viewer may see. */
export const entryParts = graphql(/* GraphQL */ `
  fragment EntryParts on UptakeEntry {
    id
    effectiveDate
    enteredOn
    enteredAs
    enteredByName
    acceptance
    implementation
    inPart
    responsibleUnit
    officer
    targetDate
    comment
    commentAudience
    decisionSymbol
    financialImplication
    impactSeen
    source
    sourceReference
    sourcePlace
    evidence {
      kind
      label
      url
      audience
      recordKind
      recordSlug
    }
    demo
    confirmed
    confirmedOn
    confirmedByName
    standing
    publishedOn
    publishedByName
    answerBy
    viewerCanPublish
    withdrawalRequest {
      reason
      askedOn
      askedByName
      askedAs
      agreed
      answer
      viewerAsked
      viewerCanAgree
    }
    withdrawn
    withdrawnOn
    withdrawnAs
    withdrawalReason
    viewerCanConfirm
    viewerCanWithdraw
  }
`);

/** A report whose recommendations are followed. */
export const reportParts = graphql(/* GraphQL */ `
  fragment ReportParts on UptakeReport {
    key
    title
    symbol
    date
    url
    fromDocuments
    demo
  }
`);

/** A judgement beside a claim. */
export const judgementParts = graphql(/* GraphQL */ `
  fragment JudgementParts on UptakeJudgement {
    id
    judgement
    priority
    reason
    voice
    reference
    effectiveDate
    judgedOn
    judgedByName
    demo
  }
`);
export const readingParts = graphql(/* GraphQL */ `
  fragment ReadingParts on TableReading {
    sheet
    sheets {
      name
      hidden
    }
    head
    columns {
      column
      heading
      field
      sure
      samples
    }
    words {
      field
      word
      value
      rows
    }
    dates
    datesDoubtful
    given {
      field
      value
    }
    sure
    remembered
    fields {
      name
      heading
      day
      choices {
        value
        word
      }
    }
  }
`);

export const activityParts = graphql(/* GraphQL */ `
  fragment ActivityParts on UptakeActivity {
    id
    versionId
    url
    organizationSlug
    organizationName
    title
    lead
    startsOn
    endsOn
    indicator
    confirmedOn
    demo
    actions {
      actionId
      report
      symbol
      recommendationNumber
      recommendationSlug
      title
    }
  }
`);
