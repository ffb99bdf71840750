import { mailText } from '#i18n/mail.ts';
import { sql } from 'kysely';
import type { Database, Trx } from '#prisma/database.ts';
import { hashOf } from '#prisma/hash.ts';
import { appendLog } from '#prisma/log.ts';
import type { User } from '../accounts/user.ts';
import { forbidden, type ValidationError, refuse } from '../errors.ts';
import { queueMail } from '../mail/queue.ts';
import { type Found, type Listed, withMatcher } from './match.ts';
import { deciders, screeningAs } from './policy.ts';
import { type NamedContent, namedContents, vendorNames } from './vendor-names.ts';

/** Vendors that are compared and kept together: what a stop in between loses. */
const BATCH = 500;

/** Writes a run into the job queue, in the transaction of what asks for it. */
export async function askRun(trx: Trx, { listId, vendorId, user }: { listId: string; vendorId: string | null; user: User | null }): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    INSERT INTO screening_run (list_id, vendor_id, asked_by, asked_as) VALUES (${listId}::uuid, ${vendorId}::uuid, ${user?.id ?? null}::uuid, ${screeningAs(user)}) RETURNING id`.execute(
    trx,
  );
  const id = rows[0]?.id as string;
  await sql`SELECT graphile_worker.add_job('screen', json_build_object('run', ${id}::text), job_key => ${`screen:${id}`})`.execute(trx);
  return id;
}

/**
 * Has all vendors compared with a list, or one of them by its slug.
 * @throws GraphQLError FORBIDDEN for who may not
 */
export async function screen(db: Database, user: User, listId: string): Promise<{ runId: string } | ValidationError> {
  if (!screeningAs(user)) throw forbidden('ONLY_SCREENERS');
  return db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ current: boolean; open: string | null }>`
      SELECT l.current, (SELECT r.id FROM screening_run r WHERE r.list_id = l.id AND r.vendor_id IS NULL AND r.finished_at IS NULL) AS open
      FROM screening_list l WHERE l.id::text = ${listId} FOR UPDATE`.execute(trx);
    const list = rows[0];
    if (!list?.current) return refuse('list', 'NO_LIST');
    // Asked twice, it is done once.
    return { runId: list.open ?? (await askRun(trx, { listId, vendorId: null, user })) };
  });
}

/** A vendor was published: it is compared with every list of today, once the publication holds. Asked again before that is done, it is done once. */
export async function screenPublished(trx: Trx, vendorId: string): Promise<void> {
  await sql`SELECT graphile_worker.add_job('screen_vendor', json_build_object('vendor', ${vendorId}::text), job_key => ${`screen-vendor:${vendorId}`}) WHERE EXISTS (SELECT FROM screening_list WHERE current)`.execute(
    trx,
  );
}

/** Compares a vendor with every list of today, unless its names are those of the last check against the list. */
export async function screenVendor(db: Database, vendorId: string, site: Site): Promise<void> {
  const { rows: vendors } = await sql<{ contents: NamedContent[] }>`
    SELECT ${namedContents('record.id')} AS contents FROM record WHERE id = ${vendorId}::uuid AND kind = 'VENDOR' AND archived_at IS NULL`.execute(db);
  if (!vendors[0]) return;
  const namesHash = hashOf(vendorNames(vendors[0].contents).sort());
  const { rows: lists } = await sql<{ id: string }>`
    SELECT l.id FROM screening_list l WHERE l.current AND ${namesHash} IS DISTINCT FROM (
      SELECT c.names_hash FROM screening_check c JOIN screening_run r ON r.id = c.run_id WHERE c.vendor_id = ${vendorId}::uuid AND r.list_id = l.id ORDER BY c.checked_at DESC LIMIT 1)
    ORDER BY l.name`.execute(db);
  for (const [index, { id: listId }] of lists.entries()) {
    const { rows } = await sql<{ id: string }>`INSERT INTO screening_run (list_id, vendor_id) VALUES (${listId}::uuid, ${vendorId}::uuid) RETURNING id`.execute(
      db,
    );
    // One mail for all lists, with the last of them.
    await doRun(db, rows[0]?.id as string, site, index === lists.length - 1);
  }
}

export type Site = { baseUrl: string };
type Run = { id: string; listId: string; listName: string; listedOn: string; vendorId: string | null; finished: boolean };
type Vendor = { id: string; names: string[]; namesHash: string };
type Entry = { id: string; key: string; namesHash: string };

/**
 * Carries out a run in batches, each a transaction: stopped at any time, it goes on where it was. The end is sealed in the
 * log, and those who decide are told by one mail where there is something new to decide.
 * @param tell whether a mail is due at its end
 */
export async function doRun(db: Database, runId: string, site: Site, tell = true): Promise<void> {
  const { rows } = await sql<Run>`
    SELECT r.id, r.list_id AS "listId", l.name AS "listName", l.listed_on::text AS "listedOn", r.vendor_id AS "vendorId", r.finished_at IS NOT NULL AS finished
    FROM screening_run r JOIN screening_list l ON l.id = r.list_id WHERE r.id::text = ${runId}`.execute(db);
  const run = rows[0];
  if (!run || run.finished) return;
  const entries = (
    await sql<Entry>`SELECT id, key, names_hash AS "namesHash" FROM screening_entry WHERE list_id = ${run.listId}::uuid ORDER BY key`.execute(db)
  ).rows;
  const which = sql`kind = 'VENDOR' AND archived_at IS NULL ${run.vendorId ? sql`AND id = ${run.vendorId}::uuid` : sql``}`;
  await sql`UPDATE screening_run SET started_at = coalesce(started_at, now()), total = (SELECT count(*) FROM record WHERE ${which}) WHERE id = ${runId}::uuid`.execute(
    db,
  );
  await withMatcher(
    run.listId,
    () => listed(db, run.listId),
    async (matcher) => {
      let after = '00000000-0000-0000-0000-000000000000';
      // The next batch is compared while this one is written.
      const next = async () => {
        const { rows: some } = await sql<{ id: string; contents: NamedContent[] }>`
          SELECT id, ${namedContents('record.id')} AS contents FROM record
          WHERE ${which} AND id > ${after}::uuid AND NOT EXISTS (SELECT FROM screening_check c WHERE c.run_id = ${runId}::uuid AND c.vendor_id = record.id) ORDER BY id LIMIT ${BATCH}`.execute(
          db,
        );
        after = some.at(-1)?.id ?? after;
        const vendors = some.map(({ id, contents }): Vendor => {
          const names = vendorNames(contents);
          return { id, names, namesHash: hashOf([...names].sort()) };
        });
        return { vendors, found: vendors.length > 0 ? matcher.match(vendors.map(({ names }) => names)) : Promise.resolve([]) };
      };
      let [first, second] = [await next(), await next()];
      while (first.vendors.length > 0) {
        const { vendors } = first;
        const found = await first.found;
        await db.transaction().execute((trx) => keepBatch(trx, run, entries, vendors, found));
        first = second;
        second = first.vendors.length === BATCH ? await next() : { vendors: [], found: Promise.resolve([]) };
      }
    },
  );
  await db.transaction().execute((trx) => finish(trx, run, tell ? site : null));
}

/** The names of a list; entries by their place in the order of their keys. */
async function listed(db: Database, listId: string): Promise<Listed> {
  const { rows } = await sql<{ kind: Listed['kinds'][number]; names: string[] }>`
    SELECT e.kind, array_agg(n.name ORDER BY n.position) AS names FROM screening_entry e JOIN screening_name n ON n.entry_id = e.id WHERE e.list_id = ${listId}::uuid GROUP BY e.id ORDER BY e.key`.execute(
    db,
  );
  return { kinds: rows.map(({ kind }) => kind), names: rows.flatMap(({ names }, entry) => names.map((name) => ({ entry, name }))) };
}

async function keepBatch(trx: Trx, run: Run, entries: Entry[], vendors: Vendor[], found: Found[][]): Promise<void> {
  const checks = vendors.map(({ id, namesHash }, index) => ({ id, hash: namesHash, count: found[index]?.length ?? 0 }));
  const candidates = vendors.flatMap((vendor, index) =>
    (found[index] ?? []).map((one, place) => {
      const entry = entries[one.entry] as Entry;
      return {
        number: `${vendor.id} ${place}`,
        vendor: vendor.id,
        entry: entry.id,
        key: entry.key,
        vendor_name: one.vendorName,
        listed_name: one.name,
        score: one.score,
        hash: hashOf([vendor.namesHash, entry.namesHash]),
        words: one.pairs.map(({ first, second, why, alike }, position) => ({ position, first, second, why, alike })),
      };
    }),
  );
  // Two runs may compare one vendor with one list at once: the later one is the last check, by its time too.
  await sql`SELECT pg_advisory_xact_lock(7076, hashtext(${run.listName}))`.execute(trx);
  await sql`
    UPDATE screening_candidate SET current = false
    WHERE current AND list_name = ${run.listName} AND vendor_id = ANY (${vendors.map(({ id }) => id)}::uuid[]) AND (SELECT current FROM screening_list WHERE id = ${run.listId}::uuid)`.execute(
    trx,
  );
  await sql`
    INSERT INTO screening_check (run_id, vendor_id, names_hash, candidates, checked_at)
    SELECT ${run.id}::uuid, id, hash, count, clock_timestamp() FROM jsonb_to_recordset(${JSON.stringify(checks)}::jsonb) AS row (id uuid, hash text, count integer)`.execute(
    trx,
  );
  if (candidates.length > 0)
    await sql`
      WITH given AS (SELECT uuidv7() AS id, row.* FROM jsonb_to_recordset(${JSON.stringify(candidates)}::jsonb)
          AS row (vendor uuid, entry uuid, key text, vendor_name text, listed_name text, score double precision, hash text, words jsonb)),
        made AS (INSERT INTO screening_candidate (id, run_id, vendor_id, entry_id, list_name, entry_key, vendor_name, listed_name, score, names_hash, current)
          SELECT id, ${run.id}::uuid, vendor, entry, ${run.listName}, key, vendor_name, listed_name, score, hash, (SELECT current FROM screening_list WHERE id = ${run.listId}::uuid) FROM given RETURNING id)
      INSERT INTO screening_word (candidate_id, position, vendor_word, listed_word, why, alike)
      SELECT given.id, w.position, w.first, w.second, w.why, w.alike FROM given JOIN made USING (id)
        CROSS JOIN LATERAL jsonb_to_recordset(given.words) AS w (position integer, first text, second text, why text, alike double precision)`.execute(trx);
  await sql`UPDATE screening_run SET done = done + ${vendors.length}, found = found + ${candidates.length} WHERE id = ${run.id}::uuid`.execute(trx);
}

async function finish(trx: Trx, run: Run, site: Site | null): Promise<void> {
  const { rows } =
    await sql`UPDATE screening_run SET finished_at = now(), sealed_whole = true WHERE id = ${run.id}::uuid AND finished_at IS NULL RETURNING 1`.execute(trx);
  // Two workers may do the same run; one of them ends it.
  if (rows.length === 0) return;
  await appendLog(trx, [{ kind: 'SCREENING_DONE', body: { subject: run.id } }]);
  if (site) await tellDeciders(trx, run, site);
}

/** Mails those who decide that there is something new to decide: in the run, or on the vendor whose names are new. */
async function tellDeciders(trx: Trx, run: Run, { baseUrl }: Site): Promise<void> {
  const { rows: open } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM screening_candidate c WHERE ${run.vendorId ? sql`c.current AND c.vendor_id = ${run.vendorId}::uuid` : sql`c.run_id = ${run.id}::uuid`} AND NOT EXISTS (
      SELECT FROM screening_decision d WHERE d.vendor_id = c.vendor_id AND d.list_name = c.list_name AND d.entry_key = c.entry_key AND d.names_hash = c.names_hash)`.execute(
    trx,
  );
  const count = open[0]?.count ?? 0;
  if (count === 0) return;
  const { rows: people } = await sql<{ id: string; name: string; email: string }>`
    SELECT DISTINCT p.id, p.name, p.email FROM membership m JOIN person p ON p.id = m.person_id
    WHERE m.role::text = ANY (${deciders}::text[]) AND p.suspended_at IS NULL AND p.erased_at IS NULL ORDER BY p.name, p.id`.execute(trx);
  // It names no vendor: who sees which is said by the page.
  const what = run.vendorId ? mailText('screeningVendor') : mailText('screeningList', { list: run.listName, day: String(run.listedOn) });
  const address = `${baseUrl}/screening`;
  const how = count === 1 ? mailText('screeningOne', { address }) : mailText('screeningMany', { count, address });
  for (const { id, name, email } of people)
    await queueMail(trx, {
      key: `screening:${run.id}:${id}`,
      personId: id,
      address: email,
      subject: count === 1 ? mailText('screeningSubject') : mailText('screeningSubjectMany', { count }),
      text: mailText('frame', { name, text: `${what} ${how}` }),
    });
}
