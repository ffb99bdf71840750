import type { Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import type { User } from '#api/accounts/user.ts';
import { sheetOf } from '#test/sheet.ts';
import { readEnv } from '#api/env.ts';
import { axe, startBrowser } from '#test/browser.ts';
import { testDatabase } from '#test/database.ts';
import { makePeople } from '#test/uptake.ts';
import { start } from '../../../../start.ts';

const database = await testDatabase('library_template');
const running = await start(readEnv({ DATABASE_URL: database.url, PORT: '0', LOG_LEVEL: 'silent', NODE_ENV: 'test', WORKER: 'off' }));
afterAll(() => running.stop());
const people = await makePeople(database.db);
const all = new Map(Object.values(people).map((person) => [person.id, person]));
// Who is signed in is said by a cookie of the test's own; sessions have their own tests.
running.services.accounts.authenticate = async (headers: Headers) => all.get(/person=([\w-]+)/.exec(headers.get('cookie') ?? '')?.[1] ?? '') ?? null;
const browser = await startBrowser();
afterAll(() => browser.close());

/** A window of a person's own, without script unless told otherwise. */
async function open(path: string, person: User | null, script = false, scheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const page = await browser.visit(`${running.url}/about`, { script, scheme });
  if (person) await page.context().addCookies([{ name: 'person', value: person.id, url: running.url }]);
  await page.goto(`${running.url}${path}`);
  return page;
}
const main = async (page: Page) => (await page.locator('main').innerText()).replaceAll('\u2060', '').replace(/\s+/g, ' ');

it('goes from opening to publication without script', { timeout: 120_000 }, async () => {
  // The secretariat asks FAO for an update.
  const secretariat = await open('/campaigns', people.secretariat);
  await secretariat.getByRole('link', { name: 'Open a campaign' }).click();
  await secretariat.getByLabel('Title').fill('Update for the annual report of 2026');
  await secretariat.getByRole('button', { name: 'Open the campaign' }).click();
  expect(await main(secretariat)).toContain('There is a problem');
  expect(await secretariat.getByLabel('Title').inputValue()).toBe('Update for the annual report of 2026');
  await secretariat.getByLabel('What do you ask for?').fill('Please report on every action.');
  await secretariat.getByLabel('Closes on').fill('2099-12-31');
  await secretariat.getByLabel(/^FAO \d+ actions/).check();
  await secretariat.getByRole('button', { name: 'Open the campaign' }).click();
  expect(await main(secretariat)).toContain('The campaign is open. “What was sent?” lists its mails');
  expect(await main(secretariat)).toContain('0 of 1 organizations have answered in full, 0 in part, 1 not at all.');

  // The focal point answers.
  const focal = await open('/campaigns', people.faoFocal);
  await focal.getByRole('link', { name: 'Update for the annual report of 2026' }).click();
  await focal.getByRole('link', { name: 'FAO', exact: true }).click();
  await focal.getByRole('link', { name: /^4\. / }).first().click();
  await focal.locator('input[name=acceptance][value=ACCEPTED]').check();
  await focal.getByRole('textbox', { name: /^Management comment/ }).fill('The Council took note in June.');
  await focal.getByRole('button', { name: 'Record the report' }).click();
  expect(await main(focal)).toContain('not started, in progress or implemented: choose which');
  expect(await focal.getByRole('textbox', { name: /^Management comment/ }).inputValue()).toBe('The Council took note in June.');
  await focal.locator('input[name=implementation][value=IN_PROGRESS]').check();
  await focal.getByRole('button', { name: 'Record the report' }).click();
  expect(await main(focal)).toContain('Your report is recorded.');

  // Nobody outside sees it yet.
  const reader = await open('/uptake/4/fao', null);
  expect(await main(reader)).toContain('Nobody has reported on this yet.');

  // A second person of the organization confirms.
  const publisher = await open('/uptake/4/fao', people.faoPublisher);
  await publisher.getByRole('button', { name: 'Confirm this entry' }).click();
  expect(await main(publisher)).toContain('The entry is confirmed and public.');

  // The secretariat sees the answer and closes.
  await secretariat.reload();
  expect(await main(secretariat)).toContain('0 of 1 organizations have answered in full, 1 in part, 0 not at all.');
  await secretariat.locator('#close summary').click();
  await secretariat.getByRole('button', { name: 'Yes, close the campaign' }).click();
  expect(await main(secretariat)).toContain('The campaign is closed.');
  expect(await main(secretariat)).not.toContain('This cannot be undone.');

  // A reader sees the table, opens the cell beside it, and takes the workbook.
  await reader.goto(`${running.url}/uptake`);
  await reader.getByRole('link', { name: /FAO, Rec\. 4: accepted, in progress/ }).click();
  expect(await reader.locator('#opened').innerText()).toContain('Accepted, in progress');
  const address = await reader.getByRole('link', { name: 'XLSX' }).first().getAttribute('href');
  const file = await reader.request.get(`${running.url}${address}`);
  expect(file.status()).toBe(200);
  const cells = await sheetOf(await file.body(), 'Uptake');
  expect(cells.flat()).toContain('The Council took note in June.');
});

it('has no fault that axe finds, in light and dark', { timeout: 120_000 }, async () => {
  for (const scheme of ['light', 'dark'] as const) {
    for (const [path, person] of [
      ['/uptake', null],
      ['/uptake?open=4.fao', null],
      ['/uptake/4/fao', people.faoFocal],
      ['/uptake/trend', null],
      ['/campaigns/new', people.secretariat],
    ] as const) {
      const page = await open(path, person, true, scheme);
      expect(await axe(page), `${path} ${scheme}`).toEqual([]);
      await page.context().close();
    }
  }
});

it('shows one organization or one recommendation at a time on a phone', { timeout: 60_000 }, async () => {
  const page = await browser.visit(`${running.url}/uptake`, { width: 360, script: false });
  expect(await page.locator('.uptake-table').isVisible()).toBe(false);
  await page.getByRole('navigation', { name: 'One at a time' }).getByRole('link', { name: 'WMO' }).click();
  // The page before may still be there when the click returns.
  await page.locator('main', { hasText: 'Actions addressed to WMO' }).waitFor();
  await page.waitForLoadState('load');
  expect(await main(page)).toContain('Actions addressed to WMO');
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
});
