import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { anyone } from './engine.ts';
import { withFallback } from './fallback.ts';
import {
  createClient,
  createMeilisearchEngine,
  facetsOf,
  filterOf,
  matchedWords,
  queriesOf,
  settingsOf,
  synonymsSetting,
  totalOf,
  unitsFrom,
} from './meilisearch.ts';
import { createPostgresEngine } from './postgres.ts';
import { syncOnce } from './sync.ts';

// What is asked of Meilisearch, what becomes of its answers, and what happens when it fails. How it finds, and how its
// index is kept, is held against a real server in search/engine.test.ts.

const { db, pool, url: databaseUrl } = await testDatabase();
const base = { viewer: anyone, first: 20, offset: 0 };

describe('what is asked of Meilisearch', () => {
  it('filters by visibility, kinds and choices, with every value quoted', () => {
    expect(
      filterOf({ viewer: { unSystem: true, organizationIds: ['0198'] }, kinds: ['PROJECT'], filter: { stage: ['PILOT', 'a"b\\'], platform: [] } }),
    ).toEqual([
      ['visibleTo = "public"', 'visibleTo = "un"', 'visibleTo = "owner:0198"'],
      ['kind = "PROJECT"'],
      ['facetKeys = "stage:PILOT"', 'facetKeys = "stage:a\\"b\\\\"'],
    ]);
    // Entries of other catalogues are for who asks for them alone, also where all else is seen.
    expect(filterOf({ viewer: { ...anyone, all: true } })).toEqual([['visibleTo != "foreign"']]);
    expect(filterOf({ viewer: { ...anyone, all: true, foreign: true } })).toEqual([]);
    expect(filterOf({ viewer: { ...anyone, foreign: true } })).toEqual([['visibleTo = "public"', 'visibleTo = "foreign"']]);
  });

  it('counts a chosen facet once more without its choice, with the same visibility', () => {
    const queries = queriesOf({ ...base, query: 'cocoa', kinds: ['PROJECT'], filter: { stage: ['PILOT'] }, facets: ['stage', 'country'] }, 'all');
    expect(queries).toHaveLength(3);
    for (const { filter } of queries) expect((filter as string[][])[0]).toEqual(['visibleTo = "public"']);
    expect(queries[1]).toMatchObject({ facets: ['kind'], limit: 0, filter: [['visibleTo = "public"'], ['facetKeys = "stage:PILOT"']] });
    expect(queries[2]).toMatchObject({ facets: ['facetKeys'], limit: 0, filter: [['visibleTo = "public"'], ['kind = "PROJECT"']] });
  });

  it('cuts long queries, strips control characters, keeps the limits and searches titles for a letter or two', () => {
    const [query] = queriesOf({ ...base, query: `\u0000${'a'.repeat(10_000)}`, first: 1e6, offset: -3 }, 'all');
    expect(query).toMatchObject({ limit: 100, offset: 0 });
    expect(query?.q?.length).toBeLessThanOrEqual(200);
    expect(queriesOf({ ...base, query: 'bu' }, 'all')[0]?.attributesToSearchOn).toEqual(['title']);
    expect(queriesOf({ ...base, query: '' }, 'all')[0]?.sort).toEqual(['place:asc']);
  });

  it('sets everything in code, synonyms in both directions', () => {
    const settings = settingsOf([['WFP', 'World Food Programme']]);
    expect(settings).toMatchObject({
      searchableAttributes: ['title', 'summary', 'keywords', 'body'],
      typoTolerance: { disableOnNumbers: true, minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 } },
    });
    expect(settings.rankingRules).toContain('past:asc');
    const synonyms = synonymsSetting([['WFP', 'World Food Programme']]);
    expect(synonyms['wfp']).toEqual(['world food programme']);
    expect(synonyms['world food programme']).toEqual(['wfp']);
    expect(synonyms['dlt']).toEqual(expect.arrayContaining(['distributed ledger technology', 'blockchain']));
  });
});

