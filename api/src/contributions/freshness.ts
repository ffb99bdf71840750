import type { User } from '../accounts/user.ts';
import { mailText } from '#i18n/mail.ts';
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { addressOf } from '#prisma/content/kinds.ts';
import type { Database, Trx } from '#prisma/database.ts';
import type { RecordKind } from '#prisma/generated/enums.ts';
import { appendLog } from '#prisma/log.ts';
import { moment } from '#prisma/seals.ts';
import { hashToken } from '../accounts/token.ts';
import { type ValidationError, refuse } from '../errors.ts';
import { queueMail } from '../mail/queue.ts';
import { peopleOf, type Receiver } from './mails.ts';
import type { Viewer } from '#search/engine.ts';
import { visibleRecords } from '../records/policy.ts';
import { FRESH_DAYS } from './publish.ts';
import { HIDDEN_TITLE } from './redaction.ts';

const PURPOSE = 'STILL_CORRECT';
/** How long a link in a mail works (days). */
const LINK_DAYS = 30;
/** When the deputies are asked, and when a record comes on the secretariat's list (days past its date). */
const DEPUTY_DAYS = 14;
export const ESCALATION_DAYS = 28;
/** The filter value of a record past its date; search ranks what has it lower. */
const PAST = 'freshness:PAST';
const HOUR = 3_600_000;

type Due = { id: string; kind: RecordKind; slug: string; title: string; version: number; verifyBy: string; past: number; owners: string[] };

const dueRecords = (db: Database | Trx) =>
  sql<Due>`
  SELECT r.id, r.kind, r.slug, r.title, r.version, r.verify_by::text AS "verifyBy", (CURRENT_DATE - r.verify_by)::int AS past,
    coalesce((SELECT array_agg(DISTINCT l.to_id::text) FROM link l WHERE l.from_id = r.id AND l.relation IN ('OWNER', 'EXPERIENCE_OF', 'PART_OF')), '{}') AS owners
  FROM record r WHERE r.kind IN ('PROJECT', 'LESSON', 'VENDOR', 'BUILDING_BLOCK') AND r.archived_at IS NULL AND r.verify_by <= CURRENT_DATE ORDER BY r.verify_by, r.id`.execute(
    db,
  );

async function sendLink(
  trx: Trx,
  baseUrl: string,
  record: Pick<Due, 'id' | 'kind' | 'slug' | 'title' | 'version' | 'verifyBy'>,
  receiver: Receiver,
  event: string,
): Promise<boolean> {
  const token = randomBytes(32).toString('base64url');
  const person = await trx.selectFrom('person').select('pseudonym').where('id', '=', receiver.id).executeTakeFirst();
  const fresh = await queueMail(trx, {
    key: `fresh:${record.id}:${event}:${receiver.id}`,
    personId: receiver.id,
    address: receiver.email,
    subject: mailText('freshSubject', { title: record.title }),
    text: mailText('frame', {
      name: receiver.name,
      text: mailText('fresh', {
        title: record.title,
        day: record.verifyBy,
        record: `${baseUrl}${addressOf(record.kind, record.slug)}`,
        days: LINK_DAYS,
        address: `${baseUrl}/still-correct?token=${token}`,
      }),
    }),
  });
  if (fresh) {
    await trx
      .insertInto('mailLink')
      .values({
        tokenHash: hashToken(token),
        purpose: PURPOSE,
        recordId: record.id,
        version: record.version,
        email: receiver.email,
        pseudonym: person?.pseudonym ?? null,
        expiresAt: new Date(Date.now() + LINK_DAYS * 24 * HOUR),
      })
      .execute();
  }
  return fresh;
}

/**
 * The daily round: records past their date are marked, so that they rank lower; their owners' focal points and publishers
 * are asked once, two weeks later the deputies. What stays silent for four weeks is on the secretariat's list.
 */
