import type { FieldFault } from '../errors.ts';

/** Items of one list of a draft; the longest list of the library has a few dozen. */
const ITEMS_MAX = 500;
/** Values of a draft all together: texts, numbers, lists and objects. */
const VALUES_MAX = 10_000;
/** Lists and objects within each other. */
const DEPTH_MAX = 20;

/**
 * Whether what somebody sends as a draft is of a size that can be compared, checked and shown. Counting ends with the
 * faults that make the rest not worth counting.
 * @param name of the field, with which the faults begin
 * @returns a fault for each list that is too long, and one where there is too much in all
 */
export function boundFaults(value: unknown, name: string): FieldFault[] {
  const faults: FieldFault[] = [];
  let values = 0;
  const count = (one: unknown, path: string, depth: number): void => {
    values++;
    if (values > VALUES_MAX || typeof one !== 'object' || one === null) return;
    if (depth > DEPTH_MAX) {
      if (faults.length < 20) faults.push({ name: path, message: `Lists and groups of fields lie more than ${DEPTH_MAX} deep within each other here.` });
      return;
    }
    if (Array.isArray(one) && one.length > ITEMS_MAX) {
      if (faults.length < 20) faults.push({ name: path, message: `This list has ${one.length} items, at most ${ITEMS_MAX}. Upload a longer one as a file.` });
      return;
    }
    for (const [field, item] of Object.entries(one)) count(item, `${path}.${field}`, depth + 1);
  };
  count(value, name, 1);
  if (values > VALUES_MAX)
    faults.push({ name, message: `This has more than ${VALUES_MAX} fields and items in all. Shorten it, or upload long lists as files.` });
  return faults;
}
