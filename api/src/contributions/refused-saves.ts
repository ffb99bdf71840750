import { sql } from 'kysely';
import { sectionsAt } from '#prisma/content/audience.ts';
import { knownInDraft } from '#prisma/content/known.ts';
import type { Database, Trx } from '#prisma/database.ts';
import type { User } from '../accounts/user.ts';
import type { Viewer } from '#search/engine.ts';
import { type Reader, rowsOf } from '../records/query-batch.ts';
import type { Content, DraftRow } from './draft.ts';
import { type Clash, merge } from './merge.ts';
import { viewOf } from './redaction.ts';
import { type Saved, savedAs, savedContent } from './saves.ts';

/** A save that was refused: `edits` is the draft's when it was, `mine` whether the asking person typed it, `settledAt` when that person was done with it. */
export type RefusedSave = Saved & {
  id: string;
  edits: number;
  clashes: Clash[];
  refusedAt: Date | string;
  settledAt: Date | string | null;
  mine: boolean;
  name: string | null;
  demo: boolean;
};

/** How many refused saves of a draft are kept. */
const KEPT = 50;
const WITHOUT_PAGE = 'no page';
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Keeps a save that was refused, with the places that two people had changed. Of one open page only the last is kept, which holds
 * what the earlier ones did; the oldest beyond 50 of a draft are let go, those first that are settled.
 */
export async function keepRefused(
  trx: Trx,
  draft: Pick<DraftRow, 'id' | 'edits'>,
  personId: string,
  { content, sources, reason }: Saved,
  clashes: readonly Clash[],
  { writer, turn }: { writer: string | null; turn: number },
): Promise<void> {
  await sql`
    INSERT INTO draft_refusal (draft_id, edits, content, sources, reason, clashes, written_by, writer, turn)
    VALUES (${draft.id}::uuid, ${draft.edits}, ${JSON.stringify(content)}::jsonb, ${JSON.stringify(sources)}::jsonb, ${reason}, ${JSON.stringify(clashes)}::jsonb, ${personId}::uuid,
      coalesce(${writer}, ${WITHOUT_PAGE} || ' ' || uuidv7()), ${turn})
    ON CONFLICT (draft_id, written_by, writer) DO UPDATE SET edits = excluded.edits, content = excluded.content, sources = excluded.sources, reason = excluded.reason,
      clashes = excluded.clashes, turn = excluded.turn, refused_at = now(), settled_at = NULL WHERE draft_refusal.turn <= excluded.turn`.execute(trx);
  await sql`DELETE FROM draft_refusal WHERE id IN (
    SELECT id FROM draft_refusal WHERE draft_id = ${draft.id}::uuid AND written_by = ${personId}::uuid ORDER BY settled_at IS NULL DESC, refused_at DESC OFFSET ${KEPT})`.execute(
    trx,
  );
}

/** What an open page had sent in vain is settled: the same page saved after it, with both texts before its eyes or with all of its own. */
export const settleRefused = (trx: Trx, draftId: string, personId: string, writer: string) =>
  sql`UPDATE draft_refusal SET settled_at = now() WHERE draft_id = ${draftId}::uuid AND written_by = ${personId}::uuid AND writer = ${writer} AND settled_at IS NULL`.execute(
    trx,
  );

/** The person has read a refused save of their own and needs it no more; it stays among the earlier saves. */
export async function putAsideRefused(db: Database | Trx, user: User, draftId: string, id: string): Promise<boolean> {
  if (!uuid.test(id)) return false;
  const { rows } = await sql`UPDATE draft_refusal SET settled_at = coalesce(settled_at, now())
    WHERE id = ${id}::uuid AND draft_id = ${draftId}::uuid AND written_by = ${user.id}::uuid RETURNING id`.execute(db);
  return rows.length > 0;
}

/** The refused saves of a draft, newest first. */
export async function listRefused(reader: Reader, draft: Pick<DraftRow, 'id'>, user: User): Promise<RefusedSave[]> {
  return rowsOf(
    reader,
    sql<RefusedSave>`
    SELECT f.id, f.edits, f.content, f.sources, f.reason, f.clashes, f.refused_at AS "refusedAt", f.settled_at AS "settledAt", f.written_by = ${user.id}::uuid AS mine, p.name, p.demo
    FROM draft_refusal f JOIN person p ON p.id = f.written_by WHERE f.draft_id = ${draft.id}::uuid ORDER BY f.refused_at DESC`,
  );
}

/** The places that both had changed, but for those that are for others now. */
export function shownClashes(draft: DraftRow, { content, clashes }: Pick<RefusedSave, 'content' | 'clashes'>, viewer: Viewer): Clash[] {
  const view = viewOf(draft, viewer);
  if (!view.open) return [];
  if (view.hidden.size === 0) return clashes;
  return clashes.filter(({ path }) => !/^(sources|reason)\b/.test(path) && !sectionsAt(draft.kind, content, path).some((section) => view.hidden.has(section)));
}

/** The draft with a refused save put into it: of what both changed the refused text, everything that was changed elsewhere since as it is now. */
export async function withRefused(db: Database | Trx, draft: DraftRow, refused: RefusedSave, viewer: Viewer): Promise<Saved> {
  const seen = ({ content, sources, reason }: Saved): Saved => ({ content: savedContent(draft, content as Content, viewer), sources, reason });
  const base = await savedAs(db, draft, refused.edits);
  return merge(base && seen(base), seen(refused), seen(draft), knownInDraft(draft.kind)).value;
}

/** Whether a save of one open page has arrived, and how it was answered: what a page asks that was left before it was told. */
export async function arrivalOf(db: Database | Trx, draftId: string, user: User, writer: string, turn: number): Promise<'SAVED' | 'REFUSED' | null> {
  const { rows } = await sql<{ arrival: 'SAVED' | 'REFUSED' }>`
    SELECT 'SAVED' AS arrival FROM draft_save WHERE draft_id = ${draftId}::uuid AND saved_by = ${user.id}::uuid AND writer = ${writer} AND turn >= ${turn}
    UNION ALL SELECT 'REFUSED' FROM draft_refusal WHERE draft_id = ${draftId}::uuid AND written_by = ${user.id}::uuid AND writer = ${writer} AND turn >= ${turn} LIMIT 1`.execute(
    db,
  );
  return rows[0]?.arrival ?? null;
}
