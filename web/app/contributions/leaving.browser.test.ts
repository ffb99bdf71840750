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
// The demonstration accounts belong to the embedded database; a test has one of its own.
running.services.accounts = new Accounts(database.db, { ...settingsOf(env), demo: true, baseUrl: running.url });
const browser = await startBrowser();
afterAll(() => browser.close());

const main = async (page: Page) => (await page.locator('main').innerText()).replace(/\s+/g, ' ');
const press = async (page: Page, name: string | RegExp) => {
  await page.locator('main').getByRole('button', { name }).first().click();
  await page.waitForLoadState('load');
};
const asFocalPoint = (page: Page) => press(page, 'Sign in as “Demo: FAO focal point”');
/** A new draft of the focal point's, open in a window. */
async function newDraft(title: string, script = true): Promise<Page> {
  const page = await browser.visit(`${running.url}/sign-in?next=${encodeURIComponent('/lessons/new')}`, { script });
  await asFocalPoint(page);
  await page.getByLabel('Title').fill(title);
  await press(page, 'Begin the draft');
  await page.waitForURL('**/drafts/*');
  return page;
}
const stored = async (page: Page) => {
  const id = /[0-9a-f-]{36}/.exec(page.url())?.[0] as string;
  return async () =>
    (await database.db.selectFrom('draft').select('content').where('id', '=', id).executeTakeFirstOrThrow()).content as {
      subject?: string;
      whatHappened?: { text?: string };
      contacts?: { email?: string }[];
    };
};
const until = (read: () => Promise<unknown>) => expect.poll(read, { timeout: 15_000 });

it('loses nothing that was typed just before the page was left, by a link or by closing it', { timeout: 120_000 }, async () => {
  const page = await newDraft('Left at once');
  const draft = page.url();
  const read = await stored(page);
  await page.locator('textarea[name="whatHappened.text"]').pressSequentially('Nobody knew.');
  // Straight to another page, with the field still in focus and no pause.
  await page.evaluate(() => document.querySelector<HTMLAnchorElement>('a.brand')?.click());
  await page.waitForURL(`${running.url}/`);
  await until(async () => (await read()).whatHappened?.text).toBe('Nobody knew.');

  await page.goto(draft);
  await page.locator('input[name="subject"]').pressSequentially('keys');
  await page.close({ runBeforeUnload: false });
  await until(async () => (await read()).subject).toBe('keys');
});

it('saves a field when it is left, and takes half-finished text in every field', { timeout: 120_000 }, async () => {
  const page = await newDraft('Half-finished');
  const read = await stored(page);
  await page.locator('#section-un > summary').click();
  await press(page, 'Add: Contact');
  await page.locator('input[name="contacts.0.name"]').fill('Animal health');
  await page.locator('input[name="contacts.0.email"]').fill('animal.health at fao');
  await page.locator('input[name="subject"]').focus();
  await page.locator('[data-save-state]', { hasText: /Saved at \d\d:\d\d/ }).waitFor();
  await until(async () => (await read()).contacts?.[0]?.email).toBe('animal.health at fao');
  // A button of the form goes past it: it is saved as it is.
  await page.locator('.entry-form > .entry-buttons').getByRole('button', { name: 'Save', exact: true }).click();
  await page.waitForURL('**saved=1');
  expect(await page.locator('input[name="contacts.0.email"]').inputValue()).toBe('animal.health at fao');
});

it('keeps the text when the session ends, says so, and saves it when one is back', { timeout: 120_000 }, async () => {
  const page = await newDraft('Signed out');
  const read = await stored(page);
  const context = page.context();
  await context.clearCookies();
  await page.locator('textarea[name="whatHappened.text"]').click();
  await page.keyboard.type('Typed while signed out.');
  const link = page.getByRole('link', { name: 'Sign in here (opens a new window)' });
  await link.waitFor();
  // The browser asks before the page is left, because nothing could be saved; also while another try, on a slow line, is under way.
  await page.route('**/drafts/*/save', async (route) => {
    await new Promise((done) => setTimeout(done, 3_000));
    await route.continue();
  });
  const trying = page.waitForRequest('**/drafts/*/save');
  await page.keyboard.type(' And again.');
  await page.locator('input[name="subject"]').focus();
  await trying;
  const question = page.waitForEvent('dialog');
  const leaving = page.locator('a.brand').click({ noWaitAfter: true });
  const dialog = await question;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await leaving;

  const [beside] = await Promise.all([context.waitForEvent('page'), link.click()]);
  await beside.waitForLoadState('load');
  await asFocalPoint(beside);
  expect(await main(beside)).toContain('Close this window and go on in the one you came from');
  await beside.close();
  await page.bringToFront();
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await page.locator('[data-save-state]', { hasText: 'Saved at' }).waitFor();
  expect((await read()).whatHappened?.text).toBe('Typed while signed out. And again.');
});

