import { type RawBuilder, sql } from 'kysely';
import { Webhook } from 'standardwebhooks';
import { mailText } from '#i18n/mail.ts';
import type { Database, Trx } from '#prisma/database.ts';
import type { WebhookPause } from '#prisma/generated/enums.ts';
import { queueMail } from '../mail/queue.ts';
import { makeEvent, type Noted } from './event.ts';
import { type Outcome, post, type Resolve } from './post.ts';
import { signingSecret, subscriberOf } from './subscriber.ts';

/** How often sending is tried: the pauses between add up to a day. */
export const WEBHOOK_ATTEMPTS = 8;
/** The pause after an attempt, in seconds: 16, 64, 256 and so on, four times as long each time. */
export const pauseAfter = (attempt: number): number => 4 ** (attempt + 1);
/** For how many seconds a delivery is claimed: longer than an address has to answer. */
const CLAIM = 60;

export type WebhookSettings = { baseUrl: string; secret: string; webhookHosts: readonly string[] };
type Row = Noted & {
  attempts: number;
  createdAt: Date;
  webhook: string;
  name: string;
  address: string;
  nonce: string;
  personId: string;
  organizationId: string | null;
  email: string;
  demo: boolean;
};

/**
 * Sends a delivery once. Who sends it claims its row for a minute: nobody else sends it meanwhile, and no transaction is open while the address
 * is spoken to. What it says is made at this moment, of what its keeper may see now; where that is nothing, it goes unsent and is forgotten.
 * A process that dies between the answer and its note sends it again, under the same id.
 */
export async function sendDelivery(
  db: Database,
  id: string,
  { baseUrl, secret, webhookHosts }: WebhookSettings,
  { resolve, timeout }: { resolve?: Resolve; timeout?: number } = {},
): Promise<'SENT' | 'FAILED' | 'NOTHING'> {
  const { rows } = await sql<Row>`
    UPDATE webhook_delivery d SET sending_until = now() + make_interval(secs => ${CLAIM}) FROM webhook h JOIN person p ON p.id = h.person_id
    WHERE d.id = ${id}::uuid AND h.id = d.webhook_id AND h.paused_at IS NULL AND d.state = 'WAITING' AND (d.sending_until IS NULL OR d.sending_until < now())
    RETURNING d.id, d.type, d.subject_id AS "subjectId", d.sequence::text AS sequence, d.detail, d.happened_at AS "happenedAt", d.attempts, d.created_at AS "createdAt",
      h.id AS webhook, h.name, h.address, h.nonce, h.person_id AS "personId", h.organization_id AS "organizationId", p.email, p.demo`.execute(db);
  const [row] = rows;
  if (!row) return 'NOTHING';
  const user = await subscriberOf(db, row);
  const event = user && (await makeEvent(db, user, row, baseUrl));
  if (!event) {
    await sql`DELETE FROM webhook_delivery WHERE id = ${id}::uuid`.execute(db);
    return 'NOTHING';
  }
  const body = JSON.stringify(event);
  const at = new Date();
  const headers = {
    'content-type': 'application/cloudevents+json; charset=utf-8',
    'user-agent': `Atrium (${baseUrl})`,
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(signingSecret(secret, { id: row.webhook, nonce: row.nonce })).sign(id, at, body),
  };
  const outcome = await post(row.address, headers, body, { hosts: webhookHosts, ...(resolve && { resolve }), ...(timeout && { timeout }) });
  await note(db, row, { outcome, body, took: Date.now() - at.getTime(), baseUrl });
  return outcome.failure === null ? 'SENT' : 'FAILED';
}

/** Notes what came of an attempt, and when the next is; puts an address off that is dead. */
async function note(
  db: Database,
  row: Row,
  { outcome, body, took, baseUrl }: { outcome: Outcome; body: string; took: number; baseUrl: string },
): Promise<void> {
  const { status, failure } = outcome;
  const attempt = row.attempts + 1;
  const over = failure === 'GONE' || attempt >= WEBHOOK_ATTEMPTS;
  const state = failure === null ? 'DELIVERED' : over ? 'FAILED' : 'WAITING';
  const next: RawBuilder<unknown> = state === 'WAITING' ? sql`now() + make_interval(secs => ${pauseAfter(attempt)})` : sql`NULL::timestamptz`;
  await db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ nextAt: Date | null }>`
      UPDATE webhook_delivery SET state = ${state}::webhook_state, attempts = ${attempt}, tried_at = now(), next_at = ${next}, status = ${status}, fault = ${failure}, took_ms = ${took}, body = ${body}, sending_until = NULL
      WHERE id = ${row.id}::uuid RETURNING next_at AS "nextAt"`.execute(trx);
    const nextAt = rows[0]?.nextAt;
    if (nextAt)
      await sql`SELECT graphile_worker.add_job('send_webhook', json_build_object('id', ${row.id}::text), queue_name => ${`webhook:${row.webhook}`}, run_at => ${nextAt}, job_key => ${`webhook:${row.id}`})`.execute(
        trx,
      );
    if (state === 'FAILED') await putOff(trx, row, failure === 'GONE' ? 'GONE' : 'DEAD', baseUrl);
  });
}

/** Puts an address off that says it is gone, or where nothing arrived since this event was first sent, and tells its keeper. */
async function putOff(trx: Trx, row: Row, why: Extract<WebhookPause, 'GONE' | 'DEAD'>, baseUrl: string): Promise<void> {
  const { rows } = await sql<{ at: Date }>`
    UPDATE webhook h SET paused_at = now(), paused_for = ${why}::webhook_pause WHERE h.id = ${row.webhook}::uuid AND h.paused_at IS NULL
      AND (${why === 'GONE'} OR NOT EXISTS (SELECT FROM webhook_delivery d WHERE d.webhook_id = h.id AND d.state = 'DELIVERED' AND d.tried_at > ${row.createdAt}))
    RETURNING h.paused_at AS at`.execute(trx);
  if (!rows[0] || row.demo) return;
  await queueMail(trx, {
    key: `webhook-paused:${row.webhook}:${rows[0].at.toISOString()}`,
    personId: row.personId,
    address: row.email,
    subject: mailText('webhookPausedSubject', { name: row.name }),
    text: mailText(why === 'GONE' ? 'webhookGone' : 'webhookDead', { at: row.address, address: `${baseUrl}/webhooks/${row.webhook}` }),
  });
}

/** For how many days, and how many of each address, deliveries are kept. */
const KEPT_DAYS = 30;
const KEPT = 1000;

/** Forgets old deliveries, and of an address with very many all but the newest. @returns how many */
export async function forgetDeliveries(db: Database): Promise<number> {
  const { numAffectedRows } = await sql`
    DELETE FROM webhook_delivery d USING (SELECT id, row_number() OVER (PARTITION BY webhook_id ORDER BY created_at DESC, id DESC) AS place FROM webhook_delivery) n
    WHERE n.id = d.id AND (n.place > ${KEPT} OR d.created_at < now() - make_interval(days => ${KEPT_DAYS}::int))`.execute(db);
  return Number(numAffectedRows ?? 0);
}
