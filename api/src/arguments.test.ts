import {
  type GraphQLArgument,
  GraphQLEnumType,
  type GraphQLField,
  type GraphQLInputField,
  GraphQLInputObjectType,
  type GraphQLInputType,
  GraphQLObjectType,
  getNamedType,
  isListType,
  isNonNullType,
  isUnionType,
} from 'graphql';
import { describe, expect, it, vi } from 'vitest';
import { testApp } from '#test/ask.ts';
import { contributeLibrary, lessonOf } from '#test/contribute.ts';
import { schema } from './schema.ts';

const { db, services, answer, ask, demo, save, logged } = await contributeLibrary();
const app = await testApp(services);
// Many more than anybody writes in a minute; the limit has tests of its own.
services.accounts.countWrite = () => 0;
const focal = await demo('fao-focal-point');
const people = [focal, await demo('administrator'), await demo('secretariat'), null];

/** A value for an argument, with the text in every place that takes one. */
function filled(type: GraphQLInputType, text: string, depth = 0): unknown {
  if (isNonNullType(type)) return filled(type.ofType, text, depth);
  if (isListType(type)) return [filled(type.ofType, text, depth)];
  if (type instanceof GraphQLEnumType) return type.getValues()[0]?.name;
  if (type instanceof GraphQLInputObjectType)
    return depth > 4
      ? {}
      : Object.fromEntries(Object.values(type.getFields()).map((field: GraphQLInputField) => [field.name, filled(field.type, text, depth + 1)]));
  const { name } = getNamedType(type);
  if (name === 'JSON') return { title: text, [`name${text}`]: [{ deep: text }] };
  if (name === 'Int') return 1;
  if (name === 'Float') return 1;
  if (name === 'Boolean') return false;
  return text;
}
const takesText = (args: readonly GraphQLArgument[]) => JSON.stringify(args.map((arg) => filled(arg.type, 'TEXT'))).includes('TEXT');
/** A field of the root with all its arguments as variables, or with those it needs and one of the others. */
function requestOf(kind: 'query' | 'mutation', field: GraphQLField<unknown, unknown>, text: string, one?: GraphQLArgument) {
  const result = getNamedType(field.type);
  const chosen = isUnionType(result)
    ? '{ __typename ... on InvalidInput { fields { name message } } }'
    : result instanceof GraphQLObjectType
      ? '{ __typename }'
      : '';
  const args = field.args.filter((arg) => !one || arg === one || isNonNullType(arg.type));
  const given = (each: (arg: GraphQLArgument) => string) => args.map(each).join(', ');
  return {
    query: `${kind} (${given((arg) => `$${arg.name}: ${arg.type}`)}) { ${field.name}(${given((arg) => `${arg.name}: $${arg.name}`)}) ${chosen} }`,
    variables: Object.fromEntries(args.map((arg) => [arg.name, filled(arg.type, text)])),
  };
}
const mutations = Object.values(schema.getMutationType()?.getFields() ?? {}).filter((field) => takesText(field.args));
const queries = Object.values(schema.getQueryType()?.getFields() ?? {}).filter((field) => takesText(field.args));
const hostile = ['\0', 'a\0b', '\u0001\u001f\u007f\u009f', '\ufffe', '\ud800', 'a\udfffb', '\u202eabc', '\u000b\r\n\u2028', '{"a":"\\u0000"}', "'--%_\\"];

