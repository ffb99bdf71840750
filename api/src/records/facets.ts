import { type RawBuilder, sql } from 'kysely';
import type { Database } from '#prisma/database.ts';
import { forAll } from '#prisma/work.ts';
import type { Viewer } from '#search/engine.ts';
import { codesOf } from './facet-codes.ts';
import { seesBeyondPublic, visibleBeyondPublic } from './policy.ts';
import { type Changes, PublicFacets } from './public-facets.ts';
import { type Reader, rowsOf } from './query-batch.ts';

export type FacetCount = { value: string; label: string; count: number };
export type FacetEntry = { code: number; facet: string; value: string; label: string | null };
export const keyOf = (entry: FacetEntry): string => `${entry.facet}:${entry.value}`;

/** No reader looks through more values of one filter; of a facet with more, the most frequent are given. */
const VALUES_PER_FACET = 250;
/** Made once: a comparison that makes its own collator takes a hundred times longer. */
const byLabel = new Intl.Collator('en', { numeric: true });

/**
 * The codes of as many values as are shown, the most frequent; of those that occur as often, the older ones. A facet of many
 * thousand values is not put in order for them: how often the last of them occurs is found among the bare numbers.
 * @param codes of one facet, in their order
 */
function mostFrequent(codes: readonly number[], counts: Uint32Array): number[] {
  const found = new Uint32Array(codes.length);
  let many = 0;
  for (const code of codes) {
    const count = counts[code] ?? 0;
    if (count > 0) found[many++] = count;
  }
  if (many <= VALUES_PER_FACET) return codes.filter((code) => (counts[code] ?? 0) > 0);
  const least = found.subarray(0, many).sort()[many - VALUES_PER_FACET] as number;
  const more = codes.filter((code) => (counts[code] ?? 0) > least);
  return [...more, ...codes.filter((code) => counts[code] === least).slice(0, VALUES_PER_FACET - more.length)];
}

/**
 * The filter values that occur, kept in memory: a record stores them as one character each, so a list's filter values
 * are read and counted without a join. Read again when a record has one that is not known; a value that only somebody
 * asks for is looked up by itself.
 */
export class Facets {
  private readonly db: Database;
  /** By code; codes are counted up from 1. */
  private byCode: (FacetEntry | undefined)[] = [];
  /** The codes of each facet in their order; empty where they must be collected anew. */
  private codes = new Map<string, number[]>();
  private byValue = new Map<string, FacetEntry>();
  /** Every code up to this one is known; of later ones some may be. */
  private highest = 0;
  private reading: Promise<void> | null = null;
  /** The oldest transaction that was under way when labels were looked at last; null before. */
  private asOf: string | null = null;
  /** The values of every record that everybody sees. */
  readonly public: PublicFacets;

  constructor(db: Database) {
    this.db = db;
    this.public = new PublicFacets(db);
  }

  /** One more than the highest code that is known. */
  get bound(): number {
    return this.highest + 1;
  }

  /** Waits until what is public is in memory; afterwards nothing is waited for. */
  ready = (): Promise<void> | null => this.public.ready();

  /** Takes in what a statement told of changes (`public.changes`), with the values that are new. */
  async follow(changes: Changes): Promise<void> {
    await this.public.follow(changes);
    if (this.asOf === null || this.public.bound > this.bound) await this.refresh();
  }

  /** Takes in what has changed, in a statement of its own. */
  async update(): Promise<void> {
    await this.ready();
    const { rows } = await sql<{ changes: Changes }>`SELECT ${this.public.changes()}`.execute(this.db);
    await this.follow((rows[0] as { changes: Changes }).changes);
  }

  async refresh(): Promise<void> {
    this.reading ??= forAll(() =>
      sql<FacetEntry & { asOf: string }>`SELECT code, facet, value, label, pg_snapshot_xmin(pg_current_snapshot())::text AS "asOf" FROM facet_value`.execute(
        this.db,
      ),
    )
      .then(({ rows: read }) => {
        const rows = read.map(({ asOf: _, ...row }) => row);
        this.asOf = read[0]?.asOf ?? null;
        this.byCode = [];
        this.codes.clear();
        for (const row of rows) this.byCode[row.code] = row;
        this.highest = rows.reduce((highest, row) => Math.max(highest, row.code), 0);
        this.byValue = new Map(
          rows.flatMap(
            (row) =>
              [[`${row.facet}:${row.value.toLowerCase()}`, row], ...(row.label ? [[`${row.facet}:${row.label.toLowerCase()}`, row] as const] : [])] as [
                string,
                FacetEntry,
              ][],
          ),
        );
      })
      .finally(() => {
        this.reading = null;
      });
    await this.reading;
  }

  /** The filter values of a record. */
  async decode(facets: string): Promise<FacetEntry[]> {
    const codes = codesOf(facets);
    if (codes.some((code) => !this.byCode[code])) await this.refresh();
    return codes.map((code) => this.byCode[code]).filter((entry): entry is FacetEntry => entry !== undefined);
  }

  /** The stored value for what a person gave, by value or by label, in any case, as far as it is in memory. */
  look(facet: string, given: string): FacetEntry | null {
    return this.byValue.get(`${facet}:${given.trim().toLowerCase()}`) ?? null;
  }

