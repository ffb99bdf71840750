import type { z } from 'zod';
import type { RecordKind } from '../generated/enums.ts';
import { itemOf, shapeOf } from './field.ts';
import { kinds } from './kinds.ts';

type Content = Record<string, unknown>;
/** Makes a content of one shape into one of the next. Pure; it gets a copy and may change it. */
export type Upcaster = (content: Content) => Content;

/**
 * What became of each concept's contents, oldest first: the first makes shape 2 of shape 1. A release that renames, splits or
 * moves a field adds one here, and never changes one. A new field with a default, or one that may be left out, needs none.
 */
export const upcasters: Partial<Record<RecordKind, Upcaster[]>> = {};

/** The shape in which a concept's contents are written today. */
const currentShape = (kind: RecordKind): number => 1 + (upcasters[kind]?.length ?? 0);

/** A content with the number of today's shape in it, as it is written; the first shape has none. */
export const shaped = <C extends Content>(kind: RecordKind, content: C): C => {
  const { shape: _, ...rest } = content;
  const today = currentShape(kind);
  return (today === 1 ? rest : { ...rest, shape: today }) as unknown as C;
};

/** What can be missing in a value of a schema: fields with a default, and parts in which something can be missing. */
type Defaults = { item: Defaults | null; fields: { name: string; initial: (() => unknown) | null; within: Defaults | null }[] };
const known = new WeakMap<z.ZodType, Defaults | null>();

/** The defaults in a schema, found once; null where nothing in it has one. Schemas do not contain themselves. */
function defaultsOf(schema: z.ZodType): Defaults | null {
  const found = known.get(schema);
  if (found !== undefined) return found;
  const element = itemOf(schema);
  const item = element ? defaultsOf(element) : null;
  const fields = Object.entries(shapeOf(schema)).flatMap(([name, part]) => {
    const { type } = part.def;
    // Zod makes the default anew each time it is asked for.
    const initial = type === 'default' ? () => structuredClone((part.def as unknown as { defaultValue: unknown }).defaultValue) : null;
    const within = defaultsOf(part);
    return initial || within ? [{ name, initial, within }] : [];
  });
  const defaults = item || fields.length > 0 ? { item, fields } : null;
  known.set(schema, defaults);
  return defaults;
}

/** The value with the defaults of its schema for what is not there; the same value where nothing is missing. */
function completed(value: unknown, { item, fields }: Defaults): unknown {
  if (Array.isArray(value)) {
    if (!item) return value;
    const items = value.map((one) => completed(one, item));
    return items.some((one, index) => one !== value[index]) ? items : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  let whole = value as Content;
  const put = (name: string, part: unknown) => {
    if (whole === value) whole = { ...whole };
    whole[name] = part;
  };
  for (const { name, initial, within } of fields) {
    const is = (value as Content)[name];
    if (is === undefined) {
      if (initial) put(name, initial());
    } else if (within) {
      const part = completed(is, within);
      if (part !== is) put(name, part);
    }
  }
  return whole;
}

/**
 * A stored content as today's code reads it. All that is read of records, drafts and revisions goes through here; what is
 * stored, and its hash, stay as they are. The same object where nothing is to be done.
 * @param complete whether what came later with a default is put in; a draft of a new record is incomplete and stays so
 */
export function lift<C extends Content>(kind: RecordKind, content: C, { complete = true } = {}): C {
  const steps = (upcasters[kind] ?? []).slice(Number(content['shape'] ?? 1) - 1);
  const lifted =
    steps.length === 0
      ? content
      : shaped(
          kind,
          steps.reduce<Content>((old, step) => step(old), structuredClone(content)),
        );
  const defaults = complete ? defaultsOf(kinds[kind].schema) : null;
  return (defaults ? completed(lifted, defaults) : lifted) as C;
}
