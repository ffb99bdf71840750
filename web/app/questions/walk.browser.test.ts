import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { Accounts } from '#api/accounts/accounts.ts';
import { readEnv, settingsOf } from '#api/env.ts';
import { sendDigests } from '#api/following/digest.ts';
import { makeMatcher, matchChanges } from '#api/following/match.ts';
import { axe, startBrowser } from '#test/browser.ts';
import { lessonOf } from '#test/contribute.ts';
import { testDatabase } from '#test/database.ts';
import { start } from '../../../start.ts';

// What people do with each other: be told of one new thing, ask, answer, make a lesson of it, and leave.

const database = await testDatabase('library_template');
const env = readEnv({ DATABASE_URL: database.url, PORT: '0', LOG_LEVEL: 'silent', NODE_ENV: 'test', WORKER: 'off' });
const running = await start(env);
afterAll(() => running.stop());
const { db, pool } = database;
running.services.accounts = new Accounts(db, { ...settingsOf(env), demo: true, baseUrl: running.url });
const browser = await startBrowser();
afterAll(() => browser.close());
const { secret } = running.services.accounts.settings;

const main = async (page: Page) => (await page.locator('main').innerText()).replaceAll('\u2060', '').replace(/\s+/g, ' ');
async function signIn(name: string, next: string, script = false): Promise<Page> {
  const page = await browser.visit(`${running.url}/sign-in?${new URLSearchParams({ next })}`, { script });
  await page.getByRole('button', { name: `Sign in as “${name}”` }).click();
  await page.waitForURL(`**${next.replace(/\?.*/, '')}*`);
  return page;
}
async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click();
  await page.waitForLoadState('load');
}
const mailsTo = async (account: string, subject: string) =>
  db
    .selectFrom('mailOutbox')
    .select(['subject', 'text'])
    .where('address', '=', `${account}@demo.invalid`)
    .where('subject', 'like', `${subject}%`)
    .orderBy('createdAt')
    .execute();
/** The address in a mail that leads to a page of this kind. */
const linkIn = (text: string, path: string) => new RegExp(`https?://[^/\\s]+(${path}[^\\s]*)`).exec(text)?.[1] ?? '';

it('a saved search mails exactly one new hit, and is silent otherwise', { timeout: 180_000 }, async () => {
  const matcher = makeMatcher(db, pool);
  let day = 0;
  const nextDay = async () => {
    day++;
    await matchChanges(matcher);
    await sendDigests(db, 'DAILY', { baseUrl: running.url, secret, slot: new Date(Date.now() + day * 86_400_000) });
    return mailsTo('fao-focal-point', 'New in what you follow');
  };
  const page = await signIn('Demo: FAO focal point', '/search?q=zeppelin');
  await page.getByRole('link', { name: 'Save and be told of what is new' }).click();
  await page.getByLabel('What you call it').fill('Zeppelins');
  await page.getByRole('radio', { name: /^Daily/ }).check();
  await press(page, 'Save');
  expect(await main(page)).toContain('Zeppelins');
  expect(await nextDay()).toEqual([]);
  // Two lessons go live through the doors that people use; one is found by the search. It is written by another.
  const publisher = await signIn('Demo: FAO publisher', '/my-work');
  const secretary = await signIn('Demo: CEB secretariat', '/my-work');
  const send = async (from: Page, query: string, variables: object) =>
    (await (await from.request.post(`${running.url}/graphql`, { data: { query, variables }, headers: { origin: running.url } })).json()).data;
  for (const title of ['A zeppelin over the registry', 'A balloon over the registry']) {
    const { saveDraft } = await send(
      publisher,
      'mutation ($content: JSON) { saveDraft(kind: LESSON, organization: "fao", content: $content, reason: "New") { ... on DraftSaved { draft { id edits } } } }',
      { content: lessonOf(title) },
    );
    const { submitDraft } = await send(
      publisher,
      'mutation ($id: ID!, $edits: Int!) { submitDraft(id: $id, edits: $edits) { ... on DraftSaved { draft { id round } } } }',
      saveDraft.draft,
    );
    const { decide } = await send(
      secretary,
      'mutation ($id: ID!, $round: Int!) { decide(draft: $id, organization: "fao", round: $round, outcome: ACCEPTED) { ... on DraftSaved { draft { state } } } }',
      submitDraft.draft,
    );
    expect(decide.draft.state).toBe('LIVE');
  }
  const [mail, ...more] = await nextDay();
  expect(more).toEqual([]);
  expect(mail?.text).toContain('A zeppelin over the registry');
  expect(mail?.text).toContain('it fits what you saved as "Zeppelins"');
  expect(mail?.text.match(/Why you get this/g)).toHaveLength(1);
  expect([(await nextDay()).length, (await nextDay()).length]).toEqual([1, 1]);
  await page.goto(running.url + linkIn(mail?.text ?? '', '/lessons/'));
  expect(await main(page)).toContain('A zeppelin over the registry');
  await page.goto(`${running.url}/new`);
  expect(await main(page)).toContain('because you follow: Zeppelins');
});

