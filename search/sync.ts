import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type pg from 'pg';
import { type EnqueuedTaskPromise, type Meilisearch, MeilisearchApiError, type WaitOptions } from 'meilisearch';
import type { Database } from '#prisma/database.ts';
import { documentColumns, documentOf, type DocumentRow, INDEX, NEXT_INDEX, type SearchDocument, settingsOf, synonymsSetting } from './meilisearch.ts';
import { organizationSynonyms } from './synonyms.ts';
import { type Term, withChanges } from './terms.ts';

/** Who reads the outbox. The name changes with the settings and the documents, so that a release that changes them builds anew. */
const CONSUMER = `meilisearch ${createHash('sha256')
  .update(JSON.stringify(settingsOf([])) + documentColumns + documentOf)
  .digest('hex')
  .slice(0, 12)}`;
/** Keeps the outbox filled while an index is built; only a finished one makes a reader. */
const BUILDER = 'meilisearch building';
const BATCH = 500;
const LOCK = sql`pg_try_advisory_xact_lock(7070, 2)`;
const waiting: WaitOptions = { timeout: 600_000, interval: 100 };

/** A task that Meilisearch accepted and then failed. */
class MeilisearchTaskError extends Error {}

async function done(task: EnqueuedTaskPromise): Promise<void> {
  const result = await task.waitTask(waiting);
  if (result.status !== 'succeeded') throw new MeilisearchTaskError(`Meilisearch could not do ${result.type}: ${result.error?.message ?? result.status}`);
}

async function organizationGroups(db: Database): Promise<string[][]> {
  const { rows } = await sql<{
    content: unknown;
  }>`SELECT content FROM record WHERE kind = 'ORGANIZATION' AND archived_at IS NULL AND audience = 'PUBLIC'`.execute(db);
  return rows.map(({ content }) => organizationSynonyms(content)).filter((group) => group.length > 1);
}

const termsOf = async (db: Database): Promise<Term[]> =>
  withChanges((await sql<{ id: string; term: Term | null }>`SELECT id, content AS term FROM term`.execute(db)).rows);

const read = (db: Database, condition: ReturnType<typeof sql>) =>
  sql<DocumentRow>`SELECT ${sql.raw(documentColumns)} FROM record r WHERE r.archived_at IS NULL AND ${condition}`.execute(db);

/** Whether the index is there. A server that lost its data would make one of whatever is sent to it next, without settings. */
async function indexExists(client: Meilisearch): Promise<boolean> {
  try {
    await client.getRawIndex(INDEX);
    return true;
  } catch (error) {
    if (error instanceof MeilisearchApiError && error.cause?.code === 'index_not_found') return false;
    throw error;
  }
}

/** Whether Meilisearch has everything that was committed before this was asked. */
export async function inStep(pool: Pick<pg.Pool, 'query'>): Promise<boolean> {
  const { rows } = await pool.query<{ current: boolean }>({
    name: 'search_in_step',
    text: `SELECT NOT EXISTS (SELECT FROM search_outbox)
      AND EXISTS (SELECT FROM search_consumer WHERE name = $1 AND seen_at > now() - interval '7 days') AS current`,
    values: [CONSUMER],
  });
  return rows[0]?.current === true;
}

export type SyncResult = { sent: number; removed: number; rebuilt: boolean };

/**
 * Brings Meilisearch up to date with what was written since the last call, and waits until it can be found. To be called
 * every few seconds by the worker, only where MEILI_URL is set. It rebuilds at the first call, after more than a week, when
 * the index is lost, and when a release changed what is sent.
 * Several workers may call it; one works, the others return at once.
 * @throws the client's errors when the server cannot be reached; nothing is lost, the next call tries again
 */
