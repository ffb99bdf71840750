import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { connect } from '#prisma/database.ts';
import { testDatabase } from '#test/database.ts';
import { libraryState, shortenChanges } from './library-state.ts';

/** Tables whose rows stand on no page that everybody sees, with what follows from others; every other table is watched. */
const unwatched = [
  'agreement_notice',
  'api_token',
  'api_token_use',
  'assessment_line',
  'assessment_review',
  'audit_event',
  'campaign_notice',
  'campaign_organization',
  'catalogue_mapping',
  'catalogue_run',
  'citation_count',
  'company',
  'company_code',
  'company_link',
  'company_opening',
  'company_proposal',
  'credential',
  'draft',
  'draft_comment',
  'draft_refusal',
  'draft_save',
  'facet_count',
  'follow',
  'follow_state',
  'follow_told',
  'import_mapping',
  'import_run',
  'information_answer',
  'information_link',
  'information_request',
  'information_request_vendor',
  'invitation',
  'learning_step',
  'library_change',
  'link_count',
  'log_checkpoint',
  'log_entry',
  'log_node',
  'log_seal',
  'mail_link',
  'mail_outbox',
  'match_told',
  'membership',
  'passkey',
  'place_count',
  'question_mute',
  'question_report',
  'rate_limit',
  'read_day',
  'record_change',
  'record_embedding',
  'record_owner',
  'record_range',
  'request_count',
  'request_key',
  'review',
  'schema_migration',
  'screening_candidate',
  'screening_check',
  'screening_decision',
  'screening_entry',
  'screening_list',
  'screening_name',
  'screening_run',
  'screening_word',
  'search_consumer',
  'search_index',
  'search_outbox',
  'search_phrase',
  'search_word',
  'session',
  'shortlist',
  'shortlist_item',
  'sign_in_case',
  'sign_up',
  'sought_day',
  'sought_words',
  'statement_run',
  'table_mapping',
  'two_factor',
  'uptake_contact',
  'uptake_sitting',
  'uptake_subscription',
  'verification',
  'visit_mark',
  'watch',
  'watch_hit',
  'webhook',
  'webhook_delivery',
];

const { db, url } = await testDatabase('library_template');

it('watches every table but those that no page for everybody shows', async () => {
  const { rows } = await sql<{ name: string; watched: boolean }>`
    SELECT c.relname AS name, EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = 'library_changed') AS watched
    FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace`.execute(db);
  expect(
    rows
      .filter(({ watched }) => !watched)
      .map(({ name }) => name)
      .sort(),
  ).toEqual([...unwatched].sort());
});

it('changes with every change that is committed, and when it is, and never comes back', async () => {
  const seen = new Set<string>();
  const next = async () => {
    const state = await libraryState(db);
    expect(seen.has(state), `${state} was there before`).toBe(false);
    seen.add(state);
    return state;
  };
  const other = connect(url, { max: 2 });
  try {
    await next();
    await sql`UPDATE record SET title = title || ' ' WHERE slug = 'wfp'`.execute(db);
    const before = await next();
    // Two changes under way at once; the first to begin is the last to be seen.
    const slow = await other.pool.connect();
    await slow.query("BEGIN; UPDATE record SET title = 'Slow' WHERE slug = 'fao' AND kind = 'ORGANIZATION'");
    expect(await libraryState(db)).toBe(before);
    await sql`UPDATE facet_value SET label = 'Quokka' WHERE facet = 'organization' AND value = 'itu'`.execute(db);
    await next();
    await shortenChanges(db);
    await next();
    await slow.query('COMMIT');
    slow.release();
    await next();
    await shortenChanges(db);
    await next();
    await sql`DELETE FROM paragraph`.execute(db);
    await next();
    await sql`UPDATE person SET email_verified = true`.execute(db);
    expect(seen.has(await libraryState(db))).toBe(true);
  } finally {
    await other.close();
  }
  const { rows } = await sql<{ count: number }>`SELECT count(*)::int AS count FROM library_change`.execute(db);
  expect(rows[0]?.count).toBeLessThan(4);
});
