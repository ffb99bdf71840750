import type { Known, KnownAt } from '#prisma/content/known.ts';

/** One place that two people changed differently: by its name in the form, "participants.2.role". */
export type Clash = { path: string; theirs: unknown; yours: unknown };
export type Merged<Value> = { value: Value; clashes: Clash[] };

type Fields = Record<string, unknown>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
/** What every cited statement starts with says nothing yet. */
const silent = (name: string, value: unknown) => name === 'certainty' && value === 'STATED';

/** Whether a value says nothing: a form gives an empty box where a content has no such field at all. */
export function isBlank(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (Array.isArray(value)) return value.every(isBlank);
  return isFields(value) && Object.entries(value).every(([name, one]) => silent(name, one) || isBlank(one));
}

/** The value as text in which two values that say the same are the same. */
function spelled(value: unknown): string {
  if (isBlank(value)) return '';
  if (Array.isArray(value)) return `[${value.map(spelled).join(',')}]`;
  if (!isFields(value)) return JSON.stringify(value);
  return `{${Object.keys(value)
    .filter((name) => !silent(name, value[name]) && !isBlank(value[name]))
    .sort()
    .map((name) => `${JSON.stringify(name)}:${spelled(value[name])}`)
    .join(',')}}`;
}
const same = (a: unknown, b: unknown): boolean => a === b || spelled(a) === spelled(b);

/** By what the items of a list are known, from the definition of its concept. */
function keyOf(item: unknown, keys: Known['keys']): string | null {
  if (!isFields(item)) return null;
  const key = keys.find((names) => names.every((name) => !isBlank(item[name])));
  return key ? key.map((name) => `${name}=${spelled(item[name])}`).join(',') : null;
}

/** Values of a closed set stand in no order that a person chose: none is an edited other one. */
const isCode = (value: unknown) => typeof value === 'string' && /^[A-Z][A-Z0-9_]*$/.test(value);
/** Whether at least half of what two items say is the same, so that one is the other, edited. */
function alike(a: unknown, b: unknown): boolean {
  if (!isFields(a) || !isFields(b)) return !isFields(a) && !isFields(b) && !isCode(a) && !isCode(b);
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => name !== 'certainty' && !(isBlank(a[name]) && isBlank(b[name])));
  return names.filter((name) => same(a[name], b[name])).length * 2 >= names.length;
}
/** How many pairs of left-over items are compared to find edited ones; in longer lists only those at the same index are. */
const COMPARED = 10_000;

/** For each item of `after`, the index of the item of `before` that it is, or -1 for a new one. */
function pair(before: readonly unknown[], after: readonly unknown[], keys: Known['keys']): number[] {
  const of = after.map(() => -1);
  const free = new Set(before.keys());
  const by = (name: (item: unknown) => string | null) => {
    const places = new Map<string, number[]>();
    for (const index of free) {
      const key = name(before[index]);
      if (key !== null && !places.get(key)?.push(index)) places.set(key, [index]);
    }
    for (const [index, item] of after.entries()) {
      const key = of[index] === -1 ? name(item) : null;
      const found = key === null ? undefined : places.get(key)?.shift();
      if (found === undefined) continue;
      of[index] = found;
      free.delete(found);
    }
  };
  by(spelled);
  by((item) => keyOf(item, keys));
  const searched = free.size * of.filter((one) => one === -1).length <= COMPARED;
  for (const [index, item] of after.entries()) {
    if (of[index] !== -1) continue;
    const here = isFields(item) || before.length === after.length ? [index] : [];
    const places = isFields(item) && searched ? [...here, ...free] : here;
    const found = places.find((one) => free.has(one) && alike(before[one], item));
    if (found === undefined) continue;
    of[index] = found;
    free.delete(found);
  }
  return of;
}

/** What goes through a merge: the clashes found so far, and how the items of each list are known. */
type Merging = { clashes: Clash[]; known: KnownAt };
/** An item of the merged list: by its places in the three lists, -1 where it is in none. */
type Token = { base: number; yours: number; theirs: number };

/** The items of all three lists, those of `first` in its order and the new ones of `second` after what they followed there. */
function arrange(tokens: readonly Token[], first: 'yours' | 'theirs', second: 'yours' | 'theirs'): Token[] {
  const following = new Map<Token | null, Token[]>();
  let anchor: Token | null = null;
  for (const token of tokens.filter((one) => one[second] >= 0).sort((a, b) => a[second] - b[second])) {
    if (token[first] >= 0) anchor = token;
    else if (!following.get(anchor)?.push(token)) following.set(anchor, [token]);
  }
  const ordered = tokens.filter((token) => token[first] >= 0).sort((a, b) => a[first] - b[first]);
  return [null, ...ordered].flatMap((token) => [...(token ? [token] : []), ...(following.get(token) ?? [])]);
}

/** Where each of `count` items went, or -1. */
function inverse(of: readonly number[], count: number): number[] {
  const places = Array.from({ length: count }, () => -1);
  for (const [index, one] of of.entries()) if (one >= 0) places[one] = index;
  return places;
}

