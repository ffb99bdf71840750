import { sql } from 'kysely';
import type { RecordKind } from '#prisma/generated/enums.ts';
import type { Context } from '../context.ts';
import { batch } from './batch.ts';
import { keyOf } from './facets.ts';
import type { Linked } from './links.ts';
import { visibleBeyondPublic, visibleRecords } from './policy.ts';
import { readFollowing } from './following.ts';
import { type RecordRow, recordColumns } from './load.ts';

/**
 * @property weights what a shared value of a facet says of how much two records have in common
 * @property least from so much on two records are called similar
 * @property most so many are shown
 */
type Likeness = { kind: RecordKind; weights: Record<string, number>; least: number; most: number };

/**
 * The visible records of its kind that share most with one, as links. All of the library are compared: what everybody sees in
 * memory, the little that is for some in the statement that reads the rows; for many records in one statement.
 */
const alikeIn = ({ kind, weights, least, most }: Likeness) =>
  batch<RecordRow, Linked[]>(
    async (context: Context, rows) => {
      const { facets } = context.services;
      await facets.ready();
      const asked = await Promise.all(
        rows.map(async ({ id, facets: own }) => {
          const entries = (await facets.decode(own)).filter(({ facet }) => facet in weights);
          const weightOf = new Map(entries.map((entry) => [entry.code, weights[entry.facet] as number]));
          return {
            id,
            keys: entries.map((entry) => ({ key: keyOf(entry), weight: weights[entry.facet] as number })),
            alike: facets.public.mostAlike(kind, id, weightOf, least, most),
          };
        }),
      );
      const found = await readFollowing(
        context,
        sql<RecordRow & { own: string; shared: string[] }>`
      SELECT best.own, best.shared, ${recordColumns}
      FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) AS own (id uuid, keys jsonb, alike uuid[])
      CROSS JOIN LATERAL (
        SELECT own.id AS own, c.id, scored.score, scored.shared
        FROM (SELECT unnest(own.alike) AS id UNION SELECT r.id FROM record r WHERE r.kind = ${kind}::record_kind AND r.id <> own.id AND ${visibleBeyondPublic(context.viewer)}) c
        JOIN record r ON r.id = c.id AND ${visibleRecords(context.viewer)}
        CROSS JOIN LATERAL (
          SELECT sum(w.weight) AS score, array_agg(w.key ORDER BY w.weight DESC, w.key) AS shared
          FROM jsonb_to_recordset(own.keys) AS w (key text, weight integer) WHERE w.key = ANY (r.facet_keys)) scored
        WHERE scored.score >= ${least} ORDER BY scored.score DESC, c.id LIMIT ${most}) best
      JOIN record r ON r.id = best.id
      ORDER BY best.own, best.score DESC, best.id`,
      );
      const byOwn = Map.groupBy(found, ({ own }) => own);
      return rows.map(({ id }) =>
        (byOwn.get(id) ?? []).map(
          ({ own: _own, shared, ...record }, _index, all): Linked => ({ relation: 'SIMILAR', direction: 'OUT', data: { shared }, total: all.length, record }),
        ),
      );
    },
    ({ id }) => id,
  );

/** Projects that share a use, a platform, a country, a vendor or an owner. */
export const similarTo = alikeIn({ kind: 'PROJECT', weights: { use: 3, country: 2, platform: 2, vendor: 2, organization: 1 }, least: 3, most: 6 });
/** Vendors that work on the same platforms. */
export const vendorsLike = alikeIn({ kind: 'VENDOR', weights: { platform: 1 }, least: 1, most: 8 });