let thread = '';
let asking = '';
let lesson = '';
it('a focal point asks, an expert of the pool answers, and a lesson comes of it', { timeout: 120_000 }, async () => {
  const expert = await signIn('Demo: WFP member', '/people/me');
  await expert.getByLabel('Name, as you want it shown').fill('Quilla of the pool');
  await expert.getByLabel('Technologies that you know').fill('Ethereum');
  await expert.getByLabel('Projects and lessons of the library that you worked on').fill('/projects/building-blocks');
  await expert.getByRole('checkbox', { name: 'An hour of advice' }).check();
  await expert.getByRole('checkbox', { name: /^I agree/ }).check();
  await press(expert, 'Enter the pool');

  const focal = await signIn('Demo: FAO focal point', '/projects/building-blocks', true);
  await focal.getByRole('link', { name: 'Ask other people about it' }).click();
  expect(await axe(focal)).toEqual([]);
  await focal.getByLabel('The question in one line').fill('Who runs the nodes when a pilot ends?');
  await focal.getByLabel('What others need to know to answer').fill('We plan two districts.');
  await press(focal, 'Ask');
  thread = new URL(focal.url()).pathname;
  expect(await main(focal)).toContain('Asked. You get a mail for each answer.');
  // Found through the pool, beside the question.
  expect(await main(focal)).toContain('worked on it');
  await press(focal, 'Ask Quilla of the pool for an answer');
  expect(await main(focal)).toContain('Asked by mail. Their address is not told.');

  const [mail] = await mailsTo('member', 'Can you answer?');
  asking = mail?.text ?? '';
  await expert.goto(running.url + linkIn(asking, '/questions/'));
  await expert.getByRole('textbox', { name: 'Your answer' }).fill('The members of the network run them, each at its own cost.');
  await expert.getByLabel('Entries of the library that it rests on').fill('/projects/building-blocks');
  await press(expert, 'Answer');

  const [answered] = await mailsTo('fao-focal-point', 'An answer:');
  await focal.goto(running.url + linkIn(answered?.text ?? '', '/questions/'));
  await press(focal, 'This helped');
  expect(await main(focal)).toContain('Helped, says who asked');
  expect(await axe(focal)).toEqual([]);
  // Two clicks: the draft, and on to those who decide. What the library asks of a lesson beyond the thread is chosen in between.
  await press(focal, 'Make a lesson of it');
  const draft = new URL(focal.url()).pathname;
  expect(await focal.locator('textarea[name="whatHappened.text"]').inputValue()).toContain('each at its own cost');
  await focal.getByLabel(/^Theme/).selectOption({ label: 'Governance' });
  await focal.getByLabel(/^Kind/).selectOption({ label: 'Lesson' });
  await focal.getByLabel(/^Subject/).fill('nodes');
  await press(focal, 'Save and go on to submit');
  await focal.getByLabel('What changed, and why?').fill('From a question.');
  await press(focal, 'Submit to the reviewers');
  for (const publisher of ['Demo: CEB secretariat']) {
    const page = await signIn(publisher, `${draft}/review`);
    await press(page, 'Accept the change');
    expect(await main(page)).toContain('It is live');
  }
  lesson = (await db.selectFrom('record').select('slug').where('title', '=', 'Who runs the nodes when a pilot ends?').executeTakeFirstOrThrow()).slug;
  await focal.goto(`${running.url}/lessons/${lesson}`);
  expect(await main(focal)).toContain('Asked by Demo: FAO focal point (FAO). Answered by Demo: WFP member (WFP).');
});

it('an expert who left the pool is nowhere any more', { timeout: 120_000 }, async () => {
  const { rows } = await sql<{ id: string }>`SELECT id FROM professional`.execute(db);
  const own = `/people/${rows[0]?.id}`;
  const focal = await signIn('Demo: FAO focal point', own);
  expect(await main(focal)).toContain('Quilla of the pool');
  await focal.getByLabel('Your message').fill('May I ask you something?');
  await press(focal, 'Send');
  const expert = await signIn('Demo: WFP member', '/people/me');
  await press(expert, 'Leave, and delete my entry');
  expect(await main(expert)).toContain('You have left the pool.');
  // Mails that were not sent yet are not sent any more; links of those that were lead nowhere.
  expect([...(await mailsTo('member', 'Can you answer?')), ...(await mailsTo('member', 'A message from'))]).toEqual([]);
  await focal.goto(running.url + own);
  expect(await main(focal)).toContain('not found');
  const places = [
    ...[
      '/people',
      '/people?text=Quilla',
      own,
      '/projects/building-blocks',
      `/lessons/${lesson}`,
      thread,
      '/questions',
      '/search?q=Quilla',
      '/search/suggest?q=quil',
    ],
    ...[
      '/projects.json?audience=internal',
      '/lessons.csv?audience=internal',
      '/lessons.atom',
      '/projects.atom',
      '/dump.jsonl',
      '/catalog.jsonld',
      '/sitemap.xml',
      '/llms.txt',
      '/new',
    ],
    ...['/oai?verb=ListRecords&metadataPrefix=oai_dc', '/account/data.json', '/following.json', '/outbox'],
    ...['/questions.json?audience=internal', '/questions.atom', '/learning', '/events', '/legal.docx?audience=internal'],
  ];
  const reader = await browser.visit(`${running.url}/people`, { script: false });
  for (const page of [focal, expert, reader])
    for (const place of places) {
      const answer = await page.request.get(running.url + place);
      expect([place, answer.status() < 500, (await answer.text()).replaceAll('text=Quilla', '').replaceAll('q=Quilla', '').includes('Quilla of')]).toEqual([
        place,
        true,
        false,
      ]);
    }
  await expert.goto(running.url + linkIn(asking, '/questions/'));
  expect(await main(expert)).toContain('each at its own cost');
});
