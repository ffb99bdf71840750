import { describe, expect, it } from 'vitest';
import { testApp, testLibrary } from '#test/ask.ts';
import { limits } from './allowance.ts';
import { makeYoga } from './yoga.ts';

const { services, statements } = await testLibrary();
const app = await testApp(services);

type Query = { query: string; variables?: Record<string, unknown> };
const send = async (body: Query | Query[], most = limits) => {
  const yoga = makeYoga(services, { error: () => {} }, most);
  const response = await yoga.fetch('http://localhost/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
  });
  const answers = [await response.json()].flat() as { data?: unknown; errors?: { message: string; extensions?: { code?: string } }[] }[];
  return { status: response.status, answers, codes: answers.map(({ errors }) => errors?.[0]?.extensions?.code ?? null) };
};
const aliases = (count: number, field: (index: number) => string) => Array.from({ length: count }, (_, index) => `a${index}: ${field(index)}`).join(' ');
const connected = (levels: number, innermost: string, args = ''): string =>
  levels === 0 ? innermost : `connections${args} { record { ${connected(levels - 1, innermost, args)} } }`;

/** What two reviews ended or blocked the server with, and other forms of the same. */
const attacks: Record<string, Query | Query[]> = {
  'a page size by variable, 20 times': {
    query: `query ($n: Int) { ${aliases(20, () => `organizations(first: $n) { edges { node { ${connected(3, '__typename')} } } }`)} }`,
    variables: { n: 100 },
  },
  'the same once': { query: `query ($n: Int) { organizations(first: $n) { edges { node { ${connected(3, '__typename')} } } } }`, variables: { n: 100 } },
  'a page size by the default of a variable': { query: `query ($n: Int = 100) { organizations(first: $n) { edges { node { ${connected(2, 'title')} } } } }` },
  'a page size that nobody names': { query: `{ organizations { edges { node { ${connected(3, 'title')} } } } }` },
  'the file of an edition, 20 times, twice in one request': [0, 1].map(() => ({
    query: `{ instrument(instrument: "jiu-matrix") { ${aliases(20, () => 'source')} } }`,
  })),
  'what would change an outcome, 20 times': {
    query: `{ instrument(instrument: "jiu-matrix") { ${aliases(20, () => 'evaluation(answers: []) { changes { outcome { title } } }')} } }`,
  },
  'connections, five levels from one organization': { query: `{ organization(slug: "wfp") { ${connected(5, 'title')} } }` },
  'connections, four levels from a hundred': { query: `{ organizations(first: 100) { edges { node { ${connected(4, 'title')} } } } }` },
  'the same twice, two times in one request': [0, 1].map(() => ({
    query: `{ ${aliases(2, () => `organizations(first: 100) { edges { node { ${connected(4, 'title')} } } }`)} }`,
  })),
  'connections with page sizes of their own': {
    query: `query ($n: Int) { organization(slug: "wfp") { ${connected(3, 'title', '(first: $n)')} } }`,
    variables: { n: 100 },
  },
  'through fragments on the interface': {
    query: `{ organizations(first: 100) { edges { node { ...A } } } } fragment A on Record { connections { record { ...B } } } fragment B on Record { connections { record { title } } }`,
  },
  'through inline fragments': {
    query: `{ projects(first: 100) { edges { node { ... on Record { connections { record { ... on Organization { ${connected(1, 'title')} } } } } } } } }`,
  },
  'fragments that use each other more often than anything can count': {
    query: `{ organization(slug: "wfp") { ...F0 } } ${Array.from({ length: 4 }, (_, index) => `fragment F${index} on Organization { ${`...F${index + 1} `.repeat(20)} }`).join(' ')} fragment F4 on Organization { title }`,
  },
  'other lists without a page size': { query: '{ projects(first: 100) { edges { node { lessons { projects { lessons { title } } } } } } }' },
  'statements of a source': { query: '{ sources(first: 100) { edges { node { resting { record { title citations { place } } } } } } }' },
  'the uptake by year, 10 times': { query: `{ ${aliases(10, (index) => `uptakeBy(by: YEAR, at: "2026-01-${index + 10}") { rows { label } }`)} }` },
  'the histories of a table, 19 times': { query: `{ ${aliases(19, (index) => `uptakeMatrix(at: "2026-01-${index + 10}") { cells { history { id } } }`)} }` },
  'who is doing this, 19 times in each of two queries': [0, 1].map((query) => ({
    query: `{ ${aliases(19, (index) => `whoIsDoingThis(title: "cash ${query} ${index}") { record { title } }`)} }`,
  })),
  'the schema of the schema, 20 times': { query: `{ ${aliases(20, () => '__schema { types { name fields { name } } }')} }` },
  'many fields to count, by variable': {
    query: 'query ($fields: [String!]!) { library { facets(kind: PROJECT, fields: $fields) { values { count } } } }',
    variables: { fields: Array.from({ length: 60_000 }, () => 'platform') },
  },
  'every address of the library, 20 times': { query: `{ library { ${aliases(20, () => 'addresses { url title }')} } }` },
};

