import { sql } from 'kysely';
import { mailText } from '#i18n/mail.ts';
import { shaped } from '#prisma/content/shape.ts';
import type { Trx } from '#prisma/database.ts';
import { type Draft, deriveRecord } from '#prisma/derive.ts';
import { appendLog } from '#prisma/log.ts';
import { RecordLookup } from '#prisma/lookup.ts';
import { connectRecords, labelFacets, writeRecords } from '#prisma/publish.ts';
import { recordRevisions } from '#prisma/revision.ts';
import { indexLater } from '#search/reindex.ts';
import { archiveRow } from '../contributions/archive.ts';
import { nextPosition } from '../contributions/publish.ts';

/** A content that becomes the live version of a foreign record, why, and which earlier version it repeats. */
export type ForeignVersion = { content: Draft['content']; restores: number | null };

/** Makes contents of foreign records live in one go, each with its version sealed in the log; how many statements it takes does not depend on how many they are. */
export async function publishForeign(
  trx: Trx,
  by: string | null,
  reason: string,
  versions: readonly ForeignVersion[],
): Promise<{ id: string; slug: string; version: number }[]> {
  if (versions.length === 0) return [];
  let next = await nextPosition(trx, 'FOREIGN_RECORD');
  const drafts: Draft[] = versions.map(({ content }) => ({
    kind: 'FOREIGN_RECORD',
    content: shaped('FOREIGN_RECORD', { ...content, position: content.position || next++ }),
  }));
  const { ids } = await indexLater(trx, async () => {
    const ids = await writeRecords(trx, drafts, { seed: false });
    const lookup = await RecordLookup.of(trx, drafts);
    const derived = drafts.map((draft, index) => ({ id: ids[index] as string, derived: deriveRecord(draft, lookup) }));
    await connectRecords(trx, derived);
    await labelFacets(
      trx,
      derived.flatMap((one) => one.derived.facetKeys),
    );
    return { ids };
  });
  const { rows } = await sql<{ id: string; version: number; previous: string | null }>`
    SELECT r.id, r.version, v.hash AS previous FROM record r LEFT JOIN revision v ON v.record_id = r.id AND v.number = r.version - 1 WHERE r.id = ANY (${ids}::uuid[])`.execute(
    trx,
  );
  const now = new Map(rows.map((row) => [row.id, row]));
  const published = drafts.map(({ kind, content }, index) => {
    const id = ids[index] as string;
    const { version, previous } = now.get(id) as (typeof rows)[number];
    return { recordId: id, kind, slug: content.slug, content, number: version, previous, author: by, reason, restores: versions[index]?.restores ?? null };
  });
  await recordRevisions(trx, published);
  return published.map(({ recordId, slug, number }) => ({ id: recordId, slug, version: number }));
}

/** Takes foreign records out of the library, each with its entry in the log. */
export async function archiveForeign(trx: Trx, by: string | null, reason: string, ids: readonly string[]): Promise<void> {
  for (const id of ids) await archiveRow(trx, id, reason, by);
}

/** Brings foreign records back that were taken out. */
export async function reviveForeign(trx: Trx, by: string | null, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { rows } = await sql<{ id: string; slug: string; version: number }>`
    UPDATE record SET archived_at = NULL, archived_reason = NULL, updated_at = now() WHERE id = ANY (${[...ids]}::uuid[]) AND archived_at IS NOT NULL RETURNING id, slug, version`.execute(
    trx,
  );
  await appendLog(
    trx,
    rows.map(({ id, slug, version }) => ({ kind: 'RECORD_UNARCHIVED', body: { record: id, kind: 'FOREIGN_RECORD', slug, number: version, by } })),
  );
}

/** Why a version of a foreign record was made, as its history says it. */
export const loadReason = (name: string, version: string): string => mailText('catalogueReason', { name, version });
