import DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { Database } from '#prisma/database.ts';
import type { Audience } from '#prisma/generated/enums.ts';
import { forAll } from '#prisma/work.ts';
import type { Viewer } from '#search/engine.ts';
import { isAmong, seesAudience } from '../records/policy.ts';

type SourceName = { slug: string; title: string; symbol: string | null };
type Known = SourceName & { audience: Audience; owners: string[] /** By id. */ };

/**
 * What the sources are called, kept in memory: every page cites, few sources exist. They are all read once; one that is
 * not among them is looked for by itself, together with whatever else is looked for at the same time.
 */
export class SourceNames {
  private readonly names = new Map<string, Known>();
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

  private async look(keys: readonly string[]): Promise<(Known | null)[]> {
    const wanted = [...new Set(keys)].filter((key) => !key.includes('\0'));
    if (wanted.length > 0) await this.read(wanted);
    return keys.map((key) => this.names.get(key) ?? null);
  }

  private async read(keys?: string[]): Promise<void> {
    let query = this.db
      .selectFrom('record')
      .select(['slug', 'sourceKey', 'title', 'audience'])
      .select([
        sql<string | null>`content->>'symbol'`.as('symbol'),
        sql<string[]>`ARRAY(SELECT own.organization_id FROM record_owner own WHERE own.record_id = record.id)`.as('owners'),
      ])
      .where('kind', '=', 'SOURCE')
      .where('archivedAt', 'is', null);
    if (keys) query = query.where((where) => where.or([where('slug', 'in', keys), where('sourceKey', 'in', keys)]));
    for (const { sourceKey, ...known } of await query.execute()) {
      this.names.set(known.slug, known);
      if (sourceKey) this.names.set(sourceKey, known);
    }
  }
}
