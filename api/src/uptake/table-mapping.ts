import { sql } from 'kysely';
import type { Database, Trx } from '#prisma/database.ts';
import type { User } from '../accounts/user.ts';
import { keptMapping, type Mapping, type MapField, type Reading } from '../sheets/mapping.ts';
import { canManageUptake, canReport } from './policy.ts';

const PURPOSE = 'UPTAKE';

/**
 * How a table of this layout was read before, by an organization for which the person may report: the last time, when there
 * were several. Null when it never was.
 */
export async function rememberedMapping(db: Database | Trx, user: User, layout: string): Promise<Mapping | null> {
  const own = user.memberships.flatMap(({ organizationId, organizationSlug }) =>
    organizationId && organizationSlug && canReport(user, organizationSlug) ? [organizationId] : [],
  );
  const { rows } = await sql<{ mapping: Mapping }>`
    SELECT mapping FROM table_mapping WHERE purpose = ${PURPOSE} AND layout = ${layout} ${canManageUptake(user) ? sql`` : sql`AND organization_id = ANY(${own}::uuid[])`}
    ORDER BY saved_at DESC LIMIT 1`.execute(db);
  return rows[0]?.mapping ?? null;
}

/** Keeps how a table was read for the next one of this layout, for each organization whose rows were in it. */
export async function rememberMapping(trx: Trx, user: User, reading: Reading, fields: readonly MapField[], slugs: readonly string[]): Promise<void> {
  await sql`
    INSERT INTO table_mapping (organization_id, purpose, layout, mapping, saved_by)
    SELECT id, ${PURPOSE}, ${reading.layout}, ${JSON.stringify(keptMapping(reading, fields))}::jsonb, ${user.id}::uuid
    FROM record WHERE kind = 'ORGANIZATION' AND slug = ANY(${[...new Set(slugs)]}) ORDER BY id
    ON CONFLICT (organization_id, purpose, layout) DO UPDATE SET mapping = EXCLUDED.mapping, saved_by = EXCLUDED.saved_by, saved_at = CURRENT_TIMESTAMP`.execute(
    trx,
  );
}
