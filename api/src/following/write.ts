import { sql } from 'kysely';
import { type FieldFault, fault } from '#i18n/fault.ts';
import type { Database } from '#prisma/database.ts';
import { turningSign } from '#prisma/content/text.ts';
import { isUuid } from '#prisma/uuid.ts';
import { type User, viewerOf } from '../accounts/user.ts';
import { type ValidationError, refuse, ValidationError as Refusal } from '../errors.ts';
import { recordAddress } from '../records/address.ts';
import { recordsAtAddresses } from '../records/load.ts';
import type { Reader } from '../records/query-batch.ts';
import { plainAddress, readFollowed } from './address.ts';
import type { Frequency } from './frequency.ts';
import { FOLLOWS_MAX } from './follow.ts';

const NAME_MAX = 120;
type Done = { id: string };

/** Nothing from before is told of what is followed from now on. */
const lastEntry = sql`(SELECT coalesce(max(sequence), 0) FROM log_entry)`;

const nameFaults = (name: string, needed: boolean): FieldFault[] => {
  if (name.trim() === '') return needed ? [fault('name', 'MISSING')] : [];
  if (name.length > NAME_MAX) return [fault('name', 'TOO_LONG', { max: NAME_MAX })];
  return turningSign(name) === null && !/[\r\n]/.test(name) ? [] : [fault('name', 'TURNING')];
};

/** What an address leads to: a record that the person sees, or a list or search; a refusal for anything else. */
export async function whatIs(reader: Reader, user: User, address: string): Promise<{ record: string } | { address: string } | ValidationError> {
  const plain = plainAddress(address);
  if (plain === null) return refuse('address', 'NOT_FOLLOWED');
  const followed = readFollowed(plain);
  if (followed) {
    const { unknown, query, path } = followed;
    if (path === '/search' && !/[\p{L}\p{N}]/u.test(query)) return refuse('address', 'FOLLOW_EMPTY_SEARCH');
    if (unknown.length > 0) return new Refusal(unknown.map(({ code, params }) => ({ path: 'address', code, params })));
    return { address: plain };
  }
  const named = recordAddress(plain);
  // Nobody is told of what other catalogues say: the news of this library are its own.
  const [record] = named && named.kind !== 'FOREIGN_RECORD' ? await recordsAtAddresses(reader, viewerOf(user), [named]) : [];
  return record ? { record: record.id } : refuse('address', 'NOT_FOLLOWED');
}

/**
 * Follows a record, or saves a list or search under a name, by its address. What is followed already gets the new name and
 * frequency, and is put on again.
 */
export const follow = (
  db: Database,
  user: User,
  { address, name, frequency }: { address: string; name: string; frequency: Frequency },
): Promise<Done | ValidationError> =>
  db.transaction().execute(async (trx) => {
    const what = await whatIs(trx, user, address);
    if (what instanceof Refusal) return what;
    const listed = 'address' in what;
    const faults = nameFaults(name, listed);
    if (faults.length > 0) return new Refusal(faults);
    await sql`SELECT 1 FROM person WHERE id = ${user.id}::uuid AND erased_at IS NULL FOR NO KEY UPDATE`.execute(trx);
    const { rows: watches } = await sql<Done>`
      INSERT INTO watch (record_id, address) VALUES (${listed ? null : what.record}::uuid, ${listed ? what.address : null}) ON CONFLICT ${listed ? sql`(address)` : sql`(record_id)`} DO UPDATE SET created_at = now() RETURNING id`.execute(
      trx,
    );
    const watch = (watches[0] as Done).id;
    const { rows: has } = await sql<{
      count: number;
    }>`SELECT count(*)::int AS count FROM follow WHERE person_id = ${user.id}::uuid AND watch_id <> ${watch}::uuid`.execute(trx);
    if ((has[0]?.count ?? 0) >= FOLLOWS_MAX) return refuse('address', 'FOLLOWS_MANY', { max: FOLLOWS_MAX });
    const { rows } = await sql<Done>`
      INSERT INTO follow (person_id, watch_id, name, frequency, told_until) VALUES (${user.id}::uuid, ${watch}::uuid, ${listed ? name.trim() : ''}, ${frequency}::digest_frequency, ${lastEntry})
      ON CONFLICT (person_id, watch_id) DO UPDATE SET name = excluded.name, frequency = excluded.frequency, paused = false,
        told_until = CASE WHEN follow.paused THEN excluded.told_until ELSE follow.told_until END
      RETURNING id`.execute(trx);
    return rows[0] as Done;
  });

