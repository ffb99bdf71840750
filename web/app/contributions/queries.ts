import { graphql } from '../graphql/index.ts';

export const draftQuery = graphql(`
  query DraftForm($id: ID!) {
    me {
      id
    }
    draft(id: $id) {
      id
      kind
      title
      url
      state
      content
      sources
      reason
      edits
      round
      basedOn
      outdated
      restores
      viewerCanWrite
      viewerCanTakeUp
      organizationName
      files {
        hash
        picture
        size
      }
      alsoWriting {
        savedAt
        person {
          name
          demo
        }
      }
      namesakes {
        title
        language
        url
        slug
      }
      author {
        name
        demo
      }
      record {
        title
        language
        url
      }
      faults {
        path
        code
        params
      }
      reviews {
        ...ReviewParts
      }
      comments {
        id
        field
        text
        createdAt
        author {
          name
          demo
        }
      }
      named {
        kind
        key
        title
      }
      nearMatches {
        path
        suggestions {
          ...SuggestionParts
        }
      }
      similar {
        ...SimilarParts
      }
      deviceKey
      refusedSaves {
        id
        refusedAt
        mine
        settled
        clashes {
          path
          theirs
          yours
        }
      }
      updatedAt
    }
    projects(first: 1) {
      facets {
        field
        values {
          value
        }
      }
    }
    risks(first: 100) {
      edges {
        node {
          ...SuggestedParts
        }
      }
    }
    mitigations(first: 100) {
      edges {
        node {
          ...SuggestedParts
        }
      }
    }
    standards(first: 100) {
      edges {
        node {
          ...SuggestedParts
        }
      }
    }
    recommendations(first: 100) {
      edges {
        node {
          ...SuggestedParts
        }
      }
    }
    matrix {
      layers {
        number
        title
      }
      questions {
        id
        text
      }
      considerations {
        id
        title
      }
    }
    sources(first: 100) {
      edges {
        node {
          slug
          title
        }
      }
    }
  }
`);

export const draftReviewQuery = graphql(`
  query DraftReview($id: ID!) {
    me {
      id
    }
    draft(id: $id) {
      id
      kind
      namesakes {
        title
        language
        url
        slug
      }
      title
      url
      state
      content
      reason
      edits
      round
      basedOn
      outdated
      restores
      publishedVersion
      viewerCanWrite
      partlyHidden
      organizationName
      sources
      writers {
        name
        demo
      }
      record {
        title
        language
        url
      }
      refusedSaves {
        mine
        settled
      }
      preview {
        __typename
        language
        ...ProjectPageParts
        ...LessonPageParts
        ...VendorPageParts
        ...BuildingBlockPageParts
      }
      sinceReturned {
        ...DifferenceParts
      }
      differences {
        ...DifferenceParts
      }
      faults {
        path
        code
        params
      }
      reviews {
        ...ReviewParts
      }
      comments {
        id
        field
        text
        createdAt
        author {
          name
          demo
        }
      }
      submittedAt
      updatedAt
    }
  }
`);

export const draftStateQuery = graphql(`
  query DraftState($id: ID!) {
    me {
      id
    }
    draft(id: $id) {
      id
      kind
      content
      edits
    }
  }
`);

export const draftSavesQuery = graphql(`
  query DraftSaves($id: ID!, $edits: Int, $one: Boolean!) {
    me {
      id
    }
    draft(id: $id) {
      title
      url
      state
      edits
      viewerCanWrite
      saves {
        edits
        savedAt
        person {
          name
          demo
        }
      }
      kind
      refusedSaves {
        id
        refusedAt
        mine
        settled
        person {
          name
          demo
        }
        clashes {
          path
          theirs
          yours
        }
      }
      chosen: saves(edits: $edits) @include(if: $one) {
        edits
        savedAt
        differences {
          ...DifferenceParts
        }
      }
    }
  }
`);

export const arrivalQuery = graphql(`
  query SaveArrival($id: ID!, $writer: String!, $turn: Float!) {
    draft(id: $id) {
      edits
      arrival(writer: $writer, turn: $turn)
    }
  }
`);

export const suggestionsQuery = graphql(`
  query SuggestedRecords($kind: Kind!, $text: String!) {
    suggestions(kind: $kind, text: $text) {
      ...SuggestionParts
    }
  }
`);

export const similarQuery = graphql(`
  query WhoIsDoingThis($title: String!, $kind: Kind) {
    similarEntries(title: $title, kind: $kind) {
      ...SimilarParts
    }
  }
`);

export const newDraftQuery = graphql(`
  query NewDraft($title: String!, $some: Boolean!, $kind: Kind) {
    me {
      canContribute
      memberships {
        role
        organizationSlug
        organizationName
      }
    }
    similarEntries(title: $title, kind: $kind) @include(if: $some) {
      ...SimilarParts
    }
  }
`);

export const changeQuery = graphql(`
  query ProposeChange($slug: String!, $project: Boolean!, $lesson: Boolean!, $vendor: Boolean!, $block: Boolean!) {
    project(slug: $slug) @include(if: $project) {
      ...ChangeOf
    }
    lesson(id: $slug) @include(if: $lesson) {
      ...ChangeOf
    }
    vendor(slug: $slug) @include(if: $vendor) {
      ...ChangeOf
    }
    buildingBlock(slug: $slug) @include(if: $block) {
      ...ChangeOf
    }
  }
`);

graphql(`
  fragment ChangeOf on Record {
    title
    language
    url
    slug
    viewerCanEdit
    viewerCanArchive
    viewerCanMerge
    contentToEdit
    openDrafts {
      id
      url
      state
      updatedAt
      reason
      author {
        name
        demo
      }
    }
  }
`);
