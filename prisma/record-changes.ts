import { sql } from 'kysely';
import type { Database, Trx } from './database.ts';

/** How long changes of records are kept for the processes that count in memory; one that asked last before that reads everything anew. */
export const CHANGES_KEPT_MS = 24 * 3_600_000;

/** Removes changes that every process has seen. */
export async function forgetChanges(db: Database): Promise<void> {
  await sql`DELETE FROM record_change WHERE at < now() - ${CHANGES_KEPT_MS} * interval '1 millisecond'`.execute(db);
}

/** Has every process read all records anew; after a load that left the triggers of `record` out. */
export async function changedAll(trx: Database | Trx): Promise<void> {
  await sql`INSERT INTO record_change DEFAULT VALUES`.execute(trx);
}
