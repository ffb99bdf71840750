/** What the JSON-LD of all kinds has in common. */
export const context = { '@context': 'https://schema.org' } as const;
export type CitedPlace = { place: string; url: string | null; source: { title: string; symbol: string | null } };
export type Cited = { text: string; citations: CitedPlace[] };

/** An address of this site on its public host. */
export const absolute = (path: string, url: URL) => new URL(path, url).href;

/** The places a record rests on, each once, as works with the address of the paragraph. */
export function citationLd(citations: readonly CitedPlace[], url: URL) {
  const places = new Map(citations.map((citation) => [`${citation.source.title} ${citation.place}`, citation]));
  return [...places.values()].map(({ place, url: path, source }) => ({
    '@type': 'CreativeWork',
    name: `${source.symbol ?? source.title}, ${place}`,
    ...(path ? { url: absolute(path, url) } : {}),
  }));
}
