import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testApp } from '#test/ask.ts';
import { workbookOf } from '#test/archive.ts';
import { given, uptakeLibrary } from '#test/uptake.ts';
import { ValidationError } from '../errors.ts';
import type { Report } from './fields.ts';
import { findCell, insertEntry, reportUptake } from './write.ts';

const { db, services, as, people } = await uptakeLibrary();
const app = await testApp(services);
const OUTCOME =
  '{ toAdd unchanged applied notes faults { row column message } entryIds rows { row action recommendation changes changed { column before after erases } } }';
const CHECK = `mutation ($text: String, $xlsx: String) { checkUptakeTable(text: $text, xlsx: $xlsx) ${OUTCOME} }`;
const APPLY = `mutation ($text: String, $xlsx: String, $key: String!, $emptied: UptakeEmptied) { applyUptakeTable(text: $text, xlsx: $xlsx, idempotencyKey: $key, emptied: $emptied) ${OUTCOME} }`;
const check = async (variables: { text?: string; xlsx?: string }, person = people.faoFocal) => (await as(person, CHECK, variables)).data.checkUptakeTable;
const apply = async (text: string, key: string, emptied: 'KEEP' | 'ERASE' | null = null) =>
  (await as(people.faoFocal, APPLY, { text, key, emptied })).data.applyUptakeTable;
const STATE =
  'query ($recommendation: String!) { uptakeCell(recommendation: $recommendation, organization: "fao") { entry { effectiveDate acceptance implementation responsibleUnit officer targetDate comment commentAudience decisionSymbol financialImplication impactSeen source sourceReference evidence { label url audience recordSlug } } } }';
const state = async (recommendation: string) => (await as(people.faoFocal, STATE, { recommendation })).data.uptakeCell.entry;
const download = async (person = people.faoFocal) =>
  (await app.inject({ url: '/uptake/organizations/fao.xlsx?audience=internal', headers: { 'x-person': person.id } })).rawPayload.toString('base64');

const whole = given({
  responsibleUnit: 'Digital Strategies',
  officer: 'Director',
  targetDate: '2027-06-30',
  comment: 'A policy is being written.',
  commentAudience: 'OWNERS',
  decisionSymbol: 'CL 175/REP',
  financialImplication: 'none',
  impactSeen: 'fewer duplicates',
  source: 'BOARD_DOCUMENT',
  sourceReference: 'CL 175/7',
  evidence: [
    { kind: 'ADDRESS', address: 'https://example.org/a|b', label: 'first | second', audience: 'OWNERS' },
    { kind: 'ADDRESS', address: 'https://example.org/c', label: '|bars||', audience: 'PUBLIC' },
    { kind: 'ADDRESS', address: 'https://example.org/d', audience: 'UN_SYSTEM' },
    { kind: 'RECORD', recordKind: 'PROJECT', recordSlug: 'building-blocks', label: 'C:\\docs\\new', audience: 'PUBLIC' },
    { kind: 'RECORD', recordKind: 'GLOSSARY_TERM', recordSlug: 'blockchain' },
  ].slice(0, 4) as never,
});
const report = async (recommendation: string, entry = whole) => {
  const written = await reportUptake(db, people.faoFocal, {
    cell: { recommendation, organization: 'fao' },
    given: entry,
    idempotencyKey: `load-test-${recommendation}-${crypto.randomUUID()}`,
  });
  if (written instanceof ValidationError) throw new Error(JSON.stringify(written.fields));
};

