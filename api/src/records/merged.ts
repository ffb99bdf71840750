import { type RawBuilder, sql } from 'kysely';

/**
 * Entries that were made one keep their ids, and so do the agreements, screenings and assessments that name them: what was
 * sealed does not change, and an entry that is brought back has its own again. Readers ask here where it belongs now.
 */

/** The record that a column names, or the one that it was made one with. */
export const staying = (column: string): RawBuilder<string> =>
  sql<string>`coalesce((SELECT m.stays FROM merged_record m WHERE m.id = ${sql.ref(column)}), ${sql.ref(column)})`;

/** Ids, with those of the entries that were made one with them, as an array. */
export const withDoubles = (ids: readonly string[]): RawBuilder<string[]> =>
  sql<string[]>`ARRAY(SELECT unnest(merged_with(one.id)) FROM unnest(${[...ids]}::uuid[]) one (id))`;
