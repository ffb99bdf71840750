import { type Known, type KnownAt, knownIn } from '#prisma/content/known.ts';
import type { RecordKind } from '#prisma/generated/enums.ts';
import { words } from './field-words.ts';

/** One field that two versions of a content differ in. `before` and `after` are JSON values; null where there is none. */
export type Difference = { path: string; label: string; change: 'ADDED' | 'REMOVED' | 'CHANGED'; before: unknown; after: unknown };

type Json = unknown;
type Fields = Record<string, Json>;
const isObject = (value: Json): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What an item is called in the label of a field. */
const nameOf = (item: Json, known: Known): string => (isObject(item) ? known.called(item) : String(item));
/** What is known by nothing else is known by what it says. */
const keyOf = (item: Json, known: Known): string => {
  const fields = isObject(item) ? [...known.keys, ['text']].find((key) => key.every((field) => item[field] !== undefined)) : undefined;
  return isObject(item) && fields ? fields.map((field) => `${field}=${JSON.stringify(item[field])}`).join(',') : JSON.stringify(item);
};
const same = (a: Json, b: Json): boolean => {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, index) => same(item, b[index]));
  if (isObject(a) && isObject(b)) {
    const names = new Set([...Object.keys(a), ...Object.keys(b)].filter((name) => a[name] !== undefined || b[name] !== undefined));
    return [...names].every((name) => same(a[name], b[name]));
  }
  return false;
};

const isNothing = (value: Json) => value === undefined || value === null || (Array.isArray(value) && value.length === 0);
const shownAlone = new Set(['cite']);
const unseen = new Set(['sourceKey', 'slug', 'position', 'shape', 'restsOn', 'notThe']);
/** Items of a list whose own keys were edited are paired by likeness while there are no more pairs to try than this. */
const PAIRS_MAX = 10_000;
/** So many differences are shown one by one. */
export const DIFFERENCES_MAX = 1_000;
const TOO_MANY = 'too many changes to compare item by item';
const itemsOf = (count: number) => `${count} item${count === 1 ? '' : 's'}`;

/** How alike two items of a list are, by the share of fields they agree in. */
const likeness = (a: Json, b: Json): number => {
  if (!isObject(a) || !isObject(b)) return 0;
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return names.filter((name) => same(a[name], b[name])).length / Math.max(1, names.length);
};

function compareLists(before: Json[], after: Json[], path: string, label: string, found: Difference[], knownAt: KnownAt): void {
  const known = knownAt(path);
  const keyed = (items: Json[]) => {
    const counts = new Map<string, number>();
    return items.map((item, index) => {
      const key = keyOf(item, known);
      const count = counts.get(key) ?? 0;
      counts.set(key, count + 1);
      return { item, index, key: `${key}#${count}` };
    });
  };
  const old = keyed(before);
  const fresh = keyed(after);
  const oldByKey = new Map(old.map((one) => [one.key, one]));
  const matched = new Map<number, number>();
  for (const one of fresh) {
    const partner = oldByKey.get(one.key);
    if (partner) matched.set(one.index, partner.index);
  }
  // An item whose key itself was edited: the most alike of those that are left, in order.
  const taken = new Set(matched.values());
  const left = new Set(old.map((one) => one.index).filter((index) => !taken.has(index)));
  const unpaired = fresh.filter((one) => !matched.has(one.index));
  if (left.size * unpaired.length > PAIRS_MAX || left.size + unpaired.length > DIFFERENCES_MAX) {
    found.push({ path: `${path}[]`, label: `${label}: ${TOO_MANY}`, change: 'CHANGED', before: itemsOf(before.length), after: itemsOf(after.length) });
    return;
  }
  for (const one of unpaired) {
    let best: { index: number; score: number } | undefined;
    for (const index of left) {
      const score = likeness(before[index], one.item) + (index === one.index ? 0.05 : 0);
      if (!best || score > best.score) best = { index, score };
    }
    if (best && best.score >= 0.34) {
      matched.set(one.index, best.index);
      left.delete(best.index);
    }
  }
  const named = (item: Json) => (nameOf(item, known) ? `${label}: ${nameOf(item, known)}` : label);
  for (const index of left) found.push({ path: `${path}[-${index}]`, label: named(before[index]), change: 'REMOVED', before: before[index], after: null });
  for (const { item, index } of fresh) {
    const partner = matched.get(index);
    if (partner === undefined) found.push({ path: `${path}[${index}]`, label: named(item), change: 'ADDED', before: null, after: item });
    else compare(before[partner], item, `${path}[${index}]`, named(item), found, knownAt);
  }
  const order = fresh.flatMap((one) => matched.get(one.index) ?? []);
  if (left.size === 0 && order.length === after.length && order.some((value, index) => index > 0 && value < (order[index - 1] ?? 0))) {
    found.push({
      path: `${path}[]`,
      label: `${label}: order`,
      change: 'CHANGED',
      before: before.map((item) => nameOf(item, known)),
      after: after.map((item) => nameOf(item, known)),
    });
  }
}

function compare(before: Json, after: Json, path: string, label: string, found: Difference[], knownAt: KnownAt): void {
  // A list of nothing says what an absent one says.
  if (found.length > DIFFERENCES_MAX || same(before, after) || (isNothing(before) && isNothing(after))) return;
  const alone = shownAlone.has(path.split('.').at(-1) ?? '');
  if (before === undefined || before === null) found.push({ path, label, change: 'ADDED', before: null, after });
  else if (after === undefined || after === null) found.push({ path, label, change: 'REMOVED', before, after: null });
  else if (Array.isArray(before) && Array.isArray(after) && !alone) compareLists(before, after, path, label, found, knownAt);
  else if (isObject(before) && isObject(after)) {
    for (const name of [...new Set([...Object.keys(before), ...Object.keys(after)])]) {
      if (path === '' && unseen.has(name)) continue;
      compare(before[name], after[name], path ? `${path}.${name}` : name, label ? `${label} · ${words(name)}` : words(name), found, knownAt);
    }
  } else found.push({ path, label, change: 'CHANGED', before, after });
}

/**
 * What differs between two contents, field by field, in the order of the fields. Items of lists are paired by what a
 * reader knows them by (organization and role, vendor, country ...), so that moving one is not a change of all.
 * Paths name the place in `after`: "summary.text", "participants[2].role"; "[-3]" is an item of `before` that is gone.
 * The work grows with the length of the contents. Of a list with too many items that have no counterpart ("participants[]"),
 * or of contents with too many differences (the last one, with the path "*"), it is said that there are too many to compare.
 */
export function differences(kind: RecordKind, before: Record<string, unknown> | null, after: Record<string, unknown>): Difference[] {
  const found: Difference[] = [];
  compare(before ?? {}, after, '', '', found, knownIn(kind));
  if (found.length <= DIFFERENCES_MAX) return found;
  return [...found.slice(0, DIFFERENCES_MAX), { path: '*', label: `More: ${TOO_MANY}`, change: 'CHANGED', before: null, after: null }];
}
