import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { given, secondReport, uptakeLibrary } from '#test/uptake.ts';
import { ValidationError } from '../errors.ts';
import { uptakeAccessOf } from './policy.ts';
import { loadReport } from './import-report.ts';
import { utcToday } from './state.ts';
import { readMatrix } from './table.ts';
import { reportUptake } from './write.ts';

const { db, as, people } = await uptakeLibrary();
const viewer = { unSystem: true, organizationIds: [] };
const access = uptakeAccessOf(people.secretariat);
const _anyoneSight = uptakeAccessOf(null);
const _everyone = { unSystem: false, organizationIds: [] };
const moment = (at: string, known = at) => ({ at, known, demo: true, confirmedOnly: false });
const REPORT = `mutation ($organization: String!, $recommendation: String!, $input: UptakeInput!, $key: String!, $basedOn: String) {
  reportUptake(organization: $organization, recommendation: $recommendation, input: $input, idempotencyKey: $key, basedOn: $basedOn) {
    __typename ... on UptakeReported { repeated entry { id confirmed enteredAs viewerCanConfirm } } ... on InvalidInput { fields { name message } } } }`;
const CELL =
  '{ uptakeCell(recommendation: "2", organization: "fao") { status confirmed history { id comment officer withdrawn withdrawalReason enteredByName evidence { label } } entry { id } comments { text } } }';

describe('on first start', () => {
  it('shows every organization and all 155 actions without information, 52 L and 103 E', async () => {
    const { data } = await as(
      null,
      `{ uptakeMatrix { report { key symbol } rows { counts { addressed } } columns { shortName forInformation counts { addressed } } doubtful demo counts { addressed noInformation accepted acceptanceRate { numerator denominator percent definition } } cells { status doubtful note } }
      uptakeBy(by: ADDRESSEE) { rows { key counts { addressed noInformation } } total { addressed } } uptakeReports { key } }`,
    );
    const matrix = data.uptakeMatrix;
    expect(matrix.report).toEqual({ key: 'jiu-rep-2020-7', symbol: 'JIU/REP/2020/7' });
    expect(matrix.counts).toEqual({
      addressed: 155,
      noInformation: 155,
      accepted: 0,
      acceptanceRate: { numerator: 0, denominator: 155, percent: 0, definition: 'accepted / addressed' },
    });
    expect(matrix.rows.map((row: { counts: { addressed: number } }) => row.counts.addressed)).toEqual([26, 27, 17, 26, 1, 26, 8, 24]);
    expect(matrix.columns).toHaveLength(29);
    expect(
      matrix.columns.filter((column: { forInformation: boolean }) => column.forInformation).map((column: { shortName: string }) => column.shortName),
    ).toEqual(['CEB', 'ITC']);
    expect(matrix.cells).toHaveLength(160);
    expect(matrix.cells.filter((cell: { doubtful: boolean; note: string }) => cell.doubtful && cell.note)).toHaveLength(matrix.doubtful);
    expect(data.uptakeBy.rows).toEqual([
      { key: 'LEGISLATIVE', counts: { addressed: 52, noInformation: 52 } },
      { key: 'EXECUTIVE', counts: { addressed: 103, noInformation: 103 } },
    ]);
  });
});

