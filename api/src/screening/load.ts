import { sql } from 'kysely';
import { oneLine, turningSign } from '#prisma/content/text.ts';
import type { Database, Trx } from '#prisma/database.ts';
import { hashOf } from '#prisma/hash.ts';
import { appendLog } from '#prisma/log.ts';
import type { User } from '../accounts/user.ts';
import { forbidden, ValidationError, refuse } from '../errors.ts';
import { type Asked, type ListFile, readList } from './list-file.ts';
import { screeningAs } from './policy.ts';
import { requiredText } from '../required-text.ts';
import { askRun } from './run.ts';

/** What lists are called where nobody says so. */
const called = { UN_XML: 'Consolidated list of the United Nations Security Council', OPENSANCTIONS_CSV: 'OpenSanctions' } as const;
/** Whatever somebody calls it: nobody shall take it for a real one. */
const SYNTHETIC = 'Synthetic list for demonstrations (nobody real is on it)';
const NAME_MAX = 120;

/** A list of less than this share of the one that it replaces is loaded only by who says that it is right: a file that was cut off looks like it. */
const SHARE = 0.9;

export type Loaded = { listId: string; runId: string; name: string; entries: number };

/**
 * Loads a list from a file, all of it or nothing, and has all vendors compared with it. It takes the place of the list of the
 * same name. Decisions stay: they hold for entries and vendors whose names are the same (run.ts).
 * @param user who loads it; null for a command of the keeper
 * @param shorter whether it is right that the list is much shorter than the one it replaces
 * @throws GraphQLError FORBIDDEN for who may not
 */
export async function loadList(db: Database, user: User | null, asked: Asked, name: string, shorter = false): Promise<Loaded | ValidationError> {
  if (user && !screeningAs(user)) throw forbidden('ONLY_SCREENERS');
  const wanted = oneLine(name);
  if (wanted.length > NAME_MAX) return refuse('name', 'TOO_LONG', { max: NAME_MAX });
  if (turningSign(wanted)) return refuse('name', 'TURNING');
  const list = await readList(asked);
  if ('code' in list) return new ValidationError([{ path: 'file', ...list }]);
  return db.transaction().execute((trx) => keepList(trx, user, list, list.synthetic ? SYNTHETIC : wanted || called[list.format], shorter));
}

const BATCH = 2000;
async function keepList(trx: Trx, user: User | null, list: ListFile, name: string, shorter: boolean): Promise<Loaded | ValidationError> {
  await sql`SELECT pg_advisory_xact_lock(7072, hashtext(${name}))`.execute(trx);
  const { rows } = await sql<{ id: string; listedOn: string; hash: string; format: string; entries: number }>`
    SELECT id, listed_on::text AS "listedOn", hash, format, entries FROM screening_list WHERE name = ${name} AND current`.execute(trx);
  const before = rows[0];
  if (before?.hash === list.hash) return refuse('file', 'LIST_SAME', { name });
  // Under one name is one list: another one does not take its place by its name.
  if (before && before.format !== list.format && !list.synthetic) return refuse('name', 'LIST_OTHER', { name });
  if (before && list.listedOn < before.listedOn) return refuse('file', 'LIST_OLDER', { listed: list.listedOn, loaded: before.listedOn });
  if (before && !shorter && list.entries.length < before.entries * SHARE)
    return refuse('file', 'LIST_SHORTER', { entries: list.entries.length, before: before.entries });
  await sql`UPDATE screening_list SET current = false WHERE name = ${name} AND current`.execute(trx);
  const names = list.entries.reduce((sum, entry) => sum + entry.names.length, 0);
  const { rows: made } = await sql<{ id: string }>`
    INSERT INTO screening_list (name, format, listed_on, hash, entries, names, synthetic, loaded_by)
    VALUES (${name}, ${list.format}::screening_format, ${list.listedOn}::date, ${list.hash}, ${list.entries.length}, ${names}, ${list.synthetic}, ${user?.id ?? null}::uuid) RETURNING id`.execute(
    trx,
  );
  const listId = made[0]?.id as string;
  for (let from = 0; from < list.entries.length; from += BATCH) {
    const some = list.entries.slice(from, from + BATCH).map((entry) => ({ ...entry, hash: hashOf([...entry.names].sort()) }));
    await sql`
      WITH given AS (SELECT * FROM jsonb_to_recordset(${JSON.stringify(some)}::jsonb) AS row (key text, kind text, programme text, hash text, names jsonb)),
        made AS (INSERT INTO screening_entry (list_id, key, kind, programme, names_hash) SELECT ${listId}::uuid, key, kind, programme, hash FROM given RETURNING id, key)
      INSERT INTO screening_name (entry_id, position, name)
      SELECT made.id, n.position - 1, n.name FROM made JOIN given USING (key) CROSS JOIN LATERAL jsonb_array_elements_text(given.names) WITH ORDINALITY AS n (name, position)`.execute(
      trx,
    );
  }
  await appendLog(trx, [{ kind: 'SCREENING_LIST_LOADED', body: { subject: listId, by: user?.pseudonym ?? null } }]);
  const runId = await askRun(trx, { listId, vendorId: null, user });
  return { listId, runId, name, entries: list.entries.length };
}

const REASON_MAX = 500;
/**
 * Takes a list out of use that should not have been loaded, with a reason. Nothing takes its place until a list of the name is
 * loaded again; what it found is no candidate any more, what was decided stays.
 * @throws GraphQLError FORBIDDEN for who may not
 */
export async function withdrawList(db: Database, user: User, id: string, reason: string): Promise<{ id: string } | ValidationError> {
  if (!screeningAs(user)) throw forbidden('ONLY_SCREENERS');
  const why = oneLine(reason);
  const faults = requiredText('reason', why, 'LIST_REASON', REASON_MAX);
  if (faults.length > 0) return new ValidationError(faults);
  return db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ id: string }>`
      UPDATE screening_list SET current = false, withdrawn_at = now(), withdrawn_by = ${user.id}::uuid, withdrawn_reason = ${why} WHERE id::text = ${id} AND current RETURNING id`.execute(
      trx,
    );
    const list = rows[0];
    if (!list) return refuse('list', 'NO_LIST');
    await sql`UPDATE screening_candidate c SET current = false FROM screening_entry e WHERE e.id = c.entry_id AND e.list_id = ${list.id}::uuid AND c.current`.execute(
      trx,
    );
    await appendLog(trx, [{ kind: 'SCREENING_LIST_WITHDRAWN', body: { subject: list.id, by: user.pseudonym ?? null } }]);
    return list;
  });
}

/** Removes entries of lists that newer ones replaced, where no candidate needs them; the list itself, its day and hash stay. */
export async function tidyLists(db: Database): Promise<void> {
  await sql`
    DELETE FROM screening_entry e USING screening_list l
    WHERE l.id = e.list_id AND NOT l.current AND l.loaded_at < now() - interval '7 days' AND NOT EXISTS (SELECT FROM screening_candidate c WHERE c.entry_id = e.id)
      AND NOT EXISTS (SELECT FROM screening_run r WHERE r.list_id = l.id AND r.finished_at IS NULL)`.execute(db);
}
