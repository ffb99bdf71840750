import { mailText } from '#i18n/mail.ts';
import { sql } from 'kysely';
import { addressOf } from '#prisma/content/kinds.ts';
import type { Database, Trx } from '#prisma/database.ts';
import type { RecordKind } from '#prisma/generated/enums.ts';
import { MAIL_ATTEMPTS, queueMails } from '../mail/queue.ts';
import { shownToPerson } from '../records/policy.ts';
import { lock } from './match.ts';
import { endAddress } from './end-link.ts';
import type { Frequency } from './frequency.ts';

/** So many people are told in one transaction, each of at most so many entries. */
const PEOPLE = 1000;
const ENTRIES = 50;
/** Of so many changes of one thing that is followed a mail is made, the latest. */
const CHANGES = 500;
/** An address to which sending was given up gets no further mails of this kind for so many days; what is new is kept for them. */
const BOUNCE_DAYS = 30;
/** For how long is kept of what mails may tell, and of what they told (days): longer than a month and all attempts at sending. */
const KEPT_DAYS = 70;

type Reason = { kind: 'RECORD' | 'NAMED' | 'LIST'; what: string; focal: boolean };
type Item = {
  person: string;
  name: string;
  email: string;
  record: string;
  kind: RecordKind;
  slug: string;
  title: string;
  sequences: string[];
  change: 'ADDED' | 'CHANGED' | 'ARCHIVED' | 'RESTORED';
  reasons: Reason[];
};

/**
 * Mails to everyone who follows at this frequency what happened since they were told last, as far as they may see it now: one mail a
 * person, each entry once with all reasons, none where there is nothing. A thousand people are one transaction of eight statements, in which
 * their mails are written and noted as told: stopped at any time, it goes on where it was, and nobody is left out or told twice.
 * @param slot when the run was due: who was told since then is not told again by it; now for what is told at once
 * @returns how many mails were queued
 */
export async function sendDigests(
  db: Database,
  frequency: Frequency,
  { baseUrl, secret, slot = new Date(), people = PEOPLE }: { baseUrl: string; secret: string; slot?: Date; people?: number },
): Promise<number> {
  let queued = 0;
  const news = frequency === 'NOW' ? await newSince(db) : null;
  if (frequency === 'NOW' && news === null) return 0;
  for (let after: string | null = '00000000-0000-0000-0000-000000000000'; after !== null; ) {
    const done: { queued: number; last: string | null } = await db
      .transaction()
      .execute((trx) => tellSome(trx, frequency, { baseUrl, secret, slot, after: after as string, people }));
    queued += done.queued;
    after = done.last;
  }
  if (news !== null)
    await sql`INSERT INTO follow_state (name, until) VALUES ('NOW', ${news}::bigint) ON CONFLICT (name) DO UPDATE SET until = excluded.until`.execute(db);
  return queued;
}

/** The last change that was matched, where it is later than the last run of what is told at once; else null. */
async function newSince(db: Database): Promise<string | null> {
  const { rows } = await sql<{ last: string | null; until: string | null }>`
    SELECT (SELECT max(sequence)::text FROM watch_hit) AS last, (SELECT s.until::text FROM follow_state s WHERE s.name = 'NOW') AS until`.execute(db);
  const { last = null, until = null } = rows[0] ?? {};
  return last !== null && (until === null || BigInt(last) > BigInt(until)) ? last : null;
}

type Run = { baseUrl: string; secret: string; slot: Date; after: string; people: number };

