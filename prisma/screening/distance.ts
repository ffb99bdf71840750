/** Letters that languages and hands confuse: one for the other is half an edit. */
const kin = new Set<number>();
const pairs = 'bp bv dt dj ck kg gj gq kq cs sz vw fv fp mn iy jy uv uw sS zj jC CS';
for (const [one, other] of pairs.split(' ').map((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)] as [number, number]))
  for (const key of [(one << 8) | other, (other << 8) | one]) kin.add(key);
const isVowel = new Uint8Array(256);
for (const vowel of 'aeiouy') isVowel[vowel.charCodeAt(0)] = 1;
const H = 'h'.charCodeAt(0);

const costs = new Float64Array(256 * 256).fill(1);
for (let a = 0; a < 256; a++)
  for (let b = 0; b < 256; b++) costs[(a << 8) | b] = a === b ? 0 : isVowel[a] && isVowel[b] ? 0.6 : kin.has((a << 8) | b) ? 0.6 : 1;

const SIZE = 64;
let before = new Float64Array(SIZE);
let last = new Float64Array(SIZE);
let now = new Float64Array(SIZE);

/**
 * How many edits make one word of the other: a letter more, less, another, or two that changed places. Less counts what
 * ears confuse (vowels, b and p), an h, and a letter doubled. Letters beyond the 63rd are left out.
 * @returns edits, or `most` as soon as it is certain to be at least that
 */
export function edits(one: string, other: string, most = Number.POSITIVE_INFINITY): number {
  if (one === other) return 0;
  const n = Math.min(one.length, SIZE - 1);
  const m = Math.min(other.length, SIZE - 1);
  if (Math.abs(n - m) * 0.3 >= most) return most;
  for (let j = 0; j <= m; j++) last[j] = j === 0 ? 0 : (last[j - 1] as number) + dropped(other, j - 1);
  for (let i = 1; i <= n; i++) {
    const a = one.charCodeAt(i - 1) & 255;
    const less = dropped(one, i - 1);
    now[0] = (last[0] as number) + less;
    let least = now[0];
    for (let j = 1; j <= m; j++) {
      const b = other.charCodeAt(j - 1) & 255;
      let cost = (last[j - 1] as number) + (costs[(a << 8) | b] as number);
      cost = Math.min(cost, (last[j] as number) + less, (now[j - 1] as number) + dropped(other, j - 1));
      if (i > 1 && j > 1 && a === other.charCodeAt(j - 2) && one.charCodeAt(i - 2) === b && a !== b) cost = Math.min(cost, (before[j - 2] as number) + 0.9);
      now[j] = cost;
      if (cost < least) least = cost;
    }
    if (least >= most) return most;
    [before, last, now] = [last, now, before];
  }
  return Math.min(most, last[m] as number);
}

const dropped = (word: string, at: number): number => {
  const letter = word.charCodeAt(at);
  if (letter === H && at > 0) return 0.4;
  return at > 0 && letter === word.charCodeAt(at - 1) ? 0.3 : isVowel[letter & 255] && at > 0 ? 0.8 : 1;
};