it('asks before a form is left that does not save itself, and only where something was written', { timeout: 120_000 }, async () => {
  const page = await browser.visit(`${running.url}/sign-in?next=${encodeURIComponent('/uptake/1/fao')}`);
  await asFocalPoint(page);
  await page.locator('.uptake-form textarea[name=comment]').click();
  let asked = 0;
  page.on('dialog', (dialog) => {
    asked++;
    void dialog.dismiss();
  });
  await page.locator('a.brand').click();
  await page.waitForURL(`${running.url}/`);
  expect(asked).toBe(0);
  await page.goto(`${running.url}/uptake/1/fao`);
  await page.locator('.uptake-form textarea[name=comment]').click();
  await page.keyboard.type('Typed for an hour.');
  await page.locator('a.brand').click({ noWaitAfter: true });
  await until(async () => asked).toBe(1);
  expect(await page.locator('.uptake-form textarea[name=comment]').inputValue()).toBe('Typed for an hour.');
  // Sending it is no leaving.
  await page.locator('.uptake-form').getByRole('button', { name: 'Record the report' }).last().click();
  await page.locator('#error-summary').waitFor();
  expect(asked).toBe(1);
});

it('sends a form again that was sent without a session, without script', { timeout: 120_000 }, async () => {
  const page = await newDraft('Without script', false);
  const read = await stored(page);
  const context = page.context();
  await context.clearCookies();
  await page.locator('textarea[name="whatHappened.text"]').fill('Typed for an hour.\nAnd more.');
  await page.locator('.entry-buttons').getByRole('button', { name: 'Save', exact: true }).click();
  expect(await main(page)).toContain('You are signed out');
  expect(await main(page)).toContain('Typed for an hour. And more.');
  const [beside] = await Promise.all([context.waitForEvent('page'), page.getByRole('link', { name: 'Sign in (opens a new window)' }).click()]);
  await beside.waitForLoadState('load');
  await asFocalPoint(beside);
  await beside.close();
  await press(page, 'Send it again');
  expect(page.url()).toContain('saved=1');
  expect((await read()).whatHappened?.text).toBe('Typed for an hour.\nAnd more.');
});

it('asks before a draft is given up, with what was typed last in it, and takes it up again', { timeout: 120_000 }, async () => {
  const page = await newDraft('Given up', false);
  const draft = page.url();
  await page.locator('textarea[name="whatHappened.text"]').fill('Typed before giving up.');
  await page.locator('#give-up summary').click();
  await press(page, 'Yes, give it up');
  await page.locator('main').getByRole('link', { name: 'Given up' }).first().click();
  expect(page.url()).toBe(draft);
  await press(page, 'Take the draft up again');
  expect(await page.locator('textarea[name="whatHappened.text"]').inputValue()).toBe('Typed before giving up.');
});

const device = (page: Page) => page.evaluate(() => Object.entries(localStorage).filter(([name]) => name.startsWith('atrium.typed.')));
const again = (page: Page) => page.locator('[data-typed-before]:not([hidden])');
const leave = (page: Page) => page.evaluate(() => document.querySelector<HTMLAnchorElement>('a.brand')?.click());

it('keeps a text whose last save was refused while the page was left, shows both on return, and puts it in', { timeout: 120_000 }, async () => {
  const page = await newDraft('Clash on leaving');
  const draft = page.url();
  const read = await stored(page);
  const other = await page.context().newPage();
  await other.goto(draft);
  await other.locator('textarea[name="whatHappened.text"]').fill('Theirs.');
  await other.locator('[data-save-state]', { hasText: 'Saved at' }).waitFor();
  await page.locator('textarea[name="whatHappened.text"]').pressSequentially('Mine.');
  await leave(page);
  await page.waitForURL(`${running.url}/`);
  await until(async () => (await database.db.selectFrom('draftRefusal').select('id').execute()).length).toBe(1);
  await page.goto(draft);
  expect(await main(page)).toMatch(/A save of yours was refused .*What happened.* Theirs\. Mine\./);
  // The server has it, and the device needs it no more.
  await until(() => device(page)).toEqual([]);
  await press(page, 'Put this text in the place of the other');
  expect((await read()).whatHappened?.text).toBe('Mine.');
  expect(await main(page)).not.toContain('A save of yours was refused');
  await page.goto(`${draft.split('?')[0]}/saves`);
  expect(await main(page)).toContain('Saves that were refused');
});

