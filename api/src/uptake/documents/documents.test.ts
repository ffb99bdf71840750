import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Fastify from 'fastify';
import { sql } from 'kysely';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { loadDemo, removeDemo } from '#seed/demo.ts';
import { given, uptakeLibrary } from '#test/uptake.ts';
import { plantUptake, uptakeFiles, uptakeMarkers, uptakeQueries } from '#test/uptake-leaks.ts';
import { unzip } from '#test/unzip.ts';
import type { User } from '../../accounts/user.ts';
import { campaignSteps, closeCampaign, openCampaign } from '../campaigns/write.ts';
import { applyTable, checkTable } from '../import.ts';
import { uptakeAccessOf } from '../policy.ts';
import { addDays, utcToday } from '../state.ts';
import { confirmUptake, reportUptake, type Written } from '../write.ts';
import { readDocument } from './content.ts';
import { addFaults } from '../../faults.ts';
import { addDocuments } from './routes.ts';
import { sendDigests } from '../follow/subscriptions.ts';
import { sheetOf } from '#test/sheet.ts';

const { db, as, people, services } = await uptakeLibrary();
const app = Fastify();
addFaults(app);
const all = new Map(Object.values(people).map((person) => [person.id, person]));
addDocuments(app, services, (request): User | null => all.get(String(request.headers['x-person'])) ?? null);
app.get('/*', async () => 'page');
afterAll(() => app.close());
const get = (url: string, person?: User) => app.inject({ url, headers: person ? { 'x-person': person.id } : {} });
const viewer = { unSystem: true, organizationIds: [] };
const today = utcToday();
/** The closing day of the campaign that the tests open today. */
const closesOn = addDays(today, 39);
const moment = { at: today, known: today, demo: false, confirmedOnly: false };
const table = (xlsx: Buffer) => ({ report: null, text: null, rows: null, xlsx: xlsx.toString('base64') });

/** The contents of every file in a zip, one after the other. */
const unzipped = (bytes: Buffer) => Object.values(unzip(bytes)).join('');

describe('demonstration data', () => {
  it('is loaded once, marked, left out of files, and removed without trace', async () => {
    const tables = ['uptake_entry', 'uptake_confirmation', 'uptake_withdrawal', 'uptake_comment', 'campaign'];
    const sizes = async () =>
      Promise.all(tables.map(async (name) => (await sql<{ count: number }>`SELECT count(*) AS count FROM ${sql.table(name)}`.execute(db)).rows[0]?.count));
    const before = await sizes();
    const added = await loadDemo(db);
    expect(added).toBeGreaterThan(50);
    expect(await loadDemo(db)).toBe(0);
    const { data } = await as(
      null,
      '{ with: uptakeMatrix { demo counts { noInformation } cells { demo entryId } } without: uptakeMatrix(includeDemo: false) { demo counts { noInformation } } }',
    );
    expect(data.with.demo).toBe(true);
    expect(data.with.counts.noInformation).toBeLessThan(155);
    expect(data.with.cells.every((cell: { demo: boolean; entryId: string | null }) => cell.demo === (cell.entryId !== null))).toBe(true);
    expect(data.without).toEqual({ demo: false, counts: { noInformation: 155 } });
    expect((await get('/uptake.atom')).body).not.toContain('<entry>');
    expect((await get('/uptake.atom?demo=1')).body).toContain('demonstration data');
    expect((await get('/uptake.ics')).body).not.toContain('demonstration');
    expect((await sheetOf((await get('/uptake.xlsx?demo=1')).rawPayload, 'About')).flat().join(' ')).toContain('DEMONSTRATION DATA');
    expect(await removeDemo(db)).toBe(added);
    expect(await sizes()).toEqual(before);
  });
});

