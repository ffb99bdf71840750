import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { testDoor } from '#test/door.ts';

const { db, serve } = await testDoor();
const app = await serve();
const feed = async (address: string) => {
  const answer = await app.inject({ url: address, headers: { host: 'localhost:3000' } });
  const titles = [...answer.body.matchAll(/<entry>[\s\S]*?<title[^>]*>([^<]*)<\/title>[\s\S]*?<updated>([^<]*)</g)].map(([, title, at]) => [
    title ?? '',
    at ?? '',
  ]);
  return { status: answer.statusCode, type: answer.headers['content-type'], body: answer.body, titles };
};

it('tells of any search what is public and has its words, the last changed first', async () => {
  const all = await feed('/search.atom?q=refugees');
  expect([all.status, all.type]).toEqual([200, 'application/atom+xml; charset=utf-8']);
  expect(all.titles.length).toBeGreaterThan(2);
  expect(all.titles.map(([, at]) => at)).toEqual(
    all.titles
      .map(([, at]) => at)
      .toSorted()
      .toReversed(),
  );
  const projects = await feed('/search.atom?q=refugees&kind=PROJECT');
  expect(projects.titles.length).toBeGreaterThan(0);
  expect(projects.titles.length).toBeLessThan(all.titles.length);
  expect(projects.body).toContain('<link rel="alternate" type="text/html" href="http://localhost:3000/search?q=refugees&amp;kind=PROJECT"/>');
  expect((await feed('/search.atom?q=refugees&kind=PROJECT&stage=PILOT')).titles.length).toBeLessThan(projects.titles.length + 1);
  // What is closed is told to nobody, and comes back where it is opened.
  const before = projects.titles.length;
  await sql`UPDATE record SET audience = 'UN_SYSTEM' WHERE kind = 'PROJECT' AND title = ${projects.titles[0]?.[0]}`.execute(db);
  expect((await feed('/search.atom?q=refugees&kind=PROJECT')).titles).toHaveLength(before - 1);
});

it('tells nothing of what the search does not know, and refuses one without words', async () => {
  for (const unknown of ['colour=red', 'stage=NOTHING', 'kind=NOTHING']) expect((await feed(`/search.atom?q=refugees&${unknown}`)).titles, unknown).toEqual([]);
  for (const empty of ['', '?q=', '?q=%20-']) expect((await feed(`/search.atom${empty}`)).status).toBe(400);
});
