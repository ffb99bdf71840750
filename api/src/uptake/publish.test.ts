import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { given, uptakeLibrary } from '#test/uptake.ts';
import { ValidationError } from '../errors.ts';
import { publishUptake } from './publish.ts';
import { publicAccess, uptakeAccessOf } from './policy.ts';
import { addDays, utcToday } from './state.ts';
import { readMatrix } from './table.ts';
import { reportUptake, type Written } from './write.ts';

const { db, as, people } = await uptakeLibrary();
const today = utcToday();
const site = { baseUrl: 'https://atrium.example' };
const REPORT = `mutation ($organization: String!, $recommendation: String!, $input: UptakeInput!, $key: String!) {
  reportUptake(organization: $organization, recommendation: $recommendation, input: $input, idempotencyKey: $key) { __typename ... on UptakeReported { entry { id } } ... on InvalidInput { fields { path code } } } }`;
const PUBLISH = `mutation ($entries: [ID!]!, $days: Int) { publishUptake(entries: $entries, days: $days) {
  __typename ... on UptakePublished { entries { standing answerBy publishedOn viewerCanPublish } } ... on InvalidInput { fields { path code params } } } }`;
let key = 0;
const fromPaper = async (organization: string, recommendation: string, more = {}): Promise<string> => {
  const { data } = await as(people.secretariat, REPORT, {
    organization,
    recommendation,
    key: `publish-${++key}`,
    input: given({ source: 'BOARD_DOCUMENT', sourceReference: 'FC 194/14', sourcePlace: 'page 12', ...more }),
  });
  expect(data.reportUptake.fields).toBeUndefined();
  return data.reportUptake.entry.id;
};
const publish = async (entries: string[], days?: number, by = people.secretariat) => (await as(by, PUBLISH, { entries, days })).data.publishUptake;
const codes = (result: { fields: { code: string }[] }) => result.fields.map((one) => one.code);
const cellOf = (organization: string, recommendation: string, more = '') =>
  `{ uptakeCell(organization: "${organization}", recommendation: "${recommendation}" ${more}) { status standing confirmed history { standing comment officer publishedByName } } }`;

