import { sql } from 'kysely';
import type { FileBytes } from '#api/files/bytes.ts';
import { forgetDeliveries } from '#api/webhooks/send.ts';
import type { Retention } from '#api/env.ts';
import type { Database } from '#prisma/database.ts';

/** Files in one statement. */
const BATCH = 200;
/** Bytes without a row may be those of an upload that is under way: they stay for so long (milliseconds). */
const GRACE = 86_400_000;
/** The address that a mail whose time is over keeps; nobody receives there (RFC 2606). */
const NOBODY = 'removed@outbox.invalid';

/** What was removed. */
export type Forgotten = { mails: number; invitations: number; audit: number; uploads: number; bytes: number; deliveries: number };

/** Events of the audit that are older than they are kept. */
async function forgetAudit(db: Database, days: number): Promise<number> {
  const { numAffectedRows } = await sql`DELETE FROM audit_event WHERE at < now() - make_interval(days => ${days})`.execute(db);
  return Number(numAffectedRows ?? 0);
}

/** Leaves of an old mail only the name of its event, which is what keeps the same from being mailed again. */
async function forgetMails(db: Database, days: number): Promise<number> {
  const { numAffectedRows } = await sql`
    UPDATE mail_outbox SET address = ${NOBODY}, person_id = NULL, reply_to = NULL, subject = '', text = '', last_error = NULL, unsubscribe = NULL
    WHERE created_at < now() - make_interval(days => ${days}) AND address <> ${NOBODY} AND (sending_until IS NULL OR sending_until < now())`.execute(db);
  return Number(numAffectedRows ?? 0);
}

/** Invitations that were answered, withdrawn or ran out so long ago. */
async function forgetInvitations(db: Database, days: number): Promise<number> {
  const { numAffectedRows } = await sql`
    DELETE FROM invitation WHERE coalesce(accepted_at, withdrawn_at, expires_at) < now() - make_interval(days => ${days})`.execute(db);
  return Number(numAffectedRows ?? 0);
}

/**
 * Uploads that belong to nothing, or to a draft that was withdrawn, and that nothing names: no version of an entry, no other
 * draft, no evidence, no agreement.
 */
async function forgetUploads(db: Database, days: number): Promise<number> {
  const { numAffectedRows } = await sql`
    DELETE FROM file f WHERE f.record_id IS NULL AND f.created_at < now() - make_interval(days => ${days})
      AND (f.draft_id IS NULL OR EXISTS (SELECT FROM draft d WHERE d.id = f.draft_id AND d.state = 'WITHDRAWN' AND d.updated_at < now() - make_interval(days => ${days})))
      AND NOT EXISTS (SELECT FROM draft d WHERE d.state <> 'WITHDRAWN' AND position(f.hash IN d.content::text) > 0)
      AND NOT EXISTS (SELECT FROM revision v WHERE position(f.hash IN v.content::text) > 0)
      AND NOT EXISTS (SELECT FROM uptake_entry u WHERE position(f.hash IN u.evidence::text) > 0)
      AND NOT EXISTS (SELECT FROM uptake_activity u WHERE position(f.hash IN u.evidence::text) > 0)
      AND NOT EXISTS (SELECT FROM agreement_version t WHERE t.document_file = f.hash)`.execute(db);
  return Number(numAffectedRows ?? 0);
}

/** Bytes that no row names any more, and what was left of uploads that did not come to their end. */
async function sweepBytes(db: Database, files: FileBytes, now: number): Promise<number> {
  let swept = 0;
  let batch: string[] = [];
  const look = async () => {
    const { rows } = await sql<{ name: string }>`
      SELECT name FROM unnest(${batch}::text[]) AS n (name) WHERE NOT EXISTS (SELECT FROM file f WHERE f.hash = n.name)`.execute(db);
    for (const { name } of rows) {
      await files.remove(name);
      swept++;
    }
    batch = [];
  };
  for await (const { name, at } of files.list()) {
    if (now - at.getTime() < GRACE) continue;
    batch.push(name);
    if (batch.length >= BATCH) await look();
  }
  await look();
  return swept;
}

/** Removes what is older than the settings keep it, as a job: each part by itself, and again what a part left over. */
export async function forgetOld(db: Database, keep: Retention, files: FileBytes, now = Date.now()): Promise<Forgotten> {
  return {
    audit: await forgetAudit(db, keep.auditDays),
    mails: await forgetMails(db, keep.mailDays),
    invitations: await forgetInvitations(db, keep.invitationDays),
    deliveries: await forgetDeliveries(db),
    uploads: await forgetUploads(db, keep.uploadDays),
    bytes: await sweepBytes(db, files, now),
  };
}
