import { mailText } from '#i18n/mail.ts';
import { type FieldFault, fault } from '#i18n/fault.ts';
import { sql } from 'kysely';
import { hashOf } from '#prisma/hash.ts';
import type { Trx } from '#prisma/database.ts';
import { findUser } from '../accounts/memberships.ts';
import type { User } from '../accounts/user.ts';
import type { Context } from '../context.ts';
import { forbidden, ValidationError, refuse } from '../errors.ts';
import { claimFiles } from './attach.ts';
import { askedOf, askReviewers } from './asked.ts';
import { fieldInWords } from './field-words.ts';
import { type Decision, type DraftRow, findDraft, type ReviewRow, reviewsOf } from './draft.ts';
import { draftAddress, mailAboutDraft, peopleOf, type Receiver, reviewAddress } from './mails.ts';
import { canDecide } from './policy.ts';
import { publish } from './publish.ts';
import { viewOf } from './redaction.ts';
import { checkContent } from './validate.ts';

export type DecisionInput = {
  draft: string;
  organization: string;
  round: number;
  outcome: 'ACCEPTED' | 'RETURNED';
  fields: Decision[];
  comment: string;
};

/**
 * Decides for one owner organization on a submitted draft. A returned field needs a reason; one returned field returns the
 * draft. When the last owner accepts, the draft goes live in the same transaction. Deciding the same again does nothing.
 */
export async function decide(context: Context, user: User, input: DecisionInput): Promise<DraftRow | ValidationError> {
  const faults = input.fields.flatMap(({ field, decision, reason }, index) => [
    ...(field.trim() === '' || field.length > 300 ? [fault(`fields.${index}.field`, 'FIELD_NAME')] : []),
    ...(decision === 'RETURNED' && reason.trim() === '' ? [fault(`fields.${index}.reason`, 'FIELD_REASON')] : []),
    ...(reason.length > 2000 ? [fault(`fields.${index}.reason`, 'TOO_LONG', { max: 2000 })] : []),
  ]);
  if (input.fields.length > 500) faults.push(fault('fields', 'FIELDS_MANY', { max: 500 }));
  if (input.comment.length > 4000) faults.push(fault('comment', 'TOO_LONG', { max: 4000 }));
  const returned = input.fields.some((one) => one.decision === 'RETURNED');
  if (input.outcome === 'ACCEPTED' && returned) faults.push(fault('outcome', 'ACCEPTED_WITH_RETURNED'));
  if (input.outcome === 'RETURNED' && !returned && input.comment.trim() === '') faults.push(fault('comment', 'RETURNED_WITHOUT_REASON'));
  if (faults.length > 0) return new ValidationError(faults);

  return context.services.db.transaction().execute(async (trx) => {
    const draft = await findDraft(trx, user, input.draft, { lock: true });
    if (!draft) return refuse('draft', 'NO_DRAFT');
    const reviews = await reviewsOf(trx, [draft.id]);
    const review = reviews.find(
      (one) => (one.organizationSlug === input.organization || one.organizationName === input.organization) && one.round === draft.round,
    );
    if (!review) return refuse('organization', 'NOT_ASKED');
    const { allowed, steppingIn } = canDecide(user, draft, review.organizationId);
    if (!allowed) {
      if (draft.authorId === user.id || draft.editors.includes(user.id)) throw forbidden('SECOND_PERSON_DECIDES');
      if (review.organizationId === null) throw forbidden('SECRETARIAT_DECIDES');
      throw forbidden('PUBLISHERS_DECIDE', { organization: review.organizationName });
    }
    const same = review.comment === input.comment.trim() && hashOf(review.decisions) === hashOf(input.fields);
    if (review.state !== 'PENDING' && review.reviewerId === user.id && review.state === input.outcome && same) return draft;
    if (input.round !== draft.round) return refuse('round', 'SUBMITTED_ANEW');
    if (draft.state !== 'SUBMITTED' || review.state !== 'PENDING') return decidedAlready(trx, draft, reviews, review);
    const view = viewOf(draft, context.viewer);
    const fields = input.fields.map((one) => ({ ...one, about: view.about(one.field) }));
    await trx
      .updateTable('review')
      .set({
        state: input.outcome,
        decisions: JSON.stringify(fields),
        comment: input.comment.trim(),
        about: JSON.stringify(view.about(null)),
        reviewerId: user.id,
        steppedIn: steppingIn,
        decidedAt: sql`now()`,
      })
      .where('id', '=', review.id)
      .execute();
    if (input.outcome === 'RETURNED') await returnDraft(trx, context, draft, review, fields, input.comment);
    else if (reviews.every((one) => one.round !== draft.round || one.id === review.id || one.state === 'ACCEPTED')) {
      const faults = await publishDraft(trx, context, draft);
      if (faults) return new ValidationError(view.faults(faults));
    }
    return (await findDraft(trx, user, draft.id)) ?? draft;
  });
}

/** What happened before somebody decided: told to whoever comes second, whose decision is not kept. */
async function decidedAlready(trx: Trx, draft: DraftRow, reviews: readonly ReviewRow[], review: ReviewRow): Promise<ValidationError> {
  if (review.state === 'ACCEPTED' || review.state === 'RETURNED') {
    const person = await trx.selectFrom('person').select('name').where('id', '=', review.reviewerId).where('erasedAt', 'is', null).executeTakeFirst();
    const organization = review.organizationName;
    return person
      ? refuse('draft', `${review.state}_ALREADY_BY`, { organization, person: person.name })
      : refuse('draft', `${review.state}_ALREADY`, { organization });
  }
  const other = reviews.find((one) => one.round === draft.round && one.state === 'RETURNED');
  return other ? refuse('draft', 'RETURNED_MEANWHILE', { organization: other.organizationName }) : refuse('draft', 'NOT_WITH_REVIEWERS');
}

