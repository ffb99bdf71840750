import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { anyone } from './engine.ts';
import { withFallback } from './fallback.ts';
import {
  createClient,
  createMeilisearchEngine,
  facetsOf,
  filterOf,
  INDEX,
  matchedWords,
  NEXT_INDEX,
  queriesOf,
  settingsOf,
  synonymsSetting,
  totalOf,
  unitsFrom,
} from './meilisearch.ts';
import { createPostgresEngine } from './postgres.ts';
import { syncOnce } from './sync.ts';

// This is not Meilisearch. It is a small HTTP server that answers in the form Meilisearch documents, finds by plain
// containment and keeps what it was sent; it shows what is asked of the server and what becomes of its answers, not how
// well the real one searches. search/engine.test.ts does that when MEILI_URL is set.

type Document = {
  id: string;
  title: string;
  summary: string;
  keywords: string;
  body: string;
  kind: string;
  facetKeys: string[];
  visibleTo: string[];
  past?: number;
};
const indexes = new Map<string, { documents: Map<string, Document>; settings: unknown }>();
const requests: { method: string; path: string; body: unknown }[] = [];
let tasks = 0;
let failing: 'no' | 'error' | 'hang' | 'task' = 'no';
const statuses = new Map<number, { status: string; polls: number }>();

const readBody = async (request: IncomingMessage) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  return text === '' ? undefined : JSON.parse(text);
};
const send = (response: ServerResponse, status: number, body: unknown) =>
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
const enqueue = (response: ServerResponse, type: string) => {
  const taskUid = ++tasks;
  statuses.set(taskUid, { status: failing === 'task' ? 'failed' : 'succeeded', polls: 0 });
  send(response, 202, { taskUid, indexUid: null, status: 'enqueued', type, enqueuedAt: new Date().toISOString() });
};

const holds = (document: Document, clause: string) => {
  const [, attribute = '', value = ''] = /^(\w+) = "((?:[^"\\]|\\.)*)"$/.exec(clause) ?? [];
  const plain = value.replace(/\\(.)/g, '$1');
  const actual = document[attribute as keyof Document];
  return Array.isArray(actual) ? actual.includes(plain) : actual === plain;
};
type Query = { indexUid: string; q: string; filter?: string[][]; facets?: string[]; limit: number; offset?: number; matchingStrategy: string };
function answer({ indexUid, q, filter = [], facets = [], limit, offset = 0, matchingStrategy }: Query) {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  const fields = ['title', 'summary', 'keywords', 'body'] as const;
  const found = [...(indexes.get(indexUid)?.documents.values() ?? [])].filter((document) => {
    const text = fields
      .map((field) => document[field])
      .join(' ')
      .toLowerCase();
    return (
      filter.every((any) => any.some((clause) => holds(document, clause))) &&
      (matchingStrategy === 'all' ? words.every((word) => text.includes(word)) : words.some((word) => text.includes(word)))
    );
  });
  const count = (attribute: string) => {
    const counts: Record<string, number> = {};
    for (const document of found) for (const value of [document[attribute as keyof Document] ?? []].flat()) counts[value] = (counts[value] ?? 0) + 1;
    return counts;
  };
  const hits = found.slice(offset, offset + limit).map((document) => ({
    ...document,
    _matchesPosition: Object.fromEntries(
      fields.map((field) => [
        field,
        words.flatMap((word) => {
          const at = document[field].toLowerCase().indexOf(word);
          return at < 0
            ? []
            : [{ start: Buffer.byteLength(document[field].slice(0, at)), length: Buffer.byteLength(document[field].slice(at, at + word.length)) }];
        }),
      ]),
    ),
  }));
  return {
    indexUid,
    hits,
    query: q,
    processingTimeMs: 1,
    limit,
    offset,
    estimatedTotalHits: found.length,
    facetDistribution: Object.fromEntries(facets.map((facet) => [facet, count(facet)])),
    facetStats: {},
  };
}

