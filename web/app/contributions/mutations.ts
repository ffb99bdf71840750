import { graphql } from '../graphql/index.ts';

export const saveDraftMutation = graphql(`
  mutation SaveDraft(
    $id: ID
    $kind: Kind
    $slug: String
    $organization: String
    $content: JSON
    $sources: JSON
    $reason: String
    $edits: Int
    $key: String
    $writer: String
    $turn: Float
    $merge: Boolean
    $answers: String
    $check: Boolean = false
  ) {
    saveDraft(
      id: $id
      kind: $kind
      slug: $slug
      organization: $organization
      content: $content
      sources: $sources
      reason: $reason
      edits: $edits
      key: $key
      writer: $writer
      turn: $turn
      merge: $merge
      answers: $answers
    ) {
      ...DraftAnswer
      ... on DraftSaved {
        draft {
          faults @include(if: $check) {
            path
            code
            params
          }
        }
      }
    }
  }
`);

export const correctTextMutation = graphql(`
  mutation CorrectText($kind: Kind!, $slug: String!, $field: String!, $was: String!, $text: String!, $reason: String!, $key: String) {
    correctText(kind: $kind, slug: $slug, field: $field, was: $was, text: $text, reason: $reason, key: $key) {
      ...DraftAnswer
    }
  }
`);

export const archiveMutation = graphql(`
  mutation ArchiveRecord($kind: Kind!, $slug: String!, $reason: String!) {
    archiveRecord(kind: $kind, slug: $slug, reason: $reason) {
      __typename
      ...FieldFaults
    }
  }
`);

export const mergeMutation = graphql(`
  mutation MergeRecords($kind: Kind!, $slug: String!, $into: String!, $reason: String!) {
    mergeRecords(kind: $kind, slug: $slug, into: $into, reason: $reason) {
      __typename
      ... on RecordsMerged {
        url
      }
      ...FieldFaults
    }
  }
`);

export const takeUpDraftMutation = graphql(`
  mutation TakeUpDraft($id: ID!) {
    takeUpDraft(id: $id) {
      ...DraftAnswer
    }
  }
`);

export const restoreSaveMutation = graphql(`
  mutation RestoreDraftSave($id: ID!, $save: Int!, $edits: Int!) {
    restoreDraftSave(id: $id, save: $save, edits: $edits) {
      ...DraftAnswer
    }
  }
`);

export const answerRefusedMutation = graphql(`
  mutation AnswerRefusedSave($id: ID!, $refused: ID!, $take: Boolean!, $edits: Int!) {
    answerRefusedSave(id: $id, refused: $refused, take: $take, edits: $edits) {
      ...DraftAnswer
    }
  }
`);

export const submitDraftMutation = graphql(`
  mutation SubmitDraft($id: ID!, $edits: Int!, $key: String) {
    submitDraft(id: $id, edits: $edits, key: $key) {
      ...DraftAnswer
    }
  }
`);

export const withdrawDraftMutation = graphql(`
  mutation WithdrawDraft($id: ID!, $discard: Boolean) {
    withdrawDraft(id: $id, discard: $discard) {
      ...DraftAnswer
    }
  }
`);

export const rebaseDraftMutation = graphql(`
  mutation RebaseDraft($id: ID!) {
    rebaseDraft(id: $id) {
      ...DraftAnswer
    }
  }
`);

export const commentMutation = graphql(`
  mutation CommentOnDraft($draft: ID!, $field: String, $text: String!, $key: String) {
    comment(draft: $draft, field: $field, text: $text, key: $key) {
      ...DraftAnswer
    }
  }
`);

export const decideMutation = graphql(`
  mutation Decide($draft: ID!, $organization: String!, $round: Int!, $outcome: Outcome!, $fields: [FieldDecisionInput!], $comment: String) {
    decide(draft: $draft, organization: $organization, round: $round, outcome: $outcome, fields: $fields, comment: $comment) {
      ...DraftAnswer
    }
  }
`);
