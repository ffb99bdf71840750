import { sql } from 'kysely';
import { builder } from '../builder.ts';
import { batch } from '../records/batch.ts';
import { visibleRecords, withForeign } from '../records/policy.ts';
import { canWithdrawAnswer } from './policy.ts';

export type ForeignAnswer = {
  id: string;
  text: string;
  organization: string;
  organizationName: string;
  version: number;
  writtenAt: Date | string;
};

/** What organizations say beside a foreign record, the oldest first; what was taken back is not among it. */
export const answersTo = batch<string, ForeignAnswer[]>(async ({ reads, viewer }, ids) => {
  const rows = await reads.rows(sql<ForeignAnswer & { record: string }>`
    SELECT a.record_id AS record, a.id, a.text, o.slug AS organization, o.title AS "organizationName", a.record_version AS version, a.written_at AS "writtenAt"
    FROM foreign_answer a JOIN record r ON r.id = a.record_id JOIN record o ON o.id = a.organization_id
    WHERE a.record_id = ANY (${[...ids]}::uuid[]) AND a.withdrawn_at IS NULL AND ${visibleRecords(withForeign(viewer))} AND ${visibleRecords(viewer, 'o')}
    ORDER BY a.written_at, a.id`);
  const byRecord = Map.groupBy(rows, ({ record }) => record);
  return ids.map((id) => byRecord.get(id) ?? []);
});

export const ForeignAnswerType = builder.objectRef<ForeignAnswer>('ForeignAnswer').implement({
  description: 'What an organization says beside an entry of another catalogue.',
  fields: (t) => ({
    id: t.exposeID('id'),
    text: t.exposeString('text'),
    organization: t.exposeString('organization', { description: 'The address of the organization that says it.' }),
    organizationName: t.exposeString('organizationName'),
    version: t.exposeInt('version', { description: 'The version of the entry that it was said beside.' }),
    writtenAt: t.field({ type: 'DateTime', resolve: ({ writtenAt }) => new Date(writtenAt) }),
    viewerCanWithdraw: t.boolean({ resolve: ({ organization }, _args, { user }) => canWithdrawAnswer(user, organization) }),
  }),
});
