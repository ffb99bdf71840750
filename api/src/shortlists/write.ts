import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { type FieldFault, fault } from '#i18n/fault.ts';
import { turningSign } from '#prisma/content/text.ts';
import type { Database, Trx } from '#prisma/database.ts';
import type { RecordKind } from '#prisma/generated/enums.ts';
import { isUuid } from '#prisma/uuid.ts';
import { type User, viewerOf } from '../accounts/user.ts';
import { forbidden, ValidationError, refuse } from '../errors.ts';
import { recordsAtAddresses } from '../records/load.ts';
import { once } from '../request-key.ts';
import { keepsShortlists, managesShortlist, writesShortlist } from './policy.ts';
import { ITEMS_MAX, LISTS_MAX, readShortlists, type Sharing, type ShortlistRow } from './shortlist.ts';

type Done = { id: string };
type Address = { kind: RecordKind; slug: string };
const NAME_MAX = 200;
const TEXT_MAX = 2000;

const textFaults = (path: string, text: string, max: number, needed = false): FieldFault[] => {
  if (text.trim() === '') return needed ? [fault(path, 'MISSING')] : [];
  if (text.length > max) return [fault(path, 'TOO_LONG', { max })];
  return turningSign(text) === null ? [] : [fault(path, 'TURNING')];
};

/** The list that is to be changed, locked; null where the person does not see it. */
async function locked(trx: Trx, user: User, id: string): Promise<ShortlistRow | null> {
  if (!isUuid(id)) return null;
  await sql`SELECT 1 FROM shortlist WHERE id = ${id}::uuid FOR UPDATE`.execute(trx);
  return (await readShortlists(trx, user, { id }))[0] ?? null;
}

/** Puts records on a list, each once; those that stand there already keep their notes. */
async function put(trx: Trx, user: User, id: string, addresses: readonly Address[], note: string): Promise<ValidationError | null> {
  const records = await recordsAtAddresses(trx, viewerOf(user), addresses);
  if (records.length < addresses.length) return refuse('records', 'NO_RECORDS', { count: addresses.length - records.length });
  await sql`
    INSERT INTO shortlist_item (shortlist_id, record_id, note, added_by, added_at)
    SELECT ${id}::uuid, r.id, ${note}, ${user.id}::uuid, clock_timestamp() + r.place * interval '1 microsecond' FROM unnest(${records.map((one) => one.id)}::uuid[]) WITH ORDINALITY AS r (id, place)
    ON CONFLICT DO NOTHING`.execute(trx);
  const { rows } = await sql<{ count: number }>`SELECT count(*)::int AS count FROM shortlist_item WHERE shortlist_id = ${id}::uuid`.execute(trx);
  return (rows[0]?.count ?? 0) > ITEMS_MAX ? refuse('records', 'SHORTLIST_FULL', { max: ITEMS_MAX }) : null;
}
const touch = (trx: Trx, id: string) => sql`UPDATE shortlist SET edits = edits + 1, updated_at = now() WHERE id = ${id}::uuid`.execute(trx);

/** Does something that may be refused, and then nothing of it is left. */
const whole = async <Result>(db: Database, work: (trx: Trx) => Promise<Result | ValidationError>): Promise<Result | ValidationError> => {
  class Undone extends Error {
    readonly refusal: ValidationError;
    constructor(refusal: ValidationError) {
      super();
      this.refusal = refusal;
    }
  }
  try {
    return await db.transaction().execute(async (trx) => {
      const result = await work(trx);
      if (result instanceof ValidationError) throw new Undone(result);
      return result;
    });
  } catch (error) {
    if (error instanceof Undone) return error.refusal;
    throw error;
  }
};

/** Begins a list for a person alone, with records where some are named. @throws GraphQLError FORBIDDEN for who is not of the UN system */
export async function createShortlist(
  db: Database,
  user: User,
  { key, ...given }: { name: string; purpose: string; records: readonly Address[]; key: string },
): Promise<Done | ValidationError> {
  if (!keepsShortlists(user)) throw forbidden('ONLY_SHORTLIST_KEEPERS');
  return whole(db, (trx) =>
    once(
      trx,
      { personId: user.id, mutation: 'createShortlist', key, content: given },
      async (): Promise<Done | ValidationError> => {
        const faults = [...textFaults('name', given.name, NAME_MAX, true), ...textFaults('purpose', given.purpose, TEXT_MAX)];
        if (faults.length > 0) return new ValidationError(faults);
        await sql`SELECT 1 FROM person WHERE id = ${user.id}::uuid FOR NO KEY UPDATE`.execute(trx);
        const { rows: has } = await sql<{ count: number }>`SELECT count(*)::int AS count FROM shortlist WHERE person_id = ${user.id}::uuid`.execute(trx);
        if ((has[0]?.count ?? 0) >= LISTS_MAX) return refuse('name', 'SHORTLISTS_MANY', { max: LISTS_MAX });
        const { rows } =
          await sql<Done>`INSERT INTO shortlist (name, purpose, person_id) VALUES (${given.name.trim()}, ${given.purpose.trim()}, ${user.id}::uuid) RETURNING id`.execute(
            trx,
          );
        const { id } = rows[0] as Done;
        return (await put(trx, user, id, given.records, '')) ?? { id };
      },
      (done) => (done instanceof ValidationError ? null : done),
      (done) => done,
    ),
  );
}

