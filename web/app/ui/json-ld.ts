import type { Citation } from './notes.ts';

/** schema.org JSON-LD as an object. */
export type JsonLd = Record<string, unknown>;

/** The places that a record rests on, each once. */
export function citationsLd(statements: readonly { citations: readonly Citation[] }[], base: URL): JsonLd[] {
  const places = new Map<string, JsonLd>();
  for (const { place, url, source } of statements.flatMap((statement) => statement.citations)) {
    places.set(`${source.url} ${place}`, {
      '@type': 'CreativeWork',
      name: `${source.symbol ?? source.title}, ${place}`,
      url: new URL(url ?? source.url, base).href,
    });
  }
  return [...places.values()];
}

type Page = { title: string; url: string; abstract: string; version: number; createdAt: string; updatedAt: string };

/** A page about something, in the terms of schema.org: its version and dates, what it is about and what it rests on. */
export const pageLd = (record: Page, about: JsonLd, citation: JsonLd[], base: URL): JsonLd => ({
  '@context': 'https://schema.org',
  '@type': 'WebPage',
  '@id': new URL(record.url, base).href,
  url: new URL(record.url, base).href,
  name: record.title,
  ...(record.abstract ? { description: record.abstract } : {}),
  version: String(record.version),
  dateCreated: record.createdAt,
  dateModified: record.updatedAt,
  isPartOf: { '@type': 'WebSite', name: 'Atrium', url: new URL('/', base).href },
  mainEntity: about,
  ...(citation.length > 0 ? { citation } : {}),
});