export async function freshnessRound(db: Database, baseUrl: string): Promise<{ marked: number; mails: number }> {
  const { numAffectedRows } = await sql`
    UPDATE record SET facet_keys = array_append(facet_keys, ${PAST})
    WHERE kind IN ('PROJECT', 'LESSON', 'VENDOR', 'BUILDING_BLOCK') AND archived_at IS NULL AND verify_by < CURRENT_DATE AND NOT facet_keys @> ARRAY[${PAST}]`.execute(
    db,
  );
  const { rows } = await dueRecords(db);
  let mails = 0;
  for (const record of rows) {
    for (const owner of record.owners) {
      await db.transaction().execute(async (trx) => {
        const first = [...(await peopleOf(trx, owner, 'FOCAL_POINT')), ...(await peopleOf(trx, owner, 'PUBLISHER', false))];
        for (const receiver of new Map(first.map((one) => [one.id, one])).values())
          if (await sendLink(trx, baseUrl, record, receiver, `${record.verifyBy}:asked`)) mails++;
        if (record.past >= DEPUTY_DAYS)
          for (const receiver of await peopleOf(trx, owner, 'PUBLISHER', true))
            if (await sendLink(trx, baseUrl, record, receiver, `${record.verifyBy}:deputy`)) mails++;
      });
    }
  }
  return { marked: Number(numAffectedRows ?? 0), mails };
}

/** Takes a record as fresh from today. */
async function confirm(trx: Trx, recordId: string, by: string | null): Promise<void> {
  const { rows } = await sql<Record<string, unknown>>`
    UPDATE record SET verify_by = CURRENT_DATE + ${sql.lit(FRESH_DAYS)}, verified_at = now(), facet_keys = array_remove(facet_keys, ${PAST}) WHERE id = ${recordId}::uuid
    RETURNING id AS record, kind, slug, version AS number, verify_by::text AS "verifyBy", ${sql.raw(moment('verified_at'))} AS "verifiedAt"`.execute(trx);
  if (rows[0]) await appendLog(trx, [{ kind: 'RECORD_CONFIRMED', body: { ...rows[0], by } }]);
}

/** Whether who got the link still answers for an owner of the record, as a condition on `mail_link m` and its `record r`. */
const stillAsked = sql`EXISTS (
  SELECT FROM person p JOIN membership s ON s.person_id = p.id JOIN link l ON l.to_id = s.organization_id
  WHERE p.pseudonym = m.pseudonym AND p.suspended_at IS NULL AND p.erased_at IS NULL AND s.role IN ('FOCAL_POINT', 'PUBLISHER')
    AND l.from_id = r.id AND l.relation IN ('OWNER', 'EXPERIENCE_OF', 'PART_OF'))`;

type LinkState = 'OPEN' | 'USED' | 'EXPIRED' | 'CHANGED';
export type LinkView = { state: LinkState; kind: RecordKind; recordId: string; title: string; address: string; verifyBy: string };

/** What a link in a mail is about, as it was called then, and whether it still works: for who still answers for the record. Null for a text that is no link of ours. Opening it does nothing. */
export async function readLink(
  db: Database | Trx,
  token: string,
  { lock = false } = {},
): Promise<(LinkView & { id: string; email: string | null; pseudonym: string | null }) | null> {
  const { rows } = await sql<{
    id: string;
    email: string | null;
    pseudonym: string | null;
    recordId: string;
    kind: RecordKind;
    slug: string;
    title: string;
    verifyBy: string;
    state: LinkState;
  }>`
    SELECT m.id, m.email, m.pseudonym, r.id AS "recordId", r.kind, r.slug, coalesce(v.content->>'title', v.content->>'name', r.title) AS title, r.verify_by::text AS "verifyBy",
      CASE WHEN m.used_at IS NOT NULL THEN 'USED' WHEN r.version <> m.version OR r.archived_at IS NOT NULL THEN 'CHANGED' WHEN m.expires_at < now() OR NOT (${stillAsked}) THEN 'EXPIRED' ELSE 'OPEN' END AS state
    FROM mail_link m JOIN record r ON r.id = m.record_id LEFT JOIN revision v ON v.record_id = m.record_id AND v.number = m.version WHERE m.token_hash = ${hashToken(token)} AND m.purpose = ${PURPOSE} ${lock ? sql`FOR UPDATE OF m` : sql``}`.execute(
    db,
  );
  const row = rows[0];
  return row ? { ...row, address: addressOf(row.kind, row.slug) } : null;
}

