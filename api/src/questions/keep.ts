import { sql } from 'kysely';
import { fault } from '#i18n/fault.ts';
import { mailText } from '#i18n/mail.ts';
import type { Trx } from '#prisma/database.ts';
import { forbidden, refuse, ValidationError } from '../errors.ts';
import { whatIsAt } from './about.ts';
import { atPost, type Done, keeping, locked, mailsOf, reasonFaults, settle, signature, type Writer, type Written } from './changing.ts';
import { tell } from './mails.ts';

/** Says that an answer helped, or takes that back. Nobody says it of their own answer, but who asked. */
export const markHelped = (context: Writer, id: string, helped: boolean): Done<Written> =>
  atPost(context, id, async (trx, { post, question }) => {
    if (!question.keeps) throw forbidden('ONLY_QUESTION_KEEPERS');
    if (post.asks || post.hiddenAt) return refuse('post', 'NO_POST');
    if (post.mine && !question.mine) return refuse('post', 'HELPED_OWN');
    if ((post.helpedAt !== null) === helped) return { question: question.id, changed: false };
    await trx
      .updateTable('questionPost')
      .set(helped ? { helpedAt: sql`now()`, helpedBy: context.user.id } : { helpedAt: null, helpedBy: null })
      .where('id', '=', post.id)
      .execute();
    await settle(trx, question.id);
    const { rows } = await sql<{ personId: string }>`SELECT person_id AS "personId" FROM question_post WHERE id = ${post.id}::uuid`.execute(trx);
    if (helped)
      await tell(trx, mailsOf(context), 'THREAD', {
        question: question.id,
        event: 'helped',
        post: post.id,
        but: [context.user.id, ...(await othersThan(trx, question.id, rows[0]?.personId))],
        subject: mailText('questionHelpedSubject', { title: question.title }),
        text: mailText('questionHelped', { name: signature(context.user), title: question.title }),
      });
    return { question: question.id, changed: false };
  });

/** Everybody in a thread but one. */
async function othersThan(trx: Trx, question: string, person: string | undefined): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT person_id AS id FROM question WHERE id = ${question}::uuid UNION SELECT person_id FROM question_post WHERE question_id = ${question}::uuid`.execute(
    trx,
  );
  return rows.flatMap(({ id }) => (id === person ? [] : [id]));
}

/** Closes a question to further answers, with a reason, or opens it again. */
export const closeQuestion = (context: Writer, id: string, reason: string | null): Done<Written> =>
  keeping(context, id, async (trx, question) => {
    const faults = reason === null ? [] : reasonFaults(reason);
    if (faults.length > 0) return new ValidationError(faults);
    const state = reason === null ? 'OPEN' : 'CLOSED';
    if (question.state === state) return { question: question.id, changed: false };
    await trx
      .updateTable('question')
      .set({ state, stateReason: reason?.trim() ?? null })
      .where('id', '=', question.id)
      .execute();
    if (reason !== null)
      await tell(trx, mailsOf(context), 'THREAD', {
        question: question.id,
        event: `closed:${Date.now()}`,
        but: [context.user.id],
        subject: mailText('questionClosedSubject', { title: question.title }),
        text: mailText('questionClosed', { name: signature(context.user), title: question.title, reason: reason.trim() }),
      });
    return { question: question.id, changed: false };
  });

/** Says that a question is about something else, with a reason. It is never for more people than before. */
export const moveQuestion = (context: Writer, id: string, { about, reason }: { about: string; reason: string }): Done<Written> =>
  keeping(context, id, async (trx, question) => {
    const faults = reasonFaults(reason);
    const what = await whatIsAt(trx, context.viewer, about);
    if (!what) faults.push(fault('about', 'QUESTION_ABOUT'));
    else if (question.effective === 'OWNERS') faults.push(fault('about', 'QUESTION_STAYS'));
    if (faults.length > 0 || !what) return new ValidationError(faults);
    if (what.recordId === question.recordId && what.matrixQuestion === question.matrixQuestion) return { question: question.id, changed: false };
    await trx
      .updateTable('question')
      .set({ ...what, audience: question.effective })
      .where('id', '=', question.id)
      .execute();
    await tell(trx, mailsOf(context), 'THREAD', {
      question: question.id,
      event: `moved:${Date.now()}`,
      but: [context.user.id],
      subject: mailText('questionMovedSubject', { title: question.title }),
      text: mailText('questionMoved', { name: signature(context.user), title: question.title, reason: reason.trim() }),
    });
    return { question: question.id, changed: false };
  });

/** The id of a question in an address or by itself. */
const idIn = (text: string) => text.trim().split(/[?#]/, 1)[0]?.split('/').filter(Boolean).at(-1) ?? '';

/** Makes a question one with another, of the same people: its text and answers stand there, and its address leads there. */
export const mergeQuestion = (context: Writer, id: string, { into, reason }: { into: string; reason: string }): Done<Written> =>
  keeping(context, id, async (trx, question) => {
    const faults = reasonFaults(reason);
    const target = await locked(trx, context, idIn(into));
    if (!target || target.hidden) faults.push(fault('into', 'QUESTION_GONE'));
    else if (target.id === question.id) faults.push(fault('into', 'QUESTION_ITSELF'));
    else if (target.effective !== question.effective || (target.effective === 'OWNERS' && target.recordId !== question.recordId))
      faults.push(fault('into', 'QUESTION_MERGE_AUDIENCE'));
    if (question.hidden) faults.push(fault('question', 'QUESTION_GONE'));
    if (faults.length > 0 || !target) return new ValidationError(faults);
    // Those who were told of it hear where it goes, before they belong to the other.
    await tell(trx, mailsOf(context), 'THREAD', {
      question: question.id,
      event: 'merged',
      but: [context.user.id],
      subject: mailText('questionMergedSubject', { title: question.title }),
      text: mailText('questionMerged', { name: signature(context.user), title: question.title, other: target.title, reason: reason.trim() }),
    });
    await sql`UPDATE question_post SET question_id = ${target.id}::uuid, asks = false, from_title = coalesce(from_title, ${question.title}) WHERE question_id = ${question.id}::uuid`.execute(
      trx,
    );
    await sql`UPDATE question_lesson SET question_id = ${target.id}::uuid WHERE question_id = ${question.id}::uuid`.execute(trx);
    await sql`INSERT INTO question_mute (question_id, person_id) SELECT ${target.id}::uuid, person_id FROM question_mute WHERE question_id = ${question.id}::uuid ON CONFLICT DO NOTHING`.execute(
      trx,
    );
    await trx.updateTable('question').set({ state: 'MERGED', stateReason: reason.trim(), mergedInto: target.id }).where('id', '=', question.id).execute();
    await settle(trx, question.id);
    await settle(trx, target.id);
    return { question: target.id, changed: false };
  });
