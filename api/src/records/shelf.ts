// The filter values of the public records of one kind, in memory: numbers in typed arrays, so that a hundred thousand records
// take a few megabytes and a count a millisecond. Nothing here reads the database (public-facets.ts does).

/** Bytes of an id. */
const ID = 16;
export const idBytes = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex');
const idText = (bytes: Buffer): string => bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** An array of numbers that grows. */
class Numbers {
  private array = new Uint32Array(1024);
  length = 0;
  push(number: number) {
    if (this.length === this.array.length) {
      const larger = new Uint32Array(this.length * 2);
      larger.set(this.array);
      this.array = larger;
    }
    this.array[this.length++] = number;
  }
  whole = () => this.array.slice(0, this.length);
}

/** Collects records in the order of their ids. */
export class ShelfBuilder {
  private readonly ids: Buffer[] = [];
  private readonly starts = new Numbers();
  private readonly codes = new Numbers();
  private readonly positions = new Numbers();
  add(id: Buffer, position: number, codes: ArrayLike<number>) {
    this.ids.push(id);
    this.positions.push(position);
    this.starts.push(this.codes.length);
    for (let index = 0; index < codes.length; index++) this.codes.push(codes[index] as number);
  }
  build(): Shelf {
    this.starts.push(this.codes.length);
    return new Shelf(Buffer.concat(this.ids), this.positions.whole(), this.starts.whole(), this.codes.whole());
  }
}

/** How many records fulfil all choices, how often each code occurs in them, and in those that miss one choice alone or none. */
export type ShelfCounts = { total: number; all: Uint32Array; without: Uint32Array[] };
const NONE = new Uint32Array();
/** Fulfils nothing: the bit after those of 31 choices. */
const GONE = 0x80000000;
/** Of a choice that fewer than one in so many records have, those are looked through, not all in their order. */
const FEW = 50;

/** Records by number, from 0, in the order of their ids; each with the codes of its filter values in the order of its author. */
export class Shelf {
  readonly size: number;
  /** One more than the highest code. */
  readonly bound: number;
  private readonly ids: Buffer;
  private readonly positions: Uint32Array;
  private readonly starts: Uint32Array;
  private readonly codes: Uint32Array;
  /** The numbers of the records with a code stand in `having` from `havingStarts[code]` to `havingStarts[code + 1]`. */
  private readonly havingStarts: Uint32Array;
  private readonly having: Uint32Array;
  /** All numbers in the order of the source: by position, then by id. */
  private readonly ordered: Uint32Array;

  constructor(ids: Buffer, positions: Uint32Array, starts: Uint32Array, codes: Uint32Array) {
    this.ids = ids;
    this.positions = positions;
    this.starts = starts;
    this.codes = codes;
    this.size = starts.length - 1;
    this.bound = codes.reduce((highest, code) => Math.max(highest, code), -1) + 1;
    this.havingStarts = new Uint32Array(this.bound + 1);
    for (const code of codes) this.havingStarts[code + 1] = (this.havingStarts[code + 1] as number) + 1;
    for (let code = 0; code < this.bound; code++) this.havingStarts[code + 1] = (this.havingStarts[code + 1] as number) + (this.havingStarts[code] as number);
    this.having = new Uint32Array(codes.length);
    const next = this.havingStarts.slice();
    for (let number = 0; number < this.size; number++)
      for (let at = starts[number] as number; at < (starts[number + 1] as number); at++) {
        const code = codes[at] as number;
        this.having[next[code] as number] = number;
        next[code] = (next[code] as number) + 1;
      }
    // As one number each, so that no comparison is called for a hundred thousand of them.
    const places = Float64Array.from(positions, (position, number) => position * this.size + number).sort();
    this.ordered = Uint32Array.from(places, (place) => place % this.size);
  }
  private inOrder = (a: number, b: number): number => (this.positions[a] as number) - (this.positions[b] as number) || a - b;

  static readonly empty = new Shelf(Buffer.alloc(0), NONE, new Uint32Array(1), NONE);

