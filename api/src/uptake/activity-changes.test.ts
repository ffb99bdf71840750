import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadDemo, removeDemo } from '#seed/demo.ts';
import { secondReport, uptakeLibrary } from '#test/uptake.ts';
import type { User } from '../accounts/user.ts';
import { publicFile } from './documents/audience.ts';
import { readDocument } from './documents/content.ts';
import { docxOf } from './documents/docx.ts';
import { evidenceOf } from './files.ts';
import { writeFeed } from './follow/events.ts';
import { loadReport } from './import-report.ts';
import { utcToday } from './state.ts';
import { findReport, type ReportHead } from './table.ts';

const { db, as, people } = await uptakeLibrary();
const anyone = { unSystem: false, organizationIds: [] };
type Linkable = { id: string; reportSymbol: string; recommendationNumber: number };
let fao: Linkable[] = [];
beforeAll(async () => {
  await loadReport(db, secondReport);
  fao = (await as(null, '{ uptakeActionsOf(organization: "fao") { id reportSymbol recommendationNumber } }')).data.uptakeActionsOf;
});
const action = (number: number, symbol = 'JIU/REP/2020/7') =>
  fao.find((one) => one.recommendationNumber === number && one.reportSymbol === symbol)?.id as string;
const SAVE = `mutation ($activity: ID, $basedOn: ID, $input: UptakeActivityInput!, $key: String!) { saveUptakeActivity(activity: $activity, basedOn: $basedOn, organization: "fao", input: $input, idempotencyKey: $key) {
  ... on UptakeActivitySaved { activity { id versionId evidence { label address file } } } ... on InvalidInput { fields { path code } } } }`;
let keys = 0;
const save = async (input: object, more: object = {}, by: User = people.faoFocal) =>
  (await as(by, SAVE, { input, key: `changes-key-${keys++}`, ...more })).data.saveUptakeActivity;
const confirm = (version: string) =>
  as(people.faoPublisher, 'mutation ($version: ID!) { confirmUptakeActivity(version: $version) { __typename } }', { version });
const changes = async (by: User | null, report: string | null = null) =>
  (
    await as(
      by,
      '{ uptakeChanges(report: REPORT) { changes { kind organizationName recommendationNumber entry { id } activity { title withdrawn actions { recommendationNumber } } } } }'.replace(
        'REPORT',
        JSON.stringify(report),
      ),
    )
  ).data.uptakeChanges.changes as { kind: string; activity: { title: string; actions: unknown[] } }[];
const kinds = async (by: User | null, report: string | null = null) => (await changes(by, report)).map(({ kind, activity }) => `${kind} ${activity.title}`);
const feed = async () => {
  const report = (await findReport(db, anyone)) as ReportHead;
  const followed = { report: report.key, organization: null, recommendation: null };
  return writeFeed(db, anyone, publicFile.access, report, true, followed, {
    baseUrl: 'https://atrium.example',
    path: '/uptake.atom',
    demo: false,
    marking: null,
    since: null,
  });
};

describe('an activity among what has changed', () => {
  it('is told with its version to those who see it, once in each report that it serves', async () => {
    const first = (await save({ title: 'One guide', actions: [action(1), action(4), action(1, 'JIU/REP/2019/99')] })).activity;
    expect(await kinds(people.wfpMember)).toEqual(['ACTIVITY_KEPT One guide']);
    expect(await kinds(null)).toEqual([]);
    expect(await feed()).not.toContain('One guide');
    await confirm(first.versionId);
    for (const report of [null, 'jiu-rep-2019-99']) expect(await kinds(null, report)).toEqual(['ACTIVITY_CONFIRMED One guide']);
    const [change] = await changes(null);
    expect(change).toMatchObject({
      organizationName: 'FAO',
      recommendationNumber: 1,
      entry: null,
      activity: { actions: [{ recommendationNumber: 1 }, { recommendationNumber: 4 }] },
    });
    expect(await feed()).toContain('FAO, activity for recommendations 1, 4: One guide (confirmed)');
    const document = await readDocument(db, anyone, publicFile.access, null, null, { at: utcToday(), known: utcToday(), demo: false, confirmedOnly: false });
    expect(document?.since.activities.map(({ title }) => title)).toEqual(['One guide']);
    expect(JSON.stringify(document && docxOf(document, publicFile).blocks)).toContain('Activities recorded, changed or confirmed since');

    const gone = (await save({ title: 'One guide', withdrawn: 'It was stopped.', actions: [action(1)] }, { activity: first.id, basedOn: first.versionId }))
      .activity;
    await confirm(gone.versionId);
    expect(await kinds(null)).toEqual(['ACTIVITY_WITHDRAWN One guide', 'ACTIVITY_CONFIRMED One guide']);
    expect(await feed()).toContain('Withdrawn: It was stopped.');
    expect(await kinds(people.wfpMember)).toEqual([
      'ACTIVITY_WITHDRAWN One guide',
      'ACTIVITY_KEPT One guide',
      'ACTIVITY_CONFIRMED One guide',
      'ACTIVITY_KEPT One guide',
    ]);
  });

  it('is told no more once it is for fewer people, its earlier versions neither', async () => {
    const first = (await save({ title: 'Open words', actions: [action(2)] })).activity;
    await confirm(first.versionId);
    expect(await kinds(null)).toContain('ACTIVITY_CONFIRMED Open words');
    const inner = (await save({ title: 'Inner words', audience: 'OWNERS', actions: [action(2)] }, { activity: first.id, basedOn: first.versionId })).activity;
    await confirm(inner.versionId);
    for (const by of [null, people.wfpMember]) expect((await kinds(by)).join()).not.toMatch(/Open words|Inner words/);
    expect(await feed()).not.toMatch(/Open words|Inner words/);
    expect((await kinds(people.faoFocal)).join()).toMatch(/Inner words.*Open words/);
  });
});

