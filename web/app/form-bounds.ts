import { type Why, why } from '#i18n/fault.ts';

// What a form of a page may send. Every row of a list that comes back is shown again with its boxes, some thousandths of a
// second each, and every field may be called by its label: what no person types is refused before that.
const FIELDS = 5000;
const ROWS = 400;
const NAME = 200;
const DEPTH = 8;

/** Why what was sent is more than a form of the library has; null where it is not. The longest entry of the library has some fifty rows. */
export function tooMuch(names: Iterable<string>): Why | null {
  const rows = new Set<string>();
  let fields = 0;
  for (const name of names) {
    if (++fields > FIELDS) return why('FORM_FIELDS', { max: FIELDS });
    if (name.length > NAME) return why('FORM_OTHER');
    if (name.split('.').length > DEPTH) return why('FORM_OTHER');
    const row = /^[^.]*(?:\.[^.\d][^.]*)*\.\d+/.exec(name)?.[0];
    if (row && rows.add(row).size > ROWS) return why('FORM_ROWS', { max: ROWS });
  }
  return null;
}