describe('reporting', () => {
  let entry = '';
  const variables = {
    organization: 'fao',
    recommendation: '2',
    key: 'report-fao-2-a',
    input: {
      effectiveDate: '2024-05-01',
      acceptance: 'ACCEPTED',
      implementation: 'IN_PROGRESS',
      comment: 'MARKINTERNAL',
      commentAudience: 'OWNERS',
      officer: 'MARKOFFICER',
      evidence: [{ kind: 'ADDRESS', address: 'https://example.org/a', label: 'MARKEVIDENCE', audience: 'UN_SYSTEM' }],
    },
  };

  it('is for focal points, publishers and the secretariat only', async () => {
    for (const person of [null, people.wfpMember, people.ituPublisher])
      expect((await as(person, REPORT, variables)).errors[0]?.extensions?.code).toBe('FORBIDDEN');
  });
  it('names every fault of an input', async () => {
    const { data } = await as(people.faoFocal, REPORT, {
      ...variables,
      input: {
        effectiveDate: '2026-02-30',
        acceptance: 'NOT_ACCEPTED',
        implementation: 'IN_PROGRESS',
        targetDate: 'soon',
        source: 'BOARD_DOCUMENT',
        evidence: [{ kind: 'ADDRESS', address: 'nowhere' }],
      },
    });
    expect(data.reportUptake.fields.map((field: { name: string }) => field.name).sort()).toEqual([
      'effectiveDate',
      'evidence.0.address',
      'implementation',
      'sourceReference',
      'targetDate',
    ]);
    const unknown = await as(people.faoFocal, REPORT, { ...variables, recommendation: '99', organization: 'nobody' });
    expect(unknown.data.reportUptake.fields).toHaveLength(2);
    const future = await as(people.faoFocal, REPORT, { ...variables, input: { ...variables.input, effectiveDate: '2999-01-01' } });
    expect(future.data.reportUptake.fields[0].name).toBe('effectiveDate');
    const notAddressed = await as(people.secretariat, REPORT, { ...variables, recommendation: '5' });
    expect(notAddressed.data.reportUptake.fields[0].message).toContain('not addressed');
  });
  it('records an entry once, however often it is sent, and refuses one that is based on an older state', async () => {
    const first = await as(people.faoFocal, REPORT, { ...variables, basedOn: '' });
    expect(first.data.reportUptake).toMatchObject({ repeated: false, entry: { confirmed: false, enteredAs: 'FOCAL_POINT', viewerCanConfirm: false } });
    entry = first.data.reportUptake.entry.id;
    const [again, atOnce] = await Promise.all([as(people.faoFocal, REPORT, { ...variables, basedOn: '' }), as(people.faoFocal, REPORT, variables)]);
    expect(again.data.reportUptake).toMatchObject({ repeated: true, entry: { id: entry } });
    expect(atOnce.data.reportUptake.entry.id).toBe(entry);
    const stale = await as(people.faoPublisher, REPORT, { ...variables, key: 'another-key', basedOn: '' });
    expect(stale.data.reportUptake.fields[0].name).toBe('basedOn');
  });
  it('hides an unconfirmed entry from the public, everywhere', async () => {
    const { data } = await as(
      null,
      `{ uptakeMatrix { counts { accepted } } uptakeEntries { nodes { id } } uptakeCells(filter: { accepted: true }) { nodes { entryId } } uptakeTrend { counts { accepted } } uptakeDocument(organization: "fao") { counts { accepted } } ${CELL.slice(1)}`,
    );
    expect(JSON.stringify(data)).not.toContain(entry);
    expect(data.uptakeMatrix.counts.accepted).toBe(0);
    expect(data.uptakeTrend.at(-1).counts.accepted).toBe(0);
    expect(data.uptakeDocument.counts.accepted).toBe(0);
    expect(data.uptakeCell.history).toEqual([]);
    const inside = await as(people.wfpMember, CELL);
    expect(inside.data.uptakeCell).toMatchObject({ status: 'IN_PROGRESS', confirmed: false });
  });
  it('is confirmed by a second person of the organization', async () => {
    const CONFIRM = 'mutation ($entry: ID!) { confirmUptake(entry: $entry) { __typename ... on UptakeReported { entry { confirmed confirmedByName } } } }';
    for (const person of [null, people.faoFocal, people.ituPublisher, people.secretariat])
      expect((await as(person, CONFIRM, { entry })).errors[0]?.extensions?.code).toBe('FORBIDDEN');
    for (let twice = 0; twice < 2; twice++)
      expect((await as(people.faoPublisher, CONFIRM, { entry })).data.confirmUptake.entry).toEqual({ confirmed: true, confirmedByName: 'FAO publisher' });
    expect((await as(null, CELL)).data.uptakeCell).toMatchObject({ status: 'IN_PROGRESS', confirmed: true });
  });
  it('keeps internal comments, officers, names and evidence from those they are not for', async () => {
    const seen = async (person: Parameters<typeof as>[0]) => JSON.stringify((await as(person, CELL)).data);
    for (const marker of ['MARKINTERNAL', 'MARKOFFICER', 'MARKEVIDENCE', 'FAO focal']) expect(await seen(null)).not.toContain(marker);
    expect(await seen(people.wfpMember)).not.toContain('MARKINTERNAL');
    for (const marker of ['MARKOFFICER', 'MARKEVIDENCE', 'FAO focal']) expect(await seen(people.wfpMember)).toContain(marker);
    for (const person of [people.faoFocal, people.secretariat]) expect(await seen(person)).toContain('MARKINTERNAL');
  });
  it('keeps the thread of a cell between the organization and the secretariat', async () => {
    const COMMENT =
      'mutation ($text: String!, $key: String!, $audience: Audience) { commentOnCell(recommendation: "2", organization: "fao", text: $text, audience: $audience, idempotencyKey: $key) { __typename ... on UptakeCommented { cell { comments { text } } } ... on InvalidInput { fields { name } } } }';
    for (let twice = 0; twice < 2; twice++)
      expect((await as(people.secretariat, COMMENT, { text: 'MARKTHREAD', key: 'comment-1' })).data.commentOnCell.cell.comments).toEqual([
        { text: 'MARKTHREAD' },
      ]);
    await as(people.faoFocal, COMMENT, { text: 'MARKSYSTEM', key: 'comment-2', audience: 'UN_SYSTEM' });
    expect((await as(people.faoFocal, COMMENT, { text: 'x', key: 'comment-3', audience: 'PUBLIC' })).data.commentOnCell.fields[0].name).toBe('audience');
    expect((await as(people.wfpMember, COMMENT, { text: 'x', key: 'comment-4' })).errors[0]?.extensions?.code).toBe('FORBIDDEN');
    expect((await as(null, CELL)).data.uptakeCell.comments).toEqual([]);
    expect((await as(people.wfpMember, CELL)).data.uptakeCell.comments).toEqual([{ text: 'MARKSYSTEM' }]);
    expect((await as(people.faoFocal, CELL)).data.uptakeCell.comments).toHaveLength(2);
  });
  it('is withdrawn with a reason and stays in the history', async () => {
    const WITHDRAW =
      'mutation ($entry: ID!, $reason: String!) { withdrawUptake(entry: $entry, reason: $reason) { __typename ... on InvalidInput { fields { name } } } }';
    expect((await as(people.faoFocal, WITHDRAW, { entry, reason: ' ' })).data.withdrawUptake.fields[0].name).toBe('reason');
    expect((await as(people.ituPublisher, WITHDRAW, { entry, reason: 'no' })).errors[0]?.extensions?.code).toBe('FORBIDDEN');
    expect((await as(people.faoFocal, WITHDRAW, { entry, reason: 'wrong recommendation' })).data.withdrawUptake.__typename).toBe('UptakeReported');
    // Two people stand by it: it counts until a second one agrees.
    expect((await as(null, CELL)).data.uptakeCell).toMatchObject({ status: 'IN_PROGRESS', history: [{ id: entry, withdrawn: false }] });
    await as(people.faoPublisher, 'mutation ($entry: ID!) { answerWithdrawal(entry: $entry, agree: true) { __typename } }', { entry });
    expect((await as(null, CELL)).data.uptakeCell).toMatchObject({
      status: 'NO_INFORMATION',
      history: [{ id: entry, withdrawn: true, withdrawalReason: 'wrong recommendation' }],
    });
  });
  it('is never changed or deleted in the database', async () => {
    for (const table of ['uptake_entry', 'uptake_confirmation', 'uptake_withdrawal', 'uptake_comment']) {
      await expect(sql.raw(`DELETE FROM ${table}`).execute(db), table).rejects.toThrow('append-only');
      await expect(sql.raw(`UPDATE ${table} SET demo = true`).execute(db), table).rejects.toThrow('append-only');
      await expect(sql.raw(`TRUNCATE ${table} CASCADE`).execute(db), table).rejects.toThrow('append-only');
    }
    await expect(
      sql`INSERT INTO uptake_entry (action_id, effective_date, entered_by, entered_as, acceptance, implementation, idempotency_key) SELECT id, '2020-01-01', '00000000-0000-4000-8000-00000000000a', 'FOCAL_POINT', 'NOT_ACCEPTED', 'IMPLEMENTED', 'x' FROM action LIMIT 1`.execute(
        db,
      ),
    ).rejects.toThrow('implementation_when_accepted');
  });
});

