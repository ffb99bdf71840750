import { sql } from 'kysely';
import type { ForeignRecord } from '#prisma/content/foreign-record.ts';
import { builder } from '../builder.ts';
import { batch } from '../records/batch.ts';
import { visibleRecords, withForeign } from '../records/policy.ts';
import { type Difference, differences } from './differences.ts';

type ForeignVersion = { number: number; at: Date | string; reason: string; edition: string; changed: Difference[] };

/** The versions of foreign records, the newest first, each with what it says otherwise than the one before. */
export const versionsOf = batch<string, ForeignVersion[]>(async ({ reads, viewer }, ids) => {
  const rows = await reads.rows(sql<{ record: string; number: number; at: Date | string; reason: string; content: ForeignRecord }>`
    SELECT v.record_id AS record, v.number, v.created_at AS at, v.reason, v.content FROM revision v JOIN record r ON r.id = v.record_id
    WHERE v.record_id = ANY (${[...ids]}::uuid[]) AND r.kind = 'FOREIGN_RECORD' AND ${visibleRecords(withForeign(viewer))} ORDER BY v.number DESC`);
  const byRecord = Map.groupBy(rows, ({ record }) => record);
  return ids.map((id) => {
    const own = byRecord.get(id) ?? [];
    return own.map(({ number, at, reason, content }, index) => {
      const before = own[index + 1];
      return { number, at, reason, edition: content.catalogue.version, changed: before ? differences(before.content, content) : [] };
    });
  });
});

export const DifferenceType = builder.objectRef<Difference>('ForeignDifference').implement({
  description: 'What a later version of a catalogue says otherwise.',
  fields: (t) => ({ field: t.exposeString('field'), before: t.exposeString('before'), after: t.exposeString('after') }),
});
export const ForeignVersionType = builder.objectRef<ForeignVersion>('ForeignVersion').implement({
  description: 'One version of an entry of another catalogue.',
  fields: (t) => ({
    number: t.exposeInt('number'),
    at: t.field({ type: 'DateTime', resolve: ({ at }) => new Date(at) }),
    reason: t.exposeString('reason'),
    edition: t.exposeString('edition', { description: 'Of the catalogue, as its publisher calls it.' }),
    changed: t.field({ type: [DifferenceType], resolve: ({ changed }) => changed }),
  }),
});
