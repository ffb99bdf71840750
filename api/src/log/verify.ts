import { sql } from 'kysely';
import type { Database } from '#prisma/database.ts';
import { hashOf } from '#prisma/hash.ts';
import { entryHash, GENESIS, type LogLine } from '#prisma/log.ts';
import { revisionHash } from '#prisma/revision.ts';

/** What a check of the log found: how many entries fit, the last hash, and the first thing that does not fit. */
export type Verification = { entries: number; head: string; fault: { sequence: number; message: string } | null };

/**
 * Checks a chain of entries, alone: numbers without gaps, each hash covering its entry and the hash before. An attacker who
 * rewrites the whole chain is found only by comparing `head` with one that was noted elsewhere.
 */
export async function verifyChain(lines: AsyncIterable<LogLine> | Iterable<LogLine>): Promise<Verification> {
  let sequence = 0;
  let head = GENESIS;
  for await (const line of lines) {
    const fault = (message: string): Verification => ({ entries: sequence, head, fault: { sequence: sequence + 1, message } });
    if (line.sequence !== sequence + 1) return fault(`entry ${sequence + 1} is missing; ${line.sequence} follows ${sequence}`);
    if (line.previous !== head) return fault('it does not name the hash of the entry before');
    if (line.hash !== entryHash(line)) return fault('its hash does not fit what it says');
    sequence++;
    head = line.hash;
  }
  return { entries: sequence, head, fault: null };
}

const PAGE = 2000;
/** All entries of the log in their order, some thousand at a time. */
export async function* readLog(db: Database): AsyncGenerator<LogLine> {
  let after = 0;
  for (;;) {
    const rows = await db.selectFrom('logEntry').selectAll().where('sequence', '>', String(after)).orderBy('sequence').limit(PAGE).execute();
    for (const row of rows)
      yield { sequence: Number(row.sequence), createdAt: row.createdAt.toISOString(), kind: row.kind, body: row.body, previous: row.previous, hash: row.hash };
    if (rows.length < PAGE) return;
    after = Number(rows.at(-1)?.sequence);
  }
}

/** The log as JSON lines, each an entry with its hash. */
export async function* exportLog(db: Database): AsyncGenerator<string> {
  for await (const line of readLog(db)) yield `${JSON.stringify(line)}\n`;
}

/**
 * Checks the log in the database, and that what it seals is still as it was: every kept version by its hash, and every live
 * record by its last version.
 */
export async function verifyDatabase(db: Database): Promise<Verification> {
  const chain = await verifyChain(readLog(db));
  if (chain.fault) return chain;
  const wrong = (sequence: number, message: string): Verification => ({ ...chain, fault: { sequence, message } });
  let last = { recordId: '00000000-0000-0000-0000-000000000000', number: 0 };
  let first: { sequence: number; message: string } | null = null;
  const note = (sequence: number, message: string) => {
    if (!first || sequence < first.sequence) first = { sequence, message };
  };
  for (;;) {
    const { rows } = await sql<{
      recordId: string;
      number: number;
      content: unknown;
      nonce: string;
      hash: string;
      sequence: number;
      body: string | null;
      slug: string;
      version: number;
      liveContent: unknown;
      liveHash: string;
    }>`
      SELECT v.record_id AS "recordId", v.number, v.content, v.nonce, v.hash, v.sequence, l.body, r.slug, r.version, CASE WHEN r.version = v.number THEN r.content END AS "liveContent", r.hash AS "liveHash"
      FROM revision v JOIN record r ON r.id = v.record_id LEFT JOIN log_entry l ON l.sequence = v.sequence
      WHERE (v.record_id, v.number) > (${last.recordId}::uuid, ${last.number}) ORDER BY v.record_id, v.number LIMIT ${PAGE}`.execute(db);
    for (const row of rows) {
      const sealed = row.body ? (JSON.parse(row.body) as { record?: string; number?: number; hash?: string }) : null;
      const name = `version ${row.number} of "${row.slug}"`;
      if (!sealed || sealed.record !== row.recordId || sealed.number !== row.number || sealed.hash !== row.hash)
        note(row.sequence, `${name} is not the one that the entry seals`);
      else if (revisionHash(row.content, row.nonce) !== row.hash) note(row.sequence, `${name} was altered after it was published`);
      else if (row.version === row.number && (hashOf(row.liveContent) !== hashOf(row.content) || row.liveHash !== hashOf(row.content)))
        note(row.sequence, `the live record "${row.slug}" differs from its last published version`);
    }
    if (rows.length < PAGE) break;
    const end = rows.at(-1);
    last = { recordId: end?.recordId ?? '', number: end?.number ?? 0 };
  }
  const { rows: lost } = await sql<{ sequence: number; kind: string; slug: string; number: number }>`
    SELECT l.sequence, l.body::jsonb->>'slug' AS slug, (l.body::jsonb->>'number')::int AS number FROM log_entry l LEFT JOIN revision v ON v.sequence = l.sequence
    WHERE l.kind = 'RECORD_PUBLISHED' AND v.record_id IS NULL ORDER BY l.sequence LIMIT 1`.execute(db);
  if (lost[0]) note(lost[0].sequence, `version ${lost[0].number} of "${lost[0].slug}" is gone`);
  const { rows: unsealed } = await sql<{ slug: string; version: number }>`
    SELECT r.slug, r.version FROM record r LEFT JOIN revision v ON v.record_id = r.id AND v.number = r.version WHERE v.record_id IS NULL ORDER BY r.slug LIMIT 1`.execute(
    db,
  );
  if (unsealed[0]) note(chain.entries + 1, `version ${unsealed[0].version} of "${unsealed[0].slug}" is live without an entry`);
  const found = first as { sequence: number; message: string } | null;
  return found ? wrong(found.sequence, found.message) : chain;
}
