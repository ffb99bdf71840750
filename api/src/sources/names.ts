import DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { Database } from '#prisma/database.ts';
import { forAll } from '#prisma/work.ts';

type SourceName = { slug: string; title: string; symbol: string | null };

/**
 * What the sources are called, kept in memory: every page cites, few sources exist. They are all read once; one that is
 * not among them is looked for by itself, together with whatever else is looked for at the same time.
 */
export class SourceNames {
  private readonly names = new Map<string, SourceName>();
  private readonly unknown: DataLoader<string, SourceName | null>;
  private readonly db: Database;
  private first: Promise<void> | null = null;

  constructor(db: Database) {
    this.db = db;
    this.unknown = new DataLoader((keys) => forAll(() => this.look(keys)), { cache: false });
  }

  async find(key: string): Promise<SourceName | null> {
    this.first ??= forAll(() => this.read()).catch((error: unknown) => {
      this.first = null;
      throw error;
    });
    await this.first;
    return this.names.get(key) ?? (await this.unknown.load(key));
  }

  private async look(keys: readonly string[]): Promise<(SourceName | null)[]> {
    const wanted = [...new Set(keys)].filter((key) => !key.includes('\0'));
    if (wanted.length > 0) await this.read(wanted);
    return keys.map((key) => this.names.get(key) ?? null);
  }

  private async read(keys?: string[]): Promise<void> {
    let query = this.db
      .selectFrom('record')
      .select(['slug', 'sourceKey', 'title'])
      .select(sql<string | null>`content->>'symbol'`.as('symbol'))
      .where('kind', '=', 'SOURCE')
      .where('audience', '=', 'PUBLIC');
    if (keys) query = query.where((where) => where.or([where('slug', 'in', keys), where('sourceKey', 'in', keys)]));
    for (const { sourceKey, ...name } of await query.execute()) {
      this.names.set(name.slug, name);
      if (sourceKey) this.names.set(sourceKey, name);
    }
  }
}
