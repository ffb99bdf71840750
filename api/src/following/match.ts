import { type RawBuilder, sql } from 'kysely';
import type { Pool } from 'pg';
import type { Database, Trx } from '#prisma/database.ts';
import type { RecordKind } from '#prisma/generated/enums.ts';
import { makeFinder } from '#search/among.ts';
import { anyone } from '#search/engine.ts';
import { Facets, keyOf } from '../records/facets.ts';
import { filterCondition, narrowed } from '../records/list.ts';
import { rosterNames } from '../roster/address.ts';
import { type Followed, readFollowed } from './address.ts';

/** So many changes are matched in one transaction. */
const CHANGES = 1000;
/** So many lists are asked for in one statement. */
const LISTS = 50;
/** Locks: one process matches, and one writes mails (digest.ts), at a time. */
export const LOCKS = { match: 1, digest: 2 } as const;
export const lock = (trx: Trx, which: keyof typeof LOCKS) => sql`SELECT pg_advisory_xact_lock(7077, ${LOCKS[which]}::int)`.execute(trx);

type Change = { sequence: string; record: string; kind: RecordKind; change: 'ADDED' | 'CHANGED' | 'ARCHIVED' | 'RESTORED' };

/** What the log has after an entry of records. What the loader of the library wrote anew is left out: it is the shape of the data as often as what they say. */
const changesAfter = (until: string) => sql<Change>`
  SELECT e.sequence::text AS sequence, r.id AS record, r.kind,
    CASE e.kind WHEN 'RECORD_ARCHIVED' THEN 'ARCHIVED' WHEN 'RECORD_UNARCHIVED' THEN 'RESTORED' ELSE CASE WHEN (e.body->>'number')::int = 1 THEN 'ADDED' ELSE 'CHANGED' END END AS change
  FROM (SELECT l.sequence, l.kind, l.body::jsonb AS body FROM log_entry l
    WHERE l.sequence > ${until}::bigint AND l.kind IN ('RECORD_PUBLISHED', 'RECORD_ARCHIVED', 'RECORD_UNARCHIVED') ORDER BY l.sequence LIMIT ${CHANGES}) e
  JOIN record r ON r.id = (e.body->>'record')::uuid
  WHERE e.kind <> 'RECORD_PUBLISHED' OR e.body->>'author' IS NOT NULL OR (e.body->>'number')::int = 1
  ORDER BY e.sequence`;

/** The last entry of the log. Who writes one holds a lock until the transaction ends, so that no earlier one appears later. */
const lastEntry = sql<string>`coalesce((SELECT max(sequence) FROM log_entry), 0)`;

export type Matcher = { db: Database; pool: Pool; facets: Facets; found: ReturnType<typeof makeFinder> };
/** What matching needs; made once for a process. */
export const makeMatcher = (db: Database, pool: Pool): Matcher => ({ db, pool, facets: new Facets(db), found: makeFinder() });

/**
 * Notes to which lists, searches and records what has changed since belongs, for whoever follows these: each list once, however many
 * follow it. May be stopped at any time: changes are matched a thousand at a time, each thousand in one transaction.
 * @returns how many changes there were
 */
export async function matchChanges(matcher: Matcher): Promise<number> {
  let all = 0;
  for (;;) {
    const { count, more } = await matcher.db.transaction().execute((trx) => matchSome(trx, matcher));
    all += count;
    if (!more) return all;
  }
}

async function matchSome(trx: Trx, matcher: Matcher): Promise<{ count: number; more: boolean }> {
  await lock(trx, 'match');
  const { rows: states } = await sql<{ until: string | null; last: string }>`
    SELECT (SELECT s.until::text FROM follow_state s WHERE s.name = 'MATCH') AS until, ${lastEntry}::text AS last`.execute(trx);
  const { until, last } = states[0] as { until: string | null; last: string };
  if (until === last) return { count: 0, more: false };
  // Of what was before anybody followed anything nobody is told.
  const changes = until === null ? [] : (await changesAfter(until).execute(trx)).rows;
  if (changes.length > 0) {
    await matchRecords(trx, changes);
    await matchAddresses(trx, matcher, changes);
  }
  const read = until === null ? { last, full: false } : await readTo(trx, until, last);
  await sql`INSERT INTO follow_state (name, until) VALUES ('MATCH', ${read.last}::bigint) ON CONFLICT (name) DO UPDATE SET until = excluded.until`.execute(trx);
  return { count: changes.length, more: read.full };
}

/** Up to which entry the changes of one round reach, and whether there are more. */
async function readTo(trx: Trx, until: string, last: string): Promise<{ last: string; full: boolean }> {
  const { rows } = await sql<{ sequence: string }>`
    SELECT l.sequence::text AS sequence FROM log_entry l WHERE l.sequence > ${until}::bigint AND l.kind IN ('RECORD_PUBLISHED', 'RECORD_ARCHIVED', 'RECORD_UNARCHIVED')
    ORDER BY l.sequence OFFSET ${CHANGES - 1} LIMIT 1`.execute(trx);
  return rows[0] ? { last: rows[0].sequence, full: true } : { last, full: false };
}

const followed = sql`EXISTS (SELECT FROM follow f WHERE f.watch_id = w.id AND NOT f.paused)`;
const table = (changes: readonly Change[]) =>
  sql`unnest(${changes.map(({ sequence }) => sequence)}::bigint[], ${changes.map(({ record }) => record)}::uuid[], ${changes.map(({ change }) => change)}::change_of_record[]) c (sequence, record, change)`;

