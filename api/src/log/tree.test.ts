import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  consistencyProof,
  EMPTY_ROOT,
  grow,
  inclusionProof,
  leafHash,
  nodeHash,
  provesConsistency,
  provesInclusion,
  type ReadNodes,
  rootHash,
} from './tree.ts';

/** The eight leaves of the test vectors of Certificate Transparency (RFC 6962), and their roots by size. */
const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map((hex) => Buffer.from(hex, 'hex'));
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

/** A tree kept as the product keeps it, grown in the given steps. */
function treeOf(all: readonly Buffer[], steps: readonly number[] = [all.length]): ReadNodes {
  const kept = new Map<string, Buffer>();
  const read: ReadNodes = async (nodes) => nodes.map(({ level, place }) => kept.get(`${level}/${place}`) as Buffer);
  let size = 0;
  for (const step of steps) {
    const edge: Buffer[] = [];
    for (let at = 0; at < size; ) {
      let level = 0;
      while (at % 2 ** (level + 1) === 0 && at + 2 ** (level + 1) <= size) level++;
      edge.push(kept.get(`${level}/${at / 2 ** level}`) as Buffer);
      at += 2 ** level;
    }
    for (const { level, place, hash } of grow(size, edge, all.slice(size, size + step).map(leafHash))) kept.set(`${level}/${place}`, hash);
    size += step;
  }
  return read;
}
/** The definition of RFC 6962, section 2.1, word for word. */
function definition(all: readonly Buffer[]): Buffer {
  if (all.length === 0) return EMPTY_ROOT;
  if (all.length === 1) return leafHash(all[0] as Buffer);
  let k = 1;
  while (k * 2 < all.length) k *= 2;
  return nodeHash(definition(all.slice(0, k)), definition(all.slice(k)));
}

describe('the tree', () => {
  it('has the roots of the test vectors of RFC 6962', async () => {
    const read = treeOf(leaves);
    for (const [size, root] of roots.entries()) expect((await rootHash(read, size)).toString('hex')).toBe(root);
  });

  it('gives the proofs of the test vectors', async () => {
    const read = treeOf(leaves);
    const hex = async (proof: Promise<Buffer[]>) => (await proof).map((hash) => hash.toString('hex'));
    expect(await hex(inclusionProof(read, 0, 8))).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ]);
    expect(await hex(inclusionProof(read, 5, 8))).toEqual([
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
    expect(await hex(inclusionProof(read, 1, 5))).toEqual([
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ]);
    expect(await hex(consistencyProof(read, 1, 8))).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ]);
    expect(await hex(consistencyProof(read, 6, 8))).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
  });

  it('is what the RFC defines at every size and however it grew, and its proofs hold', async () => {
    const many = Array.from({ length: 70 }, (_, index) => Buffer.from(`leaf ${index}`));
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 70 }),
        fc.integer({ min: 0, max: 70 }),
        fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 20 }),
        async (size, other, steps) => {
          const read = treeOf(
            many,
            [...steps, 70].map((step, at, all) => Math.min(step, 70 - all.slice(0, at).reduce((sum, one) => sum + one, 0))).filter((step) => step > 0),
          );
          const root = await rootHash(read, size);
          expect(root.equals(definition(many.slice(0, size)))).toBe(true);
          const index = other % size;
          const leaf = leafHash(many[index] as Buffer);
          const proof = await inclusionProof(read, index, size);
          expect(provesInclusion(leaf, index, size, proof, root)).toBe(true);
          expect(provesInclusion(leafHash(Buffer.from('other')), index, size, proof, root)).toBe(false);
          expect(provesInclusion(leaf, index + 1, size, proof, root)).toBe(false);
          expect(provesInclusion(leaf, index, size, [...proof, leaf], root)).toBe(false);
          const first = Math.min(other, size);
          const older = await rootHash(read, first);
          const shown = await consistencyProof(read, first, size);
          expect(provesConsistency(first, older, size, root, shown)).toBe(true);
          if (first > 0 && first < size) {
            expect(provesConsistency(first, leaf, size, root, shown)).toBe(leaf.equals(older));
            expect(provesConsistency(first, older, size, leaf, shown)).toBe(leaf.equals(root));
            expect(provesConsistency(first, older, size, root, shown.slice(1))).toBe(false);
          }
          expect(provesConsistency(size + 1, root, size, root, [])).toBe(false);
        },
      ),
      { numRuns: 200 },
    );
  });
});
