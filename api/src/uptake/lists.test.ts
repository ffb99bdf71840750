import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { testApp } from '#test/ask.ts';
import { given, uptakeLibrary } from '#test/uptake.ts';
import { ValidationError } from '../errors.ts';
import type { ReportInput } from './fields.ts';
import { reportUptake } from './write.ts';

const { db, services, as, people } = await uptakeLibrary();
const app = await testApp(services);
const get = (url: string, person: { id: string } | null = null) =>
  app.inject({ url, headers: { 'accept-encoding': 'identity', ...(person ? { 'x-person': person.id } : {}) } });
const rows = async (url: string, person: { id: string } | null = null): Promise<Record<string, string>[]> =>
  parse((await get(url, person)).body, { bom: true, columns: true, relax_column_count: true });

/** A report, and a second person who stands by it unless told otherwise. */
async function report(recommendation: string, change: Partial<ReportInput> = {}, confirmed = true): Promise<string> {
  const written = await reportUptake(db, people.faoFocal, {
    cell: { recommendation, organization: 'fao' },
    given: given(change),
    idempotencyKey: `lists-test-${crypto.randomUUID()}`,
  });
  if (written instanceof ValidationError) throw new Error(JSON.stringify(written.fields));
  if (confirmed) {
    const { errors } = await as(people.faoPublisher, 'mutation ($id: ID!) { confirmUptake(entry: $id) { __typename } }', { id: written.entryId });
    expect(errors).toEqual([]);
  }
  return written.entryId;
}

const arms = ['=1+1', '+49 6', '-', '@sum', "'quoted", "'=already", '- a\n- list', '"q"', 'a | b', '_x0041_', 'two, three; four', '#N/A', '45455', 'TRUE'];
await report('1', { officer: 'Director', comment: 'For the public, with = in it', commentAudience: 'PUBLIC', financialImplication: 'none seen' });
await report('2', { implementation: 'IMPLEMENTED', comment: 'Only for owners', commentAudience: 'OWNERS' });
await report('4', { comment: 'Nobody confirmed this' }, false);

describe('the lists of actions and of what was reported of them', () => {
  it('have a row for each action, with its state as the table says', async () => {
    const { uptakeMatrix } = (await as(null, '{ uptakeMatrix { counts { addressed implemented overdue noInformation } doubtful } }')).data;
    const all = await rows('/uptake/actions.csv');
    const { counts } = uptakeMatrix;
    expect(all).toHaveLength(counts.addressed);
    expect(all.filter((row) => row['State'] === 'Implemented')).toHaveLength(counts.implemented);
    expect(all.filter((row) => row['Overdue'] === 'yes')).toHaveLength(counts.overdue);
    expect(await rows('/uptake/actions.csv?status=NO_INFORMATION')).toHaveLength(counts.noInformation);
    expect(await rows('/uptake/actions.csv?counted=false')).toHaveLength(uptakeMatrix.doubtful);
    expect((await get('/uptake/actions.json?organization=fao&recommendation=2')).json()).toMatchObject({
      about: { rows: 1, audience: 'Public', address: 'http://localhost:3000/uptake/entries?organization=fao&recommendation=2' },
      records: [{ recommendationNumber: 2, organizationSlug: 'fao', status: 'IMPLEMENTED', standing: 'CONFIRMED' }],
    });
  });
  it('show the day that is asked for', async () => {
    expect(await rows('/uptake/entries.csv?at=2020-12-31')).toEqual([]);
    expect(await rows('/uptake/actions.csv?at=2020-12-31&status=IMPLEMENTED')).toEqual([]);
    const answer = await get('/uptake/actions.csv?at=2020-12-31');
    expect(answer.headers['content-disposition']).toContain('atrium-uptake-actions-2020-12-31.csv');
  });
  it('name what of the address is not understood, and leave it out', async () => {
    const answer = await get('/uptake/entries.csv?status=DONE&at=2026-02-30&report=nothing&colour=red');
    expect(new URLSearchParams(String(answer.headers['x-atrium-ignored'])).toString()).toBe('at=2026-02-30&status=DONE&colour=red&report=nothing');
    expect(answer.body).toContain('# Left out of the filter: report=nothing. There is no such report.');
  });
  it('hold for the public what two people stand by, and of that what is public', async () => {
    for (const format of ['csv', 'json']) {
      const { body } = await get(`/uptake/entries.${format}`, people.faoFocal);
      expect(body).toContain('For the public');
      for (const word of ['Only for owners', 'Nobody confirmed', 'Director', 'none seen', 'INTERNAL', people.faoFocal.name]) expect(body).not.toContain(word);
    }
    expect((await rows('/uptake/entries.csv')).map((row) => row['Recommendation'])).toEqual(['1', '2']);
    expect((await get('/uptake/entries.csv?audience=internal')).statusCode).toBe(401);
  });
  it('hold for people of the UN system more, and say so in each row', async () => {
    const own = await rows('/uptake/entries.csv?audience=internal', people.faoFocal);
    expect(own.map((row) => [row['Recommendation'], row['Standing'], row['Marking']])).toEqual([
      ['1', 'Confirmed', 'INTERNAL, not for publication'],
      ['2', 'Confirmed', 'INTERNAL, not for publication'],
      ['4', 'Unconfirmed', 'INTERNAL, not for publication'],
    ]);
    const others = (await get('/uptake/entries.csv?audience=internal', people.wfpMember)).body;
    expect(others).toContain('Nobody confirmed this'.slice(0, 6));
    expect(others).not.toContain('Only for owners');
    const answer = await get('/uptake/entries.json?audience=internal&unconfirmed=true', people.faoFocal);
    expect(answer.headers['cache-control']).toBe('private, no-store');
    expect(answer.json().records).toMatchObject([{ recommendationNumber: 4, standing: 'UNCONFIRMED', officer: null }]);
  });
});