describe('documents', () => {
  it('of an organization can be filled and loaded back; unchanged, it changes nothing', async () => {
    for (const [recommendation, change] of [
      ['1', {}],
      ['2', { comment: 'MARKINTERNAL\nsecond line', commentAudience: 'OWNERS', targetDate: '2025-01-31' }],
      ['4', { acceptance: 'NOT_RELEVANT', implementation: null }],
    ] as const) {
      const written = (await reportUptake(db, people.faoFocal, {
        cell: { recommendation, organization: 'fao' },
        given: given(change as object),
        idempotencyKey: `document-${recommendation}`,
      })) as Written;
      if (recommendation !== '4') await confirmUptake(db, people.faoPublisher, written.entryId);
    }
    const file = await get('/uptake/organizations/fao.xlsx?audience=internal', people.faoFocal);
    expect(file.statusCode).toBe(200);
    expect(file.headers['content-disposition']).toContain(`uptake-jiu-rep-2020-7-fao-internal-${today}.xlsx`);
    expect(await checkTable(db, people.faoFocal, table(file.rawPayload))).toMatchObject({
      faults: [],
      rows: expect.not.arrayContaining([expect.objectContaining({ action: 'ADD' })]),
    });
    expect(await applyTable(db, people.faoFocal, table(file.rawPayload), 'load-unchanged')).toMatchObject({ applied: true, entryIds: [] });
    const cells = await sheetOf(file.rawPayload, 'Uptake');
    const headings = cells.find((one) => one[0] === 'Recommendation') as string[];
    const row = cells.find((one) => one[0] === '6') as string[];
    for (const [heading, value] of [
      ['Effective date', '2024-06-01'],
      ['Acceptance', 'Accepted'],
      ['Implementation', 'Implemented'],
    ] as const)
      row[headings.indexOf(heading)] = value;
    const outcome = await applyTable(db, people.faoFocal, { report: null, text: null, xlsx: null, rows: cells }, 'load-filled');
    expect(outcome).toMatchObject({ applied: true, faults: [] });
    expect(outcome.entryIds).toHaveLength(1);
    expect(await checkTable(db, people.faoFocal, { report: null, text: null, rows: null, xlsx: Buffer.from('no workbook').toString('base64') })).toMatchObject({
      faults: [{ row: 1 }],
    });
  });
  it('cross-foot, for an organization and for the system', async () => {
    for (const organization of ['fao', null]) {
      for (const person of [people.secretariat, null]) {
        const document = await readDocument(
          db,
          person ? viewer : services && { unSystem: false, organizationIds: [] },
          uptakeAccessOf(person),
          null,
          organization,
          moment,
        );
        expect(document?.checks.length).toBeGreaterThan(20);
        expect(document?.checks.filter((check) => check.left !== check.right)).toEqual([]);
      }
    }
    const sums = await sheetOf((await get('/uptake/organizations/fao.xlsx?audience=internal', people.faoFocal)).rawPayload, 'Sums');
    expect(sums.find((row) => row[0] === 'Addressed')?.[1]).toBe('7');
    expect(sums.find((row) => row[0] === 'Accepted')?.[1]).toBe('3');
    const system = await sheetOf((await get('/uptake.xlsx?audience=internal', people.secretariat)).rawPayload, 'By organization');
    expect(system).toHaveLength(1 + 1 + 29 + 3);
    expect(system.find((row) => row[0] === 'Total')?.[1]).toBe('155');
  });
  it('show the public neither unconfirmed nor internal entries', async () => {
    for (const url of ['/uptake.xlsx', '/uptake/organizations/fao.xlsx']) {
      const text = JSON.stringify(await sheetOf((await get(url)).rawPayload, 'Uptake'));
      expect(text).not.toContain('MARKINTERNAL');
      expect(text).not.toContain('Not relevant');
      expect(text).toContain('In progress');
    }
    expect(JSON.stringify(await sheetOf((await get('/uptake/organizations/fao.xlsx?audience=internal', people.faoFocal)).rawPayload, 'Uptake'))).toContain(
      'MARKINTERNAL',
    );
    for (const url of ['/uptake.atom', '/uptake.ics', '/uptake/recommendations/2.atom']) expect((await get(url)).body).not.toContain('MARKINTERNAL');
    expect((await get('/uptake.atom')).body).not.toContain('Not relevant');
    expect((await get('/uptake/organizations/fao.atom?audience=internal', people.wfpMember)).body).toContain('Not relevant, as of 2024-05-01 (unconfirmed)');
  });
  it('are files at addresses of their own; pages and unknown ones are left to others', async () => {
    expect((await get('/uptake/organizations/fao')).body).toBe('page');
    expect((await get('/uptake/organizations/nobody.docx')).statusCode).toBe(404);
    expect((await get('/uptake.docx?report=none')).statusCode).toBe(404);
    expect((await get('/uptake.docx?at=2026-02-30')).statusCode).toBe(400);
    const docx = await get('/uptake/organizations/fao.docx?audience=internal', people.faoFocal);
    expect(unzipped(docx.rawPayload)).toContain('3 / 7 = 42.9 %');
    expect(unzipped(docx.rawPayload)).toContain('MARKINTERNAL');
  });
  it.each(['UTC', 'Pacific/Auckland', 'America/Los_Angeles'])('give calendars in whole days, also on a server in %s', async (zone) => {
    vi.stubEnv('TZ', zone);
    const { body } = await get('/uptake/organizations/fao.ics?audience=internal', people.faoFocal);
    vi.unstubAllEnvs();
    expect(body).toContain('DTSTART;VALUE=DATE:20250131');
    expect(body).toContain('DTEND;VALUE=DATE:20250201');
    expect(body).toContain('DTSTART;VALUE=DATE:20221231');
    expect(body.match(/BEGIN:VEVENT/g)).toHaveLength(3);
  });
  it('open in LibreOffice with the right figures', async (context) => {
    const office = ['/usr/bin/soffice', '/usr/bin/libreoffice', '/usr/local/bin/soffice', '/Applications/LibreOffice.app/Contents/MacOS/soffice'].find((path) =>
      existsSync(path),
    );
    if (!office) {
      console.info('LibreOffice was not found on this machine: opening DOCX and XLSX in it was skipped.');
      context.skip();
      return;
    }
    const folder = await mkdtemp(join(tmpdir(), 'atrium-office-'));
    try {
      const convert = async (name: string, content: Buffer, to: string, result: string) => {
        await writeFile(join(folder, name), content);
        await promisify(execFile)(
          office,
          ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', to, '--outdir', folder, join(folder, name)],
          { timeout: 120_000 },
        );
        return readFile(join(folder, result), 'utf8');
      };
      const sheets = await convert(
        'fao.xlsx',
        (await get('/uptake/organizations/fao.xlsx?audience=internal', people.faoFocal)).rawPayload,
        'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,3',
        'fao-Sums.csv',
      );
      expect(sheets).toContain('Addressed,7,7,0');
      expect(sheets).toContain('Accepted,3,3,0');
      const text = await convert(
        'fao.docx',
        (await get('/uptake/organizations/fao.docx?audience=internal', people.faoFocal)).rawPayload,
        'txt:Text',
        'fao.txt',
      );
      expect(text).toContain('3 / 7 = 42.9 %');
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

describe('following by mail', () => {
  it('mails what happened since the last time, once, with what the person may see where it was asked for', async () => {
    const FOLLOW =
      'mutation { followUptake(organization: "fao", frequency: DAILY, internal: true) { __typename ... on UptakeSubscription { id organizationName } } }';
    expect((await as(null, FOLLOW)).errors[0]?.extensions?.code).toBe('FORBIDDEN');
    const { id } = (await as(people.wfpMember, FOLLOW)).data.followUptake;
    expect((await as(people.wfpMember, FOLLOW)).data.followUptake.id).toBe(id);
    // Of the same day's events: only what is public and confirmed, for who did not ask for more.
    const publicly = (await as(people.ituPublisher, FOLLOW.replace(', internal: true', ''))).data.followUptake.id;
    expect(await sendDigests(db, 'DAILY', { baseUrl: 'https://example.org' })).toBe(0);
    await reportUptake(db, people.faoFocal, {
      cell: { recommendation: '7', organization: 'fao' },
      given: given({ comment: 'MARKINTERNAL', commentAudience: 'OWNERS' }),
      idempotencyKey: 'digest-entry',
    });
    expect(await sendDigests(db, 'DAILY', { baseUrl: 'https://example.org' })).toBe(1);
    expect(await sendDigests(db, 'DAILY', { baseUrl: 'https://example.org' })).toBe(0);
    const { rows } = await sql<{
      text: string;
      address: string;
      subject: string;
    }>`SELECT text, address, subject FROM mail_outbox WHERE event_key LIKE 'uptake-digest:%'`.execute(db);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ address: people.wfpMember.email });
    expect(rows[0]?.text).toContain('FAO, recommendation 7: Accepted, in progress, as of 2024-05-01 (unconfirmed)');
    expect(rows[0]?.text).not.toContain('MARKINTERNAL');
    expect(rows[0]?.text).toMatch(/^INTERNAL, not for publication\. Made for WFP member on /);
    expect(rows[0]?.subject).toMatch(/^\[Internal\] Uptake of/);
    const { rows: entries } = await sql<{ id: string }>`SELECT id FROM uptake_entry WHERE idempotency_key = 'digest-entry'`.execute(db);
    await confirmUptake(db, people.faoPublisher, entries[0]?.id ?? '');
    expect(await sendDigests(db, 'DAILY', { baseUrl: 'https://example.org' })).toBe(2);
    const { rows: later } = await sql<{
      text: string;
      subject: string;
    }>`SELECT text, subject FROM mail_outbox WHERE address = ${people.ituPublisher.email}`.execute(db);
    expect(later).toHaveLength(1);
    expect(later[0]?.text).toContain('(confirmed)');
    expect(`${later[0]?.subject} ${later[0]?.text}`).not.toMatch(/internal|unconfirmed/i);
    expect((await as(people.ituPublisher, `mutation { unfollowUptake(id: "${publicly}") }`)).data.unfollowUptake).toBe(true);
    expect((await as(people.wfpMember, `mutation { unfollowUptake(id: "${id}") }`)).data.unfollowUptake).toBe(true);
  });
});

describe('a campaign', () => {
  const site = { baseUrl: 'https://example.org' };
  const mails = async () =>
    (
      await sql<{
        key: string;
        address: string;
        subject: string;
      }>`SELECT event_key AS key, address, subject FROM mail_outbox WHERE event_key LIKE 'campaign:%' ORDER BY created_at, event_key`.execute(db)
    ).rows;
  it('is opened by the secretariat alone, with every fault named', async () => {
    const OPEN =
      'mutation ($input: CampaignInput!) { openCampaign(input: $input, idempotencyKey: "campaign-faults") { __typename ... on InvalidInput { fields { name } } } }';
    const input = {
      title: ' ',
      message: 'm',
      closesOn: '2020-01-01',
      organizations: [{ organization: 'fao' }, { organization: 'FAO' }, { organization: 'nobody' }, { organization: 'who' }, { organization: 'ceb' }],
    };
    expect((await as(people.faoFocal, OPEN, { input })).errors[0]?.extensions?.code).toBe('FORBIDDEN');
    expect((await as(people.secretariat, OPEN, { input })).data.openCampaign.fields).toEqual([{ name: 'title' }]);
    const more = await as(people.secretariat, OPEN, { input: { ...input, title: 't' } });
    expect(more.data.openCampaign.fields.map((field: { name: string }) => field.name).sort()).toEqual([
      'closesOn',
      'closesOn',
      'organizations.1.organization',
      'organizations.2.organization',
      'organizations.4.organization',
    ]);
    const unreachable = await as(people.secretariat, OPEN, {
      input: { ...input, title: 't', closesOn: '2999-01-01', organizations: [{ organization: 'who' }] },
    });
    expect(unreachable.data.openCampaign.fields).toEqual([{ name: 'organizations.0.contact' }]);
  });
  it('asks, reminds at the chosen days, escalates, counts the answers and closes', async () => {
    const opened = await openCampaign(
      db,
      people.secretariat,
      {
        given: {
          title: 'Update 2026',
          message: 'Please report.',
          closesOn,
          reminderDays: [14, 3],
          escalationDays: 7,
          organizations: [{ organization: 'fao' }, { organization: 'itu', contact: 'itu@example.org', secondContact: 'second@example.org' }],
        },
        idempotencyKey: 'campaign-1',
      },
      site,
      today,
    );
    const id = (opened as { id: string }).id;
    expect((await mails()).map((mail) => mail.address)).toEqual([people.faoFocal.email, 'itu@example.org']);
    expect(await campaignSteps(db, site, addDays(closesOn, -30))).toBe(0);
    expect(await campaignSteps(db, site, addDays(closesOn, -13))).toBe(2);
    expect(await campaignSteps(db, site, addDays(closesOn, -13))).toBe(0);
    const { rows } = await sql<{
      number: string;
    }>`SELECT r.content->>'number' AS number FROM action a JOIN record r ON r.id = a.recommendation_id JOIN record o ON o.id = a.organization_id WHERE o.slug = 'fao' AND a.printed`.execute(
      db,
    );
    for (const { number } of rows)
      await reportUptake(
        db,
        people.faoFocal,
        { cell: { recommendation: number, organization: 'fao' }, given: given(), idempotencyKey: `campaign-answer-${number}` },
        { today: addDays(closesOn, -11) },
      );
    expect(await campaignSteps(db, site, addDays(closesOn, -2))).toBe(1);
    expect(await campaignSteps(db, site, addDays(closesOn, 6))).toBe(0);
    expect(await campaignSteps(db, site, addDays(closesOn, 7))).toBe(1);
    expect((await mails()).at(-1)).toMatchObject({ address: 'second@example.org', subject: 'No complete answer from ITU: Update 2026' });
    const VIEW = `{ campaign(id: "${id}") { state answers { organizationName state answered addressed contact } notices { kind days } } campaigns { id } }`;
    const view = (await as(people.secretariat, VIEW)).data.campaign;
    expect(view.answers).toEqual([
      { organizationName: 'FAO', state: 'COMPLETE', answered: 7, addressed: 7, contact: null },
      { organizationName: 'ITU', state: 'NONE', answered: 0, addressed: expect.any(Number), contact: 'itu@example.org' },
    ]);
    expect(view.notices.map((notice: { kind: string; days: number }) => `${notice.kind} ${notice.days}`).sort()).toEqual([
      'ESCALATION 7',
      'OPENED 0',
      'OPENED 0',
      'REMINDER 14',
      'REMINDER 14',
      'REMINDER 3',
    ]);
    expect((await as(people.faoFocal, VIEW)).data.campaign).toMatchObject({ notices: [], answers: [{ organizationName: 'FAO' }] });
    for (const person of [null, people.wfpMember]) expect((await as(person, VIEW)).data).toEqual({ campaign: null, campaigns: [] });
    await closeCampaign(db, people.secretariat, id);
    expect((await as(people.secretariat, VIEW)).data.campaign.state).toBe('CLOSED');
  });
});

describe('what is internal', () => {
  it('reaches nobody whom it is not for, by any query or file', async () => {
    const entry = await plantUptake(db, people.faoFocal, 'fao');
    const readers: [string, User | undefined, string[]][] = [
      ['the public', undefined, [entry, ...Object.values(uptakeMarkers)]],
      ['another organization', people.ituPublisher, [uptakeMarkers.owners, uptakeMarkers.thread]],
    ];
    for (const [name, person, hidden] of readers) {
      for (const query of uptakeQueries('fao')) {
        const { data, errors } = await as(person ?? null, query);
        expect(errors, query).toEqual([]);
        for (const marker of hidden) expect(JSON.stringify(data), `${name}: ${query}`).not.toContain(marker);
      }
      for (const url of uptakeFiles('fao')) {
        const file = await get(person ? `${url}?audience=internal` : url, person);
        expect(file.statusCode, url).toBe(200);
        const text = /\.(docx|xlsx)$/.test(url) ? unzipped(file.rawPayload) : file.body;
        for (const marker of hidden) expect(text, `${name}: ${url}`).not.toContain(marker);
      }
    }
    const own = JSON.stringify((await as(people.faoPublisher, uptakeQueries('fao')[0] as string)).data);
    for (const marker of [entry, ...Object.values(uptakeMarkers)]) expect(own).toContain(marker);
  });
});
