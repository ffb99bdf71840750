/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** How sure a statement is. */
export type Certainty =
  /** An editor concluded it; the note says why. */
  | 'INFERRED'
  /** The source says it. */
  | 'STATED'
  /** The source is not legible or contradicts itself; the note says how. */
  | 'UNCERTAIN';

/** The concepts of the library. */
export type Kind =
  | 'GLOSSARY_TERM'
  | 'GOAL'
  | 'LESSON'
  | 'MATRIX'
  | 'MITIGATION'
  | 'ORGANIZATION'
  | 'PROJECT'
  | 'RECOMMENDATION'
  | 'REFERENCE'
  | 'RISK'
  | 'SOURCE'
  | 'STANDARD'
  | 'VENDOR';

/** How far a project is. */
export type Stage =
  | 'DISCONTINUED'
  | 'ENVISAGED'
  | 'IN_USE'
  | 'PILOT'
  | 'PROOF_OF_CONCEPT'
  | 'RESEARCH'
  | 'SCALED';

export type HomeQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeQuery = { library: { citations: number, kinds: Array<{ kind: Kind, count: number }> }, projects: { totalCount: number, facets: Array<{ field: string, values: Array<{ value: string, label: string, count: number }> }> }, lessons: { totalCount: number, facets: Array<{ field: string, values: Array<{ value: string, label: string, count: number }> }> }, telling: { edges: Array<{ node: { title: string, url: string, abstract: string, stage: Stage, platforms: Array<string>, countries: Array<{ code: string }>, owners: Array<{ shortName: string }> } }> } };

export type SuggestQueryVariables = Exact<{
  query: string;
  first: number;
}>;


export type SuggestQuery = { search: { edges: Array<{ node: { kind: Kind, title: string, url: string, snippet: Array<{ text: string, marked: boolean }> } }> } };

export type CitationPartsFragment = { place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } };

export type StatementPartsFragment = { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const CitationPartsFragmentDoc = new TypedDocumentString(`
    fragment CitationParts on Citation {
  place
  paragraph
  url
  source {
    title
    symbol
    url
  }
}
    `, {"fragmentName":"CitationParts"}) as unknown as TypedDocumentString<CitationPartsFragment, unknown>;
export const StatementPartsFragmentDoc = new TypedDocumentString(`
    fragment StatementParts on Statement {
  text
  asAt
  certainty
  note
  citations {
    ...CitationParts
  }
}
    fragment CitationParts on Citation {
  place
  paragraph
  url
  source {
    title
    symbol
    url
  }
}`, {"fragmentName":"StatementParts"}) as unknown as TypedDocumentString<StatementPartsFragment, unknown>;
export const HomeDocument = new TypedDocumentString(`
    query Home {
  library {
    kinds {
      kind
      count
    }
    citations
  }
  projects(first: 1) {
    totalCount
    facets {
      field
      values {
        value
        label
        count
      }
    }
  }
  lessons(first: 1) {
    totalCount
    facets {
      field
      values {
        value
        label
        count
      }
    }
  }
  telling: projects(first: 4, filter: {stage: [SCALED, DISCONTINUED]}) {
    edges {
      node {
        title
        url
        abstract
        stage
        platforms
        countries {
          code
        }
        owners {
          shortName
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<HomeQuery, HomeQueryVariables>;
export const SuggestDocument = new TypedDocumentString(`
    query Suggest($query: String!, $first: Int!) {
  search(query: $query, first: $first) {
    edges {
      node {
        kind
        title
        url
        snippet: snippetParts {
          text
          marked
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SuggestQuery, SuggestQueryVariables>;