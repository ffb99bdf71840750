import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { testSite } from '#test/visit.ts';

const { db, visit } = await testSite();

it.each([
  ['/principles', 'PRINCIPLE'],
  ['/funding', 'FUNDING'],
])('%s shows every entry, also when there are more than fit into one answer of the API', async (path, topic) => {
  await sql`
    INSERT INTO record (kind, slug, title, sort_title, summary, content, facet_keys, hash, position)
    SELECT kind, slug || '-' || n, title || ' ' || n, sort_title, summary, jsonb_set(content, '{title}', to_jsonb(title || ' ' || n)), facet_keys, hash, 1000 + n
    FROM (SELECT * FROM record WHERE kind = 'REFERENCE' AND content->>'topic' = ${topic} ORDER BY position LIMIT 1) r, generate_series(1, 120) n`.execute(db);
  const { rows } = await sql<{ slug: string }>`SELECT slug FROM record WHERE kind = 'REFERENCE' AND content->>'topic' = ${topic}`.execute(db);
  const { status, links } = await visit(path);
  expect(status).toBe(200);
  expect(rows.length).toBeGreaterThan(120);
  expect(rows.filter(({ slug }) => !links.includes(`/reference/${slug}`))).toEqual([]);
});
