import { expect, it } from 'vitest';
import { testApp, testLibrary } from '#test/ask.ts';

const { services } = await testLibrary();
const app = await testApp(services, { BASE_URL: 'https://atrium.example.org' });

it('names addresses of the library that answer, and nothing else', async () => {
  const { body, statusCode } = await app.inject({ url: '/llms.txt', headers: { host: 'atrium.example.org' } });
  expect(statusCode).toBe(200);
  expect(body).toMatch(/^# Atrium\n\n> /);
  const addresses = [...body.matchAll(/\]\((\S+)\)/g)].map(([, address = '']) => address);
  expect(addresses.length).toBeGreaterThan(20);
  for (const address of addresses) expect(address.startsWith('https://atrium.example.org/')).toBe(true);
  // Pages are not served here; what the server itself answers is.
  for (const path of addresses.map((address) => address.slice('https://atrium.example.org'.length)).filter((path) => /\.|oai/.test(path)))
    expect([path, (await app.inject({ url: path, headers: { host: 'atrium.example.org' } })).statusCode]).toEqual([path, 200]);
});
