import type { Database } from '#prisma/database.ts';
import { type Fault, readLog, type Verification, verifyChain } from './chain.ts';
import { checkIndex } from './check-index.ts';
import { checkPeople } from './check-people.ts';
import { checkRecords } from './check-records.ts';
import { checkScreening } from './check-screening.ts';
import { checkRows } from './check-rows.ts';
import { checkTree } from './check-tree.ts';
import { checkVersions } from './check-versions.ts';
import type { Found } from './found.ts';
import type { LogKeeper } from './key.ts';

const MAX_FAULTS = 1000;
/**
 * Checks the log in the database, and that everything that is shown is what it sealed: the chain, every kept version, every
 * column, link and citation of every record as derived anew from its last version, reports on recommendations, campaigns,
 * archived records, texts of sources, roles and accounts, what search reads, the Merkle tree and the checkpoints over it.
 * @param keeper the key of the log and the last checkpoint beside it, where they are at hand
 */
export async function verifyDatabase(db: Database, keeper: LogKeeper | null = null): Promise<Verification> {
  const chain = await verifyChain(readLog(db));
  const faults: Fault[] = [...chain.faults];
  // The rest is compared all the same: one entry that does not fit must not hide everything after it.
  const end = chain.fault
    ? Number((await db.selectFrom('logEntry').select('sequence').orderBy('sequence', 'desc').limit(1).executeTakeFirst())?.sequence ?? 0)
    : chain.entries;
  const found: Found = (sequence, message) => {
    if (faults.length < MAX_FAULTS) faults.push({ sequence, message });
  };
  try {
    const altered = await checkVersions(db, found);
    await checkRecords(db, end, altered, found);
    await checkRows(db, end, found);
    await checkScreening(db, end, found);
    await checkPeople(db, end, found);
    await checkTree(db, readLog(db), keeper, found);
    // Follows from the records: told only where they are right.
    if (faults.length === chain.faults.length) await checkIndex(db, end, found);
  } catch (error) {
    // What a broken chain holds may be no JSON.
    if (!chain.fault) throw error;
    found(end + 1, `the rest could not be compared: ${error instanceof Error ? error.message : String(error)}`);
  }
  faults.sort((a, b) => a.sequence - b.sequence);
  return { ...chain, fault: faults[0] ?? null, faults };
}
