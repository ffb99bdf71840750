import { sql } from 'kysely';
import type { Database } from '#prisma/database.ts';
import { hashOf } from '#prisma/hash.ts';
import { type Sealable, sealedKinds, sealedRows, sealHash } from '#prisma/seals.ts';
import { type Found, said } from './found.ts';

/** Kinds that tell of the same rows, together. RECORD_SEALED is checked with the versions. */
const groups: Sealable[][] = [
  ['UPTAKE_REPORTED'],
  ['UPTAKE_CONFIRMED'],
  ['UPTAKE_PUBLISHED'],
  ['UPTAKE_WITHDRAWN'],
  ['UPTAKE_REMARKED'],
  ['UPTAKE_JUDGED'],
  ['UPTAKE_WITHDRAWAL_ASKED'],
  ['UPTAKE_WITHDRAWAL_ANSWERED'],
  ['UPTAKE_ACTIVITY_KEPT'],
  ['UPTAKE_ACTIVITY_CONFIRMED'],
  ['ASSESSMENT_SIGNED'],
  ['ASSESSMENT_REVIEWED'],
  ['ASSESSMENT_PUBLISHED'],
  ['EDITION_PUBLISHED'],
  ['EDITION_WITHDRAWN'],
  ['EDITION_RETURNED'],
  ['SCREENING_LIST_LOADED'],
  ['SCREENING_LIST_WITHDRAWN'],
  ['SCREENING_DONE'],
  ['SCREENING_DECIDED'],
  ['AGREEMENT_KEPT', 'AGREEMENT_AMENDED'],
  ['AGREEMENT_DRAWN'],
  ['AGREEMENT_OPENED'],
  ['AGREEMENT_ASKED'],
  ['AGREEMENT_ANSWERED'],
  ['INFORMATION_ASKED'],
  ['INFORMATION_ANSWERED'],
  ['STATEMENT_OPENED'],
  ['CAMPAIGN_OPENED', 'CAMPAIGN_CHANGED', 'CAMPAIGN_CLOSED'],
  ['RECORD_ARCHIVED', 'RECORD_UNARCHIVED'],
  ['ACTIONS_LOADED'],
  ['PARAGRAPHS_LOADED'],
];
const PAGE = 500;
type Contents = Record<string, unknown> | null;
type Seal = { sequence: number; kind: Sealable; subject: string; contents: Contents };

/**
 * Checks every seal by the hash in its entry, and every row that is sealed by its seal: reports on recommendations with their
 * confirmations, withdrawals and remarks, campaigns, archived records, tables of actions, texts of sources.
 * @param end how many entries the log has
 */
export async function checkRows(db: Database, end: number, found: Found): Promise<void> {
  await checkSeals(db, found);
  await checkDemonstration(db, end, found);
  const names = await readNames(db);
  for (const kinds of groups) {
    const kind = kinds[0] as Sealable;
    const { called } = sealedKinds[kind];
    const name = (subject: string, contents: Contents) => {
      const cell = names.get(String(contents?.['action'] ?? ''));
      const day = contents?.['effectiveDate'];
      return `${called} ${said(names.get(subject) ?? (contents?.['title'] as string | undefined) ?? subject)}${cell ? ` (${cell}${day ? `, as of ${day}` : ''})` : ''}`;
    };
    const holding = await readSeals(db, kinds);
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const rows = await sealedRows(db, kind, { after, limit: PAGE });
      for (const { subject, contents } of rows) {
        const now = contents as Contents;
        const seal = holding.get(subject);
        holding.delete(subject);
        if (seal) compare(seal, now, name(subject, seal.contents), names, found);
        else found(end + 1, `${name(subject, now)} is there without an entry of the log`);
      }
      if (rows.length < PAGE) break;
      after = rows.at(-1)?.subject ?? '';
    }
    for (const seal of holding.values()) {
      if (kind === 'RECORD_ARCHIVED') compare(seal, { archivedAt: null, archivedReason: null }, name(seal.subject, seal.contents), names, found);
      else found(seal.sequence, `${name(seal.subject, seal.contents)} is gone`);
    }
  }
}

