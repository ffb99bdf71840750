import { graphql } from '../graphql/index.ts';

/** What every answer to a change of a draft says. */
export const draftSavedFragment = graphql(`
  fragment DraftAnswer on DraftResult {
    __typename
    ... on DraftSaved {
      draft {
        id
        edits
        state
        kind
        content
        record {
          url
        }
      }
    }
    ... on StaleDraft {
      draft {
        id
        edits
      }
      yours
      sources
      clashes {
        path
        theirs
        yours
      }
    }
    ...FieldFaults
  }
`);

export const differenceFragment = graphql(`
  fragment DifferenceParts on Difference {
    path
    label
    change
    before
    after
  }
`);

export const reviewFragment = graphql(`
  fragment ReviewParts on Review {
    id
    organizationSlug
    organizationName
    round
    state
    comment
    steppedIn
    overdue
    createdAt
    decidedAt
    viewerCanDecide
    viewerWouldStepIn
    reviewer {
      name
      demo
    }
    decisions {
      field
      decision
      reason
    }
  }
`);

export const similarFragment = graphql(`
  fragment SimilarParts on AlreadyDoing {
    reasons
    sameName
    name
    contacts {
      name
      role
      email
    }
    record {
      title
      language
      url
      kind
      summaryText
    }
  }
`);

export const suggestionFragment = graphql(`
  fragment SuggestionParts on Suggestion {
    value
    title
    name
    reason
  }
`);

export const suggestedFragment = graphql(`
  fragment SuggestedParts on Record {
    slug
    sourceKey
    title
  language
  }
`);
