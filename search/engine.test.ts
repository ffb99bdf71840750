import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecordKind } from '#prisma/generated/enums.ts';
import { testDatabase } from '#test/database.ts';
import { addOrganization, own } from '#test/owners.ts';
import { anyone, type SearchAnswer, type SearchEngine, type SearchRequest, type Viewer } from './engine.ts';
import { createClient, createMeilisearchEngine, INDEX, settingsOf } from './meilisearch.ts';
import { createPostgresEngine, type PostgresSearchEngine } from './postgres.ts';
import { refreshPhrases } from './phrases.ts';
import { distance, foldWord } from './words.ts';
import { indexLater, rebuildIndex, refreshWords } from './reindex.ts';
import { inStep, syncOnce } from './sync.ts';

// One set of expectations for every engine that can be reached.

type Entry = {
  kind: RecordKind;
  slug: string;
  title: string;
  summary?: string;
  keywords?: string;
  body?: string;
  audience?: 'PUBLIC' | 'UN_SYSTEM' | 'OWNERS';
  facets?: string[];
  /** By the name of the organization. */
  owners?: string[];
  content?: object;
  position?: number;
};
const library: Entry[] = [
  {
    kind: 'PROJECT',
    slug: 'ecuador-cocoa',
    title: 'Cocoa and chocolate traceability in Ecuador',
    summary: 'Cocoa is followed from the farm to the chocolate bar on a blockchain.',
    keywords: 'UNDP · Ecuador · Hyperledger · FairChain',
    body: 'Buyers give a token back to the farmers.\npara 45\nAnnex I',
    facets: ['stage:PILOT', 'country:EC', 'platform:Hyperledger', 'organization:undp'],
    owners: ['undp'],
  },
  {
    kind: 'PROJECT',
    slug: 'ghana-cocoa',
    title: 'Readiness of a cocoa value chain in Ghana',
    summary: 'A framework that tells whether a value chain is ready for blockchain.',
    keywords: 'UNIDO · Ghana',
    body: 'para 56',
    facets: ['stage:ENVISAGED', 'country:GH', 'organization:unido'],
    owners: ['unido'],
  },
  {
    kind: 'PROJECT',
    slug: 'png-livestock',
    title: 'Traceability of livestock in Papua New Guinea',
    summary: 'Pig farmers record pedigree, weight and feed of their animals.',
    keywords: 'FAO · ITU · Papua New Guinea · Ethereum · Switch Maven',
    body: 'Pork fetches a better price when its origin can be shown.\npara 42',
    facets: ['stage:PILOT', 'country:PG', 'platform:Ethereum', 'organization:fao', 'organization:itu'],
    owners: ['fao', 'itu'],
  },
  {
    kind: 'PROJECT',
    slug: 'building-blocks',
    title: 'Building Blocks',
    summary: 'Cash transfers to refugees in Jordan are accounted for between two agencies.',
    keywords: 'WFP · UN-Women · Jordan · Bangladesh · Lebanon · Ethereum · IrisGuard',
    body: 'People pay in shops by a look into a camera.\npara 38\nBox 3',
    facets: ['stage:IN_USE', 'country:JO', 'country:BD', 'platform:Ethereum', 'organization:wfp', 'organization:un-women'],
    owners: ['wfp', 'un-women'],
  },
  {
    kind: 'PROJECT',
    slug: 'cote-divoire',
    title: 'Traceability study in Côte d’Ivoire',
    summary: 'A proof of concept on deforestation.',
    keywords: 'FAO · Côte d’Ivoire',
    body: 'para 127',
    facets: ['stage:PROOF_OF_CONCEPT', 'country:CI', 'organization:fao'],
    owners: ['fao'],
  },
  {
    kind: 'PROJECT',
    slug: 'pension-certificate',
    title: 'Digital certificate of entitlement',
    summary: 'Retirees prove with their phone that they are alive.',
    keywords: 'UNICC · UNJSPF · Hyperledger Indy',
    body: 'Biometrics stay on the phone.\npara 50',
    facets: ['stage:PILOT', 'platform:Hyperledger', 'organization:unicc', 'organization:unjspf'],
    owners: ['unicc', 'unjspf'],
  },
  {
    kind: 'PROJECT',
    slug: 'digital-id',
    title: 'United Nations digital ID',
    summary: 'One portable wallet for all staff.',
    keywords: 'UNDSC · UNHCR · WFP',
    body: 'para 51',
    facets: ['stage:ENVISAGED', 'organization:unhcr'],
    owners: ['unhcr'],
  },
  {
    kind: 'PROJECT',
    slug: 'estonia-vaccination',
    title: 'Proof of vaccination with Estonia',
    summary: 'WHO and Estonia try out certificates.',
    keywords: 'WHO · Estonia',
    body: 'para 56',
    facets: ['stage:RESEARCH', 'country:EE', 'organization:who'],
    owners: ['who'],
  },
  {
    kind: 'VENDOR',
    slug: 'irisguard',
    title: 'IrisGuard',
    summary: 'Recognizes people by the iris of the eye.',
    keywords: 'Building Blocks',
    body: 'Box 3',
    facets: ['service:biometrics'],
  },
  { kind: 'VENDOR', slug: 'fairchain', title: 'FairChain', summary: 'Runs a network of nodes for fair trade.', keywords: 'Hyperledger', body: '' },
  {
    kind: 'ORGANIZATION',
    slug: 'wfp',
    title: 'World Food Programme',
    keywords: 'WFP',
    content: { shortName: 'WFP', name: 'World Food Programme', alsoKnownAs: [] },
    facets: ['group:FUNDS'],
  },
  { kind: 'ORGANIZATION', slug: 'who', title: 'World Health Organization', keywords: 'WHO', content: { shortName: 'WHO', name: 'World Health Organization' } },
  {
    kind: 'ORGANIZATION',
    slug: 'fao',
    title: 'Food and Agriculture Organization of the United Nations',
    keywords: 'FAO',
    content: { shortName: 'FAO', name: 'Food and Agriculture Organization of the United Nations' },
  },
  { kind: 'STANDARD', slug: 'iso-22739', title: 'ISO 22739:2020 Vocabulary', summary: 'Terms of distributed ledgers.', body: 'Replaced in 2024.' },
  { kind: 'STANDARD', slug: 'iso-23257', title: 'ISO 23257:2022 Reference architecture', summary: 'How such systems are built; uses the terms of ISO 22739.' },
  { kind: 'STANDARD', slug: 'itu-d3-1', title: 'FG DLT D3.1 Reference architecture', summary: 'Of a focus group of ITU.' },
  { kind: 'REFERENCE', slug: 'a-cn-9-1012', title: 'A/CN.9/1012', summary: 'Legal questions of the digital economy.' },
  { kind: 'REFERENCE', slug: 'a-cn-9-1012-add-1', title: 'A/CN.9/1012/Add.1', summary: 'On artificial intelligence.' },
  { kind: 'LESSON', slug: 'roster', title: 'A roster of solution providers helps all', body: 'para 277', summary: 'Shared knowledge of vendors saves time.' },
  { kind: 'LESSON', slug: 'city', title: 'City for All', summary: 'Registers made with residents are believed.', keywords: 'UN-Habitat', body: 'para 52' },
  {
    kind: 'LESSON',
    slug: 'html',
    title: 'Show <b>names</b> & "quotes" safely',
    summary: 'A page that prints <script>alert(1)</script> as typed is broken; escape tags.',
    body: 'x',
  },
  { kind: 'LESSON', slug: 'payments', title: 'Digital payments need the network', summary: 'Where the line drops, nobody can pay.', body: 'para 160' },
  { kind: 'GLOSSARY_TERM', slug: 'smart-contract', title: 'Smart contract', summary: 'A program that runs on the ledger.' },
  { kind: 'GLOSSARY_TERM', slug: 'distributed-ledger', title: 'Distributed ledger', summary: 'A record that many hold alike.' },
  { kind: 'GLOSSARY_TERM', slug: 'blockchain', title: 'Blockchain', summary: 'Records that are chained by hashes.' },
  {
    kind: 'VENDOR',
    slug: 'negotiation',
    title: 'Zanzibarsoft procurement file',
    summary: 'Terms under negotiation.',
    audience: 'UN_SYSTEM',
    facets: ['service:secretservice', 'organization:wfp'],
    owners: ['wfp'],
  },
  {
    kind: 'PROJECT',
    slug: 'draft',
    title: 'Zanzibarsoft pilot of the owners',
    summary: 'Not announced.',
    audience: 'OWNERS',
    facets: ['stage:PILOT', 'country:TZ', 'organization:wfp'],
    owners: ['wfp'],
  },
];

