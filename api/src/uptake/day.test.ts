import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { timeZones } from '#prisma/content/time-zone.ts';
import { given, uptakeLibrary } from '#test/uptake.ts';
import { addDays, utcToday } from './state.ts';

// At any moment it is another day in the first than in the second: they are 25 hours apart.
const [EARLY, LATE] = ['Pacific/Kiritimati', 'Pacific/Pago_Pago'];
const { db, as, people } = await uptakeLibrary();
const SET =
  'mutation ($organization: String!, $timeZone: String!) { setTimeZone(organization: $organization, timeZone: $timeZone) { ... on OrganizationTimeZone { timeZone today } ... on InvalidInput { fields { path code } } } }';
const set = async (organization: string, timeZone: string) => (await as(people.secretariat, SET, { organization, timeZone })).data.setTimeZone;
const REPORT = `mutation ($recommendation: String!, $organization: String!, $input: UptakeInput!, $key: String!) { reportUptake(recommendation: $recommendation, organization: $organization, input: $input, idempotencyKey: $key) {
  ... on UptakeReported { entry { id enteredOn } } ... on InvalidInput { fields { path code params } } } }`;
let keys = 0;
const report = async (by: typeof people.faoFocal, organization: string, input: object) =>
  (await as(by, REPORT, { recommendation: '1', organization, input: given(input), key: `day-test-${keys++}` })).data.reportUptake;
const confirm = (by: typeof people.faoFocal, entry: string) =>
  as(by, 'mutation ($entry: ID!) { confirmUptake(entry: $entry) { ... on UptakeReported { entry { confirmedOn } } } }', { entry });
const ofCell = async (organization: string, day?: string) =>
  (
    await as(
      people.secretariat,
      'query ($organization: String!, $day: String) { uptakeCell(recommendation: "1", organization: $organization, at: $day) { status overdue overdueDays today timeZone history { id } } uptakeBy(by: ORGANIZATION, organization: $organization, recommendation: 1, at: $day) { total { overdue accepted } } }',
      { organization, day: day ?? null },
    )
  ).data;

