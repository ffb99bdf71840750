import { sql } from 'kysely';
import type { Database } from '#prisma/database.ts';
import type { RecordKind } from '#prisma/generated/enums.ts';
import { hashOf } from '#prisma/hash.ts';
import { entryHash, type LogLine } from '#prisma/log.ts';
import { publicNonce, revisionHash } from '#prisma/revision.ts';
import type { Viewer } from '#search/engine.ts';
import { viewerOf } from '../accounts/user.ts';
import { revisionsOf } from '../history/revision.ts';
import { leafOf, readNodes } from './checkpoint.ts';
import { type Checkpoint, NoteFault, openCheckpoint, type Verifier } from './note.ts';
import { consistencyProof, inclusionProof, leafHash, provesConsistency, provesInclusion } from './tree.ts';

/** What a proof of a version gives away beside the hashes: the entry, and the version as everybody may see it. */
export type Disclosed = { entry: Omit<LogLine, 'hash'>; version?: { content: unknown; nonce: string } };

const HEAD = 'c2sp.org/tlog-proof@v1';
const base64 = (hashes: readonly Buffer[]) => hashes.map((hash) => `${hash.toString('base64')}\n`).join('');
const bytesOf = (lines: string) => lines.split('\n').flatMap((one) => (one === '' ? [] : [Buffer.from(one, 'base64')]));

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
  if (open && sealed.public === revisionHash(open.content, nonce)) return { entry, version: { content: open.content, nonce } };
  // What was sealed as a whole is given away only where the whole is what this viewer sees.
  if (hashOf(seen.content) === hashOf(row.content)) return { entry, version: { content: seen.content, nonce: row.nonce } };
  return { entry };
}

export type Inclusion = { checkpoint: Checkpoint; index: number; proof: Buffer[]; disclosed: Disclosed | null };
/**
 * Reads a proof of inclusion and checks it with nothing but the key of the log.
 * @throws NoteFault that says what does not hold
 */
export function checkInclusion(text: string, verifier: Verifier): Inclusion {
  const [, extra, number, hashes, note] =
    /^c2sp\.org\/tlog-proof@v1\n(?:extra ([A-Za-z0-9+/=]+)\n)?index (0|[1-9]\d{0,14})\n((?:[A-Za-z0-9+/]{43}=\n)*)\n([\s\S]+)$/.exec(text) ?? [];
  if (number === undefined || hashes === undefined || note === undefined) throw new NoteFault('it is no proof in the form c2sp.org/tlog-proof@v1');
  const checkpoint = openCheckpoint(note, verifier);
  const index = Number(number);
  const proof = bytesOf(hashes);
  if (!extra) return { checkpoint, index, proof, disclosed: null };
  let disclosed: Disclosed;
  try {
    disclosed = JSON.parse(Buffer.from(extra, 'base64').toString()) as Disclosed;
    if (disclosed.entry.sequence !== index + 1) throw new Error('another entry');
  } catch {
    throw new NoteFault('what it says of the entry cannot be read');
  }
  const leaf = leafHash(leafOf(entryHash(disclosed.entry)));
  if (!provesInclusion(leaf, index, checkpoint.size, proof, checkpoint.root)) throw new NoteFault('the entry is not in the log of this checkpoint');
  if (disclosed.version) {
    const sealed = JSON.parse(disclosed.entry.body) as { public?: string; hash?: string };
    const hash = revisionHash(disclosed.version.content, disclosed.version.nonce);
    if (disclosed.entry.kind !== 'RECORD_PUBLISHED' || (hash !== sealed.public && hash !== sealed.hash))
      throw new NoteFault('the version is not the one that the entry seals');
  }
  return { checkpoint, index, proof, disclosed };
}

/**
 * Reads a proof of consistency and checks it against an older checkpoint, with nothing but the key of the log.
 * @returns the newer checkpoint
 * @throws NoteFault that says what does not hold
 */
export function checkConsistency(older: Checkpoint, text: string, verifier: Verifier): Checkpoint & { note: string } {
  const [, old, hashes, note] = /^old (0|[1-9]\d{0,14})\n((?:[A-Za-z0-9+/]{43}=\n)*)\n([\s\S]+)$/.exec(text) ?? [];
  if (old === undefined || hashes === undefined || note === undefined)
    throw new NoteFault('it is no proof of consistency ("old", a size, hashes, a checkpoint)');
  const newer = openCheckpoint(note, verifier);
  if (newer.origin !== older.origin) throw new NoteFault(`it is of another log (${newer.origin}, not ${older.origin})`);
  if (newer.size < older.size) throw new NoteFault(`the log shrank from ${older.size} to ${newer.size} entries`);
  if (Number(old) !== older.size) throw new NoteFault(`it begins at ${old} entries, the older checkpoint has ${older.size}`);
  if (!provesConsistency(older.size, older.root, newer.size, newer.root, bytesOf(hashes)))
    throw new NoteFault(`the first ${older.size} entries are not those of the older checkpoint: history was rewritten`);
  return { ...newer, note };
}
