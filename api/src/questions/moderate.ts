import { sql } from 'kysely';
import { mailText } from '#i18n/mail.ts';
import type { Trx } from '#prisma/database.ts';
import { forbidden, refuse, ValidationError } from '../errors.ts';
import { requiredText } from '../required-text.ts';
import { atPost, type Done, mailsOf, REASON_MAX, reasonFaults, settle, tooMuch, type Writer, type Written } from './changing.ts';
import { moderatorsOf, questionAddress, tellPeople } from './mails.ts';
import { takesPart } from './policy.ts';
import { type PostRow, type QuestionRow, readPost } from './question.ts';

/** Tells those who moderate that a text should not stand there, and why. */
export async function reportPost(context: Writer, id: string, reason: string): Done<Written> {
  if (!takesPart(context)) throw forbidden('ONLY_QUESTION_WRITERS');
  const faults = reasonFaults(reason);
  if (faults.length > 0) return new ValidationError(faults);
  const there = await readPost(context.services.db, context, id);
  if (!there || there.post.hiddenAt) return refuse('post', 'NO_POST');
  if (there.post.mine) return refuse('post', 'REPORT_OWN');
  if (there.post.reported) return { question: there.question.id, changed: false };
  const refused = await tooMuch(context, 'report');
  if (refused) return refused;
  return atPost(context, id, async (trx, { post, question }) => {
    await trx
      .insertInto('questionReport')
      .values({ postId: post.id, personId: context.user.id, reason: reason.trim() })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const { baseUrl } = mailsOf(context);
    await tellPeople(
      trx,
      await moderatorsOf(trx, question.id, [context.user.id]),
      `question-report:${post.id}:${context.user.id}`,
      mailText('questionReportedSubject', { title: question.title }),
      mailText('questionReported', { title: question.title, reason: reason.trim(), address: `${questionAddress(baseUrl, question.id)}#${post.id}` }),
    );
    return { question: question.id, changed: false };
  });
}

const moderating = (context: Writer, id: string, change: (trx: Trx, found: { post: PostRow; question: QuestionRow }) => Done<Written>): Done<Written> =>
  atPost(context, id, async (trx, found) => {
    if (!found.question.moderates) throw forbidden('ONLY_MODERATORS');
    return change(trx, found);
  });
const settleReports = (trx: Trx, post: string) =>
  sql`UPDATE question_report SET settled_at = now() WHERE post_id = ${post}::uuid AND settled_at IS NULL`.execute(trx);
const authorOf = async (trx: Trx, post: string) =>
  (
    await sql<{ id: string; name: string; email: string }>`
      SELECT p.id, p.name, p.email FROM question_post t JOIN person p ON p.id = t.person_id WHERE t.id = ${post}::uuid AND p.suspended_at IS NULL AND p.erased_at IS NULL`.execute(
      trx,
    )
  ).rows;

/** Hides a text with a reason, which its author is told with the way to appeal; of a question, the whole of it. */
export const hidePost = (context: Writer, id: string, reason: string): Done<Written> =>
  moderating(context, id, async (trx, { post, question }) => {
    const faults = reasonFaults(reason);
    if (faults.length > 0) return new ValidationError(faults);
    if (post.hiddenAt) return { question: question.id, changed: false };
    await trx
      .updateTable('questionPost')
      .set({ hiddenAt: sql`now()`, hiddenBy: context.user.id, hiddenReason: reason.trim(), appeal: null, appealAnswer: null })
      .where('id', '=', post.id)
      .execute();
    // What was to be mailed of it and was not yet is not any more.
    await sql`DELETE FROM mail_outbox WHERE sent_at IS NULL AND event_key LIKE ${`question:%:${post.id}:%`}`.execute(trx);
    await settleReports(trx, post.id);
    await settle(trx, question.id);
    const { baseUrl } = mailsOf(context);
    await tellPeople(
      trx,
      await authorOf(trx, post.id),
      `question-hidden:${post.id}:${Date.now()}`,
      mailText('questionHiddenSubject', { title: question.title }),
      mailText('questionHidden', { title: question.title, reason: reason.trim(), address: `${questionAddress(baseUrl, question.id)}#${post.id}` }),
    );
    return { question: question.id, changed: false };
  });

/** Leaves a text where it is, whatever was said against it. */
export const keepPost = (context: Writer, id: string): Done<Written> =>
  moderating(context, id, async (trx, { post, question }) => {
    await settleReports(trx, post.id);
    return { question: question.id, changed: false };
  });

/** What an author says against the hiding of their text, once: somebody else than who hid it answers. */
export const appealPost = (context: Writer, id: string, text: string): Done<Written> =>
  atPost(context, id, async (trx, { post, question }) => {
    const faults = requiredText('text', text, 'MISSING', REASON_MAX);
    if (faults.length > 0) return new ValidationError(faults);
    if (!post.mine || !post.hiddenAt) return refuse('post', 'NO_POST');
    if (post.appeal !== null) return refuse('text', 'APPEALED');
    await trx.updateTable('questionPost').set({ appeal: text.trim() }).where('id', '=', post.id).execute();
    const { rows } = await sql<{ by: string }>`SELECT hidden_by AS by FROM question_post WHERE id = ${post.id}::uuid`.execute(trx);
    const hider = rows[0]?.by ? [rows[0].by] : [];
    const others = await moderatorsOf(trx, question.id, [context.user.id, ...hider]);
    const { baseUrl } = mailsOf(context);
    await tellPeople(
      trx,
      others.length > 0 ? others : await moderatorsOf(trx, question.id, [context.user.id]),
      `question-appeal:${post.id}:${Date.now()}`,
      mailText('questionAppealedSubject', { title: question.title }),
      mailText('questionAppealed', {
        title: question.title,
        reason: post.hiddenReason ?? '',
        text: text.trim(),
        address: `${questionAddress(baseUrl, question.id)}#${post.id}`,
      }),
    );
    return { question: question.id, changed: false };
  });

/** Shows a text again, or answers the appeal against its hiding with no, and why; the no is said by somebody else than who hid it. */
export const settleHidden = (context: Writer, id: string, { shown, reason }: { shown: boolean; reason: string }): Done<Written> =>
  moderating(context, id, async (trx, { post, question }) => {
    if (!post.hiddenAt) return { question: question.id, changed: false };
    const faults = shown ? [] : reasonFaults(reason);
    if (faults.length > 0) return new ValidationError(faults);
    if (!shown && post.appeal === null) return refuse('reason', 'NO_APPEAL');
    if (!shown && post.hiddenByViewer) return refuse('reason', 'APPEAL_OTHER');
    await trx
      .updateTable('questionPost')
      .set(shown ? { hiddenAt: null, hiddenBy: null, hiddenReason: null, appeal: null, appealAnswer: null } : { appealAnswer: reason.trim() })
      .where('id', '=', post.id)
      .execute();
    await settle(trx, question.id);
    const { baseUrl } = mailsOf(context);
    await tellPeople(
      trx,
      await authorOf(trx, post.id),
      `question-settled:${post.id}:${Date.now()}`,
      mailText('questionSettledSubject', { title: question.title }),
      `${shown ? mailText('questionShownAgain', { title: question.title }) : mailText('questionStaysHidden', { title: question.title, reason: reason.trim() })}\n\n${mailText('questionHere', { address: `${questionAddress(baseUrl, question.id)}#${post.id}` })}`,
    );
    return { question: question.id, changed: false };
  });