describe('every text of every mutation and query', () => {
  it('is found by walking the schema', () => {
    expect(mutations.length).toBeGreaterThan(20);
    expect(queries.length).toBeGreaterThan(20);
  });
  it.each(mutations.map((field) => [field.name, field] as const))('%s: nothing fails on our side, and what cannot be kept is named', async (name, field) => {
    logged.length = 0;
    for (const text of hostile)
      for (const person of people) {
        const { query, variables } = requestOf('mutation', field, text);
        const { data, errors } = await answer(person, query, variables);
        expect([name, text, errors?.map((error) => error.extensions?.code).filter((code) => code === 'INTERNAL_SERVER_ERROR') ?? []]).toEqual([name, text, []]);
        if (!['\0', '\u0001', '\ufffe'].some((sign) => text.includes(sign)) || name.endsWith('UptakeTable')) continue;
        const faults: { message: string }[] = data?.[name]?.fields ?? (errors?.[0]?.extensions as { fields?: { message: string }[] } | undefined)?.fields ?? [];
        expect([name, faults.some((fault) => fault.message.includes('cannot be kept'))]).toEqual([name, true]);
      }
    expect(logged).toEqual([]);
  });
  it.each(queries.map((field) => [field.name, field] as const))('%s: nothing fails on our side', async (name, field) => {
    logged.length = 0;
    for (const arg of field.args)
      for (const text of hostile)
        for (const person of [people[1] ?? null, null]) {
          const { query, variables } = requestOf('query', field, text, arg);
          const { errors } = await answer(person, query, variables);
          expect([name, arg.name, text, errors?.filter((error) => error.extensions?.code === 'INTERNAL_SERVER_ERROR') ?? []]).toEqual([
            name,
            arg.name,
            text,
            [],
          ]);
        }
    expect(logged).toEqual([]);
  });
  it('is mended in literals as in variables', async () => {
    expect(await answer(null, '{ project(slug: "a\\u0000b") { title } search(query: "cocoa\\u0001") { totalCount } }')).toMatchObject({
      data: { project: null },
    });
  });
});

describe('a text that is kept', () => {
  const read = async (id: string) => (await ask(focal, 'query ($id: ID!) { draft(id: $id) { content sources reason } }', { id })).draft;
  const begin = async (title: string, text: string, reason = '') =>
    save(focal, { kind: 'LESSON', organization: 'fao', content: lessonOf(title, { whatHappened: { text, cite: [], certainty: 'STATED' } }), reason });

  it('is well-formed, in one form, with one kind of line end', async () => {
    const { draft } = await begin('Cafe\u0301', 'one\r\ntwo\rthree\u000bfour\u2028five half \ud83d end', 'because\r\nof this');
    const { content, reason } = await read(draft.id);
    expect(content.title).toBe('Café');
    expect(content.whatHappened.text).toBe('one\ntwo\nthree\nfour\nfive half \ufffd end');
    expect(reason).toBe('because\nof this');
  });
  it('may spell control characters in letters', async () => {
    const { draft } = await begin('The escape \\u0000', 'JSON writes NUL as \\u0000 and "\\u0001".');
    expect((await read(draft.id)).content.whatHappened.text).toBe('JSON writes NUL as \\u0000 and "\\u0001".');
  });
  it('names each place of a content that holds what cannot be kept', async () => {
    const refused = await save(focal, { kind: 'LESSON', organization: 'fao', content: { title: 'a\0', whatHappened: { text: 'b\u0007' } }, reason: 'c\u0001' });
    expect(refused.fields.map((field: { name: string }) => field.name).sort()).toEqual(['content.title', 'content.whatHappened.text', 'reason']);
  });
  it('is counted with LF: 3,990 characters over many lines pass a limit of 4,000', async () => {
    const text = `${'line of nineteen ch\r\n'.repeat(199)}0123456789`;
    expect(text.replaceAll('\r\n', '\n')).toHaveLength(3990);
    const { draft } = await begin('Long lines', text);
    const remark = await ask(focal, 'mutation ($draft: ID!, $text: String!) { comment(draft: $draft, text: $text) { __typename } }', { draft: draft.id, text });
    expect(remark.comment.__typename).toBe('DraftSaved');
    expect(draft.faults.filter((fault: { name: string }) => fault.name.startsWith('whatHappened.text'))).toEqual([]);
  });
  it('is one line where a name is asked for, and turns no direction', async () => {
    const { draft } = await save(focal, { kind: 'LESSON', organization: 'fao', content: lessonOf('Invoice \u202efdp.exe') });
    const { draft: seen } = await ask(focal, 'query ($id: ID!) { draft(id: $id) { faults { name message } } }', { id: draft.id });
    expect(seen.faults).toContainEqual({ name: 'title', message: expect.stringContaining('direction') });
  });
  it('is nested within reason', async () => {
    let content: unknown = 'x';
    for (let depth = 0; depth < 4_000; depth++) content = [content];
    const { data } = await answer(
      focal,
      'mutation ($content: JSON) { saveDraft(kind: LESSON, content: $content) { ... on InvalidInput { fields { code } } } }',
      {
        content: { title: content },
      },
    );
    expect(data.saveDraft.fields).toEqual([{ code: 'NESTED' }]);
  });
});

