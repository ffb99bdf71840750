import type { ForeignRecord } from '#prisma/content/foreign-record.ts';

/** What a later state of an entry says otherwise in one field, as a person reads it. */
export type Difference = { field: string; before: string; after: string };

/** What tells two states of an entry apart: not which edition of the catalogue said it last. */
const compared = ({ slug: _, position: __, sourceKey: ___, catalogue: { version: ____, asAt: _____, ...catalogue }, ...content }: ForeignRecord) => ({
  ...content,
  catalogue,
});
const shown = (value: unknown): string =>
  value === undefined
    ? ''
    : Array.isArray(value)
      ? value.map(shown).join('; ')
      : typeof value === 'object' && value !== null
        ? Object.entries(value)
            .filter(([name]) => name !== 'column')
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([, one]) => shown(one))
            .join(': ')
        : String(value);
/** Keys of an object in an order of their own: the database keeps another. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one) ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1))) : one,
  );

/** What a later state of an entry says otherwise, field by field. */
export function differences(before: ForeignRecord, after: ForeignRecord): Difference[] {
  const [was, is] = [compared(before), compared(after)] as Record<string, unknown>[];
  return [...new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})])]
    .filter((field) => canonical(was?.[field]) !== canonical(is?.[field]))
    .map((field) => ({ field, before: shown(was?.[field]), after: shown(is?.[field]) }));
}
