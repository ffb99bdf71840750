import type { ActionTable } from './content/recommendation.ts';
import type { Trx } from './database.ts';
import type { RecordKind } from './generated/enums.ts';
import type { Target } from './content/kind.ts';
import { appendLog } from './log.ts';
import type { RecordLookup } from './lookup.ts';

/** The records that a table of actions names. */
export const actionTargets = (table: ActionTable): Target[] => [
  { kind: 'SOURCE', key: table.report },
  ...table.columns.map((key): Target => ({ kind: 'ORGANIZATION', key })),
  ...table.rows.flatMap((row): Target[] => [
    { kind: 'RECOMMENDATION', key: row.recommendation },
    ...[...row.organizations, ...row.doubtful.map(({ organization }) => organization)].map((key): Target => ({ kind: 'ORGANIZATION', key })),
  ]),
];

/**
 * Writes the columns and cells of a report's table of actions; those already there stay, whatever was reported on them.
 * @throws UnknownTarget when it names a report, recommendation or organization that does not exist
 */
export async function writeActions(trx: Trx, table: ActionTable, lookup: RecordLookup): Promise<void> {
  const id = (kind: RecordKind, key: string) => lookup.find({ kind, key }).id;
  const reportId = id('SOURCE', table.report);
  const columns = table.columns.map((name, index) => ({
    reportId,
    organizationId: id('ORGANIZATION', name),
    position: index + 1,
    forInformation: table.forInformation.includes(name),
  }));
  const added = await trx
    .insertInto('reportColumn')
    .values(columns)
    .onConflict((conflict) => conflict.columns(['reportId', 'organizationId']).doNothing())
    .returning('reportId')
    .execute();
  const cells = table.rows.flatMap((row) => {
    const base = { reportId, recommendationId: id('RECOMMENDATION', row.recommendation), kind: row.action };
    const place = (organization: string) => ({ organizationId: id('ORGANIZATION', organization), position: table.columns.indexOf(organization) + 1 });
    return [
      ...row.organizations.map((organization) => ({ ...base, ...place(organization), printed: true, note: null })),
      ...row.doubtful.map(({ organization, note }) => ({ ...base, ...place(organization), printed: false, note })),
    ];
  });
  const addressed = await trx
    .insertInto('action')
    .values(cells)
    .onConflict((conflict) => conflict.columns(['recommendationId', 'organizationId']).doNothing())
    .returning('id')
    .execute();
  if (added.length + addressed.length > 0) await appendLog(trx, [{ kind: 'ACTIONS_LOADED', body: { subject: reportId, report: table.report } }]);
}
