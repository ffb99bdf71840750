import { sql } from 'kysely';
import type { Trx } from '#prisma/database.ts';
import type { RecordKind } from '#prisma/generated/enums.ts';
import { connectRecord, type Draft, labelFacets } from '#prisma/publish.ts';
import { directoryFor } from './validate.ts';

/**
 * Derives anew the filter values, search words and links of the records that name a project or vendor, after it was
 * changed, closed, archived or brought back: none keeps a title that it does not have any more, or that its own readers may
 * not see.
 */
export async function renewNamers(trx: Trx, record: { id: string; kind: RecordKind; slug: string; sourceKey: string | null }): Promise<void> {
  if (record.kind !== 'PROJECT' && record.kind !== 'VENDOR') return;
  const keys = [record.slug, ...(record.sourceKey ? [record.sourceKey] : [])];
  const naming =
    record.kind === 'PROJECT'
      ? sql`r.kind = 'LESSON' AND r.content->'projects' ?| ${keys}::text[]`
      : sql`r.kind = 'PROJECT' AND EXISTS (SELECT FROM jsonb_array_elements(r.content->'engagements') e WHERE e->>'vendor' = ANY (${keys}::text[]))`;
  const { rows } = await sql<{ id: string; kind: RecordKind; content: Draft['content']; past: boolean }>`
    SELECT r.id, r.kind, r.content, r.facet_keys @> ARRAY['freshness:PAST'] AS past FROM record r WHERE ${naming} ORDER BY r.id FOR UPDATE`.execute(trx);
  if (rows.length === 0) return labelFacets(trx);
  const directory = await directoryFor(trx, ...rows);
  for (const { id, kind, content, past } of rows) {
    await connectRecord(trx, id, { kind, content }, directory);
    if (past) await sql`UPDATE record SET facet_keys = array_append(facet_keys, 'freshness:PAST') WHERE id = ${id}::uuid`.execute(trx);
  }
  await labelFacets(trx);
}