  /** The number of the record with an id; -1 where there is none. */
  numberOf(id: Buffer): number {
    for (let low = 0, high = this.size - 1; low <= high; ) {
      const middle = (low + high) >> 1;
      const order = this.ids.compare(id, 0, ID, middle * ID, middle * ID + ID);
      if (order === 0) return middle;
      if (order < 0) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  idOf = (number: number): string => idText(this.ids.subarray(number * ID, number * ID + ID));
  /** Its place in the order of the source. */
  positionOf = (number: number): number => this.positions[number] as number;
  codesOf = (number: number): Uint32Array => this.codes.subarray(this.starts[number], this.starts[number + 1]);
  /** The numbers of the records that have a code. */
  withCode = (code: number): Uint32Array => (code < this.bound ? this.having.subarray(this.havingStarts[code], this.havingStarts[code + 1]) : NONE);

  /**
   * @param groups the codes of each choice: alternatives within a group, all groups together; at most 31 groups
   * @param apart the groups of which it is counted too what misses them alone
   * @param gone numbers that count no longer
   * @param bound one more than the highest code that is counted
   */
  count(groups: readonly (readonly number[])[], apart: readonly number[], gone: ReadonlySet<number>, bound: number): ShelfCounts {
    if (groups.length === 0) return this.countAll(gone, bound);
    const all = new Uint32Array(bound);
    const without = apart.map(() => new Uint32Array(bound));
    const fulfilled = (1 << groups.length) - 1;
    const reached = this.reached(groups);
    for (const number of gone) reached[number] = GONE;
    const missing = apart.map((group) => fulfilled & ~(1 << group));
    let total = 0;
    for (let number = 0; number < this.size; number++) {
      const has = reached[number] as number;
      if (has === fulfilled) {
        total++;
        this.add(all, number);
      } else for (let index = 0; index < missing.length; index++) if (has === missing[index]) this.add(without[index] as Uint32Array, number);
    }
    for (const counts of without) for (let code = 0; code < bound; code++) counts[code] = (counts[code] as number) + (all[code] as number);
    return { total, all, without };
  }

  /** Where nothing is chosen all is known already: it costs as much as there are codes, not records. */
  private countAll(gone: ReadonlySet<number>, bound: number): ShelfCounts {
    const all = new Uint32Array(bound);
    for (let code = 0; code < Math.min(bound, this.bound); code++) all[code] = (this.havingStarts[code + 1] as number) - (this.havingStarts[code] as number);
    for (const number of gone) for (const code of this.codesOf(number)) if (code < bound) all[code] = (all[code] as number) - 1;
    return { total: this.size - gone.size, all, without: [] };
  }

  /**
   * The numbers of the records that fulfil all choices, in the order of the source, beginning with the first at a position.
   * Read as far as they are needed, they cost what is passed over: where few records have a choice, only those are looked at.
   * @param groups as in `count`
   */
  *matching(groups: readonly (readonly number[])[], from: number): Generator<number> {
    const fulfilled = (1 << groups.length) - 1;
    const choices = new Uint32Array(this.bound);
    groups.forEach((codes, group) => {
      for (const code of codes) if (code < this.bound) choices[code] = (choices[code] as number) | (1 << group);
    });
    const rarest = groups
      .map((codes) => ({ codes, many: codes.reduce((sum, code) => sum + this.withCode(code).length, 0) }))
      .reduce<{ codes: readonly number[]; many: number }>((least, one) => (one.many < least.many ? one : least), { codes: [], many: this.size });
    const numbers = rarest.many < this.size / FEW ? this.merged(rarest.codes) : this.ordered;
    for (let at = this.firstAt(numbers, from); at < numbers.length; at++) {
      const number = numbers[at] as number;
      let reached = 0;
      for (let next = this.starts[number] as number, end = this.starts[number + 1] as number; next < end && reached !== fulfilled; next++)
        reached |= choices[this.codes[next] as number] as number;
      if (reached === fulfilled) yield number;
    }
  }

  /** The numbers of the records with any of some codes, each once, in the order of the source. */
  private merged(codes: readonly number[]): Uint32Array {
    const all = new Set<number>();
    for (const code of codes) for (const number of this.withCode(code)) all.add(number);
    return Uint32Array.from(all).sort(this.inOrder);
  }

  /** Where, among numbers in the order of the source, the first stands whose position is not before one. */
  private firstAt(numbers: Uint32Array, position: number): number {
    let [low, high] = [0, numbers.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.positions[numbers[middle] as number] as number) < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Which choices each record fulfils, as bits. */
  private reached(groups: readonly (readonly number[])[]): Uint32Array {
    const reached = new Uint32Array(this.size);
    groups.forEach((codes, group) => {
      for (const code of codes) for (const number of this.withCode(code)) reached[number] = (reached[number] as number) | (1 << group);
    });
    return reached;
  }

  private add(counts: Uint32Array, number: number) {
    for (let at = this.starts[number] as number, end = this.starts[number + 1] as number; at < end; at++) {
      const code = this.codes[at] as number;
      counts[code] = (counts[code] as number) + 1;
    }
  }
}
