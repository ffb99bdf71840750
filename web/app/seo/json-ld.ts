/** What the JSON-LD of all kinds has in common. */
export const context = { '@context': 'https://schema.org' } as const;
export type CitedPlace = { place: string; url: string | null; source: { title: string; symbol: string | null; url?: string } };
/** schema.org JSON-LD as an object. */
export type JsonLd = Record<string, unknown>;
export type Cited = { text: string; citations: CitedPlace[] };

/** An address of this site on its public host. */
export const absolute = (path: string, url: URL) => new URL(path, url).href;

/** The places a record rests on, each once, as works with the address of the paragraph, or else of the source. */
export function citationLd(citations: readonly CitedPlace[], url: URL): JsonLd[] {
  const places = new Map(citations.map((citation) => [`${citation.source.title} ${citation.place}`, citation]));
  return [...places.values()].map(({ place, url: path, source }) => {
    const address = path ?? source.url;
    return { '@type': 'CreativeWork', name: `${source.symbol ?? source.title}, ${place}`, ...(address ? { url: absolute(address, url) } : {}) };
  });
}

/** The places that statements rest on, each once. */
export const citationsLd = (statements: readonly { citations: readonly CitedPlace[] }[], url: URL): JsonLd[] =>
  citationLd(
    statements.flatMap(({ citations }) => citations),
    url,
  );

type Page = { title: string; url: string; summaryText: string; version: number; createdAt: string; updatedAt: string };

/** A page about something, in the terms of schema.org: its version and dates, what it is about and what it rests on. */
export const pageLd = (record: Page, about: JsonLd, citation: JsonLd[], base: URL): JsonLd => ({
  ...context,
  '@type': 'WebPage',
  '@id': absolute(record.url, base),
  url: absolute(record.url, base),
  name: record.title,
  ...(record.summaryText ? { description: record.summaryText } : {}),
  version: String(record.version),
  dateCreated: record.createdAt,
  dateModified: record.updatedAt,
  isPartOf: { '@type': 'WebSite', name: 'Atrium', url: absolute('/', base) },
  mainEntity: about,
  ...(citation.length > 0 ? { citation } : {}),
});

/** The identifiers of an organization that are known, each named by its register. */
export const identifiersLd = (known: readonly (readonly [register: string, value: string | null | undefined])[]): JsonLd[] =>
  known.flatMap(([propertyID, value]) => (value ? [{ '@type': 'PropertyValue', propertyID, value }] : []));