function mergeLists(base: readonly unknown[], yours: readonly unknown[], theirs: readonly unknown[], path: string, merging: Merging): unknown[] {
  const { clashes } = merging;
  const { keys } = merging.known(path);
  const [fromYours, fromTheirs] = [pair(base, yours, keys), pair(base, theirs, keys)];
  const [toYours, toTheirs] = [inverse(fromYours, base.length), inverse(fromTheirs, base.length)];
  const tokens: Token[] = base.map((_, index) => ({ base: index, yours: toYours[index] ?? -1, theirs: toTheirs[index] ?? -1 }));
  const added = theirs.flatMap((_, index) => (fromTheirs[index] === -1 ? [index] : []));
  const addedYours = yours.flatMap((_, index) => (fromYours[index] === -1 ? [index] : []));
  // What both added, they added once.
  const twins = pair(
    added.map((index) => theirs[index]),
    addedYours.map((index) => yours[index]),
    keys,
  ).map((twin, at) => {
    const other = theirs[added[twin] ?? -1];
    const item = yours[addedYours[at] as number];
    return twin >= 0 && (same(other, item) || (keyOf(item, keys) !== null && keyOf(item, keys) === keyOf(other, keys))) ? twin : -1;
  });
  const twinOf = inverse(twins, added.length);
  for (const [at, index] of added.entries()) tokens.push({ base: -1, yours: addedYours[twinOf[at] ?? -1] ?? -1, theirs: index });
  for (const [at, index] of addedYours.entries()) if (twins[at] === -1) tokens.push({ base: -1, yours: index, theirs: -1 });

  const moved = (of: readonly number[]) => of.filter((index) => index >= 0).some((index, at, all) => at > 0 && index < (all[at - 1] as number));
  const order = moved(fromYours) && !moved(fromTheirs) ? arrange(tokens, 'yours', 'theirs') : arrange(tokens, 'theirs', 'yours');
  const result: unknown[] = [];
  for (const token of order) {
    const [b, y, t] = [base[token.base], yours[token.yours], theirs[token.theirs]];
    const at = `${path}.${result.length}`;
    if (token.base >= 0 && token.yours < 0 && token.theirs < 0) continue;
    if (token.base >= 0 && token.yours < 0) {
      if (same(b, t)) continue;
      // One took away what the other changed: it stays, and is asked about.
      clashes.push({ path: at, theirs: t, yours: null });
      result.push(t);
    } else if (token.base >= 0 && token.theirs < 0) {
      if (same(b, y)) continue;
      clashes.push({ path: at, theirs: null, yours: y });
      result.push(y);
    } else if (token.yours < 0) result.push(t);
    else if (token.theirs < 0) result.push(y);
    else result.push(mergeValues(b, y, t, at, merging));
  }
  return result;
}

function mergeValues(base: unknown, yours: unknown, theirs: unknown, path: string, merging: Merging): unknown {
  if (same(yours, theirs)) return yours === undefined ? theirs : yours;
  if (same(yours, base)) return theirs;
  if (same(theirs, base)) return yours;
  const all = [base, yours, theirs];
  if (all.every((value) => Array.isArray(value) || isBlank(value)) && all.some(Array.isArray)) {
    const list = (value: unknown) => (Array.isArray(value) ? value : []);
    return mergeLists(list(base), list(yours), list(theirs), path, merging);
  }
  if (all.every((value) => isFields(value) || isBlank(value)) && all.some(isFields)) {
    const fields = (value: unknown) => (isFields(value) ? value : {});
    return mergeFields(fields(base), fields(yours), fields(theirs), path, merging);
  }
  merging.clashes.push({ path, theirs: theirs ?? null, yours: yours ?? null });
  return yours;
}

function mergeFields(base: Fields, yours: Fields, theirs: Fields, path: string, merging: Merging): Fields {
  const names = [...new Set([...Object.keys(theirs), ...Object.keys(yours)])];
  return Object.fromEntries(
    names
      .map((name) => [name, mergeValues(base[name], yours[name], theirs[name], path ? `${path}.${name}` : name, merging)] as const)
      .filter(([, value]) => value !== undefined),
  );
}

/**
 * One content out of two that were made from the same `base`: each place is taken from who changed it. Items of lists are
 * found again by what a reader knows them by, wherever they stand now. A place that both changed differently is a clash;
 * the value there is `yours`, of an item that one took away and the other changed the changed one. Nothing that either
 * wrote is in neither the value nor a clash. Pure.
 * @param known how the items of each list are known (prisma/content/known.ts)
 * @param base null where it is not known any more: then every place that differs is a clash
 */
export function merge<Value extends Fields>(base: Value | null, yours: Value, theirs: Value, known: KnownAt): Merged<Value> {
  const clashes: Clash[] = [];
  const value = base ? mergeFields(base, yours, theirs, '', { clashes, known }) : askAll(yours, theirs, '', clashes);
  return { value: value as Value, clashes };
}

/** Every field that differs, as a clash; in groups by their fields. */
function askAll(yours: Fields, theirs: Fields, path: string, clashes: Clash[]): Fields {
  const names = [...new Set([...Object.keys(theirs), ...Object.keys(yours)])];
  return Object.fromEntries(
    names.map((name) => {
      const [y, t, at] = [yours[name], theirs[name], path ? `${path}.${name}` : name];
      if (same(y, t)) return [name, y ?? t];
      if (isFields(y) && isFields(t)) return [name, askAll(y, t, at, clashes)];
      clashes.push({ path: at, theirs: t ?? null, yours: y ?? null });
      return [name, y ?? t];
    }),
  );
}