describe('what the secretariat takes from a document', () => {
  it('is public and marked once it is published, and counted only where the reader asks, whoever asks', async () => {
    const entry = await fromPaper('wfp', '1', { comment: 'As the board was told.', officer: 'Chief' });
    expect((await as(null, cellOf('wfp', '1'))).data.uptakeCell.history).toEqual([]);
    const published = await publish([entry]);
    // Nobody of WFP could be told: silence says nothing, and there is no day.
    expect(published.entries).toEqual([{ standing: 'DOCUMENT', answerBy: null, publishedOn: today, viewerCanPublish: false }]);
    for (const who of [null, people.wfpMember, people.secretariat]) {
      const left = (await as(who, cellOf('wfp', '1'))).data.uptakeCell;
      expect(left).toMatchObject({ status: 'NO_INFORMATION', standing: null });
      expect(left.history).toEqual([
        { standing: 'DOCUMENT', comment: 'As the board was told.', officer: who ? 'Chief' : null, publishedByName: who ? 'Secretariat' : null },
      ]);
      expect((await as(who, cellOf('wfp', '1', 'includeDocuments: true'))).data.uptakeCell).toMatchObject({
        status: 'IN_PROGRESS',
        standing: 'DOCUMENT',
        confirmed: false,
      });
      const figures = `query ($with: Boolean) {
        uptakeMatrix(includeDocuments: $with) { documents counts { accepted fromDocument unconfirmed } }
        uptakeBy(by: ORGANIZATION, organization: "wfp", includeDocuments: $with) { total { accepted fromDocument } }
        uptakeTrend(step: YEAR, organization: "wfp", includeDocuments: $with) { counts { accepted } }
        uptakeCells(filter: { fromDocument: true }, includeDocuments: $with) { totalCount } }`;
      const without = (await as(who, figures, { with: false })).data;
      const counting = (await as(who, figures, { with: true })).data;
      expect(without.uptakeMatrix).toMatchObject({ documents: false, counts: { accepted: 0, fromDocument: 0 } });
      expect(counting.uptakeMatrix).toMatchObject({ documents: true, counts: { accepted: 1, fromDocument: 1, unconfirmed: 1 } });
      expect([without.uptakeBy.total.accepted, counting.uptakeBy.total]).toEqual([0, { accepted: 1, fromDocument: 1 }]);
      expect([without.uptakeTrend.at(-1).counts.accepted, counting.uptakeTrend.at(-1).counts.accepted]).toEqual([0, 1]);
      expect([without.uptakeCells.totalCount, counting.uptakeCells.totalCount]).toEqual([0, 1]);
    }
  });

  it('is told to the organization once, by name of document and place, with the day until which it may answer', async () => {
    const entries = [await fromPaper('fao', '1'), await fromPaper('fao', '3')];
    expect((await publish(entries, 20)).entries.map((one: { answerBy: string }) => one.answerBy)).toEqual([addDays(today, 20), addDays(today, 20)]);
    const { rows } = await sql<{
      address: string;
      subject: string;
      text: string;
    }>`SELECT address, subject, text FROM mail_outbox WHERE event_key LIKE 'uptake-published:%' ORDER BY address`.execute(db);
    expect(rows.map((mail) => mail.address)).toEqual([people.faoFocal.email, people.faoPublisher.email].sort());
    expect(rows[0]?.subject).toContain(`by ${addDays(today, 20)}`);
    expect(rows[0]?.text).toMatch(/recommendation 1: .*\(FC 194\/14, page 12\)\n.*\/uptake\/1\/fao/);
    expect(rows[0]?.text).toContain('/uptake/3/fao');
    // The same again does nothing more; a second officer is told who has done it.
    expect((await publish(entries)).entries).toHaveLength(2);
    const second = { ...people.secretariat, id: people.wfpMember.id };
    const refused = await publishUptake(db, second, { entries }, site, { today });
    expect((refused as ValidationError).fields[0]).toMatchObject({ code: 'PUBLISHED_ALREADY_BY', params: { person: 'Secretariat' } });
    expect((await sql`SELECT 1 FROM mail_outbox WHERE event_key LIKE 'uptake-published:%'`.execute(db)).rows).toHaveLength(2);
    expect((await sql`SELECT 1 FROM log_entry WHERE kind = 'UPTAKE_PUBLISHED'`.execute(db)).rows).toHaveLength(3);
  });

  it('counts like a confirmed report once the organization confirms it', async () => {
    const { data } = await as(null, '{ uptakeEntries(organization: "fao") { nodes { id recommendationNumber standing } } }');
    const one = data.uptakeEntries.nodes.find((entry: { recommendationNumber: number }) => entry.recommendationNumber === 3);
    expect(one.standing).toBe('DOCUMENT');
    await as(people.faoFocal, 'mutation ($entry: ID!) { confirmUptake(entry: $entry) { __typename } }', { entry: one.id });
    expect((await as(null, cellOf('fao', '3'))).data.uptakeCell).toMatchObject({ status: 'IN_PROGRESS', standing: 'CONFIRMED', confirmed: true });
  });

  it('stands unopposed after the period, only where the organization was told and gave no answer of its own', async () => {
    const at = async (day: string, recommendation: string, access = publicAccess) => {
      const matrix = await readMatrix(db, { unSystem: false, organizationIds: [] }, access, null, { at: day, known: day, demo: false, confirmedOnly: true });
      const head = matrix?.recommendations.find((one) => String(one.number) === recommendation);
      const column = matrix?.columns.find((one) => one.slug === 'fao');
      return matrix?.cells.find((cell) => cell.recommendationId === head?.id && cell.organizationId === column?.id);
    };
    const early = { today: '2025-01-10' };
    const take = async (recommendation: string) =>
      (
        (await reportUptake(
          db,
          people.secretariat,
          {
            cell: { recommendation, organization: 'fao' },
            given: given({ source: 'BOARD_DOCUMENT', sourceReference: 'FC 194/14', sourcePlace: 'page 3' }),
            idempotencyKey: `silent-${recommendation}`,
          },
          early,
        )) as Written
      ).entryId;
    const silent = await take('2');
    const answered = await take('4');
    expect(await publishUptake(db, people.secretariat, { entries: [silent, answered], days: 30 }, site, early)).not.toBeInstanceOf(ValidationError);
    await reportUptake(
      db,
      people.faoFocal,
      {
        cell: { recommendation: '4', organization: 'fao' },
        given: given({ acceptance: 'UNDER_CONSIDERATION', implementation: null }),
        idempotencyKey: 'own-answer',
      },
      { today: '2025-02-09' },
    );
    // The last day of the period is still the organization's.
    expect(await at('2025-02-09', '2')).toMatchObject({ status: 'NO_INFORMATION' });
    expect(await at('2025-02-10', '2')).toMatchObject({ status: 'IN_PROGRESS', standing: 'UNOPPOSED', confirmed: false, fromDocument: true });
    expect(await at('2025-02-10', '4')).toMatchObject({ status: 'NO_INFORMATION' });
    const inside = await readMatrix(db, { unSystem: true, organizationIds: [] }, uptakeAccessOf(people.secretariat), null, {
      at: '2025-02-10',
      known: '2025-02-10',
      demo: false,
      confirmedOnly: false,
    });
    expect(inside?.cells.filter((cell) => cell.standing === 'UNCONFIRMED')).toHaveLength(1);
  });

  it('is refused in words where it cannot be published', async () => {
    const noPlace = await fromPaper('itu', '1', { sourcePlace: null });
    const own = (
      await as(people.faoFocal, REPORT, {
        organization: 'fao',
        recommendation: '6',
        key: 'own-report',
        input: given({ source: 'BOARD_DOCUMENT', sourceReference: 'FC 1', sourcePlace: 'p. 1' }),
      })
    ).data.reportUptake.entry.id;
    const good = await fromPaper('itu', '2');
    expect(codes(await publish([noPlace, good, own, crypto.randomUUID()]))).toEqual(['PUBLISH_PLACE', 'PUBLISH_OWN', 'NO_ENTRY']);
    expect(codes(await publish([good], 3))).toEqual(['PUBLISH_DAYS']);
    // Nothing of a refused request was published.
    expect((await as(people.secretariat, cellOf('itu', '2'))).data.uptakeCell.history[0].standing).toBe('UNCONFIRMED');
    expect((await as(people.faoPublisher, PUBLISH, { entries: [good] })).errors[0]?.extensions?.code).toBe('FORBIDDEN');
    await as(people.ituPublisher, REPORT, { organization: 'itu', recommendation: '2', key: 'itu-says', input: given() });
    expect(codes(await publish([good]))).toEqual(['PUBLISH_ANSWERED']);
  });
});

