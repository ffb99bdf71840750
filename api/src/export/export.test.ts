import readXlsxFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { makeServices } from '#api/context.ts';
import { testApp, testLibrary } from '#test/ask.ts';
import { unzip } from '#test/unzip.ts';
import { connect } from '#prisma/database.ts';
import { workbook } from './workbook.ts';
import { exportedLists } from './lists.ts';

const { data, services, db, pool, url, search } = await testLibrary();
const app = await testApp(services);
const get = (address: string, headers: Record<string, string> = {}) => app.inject({ url: address, headers: { 'accept-encoding': 'identity', ...headers } });

/** A small reader of CSV (RFC 4180), so that what is written is not checked by what wrote it. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of text.replace(/^\uFEFF/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
    else if (end === '') break;
  }
  return rows.filter((row) => row.length > 1 || (row[0] ?? '') !== '');
}
async function records(address: string) {
  const [head, ...rows] = parseCsv((await get(address)).body);
  return rows.map((row) => Object.fromEntries((head ?? []).map((name, index) => [name, row[index] ?? ''])));
}
const book = async (body: Buffer) => (await readXlsxFile(body)) as unknown as { sheet: string; data: unknown[][] }[];

describe('a list as a file', () => {
  test.each(exportedLists.map((list) => [list.page, list.list] as const))('%s has all rows in each format', async (page, list) => {
    const topics = exportedLists.find((one) => one.page === page)?.topics;
    const { [list]: found } = await data(
      topics ? `query ($topic: [Topic!]) { ${list}(filter: { topic: $topic }) { totalCount } }` : `{ ${list} { totalCount } }`,
      topics ? { topic: topics } : {},
    );
    // The library begins without any building block, which people enter, and without entries of other catalogues, which are loaded.
    if (!['buildingBlocks', 'foreignRecords'].includes(list)) expect(found.totalCount).toBeGreaterThan(0);
    const json = (await get(`${page}.json`)).json();
    expect(json.records).toHaveLength(found.totalCount);
    expect(json.about).toMatchObject({ rows: found.totalCount, address: `http://localhost:3000${page}` });
    const rows = await records(`${page}.csv`);
    expect(rows).toHaveLength(found.totalCount);
    expect(rows.map((row) => row['Title'])).toEqual(json.records.map((record: { title: string }) => record.title));
    expect(rows.filter((row) => row['Sources'] === '' && list !== 'sources')).toEqual([]);
    const [sheet, about] = await book((await get(`${page}.xlsx`)).rawPayload);
    expect(sheet?.data).toHaveLength(found.totalCount + 1);
    expect(about?.data[0]?.[0]).toBe('About this file');
  });

  test('has the same rows in the same order as the list under the same address', async () => {
    for (const address of [
      '',
      'stage=PILOT&platform=Ethereum',
      'goal=2&goal=8&sort=title',
      'organization=WFP',
      'organization=wfp&sort=updated',
      'country=JO',
      'people_from=100&began_from=2015',
      'people_to=1000',
    ]) {
      const { projects } = await data('query ($address: String) { projects(address: $address, first: 100) { totalCount edges { node { title } } } }', {
        address,
      });
      const rows = await records(`/projects.csv?${address}`);
      expect(rows.map((row) => row['Title'])).toEqual(projects.edges.map(({ node }: { node: { title: string } }) => node.title));
      expect(rows).toHaveLength(projects.totalCount);
    }
  });

  test('names the citations as a reader writes them, and the address of the page', async () => {
    const row = (await records('/projects.csv')).find((one) => one['Source key'] === 'wfp-blocks-for-transport');
    expect(row).toMatchObject({
      Address: 'http://localhost:3000/projects/blocks-for-transport',
      Owners: 'WFP',
      Countries: 'Djibouti; Ethiopia',
      Platforms: '',
      Stage: 'PILOT',
    });
    expect(row?.['Sources']).toBe("JIU/REP/2020/7, para 43; Annex I | Editors' notes, search of November 2026");
  });

  test('the actions of Annex IV come with their filters', async () => {
    expect(await records('/actions.csv')).toHaveLength(155);
    expect(await records('/actions.csv?kind=LEGISLATIVE')).toHaveLength(52);
    expect(await records('/actions.csv?recommendation=7')).toHaveLength(8);
    const json = (await get('/actions.json?recommendation=3&organization=WFP')).json();
    expect(json.records.every((one: { recommendationNumber: number }) => one.recommendationNumber === 3)).toBe(true);
    const wrong = await get('/actions.csv?kind=BOTH&recommendation=x');
    expect(wrong.headers['x-atrium-ignored']).toBe('kind=BOTH&recommendation=x');
    expect(parseCsv(wrong.body)).toHaveLength(155 + 1 + 2);
  });

  test('a filter that cannot be used is named in the header, the file and the JSON, and the rest applies', async () => {
    const answer = await get('/projects.csv?stage=PILOT&platform=Nothing%20of%20the%20kind&colour=r%C3%B6d&sort=size');
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['x-atrium-ignored']).toBe('platform=Nothing%20of%20the%20kind&colour=r%C3%B6d&sort=size');
    const rows = parseCsv(answer.body);
    expect(rows.filter(([first]) => first?.startsWith('# Left out'))).toHaveLength(3);
    const { projects } = await data('{ projects(filter: { stage: [PILOT] }) { totalCount } }');
    expect(rows).toHaveLength(projects.totalCount + 1 + 3);
    expect((await get('/projects.json?platform=Nothing')).json().about.ignored).toHaveLength(1);
    expect((await get('/projects.csv?stage=PILOT')).headers['x-atrium-ignored']).toBeUndefined();
  });

  test('is refused under another extension', async () => {
    for (const address of ['/projects.pdf', '/projects.csv.zip', '/nothing.csv']) expect((await get(address)).statusCode).toBe(404);
  });

  test('holds still for whoever has the current copy, and changes when a record does', async () => {
    const first = await get('/vendors.csv');
    const etag = String(first.headers['etag']);
    expect(first.headers['last-modified']).toMatch(/GMT$/);
    expect((await get('/vendors.csv', { 'if-none-match': etag })).statusCode).toBe(304);
    // A date says nothing of what is gone.
    expect((await get('/vendors.csv', { 'if-modified-since': String(first.headers['last-modified']) })).statusCode).toBe(200);
    expect((await get('/vendors.csv?kind=IN_HOUSE', { 'if-none-match': etag })).statusCode).toBe(200);
    await db
      .updateTable('record')
      .set({ updatedAt: new Date(Date.now() + 5000) })
      .where('slug', '=', 'ibm')
      .where('kind', '=', 'VENDOR')
      .execute();
    expect((await get('/vendors.csv', { 'if-none-match': etag })).statusCode).toBe(200);
  });

  test('writes nothing that a spreadsheet would run', async () => {
    await db.updateTable('record').set({ title: '=HYPERLINK("http://example.org","x")' }).where('slug', '=', 'krypc').execute();
    const csv = (await get('/vendors.csv')).body;
    expect(csv).toContain(`"'=HYPERLINK(""http://example.org"",""x"")"`);
    const answer = await get('/vendors.xlsx');
    const [sheet] = await book(answer.rawPayload);
    expect(sheet?.data.some((row) => row[0] === '=HYPERLINK("http://example.org","x")')).toBe(true);
    expect(unzip(answer.rawPayload)['xl/worksheets/sheet1.xml']).not.toContain('<f>');
  });

  test('numbers are numbers in XLSX', async () => {
    const [sheet] = await book((await get('/goals.xlsx')).rawPayload);
    expect(sheet?.data.slice(1).map((row) => row[2])).toEqual(Array.from({ length: 17 }, (_, index) => index + 1));
  });

  test('hostile addresses give an answer, never a fault of ours', async () => {
    for (const query of [
      'stage=%27%3B%20DROP%20TABLE%20record--',
      'platform=%00',
      'stage=%F0%9F%92%A9&%00=1',
      `platform=${'x'.repeat(1_900)}`,
      'stage=%E0%A4%A',
      'goal=-1&goal=99999999999',
      '__proto__=1&constructor=2',
      'sort=__proto__',
    ]) {
      for (const format of ['csv', 'xlsx', 'json']) {
        const answer = await get(`/projects.${format}?${query}`);
        expect([answer.statusCode, query]).toEqual([200, query]);
      }
      expect((await get(`/actions.csv?${query}`)).statusCode).toBe(200);
    }
  });

  test('more values than anybody chooses are refused in words, with the field', async () => {
    const values = Array.from({ length: 201 }, (_, index) => `use=${index.toString(36)}`).join('&');
    for (const format of ['csv', 'xlsx', 'json']) {
      const answer = await get(`/projects.${format}?${values}`);
      expect([format, answer.statusCode, answer.json().fields]).toEqual([
        format,
        400,
        [{ path: 'use', code: 'VALUES', params: { max: 200, given: 201 }, name: 'use', message: 'Choose at most 200 values, not 201.' }],
      ]);
    }
  });

  test('shows nothing that the asker may not see', async () => {
    await db.updateTable('record').set({ audience: 'UN_SYSTEM' }).where('kind', '=', 'PROJECT').where('sourceKey', '=', 'wfp-building-blocks').execute();
    for (const format of ['csv', 'json']) {
      const slug = 'building-blocks';
      for (const page of ['/projects', '/organizations', '/vendors', '/goals', '/risks', '/lessons', '/recommendations']) {
        const { body } = await get(`${page}.${format}`);
        expect([page, body.includes(`/projects/${slug}`)]).toEqual([page, false]);
      }
    }
    const projectsOf = async (page: string) =>
      (await records(`${page}.csv`)).flatMap((row) => (row['Projects'] ?? row['Projects (editors)'] ?? '').split('; '));
    for (const page of ['/vendors', '/organizations', '/goals', '/lessons']) expect(await projectsOf(page)).not.toContain('Building Blocks');
    expect((await get('/projects.csv')).headers['cache-control']).toBe('public, no-cache');
  });
});

test('a workbook keeps every character that XML can hold, and only those', async () => {
  const nasty = ['a & b < c > "d"', 'tab\tline\nend', 'bell\u0007', '_x0041_', 'Côte d’Ivoire 🌍', '\ud800 half', ' spaces '];
  const pieces: Buffer[] = [];
  for await (const piece of workbook([{ name: 'One', widths: [10, 10], rows: [['text', 'number'], ...nasty.map((text, index) => [text, index / 3])] }]))
    pieces.push(piece);
  const [sheet] = await book(Buffer.concat(pieces));
  expect(sheet?.data[0]).toEqual(['text', 'number']);
  expect(sheet?.data.slice(1).map((row) => row[1])).toEqual(nasty.map((_, index) => index / 3));
  expect(unzip(Buffer.concat(pieces))['xl/worksheets/sheet1.xml']).toContain('_x005F_x0041_');
  expect(sheet?.data[5]?.[0]).toBe('Côte d’Ivoire 🌍');
});

test('many rows need no more memory than some hundred', { timeout: 120_000 }, async () => {
  const many = connect(url, { max: 2 });
  await pool.query("SET search.later = 'on'");
  await pool.query(`
    INSERT INTO record (kind, slug, position, title, sort_title, content, hash)
    SELECT 'RISK', 'made-' || i, 1000 + i, 'Made risk ' || i, 'made risk ' || i, jsonb_build_object('kind', 'GENERIC', 'title', 'Made', 'text', jsonb_build_object('text', repeat('words that fill a cell ', 20), 'cite', jsonb_build_array(jsonb_build_object('source', 'jiu-rep-2020-7', 'place', 'para 1')), 'certainty', 'STATED')), 'x'
    FROM generate_series(1, 20000) i`);
  const large = await testApp(makeServices(many.db, search));
  try {
    const answer = await large.inject({ url: '/risks.xlsx', headers: { 'accept-encoding': 'identity' } });
    expect(answer.rawPayload.length).toBeGreaterThan(100_000);
    const json = await large.inject({ url: '/risks.json', headers: { 'accept-encoding': 'identity' } });
    expect(json.json().records.length).toBeGreaterThan(20_000);
  } finally {
    await many.close();
  }
});
