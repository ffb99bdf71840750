import fc from 'fast-check';
import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { addOrganization, own } from '#test/owners.ts';
import { anyone, type SearchRequest, type Viewer } from './engine.ts';
import { createPostgresEngine } from './postgres.ts';
import { addUpCounts, rebuildIndex, refreshWords } from './reindex.ts';

// The counts that triggers keep, against a count of the records themselves.

const { db, pool, url } = await testDatabase();
const engine = createPostgresEngine(url, { synonymsMaxAge: 0 });
afterAll(() => engine.close());

const [wfp, fao, undp] = await Promise.all(['wfp', 'fao', 'undp'].map((slug) => addOrganization(pool, slug)));
const viewers: Viewer[] = [
  anyone,
  { unSystem: true, organizationIds: [] },
  { unSystem: true, organizationIds: [wfp as string] },
  { unSystem: true, organizationIds: [fao as string, undp as string] },
  { unSystem: false, organizationIds: [], all: true },
];
const stages = ['PILOT', 'SCALED', 'IN_USE'];
const organizations = ['wfp', 'fao', 'undp'];
const owners = [wfp as string, fao as string, undp as string];
const audiences = ['PUBLIC', 'UN_SYSTEM', 'OWNERS'] as const;

type Row = { kind: string; audience: (typeof audiences)[number]; keys: string[]; owners: string[]; body: string };
const visible = ({ audience, owners }: Row, { all, unSystem, organizationIds }: Viewer) =>
  all || audience === 'PUBLIC' || (audience === 'UN_SYSTEM' && unSystem) || organizationIds.some((id) => owners.includes(id));

/** What a request has to answer, counted from the records. */
async function expected({ query, viewer, filter = {} }: Pick<SearchRequest, 'query' | 'viewer' | 'filter'>) {
  const { rows } = await pool.query<Row>(
    'SELECT kind::text, audience::text, facet_keys AS keys, ARRAY(SELECT organization_id FROM record_owner WHERE record_id = id) AS owners, body FROM record WHERE archived_at IS NULL',
  );
  const found = rows.filter((row) => visible(row, viewer) && (query === '' || row.body.includes(query.trim())));
  const chosen = (row: Row, but?: string) =>
    Object.entries(filter).every(([facet, values]) => facet === but || values.some((value) => row.keys.includes(`${facet}:${value}`)));
  const counts = (facet: string) => {
    const result: Record<string, number> = {};
    for (const row of found.filter((row) => chosen(row, facet)))
      for (const key of row.keys) if (key.startsWith(`${facet}:`)) result[key.slice(facet.length + 1)] = (result[key.slice(facet.length + 1)] ?? 0) + 1;
    return result;
  };
  return { total: found.filter((row) => chosen(row)).length, stage: counts('stage'), organization: counts('organization') };
}

async function answered(request: Pick<SearchRequest, 'query' | 'viewer' | 'filter'>) {
  const { total, facets, kinds } = await engine.search({ first: 1, offset: 0, facets: ['stage', 'organization'], ...request });
  expect(kinds.reduce((sum, { count }) => sum + count, 0)).toBe(total);
  const counts = (field: string) => Object.fromEntries((facets.find((facet) => facet.field === field)?.values ?? []).map(({ value, count }) => [value, count]));
  return { total, stage: counts('stage'), organization: counts('organization') };
}

const filters: Record<string, string[]>[] = [{}, { stage: ['PILOT', 'SCALED'] }, { stage: ['PILOT'], organization: ['wfp'] }];

async function compare() {
  for (const viewer of viewers)
    for (const query of ['', 'chain ', 'rare '])
      for (const filter of filters)
        expect(await answered({ query, viewer, filter }), JSON.stringify({ query, viewer, filter })).toEqual(await expected({ query, viewer, filter }));
}

let position = 0;
const add = async (target: Pick<Pool, 'query'>, kind: string, audience: string, keys: string[], owned: string[], body: string) => {
  const { rows } = await target.query<{ id: string }>(
    "INSERT INTO record (kind, slug, position, title, sort_title, body, audience, content, facet_keys, hash) VALUES ($1, $2, $3, 'T', 't', $5, $4, '{}', $6, 'x') RETURNING id",
    [kind, `r${position}`, position++, audience, body, keys],
  );
  await own(target, rows[0]?.id ?? '', owned);
};

