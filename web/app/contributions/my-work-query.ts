import { graphql } from '../graphql/index.ts';

/** What waits for a person: drafts, reviews, invitations, in one request. */
export const myWorkQuery = graphql(`
  query MyWorkPage {
    me {
      name
      demo
      canContribute
      canReview
      rolesWithheld
      memberships {
        role
        organizationName
      }
    }
    invitationsForMe {
      id
    }
    uptakeDue {
      organizationSlug
      organizationName
      open
      silent
      overdue
      demo
      report {
        key
        symbol
        title
      }
    }
    uptakeWithdrawals {
      id
      recommendationNumber
      recommendationTitle
      recommendationSlug
      organizationName
      organizationSlug
      withdrawalRequest {
        reason
      }
    }
    uptakeToPublish {
      id
      acceptance
      implementation
      effectiveDate
      recommendationNumber
      recommendationTitle
      recommendationSlug
      organizationName
      organizationSlug
      sourceReference
      sourcePlace
    }
    uptakeActivitiesToConfirm {
      id
      url
      title
      organizationName
      enteredOn
      enteredByName
    }
    uptakeToConfirm {
      id
      acceptance
      implementation
      inPart
      comment
      evidence {
        kind
        label
        url
        audience
        recordKind
        recordSlug
      }
      recommendationNumber
      recommendationTitle
      recommendationSlug
      organizationName
      organizationSlug
      enteredOn
      enteredByName
      standing
      answerBy
      demo
    }
    companyProposals {
      id
      url
      name
      vendorTitle
      proposedAt
    }
    waitingAgreementRequests {
      id
      url
      number
      title
      organization
      askedAt
    }
    waitingAssessments {
      id
      url
      title
      organization
      updatedAt
      objected
    }
    myWork {
      drafts {
        id
        title
        url
        kind
        state
        reason
        round
        basedOn
        outdated
        updatedAt
        submittedAt
        publishedVersion
        organizationName
        viewerCanWrite
        author {
          name
          demo
        }
        record {
          url
        }
        reviews {
          ...ReviewParts
        }
      }
      toReview {
        id
        organizationName
        round
        createdAt
        overdue
        draft {
          id
          title
          kind
          reason
          author {
            name
            demo
          }
        }
      }
      escalated {
        id
        organizationName
        createdAt
        draft {
          id
          title
          kind
          reason
          author {
            name
            demo
          }
        }
      }
    }
  }
`);
