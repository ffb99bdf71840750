import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Viewer } from '#search/engine.ts';
import { NameIndex } from '#prisma/screening/name-index.ts';
import { visibleRecords } from '../records/policy.ts';
import { type Reader, rowsOf } from '../records/query-batch.ts';
import { type NameReason, namedAlike } from '../records/same-name.ts';
import type { ImportKind } from './fields.ts';

/** Why an entry of the library may be what a row is of. `score` is that of the screening matcher, from 0 to 1. */
type CandidateReason = NameReason | 'WEBSITE' | 'REGISTRATION_NUMBER';
export type ImportCandidate = { recordId: string; slug: string; title: string; reasons: { reason: CandidateReason; text: string; score: number | null }[] };
export type Sought = { row: number; names: string[]; website: string | null; registrationNumber: string | null };

type Known = { id: string; slug: string; title: string; names: string[]; website: string | null; number: string | null };
/** How many entries are compared before others have their turn. */
const PIECE = 200;
/** A web address as two of them are compared: without scheme, "www." and what ends it. */
const site = (address: string | null) =>
  address
    ?.trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/(?<!\/)\/+$/, '') || null;
const number = (text: string | null) => text?.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase() || null;

/**
 * The entries of the library that rows of a table may be of, with every reason: a name in any spelling, a former or other
 * name, a name that the matcher of the screening finds alike, the website, the number in a register. As far as the viewer sees
 * them. Nothing is merged by it: a person decides.
 */
export async function candidatesOf(reader: Reader, viewer: Viewer, kind: ImportKind, rows: readonly Sought[]): Promise<Map<number, ImportCandidate[]>> {
  const found = new Map<number, Map<string, ImportCandidate>>();
  const note = (row: number, known: Pick<Known, 'id' | 'slug' | 'title'>, reason: CandidateReason, text: string, score: number | null = null) => {
    const own = found.get(row) ?? new Map<string, ImportCandidate>();
    found.set(row, own);
    const one = own.get(known.id) ?? { recordId: known.id, slug: known.slug, title: known.title, reasons: [] };
    own.set(known.id, one);
    if (!one.reasons.some((other) => other.reason === reason || (reason === 'SIMILAR' && other.text === text))) one.reasons.push({ reason, text, score });
  };
  if (rows.length === 0) return new Map();
  const texts = [...new Set(rows.flatMap(({ names }) => names))];
  for (let at = 0; at < texts.length; at += 50) {
    const alike = await namedAlike(reader, viewer, kind, texts.slice(at, at + 50));
    for (const { row, names } of rows)
      for (const one of alike) if (names.some((name) => name.trim().replace(/\s+/g, ' ') === one.text)) note(row, one, one.reason, one.name);
  }
  const all = await rowsOf(
    reader,
    sql<Known>`SELECT r.id, r.slug, r.title, r.content->>'website' AS website, r.content->>'registrationNumber' AS number, ARRAY(SELECT n.name FROM record_names(r.content) n) AS names
      FROM record r WHERE r.kind = ${kind}::record_kind AND ${visibleRecords(viewer)} ORDER BY r.id`,
  );
  const listed = rows.flatMap(({ names }, entry) => names.map((name) => ({ entry, name })));
  const index = new NameIndex(
    listed,
    rows.map(() => 'ORGANIZATION' as const),
  );
  const sites = Map.groupBy(rows, ({ website }) => site(website));
  const numbers = Map.groupBy(rows, ({ registrationNumber }) => number(registrationNumber));
  for (const [at, known] of all.entries()) {
    if (at % PIECE === 0) await setImmediate();
    for (const name of known.names)
      for (const one of index.find(name)) {
        const row = rows[one.entry];
        if (row && !found.get(row.row)?.get(known.id)) note(row.row, known, 'SIMILAR', name, one.score);
      }
    const [address, registered] = [site(known.website), number(known.number)];
    if (address) for (const { row } of sites.get(address) ?? []) note(row, known, 'WEBSITE', known.website ?? '');
    if (registered) for (const { row } of numbers.get(registered) ?? []) note(row, known, 'REGISTRATION_NUMBER', known.number ?? '');
  }
  return new Map([...found].map(([row, own]) => [row, [...own.values()]]));
}
