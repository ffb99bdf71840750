import { type RawBuilder, sql } from 'kysely';
import type { Database } from '#prisma/database.ts';
import { RecordKind } from '#prisma/generated/enums.ts';
import { CHANGES_KEPT_MS } from '#prisma/record-changes.ts';
import { asLongAsWorking, doing, forAll } from '#prisma/work.ts';
import { anyone as reader } from '#search/engine.ts';
import { codesOf } from './facet-codes.ts';
import { visibleRecords, withForeign } from './policy.ts';
import { idBytes, Shelf, ShelfBuilder } from './shelf.ts';

// What everybody sees is counted in memory, whatever is chosen and however large the library is; only what some see is counted in
// SQL (list.ts). docs/decisions/029-counts-in-memory.md says why.

/** Each kind is counted on a shelf of its own, that of foreign records too. */
const anyone = withForeign(reader);
/** How many records are read at a time. */
const STEP = 5_000;
/** As many changed records stand beside the shelf before it is built anew with them. */
const BESIDE_MAX = 2_000;
/** No statement takes longer to arrive than this (milliseconds): what was changed before is in every answer. */
const LATE_MS = 120_000;

/** Of a record that changed: its place and codes, which are null where it is no longer for everybody. */
type Changed = { kind: RecordKind; position: number; codes: Uint32Array | null };
/** What has changed since it was asked last, as the column of a statement that reads something else too. */
export type Changes = {
  xmin: string;
  anew: number | null;
  records: [id: string, change: number, kind: RecordKind | null, position: number | null, facets: string | null][];
};

/** Where a record stands in the order of the source. */
export type Placed = { position: number; id: string };
const inOrder = (a: Placed, b: Placed) => a.position - b.position || Number(a.id > b.id) - Number(a.id < b.id);

/** How often each code occurs. */
export type Counted = { total: number; all: Uint32Array; without: Uint32Array[] };

export class PublicFacets {
  private readonly db: Database;
  private shelves = new Map<RecordKind, Shelf>();
  /** Records that changed since their shelf was built. */
  private beside = new Map<string, Changed>();
  /** The last change of each record that was heard of lately: an answer that was under way longer may tell of an earlier one. */
  private lastChange = new Map<string, { change: number; heard: number }>();
  /** Transactions from this one on may have written what is not here yet. */
  private xmin = '0';
  private anew = 0;
  private heard = 0;
  private reading: Promise<void> | null = null;
  private read = false;
  /** Goes up with every change. */
  version = 0;
  /** One more than the highest code that any record ever had. */
  bound = 0;

  constructor(db: Database) {
    this.db = db;
  }

  /** Waits until it is read; afterwards at once. */
  ready(): Promise<void> | null {
    if (this.read && Date.now() - this.heard < CHANGES_KEPT_MS / 2) return null;
    return asLongAsWorking(this.readAll());
  }

  /** The column `changes` of a statement; what it gives is handed to `follow`. */
  changes = (): RawBuilder<unknown> => sql`
    (SELECT json_build_object('xmin', pg_snapshot_xmin(pg_current_snapshot())::text, 'anew', max(c.id) FILTER (WHERE c.record_id IS NULL),
      'records', coalesce(json_agg(json_build_array(c.record_id, c.id, r.kind, r.position, r.facets)) FILTER (WHERE c.record_id IS NOT NULL), '[]'))
     FROM (SELECT record_id, max(id) AS id FROM record_change WHERE tx >= ${this.xmin}::text::xid8 GROUP BY record_id) c
     LEFT JOIN record r ON r.id = c.record_id AND ${visibleRecords(anyone)}) AS changes`;

  /** Takes in what has changed; afterwards counts are at least as new as the statement that told of it. */
  async follow({ xmin, anew, records }: Changes): Promise<void> {
    const now = Date.now();
    for (const [id, change, kind, position, facets] of records) {
      if ((this.lastChange.get(id)?.change ?? 0) >= change) continue;
      this.lastChange.set(id, { change, heard: now });
      const codes = facets === null ? null : Uint32Array.from(codesOf(facets));
      for (const code of codes ?? []) this.bound = Math.max(this.bound, code + 1);
      const known = kind ?? this.beside.get(id)?.kind ?? this.kindOf(id);
      if (known) this.beside.set(id, { kind: known, position: position ?? 0, codes });
      this.version++;
    }
    if (BigInt(xmin) > BigInt(this.xmin)) this.xmin = xmin;
    this.heard = now;
    if (this.beside.size > BESIDE_MAX) this.putAway(now);
    if ((anew ?? 0) > this.anew) await asLongAsWorking(this.readAll());
  }

