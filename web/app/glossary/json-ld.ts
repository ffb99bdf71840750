import { absolute, type Cited, citationLd, context } from '../seo/json-ld.ts';

/** The glossary as a set of defined terms. */
export const glossaryJsonLd = (terms: { slug: string; url: string; term: string; definition: Cited }[], name: string, url: URL) => ({
  ...context,
  '@type': 'DefinedTermSet',
  '@id': absolute('/glossary', url),
  url: absolute('/glossary', url),
  name,
  hasDefinedTerm: terms.map(({ slug, url: path, term, definition }) => ({
    '@type': 'DefinedTerm',
    '@id': absolute(path, url),
    url: absolute(path, url),
    name: term,
    termCode: slug,
    description: definition.text,
    subjectOf: citationLd(definition.citations, url),
  })),
});
