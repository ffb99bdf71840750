import readXlsxFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { testApp, testLibrary } from '#test/ask.ts';
import { unzip } from '#test/unzip.ts';

// Files for people: the words of the pages, links to press, cells that wrap, pages that can be printed; codes and keys apart.

const { services, data } = await testLibrary();
const app = await testApp(services);
const get = async (address: string) => (await app.inject({ url: address, headers: { 'accept-encoding': 'identity' } })).rawPayload;
const sheetsOf = async (body: Buffer) => (await readXlsxFile(body)) as unknown as { sheet: string; data: unknown[][] }[];
const table = ({ data: [head = [], ...rows] }: { data: unknown[][] }) =>
  rows.map((row) => Object.fromEntries(head.map((name, index) => [String(name), row[index]])));

test('the first sheet has the words of the pages, the last one codes and keys with title and address', async () => {
  const sheets = await sheetsOf(await get('/projects.xlsx?stage=SCALED'));
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['Projects', 'About', 'Codes']);
  const [shown, , codes] = sheets.map(table);
  const blocks = shown?.find((row) => row['Title'] === 'Building Blocks');
  expect([blocks?.['Stage'], blocks?.['Access'], blocks?.['Origin'], blocks?.['Certainty']]).toEqual([
    'Scaled up',
    expect.not.stringMatching(/^[A-Z_]+$/),
    'Annex I: applications',
    'stated',
  ]);
  expect(String(blocks?.['Uses'])).toContain('Payments and transfers');
  for (const head of ['Source key', 'Version', 'Updated']) expect(Object.keys(blocks ?? {})).not.toContain(head);
  expect(codes?.find((row) => row['Title'] === 'Building Blocks')).toMatchObject({
    Stage: 'SCALED',
    Certainty: 'STATED',
    'Source key': 'wfp-building-blocks',
    Address: expect.stringMatching(/\/projects\/building-blocks$/),
  });
});

test('titles and addresses are links, cells wrap, and each page of paper is as wide as it and has the head', async () => {
  const parts = unzip(await get('/projects.xlsx?stage=PILOT'));
  const sheet = parts['xl/worksheets/sheet1.xml'] ?? '';
  const links = parts['xl/worksheets/_rels/sheet1.xml.rels'] ?? '';
  const rows = (sheet.match(/<row /g)?.length ?? 0) - 1;
  expect(rows).toBeGreaterThan(2);
  expect(sheet).toContain('<hyperlink ref="A2" r:id="rId1"/><hyperlink ref="B2" r:id="rId2"/>');
  expect(sheet.match(/<hyperlink /g)?.length).toBeGreaterThanOrEqual(2 * rows);
  expect(links).toMatch(/Id="rId1" Type="[^"]+\/hyperlink" Target="http:\/\/localhost:3000\/projects\/[a-z0-9-]+" TargetMode="External"/);
  expect(sheet).not.toContain('<f>');
  expect(parts['xl/styles.xml']?.match(/wrapText="1"/g)?.length).toBe(3);
  const names = (parts['xl/workbook.xml'] ?? '').replace(/&(apos|#39|#x27);/g, "'");
  expect(sheet).toContain('fitToWidth="1" fitToHeight="0"');
  expect(sheet).toMatch(new RegExp(`<autoFilter ref="A1:[A-Z]+${rows + 1}"/>`));
  expect(names).toMatch(new RegExp(`_xlnm.Print_Area" localSheetId="0">'Projects'!\\$A\\$1:\\$[A-Z]\\$${rows + 1}<`));
  expect(names).toContain(`_xlnm.Print_Titles" localSheetId="0">'Projects'!$1:$1<`);
});

test('the file of vendors has what each delivered, for whom, how it ended and where that stands', async () => {
  const sheets = await sheetsOf(await get('/vendors.xlsx'));
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['Vendors', 'About', 'Deliveries', 'Codes']);
  const deliveries = table(sheets[2] as (typeof sheets)[number]);
  const { vendors } = await data('{ vendors(first: 100) { edges { node { engagements { role } } } } }');
  expect(deliveries).toHaveLength(vendors.edges.flatMap(({ node }: { node: { engagements: unknown[] } }) => node.engagements).length);
  expect(deliveries.find((row) => row['Vendor'] === 'IrisGuard')).toMatchObject({
    Project: 'Building Blocks',
    For: expect.stringContaining('WFP'),
    'Stage of the project': 'Scaled up',
    Sources: expect.stringContaining('JIU/REP/2020/7'),
  });
  // As filtered, so the deliveries.
  const some = await sheetsOf(await get('/vendors.xlsx?platform=Ethereum'));
  expect(new Set(table(some[2] as (typeof some)[number]).map((row) => row['Vendor']))).toEqual(
    new Set(table(some[0] as (typeof some)[number]).flatMap((row) => (row['Projects'] ? [row['Title']] : []))),
  );
});

test('a CSV has the words beside the codes', async () => {
  const [head = '', ...rows] = (await get('/projects.csv?stage=IN_USE')).toString('utf8').split('\r\n');
  expect(head).toContain('Stage,Stage in words');
  expect(rows.filter(Boolean).every((row) => row.includes(',IN_USE,In use,'))).toBe(true);
});
