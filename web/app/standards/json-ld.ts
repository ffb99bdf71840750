import { absolute, type Cited, citationLd, context } from '../seo/json-ld.ts';

type Standard = {
  title: string;
  url: string;
  number: string | null;
  body: string;
  published: string | null;
  address: string | null;
  documentKind: string | null;
  name: Cited;
  summary: Cited;
  replaces: { url: string }[];
};

/** A standard as a work published by its body. */
export const standardJsonLd = (standard: Standard, url: URL) => ({
  ...context,
  '@type': 'CreativeWork',
  '@id': absolute(standard.url, url),
  url: absolute(standard.url, url),
  name: standard.title,
  ...(standard.number ? { identifier: standard.number } : {}),
  ...(standard.documentKind ? { genre: standard.documentKind } : {}),
  ...(standard.published ? { datePublished: standard.published } : {}),
  ...(standard.address ? { sameAs: standard.address } : {}),
  publisher: { '@type': 'Organization', name: standard.body },
  abstract: standard.summary.text,
  citation: citationLd([...standard.name.citations, ...standard.summary.citations], url),
});
