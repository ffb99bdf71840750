import { expect, it } from 'vitest';
import { Busy } from '#prisma/work.ts';
import type { Asker } from '../door/web.ts';
import { listsInTurns } from './lists-in-turns.ts';

const address = (path: string) => `http://localhost${path}`;
/** Pages that are made when they are told to, and which of them are being made. */
function pages() {
  const making: { path: string; done: () => void }[] = [];
  const answer = listsInTurns<Asker>(
    (request) =>
      new Promise((give) => {
        making.push({ path: new URL(request.url).pathname + new URL(request.url).search, done: () => give(new Response()) });
      }),
  );
  return { making, ask: (path: string, init?: RequestInit, client = '', signedIn = false) => answer(new Request(address(path), init), { client, signedIn }) };
}
const settled = () => new Promise((go) => setTimeout(go, 20));

it('makes two filtered lists at a time, and lets every other page pass', async () => {
  const { making, ask } = pages();
  const lists = ['/projects?stage=PILOT', '/search?q=a', '/uptake/by?by=KIND', '/overview'].map((path, index) =>
    ask(path, { method: index === 2 ? 'HEAD' : 'GET' }),
  );
  const others = ['/projects/building-blocks', '/vendors', '/', '/uptake'].map((path) => ask(path));
  const posted = ask('/projects?stage=PILOT', { method: 'POST' });
  await settled();
  expect(making.map(({ path }) => path).sort()).toEqual(
    ['/', '/projects/building-blocks', '/projects?stage=PILOT', '/projects?stage=PILOT', '/search?q=a', '/uptake', '/vendors'].sort(),
  );
  for (const one of making.splice(0)) one.done();
  await settled();
  expect(making.map(({ path }) => path)).toEqual(['/uptake/by?by=KIND', '/overview']);
  for (const one of making) one.done();
  await Promise.all([...lists, ...others, posted]);
});

it('makes nothing for who has gone, and tells who comes when too many wait', async () => {
  const { making, ask } = pages();
  const first = [ask('/projects?a'), ask('/projects?b')];
  const gone = new AbortController();
  const left = ask('/projects?c', { signal: gone.signal });
  gone.abort(new Error('gone'));
  const waiting = Array.from({ length: 99 }, (_, index) => ask(`/projects?${index}`, {}, `client ${index}`));
  await expect(ask('/projects?more', {}, 'another')).rejects.toThrow(Busy);
  await settled();
  for (const one of making.splice(0)) one.done();
  await expect(left).rejects.toThrow('gone');
  for (let turn = 0; turn < 60; turn++) {
    await settled();
    for (const one of making.splice(0)) one.done();
  }
  await Promise.all([...first, ...waiting]);
}, 20_000);

it('lets nobody take the turns of others: one address has its share, and who is signed in turns of their own', async () => {
  const { making, ask } = pages();
  const many = Array.from({ length: 12 }, (_, index) => ask(`/search?q=${index}`, {}, 'greedy'));
  await expect(ask('/search?q=more', {}, 'greedy')).rejects.toThrow(Busy);
  await expect(ask('/search?q=more', { method: 'HEAD' }, 'greedy')).rejects.toThrow(Busy);
  const signedIn = ask('/projects?stage=PILOT', {}, 'member', true);
  const stranger = ask('/projects?stage=PILOT', {}, 'stranger');
  await settled();
  // The member's page is being made beside the two of the greedy one.
  expect(making.map(({ path }) => path)).toEqual(['/search?q=0', '/search?q=1', '/projects?stage=PILOT']);
  for (let turn = 0; turn < 10; turn++) {
    for (const one of making.splice(0)) one.done();
    await settled();
  }
  await Promise.all([...many, signedIn, stranger]);
});