export type FollowChange = { name: string; frequency: Frequency; paused: boolean };
/** Changes the name of something followed, how often mails tell of it, and whether. What happened while it was off is not told later. */
export const changeFollow = (db: Database, user: User, id: string, { name, frequency, paused }: FollowChange): Promise<Done | ValidationError> =>
  db.transaction().execute(async (trx) => {
    if (!isUuid(id)) return refuse('id', 'NO_FOLLOW');
    const { rows: old } = await sql<{ listed: boolean }>`
      SELECT w.address IS NOT NULL AS listed FROM follow f JOIN watch w ON w.id = f.watch_id WHERE f.id = ${id}::uuid AND f.person_id = ${user.id}::uuid FOR UPDATE OF f`.execute(
      trx,
    );
    if (!old[0]) return refuse('id', 'NO_FOLLOW');
    const faults = nameFaults(name, old[0].listed);
    if (faults.length > 0) return new Refusal(faults);
    await sql`UPDATE follow SET name = ${old[0].listed ? name.trim() : ''}, frequency = ${frequency}::digest_frequency, paused = ${paused},
      told_until = CASE WHEN paused AND NOT ${paused} THEN ${lastEntry} ELSE told_until END WHERE id = ${id}::uuid`.execute(trx);
    return { id };
  });

/** Ends following something. What somebody follows as a focal point is put off, for it would begin again by itself. */
export const endFollow = (db: Database, user: User, id: string): Promise<Done | ValidationError> =>
  db.transaction().execute(async (trx) => {
    if (!isUuid(id)) return refuse('id', 'NO_FOLLOW');
    const { rows: ended } = await sql<{
      focal: boolean;
    }>`SELECT origin = 'FOCAL_POINT' AS focal FROM follow WHERE id = ${id}::uuid AND person_id = ${user.id}::uuid FOR UPDATE`.execute(trx);
    if (!ended[0]) return refuse('id', 'NO_FOLLOW');
    if (ended[0].focal) await sql`UPDATE follow SET paused = true WHERE id = ${id}::uuid`.execute(trx);
    else await sql`DELETE FROM follow WHERE id = ${id}::uuid`.execute(trx);
    return { id };
  });

/** How many things the mails of a frequency tell a person of; 0 where they are ended. */
export async function followsAt(db: Database, { personId, frequency }: { personId: string; frequency: Frequency }): Promise<number> {
  const { rows } = await sql<{
    count: number;
  }>`SELECT count(*)::int AS count FROM follow WHERE person_id = ${personId}::uuid AND frequency = ${frequency}::digest_frequency AND NOT paused`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Ends the mails of a frequency to a person: what they tell of is put off, and can be put on again. Ended twice it is ended. */
export async function endDigest(db: Database, { personId, frequency }: { personId: string; frequency: Frequency }): Promise<void> {
  await sql`UPDATE follow SET paused = true WHERE person_id = ${personId}::uuid AND frequency = ${frequency}::digest_frequency AND NOT paused`.execute(db);
}

/**
 * Has the focal points of organizations follow them, weekly, unless they follow them or have ended it; and ends it for who is none any
 * more. Two statements.
 */
export async function followAsFocalPoints(db: Database): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const focal = sql`membership m JOIN person p ON p.id = m.person_id AND p.erased_at IS NULL WHERE m.role = 'FOCAL_POINT' AND m.organization_id IS NOT NULL`;
    await sql`
      WITH missing AS (SELECT m.person_id, m.organization_id FROM ${focal}
        AND NOT EXISTS (SELECT FROM follow f JOIN watch w ON w.id = f.watch_id WHERE f.person_id = m.person_id AND w.record_id = m.organization_id)),
      made AS (INSERT INTO watch (record_id) SELECT DISTINCT organization_id FROM missing ON CONFLICT (record_id) DO UPDATE SET created_at = now() RETURNING id, record_id)
      INSERT INTO follow (person_id, watch_id, origin, told_until) SELECT missing.person_id, made.id, 'FOCAL_POINT', ${lastEntry} FROM missing JOIN made ON made.record_id = missing.organization_id
      ON CONFLICT DO NOTHING`.execute(trx);
    await sql`DELETE FROM follow f USING watch w WHERE w.id = f.watch_id AND f.origin = 'FOCAL_POINT'
      AND NOT EXISTS (SELECT FROM membership m WHERE m.person_id = f.person_id AND m.organization_id = w.record_id AND m.role = 'FOCAL_POINT')`.execute(trx);
  });
}
