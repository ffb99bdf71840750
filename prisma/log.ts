import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { sql } from 'kysely';
import type { Trx } from './database.ts';

/** What is logged. Every published version of a record and every change of who may do what. */
export const logKinds = [
  'RECORD_PUBLISHED',
  'RECORD_ARCHIVED',
  'RECORD_RESTORED',
  'ROLE_GRANTED',
  'ROLE_REVOKED',
  'PERSON_INVITED',
  'PERSON_SUSPENDED',
  'PERSON_REINSTATED',
  'PERSON_ERASED',
] as const;
export type LogKind = (typeof logKinds)[number];
export type LogDraft = { kind: LogKind; body: Record<string, unknown> };
/** One line of an exported log. `body` is canonical JSON (RFC 8785), `createdAt` ISO 8601 in UTC with milliseconds. */
export type LogLine = { sequence: number; createdAt: string; kind: string; body: string; previous: string; hash: string };

/** What the first entry names as the hash before it. */
export const GENESIS = '0'.repeat(64);

/** SHA-256, in hex, of the canonical JSON of an entry without its hash; it covers the hash of the entry before. */
export const entryHash = ({ sequence, createdAt, kind, body, previous }: Omit<LogLine, 'hash'>) =>
  createHash('sha256')
    .update(canonicalize({ sequence, createdAt, kind, body, previous }) ?? '')
    .digest('hex');

/**
 * Makes other writers of the log wait until this transaction ends, so that entries form one chain without gaps. A lock of
 * its own: bringing over a search index (search/sync.ts) holds another for minutes.
 */
export const lockLog = (trx: Trx) => sql`SELECT pg_advisory_xact_lock(7070, 3)`.execute(trx);

const BATCH = 1000;

/**
 * Appends entries to the log in the transaction of what they tell of. Personal data never goes into a body: a person is
 * named by pseudonym.
 * @returns the entries as written, in the given order
 */
export async function appendLog(trx: Trx, drafts: LogDraft[], at: Date = new Date()): Promise<LogLine[]> {
  if (drafts.length === 0) return [];
  await lockLog(trx);
  const last = await trx.selectFrom('logEntry').select(['sequence', 'hash']).orderBy('sequence', 'desc').limit(1).executeTakeFirst();
  let sequence = Number(last?.sequence ?? 0);
  let previous = last?.hash ?? GENESIS;
  const createdAt = at.toISOString();
  const lines = drafts.map(({ kind, body }): LogLine => {
    const entry = { sequence: ++sequence, createdAt, kind, body: canonicalize(body) ?? '{}', previous };
    const hash = entryHash(entry);
    previous = hash;
    return { ...entry, hash };
  });
  for (let from = 0; from < lines.length; from += BATCH) {
    await trx
      .insertInto('logEntry')
      .values(lines.slice(from, from + BATCH).map((line) => ({ ...line, sequence: String(line.sequence) })))
      .execute();
  }
  return lines;
}
