import type { Database } from '#prisma/database.ts';
import { entryHash, GENESIS, type LogLine } from '#prisma/entry.ts';
import { leafHash } from './tree.ts';

/** Something that does not fit: a sentence without its full stop, and the number of the entry that tells otherwise; one past the last entry where none tells of it. */
export type Fault = { sequence: number; message: string };
/** What a check of the log found: how many entries fit, the last hash, and what does not fit, the first thing first. */
export type Verification = { entries: number; head: string; fault: Fault | null; faults: Fault[] };

/**
 * Checks a chain of entries, alone: numbers without gaps, each hash covering its entry and the hash before. An attacker who
 * rewrites the whole chain is found only by comparing `head` with one that was noted elsewhere.
 */
export async function verifyChain(lines: AsyncIterable<LogLine> | Iterable<LogLine>): Promise<Verification> {
  let sequence = 0;
  let head = GENESIS;
  for await (const line of lines) {
    const fault = (message: string): Verification => {
      const one = { sequence: sequence + 1, message };
      return { entries: sequence, head, fault: one, faults: [one] };
    };
    if (line.sequence !== sequence + 1) return fault(`entry ${sequence + 1} is missing; ${line.sequence} follows ${sequence}`);
    if (line.previous !== head) return fault('it does not name the hash of the entry before');
    if (line.hash !== entryHash(line)) return fault('its hash does not fit what it says');
    sequence++;
    head = line.hash;
  }
  return { entries: sequence, head, fault: null, faults: [] };
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

/** The hash of an entry's leaf in the tree: over the 32 bytes of its hash, which tell nothing of what the entry says. */
export const leafOf = (hash: string) => leafHash(Buffer.from(hash, 'hex'));