describe('what becomes of its answers', () => {
  it('reads matched words by bytes, not characters', () => {
    const text = 'Côte d’Ivoire cocoa';
    const start = Buffer.byteLength('Côte d’Ivoire ');
    expect(
      matchedWords({
        id: 'x',
        title: text,
        _matchesPosition: {
          title: [
            { start, length: 5 },
            { start: 0, length: 5 },
          ],
        },
      }),
    ).toEqual(['cote', 'cocoa']);
    // Of an unfinished or misspelled word only as much is told as was typed.
    expect(matchedWords({ id: 'x', title: text, _matchesPosition: { title: [{ start, length: 3 }] } })).toEqual(['cocoa']);
  });

  it('tells exact words, beginnings, typos and synonyms apart', () => {
    const how = (typed: string[], word: string) => unitsFrom(typed, true, [word]).flatMap((unit) => unit.parts[0]?.alternatives ?? [])[0]?.how;
    expect(how(['cocoa'], 'cocoa')).toBe('exact');
    expect(how(['choco'], 'chocolate')).toBe('prefix');
    expect(how(['blokchain'], 'blockchain')).toBe('typo');
    expect(how(['pilot', 'x'], 'pilots')).toBe('form');
    expect(how(['dlt'], 'blockchain')).toBe('synonym');
  });

  it('adds up totals and takes facets apart', () => {
    expect(totalOf({ estimatedTotalHits: 1000, facetDistribution: { kind: { PROJECT: 900, LESSON: 700 } } })).toBe(1600);
    expect(facetsOf({ facetKeys: { 'stage:PILOT': 2, 'stage:IN_USE': 3, 'owner:a:b': 1 } })).toEqual(
      new Map([
        [
          'stage',
          [
            { value: 'IN_USE', count: 3 },
            { value: 'PILOT', count: 2 },
          ],
        ],
        ['owner', [{ value: 'a:b', count: 1 }]],
      ]),
    );
  });
});

/** A server that can do nothing but fail, in one way. */
const requests: string[] = [];
let way: 'error' | 'hang' | 'nonsense' | 'task' = 'error';
const server = createServer((request, response) => {
  requests.push(`${request.method} ${request.url?.split('?')[0]}`);
  const send = (status: number, body: unknown) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  if (way === 'hang') return;
  if (way === 'error') return send(500, { message: 'An internal error has occurred.', code: 'internal', type: 'internal', link: '' });
  if (way === 'nonsense') return response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Welcome to the proxy');
  // Every task is accepted and then fails.
  if (request.url?.startsWith('/tasks/')) return send(200, { uid: 1, status: 'failed', type: 'indexCreation', error: { message: 'no space left' } });
  if (request.method === 'GET') return send(200, { results: [], offset: 0, limit: 20, total: 0 });
  send(202, { taskUid: 1, indexUid: null, status: 'enqueued', type: 'indexCreation', enqueuedAt: new Date().toISOString() });
});
let url = '';
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('when Meilisearch fails', () => {
  it.each(['error', 'hang', 'nonsense'] as const)('Postgres answers (%s)', async (how) => {
    way = how;
    await pool.query(`INSERT INTO record (kind, slug, title, sort_title, content, hash) VALUES ('PROJECT', $1, 'Cacao in Ecuador', 'cacao', '{}', 'x')`, [how]);
    const meilisearch = createMeilisearchEngine({ url, timeout: 200 }, pool);
    const engine = withFallback(meilisearch, createPostgresEngine(databaseUrl), { timeout: 200 });
    try {
      const answer = await engine.search({ ...base, query: 'cacao' });
      expect(answer).toMatchObject({ engine: 'postgres', fallback: true });
      expect(answer.hits.map(({ slug }) => slug)).toContain(how);
      if (how !== 'nonsense') expect(await meilisearch.ready()).toBe(false);
    } finally {
      await engine.close();
    }
  });

  it('an index that could not be built is built anew the next time', async () => {
    way = 'task';
    const client = createClient({ url, timeout: 10_000 });
    for (const time of ['first', 'second']) {
      requests.length = 0;
      await expect(syncOnce(db, client), time).rejects.toThrow('no space left');
      expect(requests, time).toContain('POST /indexes');
    }
    await pool.query("UPDATE record SET title = 'Cocoa in Ecuador' WHERE slug = 'error'");
    expect((await pool.query('SELECT FROM search_outbox')).rowCount).toBe(1);
  });
});
