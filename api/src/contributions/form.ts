import type { z } from 'zod';
import { sections } from '#prisma/content/audience.ts';
import { aboutOf, bare, type Field, inOrder, isCited, isOptional, itemOf, shapeOf } from '#prisma/content/field.ts';
import { kinds } from '#prisma/content/kinds.ts';
import { audiences, cited } from '#prisma/content/shared.ts';
import type { RecordKind } from '#prisma/generated/enums.ts';
import { writableKinds } from './policy.ts';

// The forms of the pages, from the definitions of the concepts; api/src/print.ts prints them for the pages.

/** One field of a form, as web/app/contributions/spec.ts describes it. */
type Box = { type: string; path: string; fields?: Box[]; [more: string]: unknown };
// `needed`: a field of the record itself without which it cannot be published.
type FormSection = { id: string; fields: Box[] };

/** What is not said is left out, so that the printed file is short. */
const box = (type: string, path: string, more: Record<string, unknown>): Box => ({
  type,
  path,
  ...Object.fromEntries(Object.entries(more).filter(([, value]) => value !== undefined && value !== false)),
});

const partsOf = (schema: z.ZodType): Box[] =>
  Object.entries(shapeOf(schema))
    .filter(([name]) => !(isCited(schema) && name in cited))
    .map(([name, part]) => boxOf(name, part));

/** How a field is asked for: what its schema and its type say. */
function boxOf(path: string, schema: z.ZodType, required = false): Box {
  const { box: own, words, options, suggest, reads } = aboutOf(schema);
  const { type } = bare(schema).def;
  // What has a usual value may be left blank.
  const optional = isOptional(schema) || (schema.def.type === 'default' && bare(schema).def.type === 'string');
  if (own === 'cite') return box('cite', path, {});
  if (words) return box('choice', path, { options, words, numeric: type === 'number', optional });
  const item = itemOf(schema);
  if (item) {
    const each = aboutOf(item);
    if (each.words && Object.keys(shapeOf(item)).length === 0) return box('checks', path, { options: each.options, words: each.words, optional });
    if (Object.keys(shapeOf(item)).length > 0) return box('list', path, { fields: partsOf(item), cited: isCited(item), optional });
    return box('names', path, { suggest: each.suggest, optional: !required });
  }
  if (Object.keys(shapeOf(schema)).length > 0) return box('group', path, { fields: partsOf(schema), cited: isCited(schema), optional });
  return box(own ?? (type === 'number' ? 'number' : 'line'), path, { suggest, reads, optional });
}

const askedIn = (fields: readonly Field[]): FormSection[] => {
  const asked = inOrder(fields, 'ask').map(({ path, schema, about: { ask } }) => {
    const { in: id, required } = typeof ask === 'object' ? ask : { in: ask ?? '', required: false };
    const needed = required || !schema.safeParse(undefined).success;
    return { id, field: { ...boxOf(path, schema, required), ...(needed ? { needed } : {}) } };
  });
  // Sections are in the order of the schema, the fields of each in their own.
  const ids = [...new Set(fields.flatMap(({ about: { ask } }) => (ask ? [typeof ask === 'object' ? ask.in : ask] : [])))];
  return ids.map((id) => ({ id, fields: asked.filter((one) => one.id === id).map(({ field }) => field) }));
};

const audienceBoxes = (kind: RecordKind): Box[] =>
  Object.entries(sections[kind] ?? {}).map(([name, { initial }]) =>
    box('choice', `audiences.${name}`, { options: audiences, words: 'audience', optional: true, usual: initial }),
  );

/** The form of every concept that people write: its sections in the order of the page that comes of it. */
export const forms = (): Record<string, FormSection[]> =>
  Object.fromEntries(writableKinds.map((kind) => [kind, [...askedIn(kinds[kind].fields), { id: 'audience', fields: audienceBoxes(kind) }]]));

/** What is asked of a new source that an entry brings along. */
export const sourceForm = (): Box[] => {
  const { slug } = shapeOf(kinds.SOURCE.schema);
  return [...(slug ? [boxOf('slug', slug)] : []), ...askedIn(kinds.SOURCE.fields).flatMap(({ fields }) => fields)];
};

/** What the list of each concept can be filtered by, as its page reads an address: closed values, numbers, or open text. */
export const listFilters = (): Record<string, Record<string, unknown>> =>
  Object.fromEntries(
    Object.values(kinds).map(({ kind, filters }) => [
      kind,
      Object.fromEntries(
        filters.map(({ as, schema }) => {
          const { options } = aboutOf(schema);
          const inner = bare(schema);
          if (inner.def.type === 'number') return [as, { numbers: [Number(options?.[0] ?? 0), Number(options?.at(-1) ?? 9999)] }];
          if (inner.def.type === 'boolean') return [as, { values: ['yes', 'no'] }];
          const values = options ?? (inner.def.type === 'enum' ? (inner as z.ZodEnum).options : undefined);
          return [as, values ? { values } : 'open'];
        }),
      ),
    ]),
  );

/** What the list of each concept can be narrowed by as from and to, for the pages. */
export const listRanges = (): Record<string, Record<string, 'date' | 'number'>> =>
  Object.fromEntries(
    Object.values(kinds).flatMap(({ kind, ranges }) => (ranges.length > 0 ? [[kind, Object.fromEntries(ranges.map(({ as, type }) => [as, type]))]] : [])),
  );