describe('the cost of a query', () => {
  it.each(Object.entries(attacks))('refuses %s', async (_name, body) => {
    const counted = statements();
    const { answers, codes } = await send(body);
    const seen = counted.stop();
    // The first of two may be within what the request may cost; both together are not.
    expect(codes).toContain('TOO_MUCH');
    expect(answers.find((one) => one.errors)?.data ?? null).toBeNull();
    expect(answers.find((one) => one.errors)?.errors?.[0]?.message).toContain('asks for too much at once');
    if (!Array.isArray(body)) expect(seen).toEqual([]);
  });

  it('counts the queries of one request together', async () => {
    const half = { query: `{ ${aliases(5, () => 'whoIsDoingThis(title: "cash") { reasons }')} }` };
    expect((await send(half)).codes).toEqual([null]);
    expect((await send([half, half])).codes.sort()).toEqual(['TOO_MUCH', null]);
  });

  it('leaves room for what people ask', async () => {
    const wide =
      '{ projects(first: 100) { totalCount facets { field values { value label count } } edges { node { title url stage owners { shortName } vendors { name } connections { relation record { title } } } } } }';
    expect((await send({ query: wide })).codes).toEqual([null]);
    expect((await send({ query: '{ __schema { types { name fields { name type { name } } } } }' })).codes).toEqual([null]);
    expect((await send({ query: `{ organization(slug: "wfp") { ${connected(2, 'title')} } }` })).codes).toEqual([null]);
    expect((await send({ query: '{ uptakeMatrix { cells { status history { id } } } }' })).codes).toEqual([null]);
  });

  it('is the same for what is left out by a directive as for what is not there', async () => {
    const query = `query ($deep: Boolean!) { organization(slug: "wfp") { title ... @include(if: $deep) { ${connected(4, 'title')} } } }`;
    expect((await send({ query, variables: { deep: false } })).codes).toEqual([null]);
    expect((await send({ query, variables: { deep: true } })).codes).toEqual(['TOO_MUCH']);
  });
});

describe('what is really read', () => {
  const list = { query: '{ projects(first: 20) { edges { node { title } } } }' };
  it('is counted item by item, for both queries of a request together', async () => {
    expect((await send(list, { ...limits, nodes: 30 })).codes).toEqual([null]);
    const over = await send(list, { ...limits, nodes: 10 });
    expect([over.status, over.codes, over.answers[0]?.data ?? null]).toEqual([400, ['TOO_MUCH'], null]);
    expect(over.answers[0]?.errors?.[0]?.message).toContain('more than 10 items');
    expect((await send([list, { query: list.query.replace('20', '19') }], { ...limits, nodes: 30 })).codes).toContain('TOO_MUCH');
  });

  it('is counted by the length of the answer too', async () => {
    const long = await send({ query: `{ projects(first: 20) { edges { node { ${aliases(10, () => 'abstract')} } } } }` }, { ...limits, size: 5_000 });
    expect([long.status, long.codes, long.answers[0]?.data ?? null]).toEqual([400, ['TOO_MUCH'], null]);
    expect((await send(list, { ...limits, size: 5_000 })).codes).toEqual([null]);
  });
});

describe('connections', () => {
  const ask = async (args: string) => {
    const { answers } = await send({ query: `{ organization(slug: "wfp") { connections${args} { relation record { kind title } } } }` });
    return answers[0] as {
      data: { organization: { connections: { relation: string; record: { kind: string; title: string } }[] } };
      errors?: { message: string }[];
    };
  };
  it('come fifty at a time unless told otherwise, and can be read on and chosen', async () => {
    const all = [...(await ask('(first: 100)')).data.organization.connections, ...(await ask('(first: 100, skip: 100)')).data.organization.connections];
    expect(all.length).toBeGreaterThan(50);
    expect((await ask('')).data.organization.connections).toEqual(all.slice(0, 50));
    expect((await ask('(first: 7, skip: 3)')).data.organization.connections).toEqual(all.slice(3, 10));
    const lessons = (await ask('(kinds: [LESSON], first: 100)')).data.organization.connections;
    expect(lessons).toEqual(all.filter(({ record }) => record.kind === 'LESSON').slice(0, 100));
    expect((await ask('(relations: ["OWNER"], first: 100)')).data.organization.connections.every(({ relation }) => relation === 'OWNER')).toBe(true);
    expect((await ask('(first: 101)')).errors?.[0]?.message).toContain('Ask for 1 to 100');
    expect((await ask('(skip: -1)')).errors?.[0]?.message).toContain('skip');
  });
});

