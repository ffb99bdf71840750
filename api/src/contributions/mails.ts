import { sql } from 'kysely';
import type { Database, Trx } from '#prisma/database.ts';
import { queueMail } from '../mail/queue.ts';

export type Receiver = { id: string; name: string; email: string };

/** The people who hold a role for an organization: the publishers, or of them the deputies. Suspended people get no mail. */
export async function peopleOf(
  db: Database | Trx,
  organizationId: string | null,
  role: 'PUBLISHER' | 'FOCAL_POINT' | 'SECRETARIAT',
  deputies?: boolean,
): Promise<Receiver[]> {
  const { rows } = await sql<Receiver>`
    SELECT DISTINCT p.id, p.name, p.email FROM membership m JOIN person p ON p.id = m.person_id
    WHERE m.role = ${role}::role AND m.organization_id IS NOT DISTINCT FROM ${organizationId}::uuid AND p.suspended_at IS NULL AND p.erased_at IS NULL
      AND ${deputies === undefined ? sql`true` : sql`m.deputy = ${deputies}`} ORDER BY p.name, p.id`.execute(db);
  return rows;
}

/** Whom an organization's question goes to first: its publishers; where it has none but deputies, these; else the secretariat. */
export async function reviewersOf(db: Database | Trx, organizationId: string): Promise<Receiver[]> {
  const publishers = await peopleOf(db, organizationId, 'PUBLISHER', false);
  if (publishers.length > 0) return publishers;
  const deputies = await peopleOf(db, organizationId, 'PUBLISHER', true);
  return deputies.length > 0 ? deputies : peopleOf(db, null, 'SECRETARIAT');
}

/** Mails the same to several people, once each per event. */
export async function mailAll(trx: Trx, receivers: Receiver[], event: string, subject: string, text: (receiver: Receiver) => string): Promise<void> {
  for (const receiver of receivers)
    await queueMail(trx, {
      key: `${event}:${receiver.id}`,
      personId: receiver.id,
      address: receiver.email,
      subject,
      text: `Dear ${receiver.name},\n\n${text(receiver)}\n\nAtrium`,
    });
}

export const draftAddress = (baseUrl: string, draftId: string) => `${baseUrl}/drafts/${draftId}`;
export const reviewAddress = (baseUrl: string, draftId: string) => `${baseUrl}/drafts/${draftId}/review`;
