import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { findUser, grantMembership } from '#api/accounts/memberships.ts';
import type { User } from '#api/accounts/user.ts';
import { readEnv, settingsOf } from '#api/env.ts';
import { Closeness } from '#search/close.ts';
import { embedRecords } from '#search/embed-records.ts';
import { EmbeddingsFault, endpointOf } from '#search/embeddings.ts';
import { embeddingsServer } from '#test/embeddings.ts';
import { own } from '#test/owners.ts';
import { testSite } from '#test/visit.ts';

const { app, db, pool, services, ask, data, visit, statements } = await testSite();
const server = await embeddingsServer();
const { embeddings } = settingsOf(
  readEnv({
    EMBEDDINGS_URL: server.url,
    EMBEDDINGS_KEY: 'a key',
    EMBEDDINGS_MODEL: 'passages',
    EMBEDDINGS_QUERY_MODEL: 'queries',
    AUTH_SECRET: 'x'.repeat(32),
  }),
);
if (!embeddings) throw new Error('The settings have no service of embeddings.');

const reports: string[] = [];
/** A process that starts now: it knows the vectors there are. */
const anew = () => {
  services.closeness = new Closeness(db, embeddings, (message) => reports.push(message));
};
const count = async (condition = sql<boolean>`true`) =>
  (await sql<{ count: number }>`SELECT count(*)::int AS count FROM record_embedding WHERE ${condition}`.execute(db)).rows[0]?.count;
const live = async () => (await sql<{ count: number }>`SELECT count(*)::int AS count FROM record WHERE archived_at IS NULL`.execute(db)).rows[0]?.count;

const QUERY = `query ($query: String!, $kinds: [Kind!], $filter: SearchFilter, $after: String) {
  search(query: $query, kinds: $kinds, filter: $filter, after: $after) {
    totalCount asTypedCount suggestion ignoredTerms kinds { kind count } facets { field values { value count } }
    pageInfo { endCursor hasNextPage } edges { node { url } } close { url kind title near matches { word } record { __typename } }
  }
}`;
type Answer = {
  close: { url: string; kind: string; title: string }[];
  edges: { node: { url: string } }[];
  totalCount: number;
  pageInfo: { endCursor: string };
};
const search = async (query: string, others: Record<string, unknown> = {}): Promise<Answer> => (await data(QUERY, { query, ...others })).search;
/** A file of a list, as somebody gets it. */
const fileOf = (url: string) => app.inject({ url, headers: { host: 'localhost' } });
const urls = ({ close }: Answer) => close.map(({ url }) => url);

const { rows: targets } = await sql<{ slug: string; text: string }>`
  SELECT slug, title || ' ' || summary AS text FROM record WHERE kind = 'PROJECT' AND title ILIKE '%cocoa%'`.execute(db);
const { slug, text } = targets[0] as { slug: string; text: string };
const COCOA = `/projects/${slug}`;
/** Words that no record has, spelt nearly as those of one, and too far from them for the search, which forgives slips: only pieces of words lead to it. */
const QUESTION = [...new Set(text.match(/[a-z]{6,}/g))]
  .slice(0, 12)
  .map((word) => `xq${word}qx`)
  .join(' ')
  .slice(0, 180);

