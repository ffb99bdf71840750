import { sql } from 'kysely';
import type { Database } from '#prisma/database.ts';
import { hashOf } from '#prisma/hash.ts';
import { type Found, said } from './found.ts';

const PAGE = 500;
type Row = { id: string; vendor: string; entry: string; current: boolean; last: boolean; namesHash: string; vendorHash: string; names: string[] };

/**
 * Checks what is shown of candidates and is in no seal itself: that the names of the listed entry are those that were compared (the
 * candidate's hash is sealed with its run), and that those are shown as candidates of today that are of the last check of their
 * vendor against the list that was in use and was not taken out of it; and that the last list of each name is the one in use. While a list is being compared, which these are is changing.
 * @param end how many entries the log has
 */
export async function checkScreening(db: Database, end: number, found: Found): Promise<void> {
  const { rows: lists } = await sql<{ name: string; day: string; current: boolean }>`
    SELECT name, listed_on::text AS day, current FROM screening_list l
    WHERE current <> (withdrawn_at IS NULL AND NOT EXISTS (SELECT FROM screening_list n WHERE n.name = l.name AND n.loaded_at > l.loaded_at)) ORDER BY loaded_at`.execute(
    db,
  );
  for (const { name, day, current } of lists)
    found(
      end + 1,
      `the sanctions list ${said(name)} of ${day} is ${current ? 'in use, though another one took its place or it was taken out' : 'not in use, though nothing took its place'}`,
    );
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await sql<Row>`
      WITH checked AS (
        SELECT k.run_id, k.vendor_id, k.names_hash, k.checked_at, l.name, l.withdrawn_at IS NULL AS stands,
          NOT EXISTS (SELECT FROM screening_list n WHERE n.name = l.name AND n.loaded_at > l.loaded_at AND n.loaded_at < k.checked_at) AS in_use
        FROM screening_check k JOIN screening_run u ON u.id = k.run_id JOIN screening_list l ON l.id = u.list_id)
      SELECT c.id, r.slug AS vendor, c.entry_key AS entry, c.current, c.names_hash AS "namesHash", k.names_hash AS "vendorHash",
        (SELECT coalesce(json_agg(n.name), '[]') FROM screening_name n WHERE n.entry_id = c.entry_id) AS names,
        k.stands AND k.in_use AND NOT EXISTS (SELECT FROM checked later WHERE later.vendor_id = k.vendor_id AND later.name = k.name AND later.in_use AND later.checked_at > k.checked_at) AS last
      FROM (SELECT * FROM screening_candidate WHERE id > ${after}::uuid ORDER BY id LIMIT ${PAGE}) c JOIN record r ON r.id = c.vendor_id
        JOIN checked k ON k.run_id = c.run_id AND k.vendor_id = c.vendor_id
      WHERE NOT EXISTS (SELECT FROM screening_run u JOIN screening_list l ON l.id = u.list_id WHERE l.name = c.list_name AND u.finished_at IS NULL) ORDER BY c.id`.execute(
      db,
    );
    for (const row of rows) {
      const name = `the candidate of a screening ${said(row.vendor)} and ${said(row.entry)}`;
      if (hashOf([row.vendorHash, hashOf([...row.names].sort())]) !== row.namesHash)
        found(end + 1, `${name}: the names of the entry are not those that were compared`);
      if (row.current !== row.last)
        found(end + 1, `${name} is ${row.last ? 'no candidate of today, though' : 'a candidate of today, though not'} of the last check of the vendor`);
    }
    const { rows: next } = await sql<{ last: string | null }>`
      SELECT max(id::text) AS last FROM (SELECT id FROM screening_candidate WHERE id > ${after}::uuid ORDER BY id LIMIT ${PAGE}) c`.execute(db);
    if (!next[0]?.last) return;
    after = next[0].last;
  }
}