const server: Server = createServer(async (request, response) => {
  const path = (request.url ?? '').split('?')[0] ?? '';
  const body = await readBody(request);
  requests.push({ method: request.method ?? '', path, body });
  if (failing === 'hang') return;
  if (failing === 'error') return send(response, 500, { message: 'An internal error has occurred.', code: 'internal', type: 'internal', link: '' });
  const [, , uid = '', rest = ''] = path.split('/');
  if (path === '/health') return send(response, 200, { status: 'available' });
  if (path === '/multi-search') return send(response, 200, { results: (body as { queries: Query[] }).queries.map(answer) });
  if (path === '/indexes' && request.method === 'GET')
    return send(response, 200, {
      results: [...indexes.keys()].map((each) => ({ uid: each, primaryKey: 'id', createdAt: new Date().toISOString(), updatedAt: new Date().toISOString() })),
      offset: 0,
      limit: 20,
      total: indexes.size,
    });
  if (path === '/indexes' && request.method === 'POST') {
    indexes.set((body as { uid: string }).uid, { documents: new Map(), settings: null });
    return enqueue(response, 'indexCreation');
  }
  if (path === '/swap-indexes') {
    for (const {
      indexes: [a, b],
    } of body as { indexes: [string, string] }[]) {
      const [first, second] = [indexes.get(a), indexes.get(b)];
      if (first && second) indexes.set(a, second).set(b, first);
    }
    return enqueue(response, 'indexSwap');
  }
  if (path.startsWith('/tasks/')) {
    const task = statuses.get(Number(uid));
    // A task is not done at the first look.
    const done = (task?.polls ?? 0) > 0;
    if (task) task.polls++;
    return send(response, 200, {
      uid: Number(uid),
      status: done ? task?.status : 'processing',
      type: 'documentAdditionOrUpdate',
      error: done && task?.status === 'failed' ? { message: 'no space left', code: 'x', type: 'y', link: '' } : null,
    });
  }
  const index = indexes.get(uid);
  if (rest === 'settings') {
    if (index) index.settings = body;
    return enqueue(response, 'settingsUpdate');
  }
  if (rest === 'documents' && path.endsWith('/delete-batch')) {
    for (const id of body as string[]) index?.documents.delete(id);
    return enqueue(response, 'documentDeletion');
  }
  if (rest === 'documents') {
    for (const document of body as Document[]) index?.documents.set(document.id, document);
    return enqueue(response, 'documentAdditionOrUpdate');
  }
  if (request.method === 'DELETE') {
    indexes.delete(uid);
    return enqueue(response, 'indexDeletion');
  }
  send(response, 404, { message: `not part of this stand-in: ${request.method} ${path}`, code: 'not_found', type: 'invalid_request', link: '' });
});

const { db, pool, url: databaseUrl } = await testDatabase();
let url = '';
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  failing = 'no';
  requests.length = 0;
});

const add = (slug: string, title: string, more: { summary?: string; audience?: string; facets?: string[]; kind?: string; content?: object } = {}) =>
  pool.query(
    'INSERT INTO record (kind, slug, title, sort_title, summary, audience, content, facet_keys, hash) VALUES ($1, $2, $3, lower($3), $4, $5, $6, $7, $8)',
    [more.kind ?? 'PROJECT', slug, title, more.summary ?? '', more.audience ?? 'PUBLIC', more.content ?? {}, more.facets ?? [], 'x'],
  );
const base = { viewer: anyone, first: 20, offset: 0 };

