import type { z } from 'zod';
import type { RecordKind } from '../generated/enums.ts';
import { bare, itemOf, shapeOf } from './field.ts';
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

/** The value with the defaults of its schema for what is not there; the same value where nothing is missing. */
function completed(value: unknown, schema: z.ZodType): unknown {
  const item = itemOf(schema);
  if (Array.isArray(value)) {
    const items = item ? value.map((one) => completed(one, item)) : value;
    return items.some((one, index) => one !== value[index]) ? items : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  const added: Content = {};
  for (const [name, part] of Object.entries(shapeOf(schema))) {
    const is = (value as Content)[name];
    const { type, defaultValue } = part.def as { type: string; defaultValue?: unknown };
    if (is === undefined && type === 'default') added[name] = structuredClone(defaultValue);
    else if (is !== undefined && bare(part).def.type !== 'string') {
      const whole = completed(is, part);
      if (whole !== is) added[name] = whole;
    }
  }
  return Object.keys(added).length > 0 ? { ...value, ...added } : value;
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
  return (complete ? completed(lifted, kinds[kind].schema) : lifted) as C;
}
