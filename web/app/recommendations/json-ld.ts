import { absolute, type Cited, citationLd, context } from '../seo/json-ld.ts';

type Recommendation = { title: string; url: string; label: string; text: Cited; addressee: { text: string } };

/** A recommendation as a part of the report. */
export const recommendationJsonLd = (recommendation: Recommendation, url: URL) => ({
  ...context,
  '@type': 'CreativeWork',
  '@id': absolute(recommendation.url, url),
  url: absolute(recommendation.url, url),
  name: recommendation.title,
  alternateName: recommendation.label,
  abstract: recommendation.text.text,
  audience: { '@type': 'Audience', audienceType: recommendation.addressee.text },
  genre: 'Recommendation',
  isBasedOn: citationLd(recommendation.text.citations, url),
});
