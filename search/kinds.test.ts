import { afterAll, expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { anyone } from './engine.ts';
import { createPostgresEngine } from './postgres.ts';
import { rebuildIndex } from './reindex.ts';

// A kind of record that came later is found, ordered and counted without a change of the index.

const { db, pool, url } = await testDatabase();
await pool.query("ALTER TYPE record_kind ADD VALUE 'LATER'");
const engine = createPostgresEngine(url, { synonymsMaxAge: 0 });
afterAll(() => engine.close());

it('takes a new kind after the others', async () => {
  for (const [kind, slug] of [
    ['LATER', 'one'],
    ['MATRIX', 'two'],
    ['PROJECT', 'three'],
  ])
    await pool.query("INSERT INTO record (kind, slug, title, sort_title, content, hash) VALUES ($1, $2, 'Quokka', 'quokka', '{}', 'x')", [kind, slug]);
  const answer = async () => {
    const { hits, kinds } = await engine.search({ query: '', viewer: anyone, first: 20, offset: 0 });
    return { slugs: hits.map(({ slug }) => slug), kinds: Object.fromEntries(kinds.filter(({ count }) => count > 0).map(({ value, count }) => [value, count])) };
  };
  const expected = { slugs: ['three', 'two', 'one'], kinds: { PROJECT: 1, MATRIX: 1, LATER: 1 } };
  expect(await answer()).toEqual(expected);
  await rebuildIndex(db);
  expect(await answer()).toEqual(expected);
  await pool.query("DELETE FROM record WHERE slug = 'one'");
  expect((await answer()).kinds).toEqual({ PROJECT: 1, MATRIX: 1 });
});
