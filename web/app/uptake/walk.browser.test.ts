import { afterAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { Accounts } from '#api/accounts/accounts.ts';
import { readEnv, settingsOf } from '#api/env.ts';
import { loadDemo } from '#seed/demo.ts';
import { axe, startBrowser } from '#test/browser.ts';
import { testDatabase } from '#test/database.ts';
import { start } from '../../../start.ts';

// "Track recommendations" of the README, steps 1 and 2, with the demonstration data loaded as it says.
const database = await testDatabase('library_template');
await loadDemo(database.db);
const env = readEnv({ DATABASE_URL: database.url, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'silent', NODE_ENV: 'test', WORKER: 'off' });
const running = await start(env);
afterAll(() => running.stop());
// The demonstration accounts belong to the embedded database; a test has one of its own.
running.services.accounts = new Accounts(database.db, { ...settingsOf(env), demo: true, baseUrl: running.url });
const browser = await startBrowser();
afterAll(() => browser.close());

const main = async (page: Page) => (await page.locator('main').innerText()).replaceAll('\u2060', '').replace(/\s+/g, ' ');
async function signIn(account: string, script: boolean): Promise<Page> {
  const page = await browser.visit(`${running.url}/sign-in?next=%2Fuptake`, { script });
  await page.getByRole('button', { name: `Sign in as “${account}”` }).click();
  await page.waitForURL('**/uptake');
  return page;
}

it.each([
  ['1', true],
  ['4', false],
])('reports on recommendation %s and confirms it, where a demonstration entry stands', { timeout: 120_000 }, async (recommendation, script) => {
  const focal = await signIn('Demo: FAO focal point', script);
  await focal.locator(`main a[href^="/uptake?open="][href*="fao"]`).first().click();
  await focal.goto(`${running.url}/uptake/${recommendation}/fao`);
  expect(await main(focal)).toContain('demonstration');
  await focal
    .locator('.uptake-form')
    .getByLabel(/^Accepted/)
    .check();
  await focal.getByRole('radio', { name: 'In progress' }).check();
  await focal.locator('textarea[name=comment]').fill('Real, over demonstration data.');
  if (script) expect(await axe(focal)).toEqual([]);
  await focal.getByRole('button', { name: 'Record the report' }).last().click();
  await focal.waitForURL('**done=report');
  expect(await main(focal)).toContain('Real, over demonstration data.');

  const publisher = await signIn('Demo: FAO publisher', script);
  await publisher.goto(`${running.url}/uptake/${recommendation}/fao`);
  await publisher.locator('.uptake-entry-forms').first().getByRole('button', { name: 'Confirm' }).click();
  await publisher.waitForURL('**done=confirm');
  const reader = await browser.visit(`${running.url}/uptake/${recommendation}/fao`, { script: false });
  expect(await main(reader)).toContain('Real, over demonstration data.');
});
