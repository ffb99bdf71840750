import { sql } from 'kysely';
import type { RecordKind } from '#prisma/generated/enums.ts';
import { batch } from './batch.ts';
import { visibleBeyondPublic } from './policy.ts';

/**
 * How many records that the viewer sees name a record in a relation, each once; for many in one statement.
 * @param asked the id of who is named, the relation, and the kind of who names it
 */
export const namedBy = batch<{ id: string; relation: string; kind: RecordKind }, number>(
  async ({ reads, viewer }, asked) => {
    const ids = [...new Set(asked.map(({ id }) => id))];
    const relations = [...new Set(asked.map(({ relation }) => relation))];
    const rows = await reads.rows(sql<{ id: string; relation: string; kind: RecordKind; number: number }>`
      SELECT id, relation, kind, sum(number)::int AS number FROM (
        SELECT l.to_id AS id, l.relation, l.kind, l.change AS number, NULL::uuid AS who FROM link_count l WHERE l.to_id = ANY(${ids}::uuid[]) AND l.relation = ANY(${relations}::text[])
        UNION ALL SELECT DISTINCT l.to_id, l.relation, l.from_kind, 1, l.from_id FROM record r JOIN link l ON l.from_id = r.id
          WHERE ${visibleBeyondPublic(viewer)} AND l.to_id = ANY(${ids}::uuid[]) AND l.relation = ANY(${relations}::text[])
      ) counted GROUP BY id, relation, kind`);
    const numbers = new Map(rows.map((row) => [keyOf(row), row.number]));
    return asked.map((one) => numbers.get(keyOf(one)) ?? 0);
  },
  (asked) => keyOf(asked),
);
const keyOf = ({ id, relation, kind }: { id: string; relation: string; kind: RecordKind }) => `${id} ${relation} ${kind}`;
