import { expect, it } from 'vitest';
import { Busy } from '#prisma/work.ts';
import { listsInTurns } from './lists-in-turns.ts';

const address = (path: string) => `http://localhost${path}`;
/** Pages that are made when they are told to, and which of them are being made. */
function pages() {
  const making: { path: string; done: () => void }[] = [];
  const answer = listsInTurns<undefined>(
    (request) =>
      new Promise((give) => {
        making.push({ path: new URL(request.url).pathname + new URL(request.url).search, done: () => give(new Response()) });
      }),
  );
  return { making, ask: (path: string, init?: RequestInit) => answer(new Request(address(path), init), undefined) };
}
const settled = () => new Promise((go) => setTimeout(go, 20));

it('makes two filtered lists at a time, and lets every other page pass', async () => {
  const { making, ask } = pages();
  const lists = ['/projects?stage=PILOT', '/search?q=a', '/vendors?page=2', '/overview'].map((path) => ask(path));
  const others = ['/projects/building-blocks?tab=1', '/vendors', '/', '/uptake'].map((path) => ask(path));
  const posted = ask('/projects?stage=PILOT', { method: 'POST' });
  await settled();
  expect(making.map(({ path }) => path).sort()).toEqual(
    ['/', '/projects/building-blocks?tab=1', '/projects?stage=PILOT', '/projects?stage=PILOT', '/search?q=a', '/uptake', '/vendors'].sort(),
  );
  for (const one of making.splice(0)) one.done();
  await settled();
  expect(making.map(({ path }) => path)).toEqual(['/vendors?page=2', '/overview']);
  for (const one of making) one.done();
  await Promise.all([...lists, ...others, posted]);
});

it('makes nothing for who has gone, and tells who comes when too many wait', async () => {
  const { making, ask } = pages();
  const first = [ask('/projects?a'), ask('/projects?b')];
  const gone = new AbortController();
  const left = ask('/projects?c', { signal: gone.signal });
  gone.abort(new Error('gone'));
  const waiting = Array.from({ length: 99 }, (_, index) => ask(`/projects?${index}`));
  expect(() => ask('/projects?more')).toThrow(Busy);
  await settled();
  for (const one of making.splice(0)) one.done();
  await expect(left).rejects.toThrow('gone');
  for (let turn = 0; turn < 60; turn++) {
    await settled();
    for (const one of making.splice(0)) one.done();
  }
  await Promise.all([...first, ...waiting]);
}, 20_000);
