import { expect, it } from 'vitest';
import { testApp, testLibrary } from '#test/ask.ts';
import { WAITING } from '../../turns.ts';
import { inTurn } from './turns.ts';

it('one document is made after another, internal ones beside public ones, and who would wait too long is told', async () => {
  const making = { now: 0, most: 0 };
  const make = async () => {
    making.most = Math.max(making.most, ++making.now);
    await new Promise((done) => setTimeout(done, 5));
    making.now--;
    return 'made';
  };
  const results = await Promise.allSettled(Array.from({ length: WAITING + 20 }, async () => inTurn(true, make)));
  expect(making.most).toBe(1);
  const refused = results.filter((one): one is PromiseRejectedResult => one.status === 'rejected');
  expect(refused.length).toBeGreaterThanOrEqual(19);
  for (const { reason } of refused) expect(reason).toMatchObject({ statusCode: 503, retryAfter: 5 });
  // A document that fails gives its turn back, and a public one keeps no internal one waiting.
  await expect(inTurn(true, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  let end = () => {};
  const long = inTurn(true, () => new Promise<void>((done) => (end = done)));
  expect(await inTurn(false, make)).toBe('made');
  end();
  await long;
  expect(await inTurn(true, make)).toBe('made');
});

const { db, services } = await testLibrary();
const app = await testApp(services);

/** Asks for all at once, and how things are again and again until all are there. */
async function beside(urls: string[]) {
  const get = (url: string) => app.inject({ url, headers: { host: 'localhost:3000' } });
  let open = true;
  const asked = Promise.all(urls.map(get)).finally(() => {
    open = false;
  });
  let healthy = 0;
  let longest = 0;
  while (open) {
    const since = performance.now();
    expect((await get('/health')).statusCode).toBe(200);
    await new Promise((go) => setImmediate(go));
    longest = Math.max(longest, performance.now() - since);
    healthy++;
  }
  return { answers: await asked, healthy, longest };
}

// Documents of 60 days are 60 documents: none is kept from the one before.
const day = (index: number) => new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10);
it.each([
  ['the same document for the system', () => '/uptake.docx'],
  ['documents for the system', (index: number) => `/uptake.docx?at=${day(index)}`],
  ['workbooks for the system', (index: number) => `/uptake.xlsx?at=${day(index)}`],
  ['documents of organizations', (index: number) => `/uptake/organizations/${['fao', 'itu', 'wfp'][index % 3]}.docx?at=${day(index)}`],
  ['lists as workbooks', (index: number) => `/${['projects', 'lessons', 'actions'][index % 3]}.xlsx`],
  ['lists as data', (index: number) => `/${['projects', 'lessons', 'actions'][index % 3]}.json`],
])('60 at once, %s, are given or refused in words, and whoever asks how things are is answered meanwhile', { timeout: 180_000 }, async (name, url) => {
  const { answers, healthy, longest } = await beside(Array.from({ length: 60 }, (_, index) => url(index)));
  if (process.env['MEASURE'])
    console.log(name, { healthy, longest: Math.round(longest), given: answers.filter(({ statusCode }) => statusCode === 200).length });
  expect(healthy).toBeGreaterThan(10);
  expect(answers.filter(({ statusCode }) => statusCode === 200).length).toBeGreaterThan(0);
  for (const { statusCode, headers } of answers.filter((answer) => answer.statusCode !== 200))
    expect([statusCode, headers['retry-after']]).toEqual([503, expect.stringMatching(/^(5|10)$/)]);
});

it('the same document is made once for all who ask, until something changes', async () => {
  const get = async (url: string) => (await app.inject({ url, headers: { host: 'localhost:3000' } })).rawPayload;
  const all = await Promise.all(Array.from({ length: 30 }, () => get('/uptake/organizations/fao.xlsx')));
  for (const one of all) expect(one.equals(all[0] as Buffer)).toBe(true);
  await db.insertInto('libraryChange').defaultValues().execute();
  expect((await get('/uptake/organizations/fao.xlsx')).length).toBeGreaterThan(1000);
  expect((await app.inject({ url: '/uptake.docx?report=none', headers: { host: 'localhost:3000' } })).statusCode).toBe(404);
});
