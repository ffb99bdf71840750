import { describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { addressOf, kinds } from '#prisma/content/kinds.ts';
import type { RecordKind } from '#prisma/generated/enums.ts';
import { loadCatalogue } from '../catalogues/load.ts';
import { citationOf } from './citation.ts';
import { madeUp } from '#test/catalogue-data.ts';
import { testApp, testLibrary } from '#test/ask.ts';

const { services, db } = await testLibrary();
await loadCatalogue(db, [madeUp('made-up-cases.csv')], { version: 'July 2025' });
const app = await testApp(services, { BASE_URL: 'https://atrium.example.org' });
const get = (url: string) => app.inject({ url, headers: { host: 'atrium.example.org' } });

/** A small reader of RIS, apart from what writes it. */
const readRis = (text: string) =>
  text
    .split('\r\n')
    .filter(Boolean)
    .map((line) => /^([A-Z][A-Z0-9]) {2}- (.*)$/.exec(line)?.slice(1) ?? ['??', line]);

describe('the citation of a version', () => {
  it('is there for every kind of record, in each form', async () => {
    const { rows } = await sql<{ kind: RecordKind; slug: string }>`SELECT DISTINCT ON (kind) kind, slug FROM record ORDER BY kind, position`.execute(db);
    // The library begins without any building block.
    expect(rows.map(({ kind }) => kind).sort()).toEqual(
      Object.keys(kinds)
        .filter((kind) => kind !== 'BUILDING_BLOCK')
        .sort(),
    );
    for (const { kind, slug } of rows)
      for (const form of ['bib', 'ris', 'csl.json', 'txt']) expect((await get(`${kinds[kind].path}/${slug}.${form}`)).statusCode, `${kind} ${form}`).toBe(200);
  });

  it('names of an entry of another catalogue who publishes that', async () => {
    expect((await get('/foreign-records/pstw-9001.csl.json')).json()[0]).toMatchObject({
      author: [{ literal: 'European Commission, Joint Research Centre' }],
      note: expect.stringContaining('From Public Sector Tech Watch, July 2025, CC-BY-4.0'),
    });
    for (const form of ['bib', 'ris', 'txt']) expect((await get(`/foreign-records/pstw-9001.${form}`)).body).toContain('Joint Research Centre');
  });

  it('names title, version, day, permanent address and seal, alike in every form', async () => {
    const { rows } = await sql<{ title: string; hash: string }>`
      SELECT r.title, v.hash FROM record r JOIN revision v ON v.record_id = r.id AND v.number = r.version WHERE r.kind = 'PROJECT' AND r.slug = 'building-blocks'`.execute(
      db,
    );
    const { title, hash } = rows[0] as { title: string; hash: string };
    const address = 'https://atrium.example.org/projects/building-blocks/history/1';
    for (const place of ['/projects/building-blocks', '/projects/building-blocks/history/1']) {
      const [csl] = (await get(`${place}.csl.json`)).json();
      expect(csl).toMatchObject({ type: 'webpage', title, version: '1', URL: address, language: 'en' });
      expect(csl.note).toContain(hash);
      const day = csl.issued['date-parts'][0] as number[];
      expect(new Date(Date.UTC(day[0] as number, (day[1] as number) - 1, day[2])).getTime()).not.toBeNaN();
      const ris = readRis((await get(`${place}.ris`)).body);
      expect(ris[0]).toEqual(['TY', 'ELEC']);
      expect(ris.at(-1)).toEqual(['ER', '']);
      expect(Object.fromEntries(ris)).toMatchObject({ TI: title, UR: address, ET: 'Version 1', PY: String(day[0]) });
      const bib = (await get(`${place}.bib`)).body;
      expect(bib).toContain(`url = {${address}}`);
      expect(bib.split('{').length).toBe(bib.split('}').length);
      const text = (await get(`${place}.txt`)).body;
      expect(text).toContain(`“${title}”, version 1, ${day[2]} `);
      expect(text).toContain(address);
    }
  });

  it('writes the signs of BibTeX as signs', () => {
    const revision = { kind: 'VENDOR', slug: 'x', number: 1, content: { name: '50% of {A} & B_C\\d #1 ~ $2 ^' }, createdAt: new Date(0), hash: 'h' } as never;
    expect(citationOf(revision, 'bib', '')).toContain(
      'title = {{50\\% of \\{A\\} \\& B\\_C\\textbackslash{}d \\#1 \\textasciitilde{} \\$2 \\textasciicircum{}}}',
    );
  });

  it('is of no version that is not there, nor of what only others may read', async () => {
    for (const place of [
      '/projects/none',
      '/projects/building-blocks/history/99',
      '/projects/building-blocks/history/0',
      '/projects/building-blocks/history/x',
    ])
      expect((await get(`${place}.bib`)).statusCode, place).toBe(404);
    await sql`UPDATE record SET audience = 'UN_SYSTEM' WHERE kind = 'PROJECT' AND slug = 'building-blocks'`.execute(db);
    expect((await get('/projects/building-blocks.bib')).statusCode).toBe(404);
    await sql`UPDATE record SET audience = 'PUBLIC' WHERE kind = 'PROJECT' AND slug = 'building-blocks'`.execute(db);
    expect((await get(`${addressOf('PROJECT', 'building-blocks')}.bib`)).statusCode).toBe(200);
  });
});
