import { sql } from 'kysely';
import { ownersOf } from '#prisma/content/audience.ts';
import type { Database } from '#prisma/database.ts';
import type { Audience } from '#prisma/generated/enums.ts';
import type { Viewer } from '#search/engine.ts';
import { seesAudience } from '../records/policy.ts';

type SourceName = { slug: string; title: string; symbol: string | null };
type Known = SourceName & { audience: Audience; owners: string[] };

/** What the sources are called, kept in memory: every page cites, few sources exist. Read again for an unknown one. */
export class SourceNames {
  private readonly db: Database;
  private names = new Map<string, Known>();

  constructor(db: Database) {
    this.db = db;
  }

  /** The names of a source by its slug or source key; null where there is none, or not for this viewer. */
  async find(key: string, viewer: Viewer): Promise<SourceName | null> {
    if (!this.names.has(key)) {
      const rows = await this.db
        .selectFrom('record')
        .select(['slug', 'sourceKey', 'title', 'audience'])
        .select([sql<string | null>`content->>'symbol'`.as('symbol'), sql<string[] | null>`content->'owners'`.as('owners')])
        .where('kind', '=', 'SOURCE')
        .where('archivedAt', 'is', null)
        .execute();
      this.names = new Map(
        rows.flatMap(({ sourceKey, owners, ...name }) => {
          const known: Known = { ...name, owners: ownersOf('SOURCE', { owners }) };
          return [[name.slug, known], ...(sourceKey ? [[sourceKey, known] as const] : [])] as [string, Known][];
        }),
      );
    }
    const found = this.names.get(key);
    return found && seesAudience(viewer, found.owners)(found.audience) ? found : null;
  }
}
