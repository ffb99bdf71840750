import { sql } from 'kysely';
import type { User } from '../accounts/user.ts';
import type { Context } from '../context.ts';
import { forbidden, type ValidationError, refuse } from '../errors.ts';
import { type DraftRow, findDraft } from './draft.ts';
import { listRefused, putAsideRefused, withRefused } from './refused-saves.ts';
import { savedAs, savedContent } from './saves.ts';
import { saveDraft, type Stale } from './write.ts';

const gone = () => refuse('id', 'NO_DRAFT');

/**
 * Goes on with a draft that was given up. One that is being written already stays as it is.
 * @throws GraphQLError FORBIDDEN for people who do not write on it
 */
export async function takeUpDraft(context: Context, user: User, id: string): Promise<DraftRow | ValidationError> {
  return context.services.db.transaction().execute(async (trx) => {
    const draft = await findDraft(trx, user, id, { lock: true });
    if (!draft) return gone();
    if (!draft.writes) throw forbidden('ONLY_DRAFT_TAKERS');
    if (draft.state === 'DRAFT' || draft.state === 'RETURNED') return draft;
    if (draft.state !== 'WITHDRAWN') return refuse('id', 'DRAFT_NOT_GIVEN_UP');
    await trx.updateTable('draft').set({ state: 'DRAFT', updatedAt: sql`now()` }).where('id', '=', draft.id).execute();
    return (await findDraft(trx, user, draft.id)) as DraftRow;
  });
}

/**
 * Brings an earlier save of a draft back, as a new save on top of all others: what the person does not see of it stays as it is.
 * @param request.edits of the draft as the person saw it; where content or sources were changed since, nothing is done
 * @throws GraphQLError FORBIDDEN for people who do not write on it
 */
export async function restoreSave(
  context: Context,
  user: User,
  { id, save, edits }: { id: string; save: number; edits: number },
): Promise<DraftRow | ValidationError | Stale> {
  const { db } = context.services;
  const draft = await findDraft(db, user, id);
  if (!draft) return gone();
  if (!draft.writes) throw forbidden('ONLY_DRAFT_WRITERS');
  const saved = await savedAs(db, draft, save);
  if (!saved) return refuse('save', 'SAVE_GONE');
  const content = savedContent(draft, saved.content, context.viewer);
  return saveDraft(context, user, { id, content, sources: saved.sources, reason: saved.reason, edits, merge: false });
}

/**
 * Puts a refused save of the person's own into the draft, or aside; another's can be read, and is put in by nobody else.
 * @param request.edits of the draft as the person saw it; where content or sources were changed since, nothing is done
 * @throws GraphQLError FORBIDDEN for people who do not write on it
 */
export async function answerRefused(
  context: Context,
  user: User,
  { id, refused, take, edits }: { id: string; refused: string; take: boolean; edits: number },
): Promise<DraftRow | ValidationError | Stale> {
  const { db } = context.services;
  const draft = await findDraft(db, user, id);
  if (!draft) return gone();
  if (!draft.writes) throw forbidden('ONLY_DRAFT_WRITERS');
  const kept = (await listRefused(db, draft, user)).find((one) => one.id === refused && one.mine);
  if (!kept) return refuse('refused', 'REFUSED_GONE');
  if (take) {
    const saved = await saveDraft(context, user, { id, ...(await withRefused(db, draft, kept, context.viewer)), edits, merge: false });
    if (!('state' in saved)) return saved;
  }
  await putAsideRefused(db, user, draft.id, refused);
  return (await findDraft(db, user, id)) ?? gone();
}
