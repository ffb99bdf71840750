import { mailText } from '#i18n/mail.ts';
import { sql } from 'kysely';
import type { Database, Trx } from '#prisma/database.ts';
import { findUser } from '../accounts/memberships.ts';
import { viewerOf } from '../accounts/user.ts';
import { queueMail } from '../mail/queue.ts';
import { findDraft } from './draft.ts';
import { type DraftView, viewOf } from './redaction.ts';

export type Receiver = { id: string; name: string; email: string };

/** The people who hold a role for an organization: the publishers, or of them the deputies. Suspended people get no mail. */
export async function peopleOf(
  db: Database | Trx,
  organizationId: string | null,
  role: 'PUBLISHER' | 'FOCAL_POINT' | 'PROCUREMENT_OFFICER' | 'SECRETARIAT',
  deputies?: boolean,
): Promise<Receiver[]> {
  const { rows } = await sql<Receiver>`
    SELECT DISTINCT p.id, p.name, p.email FROM membership m JOIN person p ON p.id = m.person_id
    WHERE m.role = ${role}::role AND m.organization_id IS NOT DISTINCT FROM ${organizationId}::uuid AND p.suspended_at IS NULL AND p.erased_at IS NULL
      AND ${deputies === undefined ? sql`true` : sql`m.deputy = ${deputies}`} ORDER BY p.name, p.id`.execute(db);
  return rows;
}

/**
 * Whom an organization's question goes to first: its publishers; where it has none but deputies, these; else the secretariat, as where none is named.
 * @param writers ids of those who wrote on the draft: they do not decide on it, and are not asked to
 */
export async function reviewersOf(db: Database | Trx, organizationId: string | null, writers: readonly string[] = []): Promise<Receiver[]> {
  const others = (all: Receiver[]) => all.filter((one) => !writers.includes(one.id));
  if (organizationId === null) return others(await peopleOf(db, null, 'SECRETARIAT'));
  const publishers = others(await peopleOf(db, organizationId, 'PUBLISHER', false));
  if (publishers.length > 0) return publishers;
  const deputies = others(await peopleOf(db, organizationId, 'PUBLISHER', true));
  return deputies.length > 0 ? deputies : others(await peopleOf(db, null, 'SECRETARIAT'));
}

/** Mails the same to several people, once each per event. */
export async function mailAll(trx: Trx, receivers: Receiver[], event: string, subject: string, text: (receiver: Receiver) => string): Promise<void> {
  for (const receiver of receivers)
    await queueMail(trx, {
      key: `${event}:${receiver.id}`,
      personId: receiver.id,
      address: receiver.email,
      subject,
      text: mailText('frame', { name: receiver.name, text: text(receiver) }),
    });
}

/** A mail about a draft, to each of several people who see it today, as far as they see it; the others get none, nor do those for whom `mail` gives null. */
export async function mailAboutDraft(
  trx: Trx,
  draftId: string,
  receivers: Receiver[],
  event: string,
  mail: (view: DraftView, receiver: Receiver) => { subject: string; text: string } | null,
): Promise<void> {
  for (const receiver of receivers) {
    const user = await findUser(trx, receiver.id);
    const draft = await findDraft(trx, user, draftId);
    if (!user || !draft) continue;
    const written = mail(viewOf(draft, viewerOf(user)), receiver);
    if (written) await mailAll(trx, [receiver], event, written.subject, () => written.text);
  }
}

export const draftAddress = (baseUrl: string, draftId: string) => `${baseUrl}/drafts/${draftId}`;
export const reviewAddress = (baseUrl: string, draftId: string) => `${baseUrl}/drafts/${draftId}/review`;
