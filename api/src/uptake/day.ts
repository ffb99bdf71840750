import { type RawBuilder, sql } from 'kysely';
import type { Database, Trx } from '#prisma/database.ts';
import { utcToday } from './state.ts';

/**
 * The one rule of days: what is recorded, due or overdue of an organization is so by the day at its seat (decision 055). The
 * functions of SQL are in migration 200; nothing else reckons with time zones.
 */

/** Which day of the organization is meant where a day is asked for: the day that it is in UTC stands for the day that it is there. */
export const organizationDay = (id: string, asked: RawBuilder<unknown>): RawBuilder<string> => sql<string>`organization_day(${sql.ref(id)}, ${asked})`;

/** The same as a lateral row `d` with its `day`, for a statement that names it more than once. */
export const withDay = (id: string, asked: RawBuilder<unknown>) => sql`CROSS JOIN LATERAL (SELECT ${organizationDay(id, asked)} AS day OFFSET 0) d`;

/** Today at an organization, as a column of text. */
export const organizationToday = (id: string): RawBuilder<string> => sql<string>`organization_today(${sql.ref(id)})::text`;

/** The name of its time zone in the IANA database. */
export const zoneOf = (id: string): RawBuilder<string> => sql<string>`organization_zone(${sql.ref(id)})`;

/** Today at an organization by its slug or short name; in UTC where there is none such. */
export async function todayOf(db: Database | Trx, organization: string): Promise<string> {
  const { rows } = await sql<{ today: string }>`
    SELECT ${organizationToday('o.id')} AS today FROM record o WHERE o.kind = 'ORGANIZATION' AND (o.slug = ${organization} OR lower(o.content->>'shortName') = lower(${organization})) ORDER BY o.slug LIMIT 1`.execute(
    db,
  );
  return rows[0]?.today ?? utcToday();
}