  /**
   * Counts the public records of a kind.
   * @param groups the codes of each choice
   * @param apart the choices of which what misses them alone is counted too
   * @param bound one more than the highest code
   */
  count(kind: RecordKind, groups: readonly (readonly number[])[], apart: readonly number[], bound: number): Counted {
    const shelf = this.shelf(kind);
    const beside = [...this.beside].filter(([, changed]) => changed.kind === kind);
    const gone = new Set(beside.map(([id]) => shelf.numberOf(idBytes(id))).filter((number) => number >= 0));
    const counted = shelf.count(groups, apart, gone, Math.max(bound, shelf.bound));
    const add = (counts: Uint32Array, codes: Uint32Array) => {
      for (const code of codes) counts[code] = (counts[code] as number) + 1;
    };
    for (const [, { codes }] of beside) {
      if (!codes) continue;
      const missed = groups.flatMap((group, index) => (group.some((code) => codes.includes(code)) ? [] : [index]));
      if (missed.length === 0) {
        counted.total++;
        add(counted.all, codes);
        for (const counts of counted.without) add(counts, codes);
      } else if (missed.length === 1 && apart.includes(missed[0] as number)) add(counted.without[apart.indexOf(missed[0] as number)] as Uint32Array, codes);
    }
    return counted;
  }

  /**
   * The ids of the public records of a kind that fulfil all choices, in the order of the source.
   * @param after the place and id after which the page begins
   */
  page(kind: RecordKind, groups: readonly (readonly number[])[], after: Placed | null, most: number): string[] {
    const shelf = this.shelf(kind);
    const isAfter = (one: Placed) => !after || inOrder(after, one) < 0;
    const found: Placed[] = [];
    for (const number of shelf.matching(groups, after?.position ?? 0)) {
      if (found.length === most) break;
      const one = { position: shelf.positionOf(number), id: shelf.idOf(number) };
      // What changed since stands beside, with its place of today.
      if (isAfter(one) && !this.beside.has(one.id)) found.push(one);
    }
    const shelved = found.length;
    for (const [id, { kind: of, position, codes }] of this.beside)
      if (of === kind && codes && isAfter({ position, id }) && groups.every((group) => group.some((code) => codes.includes(code))))
        found.push({ position, id });
    if (found.length > shelved) found.sort(inOrder).splice(most);
    return found.map((one) => one.id);
  }

  /** How many public records a kind has. */
  total(kind: RecordKind): number {
    let total = this.shelf(kind).size;
    for (const [id, changed] of this.beside)
      if (changed.kind === kind) total += Number(changed.codes !== null) - Number(this.shelf(kind).numberOf(idBytes(id)) >= 0);
    return total;
  }

  /** Whether any public record of any kind has a code. */
  has(code: number): boolean {
    for (const shelf of this.shelves.values()) {
      const numbers = shelf.withCode(code);
      if (numbers.length > 0 && (this.beside.size === 0 || numbers.some((number) => !this.beside.has(shelf.idOf(number))))) return true;
    }
    return [...this.beside.values()].some(({ codes }) => codes?.includes(code));
  }

  /**
   * The public records of a kind that share most with one: each code that both have adds its weight. The best first, those of
   * the same weight in the order of their ids.
   * @param id of the one, which is left out
   */
  mostAlike(kind: RecordKind, id: string, weights: ReadonlyMap<number, number>, least: number, most: number): string[] {
    const shelf = this.shelf(kind);
    const scores = new Uint16Array(shelf.size);
    for (const [code, weight] of weights) for (const number of shelf.withCode(code)) scores[number] = (scores[number] as number) + weight;
    const found: { id: string; score: number }[] = [];
    let worst = least;
    const consider = (other: string, score: number) => {
      if (other === id) return;
      found.push({ id: other, score });
      found.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
      if (found.length > most) found.pop();
      if (found.length === most) worst = Math.max(worst, found[most - 1]?.score ?? 0);
    };
    for (const [other, { kind: its, codes }] of this.beside) {
      const score = its === kind && codes ? codes.reduce((sum, code) => sum + (weights.get(code) ?? 0), 0) : 0;
      if (score >= worst) consider(other, score);
    }
    for (let number = 0; number < shelf.size; number++) {
      const score = scores[number] as number;
      if (score < worst) continue;
      const other = shelf.idOf(number);
      if (!this.beside.has(other)) consider(other, score);
    }
    return found.map((one) => one.id);
  }