  /** The codes of those of some keys ("facet:value") that are in memory. */
  codesOf = (keys: readonly string[]): number[] =>
    keys.flatMap((key) => this.look(key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1))?.code ?? []);

  /** The stored value for what a person gave; null when nothing has it. Of a value that is not in memory only its own row is read. */
  async find(facet: string, given: string): Promise<FacetEntry | null> {
    return (await this.findAll([{ facet, value: given }]))[0] ?? null;
  }

  /** The same for several values, in one statement where one is not in memory. */
  async findAll(given: readonly { facet: string; value: string }[], reader: Reader = this.db): Promise<(FacetEntry | null)[]> {
    const unknown = given.filter(({ facet, value }) => !this.look(facet, value) && !value.includes('\0'));
    if (unknown.length > 0) for (const row of await this.readStored(reader, unknown)) this.keep(row);
    return given.map(({ facet, value }) => this.look(facet, value));
  }

  private readStored(reader: Reader, given: readonly { facet: string; value: string }[]): Promise<FacetEntry[]> {
    return rowsOf(
      reader,
      sql<FacetEntry>`
        WITH g AS (SELECT * FROM unnest(${given.map(({ facet }) => facet)}::text[], ${given.map(({ value }) => value.trim().toLowerCase())}::text[]) x (facet, value))
        SELECT f.code, f.facet, f.value, f.label FROM g JOIN facet_value f ON f.facet = g.facet AND lower(f.value) = g.value
        UNION SELECT f.code, f.facet, f.value, f.label FROM g JOIN facet_value f ON f.facet = g.facet AND lower(f.label) = g.value`,
    );
  }

  /** What was written since this process looked, as a column of a statement that shows labels; `learn` takes it in. */
  news(): RawBuilder<unknown> {
    return sql`(SELECT json_build_array(pg_snapshot_xmin(pg_current_snapshot())::text, coalesce(json_agg(json_build_object('code', code, 'facet', facet, 'value', value, 'label', label)), '[]'))
      FROM facet_value WHERE ${this.asOf === null ? sql`false` : sql`labelled >= ${this.asOf}::xid8`})`;
  }

  /** Takes in the values and labels that other processes have written: nobody is shown a name that was given up. */
  learn(news: unknown): void {
    const [asOf, rows] = news as [string, FacetEntry[]];
    if (this.asOf === null) return;
    this.asOf = asOf;
    for (const row of rows) {
      this.keep(row);
      this.highest = Math.max(this.highest, row.code);
    }
  }

  /** The same in a statement of its own. */
  async catchUp(reader: Reader): Promise<void> {
    const [row] = await rowsOf(reader, sql<{ news: unknown }>`SELECT ${this.news()} AS news`);
    if (row) this.learn(row.news);
  }

  private keep(row: FacetEntry): void {
    const old = this.byCode[row.code];
    if (old?.label && old.label !== row.label && this.byValue.get(`${old.facet}:${old.label.toLowerCase()}`) === old)
      this.byValue.delete(`${old.facet}:${old.label.toLowerCase()}`);
    if (old?.facet !== row.facet) this.codes.clear();
    this.byCode[row.code] = row;
    for (const name of [row.value, ...(row.label ? [row.label] : [])]) this.byValue.set(`${row.facet}:${name.toLowerCase()}`, row);
  }

  /** Which of the values stand in a record that the viewer may see. */
  async seenBy(viewer: Viewer, entries: readonly FacetEntry[], reader: Reader = this.db): Promise<Set<number>> {
    const seen = new Set(entries.map(({ code }) => code).filter((code) => this.public.has(code)));
    const others = seesBeyondPublic(viewer) ? entries.filter(({ code }) => !seen.has(code)) : [];
    if (others.length === 0) return seen;
    const rows = await rowsOf(
      reader,
      sql<{ code: number }>`
      SELECT k.code FROM unnest(${others.map(({ code }) => code)}::int[], ${others.map(keyOf)}::text[]) k (code, key)
      WHERE EXISTS (SELECT FROM record r WHERE r.facet_keys @> ARRAY[k.key] AND ${visibleBeyondPublic(viewer)})`,
    );
    for (const { code } of rows) seen.add(code);
    return seen;
  }

  /** How often each value occurs, by facet, the most frequent first; of a facet with many values the most frequent. */
  async named(counts: Uint32Array, only?: string): Promise<Map<string, FacetCount[]>> {
    if (counts.length > this.bound) await this.refresh();
    return this.byFacet(counts, only);
  }

  /** Adds the values of further records, as the database concatenates them, to counts. */
  add(counts: Uint32Array, all: string | null): Uint32Array {
    const codes = codesOf(all ?? '');
    const needed = codes.reduce((most, code) => Math.max(most, code + 1), counts.length);
    const sum = new Uint32Array(needed);
    sum.set(counts);
    for (const code of codes) sum[code] = (sum[code] as number) + 1;
    return sum;
  }

  private byFacet(counts: Uint32Array, only?: string): Map<string, FacetCount[]> {
    if (this.codes.size === 0)
      for (const entry of this.byCode) {
        if (!entry) continue;
        const codes = this.codes.get(entry.facet);
        if (codes) codes.push(entry.code);
        else this.codes.set(entry.facet, [entry.code]);
      }
    const found = new Map<string, FacetCount[]>();
    for (const [facet, codes] of this.codes) {
      if (only !== undefined && facet !== only) continue;
      const values = mostFrequent(codes, counts).map((code) => {
        const { value, label } = this.byCode[code] as FacetEntry;
        return { value, label: label ?? value, count: counts[code] as number };
      });
      if (values.length > 0)
        found.set(
          facet,
          values.sort((a, b) => b.count - a.count || byLabel.compare(a.label, b.label)),
        );
    }
    return found;
  }

  /** The counts of a facet with every chosen value ("facet:value") among them, so that a choice that leaves nothing keeps its name. */
  withChosen(counts: FacetCount[], facet: string, chosen: readonly string[] = []): FacetCount[] {
    const values = chosen.map((key) => key.slice(facet.length + 1)).filter((value) => !counts.some((one) => one.value === value));
    return [...counts, ...values.map((value) => ({ value, label: this.look(facet, value)?.label ?? value, count: 0 }))];
  }
}
