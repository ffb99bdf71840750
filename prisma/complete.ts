import { sql } from 'kysely';
import type { Database, Trx } from './database.ts';
import { appendLog, type LogDraft } from './log.ts';
import { moment, type Sealable, sealedKinds } from './seals.ts';

const BATCH = 500;

/** Rows of a kind that no entry seals yet, a batch of them. */
async function unsealed(trx: Trx, kind: Sealable, more: string[] = []): Promise<string[]> {
  const { from, key, where } = sealedKinds[kind];
  const kinds = [kind, ...more];
  const { rows } = await sql<{ id: string }>`
    SELECT ${sql.raw(key)}::text AS id FROM ${sql.raw(from)}
    WHERE ${sql.raw(where)} AND NOT EXISTS (SELECT FROM log_seal s JOIN log_entry l ON l.sequence = s.sequence WHERE s.subject = ${sql.raw(key)}::text AND l.kind = ANY (${kinds}))
    ORDER BY ${sql.raw(key)} LIMIT ${BATCH}`.execute(trx);
  return rows.map((row) => row.id);
}

/** Records with versions whose own entries seal neither reason nor what they restore. */
async function unsealedRecords(trx: Trx): Promise<LogDraft[]> {
  const { rows } = await sql<Record<string, unknown>>`
    SELECT r.id AS record, r.kind, r.slug, r.version AS number, r.verify_by::text AS "verifyBy", ${sql.raw(moment('r.verified_at'))} AS "verifiedAt" FROM record r
    WHERE EXISTS (SELECT FROM revision v JOIN log_entry l ON l.sequence = v.sequence WHERE v.record_id = r.id AND NOT l.body::jsonb ? 'seal')
      AND NOT EXISTS (SELECT FROM log_seal s JOIN log_entry l ON l.sequence = s.sequence WHERE s.subject = r.id::text AND l.kind = 'RECORD_SEALED')
    ORDER BY r.id LIMIT ${BATCH}`.execute(trx);
  return rows.map((body) => ({ kind: 'RECORD_SEALED', body }));
}

/** Roles that no entry gave: from before roles were logged. */
async function unloggedRoles(trx: Trx): Promise<LogDraft[]> {
  const { rows } = await sql<Record<string, unknown>>`
    SELECT p.pseudonym AS person, m.role, o.slug AS organization, m.deputy, m.origin, NULL AS by, true AS late FROM membership m JOIN person p ON p.id = m.person_id LEFT JOIN record o ON o.id = m.organization_id
    WHERE NOT EXISTS (SELECT FROM log_entry l WHERE l.kind = 'ROLE_GRANTED' AND l.body::jsonb->>'person' = p.pseudonym::text AND l.body::jsonb->>'role' = m.role::text AND l.body::jsonb->>'organization' IS NOT DISTINCT FROM o.slug)
    ORDER BY m.id LIMIT ${BATCH}`.execute(trx);
  return rows.map((body) => ({ kind: 'ROLE_GRANTED', body }));
}

/**
 * Seals once what stood in the database before its kind was sealed, a batch a transaction: a run that was broken off goes on
 * where it stopped. The entry LOG_COMPLETED ends it for ever; whatever has no entry after that is a fault that
 * `npm run log:verify` names, and is never sealed by itself.
 * @returns how many entries were added
 */
export async function completeLog(db: Database): Promise<number> {
  const done = await db.selectFrom('logEntry').select('sequence').where('kind', '=', 'LOG_COMPLETED').limit(1).executeTakeFirst();
  if (done) return 0;
  const rows =
    (kind: Sealable, more: string[] = []) =>
    async (trx: Trx): Promise<LogDraft[]> =>
      (await unsealed(trx, kind, more)).map((id) => ({ kind, body: { subject: id, late: true } }));
  const steps = [
    unsealedRecords,
    rows('RECORD_ARCHIVED'),
    rows('ACTIONS_LOADED'),
    rows('PARAGRAPHS_LOADED'),
    rows('UPTAKE_REPORTED'),
    rows('UPTAKE_CONFIRMED'),
    rows('UPTAKE_WITHDRAWN'),
    rows('UPTAKE_REMARKED'),
    rows('ASSESSMENT_SIGNED'),
    rows('ASSESSMENT_REVIEWED'),
    rows('ASSESSMENT_PUBLISHED'),
    rows('EDITION_PUBLISHED'),
    rows('EDITION_WITHDRAWN'),
    rows('CAMPAIGN_OPENED', ['CAMPAIGN_CHANGED', 'CAMPAIGN_CLOSED']),
    unloggedRoles,
  ];
  let added = 0;
  for (const step of steps) {
    for (;;) {
      const drafts = await db.transaction().execute(async (trx) => {
        const found = await step(trx);
        await appendLog(trx, found);
        return found.length;
      });
      added += drafts;
      if (drafts === 0) break;
    }
  }
  await db.transaction().execute((trx) => appendLog(trx, [{ kind: 'LOG_COMPLETED', body: { added } }]));
  return added;
}
