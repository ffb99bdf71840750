import { type RawBuilder, sql } from 'kysely';
import { type FieldFault, fault } from '#i18n/fault.ts';
import { mailText } from '#i18n/mail.ts';
import { recordAudit } from '#prisma/audit.ts';
import { line } from '#prisma/content/shared.ts';
import type { Database, Trx } from '#prisma/database.ts';
import type { WebhookPause, WebhookState, WebhookTopic } from '#prisma/generated/enums.ts';
import { isUuid } from '#prisma/uuid.ts';
import type { User } from '../accounts/user.ts';
import type { Services } from '../context.ts';
import { refuse, ValidationError } from '../errors.ts';
import { queueMail } from '../mail/queue.ts';
import { type Reader, rowsOf } from '../records/query-batch.ts';
import { readTarget } from './address.ts';
import { type EventType, makeEvent, type Noted } from './event.ts';
import { queueDeliveries } from './note.ts';
import { newNonce, signingSecret, subscriberOf } from './subscriber.ts';

/** Addresses of one person, and trials of one address within an hour. */
const WEBHOOKS = 10;
const TRIALS = 20;
const NAME_MAX = 100;

export type WebhookRow = {
  id: string;
  name: string;
  address: string;
  topics: WebhookTopic[];
  organization: string | null;
  mine: boolean;
  createdAt: string;
  pausedAt: string | null;
  pausedFor: WebhookPause | null;
  waiting: number;
  failed: number;
  deliveredAt: string | null;
};

/** The organizations that a person makes webhooks for. */
const focalFor = (user: User): string[] => [
  ...new Set(user.memberships.flatMap(({ role, organizationId }) => (role === 'FOCAL_POINT' && organizationId ? [organizationId] : []))),
];
/** Who keeps a webhook, as a condition on `webhook h`: who made it, and for one of an organization its focal points. */
const keptBy = (user: User): RawBuilder<boolean> =>
  sql<boolean>`(CASE WHEN h.organization_id IS NULL THEN h.person_id = ${user.id}::uuid ELSE h.person_id = ${user.id}::uuid OR h.organization_id = ANY (${focalFor(user)}::uuid[]) END)`;

/** The webhooks that a person keeps, newest first; one of them where its id is given. */
export const webhooksOf = (reader: Reader, user: User, id?: string): Promise<WebhookRow[]> =>
  id !== undefined && !isUuid(id)
    ? Promise.resolve([])
    : rowsOf(
        reader,
        sql<WebhookRow>`
    SELECT h.id, h.name, h.address, to_jsonb(h.topics) AS topics, o.content->>'shortName' AS organization, h.person_id = ${user.id}::uuid AS mine, h.created_at AS "createdAt", h.paused_at AS "pausedAt", h.paused_for AS "pausedFor",
      d.waiting, d.failed, d.delivered_at AS "deliveredAt"
    FROM webhook h LEFT JOIN record o ON o.id = h.organization_id CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE x.state = 'WAITING')::int AS waiting, count(*) FILTER (WHERE x.state = 'FAILED')::int AS failed,
      max(x.tried_at) FILTER (WHERE x.state = 'DELIVERED') AS delivered_at FROM webhook_delivery x WHERE x.webhook_id = h.id) d
    WHERE ${keptBy(user)} ${id === undefined ? sql`` : sql`AND h.id = ${id}::uuid`} ORDER BY h.created_at DESC, h.id LIMIT 100`,
      );

export type DeliveryRow = {
  id: string;
  type: EventType;
  happenedAt: string;
  state: WebhookState;
  attempts: number;
  triedAt: string | null;
  nextAt: string | null;
  status: number | null;
  failure: string | null;
  tookMs: number | null;
};
const deliveryColumns = sql`d.id, d.type, d.happened_at AS "happenedAt", d.state, d.attempts, d.tried_at AS "triedAt", d.next_at AS "nextAt", d.status, d.fault AS failure, d.took_ms AS "tookMs"`;
/** Deliveries on one page of the log. */
export const DELIVERIES = 100;

/** What was and will be sent to an address, latest first. */
export const deliveriesOf = (reader: Reader, webhookId: string): Promise<DeliveryRow[]> =>
  rowsOf(
    reader,
    sql<DeliveryRow>`SELECT ${deliveryColumns} FROM webhook_delivery d WHERE d.webhook_id = ${webhookId}::uuid ORDER BY d.created_at DESC, d.id DESC LIMIT ${DELIVERIES}`,
  );