describe('what is close in meaning', () => {
  it('is not there without the setting, and nothing is asked of anybody', async () => {
    expect(services.closeness).toBeNull();
    expect(urls(await search(QUESTION))).toEqual([]);
    expect((await visit(`/search?q=${encodeURIComponent(QUESTION)}`)).text).not.toContain('Close to this');
    expect(server.requests).toEqual([]);
  });

  it('gives every live record a vector in batches, by the model and key of the settings, and goes on where it was stopped', async () => {
    const all = (await live()) as number;
    expect(await embedRecords(db, embeddings)).toBe(all);
    expect(await count()).toBe(all);
    expect(server.requests.length).toBe(Math.ceil(all / 32));
    expect(new Set(server.requests.map(({ model, authorization }) => `${model}, ${authorization}`))).toEqual(new Set(['passages, Bearer a key']));
    // As if it had been stopped: only what is missing is asked for again.
    await sql`DELETE FROM record_embedding WHERE record_id IN (SELECT record_id FROM record_embedding ORDER BY 1 LIMIT 40)`.execute(db);
    server.requests.length = 0;
    expect(await embedRecords(db, embeddings)).toBe(40);
    expect(server.requests.map(({ input }) => input.length)).toEqual([32, 8]);
    expect(await embedRecords(db, embeddings)).toBe(0);
  });

  it('stands in a field of its own and below the hits, and changes no count, facet or file', async () => {
    services.closeness = null;
    const plain = await search(QUESTION);
    const { body: file } = await fileOf(`/projects.csv`);
    anew();
    const { close, ...others } = await search(QUESTION);
    expect({ ...others, close: [] }).toEqual(plain);
    expect(close[0]).toMatchObject({ url: COCOA, near: true, matches: [], record: { __typename: 'Project' } });
    expect(close.length).toBeLessThanOrEqual(5);
    expect(others.edges.map(({ node }) => node.url)).not.toContain(COCOA);
    expect(server.requests.at(-1)).toMatchObject({ model: 'queries', input: [QUESTION] });
    expect((await fileOf('/projects.csv')).body).toBe(file);

    const page = await visit(`/search?q=${encodeURIComponent(QUESTION)}`);
    expect(page.status).toBe(200);
    expect(page.text).toContain('Close to this');
    expect(page.links).toContain(COCOA);
  });

  it('comes after what has the words, without what was found, and beside the first page alone', async () => {
    const page = await visit('/search?q=cocoa+chocolate');
    const found = await search('cocoa chocolate');
    const here = new Set(found.edges.map(({ node }) => node.url));
    expect(urls(found).filter((url) => here.has(url))).toEqual([]);
    if (found.close.length > 0) expect(page.html.indexOf('id="close"')).toBeGreaterThan(page.html.indexOf(`href="${found.edges[0]?.node.url}"`));
    const broad = await search('blockchain');
    expect(urls(await search('blockchain', { after: broad.pageInfo.endCursor }))).toEqual([]);
    expect(urls(await search(''))).toEqual([]);
  });

  it('keeps to the chosen kinds and filters', async () => {
    expect((await search(QUESTION, { kinds: ['LESSON'] })).close.every(({ kind }) => kind === 'LESSON')).toBe(true);
    expect(urls(await search(QUESTION, { kinds: ['PROJECT'], filter: { country: ['EC'] } }))).toContain(COCOA);
    expect(urls(await search(QUESTION, { filter: { country: ['JO'] } }))).not.toContain(COCOA);
  });

  it('takes one statement, however much is close', async () => {
    await search(QUESTION);
    const counted = statements();
    await search(QUESTION);
    const seen = counted.stop();
    expect(seen.filter((text) => text.includes('record_embedding'))).toHaveLength(1);
  });

  it('is for whom the record is, by the same condition as everything', async () => {
    const { rows } = await sql<{ id: string; wfp: string; fao: string }>`
      SELECT id, (SELECT id FROM record WHERE kind = 'ORGANIZATION' AND slug = 'wfp') AS wfp, (SELECT id FROM record WHERE kind = 'ORGANIZATION' AND slug = 'fao') AS fao
      FROM record WHERE kind = 'PROJECT' AND slug = ${slug}`.execute(db);
    const { id, wfp, fao } = rows[0] as { id: string; wfp: string; fao: string };
    const person = async (organization: string, name: string): Promise<User> => {
      const made = await db
        .insertInto('person')
        .values({ name, email: `${name}@example.org`, emailVerified: true })
        .returning('id')
        .executeTakeFirstOrThrow();
      await db
        .transaction()
        .execute((trx) => grantMembership(trx, { personId: made.id, role: 'FOCAL_POINT', organizationId: organization, origin: 'GRANT' }, null));
      return (await findUser(db, made.id)) as User;
    };
    await sql`UPDATE record SET audience = 'OWNERS' WHERE id = ${id}`.execute(db);
    await sql`DELETE FROM record_owner WHERE record_id = ${id}`.execute(db);
    await own(pool, id, [wfp]);
    // Who may see it changed, and not its words: it still has its vector, so that permission alone holds it back.
    expect(await count(sql<boolean>`record_id = ${id}`)).toBe(1);
    const { authenticate } = services.accounts;
    const closeTo = async (user: User | null) => {
      services.accounts.authenticate = async () => user;
      try {
        return urls(await search(QUESTION));
      } finally {
        services.accounts.authenticate = authenticate;
      }
    };
    expect(await closeTo(null)).not.toContain(COCOA);
    expect(await closeTo(await person(fao, 'other'))).not.toContain(COCOA);
    expect(await closeTo(await person(wfp, 'owner'))).toContain(COCOA);
    await sql`UPDATE record SET audience = 'PUBLIC' WHERE id = ${id}`.execute(db);
    expect(await closeTo(null)).toContain(COCOA);
  });

  it('forgets a vector with the words that it was made of, in memory too, until the worker has made another', async () => {
    expect(urls(await search(QUESTION))).toContain(COCOA);
    await sql`UPDATE record SET body = body || ' More.' WHERE kind = 'PROJECT' AND slug = ${slug}`.execute(db);
    expect(urls(await search(QUESTION))).not.toContain(COCOA);
    expect(await embedRecords(db, embeddings)).toBe(1);
    // The old number is still in memory, and stands for nothing.
    expect(urls(await search(QUESTION))).not.toContain(COCOA);
    anew();
    expect(urls(await search(QUESTION))).toContain(COCOA);
    await sql`UPDATE record SET archived_at = now() WHERE kind = 'PROJECT' AND slug = ${slug}`.execute(db);
    expect(urls(await search(QUESTION))).not.toContain(COCOA);
    expect(await embedRecords(db, embeddings)).toBe(0);
    await sql`UPDATE record SET archived_at = NULL WHERE kind = 'PROJECT' AND slug = ${slug}`.execute(db);
    expect(await embedRecords(db, embeddings)).toBe(1);
  });

  it('leaves out a text that the service refuses and makes the others; a service that refuses all is a fault', async () => {
    await sql`DELETE FROM record_embedding WHERE record_id IN (SELECT id FROM record WHERE kind = 'GOAL')`.execute(db);
    const { rows } = await sql<{ title: string }>`SELECT title FROM record WHERE kind = 'GOAL' AND position = 2`.execute(db);
    server.set({ refuses: rows[0]?.title as string });
    expect(await embedRecords(db, embeddings)).toBe(17);
    expect(await count(sql<boolean>`vector = ''`)).toBeGreaterThan(0);
    server.requests.length = 0;
    expect(await embedRecords(db, embeddings)).toBe(0);
    expect(server.requests).toEqual([]);
    await sql`DELETE FROM record_embedding WHERE record_id IN (SELECT id FROM record WHERE kind = 'GOAL')`.execute(db);
    server.set({ refuses: '' });
    await expect(embedRecords(db, embeddings)).rejects.toThrow('EMBEDDINGS_MODEL');
    server.set('VECTORS');
    expect(await embedRecords(db, embeddings)).toBe(17);
  });

  it('makes all vectors anew for another model', async () => {
    expect(await embedRecords(db, { ...embeddings, model: 'another' })).toBe(await live());
    anew();
    // This process asks the former model still.
    expect(urls(await search(QUESTION))).toEqual([]);
    expect(await embedRecords(db, embeddings)).toBe(await live());
  });

  it.each(['BROKEN', 'NONSENSE', 'SILENCE'] as const)('leaves the page as it is without it where the service answers with %s', async (mode) => {
    services.closeness = null;
    const [plain, page] = [await search(`${QUESTION} ${mode}`), await visit(`/search?q=${encodeURIComponent(QUESTION)}+${mode}`)];
    anew();
    server.set(mode);
    reports.length = 0;
    expect(await ask(QUERY, { query: `${QUESTION} ${mode}` })).toMatchObject({ status: 200, errors: [], data: { search: plain } });
    expect((await visit(`/search?q=${encodeURIComponent(QUESTION)}+${mode}`)).text).toBe(page.text);
    // Said once, and not asked again at once.
    expect(reports).toHaveLength(1);
    expect(reports[0]).toMatch(/^The embeddings service .*; searches do without it\.$/);
    server.requests.length = 0;
    await search(`${QUESTION} again`);
    expect(server.requests).toEqual([]);
    server.set('VECTORS');
  });

  it('leaves the page as it is without it after the service was killed', async () => {
    await server.kill();
    services.closeness = null;
    const page = await visit(`/search?q=${encodeURIComponent(QUESTION)}+killed`);
    anew();
    const without = await visit(`/search?q=${encodeURIComponent(QUESTION)}+killed`);
    expect([without.status, without.text]).toEqual([200, page.text]);
    await sql`DELETE FROM record_embedding`.execute(db);
    await expect(embedRecords(db, embeddings)).rejects.toThrow(EmbeddingsFault);
  });
});

it.each([
  ['http://host:8000', 'http://host:8000/v1/embeddings'],
  ['http://host:8000/v1/', 'http://host:8000/v1/embeddings'],
  ['https://host/openai/v1/embeddings?version=1', 'https://host/openai/v1/embeddings?version=1'],
])('reads the address %s', (given, endpoint) => {
  expect(endpointOf(given)).toBe(endpoint);
});
