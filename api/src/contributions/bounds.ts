import { type FieldFault, fault } from '#i18n/fault.ts';

/** Items of one list of a draft; the longest list of the library has a few dozen. A form shows all of them (web/app/form-bounds.ts). */
const ITEMS_MAX = 200;
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
      if (faults.length < 20) faults.push(fault(path, 'LIST_DEEP', { max: DEPTH_MAX }));
      return;
    }
    if (Array.isArray(one) && one.length > ITEMS_MAX) {
      if (faults.length < 20) faults.push(fault(path, 'LIST_LONG', { given: one.length, max: ITEMS_MAX }));
      return;
    }
    for (const [field, item] of Object.entries(one)) count(item, `${path}.${field}`, depth + 1);
  };
  count(value, name, 1);
  if (values > VALUES_MAX) faults.push(fault(name, 'VALUES_MANY', { max: VALUES_MAX }));
  return faults;
}