/** Changes of a list that say on what state of it they rest. */
const changing = (
  db: Database,
  user: User,
  id: string,
  edits: number,
  may: typeof writesShortlist,
  change: (trx: Trx, list: ShortlistRow) => Promise<ValidationError | null>,
) =>
  whole<Done>(db, async (trx) => {
    const list = await locked(trx, user, id);
    if (!list) return refuse('id', 'NO_SHORTLIST');
    if (!may(user, list)) throw forbidden('ONLY_SHORTLIST_WRITERS');
    if (list.edits !== edits) return refuse('edits', 'STALE');
    const refused = await change(trx, list);
    if (refused) return refused;
    await touch(trx, list.id);
    return { id: list.id };
  });

export type ShortlistChange = { edits: number; name: string; purpose: string; sharing: Sharing; organization: string | null };
/**
 * Names a list and says who sees it. Each time that it is shared by a link anew, the link is another one.
 * @throws GraphQLError FORBIDDEN for who may not
 */
export const changeShortlist = (db: Database, user: User, id: string, { edits, name, purpose, sharing, organization }: ShortlistChange) =>
  changing(db, user, id, edits, managesShortlist, async (trx, list) => {
    const faults = [...textFaults('name', name, NAME_MAX, true), ...textFaults('purpose', purpose, TEXT_MAX)];
    const within =
      sharing === 'ORGANIZATION'
        ? (user.memberships.find(({ organizationSlug }) => organizationSlug !== null && organizationSlug === organization)?.organizationId ?? null)
        : null;
    if (sharing === 'ORGANIZATION' && within === null) faults.push(fault('organization', 'NO_ROLE_THERE'));
    if (faults.length > 0) return new ValidationError(faults);
    const link = sharing === 'LINK' ? (list.link ?? randomBytes(24).toString('base64url')) : null;
    await sql`UPDATE shortlist SET name = ${name.trim()}, purpose = ${purpose.trim()}, sharing = ${sharing}::shortlist_sharing, organization_id = ${within}::uuid, link = ${link} WHERE id = ${list.id}::uuid`.execute(
      trx,
    );
    return null;
  });

/** Puts records on a list, with a note where one is given. @throws GraphQLError FORBIDDEN for who may not write on it */
export const putOnShortlist = (db: Database, user: User, id: string, records: readonly Address[], note: string): Promise<Done | ValidationError> =>
  whole<Done>(db, async (trx) => {
    const list = await locked(trx, user, id);
    if (!list) return refuse('id', 'NO_SHORTLIST');
    if (!writesShortlist(user, list)) throw forbidden('ONLY_SHORTLIST_WRITERS');
    if (records.length === 0) return refuse('records', 'SHORTLIST_NOTHING');
    const faults = textFaults('note', note, TEXT_MAX);
    if (faults.length > 0) return new ValidationError(faults);
    const refused = await put(trx, user, list.id, records, note.trim());
    if (refused) return refused;
    await touch(trx, list.id);
    return { id: list.id };
  });

/** The items of a list that stand for a record, as a condition on `shortlist_item i`. */
const standsFor = (record: string) => sql`(i.record_id = ${record}::uuid OR i.record_id IN (SELECT d.id FROM record d WHERE d.merged_into = ${record}::uuid))`;

/** Writes the note of a record of a list, or takes the record off it. @throws GraphQLError FORBIDDEN for who may not write on it */
export const changeItem = (db: Database, user: User, id: string, { edits, record, note }: { edits: number; record: Address; note: string | null }) =>
  changing(db, user, id, edits, writesShortlist, async (trx, list) => {
    const faults = note === null ? [] : textFaults('note', note, TEXT_MAX);
    if (faults.length > 0) return new ValidationError(faults);
    const [found] = await recordsAtAddresses(trx, viewerOf(user), [record]);
    if (!found) return refuse('record', 'NO_RECORDS', { count: 1 });
    const { numAffectedRows } =
      note === null
        ? await sql`DELETE FROM shortlist_item i WHERE i.shortlist_id = ${list.id}::uuid AND ${standsFor(found.id)}`.execute(trx)
        : await sql`UPDATE shortlist_item i SET note = ${note.trim()} WHERE i.shortlist_id = ${list.id}::uuid AND ${standsFor(found.id)}`.execute(trx);
    return numAffectedRows === 0n ? refuse('record', 'NOT_ON_SHORTLIST') : null;
  });

/** Deletes a list with its notes. @throws GraphQLError FORBIDDEN for who may not */
export const deleteShortlist = (db: Database, user: User, id: string, edits: number) =>
  changing(db, user, id, edits, managesShortlist, async (trx, list) => {
    await sql`DELETE FROM shortlist WHERE id = ${list.id}::uuid`.execute(trx);
    return null;
  });
