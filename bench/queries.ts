/** The GraphQL queries that are measured. */

const listFields = /* GraphQL */ `
  pageInfo { hasNextPage endCursor }
  edges { node {
    slug title url abstract stage access uses platforms
    countries { code name }
    owners { shortName url }
    vendors { title url }
    goals { reason goal { number title url } }
  } }`;
const listArguments = 'filter: { stage: $stage, use: $use }, first: 20, after: $after';

export const list = `query List($stage: [Stage!], $use: [Use!], $after: String) { projects(${listArguments}) { totalCount ${listFields} } }`;
export const listOnly = `query ListOnly($stage: [Stage!], $use: [Use!], $after: String) { projects(${listArguments}) { ${listFields} } }`;
/** Cursors only, to get to page 50. */
export const cursors = `query Cursors($stage: [Stage!], $use: [Use!], $after: String) { projects(filter: { stage: $stage, use: $use }, first: 98, after: $after) { pageInfo { endCursor } edges { node { id } } } }`;
export const facets =
  'query Facets($stage: [Stage!], $use: [Use!]) { projects(filter: { stage: $stage, use: $use }) { totalCount facets { field values { value label count } } } }';

export const lessons = /* GraphQL */ `
  query Lessons($kind: [LessonKind!], $theme: [Theme!]) {
    lessons(filter: { kind: $kind, theme: $theme }, first: 20) {
      totalCount
      edges { node { slug title url abstract lessonKind theme organizations { shortName url } projects { title url } } }
    }
  }`;

export const project = /* GraphQL */ `
  fragment C on Citation { place paragraph url source { slug title symbol url } }
  fragment S on Statement { text section asAt certainty note citations { ...C } }
  query Project($slug: String!) {
    project(slug: $slug) {
      id slug sourceKey title url audience version updatedAt abstract alsoKnownAs stage origin uses access platforms scope
      stages { stage date text asAt certainty note citations { ...C } }
      countries { code m49 name }
      places { ...S }
      owners { slug shortName name url }
      ownersBasis { ...S }
      summary { ...S }
      ledger { platforms { ...S } access accessBasis { ...S } consensus { ...S } offChain { ...S } keyCustody { ...S } }
      participants { name organization { slug shortName url } role responsibility asAt certainty note citations { ...C } }
      engagements { vendor { slug title url } role delivered stack period outcome asAt certainty note citations { ...C } }
      figures { label value number unit asAt certainty note citations { ...C } }
      statements { ...S }
      goals { reason by goal { number title url } }
      lessons { title url abstract lessonKind theme }
      risks { title url }
      mitigations { title url }
      recommendations { title url }
      standards { title url }
      similar { reasons project { title url stage } }
    }
  }`;

export const search = /* GraphQL */ `
  query Search($query: String!, $filter: SearchFilter) {
    search(query: $query, filter: $filter, first: 20) {
      totalCount
      facets { field values { value label count } }
      edges { node { kind title url titleParts { text marked } snippetParts { text marked } } }
    }
  }`;
