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

it('gives the days of a list as a calendar, and what is known as a month or a year on no day', async () => {
  const calendar = async (address: string) => {
    const answer = await app.inject({ url: address, headers: { host: 'localhost:3000' } });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
    // A line of a calendar is folded at 75 bytes (RFC 5545, 3.1).
    const lines = answer.body.replaceAll('\r\n ', '').split('\r\n');
    expect([lines[0], lines.filter((line) => line === 'BEGIN:VEVENT').length]).toEqual([
      'BEGIN:VCALENDAR',
      lines.filter((line) => line === 'END:VEVENT').length,
    ]);
    return lines.filter((line) => /^(SUMMARY|DTSTART)/.test(line));
  };
  const [first, second] = await db.selectFrom('record').select(['id', 'title']).where('kind', '=', 'STANDARD').orderBy('position').limit(2).execute();
  await sql`UPDATE record SET content = content || '{"published": "2024-05-17"}', title = 'Of a day' WHERE id = ${first?.id}::uuid`.execute(db);
  await sql`UPDATE record SET content = content || '{"published": "2024-05"}', title = 'Of a month' WHERE id = ${second?.id}::uuid`.execute(db);
  const standards = (await calendar('/standards.ics')).join(' ');
  expect(standards).toContain('DTSTART;VALUE=DATE:20240517 SUMMARY:Of a day (published)');
  expect(standards).not.toContain('Of a month');
  await sql`UPDATE record SET audience = 'UN_SYSTEM' WHERE id = ${first?.id}::uuid`.execute(db);
  expect((await calendar('/standards.ics')).join(' ')).not.toContain('Of a day');
  for (const page of ['/projects', '/sources', '/recommendations']) await calendar(`${page}.ics`);
  const some = await calendar('/recommendations.ics');
  expect(some.length).toBeGreaterThan(2);
});
