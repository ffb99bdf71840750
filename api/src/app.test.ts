import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { buildSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { serverAudits } from 'graphql-http';
import { afterAll, describe, expect, test } from 'vitest';
import { connect } from '#prisma/database.ts';
import { createPostgresEngine } from '#search/postgres.ts';
import { testApp, testLibrary } from '#test/ask.ts';
import { makeServices } from './context.ts';
import { schema } from './schema.ts';

const { services } = await testLibrary();
const app = await testApp(services);
const address = await app.listen({ port: 0, host: '127.0.0.1' });
const graphql = (body: unknown, headers: Record<string, string> = {}) =>
  app.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json', ...headers }, payload: JSON.stringify(body) });

describe('health', () => {
  test('the process is up, and the database and search answer', async () => {
    expect((await app.inject('/health')).json()).toEqual({ status: 'up' });
    const ready = await app.inject('/ready');
    expect([ready.statusCode, ready.json()]).toEqual([200, { ready: true, database: true, search: true }]);
  });

  test('without the database the process is up, not ready, and says what fails', async () => {
    const gone = connect('postgres://nobody:none@127.0.0.1:9/none', { max: 1 });
    const search = createPostgresEngine('postgres://nobody:none@127.0.0.1:9/none');
    afterAll(() => Promise.all([gone.close(), search.close()]));
    const broken = await testApp(makeServices(gone.db, search));
    const ready = await broken.inject('/ready');
    expect([ready.statusCode, ready.json()]).toEqual([503, { ready: false, database: false, search: false }]);
    expect((await broken.inject('/health')).statusCode).toBe(200);
    const answer = await broken.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json' },
      payload: JSON.stringify({ query: '{ projects { totalCount } }' }),
    });
    expect([answer.statusCode, answer.headers['retry-after'], answer.json().errors[0].extensions.code]).toEqual([503, '5', 'BUSY']);
    expect(answer.body).not.toMatch(/ECONNREFUSED|127\.0\.0\.1|at .*\.ts/);
    const file = await broken.inject('/projects.csv');
    expect([file.statusCode, file.headers['retry-after']]).toEqual([503, '5']);
    expect(file.body).not.toMatch(/ECONNREFUSED|127\.0\.0\.1/);
  });

  test('with search alone gone, says so', async () => {
    const half = await testApp({
      ...services,
      search: { ...services.search, name: 'postgres', ready: async () => false, search: services.search.search, close: async () => {} },
    });
    expect((await half.inject('/ready')).json()).toEqual({ ready: false, database: true, search: false });
  });
});