async function tellSome(trx: Trx, frequency: Frequency, { baseUrl, secret, slot, after, people }: Run): Promise<{ queued: number; last: string | null }> {
  await lock(trx, 'digest');
  // Who is erased meanwhile waits for this transaction, and then takes the mail with everything else.
  const { rows: found } = await sql<{ id: string; until: string }>`
    SELECT p.id, (SELECT max(h.sequence)::text FROM watch_hit h) AS until FROM person p
    WHERE p.id > ${after}::uuid AND p.suspended_at IS NULL AND p.erased_at IS NULL
      AND EXISTS (SELECT FROM follow f JOIN watch_hit h ON h.watch_id = f.watch_id AND h.sequence > f.told_until
        WHERE f.person_id = p.id AND f.frequency = ${frequency}::digest_frequency AND NOT f.paused ${frequency === 'NOW' ? sql`` : sql`AND f.told_at < ${slot}`})
      AND NOT EXISTS (SELECT FROM mail_outbox o WHERE o.address = p.email AND ${givenUp('o')} AND o.created_at > now() - make_interval(days => ${BOUNCE_DAYS}::int)
        AND NOT EXISTS (SELECT FROM mail_outbox later WHERE later.address = o.address AND later.sent_at > o.created_at))
    ORDER BY p.id LIMIT ${people} FOR SHARE OF p`.execute(trx);
  if (found.length === 0) return { queued: 0, last: null };
  const until = (found[0] as { until: string }).until;
  const ids = found.map(({ id }) => id);
  const items = Map.groupBy(await readItems(trx, frequency, ids, until), ({ person }) => person);
  const mails = [...items].map(([person, all]) => {
    const { name, email } = all[0] as Item;
    const link = endAddress(baseUrl, secret, { personId: person, frequency });
    const lines = all.map((item) => lineOf(item, baseUrl));
    return { person, all, lines, key: `digest:${frequency}:${person}:${until}`, name, email, link };
  });
  const often = mailText(`digestOften${frequency}`);
  const written = await queueMails(
    trx,
    mails.map(({ person, lines, key, name, email, link, all }) => ({
      key,
      personId: person,
      address: email,
      subject: mailText('followedSubject', { often }),
      text: mailText('frame', {
        name,
        text: [
          mailText('followed', { often }),
          ...lines,
          ...(all.length === ENTRIES ? [mailText('followedMore', { most: ENTRIES, address: `${baseUrl}/following` })] : []),
          mailText('followedEnd', { following: `${baseUrl}/following`, end: link }),
        ].join('\n\n'),
      }),
      unsubscribe: link,
    })),
  );
  const told = mails.flatMap(({ person, all, lines, key }) => {
    const mail = written.get(key);
    return mail
      ? all.flatMap((item, index) =>
          item.sequences.map((sequence, place) => ({ person, sequence, record: item.record, mail, line: place === 0 ? (lines[index] ?? '') : null })),
        )
      : [];
  });
  if (told.length > 0)
    await sql`INSERT INTO follow_told (person_id, sequence, record_id, mail_id, line)
      SELECT * FROM unnest(${told.map((one) => one.person)}::uuid[], ${told.map((one) => one.sequence)}::bigint[], ${told.map((one) => one.record)}::uuid[], ${told.map((one) => one.mail)}::uuid[], ${told.map((one) => one.line)}::text[])
      ON CONFLICT DO NOTHING`.execute(trx);
  await sql`UPDATE follow SET told_until = greatest(told_until, ${until}::bigint), told_at = now() WHERE person_id = ANY (${ids}::uuid[]) AND frequency = ${frequency}::digest_frequency AND NOT paused`.execute(
    trx,
  );
  return { queued: written.size, last: found.length === people ? (ids.at(-1) as string) : null };
}

/** Whether sending a mail was given up, as a condition on `mail_outbox`. */
export const givenUp = (mail: string) => sql<boolean>`(${sql.ref(`${mail}.sent_at`)} IS NULL AND ${sql.ref(`${mail}.attempts`)} >= ${MAIL_ATTEMPTS})`;

/**
 * What is new for each of these people: entries that they may see, with why each is told, the latest first. Left out is what a mail told
 * them before, whatever it was that they followed; what they wrote or decided themselves; and what the mail that a draft is live has told them.
 */
