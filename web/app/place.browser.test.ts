import { afterAll, describe, expect, it } from 'vitest';
import { readEnv } from '#api/env.ts';
import { startBrowser } from '#test/browser.ts';
import { testDatabase } from '#test/database.ts';
import { start } from '../../start.ts';

// Where one is, on every page: in the menu, in the trail, in a long page; and nothing that leads off the side.

const database = await testDatabase('library_template');
const running = await start(readEnv({ DATABASE_URL: database.url, PORT: '0', LOG_LEVEL: 'silent', NODE_ENV: 'test', WORKER: 'off' }));
afterAll(() => running.stop());
const browser = await startBrowser();
afterAll(() => browser.close());
const { url } = running;
const htmlOf = async (address: string) => (await fetch(url + address, { headers: { accept: 'text/html' } })).text();

/** Pages of every kind, the longest of each. */
const pages = [
  '/', '/projects', '/projects?view=rows', '/projects/building-blocks', '/projects/digital-certificate-of-entitlement', '/lessons', '/vendors', '/vendors/irisguard',
  '/organizations', '/organizations/fao', '/organizations/wfp', '/standards', '/risks', '/goals', '/goals/2', '/principles', '/governance', '/legal', '/funding', '/learning',
  '/glossary', '/overview', '/sources', '/sources/jiu-rep-2020-7', '/about', '/recommendations', '/recommendations/4', '/uptake', '/uptake/by', '/uptake/1/fao', '/uptake/trend',
  '/uptake/organizations/fao', '/decide', '/decide/jiu-matrix', '/matrix', '/agreements', '/search?q=pension', '/compare?ids=projects/building-blocks,projects/cedar-coin', '/follow',
  '/ask?record=/projects/building-blocks',
]; // biome-ignore format: one table
/** At 400 % a window of 1280 has the width of 320 (WCAG 1.4.10). */
const NARROW = 320;
/** A page that is longer has a list of what it holds. */
const LONG = 6_000;

describe('place', () => {
  it.each(pages)('nothing of %s is wider than a narrow screen, and what is long has a contents list', { timeout: 60_000 }, async (address) => {
    const narrow = await browser.visit(url + address, { width: NARROW, height: 640, script: false });
    expect(await narrow.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(NARROW);
    await narrow.close();
    const wide = await browser.visit(url + address, { width: 1280, script: false });
    const seen = await wide.evaluate(() => ({
      height: document.documentElement.scrollHeight,
      contents: document.querySelectorAll('.contents a, .letters a').length,
      // Links of a contents list lead somewhere.
      broken: [...document.querySelectorAll<HTMLAnchorElement>('.contents a, .letters a')].filter(
        (a) => !document.getElementById(decodeURIComponent(a.hash.slice(1))),
      ).length,
    }));
    await wide.close();
    expect(seen.broken).toBe(0);
    if (seen.height > LONG) expect(seen.contents, `${address} is ${seen.height} pixels long`).toBeGreaterThan(2);
  });

  it('the contents list stays in sight, leads within the page, and closes then', { timeout: 60_000 }, async () => {
    const page = await browser.visit(`${url}/projects/building-blocks`, { width: 1280, height: 800 });
    await page.evaluate(() => window.scrollTo(0, 4000));
    const summary = page.locator('.contents summary');
    expect((await summary.boundingBox())?.y).toBeLessThan(60);
    await summary.click();
    await page.locator('.contents a').last().click();
    expect(await page.evaluate(() => location.hash)).toBe('#history');
    expect(await page.locator('.contents details').getAttribute('open')).toBeNull();
    const heading = await page.locator('#history-title').boundingBox();
    expect(heading?.y).toBeGreaterThan(40);
  });
});

describe('the menu', () => {
  const here = async (address: string) => {
    const html = await htmlOf(address);
    const menu = /<nav aria-label="Main">(.*?)<\/nav>/s.exec(html)?.[1] ?? '';
    return [...menu.matchAll(/aria-current="[a-z]+"[^>]*>([^<]+)/g)].map(([, text]) => text);
  };
  it('marks the section of every page, and says what “More” holds of it', async () => {
    expect(await here('/projects/building-blocks')).toEqual(['Projects']);
    expect(await here('/uptake')).toEqual(['Uptake']);
    expect(await here('/uptake/1/fao')).toEqual(['Uptake']);
    expect(await here('/follow')).toEqual(['Uptake']);
    expect(await here('/organizations/fao')).toEqual(['More: Organizations', 'Organizations']);
    expect(await here('/mitigations')).toEqual(['More: Risks', 'Risks']);
    expect(await here('/matrix')).toEqual(['Decide']);
    expect(await here('/')).toEqual([]);
  });
  it('every page but the first has a trail to it', async () => {
    for (const address of pages.slice(1)) expect(await htmlOf(address), address).toContain('class="breadcrumbs"');
  });
});
