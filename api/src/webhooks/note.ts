import { type RawBuilder, sql } from 'kysely';
import type { Database, Trx } from '#prisma/database.ts';
import { alertDays } from '../agreements/alerts.ts';
import { holdsOn } from '../agreements/agreement.ts';
import { staying } from '../records/merged.ts';
import { shownToPerson } from '../records/policy.ts';
import { daysBetween, utcToday } from '../uptake/state.ts';
import { isTold } from './subscriber.ts';

/** So many entries of the log are looked at in one transaction. */
const ENTRIES = 1000;
/** Name of the place in the log up to which events were noted, in `follow_state`. */
const PLACE = 'WEBHOOK';
/** One process notes events at a time (the other locks of this number: following/match.ts). */
const lock = (trx: Trx) => sql`SELECT pg_advisory_xact_lock(7077, 3)`.execute(trx);

type Delivery = { id: string; webhook: string };

/** Whom a topic is told to, as `webhook h` and `person p`. */
const told = (topic: 'RECORDS' | 'UPTAKE' | 'AGREEMENTS' | 'STANDARDS') =>
  sql`webhook h JOIN person p ON p.id = h.person_id AND ${isTold} AND ${topic}::webhook_topic = ANY (h.topics)`;

/** Notes events for addresses, each once, and puts those that are not put off into the job queue. */
async function keep(trx: Trx, events: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<Delivery>`
    WITH noted AS (INSERT INTO webhook_delivery (webhook_id, event_key, type, subject_id, sequence, detail, happened_at) ${events}
      ON CONFLICT (webhook_id, event_key) DO NOTHING RETURNING id, webhook_id)
    SELECT n.id, n.webhook_id AS webhook FROM noted n JOIN webhook h ON h.id = n.webhook_id AND h.paused_at IS NULL`.execute(trx);
  await queueDeliveries(trx, rows);
  return rows.length;
}

/** Puts deliveries into the job queue, in one statement. Those of one address go one after the other, so that a slow one holds up none but its own. */
export async function queueDeliveries(trx: Trx, deliveries: readonly Delivery[]): Promise<void> {
  if (deliveries.length === 0) return;
  await sql`SELECT count(*) FROM graphile_worker.add_jobs(ARRAY(
    SELECT ('send_webhook', json_build_object('id', d.id), 'webhook:' || d.webhook, NULL, NULL, 'webhook:' || d.id, NULL, NULL)::graphile_worker.job_spec
    FROM unnest(${deliveries.map(({ id }) => id)}::text[], ${deliveries.map(({ webhook }) => webhook)}::text[]) d (id, webhook)))`.execute(trx);
}

/**
 * Notes for each address what of the log since the last time it is told, as far as its keeper may see it now. May be stopped at any
 * time: a thousand entries are one transaction of at most nine statements, however many addresses there are.
 * @returns how many deliveries were put into the queue
 */
export async function noteEvents(db: Database): Promise<number> {
  let all = 0;
  for (;;) {
    const { count, more } = await db.transaction().execute(noteSome);
    all += count;
    if (!more) return all;
  }
}