/** Whom the answer goes to: the author; where they do not write for the organization any more, its publishers. */
async function writersOf(trx: Trx, draft: DraftRow): Promise<Receiver[]> {
  const author = await findUser(trx, draft.authorId);
  if (author && (await findDraft(trx, author, draft.id))?.writes) return [author];
  return peopleOf(trx, draft.organizationId, draft.organizationId ? 'PUBLISHER' : 'SECRETARIAT');
}

/** The draft goes back to its author with the reasons; whoever has not answered yet is not asked any more. */
async function returnDraft(trx: Trx, context: Context, draft: DraftRow, review: ReviewRow, fields: Decision[], comment: string) {
  await trx.updateTable('review').set({ state: 'CLOSED' }).where('draftId', '=', draft.id).where('state', '=', 'PENDING').execute();
  await trx.updateTable('draft').set({ state: 'RETURNED', updatedAt: sql`now()` }).where('id', '=', draft.id).execute();
  const said = { decisions: fields, comment, about: null };
  const { baseUrl } = context.services.accounts.settings;
  await mailAboutDraft(trx, draft.id, await writersOf(trx, draft), `review:${review.id}:returned`, (view) => ({
    subject: mailText('returnedSubject', { title: view.title }),
    text: [
      `${mailText('returned', { organization: review.organizationName })}${context.user ? ` ${mailText('returnedBy', { name: context.user.name })}` : ''}`,
      ...view
        .decisions(said)
        .flatMap((one) => (one.decision === 'RETURNED' ? [mailText('returnedField', { field: fieldInWords(one.field), reason: one.reason })] : [])),
      view.comment(said).trim(),
      mailText('returnedNext', { address: draftAddress(baseUrl, draft.id) }),
      mailText('returnedTalk', { address: `${reviewAddress(baseUrl, draft.id)}#talk` }),
    ]
      .filter(Boolean)
      .join('\n'),
  }));
}

/** Publishes an accepted draft, unless the live version or what it refers to has changed meanwhile. */
async function publishDraft(trx: Trx, context: Context, draft: DraftRow): Promise<FieldFault[] | null> {
  const { baseUrl } = context.services.accounts.settings;
  if (draft.recordId) {
    const live = await trx.selectFrom('record').select(['version', 'archivedAt']).where('id', '=', draft.recordId).forUpdate().executeTakeFirstOrThrow();
    if (live.version !== draft.basedOn || live.archivedAt) {
      await trx.updateTable('draft').set({ state: 'RETURNED', updatedAt: sql`now()` }).where('id', '=', draft.id).execute();
      await trx
        .insertInto('draftComment')
        .values({
          draftId: draft.id,
          authorId: draft.authorId,
          about: '[]',
          text: live.archivedAt ? mailText('overtakenNoteArchived') : mailText('overtakenNoteChanged', { version: live.version }),
        })
        .execute();
      await mailAboutDraft(trx, draft.id, await writersOf(trx, draft), `draft:${draft.id}:${draft.round}:overtaken`, ({ title }) => ({
        subject: mailText('overtakenSubject', { title }),
        text: mailText('overtaken', { address: draftAddress(baseUrl, draft.id) }),
      }));
      return null;
    }
  }
  const checked = await checkContent(trx, draft, null);
  // The refusal rolls nothing back: the acceptance is undone below, and whoever decides sees what has to be mended first.
  if (!checked.content) {
    await trx
      .updateTable('review')
      .set({ state: 'PENDING', reviewerId: null, decidedAt: null, decisions: '[]', comment: '', about: null, steppedIn: false })
      .where('draftId', '=', draft.id)
      .where('round', '=', draft.round)
      .where('decidedAt', '=', sql<Date>`now()`)
      .execute();
    return checked.faults;
  }
  const reviews = (await reviewsOf(trx, [draft.id])).filter((one) => one.round === draft.round);
  // Who has to accept follows from what is live and what is proposed now; somebody may not have been asked yet.
  const missing = (await askedOf(trx, draft.kind, draft.liveContent, checked.content)).filter((id) => !reviews.some((one) => one.organizationId === id));
  if (missing.length > 0) {
    await askReviewers(trx, baseUrl, draft, missing, { id: draft.authorId, name: draft.authorName });
    return null;
  }
  const reviewers = await trx
    .selectFrom('person')
    .select(['id', 'pseudonym'])
    .where(
      'id',
      'in',
      reviews.map((one) => one.reviewerId ?? draft.authorId),
    )
    .execute();
  const author = await trx.selectFrom('person').select('pseudonym').where('id', '=', draft.authorId).executeTakeFirstOrThrow();
  const result = await publish(trx, {
    recordId: draft.recordId,
    kind: draft.kind,
    content: checked.content,
    sources: draft.sources,
    author: author.pseudonym,
    organization: draft.organizationSlug,
    accepted: reviews.map((one) => ({
      organization: one.organizationSlug,
      reviewer: reviewers.find((person) => person.id === one.reviewerId)?.pseudonym ?? '',
      steppedIn: one.steppedIn,
    })),
    reason: draft.reason,
    restores: draft.restores,
  });
  await trx
    .updateTable('draft')
    .set({ state: 'LIVE', recordId: result.recordId, publishedVersion: result.version, updatedAt: sql`now()` })
    .where('id', '=', draft.id)
    .execute();
  await claimFiles(trx, draft.id, result.recordId, checked.content);
  await mailAboutDraft(trx, draft.id, await writersOf(trx, draft), `draft:${draft.id}:live`, ({ title }) => ({
    subject: mailText('liveSubject', { title }),
    text: mailText('live', { version: result.version, address: `${baseUrl}${result.address}` }),
  }));
  return null;
}
