import { compareNames, leftOut, type Pair } from './compare.ts';
import { type Name, type NameKind, readName } from './words.ts';

/** One name of an entry of a list; an entry has several. */
export type ListedName = { entry: number; name: string };
/** The best name of an entry for a name that was looked for. */
export type Candidate = { entry: number; name: string; score: number; pairs: Pair[] };

/** From where on a score makes a candidate: chosen by cross-validation (docs/decisions/033). */
export const THRESHOLD = 0.7;
/** How many names that share the most pieces are compared word by word. */
const COMPARED = 60;
/** How many of them at least, and the score that one of these must have for the others to be compared too. */
const FIRST = 15;
const HOPE = 0.6;
/** Names that share less than this part of their pieces are not. */
const LEAST = 0.25;
/** How many places of pieces are looked at for a name, the rarest pieces first. */
const SEEN = 12_000;

/** Three letters at a time of a word; `mark` begins it and "$" ends it. */
function cut(text: string, mark: string, into: Set<string>): void {
  const whole = `${mark}${text}$`;
  if (whole.length < 4) into.add(whole);
  else for (let at = 0; at + 3 <= whole.length; at++) into.add(`${mark}${whole.slice(at, at + 3)}`);
}
/**
 * The pieces by which a name is found: of its sounds (~), of its consonants (^), and of its consonants where it came without
 * vowels (=). A listed name stands under those by which names of either script look for it.
 */
function piecesOf(name: Name, looking: boolean): Set<string> {
  const pieces = new Set<string>();
  for (const { sound, bones } of name.main) {
    if (!name.vowelless) cut(sound, '~', pieces);
    if (name.vowelless || !looking) cut(bones, '^', pieces);
    if (name.vowelless || looking) cut(bones, '=', pieces);
  }
  return pieces;
}

/**
 * The names of a list, by the pieces of their words, so that a name is compared with the few that share pieces with it and not
 * with all. Building it takes about 15 µs a name.
 */
export class NameIndex {
  private readonly names: { entry: number; name: Name }[];
  private readonly kinds: readonly NameKind[];
  private readonly places = new Map<string, Uint32Array>();
  private readonly sizes: Float32Array;
  /** Work space of one search: how much each name shares, and which share anything. */
  private readonly shared: Float32Array;
  private readonly touched: Uint32Array;
  /** How many names were compared word by word since it was made. */
  compared = 0;

  /** @param kinds what each entry is, by its number */
  constructor(listed: readonly ListedName[], kinds: readonly NameKind[]) {
    this.kinds = kinds;
    this.names = listed.map(({ entry, name }) => ({ entry, name: readName(name) }));
    const lists = new Map<string, number[]>();
    this.names.forEach(({ name }, at) => {
      for (const piece of piecesOf(name, false)) {
        const list = lists.get(piece);
        if (list) list.push(at);
        else lists.set(piece, [at]);
      }
    });
    for (const [piece, list] of lists) this.places.set(piece, Uint32Array.from(list));
    this.sizes = new Float32Array(this.names.length);
    for (const [piece, list] of this.places)
      if (piece[0] !== '=')
        for (const at of list) this.sizes[at] = (this.sizes[at] as number) + this.rarity(list.length) * (this.names[at]?.name.vowelless ? 1 : 0.5);
    this.shared = new Float32Array(this.names.length);
    this.touched = new Uint32Array(this.names.length);
  }

  private rarity(count: number): number {
    return Math.log(1 + this.names.length / count);
  }

  /**
   * The entries that a name may be of, the likeliest first, each by the best of its names.
   * @param written any script
   */
  find(written: string, threshold = THRESHOLD): Candidate[] {
    const name = readName(written);
    const best = new Map<number, Candidate>();
    let seen = 0;
    let highest = 0;
    for (const at of this.nearest(name)) {
      // Those that share the most resemble it in nothing: nor do those that share less.
      if (++seen > FIRST && highest < HOPE) break;
      const { entry, name: listed } = this.names[at] as { entry: number; name: Name };
      const { score, pairs } = compareNames(name, listed, this.kinds[entry] ?? null);
      this.compared++;
      if (score > highest) highest = score;
      if (score >= threshold && score > (best.get(entry)?.score ?? 0))
        best.set(entry, { entry, name: listed.written, score, pairs: [...pairs, ...leftOut(name, listed)] });
    }
    return [...best.values()].sort((a, b) => b.score - a.score || a.entry - b.entry);
  }

  /** The names that share the rarest and the most pieces, the likeliest first. */
  private nearest(name: Name): number[] {
    const { shared, sizes, touched } = this;
    const lists = [...piecesOf(name, true)].flatMap((piece) => this.places.get(piece) ?? []).sort((a, b) => a.length - b.length);
    let size = 0;
    let seen = 0;
    let count = 0;
    for (const list of lists) {
      const rarity = this.rarity(list.length);
      size += rarity;
      // What many names share tells little and takes long.
      if (seen > 0 && seen + list.length > SEEN) continue;
      seen += list.length;
      for (let index = 0; index < list.length; index++) {
        const at = list[index] as number;
        const before = shared[at] as number;
        if (before === 0) touched[count++] = at;
        shared[at] = before + rarity;
      }
    }
    const nearest: { at: number; rank: number }[] = [];
    let least = LEAST;
    for (let index = 0; index < count; index++) {
      const at = touched[index] as number;
      const other = sizes[at] as number;
      const rank = (shared[at] as number) / (size < other ? 0.6 * size + 0.4 * other : 0.4 * size + 0.6 * other);
      shared[at] = 0;
      if (rank <= least) continue;
      nearest.push({ at, rank });
      if (nearest.length < 4 * COMPARED) continue;
      nearest.sort(byRank);
      nearest.length = COMPARED;
      least = (nearest[COMPARED - 1] as { rank: number }).rank;
    }
    return nearest
      .sort(byRank)
      .slice(0, COMPARED)
      .map(({ at }) => at);
  }
}

const byRank = (one: { rank: number }, other: { rank: number }) => other.rank - one.rank;
