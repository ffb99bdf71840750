import { readFile } from 'node:fs/promises';

const words = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** Every run of `length` words in a text, as "a b c ...". */
export function runs(text: string, length = 8): string[] {
  const list = words(text);
  return Array.from({ length: Math.max(0, list.length - length + 1) }, (_, at) => list.slice(at, at + length).join(' '));
}

/** Runs of eight words that also stand in the source text; titles, names and addresses are exempt by not being passed in. */
export async function copiedRuns(sourceFile: string): Promise<(text: string) => string[]> {
  const known = new Set(runs(await readFile(sourceFile, 'utf8')));
  return (text) => runs(text).filter((run) => known.has(run));
}

/** All prose of a record: every string under a field named text, responsibility, delivered, outcome, note, reason, summary or the like. */
export function proseOf(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return exempt.has(key) ? [] : [value];
  if (Array.isArray(value)) return value.flatMap((item) => proseOf(item, key));
  if (value && typeof value === 'object') return Object.entries(value).flatMap(([name, item]) => proseOf(item, name));
  return [];
}
const exempt = new Set([
  'title',
  'name',
  'value',
  'symbol',
  'number',
  'slug',
  'sourceKey',
  'place',
  'source',
  'shortName',
  'alsoKnownAs',
  'address',
  'website',
  'organization',
  'organizations',
]);
