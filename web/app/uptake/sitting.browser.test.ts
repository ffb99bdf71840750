import { afterAll, expect, it } from 'vitest';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { Accounts } from '#api/accounts/accounts.ts';
import { readEnv, settingsOf } from '#api/env.ts';
import { axe, startBrowser } from '#test/browser.ts';
import { testDatabase } from '#test/database.ts';
import { start } from '../../../start.ts';

// An agency answers five actions with evidence, and a second person confirms them.
const database = await testDatabase('library_template');
const folder = await mkdtemp(join(tmpdir(), 'atrium-sitting-'));
const running = await start(
  readEnv({ DATABASE_URL: database.url, DATA_DIR: folder, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'silent', NODE_ENV: 'test', WORKER: 'off' }),
);
afterAll(() => running.stop());
running.services.accounts = new Accounts(database.db, {
  ...settingsOf(readEnv({ DATABASE_URL: database.url, DATA_DIR: folder })),
  demo: true,
  baseUrl: running.url,
});
const browser = await startBrowser();
afterAll(() => browser.close());

async function signIn(account: string, script: boolean): Promise<Page> {
  const page = await browser.visit(`${running.url}/sign-in?next=%2Fuptake`, { script });
  await page.getByRole('button', { name: `Sign in as “${account}”` }).click();
  await page.waitForURL('**/uptake');
  return page;
}
/** Counts the pages that are loaded from now on; an answer that leads on is part of the page that it leads to. */
function counting(page: Page): () => number {
  let loads = 0;
  page.on('response', (response) => {
    if (response.request().isNavigationRequest() && response.status() < 300) loads++;
  });
  return () => loads;
}

it.each([[true], [false]])(
  'takes five answers with evidence in two page loads, and their confirmation in two (script: %s)',
  { timeout: 180_000 },
  async (script) => {
    const pdf = join(folder, `evidence-${script}.pdf`);
    await writeFile(pdf, `%PDF-1.4\n1 0 obj << /Title (${script}) >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n`);
    const focal = await signIn('Demo: FAO focal point', script);
    const loads = counting(focal);
    await focal.goto(`${running.url}/uptake/organizations/fao/report`);
    const answers = focal.locator('.uptake-answer');
    expect(await answers.count()).toBeGreaterThanOrEqual(5);
    for (let index = 0; index < 5; index++) {
      const answer = answers.nth(index);
      if (!(await answer.locator('details').evaluate((one) => (one as HTMLDetailsElement).open))) await answer.locator('summary').click();
      await answer.locator('select[name$=acceptance]').selectOption('ACCEPTED');
      await answer.locator('select[name$=implementation]').selectOption(script ? 'IN_PROGRESS' : 'IMPLEMENTED');
      await answer.locator('textarea').fill(`Answer ${index}, ${script}.`);
      if (index === 0) await answer.locator('input[type=file]').setInputFiles(pdf);
      else await answer.locator('input[name$=place]').fill(`https://example.org/${script}/${index}`);
    }
    if (script) {
      await focal.locator('[data-save-state]', { hasText: 'Saved at' }).waitFor();
      expect(await axe(focal)).toEqual([]);
    }
    await focal.getByRole('button', { name: 'Record all answers' }).click();
    await focal.waitForURL('**done=5');
    expect(loads()).toBeLessThanOrEqual(2);

    const publisher = await signIn('Demo: FAO publisher', script);
    const confirming = counting(publisher);
    await publisher.goto(`${running.url}/my-work`);
    expect(await publisher.locator('input[name=entry]:checked').count()).toBe(5);
    if (script) expect(await axe(publisher)).toEqual([]);
    await publisher.getByRole('button', { name: 'Confirm what is ticked' }).click();
    await publisher.waitForURL('**confirmed=5');
    expect(confirming()).toBeLessThanOrEqual(2);

    const reader = await browser.visit(`${running.url}/uptake/organizations/fao`, { script: false });
    const text = await reader.locator('main').innerText();
    for (let index = 0; index < 5; index++) expect(text).toContain(`Answer ${index}, ${script}.`);
    // Nothing has changed since: one press each.
    const again = await focal.goto(`${running.url}/uptake/organizations/fao/report`);
    expect(again?.status()).toBe(200);
    await focal.locator('input[name$=unchanged]').first().check();
    await focal.getByRole('button', { name: 'Record all answers' }).click();
    await focal.waitForURL('**done=1');
    await publisher.goto(`${running.url}/my-work`);
    await publisher.getByRole('button', { name: 'Confirm what is ticked' }).click();
    await publisher.waitForURL('**confirmed=1');
  },
);
