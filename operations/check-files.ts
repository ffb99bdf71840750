import { createHash } from 'node:crypto';
import type { FileBytes } from '#api/files/bytes.ts';
import type { Database } from '#prisma/database.ts';

const BATCH = 200;
/** How many are named. */
const NAMED = 5;

/** What was found: how many files were read, and which are not there or have other bytes than their hash says. */
export type FileCheck = { checked: number; missing: string[]; altered: string[] };

/**
 * Reads every file that the library names and compares its bytes with its hash, a batch of names at a time.
 * @param files where they lie
 */
export async function checkFiles(db: Database, files: FileBytes): Promise<FileCheck> {
  const found: FileCheck = { checked: 0, missing: [], altered: [] };
  for (let after = ''; ; ) {
    const rows = await db.selectFrom('file').select('hash').distinct().where('hash', '>', after).orderBy('hash').limit(BATCH).execute();
    for (const { hash } of rows) {
      const bytes = await files.read(hash);
      found.checked++;
      if (!bytes) found.missing.push(hash);
      else if (createHash('sha256').update(bytes).digest('hex') !== hash) found.altered.push(hash);
    }
    if (rows.length < BATCH) return found;
    after = rows.at(-1)?.hash ?? '';
  }
}

/** What a check found, as a line for the log; null where all is well. */
export function fileFaults({ checked, missing, altered }: FileCheck): string | null {
  const named = (what: string, hashes: string[]) => (hashes.length > 0 ? [`${hashes.length} ${what} (${hashes.slice(0, NAMED).join(', ')})`] : []);
  const parts = [...named('are not there', missing), ...named('have other bytes than their hash says', altered)];
  return parts.length > 0 ? `Of ${checked} files ${parts.join(', ')}. Take them from a backup.` : null;
}
