import { sql } from 'kysely';
import type { Database } from '#prisma/database.ts';

type SourceName = { slug: string; title: string; symbol: string | null };

/** What the sources are called, kept in memory: every page cites, few sources exist. Read again for an unknown one. */
export class SourceNames {
  private readonly db: Database;
  private names = new Map<string, SourceName>();

  constructor(db: Database) {
    this.db = db;
  }

  async find(key: string): Promise<SourceName | null> {
    if (!this.names.has(key)) {
      const rows = await this.db
        .selectFrom('record')
        .select(['slug', 'sourceKey', 'title'])
        .select(sql<string | null>`content->>'symbol'`.as('symbol'))
        .where('kind', '=', 'SOURCE')
        .where('audience', '=', 'PUBLIC')
        .execute();
      this.names = new Map(
        rows.flatMap(({ sourceKey, ...name }) => [[name.slug, name], ...(sourceKey ? [[sourceKey, name] as const] : [])] as [string, SourceName][]),
      );
    }
    return this.names.get(key) ?? null;
  }
}