describe('a table with fewer columns', () => {
  it('keeps what the absent columns hold', async () => {
    await report('1');
    const before = await state('1');
    const text = 'Recommendation\tOrganization\tEffective date\tAcceptance\tImplementation\n1\tFAO\t2025-01-01\tAccepted\tImplemented';
    expect((await check({ text })).rows[0]).toMatchObject({
      action: 'ADD',
      changes: ['Effective date', 'Implementation'],
      changed: [
        { column: 'Effective date', before: '2024-05-01', after: '2025-01-01', erases: false },
        { column: 'Implementation', before: 'In progress', after: 'Implemented', erases: false },
      ],
    });
    expect(await apply(text, 'partial-table-1')).toMatchObject({ applied: true, toAdd: 1 });
    expect(await state('1')).toEqual({ ...before, effectiveDate: '2025-01-01', implementation: 'IMPLEMENTED' });
    // The comment is still for the organization alone, although the table says nothing of that.
    expect(JSON.stringify((await as(people.wfpMember, STATE, { recommendation: '1' })).data)).not.toContain('A policy is being written');
  });
  it('shows what an emptied cell takes away before it is applied', async () => {
    await report('2');
    const text =
      'Recommendation\tOrganization\tEffective date\tAcceptance\tImplementation\tResponsible unit\tTarget date\tComment for\tEvidence\n2\tFAO\t2025-01-01\tAccepted\tIn progress\t\t\tOwners\t';
    const { rows, faults } = await check({ text });
    expect(faults).toEqual([]);
    expect(rows[0].changed.filter((one: { erases: boolean }) => one.erases)).toEqual([
      { column: 'Responsible unit', before: 'Digital Strategies', after: '', erases: true },
      { column: 'Target date', before: '2027-06-30', after: '', erases: true },
      { column: 'Evidence', before: expect.stringContaining('https://example.org/a||b | first || second | OWNERS'), after: '', erases: true },
    ]);
    // Nobody is taken to have meant it.
    const asked = await apply(text, 'partial-table-2');
    expect(asked).toMatchObject({ applied: false, faults: [{ message: expect.stringContaining('Say whether') }] });
    const kept = await apply(text.replace('In progress', 'Implemented'), 'partial-table-2-kept', 'KEEP');
    expect(kept).toMatchObject({ applied: true, toAdd: 1 });
    expect(await state('2')).toMatchObject({ implementation: 'IMPLEMENTED', responsibleUnit: 'Digital Strategies', targetDate: '2027-06-30' });
    expect(await apply(text, 'partial-table-2', 'ERASE')).toMatchObject({ applied: true });
    expect(await state('2')).toMatchObject({
      responsibleUnit: null,
      targetDate: null,
      evidence: [],
      comment: 'A policy is being written.',
      decisionSymbol: 'CL 175/REP',
    });
  });
  it('takes the implementation away from what is not accepted any more, and says so', async () => {
    await report('3');
    const text = 'Recommendation\tOrganization\tEffective date\tAcceptance\n3\tFAO\t2025-01-01\tNot accepted';
    expect((await check({ text })).rows[0].changed).toContainEqual({ column: 'Implementation', before: 'In progress', after: '', erases: true });
    expect(await apply(text, 'partial-table-3')).toMatchObject({ applied: true });
    expect(await state('3')).toMatchObject({ acceptance: 'NOT_ACCEPTED', implementation: null, comment: 'A policy is being written.' });
  });
  it('needs the day from which a change holds', async () => {
    await report('4');
    const text = (acceptance: string) => `Recommendation\tOrganization\tAcceptance\n4\tFAO\t${acceptance}`;
    expect(await check({ text: text('Accepted') })).toMatchObject({ unchanged: 1, faults: [] });
    expect((await check({ text: text('Not relevant') })).faults).toEqual([expect.objectContaining({ row: 2, column: 'Effective date' })]);
  });
  it('says everything that a new cell reports', async () => {
    const text = 'Recommendation\tOrganization\tEffective date\tAcceptance\n6\tFAO\t2025-01-01\tNot relevant';
    expect(
      (await check({ text })).rows[0].changed.map((one: { column: string; before: string; after: string }) => [one.column, one.before, one.after]),
    ).toEqual(expect.arrayContaining([['Acceptance', '', 'Not relevant']]));
  });
  it('names the faults of all rows, also where a cell of one cannot be read', async () => {
    const head = ['Recommendation', 'Organization', 'Effective date', 'Acceptance', 'Implementation'];
    const rows = [head, ['6', 'FAO', '<c t="e"><v>#N/A</v></c>', 'Accepted', 'Implemented'], ['8', 'FAO', 'soon', 'Accepted', 'Implemented']];
    const { faults } = await check({ xlsx: workbookOf([{ name: 'Uptake', rows }]).toString('base64') });
    expect(faults.map(({ row, column }: { row: number; column: string }) => [row, column])).toEqual([
      [2, 'Effective date'],
      [3, 'Effective date'],
    ]);
  });
});

