import type { Citation, SourceName } from './notes.ts';

/** The documents of some citations, each once, with the places in it. */
export function groupCitations(citations: readonly Citation[]): { source: SourceName; places: string[] }[] {
  const sources = new Map<string, { source: SourceName; places: string[] }>();
  for (const { source, place } of citations) {
    const known = sources.get(source.url) ?? { source, places: [] };
    if (!known.places.includes(place)) known.places.push(place);
    sources.set(source.url, known);
  }
  return [...sources.values()];
}
