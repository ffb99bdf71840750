import DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { Database } from '#prisma/database.ts';
import { forAll } from '#prisma/work.ts';

type SourceName = { slug: string; title: string; symbol: string | null };

/** What the sources are called, kept in memory: every page cites, few sources exist. Those not known yet are read when they are asked for. */
export class SourceNames {
  private readonly names = new Map<string, SourceName>();
  private readonly unknown: DataLoader<string, SourceName | null>;

  constructor(db: Database) {
    // A source that is not there, or not for everybody, is looked for again each time, but for all that ask at once together.
    this.unknown = new DataLoader((keys) => forAll(() => this.read(db, keys)), { cache: false });
  }

  async find(key: string): Promise<SourceName | null> {
    return this.names.get(key) ?? (await this.unknown.load(key));
  }

  private async read(db: Database, keys: readonly string[]): Promise<(SourceName | null)[]> {
    const wanted = [...new Set(keys)].filter((key) => !key.includes('\0'));
    const rows = await db
      .selectFrom('record')
      .select(['slug', 'sourceKey', 'title'])
      .select(sql<string | null>`content->>'symbol'`.as('symbol'))
      .where('kind', '=', 'SOURCE')
      .where('audience', '=', 'PUBLIC')
      .where((where) => where.or([where('slug', 'in', wanted), where('sourceKey', 'in', wanted)]))
      .execute();
    for (const { sourceKey, ...name } of rows) {
      this.names.set(name.slug, name);
      if (sourceKey) this.names.set(sourceKey, name);
    }
    return keys.map((key) => this.names.get(key) ?? null);
  }
}
