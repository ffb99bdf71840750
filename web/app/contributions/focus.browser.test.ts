import { afterAll, expect, it } from 'vitest';
import { Accounts } from '#api/accounts/accounts.ts';
import { readEnv, settingsOf } from '#api/env.ts';
import { startBrowser } from '#test/browser.ts';
import { testDatabase } from '#test/database.ts';
import type { Page } from 'playwright-core';
import { start } from '../../../start.ts';

const database = await testDatabase('library_template');
const env = readEnv({ DATABASE_URL: database.url, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'silent', NODE_ENV: 'test', WORKER: 'off' });
const running = await start(env);
afterAll(() => running.stop());
running.services.accounts = new Accounts(database.db, { ...settingsOf(env), demo: true, baseUrl: running.url });
const browser = await startBrowser();
afterAll(() => browser.close());

async function draftAt(size: { width: number; height: number; script?: boolean }): Promise<Page> {
  const page = await browser.visit(`${running.url}/sign-in?next=${encodeURIComponent('/projects/new')}`, size);
  const press = async (name: string) => {
    await page.locator('main').getByRole('button', { name }).first().click();
    await page.waitForLoadState('load');
  };
  await press('Sign in as “Demo: FAO focal point”');
  await page.getByLabel('Title').fill('Seen while written');
  await press('Begin the draft');
  await page.waitForURL('**/drafts/*');
  return page;
}

it.each([
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
  { width: 1280, height: 800, script: false },
])('hides no field that has the focus under the bar of a draft: %o', { timeout: 180_000 }, async (size) => {
  const page = await draftAt(size);
  // Without scripts a page still tells where things are to who drives it.
  const hidden = () =>
    page.evaluate(() => {
      const focused = document.activeElement;
      const bar = document.querySelector('.entry-form > .entry-buttons');
      if (!focused || !bar || bar.contains(focused) || !focused.closest('.entry-form')) return null;
      const [own, over] = [focused.getBoundingClientRect(), bar.getBoundingClientRect()];
      return over.top < own.bottom - 1 && over.bottom > own.top && own.height < over.top
        ? `${focused.id || focused.outerHTML.slice(0, 80)} ${own.bottom} below ${over.top}`
        : null;
    });
  const found: string[] = [];
  for (const key of ['Tab', 'Shift+Tab'])
    for (let step = 0; step < 90; step++) {
      await page.keyboard.press(key);
      const fault = await hidden();
      if (fault) found.push(`${key}: ${fault}`);
    }
  expect(found).toEqual([]);
});

it.each([
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
])('leads from a fault to its field with the label in access: %o', { timeout: 120_000 }, async (size) => {
  const page = await draftAt(size);
  await page.goto(`${page.url().split('?')[0]}?check=1`);
  const links = page.locator('#error-summary a');
  const names = await links.evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).getAttribute('href')?.slice(1) ?? ''));
  expect(names.length).toBeGreaterThan(2);
  for (const [index, name] of names.entries()) {
    await links.nth(index).click();
    const seen = await page.evaluate((id) => {
      const field = document.getElementById(id);
      const label = document.querySelector(`label[for="${CSS.escape(id)}"]`) ?? field?.querySelector('legend') ?? field;
      const bar = document.querySelector('.entry-form > .entry-buttons')?.getBoundingClientRect().top ?? innerHeight;
      const box = label?.getBoundingClientRect();
      return box ? box.top >= 0 && box.bottom <= bar : null;
    }, name);
    expect([name, seen]).toEqual([name, true]);
    await page.evaluate(() => scrollTo(0, 0));
  }
});

it('shows what is wrong with a field when it is left, and that it is mended, and calls nothing wrong that nobody has touched', {
  timeout: 120_000,
}, async () => {
  const page = await draftAt({ width: 1280, height: 800 });
  const box = page.locator('[id="summary.asAt"]');
  const saved = () => page.waitForResponse((response) => response.url().endsWith('/save') && response.ok());
  const error = page.locator('[id="summary.asAt-error"]');
  await page.locator('details').evaluateAll((all) => all.map((one) => one.setAttribute('open', '')));
  let answer = saved();
  await box.fill('the day after');
  await box.press('Tab');
  await answer;
  expect(await error.textContent()).toMatch(/^Error:? .+/);
  expect(await box.getAttribute('aria-invalid')).toBe('true');
  expect(await box.getAttribute('aria-describedby')).toContain('summary.asAt-error');
  expect(await page.locator('.field-error').count()).toBe(1);
  answer = saved();
  await box.fill('May 2023');
  await box.press('Tab');
  await answer;
  await expect.poll(() => error.count()).toBe(0);
  expect(await box.getAttribute('aria-invalid')).toBeNull();
});

it('closes the menu of a telephone on Escape, with the focus on its button', { timeout: 60_000 }, async () => {
  const page = await browser.visit(running.url, { width: 360, height: 740 });
  const open = () => page.locator('details.menu').evaluate((menu) => (menu as HTMLDetailsElement).open);
  await page.locator('details.menu > summary').click();
  await page.locator('.nav-more > details > summary').first().focus();
  await page.keyboard.press('Enter');
  expect(await open()).toBe(true);
  await page.keyboard.press('Escape');
  expect([
    await open(),
    await page
      .locator('.nav-more > details')
      .first()
      .evaluate((menu) => (menu as HTMLDetailsElement).open),
  ]).toEqual([true, false]);
  await page.keyboard.press('Escape');
  expect(await open()).toBe(false);
  expect(await page.evaluate(() => document.activeElement?.parentElement?.className)).toBe('menu');
});

it('says in words that too many files were chosen, and sends the form all the same without them', { timeout: 120_000 }, async () => {
  const page = await draftAt({ width: 1280, height: 800 });
  const files = Array.from({ length: 21 }, (_, index) => ({ name: `${index}.pdf`, mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4') }));
  await page.locator('#upload').setInputFiles(files);
  expect(await page.locator('#upload').evaluate((input) => (input as HTMLInputElement).validationMessage)).toBe(
    'You chose 21 files; at most 20 are taken at once.',
  );
  const plain = await draftAt({ width: 360, height: 740, script: false });
  await plain.locator('input[name="title"]').fill('Typed beside 21 files');
  await plain.locator('#upload').setInputFiles(files);
  await plain.locator('.entry-buttons').getByRole('button', { name: 'Save', exact: true }).click();
  const main = (await plain.locator('main').innerText()).replace(/\s+/g, ' ');
  expect(main).toContain('20.pdf: The file was not kept: at most 20 at once. Choose it again with the next save.');
  expect(await plain.locator('input[name="title"]').inputValue()).toBe('Typed beside 21 files');
  const id = /[0-9a-f-]{36}/.exec(plain.url())?.[0] as string;
  const row = await database.db.selectFrom('draft').select('content').where('id', '=', id).executeTakeFirstOrThrow();
  expect((row.content as { title: string }).title).toBe('Typed beside 21 files');
});
