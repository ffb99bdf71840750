import { createHash } from 'node:crypto';

// The Merkle tree of RFC 6962, section 2.1, with SHA-256. Hashes are buffers of 32 bytes.

const sha256 = (...parts: Uint8Array[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);
export const leafHash = (data: Uint8Array): Buffer => sha256(LEAF, data);
export const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => sha256(NODE, left, right);
/** The root of the tree without leaves. */
export const EMPTY_ROOT = sha256();

/** A full subtree: level 0 is a leaf, one of level n covers the 2^n leaves from place * 2^n on. */
export type Node = { level: number; place: number };
/** Reads the hashes of full subtrees, in the given order. */
export type ReadNodes = (nodes: Node[]) => Promise<Buffer[]>;

/** The full subtrees that cover the leaves from `from` up to `to`, left to right; `from` is where a subtree of that width may begin. */
export function subtrees(from: number, to: number): Node[] {
  const nodes: Node[] = [];
  for (let at = from; at < to; ) {
    let level = 0;
    while (at % 2 ** (level + 1) === 0 && at + 2 ** (level + 1) <= to) level++;
    nodes.push({ level, place: at / 2 ** level });
    at += 2 ** level;
  }
  return nodes;
}

/** Full subtrees side by side as one hash: the smaller ones are on the right, and are joined first. */
const join = (hashes: Buffer[]): Buffer => hashes.reduceRight((right, left) => nodeHash(left, right));

/** The largest power of two below a size of at least 2: where a tree of that size divides. */
const split = (size: number) => 2 ** Math.floor(Math.log2(size - 1));

/** The parts whose hashes prove a leaf (RFC 6962, 2.1.1), from the leaf's sibling up, each as the leaves it covers. */
function pathParts(index: number, from: number, to: number): [number, number][] {
  if (to - from <= 1) return [];
  const middle = from + split(to - from);
  return index < middle ? [...pathParts(index, from, middle), [middle, to]] : [...pathParts(index, middle, to), [from, middle]];
}

/** The parts whose hashes prove that a smaller tree is the beginning of a larger one (RFC 6962, 2.1.2). */
function consistencyParts(size: number, from: number, to: number, whole: boolean): [number, number][] {
  if (size === to) return whole ? [] : [[from, to]];
  const middle = from + split(to - from);
  return size <= middle ? [...consistencyParts(size, from, middle, whole), [middle, to]] : [...consistencyParts(size, middle, to, false), [from, middle]];
}

/** The hash of the leaves from `from` up to `to`, which is a part of a tree that begins at leaf 0. */
async function partHash(read: ReadNodes, from: number, to: number): Promise<Buffer> {
  return join(await read(subtrees(from, to)));
}

/** The root of the tree of the first `size` leaves. */
export const rootHash = async (read: ReadNodes, size: number): Promise<Buffer> => (size === 0 ? EMPTY_ROOT : partHash(read, 0, size));

/** The proof that the leaf at `index` (from 0) is in the tree of the first `size` leaves. */
export const inclusionProof = (read: ReadNodes, index: number, size: number): Promise<Buffer[]> =>
  Promise.all(pathParts(index, 0, size).map(([from, to]) => partHash(read, from, to)));

/** The proof that the tree of the first `first` leaves is the beginning of that of the first `second`. */
export const consistencyProof = (read: ReadNodes, first: number, second: number): Promise<Buffer[]> =>
  first === 0 || first === second ? Promise.resolve([]) : Promise.all(consistencyParts(first, 0, second, true).map(([from, to]) => partHash(read, from, to)));

/** Whether a proof leads from a leaf to the root. */
export function provesInclusion(leaf: Buffer, index: number, size: number, proof: readonly Buffer[], root: Buffer): boolean {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) return false;
  const parts = pathParts(index, 0, size);
  if (parts.length !== proof.length) return false;
  const hash = parts.reduce((below, [from], at) => (from > index ? nodeHash(below, proof[at] as Buffer) : nodeHash(proof[at] as Buffer, below)), leaf);
  return hash.equals(root);
}

/** Whether a proof shows that the tree of `first` leaves with this root is the beginning of the tree of `second` leaves. */
export function provesConsistency(first: number, firstRoot: Buffer, second: number, secondRoot: Buffer, proof: readonly Buffer[]): boolean {
  if (first > second || first < 0) return false;
  if (first === second) return proof.length === 0 && firstRoot.equals(secondRoot);
  if (first === 0) return proof.length === 0 && firstRoot.equals(EMPTY_ROOT);
  const parts = consistencyParts(first, 0, second, true);
  if (parts.length !== proof.length) return false;
  // Where the smaller tree is itself a part of the larger one, the proof leaves it out.
  const whole = parts.every(([from]) => from > 0);
  let older = whole ? firstRoot : (proof[0] as Buffer);
  let newer = older;
  for (let at = whole ? 0 : 1; at < proof.length; at++) {
    const [from] = parts[at] as [number, number];
    const hash = proof[at] as Buffer;
    if (from >= first) newer = nodeHash(newer, hash);
    else {
      older = nodeHash(hash, older);
      newer = nodeHash(hash, newer);
    }
  }
  return older.equals(firstRoot) && newer.equals(secondRoot);
}

/**
 * The hashes of full subtrees that come with leaves beyond `size`.
 * @param edge hashes of `subtrees(0, size)`: what the new leaves are joined to
 */
export function grow(size: number, edge: readonly Buffer[], leaves: readonly Buffer[]): (Node & { hash: Buffer })[] {
  const open = subtrees(0, size).map((node, at) => ({ ...node, hash: edge[at] as Buffer }));
  const made: (Node & { hash: Buffer })[] = [];
  leaves.forEach((hash, at) => {
    let node = { level: 0, place: size + at, hash };
    made.push(node);
    for (let left = open.at(-1); left?.level === node.level; left = open.at(-1)) {
      open.pop();
      node = { level: left.level + 1, place: left.place / 2, hash: nodeHash(left.hash, node.hash) };
      made.push(node);
    }
    open.push(node);
  });
  return made;
}

/** A tree of which only the edge is kept. */
export class GrowingTree {
  private size = 0;
  private readonly edge = new Map<string, Buffer>();

  /** Adds hashes of leaves and returns the hashes of full subtrees that come with them. */
  add(leaves: readonly Buffer[]): ReturnType<typeof grow> {
    const made = grow(
      this.size,
      subtrees(0, this.size).map(({ level, place }) => this.edge.get(`${level}/${place}`) as Buffer),
      leaves,
    );
    for (const { level, place, hash } of made) this.edge.set(`${level}/${place}`, hash);
    this.size += leaves.length;
    const kept = new Set(subtrees(0, this.size).map(({ level, place }) => `${level}/${place}`));
    for (const key of this.edge.keys()) if (!kept.has(key)) this.edge.delete(key);
    return made;
  }

  /** The root over all leaves that were added. */
  root(): Promise<Buffer> {
    return rootHash(async (nodes) => nodes.map(({ level, place }) => this.edge.get(`${level}/${place}`) as Buffer), this.size);
  }
}
