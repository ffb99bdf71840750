import type { Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { Accounts } from '#api/accounts/accounts.ts';
import { readEnv, settingsOf } from '#api/env.ts';
import { axe, startBrowser } from '#test/browser.ts';
import { testDatabase } from '#test/database.ts';
import { start } from '../../../start.ts';

const database = await testDatabase('library_template');
const env = readEnv({ DATABASE_URL: database.url, PORT: '0', LOG_LEVEL: 'silent', NODE_ENV: 'test', WORKER: 'off' });
const running = await start(env);
afterAll(() => running.stop());
running.services.accounts = new Accounts(database.db, { ...settingsOf(env), demo: true, baseUrl: running.url });
const browser = await startBrowser();
afterAll(() => browser.close());

const main = async (page: Page) => (await page.locator('main').innerText()).replaceAll('\u2060', '').replace(/\s+/g, ' ');
const press = async (page: Page, name: string | RegExp) => {
  await page.locator('main').getByRole('button', { name }).first().click();
  await page.waitForLoadState('load');
};
async function signIn(account: string, next: string, options: { width?: number; height?: number } = {}): Promise<Page> {
  const page = await browser.visit(`${running.url}/sign-in?next=${encodeURIComponent(next)}`, options);
  await press(page, `Sign in as “${account}”`);
  return page;
}
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('name') ?? document.activeElement?.getAttribute('value') ?? null);
const saved = (page: Page) => page.locator('[data-save-state]', { hasText: 'Saved at' }).waitFor();
const wide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
const red = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64');
const pdf = Buffer.from('%PDF-1.4\n1 0 obj << /Title (note) >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n');

