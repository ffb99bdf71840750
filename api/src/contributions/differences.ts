/** One field that two versions of a content differ in. `before` and `after` are JSON values; null where there is none. */
export type Difference = { path: string; label: string; change: 'ADDED' | 'REMOVED' | 'CHANGED'; before: unknown; after: unknown };

type Json = unknown;
type Fields = Record<string, Json>;
const isObject = (value: Json): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What tells the items of a list apart, most telling first; a reader knows an item by it. */
const naturalKeys: readonly (readonly string[])[] = [
  ['sourceKey'],
  ['file'],
  ['email'],
  ['organization', 'role'],
  ['name', 'role'],
  ['vendor', 'role'],
  ['code'],
  ['goal'],
  ['source', 'place'],
  ['stage', 'date'],
  ['label'],
  ['name'],
  ['section', 'text'],
  ['text'],
  ['value'],
];
/** What an item is called in the label of a field. */
const nameOf = (item: Json): string => {
  if (!isObject(item)) return String(item);
  for (const field of ['organization', 'vendor', 'code', 'goal', 'stage', 'label', 'name', 'title', 'source', 'text', 'value'])
    if (item[field] !== undefined && !isObject(item[field])) return String(item[field]).slice(0, 60);
  return '';
};
const keyOf = (item: Json): string => {
  if (!isObject(item)) return JSON.stringify(item);
  for (const fields of naturalKeys)
    if (fields.every((field) => item[field] !== undefined)) return fields.map((field) => `${field}=${JSON.stringify(item[field])}`).join(',');
  return JSON.stringify(item);
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

/** "keyCustody" as people read it: "Key custody". */
const words = (name: string) => {
  const text = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
};
const shownAlone = new Set(['cite']);
const unseen = new Set(['sourceKey', 'slug', 'position']);
/** How alike two items of a list are, by the share of fields they agree in. */
const likeness = (a: Json, b: Json): number => {
  if (!isObject(a) || !isObject(b)) return 0;
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return names.filter((name) => same(a[name], b[name])).length / Math.max(1, names.length);
};

function compareLists(before: Json[], after: Json[], path: string, label: string, found: Difference[]): void {
  const keyed = (items: Json[]) => {
    const counts = new Map<string, number>();
    return items.map((item, index) => {
      const key = keyOf(item);
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
  const left = new Set(old.map((one) => one.index).filter((index) => ![...matched.values()].includes(index)));
  for (const one of fresh) {
    if (matched.has(one.index)) continue;
    const best = [...left]
      .map((index) => ({ index, score: likeness(before[index], one.item) + (index === one.index ? 0.05 : 0) }))
      .sort((a, b) => b.score - a.score)[0];
    if (best && best.score >= 0.34) {
      matched.set(one.index, best.index);
      left.delete(best.index);
    }
  }
  const named = (item: Json) => (nameOf(item) ? `${label}: ${nameOf(item)}` : label);
  for (const index of left) found.push({ path: `${path}[-${index}]`, label: named(before[index]), change: 'REMOVED', before: before[index], after: null });
  for (const { item, index } of fresh) {
    const partner = matched.get(index);
    if (partner === undefined) found.push({ path: `${path}[${index}]`, label: named(item), change: 'ADDED', before: null, after: item });
    else compare(before[partner], item, `${path}[${index}]`, named(item), found);
  }
  const order = fresh.flatMap((one) => matched.get(one.index) ?? []);
  if (left.size === 0 && order.length === after.length && order.some((value, index) => index > 0 && value < (order[index - 1] ?? 0))) {
    found.push({ path: `${path}[]`, label: `${label}: order`, change: 'CHANGED', before: before.map(nameOf), after: after.map(nameOf) });
  }
}

function compare(before: Json, after: Json, path: string, label: string, found: Difference[]): void {
  if (same(before, after)) return;
  const alone = shownAlone.has(path.split('.').at(-1) ?? '');
  if (before === undefined || before === null) found.push({ path, label, change: 'ADDED', before: null, after });
  else if (after === undefined || after === null) found.push({ path, label, change: 'REMOVED', before, after: null });
  else if (Array.isArray(before) && Array.isArray(after) && !alone) compareLists(before, after, path, label, found);
  else if (isObject(before) && isObject(after)) {
    for (const name of [...new Set([...Object.keys(before), ...Object.keys(after)])]) {
      if (path === '' && unseen.has(name)) continue;
      compare(before[name], after[name], path ? `${path}.${name}` : name, label ? `${label} · ${words(name)}` : words(name), found);
    }
  } else found.push({ path, label, change: 'CHANGED', before, after });
}

/**
 * What differs between two contents, field by field, in the order of the fields. Items of lists are paired by what a
 * reader knows them by (organization and role, vendor, country ...), so that moving one is not a change of all.
 * Paths name the place in `after`: "summary.text", "participants[2].role"; "[-3]" is an item of `before` that is gone.
 */
export function differences(before: Record<string, unknown> | null, after: Record<string, unknown>): Difference[] {
  const found: Difference[] = [];
  compare(before ?? {}, after, '', '', found);
  return found;
}
