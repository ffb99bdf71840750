import type { Trx } from '#prisma/database.ts';
import type { RecordKind } from '#prisma/generated/enums.ts';
import type { Content } from './draft.ts';
import { ownerRecords } from './publish.ts';

/**
 * Who accepts a proposed version: every owner organization of the live version and of the proposed one. A record without
 * owner is the library's: the secretariat accepts what becomes such a record, what it says, and who owns it from now on.
 * @param live content; null for a new record
 * @returns the ids of the organizations; null stands for the secretariat
 */
export async function askedOf(trx: Trx, kind: RecordKind, live: Content | null, proposed: Content): Promise<(string | null)[]> {
  const [before, after] = [live ? await ownerRecords(trx, kind, live) : null, await ownerRecords(trx, kind, proposed)];
  const owners = new Set([...(before ?? []), ...after].map((owner) => owner.id));
  const librarys = before?.length === 0 || after.length === 0;
  return [...owners, ...(librarys ? [null] : [])];
}
