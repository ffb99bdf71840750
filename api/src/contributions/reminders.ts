import { mailText } from '#i18n/mail.ts';
import { sql } from 'kysely';
import type { Database } from '#prisma/database.ts';
import { SECRETARIAT } from './draft.ts';
import { mailAboutDraft, peopleOf, type Receiver, reviewAddress, reviewersOf } from './mails.ts';

/** When the reviewers are reminded, and when the deputies are asked and the secretariat sees it (days). */
const REMIND_DAYS = 3;
export const DEPUTY_DAYS = 7;

type Waiting = {
  id: string;
  organizationId: string | null;
  organizationName: string;
  draftId: string;
  days: number;
  level: number;
  writers: string[];
};

/**
 * Reminds the reviewers of what waits for three days; after seven asks the deputies and puts it on the secretariat's list.
 * Each step is taken once, and nobody gets two mails of one step. Who wrote on a draft does not decide on it and is not asked.
 * @returns how many reviews came a step further
 */
export async function reminderRound(db: Database, baseUrl: string): Promise<number> {
  const { rows } = await sql<Waiting>`
    SELECT v.id, v.organization_id AS "organizationId", coalesce(o.content->>'shortName', ${SECRETARIAT.name}) AS "organizationName", v.draft_id AS "draftId", extract(day FROM now() - v.created_at)::int AS days, due.level, array_append(coalesce(d.editors, '{}'), d.author_id)::text[] AS writers
    FROM review v JOIN draft d ON d.id = v.draft_id LEFT JOIN record o ON o.id = v.organization_id
      CROSS JOIN LATERAL (SELECT CASE WHEN v.created_at <= now() - make_interval(days => ${DEPUTY_DAYS}) THEN 2 WHEN v.created_at <= now() - make_interval(days => ${REMIND_DAYS}) THEN 1 ELSE 0 END AS level) due
    WHERE v.state = 'PENDING' AND d.state = 'SUBMITTED' AND v.reminders < due.level
    ORDER BY v.created_at`.execute(db);
  let taken = 0;
  for (const review of rows) {
    await db.transaction().execute(async (trx) => {
      const { level } = review;
      // Answered meanwhile, or taken by another process: nothing is left to do.
      const mine = await trx
        .updateTable('review')
        .set({ reminders: level })
        .where('id', '=', review.id)
        .where('state', '=', 'PENDING')
        .where('reminders', '<', level)
        .returning('id')
        .executeTakeFirst();
      if (!mine) return;
      taken++;
      const told = new Set(review.writers);
      const mail = async (people: Receiver[], event: string, subject: 'waitingSubject' | 'waitingDeputySubject' | 'waitingEscalatedSubject') => {
        const receivers = people.filter((one) => !told.has(one.id));
        for (const one of receivers) told.add(one.id);
        await mailAboutDraft(trx, review.draftId, receivers, `review:${review.id}:${event}`, ({ title }) => ({
          subject: mailText(subject, { title }),
          text: mailText('waiting', { title, organization: review.organizationName, days: review.days, address: reviewAddress(baseUrl, review.draftId) }),
        }));
      };
      await mail(await reviewersOf(trx, review.organizationId, review.writers), `reminder-${level}`, 'waitingSubject');
      if (level === 2) {
        if (review.organizationId) await mail(await peopleOf(trx, review.organizationId, 'PUBLISHER', true), 'deputy', 'waitingDeputySubject');
        await mail(await peopleOf(trx, null, 'SECRETARIAT'), 'escalated', 'waitingEscalatedSubject');
      }
    });
  }
  return taken;
}