it('however deep a request is nested, it is refused in words', async () => {
  const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
  const bodies = [
    `{"query":"mutation ($content: JSON) { saveDraft(kind: LESSON, content: $content) { __typename } }","variables":{"content":${deep(45_000)}}}`,
    `{"query":"query ($stage: [Stage!]) { projects(filter: { stage: $stage }) { __typename } }","variables":{"stage":${deep(45_000)}}}`,
    `{"query":${deep(45_000)}}`,
    deep(45_000),
    JSON.stringify({ query: `{ projects(filter: { stage: ${deep(900)} }) { __typename } }` }),
    JSON.stringify({ query: `query ($a: ${'['.repeat(900)}Int${']'.repeat(900)}) { projects(first: $a) { __typename } }` }),
    JSON.stringify({ query: `${'{ projects { edges '.repeat(400)}${'} }'.repeat(400)}` }),
  ];
  for (const payload of bodies) {
    const response = await app.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json', host: 'localhost:3000' }, payload });
    expect([payload.slice(0, 60), response.statusCode < 500, response.json().errors?.[0]?.message ?? response.json()[0]?.errors[0].message]).toEqual([
      payload.slice(0, 60),
      true,
      expect.stringMatching(/\w/),
    ]);
  }
});

it('a long text that stands at many places is mended once', async () => {
  const normalize = vi.spyOn(String.prototype, 'normalize');
  try {
    for (const text of [`a${'\u0315\u0300'.repeat(23_500)}`, `a${'\u0315\u0300'.repeat(15)}`.repeat(1_500)]) {
      normalize.mockClear();
      const query = `query ($q: String!) { projects(filter: { platform: [${'$q '.repeat(50)}] }) { totalCount } ${Array.from({ length: 15 }, (_, index) => `s${index}: search(query: $q) { __typename }`).join(' ')} }`;
      await answer(null, query, { q: text });
      expect(normalize.mock.contexts.filter((one) => String(one).length > 1_000).length).toBeLessThanOrEqual(3);
    }
  } finally {
    normalize.mockRestore();
  }
});

describe('addresses', () => {
  it.each([
    '/projects.csv?stage=%00&platform=a%00b',
    '/projects.json?q=%00%01%ED%A0%80',
    '/uptake.xlsx?report=%00',
    '/uptake.atom?report=a%00b&at=%00',
    '/uptake.ics?at=2024-01-01%00&asKnownOn=%0b',
    '/uptake/organizations/fao%00.atom',
    '/files/%00',
    '/graphql?query=%7Bproject(slug:%22%5Cu0000%22)%7Btitle%7D%7D',
  ])('%s is no fault of ours', async (url) => {
    expect((await app.inject({ url, headers: { accept: '*/*' } })).statusCode).toBeLessThan(500);
  });
  it('a sign-in that holds what cannot be kept is refused in words', async () => {
    for (const [url, payload] of [
      ['/auth/reset-password', { newPassword: 'a long password here', token: 'a\0b' }],
      ['/auth/sign-in/email', { email: 'a\0b@example.org', password: 'a long password here' }],
    ] as const) {
      const response = await app.inject({
        method: 'POST',
        url,
        headers: { 'content-type': 'application/json', origin: 'http://localhost:3000', host: 'localhost:3000' },
        payload,
      });
      expect([url, response.statusCode, response.json().message]).toEqual([url, 400, expect.stringContaining('cannot be kept')]);
    }
  });
  it('the database holds no NUL after all that', async () => {
    expect(await db.selectFrom('draft').select('id').execute()).not.toEqual([]);
  });
});
