/* eslint-disable */
import * as types from './graphql.ts';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query Home {\n    library {\n      kinds {\n        kind\n        count\n      }\n      citations\n    }\n    projects(first: 1) {\n      totalCount\n      facets {\n        field\n        values {\n          value\n          label\n          count\n        }\n      }\n    }\n    lessons(first: 1) {\n      totalCount\n      facets {\n        field\n        values {\n          value\n          label\n          count\n        }\n      }\n    }\n    telling: projects(first: 4, filter: { stage: [SCALED, DISCONTINUED] }) {\n      edges {\n        node {\n          title\n          url\n          abstract\n          stage\n          platforms\n          countries {\n            code\n          }\n          owners {\n            shortName\n          }\n        }\n      }\n    }\n  }\n": typeof types.HomeDocument,
    "\n  query Suggest($query: String!, $first: Int!) {\n    search(query: $query, first: $first) {\n      edges {\n        node {\n          kind\n          title\n          url\n          snippet: snippetParts {\n            text\n            marked\n          }\n        }\n      }\n    }\n  }\n": typeof types.SuggestDocument,
    "\n  fragment CitationParts on Citation {\n    place\n    paragraph\n    url\n    source {\n      title\n      symbol\n      url\n    }\n  }\n": typeof types.CitationPartsFragmentDoc,
    "\n  fragment StatementParts on Statement {\n    text\n    asAt\n    certainty\n    note\n    citations {\n      ...CitationParts\n    }\n  }\n": typeof types.StatementPartsFragmentDoc,
};
const documents: Documents = {
    "\n  query Home {\n    library {\n      kinds {\n        kind\n        count\n      }\n      citations\n    }\n    projects(first: 1) {\n      totalCount\n      facets {\n        field\n        values {\n          value\n          label\n          count\n        }\n      }\n    }\n    lessons(first: 1) {\n      totalCount\n      facets {\n        field\n        values {\n          value\n          label\n          count\n        }\n      }\n    }\n    telling: projects(first: 4, filter: { stage: [SCALED, DISCONTINUED] }) {\n      edges {\n        node {\n          title\n          url\n          abstract\n          stage\n          platforms\n          countries {\n            code\n          }\n          owners {\n            shortName\n          }\n        }\n      }\n    }\n  }\n": types.HomeDocument,
    "\n  query Suggest($query: String!, $first: Int!) {\n    search(query: $query, first: $first) {\n      edges {\n        node {\n          kind\n          title\n          url\n          snippet: snippetParts {\n            text\n            marked\n          }\n        }\n      }\n    }\n  }\n": types.SuggestDocument,
    "\n  fragment CitationParts on Citation {\n    place\n    paragraph\n    url\n    source {\n      title\n      symbol\n      url\n    }\n  }\n": types.CitationPartsFragmentDoc,
    "\n  fragment StatementParts on Statement {\n    text\n    asAt\n    certainty\n    note\n    citations {\n      ...CitationParts\n    }\n  }\n": types.StatementPartsFragmentDoc,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Home {\n    library {\n      kinds {\n        kind\n        count\n      }\n      citations\n    }\n    projects(first: 1) {\n      totalCount\n      facets {\n        field\n        values {\n          value\n          label\n          count\n        }\n      }\n    }\n    lessons(first: 1) {\n      totalCount\n      facets {\n        field\n        values {\n          value\n          label\n          count\n        }\n      }\n    }\n    telling: projects(first: 4, filter: { stage: [SCALED, DISCONTINUED] }) {\n      edges {\n        node {\n          title\n          url\n          abstract\n          stage\n          platforms\n          countries {\n            code\n          }\n          owners {\n            shortName\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').HomeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Suggest($query: String!, $first: Int!) {\n    search(query: $query, first: $first) {\n      edges {\n        node {\n          kind\n          title\n          url\n          snippet: snippetParts {\n            text\n            marked\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').SuggestDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CitationParts on Citation {\n    place\n    paragraph\n    url\n    source {\n      title\n      symbol\n      url\n    }\n  }\n"): typeof import('./graphql.ts').CitationPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment StatementParts on Statement {\n    text\n    asAt\n    certainty\n    note\n    citations {\n      ...CitationParts\n    }\n  }\n"): typeof import('./graphql.ts').StatementPartsFragmentDoc;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
