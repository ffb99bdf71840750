/** How the values of choices stand in sheets and documents. */

/** "IN_PROGRESS" as people read and write it: "In progress". */
export const inWords = (value: string | null | undefined) => (value ? `${value[0]}${value.slice(1).toLowerCase().replaceAll('_', ' ')}` : '');
/** "In progress" as it is stored: "IN_PROGRESS". */
const asValue = (words: string): string =>
  words
    .trim()
    .toUpperCase()
    .replace(/[\s-]+/g, '_');
/** What people wrote for one of `values`; the text as it is where it is none of them, null for an empty one. */
export const fromWords = (text: string, values: readonly string[]) => (values.includes(asValue(text)) ? asValue(text) : text.trim() || null);