async function noteSome(trx: Trx): Promise<{ count: number; more: boolean }> {
  await lock(trx);
  const { rows } = await sql<{ until: string | null; last: string; next: string | null; any: boolean }>`
    SELECT s.until::text AS until, (SELECT coalesce(max(sequence), 0) FROM log_entry)::text AS last, EXISTS (SELECT FROM webhook) AS any,
      (SELECT l.sequence::text FROM log_entry l WHERE l.sequence > s.until ORDER BY l.sequence OFFSET ${ENTRIES - 1} LIMIT 1) AS next
    FROM (SELECT 1) one LEFT JOIN follow_state s ON s.name = ${PLACE}`.execute(trx);
  const { until, last, next, any } = rows[0] as { until: string | null; last: string; next: string | null; any: boolean };
  if (until === last) return { count: 0, more: false };
  const to = any && until !== null ? (next ?? last) : last;
  let count = 0;
  // Of what was before there was any address nobody is told.
  if (any && until !== null) {
    const entries = sql`(SELECT l.sequence, l.kind, l.body::jsonb AS body, l.created_at FROM log_entry l WHERE l.sequence > ${until}::bigint AND l.sequence <= ${to}::bigint)`;
    // What the loader of the library wrote anew is left out: it is the shape of the data as often as what they say.
    const versions = sql`${entries} e JOIN record r ON e.kind = 'RECORD_PUBLISHED' AND r.id = (e.body->>'record')::uuid AND r.archived_at IS NULL AND (e.body->>'author' IS NOT NULL OR (e.body->>'number')::int = 1)`;
    count += await keep(
      trx,
      sql`SELECT h.id, 'record:' || e.sequence, 'atrium.record.published', r.id, e.sequence, NULL, e.created_at
        FROM ${versions} JOIN ${told('RECORDS')} ON h.created_at <= e.created_at AND ${shownToPerson('p', 'r', 'h.organization_id')}`,
    );
    count += await keep(
      trx,
      sql`SELECT h.id, 'standard:' || old.id || ':' || e.sequence, 'atrium.standard.replaced', old.id, e.sequence, r.id::text, e.created_at
        FROM ${versions} JOIN revision v ON v.record_id = r.id AND v.number = (e.body->>'number')::int LEFT JOIN revision w ON w.record_id = r.id AND w.number = v.number - 1
        JOIN record old ON r.kind = 'STANDARD' AND old.kind = 'STANDARD' AND old.archived_at IS NULL AND v.content->'replaces' ?| ARRAY[old.source_key, old.slug] AND NOT coalesce(w.content->'replaces' ?| ARRAY[old.source_key, old.slug], false)
        JOIN ${told('STANDARDS')} ON h.created_at <= e.created_at AND ${shownToPerson('p', 'r', 'h.organization_id')} AND ${shownToPerson('p', 'old', 'h.organization_id')}`,
    );
    // In public an entry begins with its confirmation, or with its publication from a document.
    count += await keep(
      trx,
      sql`SELECT h.id, 'uptake:' || e.sequence, 'atrium.uptake.' || lower(substr(e.kind, 8)), u.id, e.sequence, NULL, e.created_at
        FROM ${entries} e JOIN uptake_entry u ON e.kind IN ('UPTAKE_REPORTED', 'UPTAKE_PUBLISHED', 'UPTAKE_CONFIRMED', 'UPTAKE_WITHDRAWN') AND u.id = (e.body->>'subject')::uuid AND NOT u.demo
        JOIN ${told('UPTAKE')} ON h.created_at <= e.created_at
          AND (EXISTS (SELECT FROM membership ms WHERE ms.person_id = p.id AND ms.organization_id IS NOT NULL) OR (e.kind <> 'UPTAKE_REPORTED'
            AND (EXISTS (SELECT FROM uptake_confirmation k WHERE k.entry_id = u.id) OR EXISTS (SELECT FROM uptake_publication k WHERE k.entry_id = u.id))))`,
    );
  }
  await sql`INSERT INTO follow_state (name, until) VALUES (${PLACE}, ${to}::bigint) ON CONFLICT (name) DO UPDATE SET until = excluded.until`.execute(trx);
  return { count, more: to !== last };
}

/**
 * Notes the agreements that end within 90, 30 and 7 days, for the addresses of people of their holders alone. Done once a day; repeating
 * it notes nothing twice, and where the end is moved its days are told of anew.
 * @returns how many deliveries were put into the queue
 */
export async function noteEndings(db: Database, today = utcToday()): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ id: string; endsOn: string }>`
      SELECT a.id, t.ends_on::text AS "endsOn" FROM agreement a JOIN record o ON o.id = a.organization_id JOIN record v ON v.id = ${staying('a.vendor_id')}
      JOIN agreement_version t ON t.agreement_id = a.id AND ${holdsOn(today)}
      WHERE NOT a.demo AND t.ends_on BETWEEN ${today}::date AND ${today}::date + ${alertDays[0]}::int ORDER BY a.id`.execute(trx);
    const due = rows.map(({ id, endsOn }) => ({ id, endsOn, days: alertDays.findLast((some) => daysBetween(today, endsOn) <= some) ?? alertDays[0] }));
    if (due.length === 0) return 0;
    return keep(
      trx,
      sql`SELECT h.id, 'agreement:' || a.id || ':' || d.ends_on || ':' || d.days, 'atrium.agreement.ending', a.id, NULL, d.ends_on, now()
        FROM unnest(${due.map(({ id }) => id)}::uuid[], ${due.map(({ endsOn }) => endsOn)}::text[], ${due.map(({ days }) => days)}::int[]) d (id, ends_on, days) JOIN agreement a ON a.id = d.id
        JOIN ${told('AGREEMENTS')} ON EXISTS (SELECT FROM membership ms WHERE ms.person_id = p.id AND ms.organization_id = a.organization_id AND (h.organization_id IS NULL OR h.organization_id = a.organization_id))`,
    );
  });
}
