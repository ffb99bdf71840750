import { sql } from 'kysely';
import { type FieldFault, fault } from '#i18n/fault.ts';
import { mailText } from '#i18n/mail.ts';
import { languageCode } from '#prisma/content/language.ts';
import { oneLine } from '#prisma/content/text.ts';
import type { Audience } from '#prisma/generated/enums.ts';
import type { Context } from '../context.ts';
import { forbidden, refuse, ValidationError } from '../errors.ts';
import { readProfessional } from '../professionals/professional.ts';
import { passOn } from '../professionals/write.ts';
import { once } from '../request-key.ts';
import { requiredText } from '../required-text.ts';
import { recordsAt, whatIsAt } from './about.ts';
import { type Done, gone, locked, mailsOf, settle, signature, tooMuch, type Writer, type Written } from './changing.ts';
import { questionAddress, tell } from './mails.ts';
import { pasted } from './pasted.ts';
import { questionMeantForPerson, questionsAbout, takesPart } from './policy.ts';
import { readQuestion } from './question.ts';

export const TITLE_MAX = 200;
export const TEXT_MAX = 8000;
const CITED_MAX = 20;

export type Asking = { title: string; text: string; about: string; audience: Audience; language: string };

/**
 * Asks a question, and tells those whose entry it is about.
 * @param key of the form that was sent: the same asks once
 * @throws GraphQLError FORBIDDEN for who is not of the UN system
 */
export async function askQuestion(context: Writer, { title, text, about, audience, language }: Asking, key: string | null): Done<Written> {
  const { services, user, viewer } = context;
  if (!takesPart(context)) throw forbidden('ONLY_QUESTION_WRITERS');
  const clean = pasted(text);
  const line = oneLine(title);
  const faults: FieldFault[] = [...requiredText('title', line, 'MISSING', TITLE_MAX), ...requiredText('text', clean.text, 'MISSING', TEXT_MAX)];
  const code = languageCode(language);
  if (code === undefined) faults.push(fault('language', 'LANGUAGE'));
  const what = await whatIsAt(services.db, viewer, about);
  if (!what) faults.push(fault('about', 'QUESTION_ABOUT'));
  else if (audience === 'OWNERS' && !(await hasOwners(services.db, what.recordId))) faults.push(fault('audience', 'QUESTION_OWNERS'));
  if (faults.length > 0 || !what || code === undefined) return new ValidationError(faults);
  const refused = await tooMuch(context, 'ask');
  if (refused) return refused;
  const content = { title: line, text: clean.text, about: what, audience, language: code };
  return services.db.transaction().execute((trx) =>
    once<Written | ValidationError, Written>(
      trx,
      { personId: user.id, mutation: 'askQuestion', key, content },
      async () => {
        const { id } = await trx
          .insertInto('question')
          .values({ personId: user.id, title: line, language: code, audience, recordId: what.recordId, matrixQuestion: what.matrixQuestion })
          .returning('id')
          .executeTakeFirstOrThrow();
        await trx.insertInto('questionPost').values({ questionId: id, personId: user.id, asks: true, text: clean.text }).execute();
        await settle(trx, id);
        await tell(trx, mailsOf(context), 'OWNERS', {
          question: id,
          event: 'asked',
          but: [user.id],
          subject: mailText('questionAskedSubject', { title: line }),
          text: mailText('questionAsked', { name: signature(user), title: line, text: clean.text }),
        });
        return { question: id, changed: clean.changed };
      },
      (done) => (done instanceof ValidationError ? null : done),
      (done) => done,
    ),
  );
}

async function hasOwners(db: Context['services']['db'], record: string | null): Promise<boolean> {
  if (record === null) return false;
  const { rows } =
    await sql`SELECT FROM record r WHERE r.id = ${record}::uuid AND (r.kind = 'ORGANIZATION' OR EXISTS (SELECT FROM record_owner own WHERE own.record_id = r.id))`.execute(
      db,
    );
  return rows.length > 0;
}

