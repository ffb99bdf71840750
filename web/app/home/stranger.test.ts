import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { readEnv } from '#api/env.ts';
import { axe, startBrowser } from '#test/browser.ts';
import { testDatabase } from '#test/database.ts';
import { start } from '../../../start.ts';

// Questions of people who have never seen the library: each is answered in at most three clicks from the start page.

const database = await testDatabase('library_template');
const running = await start(readEnv({ DATABASE_URL: database.url, PORT: '0', LOG_LEVEL: 'silent', NODE_ENV: 'test', WORKER: 'off' }));
afterAll(() => running.stop());
const browser = await startBrowser();
afterAll(() => browser.close());

/** The start page in a window of its own, a click on what is named, and what can be read; the clicks are counted. */
async function stranger({ script = true } = {}) {
  const page = await browser.visit(`${running.url}/`, { script });
  let clicks = 0;
  const main = page.locator('main');
  return {
    page,
    clicks: () => clicks,
    text: async () => (await main.innerText()).replaceAll('\u2060', '').replace(/\s+/g, ' '),
    async click(name: string | RegExp, role: 'link' | 'button' | 'checkbox' = 'link', within: string | null = null) {
      clicks++;
      await (within === null ? main : page.locator(within))
        .getByRole(role, { name, exact: typeof name === 'string' })
        .first()
        .click();
      await page.waitForLoadState('load');
    },
  };
}

/** What each row of a list says, title to last quiet fact. */
const rowsOf = async (page: Page) => (await page.locator('main li.row, .dense tbody tr').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));

describe.each([{ script: true }, { script: false }])('a stranger (script: $script)', ({ script }) => {
  it('finds what went wrong with connectivity, and for whom', async () => {
    const { page, click, clicks } = await stranger({ script });
    await click('Connectivity');
    const rows = await rowsOf(page);
    // Paragraphs 160 and 161: five organizations, each with what it met.
    for (const [organization, what] of [
      ['WFP', 'produces transactions twice'],
      ['UN-Women', 'Transactions disappear'],
      ['UNICEF', 'cannot be checked online when the line is down'],
      ['FAO', 'an offline design'],
      ['UNDP', 'Mongolia: remote sites'],
    ] as const)
      expect(
        rows.filter((row) => row.includes(what) && row.includes(organization)),
        organization,
      ).toHaveLength(1);
    await click(/^Challenge/, 'checkbox');
    await click('Apply filters', 'button');
    expect(new URL(page.url()).search).toBe('?theme=CONNECTIVITY&kind=CHALLENGE');
    expect(clicks()).toBeLessThanOrEqual(3);
    // The table has no column for the kind unless it is chosen; the summaries say it.
    await page.goto(`${page.url()}&view=rows`);
    expect((await rowsOf(page)).every((row) => row.includes('Challenge') && row.includes('Connectivity'))).toBe(true);
  });

  it('finds the standard to read before a land registry', async () => {
    const { page, text, click, clicks } = await stranger({ script });
    await click('land registry');
    await click(/^Standards \d/);
    const [first] = await rowsOf(page);
    expect(first).toContain('ISO/TR 6039:2023');
    expect(first).toContain('The document to read first for a land registry');
    await click(/^ISO\/TR 6039:2023/);
    expect(await text()).toContain('Land registry for Panchkula, India');
    expect(clicks()).toBeLessThanOrEqual(3);
  });

  it('finds what is said about private keys, and who disagreed', async () => {
    const { page, text, click, clicks } = await stranger({ script });
    await click('private keys');
    await click('Private keys handled badly');
    const said = await text();
    expect(said).toContain('UNICEF counts the handling of private keys among the risks');
    expect(said).toMatch(/Who sees it otherwise\?.*UNHCR finds it unrealistic that refugees should answer for their own keys/);
    expect(said).toMatch(/WFP itself notes that in practice the members of Building Blocks are custodians/);
    // Each view opens the place it rests on.
    const mark = page.locator('#views .mark').first();
    await mark.click();
    expect(await page.locator('.note:popover-open').innerText()).toContain('179');
    if (script) expect(await axe(page)).toEqual([]);
    expect(clicks()).toBeLessThanOrEqual(3);
  });
});

describe('the search box', () => {
  it('is reached with /, moved through with arrows, opened with Enter and closed with Escape', async () => {
    const { page } = await stranger();
    const field = page.getByRole('combobox');
    await page.keyboard.press('/');
    await page.keyboard.type('private keys');
    const options = page.getByRole('option');
    await options.first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await options.nth(1).getAttribute('aria-selected')).toBe('true');
    expect(await field.getAttribute('aria-activedescendant')).toBe(await options.nth(1).getAttribute('id'));
    await page.keyboard.press('Escape');
    expect(await options.first().isVisible()).toBe(false);
    expect(await field.inputValue()).toBe('private keys');
    await page.keyboard.press('ArrowDown');
    await options.first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${running.url}/risks/handling-of-private-keys`);
  });

  it('is a plain form without script', async () => {
    const { page } = await stranger({ script: false });
    await page.getByRole('searchbox').fill('private keys');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${running.url}/search?q=private+keys`);
    expect(await page.locator('main h2 a').first().innerText()).toBe('Private keys handled badly');
  });
});