/**
 * Says "still correct" by a link from a mail, without signing in: once, within its time. It is kept as said by whom the mail was
 * sent to, and so refused to somebody who is signed in as another.
 */
export async function confirmStillCorrect(db: Database, token: string, user: User | null = null): Promise<ValidationError | LinkView> {
  return db.transaction().execute(async (trx) => {
    const link = await readLink(trx, token, { lock: true });
    if (!link) return refuse('token', 'LINK_UNKNOWN');
    if (user && user.pseudonym !== link.pseudonym) return refuse('token', 'LINK_OTHER');
    if (link.state === 'USED') return refuse('token', 'LINK_USED');
    if (link.state === 'EXPIRED') return refuse('token', 'LINK_EXPIRED');
    if (link.state === 'CHANGED') return refuse('token', 'LINK_CHANGED');
    await trx.updateTable('mailLink').set({ usedAt: sql`now()` }).where('id', '=', link.id).execute();
    await confirm(trx, link.recordId, link.pseudonym);
    return { ...link, state: 'USED' };
  });
}

/** Sends a new link to the address that an expired one went to, at most one an hour. The answer is the same for any text. */
export async function renewLink(db: Database, baseUrl: string, token: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const link = await readLink(trx, token, { lock: true });
    if (link?.state !== 'EXPIRED' || !link.email) return;
    const person = await trx
      .selectFrom('person')
      .select(['id', 'name', 'email'])
      .where('email', '=', link.email)
      .where('suspendedAt', 'is', null)
      .where('erasedAt', 'is', null)
      .where(sql<boolean>`EXISTS (SELECT FROM mail_link m JOIN record r ON r.id = m.record_id WHERE m.id = ${link.id}::uuid AND ${stillAsked})`)
      .executeTakeFirst();
    const record = await trx
      .selectFrom('record')
      .select(['id', 'kind', 'slug', 'title', 'version'])
      .where('id', '=', link.recordId)
      .where('archivedAt', 'is', null)
      .executeTakeFirst();
    if (person && record) await sendLink(trx, baseUrl, { ...record, verifyBy: link.verifyBy }, person, `renewed:${Math.floor(Date.now() / HOUR)}`);
  });
}

export type StaleRow = { id: string; kind: RecordKind; slug: string; title: string; verifyBy: string; past: number; owners: string[] };
/** Records past their date by at least so many days, longest first; at most 500. Those for their owners only are there without their title. */
export async function staleRecords(db: Database, viewer: Viewer, days: number): Promise<StaleRow[]> {
  const { rows } = await sql<StaleRow & { shown: boolean }>`
    SELECT r.id, r.kind, r.slug, r.title, ${visibleRecords(viewer)} AS shown, r.verify_by::text AS "verifyBy", (CURRENT_DATE - r.verify_by)::int AS past,
      coalesce((SELECT array_agg(o.content->>'shortName' ORDER BY o.content->>'shortName') FROM link l JOIN record o ON o.id = l.to_id WHERE l.from_id = r.id AND l.relation IN ('OWNER', 'EXPERIENCE_OF', 'PART_OF')), '{}') AS owners
    FROM record r WHERE r.kind IN ('PROJECT', 'LESSON', 'VENDOR', 'BUILDING_BLOCK') AND r.archived_at IS NULL AND r.verify_by < CURRENT_DATE - ${sql.lit(Math.trunc(days))} + 1 ORDER BY r.verify_by, r.id LIMIT 500`.execute(
    db,
  );
  return rows.map(({ shown, ...row }) => (shown ? row : { ...row, title: HIDDEN_TITLE[row.kind] ?? 'untitled' }));
}