it('lays organizations side by side: a row for each recommendation, the same columns for each of them', async () => {
  const found = await rows('/uptake/compare.csv?organizations=fao,itu');
  expect(found.map((row) => row['Recommendation'])).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
  expect(found[0]).toMatchObject({ Report: 'JIU/REP/2020/7', 'FAO: state': 'In progress', 'ITU: state': 'No information' });
  // The fifth is addressed to one organization, which is neither.
  expect(found[4]).toMatchObject({ 'FAO: state': '', 'ITU: state': '' });
  const { records } = (await get('/uptake/compare.json?organizations=itu,fao')).json();
  expect(records).toHaveLength(8);
  expect(records[0].organizations).toMatchObject([
    { slug: 'itu', status: 'NO_INFORMATION' },
    { slug: 'fao', status: 'IN_PROGRESS' },
  ]);
  expect((await get('/uptake/compare.csv?organizations=nobody')).body).toContain('organizations=nobody');
});

describe('what is exported of entries', () => {
  const OUTCOME = '{ toAdd unchanged applied faults { row column message } rows { row action changes } }';
  const check = async (sent: { text?: string; xlsx?: string }) =>
    (await as(people.faoFocal, `mutation ($text: String, $xlsx: String) { checkUptakeTable(text: $text, xlsx: $xlsx) ${OUTCOME} }`, sent)).data
      .checkUptakeTable;
  const internal = '/uptake/entries.FORMAT?audience=internal&organization=fao';

  it('loads back and changes nothing, whatever text people have', async () => {
    for (const text of arms) {
      for (const [index, recommendation] of ['1', '2', '3', '4'].entries())
        await report(
          recommendation,
          {
            effectiveDate: `2025-0${index + 1}-01`,
            responsibleUnit: text,
            officer: text,
            comment: `${text}`,
            impactSeen: text,
            financialImplication: text,
            decisionSymbol: text,
            evidence: [{ kind: 'ADDRESS', address: 'https://example.org/a|b', label: 'first | second', audience: 'OWNERS' }] as never,
          },
          false,
        );
      const csv = (await get(internal.replace('FORMAT', 'csv'), people.faoFocal)).body;
      const xlsx = (await get(internal.replace('FORMAT', 'xlsx'), people.faoFocal)).rawPayload.toString('base64');
      for (const sent of [{ text: csv }, { xlsx }, { xlsx: Buffer.from(csv).toString('base64') }])
        expect({ text, ...(await check(sent)) }).toMatchObject({ text, toAdd: 0, unchanged: 4, faults: [], rows: Array(4).fill({ action: 'UNCHANGED' }) });
    }
  });
  it('loads what was changed in it, and takes the apostrophe off that keeps a text from being run', async () => {
    await report('3', { effectiveDate: '2025-06-01', comment: '=1+1' });
    const csv = (await get(internal.replace('FORMAT', 'csv'), people.faoFocal)).body;
    expect(csv).toContain("'=1+1");
    const loaded = await as(people.faoFocal, `mutation ($text: String) { applyUptakeTable(text: $text, idempotencyKey: "lists-test-changed") ${OUTCOME} }`, {
      text: csv.replace("'=1+1", "'=2+2"),
    });
    expect(loaded.data.applyUptakeTable).toMatchObject({
      applied: true,
      toAdd: 1,
      faults: [],
      rows: expect.arrayContaining([expect.objectContaining({ action: 'ADD', changes: ['Management comment'] })]),
    });
    const { uptakeCell } = (await as(people.faoFocal, '{ uptakeCell(recommendation: "3", organization: "fao") { entry { comment } } }')).data;
    expect(uptakeCell.entry.comment).toBe('=2+2');
  });
  it('is refused where it is the public one, which lacks what would be taken out', async () => {
    const { faults, toAdd } = await check({ text: (await get('/uptake/entries.csv?organization=fao')).body });
    expect(toAdd).toBe(0);
    expect(faults.map(({ column }: { column: string }) => column)).toEqual(['Management comment (public)', 'Evidence (public)']);
  });
});
