import { absolute, type Cited, citationLd, context } from '../seo/json-ld.ts';

type Reference = { title: string; url: string; topic: string; symbol: string | null; address: string | null; text: Cited };

const types: Record<string, string> = {
  LAW: 'Legislation',
  LEGAL_DOCUMENT: 'Report',
  LEARNING_RESOURCE: 'LearningResource',
  PRINCIPLE: 'DefinedTerm',
  GOVERNANCE_TYPE: 'DefinedTerm',
  INTEROPERABILITY_LEVEL: 'DefinedTerm',
  PLATFORM: 'DefinedTerm',
};

/** A page of reference by the nearest type that schema.org has for its topic. */
export function referenceJsonLd(reference: Reference, url: URL) {
  const type = types[reference.topic] ?? 'CreativeWork';
  const cited = citationLd(reference.text.citations, url);
  return {
    ...context,
    '@type': type,
    '@id': absolute(reference.url, url),
    url: absolute(reference.url, url),
    name: reference.title,
    ...(reference.symbol ? { identifier: reference.symbol } : {}),
    ...(reference.address ? { sameAs: reference.address } : {}),
    ...(type === 'DefinedTerm' ? { description: reference.text.text, subjectOf: cited } : { abstract: reference.text.text, citation: cited }),
  };
}
