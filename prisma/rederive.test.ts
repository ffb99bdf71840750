import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { publish } from '#api/contributions/publish.ts';
import { testLibrary } from '#test/ask.ts';
import { DERIVATION } from './derive.ts';
import { outdated, rederive, rederiveAtStart } from './rederive.ts';

const { db, data, services, search } = await testLibrary();
const viewer = { unSystem: false, organizationIds: [] };

/** As after an upgrade from a release that derived less: no service was a filter or found, one link and one citation did not exist. */
const asBefore = () =>
  db.transaction().execute(async (trx) => {
    await sql`UPDATE record SET derived_by = 'before', facet_keys = array(SELECT key FROM unnest(facet_keys) key WHERE key NOT LIKE 'service:%') WHERE kind = 'VENDOR'`.execute(
      trx,
    );
    await sql`UPDATE record SET derived_by = NULL, keywords = '', title = 'Old' WHERE kind = 'VENDOR' AND slug = 'irisguard'`.execute(trx);
    await sql`DELETE FROM link WHERE id = (SELECT l.id FROM link l JOIN record r ON r.id = l.from_id WHERE r.slug = 'building-blocks' ORDER BY l.id LIMIT 1)`.execute(
      trx,
    );
    await sql`DELETE FROM citation WHERE id = (SELECT c.id FROM citation c JOIN record r ON r.id = c.record_id WHERE r.slug = 'building-blocks' ORDER BY c.id LIMIT 1)`.execute(
      trx,
    );
    await sql`UPDATE record SET derived_by = 'before' WHERE slug = 'building-blocks'`.execute(trx);
  });
const everything = async () =>
  (
    await sql`SELECT r.id, r.title, r.keywords, r.facet_keys, r.facets, r.body, r.version, r.hash, r.updated_at,
      (SELECT jsonb_agg(to_jsonb(l) - '{id}'::text[] ORDER BY l.position, l.relation, l.to_id) FROM link l WHERE l.from_id = r.id) AS links,
      (SELECT jsonb_agg(to_jsonb(c) - '{id}'::text[] ORDER BY c.field, c.place, c.statement) FROM citation c WHERE c.record_id = r.id) AS citations
      FROM record r ORDER BY r.id`.execute(db)
  ).rows;
const SERVICES = '{ vendors { facets { field values { value count } } } }';

describe('what is derived', () => {
  it('carries the derivation that made it', async () => {
    expect(DERIVATION).toMatch(/^[0-9a-f]{16}$/);
    expect(await outdated(db)).toBe(0);
    expect(await rederiveAtStart(db)).toEqual({ rederived: null, left: 0 });
  });

  it('is made again where another derivation made it, and nothing else changes', async () => {
    const before = await everything();
    const filters = await data(SERVICES);
    await asBefore();
    expect(await data(SERVICES)).not.toEqual(filters);
    expect(await outdated(db)).toBe(25);
    const { rederived } = await rederiveAtStart(db);
    expect(rederived).toMatchObject({ looked: 25, faults: [], parts: { title: 1, keywords: 1, links: 1, citations: 1 } });
    expect(await everything()).toEqual(before);
    await services.facets.refresh();
    expect(await data(SERVICES)).toEqual(filters);
    expect((await rederive(db, { all: true })).changed).toBe(0);
  });

  it('goes on where it was stopped, beside others that do the same', async () => {
    await asBefore();
    const stopped = new AbortController();
    stopped.abort();
    expect((await rederive(db, { signal: stopped.signal })).looked).toBe(0);
    const both = await Promise.all([rederive(db), rederive(db)]);
    expect(both.reduce((sum, one) => sum + one.changed, 0)).toBeGreaterThan(1);
    expect(await outdated(db)).toBe(0);
  });

  it('is left to a job in a large library', async () => {
    await sql`UPDATE record SET derived_by = NULL`.execute(db);
    await sql`INSERT INTO record (kind, slug, title, sort_title, content, hash) SELECT 'GLOSSARY_TERM', 'made-' || n, 'Made', 'made', jsonb_build_object('slug', 'made-' || n), 'x' FROM generate_series(1, 2000) n`.execute(
      db,
    );
    expect(await rederiveAtStart(db)).toMatchObject({ rederived: null, left: expect.any(Number) });
    const jobs = await sql<{ task: string }>`SELECT task_identifier AS task FROM graphile_worker.jobs WHERE task_identifier = 'rederive'`.execute(db);
    expect(jobs.rows).toEqual([{ task: 'rederive' }]);
    await sql`DELETE FROM record WHERE slug LIKE 'made-%' AND kind = 'GLOSSARY_TERM'`.execute(db);
    await rederive(db);
    expect(await outdated(db)).toBe(0);
  });

  it('follows at once when a vendor that a few others name is given another name', async () => {
    const { rows } = await sql<{
      id: string;
      content: Record<string, unknown>;
    }>`SELECT id, content FROM record WHERE kind = 'VENDOR' AND slug = 'irisguard'`.execute(db);
    const { id, content } = rows[0] as (typeof rows)[number];
    const found = async () =>
      (await search.search({ query: 'Quokkavision', viewer, first: 20, offset: 0, facets: [], kinds: ['PROJECT'] } as never)).hits.map((hit) => hit.slug);
    await db.transaction().execute((trx) =>
      publish(trx, {
        recordId: id,
        kind: 'VENDOR',
        content: { ...content, name: 'Quokkavision' },
        sources: [],
        author: crypto.randomUUID(),
        organization: null,
        accepted: [],
        reason: 'A new name.',
        restores: null,
      }),
    );
    const label = await sql<{ label: string }>`SELECT label FROM facet_value WHERE facet = 'vendor' AND value = 'irisguard'`.execute(db);
    expect(label.rows).toEqual([{ label: 'Quokkavision' }]);
    expect(await found()).toContain('building-blocks');
    await services.facets.refresh();
  });
});