it('takes files as evidence, which whoever sees the activity can open', async () => {
  const hash = 'a'.repeat(64);
  const other = 'b'.repeat(64);
  for (const [of, by] of [
    [hash, people.faoFocal],
    [other, people.ituPublisher],
  ] as const)
    await db.insertInto('file').values({ hash: of, name: 'guide.pdf', type: 'application/pdf', size: 4, uploadedBy: by.id }).execute();
  expect((await save({ title: 'With a file', evidence: [{ file: other }], actions: [action(3)] })).fields).toEqual([
    { path: 'evidence.0.file', code: 'EVIDENCE_NO_UPLOAD' },
  ]);
  expect((await save({ title: 'With a file', evidence: [{ file: 'short' }], actions: [action(3)] })).fields).toEqual([
    { path: 'evidence.0.file', code: 'EVIDENCE_FILE' },
  ]);
  const { activity } = await save({
    title: 'With a file',
    evidence: [{ file: hash, label: 'The guide' }, { address: 'https://example.org/guide' }],
    actions: [action(3)],
  });
  expect(activity.evidence).toEqual([
    { label: 'The guide', address: `/files/${hash}`, file: hash },
    { label: null, address: 'https://example.org/guide', file: null },
  ]);
  expect(await evidenceOf(db, null, hash)).toEqual([]);
  expect(await evidenceOf(db, people.wfpMember, hash)).toEqual(['The guide']);
  await confirm(activity.versionId);
  expect(await evidenceOf(db, null, hash)).toEqual(['The guide']);
  const inner = (
    await save(
      { title: 'With a file', audience: 'OWNERS', evidence: [{ file: hash }], actions: [action(3)] },
      { activity: activity.id, basedOn: activity.versionId },
    )
  ).activity;
  await confirm(inner.versionId);
  expect([await evidenceOf(db, null, hash), await evidenceOf(db, people.wfpMember, hash), (await evidenceOf(db, people.faoFocal, hash)).length]).toEqual([
    [],
    [],
    1,
  ]);
});

it('has one in the demonstration that serves two reports, marked, and gone with it', async () => {
  const real = async () => (await sql<{ rows: number }>`SELECT count(*)::int AS rows FROM uptake_activity`.execute(db)).rows[0]?.rows;
  const before = await real();
  await loadDemo(db);
  await loadDemo(db);
  const LIST = '{ uptakeActivities(organization: "fao") { id title demo viewerCanChange confirmedOn actions { symbol } } }';
  const made = (await as(people.faoFocal, LIST)).data.uptakeActivities.filter(({ demo }: { demo: boolean }) => demo);
  expect(made).toHaveLength(1);
  expect(made[0]).toMatchObject({ viewerCanChange: false });
  expect(new Set(made[0].actions.map(({ symbol }: { symbol: string }) => symbol))).toEqual(new Set(['JIU/REP/2020/7', 'JIU/REP/2019/99']));
  const document = await readDocument(db, anyone, publicFile.access, null, 'fao', { at: utcToday(), known: utcToday(), demo: false, confirmedOnly: false });
  expect(document?.activities.some(({ demo }) => demo)).toBe(false);
  expect((await save({ title: 'Mine', actions: [action(1)] }, { activity: made[0].id, basedOn: made[0].id })).fields).toEqual([
    { path: 'activity', code: 'NO_ACTIVITY' },
  ]);
  await removeDemo(db);
  expect(await real()).toBe(before);
  await expect(sql`DELETE FROM uptake_activity`.execute(db)).rejects.toThrow('append-only');
});
