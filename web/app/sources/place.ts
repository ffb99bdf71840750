/** The place of a source that an address asks for, and what in it cannot be one. */
export type AskedPlace = { paragraph: number | null; place: string | null; unknown: string[] };

/** Reads `?paragraph=158` or `?place=Box 3`; the paragraph wins where both are given. */
export function readPlace(url: URL): AskedPlace {
  const paragraph = url.searchParams.get('paragraph');
  const place = url.searchParams.get('place');
  if (paragraph && /^[1-9]\d{0,2}$/.test(paragraph) && Number(paragraph) <= 300) return { paragraph: Number(paragraph), place: null, unknown: [] };
  const unknown = paragraph ? [paragraph] : [];
  // Places are short and printable; anything else is not one and is not worth asking for.
  if (place && place.length <= 300 && !/\p{Cc}/u.test(place)) return { paragraph: null, place, unknown };
  return { paragraph: null, place: null, unknown: place ? [...unknown, place] : unknown };
}
