import DataLoader from 'dataloader';
import { type RawBuilder, sql } from 'kysely';
import type { Database } from '#prisma/database.ts';
import type { Audience } from '#prisma/generated/enums.ts';
import { CHANGES_KEPT_MS } from '#prisma/record-changes.ts';
import { forAll } from '#prisma/work.ts';
import type { Viewer } from '#search/engine.ts';
import { isAmong, seesAudience } from '../records/policy.ts';

type SourceName = { slug: string; title: string; symbol: string | null };
type Known = SourceName & { id: string; audience: Audience; owners: string[] /** By id. */ };
type Row = Known & { sourceKey: string | null };
/** What a statement told of sources: as of which transaction, and those that were changed since the last one; `live` is null of one that is gone. */
type News = { asOf: string; anew: boolean; changed: { id: string; live: Row | null }[] };

/** A source as it is remembered, of table `record` under the alias r. */
const known = sql`r.id, r.slug, r.source_key AS "sourceKey", r.title, r.audience, r.content->>'symbol' AS symbol,
  ARRAY(SELECT own.organization_id FROM record_owner own WHERE own.record_id = r.id) AS owners`;

/**
 * What the sources are called and who sees them, kept in memory: every page cites, few sources exist. They are all read
 * once; one that is not among them is looked for by itself, together with whatever else is looked for at the same time.
 * What other processes change is heard of with the next statement that reads anything of the library (`news`, `learn`).
 */
export class SourceNames {
  private names = new Map<string, Known>();
  /** The oldest transaction that was under way when changes were heard of last; null before, and when it is too long ago. */
  private asOf: string | null = null;
  private heard = 0;
  /** How often something was learned: what was read before may be older than that. */
  private learned = 0;
  private readonly unknown: DataLoader<string, Known | null>;
  private readonly db: Database;
  private first: Promise<void> | null = null;

  constructor(db: Database) {
    this.db = db;
    this.unknown = new DataLoader((keys) => forAll(() => this.look(keys)), { cache: false });
  }

  /** The names of a source by its slug or source key; null where there is none, or not for this viewer. */
  async find(key: string, viewer: Viewer): Promise<SourceName | null> {
    this.first ??= forAll(() => this.read()).catch((error: unknown) => {
      this.first = null;
      throw error;
    });
    await this.first;
    const found = this.names.get(key) ?? (await this.unknown.load(key));
    return found && seesAudience(viewer, isAmong(viewer, found.owners))(found.audience) ? found : null;
  }

  /** What was changed since this process heard of changes last, as a column of a statement that reads something else. */
  news(): RawBuilder<News> {
    if (Date.now() - this.heard > CHANGES_KEPT_MS / 2) this.asOf = null;
    const since = this.asOf === null ? sql`false` : sql`c.tx >= ${this.asOf}::xid8`;
    return sql`(SELECT json_build_object('asOf', pg_snapshot_xmin(pg_current_snapshot())::text,
      'anew', EXISTS (SELECT FROM record_change c WHERE ${since} AND c.record_id IS NULL),
      'changed', coalesce((SELECT json_agg(json_build_object('id', c.record_id, 'live', (SELECT row_to_json(x) FROM (SELECT ${known} WHERE r.archived_at IS NULL) x)))
        FROM (SELECT DISTINCT c.record_id FROM record_change c WHERE ${since} AND c.record_id IS NOT NULL) c LEFT JOIN record r ON r.id = c.record_id
        WHERE r.id IS NULL OR r.kind = 'SOURCE'), '[]')))`;
  }

  /** Takes in what a statement told. */
  learn({ asOf, anew, changed }: News): void {
    // Nothing is remembered yet, or what is may be too old to be told what is new.
    if (anew || (this.asOf === null && this.first)) this.forget();
    this.asOf = asOf;
    this.heard = Date.now();
    if (anew || changed.length > 0) this.learned++;
    for (const { id, live } of changed) {
      for (const [key, one] of this.names) if (one.id === id) this.names.delete(key);
      if (live) this.keep(live);
    }
  }

  /** The same in a statement of its own, for what is read by other ways than the common statements of a request. */
  async catchUp(): Promise<void> {
    const { rows } = await sql<{ news: News }>`SELECT ${this.news()} AS news`.execute(this.db);
    if (rows[0]) this.learn(rows[0].news);
  }

  private forget(): void {
    this.names = new Map();
    this.first = null;
  }

  private keep({ sourceKey, ...one }: Row): void {
    this.names.set(one.slug, one);
    if (sourceKey) this.names.set(sourceKey, one);
  }

  private async look(keys: readonly string[]): Promise<(Known | null)[]> {
    const wanted = [...new Set(keys)].filter((key) => !key.includes('\0'));
    if (wanted.length > 0) await this.read(wanted);
    return keys.map((key) => this.names.get(key) ?? null);
  }

  private async read(keys?: string[]): Promise<void> {
    const named = keys ? sql`AND (r.slug = ANY (${keys}) OR r.source_key = ANY (${keys}))` : sql``;
    const before = this.learned;
    const { rows } = await sql<Row>`SELECT ${known} FROM record r WHERE r.kind = 'SOURCE' AND r.archived_at IS NULL ${named}`.execute(this.db);
    if (this.learned !== before) return this.read(keys);
    for (const row of rows) this.keep(row);
  }
}
