/** Lists in any order, for a comparison of answers whose lists have none of their own. */
export function unordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unordered).toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (value && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value)
        .filter(([name]) => name !== 'endCursor' && name !== 'similar')
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, item]) => [name, unordered(item)]),
    );
  return value;
}

/** Where two answers differ first, with both values; null when they are equal. */
export function difference(ours: unknown, hand: unknown, path = 'answer'): string | null {
  if (ours && hand && typeof ours === 'object' && typeof hand === 'object') {
    for (const key of new Set([...Object.keys(ours), ...Object.keys(hand)])) {
      const found = difference((ours as Record<string, unknown>)[key], (hand as Record<string, unknown>)[key], `${path}.${key}`);
      if (found) return found;
    }
    return null;
  }
  return Object.is(ours, hand) ? null : `${path}: ${JSON.stringify(ours)?.slice(0, 300)} is not ${JSON.stringify(hand)?.slice(0, 300)}`;
}
