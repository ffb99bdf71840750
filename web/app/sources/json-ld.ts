import { absolute, context } from '../seo/json-ld.ts';

type Source = {
  url: string;
  title: string;
  symbol: string | null;
  author: string;
  date: string | null;
  address: string | null;
  about: string;
  isReport: boolean;
};

/** A source: the report with its number, any other document as a work. */
export const sourceJsonLd = (source: Source, url: URL) => ({
  ...context,
  '@type': source.isReport ? 'Report' : 'CreativeWork',
  '@id': absolute(source.url, url),
  url: absolute(source.url, url),
  name: source.title,
  ...(source.symbol ? (source.isReport ? { reportNumber: source.symbol } : { identifier: source.symbol }) : {}),
  author: { '@type': 'Organization', name: source.author },
  ...(source.date ? { datePublished: source.date } : {}),
  ...(source.address ? { sameAs: source.address } : {}),
  abstract: source.about,
});
