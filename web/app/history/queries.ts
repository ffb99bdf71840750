import { graphql } from '../graphql/index.ts';

graphql(`
  fragment RevisionParts on Revision {
    number
    url
    live
    byLoader
    organizationSlug
    reason
    restores
    createdAt
    archivedAt
    archivedReason
    writers {
      name
      demo
    }
  }
`);

export const historyQuery = graphql(`
  query HistoryPage($kind: Kind!, $slug: String!, $from: Int!, $to: Int!, $compare: Boolean!) {
    history(kind: $kind, slug: $slug) {
      ...RevisionParts
      content
    }
    compareRevisions(kind: $kind, slug: $slug, from: $from, to: $to) @include(if: $compare) {
      differences {
        ...DifferenceParts
      }
    }
  }
`);

export const versionQuery = graphql(`
  query VersionPage($kind: Kind!, $slug: String!, $number: Int!) {
    revision(kind: $kind, slug: $slug, number: $number) {
      ...RevisionParts
      content
      hash
      seal
      logSequence
    }
    me {
      canContribute
    }
  }
`);

export const restoreMutation = graphql(`
  mutation RestoreRevision($kind: Kind!, $slug: String!, $number: Int!, $key: String) {
    restoreRevision(kind: $kind, slug: $slug, number: $number, key: $key) {
      __typename
      ... on RevisionRestored {
        draft {
          id
        }
      }
      ...FieldFaults
    }
  }
`);

graphql(`
  fragment ExtraParts on Record {
    attachments {
      title
      description
      url
      picture
      size
    }
    fundingAmounts {
      label
      amount
      currency
      period
      asAt
      certainty
      note
      citations {
        ...CitationParts
      }
    }
    contacts {
      name
      role
      email
    }
  }
`);

graphql(`
  fragment CareParts on Record {
    ...ExtraParts
    contactsWithheld
    viewerCanEdit
    freshness {
      verifyBy
      verifiedAt
      past
      daysPast
    }
  }
`);
