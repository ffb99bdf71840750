import DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { Database, Trx } from '#prisma/database.ts';
import { leafOf } from './chain.ts';
import { keepSigned, type LogKeeper, lastSigned } from './key.ts';
import { checkpointText, NoteFault, openCheckpoint, signNote } from './note.ts';
import { grow, type Node, type ReadNodes, rootHash, subtrees } from './tree.ts';

/** A checkpoint that must not be signed: the log is not a continuation of what was signed before. */
export class LogRefused extends Error {}

/** Reads hashes of full subtrees; what is asked for at the same time is one statement. */
export function readNodes(db: Database | Trx): ReadNodes {
  const loader = new DataLoader<string, Buffer>(async (keys) => {
    const wanted = keys.map((key) => key.split('/').map(Number) as [number, number]);
    const { rows } = await sql<{ level: number; place: number; hash: string }>`
      SELECT n.level, n.place, n.hash FROM unnest(${wanted.map(([level]) => level)}::int[], ${wanted.map(([, place]) => place)}::bigint[]) AS w (level, place)
      JOIN log_node n ON n.level = w.level AND n.place = w.place`.execute(db);
    const found = new Map(rows.map((row) => [`${row.level}/${row.place}`, Buffer.from(row.hash, 'hex')]));
    return keys.map((key) => found.get(key) ?? new LogRefused(`The tree of the log has no hash at ${key}; rows were removed from it.`));
  });
  return (nodes: Node[]) => Promise.all(nodes.map(({ level, place }) => loader.load(`${level}/${place}`)));
}

/** How many entries the tree covers. */
export async function treeSize(db: Database | Trx): Promise<number> {
  const row = await db.selectFrom('logNode').select('place').where('level', '=', 0).orderBy('place', 'desc').limit(1).executeTakeFirst();
  return row ? Number(row.place) + 1 : 0;
}

const BATCH = 2000;
/**
 * Brings the tree in step with the log: two rows an entry, made when somebody asks for a checkpoint, so that appending costs
 * nothing more. One process at a time; writers of the log do not wait.
 * @returns how many entries it covers
 */
export async function growTree(db: Database): Promise<number> {
  for (;;) {
    const { size, added } = await db.transaction().execute(async (trx) => {
      await sql`SELECT pg_advisory_xact_lock(7070, 4)`.execute(trx);
      const size = await treeSize(trx);
      const entries = await trx
        .selectFrom('logEntry')
        .select(['sequence', 'hash'])
        .where('sequence', '>', String(size))
        .orderBy('sequence')
        .limit(BATCH)
        .execute();
      if (entries.length === 0) {
        const last = await trx.selectFrom('logEntry').select('sequence').orderBy('sequence', 'desc').limit(1).executeTakeFirst();
        if (size > Number(last?.sequence ?? 0)) throw new LogRefused(`The tree of the log covers ${size} entries, there are ${last?.sequence ?? 0}.`);
        const { rows } = await sql<{ count: number }>`SELECT count(*) AS count FROM log_entry WHERE sequence <= ${size}`.execute(trx);
        if (rows[0]?.count !== size)
          throw new LogRefused(`The tree of the log covers ${size} entries, there are ${rows[0]?.count} of them: some were removed.`);
        return { size, added: 0 };
      }
      if (entries.some((entry, at) => Number(entry.sequence) !== size + at + 1)) throw new LogRefused(`An entry of the log after number ${size} is missing.`);
      const edge = await readNodes(trx)(subtrees(0, size));
      const nodes = grow(
        size,
        edge,
        entries.map((entry) => leafOf(entry.hash)),
      );
      await sql`
        INSERT INTO log_node (level, place, hash)
        SELECT * FROM unnest(${nodes.map((node) => node.level)}::int[], ${nodes.map((node) => node.place)}::bigint[], ${nodes.map((node) => node.hash.toString('hex'))}::text[]) AS n (level, place, hash) ORDER BY level, place`.execute(
        trx,
      );
      return { size: size + entries.length, added: entries.length };
    });
    if (added < BATCH) return size;
  }
}

const explain = 'If the database was brought back from a backup on purpose, tell those who follow the log, then remove';

/** Says no where the tree is not a continuation of the last checkpoint that this key signed. */
async function refuseRewriting(read: ReadNodes, keeper: LogKeeper, size: number): Promise<number> {
  const note = lastSigned(keeper);
  if (!note) return 0;
  let last: ReturnType<typeof openCheckpoint>;
  try {
    last = openCheckpoint(note, keeper.signer.verifier);
  } catch (error) {
    if (error instanceof NoteFault) throw new LogRefused(`The last signed checkpoint (${keeper.kept}) cannot be used: ${error.message}.`);
    throw error;
  }
  if (last.size > size)
    throw new LogRefused(`The log has ${size} entries, but a checkpoint of ${last.size} was signed: entries were removed. ${explain} ${keeper.kept}.`);
  if (!(await rootHash(read, last.size)).equals(last.root))
    throw new LogRefused(`The first ${last.size} entries of the log are not those that were signed before: the log was rewritten. ${explain} ${keeper.kept}.`);
  return last.size;
}

/**
 * The signed checkpoint of the log as it is now (C2SP tlog-checkpoint). It is made when it is asked for, and is the same until an entry is added.
 * @throws LogRefused when the log is not a continuation of what this key signed before
 */
export async function latestCheckpoint(db: Database, keeper: LogKeeper): Promise<string> {
  const { verifier } = keeper.signer;
  const size = await growTree(db);
  const read = readNodes(db);
  const kept = await refuseRewriting(read, keeper, size);
  const root = await rootHash(read, size);
  const note = signNote(keeper.signer, checkpointText(verifier.name, size, root), new Date());
  if (size > kept || kept === 0) {
    keepSigned(keeper, note);
    await db
      .insertInto('logCheckpoint')
      .values({ size: String(size), note })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  return note;
}