it.each([1280, 360])('takes a project with five facts, a picture and a document from nothing to live, at %i pixels', { timeout: 240_000 }, async (width) => {
  const title = `Herd books on a ledger ${width}`;
  const author = await signIn('Demo: FAO focal point', '/projects/new', { width, height: 800 });
  let loads = 0;
  author.on('load', () => loads++);
  await author.getByLabel('Title').fill(title);
  await press(author, 'Begin the draft');
  await author.waitForURL('**/drafts/*');
  const draft = new URL(author.url()).pathname;
  expect(await wide(author)).toBe(0);

  // Both files at once; then one of them is the source of everything.
  await author.getByLabel('Add files').setInputFiles([
    { name: 'Evaluation of the pilot.pdf', mimeType: 'application/pdf', buffer: pdf },
    { name: 'Herd book.png', mimeType: 'image/png', buffer: red },
  ]);
  await author.locator('.entry-form > .entry-buttons').getByRole('button', { name: 'Save', exact: true }).click();
  await author.waitForURL('**saved=1#attachments');
  const shown = author.locator('#attachments img');
  await shown.scrollIntoViewIfNeeded();
  await expect.poll(() => shown.evaluate((one) => (one as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
  await author.locator('[id="attachments.1.description"]').fill('A page of the herd book.');
  await author.locator('[name="restsOn.source"]').selectOption({ label: 'Attached: Evaluation of the pilot' });
  await author.locator('[name="restsOn.place"]').fill('page 3');

  // What is pasted from a word processor is tidied, and the page says so.
  const summary = author.locator('textarea[name="summary.text"]');
  await summary.focus();
  await summary.evaluate((box) => {
    const data = new DataTransfer();
    data.setData('text/plain', 'Farmers keep herd books.\r\n\r\n\u2022\t12\u00a0400 certi\u00adficates\r\n\u2022\tborder checks took half as long');
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  expect(await summary.inputValue()).toBe('Farmers keep herd books.\n\n- 12 400 certificates\n- border checks took half as long');
  expect(await author.locator('[data-tidied]').last().innerText()).toContain('Pasted text was tidied');

  await author.getByRole('checkbox', { name: 'Supply chain' }).check();
  await author.locator('[name="owners.0"]').fill('FAO');
  await author.locator('[name="scope"]').selectOption('COUNTRIES');
  await author.locator('[name="ledger.access.value"]').selectOption('PERMISSIONED');
  // Rows come without loading the page, and have the focus.
  const before = loads;
  await author.getByRole('button', { name: 'Add: Country' }).click();
  expect(await focused(author)).toBe('countries.0.code');
  await author.keyboard.type('kenya');
  await author.getByRole('button', { name: 'Add: Stage' }).click();
  expect(await focused(author)).toBe('stages.0.stage');
  await author.locator('[name="stages.0.stage"]').selectOption('PILOT');
  await author.locator('[name="stages.0.date"]').fill('May 2023');
  await author.locator('[name="stages.0.text"]').fill('A pilot began in Kajiado.');
  await author.locator('#section-told > summary').click();
  await author.getByRole('button', { name: 'Add: Figure' }).click();
  expect(await focused(author)).toBe('figures.0.label');
  await author.getByRole('button', { name: 'Add: Figure' }).click();
  await author.locator('[name="figures.1.label"]').fill('Certificates issued');
  await author.locator('[name="figures.1.value"]').fill('12,400');
  await author.locator('[name="figures.1.number"]').fill('12,400');
  await author
    .locator('[id="figures.0"]')
    .getByRole('button', { name: /^Remove/ })
    .click();
  expect(await focused(author)).toBe('do');
  expect(await author.locator('[id="figures.0"]').count()).toBe(0);
  await author.getByRole('button', { name: 'Add: Statement' }).click();
  await author.locator('[name="statements.0.section"]').selectOption('WHAT_IT_ACHIEVED');
  await author.locator('[name="statements.0.text"]').fill('Border checks took half as long.');
  await saved(author);
  // How it was understood stands beside the box.
  await author.locator('[data-read-as="countries.0.code"]', { hasText: 'Understood as: Kenya' }).waitFor();
  await author.locator('[data-read-as="stages.0.date"]', { hasText: 'Understood as: May 2023' }).waitFor();
  await author.locator('[data-read-as="figures.1.number"]', { hasText: 'Understood as: 12,400' }).waitFor();
  expect(loads).toBe(before);
  expect(await wide(author)).toBe(0);
  expect(await axe(author)).toEqual([]);

  await press(author, 'Save and go on to submit');
  await author.waitForURL('**/submit');
  expect(await main(author)).not.toContain('Before it can be submitted');
  // The preview is the page that comes of it, picture and source included.
  const preview = author.locator('#preview');
  for (const words of [title, 'Kenya', 'May 2023', 'Border checks took half as long.', 'FAO'])
    expect((await preview.innerText()).replace(/\s+/g, ' ')).toContain(words);
  expect(await preview.locator('[role=listitem]', { hasText: '12 400 certificates' }).count()).toBe(1);
  await preview.locator('#pictures img').scrollIntoViewIfNeeded();
  await expect.poll(() => preview.locator('#pictures img').evaluate((one) => (one as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
  expect(await wide(author)).toBe(0);
  expect(await axe(author)).toEqual([]);
  await author.getByLabel('What changed, and why?').fill('A new project of FAO.');
  await press(author, 'Submit to the reviewers');
  await author.waitForURL('**/review?submitted=1');
  console.info(`${width} px: ${loads} page loads from "New project" to submitted`);
  expect(loads).toBeLessThanOrEqual(5);

  const publisher = await signIn('Demo: FAO publisher', `${draft}/review`, { width, height: 800 });
  await press(publisher, 'Accept the change');
  await publisher.getByRole('link', { name: 'See the record' }).click();
  await publisher.waitForLoadState('load');
  const reader = await browser.visit(publisher.url(), { width, height: 800 });
  for (const words of [title, 'Kenya', 'May 2023', '12,400', 'Border checks took half as long.', 'A page of the herd book.'])
    expect(await main(reader)).toContain(words);
  expect(await reader.locator('[role=listitem]', { hasText: '12 400 certificates' }).count()).toBeGreaterThan(0);
  await reader.locator('#pictures img').scrollIntoViewIfNeeded();
  await expect.poll(() => reader.locator('#pictures img').evaluate((one) => (one as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
  expect(await reader.locator('#notes, .notes, [popover]').filter({ hasText: 'Evaluation of the pilot' }).count()).toBeGreaterThan(0);
  expect(await wide(reader)).toBe(0);
  expect(await axe(reader)).toEqual([]);
});
