import type { z } from 'zod';
import { ownersOf, sections, sectionsAt, audienceOf } from './content/audience.ts';
import { aboutOf, itemOf, shapeOf } from './content/field.ts';
import { organizationTarget, type Target } from './content/kind.ts';
import { kinds } from './content/kinds.ts';
import { type Audience, audiences } from './content/shared.ts';
import type { RecordKind } from './generated/enums.ts';

type Content = Record<string, unknown>;
/** Who sees a record; its owners by id. */
export type Shown = { audience: Audience; archived: boolean; owners: readonly string[] };

/** Whether everybody who sees what has an audience, of the given owners (by id), sees another record too. */
export const seenByAll = (target: Shown, audience: Audience, owners: readonly string[]): boolean =>
  !target.archived &&
  (target.audience === 'PUBLIC' ||
    (target.audience === 'UN_SYSTEM' && audience !== 'PUBLIC') ||
    (target.audience === 'OWNERS' && audience === 'OWNERS' && owners.length > 0 && owners.every((owner) => target.owners.includes(owner))));

/** A record that a content names: where, and who sees that place. */
export type Reference = { path: string; target: Target; audience: Audience };

const stricter = (a: Audience, b: Audience): Audience => (audiences.indexOf(a) > audiences.indexOf(b) ? a : b);

/** Every record that the fields of a content name, with the place and who sees it, complete or not. */
export function namedInFields(kind: RecordKind, content: Content): Reference[] {
  const whole = (content['audience'] as Audience | undefined) ?? 'PUBLIC';
  const found: Reference[] = [];
  const walk = (value: unknown, schema: z.ZodType, path: string) => {
    const { to } = aboutOf(schema);
    const item = itemOf(schema);
    if (typeof value === 'string') {
      if (!to) return;
      const of = sectionsAt(kind, content, path).map((name) =>
        audienceOf(content, name, sections[kind]?.[name] ?? { path: [], initial: 'OWNERS', optional: true }),
      );
      found.push({ path, target: { kind: to, key: value }, audience: of.reduce(stricter, whole) });
    } else if (Array.isArray(value)) {
      if (item) for (const [index, one] of value.entries()) walk(one, item, `${path}.${index}`);
    } else if (typeof value === 'object' && value !== null) {
      const shape = shapeOf(schema);
      for (const [name, one] of Object.entries(value)) if (shape[name]) walk(one, shape[name], path ? `${path}.${name}` : name);
    }
  };
  walk(content, kinds[kind].schema, '');
  return found;
}

/** Every record that a content of its schema names, with the place and who sees it. */
export function referencesOf(kind: RecordKind, content: Content): Reference[] {
  const whole = (content['audience'] as Audience | undefined) ?? 'PUBLIC';
  const found = namedInFields(kind, content);
  const known = new Set(found.map(({ target }) => `${target.kind}:${target.key}`));
  // What follows from a field in another way, such as the goal of a number.
  const others = [...ownersOf(kind, content).map(organizationTarget), ...kinds[kind].links(content).map((link) => link.to)];
  return [...found, ...others.filter((target) => !known.has(`${target.kind}:${target.key}`)).map((target) => ({ path: '', target, audience: whole }))];
}
