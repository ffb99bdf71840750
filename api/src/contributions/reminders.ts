import { sql } from 'kysely';
import type { Database } from '#prisma/database.ts';
import { mailAll, peopleOf, reviewAddress, reviewersOf } from './mails.ts';
import { titleOf } from './write.ts';

/** When the reviewers are reminded, and when the deputies are asked and the secretariat sees it (days). */
export const REMIND_DAYS = 3;
export const DEPUTY_DAYS = 7;

/** Reminds the reviewers of what waits for three days; after seven asks the deputies and puts it on the secretariat's list. */
export async function reminderRound(db: Database, baseUrl: string): Promise<number> {
  const { rows } = await sql<{ id: string; organizationId: string; draftId: string; content: Record<string, unknown>; days: number; reminders: number; authorId: string }>`
    SELECT v.id, v.organization_id AS "organizationId", v.draft_id AS "draftId", d.content, d.author_id AS "authorId", v.reminders, extract(day FROM now() - v.created_at)::int AS days
    FROM review v JOIN draft d ON d.id = v.draft_id
    WHERE v.state = 'PENDING' AND d.state = 'SUBMITTED' AND v.reminders < CASE WHEN v.created_at <= now() - make_interval(days => ${DEPUTY_DAYS}) THEN 2 WHEN v.created_at <= now() - make_interval(days => ${REMIND_DAYS}) THEN 1 ELSE 0 END
    ORDER BY v.created_at`.execute(db);
  for (const review of rows) {
    await db.transaction().execute(async (trx) => {
      const level = review.days >= DEPUTY_DAYS ? 2 : 1;
      const text = () => `A change of "${titleOf(review.content)}" waits for your organization since ${review.days} days:\n${reviewAddress(baseUrl, review.draftId)}`;
      const others = (people: { id: string; name: string; email: string }[]) => people.filter((one) => one.id !== review.authorId);
      await mailAll(trx, others(await reviewersOf(trx, review.organizationId)), `review:${review.id}:reminder-${level}`, `Waiting for you: ${titleOf(review.content)}`, text);
      if (level === 2) {
        await mailAll(trx, others(await peopleOf(trx, review.organizationId, 'PUBLISHER', true)), `review:${review.id}:deputy`, `You are asked as a deputy: ${titleOf(review.content)}`, text);
        await mailAll(trx, others(await peopleOf(trx, null, 'SECRETARIAT')), `review:${review.id}:escalated`, `Without an answer for a week: ${titleOf(review.content)}`, text);
      }
      await trx.updateTable('review').set({ reminders: level }).where('id', '=', review.id).execute();
    });
  }
  return rows.length;
}
