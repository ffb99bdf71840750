import { sql } from 'kysely';
import type { Database } from '#prisma/database.ts';
import type { RecordKind } from '#prisma/generated/enums.ts';
import { hashOf, publicNonce, revisionHash } from '#prisma/hash.ts';
import type { Viewer } from '#search/engine.ts';
import { viewerOf } from '../accounts/user.ts';
import { revisionsOf } from '../history/revision.ts';
import type { Disclosed } from './check-proof.ts';
import { readNodes } from './checkpoint.ts';
import { consistencyProof, inclusionProof } from './tree.ts';

const HEAD = 'c2sp.org/tlog-proof@v1';
const base64 = (hashes: readonly Buffer[]) => hashes.map((hash) => `${hash.toString('base64')}\n`).join('');

/**
 * The proof (C2SP tlog-proof) that an entry is in the log of a checkpoint.
 * @param index of the entry, from 0: one less than its number
 */
export async function writeInclusion(
  db: Database,
  { size, note }: { size: number; note: string },
  index: number,
  disclosed: Disclosed | null,
): Promise<string> {
  const proof = await inclusionProof(readNodes(db), index, size);
  const extra = disclosed ? `extra ${Buffer.from(JSON.stringify(disclosed)).toString('base64')}\n` : '';
  return `${HEAD}\n${extra}index ${index}\n${base64(proof)}\n${note}`;
}

/** The proof that a log of `old` entries is the beginning of that of a checkpoint, in the form that witnesses are asked in (C2SP tlog-witness). */
export async function writeConsistency(db: Database, { size, note }: { size: number; note: string }, old: number): Promise<string> {
  return `old ${old}\n${base64(await consistencyProof(readNodes(db), old, size))}\n${note}`;
}

/**
 * What proves a version to a reader. The content is given away only where everybody may see all of what was sealed as public.
 * @returns null where the viewer sees no such version
 */
export async function discloseVersion(db: Database, viewer: Viewer, kind: RecordKind, slug: string, number: number): Promise<Disclosed | null> {
  const [seen] = await revisionsOf(db, viewer, kind, slug, [number]);
  if (!seen) return null;
  const { rows } = await sql<{ nonce: string; sequence: number; createdAt: Date; entryKind: string; body: string; before: string; content: unknown }>`
    SELECT v.nonce, v.content, l.sequence, l.created_at AS "createdAt", l.kind AS "entryKind", l.body, l.previous AS before FROM record r JOIN revision v ON v.record_id = r.id JOIN log_entry l ON l.sequence = v.sequence
    WHERE r.kind = ${kind}::record_kind AND r.slug = ${slug} AND v.number = ${number}`.execute(db);
  const row = rows[0];
  if (!row) return null;
  const entry = { sequence: Number(row.sequence), createdAt: row.createdAt.toISOString(), kind: row.entryKind, body: row.body, previous: row.before };
  const sealed = JSON.parse(row.body) as { public?: string; hash: string };
  const nonce = publicNonce(row.nonce);
  const [open] = await revisionsOf(db, viewerOf(null), kind, slug, [number]);
  if (open && sealed.public === revisionHash(open.stored, nonce)) return { entry, version: { content: open.stored, nonce } };
  // What was sealed as a whole is given away only where the whole is what this viewer sees.
  if (seen.whole && hashOf(seen.stored) === hashOf(row.content)) return { entry, version: { content: seen.stored, nonce: row.nonce } };
  return { entry };
}
