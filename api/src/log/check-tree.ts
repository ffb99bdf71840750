import { sql } from 'kysely';
import type { Database } from '#prisma/database.ts';
import type { LogLine } from '#prisma/entry.ts';
import { leafOf } from './chain.ts';
import { readNodes, treeSize } from './checkpoint.ts';
import type { Found } from './found.ts';
import { type LogKeeper, lastSigned } from './key.ts';
import { type Checkpoint, NoteFault, openCheckpoint, readCheckpoint } from './note.ts';
import { type grow, GrowingTree, rootHash } from './tree.ts';

const BATCH = 2000;

/** Computes the tree anew from the entries, and compares every hash of it, every checkpoint that was signed, and the last one that lies beside the key. */
export async function checkTree(db: Database, lines: AsyncIterable<LogLine>, keeper: LogKeeper | null, found: Found): Promise<void> {
  const size = await treeSize(db);
  const tree = new GrowingTree();
  let fits = true;
  const compare = async (from: number, made: ReturnType<typeof grow>) => {
    const { rows } = await sql<{ level: number; place: number }>`
      SELECT w.level, w.place FROM unnest(${made.map((node) => node.level)}::int[], ${made.map((node) => node.place)}::bigint[], ${made.map((node) => node.hash.toString('hex'))}::text[]) AS w (level, place, hash)
      LEFT JOIN log_node n ON n.level = w.level AND n.place = w.place WHERE n.hash IS DISTINCT FROM w.hash ORDER BY w.level, w.place LIMIT 1`.execute(db);
    if (rows[0] && fits) {
      fits = false;
      found(from + 1, `the tree over the log has another hash at level ${rows[0].level}, place ${rows[0].place}`);
    }
  };
  let batch: Buffer[] = [];
  let entries = 0;
  for await (const line of lines) {
    entries++;
    if (entries > size) continue;
    batch.push(leafOf(line.hash));
    if (batch.length === BATCH) {
      await compare(entries - batch.length, tree.add(batch));
      batch = [];
    }
  }
  await compare(Math.min(entries, size) - batch.length, tree.add(batch));
  const { rows: more } = await sql<{
    n: number;
  }>`SELECT count(*) AS n FROM log_node WHERE (place + 1) * (2::numeric ^ level) > ${Math.min(entries, size)}`.execute(db);
  if ((more[0]?.n ?? 0) > 0) found(entries + 1, `the tree has ${more[0]?.n} hashes of entries that are not there: the end of the log was cut off`);

  const read = readNodes(db);
  const check = async (checkpoint: Checkpoint, what: string) => {
    if (checkpoint.size > entries) found(entries + 1, `${what} covers ${checkpoint.size} entries, the log has ${entries}: the end of the log was cut off`);
    else if (fits && checkpoint.size <= size && !(await rootHash(read, checkpoint.size)).equals(checkpoint.root))
      found(checkpoint.size, `${what} has another root than the first ${checkpoint.size} entries: the log was rewritten`);
  };
  const notes = await db.selectFrom('logCheckpoint').select(['size', 'note']).orderBy('size').execute();
  for (const { size: at, note } of notes) {
    const what = `the checkpoint of ${at} entries`;
    try {
      const checkpoint = keeper ? openCheckpoint(note, keeper.signer.verifier) : readCheckpoint(note);
      if (checkpoint.size !== Number(at)) found(Number(at), `${what} is one of ${checkpoint.size} entries`);
      else await check(checkpoint, what);
    } catch (error) {
      if (!(error instanceof NoteFault)) throw error;
      found(Number(at), `${what} cannot be used: ${error.message}`);
    }
  }
  const last = keeper && lastSigned(keeper);
  if (!keeper || !last) return;
  try {
    await check(openCheckpoint(last, keeper.signer.verifier), 'the last checkpoint that was signed here');
  } catch (error) {
    if (!(error instanceof NoteFault)) throw error;
    found(entries + 1, `the last checkpoint that was signed here cannot be used: ${error.message}`);
  }
}
