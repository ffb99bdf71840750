import type { Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import type { User } from '#api/accounts/user.ts';
import { readEnv } from '#api/env.ts';
import { doRun } from '#api/screening/run.ts';
import { axe, startBrowser } from '#test/browser.ts';
import { testDatabase } from '#test/database.ts';
import { madeListFile, madeVendor } from '#test/screening.ts';
import { makePeople } from '#test/uptake.ts';
import { start } from '../../../start.ts';

const database = await testDatabase('library_template');
const running = await start(readEnv({ DATABASE_URL: database.url, PORT: '0', LOG_LEVEL: 'silent', NODE_ENV: 'test', WORKER: 'off' }));
afterAll(() => running.stop());
const { secretariat, faoFocal } = await makePeople(database.db);
const all = new Map([secretariat, faoFocal].map((person) => [person.id, person]));
// Who is signed in is said by a cookie of the test's own; sessions have their own tests.
running.services.accounts.authenticate = async (headers: Headers) => all.get(/person=([\w-]+)/.exec(headers.get('cookie') ?? '')?.[1] ?? '') ?? null;
const browser = await startBrowser();
afterAll(() => browser.close());
const vendor = await madeVendor(database.db, 'Lumovat Timber');

/** A window of a person's own, without script unless told otherwise. */
async function open(
  path: string,
  person: User | null,
  { script = false, ...how }: { script?: boolean; width?: number; scheme?: 'light' | 'dark' } = {},
): Promise<Page> {
  const page = await browser.visit(`${running.url}/about`, { script, ...how });
  if (person) await page.context().addCookies([{ name: 'person', value: person.id, url: running.url }]);
  await page.goto(`${running.url}${path}`);
  return page;
}
const main = async (page: Page) => (await page.locator('main').innerText()).replaceAll('\u2060', '').replace(/\s+/g, ' ');
const press = async (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const choose = (page: Page, name: string, buffer: Buffer) => page.locator('#file').setInputFiles({ name, mimeType: 'text/xml', buffer });

it('a list is loaded, the vendors are compared, and a person decides, without script', { timeout: 180_000 }, async () => {
  let page = await open('/screening', secretariat);
  expect(await main(page)).toContain('No list was loaded yet.');
  await press(page, 'Load and compare');
  expect(await main(page)).toContain('Choose the file of a list.');
  const file = madeListFile(['Lumowat Timber GmbH', 'ЛУМОВАТ ТИМБЕР', 'Nobody Else Mining Ltd']);
  await choose(page, 'half.xml', file.subarray(0, 200));
  await page.locator('#name').fill('A list of ours');
  await press(page, 'Load and compare');
  expect(await main(page)).toMatch(/Line 2: the file ends in the middle|Line 1: the file ends in the middle/);
  expect(await page.locator('#name').inputValue()).toBe('A list of ours');
  await choose(page, 'list.xml', file);
  await press(page, 'Load and compare');
  await page.waitForURL(/done=loaded/);
  let text = await main(page);
  expect(text).toContain('The list is loaded, and the vendors are being compared with it.');
  expect(text).toContain('This list is made up for tests and demonstrations.');
  expect(text).toMatch(/Comparing: 0 of 0 vendors\./);

  const { id } = await database.db.selectFrom('screeningRun').select('id').executeTakeFirstOrThrow();
  await doRun(database.db, id, { baseUrl: running.url });
  await page.goto(`${running.url}/screening`);
  text = await main(page);
  expect(text).toMatch(/25 vendors compared with it until .* asked for by Secretariat\. 2 candidates\./);
  await page.getByRole('link', { name: 'Lumovat Timber – Lumowat Timber GmbH' }).click();
  text = await main(page);
  expect(text).toContain('lumovat lumowat the same sound, otherwise written 97%');
  expect(text).toContain('nothing gmbh legal form or title: does not count');
  await press(page, 'Keep this decision');
  expect(await main(page)).toContain('Choose one of the three answers.');
  await page.getByLabel('Not the same').check();
  await press(page, 'Keep this decision');
  expect(await main(page)).toContain('Say why: others must be able to follow it.');
  expect(await page.getByLabel('Not the same').isChecked()).toBe(true);
  await page.locator('#reason').fill('Another country & another register.');
  await press(page, 'Keep this decision');
  await page.waitForURL(/done=decided/);
  expect(await main(page)).toMatch(/Not the same by Secretariat \(CEB secretariat\) on .* Another country & another register\./);

  page = await open(`/vendors/${vendor}`, secretariat);
  text = await main(page);
  expect(text).toMatch(/Checked against Synthetic list .* of 2 November 2026 on .* by Secretariat: 2 candidates\./);
  expect(text).toMatch(/Not the same Secretariat, /);
  expect(text).not.toMatch(/cleared/i);
  page = await open('/vendors/irisguard', secretariat);
  expect(await main(page)).toMatch(/Checked against Synthetic list .* by Secretariat: no match\./);
  for (const person of [null, faoFocal]) {
    expect(await main(await open(`/vendors/${vendor}`, person))).not.toMatch(/Screening|Checked against/);
    expect(await main(await open('/screening', person))).toContain('Procurement officers, the secretariat and administrators see screenings, and decide.');
  }
});

it('has no fault that axe finds, fits a phone, in light and dark, and prints', { timeout: 240_000 }, async () => {
  const { id } = await database.db.selectFrom('screeningCandidate').select('id').orderBy('score').executeTakeFirstOrThrow();
  for (const path of ['/screening?show=all', `/screening/${id}`, `/vendors/${vendor}`])
    for (const how of [
      { scheme: 'light', width: 1280 },
      { scheme: 'dark', width: 360 },
    ] as const) {
      const page = await open(path, secretariat, { script: true, ...how });
      expect(await axe(page), `${path} ${how.scheme}`).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), path).toBe(true);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('main h1').isVisible(), path).toBe(true);
      if (how.width === 1280) expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), `${path} in print`).toBe(true);
    }
});
