import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { testLibrary } from '#test/ask.ts';

// The migration that made owners rows, on the library as the release before it left it.

const { pool } = await testLibrary();
const migration = (name: string) => readFileSync(new URL(`./migrations/${name}/migration.sql`, import.meta.url), 'utf8');
/** One function as a migration makes it. */
const functionIn = (name: string, called: string) => {
  const text = migration(name);
  const start = text.search(new RegExp(`CREATE (OR REPLACE )?FUNCTION ${called}\\(`));
  return `${text.slice(start, text.indexOf(called === 'record_index' ? '\nEND $$;' : '\n     END;', start))}${called === 'record_index' ? '\nEND $$;' : '\n     END;'}`;
};
const state = async () => ({
  owners: (await pool.query('SELECT record_id, organization_id FROM record_owner ORDER BY 1, 2')).rows,
  records: (await pool.query('SELECT slug, facet_keys, facets FROM record ORDER BY id')).rows,
  index: (await pool.query('SELECT id, facets, vector::text FROM search_index ORDER BY id')).rows,
  counts: (await pool.query('SELECT kind, "character", sum(change)::int AS n FROM facet_count GROUP BY 1, 2 HAVING sum(change) <> 0 ORDER BY 1, 2')).rows,
});

it('gives every record the owners that its content names, and takes them out of filters and index', async () => {
  await pool.query("UPDATE record SET audience = 'OWNERS' WHERE slug = 'building-blocks'");
  await pool.query(
    "UPDATE record SET audience = 'UN_SYSTEM' WHERE id = (SELECT id FROM record WHERE kind = 'LESSON' AND content->'organizations' <> '[]' ORDER BY id LIMIT 1)",
  );
  const today = await state();
  expect(today.owners.length).toBeGreaterThan(50);
  // As it was: owners by address among the filter values and in the index.
  await pool.query(`DROP TRIGGER record_owner_index_added ON record_owner; DROP TRIGGER record_owner_index_gone ON record_owner; DROP FUNCTION record_owner_index(); DROP FUNCTION search_filters(uuid, record_kind, audience, text[]);
    ${functionIn('002_search', 'search_filters')} ${functionIn('006_search_phrases', 'record_index')}
    UPDATE record SET facet_keys = facet_keys || ARRAY(SELECT 'owner:' || o.slug FROM record_owner w JOIN record o ON o.id = w.organization_id WHERE w.record_id = record.id) WHERE kind = 'PROJECT' OR audience <> 'PUBLIC';
    DROP TABLE record_owner`);
  expect((await pool.query("SELECT count(*)::int AS n FROM search_index WHERE vector @@ '''=owner:wfp'''::tsquery")).rows[0].n).toBeGreaterThan(0);
  await pool.query(`BEGIN; ${migration('061_record_owner')} COMMIT`);
  expect(await state()).toEqual(today);
  expect((await pool.query("SELECT FROM facet_value WHERE facet = 'owner'")).rowCount).toBe(0);
});

it('lets no organization go that owns records', async () => {
  await expect(pool.query("DELETE FROM record WHERE kind = 'ORGANIZATION' AND slug = 'wfp'")).rejects.toThrow(/record_owner/);
});
