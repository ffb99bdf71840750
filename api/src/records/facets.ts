import { type RawBuilder, sql } from 'kysely';
import type { Database } from '#prisma/database.ts';
import { forAll } from '#prisma/work.ts';
import type { Viewer } from '#search/engine.ts';
import type { KeptCounts } from './kept-counts.ts';
import { visibleRecords } from './policy.ts';
import { type Reader, rowsOf } from './reads.ts';

export type FacetCount = { value: string; label: string; count: number };
export type FacetEntry = { code: number; facet: string; value: string; label: string | null };

/** No reader looks through more values of one filter; of a facet with more, the most frequent are given. */
const VALUES_PER_FACET = 250;
/** Made once: a comparison that makes its own collator takes a hundred times longer. */
const byLabel = new Intl.Collator('en', { numeric: true });

/** Code points below this one are not used, so that a stored string stays printable; surrogates are skipped. */
export const FACET_BASE = 256;
export const codeOf = (character: string) => {
  const point = character.codePointAt(0) ?? 0;
  return point < 0xd800 ? point - FACET_BASE : point - FACET_BASE - 0x800;
};

/**
 * The filter values that occur, kept in memory: a record stores them as one character each, so a list's filter values
 * are read and counted without a join. Read again when a record has one that is not known; a value that only somebody
 * asks for is looked up by itself.
 */
export class Facets {
  private readonly db: Database;
  private byCode = new Map<number, FacetEntry>();
  private byValue = new Map<string, FacetEntry>();
  private highest = 0;
  private reading: Promise<void> | null = null;
  /** The oldest transaction that was under way when labels were looked at last; null before. */
  private asOf: string | null = null;
  /** Facet keys that stand in a public record: asked once, because what was public is no secret. */
  private readonly publicKeys = new Set<string>();

  constructor(db: Database) {
    this.db = db;
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
        this.byCode = new Map(rows.map((row) => [row.code, row]));
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
    const codes = Array.from(facets, codeOf);
    if (codes.some((code) => !this.byCode.has(code))) await this.refresh();
    return codes.map((code) => this.byCode.get(code)).filter((entry): entry is FacetEntry => entry !== undefined);
  }

  /** The stored value for what a person gave, by value or by label, in any case, as far as it is in memory. */
  look(facet: string, given: string): FacetEntry | null {
    return this.byValue.get(`${facet}:${given.trim().toLowerCase()}`) ?? null;
  }

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

  /** Whether any of the values that are not in memory was stored since. */
  async anyStored(reader: Reader, given: { facet: string; value: string }[]): Promise<boolean> {
    return given.length > 0 && (await this.readStored(reader, given)).length > 0;
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
    for (const row of rows) this.keep(row);
  }

  /** The same in a statement of its own. */
  async catchUp(reader: Reader): Promise<void> {
    const [row] = await rowsOf(reader, sql<{ news: unknown }>`SELECT ${this.news()} AS news`);
    if (row) this.learn(row.news);
  }

  private keep(row: FacetEntry): void {
    const old = this.byCode.get(row.code);
    if (old?.label && old.label !== row.label && this.byValue.get(`${old.facet}:${old.label.toLowerCase()}`) === old)
      this.byValue.delete(`${old.facet}:${old.label.toLowerCase()}`);
    this.byCode.set(row.code, row);
    this.highest = Math.max(this.highest, row.code);
    for (const name of [row.value, ...(row.label ? [row.label] : [])]) this.byValue.set(`${row.facet}:${name.toLowerCase()}`, row);
  }