describe('the contact book', () => {
  const KEEP = `mutation ($organization: String!, $address: String!, $deputy: Boolean) { keepUptakeContact(organization: $organization, address: $address, unit: "Evaluation office", deputy: $deputy) {
    __typename ... on UptakeContacts { contacts { id address unit deputy } } ... on InvalidInput { fields { path code } } } }`;
  it('is kept by the secretariat and the organization, and asked where nobody has an account', async () => {
    const keep = async (by: typeof people.secretariat | null, organization: string, address: string, deputy = false) =>
      as(by, KEEP, { organization, address, deputy });
    expect((await keep(people.secretariat, 'who', 'Focal@WHO.example')).data.keepUptakeContact.contacts).toMatchObject([
      { address: 'focal@who.example', deputy: false },
    ]);
    expect((await keep(people.secretariat, 'who', 'focal@who.example', true)).data.keepUptakeContact.contacts).toMatchObject([{ deputy: true }]);
    expect((await keep(people.secretariat, 'who', 'no address')).data.keepUptakeContact.fields).toEqual([{ path: 'address', code: 'ADDRESS_MAIL_ONE' }]);
    expect((await keep(people.faoFocal, 'who', 'x@example.org')).errors[0]?.extensions?.code).toBe('FORBIDDEN');
    expect((await keep(people.faoFocal, 'fao', 'deputy@fao.example', true)).data.keepUptakeContact.contacts).toHaveLength(1);
    const LIST = '{ uptakeContacts { address organizationName } }';
    expect((await as(null, LIST)).data.uptakeContacts).toEqual([]);
    expect((await as(people.wfpMember, LIST)).data.uptakeContacts).toEqual([]);
    expect((await as(people.faoFocal, LIST)).data.uptakeContacts).toEqual([{ address: 'deputy@fao.example', organizationName: 'FAO' }]);
    expect((await as(people.secretariat, LIST)).data.uptakeContacts).toHaveLength(2);
    const entry = await fromPaper('who', '1');
    expect((await publish([entry])).entries[0].answerBy).toBe(addDays(today, 30));
    expect((await sql`SELECT 1 FROM mail_outbox WHERE address = 'focal@who.example'`.execute(db)).rows).toHaveLength(1);
    const [contact] = (await as(people.secretariat, '{ uptakeContacts(organization: "who") { id } }')).data.uptakeContacts;
    const DROP = 'mutation ($id: ID!) { dropUptakeContact(id: $id) }';
    expect((await as(people.ituPublisher, DROP, { id: contact.id })).errors[0]?.extensions?.code).toBe('FORBIDDEN');
    expect((await as(people.secretariat, DROP, { id: contact.id })).data.dropUptakeContact).toBe(true);
    expect((await as(people.secretariat, DROP, { id: contact.id })).data.dropUptakeContact).toBe(false);
  });
});

