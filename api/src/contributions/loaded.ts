import { sql } from 'kysely';
import { ownersOf } from '#prisma/content/audience.ts';
import type { Named } from '../accounts/account.ts';
import { batch } from '../records/batch.ts';
import { type Content, type DraftRow, type ReviewRow, reviewsOf } from './draft.ts';
import { organizationsCalled } from './publish.ts';
import type { Remark } from './redaction.ts';

/** What the drafts, reviews and records of one answer ask for, each for itself, read together (records/batch.ts). */

export const personOf = batch(async ({ reads }, ids: readonly string[]): Promise<(Named | null)[]> => {
  const people = await reads.rows(sql<Named & { id: string }>`SELECT id, name, demo FROM person WHERE id = ANY (${ids as string[]}::uuid[])`);
  const byId = new Map(people.map(({ id, ...person }) => [id, person]));
  return ids.map((id) => byId.get(id) ?? null);
});

export const reviewsOfDraft = batch(async ({ reads }, ids: readonly string[]): Promise<ReviewRow[][]> => {
  const byDraft = Map.groupBy(await reviewsOf(reads, ids), ({ draftId }) => draftId);
  return ids.map((id) => byDraft.get(id) ?? []);
});

export type CommentRow = Remark & { id: string; text: string; createdAt: Date | string; name: string; demo: boolean };
/** The remarks on a draft, oldest first. */
export const commentsOfDraft = batch(async ({ reads }, ids: readonly string[]): Promise<CommentRow[][]> => {
  const rows = await reads.rows(sql<CommentRow & { draft: string }>`
    SELECT c.draft_id AS draft, c.id, c.author_id AS "authorId", c.field, c.about, c.internal, c.text, c.created_at AS "createdAt", p.name, p.demo FROM draft_comment c JOIN person p ON p.id = c.author_id
    WHERE c.draft_id = ANY (${ids as string[]}::uuid[]) ORDER BY c.created_at, c.id`);
  const byDraft = Map.groupBy(rows, ({ draft }) => draft);
  return ids.map((id) => byDraft.get(id) ?? []);
});

/** The slugs of the organizations that own a record. */
export const ownerSlugs = batch(
  async ({ reads }, asked: readonly { kind: DraftRow['kind']; content: Content }[]): Promise<string[][]> => {
    const names = asked.map(({ kind, content }) => ownersOf(kind, content));
    const owners = await organizationsCalled(reads, names.flat());
    return names.map((own) =>
      owners.filter(({ slug, shortName, sourceKey }) => own.some((name) => name === slug || name === shortName || name === sourceKey)).map(({ slug }) => slug),
    );
  },
  ({ content }) => content,
);
