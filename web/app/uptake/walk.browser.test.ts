import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { Accounts } from '#api/accounts/accounts.ts';
import { readEnv, settingsOf } from '#api/env.ts';
import { loadDemo } from '#seed/demo.ts';
import { axe, startBrowser } from '#test/browser.ts';
import { testDatabase } from '#test/database.ts';
import { tables } from '#test/foreign-tables/tables.ts';
import { unzip } from '#test/unzip.ts';
import { start } from '../../../start.ts';

// "Track recommendations" of the README, step by step: with the demonstration data and with script, and without either.
const folder = await mkdtemp(join(tmpdir(), 'atrium-walk-'));
const browser = await startBrowser();
afterAll(() => browser.close());

/** A library of its own with the demonstration accounts, which belong to the embedded database. */
async function library(name: string, demo: boolean): Promise<string> {
  const database = await testDatabase('library_template');
  if (demo) await loadDemo(database.db);
  const env = readEnv({
    DATABASE_URL: database.url,
    DATA_DIR: join(folder, name),
    HOST: '127.0.0.1',
    PORT: '0',
    LOG_LEVEL: 'silent',
    NODE_ENV: 'test',
    WORKER: 'off',
  });
  const running = await start(env);
  afterAll(() => running.stop());
  running.services.accounts = new Accounts(database.db, { ...settingsOf(env), demo: true, baseUrl: running.url });
  return running.url;
}
const main = async (page: Page) => (await page.locator('main').innerText()).replaceAll('\u2060', '').replace(/\s+/g, ' ');
async function signIn(url: string, account: string, script: boolean): Promise<Page> {
  const page = await browser.visit(`${url}/sign-in?next=%2Fuptake`, { script });
  await page.getByRole('button', { name: `Sign in as “${account}”` }).click();
  await page.waitForURL('**/uptake');
  return page;
}
const read = (url: string) => browser.visit(url, { script: false });
const documentOf = async (page: Page, url: string) => unzip(await (await page.request.get(url)).body())['word/document.xml'] ?? '';