/** Changes of records that are followed, and of those that name one that is. */
async function matchRecords(trx: Trx, changes: readonly Change[]): Promise<void> {
  await sql`
    INSERT INTO watch_hit (watch_id, sequence, record_id, change)
    SELECT w.id, c.sequence, c.record, c.change FROM ${table(changes)} JOIN watch w ON w.record_id = c.record WHERE ${followed}
    UNION
    SELECT w.id, c.sequence, c.record, c.change FROM ${table(changes)} JOIN link l ON l.from_id = c.record JOIN watch w ON w.record_id = l.to_id WHERE c.change <> 'ARCHIVED' AND ${followed}
    ON CONFLICT DO NOTHING`.execute(trx);
}

/** Changes of records that stand in a list or are found by a search that is followed. */
async function matchAddresses(trx: Trx, matcher: Matcher, changes: readonly Change[]): Promise<void> {
  const { rows } = await sql<{
    id: string;
    address: string;
  }>`SELECT w.id, w.address FROM watch w WHERE w.address IS NOT NULL AND ${followed} ORDER BY w.id`.execute(trx);
  const live = changes.filter(({ change }) => change !== 'ARCHIVED');
  if (live.length === 0) return;
  // What nobody can ask for any more finds nothing; its followers are told where they see what they follow.
  const asked = rows.flatMap(({ id, address }) => {
    const what = readFollowed(address);
    return what && what.unknown.length === 0 ? [{ id, ...what }] : [];
  });
  if (asked.length === 0) return;
  const chosen = await choicesOf(matcher, asked);
  const searched = asked.filter(({ path }) => path === '/search');
  const listed = asked.filter(({ path, id }) => path !== '/search' && chosen.has(id));
  for (let from = 0; from < listed.length; from += LISTS) {
    const some = listed.slice(from, from + LISTS).flatMap((one) => {
      const ids = live.filter(({ kind }) => one.kinds.includes(kind)).map(({ record }) => record);
      return ids.length === 0
        ? []
        : [
            sql`SELECT ${one.id}::uuid AS watch, r.id AS record FROM record r WHERE r.id = ANY (${ids}::uuid[]) AND ${conditionOf(matcher, one, chosen.get(one.id) ?? new Map())}`,
          ];
    });
    if (some.length > 0) await keep(trx, live, sql.join(some, sql` UNION ALL `));
  }
  const hits: [string, string][] = [];
  const client = searched.length > 0 ? await matcher.pool.connect() : null;
  try {
    for (const one of searched) {
      const keys = chosen.get(one.id);
      if (!client || !keys) continue;
      const ids = live.filter(({ kind }) => one.kinds.length === 0 || one.kinds.includes(kind)).map(({ record }) => record);
      const filter = Object.fromEntries([...keys].map(([facet, values]) => [facet, values.map((value) => value.slice(facet.length + 1))]));
      for (const id of await matcher.found(client, { query: one.query, kinds: one.kinds, filter }, ids)) hits.push([one.id, id]);
    }
  } finally {
    client?.release();
  }
  if (hits.length > 0)
    await keep(trx, live, sql`SELECT * FROM unnest(${hits.map(([watch]) => watch)}::uuid[], ${hits.map(([, record]) => record)}::uuid[]) AS h (watch, record)`);
}

/** Keeps that records belong to what is followed, each with all its changes. */
const keep = (trx: Trx, changes: readonly Change[], found: RawBuilder<unknown>) =>
  sql`INSERT INTO watch_hit (watch_id, sequence, record_id, change)
    SELECT h.watch, c.sequence, c.record, c.change FROM (${found}) h (watch, record) JOIN ${table(changes)} ON c.record = h.record ON CONFLICT DO NOTHING`.execute(
    trx,
  );

type Asked = Followed & { id: string };
/**
 * The filter keys of each, by what is followed; what has none of the values of one of its filters in the library is left out: nothing
 * is in it now. Values are looked up for all at once.
 */
async function choicesOf({ db, facets }: Matcher, asked: readonly Asked[]): Promise<Map<string, Map<string, string[]>>> {
  const wanted = asked.flatMap(({ id, filter }) => Object.entries(filter).flatMap(([facet, values]) => values.map((value) => ({ id, facet, value }))));
  // What is asked of vendors' work is looked up in memory.
  if (asked.some(({ list, parameters }) => list?.narrow && rosterNames.some((name) => parameters.has(name)))) await facets.update();
  // Names change: nothing is remembered from one round to the next.
  const entries = await new Facets(db).findAll(wanted);
  const found = new Map(asked.map(({ id }) => [id, new Map<string, string[]>()]));
  const none = new Set<string>();
  for (const [index, { id, facet }] of wanted.entries()) {
    const entry = entries[index];
    const keys = found.get(id)?.get(facet) ?? [];
    if (entry) keys.push(keyOf(entry));
    found.get(id)?.set(facet, keys);
  }
  for (const [id, keys] of found) if ([...keys.values()].some((values) => values.length === 0)) none.add(id);
  for (const id of none) found.delete(id);
  return found;
}

/** What a list asks for, as a condition on `record r`; what only some may ask for is asked as everybody may. */
function conditionOf({ facets }: Matcher, { list, kinds, ranges, parameters }: Asked, chosen: Map<string, string[]>): RawBuilder<unknown> {
  const topics = list?.topics ? sql`r.facet_keys && ${list.topics.map((topic) => `topic:${topic}`)}::text[]` : sql`true`;
  const among = list?.narrow?.(facets, anyone, parameters).among ?? null;
  return sql`r.kind = ANY (${kinds}::record_kind[]) AND r.archived_at IS NULL AND ${filterCondition(chosen)} AND ${topics} AND ${narrowed({ ranges, among })}`;
}