  /**
   * The public records of a kind that have any of some codes: those with most of them first, then in the order of the source.
   * @param also a code: the first of them that has it too is among those given in any case
   * @param apart codes of which it is told how many of all that were found have each
   */
  sharing(
    kind: RecordKind,
    codes: readonly number[],
    { also, apart, most }: { also: number | null; apart: readonly number[]; most: number },
  ): { ids: string[]; apart: number[] } {
    const shelf = this.shelf(kind);
    const scores = new Uint8Array(shelf.size);
    for (const code of codes) for (const number of shelf.withCode(code)) scores[number] = (scores[number] as number) + 1;
    const counts = apart.map(() => 0);
    const best: (Placed & { score: number })[] = [];
    let alike: (Placed & { score: number }) | null = null;
    const order = (a: Placed & { score: number }, b: Placed & { score: number }) => b.score - a.score || inOrder(a, b);
    const consider = (one: Placed & { score: number }, its: Uint32Array) => {
      apart.forEach((code, index) => {
        if (its.includes(code)) counts[index] = (counts[index] as number) + 1;
      });
      if (also !== null && its.includes(also) && (!alike || order(one, alike) < 0)) alike = one;
      const last = best[most - 1];
      if (last && order(one, last) > 0) return;
      best.push(one);
      best.sort(order).splice(most);
    };
    for (let number = 0; number < shelf.size; number++) {
      const score = scores[number] as number;
      if (score === 0) continue;
      const id = shelf.idOf(number);
      if (!this.beside.has(id)) consider({ id, position: shelf.positionOf(number), score }, shelf.codesOf(number));
    }
    for (const [id, { kind: of, position, codes: its }] of this.beside) {
      const score = of === kind && its ? codes.filter((code) => its.includes(code)).length : 0;
      if (its && score > 0) consider({ id, position, score }, its);
    }
    return { ids: [...new Set([...best, ...(alike ? [alike as Placed] : [])].map(({ id }) => id))], apart: counts };
  }

  /** The codes of a public record; null where there is none. */
  codesOf(kind: RecordKind, id: string): Uint32Array | null {
    const changed = this.beside.get(id);
    if (changed) return changed.codes;
    const shelf = this.shelf(kind);
    const number = shelf.numberOf(idBytes(id));
    return number < 0 ? null : shelf.codesOf(number);
  }

  private shelf = (kind: RecordKind) => this.shelves.get(kind) ?? Shelf.empty;

  private kindOf(id: string): RecordKind | undefined {
    const bytes = idBytes(id);
    return [...this.shelves].find(([, shelf]) => shelf.numberOf(bytes) >= 0)?.[0];
  }

  /** Builds the shelves of changed records anew. */
  private putAway(now: number) {
    for (const kind of new Set([...this.beside.values()].map((changed) => changed.kind))) {
      const shelf = this.shelf(kind);
      const builder = new ShelfBuilder();
      const added = [...this.beside].filter(([, changed]) => changed.kind === kind).sort(([a], [b]) => (a < b ? -1 : 1));
      let next = 0;
      const addUntil = (id: string | null) => {
        for (; next < added.length && (id === null || (added[next]?.[0] as string) < id); next++) {
          const [own, { position, codes }] = added[next] as [string, Changed];
          if (codes) builder.add(idBytes(own), position, codes);
        }
      };
      for (let number = 0; number < shelf.size; number++) {
        const id = shelf.idOf(number);
        addUntil(id);
        if (!this.beside.has(id)) builder.add(idBytes(id), shelf.positionOf(number), shelf.codesOf(number));
      }
      addUntil(null);
      this.shelves.set(kind, builder.build());
    }
    this.beside = new Map();
    for (const [id, { heard }] of this.lastChange) if (now - heard > LATE_MS) this.lastChange.delete(id);
  }

  private readAll(): Promise<void> {
    // Everybody who asks meanwhile waits for the same reading, which belongs to nobody's request and has the time of a file.
    this.reading ??= forAll(() => doing({ side: 'JOB', kind: 'FILE' }, () => this.readShelves())).finally(() => {
      this.reading = null;
    });
    return this.reading;
  }

  private async readShelves() {
    const { rows: now } = await sql<{ xmin: string; anew: number }>`
      SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS xmin, coalesce((SELECT max(id) FROM record_change WHERE record_id IS NULL), 0) AS anew`.execute(
      this.db,
    );
    const begun = Date.now();
    const builders = new Map(Object.values(RecordKind).map((kind) => [kind, new ShelfBuilder()]));
    for (let last = '00000000-0000-0000-0000-000000000000'; ; ) {
      const { rows } = await sql<{ id: string; kind: RecordKind; position: number; facets: string }>`
        SELECT r.id, r.kind, r.position, r.facets FROM record r WHERE r.id > ${last}::uuid AND ${visibleRecords(anyone)} ORDER BY r.id LIMIT ${STEP}`.execute(
        this.db,
      );
      for (const { id, kind, position, facets } of rows) builders.get(kind)?.add(idBytes(id), position, codesOf(facets));
      if (rows.length < STEP) break;
      last = rows.at(-1)?.id as string;
    }
    this.shelves = new Map([...builders].map(([kind, builder]) => [kind, builder.build()]));
    this.bound = Math.max(this.bound, ...[...this.shelves.values()].map((shelf) => shelf.bound));
    // What others told of meanwhile may be newer than what was read.
    for (const [id, { heard }] of this.lastChange) {
      if (heard >= begun) continue;
      this.lastChange.delete(id);
      this.beside.delete(id);
    }
    this.xmin = now[0]?.xmin ?? '0';
    this.anew = now[0]?.anew ?? 0;
    this.heard = Date.now();
    this.read = true;
    this.version++;
  }
}