describe('a filter value that nothing has', () => {
  it('is looked up by itself, without reading all values', async () => {
    for (const query of [
      '{ projects(filter: { platform: ["xyz"] }) { totalCount ignored { value } } }',
      '{ search(query: "cash", filter: { platform: ["xyz"] }) { totalCount ignored { value } } }',
    ]) {
      await send({ query: query.replace('xyz', 'Ethereum') });
      const counted = statements();
      expect((await send({ query })).codes).toEqual([null]);
      expect(counted.stop().filter((text) => /from "facet_value"/.test(text))).toEqual([]);
    }
    const counted = statements();
    await app.inject('/projects.csv?platform=xyz&stage=nope');
    expect(counted.stop().filter((text) => /from "facet_value"/.test(text))).toEqual([]);
  });

  it('may be one of two hundred, no more', async () => {
    const { status, answers } = await send({
      query: 'query ($values: [String!]) { projects(filter: { platform: $values }) { totalCount } }',
      variables: { values: Array.from({ length: 5_000 }, (_, index) => `x${index}`) },
    });
    expect([status, answers[0]?.errors?.[0]?.extensions]).toMatchObject([400, { code: 'BAD_USER_INPUT', fields: [{ name: 'platform' }] }]);
  });
});

describe('variables that are not what an operation wants', () => {
  const inputs: [string, string, (bad: unknown) => unknown][] = [
    ['query ($a: [AnswerInput!]!) { instrument(instrument: "jiu-matrix") { evaluation(answers: $a) { __typename } } }', 'a', (bad) => [bad]],
    ['query ($f: ProjectFilter) { projects(filter: $f) { totalCount } }', 'f', (bad) => bad],
  ];
  const many = Object.fromEntries(Array.from({ length: 9_000 }, (_, index) => [`q${index}`, 0]));
  it.each(inputs)('are refused in one short sentence: %s', async (query, name, within) => {
    for (const bad of [many, { question: many }, 0, 'x'.repeat(50_000), [many]]) {
      const { answers } = await send({ query, variables: { [name]: within(bad) } });
      expect(answers[0]?.errors).toHaveLength(1);
      // Pages answer what they were sent wrongly with 400 by this code.
      expect(answers[0]?.errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT' });
      expect(answers[0]?.errors?.[0]?.message.length).toBeLessThanOrEqual(300);
      expect(JSON.stringify(answers).length).toBeLessThan(2_000);
    }
  });
  it('are refused in one short sentence, however many items are wrong', async () => {
    for (const items of [Array.from({ length: 16_000 }, () => ({})), Array.from({ length: 40_000 }, () => 0)]) {
      const { answers } = await send({ query: inputs[0]?.[0] ?? '', variables: { a: items } });
      expect(answers[0]?.errors).toHaveLength(1);
      expect(JSON.stringify(answers).length).toBeLessThan(2_000);
    }
  });
});

it('answers /health while all of it is asked at once', async () => {
  const post = (body: unknown) =>
    app.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json' }, payload: JSON.stringify(body) });
  const asked = Object.values(attacks).map(post);
  const answer = await app.inject('/health');
  expect([answer.statusCode, answer.json()]).toEqual([200, { status: 'up' }]);
  for (const one of await Promise.all(asked)) expect(one.statusCode).toBeLessThan(500);
});

it('counts the same depth for a fragment as for its fields written out', async () => {
  const nested = (levels: number): string => (levels === 0 ? 'owners { title }' : `similar { project { ${nested(levels - 1)} } }`);
  const deep = (levels: number) => `{ project(slug: "building-blocks") { ${nested(levels)} } }`;
  const parted = (levels: number) => `{ project(slug: "building-blocks") { ...P } } fragment P on Project { ... on Project { ${nested(levels)} } }`;
  const said = async (query: string) => (await send({ query })).answers[0]?.errors?.[0]?.message ?? 'fine';
  for (const levels of [1, 4, 6]) expect([levels, await said(parted(levels))]).toEqual([levels, await said(deep(levels))]);
  expect(await said(parted(6))).toMatch(/depth limit/);
});
