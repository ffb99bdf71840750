import { expect, it } from 'vitest';
import { testApp, testLibrary } from '#test/ask.ts';
import { inTurn, WAITING } from './turns.ts';

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

const { services } = await testLibrary();
const app = await testApp(services);

it('many documents at once are given or refused in words, and whoever asks how things are is answered', { timeout: 60_000 }, async () => {
  const get = (url: string) => app.inject({ url, headers: { host: 'localhost:3000' } });
  const asked = Array.from({ length: 40 }, (_, index) => get(`/uptake.${index % 2 ? 'docx' : 'xlsx'}`));
  expect((await get('/health')).statusCode).toBe(200);
  const answers = await Promise.all(asked);
  expect(answers.filter(({ statusCode }) => statusCode === 200).length).toBeGreaterThan(0);
  for (const { statusCode, headers } of answers.filter((answer) => answer.statusCode !== 200)) expect([statusCode, headers['retry-after']]).toEqual([503, '5']);
  expect((await get('/uptake.docx')).statusCode).toBe(200);
});
