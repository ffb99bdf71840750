import { sql } from 'kysely';
import type { Database } from '#prisma/database.ts';
import { circumstancesHash, hashOf, publicNonce, revisionHash } from '#prisma/hash.ts';
import { publicContent } from '#prisma/content/audience.ts';
import type { RecordKind } from '#prisma/generated/enums.ts';
import { sealHash } from '#prisma/seals.ts';
import { type Found, said } from './found.ts';

const PAGE = 1000;
type Body = {
  record?: string;
  kind?: string;
  slug?: string;
  number?: number;
  hash?: string;
  author?: string | null;
  organization?: string | null;
  audience?: string;
  public?: string;
  seal?: string;
};
type Row = {
  recordId: string;
  /** Of the record as it is; null where it is gone. */
  kind: RecordKind | null;
  slug: string;
  number: number;
  content: Record<string, unknown>;
  nonce: string;
  hash: string;
  previous: string | null;
  before: string | null;
  author: string | null;
  organization: string | null;
  reason: string;
  restores: number | null;
  sequence: number;
  createdAt: Date;
  sealedAt: Date | null;
  body: string | null;
};
type Early = Record<string, { reason: string; restores: number | null; previous: string | null }>;

/** What RECORD_SEALED entries say of versions whose own entries do not seal their reason, by record. */
async function readEarly(db: Database, records: string[]): Promise<Map<string, Early>> {
  const { rows } = await sql<{ subject: string; nonce: string; contents: Early; body: string }>`
    SELECT s.subject, s.nonce, s.contents, l.body FROM log_seal s JOIN log_entry l ON l.sequence = s.sequence
    WHERE l.kind = 'RECORD_SEALED' AND s.subject = ANY (${records}) ORDER BY s.sequence DESC`.execute(db);
  return new Map(rows.filter((row) => (JSON.parse(row.body) as Body).seal === sealHash(row.contents, row.nonce)).map((row) => [row.subject, row.contents]));
}

/**
 * Checks every kept version against the entry that seals it: content, author, organization, reason, time and place in the row of versions.
 * @returns the ids of records with a version whose content is not the sealed one
 */
export async function checkVersions(db: Database, found: Found): Promise<Set<string>> {
  const altered = new Set<string>();
  let last = { recordId: '00000000-0000-0000-0000-000000000000', number: 0 };
  for (;;) {
    const { rows } = await sql<Row>`
      SELECT v.record_id AS "recordId", r.kind, coalesce(r.slug, v.content->>'slug', v.record_id::text) AS slug, v.number, v.content, v.nonce, v.hash, v.previous, b.hash AS before, v.author, v.organization, v.reason, v.restores, v.sequence,
        v.created_at AS "createdAt", l.created_at AS "sealedAt", CASE WHEN l.kind = 'RECORD_PUBLISHED' THEN l.body END AS body
      FROM revision v LEFT JOIN record r ON r.id = v.record_id LEFT JOIN log_entry l ON l.sequence = v.sequence LEFT JOIN revision b ON b.record_id = v.record_id AND b.number = v.number - 1
      WHERE (v.record_id, v.number) > (${last.recordId}::uuid, ${last.number}) ORDER BY v.record_id, v.number LIMIT ${PAGE}`.execute(db);
    const early = await readEarly(db, [...new Set(rows.filter((row) => row.body && !(JSON.parse(row.body) as Body).seal).map((row) => row.recordId))]);
    for (const row of rows) if (!checkVersion(row, early.get(row.recordId), (message) => found(row.sequence, message))) altered.add(row.recordId);
    if (rows.length < PAGE) break;
    const end = rows.at(-1);
    last = { recordId: end?.recordId ?? '', number: end?.number ?? 0 };
  }
  const { rows: lost } = await sql<{ sequence: number; slug: string; number: number }>`
    SELECT l.sequence, l.body::jsonb->>'slug' AS slug, (l.body::jsonb->>'number')::int AS number FROM log_entry l LEFT JOIN revision v ON v.sequence = l.sequence
    WHERE l.kind = 'RECORD_PUBLISHED' AND v.record_id IS NULL ORDER BY l.sequence`.execute(db);
  for (const one of lost) found(one.sequence, `version ${one.number} of "${one.slug}" is gone`);
  return altered;
}

/** Whether the content is the sealed one; everything that does not fit is noted. */
function checkVersion(row: Row, early: Early | undefined, note: (message: string) => void): boolean {
  const sealed = row.body ? (JSON.parse(row.body) as Body) : null;
  const name = `version ${row.number} of "${row.slug}"`;
  if (!sealed || sealed.record !== row.recordId || sealed.number !== row.number || sealed.hash !== row.hash) {
    note(`${name} is not the one that the entry seals`);
    return false;
  }
  if (revisionHash(row.content, row.nonce) !== row.hash) {
    note(`${name} was altered after it was published`);
    return false;
  }
  const differs = (what: string, expected: unknown, now: unknown) => {
    if (hashOf(expected ?? null) !== hashOf(now ?? null)) note(`the ${what} of ${name} is ${said(now)}, the log sealed ${said(expected)}`);
  };
  differs('author', sealed.author, row.author);
  differs('organization', sealed.organization, row.organization);
  differs('time', row.sealedAt?.toISOString(), row.createdAt.toISOString());
  if (row.kind === null) note(`the record of ${name} is gone`);
  else if (sealed.kind !== row.kind) note(`"${row.slug}" is of the kind ${row.kind}, the log sealed ${sealed.kind}`);
  if (row.previous !== row.before) note(`${name} does not name the version before it${row.before ? '' : ', which is not there'}`);
  if (sealed.seal !== undefined) {
    if (circumstancesHash(row, row.nonce) !== sealed.seal) note(`the reason of ${name} (or what it restores) was altered; it is now ${said(row.reason)}`);
    differs('audience', sealed.audience, row.content['audience'] ?? 'PUBLIC');
    if (sealed.public !== revisionHash(publicContent(sealed.kind as RecordKind, row.content as never), publicNonce(row.nonce)))
      note(`what everybody may see of ${name} is not what was sealed as public`);
    return true;
  }
  const known = early?.[`version ${row.number}`];
  if (known) {
    differs('reason', known.reason, row.reason);
    differs('version restored', known.restores, row.restores);
    differs('version before', known.previous, row.previous);
  } else note(`no entry seals the reason of ${name}`);
  return true;
}
