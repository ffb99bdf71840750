import type { Database } from '#prisma/database.ts';
import { entryHash, GENESIS, type LogLine } from '#prisma/log.ts';
import { checkIndex } from './check-index.ts';
import { checkPeople } from './check-people.ts';
import { checkRecords } from './check-records.ts';
import { checkRows } from './check-rows.ts';
import { checkTree } from './check-tree.ts';
import { checkVersions } from './check-versions.ts';
import type { Found } from './found.ts';
import type { LogKeeper } from './key.ts';

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

const MAX_FAULTS = 1000;
/**
 * Checks the log in the database, and that everything that is shown is what it sealed: the chain, every kept version, every
 * column, link and citation of every record as derived anew from its last version, reports on recommendations, campaigns,
 * archived records, texts of sources, roles and accounts, what search reads, the Merkle tree and the checkpoints over it.
 * @param keeper the key of the log and the last checkpoint beside it, where they are at hand
 */
export async function verifyDatabase(db: Database, keeper: LogKeeper | null = null): Promise<Verification> {
  const chain = await verifyChain(readLog(db));
  if (chain.fault) return chain;
  const faults: Fault[] = [];
  const found: Found = (sequence, message) => {
    if (faults.length < MAX_FAULTS) faults.push({ sequence, message });
  };
  const altered = await checkVersions(db, found);
  await checkRecords(db, chain.entries, altered, found);
  await checkRows(db, chain.entries, found);
  await checkPeople(db, chain.entries, found);
  await checkTree(db, readLog(db), keeper, found);
  // Follows from the records: told only where they are right.
  if (faults.length === 0) await checkIndex(db, chain.entries, found);
  faults.sort((a, b) => a.sequence - b.sequence);
  return { ...chain, fault: faults[0] ?? null, faults };
}
