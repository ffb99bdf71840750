import type { Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import type { User } from '#api/accounts/user.ts';
import { readEnv } from '#api/env.ts';
import { axe, startBrowser } from '#test/browser.ts';
import { testDatabase } from '#test/database.ts';
import { unzip } from '#test/unzip.ts';
import { makePeople } from '#test/uptake.ts';
import { start } from '../../../start.ts';

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
const choose = (page: Page, question: string, option: string) => page.locator(`input[name="${question}"][value="${option}"]`).check();
const asked = async (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

it.each([false, true])('a full run, answers in the address, back and forward without loss (script: %s)', { timeout: 120_000 }, async (script) => {
  const page = await open('/decide', null, { script });
  await page.locator('#jiu-matrix').getByRole('link', { name: 'Open', exact: true }).click();
  await page.getByRole('link', { name: 'Begin with the first questions' }).click();
  await choose(page, 'table-1-q1', 'yes');
  await choose(page, 'table-1-q2', 'no');
  await choose(page, 'table-1-q3', 'no');
  await choose(page, 'table-1-q4', 'yes-governed');
  // What an answer leads to is shown at once, and only for what is chosen.
  expect(await page.locator('#table-1-q4 .conclusion:visible').allInnerTexts()).toEqual([expect.stringContaining('An exception is claimed')]);
  await asked(page, 'Go on');
  await page.waitForURL(/immutability/);
  expect(page.url()).toContain('table-1-q2=no');
  await asked(page, 'Back');
  await page.waitForURL(/decentralization/);
  // The exception has no reason yet: it does not count, and everything that was answered is still there.
  expect(await main(page)).toContain('Write the reason: without it the exception does not count.');
  expect(await main(page)).toContain('So far: As a rule blockchain is not the solution');
  await asked(page, 'Outcome so far');
  await page.waitForURL(/outcome/);
  expect(await main(page)).toMatch(/1\.4 .* Yes \(chosen: “Yes, .*”, which does not count without a reason\)/);
  await page.goBack();
  await page.locator('[name="table-1-q4.reason"]').fill('A board of five members decides.');
  await page.locator('#table-1-q1 summary').click();
  await page.locator('[name="table-1-q1.note"]').fill('Land claims & plots.');
  await asked(page, 'Go on');
  await page.waitForURL(/immutability/);
  await choose(page, 'table-1-q5', 'yes');
  await asked(page, 'Go on');
  await page.waitForURL(/trustless/);
  await choose(page, 'table-1-q6', 'not-known');
  await asked(page, 'Outcome so far');
  await page.waitForURL(/outcome/);
  let text = await main(page);
  expect(text).toContain('It cannot be said yet whether blockchain is an option');
  expect(text).toMatch(/What has to be known first 1\.6 /);
  expect(text).toMatch(/If question 1\.6 .* were “Yes”: Explore the simpler alternatives/);
  expect(text).toContain('Projects that answered the same');
  expect(text).toContain('Figure IV: the decision tree');
  await page.getByRole('link', { name: '1.6' }).first().click();
  await page.waitForURL(/trustless/);
  await choose(page, 'table-1-q6', 'no');
  // Through every page to the end.
  for (let at = 0; at < 12 && !/outcome/.test(page.url()); at++) {
    const before = page.url();
    for (const name of await page.locator('fieldset.question').evaluateAll((all) => all.map((one) => (one as unknown as { id: string }).id)))
      if (name !== 'table-1-q6')
        await choose(
          page,
          name,
          /table-3-permissioned-[13]|table-2-q[12367]|layer-4|table-3-public/.test(name) && name !== 'table-2-q7' && name !== 'table-2-q6' ? 'yes' : 'no',
        );
    await page.locator('.instrument-buttons button').first().click();
    await page.waitForURL((url) => url.href !== before);
  }
  text = await main(page);
  expect(text).toContain('36 of 36 questions answered');
  expect(text).toContain('Blockchain is a suitable option, on the answers given');
  expect(text).toMatch(/Layer 3 is passed A permissioned blockchain fits best/);
});

it('saves, shares, reviews, signs; then nobody can change it, and the document has it all', { timeout: 180_000 }, async () => {
  const focal = await open('/decide/jiu-matrix/outcome?table-1-q1=yes&table-1-q2=yes&table-1-q1.note=Seeds+of+the+north', people.faoFocal);
  await focal.getByRole('button', { name: 'Save as a draft' }).click();
  await focal.waitForURL(/assessments\/new/);
  expect(await main(focal)).toContain('Say what is assessed');
  await focal.getByLabel('What is assessed?').fill('Seed certificates');
  await focal.getByRole('button', { name: 'Save as a draft' }).click();
  await focal.waitForURL(/done=saved/);
  const path = new URL(focal.url()).pathname;
  // Its answers are changed as they were given: on the pages of the questions, and kept from the outcome.
  await focal.getByRole('link', { name: 'Change the answers' }).click();
  await focal.goto(focal.url().replace('/outcome?', '/layer-1-decentralization?'));
  await choose(focal, 'table-1-q4', 'no');
  await asked(focal, 'Outcome so far');
  await focal.waitForURL(/outcome/);
  await asked(focal, 'Save these answers in the assessment');
  await focal.waitForURL(/assessments\/[0-9a-f-]{36}\?done=saved/);
  expect(await main(focal)).toMatch(/1\.4 .* No/);
  // Risks and costs, without script.
  await focal.goto(`${running.url}${path}/risks?add=R08`);
  await focal.locator('[name="risks.0.likelihood"]').selectOption('4');
  await asked(focal, 'Save');
  expect(await main(focal)).toContain('Choose 1 to 5');
  expect(await focal.locator('[name="risks.0.likelihood"]').inputValue()).toBe('4');
  await focal.locator('[name="risks.0.impact"]').selectOption('5');
  await focal.locator('[name="risks.0.area"]').selectOption('DATA_PROTECTION');
  await focal.locator('[name="risks.0.owner"]').fill('ICT office');
  await focal.locator('[name="risks.0.mitigations"]').first().check();
  await asked(focal, 'Save');
  await focal.waitForURL(/done=saved/);
  await focal.goto(`${running.url}${path}/costs`);
  await focal.locator('[name="options.0.name"]').fill('Ledger');
  await focal.locator('[name="options.0.build.low"]').fill('100 000');
  await focal.locator('[name="options.0.build.high"]').fill('150,000');
  await focal.locator('[name="options.0.run.low"]').fill('20000');
  await asked(focal, 'Save');
  await focal.waitForURL(/done=saved/);
  expect(await main(focal)).toMatch(/Total over 5 years 200,000–250,000 \(of what is stated: 2 of 5 lines\)/);
  await focal.getByRole('button', { name: 'Share it in the organization' }).click();
  await focal.waitForURL(/done=share/);

  const publisher = await open(path, people.faoPublisher);
  await publisher.getByRole('link', { name: 'Review it' }).click();
  // In the order of the document, and all that a line says.
  expect(await main(publisher)).toMatch(
    /Title: Seed certificates.*Use case: none.*These questions are answered and no others: 1\.1, [\d., ]+I agree.*1\.1 Is a common system.*Area: Data protection.*Owner and date: ICT office/s,
  );
  for (const yes of await publisher.getByLabel('I agree', { exact: true }).all()) await yes.check();
  await asked(publisher, 'Save');
  await publisher.waitForURL(/done=reviewed/);
  await publisher.getByRole('button', { name: 'Sign it' }).click();
  await publisher.waitForURL(/done=signed/);
  expect(await main(publisher)).toMatch(/In the log entry \d+/);
  // What the project form offers is what the organization has; and it says what becomes public.
  await publisher.locator('summary', { hasText: 'Publish it' }).click();
  expect(await publisher.locator('select[name="project"] option').allTextContents()).toContain('Pastoralism experiment');
  expect(await main(publisher)).toMatch(/Whoever you choose then sees all of it.*1 risks/s);

  // The writer's page that was open before: what it sends is refused, and what was typed stands in it.
  await focal.locator('summary', { hasText: 'Change title and use case' }).click();
  await focal.locator('[name="title"]').fill('Another title');
  await focal.getByRole('button', { name: 'Change title and use case' }).click();
  expect(await main(focal)).toContain('This assessment is signed and cannot be changed');
  await focal.goto(`${running.url}${path}`);
  expect(await main(focal)).not.toContain('Change the answers');
  expect((await focal.goto(`${running.url}${path}/risks`))?.status()).toBe(403);

  const file = await publisher.request.get(`${running.url}${path}.docx?audience=internal`);
  expect(file.status()).toBe(200);
  const parts = unzip(await file.body());
  const words = (parts['word/document.xml'] ?? '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  for (const said of [
    'Seed certificates',
    'Consider a traditional database first',
    'edition 2',
    'Seeds of the north',
    'ICT office',
    'JIU/REP/2020/7, Table 1',
    'Signed',
    '200,000 – 250,000 (of what is stated: 2 of 5 lines)',
    'Layer by layer',
    'Data protection',
    'Before anything is done',
    'After the mitigation',
    'What reviewers said',
    'Assessment signed by',
    'Project board',
    'No risk is assessed in these areas of recommendation 2: Privileges and immunities',
    'Decided in layer 1',
  ])
    expect(words).toContain(said);
  const stranger = await open('/about', null);
  expect((await stranger.request.get(`${running.url}${path}.docx`)).status()).toBe(404);
  expect((await stranger.goto(`${running.url}${path}`))?.status()).toBe(404);
});

it('has no fault that axe finds, fits a phone, in light and dark', { timeout: 240_000 }, async () => {
  const answers = 'table-1-q1=yes&table-1-q2=yes-considered&table-1-q4=no';
  for (const [path, person] of [
    ['/decide', null],
    ['/decide/jiu-matrix', null],
    [`/decide/jiu-matrix/layer-1-decentralization?${answers}`, null],
    [`/decide/jiu-matrix/outcome?${answers}`, people.faoFocal],
    ['/assessments', null],
    ['/assessments/hub-on-a-blockchain', people.faoFocal],
    ['/assessments/compare?id=hub-on-a-blockchain&id=hub-on-a-blockchain', null],
    ['/editions', people.faoFocal],
  ] as const)
    for (const how of [
      { scheme: 'light', width: 1280 },
      { scheme: 'dark', width: 360 },
    ] as const) {
      const page = await open(path, person, { script: true, ...how });
      expect(await axe(page), `${path} ${how.scheme}`).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), path).toBe(true);
      await page.context().close();
    }
});