describe('a workbook that nobody touched', () => {
  const nasty = [
    'it\u0092s',
    'see _x0041_ here',
    '_x005F_x0041_x0042_',
    '=1+1',
    '+49 6',
    '-',
    '@sum',
    "'quoted",
    '"quoted"',
    'two\nlines\n\n- and a list',
    'a | b || c',
    'tab\tinside',
    'one\n\ttwo',
    'toString',
    '__proto__',
    'as a table\n6\tFAO\t2025-01-01\tAccepted\tImplemented',
    'or\n6;FAO;2025-01-01;Accepted\n6,FAO,2025-01-01,Accepted',
    '#N/A',
    '45455',
    '2024-05-01',
    'TRUE',
    '\u0000\u0001\u000b\u001f\u007f\u0085',
    '\ufffd\ufffe\uffff\ufdd0',
    'e\u0301 é',
    '🌍 مرحبا \u202eabc',
    '&amp; <b>]]></b>',
    'half \ud83d'.toWellFormed(),
    '  ',
  ];
  /** As an entry that was kept before today's rules for text. */
  const keep = async (recommendation: string, texts: readonly string[]) => {
    const cell = await findCell(db, people.faoFocal, { recommendation, organization: 'fao' });
    if (Array.isArray(cell)) throw new Error('no cell');
    const at = (index: number) => (texts[index % texts.length] ?? '').replaceAll('\0', '').trim() || null;
    const entry: Report = {
      ...({
        effectiveDate: '2025-06-01',
        acceptance: 'ACCEPTED',
        implementation: 'IN_PROGRESS',
        targetDate: null,
        commentAudience: 'OWNERS',
        source: 'TRACKING_SYSTEM_EXPORT',
      } as const),
      responsibleUnit: at(0),
      officer: at(1),
      comment: at(2),
      decisionSymbol: at(3),
      financialImplication: at(4),
      impactSeen: at(5),
      sourceReference: at(6) ?? 'JIU',
      sourcePlace: null,
      inPart: null,
      evidence: [{ kind: 'ADDRESS', label: at(7), address: 'https://example.org/x', file: null, recordKind: null, recordSlug: null, audience: 'UN_SYSTEM' }],
    };
    await db.transaction().execute((trx) => insertEntry(trx, cell.actionId, people.faoFocal, 'FOCAL_POINT', entry, crypto.randomUUID(), '2025-06-01'));
  };
  const untouched = async () => {
    const outcome = await check({ xlsx: await download() });
    expect(outcome.faults).toEqual([]);
    expect(outcome.rows.filter((row: { action: string }) => row.action === 'ADD')).toEqual([]);
    return outcome.unchanged;
  };

  it('changes nothing, whatever text people have', async () => {
    const cells = ['1', '2', '3', '4'];
    // Four cells of eight texts each; the last ones begin anew, so that each text has its turn.
    expect(nasty.length).toBeLessThanOrEqual(cells.length * 8);
    for (const [index, recommendation] of cells.entries())
      await keep(
        recommendation,
        Array.from({ length: 8 }, (_, at) => nasty[(index * 8 + at) % nasty.length] ?? ''),
      );
    expect(await untouched()).toBeGreaterThanOrEqual(4);
  });
  it('changes nothing, whatever text there may be', async () => {
    const unit = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.string({ maxLength: 20 }),
      fc.constantFrom(...nasty, '_x', '0041_', '|', ' | ', '\n', '\n\t', '\t', ';', 'Accepted', '"'),
    );
    const text = fc.array(unit, { maxLength: 4 }).map((parts) => parts.join('').replaceAll('\0', '').toWellFormed().slice(0, 90).toWellFormed());
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 32, maxLength: 32 }), async (texts) => {
        for (const [index, recommendation] of ['1', '2', '3', '4'].entries()) await keep(recommendation, texts.slice(index * 8, index * 8 + 8));
        await untouched();
      }),
      { numRuns: 6, endOnFailure: true },
    );
  }, 120_000);
});