const database = await testDatabase();
const { db, pool, url } = database;
const meiliUrl = process.env['TEST_MEILI_URL'];
const meiliKey = process.env['TEST_MEILI_KEY'];
if (!meiliUrl) console.info('search/engine.test.ts: Meilisearch skipped, TEST_MEILI_URL names no server (its index atrium_records would be replaced).');
const meili = createClient({ url: meiliUrl ?? 'http://127.0.0.1:9', key: meiliKey, timeout: 10_000 });

async function add(target: Pick<Pool, 'query'>, entry: Entry): Promise<string> {
  const { rows } = await target.query<{ id: string }>(
    `INSERT INTO record (kind, slug, position, title, sort_title, summary, keywords, body, audience, content, facet_keys, hash)
     VALUES ($1, $2, $3, $4, lower($4), $5, $6, $7, $8, $9, $10, 'x') RETURNING id`,
    [
      entry.kind,
      entry.slug,
      entry.position ?? 0,
      entry.title,
      entry.summary ?? '',
      entry.keywords ?? '',
      entry.body ?? '',
      entry.audience ?? 'PUBLIC',
      entry.content ?? {},
      entry.facets ?? [],
    ],
  );
  const id = rows[0]?.id ?? '';
  await own(
    target,
    id,
    (entry.owners ?? []).map((owner) => ids.get(owner) as string),
  );
  return id;
}

