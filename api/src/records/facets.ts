import { sql } from 'kysely';
import type { Database } from '#prisma/database.ts';
import type { Viewer } from '#search/engine.ts';
import { visibleRecords } from './policy.ts';

export type FacetEntry = { code: number; facet: string; value: string; label: string | null };

/** Code points below this one are not used, so that a stored string stays printable; surrogates are skipped. */
export const FACET_BASE = 256;
export const characterOf = (code: number) => String.fromCodePoint(code + FACET_BASE < 0xd800 ? code + FACET_BASE : code + FACET_BASE + 0x800);
export const codeOf = (character: string) => {
  const point = character.codePointAt(0) ?? 0;
  return point < 0xd800 ? point - FACET_BASE : point - FACET_BASE - 0x800;
};

/**
 * The filter values that occur, kept in memory: a record stores them as one character each, so a list's filter values
 * are read and counted without a join. Read again whenever an unknown one turns up.
 */
export class Facets {
  private readonly db: Database;
  private byCode = new Map<number, FacetEntry>();
  private byValue = new Map<string, FacetEntry>();
  private reading: Promise<void> | null = null;
  /** Facet keys that stand in a public record: asked once, because what was public is no secret. */
  private readonly publicKeys = new Set<string>();

  constructor(db: Database) {
    this.db = db;
  }

  async refresh(): Promise<void> {
    this.reading ??= this.db
      .selectFrom('facetValue')
      .select(['code', 'facet', 'value', 'label'])
      .execute()
      .then((rows) => {
        this.byCode = new Map(rows.map((row) => [row.code, row]));
        this.byValue = new Map(rows.flatMap((row) => [[`${row.facet}:${row.value.toLowerCase()}`, row], ...(row.label ? [[`${row.facet}:${row.label.toLowerCase()}`, row] as const] : [])] as [string, FacetEntry][]));
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

  /** The stored value for what a person gave, by value or by label, in any case; null when nothing has it. */
  async find(facet: string, given: string): Promise<FacetEntry | null> {
    const look = () => this.byValue.get(`${facet}:${given.trim().toLowerCase()}`) ?? null;
    const found = look();
    if (found) return found;
    await this.refresh();
    return look();
  }

  /** Which of the facet keys ("facet:value") stand in a record that the viewer may see. */
  async seenBy(viewer: Viewer, keys: string[]): Promise<Set<string>> {
    const unknown = keys.filter((key) => !this.publicKeys.has(key));
    const seen = new Set(keys.filter((key) => this.publicKeys.has(key)));
    if (unknown.length === 0) return seen;
    const { rows } = await sql<{ key: string; open: boolean }>`
      SELECT k AS key, EXISTS (SELECT FROM record r WHERE r.facet_keys @> ARRAY[k] AND r.archived_at IS NULL AND r.audience = 'PUBLIC') AS open
      FROM unnest(${unknown}::text[]) k WHERE EXISTS (SELECT FROM record r WHERE r.facet_keys @> ARRAY[k] AND ${visibleRecords(viewer)})`.execute(this.db);
    for (const { key, open } of rows) {
      seen.add(key);
      if (open) this.publicKeys.add(key);
    }
    return seen;
  }

  /** How often each value of a facet stands in the concatenated facets of many records, most frequent first. */
  async count(all: string, facet: string): Promise<{ value: string; label: string; count: number }[]> {
    const counts = new Map<number, number>();
    for (let at = 0; at < all.length; at++) {
      const point = all.codePointAt(at) ?? 0;
      if (point > 0xffff) at++;
      counts.set(point, (counts.get(point) ?? 0) + 1);
    }
    const entries = await this.decode(String.fromCodePoint(...counts.keys()));
    return entries
      .filter((entry) => entry.facet === facet)
      .map((entry) => ({ value: entry.value, label: entry.label ?? entry.value, count: counts.get(characterOf(entry.code).codePointAt(0) ?? 0) ?? 0 }))
      .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'en', { numeric: true }));
  }
}
