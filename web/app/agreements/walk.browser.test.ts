import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { Accounts } from '#api/accounts/accounts.ts';
import { readEnv, settingsOf } from '#api/env.ts';
import { loadDemoAgreements, removeDemoAgreements } from '#seed/demo-agreements.ts';
import { verifyDatabase } from '#api/log/verify.ts';
import { axe, startBrowser } from '#test/browser.ts';
import { testDatabase } from '#test/database.ts';
import { unzip } from '#test/unzip.ts';
import { start } from '../../../start.ts';

const database = await testDatabase('library_template');
expect(await loadDemoAgreements(database.db)).toBe(6);
const env = readEnv({ DATABASE_URL: database.url, PORT: '0', LOG_LEVEL: 'silent', NODE_ENV: 'test', WORKER: 'off' });
const running = await start(env);
afterAll(() => running.stop());
// The demonstration accounts belong to the embedded database; a test has one of its own.
running.services.accounts = new Accounts(database.db, { ...settingsOf(env), demo: true, baseUrl: running.url });
const browser = await startBrowser();
afterAll(() => browser.close());

const main = async (page: Page) => (await page.locator('main').innerText()).replaceAll('\u2060', '').replace(/\s+/g, ' ');
const readme = await readFile(new URL('../../../README.md', import.meta.url), 'utf8');
/** What the README says is pressed or ticked, in the order of its steps. */
const steps = [...(/## Find a vendor\n(.*?)\n## /s.exec(readme)?.[1] ?? '').matchAll(/^\d\. .*$/gm)].flatMap(([line]) =>
  [...line.matchAll(/\*\*(.+?)\*\*/g)].map(([, name]) => name as string),
);

async function signedIn(how: { script?: boolean; width?: number; scheme?: 'light' | 'dark' } = {}): Promise<Page> {
  const page = await browser.visit(`${running.url}/sign-in?next=%2Fvendors`, how);
  await page.getByRole('button', { name: 'Sign in as “Demo: UNICEF procurement officer”' }).click();
  await page.waitForURL(/\/vendors/);
  return page;
}

it.each([false, true])('the walk of the README, word for word, in at most twelve clicks (script: %s)', { timeout: 120_000 }, async (script) => {
  expect(steps.length).toBeGreaterThan(9);
  expect(steps.length).toBeLessThanOrEqual(12);
  const page = await browser.visit(`${running.url}/`, { script });
  let file: Buffer | null = null;
  for (const name of steps) {
    const found = ['link', 'button', 'checkbox'] as const;
    const named = name === 'IrisGuard' || name.startsWith('DOCX') || name.startsWith('Pick') ? page.locator('main') : page;
    let control = null;
    for (const role of found) {
      // Filters say how many vendors they leave after their names.
      const one = named.getByRole(role, { name, exact: true }).first();
      if (await one.isVisible()) control = one;
    }
    if (!control) throw new Error(`Nothing on ${page.url()} is called “${name}”.`);
    if (name.startsWith('DOCX')) {
      const [download] = await Promise.all([page.waitForEvent('download'), control.click()]);
      file = await readFile(await download.path());
    } else {
      await control.click();
      await page.waitForLoadState('load');
    }
    if (name === 'Apply filters') {
      expect(page.url()).toMatch(/unSystem=yes&wentIntoUse=yes/);
      expect(await main(page)).toContain('For the United Nations system');
      expect(await page.locator('.dense').innerText()).toContain('WFP, to ');
    }
    if (name === 'Compare two to four') expect(await main(page)).toContain('Identification at the point of sale (WFP');
  }
  expect(new URL(page.url()).pathname).toBe('/vendors/irisguard');
  const shown = await main(page);
  for (const text of ['What it delivered', 'Can the work go on without it?', 'Agreements with it', 'demonstration']) expect(shown).toContain(text);
  const text = Object.values(unzip(file as unknown as Buffer))
    .join(' ')
    .replace(/<[^>]+>/g, '');
  for (const said of ['IrisGuard', 'ConsenSys', 'JIU/REP/2020/7', 'Demo: UNICEF procurement officer', `Made on ${new Date().toISOString().slice(0, 10)}`])
    expect(text).toContain(said);
});

it.each([
  '/agreements',
  '/agreements?open=yes&validOn=2027-01-01',
  '/agreements/new',
  '/agreements/load',
  'ONE',
  'ONE/amend',
  '/vendors/irisguard',
  '/vendors?agreement=open&unSystem=yes',
])('has no fault of accessibility and scrolls to no side: %s', { timeout: 120_000 }, async (path) => {
  for (const how of [{ width: 1280 }, { width: 360, scheme: 'dark' as const }]) {
    const page = await signedIn(how);
    await page.goto(`${running.url}/agreements?text=DEMO-LTA-6`);
    const one = await page.locator('.dense tbody th a').first().getAttribute('href');
    await page.goto(running.url + path.replace('ONE', one ?? ''));
    expect([path, how.width, await axe(page)]).toEqual([path, how.width, []]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(how.width);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('main').isVisible()).toBe(true);
    await page.context().close();
  }
});

it('says on every page what is made up, seals none of it, and is gone without trace', { timeout: 120_000 }, async () => {
  const page = await signedIn({ script: false });
  await page.goto(`${running.url}/agreements?text=DEMO-LTA-6`);
  expect(await main(page)).toContain('demonstration');
  await page.locator('.dense tbody th a').first().click();
  expect(await main(page)).toContain('Made up, for demonstration');
  // What a demonstration account does with them is demonstration too.
  await page.getByText('Who sees it', { exact: true }).click();
  await page.getByLabel('Everybody of the United Nations system').check();
  await page.getByRole('button', { name: 'Set who sees it' }).click();
  await page.waitForURL(/done=open/);
  const { faults } = await verifyDatabase(database.db);
  expect(faults).toEqual([]);
  expect(await loadDemoAgreements(database.db)).toBe(0);
  expect(await removeDemoAgreements(database.db)).toBe(6);
  for (const table of ['agreement', 'agreementVersion', 'agreementDrawing'] as const)
    expect(await database.db.selectFrom(table).selectAll().execute()).toEqual([]);
});
