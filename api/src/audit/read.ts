import { isDay as isDayOf } from '#prisma/content/day.ts';
import { sql } from 'kysely';
import type { Database } from '#prisma/database.ts';
import { type AuditKind, auditKinds } from '#prisma/audit.ts';

export const auditOutcomes = ['DONE', 'REFUSED', 'FAILED'] as const;
export type AuditOutcome = (typeof auditOutcomes)[number];

/** An event as administrators see it; the name is the person's of today, null for who was erased or is nobody. */
export type AuditRow = {
  id: string;
  at: Date;
  kind: string;
  outcome: AuditOutcome;
  actor: string | null;
  actorName: string | null;
  subject: string | null;
  detail: string | null;
  client: string | null;
  requestId: string | null;
};
/** What is asked for: days in UTC, both included. */
export type AuditFilter = { kind?: AuditKind | null; outcome?: AuditOutcome | null; actor?: string | null; since?: string | null; until?: string | null };

export const isAuditKind = (text: string | null | undefined): text is AuditKind => (auditKinds as readonly string[]).includes(text ?? '');
export const isAuditOutcome = (text: string | null | undefined): text is AuditOutcome => (auditOutcomes as readonly string[]).includes(text ?? '');
export const isDay = (text: string | null | undefined): text is string => isDayOf(text ?? '');

/** The first part of a pseudonym, as pages show it, or all of it. */
export const isActor = (text: string | null | undefined): text is string => /^[0-9a-f-]{8,36}$/i.test(text ?? '');

/**
 * Events, latest first.
 * @param before events that happened before the one with this id
 */
export async function readAudit(db: Database, filter: AuditFilter, { before, first }: { before?: string | null; first: number }): Promise<AuditRow[]> {
  const { rows } = await sql<AuditRow>`
    SELECT a.id, a.at, a.kind, a.outcome, a.actor, p.name AS "actorName", a.subject, a.detail, a.client, a.request_id AS "requestId"
    FROM audit_event a LEFT JOIN person p ON p.pseudonym = a.actor AND p.erased_at IS NULL
    WHERE ${filter.kind ? sql`a.kind = ${filter.kind}` : sql`true`}
      AND ${filter.outcome ? sql`a.outcome = ${filter.outcome}` : sql`true`}
      AND ${filter.actor ? sql`starts_with(a.actor::text, ${filter.actor.toLowerCase()})` : sql`true`}
      AND ${filter.since ? sql`a.at >= ${`${filter.since}T00:00:00Z`}::timestamptz` : sql`true`}
      AND ${filter.until ? sql`a.at < ${`${filter.until}T00:00:00Z`}::timestamptz + interval '1 day'` : sql`true`}
      AND ${before ? sql`(a.at, a.id) < (SELECT b.at, b.id FROM audit_event b WHERE b.id = ${before}::uuid)` : sql`true`}
    ORDER BY a.at DESC, a.id DESC LIMIT ${first}`.execute(db);
  return rows;
}