describe.each([
  ['with demonstration data', true, await library('demo', true)],
  ['without demonstration data', false, await library('plain', false)],
])('the walk %s', (_name, demo, url) => {
  const comment = 'The Council took note in June.';
  const open: Record<string, Page> = {};
  const as = async (account: string) => (open[account] ??= await signIn(url, `Demo: ${account}`, demo));

  it('1. reports in a cell of FAO', { timeout: 180_000 }, async () => {
    const focal = await as('FAO focal point');
    await focal.locator('main a[href^="/uptake?open="][href*="fao"]').first().click();
    await focal.locator('#opened a[href*="/fao"]').first().click();
    await focal.waitForURL(/\/uptake\/1\/fao/);
    if (demo) expect(await main(focal)).toContain('Demonstration entry: made up');
    await focal.locator('input[name=acceptance][value=ACCEPTED]').check();
    await focal.locator('input[name=implementation][value=IN_PROGRESS]').check();
    await focal.locator('input[name=targetDate]').fill('2027-06-30');
    await focal.locator('textarea[name=comment]').fill(comment);
    const files = await Promise.all(
      ['strategy', 'minutes'].map(async (name) => {
        const path = join(folder, `${name}-${demo}.pdf`);
        await writeFile(path, `%PDF-1.4\n1 0 obj << /Title (${name} ${demo}) >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n`);
        return path;
      }),
    );
    await focal.locator('.uptake-form input[type=file]').setInputFiles(files);
    if (demo) expect(await axe(focal)).toEqual([]);
    await focal.getByRole('button', { name: 'Record the report' }).last().click();
    await focal.waitForURL('**done=report');
    const text = await main(focal);
    for (const words of ['unconfirmed', comment, `strategy-${demo}`, `minutes-${demo}`, 'Days at FAO are those of Europe/Rome']) expect(text).toContain(words);
    await focal.goto(`${url}/uptake/organizations/fao`);
    await focal.getByRole('link', { name: 'Report on all actions in one sitting' }).click();
    await focal.waitForURL('**/uptake/organizations/fao/report');
    expect(await focal.locator('.uptake-answer').count()).toBe(7);
    // A wrong report of one's own, which nobody else stands by, is withdrawn at once with its reason.
    await focal.goto(`${url}/uptake/3/fao`);
    await focal.locator('input[name=acceptance][value=NOT_RELEVANT]').check();
    await focal.getByRole('button', { name: 'Record the report' }).last().click();
    await focal.waitForURL('**done=report');
    await focal.getByText('Withdraw this entry').first().click();
    await focal.getByLabel('Why is it wrong?').first().fill('It was said of another recommendation.');
    await focal.getByRole('button', { name: 'Withdraw this entry' }).first().click();
    await focal.waitForURL('**done=withdraw');
    expect(await main(focal)).toContain('It was said of another recommendation.');
  });

  it('2. confirms in My work, judges, takes over a document, and enters an activity', { timeout: 240_000 }, async () => {
    expect(await main(await read(`${url}/uptake/1/fao`))).not.toContain(comment);
    const publisher = await as('FAO publisher');
    await publisher.goto(`${url}/my-work`);
    await publisher.getByRole('button', { name: 'Confirm what is ticked' }).click();
    await publisher.waitForURL('**confirmed=1');
    expect(await main(await read(`${url}/uptake/1/fao`))).toContain(comment);
    // From the first real report on no figure has anything made up.
    expect(await main(await read(`${url}/uptake`))).toContain('1 of 155 actions accepted, 0 implemented; 1 of 27 organizations have reported.');

    const secretariat = await as('CEB secretariat');
    await secretariat.goto(`${url}/uptake/1/fao`);
    await secretariat.getByText('Record a judgement').click();
    await secretariat.locator('input[name=judge-judgement][value=NOT_YET_VERIFIED]').check();
    await secretariat.locator('textarea[name=judge-reason]').fill('Its evidence is looked at in March.');
    await secretariat.getByRole('button', { name: 'Record the judgement' }).click();
    await secretariat.waitForURL('**done=judge');
    expect(await main(await read(`${url}/uptake/1/fao`))).toContain('Its evidence is looked at in March.');

    for (const [recommendation, publish] of [
      ['4', true],
      ['2', false],
    ] as const) {
      await secretariat.goto(`${url}/uptake/${recommendation}/wfp`);
      await secretariat.locator('input[name=acceptance][value=ACCEPTED]').check();
      await secretariat.locator('input[name=implementation][value=IMPLEMENTED]').check();
      await secretariat.locator('input[name=sourceReference]').fill('WFP/EB.2/2026/1');
      await secretariat.locator('input[name=sourcePlace]').fill('page 7');
      if (publish) await secretariat.getByLabel('Publish it at once').check();
      await secretariat.getByRole('button', { name: 'Record the report' }).last().click();
      await secretariat.waitForURL(publish ? '**done=publish' : '**done=report');
    }
    const reader = await read(`${url}/uptake/4/wfp`);
    expect(await main(reader)).toContain('From document, not confirmed by the organization.');
    await reader.goto(`${url}/uptake`);
    await reader.getByRole('link', { name: 'Count it too' }).click();
    await reader.waitForURL('**documents=1**');
    expect(await main(reader)).toContain('2 of 155 actions accepted, 1 implemented');
    await secretariat.goto(`${url}/my-work`);
    await secretariat.getByRole('button', { name: 'Publish what is ticked' }).click();
    await secretariat.waitForURL('**published=1**');

    const focal = await as('FAO focal point');
    await focal.goto(`${url}/uptake/organizations/fao`);
    await focal.getByRole('link', { name: 'Enter an activity' }).click();
    await focal.getByLabel('What is done').fill('A guide for all projects');
    for (const number of [1, 4]) await focal.getByLabel(`Recommendation ${number} of JIU/REP/2020/7`).check();
    await focal.locator('form button[type=submit]').last().click();
    await focal.waitForURL('**done=saved');
    await publisher.goto(focal.url().split('?')[0] ?? '');
    await publisher.getByRole('button', { name: 'Confirm this activity' }).click();
    await publisher.waitForURL('**done=confirmed');
    await reader.goto(`${url}/uptake/activities`);
    expect((await main(reader)).split('A guide for all projects')).toHaveLength(2);
    for (const format of ['csv', 'xlsx', 'json']) expect((await reader.request.get(`${url}/uptake/activities.${format}`)).status()).toBe(200);
    expect(await (await reader.request.get(`${url}/uptake/activities.csv`)).text()).toContain('A guide for all projects');
    await reader.goto(`${url}/uptake`);
    expect(await main(reader)).toContain('1 of 155 actions accepted, 0 implemented');
  });

  it('3. steers by a campaign', { timeout: 180_000 }, async () => {
    const secretariat = await as('CEB secretariat');
    await secretariat.goto(`${url}/campaigns`);
    await secretariat.getByRole('link', { name: 'Open a campaign' }).click();
    await secretariat.getByLabel('Title').fill('Update of the year');
    await secretariat.getByLabel('What do you ask for?').fill('Please report on every action.');
    await secretariat.getByLabel('Closes on').fill('2099-12-31');
    for (const name of ['FAO', 'ITU']) await secretariat.getByLabel(new RegExp(`^${name} \\d+ actions`)).check();
    // Nobody of ITU has an account here: an address is given.
    await secretariat.locator('[name="contact.itu"]').fill('evaluation@itu.example');
    await secretariat.locator('button[name=intent][value=preview]').click();
    await secretariat.locator('#preview').waitFor();
    expect(await main(secretariat)).toMatch(/To FAO: \d mails.*To ITU: \d mails/);
    await secretariat.getByRole('button', { name: 'Open the campaign' }).click();
    await secretariat.waitForURL('**done=opened');
    expect(await main(secretariat)).toContain('0 of 2 organizations have answered in full');
    const campaign = secretariat.url().split('?')[0];
    await secretariat.goto(`${campaign}/change`);
    expect(await main(secretariat)).toContain('Remind now');
    await secretariat.goto(`${campaign}`);
    await secretariat.locator('#close summary').click();
    await secretariat.getByRole('button', { name: 'Yes, close the campaign' }).click();
    await secretariat.getByText('The campaign is closed.').waitFor();
    const report = await secretariat.locator('main a[href*=".docx"]').first().getAttribute('href');
    expect(await documentOf(secretariat, `${url}${report}`)).toContain('Update of the year');
    await secretariat.goto(`${url}/campaigns/contacts`);
    expect(await main(secretariat)).toContain('WHO');
    await secretariat.goto(`${url}/uptake/load`);
    expect(await secretariat.getByRole('button', { name: 'Check the table' }).isVisible()).toBe(true);
  });

  it('4. publishes, 5. is followed', { timeout: 180_000 }, async () => {
    const reader = await read(`${url}/uptake/organizations/fao`);
    for (const path of [
      '/uptake/organizations/fao.docx',
      '/uptake/organizations/fao.xlsx',
      '/uptake.docx',
      '/uptake.xlsx',
      '/uptake/entries.csv',
      '/uptake/entries.xlsx',
      '/uptake/entries.json',
      '/uptake/actions.csv',
      '/uptake/compare.csv?organizations=fao,wfp',
    ])
      expect([path, (await reader.request.get(`${url}${path}`)).status()]).toEqual([path, 200]);
    const board = await documentOf(reader, `${url}/uptake/organizations/fao.docx`);
    expect(board).toContain(comment);
    expect(board).toContain('A guide for all projects');
    expect(board).not.toContain('DEMONSTRATION');
    const focal = await as('FAO focal point');
    await focal.goto(`${url}/uptake/organizations/fao`);
    expect(await main(focal)).toContain('Internal, with what you may see beyond that');

    await reader.goto(`${url}/follow`);
    for (const kind of ['.atom', '.ics']) expect(await reader.locator(`a[href*="${kind}"]`).count()).toBeGreaterThan(0);
    for (const [path, words] of [
      ['/uptake/overdue', '26 organizations of 27'],
      ['/uptake/changes', 'A guide for all projects'],
      ['/uptake/compare?organizations=fao,wfp', 'FAO and WFP'],
    ] as const) {
      await reader.goto(`${url}${path}`);
      expect(await main(reader)).toContain(words);
    }
    await reader.goto(`${url}/search?q=recommendation+4+WFP`);
    expect(await reader.locator('main a[href*="/uptake/4/wfp"]').count()).toBeGreaterThan(0);
  });
});