/** Demonstration data is marked as such on every page and sealed nowhere: real people make none. */
async function checkDemonstration(db: Database, end: number, found: Found): Promise<void> {
  const { rows } = await sql<{ what: string; id: string }>`
    SELECT what, t.id FROM (
      SELECT 'the uptake entry' AS what, id::text, entered_by AS maker FROM uptake_entry WHERE demo
      UNION ALL SELECT 'the remark', id::text, written_by FROM uptake_comment WHERE demo
      UNION ALL SELECT 'the campaign', id::text, opened_by FROM campaign WHERE demo) t
    JOIN person p ON p.id::text = t.maker WHERE NOT p.demo ORDER BY 1, 2`.execute(db);
  for (const { what, id } of rows) found(end + 1, `${what} ${said(id)} is marked as a demonstration, and a real person is said to have made it`);
}

const ids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
function compare(seal: Seal, now: Contents, name: string, names: Map<string, string>, found: Found) {
  const sealed = seal.contents ?? {};
  const is = now ?? {};
  for (const field of new Set([...Object.keys(sealed), ...Object.keys(is)]))
    if (hashOf(sealed[field] ?? null) !== hashOf(is[field] ?? null))
      found(seal.sequence, `${name}: ${field.replace(ids, (id) => names.get(id) ?? id)} is ${said(is[field])}, the log sealed ${said(sealed[field])}`);
}

/** The seal that holds for each row: the first of one that never changes, otherwise the last. */
async function readSeals(db: Database, kinds: Sealable[]): Promise<Map<string, Seal>> {
  const first = sealedKinds[kinds[0] as Sealable].holds === 'FIRST';
  const { rows } = await sql<Seal>`
    SELECT DISTINCT ON (s.subject) s.sequence, l.kind, s.subject, s.contents FROM log_seal s JOIN log_entry l ON l.sequence = s.sequence
    WHERE l.kind = ANY (${kinds}) ORDER BY s.subject, s.sequence ${first ? sql`ASC` : sql`DESC`}`.execute(db);
  return new Map(rows.map((row) => [row.subject, row]));
}

/** Every entry that seals something must have what it sealed, and that must have its hash. */
async function checkSeals(db: Database, found: Found): Promise<void> {
  const kinds = Object.keys(sealedKinds);
  let after = 0;
  for (;;) {
    const { rows } = await sql<{ sequence: number; kind: string; body: string; subject: string | null; nonce: string; contents: unknown }>`
      SELECT l.sequence, l.kind, l.body, s.subject, s.nonce, s.contents FROM log_entry l LEFT JOIN log_seal s ON s.sequence = l.sequence
      WHERE l.kind = ANY (${kinds}) AND l.sequence > ${after} ORDER BY l.sequence LIMIT ${PAGE}`.execute(db);
    for (const row of rows) {
      const body = JSON.parse(row.body) as { subject?: string; record?: string; seal?: string };
      if (body.seal === undefined) continue;
      if (row.subject === null) found(row.sequence, `what the entry ${row.kind} sealed is gone from the seals`);
      else if (row.subject !== (body.subject ?? body.record) || sealHash(row.contents, row.nonce) !== body.seal)
        found(row.sequence, `what the entry ${row.kind} sealed was altered`);
    }
    if (rows.length < PAGE) break;
    after = rows.at(-1)?.sequence ?? after;
  }
  const { rows: loose } = await sql<{ sequence: number }>`
    SELECT s.sequence FROM log_seal s JOIN log_entry l ON l.sequence = s.sequence WHERE NOT l.kind = ANY (${kinds}) OR NOT l.body::jsonb ? 'seal' ORDER BY 1`.execute(
    db,
  );
  for (const { sequence } of loose) found(sequence, 'a seal was added to an entry that has none');
}

/** What records and cells are called: cells by the id of their action. */
async function readNames(db: Database): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    SELECT id::text, slug AS name FROM record UNION ALL
    SELECT a.id::text, coalesce(o.content->>'shortName', o.slug) || ' on recommendation ' || coalesce(r.content->>'number', r.slug) FROM action a JOIN record o ON o.id = a.organization_id JOIN record r ON r.id = a.recommendation_id`.execute(
    db,
  );
  return new Map(rows.map((row) => [row.id, row.name]));
}
