import { sql } from 'kysely';
import pLimit from 'p-limit';
import type { Database } from '#prisma/database.ts';
import type { LinkState } from '#prisma/generated/enums.ts';
import { askOutside, type Outside, OutsideFault } from '../outgoing/ask-outside.ts';
import { askRepository, type CodeHost, type RepositoryFacts } from './repository.ts';

/** What answered is asked again after so many days, what did not sooner: a server may be down for an hour. */
const AGAIN_DAYS = 30;
const FAILED_DAYS = 7;
/** So many at the same time, written together; so many at most in one run, so that a night is enough and nobody is asked in a flood. */
const TOGETHER = 10;
const MOST = 500;
/** Bytes of a page that are read: whether it is there stands in its head. */
const BYTES = 2000;

type Found = { address: string; state: LinkState; status: number | null; movedTo: string | null; facts: RepositoryFacts | null };

/**
 * The addresses that entries name and that are asked from time to time: repositories of building blocks, learning resources of the library
 * and those that people suggested. Of an entry that is in use only.
 */
const named = sql`
  SELECT r.content->>'repository' AS address, true AS code FROM record r WHERE r.kind = 'BUILDING_BLOCK' AND r.archived_at IS NULL
  UNION ALL SELECT r.content->>'address', false FROM record r WHERE r.kind = 'REFERENCE' AND r.content->>'topic' = 'LEARNING_RESOURCE' AND r.archived_at IS NULL
  UNION ALL SELECT e.content->>'address', false FROM learning_entry e WHERE e.state = 'ACCEPTED'`;

/**
 * Asks the addresses that are due, and keeps what they answered and when. Stopped at any time it goes on with the rest; what nothing names
 * any more is forgotten.
 * @returns how many were asked
 */
export async function checkLinks(
  db: Database,
  { now = new Date(), outside = {}, hosts }: { now?: Date; outside?: Outside; hosts?: readonly CodeHost[] } = {},
): Promise<number> {
  await sql`DELETE FROM link_check c WHERE NOT EXISTS (SELECT FROM (${named}) n WHERE n.address = c.address)`.execute(db);
  const { rows: due } = await sql<{ address: string; code: boolean }>`
    SELECT n.address, bool_or(n.code) AS code FROM (${named}) n LEFT JOIN link_check c ON c.address = n.address
    WHERE n.address IS NOT NULL AND (c.address IS NULL OR c.checked_at < ${now}::timestamptz - make_interval(days => CASE WHEN c.state = 'LIVES' THEN ${AGAIN_DAYS}::int ELSE ${FAILED_DAYS}::int END))
    GROUP BY n.address ORDER BY min(c.checked_at) NULLS FIRST, n.address LIMIT ${MOST}`.execute(db);
  const limit = pLimit(TOGETHER);
  for (let at = 0; at < due.length; at += TOGETHER) {
    const found = await Promise.all(due.slice(at, at + TOGETHER).map((one) => limit(() => checkOne(one, outside, hosts))));
    await keep(db, found, now);
  }
  return due.length;
}

async function checkOne({ address, code }: { address: string; code: boolean }, outside: Outside, hosts: readonly CodeHost[] | undefined): Promise<Found> {
  const none = { address, status: null, movedTo: null, facts: null };
  try {
    const answer = await askOutside(address, { headers: { accept: 'text/html, */*' }, maxBytes: BYTES }, outside);
    const lives = answer.status >= 200 && answer.status < 300;
    const state: LinkState = lives ? 'LIVES' : answer.status === 404 || answer.status === 410 ? 'GONE' : 'REFUSES';
    return {
      address,
      state,
      status: answer.status,
      movedTo: lives && answer.moved ? answer.address : null,
      facts: code && lives ? await askRepository(answer.moved ? answer.address : address, outside, hosts) : null,
    };
  } catch (error) {
    if (!(error instanceof OutsideFault)) throw error;
    return { ...none, state: error.code === 'NOT_HTTPS' || error.code === 'NOT_PUBLIC' ? 'NOT_ASKED' : 'SILENT' };
  }
}

async function keep(db: Database, found: readonly Found[], now: Date): Promise<void> {
  const column = <Value>(of: (one: Found) => Value) => found.map(of);
  await sql`
    INSERT INTO link_check (address, state, status, moved_to, repository, licence, changed_on, archived, checked_at)
    SELECT *, ${now}::timestamptz FROM unnest(${column((one) => one.address)}::text[], ${column((one) => one.state)}::link_state[], ${column((one) => one.status)}::int[],
      ${column((one) => one.movedTo)}::text[], ${column((one) => one.facts !== null)}::boolean[], ${column((one) => one.facts?.licence ?? null)}::text[],
      ${column((one) => one.facts?.changedOn ?? null)}::date[], ${column((one) => one.facts?.archived ?? null)}::boolean[])
    ON CONFLICT (address) DO UPDATE SET state = excluded.state, status = excluded.status, moved_to = excluded.moved_to, checked_at = excluded.checked_at,
      repository = excluded.repository, licence = excluded.licence, changed_on = excluded.changed_on, archived = excluded.archived`.execute(db);
}