describe('what is asked of Meilisearch', () => {
  it('filters by visibility, kinds and choices, with every value quoted', () => {
    expect(
      filterOf({ viewer: { unSystem: true, organizationSlugs: ['wfp'] }, kinds: ['PROJECT'], filter: { stage: ['PILOT', 'a"b\\'], platform: [] } }),
    ).toEqual([
      ['visibleTo = "public"', 'visibleTo = "un"', 'visibleTo = "owner:wfp"'],
      ['kind = "PROJECT"'],
      ['facetKeys = "stage:PILOT"', 'facetKeys = "stage:a\\"b\\\\"'],
    ]);
    expect(filterOf({ viewer: { ...anyone, all: true } })).toEqual([]);
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
    ).toEqual(['cocoa', 'cote']);
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

describe('with a server that answers as documented', () => {
  it('builds the index beside and swaps it, then follows the outbox, and loads rows as the viewer may see them', async () => {
    await add('cocoa', 'Cocoa in Ecuador', { summary: 'Chocolate bars', facets: ['stage:PILOT'] });
    await add('secret', 'Cocoa under negotiation', { audience: 'UN_SYSTEM', facets: ['stage:PILOT', 'owner:wfp'] });
    await add('wfp', 'World Food Programme', { kind: 'ORGANIZATION', content: { shortName: 'WFP', name: 'World Food Programme' } });
    const client = createClient({ url, timeout: 10_000 });
    expect(await syncOnce(db, client)).toEqual({ sent: 3, removed: 0, rebuilt: true });
    expect([...indexes.keys()]).toEqual([INDEX]);
    expect(indexes.get(INDEX)?.settings).toMatchObject({
      filterableAttributes: ['kind', 'facetKeys', 'visibleTo'],
      synonyms: { wfp: ['world food programme'] },
    });
    const paths = requests.map(({ method, path }) => `${method} ${path}`);
    expect(paths.indexOf(`POST /indexes/${NEXT_INDEX}/documents`)).toBeLessThan(paths.indexOf('POST /swap-indexes'));

    const engine = createMeilisearchEngine({ url }, pool);
    const first = await engine.search({ ...base, query: 'cocoa ', facets: ['stage'] });
    expect(first).toMatchObject({
      engine: 'meilisearch',
      fallback: false,
      total: 1,
      kinds: [{ value: 'PROJECT', count: 1 }],
      facets: [{ field: 'stage', values: [{ value: 'PILOT', count: 1 }] }],
    });
    expect(first.hits[0]).toMatchObject({
      slug: 'cocoa',
      titleParts: [
        { text: 'Cocoa', marked: true },
        { text: ' in Ecuador', marked: false },
      ],
      matches: [{ field: 'title', word: 'Cocoa', how: 'exact' }],
    });
    expect((await engine.search({ ...base, query: 'cocoa', viewer: { unSystem: true, organizationSlugs: [] } })).total).toBe(2);

    // The index does not know yet that the record is no longer public: nothing of it may be shown.
    await pool.query("UPDATE record SET audience = 'OWNERS' WHERE slug = 'cocoa'");
    const stale = await engine.search({ ...base, query: 'cocoa' });
    expect(stale).toMatchObject({ total: 0, hits: [] });
    await pool.query(
      "UPDATE record SET audience = 'PUBLIC', title = 'Cacao in Ecuador', facet_keys = array_append(facet_keys, 'freshness:PAST') WHERE slug = 'cocoa'",
    );
    await pool.query("DELETE FROM record WHERE slug = 'secret'");
    expect(await syncOnce(db, client)).toEqual({ sent: 1, removed: 1, rebuilt: false });
    expect((await engine.search({ ...base, query: 'cacao' })).hits.map(({ slug }) => slug)).toEqual(['cocoa']);
    // Past its date: what ranks it lower follows too.
    expect([...(indexes.get(INDEX)?.documents.values() ?? [])].map((document) => `${document.title} ${document.past}`).sort()).toEqual([
      'Cacao in Ecuador 1',
      'World Food Programme 0',
    ]);
    expect(indexes.get(INDEX)?.documents.size).toBe(2);
    expect(await syncOnce(db, client)).toEqual({ sent: 0, removed: 0, rebuilt: false });

    const relaxed = await engine.search({ ...base, query: 'cacao unheardof ' });
    expect(relaxed).toMatchObject({ total: 1, dropped: ['unheardof'] });
  });

  it('keeps what a failed task did not bring over for the next time', async () => {
    await add('late', 'Late arrival');
    failing = 'task';
    const client = createClient({ url, timeout: 10_000 });
    await expect(syncOnce(db, client)).rejects.toThrow('no space left');
    failing = 'no';
    expect(await syncOnce(db, client)).toMatchObject({ sent: 1, rebuilt: false });
  });

  it('gives way to Postgres when it fails or hangs', async () => {
    const postgres = createPostgresEngine(databaseUrl);
    const engine = withFallback(createMeilisearchEngine({ url, timeout: 200 }, pool), postgres, { timeout: 200, pause: 10 });
    try {
      for (const way of ['error', 'hang'] as const) {
        failing = way;
        const answer = await engine.search({ ...base, query: 'cacao' });
        expect(answer, way).toMatchObject({ engine: 'postgres', fallback: true, total: 1 });
        failing = 'no';
        await new Promise((done) => setTimeout(done, 20));
        expect((await engine.search({ ...base, query: 'cacao' })).engine, way).toBe('meilisearch');
      }
      failing = 'error';
      expect(await createMeilisearchEngine({ url, timeout: 200 }, pool).ready()).toBe(false);
    } finally {
      await engine.close();
    }
  });
});
