import { sql } from 'kysely';
import { audienceOf, sections } from '#prisma/content/audience.ts';
import type { RecordKind } from '#prisma/generated/enums.ts';
import type { Context } from '../context.ts';
import { visibleRecords } from './policy.ts';
import { type RecordRow, recordColumns } from './load.ts';

/**
 * Whether a section of a record's content is for others than everybody. Links and filter values are made from what everybody
 * may see: of such a section they know nothing, and its page reads the content, which holds it only for whom it is.
 */
export const isRestricted = (kind: RecordKind, content: Record<string, unknown>, name: string): boolean => {
  const section = sections[kind]?.[name];
  return section !== undefined && audienceOf(content, name, section) !== 'PUBLIC';
};

/** The records that a content names by slug or source key, as far as the viewer may see them, in one statement. */
export async function namedRecords(context: Context, kind: RecordKind, keys: readonly string[]): Promise<Map<string, RecordRow>> {
  if (keys.length === 0) return new Map();
  const rows = await context.reads.rows(sql<RecordRow>`
    SELECT ${recordColumns} FROM record r
    WHERE r.kind = ${kind}::record_kind AND (r.slug = ANY (${keys}::text[]) OR r.source_key = ANY (${keys}::text[])) AND ${visibleRecords(context.viewer)}`);
  return new Map(rows.flatMap((row) => [[row.slug, row] as const, ...(row.sourceKey ? [[row.sourceKey, row] as const] : [])]));
}