it('keeps on the device what a session that ended elsewhere did not let through, whether the page was left or its window closed; unreadable to others', {
  timeout: 180_000,
}, async () => {
  const page = await newDraft('Ended elsewhere');
  const draft = page.url();
  const read = await stored(page);
  const id = /[0-9a-f-]{36}/.exec(draft)?.[0] as string;
  await database.db.deleteFrom('session').execute();
  await page.locator('textarea[name="whatHappened.text"]').pressSequentially('Typed too late.');
  await page.waitForTimeout(80);
  await leave(page);
  await page.waitForURL(`${running.url}/`);
  const kept = await device(page);
  expect(kept).toHaveLength(1);
  expect(kept[0]?.[1]).not.toContain('Typed too late');
  // Whoever sits there next neither sees it nor destroys it.
  await page.goto(`${running.url}/sign-in?next=${encodeURIComponent(`/drafts/${id}`)}`);
  await press(page, 'Sign in as “Demo: FAO publisher”');
  await page.waitForURL('**/drafts/*');
  await page.waitForTimeout(3000);
  expect(await again(page).count()).toBe(0);
  await page.goto(`${running.url}/account`);
  await press(page, 'Sign out here');
  expect(await device(page)).toHaveLength(1);

  await page.goto(`${running.url}/sign-in?next=${encodeURIComponent(`/drafts/${id}`)}`);
  await asFocalPoint(page);
  await again(page).waitFor();
  expect(await main(page)).toMatch(/What you typed last is not saved .*Typed too late\./);
  await press(page, 'Put it into the draft');
  expect((await read()).whatHappened?.text).toBe('Typed too late.');
  await until(() => device(page)).toEqual([]);

  // The window is closed, not only left.
  const context = page.context();
  await database.db.deleteFrom('session').execute();
  await page.locator('textarea[name="whatHappened.text"]').fill('Typed in a window that was closed.');
  await until(async () => (await device(page)).length).toBe(1);
  await page.close({ runBeforeUnload: false });
  const back = await context.newPage();
  await back.goto(`${running.url}/sign-in?next=${encodeURIComponent(`/drafts/${id}`)}`);
  await asFocalPoint(back);
  await again(back).waitFor();
  expect(await main(back)).toContain('Typed in a window that was closed.');
  // Signing out asks, and then leaves nothing.
  back.once('dialog', (dialog) => void dialog.dismiss());
  await back.locator('.nav-account summary').click();
  await back.locator('.nav-account').getByRole('button', { name: 'Sign out' }).click({ noWaitAfter: true });
  await back.waitForTimeout(300);
  expect(await device(back)).toHaveLength(1);
  back.once('dialog', (dialog) => void dialog.accept());
  await back.locator('.nav-account').getByRole('button', { name: 'Sign out' }).click();
  await back.waitForURL(`${running.url}/`);
  expect(await device(back)).toEqual([]);
});

it('keeps nothing on the device of what was saved, and offers none of it', { timeout: 120_000 }, async () => {
  const page = await newDraft('Nothing kept');
  const draft = page.url();
  await page.locator('textarea[name="whatHappened.text"]').pressSequentially('Saved.');
  await page.locator('[data-save-state]', { hasText: 'Saved at' }).waitFor();
  await until(() => device(page)).toEqual([]);
  await page.locator('input[name="subject"]').pressSequentially('left');
  await leave(page);
  await page.waitForURL(`${running.url}/`);
  await page.goto(draft);
  await until(() => device(page)).toEqual([]);
  await page.waitForTimeout(2500);
  expect(await again(page).count()).toBe(0);
  expect(await page.locator('input[name="subject"]').inputValue()).toBe('left');
  await page.locator('input[name="subject"]').fill('by the button');
  await page.locator('.entry-buttons').getByRole('button', { name: 'Save', exact: true }).first().click();
  await page.waitForURL('**saved=1');
  await until(() => device(page)).toEqual([]);
});

it('asks before a new entry or an invitation with something typed is left, and not before an empty one', { timeout: 120_000 }, async () => {
  const page = await browser.visit(`${running.url}/sign-in?next=${encodeURIComponent('/lessons/new')}`);
  await asFocalPoint(page);
  let asked = 0;
  page.on('dialog', (dialog) => {
    asked++;
    void dialog.dismiss();
  });
  await page.getByLabel('Title').fill('A title that took a while');
  await page.locator('a.brand').click({ noWaitAfter: true });
  await until(async () => asked).toBe(1);
  await page.getByLabel('Title').fill('');
  await page.locator('a.brand').click();
  await page.waitForURL(`${running.url}/`);
  expect(asked).toBe(1);
  await page.goto(`${running.url}/sign-in`);
  await page.getByLabel('Mail address').count();
  await press(page, 'Sign in as “Demo: Administrator”');
  await page.goto(`${running.url}/members`);
  await page.locator('#invite input[name=email]').fill('somebody@example.org');
  await page.locator('a.brand').click({ noWaitAfter: true });
  await until(async () => asked).toBe(2);
});
