import type { Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { Accounts } from '#api/accounts/accounts.ts';
import { readEnv, settingsOf } from '#api/env.ts';
import { verifyDatabase } from '#api/log/verify.ts';
import { axe, startBrowser } from '#test/browser.ts';
import { testDatabase } from '#test/database.ts';
import { start } from '../../../start.ts';

const database = await testDatabase('library_template');
const env = readEnv({ DATABASE_URL: database.url, PORT: '0', LOG_LEVEL: 'silent', NODE_ENV: 'test', WORKER: 'off' });
const running = await start(env);
afterAll(() => running.stop());
// The demonstration accounts belong to the embedded database; a test has one of its own.
running.services.accounts = new Accounts(database.db, { ...settingsOf(env), demo: true, baseUrl: running.url });
const browser = await startBrowser();
afterAll(() => browser.close());

const address = '/projects/papua-new-guinea-livestock';
const word = 'quetzalmarker';
const main = async (page: Page) => (await page.locator('main').innerText()).replaceAll('\u2060', '').replace(/\s+/g, ' ');
const press = async (page: Page, name: string | RegExp) => {
  await page.locator('main').getByRole('button', { name }).first().click();
  await page.waitForLoadState('load');
};
/** A window in which one of the demonstration accounts is signed in. */
async function signIn(account: string, { script = true, next = '/my-work' } = {}): Promise<Page> {
  const page = await browser.visit(`${running.url}/sign-in?next=${encodeURIComponent(next)}`, { script });
  await press(page, `Sign in as “${account}”`);
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(next);
  return page;
}
const api = async () => {
  const query = `{ project(slug: "papua-new-guinea-livestock") { version summaryText } search(query: "${word}") { edges { node { url } } } }`;
  const response = await fetch(`${running.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) });
  return ((await response.json()) as { data: { project: { version: number; summaryText: string }; search: { edges: { node: { url: string } }[] } } }).data;
};
/** What a reader finds, in page, API and search. */
async function readers() {
  const reader = await browser.visit(`${running.url}${address}`, { script: false });
  const page = (await main(reader)).includes(word);
  await reader.goto(`${running.url}/search?q=${word}`);
  const found = (await reader.locator(`main a[href^="${address}"]`).count()) > 0;
  const { project, search } = await api();
  await reader.context().close();
  return { page, found, api: project.summaryText.includes(word), version: project.version, searched: search.edges.some(({ node }) => node.url === address) };
}
const old = { page: false, found: false, api: false, version: 1, searched: false };

it('takes a change of a joint record from draft to live, without script, with one returned field on the way', { timeout: 180_000 }, async () => {
  const author = await signIn('Demo: FAO focal point', { script: false, next: `${address}/edit` });
  await press(author, 'Begin a draft');
  expect(author.url()).toContain('/drafts/');
  const draft = new URL(author.url()).pathname;

  // The buttons of repeated groups send the form: it is saved, with one group more or less.
  const stages = await author.locator('details.entry-item[id^="stages."]').count();
  await author.locator('textarea[name="summary.text"]').fill(`First ${word} text.`);
  await author.getByRole('button', { name: 'Add: Stage' }).click();
  expect(await author.locator('details.entry-item[id^="stages."]').count()).toBe(stages + 1);
  expect(await author.locator('textarea[name="summary.text"]').inputValue()).toBe(`First ${word} text.`);
  await author.locator(`button[value="remove:stages.${stages}"]`).click();
  expect(await author.locator('details.entry-item[id^="stages."]').count()).toBe(stages);

  await press(author, 'Save and go on to submit');
  await press(author, 'Submit to the reviewers');
  expect(await main(author)).toContain('Say in a sentence what changed and why.');
  await author.getByLabel('What changed, and why?').fill('Says what the pilot did.');
  await press(author, 'Submit to the reviewers');
  expect(await main(author)).toContain('Those who decide on it are told by mail.');
  expect(await main(author)).toContain('a second person does');
  expect(await readers()).toEqual(old);

  // FAO accepts; ITU returns one field, which needs a reason.
  const fao = await signIn('Demo: FAO publisher');
  await fao.getByRole('link', { name: /^Review: Pig livestock/ }).click();
  expect(await axe(fao)).toEqual([]);
  await press(fao, 'Accept the change');
  expect(await main(fao)).toContain('FAO: accepted');
  expect(await readers()).toEqual(old);

  const itu = await signIn('Demo: ITU publisher');
  expect(await axe(itu)).toEqual([]);
  await itu.goto(`${running.url}${draft}/review`);
  await itu.getByRole('checkbox', { name: /^Return this field/ }).check();
  await press(itu, 'Return to the author');
  expect(await main(itu)).toContain('Say why this field is returned');
  expect(await itu.getByRole('checkbox', { name: /^Return this field/ }).isChecked()).toBe(true);
  await itu.getByLabel(/^Why is it returned/).fill('Say who pays.');
  await press(itu, 'Return to the author');
  expect(await main(itu)).toContain('ITU: returned');
  expect(await readers()).toEqual(old);

  // The reason is under "my work" and in the form.
  await author.goto(`${running.url}/my-work`);
  expect(await main(author)).toContain('Returned by ITU: Say who pays.');
  await author.locator(`main a[href="${draft}"]`).click();
  expect(await main(author)).toContain('Returned by ITU: Say who pays.');
  await author.locator('textarea[name="summary.text"]').fill(`Second ${word} text, with who pays.`);
  await press(author, 'Save and go on to submit');
  await press(author, 'Submit to the reviewers');

  await fao.goto(`${running.url}${draft}/review`);
  await press(fao, 'Accept the change');
  expect(await readers()).toEqual(old);
  await itu.goto(`${running.url}${draft}/review`);
  await press(itu, 'Accept the change');
  expect(await main(itu)).toContain('It is live: version 2.');
  expect(await readers()).toEqual({ page: true, found: true, api: true, version: 2, searched: true });

  // The history says who and why to everybody, and keeps version 1 at its address.
  const reader = await browser.visit(`${running.url}${address}/history`);
  expect(await axe(reader)).toEqual([]);
  expect(await main(reader)).toContain('Says what the pilot did.');
  expect(await main(reader)).not.toContain('focal point');
  await reader.getByRole('link', { name: 'compare with version 1' }).click();
  expect(await main(reader)).toContain(`Second ${word} text, with who pays.`);
  await reader.getByRole('link', { name: 'Version 1', exact: true }).click();
  expect(await axe(reader)).toEqual([]);
  expect(await main(reader)).toContain('This address is permanent: it always shows version 1.');
  expect(await main(reader)).not.toContain(word);
  expect((await verifyDatabase(database.db)).fault).toBeNull();
});

it('brings an older version back, as a new one that the owners accept', { timeout: 120_000 }, async () => {
  const author = await signIn('Demo: FAO focal point', { script: false, next: `${address}/history/1` });
  await press(author, 'Begin a draft with this content');
  expect(await main(author)).toContain('It brings back version 1.');
  await press(author, 'Save and go on to submit');
  await author.getByLabel('What changed, and why?').fill('Who pays is not settled after all.');
  await press(author, 'Submit to the reviewers');
  const review = author.url();
  for (const account of ['Demo: FAO publisher', 'Demo: ITU publisher']) {
    const publisher = await signIn(account, { script: false });
    await publisher.goto(review);
    await press(publisher, 'Accept the change');
  }
  const reader = await browser.visit(`${running.url}${address}/history`, { script: false });
  expect(await main(reader)).toContain('Who pays is not settled after all.');
  expect(await main(reader)).toContain('brings back version 1');
  expect(await readers()).toMatchObject({ page: false, found: false, api: false, version: 3 });
});

it('takes a file and what bears on a lesson with one form, without script, and names every fault at its field', { timeout: 120_000 }, async () => {
  const author = await signIn('Demo: FAO focal point', { script: false, next: '/lessons/new' });
  await author.getByLabel('Title').fill('Keep the keys with those who need them');
  await press(author, 'Begin the draft');
  const draft = new URL(author.url()).pathname;
  const save = () => author.locator('.entry-buttons').getByRole('button', { name: 'Save', exact: true }).click();
  await author.getByLabel('Subject').fill('keys');
  await author.locator('#section-bears > summary').click();
  await author.locator('[id="risks.0"]').fill('R08');
  await author.locator('[id="recommendations.0"]').fill('rec-2');
  await author.locator('[id="questions.0"]').fill('table-2-q7');
  await author.getByLabel('Add files').setInputFiles({ name: 'page.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<html></html>') });
  await save();
  // The file is refused with its reason; nothing else is lost.
  expect(await main(author)).toContain('This kind of file is not taken.');
  expect(await author.locator('#error-summary').evaluate((summary) => summary === document.activeElement)).toBe(true);
  expect(await author.getByLabel('Subject').inputValue()).toBe('keys');
  const pdf = Buffer.from('%PDF-1.4\n1 0 obj << /Title (keys) >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n');
  await author.getByLabel('Add files').setInputFiles({ name: 'Note on keys.pdf', mimeType: 'application/pdf', buffer: pdf });
  await save();
  expect(await author.locator('[id="attachments.0.title"]').inputValue()).toBe('Note on keys');
  expect(await author.locator('[id="risks.0-title"]').innerText()).not.toBe('');
  await author.locator('[id="questions.0"]').fill('question seven');
  await press(author, 'Save and go on to submit');
  expect(await main(author)).toContain('Questions of the decision matrix 1: Choose a question of the matrix, such as table-1-q5.');
  await author.getByRole('link', { name: /^Questions of the decision matrix 1/ }).click();
  expect(await main(author)).toContain('What happened, Text: Fill this in.');
  await author.goto(`${running.url}${draft}`);
  await author.locator('[id="questions.0"]').fill('table-2-q7');
  await author.getByLabel('Kind').selectOption({ label: 'Lesson' });
  await author.getByLabel('Theme').selectOption({ label: 'Governance' });
  await author.locator('textarea[name="whatHappened.text"]').fill('Nobody knew who held the keys.');
  await author.locator('[id="whatHappened"] summary').click();
  await author.locator('textarea[name="whatHappened.cite"]').fill('para 50');
  await press(author, 'Save and go on to submit');
  await author.getByLabel('What changed, and why?').fill('From the closing workshop.');
  await press(author, 'Submit to the reviewers');
  const publisher = await signIn('Demo: FAO publisher', { script: false });
  await publisher.goto(author.url());
  await press(publisher, 'Accept the change');
  await publisher.getByRole('link', { name: 'See the record' }).click();
  expect(await main(publisher)).toContain('Note on keys');
  for (const kind of ['risks', 'recommendations']) expect(await publisher.locator(`main a[href^="/${kind}/"]`).count(), kind).toBeGreaterThan(0);
  expect(await publisher.locator('main a[href="/matrix#table-2-q7"]').count()).toBe(1);
});

it('saves as one types, shows who is already doing it, and shows both versions when two people save', { timeout: 120_000 }, async () => {
  const author = await signIn('Demo: FAO focal point', { next: '/projects/new' });
  await author.getByLabel('Title').fill('Pig livestock traceability');
  await author.locator('[data-similar-list] a').first().waitFor();
  expect(await author.locator('[data-similar-list]').innerText()).toContain('Papua New Guinea');
  expect(await axe(author)).toEqual([]);
  await press(author, 'Begin the draft');
  await author.waitForURL('**/drafts/*');
  expect(await axe(author)).toEqual([]);
  const other = await author.context().newPage();
  await other.goto(author.url());

  await author.locator('textarea[name="summary.text"]').fill('Typed by the first.');
  await author.locator('[data-save-state]', { hasText: 'Saved at' }).waitFor();
  await author.reload();
  expect(await author.locator('textarea[name="summary.text"]').inputValue()).toBe('Typed by the first.');

  // Other fields of both come together; the same one is asked.
  await other.locator('#section-what > summary').click();
  await other.locator('input[name="alsoKnownAs.0"]').fill('Of the second');
  await other.locator('[data-save-state]', { hasText: 'This draft is written on elsewhere too' }).waitFor();
  await other.locator('textarea[name="summary.text"]').fill('Typed by the second.');
  await other.locator('[data-save-state]', { hasText: 'the same field was changed meanwhile' }).waitFor();
  await press(other, 'Save');
  expect(await main(other)).toContain('Typed by the first.');
  expect(await other.locator('textarea[name="summary.text"]').inputValue()).toBe('Typed by the second.');
  expect(await other.locator('input[name="alsoKnownAs.0"]').inputValue()).toBe('Of the second');
  expect(await axe(other)).toEqual([]);
  await other.getByRole('button', { name: 'Save', exact: true }).last().click();
  await other.waitForURL('**saved=1');
  expect(await other.locator('textarea[name="summary.text"]').inputValue()).toBe('Typed by the second.');

  // Their text stays among the earlier saves, and comes back from there.
  await other.getByRole('link', { name: 'Earlier saves' }).click();
  expect(await axe(other)).toEqual([]);
  await other.locator('#saves tbody a').nth(1).click();
  await press(other, 'Bring this save back');
  await other.waitForURL('**saved=1');
  expect(await other.locator('textarea[name="summary.text"]').inputValue()).toBe('Typed by the first.');

  // What is missing is named, and each line leads to its field.
  await press(other, 'Save and go on to submit');
  expect(await main(other)).toContain('Before it can be submitted');
  await other.getByRole('link', { name: 'Summary, Sources: Cite at least one place.' }).click();
  expect(await main(other)).toContain('There is a problem');
  expect(await other.locator('[id="summary.cite"]').isVisible()).toBe(true);
});

it('keeps the accounts in order: members, mails, the log, and signing out', { timeout: 120_000 }, async () => {
  const admin = await signIn('Demo: administrator', { next: '/members' });
  expect(await axe(admin)).toEqual([]);
  await admin.getByLabel('Mail address').fill('not an address');
  await admin.evaluate(() => {
    for (const form of document.querySelectorAll('form')) form.noValidate = true;
  });
  await press(admin, 'Send the invitation');
  expect(await main(admin)).toContain('Write a mail address such as');
  await admin.getByLabel('Mail address').fill('somebody@fao.org');
  await admin.locator('#invite').getByLabel('Organization').fill('NOBODY');
  await press(admin, 'Send the invitation');
  expect(await main(admin)).toContain('The library has no organization “NOBODY”. Write its short name, such as FAO.');
  await admin.getByLabel('Mail address').fill('somebody@fao.org');
  await admin.locator('#invite').getByLabel('Organization').fill('FAO');
  await press(admin, 'Send the invitation');
  expect(await main(admin)).toContain('The invitation is on its way to somebody@fao.org.');
  await admin.setViewportSize({ width: 360, height: 740 });
  for (const page of ['/outbox', '/log', '/stale', '/account', '/audit', '/archived', '/members']) {
    await admin.goto(`${running.url}${page}`);
    expect(await axe(admin), page).toEqual([]);
    expect(await admin.evaluate(() => document.documentElement.scrollWidth <= innerWidth), page).toBe(true);
  }
  await admin.goto(`${running.url}/account`);
  await press(admin, 'Sign out everywhere');
  await admin.goto(`${running.url}/members`);
  expect(admin.url()).toContain('/sign-in?next=%2Fmembers');

  const member = await signIn('Demo: WFP member');
  expect(await main(member)).toContain('You have no role to write or review yet.');
  await member.goto(`${running.url}/members`);
  expect(await main(member)).toContain('Administrators see the accounts.');
});
