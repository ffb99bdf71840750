import { sql } from 'kysely';
import type { Database, Trx } from './database.ts';

/**
 * Names the state of everything that readers are shown, such as "1042.7": as long as it is the same, so is every answer to
 * the same request on the same day. One small statement, however large the library is.
 */
export async function libraryState(db: Database | Trx): Promise<string> {
  const { rows } = await sql<{ state: string }>`SELECT coalesce(max(id), 0) || '.' || count(*) AS state FROM library_change`.execute(db);
  return rows[0]?.state ?? '';
}

/** Keeps the list of changes short. The row that it leaves is a new one, so that no former state comes back. */
export async function shortenChanges(db: Database): Promise<void> {
  await sql`WITH gone AS (DELETE FROM library_change RETURNING id) INSERT INTO library_change (id) SELECT nextval('library_change_id_seq') FROM gone LIMIT 1`.execute(
    db,
  );
}
