import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { secondReport, uptakeLibrary } from '#test/uptake.ts';
import { verifyDatabase } from '../log/verify.ts';
import { readActivities } from './activity-read.ts';
import { confirmActivity, saveActivity } from './activities.ts';
import { loadReport } from './import-report.ts';
import { uptakeAccessOf } from './policy.ts';
import { readDocument } from './documents/content.ts';
import { docxOf } from './documents/docx.ts';
import { publicFile } from './documents/audience.ts';
import { utcToday } from './state.ts';

const { db, as, people } = await uptakeLibrary();
const site = { baseUrl: 'http://localhost' };
const anyone = { unSystem: false, organizationIds: [] };
const inside = { unSystem: true, organizationIds: [] };
type Linkable = { id: string; reportSymbol: string; recommendationNumber: number };
let fao: Linkable[] = [];
let itu: Linkable[] = [];
beforeAll(async () => {
  await loadReport(db, secondReport);
  const of = async (organization: string): Promise<Linkable[]> =>
    (await as(null, `{ uptakeActionsOf(organization: "${organization}") { id reportSymbol recommendationNumber } }`)).data.uptakeActionsOf;
  [fao, itu] = [await of('fao'), await of('itu')];
});
const action = (number: number, symbol = 'JIU/REP/2020/7') =>
  fao.find((one) => one.recommendationNumber === number && one.reportSymbol === symbol)?.id as string;

const SAVE = `mutation ($activity: ID, $basedOn: ID, $organization: String = "fao", $input: UptakeActivityInput!, $key: String!) {
  saveUptakeActivity(activity: $activity, basedOn: $basedOn, organization: $organization, input: $input, idempotencyKey: $key) {
    __typename ... on UptakeActivitySaved { activity { id versionId confirmedOn viewerCanConfirm } } ... on InvalidInput { fields { path code } } } }`;
const CONFIRM = `mutation ($version: ID!) { confirmUptakeActivity(version: $version) { __typename ... on UptakeActivitySaved { activity { confirmedOn } } ... on InvalidInput { fields { path code } } } }`;
let key = 0;
const save = async (input: Record<string, unknown>, more: Record<string, unknown> = {}, by = people.faoFocal) =>
  as(by, SAVE, { input: { title: 'A policy', ...input }, key: `activity-${++key}-key`, ...more });
const faults = (answer: { data: { saveUptakeActivity: { fields?: { path: string; code: string }[] } } | null }) =>
  answer.data?.saveUptakeActivity.fields?.map(({ path, code }) => `${path} ${code}`);

