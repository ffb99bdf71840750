import DataLoader from 'dataloader';
import type { Context } from '../context.ts';

/**
 * What many objects of one answer ask for, each for itself, read together: one call for all that is asked for at the same
 * time, and each key once per request. A field that reads something for its object goes through this, or a list of a
 * hundred asks the database a hundred times.
 * @param load gives a value for each key, in their order
 * @param cacheKey tells the keys apart where they are no plain values
 */
export function batch<Key, Value>(
  load: (context: Context, keys: readonly Key[]) => Promise<Value[]>,
  cacheKey: (key: Key) => unknown = (key) => key,
): (context: Context, key: Key) => Promise<Value> {
  const loaders = new WeakMap<Context, DataLoader<Key, Value, unknown>>();
  return (context, key) => {
    const loader = loaders.get(context) ?? new DataLoader<Key, Value, unknown>((keys) => load(context, keys), { cacheKeyFn: cacheKey });
    loaders.set(context, loader);
    return loader.load(key);
  };
}

/** The values of a batch in groups that one statement can read: those whose keys are alike but for the object they are of. */
export async function inGroups<Key, Value>(
  keys: readonly Key[],
  groupOf: (key: Key) => string,
  load: (group: readonly Key[]) => Promise<readonly Value[]>,
): Promise<Value[]> {
  const values = new Map<Key, Value>();
  await Promise.all(
    [...Map.groupBy(keys, groupOf).values()].map(async (group) => {
      const loaded = await load(group);
      for (const [index, key] of group.entries()) values.set(key, loaded[index] as Value);
    }),
  );
  return keys.map((key) => values.get(key) as Value);
}
