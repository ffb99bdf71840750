import { buildClientSchema, execute, getIntrospectionQuery, type IntrospectionQuery, parse, printSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { testApp, testLibrary } from '#test/ask.ts';
import { limits } from './allowance.ts';
import { costOf } from './cost.ts';
import { schema } from './schema.ts';

const { services } = await testLibrary();
const app = await testApp(services);
const send = (query: string, variables: object = {}) =>
  app.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json' }, payload: JSON.stringify({ query, variables }) });
const cost = (query: string, variables: Record<string, unknown> = {}) => costOf(schema, parse(query), null, variables);
/** Fields and items of lists in an answer. */
const fieldsIn = (value: unknown): number =>
  value === null || typeof value !== 'object'
    ? 0
    : Array.isArray(value)
      ? value.length + value.reduce((sum: number, one) => sum + fieldsIn(one), 0)
      : Object.values(value).reduce((sum: number, one) => sum + 1 + fieldsIn(one), 0);

/** As GraphiQL 3 and 5, code generators and other programs ask. */
const programs: Record<string, string> = {
  'graphql-js': getIntrospectionQuery(),
  'graphql-js with everything': getIntrospectionQuery({
    specifiedByUrl: true,
    directiveIsRepeatable: true,
    schemaDescription: true,
    inputValueDeprecation: true,
    oneOf: true,
  }),
  'graphql-js without descriptions': getIntrospectionQuery({ descriptions: false }),
  GraphiQL: getIntrospectionQuery({ schemaDescription: true, inputValueDeprecation: true }),
  'a list of names': '{ __schema { types { name kind description fields(includeDeprecated: true) { name description args { name type { name } } } } } }',
  'one type': '{ __type(name: "Project") { name fields { name type { name kind ofType { name kind } } } } }',
};

const nested = (levels: number, what: string): string =>
  levels === 0 ? what : `type { fields { ${nested(levels - 1, what)} } ofType { fields { ${nested(levels - 1, what)} } } }`;
const aliased = (count: number, of: (index: number) => string) => Array.from({ length: count }, (_, index) => of(index)).join(' ');
const deep = 'ofType { inputFields { isDeprecated } ofType { inputFields { isDeprecated } ofType { inputFields { isDeprecated } } } }';
const attacks: Record<string, string> = {
  'the arguments of all fields under 18 names': `{ __schema { types { ${aliased(18, (index) => `a${index}: fields { args { type { inputFields { isDeprecated type { kind } } ${deep} } } type { fields { isDeprecated args { isDeprecated } } ofType { fields { isDeprecated args { isDeprecated } } } } }`)} } } }`,
  'fields of fields': `{ __schema { types { fields { ${nested(3, 'name')} } } } }`,
  'fields of fields by a fragment': `{ __schema { types { ...T } } } fragment T on __Type { fields { ${nested(2, 'name')} } }`,
  'one type, and from there everywhere': `{ __type(name: "Query") { fields { ${nested(4, 'name')} } } }`,
  'under names of the root': `{ ${aliased(15, (index) => `a${index}: __schema { types { fields { name description } } }`)} }`,
  'possible types of interfaces of types':
    '{ __schema { types { interfaces { possibleTypes { interfaces { possibleTypes { fields { name type { name } } } } } } } } }',
  'descriptions again and again': `{ __schema { types { ${aliased(18, (index) => `a${index}: fields { description args { description } }`)} } } }`,
  'beside something else': `{ projects(first: 1) { totalCount } __schema { types { fields { ${nested(3, 'name')} } } } }`,
};

describe('what the schema says of itself', () => {
  it.each(Object.entries(programs))('is told to %s, and counted as it is', async (_name, query) => {
    const { data } = (await send(query)).json() as { data: object };
    expect(data).toEqual(JSON.parse(JSON.stringify(execute({ schema, document: parse(query) }).valueOf())).data);
    const counted = cost(query);
    // A field of it counts half.
    expect(counted * 2).toBeGreaterThanOrEqual(fieldsIn(data));
    // A client asks for it once; it grows with the schema, and must stay well within what a request may cost.
    expect(counted).toBeLessThan(limits.cost * 0.85);
    if ('__schema' in data && query.includes('IntrospectionQuery'))
      expect(printSchema(buildClientSchema(data as IntrospectionQuery)).length).toBeGreaterThan(10_000);
  });

  it.each(Object.entries(attacks))('is not told: %s', async (_name, query) => {
    expect(query.length).toBeLessThan(8_000);
    const answer = (await send(query)).json() as { errors: { extensions: { code: string }; message: string }[]; data?: unknown };
    expect(answer.data ?? null).toBeNull();
    // Some are refused before, since introspection goes no deeper than programs do.
    const said = answer.errors[0];
    expect(said?.extensions?.code === 'TOO_MUCH' ? 'TOO_MUCH' : said?.message).toMatch(/^TOO_MUCH$|introspection depth|depth limit/i);
  });

  it('is counted with variables and directives as they are', () => {
    const query = 'query ($with: Boolean!, $old: Boolean) { __schema { types { name @include(if: $with) fields(includeDeprecated: $old) { name } } } }';
    const [without, all] = [cost(query, { with: false, old: true }), cost(query, { with: true, old: true })];
    expect(Math.abs((all - without) * 2 - Object.keys(schema.getTypeMap()).length)).toBeLessThanOrEqual(1);
  });

  it('is answered again from what is kept, and the server answers beside many who ask in other words', { timeout: 120_000 }, async () => {
    const asked = Array.from({ length: 60 }, (_, index) => send(`${getIntrospectionQuery()} # ${index}`));
    expect((await app.inject('/health')).statusCode).toBe(200);
    const codes = (await Promise.all(asked)).map(({ statusCode, headers }) => [statusCode, statusCode === 503 ? headers['retry-after'] : undefined]);
    expect(codes.filter(([code]) => code === 200).length).toBeGreaterThan(0);
    expect(codes.filter(([code, after]) => code !== 200 && !(code === 503 && after === '5'))).toEqual([]);
    const same = await Promise.all(Array.from({ length: 30 }, () => send(programs['graphql-js'] as string)));
    expect(same.map(({ statusCode }) => statusCode)).toEqual(Array.from({ length: 30 }, () => 200));
  });
});
