import { loadReport } from './report-table.ts';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';

import { given, secondReport, uptakeLibrary } from '#test/uptake.ts';
import { Refusal } from '../invalid-input.ts';
import { confirmUptake, reportUptake, withdrawUptake, type Written } from './write.ts';

const { db, as, people } = await uptakeLibrary();
const COUNTS = 'addressed noInformation underConsideration notAccepted notRelevant accepted notStarted inProgress implemented overdue longOutstanding unconfirmed';
const REPORT = `mutation ($organization: String!, $recommendation: String!, $input: UptakeInput!, $key: String!, $basedOn: String) {
  reportUptake(organization: $organization, recommendation: $recommendation, input: $input, idempotencyKey: $key, basedOn: $basedOn) {
    __typename ... on UptakeReported { repeated entry { id confirmed enteredAs viewerCanConfirm } } ... on InvalidInput { fields { name message } } } }`;

describe('on first start', () => {
  it('shows every organization and all 155 actions without information, 52 L and 103 E', async () => {
    const { data } = await as(null, `{ uptakeMatrix { report { key symbol } rows { number kind counts { ${COUNTS} } } columns { shortName forInformation counts { addressed } } doubtful demo counts { ${COUNTS} acceptanceRate { numerator denominator percent definition } } cells { status doubtful note } }
      uptakeBy(by: ADDRESSEE) { rows { key counts { addressed noInformation } } total { addressed } } uptakeReports { key } }`);
    const matrix = data.uptakeMatrix;
    expect(matrix.report).toEqual({ key: 'jiu-rep-2020-7', symbol: 'JIU/REP/2020/7' });
    expect(matrix.counts).toMatchObject({ addressed: 155, noInformation: 155, accepted: 0, unconfirmed: 0, acceptanceRate: { numerator: 0, denominator: 155, percent: 0, definition: 'accepted / addressed' } });
    expect(matrix.rows.map((row: { counts: { addressed: number } }) => row.counts.addressed)).toEqual([26, 27, 17, 26, 1, 26, 8, 24]);
    expect(matrix.columns).toHaveLength(29);
    expect(matrix.columns.filter((column: { forInformation: boolean }) => column.forInformation).map((column: { shortName: string }) => column.shortName)).toEqual(['CEB', 'ITC']);
    expect(matrix.cells).toHaveLength(160);
    expect(matrix.cells.filter((cell: { doubtful: boolean }) => cell.doubtful).every((cell: { note: string }) => cell.note)).toBe(true);
    expect(data.uptakeBy.rows).toEqual([
      { key: 'LEGISLATIVE', counts: { addressed: 52, noInformation: 52 } },
      { key: 'EXECUTIVE', counts: { addressed: 103, noInformation: 103 } },
    ]);
    expect(data.uptakeReports).toEqual([{ key: 'jiu-rep-2020-7' }]);
  });
});
