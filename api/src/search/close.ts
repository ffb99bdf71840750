import { sql } from 'kysely';
import type { RecordKind } from '#prisma/generated/enums.ts';
import type { Close } from '#search/close.ts';
import type { SearchHit } from '#search/engine.ts';
import type { Context } from '../context.ts';
import { visibleRecords } from '../records/policy.ts';

/** So many are shown. */
const MOST = 5;

/** What a search was restricted to: kinds, filter values ("facet:value", by facet), and the records that it found by words. */
type Restriction = { kinds: readonly RecordKind[]; chosen: readonly string[][]; without: readonly string[] };

/** The closest records that the viewer may see and the restriction allows, as hits that nothing typed stands in. One statement, none where nothing is close. */
export async function closeHits(
  { reads, viewer }: Pick<Context, 'reads' | 'viewer'>,
  close: readonly Close[],
  { kinds, chosen, without }: Restriction,
): Promise<SearchHit[]> {
  if (close.length === 0) return [];
  const restrictions = [
    // A vector of former words is not the one that was compared.
    sql`e.number = c.number`,
    visibleRecords(viewer),
    sql`r.id <> ALL (${[...without]}::uuid[])`,
    ...(kinds.length > 0 ? [sql`r.kind = ANY (${[...kinds]}::record_kind[])`] : []),
    ...chosen.map((keys) => sql`r.facet_keys && ${keys}::text[]`),
  ];
  const rows = await reads.rows(sql<Pick<SearchHit, 'id' | 'kind' | 'slug' | 'title' | 'facetKeys'> & { summary: string }>`
    SELECT r.id, r.kind, r.slug, r.title, r.summary, r.facet_keys AS "facetKeys"
    FROM unnest(${close.map(({ id }) => id)}::uuid[], ${close.map(({ number }) => number)}::bigint[]) WITH ORDINALITY c (id, number, place)
    JOIN record_embedding e ON e.record_id = c.id JOIN record r ON r.id = c.id
    WHERE ${sql.join(restrictions, sql` AND `)} ORDER BY c.place LIMIT ${MOST}`);
  const plain = (text: string) => (text === '' ? [] : [{ text, marked: false }]);
  return rows.map(({ summary, ...record }) => ({ ...record, titleParts: plain(record.title), snippet: plain(summary), matches: [], near: true }));
}
