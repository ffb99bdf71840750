import { sql } from 'kysely';
import type { User } from '#api/accounts/user.ts';
import type { Services } from '#api/context.ts';
import { type EventType, makeEvent, type Noted } from '#api/webhooks/event.ts';
import { noteEvents } from '#api/webhooks/note.ts';
import { subscriberOf } from '#api/webhooks/subscriber.ts';
import type { Database } from '#prisma/database.ts';
import type { Markers } from './leak-markers.ts';

type Viewers = Record<string, User | null>;
/** What is told to an address, and to whom. */
export type Told = { id: string; webhook: string; user: User; type: EventType; text: string };

/**
 * Gives everybody with an account a webhook for all there is, and focal points one for their organization; notes for them what people
 * published, and keeps in the log what would be sent, as sending it does.
 */
export async function plantWebhooks({ db }: Services, viewers: Viewers, markers: Markers): Promise<{ webhooks: string[]; told: Told[] }> {
  await sql`INSERT INTO follow_state (name, until) SELECT 'WEBHOOK', coalesce(min(sequence), 1) - 1 FROM log_entry WHERE kind = 'RECORD_PUBLISHED' AND body::jsonb->>'author' IS NOT NULL`.execute(
    db,
  );
  const webhooks: string[] = [];
  const people = [...new Map(Object.values(viewers).flatMap((user) => (user ? [[user.id, user] as const] : []))).values()];
  for (const user of people) {
    const organization = user.memberships.find(({ role }) => role === 'FOCAL_POINT');
    for (const id of [null, ...(organization ? [organization.organizationId] : [])]) {
      // A webhook of somebody suspended is seen by nobody.
      const word =
        user.id === viewers['a suspended publisher']?.id
          ? 'closed'
          : markers.mark(
              'webhook',
              (asks) =>
                asks?.id === user.id || (id !== null && asks?.memberships.some((one) => one.role === 'FOCAL_POINT' && one.organizationId === id) === true),
            );
      const { rows } = await sql<{ id: string }>`
        INSERT INTO webhook (person_id, organization_id, name, address, topics, nonce, created_at)
        VALUES (${user.id}::uuid, ${id}::uuid, ${word}, ${`https://hooks.example.org/${word}`}, '{RECORDS,UPTAKE,AGREEMENTS,STANDARDS}', 'n', '2020-01-01') RETURNING id`.execute(
        db,
      );
      webhooks.push(...rows.map((row) => row.id));
    }
  }
  await noteEvents(db);
  return { webhooks, told: await tellAll(db, people) };
}

async function tellAll(db: Database, people: readonly User[]): Promise<Told[]> {
  const { rows } = await sql<Noted & { webhook: string; personId: string; organizationId: string | null }>`
    SELECT d.id, d.type, d.subject_id AS "subjectId", d.sequence::text AS sequence, d.detail, d.happened_at AS "happenedAt", h.id AS webhook, h.person_id AS "personId", h.organization_id AS "organizationId"
    FROM webhook_delivery d JOIN webhook h ON h.id = d.webhook_id ORDER BY d.id`.execute(db);
  const told: Told[] = [];
  for (const row of rows) {
    const as = await subscriberOf(db, row);
    const event = as && (await makeEvent(db, as, row, 'https://example.org'));
    const user = people.find(({ id }) => id === row.personId);
    if (!event || !user) continue;
    const text = JSON.stringify(event);
    await sql`UPDATE webhook_delivery SET state = 'DELIVERED', attempts = 1, status = 204, body = ${text} WHERE id = ${row.id}::uuid`.execute(db);
    told.push({ id: row.id, webhook: row.webhook, user, type: row.type, text });
  }
  return told;
}