it('makes the document for a board of what an agency keeps in its own Excel, and of nothing else', { timeout: 240_000 }, async () => {
  const url = await library('excel', false);
  const table = tables.find(({ file }) => file === 'own-layout.xlsx');
  const path = join(folder, 'own-layout.xlsx');
  await writeFile(path, table?.content ?? '');
  const focal = await signIn(url, 'Demo: FAO focal point', false);
  await focal.goto(`${url}/uptake/load`);
  await focal.locator('#load input[type=file]').setInputFiles(path);
  await focal.getByRole('button', { name: 'Check the table' }).click();
  // The page says how it reads the columns and words; what the table does not say, the day, is said for all rows.
  await focal.locator('#reading').waitFor();
  expect(await main(focal)).toContain('How the table is read');
  if (!(await focal.locator('#reading').evaluate((one) => (one as HTMLDetailsElement).open))) await focal.locator('#reading > summary').click();
  await focal.locator('[name="given.effectiveDate"]').fill('2026-06-30');
  await focal.getByRole('button', { name: 'Read it so, and check again' }).click();
  await focal.getByRole('button', { name: 'Record 3 reports' }).click();
  await focal.waitForURL('**done=3');

  const publisher = await signIn(url, 'Demo: FAO publisher', false);
  await publisher.goto(`${url}/my-work`);
  await publisher.getByRole('button', { name: 'Confirm what is ticked' }).click();
  await publisher.waitForURL('**confirmed=3');

  const reader = await read(`${url}/uptake/organizations/fao`);
  const [docx = ''] = await Promise.all([reader.locator('a[href*="fao.docx"]').first().getAttribute('href')]);
  const board = await documentOf(reader, `${url}${docx}`);
  for (const words of [
    'FAO: uptake of the recommendations of JIU/REP/2020/7',
    'Classification: public',
    'Risk register under review',
    'Endorsed in March',
    'No use case',
    'Accepted',
    'Not accepted',
  ])
    expect(board).toContain(words);
  // Three of seven actions are answered; the others are said to be silent.
  expect(board).toContain('No information');
});
