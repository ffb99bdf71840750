import { describe, expect, it } from 'vitest';
import { archive, workbookOf, workbookParts } from '#test/archive.ts';
import { testApp } from '#test/ask.ts';
import { uptakeLibrary } from '#test/uptake.ts';
import { readTable } from '../sheets/table.ts';

const { services, as, people } = await uptakeLibrary();
const app = await testApp(services);
const CHECK =
  'mutation ($xlsx: String, $text: String, $rows: [UptakeTableRowInput!]) { checkUptakeTable(xlsx: $xlsx, text: $text, rows: $rows) { toAdd applied notes faults { row column message } rows { row action recommendation organization } } }';
const check = async (variables: { xlsx?: Buffer; text?: string; rows?: { cells: string[] }[] }, person = people.faoFocal) =>
  (await as(person, CHECK, { ...variables, ...(variables.xlsx ? { xlsx: variables.xlsx.toString('base64') } : {}) })).data.checkUptakeTable;

const head = ['Recommendation', 'Organization', 'Effective date', 'Acceptance', 'Implementation', 'Management comment'];
const good = ['4', 'FAO', '2024-06-12', 'Accepted', 'In progress', 'The Council asked for a policy.'];
const cells = (count: number, cell: (index: number) => string) => Array.from({ length: count }, (_, index) => cell(index)).join('');

describe('a file made to harm', () => {
  const spaces = ' '.repeat(60 * 1024 * 1024);
  const attacks: Record<string, () => Buffer> = {
    'a cell far away': () =>
      workbookOf([{ name: 'Uptake', xml: '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' }]),
    'a cell far to the right': () => workbookOf([{ name: 'Uptake', rows: [head, good], xml: '<row r="1"><c r="ZZZ1"><v>1</v></c></row>' }]),
    'a sheet that unpacks to 60 MB and says 100 bytes': () => archive(workbookParts([{ name: 'Uptake', xml: spaces }]), { claims: 100 }),
    'shared texts that unpack to 60 MB': () => workbookOf([{ name: 'Uptake', rows: [head, good] }], { shared: `<si><t>${spaces}</t></si>` }),
    'a relation part that unpacks to 60 MB': () => archive([['_rels/.rels', spaces], ...workbookParts([{ name: 'Uptake' }]).slice(1)], { claims: 10 }),
    'one text of 30 kB in 60,000 cells': () =>
      workbookOf(
        [{ name: 'Uptake', xml: cells(1000, (row) => `<row>${cells(60, () => '<c t="s"><v>0</v></c>')}</row>`.replace('<row>', `<row r="${row + 1}">`)) }],
        {
          shared: `<si><t>${'x'.repeat(30_000)}</t></si>`,
        },
      ),
    'five thousand parts': () =>
      archive([
        ...workbookParts([{ name: 'Uptake', rows: [head, good] }]),
        ...Array.from({ length: 5000 }, (_, index): [string, string] => [`xl/media/${index}`, 'x']),
      ]),
    'elements within elements': () => workbookOf([{ name: 'Uptake', xml: '<a>'.repeat(200_000) }]),
    'entities of its own': () =>
      archive(
        workbookParts([{ name: 'Uptake', rows: [head, good] }]).map(([name, content]): [string, string] => [
          name,
          name.endsWith('sheet1.xml')
            ? `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${String(content).replace('<sheetData>', '<sheetData>&b;')}`
            : String(content),
        ]),
      ),
    'a part that stands twice': () =>
      archive([...workbookParts([{ name: 'Uptake', rows: [head, good] }]), ...workbookParts([{ name: 'Uptake', rows: [head] }])]),
    'a cell that stands twice': () =>
      workbookOf([
        {
          name: 'Uptake',
          xml: `${workbookParts([{ name: 'x', rows: [head, good] }])
            .at(-1)?.[1]
            .toString()
            .replace(/.*<sheetData>|<\/sheetData>.*/gs, '')}<row r="2"><c r="D2" t="str"><v>Not accepted</v></c></row>`,
        },
      ]),
    'a directory that promises more than there is': () => archive(workbookParts([{ name: 'Uptake', rows: [head, good] }]), { count: 900 }),
    'half a file': () => workbookOf([{ name: 'Uptake', rows: [head, good] }]).subarray(0, 400),
    'letters behind the mark of an archive': () => Buffer.from(`PK\x03\x04${'nothing'.repeat(100)}`),
    'an old or protected workbook': () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array(600).fill(0)]),
    'a picture': () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]),
    nothing: () => Buffer.alloc(0),
    'half a million columns of text': () => Buffer.from(`${head.join(',')}\n${','.repeat(500_000)}x`),
    'a quotation mark before half a megabyte': () => Buffer.from(`${head.join(',')}\n"${'a,\n'.repeat(170_000)}`),
  };

  it.each(Object.keys(attacks))('%s: it is refused in words, and the server answers meanwhile', async (name) => {
    const xlsx = (attacks[name] as () => Buffer)();
    expect(xlsx.length).toBeLessThan(1024 * 1024);
    let answered = false;
    const sent = app
      .inject({
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': 'application/json', 'x-person': people.faoFocal.id },
        payload: { query: CHECK, variables: { xlsx: xlsx.toString('base64') } },
      })
      .finally(() => {
        answered = true;
      });
    let healthy = 0;
    while (!answered) {
      expect((await app.inject('/health')).statusCode).toBe(200);
      healthy++;
      await new Promise((go) => setImmediate(go));
    }
    expect(healthy).toBeGreaterThan(3);
    const { data, errors } = (await sent).json();
    expect(errors).toBeUndefined();
    expect(data.checkUptakeTable).toMatchObject({ toAdd: 0, applied: false });
    expect(data.checkUptakeTable.faults.length).toBeGreaterThan(0);
    expect(data.checkUptakeTable.faults[0].message).toMatch(/^[A-Z].*\.$/s);
  });

  it('is not looked at for whoever may report for no organization', async () => {
    const xlsx = (attacks['a cell far away'] as () => Buffer)().toString('base64');
    for (const person of [null, people.wfpMember])
      for (const query of [CHECK, CHECK.replace('checkUptakeTable(', 'applyUptakeTable(idempotencyKey: "key-of-nobody", ')])
        expect((await as(person, query, { xlsx })).errors[0]?.extensions?.code).toMatch(/FORBIDDEN|UNAUTHENTICATED/);
  });
  it('ends when it takes more time or memory than it may', async () => {
    const wanted = { sheet: 'Uptake', words: [{ headings: ['recommendation'], parts: [] }] };
    const rows = Array.from({ length: 4000 }, (_, row) => Array.from({ length: 26 }, (_cell, column) => `text ${row} ${column} ${'x'.repeat(60)}`));
    const bytes = workbookOf([{ name: 'Uptake', rows }]);
    expect(await readTable({ bytes }, wanted, { milliseconds: 1, megabytes: 256 })).toEqual({ code: 'TABLE_SLOW', params: {} });
    expect(await readTable({ bytes }, wanted, { milliseconds: 60_000, megabytes: 8 })).toEqual({ code: 'TABLE_LARGE', params: {} });
    expect(await readTable({ text: 'a' }, wanted)).toMatchObject({ cells: [['a']] });
  });
  it('leaves the next one as it is', async () => {
    expect(await check({ xlsx: workbookOf([{ name: 'Uptake', rows: [head, good] }]) })).toMatchObject({ toAdd: 1, faults: [], notes: [] });
  });
});

