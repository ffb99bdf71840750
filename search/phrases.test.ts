import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { anyone } from './engine.ts';
import { refreshPhrases } from './phrases.ts';
import { createPostgresEngine } from './postgres.ts';
import { rebuildIndex } from './reindex.ts';

// Synonyms of several words: "cash transfer" also looks for "digital payment", which is a lexeme of the index.

const { db, pool, url } = await testDatabase();
const engine = createPostgresEngine(url, { synonymsMaxAge: 0 });
afterAll(() => engine.close());

const add = (target: Pick<Pool, 'query'>, slug: string, body: string) =>
  target.query(
    "INSERT INTO record (kind, slug, position, title, sort_title, body, content, facet_keys, hash) VALUES ('LESSON', $1, 0, $1, $1, $2, '{}', '{}', 'x')",
    [slug, body],
  );
const find = async (query = 'cash transfer') =>
  (await engine.search({ query, viewer: anyone, first: 20, offset: 0 })).hits
    .map(({ slug, matches }) => `${slug} ${[...new Set(matches.map(({ how }) => how))].join()}`)
    .sort();
/** Which records have a phrase as a lexeme. */
const withLexeme = async (start = "\"(''digital") =>
  (
    await pool.query<{ slug: string }>('SELECT slug FROM search_index JOIN record USING (id) WHERE vector::text LIKE $1 ORDER BY slug', [`%${start}%`])
  ).rows.map(({ slug }) => slug);

beforeAll(async () => {
  await add(pool, 'near', 'A digital payment for each family.');
  await add(pool, 'apart', 'Digital records of every payment.');
  await add(pool, 'typed', 'Every cash transfer is shown.');
});

describe('phrases of synonyms', () => {
  it('are found before the index has them, and afterwards', async () => {
    const found = ['near synonym', 'typed exact'];
    expect(await withLexeme()).toEqual([]);
    expect(await find()).toEqual(found);
    expect(await refreshPhrases(db)).toBeGreaterThan(10);
    expect(await refreshPhrases(db)).toBe(0);
    expect(await withLexeme()).toEqual(['near']);
    expect(await find()).toEqual(found);
  });

  it('follow every write', async () => {
    await add(pool, 'later', 'Two digital payments a month.');
    expect(await find()).toEqual(['later synonym', 'near synonym', 'typed exact']);
    await pool.query("UPDATE record SET body = 'Two payments, both digital.' WHERE slug = 'later'");
    expect(await find()).toEqual(['near synonym', 'typed exact']);
    expect(await withLexeme()).toEqual(['near']);
  });

  it('are not words: nothing suggests or completes them', async () => {
    const { rows } = await pool.query(`SELECT word FROM search_word WHERE word LIKE '"%'`);
    expect(rows).toEqual([]);
    expect(await find('"digital payment"')).toContain('near exact');
  });

  it('come with a new organization, also into records that another writes meanwhile', async () => {
    await pool.query(
      `INSERT INTO record (kind, slug, position, title, sort_title, body, content, facet_keys, hash)
       VALUES ('ORGANIZATION', 'qcu', 0, 'Quokka Care Union', 'q', '', '{"shortName": "QCU", "name": "Quokka Care Union"}', '{}', 'x')`,
    );
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      await add(client as unknown as Pool, 'meanwhile', 'The Quokka Care Union pays.');
      const refreshing = refreshPhrases(db);
      await client.query('SELECT pg_sleep(0.2)');
      await client.query('COMMIT');
      expect(await refreshing).toBe(1);
    } finally {
      client.release();
    }
    expect(await withLexeme(`"(''quokka`)).toEqual(['meanwhile', 'qcu']);
    expect(await find('QCU')).toContain('meanwhile synonym');
  });

  it('are those of today after a rebuild', async () => {
    await pool.query("DELETE FROM record WHERE slug = 'qcu'");
    await rebuildIndex(db);
    expect(await withLexeme(`"(''quokka`)).toEqual([]);
    expect(await withLexeme()).toEqual(['near']);
  });
});