async function readItems(trx: Trx, frequency: Frequency, ids: readonly string[], until: string): Promise<Item[]> {
  const { rows } = await sql<Item>`
    SELECT p.id AS person, p.name, p.email, item.*
    FROM person p CROSS JOIN LATERAL (
      SELECT r.id AS record, r.kind, r.slug, r.title, array_agg(DISTINCT h.sequence::text) AS sequences,
        CASE WHEN r.archived_at IS NOT NULL THEN 'ARCHIVED' WHEN bool_or(h.change = 'ADDED') THEN 'ADDED' WHEN bool_or(h.change = 'RESTORED') THEN 'RESTORED' ELSE 'CHANGED' END AS change,
        jsonb_agg(DISTINCT jsonb_build_object('kind', CASE WHEN w.record_id IS NULL THEN 'LIST' WHEN w.record_id = r.id THEN 'RECORD' ELSE 'NAMED' END,
          'what', coalesce(w_record.content->>'shortName', w_record.title, f.name), 'focal', f.origin = 'FOCAL_POINT')) AS reasons
      FROM follow f JOIN watch w ON w.id = f.watch_id
      LEFT JOIN record w_record ON w_record.id = w.record_id
      CROSS JOIN LATERAL (SELECT * FROM watch_hit hit WHERE hit.watch_id = w.id AND hit.sequence > f.told_until AND hit.sequence <= ${until}::bigint ORDER BY hit.sequence DESC LIMIT ${CHANGES}) h
      JOIN record r ON r.id = h.record_id JOIN log_entry e ON e.sequence = h.sequence
      WHERE f.person_id = p.id AND NOT f.paused AND (w.record_id IS NULL OR ${shownToPerson('p', 'w_record')})
        AND (r.archived_at IS NULL) = (h.change <> 'ARCHIVED') AND ${shownToPerson('p')}
        AND NOT EXISTS (SELECT FROM follow_told t WHERE t.person_id = p.id AND t.sequence = h.sequence)
        AND coalesce(e.body::jsonb->>'author', e.body::jsonb->>'by', '') <> p.pseudonym::text
        AND NOT coalesce(e.body::jsonb->'accepted', '[]') @> jsonb_build_array(jsonb_build_object('reviewer', p.pseudonym))
        AND NOT EXISTS (SELECT FROM draft d JOIN mail_outbox o ON o.event_key = 'draft:' || d.id || ':live:' || p.id
          WHERE d.record_id = r.id AND d.published_version = (e.body::jsonb->>'number')::int AND h.change IN ('ADDED', 'CHANGED'))
      GROUP BY r.id HAVING bool_or(f.frequency = ${frequency}::digest_frequency)
      ORDER BY max(h.sequence) DESC LIMIT ${ENTRIES}) item
    WHERE p.id = ANY (${ids as string[]}::uuid[]) ORDER BY p.id`.execute(trx);
  return rows;
}

/** What a mail says of an entry: what happened, where it is, and why it is told. */
function lineOf({ kind, slug, title, change, reasons }: Item, baseUrl: string): string {
  const why = reasons
    .map((one) =>
      one.kind === 'LIST'
        ? mailText('followedList', { what: one.what })
        : one.focal
          ? mailText('followedFocal', { what: one.what })
          : one.kind === 'RECORD'
            ? mailText('followedRecord')
            : mailText('followedNamed', { what: one.what }),
    )
    .sort();
  return `${mailText(`followed${change}`, { kind: mailText(`kind${kind}`), title, address: `${baseUrl}${addressOf(kind, slug)}` })}\n${mailText('followedWhy', { why: [...new Set(why)].join('; ') })}`;
}

/**
 * What of a digest its receiver may still read at the moment of sending: without the entries that were closed or taken out since it was
 * written. Null where nothing is left of it, or it was sent before.
 */
export async function textNow(db: Database, { id, text }: { id: string; text: string }): Promise<string | null> {
  const { rows } = await sql<{ line: string; shown: boolean }>`
    SELECT t.line, (p.suspended_at IS NULL AND p.erased_at IS NULL AND ${shownToPerson('p')}
      AND (r.archived_at IS NULL OR EXISTS (SELECT FROM watch_hit h WHERE h.sequence = t.sequence AND h.change = 'ARCHIVED'))) AS shown
    FROM follow_told t JOIN person p ON p.id = t.person_id JOIN record r ON r.id = t.record_id WHERE t.mail_id = ${id}::uuid AND t.line IS NOT NULL`.execute(
    db,
  );
  if (!rows.some(({ shown }) => shown)) return null;
  return rows.reduce((left, { line, shown }) => (shown ? left : left.replace(`${line}\n\n`, '')), text);
}

/** Forgets what no mail tells any more. */
export async function forgetTold(db: Database): Promise<void> {
  await sql`UPDATE follow_told t SET line = NULL FROM mail_outbox o WHERE o.id = t.mail_id AND o.sent_at IS NOT NULL AND t.line IS NOT NULL`.execute(db);
  await sql`DELETE FROM follow_told WHERE told_at < now() - make_interval(days => ${KEPT_DAYS}::int)`.execute(db);
  await sql`DELETE FROM watch_hit h USING log_entry e WHERE e.sequence = h.sequence AND e.created_at < now() - make_interval(days => ${KEPT_DAYS}::int)`.execute(
    db,
  );
  await sql`DELETE FROM watch w WHERE NOT EXISTS (SELECT FROM follow f WHERE f.watch_id = w.id) AND w.created_at < now() - interval '1 day'`.execute(db);
}
