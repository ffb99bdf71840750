import { mailText } from '#i18n/mail.ts';
import { sql } from 'kysely';
import type { Trx } from '#prisma/database.ts';
import type { RecordKind } from '#prisma/generated/enums.ts';
import { type Content, type DraftRow, SECRETARIAT } from './draft.ts';
import { mailAboutDraft, reviewAddress, reviewersOf } from './mails.ts';
import { ownerRecords } from './publish.ts';
import { DEPUTY_DAYS } from './reminders.ts';

/**
 * Who accepts a proposed version: every owner organization of the live version and of the proposed one. A record without
 * owner is the library's: the secretariat accepts what becomes such a record, what it says, and who owns it from now on.
 * @param live content; null for a new record
 * @returns the ids of the organizations; null stands for the secretariat
 */
export async function askedOf(trx: Trx, kind: RecordKind, live: Content | null, proposed: Content): Promise<(string | null)[]> {
  const [before, after] = [live ? await ownerRecords(trx, kind, live) : null, await ownerRecords(trx, kind, proposed)];
  const owners = new Set([...(before ?? []), ...after].map((owner) => owner.id));
  const librarys = before?.length === 0 || after.length === 0;
  return [...owners, ...(librarys ? [null] : [])];
}

/** The day after which deputies are asked: "7 December 2026". */
const answerBy = () =>
  new Date(Date.now() + DEPUTY_DAYS * 86_400_000).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/**
 * Asks organizations, or the secretariat, about a submitted draft, and tells their reviewers by mail.
 * @param asked ids as `askedOf` gives them
 * @param proposer who proposes it; they get no mail, nor does anybody who wrote on it
 */
export async function askReviewers(
  trx: Trx,
  baseUrl: string,
  draft: Pick<DraftRow, 'id' | 'recordId' | 'authorId' | 'editors'> & { round: number },
  asked: readonly (string | null)[],
  proposer: { id: string; name: string },
): Promise<void> {
  const reviews = await trx
    .insertInto('review')
    .values(asked.map((organizationId) => ({ draftId: draft.id, organizationId, round: draft.round })))
    .returning(['id', 'organizationId'])
    .execute();
  const { rows: names } = await sql<{ id: string; name: string }>`
    SELECT v.id, coalesce(o.content->>'shortName', ${SECRETARIAT.name}) AS name FROM review v LEFT JOIN record o ON o.id = v.organization_id
    WHERE v.draft_id = ${draft.id}::uuid AND v.round = ${draft.round} AND v.state <> 'CLOSED' ORDER BY 2`.execute(trx);
  for (const { id, organizationId } of reviews) {
    const receivers = await reviewersOf(trx, organizationId, [proposer.id, draft.authorId, ...draft.editors]);
    const others = names.filter((one) => one.id !== id).map(({ name }) => name);
    await mailAboutDraft(trx, draft.id, receivers, `review:${id}:asked`, ({ title, reason }) => ({
      subject: mailText('askedSubject', { title }),
      text: [
        `${mailText(draft.recordId ? 'askedChange' : 'askedNew', { name: proposer.name, title })}${draft.round > 1 ? ` ${mailText('askedAgain')}` : ''}`,
        reason && mailText('askedWhy', { reason }),
        `${mailText(organizationId === null ? 'askedSecretariat' : 'askedOrganization')}${others.length > 0 ? ` ${mailText('askedOthers', { others: others.join(', ') })}` : ''}`,
        mailText('askedNext', { address: reviewAddress(baseUrl, draft.id) }),
        mailText('askedBy', { day: answerBy() }),
        mailText(draft.recordId ? 'askedLive' : 'askedUnseen'),
      ]
        .filter(Boolean)
        .join('\n\n'),
    }));
  }
}