describe('a table loses nothing silently', () => {
  const written = (rows: string[][], sign = '\t') => rows.map((row) => row.join(sign)).join('\n');
  const faultsOf = async (variables: Parameters<typeof check>[0]) =>
    (await check(variables)).faults.map(({ row, column, message }: { row: number; column: string; message: string }) => [row, column, message]);

  it('where a quotation mark is not closed', async () => {
    const open = expect.stringContaining('not closed');
    for (const sign of ['\t', ';', ',']) {
      const line = (...cells: string[]) => cells.join(sign);
      const first = [line(...head), line('4', 'FAO', '2024-06-12', 'Accepted', 'In progress', '"open only')];
      expect(await faultsOf({ text: first.join('\n') })).toEqual([[2, 'Management comment', open]]);
      // A later quotation mark closes it: what lies between is one cell then, with a whole row in it.
      expect(await faultsOf({ text: [...first, line('6', 'FAO', '2024-06-12', 'Accepted', 'In progress', 'second')].join('\n') })).toEqual([
        [2, 'Management comment', open],
      ]);
      expect(await faultsOf({ text: [...first, line('6', 'FAO', '2024-06-12', 'Accepted', 'In progress', '"second"')].join('\n') })).toEqual([
        [2, 'Management comment', open],
      ]);
      expect(await faultsOf({ text: [...first, line('6', 'FAO', '2024-06-12', 'Accepted', 'In progress', '"')].join('\n') })).toEqual([
        [2, 'Management comment', open],
      ]);
    }
  });
  it('and a quotation mark within a text is text', async () => {
    for (const comment of ['say "x" now', '"Open" only', '5" pipes', '"two\nlines, ""quoted"""', '"a; b, c"'])
      expect([comment, await check({ text: written([head, [...good.slice(0, 5), comment]]) })]).toEqual([
        comment,
        expect.objectContaining({ toAdd: 1, faults: [] }),
      ]);
  });
  it('where a cell holds an error, in any column', async () => {
    const errors = ['#N/A', '#REF!', '#VALUE!', '#NAME?', '#DIV/0!', '#NUM!', '#NULL!', '#SPILL!'];
    const places = errors.flatMap((error) => [2, 5, 6].map((column) => ({ error, column })));
    const heads = [...head, 'Title'];
    const rows = places.map(({ error, column }) => [...good, 'x'].map((cell, index) => (index === column ? `<c t="e"><v>${error}</v></c>` : cell)));
    expect(await faultsOf({ xlsx: workbookOf([{ name: 'Uptake', rows: [heads, ...rows] }]) })).toEqual(
      places.map(({ error, column }, index) => [index + 2, heads[column], expect.stringContaining(error)]),
    );
    const shown = ['#N/A', '#BEZUG!', '########', 'Err:502', '#NV'];
    const expected = shown.map((error, index) => [index + 2, 'Management comment', expect.stringContaining(error)]);
    const table = [head, ...shown.map((error) => [...good.slice(0, 5), error])];
    expect(await faultsOf({ text: written(table) })).toEqual(expected);
    expect(await faultsOf({ rows: table.map((cells) => ({ cells })) })).toEqual(expected);
    // Within a text, it is what somebody wrote.
    expect(await faultsOf({ xlsx: workbookOf([{ name: 'Uptake', rows: [head, [...good.slice(0, 5), 'see #N/A']] }]) })).toEqual([]);
  });
  it('where a formula has no value', async () => {
    const xlsx = (cells: string[]) => workbookOf([{ name: 'Uptake', rows: [head, ...cells.map((cell) => [...good.slice(0, 5), cell])] }]);
    expect(await faultsOf({ xlsx: xlsx(['<c><f>A1</f></c>', '<c><f>A1</f><v></v></c>', '<c t="str"><f>A1</f></c>']) })).toEqual(
      [2, 3, 4].map((row) => [row, 'Management comment', expect.stringContaining('formula without a value')]),
    );
    for (const cell of ['<c t="str"><f>A1</f><v></v></c>', '<c t="str"><f>A1</f><v>said</v></c>']) expect(await faultsOf({ xlsx: xlsx([cell]) })).toEqual([]);
  });
  it('where a text stands below no heading', async () => {
    const spilled = [written([head], ','), '4,FAO,2024-06-12,Accepted,In progress,first, second'].join('\n');
    expect(await faultsOf({ text: spilled })).toEqual([[2, '', expect.stringContaining('second')]]);
    expect(await faultsOf({ xlsx: workbookOf([{ name: 'Uptake', rows: [head, [...good, '', 'beside']] }]) })).toEqual([
      [2, '', expect.stringContaining('beside')],
    ]);
    expect(await faultsOf({ text: written([head, ['', '', '2024-06-12', '', '', 'whose?']]) })).toEqual([
      [2, 'Organization', expect.stringContaining('which organization')],
    ]);
  });
  it('where a cell holds what cannot be kept', async () => {
    const fault = [[2, 'Management comment', expect.stringContaining('U+0001')]];
    expect(await faultsOf({ text: written([head, [...good.slice(0, 5), 'a\u0001b']]) })).toEqual(fault);
    expect(await faultsOf({ xlsx: workbookOf([{ name: 'Uptake', rows: [head, [...good.slice(0, 5), 'a_x0001_b']] }]) })).toEqual(fault);
    expect(await faultsOf({ rows: [head, [...good.slice(0, 5), 'a\u0001b']].map((one) => ({ cells: one })) })).toEqual(fault);
    expect(await faultsOf({ text: written([head, [...good.slice(0, 5), 'a\0b']]) })).toEqual([[2, 'Management comment', expect.stringContaining('U+0000')]]);
  });
});

