import { afterAll, describe, expect, it } from 'vitest';
import { readEnv } from '#api/env.ts';
import { axe, startBrowser } from '#test/browser.ts';
import { testDatabase } from '#test/database.ts';
import { start } from '../../../start.ts';

const database = await testDatabase('library_template');
const running = await start(readEnv({ DATABASE_URL: database.url, PORT: '0', LOG_LEVEL: 'silent', NODE_ENV: 'test', WORKER: 'off' }));
afterAll(() => running.stop());
const browser = await startBrowser();
afterAll(() => browser.close());

describe('a list', { timeout: 120_000 }, () => {
  it.each([
    ['/projects', 1280, 800, 12],
    ['/vendors', 1280, 800, 12],
    ['/lessons', 1280, 800, 12],
    ['/projects', 360, 740, 5],
    ['/vendors', 360, 740, 5],
    ['/lessons', 360, 740, 5],
  ])('%s shows at %i by %i at least %i records at once, and scrolls to no side', async (path, width, height, least) => {
    const page = await browser.visit(running.url + path, { width, height, script: false });
    const boxes = await page.locator('.dense tbody tr').evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().bottom));
    expect(boxes.filter((bottom) => bottom <= height).length).toBeGreaterThanOrEqual(least);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });

  it('keeps its columns and its view in the address, and picks records into a list and side by side, without script', async () => {
    const page = await browser.visit(`${running.url}/projects?stage=PILOT`, { script: false });
    await page.getByText('Columns', { exact: true }).click();
    await page.getByLabel('Platform').and(page.locator('[name=column]')).uncheck();
    await page.getByLabel('Use', { exact: true }).and(page.locator('[name=column]')).check();
    await page.getByRole('button', { name: 'Show these' }).click();
    expect(page.url()).toMatch(/stage=PILOT.*column=use/);
    expect(await page.locator('.dense thead').innerText()).toContain('Use');
    expect(await page.locator('.dense thead').innerText()).not.toContain('Platform');
    await page.locator('.dense input[name=ids]').nth(0).check();
    await page.locator('.dense input[name=ids]').nth(1).check();
    await page.getByRole('button', { name: 'Compare two to four' }).click();
    expect(page.url()).toContain('/compare?ids=');
    expect(await page.locator('.compared thead th').count()).toBe(2);
    expect(await page.locator('.alike').count()).toBeGreaterThan(0);
    expect(await page.locator('.compared').innerText()).toContain('not stated');
    await page.goBack();
    await page.getByRole('button', { name: 'Make a list to send' }).click();
    expect(page.url()).toContain('/picked?ids=');
    expect(new URL(await page.getByLabel('The address of this list').inputValue()).search).toBe(new URL(page.url()).search);
  });

  it('copies a statement with its citation', async () => {
    const page = await browser.visit(`${running.url}/projects/building-blocks`);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(running.url).origin });
    await page.locator('.statement .mark').first().click();
    await page.getByRole('button', { name: 'Copy the statement with its citation' }).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^“.+” \(.+\. .+\/projects\/building-blocks, \d{4}-\d\d-\d\d\)$/s);
  });

  it.each([
    '/projects',
    '/search?q=cash+assistance',
    '/compare?ids=projects/building-blocks,projects/ecuador-cocoa',
    '/picked?ids=projects/building-blocks',
    '/search-terms',
  ])('and what comes of it has no fault of accessibility: %s', async (path) => {
    for (const how of [{ width: 1280 }, { width: 360, scheme: 'dark' as const }]) {
      const page = await browser.visit(running.url + path, how);
      expect(await axe(page)).toEqual([]);
    }
  });
});
