import { type RawBuilder, sql } from 'kysely';
import { isUuid } from '#prisma/uuid.ts';
import { type User, viewerOf } from '../accounts/user.ts';
import { visibleRecords, withForeign } from '../records/policy.ts';
import { type Reader, rowsOf } from '../records/query-batch.ts';
import { recordJson, type RecordRow } from '../records/load.ts';
import { visibleShortlists } from './policy.ts';

export type Sharing = 'PRIVATE' | 'ORGANIZATION' | 'LINK';
/** So many lists a person keeps, and so many records one holds. */
export const LISTS_MAX = 100;
export const ITEMS_MAX = 200;

export type ShortlistRow = {
  id: string;
  name: string;
  purpose: string;
  sharing: Sharing;
  link: string | null;
  edits: number;
  personId: string;
  owner: string | null;
  organizationId: string | null;
  organizationSlug: string | null;
  organizationName: string | null;
  createdAt: Date | string;
  updatedAt: Date | string;
  /** How many records stand on it, whoever may see them. */
  count: number;
};
export type ShortlistItem = {
  shortlistId: string;
  record: RecordRow;
  note: string;
  addedBy: string | null;
  addedAt: string;
};

/** An item whose record was made one with another stands for that other one. */
const itemRecord = sql`shortlist_item i JOIN record was ON was.id = i.record_id JOIN record r ON r.id = coalesce(was.merged_into, was.id)`;
const nameOf = (column: string): RawBuilder<unknown> => sql`(SELECT p.name FROM person p WHERE p.id = ${sql.ref(column)} AND p.erased_at IS NULL)`;

/**
 * Lists that a person sees, the last changed first; with an id the one.
 * @param link what stands in the link that was opened
 */
export async function readShortlists(
  reader: Reader,
  user: User | null,
  { id, link = null }: { id?: string; link?: string | null } = {},
): Promise<ShortlistRow[]> {
  if (id !== undefined && !isUuid(id)) return [];
  return rowsOf(
    reader,
    sql<ShortlistRow>`
      SELECT s.id, s.name, s.purpose, s.sharing, s.link, s.edits, s.person_id AS "personId", ${nameOf('s.person_id')} AS owner, s.organization_id AS "organizationId", o.slug AS "organizationSlug",
        coalesce(o.content->>'shortName', o.title) AS "organizationName", s.created_at AS "createdAt", s.updated_at AS "updatedAt", (SELECT count(*)::int FROM shortlist_item i WHERE i.shortlist_id = s.id) AS count
      FROM shortlist s LEFT JOIN record o ON o.id = s.organization_id
      WHERE ${visibleShortlists(user, link)} AND ${id === undefined ? sql`true` : sql`s.id = ${id}::uuid`} ORDER BY s.updated_at DESC, s.id DESC LIMIT 500`,
  );
}

/** What stands on lists that the person was already shown, as far as they see the records, in the order in which it was put there. */
export async function readItems(reader: Reader, user: User | null, ids: readonly string[]): Promise<ShortlistItem[][]> {
  const rows = await rowsOf(
    reader,
    sql<ShortlistItem>`
      SELECT i.shortlist_id AS "shortlistId", ${recordJson('r')} AS record, i.note, ${nameOf('i.added_by')} AS "addedBy", to_char(i.added_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "addedAt"
      FROM ${itemRecord} WHERE i.shortlist_id = ANY (${ids as string[]}::uuid[]) AND ${visibleRecords(withForeign(viewerOf(user)))} ORDER BY i.added_at, i.record_id`,
  );
  const by = Map.groupBy(rows, ({ shortlistId }) => shortlistId);
  return ids.map((id) => by.get(id) ?? []);
}
