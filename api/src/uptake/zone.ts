import { sql } from 'kysely';
import { isTimeZone } from '#prisma/content/time-zone.ts';
import type { Database } from '#prisma/database.ts';
import { type User, viewerOf } from '../accounts/user.ts';
import { builder } from '../builder.ts';
import { forbidden, refuse, ValidationError } from '../errors.ts';
import { InvalidInput } from '../invalid-input.ts';
import { visibleRecords } from '../records/policy.ts';
import { organizationToday, zoneOf } from './day.ts';
import { canReport } from './policy.ts';

type Zone = { timeZone: string; today: string };

/**
 * Says in which time zone the days of an organization are counted from now on; what is recorded keeps its day.
 * @param zone a name of the IANA database; "" for that of its seat
 * @throws GraphQLError FORBIDDEN for who may not report for the organization
 */
async function setTimeZone(db: Database, user: User | null, organization: string, zone: string): Promise<Zone | ValidationError> {
  if (!user || !canReport(user, organization)) throw forbidden('ONLY_REPORTERS');
  const said = zone.trim();
  if (said && !isTimeZone(said)) return refuse('timeZone', 'TIME_ZONE');
  return db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ id: string }>`
      SELECT o.id FROM record o WHERE o.kind = 'ORGANIZATION' AND o.slug = ${organization} AND ${visibleRecords(viewerOf(user), 'o')}`.execute(trx);
    const [one] = rows;
    if (!one) return refuse('organization', 'NO_ORGANIZATION_COLUMN', { organization: organization.slice(0, 80) });
    if (said)
      await sql`INSERT INTO organization_zone (organization_id, zone, set_by) VALUES (${one.id}::uuid, ${said}, ${user.id}::uuid)
        ON CONFLICT (organization_id) DO UPDATE SET zone = excluded.zone, set_by = excluded.set_by, set_at = now()`.execute(trx);
    else await sql`DELETE FROM organization_zone WHERE organization_id = ${one.id}::uuid`.execute(trx);
    const { rows: now } =
      await sql<Zone>`SELECT ${zoneOf('o.id')} AS "timeZone", ${organizationToday('o.id')} AS today FROM record o WHERE o.id = ${one.id}::uuid`.execute(trx);
    return now[0] as Zone;
  });
}

const ZoneType = builder.objectRef<Zone>('OrganizationTimeZone').implement({
  description: 'In which time zone the days of an organization are counted.',
  fields: (t) => ({
    timeZone: t.exposeString('timeZone', { description: 'Its name in the IANA database.' }),
    today: t.exposeString('today', { description: 'The day that it is there.' }),
  }),
});
const ZoneResult = builder.unionType('SetTimeZoneResult', {
  types: [ZoneType, InvalidInput],
  resolveType: (value) => (value instanceof ValidationError ? 'InvalidInput' : 'OrganizationTimeZone'),
});
builder.mutationField('setTimeZone', (t) =>
  t.field({
    type: ZoneResult,
    description:
      'Says in which time zone the days of an organization are counted from now on: for its focal points and publishers, and the secretariat. What is recorded keeps its day.',
    args: {
      organization: t.arg.string({ required: true, description: 'Slug.' }),
      timeZone: t.arg.string({ required: true, description: 'A name of the IANA database, such as Europe/Rome; "" for that of its seat.' }),
    },
    resolve: (_root, { organization, timeZone }, { services, user }) => setTimeZone(services.db, user, organization, timeZone),
  }),
);