describe('a table', () => {
  const CHECK =
    'mutation ($text: String, $key: String!) { checkUptakeTable(text: $text) { toAdd unchanged applied faults { row column message } } applyUptakeTable(text: $text, idempotencyKey: $key) { toAdd unchanged applied entryIds faults { row column } } }';
  it('is checked row by row, and nothing is applied until it is right', async () => {
    const text = [
      'Recommendation\tOrganization\tEffective date\tAcceptance\tImplementation\tTarget date',
      '1\tFAO\t2024-02-30\tAccepted\tImplemented\t',
      '5\tFAO\t2024-02-01\tAccepted\tImplemented\t',
      '1\tITU\t2024-02-01\tperhaps\t\t',
      '4\tFAO\t2024-02-01\tAccepted\t\tsoon',
      '6\tFAO\t2024-02-01\tUnder consideration\t\t',
      '6\tFAO\t2024-02-01\tAccepted\tNot started\t',
    ].join('\n');
    // On behalf of an organization the secretariat names a document: the row that is right otherwise lacks it.
    const { data } = await as(people.secretariat, CHECK, { text, key: 'table-key-1' });
    expect(data.applyUptakeTable).toMatchObject({ applied: false, entryIds: [] });
    expect(data.applyUptakeTable.faults).toEqual(
      [
        { row: 2, column: 'Effective date' },
        { row: 3, column: 'Organization' },
        { row: 4, column: 'Acceptance' },
        { row: 5, column: 'Target date' },
        { row: 5, column: 'Implementation' },
        { row: 6, column: 'Source' },
        { row: 7, column: 'Recommendation' },
        { row: 7, column: 'Source' },
      ].sort((a, b) => a.row - b.row),
    );
  });
  it('is applied whole, once, and again without any effect', async () => {
    const text =
      'Recommendation,Organization,Effective date,Acceptance,Implementation,Management comment\n1,FAO,2024-02-01,Accepted,Implemented,"two\nlines, quoted"\n4,FAO,2024-02-01,Not accepted,,\n,,,,,\n6,FAO,,,,';
    const first = (await as(people.faoFocal, CHECK, { text, key: 'table-key-2' })).data;
    expect(first.checkUptakeTable).toMatchObject({ toAdd: 2, applied: false, faults: [] });
    expect(first.applyUptakeTable).toMatchObject({ toAdd: 2, applied: true });
    expect(first.applyUptakeTable.entryIds).toHaveLength(2);
    const again = (await as(people.faoFocal, CHECK, { text, key: 'table-key-2' })).data.applyUptakeTable;
    expect(again).toMatchObject({ toAdd: 2, applied: true, entryIds: first.applyUptakeTable.entryIds });
    expect((await as(people.faoPublisher, CHECK, { text, key: 'table-key-3' })).data.applyUptakeTable).toMatchObject({ toAdd: 0, unchanged: 2, entryIds: [] });
    const foreign = (await as(people.ituPublisher, CHECK, { text: text.replace('Implemented', 'In progress'), key: 'table-key-4' })).data.applyUptakeTable;
    expect(foreign).toMatchObject({ applied: false, faults: [{ row: 2, column: 'Organization' }] });
  });
});

