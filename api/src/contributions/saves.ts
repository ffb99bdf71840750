import { sql } from 'kysely';
import { lift } from '#prisma/content/shape.ts';
import type { Trx } from '#prisma/database.ts';
import { type Reader, rowsOf } from '../records/query-batch.ts';
import type { Viewer } from '#search/engine.ts';
import { withoutSections } from '#prisma/content/audience.ts';
import type { Content, DraftRow } from './draft.ts';
import { viewOf } from './redaction.ts';

/** What a save holds. */
export type Saved = { content: Content; sources: Content[]; reason: string };
/** The last save of one open page. `sent` is what its form holds, where the save took in what others had written. */
export type LastSave = { edits: number; turn: number; saved: Saved; sent: Saved | null };
/** One earlier state of a draft, without its content. */
export type SaveHead = { edits: number; savedAt: Date | string; name: string | null; demo: boolean };

/** How many saves of a draft are kept, each one. */
const KEPT = 200;
/** And how many in all: of older ones only those that a person ended a while of writing with. */
const KEPT_IN_ALL = 300;
const WHILE_MINUTES = 10;
/** In a list, saves of one page that follow one another within this many seconds are one, unless much was taken out between them. */
const STEP_SECONDS = 60;
const MUCH = 100;

/** Keeps a draft as it stands after a save, and lets go of the oldest. Keeping the same state again does nothing. */
export async function keepSave(
  trx: Trx,
  draftId: string,
  personId: string,
  { writer = null, turn = 0, sent = null }: { writer?: string | null; turn?: number; sent?: Saved | null } = {},
): Promise<void> {
  const { rows } = await sql<{ edits: number }>`
    INSERT INTO draft_save (draft_id, edits, content, sources, reason, sent, saved_by, writer, turn)
    SELECT d.id, d.edits, d.content, d.sources, d.reason, ${sent ? JSON.stringify(sent) : null}::jsonb, ${personId}::uuid, ${writer}, ${turn} FROM draft d WHERE d.id = ${draftId}::uuid
    ON CONFLICT (draft_id, edits) DO NOTHING RETURNING edits`.execute(trx);
  const edits = rows[0]?.edits ?? 0;
  if (edits <= KEPT) return;
  await sql`DELETE FROM draft_save s WHERE s.draft_id = ${draftId}::uuid AND (
    (s.edits = ${edits - KEPT} AND EXISTS (SELECT FROM draft_save n WHERE n.draft_id = s.draft_id AND n.edits = s.edits + 1
      AND n.saved_by IS NOT DISTINCT FROM s.saved_by AND n.saved_at < s.saved_at + make_interval(mins => ${WHILE_MINUTES})))
    OR s.edits IN (SELECT edits FROM draft_save WHERE draft_id = ${draftId}::uuid ORDER BY edits DESC OFFSET ${KEPT_IN_ALL}))`.execute(trx);
}

/** The last save that one open page of a person made, or null. */
export async function lastOf(trx: Trx, draft: Pick<DraftRow, 'id' | 'kind' | 'recordId'>, personId: string, writer: string): Promise<LastSave | null> {
  const { rows } = await sql<{ edits: number; turn: number; sent: Saved | null } & Saved>`
    SELECT edits, turn, sent, content, sources, reason FROM draft_save
    WHERE draft_id = ${draft.id}::uuid AND saved_by = ${personId}::uuid AND writer = ${writer} ORDER BY edits DESC LIMIT 1`.execute(trx);
  const row = rows[0];
  return row
    ? {
        edits: row.edits,
        turn: row.turn,
        sent: row.sent && inShape(draft, row.sent),
        saved: inShape(draft, { content: row.content, sources: row.sources, reason: row.reason }),
      }
    : null;
}

/** A draft as a save left it, or null where that is not kept any more. What is in it is not yet cut to who asks. */
export async function savedAs(reader: Reader, draft: Pick<DraftRow, 'id' | 'kind' | 'recordId'>, edits: number): Promise<Saved | null> {
  const rows = await rowsOf(reader, sql<Saved>`SELECT content, sources, reason FROM draft_save WHERE draft_id = ${draft.id}::uuid AND edits = ${edits}`);
  return rows[0] ? inShape(draft, rows[0]) : null;
}

/** A save in today's shape, as its draft is. */
const inShape = ({ kind, recordId }: Pick<DraftRow, 'kind' | 'recordId'>, saved: Saved): Saved => ({
  ...saved,
  content: lift(kind, saved.content, { complete: recordId !== null }),
  sources: saved.sources.map((source) => lift('SOURCE', source, { complete: false })),
});

/** The content of an earlier save as a person may see it: under its own audiences and under those that the draft has now. */
export function savedContent(draft: DraftRow, content: Content, viewer: Viewer): Content {
  const then = viewOf({ ...draft, content }, viewer);
  return withoutSections(draft.kind, then.content, viewOf(draft, viewer).hidden);
}

/**
 * The earlier states of a draft, newest first: of saves that one page made one right after another only the last. At most 50.
 * @param edits only that save, whatever follows it
 */
export async function listSaves(reader: Reader, draft: Pick<DraftRow, 'id'>, edits: number | null = null): Promise<SaveHead[]> {
  const wanted =
    edits === null
      ? sql`s.next_at IS NULL OR s.next_by IS DISTINCT FROM s.saved_by OR s.writer IS NULL OR s.next_writer IS DISTINCT FROM s.writer
          OR s.next_at > s.saved_at + make_interval(secs => ${STEP_SECONDS}) OR s.size > s.next_size + ${MUCH}`
      : sql`s.edits = ${edits}`;
  return rowsOf(
    reader,
    sql<SaveHead>`
    SELECT s.edits, s.saved_at AS "savedAt", p.name, coalesce(p.demo, false) AS demo FROM (
      SELECT t.*, lead(t.saved_at) OVER w AS next_at, lead(t.saved_by) OVER w AS next_by, lead(t.writer) OVER w AS next_writer, lead(t.size) OVER w AS next_size
      FROM (SELECT edits, saved_at, saved_by, writer, length(content::text) AS size FROM draft_save WHERE draft_id = ${draft.id}::uuid) t WINDOW w AS (ORDER BY t.edits)) s
    LEFT JOIN person p ON p.id = s.saved_by WHERE ${wanted} ORDER BY s.edits DESC LIMIT 50`,
  );
}
