import { afterAll, describe, expect, it } from 'vitest';
import { readEnv } from '#api/env.ts';
import { Facets } from '#api/records/facets.ts';
import { QueryBatch } from '#api/records/query-batch.ts';
import { utcToday } from '#api/uptake/state.ts';
import { readYear } from '#api/yearly/content.ts';
import { axe, startBrowser } from '#test/browser.ts';
import { testDatabase } from '#test/database.ts';
import { unzip } from '#test/unzip.ts';
import { start } from '../../../start.ts';

const database = await testDatabase('library_template');
const running = await start(readEnv({ DATABASE_URL: database.url, PORT: '0', LOG_LEVEL: 'silent', NODE_ENV: 'test', WORKER: 'off' }));
afterAll(() => running.stop());
const browser = await startBrowser();
afterAll(() => browser.close());
const year = Number(utcToday().slice(0, 4));
const numberIn = (text: string) => Number(text.replace(/[^\d-]/g, ''));

describe('the report of a year', { timeout: 120_000 }, () => {
  it('says the same figures on its page and in its document, each leading to what it counts, and adds up', async () => {
    const report = await readYear({ reads: new QueryBatch(database.db), facets: new Facets(database.db) }, year);
    const page = await browser.visit(`${running.url}/report/${year}`, { script: false });
    expect(new URL(page.url()).pathname).toBe(`/reports/${year}`);
    const tables = await page
      .locator('main table')
      .evaluateAll((all) =>
        all.map((table) => [...table.querySelectorAll('tbody tr')].map((row) => [...row.querySelectorAll('th,td')].map((cell) => cell.textContent ?? ''))),
      );
    const made = await fetch(`${running.url}/reports/${year}.docx`);
    expect(made.status).toBe(200);
    const xml = unzip(Buffer.from(await made.arrayBuffer()))['word/document.xml'] ?? '';
    const textOf = (part: string) => [...part.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('');
    const inDocument = [...xml.matchAll(/<w:tbl>[\s\S]*?<\/w:tbl>/g)].map(([table]) =>
      [...table.matchAll(/<w:tr[ >][\s\S]*?<\/w:tr>/g)].slice(1).map(([row]) => [...row.matchAll(/<w:tc>[\s\S]*?<\/w:tc>/g)].map(([cell]) => textOf(cell))),
    );
    // The last column of the document has the addresses, which the page has as links.
    const numbers = (rows: string[][]) => rows.map(([label = '', ...cells]) => [label, ...cells.map(numberIn)]);
    const expected = (report?.sections ?? []).flatMap(({ table }) =>
      table ? [table.rows.map(({ label, figures, change }) => [label, ...figures.map(({ count }) => count), ...(change === null ? [] : [change])])] : [],
    );
    expect(expected.length).toBeGreaterThanOrEqual(3);
    expect(tables.map(numbers)).toEqual(expected);
    expect(inDocument.map((rows) => numbers(rows.map((row) => row.slice(0, -1))))).toEqual(expected);
    const links = await page.locator('main a').evaluateAll((all) => all.map((link) => [link.getAttribute('href'), link.textContent]));
    for (const { sentences, table } of report?.sections ?? []) {
      for (const { count, url } of [...sentences.flatMap(({ figure }) => figure ?? []), ...(table?.rows ?? []).flatMap(({ figures }) => figures)])
        expect(links.some(([href, text]) => href === url && numberIn(text ?? '') === count)).toBe(true);
      for (const { text } of sentences) expect(textOf(xml)).toContain(text);
      // All states of an action are in the table, in the year before too: what one gains another loses.
      if (table?.rows.some(({ change }) => change !== null)) {
        expect(table.rows.reduce((sum, { change }) => sum + (change ?? 0), 0)).toBe(0);
        for (const column of [0, 1]) expect(table.rows.reduce((sum, { figures }) => sum + (figures[column]?.count ?? 0), 0)).toBe(sentences[0]?.figure?.count);
      }
    }
  });

  it('prints as a PDF with a title, a language and its structure, and every number in it', async () => {
    const page = await browser.visit(`${running.url}/reports/${year}`, { script: false });
    const pdf = (await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true })).toString('latin1');
    expect(pdf).toMatch(/\/StructTreeRoot/);
    expect(pdf).toMatch(/\/Lang \(en/);
    // A title is text in UTF-16 where it is not plain.
    const title = `Blockchain in the United Nations system, ${year}`;
    expect(
      pdf.includes(title) ||
        pdf.includes([...title].map((letter) => `\0${letter}`).join('')) ||
        pdf.toLowerCase().includes(Buffer.from(title, 'utf16le').swap16().toString('hex')),
    ).toBe(true);
    for (const tag of ['/H1', '/H2', '/Table', '/TH', '/TD', '/Link', '/Figure']) expect(pdf, tag).toContain(tag);
    // What is printed is what is shown: a table in a closed disclosure would not be.
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('main table').evaluateAll((all) => all.every((table) => table.getClientRects().length > 0))).toBe(true);
  });

  it.each([1280, 360])('can be read at %i pixels, scrolls to no side and has no fault of accessibility', async (width) => {
    const page = await browser.visit(`${running.url}/reports/${year}`, { width });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(await axe(page)).toEqual([]);
  });

  it.each(['1999', '9999', 'last', '2026.5'])('is nothing of the year %s', async (asked) => {
    expect((await fetch(`${running.url}/reports/${asked}`)).status).toBe(404);
  });
});