describe('every answer', () => {
  test('carries the security headers and a policy without inline script or style', async () => {
    for (const url of ['/health', '/projects.csv', '/graphql?query={__typename}', '/nothing-here']) {
      const { headers } = await app.inject({ url, headers: { accept: 'application/json' } });
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('strict-origin-when-cross-origin');
      expect(headers['x-frame-options']).toBe('SAMEORIGIN');
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
      expect(headers['x-powered-by']).toBeUndefined();
    }
    expect((await app.inject('/health')).headers['strict-transport-security']).toBeUndefined();
    const secure = await testApp(services, { BASE_URL: 'https://atrium.example.org' });
    expect((await secure.inject('/health')).headers['strict-transport-security']).toContain('max-age=31536000');
  });

  test('carries a request id of our own, whatever came', async () => {
    const id = async (given?: string) =>
      (await app.inject({ url: '/health', headers: given === undefined ? {} : { 'x-request-id': given } })).headers['x-request-id'];
    for (const given of [undefined, 'abcdefgh-12345678', '<script>', 'short', 'x'.repeat(100)]) expect(await id(given)).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('is compressed for who understands it', async () => {
    const plain = await app.inject({ url: '/lessons.json', headers: { 'accept-encoding': 'identity' } });
    const br = await app.inject({ url: '/lessons.json', headers: { 'accept-encoding': 'br, gzip' } });
    const gzip = await app.inject({ url: '/lessons.csv', headers: { 'accept-encoding': 'gzip' } });
    expect([br.headers['content-encoding'], gzip.headers['content-encoding']]).toEqual(['br', 'gzip']);
    expect(brotliDecompressSync(br.rawPayload).equals(plain.rawPayload)).toBe(true);
    expect(gunzipSync(gzip.rawPayload).toString()).toContain('Title,Address');
    expect(br.rawPayload.length).toBeLessThan(plain.rawPayload.length / 3);
  });
});

describe('bad requests', () => {
  test('an address or a body that is too long or broken is refused, never a fault of ours', async () => {
    const long = await app.inject({
      url: `/graphql?query=${encodeURIComponent(`{ search(query: "${'x'.repeat(10_000)}") { totalCount } }`)}`,
      headers: { accept: 'application/json' },
    });
    expect([long.statusCode, long.json().errors[0].extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
    expect(
      (await app.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json' }, payload: 'x'.repeat(1024 * 1024 + 10) }))
        .statusCode,
    ).toBe(413);
    for (const payload of ['{', 'null', '[]', '"text"', '{"query":5}', '']) {
      const { statusCode } = await app.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json' }, payload });
      expect([payload, statusCode >= 400 && statusCode < 500]).toEqual([payload, true]);
    }
    for (const url of ['/%00', '/projects%2ecsv%00', '/..%2f..%2fetc%2fpasswd', `/${'a'.repeat(9000)}`, '/projects.csv/x']) {
      const { statusCode } = await app.inject(url);
      expect([url.slice(0, 30), statusCode < 500]).toEqual([url.slice(0, 30), true]);
    }
  });

  test('a cursor from another list is refused with a message', async () => {
    const vendors = (await graphql({ query: '{ vendors(first: 1) { pageInfo { endCursor } } }' })).json();
    const answer = await graphql({
      query: 'query ($after: String) { lessons(after: $after) { totalCount } }',
      variables: { after: vendors.data.vendors.pageInfo.endCursor },
    });
    expect([answer.statusCode, answer.json().errors[0].message]).toEqual([
      400,
      'after: This cursor belongs to another list or order. Start again from the first page.',
    ]);
  });

  test('what failed inside reaches nobody, and the log names the request', async () => {
    const failing = await testApp({
      ...services,
      search: {
        ...services.search,
        name: 'postgres',
        search: async () => {
          throw new Error('secret-host:5432 refused');
        },
        ready: async () => true,
        close: async () => {},
      },
    });
    const answer = await failing.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json' },
      payload: JSON.stringify({ query: '{ search(query: "x") { totalCount } }' }),
    });
    expect(answer.body).not.toContain('secret-host');
    expect(answer.json().errors[0]).toMatchObject({
      message: expect.stringContaining('went wrong on our side'),
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    });
  });
});

describe('GraphQL', () => {
  test('schema.graphql is the schema', async () => {
    const file = await readFile(new URL('../schema.graphql', import.meta.url), 'utf8');
    expect(file === `${printSchema(lexicographicSortSchema(schema))}\n` ? 'up to date' : 'not up to date: run npm run schema:print').toBe('up to date');
  });

  test('every type and every root field is described, or its name says all', () => {
    const printed = buildSchema(printSchema(schema));
    const undescribed = Object.values(printed.getTypeMap()).filter(
      (type) =>
        !type.name.startsWith('__') &&
        !['String', 'Int', 'Float', 'Boolean', 'ID'].includes(type.name) &&
        !type.description &&
        !/(Edge|Filter|Input|Result)$/.test(type.name),
    );
    expect(undescribed.map((type) => type.name)).toEqual([]);
  });

  // None is skipped: the server is to pass all of the suite, those that a server may skip included.
  test.each(serverAudits({ url: `${address}/graphql` }).map((audit) => [audit.name, audit] as const))('audit: %s', async (_name, audit) => {
    const result = await audit.fn();
    expect([result.status, 'reason' in result ? result.reason : '']).toEqual(['ok', '']);
  });

  test('the server stops when asked', async () => {
    const other = await testApp(services);
    await other.listen({ port: 0, host: '127.0.0.1' });
    expect((other.server.address() as AddressInfo).port).toBeGreaterThan(0);
    const closed = once(other.server, 'close');
    await Promise.all([other.close(), closed]);
    expect(other.server.listening).toBe(false);
  });
});
