import { sql } from 'kysely';
import type { FieldFault } from '#i18n/fault.ts';
import { oneLine } from '#prisma/content/text.ts';
import { forbidden, refuse, ValidationError } from '../errors.ts';
import { requiredText } from '../required-text.ts';
import { atPost, type Done, settle, type Writer, type Written } from './changing.ts';
import { pasted } from './pasted.ts';
import { TEXT_MAX, TITLE_MAX } from './write.ts';

/**
 * Changes what somebody wrote themself, for as long as answers are taken and it is not hidden. That it was changed, and on which day, is
 * shown with it; nobody gets a mail.
 * @param title of a question; null leaves it, and answers have none
 * @throws GraphQLError FORBIDDEN for everybody but its author
 */
export const editPost = (context: Writer, id: string, { title, text }: { title: string | null; text: string }): Done<Written> => {
  const clean = pasted(text);
  const line = title === null ? null : oneLine(title);
  const faults: FieldFault[] = [
    ...(line === null ? [] : requiredText('title', line, 'MISSING', TITLE_MAX)),
    ...requiredText('text', clean.text, 'MISSING', TEXT_MAX),
  ];
  if (faults.length > 0) return Promise.resolve(new ValidationError(faults));
  return atPost(context, id, async (trx, { post, question }) => {
    if (!post.mine) throw forbidden('ONLY_OWN_POST');
    if (post.hiddenAt) return refuse('text', 'NO_POST');
    if (question.state === 'CLOSED') return refuse('text', 'QUESTION_CLOSED');
    const changesTitle = post.asks && line !== null && line !== question.title;
    if (clean.text === post.text && !changesTitle) return { question: question.id, changed: clean.changed };
    await sql`UPDATE question_post SET text = ${clean.text}, edited_at = now() WHERE id = ${post.id}::uuid`.execute(trx);
    if (changesTitle) await trx.updateTable('question').set({ title: line }).where('id', '=', question.id).execute();
    await settle(trx, question.id);
    return { question: question.id, changed: clean.changed };
  });
};