describe('a campaign', () => {
  it('counts answers of the organization from the moment of its opening, confirmed ones apart, and writes to the contact book', async () => {
    const own = (recommendation: string, name: string) =>
      as(people.ituPublisher, REPORT, { organization: 'itu', recommendation, key: `campaign-${name}`, input: given() });
    await own('3', 'before');
    await as(people.secretariat, 'mutation { keepUptakeContact(organization: "upu", address: "reports@upu.example") { __typename } }');
    const { data } = await as(
      people.secretariat,
      'mutation { openCampaign(input: { title: "Update", message: "Please report.", closesOn: "2999-01-01", organizations: [{ organization: "itu", contact: "itu@example.org" }, { organization: "upu" }] }, idempotencyKey: "campaign-counts") { __typename ... on Campaign { id } ... on InvalidInput { fields { path code } } } }',
    );
    const id = data.openCampaign.id;
    const answers = async () =>
      (await as(people.secretariat, 'query ($id: ID!) { campaign(id: $id) { answers { organizationSlug answered confirmed } } }', { id })).data.campaign
        .answers;
    expect(await answers()).toEqual([
      { organizationSlug: 'itu', answered: 0, confirmed: 0 },
      { organizationSlug: 'upu', answered: 0, confirmed: 0 },
    ]);
    await own('4', 'after');
    // What the secretariat takes from a document is no answer of the organization.
    await fromPaper('upu', '1');
    expect(await answers()).toEqual([
      { organizationSlug: 'itu', answered: 1, confirmed: 0 },
      { organizationSlug: 'upu', answered: 0, confirmed: 0 },
    ]);
    const { rows } = await sql<{ address: string }>`SELECT address FROM mail_outbox WHERE event_key LIKE 'campaign:%' ORDER BY 1`.execute(db);
    expect(rows.map((mail) => mail.address)).toEqual(['itu@example.org', 'reports@upu.example']);
  });
});
