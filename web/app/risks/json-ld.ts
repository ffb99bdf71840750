import { absolute, type Cited, citationLd, context } from '../seo/json-ld.ts';

/** A risk or a mitigation: schema.org has no type for either, so it is a work of that genre. */
export const riskJsonLd = (record: { title: string; url: string; text: Cited }, genre: string, url: URL) => ({
  ...context,
  '@type': 'CreativeWork',
  '@id': absolute(record.url, url),
  url: absolute(record.url, url),
  name: record.title,
  abstract: record.text.text,
  genre,
  isBasedOn: citationLd(record.text.citations, url),
});