  /** Which of the facet keys ("facet:value") stand in a record that the viewer may see. */
  async seenBy(viewer: Viewer, keys: string[], reader: Reader = this.db): Promise<Set<string>> {
    const unknown = keys.filter((key) => !this.publicKeys.has(key));
    const seen = new Set(keys.filter((key) => this.publicKeys.has(key)));
    if (unknown.length === 0) return seen;
    const rows = await rowsOf(
      reader,
      sql<{ key: string; open: boolean }>`
      SELECT k AS key, EXISTS (SELECT FROM record r WHERE r.facet_keys @> ARRAY[k] AND r.archived_at IS NULL AND r.audience = 'PUBLIC') AS open
      FROM unnest(${unknown}::text[]) k WHERE EXISTS (SELECT FROM record r WHERE r.facet_keys @> ARRAY[k] AND ${visibleRecords(viewer)})`,
    );
    for (const { key, open } of rows) {
      seen.add(key);
      // What stands for a project or vendor can be closed again; the other values stay.
      if (open && !/^(project|vendor):/.test(key)) this.publicKeys.add(key);
    }
    return seen;
  }

  /** How often each value of a facet stands in the concatenated facets of many records, most frequent first. */
  async count(all: string, facet: string): Promise<FacetCount[]> {
    return (await this.countAll(all)).get(facet) ?? [];
  }

  /** The same for every facet at once: the text of a large list is long, and is read a single time. */
  async countAll(all: string): Promise<Map<string, FacetCount[]>> {
    return this.byFacet(await this.known(() => this.tally(all)));
  }

  /** How often each value occurs in a whole kind, from the counts that are kept (kept-counts.ts). */
  async countKept({ kept, beyond }: KeptCounts): Promise<Map<string, FacetCount[]>> {
    const numbers = await this.known(() => {
      const counts = this.tally(Object.keys(kept).join('') + (beyond[1] ?? ''));
      // Each kept value was tallied once, by its name alone.
      for (const [character, number] of Object.entries(kept)) if (counts) counts[codeOf(character)] = (counts[codeOf(character)] ?? 0) + number - 1;
      return counts;
    });
    return this.byFacet(numbers);
  }

  /** Reads the values again, once, where there is one that is not known. */
  private async known(tally: () => Uint32Array | null): Promise<Uint32Array> {
    const counts = tally();
    if (counts) return counts;
    await this.refresh();
    return tally() ?? new Uint32Array();
  }

  private byFacet(counts: Uint32Array): Map<string, FacetCount[]> {
    const found = new Map<string, { entry: FacetEntry; count: number }[]>();
    for (let code = 0; code < counts.length; code++) {
      const count = counts[code] as number;
      const entry = count > 0 ? this.byCode.get(code) : undefined;
      if (!entry) continue;
      const list = found.get(entry.facet);
      if (list) list.push({ entry, count });
      else found.set(entry.facet, [{ entry, count }]);
    }
    return new Map(
      [...found].map(([facet, list]) => {
        const most = list.length > VALUES_PER_FACET ? list.sort((a, b) => b.count - a.count || a.entry.code - b.entry.code).slice(0, VALUES_PER_FACET) : list;
        const values = most.map(({ entry, count }) => ({ value: entry.value, label: entry.label ?? entry.value, count }));
        return [facet, values.sort((a, b) => b.count - a.count || byLabel.compare(a.label, b.label))];
      }),
    );
  }

  /** The counts of a facet with every chosen value ("facet:value") among them, so that a choice that leaves nothing keeps its name. */
  withChosen(counts: FacetCount[], facet: string, chosen: readonly string[] = []): FacetCount[] {
    const values = chosen.map((key) => key.slice(facet.length + 1)).filter((value) => !counts.some((one) => one.value === value));
    return [...counts, ...values.map((value) => ({ value, label: this.look(facet, value)?.label ?? value, count: 0 }))];
  }

  /** How often each code stands in a text; null when a code is not known yet. */
  private tally(all: string): Uint32Array | null {
    const counts = new Uint32Array(this.highest + 1);
    for (let at = 0; at < all.length; at++) {
      let point = all.charCodeAt(at);
      // The first half of a character beyond the first 65,536.
      if (point >= 0xd800 && point < 0xdc00) point = all.codePointAt(at++) ?? 0;
      const code = point < 0xd800 ? point - FACET_BASE : point - FACET_BASE - 0x800;
      if (code > this.highest) return null;
      counts[code] = (counts[code] as number) + 1;
    }
    for (let code = 0; code < counts.length; code++) if (counts[code] && !this.byCode.has(code)) return null;
    return counts;
  }
}
