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

/** Tables whose rows stand on no page that everybody sees, with what follows from others; every other table is watched. */
export const unwatched = [
  'audit_event',
  'campaign_notice',
  'campaign_organization',
  'citation_count',
  'credential',
  'draft',
  'draft_comment',
  'draft_save',
  'facet_count',
  'invitation',
  'library_change',
  'link_count',
  'log_checkpoint',
  'log_entry',
  'log_node',
  'log_seal',
  'mail_link',
  'mail_outbox',
  'membership',
  'passkey',
  'place_count',
  'rate_limit',
  'record_change',
  'request_key',
  'review',
  'schema_migration',
  'search_consumer',
  'search_index',
  'search_outbox',
  'search_phrase',
  'search_word',
  'session',
  'sign_in_case',
  'sign_up',
  'two_factor',
  'uptake_subscription',
  'verification',
];