describe('an activity', () => {
  it('is entered once, serves actions of two reports, and is public when a second person confirms it', async () => {
    const chosen = [action(1), action(4), action(1, 'JIU/REP/2019/99')];
    const { data } = await save({
      title: 'One policy for all ledgers',
      lead: 'Legal office',
      startsOn: '2024-01-01',
      endsOn: '2025-06-30',
      indicator: 'The policy is issued.',
      evidence: [{ label: 'The policy', address: 'https://example.org/policy' }],
      actions: chosen,
    });
    const { id, versionId, viewerCanConfirm } = data.saveUptakeActivity.activity;
    expect(viewerCanConfirm).toBe(false);
    const LIST = '{ uptakeActivities { id title confirmedOn actions { symbol recommendationNumber } } }';
    expect((await as(null, LIST)).data.uptakeActivities).toEqual([]);
    expect((await as(people.wfpMember, LIST)).data.uptakeActivities).toMatchObject([{ id, confirmedOn: null }]);
    // Those who can confirm are written to, its writer is not.
    const { rows: mails } = await sql<{
      address: string;
      text: string;
    }>`SELECT address, text FROM mail_outbox WHERE event_key LIKE 'uptake-activity:%'`.execute(db);
    expect(mails.map(({ address }) => address)).toEqual([people.faoPublisher.email]);
    expect(mails[0]?.text).toContain('JIU/REP/2019/99, 1');
    expect((await as(people.faoPublisher, '{ uptakeActivitiesToConfirm { id } }')).data.uptakeActivitiesToConfirm).toEqual([{ id }]);
    for (const other of [people.faoFocal, people.ituPublisher, people.secretariat])
      expect((await as(other, CONFIRM, { version: versionId })).errors).toHaveLength(1);
    expect((await as(people.faoPublisher, CONFIRM, { version: versionId })).data.confirmUptakeActivity.activity.confirmedOn).toBe(utcToday());
    // Once more does nothing more.
    expect((await as(people.faoPublisher, CONFIRM, { version: versionId })).data.confirmUptakeActivity.__typename).toBe('UptakeActivitySaved');
    const [shown] = (await as(null, LIST)).data.uptakeActivities;
    expect(shown).toMatchObject({ id, title: 'One policy for all ledgers' });
    expect(shown.actions).toEqual(
      expect.arrayContaining([
        { symbol: 'JIU/REP/2019/99', recommendationNumber: 1 },
        { symbol: 'JIU/REP/2020/7', recommendationNumber: 1 },
        { symbol: 'JIU/REP/2020/7', recommendationNumber: 4 },
      ]),
    );
    // Below each action that it serves, and below no other; it changes no state.
    const CELL =
      'query ($recommendation: String!, $report: String) { uptakeCell(report: $report, recommendation: $recommendation, organization: "fao") { status activities { id } } }';
    const at = async (recommendation: string, report?: string) => (await as(null, CELL, { recommendation, report })).data.uptakeCell;
    for (const cell of [await at('1'), await at('4')]) expect(cell).toEqual({ status: 'NO_INFORMATION', activities: [{ id }] });
    expect((await at('2')).activities).toEqual([]);
    const by = async (args: string) => (await as(null, `{ uptakeActivities(${args}) { id } }`)).data.uptakeActivities;
    expect(await by('recommendation: "4"')).toEqual([{ id }]);
    expect(await by('organization: "itu"')).toEqual([]);
    expect(await by('recommendation: "2", report: "JIU/REP/2019/99"')).toEqual([]);
    // In a document of the organization, once.
    const moment = { at: utcToday(), known: utcToday(), demo: false, confirmedOnly: false };
    const document = await readDocument(db, anyone, publicFile.access, null, 'fao', moment);
    expect(document?.activities.map((one) => one.id)).toEqual([id]);
    expect(JSON.stringify(document && docxOf(document, publicFile).blocks)).toContain('One policy for all ledgers');
    // Before it was confirmed, nobody outside saw it.
    expect(await readActivities(db, anyone, publicFile.access, { known: '2020-01-01' })).toEqual([]);
  });

  it('is changed by a version of its own: the public sees the one that two people stand by', async () => {
    const first = (await save({ title: 'First words', actions: [action(2)] })).data.saveUptakeActivity.activity;
    await as(people.faoPublisher, CONFIRM, { version: first.versionId });
    const change = { activity: first.id, basedOn: first.versionId };
    const second = (await save({ title: 'Better words', actions: [action(3)] }, change)).data.saveUptakeActivity.activity;
    const PAGE = 'query ($id: ID!) { uptakeActivity(id: $id) { title versions { title } } }';
    expect((await as(null, PAGE, { id: first.id })).data.uptakeActivity).toEqual({ title: 'First words', versions: [{ title: 'First words' }] });
    expect((await as(people.wfpMember, PAGE, { id: first.id })).data.uptakeActivity.title).toBe('Better words');
    // Somebody who did not see the change does not undo it, and nobody confirms what was replaced.
    expect(faults(await save({ title: 'Other words', actions: [action(3)] }, change))).toEqual(['basedOn ACTIVITY_MEANWHILE']);
    expect((await as(people.faoPublisher, CONFIRM, { version: first.versionId })).data.confirmUptakeActivity.fields).toMatchObject([
      { code: 'ACTIVITY_LATER' },
    ]);
    expect(faults(await save({ title: 'Better words', actions: [action(3)] }, { activity: first.id, basedOn: second.versionId }))).toEqual([
      'activity ACTIVITY_UNCHANGED',
    ]);
    // What becomes internal is public no more, its earlier version neither.
    const third = (await save({ title: 'Inner words', audience: 'OWNERS', actions: [action(3)] }, { activity: first.id, basedOn: second.versionId })).data
      .saveUptakeActivity.activity;
    await as(people.faoPublisher, CONFIRM, { version: third.versionId });
    expect((await as(null, PAGE, { id: first.id })).data.uptakeActivity).toBeNull();
    expect((await as(people.wfpMember, PAGE, { id: first.id })).data.uptakeActivity).toBeNull();
    // To withdraw it takes a second person too; it stays readable.
    const gone = (await save({ title: 'Inner words', withdrawn: 'It was stopped.', actions: [action(3)] }, { activity: first.id, basedOn: third.versionId }))
      .data.saveUptakeActivity.activity;
    await as(people.faoPublisher, CONFIRM, { version: gone.versionId });
    expect((await as(null, '{ uptakeActivities(recommendation: "3") { id } }')).data.uptakeActivities).toEqual([]);
    expect((await as(null, 'query ($id: ID!) { uptakeActivity(id: $id) { withdrawn } }', { id: first.id })).data.uptakeActivity).toEqual({
      withdrawn: 'It was stopped.',
    });
  });

  it('names every fault, and is for those who report', async () => {
    expect(
      faults(
        await save({
          title: ' ',
          startsOn: '2025-02-30',
          endsOn: 'soon',
          evidence: [{ address: 'example' }],
          actions: [],
        }),
      )?.sort(),
    ).toEqual(['actions ACTIVITY_ACTIONS', 'endsOn DATE', 'evidence.0.address ADDRESS_WEB', 'startsOn DATE', 'title MISSING']);
    expect(faults(await save({ startsOn: '2025-02-01', endsOn: '2025-01-01', actions: [action(1)] }))).toEqual(['endsOn ACTIVITY_ENDS']);
    expect(faults(await save({ title: 'Turned \u202e', actions: [action(1)] }))).toEqual(['title TURNING']);
    for (const address of ['https://example.org/\u202egpj.exe', 'https://un.org@example.org/', 'https://example.org/\u200b', 'https://example.org\\@un.org'])
      expect([address, faults(await save({ evidence: [{ address }], actions: [action(1)] }))]).toEqual([address, ['evidence.0.address ADDRESS_WEB']]);
    expect(faults(await save({ actions: [itu[0]?.id] }))).toEqual(['actions ACTIVITY_OTHER_ACTION']);
    expect(faults(await save({ actions: ['no-id'] }))).toEqual(['actions ACTIVITY_OTHER_ACTION']);
    // One of which nobody else may know is none to them.
    const { data } = await save({ audience: 'OWNERS', actions: [action(1)] });
    const { versionId } = data.saveUptakeActivity.activity;
    const none = { __typename: 'InvalidInput', fields: [{ path: 'version', code: 'NO_ACTIVITY' }] };
    for (const version of [versionId, '00000000-0000-7000-8000-000000000000'])
      expect((await as(people.ituPublisher, CONFIRM, { version })).data.confirmUptakeActivity).toEqual(none);
    expect((await as(people.faoFocal, CONFIRM, { version: versionId })).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    for (const other of [null, people.wfpMember, people.ituPublisher])
      expect((await save({ actions: [action(1)] }, {}, other as never)).errors).toHaveLength(1);
    expect((await save({ actions: [action(1)] }, {}, people.secretariat)).data.saveUptakeActivity.__typename).toBe('UptakeActivitySaved');
  });

  it('is never changed or deleted, and the log knows every version and confirmation', async () => {
    await expect(sql`UPDATE uptake_activity SET title = 'x'`.execute(db)).rejects.toThrow('append-only');
    await expect(sql`DELETE FROM uptake_activity_action`.execute(db)).rejects.toThrow('append-only');
    await expect(sql`TRUNCATE uptake_activity_confirmation`.execute(db)).rejects.toThrow('append-only');
    const { rows } = await sql<{ kept: number; versions: number }>`
      SELECT (SELECT count(*)::int FROM log_entry WHERE kind = 'UPTAKE_ACTIVITY_KEPT') AS kept, (SELECT count(*)::int FROM uptake_activity) AS versions`.execute(
      db,
    );
    expect(rows[0]?.kept).toBe(rows[0]?.versions);
    expect(rows[0]?.versions).toBeGreaterThan(3);
    // People and roles of this test are rows without an entry.
    expect((await verifyDatabase(db)).faults.filter(({ message }) => message.includes('activity'))).toEqual([]);
  });

  it('is counted where it belongs and nowhere twice, in any history', { timeout: 120_000 }, async () => {
    const choice = fc.record({
      organization: fc.constantFrom('fao', 'itu'),
      links: fc.uniqueArray(fc.nat(20), { minLength: 1, maxLength: 4 }),
      // Of an activity that is there, which one; a new one otherwise.
      change: fc.option(fc.nat(5)),
      confirm: fc.boolean(),
      withdraw: fc.boolean(),
    });
    type Kept = { id: string; organization: string; last: { version: string; actions: string[]; withdrawn: boolean; confirmed: boolean }[] };
    await fc.assert(
      fc.asyncProperty(fc.array(choice, { minLength: 1, maxLength: 8 }), async (steps) => {
        const model: Kept[] = [];
        const people2 = { fao: [people.faoFocal, people.faoPublisher], itu: [people.secretariat, people.ituPublisher] } as const;
        for (const step of steps) {
          const linkable = step.organization === 'fao' ? fao : itu;
          const actions = [...new Set(step.links.map((at) => linkable[at % linkable.length]?.id as string))];
          const mine = model.filter((one) => one.organization === step.organization);
          const old = step.change === null || mine.length === 0 ? null : (mine[step.change % mine.length] as Kept);
          const [writer, second] = people2[step.organization as 'fao'];
          const title = `Step ${++key}`;
          const withdrawn = step.withdraw && old ? 'It ended.' : null;
          const done = await saveActivity(
            db,
            writer,
            {
              activity: old?.id ?? null,
              basedOn: old?.last.at(-1)?.version ?? null,
              organization: step.organization,
              given: { title, withdrawn, actions },
              idempotencyKey: `property-${key}`,
            },
            site,
          );
          const { activityId } = done as { activityId: string };
          const { rows } = await sql<{
            id: string;
          }>`SELECT id FROM uptake_activity WHERE activity_id = ${activityId}::uuid ORDER BY sequence DESC LIMIT 1`.execute(db);
          const version = rows[0]?.id as string;
          if (step.confirm) await confirmActivity(db, second, version);
          const made = { version, actions, withdrawn: withdrawn !== null, confirmed: step.confirm };
          if (old) old.last.push(made);
          else model.push({ id: activityId, organization: step.organization, last: [made] });
        }
        for (const [viewer, access, holds] of [
          [anyone, publicFile.access, (one: Kept) => one.last.findLast(({ confirmed }) => confirmed)],
          [inside, uptakeAccessOf(people.secretariat), (one: Kept) => one.last.at(-1)],
        ] as const) {
          const ids = model.map(({ id }) => id);
          const expected = model.filter((one) => holds(one) && !holds(one)?.withdrawn);
          const all = await readActivities(db, viewer, access, { ids });
          expect(all.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort());
          // Each belongs to one organization: these add up to the whole.
          const perOrganization = await Promise.all(
            ['fao', 'itu'].map((organization) => readActivities(db, viewer, access, { ids, organizations: [organization] })),
          );
          expect(perOrganization.flat()).toHaveLength(all.length);
          // By action each stands below every action that it serves, once.
          for (const { id: actionId } of [...fao, ...itu]) {
            const there = (await readActivities(db, viewer, access, { ids, actionIds: [actionId] })).map(({ id }) => id);
            expect(there).toHaveLength(new Set(there).size);
            expect(there.sort()).toEqual(
              expected
                .filter((one) => holds(one)?.actions.includes(actionId))
                .map(({ id }) => id)
                .sort(),
            );
          }
          // Of a report: once, however many of its actions it serves.
          const ofReport = await readActivities(db, viewer, access, { ids, report: 'jiu-rep-2020-7' });
          const first = new Set([...fao, ...itu].filter(({ reportSymbol }) => reportSymbol === 'JIU/REP/2020/7').map(({ id }) => id));
          expect(ofReport).toHaveLength(expected.filter((one) => holds(one)?.actions.some((id) => first.has(id))).length);
        }
      }),
      { numRuns: 12 },
    );
  });
});
