import { expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { createSearch } from './create.ts';
import { anyone } from './engine.ts';

// A copy of the database stands for a standby: what is written to the one arrives there never, as with the longest lag.
const [primary, standby] = [await testDatabase('library_template'), await testDatabase('library_template')];
const reported: string[] = [];
const search = createSearch({ databaseUrl: primary.url, readUrl: standby.url }, primary.pool, (line) => reported.push(line));
const titles = async (query: string) => (await search.search({ query, viewer: anyone, first: 5, offset: 0 })).hits.map(({ title }) => title);
const searching = async ({ pool }: typeof primary) =>
  (await pool.query("SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'atrium-search'")).rowCount;

it('searches on the standby while that has everything, and never tells what is old or fails with it', async () => {
  expect((await titles('building blocks'))[0]).toBe('Building Blocks');
  expect([await searching(primary), await searching(standby)]).toEqual([0, 1]);
  await primary.pool.query("UPDATE record SET title = 'Quokka Blocks' WHERE slug = 'building-blocks'");
  expect((await titles('quokka blocks'))[0]).toBe('Quokka Blocks');
  expect(await searching(primary)).toBeGreaterThan(0);
  expect(reported).toEqual([]);
  await search.close();

  const alone = createSearch({ databaseUrl: primary.url, readUrl: 'postgres://nobody:none@127.0.0.1:9/none' }, primary.pool, (line) => reported.push(line));
  const answer = await alone.search({ query: 'quokka blocks', viewer: anyone, first: 1, offset: 0 });
  expect([answer.hits[0]?.title, answer.fallback]).toEqual(['Quokka Blocks', false]);
  expect(await alone.ready()).toBe(true);
  await alone.close();
});
