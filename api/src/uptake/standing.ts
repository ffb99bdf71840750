import { type RawBuilder, sql } from 'kysely';

/**
 * How far an entry stands on a day. CONFIRMED: by a second person of the organization. UNOPPOSED: published from a document, and
 * the organization, which was told, let its period pass without an answer. DOCUMENT: published from a document, and waiting for the
 * organization. UNCONFIRMED: reported, and nobody else stands by it yet. Migration 080 says the same for the views of figures.
 */
export const standings = ['CONFIRMED', 'UNOPPOSED', 'DOCUMENT', 'UNCONFIRMED'] as const;
export type Standing = (typeof standings)[number];

/** Joins to `uptake_entry u` its confirmation `k` and its publication `pub`, as they were known on a day. */
export const standingJoins = (known: RawBuilder<unknown>) => sql`
  LEFT JOIN uptake_confirmation k ON k.entry_id = u.id AND k.confirmed_on <= ${known}
  LEFT JOIN uptake_publication pub ON pub.entry_id = u.id AND pub.published_on <= ${known}`;

/** The standing of `u`, joined so, on that day. A report of the organization's own within the period is an answer, whatever becomes of it. */
export const standingOf = (
  known: RawBuilder<unknown>,
) => sql<Standing>`CASE WHEN k.entry_id IS NOT NULL THEN 'CONFIRMED' WHEN pub.entry_id IS NULL THEN 'UNCONFIRMED'
  WHEN pub.answer_by < ${known} AND NOT EXISTS (SELECT FROM uptake_entry own WHERE own.action_id = u.action_id AND own.sequence > u.sequence AND own.entered_as <> 'SECRETARIAT'
    AND NOT own.demo AND own.entered_on <= pub.answer_by) THEN 'UNOPPOSED' ELSE 'DOCUMENT' END`;

/** What is taken from a document and not confirmed by the organization. */
export const fromDocument = (standing: Standing | null): boolean => standing === 'DOCUMENT' || standing === 'UNOPPOSED';