describe('a table is found', () => {
  const one = expect.objectContaining({ toAdd: 1, faults: [] });
  it.each([
    ['with a title above', '\t', ['Uptake of JIU/REP/2020/7, FAO', '']],
    ['with a title and semicolons', ';', ['Uptake of JIU/REP/2020/7, FAO']],
    ['with an empty line above', ';', ['']],
    ['with a title of more commas than columns', '\t', ['a, b, c, d, e, f, g, h, i, j, k']],
    ['with tabs', '\t', []],
    ['with commas', ',', []],
  ])('%s', async (_what, sign, above) => {
    expect(await check({ text: [...above, head.join(sign), good.join(sign)].join('\n') })).toEqual(one);
  });
  it.each([
    ['NBSP', 'Effective\u00a0date'],
    ['a line break', '"Effective\ndate"'],
    ['two spaces', ' Effective  date '],
    ['a star', 'Effective date *'],
    ['a zero-width space', 'Effective\u200b date\ufeff'],
    ['wide letters', 'Ｅffective date'],
    ['capitals', 'EFFECTIVE DATE:'],
  ])('with %s in a heading', async (_what, heading) => {
    const heads = head.map((name, index) => (index === 2 ? heading : index === 0 ? 'Recommendation*' : name));
    expect(await check({ text: `${heads.join('\t')}\n${good.join('\t')}` })).toEqual(one);
    expect(await check({ xlsx: workbookOf([{ name: 'Uptake', rows: [heads.map((name) => name.replaceAll('"', '')), good] }]) })).toEqual(one);
  });
  it.each([
    ['old Mac line ends', (text: string) => Buffer.from(text.replaceAll('\n', '\r'))],
    ['Windows line ends and a byte order mark', (text: string) => Buffer.from(`\ufeff${text.replaceAll('\n', '\r\n')}`)],
    ['UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 the other way round', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['Windows-1252', (text: string) => Buffer.from(text, 'latin1')],
  ])('in a file with %s', async (_what, encode) => {
    expect(await check({ xlsx: encode([head, [...good.slice(0, 5), 'Décision du Conseil']].map((row) => row.join(';')).join('\n')) })).toEqual(one);
  });
  it('on the sheet that people see', async () => {
    const table = [head, good];
    const old = [head, ['4', 'FAO', '2024-06-12', 'Not accepted', '', 'old']];
    const cover = { name: 'Cover', rows: [['Uptake of JIU/REP/2020/7']] };
    const found = async (sheets: Parameters<typeof workbookOf>[0]) => check({ xlsx: workbookOf(sheets) });
    expect(await found([cover, { name: 'uptake', rows: table }])).toMatchObject({ toAdd: 1, faults: [], notes: [] });
    expect(await found([cover, { name: 'Uptake (2)', rows: table }])).toMatchObject({ toAdd: 1, faults: [], notes: ['The sheet “Uptake (2)” was read.'] });
    expect(await found([cover, { name: 'Our table', rows: table }])).toMatchObject({ toAdd: 1, faults: [] });
    for (const state of ['hidden', 'veryHidden']) {
      const both = await found([
        { name: 'Uptake', state, rows: old },
        { name: 'Table', rows: table },
      ]);
      expect(both).toMatchObject({ toAdd: 1, faults: [], notes: ['The sheet “Table” was read.', 'The hidden sheet “Uptake” was not read.'] });
      expect(await found([cover, { name: 'Uptake', state, rows: table }])).toMatchObject({
        toAdd: 0,
        faults: [{ column: 'Uptake', message: expect.stringContaining('is hidden') }],
      });
    }
    expect(
      (
        await found([
          { name: 'Uptake', rows: table },
          { name: 'Uptake (2)', rows: old },
        ])
      ).notes,
    ).toEqual(['The sheet “Uptake (2)” was not read.']);
  });
  it('with the days of spreadsheets, texts by number, and names with a prefix', async () => {
    const row = ['<c><v>4</v></c>', '<c t="s"><v>1</v></c>', '<c s="1"><v>45455.5</v></c>', '<c t="s"><v>0</v></c>', 'In progress', ''];
    const styles = '<numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs>';
    const shared = '<si><r><t>Acc</t></r><r><t>epted</t></r><rPh><t>no</t></rPh></si><si><t>FAO</t></si>';
    const xlsx = workbookOf([{ name: 'Uptake', rows: [head, row] }], { styles, shared });
    expect(await check({ xlsx })).toEqual(one);
    const prefixed = workbookParts([{ name: 'Uptake', rows: [head, good] }]).map(([name, content]): [string, string] => [
      name,
      name.endsWith('sheet1.xml')
        ? String(content)
            .replace(/<(\/?)(?=\w)/g, '<$1x:')
            .replace('xmlns=', 'xmlns:x=')
        : String(content),
    ]);
    expect(await check({ xlsx: archive(prefixed) })).toEqual(one);
  });
  it('and files of other programs are named', async () => {
    const said = async (xlsx: Buffer) => (await check({ xlsx })).faults[0].message;
    const text = 'application/vnd.oasis.opendocument.text';
    for (const [kind, sentence] of [
      [text, 'no XLSX'],
      ['application/vnd.oasis.opendocument.spreadsheet', 'no sheet'],
    ] as const)
      expect(
        await said(
          archive([
            ['mimetype', kind],
            ['content.xml', '<x/>'],
          ]),
        ),
      ).toContain(sentence);
    expect(await said(archive([['xl/workbook.bin', 'x']]))).toContain('.xlsb');
  });
});