/**
 * Answers a question, and tells those who asked and answered before.
 * @param citations addresses of the entries that it rests on
 */
export async function answerQuestion(
  context: Writer,
  id: string,
  { text, citations }: { text: string; citations: readonly string[] },
  key: string | null,
): Done<Written> {
  const { services, user, viewer } = context;
  if (!takesPart(context)) throw forbidden('ONLY_QUESTION_WRITERS');
  const clean = pasted(text);
  const faults: FieldFault[] = requiredText('text', clean.text, 'MISSING', TEXT_MAX);
  if (citations.length > CITED_MAX) faults.push(fault('citations', 'TOO_MANY_ITEMS', { max: CITED_MAX }));
  const cited = await recordsAt(services.db, viewer, citations.slice(0, CITED_MAX));
  if (cited.missing.length > 0) faults.push(fault('citations', 'QUESTION_CITATIONS', { values: cited.missing.join(', ').slice(0, 200) }));
  if (faults.length > 0) return new ValidationError(faults);
  if (!(await readQuestion(services.db, context, id))) return gone();
  const refused = await tooMuch(context, 'answer');
  if (refused) return refused;
  return services.db.transaction().execute((trx) =>
    once<Written | ValidationError, Written>(
      trx,
      { personId: user.id, mutation: 'answerQuestion', key, content: { id, text: clean.text, citations: cited.ids } },
      async () => {
        const question = await locked(trx, context, id);
        if (!question) return gone();
        if (question.state === 'CLOSED') return refuse('text', 'QUESTION_CLOSED');
        const post = await trx
          .insertInto('questionPost')
          .values({ questionId: question.id, personId: user.id, text: clean.text })
          .returning('id')
          .executeTakeFirstOrThrow();
        if (cited.ids.length > 0)
          await trx
            .insertInto('questionCitation')
            .values(cited.ids.map((recordId, position) => ({ postId: post.id, recordId, position })))
            .execute();
        await settle(trx, question.id);
        await trx.updateTable('question').set({ activeAt: sql`now()` }).where('id', '=', question.id).execute();
        await tell(trx, mailsOf(context), 'THREAD', {
          question: question.id,
          event: 'answered',
          post: post.id,
          but: [user.id],
          subject: mailText('questionAnsweredSubject', { title: question.title }),
          text: mailText('questionAnswered', { name: signature(user), title: question.title, text: clean.text }),
        });
        return { question: question.id, changed: clean.changed };
      },
      (done) => (done instanceof ValidationError ? null : done),
      (done) => done,
    ),
  );
}

/** Asks somebody of the pool for an answer, by mail: once for each question, within the limits of messages. */
export async function askProfessional(context: Writer, id: string, professional: string): Done<Written> {
  const { services, user } = context;
  if (!takesPart(context)) throw forbidden('ONLY_QUESTION_WRITERS');
  const question = await readQuestion(services.db, context, id);
  if (!question || question.hidden) return gone();
  const to = await readProfessional(services.db, user, professional);
  if (!to) return refuse('professional', 'POOL_GONE');
  if (to.personId === user.id) return refuse('professional', 'POOL_SELF');
  const { rows } = await sql<{
    shown: boolean;
  }>`SELECT ${questionMeantForPerson} AS shown FROM ${questionsAbout} JOIN person p ON p.id = ${to.personId}::uuid WHERE q.id = ${question.id}::uuid`.execute(
    services.db,
  );
  if (!rows[0]?.shown) return refuse('professional', 'QUESTION_NOT_FOR_THEM');
  const { baseUrl } = services.accounts.settings;
  const refused = await passOn(context, to, {
    key: `question:${question.id}`,
    subject: mailText('questionForYouSubject', { title: question.title }),
    text: mailText('questionForYou', {
      name: signature(user),
      title: question.title,
      address: questionAddress(baseUrl, question.id),
      pool: `${baseUrl}/people/me`,
    }),
  });
  return refused ? new ValidationError(refused.fields.map((one) => ({ ...one, path: 'professional' }))) : { question: question.id, changed: false };
}