/**
 * What was sent last of a delivery, for who keeps its address, and only as long as they may still see what it tells of.
 * Null for one that is none of theirs; `body` is null where nothing was sent yet, or it is closed to them now.
 */
export async function sentOf(db: Database, user: User, id: string, baseUrl: string): Promise<(DeliveryRow & { body: string | null; webhook: string }) | null> {
  if (!isUuid(id)) return null;
  const { rows } = await sql<DeliveryRow & Noted & { body: string | null; webhook: string; personId: string; organizationId: string | null }>`
    SELECT ${deliveryColumns}, d.subject_id AS "subjectId", d.sequence::text AS sequence, d.detail, d.body, h.id AS webhook, h.person_id AS "personId", h.organization_id AS "organizationId"
    FROM webhook_delivery d JOIN webhook h ON h.id = d.webhook_id WHERE d.id = ${id}::uuid AND ${keptBy(user)}`.execute(db);
  const [row] = rows;
  if (!row) return null;
  // Who asks is looked at as the address is told: of an organization as a member there.
  const asked = await subscriberOf(db, { personId: user.id, organizationId: row.organizationId });
  const open = row.body !== null && asked !== null && (await makeEvent(db, asked, row, baseUrl)) !== null;
  return { ...row, body: open ? row.body : null };
}

export type WebhookInput = { name: string; address: string; topics: readonly WebhookTopic[]; organization?: string | null | undefined };

/** Makes a webhook, and tells its person by mail. @returns its secret, which is kept nowhere, and its row */
export async function makeWebhook({ db, accounts }: Services, user: User, input: WebhookInput): Promise<ValidationError | { secret: string; row: WebhookRow }> {
  const { baseUrl, secret, webhookHosts } = accounts.settings;
  const name = line.max(NAME_MAX).safeParse(input.name);
  const target = readTarget(input.address.trim(), webhookHosts);
  const topics = [...new Set(input.topics)];
  const membership = input.organization
    ? user.memberships.find(({ role, organizationSlug }) => role === 'FOCAL_POINT' && organizationSlug === input.organization)
    : null;
  const faults: FieldFault[] = [
    ...(name.success
      ? []
      : [
          input.name.trim() === ''
            ? fault('name', 'MISSING')
            : input.name.length > NAME_MAX
              ? fault('name', 'TOO_LONG', { max: NAME_MAX })
              : fault('name', 'TURNING'),
        ]),
    ...('url' in target ? [] : [target]),
    ...(topics.length === 0 ? [fault('topics', 'WEBHOOK_TOPICS')] : []),
    ...(membership === undefined ? [fault('organization', 'WEBHOOK_ORGANIZATION')] : []),
  ];
  if (faults.length > 0 || !name.success || !('url' in target)) return new ValidationError(faults);
  return db.transaction().execute(async (trx) => {
    await sql`SELECT FROM person WHERE id = ${user.id}::uuid FOR UPDATE`.execute(trx);
    const { rows: held } = await sql<{ count: number }>`SELECT count(*)::int AS count FROM webhook WHERE person_id = ${user.id}::uuid`.execute(trx);
    if ((held[0]?.count ?? 0) >= WEBHOOKS) return refuse('name', 'WEBHOOKS_MANY', { max: WEBHOOKS });
    const nonce = newNonce();
    const { rows } = await sql<{ id: string }>`
      INSERT INTO webhook (person_id, organization_id, name, address, topics, nonce)
      VALUES (${user.id}::uuid, ${membership?.organizationId ?? null}::uuid, ${name.data}, ${target.url.href}, ${topics}::webhook_topic[], ${nonce}) RETURNING id`.execute(
      trx,
    );
    const { id } = rows[0] as { id: string };
    await recordAudit(trx, {
      kind: 'WEBHOOK_MADE',
      actor: user.pseudonym ?? null,
      subject: id,
      detail: [target.url.origin, input.organization ?? ''].join(' ').trim(),
    });
    if (!user.demo)
      await queueMail(trx, {
        key: `webhook:${id}`,
        personId: user.id,
        address: user.email,
        subject: mailText('webhookMadeSubject'),
        text: mailText('webhookMade', { name: name.data, at: target.url.href, address: new URL('/webhooks', baseUrl).href }),
      });
    return { secret: signingSecret(secret, { id, nonce }), row: (await webhooksOf(trx, user, id))[0] as WebhookRow };
  });
}