describe('a second report', () => {
  it('is loaded from a table with every fault named, once', async () => {
    const wrong = secondReport.map((row) => [...row]);
    (wrong[1] as string[])[9] = 'X';
    (wrong[2] as string[])[4] = '1';
    (wrong[2] as string[])[16] = 'Q';
    const faults = await loadReport(db, wrong);
    expect('faults' in faults && faults.faults.map(({ row, column }) => [row, column])).toEqual([
      [2, 'Action'],
      [3, 'Number'],
      [3, 'UPU'],
    ]);
    expect(await loadReport(db, secondReport)).toMatchObject({ report: 'jiu-rep-2019-99', written: 3 });
    expect(await loadReport(db, secondReport)).toMatchObject({ report: 'jiu-rep-2019-99', written: 0 });
  });
  it('has its own table, numbers, addressees and actions, and leaves the first as it is', async () => {
    const { data } = await as(
      null,
      `{ uptakeReports { key } second: uptakeMatrix(report: "jiu-rep-2019-99", at: "2021-07-01") { rows { number kind deadline counts { addressed overdue } } columns { shortName } doubtful counts { addressed overdue } }
      first: uptakeMatrix { counts { addressed } } all: uptakeBy(by: REPORT, allReports: true) { rows { label counts { addressed } } total { addressed } }
      recommendation(number: 1, report: "jiu-rep-2019-99") { title } one: recommendation(number: 1) { title } actions { totalCount } others: actions(report: "jiu-rep-2019-99") { totalCount } recommendations(filter: { report: ["jiu-rep-2019-99"] }) { totalCount } }`,
    );
    expect(data.uptakeReports.map((report: { key: string }) => report.key)).toEqual(['jiu-rep-2020-7', 'jiu-rep-2019-99']);
    expect(data.second).toEqual({
      rows: [
        { number: 1, kind: 'LEGISLATIVE', deadline: '2021-06', counts: { addressed: 2, overdue: 2 } },
        { number: 2, kind: 'EXECUTIVE', deadline: null, counts: { addressed: 2, overdue: 0 } },
      ],
      columns: ['FAO', 'ITU', 'WHO', 'UPU'].map((shortName) => ({ shortName })),
      doubtful: 1,
      counts: { addressed: 4, overdue: 2 },
    });
    expect(data.first.counts.addressed).toBe(155);
    expect(data.all).toEqual({
      rows: [
        { label: 'JIU/REP/2020/7', counts: { addressed: 155 } },
        { label: 'JIU/REP/2019/99', counts: { addressed: 4 } },
      ],
      total: { addressed: 159 },
    });
    expect(data.recommendation.title).toBe('Recommendation 1: Keep an example');
    expect(data.one.title).not.toBe(data.recommendation.title);
    expect([data.actions.totalCount, data.others.totalCount, data.recommendations.totalCount]).toEqual([155, 4, 2]);
    const written = await reportUptake(db, people.faoFocal, {
      cell: { report: 'jiu-rep-2019-99', recommendation: '1', organization: 'FAO' },
      given: given(),
      idempotencyKey: 'second-report-1',
    });
    expect(written).not.toBeInstanceOf(ValidationError);
    expect((await readMatrix(db, viewer, access, 'jiu-rep-2019-99', moment(utcToday())))?.cells.filter((cell) => cell.entryId)).toHaveLength(1);
  });
});