const postgres: PostgresSearchEngine = createPostgresEngine(url, { synonymsMaxAge: 0 });
const engines: SearchEngine[] = [postgres];
if (meiliUrl) engines.push(createMeilisearchEngine({ url: meiliUrl, key: meiliKey, timeout: 10_000 }, pool));
const ids = new Map<string, string>();
for (const slug of new Set(library.flatMap(({ owners = [] }) => owners))) ids.set(slug, await addOrganization(pool, `owner-${slug}`));
const unsystem: Viewer = { unSystem: true, organizationIds: [] };
const ownerOnly: Viewer = { unSystem: true, organizationIds: [ids.get('wfp') as string] };

beforeAll(async () => {
  for (const [position, entry] of library.entries()) await add(pool, { ...entry, position });
  await refreshWords(db);
  if (meiliUrl) await syncOnce(db, meili);
});
afterAll(async () => {
  await Promise.all(engines.map((engine) => engine.close()));
});

const slugs = (answer: SearchAnswer) => answer.hits.map(({ slug }) => slug);
const counts = (answer: SearchAnswer, field: string) =>
  Object.fromEntries((answer.facets.find((facet) => facet.field === field)?.values ?? []).map(({ value, count }) => [value, count]));

describe.each(engines)('$name finds', (engine) => {
  const search = (query: string, more: Partial<SearchRequest> = {}) => engine.search({ query, viewer: anyone, first: 20, offset: 0, ...more });

  it.each([
    ['blokchain cocoa', 'ecuador-cocoa'],
    ['iris guard', 'irisguard'],
    ['irisgaurd', 'irisguard'],
    ['pig farmers', 'png-livestock'],
    ['cote d ivoire', 'cote-divoire'],
    ['CÔTE D’IVOIRE', 'cote-divoire'],
    ['Ecuadro cocoa', 'ecuador-cocoa'],
    ['vocabulray', 'iso-22739'],
  ])('%s: with typos, accents, joined and split words', async (query, slug) => {
    expect(slugs(await search(query))[0]).toBe(slug);
  });

  it('what is built on a platform whose name is misspelled', async () => {
    const found = slugs(await search('hyperleger'));
    expect(found.slice(0, 3).sort()).toEqual(['ecuador-cocoa', 'fairchain', 'pension-certificate']);
  });

  it('words that are not finished, from their beginning', async () => {
    for (const [query, slug] of [
      ['chocol', 'ecuador-cocoa'],
      ['iris', 'irisguard'],
      ['build', 'building-blocks'],
      ['papua new gui', 'png-livestock'],
    ]) {
      expect(slugs(await search(query ?? ''))[0], query).toBe(slug);
    }
  });

  it('synonyms in both directions', async () => {
    expect(slugs(await search('DLT '))).toEqual(expect.arrayContaining(['blockchain', 'distributed-ledger', 'itu-d3-1']));
    expect(slugs(await search('distributed ledger '))).toEqual(expect.arrayContaining(['distributed-ledger', 'blockchain']));
    expect(slugs(await search('cash transfer '))).toContain('payments');
    expect(slugs(await search('digital payment '))).toContain('building-blocks');
    expect(slugs(await search('digital identity '))).toContain('digital-id');
  });

  it('organizations by abbreviation and by name', async () => {
    expect(slugs(await search('wfp'))[0]).toBe('wfp');
    expect(slugs(await search('World Food Programme '))).toEqual(expect.arrayContaining(['wfp', 'building-blocks']));
    expect(slugs(await search('WHO'))[0]).toBe('who');
    expect(slugs(await search('who estonia'))[0]).toBe('estonia-vaccination');
    expect(slugs(await search('fao'))[0]).toBe('fao');
  });

  it('exact numbers first', async () => {
    expect(slugs(await search('ISO 22739'))[0]).toBe('iso-22739');
    expect(slugs(await search('iso22739'))[0]).toBe('iso-22739');
    expect(slugs(await search('para 277'))[0]).toBe('roster');
    expect(slugs(await search('paragraph 277'))[0]).toBe('roster');
    expect(slugs(await search('A/CN.9/1012'))[0]).toBe('a-cn-9-1012');
    expect(slugs(await search('D3.1'))[0]).toBe('itu-d3-1');
    expect(slugs(await search('22738 '))).not.toContain('iso-22739');
  });

  it('words in any order', async () => {
    expect(slugs(await search('ecuador chocolate cocoa'))[0]).toBe('ecuador-cocoa');
    expect(slugs(await search('blocks building'))[0]).toBe('building-blocks');
  });

  it('titles, for a letter or two', async () => {
    const answer = await search('s');
    expect(slugs(answer)).toContain('smart-contract');
    for (const hit of answer.hits)
      expect(
        hit.title
          .toLowerCase()
          .split(/\W+/)
          .some((word) => word.startsWith('s')),
        hit.title,
      ).toBe(true);
    expect(slugs(await search('bu'))).toContain('building-blocks');
  });

  it('titles, for stop words alone', async () => {
    expect(slugs(await search('for all'))[0]).toBe('city');
  });

  it('everything in order for an empty query, with counts', async () => {
    const answer = await search('', { facets: ['stage', 'platform'], first: 100 });
    expect(answer.total).toBe(library.length - 2);
    expect(slugs(answer)[0]).toBe('ecuador-cocoa');
    expect(answer.hits).toHaveLength(library.length - 2);
    expect(Object.fromEntries(answer.kinds.map(({ value, count }) => [value, count]))['PROJECT']).toBe(8);
    expect(counts(answer, 'stage')).toEqual({ PILOT: 3, ENVISAGED: 2, IN_USE: 1, PROOF_OF_CONCEPT: 1, RESEARCH: 1 });
    expect(slugs(await search('   \t'))).toHaveLength(20);
  });

  it('with filters: values of a facet are alternatives, facets must all hold', async () => {
    const answer = await search('', { filter: { stage: ['PILOT', 'IN_USE'], platform: ['Ethereum'] }, kinds: ['PROJECT'] });
    expect(slugs(answer).sort()).toEqual(['building-blocks', 'png-livestock']);
    expect(slugs(await search('cocoa', { filter: { organization: ['unido'] } }))).toEqual(['ghana-cocoa']);
    expect((await search('cocoa', { filter: { stage: ['NO_SUCH"VALUE\\'] } })).total).toBe(0);
  });

  it('facet counts that ignore the choice in the same facet, but no other', async () => {
    const answer = await search('', { filter: { stage: ['PILOT'], platform: ['Ethereum'] }, kinds: ['PROJECT'], facets: ['stage', 'platform', 'country'] });
    expect(answer.total).toBe(1);
    expect(counts(answer, 'stage')).toEqual({ PILOT: 1, IN_USE: 1 });
    expect(counts(answer, 'platform')).toEqual({ Hyperledger: 2, Ethereum: 1 });
    expect(counts(answer, 'country')).toEqual({ PG: 1 });
  });

  it('only what the viewer may see, in hits, totals, counts and corrections', async () => {
    const cases: [Viewer, string[]][] = [
      [anyone, []],
      [unsystem, ['negotiation']],
      [ownerOnly, ['draft', 'negotiation']],
      [{ ...anyone, all: true }, ['draft', 'negotiation']],
      [{ unSystem: true, organizationIds: [ids.get('fao') as string] }, ['negotiation']],
    ];
    for (const [viewer, expected] of cases) {
      const answer = await search('zanzibarsoft', { viewer, facets: ['service', 'country', 'stage'] });
      expect(slugs(answer).sort()).toEqual(expected);
      expect(answer.total).toBe(expected.length);
      expect(answer.kinds.reduce((sum, { count }) => sum + count, 0)).toBe(expected.length);
      expect(Object.keys(counts(answer, 'service'))).toEqual(expected.includes('negotiation') ? ['secretservice'] : []);
      expect(Object.keys(counts(answer, 'country'))).toEqual(expected.includes('draft') ? ['TZ'] : []);
    }
    for (const query of ['zanzibarsof', 'zanzibarsfot', 'zanzibarsoft pilot']) {
      const answer = await search(query, { facets: ['service'] });
      expect(answer.suggestion ?? '').not.toContain('zanzibar');
      expect(JSON.stringify(answer.hits).toLowerCase()).not.toContain('zanzibar');
    }
    expect((await search('', { facets: ['service'] })).facets[0]?.values.map(({ value }) => value)).not.toContain('secretservice');
  });

  it('what it can when a word is nowhere, and says which it left out', async () => {
    const answer = await search('qqqzzz cocoa ecuador');
    expect(slugs(answer)[0]).toBe('ecuador-cocoa');
    expect(answer.ignoredTerms).toEqual(['qqqzzz']);
    const nothing = await search('qqqzzz');
    expect(nothing).toMatchObject({ total: 0, hits: [] });
  });

  it('and marks what matched, as plain text', async () => {
    const answer = await search('names script');
    const hit = answer.hits.find(({ slug }) => slug === 'html');
    expect(hit?.titleParts.map(({ text }) => text).join('')).toBe('Show <b>names</b> & "quotes" safely');
    expect(hit?.titleParts.filter(({ marked }) => marked).map(({ text }) => text)).toEqual(['names']);
    expect(hit?.snippet.map(({ text }) => text).join('')).toContain('<script>alert(1)</script>');
    expect(hit?.snippet.filter(({ marked }) => marked).map(({ text }) => text)).toContain('script');
    const accents = (await search('cote d ivoire')).hits[0];
    expect(accents?.titleParts.filter(({ marked }) => marked).map(({ text }) => text)).toContain('Côte');
  });

  it('and says why', async () => {
    const how = async (query: string, slug: string) =>
      (await search(query)).hits.find((hit) => hit.slug === slug)?.matches.map((match) => `${match.field}:${match.how}`);
    expect(await how('cocoa ', 'ecuador-cocoa')).toContain('title:exact');
    expect(await how('chocol', 'ecuador-cocoa')).toContain('title:prefix');
    expect(await how('hyperleger ', 'ecuador-cocoa')).toContain('keywords:typo');
    expect(await how('wfp', 'wfp')).toContain('keywords:exact');
    expect(await how('dlt ', 'blockchain')).toContain('title:synonym');
  });

  it('nothing bad in bad input', async () => {
    const before = await pool.query('SELECT count(*) FROM record');
    for (const query of [
      "'; DROP TABLE record; --",
      `') | ('`,
      '\\',
      ':*',
      '&|!<->()',
      '\u0000\u0007cocoa\u001b',
      'a'.repeat(10_000),
      'cocoa '.repeat(2000),
      '\ud800',
      '%_',
      '<script>',
      '🍫',
      'كاكاو',
      '可可',
      '$1 $2',
      '"',
      "''''",
    ]) {
      const answer = await search(query);
      expect(Array.isArray(answer.hits), query.slice(0, 20)).toBe(true);
    }
    expect(slugs(await search('\u0000\u0007cocoa\u001b'))[0]).toBe('ecuador-cocoa');
    expect(await pool.query('SELECT count(*) FROM record').then(({ rows }) => rows)).toEqual(before.rows);
    for (const [first, offset] of [
      [-5, -5],
      [1e9, 1e9],
      [Number.NaN, 0],
      [0.5, 0.5],
    ])
      expect((await search('cocoa', { first: first ?? 0, offset: offset ?? 0 })).hits.length).toBeLessThanOrEqual(100);
    expect((await search('', { filter: { "x'y": ["a' | 'b"] } })).total).toBe(0);
  });

  it('pages that do not overlap and leave nothing out', async () => {
    for (const query of ['', 'a', 'blockchain ledger traceability', 'para']) {
      const all = await search(query, { first: 100 });
      const paged: string[] = [];
      for (let offset = 0; offset < all.total; offset += 3) paged.push(...(await search(query, { first: 3, offset })).hits.map(({ id }) => id));
      expect(new Set(paged).size, query).toBe(paged.length);
      expect(paged, query).toEqual(all.hits.map(({ id }) => id));
    }
  });
});

