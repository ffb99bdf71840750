import { type LogLine, entryHash } from '#prisma/entry.ts';
import { revisionHash } from '#prisma/hash.ts';
import { leafOf } from './chain.ts';
import { type Checkpoint, NoteFault, openCheckpoint, type Verifier } from './note.ts';
import { provesConsistency, provesInclusion } from './tree.ts';

// Checks proofs with nothing but a key: no database, no network.

/** What a proof of a version gives away beside the hashes: the entry, and the version as everybody may see it. */
export type Disclosed = { entry: Omit<LogLine, 'hash'>; version?: { content: unknown; nonce: string } };

const bytesOf = (lines: string) => lines.split('\n').flatMap((one) => (one === '' ? [] : [Buffer.from(one, 'base64')]));

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
  const leaf = leafOf(entryHash(disclosed.entry));
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