export async function syncOnce(db: Database, client: Meilisearch): Promise<SyncResult> {
  const { rows: seen } = await sql<{
    recent: boolean;
  }>`SELECT seen_at > now() - interval '7 days' AS recent FROM search_consumer WHERE name = ${CONSUMER}`.execute(db);
  if (!seen[0]?.recent || !(await indexExists(client))) return rebuildMeilisearch(db, client);
  const result: SyncResult = { sent: 0, removed: 0, rebuilt: false };
  for (let more = true; more; ) {
    // The lock ends with the transaction; the rows are deleted only when Meilisearch has them.
    more = await db.transaction().execute(async (trx) => {
      const { rows: lock } = await sql<{ mine: boolean }>`SELECT ${LOCK} AS mine`.execute(trx);
      if (!lock[0]?.mine) return false;
      const { rows } = await sql<{ id: number; recordId: string }>`SELECT id, record_id FROM search_outbox ORDER BY id LIMIT ${BATCH}`.execute(trx);
      if (rows.length > 0) {
        const ids = [...new Set(rows.map(({ recordId }) => recordId))];
        const { rows: live } = await read(trx as unknown as Database, sql`r.id = ANY(${ids}::uuid[])`);
        const there = new Set(live.map(({ id }) => id));
        const gone = ids.filter((id) => !there.has(id));
        const index = client.index<SearchDocument>(INDEX);
        if (live.some(({ kind }) => kind === 'ORGANIZATION'))
          await done(index.updateSynonyms(synonymsSetting(await organizationGroups(trx as unknown as Database), await termsOf(trx as unknown as Database))));
        if (live.length > 0) await done(index.addDocuments(live.map(documentOf), { primaryKey: 'id' }));
        if (gone.length > 0) await done(index.deleteDocuments(gone));
        await sql`DELETE FROM search_outbox WHERE id = ANY(${rows.map(({ id }) => id)}::bigint[])`.execute(trx);
        result.sent += live.length;
        result.removed += gone.length;
      }
      return rows.length === BATCH;
    });
  }
  await sql`UPDATE search_consumer SET seen_at = now() WHERE name = ${CONSUMER}`.execute(db);
  return result;
}

/**
 * Builds Meilisearch's index anew beside the old one and swaps them, so that search never goes blank. What is written
 * meanwhile waits in the outbox and follows with the next `syncOnce`.
 */
export async function rebuildMeilisearch(db: Database, client: Meilisearch): Promise<SyncResult> {
  return db.transaction().execute(async (trx) => {
    const { rows: lock } = await sql<{ mine: boolean }>`SELECT ${LOCK} AS mine`.execute(trx);
    if (!lock[0]?.mine) return { sent: 0, removed: 0, rebuilt: false };
    return { sent: await rebuildAlone(db, client), removed: 0, rebuilt: true };
  });
}

async function rebuildAlone(db: Database, client: Meilisearch): Promise<number> {
  // From here on the outbox is filled. Writers that began before must end first, or what they write would be in neither.
  await sql`INSERT INTO search_consumer (name) VALUES (${BUILDER}) ON CONFLICT (name) DO UPDATE SET seen_at = now()`.execute(db);
  await db.transaction().execute((trx) => sql`LOCK TABLE record IN SHARE MODE`.execute(trx));
  const { rows: before } = await sql<{ id: number }>`SELECT id FROM search_outbox`.execute(db);

  const { results: existing } = await client.getIndexes({ limit: 1000 });
  const names = new Set(existing.map(({ uid }) => uid));
  if (names.has(NEXT_INDEX)) await done(client.deleteIndex(NEXT_INDEX));
  await done(client.createIndex(NEXT_INDEX, { primaryKey: 'id' }));
  const next = client.index<SearchDocument>(NEXT_INDEX);
  await done(next.updateSettings(settingsOf(await organizationGroups(db), await termsOf(db))));
  let sent = 0;
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await read(db, sql`r.id > ${after}::uuid ORDER BY r.id LIMIT 2000`);
    if (rows.length === 0) break;
    await done(next.addDocuments(rows.map(documentOf), { primaryKey: 'id' }));
    sent += rows.length;
    after = rows.at(-1)?.id ?? after;
  }
  // Only existing indexes can be swapped.
  if (!names.has(INDEX)) await done(client.createIndex(INDEX, { primaryKey: 'id' }));
  await done(client.swapIndexes([{ indexes: [INDEX, NEXT_INDEX], rename: false }]));
  await done(client.deleteIndex(NEXT_INDEX));
  await sql`DELETE FROM search_outbox WHERE id = ANY(${before.map(({ id }) => id)}::bigint[])`.execute(db);
  await sql`INSERT INTO search_consumer (name) VALUES (${CONSUMER}) ON CONFLICT (name) DO UPDATE SET seen_at = now()`.execute(db);
  await sql`DELETE FROM search_consumer WHERE name LIKE 'meilisearch%' AND name <> ${CONSUMER}`.execute(db);
  return sent;
}
