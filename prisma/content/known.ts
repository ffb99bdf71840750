import type { z } from 'zod';
import type { RecordKind } from '../generated/enums.ts';
import { aboutOf, itemOf, shapeOf } from './field.ts';
import { kinds } from './kinds.ts';

/** By what a reader knows the items of a list, most telling first (none where only the whole item tells), and what an item is called. */
export type Known = { keys: readonly (readonly string[])[]; called: (item: Record<string, unknown>) => string };
/** The same for any list of a content, by its path: "participants" or "sources.2.statements". */
export type KnownAt = (path: string) => Known;

const isScalar = (value: unknown) => value !== undefined && value !== null && typeof value !== 'object';

/** The schema at a path of a content; numbers of items may stand in it as "2" or "[-1]". Undefined where there is none. */
export const schemaAt = (schema: z.ZodType, path: string): z.ZodType | undefined =>
  path
    .split(/[.[]/)
    .map((step) => step.replace(/\]$/, ''))
    .filter((step) => step !== '')
    .reduce<z.ZodType | undefined>((at, step) => (at && /^-?\d+$/.test(step) ? itemOf(at) : at && shapeOf(at)[step]), schema);

/** How the items of the lists of a concept are known, from its definition. */
export const knownIn =
  (kind: RecordKind): KnownAt =>
  (path) => {
    const list = schemaAt(kinds[kind].schema, path);
    const { known = [], called } = list ? aboutOf(list) : {};
    const item = list && itemOf(list);
    const parts = called ? [called] : [...(item ? Object.keys(shapeOf(item)) : []), 'text'];
    return { keys: known, called: (one) => String(one[parts.find((part) => isScalar(one[part])) ?? ''] ?? '').slice(0, 60) };
  };

/** The same for what a draft holds: a content, and new sources, which are known by their short names. */
export const knownInDraft = (kind: RecordKind): KnownAt => {
  const [inContent, inSources] = [knownIn(kind), knownIn('SOURCE')];
  return (path) => {
    if (path === 'sources') return { keys: [['slug']], called: (source) => String(source['title'] ?? '') };
    return path.startsWith('sources.') ? inSources(path.replace(/^sources\.\d+\./, '')) : inContent(path.replace(/^content\./, ''));
  };
};