describe('the embedded index', () => {
  const find = async (query: string, more: Partial<SearchRequest> = {}) =>
    slugs(await postgres.search({ query, viewer: anyone, first: 20, offset: 0, ...more }));

  it('follows every write inside its transaction, and a rollback', async () => {
    const client = await pool.connect();
    const inside = async (query: string, more: Partial<SearchRequest> = {}) =>
      postgres.searchOn(client, { query, viewer: anyone, first: 20, offset: 0, facets: ['stage'], ...more });
    try {
      await client.query('BEGIN');
      const id = await add(client as unknown as Pool, { kind: 'PROJECT', slug: 'new', title: 'Wolframite export papers', facets: ['stage:BRAND_NEW'] });
      expect(slugs(await inside('wolframite'))).toEqual(['new']);
      expect(slugs(await inside('wolframiet'))).toEqual(['new']);
      expect(counts(await inside('wolframite'), 'stage')).toEqual({ BRAND_NEW: 1 });
      expect(await find('wolframite')).toEqual([]);
      await client.query("UPDATE record SET title = 'Tungsten export papers', facet_keys = '{stage:OTHER_NEW}' WHERE id = $1", [id]);
      expect(slugs(await inside('wolframite'))).toEqual([]);
      expect(slugs(await inside('tungsten'))).toEqual(['new']);
      expect(counts(await inside('', { filter: { stage: ['OTHER_NEW'] } }), 'stage')['OTHER_NEW']).toBe(1);
      await client.query("UPDATE record SET audience = 'UN_SYSTEM' WHERE id = $1", [id]);
      expect((await inside('tungsten')).total).toBe(0);
      expect((await inside('tungsten', { viewer: unsystem })).total).toBe(1);
      await client.query("UPDATE record SET audience = 'PUBLIC', archived_at = now() WHERE id = $1", [id]);
      expect((await inside('tungsten')).total).toBe(0);
      await client.query('UPDATE record SET archived_at = NULL WHERE id = $1', [id]);
      expect((await inside('tungsten')).total).toBe(1);
      await client.query('DELETE FROM record WHERE id = $1', [id]);
      expect((await inside('tungsten')).total).toBe(0);
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
    expect(await find('tungsten')).toEqual([]);
  });

  it('is not rewritten when what is searched stays the same', async () => {
    const state = async () =>
      (await pool.query('SELECT i.xmin, i.ctid FROM search_index i JOIN record r USING (id) WHERE r.slug = $1', ['building-blocks'])).rows;
    const before = await state();
    await pool.query("UPDATE record SET version = version + 1, hash = 'y', updated_at = now(), content = '{\"a\":1}' WHERE slug = 'building-blocks'");
    expect(await state()).toEqual(before);
  });

  it('writes the characters of the facets by itself, and refuses keys that are none', async () => {
    const { rows } = await pool.query<{ facets: string; made: string }>(
      "SELECT facets, (SELECT string_agg(facet_character(code), '' ORDER BY array_position(facet_keys, facet || ':' || value)) FROM facet_value WHERE facet || ':' || value = ANY(facet_keys)) AS made FROM record WHERE slug = 'building-blocks'",
    );
    expect(rows[0]?.facets).toBe(rows[0]?.made);
    expect([...(rows[0]?.facets ?? '')]).toHaveLength(6);
    await expect(add(pool, { kind: 'PROJECT', slug: 'wrong', title: 'x', facets: ['nofacet'] })).rejects.toThrow('not of the form');
    const beyond = await pool.query<{ character: string }>('SELECT facet_character(c) AS character FROM unnest($1::int[]) c', [[1, 55039, 55040, 70000]]);
    expect(beyond.rows.map(({ character }) => character.codePointAt(0))).toEqual([257, 0xd7ff, 0xe000, 72304]);
  });

  it('is the same after a rebuild, and after writing many at once', async () => {
    const read = async () => (await pool.query('SELECT id, place, facets, vector::text FROM search_index ORDER BY id')).rows;
    const words = async () => (await pool.query('SELECT word, frequency FROM search_word ORDER BY word')).rows;
    await refreshWords(db);
    await refreshPhrases(db);
    const before = [await read(), await words()];
    await rebuildIndex(db);
    expect([await read(), await words()]).toEqual(before);
    await db.transaction().execute(async (trx) => {
      await indexLater(trx, async () => {
        const { id } = await trx
          .insertInto('record')
          .values({ kind: 'LESSON', slug: 'many', title: 'Quokka herding', sortTitle: 'q', content: '{}', facetKeys: ['theme:ANIMALS'], hash: 'x' })
          .returning('id')
          .executeTakeFirstOrThrow();
        return { ids: [id] };
      });
    });
    expect(await find('qoukka')).toEqual(['many']);
    expect(await find('', { filter: { theme: ['ANIMALS'] } })).toEqual(['many']);
    await pool.query("UPDATE record SET title = 'Wombat herding' WHERE slug = 'many'");
    expect(await find('wombat')).toEqual(['many']);
    await pool.query("DELETE FROM record WHERE slug = 'many'");
    expect(await read()).toEqual(before[0]);
  });

  it('asks the database three times for a search, and at most nine times when little is found', async () => {
    const client = await pool.connect();
    const statements = async (query: string, more: Partial<SearchRequest> = {}) => {
      let number = 0;
      const counting = {
        query: (...all: unknown[]) => {
          number++;
          return (client.query as (...args: unknown[]) => unknown)(...all);
        },
      } as unknown as typeof client;
      const engine = createPostgresEngine(url);
      const request = { query, viewer: anyone, first: 20, offset: 0, facets: ['stage', 'platform', 'country'], ...more };
      await engine.searchOn(counting, request);
      number = 0;
      await engine.searchOn(counting, request);
      await engine.close();
      return number;
    };
    try {
      expect(await statements('traceability blockchain')).toBeLessThanOrEqual(3);
      expect(await statements('para', { filter: { stage: ['PILOT'], platform: ['Ethereum'] }, kinds: ['PROJECT'] })).toBeLessThanOrEqual(3);
      expect(await statements('')).toBe(2);
      expect(await statements('qqqzzz wwwkkk cocoa')).toBeLessThanOrEqual(9);
    } finally {
      client.release();
    }
  });

  it('fills the outbox only while somebody reads it', async () => {
    const size = async () => (await pool.query<{ n: number }>('SELECT count(*) AS n FROM search_outbox')).rows[0]?.n;
    await pool.query('DELETE FROM search_outbox');
    const consumers = (await pool.query('DELETE FROM search_consumer RETURNING name, seen_at')).rows;
    await pool.query("UPDATE record SET body = body || ' one' WHERE slug = 'city'");
    expect(await size()).toBe(0);
    await pool.query("INSERT INTO search_consumer VALUES ('test', now() - interval '8 days')");
    await pool.query("UPDATE record SET body = body || ' two' WHERE slug = 'city'");
    expect(await size()).toBe(0);
    await pool.query("UPDATE search_consumer SET seen_at = now() WHERE name = 'test'");
    await pool.query("UPDATE record SET body = body || ' three' WHERE slug = 'city'");
    expect(await size()).toBe(1);
    await pool.query("DELETE FROM search_consumer WHERE name = 'test'");
    await pool.query('DELETE FROM search_outbox');
    for (const row of consumers) await pool.query('INSERT INTO search_consumer VALUES ($1, $2)', [row.name, row.seen_at]);
  });
});

describe.skipIf(!meiliUrl)('the index of Meilisearch', () => {
  const engine = engines.at(-1) as SearchEngine;
  const find = async (query: string, viewer = anyone) => slugs(await engine.search({ query, viewer, first: 20, offset: 0 }));
  const uids = async () => (await meili.getIndexes()).results.map(({ uid }) => uid).filter((uid) => uid.startsWith(INDEX));

  it('is one index with every setting made in code', async () => {
    expect(await uids()).toEqual([INDEX]);
    const { synonyms, ...settings } = settingsOf([]);
    const there = await meili.index(INDEX).getSettings();
    expect(there).toMatchObject(settings);
    expect(there.synonyms).toMatchObject({ wfp: ['world food programme'], dlt: synonyms?.['dlt'] });
  });

  it('follows every write, and is behind until it has', async () => {
    const id = await add(pool, { kind: 'PROJECT', slug: 'quokka', title: 'Quokka herding' });
    expect(await inStep(pool)).toBe(false);
    expect(await syncOnce(db, meili)).toEqual({ sent: 1, removed: 0, rebuilt: false });
    expect(await inStep(pool)).toBe(true);
    expect(await find('quokka')).toEqual(['quokka']);
    await add(pool, { kind: 'PROJECT', slug: 'quokka-two', title: 'Quokka herding' });
    // Past its date: of two that fit alike it comes second.
    await pool.query("UPDATE record SET facet_keys = '{freshness:PAST}' WHERE slug = 'quokka'");
    expect(await syncOnce(db, meili)).toMatchObject({ sent: 2 });
    expect(await find('quokka')).toEqual(['quokka-two', 'quokka']);
    await pool.query("UPDATE record SET archived_at = now() WHERE slug = 'quokka-two'");
    await pool.query('DELETE FROM record WHERE id = $1', [id]);
    expect(await syncOnce(db, meili)).toEqual({ sent: 0, removed: 2, rebuilt: false });
    expect(await find('quokka')).toEqual([]);
    expect((await meili.index(INDEX).getStats()).numberOfDocuments).toBe(library.length);
  });

  it('shows nothing that is no longer public, also before it knows', async () => {
    await pool.query("UPDATE record SET audience = 'OWNERS' WHERE slug = 'ghana-cocoa'");
    expect(await find('ghana')).not.toContain('ghana-cocoa');
    expect(await inStep(pool)).toBe(false);
    await syncOnce(db, meili);
    const owner: Viewer = { unSystem: true, organizationIds: [ids.get('unido') as string] };
    expect((await engine.search({ query: 'ghana ', viewer: unsystem, first: 20, offset: 0, facets: ['country'] })).facets[0]?.values).toEqual([]);
    expect(await find('ghana', owner)).toEqual(['ghana-cocoa']);
    await pool.query("UPDATE record SET audience = 'PUBLIC' WHERE slug = 'ghana-cocoa'");
    await syncOnce(db, meili);
  });

  it('loses nothing while the server cannot be reached', async () => {
    const away = createClient({ url: 'http://127.0.0.1:9', timeout: 1000 });
    await pool.query("UPDATE record SET title = 'Zebra crossings' WHERE slug = 'city'");
    await expect(syncOnce(db, away)).rejects.toThrow();
    expect(await syncOnce(db, meili)).toMatchObject({ sent: 1, rebuilt: false });
    expect(await find('zebra')).toEqual(['city']);
  });

  it('is built anew when it is lost, or when nobody kept it for a week', async () => {
    await meili.deleteIndex(INDEX).waitTask();
    await expect(find('cocoa')).rejects.toThrow();
    expect(await syncOnce(db, meili)).toEqual({ sent: library.length, removed: 0, rebuilt: true });
    expect(await find('zebra')).toEqual(['city']);
    await pool.query("UPDATE search_consumer SET seen_at = now() - interval '8 days'");
    await pool.query("UPDATE record SET title = 'Okapi crossings' WHERE slug = 'city'");
    expect(await inStep(pool)).toBe(false);
    expect(await syncOnce(db, meili)).toMatchObject({ rebuilt: true });
    expect(await find('okapi')).toEqual(['city']);
    expect(await uids()).toEqual([INDEX]);
  });
});

describe('words', () => {
  it('are as far apart as they need edits, neighbours changed counting one', () => {
    expect(distance('blokchain', 'blockchain', 2)).toBe(1);
    expect(distance('irisgaurd', 'irisguard', 2)).toBe(1);
    expect(distance('cocoa', 'cacao', 2)).toBe(2);
    expect(distance('cocoa', 'chocolate', 2)).toBe(3);
    expect(distance('blokc', 'blockchain', 1, true)).toBe(1);
  });

  it('are folded as the database folds them', async () => {
    const words = ['Côte', 'Ærø', 'Łódź', 'straße', 'İstanbul', 'naïve', 'Привет', 'ÉCOLE', 'ﬁnance', 'Ñandú', 'œuvre', 'Đà'];
    const { rows } = await pool.query<{ word: string }>('SELECT btrim(search_fold(w)) AS word FROM unnest($1::text[]) WITH ORDINALITY AS t (w, n) ORDER BY n', [
      words,
    ]);
    expect(words.map(foldWord)).toEqual(rows.map(({ word }) => word));
  });
});