type Done = { id: string };
/** Does something with a webhook that the person keeps, whose row is locked meanwhile. */
const withOwn = ({ db }: Services, user: User, id: string, act: (trx: Trx, row: { id: string; paused: boolean }) => Promise<ValidationError | Done>) =>
  db.transaction().execute(async (trx) => {
    const { rows } = isUuid(id)
      ? await sql<{
          id: string;
          paused: boolean;
        }>`SELECT h.id, h.paused_at IS NOT NULL AS paused FROM webhook h WHERE h.id = ${id}::uuid AND ${keptBy(user)} FOR UPDATE`.execute(trx)
      : { rows: [] };
    return rows[0] ? act(trx, rows[0]) : refuse('id', 'NO_WEBHOOK');
  });

/** Ends a webhook for good, with what was noted for it. */
export const endWebhook = (services: Services, user: User, id: string): Promise<ValidationError | Done> =>
  withOwn(services, user, id, async (trx, row) => {
    await sql`DELETE FROM webhook WHERE id = ${row.id}::uuid`.execute(trx);
    await recordAudit(trx, { kind: 'WEBHOOK_ENDED', actor: user.pseudonym ?? null, subject: row.id });
    return { id: row.id };
  });

/** Puts a webhook off, or on again: then what happened meanwhile is sent, and what could not be delivered once more. */
export const pauseWebhook = (services: Services, user: User, id: string, paused: boolean): Promise<ValidationError | Done> =>
  withOwn(services, user, id, async (trx, row) => {
    if (paused !== row.paused) {
      await sql`UPDATE webhook SET paused_at = ${paused ? sql`now()` : null}, paused_for = ${paused ? 'PERSON' : null}::webhook_pause WHERE id = ${row.id}::uuid`.execute(
        trx,
      );
      await recordAudit(trx, { kind: paused ? 'WEBHOOK_PAUSED' : 'WEBHOOK_RESUMED', actor: user.pseudonym ?? null, subject: row.id });
      if (!paused) await sendAgain(trx, row.id, sql`d.state <> 'DELIVERED'`);
    }
    return { id: row.id };
  });

/** Puts deliveries of an address into the queue as if they had not been tried. */
async function sendAgain(trx: Trx, webhook: string, which: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    UPDATE webhook_delivery d SET state = 'WAITING', attempts = 0, next_at = NULL WHERE d.webhook_id = ${webhook}::uuid AND ${which} RETURNING d.id`.execute(
    trx,
  );
  await queueDeliveries(
    trx,
    rows.map(({ id }) => ({ id, webhook })),
  );
  return rows.length;
}

/** Sends an event again that was sent or given up, under the same id. */
export async function replayDelivery(services: Services, user: User, id: string): Promise<ValidationError | Done> {
  const found = isUuid(id) ? await services.db.selectFrom('webhookDelivery').select('webhookId').where('id', '=', id).executeTakeFirst() : undefined;
  return withOwn(services, user, found?.webhookId ?? '', async (trx, row) => {
    if (row.paused) return refuse('id', 'WEBHOOK_PAUSED');
    await sendAgain(trx, row.id, sql`d.id = ${id}::uuid`);
    return { id: row.id };
  });
}

/** Sends an event that tells of nothing. */
export const tryWebhook = (services: Services, user: User, id: string): Promise<ValidationError | Done> =>
  withOwn(services, user, id, async (trx, row) => {
    if (row.paused) return refuse('id', 'WEBHOOK_PAUSED');
    const { rows } = await sql<{ count: number }>`
      SELECT count(*)::int AS count FROM webhook_delivery WHERE webhook_id = ${row.id}::uuid AND type = 'atrium.trial' AND created_at > now() - interval '1 hour'`.execute(
      trx,
    );
    if ((rows[0]?.count ?? 0) >= TRIALS) return refuse('id', 'WEBHOOK_TRIALS', { max: TRIALS });
    const { rows: made } = await sql<{ id: string }>`
      INSERT INTO webhook_delivery (webhook_id, event_key, type, happened_at) VALUES (${row.id}::uuid, 'trial:' || uuidv7(), 'atrium.trial', now()) RETURNING id`.execute(
      trx,
    );
    await queueDeliveries(
      trx,
      made.map((one) => ({ id: one.id, webhook: row.id })),
    );
    return { id: row.id };
  });