beforeAll(async () => {
  for (let index = 0; index < 60; index++) {
    const keys = [`stage:${stages[index % 3]}`, `organization:${organizations[index % 2]}`, ...(index % 5 === 0 ? ['organization:undp'] : [])];
    await add(
      pool,
      index % 4 === 0 ? 'LESSON' : 'PROJECT',
      audiences[index % 7 === 0 ? 1 : index % 11 === 0 ? 2 : 0] ?? 'PUBLIC',
      keys,
      [owners[index % 2] as string, ...(index % 5 === 0 ? [undp as string] : [])],
      index % 9 === 0 ? 'rare' : 'chain',
    );
  }
  await refreshWords(db);
  await pool.query('ANALYZE search_index');
});

describe('the counts that are kept', () => {
  it('are those of the records, for every viewer', compare);

  it('are what is answered for everything, for one choice, and for a word of most records', async () => {
    const client = await pool.connect();
    const ask = async (request: Partial<SearchRequest>) => {
      const { total, kinds } = await engine.searchOn(client, { query: '', viewer: anyone, first: 1, offset: 0, ...request });
      return { total, goals: kinds.find(({ value }) => value === 'GOAL')?.count ?? 0 };
    };
    try {
      await client.query('BEGIN');
      // A wrong number shows who reads it: five goals that are not there.
      await client.query(
        `INSERT INTO facet_count (kind, "character", change) SELECT 'GOAL', facet_character(code), 5 FROM facet_value WHERE facet = 'kind' AND value = 'GOAL'`,
      );
      expect((await ask({})).goals).toBe(5);
      expect((await ask({ query: 'chain ' })).goals).toBe(5);
      expect((await ask({ kinds: ['LESSON'] })).goals).toBe(5);
      expect((await ask({ query: 'rare ' })).goals).toBe(0);
      expect((await ask({ kinds: ['LESSON'], filter: { stage: ['PILOT'] } })).goals).toBe(0);
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  });

  it('follow any writes, in one statement or many, and stay the same when they are added up or counted anew', async () => {
    const change = fc.record({
      slugs: fc.subarray(
        Array.from({ length: 60 }, (_, index) => `r${index}`),
        { minLength: 1, maxLength: 6 },
      ),
      what: fc.oneof(
        fc.constantFrom(...audiences).map((audience) => [`audience = '${audience}'`]),
        fc.constantFrom('archived_at = now()', 'archived_at = NULL').map((set) => [set]),
        fc.constantFrom(...stages).map((stage) => [`facet_keys = ARRAY['stage:${stage}', 'organization:fao']`]),
        fc.constantFrom("body = 'rare'", "body = 'chain'", "kind = 'LESSON'", "kind = 'PROJECT'").map((set) => [set]),
        fc.constantFrom('wfp', 'fao').map((slug) => [slug, 'owner']),
        fc.constant(null),
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
        for (const { slugs, what } of changes) {
          if (what?.[1]) {
            // Other owners, and nothing else: the index must follow by itself.
            await pool.query('DELETE FROM record_owner USING record WHERE id = record_id AND slug = ANY($1)', [slugs]);
            await pool.query(
              `INSERT INTO record_owner (record_id, organization_id) SELECT r.id, o.id FROM record r JOIN record o ON o.slug = $2 WHERE r.slug = ANY($1)`,
              [slugs, what[0]],
            );
          } else if (what) await pool.query(`UPDATE record SET ${what[0]} WHERE slug = ANY($1)`, [slugs]);
          else {
            await pool.query('DELETE FROM record WHERE slug = ANY($1)', [slugs.slice(0, 1)]);
            await add(pool, 'PROJECT', 'PUBLIC', ['stage:PILOT', 'organization:wfp'], [wfp as string], 'chain');
          }
        }
        const viewer = viewers[changes.length % viewers.length] ?? anyone;
        for (const query of ['', 'chain ']) expect(await answered({ query, viewer })).toEqual(await expected({ query, viewer }));
      }),
      { numRuns: 25 },
    );
    await compare();
    await addUpCounts(db);
    const { rows } = await pool.query('SELECT kind, "character" FROM facet_count GROUP BY 1, 2 HAVING count(*) > 1 OR sum(change) <= 0');
    expect(rows).toEqual([]);
    await compare();
    await rebuildIndex(db);
    await compare();
    await pool.query("UPDATE record SET audience = 'OWNERS' WHERE slug LIKE 'r1%'");
    await compare();
  });
});