describe('the days of an organization', () => {
  it('are those of its seat as its record says, of UTC where that says nothing, and of the zone that it chooses', async () => {
    await sql`DELETE FROM organization_zone`.execute(db);
    expect((await ofCell('fao')).uptakeCell).toMatchObject({ timeZone: 'Europe/Rome' });
    expect((await ofCell('unrwa')).uptakeCell).toMatchObject({ timeZone: 'UTC', today: utcToday() });
    expect(await set('fao', EARLY)).toMatchObject({ timeZone: EARLY });
    expect((await ofCell('fao')).uptakeCell.timeZone).toBe(EARLY);
    expect(await set('fao', '')).toMatchObject({ timeZone: 'Europe/Rome' });
    expect(await set('fao', 'Europe/Nowhere')).toEqual({ fields: [{ path: 'timeZone', code: 'TIME_ZONE' }] });
    expect((await as(people.ituPublisher, SET, { organization: 'fao', timeZone: EARLY })).errors[0]?.extensions?.code).toBe('FORBIDDEN');
    expect((await as(null, SET, { organization: 'fao', timeZone: EARLY })).errors[0]?.extensions?.code).toBe('FORBIDDEN');
  });

  it('are reckoned by PostgreSQL in every zone that may be named', async () => {
    expect(timeZones.length).toBeGreaterThan(400);
    const { rows } = await sql<{ day: string }>`SELECT (now() AT TIME ZONE zone)::date::text AS day FROM unnest(${timeZones as string[]}::text[]) zone`.execute(
      db,
    );
    const at = (zone: string) => new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date());
    expect(rows.map(({ day }) => day)).toEqual(timeZones.map(at));
  });

  it('date what is recorded and say what lies ahead', async () => {
    const { today: early } = await set('fao', EARLY);
    const { today: late } = await set('itu', LATE);
    expect(late).toBe(addDays(early, -1));
    expect((await report(people.faoFocal, 'fao', { effectiveDate: addDays(early, 1) })).fields).toEqual([
      { path: 'effectiveDate', code: 'NOT_YET', params: { today: early } },
    ]);
    expect((await report(people.ituPublisher, 'itu', { effectiveDate: early })).fields).toEqual([
      { path: 'effectiveDate', code: 'NOT_YET', params: { today: late } },
    ]);
    const theirs = await report(people.faoFocal, 'fao', { effectiveDate: early });
    expect(theirs.entry.enteredOn).toBe(early);
    const { data } = await confirm(people.faoPublisher, theirs.entry.id);
    expect(data.confirmUptake.entry.confirmedOn).toBe(early);
    expect((await report(people.ituPublisher, 'itu', { effectiveDate: late, targetDate: late })).entry.enteredOn).toBe(late);
    // What was recorded a moment ago is in the table of today, for everybody, wherever it is today already or still.
    for (const organization of ['fao', 'itu'])
      expect(await ofCell(organization)).toMatchObject({ uptakeCell: { status: 'IN_PROGRESS', history: [{}] }, uptakeBy: { total: { accepted: 1 } } });
    const shown = await as(null, '{ uptakeCell(recommendation: "1", organization: "fao") { status history { enteredOn } } }');
    expect(shown.data.uptakeCell).toEqual({ status: 'IN_PROGRESS', history: [{ enteredOn: early }] });
    const { rows } = await sql`SELECT status FROM reporting.uptake_now WHERE organization = 'FAO' AND recommendation = 'Recommendation 1'`.execute(db);
    expect(rows).toEqual([{ status: 'IN_PROGRESS' }]);
  });

  it('end a target date there, in the cell and in every sum', async () => {
    await sql`UPDATE record SET content = content #- '{deadline}' WHERE kind = 'RECOMMENDATION' AND content->>'number' = '1'`.execute(db);
    await set('itu', LATE);
    expect(await ofCell('itu')).toMatchObject({ uptakeCell: { overdue: false }, uptakeBy: { total: { overdue: 0 } } });
    // The same moment, where the day is over.
    await set('itu', EARLY);
    expect(await ofCell('itu')).toMatchObject({ uptakeCell: { overdue: true, overdueDays: 1 }, uptakeBy: { total: { overdue: 1 } } });
  });

  it('leave a past day as it was recorded, whatever the zone is now', async () => {
    const past = addDays(utcToday(), -3);
    const before = await ofCell('itu', past);
    await set('itu', LATE);
    const after = await ofCell('itu', past);
    expect({ ...after.uptakeCell, today: '', timeZone: '' }).toEqual({ ...before.uptakeCell, today: '', timeZone: '' });
    expect(after.uptakeCell.status).toBe('NO_INFORMATION');
  });

  it('end a campaign where it asks', async () => {
    const OPEN = `mutation ($input: CampaignInput!) { openCampaign(input: $input, idempotencyKey: "day-campaign") { ... on Campaign { id } ... on InvalidInput { fields { path code } } } }`;
    await set('fao', EARLY);
    const { today: late } = await set('itu', LATE);
    const opened = await as(people.secretariat, OPEN, {
      input: { title: 'An update', message: 'Please.', closesOn: addDays(utcToday(), 1), organizations: [{ organization: 'itu', contact: 'itu@example.org' }] },
    });
    const { id } = opened.data.openCampaign;
    const state = async () => (await as(people.secretariat, 'query ($id: ID!) { campaign(id: $id) { state } }', { id })).data.campaign.state;
    const close = (day: string) => sql`UPDATE campaign SET opens_on = ${addDays(day, -1)}::date, closes_on = ${day}::date`.execute(db);
    await close(late);
    expect(await state()).toBe('OPEN');
    await set('itu', EARLY);
    expect(await state()).toBe('OVERDUE');
  });
});
