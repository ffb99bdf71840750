import { describe, expect, it } from 'vitest';
import { getNamedType } from 'graphql';
import { parse } from 'yaml';
import { demoCookie, realPages, sendForm, testDoor } from '#test/door.ts';
import { nestsDeeper } from './nesting.ts';
import { schema } from './schema.ts';

// Whoever sends JSON, an edition or a query with thousands of levels is told so in a sentence: nothing fails, and no words of a library or of the machine come out.

const lines: string[] = [];
const { serve } = await testDoor();
const app = await serve({}, { pages: await realPages(), logTo: { write: (line) => void lines.push(line) } });
const origin = 'http://localhost:3000';
const focal = await demoCookie(app, 'fao-focal-point');
const officer = await demoCookie(app, 'procurement-officer');
const post = (url: string, payload: string, cookie = focal) =>
  app.inject({ method: 'POST', url, headers: { 'content-type': 'application/json', host: 'localhost:3000', origin, cookie }, payload });
const shapes = (levels: number): string[] => [
  `${'['.repeat(levels)}${']'.repeat(levels)}`,
  `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`,
  `${'[{"a":'.repeat(levels / 2)}"[["${'}]'.repeat(levels / 2)}`,
];
const RAW = /call stack|RangeError|stack depth/i;
const expectSaid = (answer: { statusCode: number; body: string }, said = /nested/) => {
  expect([answer.statusCode, RAW.test(answer.body), said.test(answer.body) || answer.body.slice(0, 300)]).toEqual([400, false, true]);
};
const expectNoFailure = () => expect(lines.splice(0).filter((line) => RAW.test(line) || line.includes('"level":50'))).toEqual([]);

describe('JSON that is nested too deeply', () => {
  it('is told by its signs alone', () => {
    const deeper = (json: string, most: number) => nestsDeeper(Buffer.from(json), most);
    expect(['[[1]]', '{"a":[]}', '[[],[],[[]]]', '["[[[["]', '["\\"[[[[","\\\\",[]]', '"é[[["'].map((json) => [deeper(json, 3), deeper(json, 1)])).toEqual([
      [false, true],
      [false, true],
      [false, true],
      [false, false],
      [false, true],
      [false, false],
    ]);
  });

  it.each([
    '/graphql',
    '/auth/sign-in/email',
    '/auth/request-password-reset',
    '/auth/reset-password',
    '/auth/sign-out',
    '/auth/passkey/verify-authentication',
    '/auth/passkey/verify-registration',
  ])('is refused as a body of %s', async (path) => {
    for (const deep of shapes(10_000))
      for (const body of [
        deep,
        `{"query":"{ __schema { types { name } } }","variables":{"a":${deep}}}`,
        `{"query":"{ me { name } }","extensions":${deep}}`,
        `{"email":"a@example.org","password":${deep}}`,
        `{"name":${deep}}`,
      ])
        expectSaid(await post(path, body));
    expectNoFailure();
  });

  it('is refused in the address of a question', async () => {
    for (const deep of shapes(1000))
      for (const name of ['variables', 'extensions'])
        expectSaid(
          await app.inject({
            url: `/graphql?${new URLSearchParams({ query: '{ __schema { types { name } } }', [name]: `{"a":${deep}}` })}`,
            headers: { host: 'localhost:3000' },
          }),
        );
    expectNoFailure();
  });

  it('is a fault of every argument that takes JSON, also where it is written in the query', async () => {
    const taking = Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap((field) =>
      field.args.filter(({ type }) => getNamedType(type).name === 'JSON').map((arg) => ({ field, arg })),
    );
    expect(taking.map(({ field, arg }) => `${field.name}.${arg.name}`)).toEqual(
      expect.arrayContaining(['saveDraft.content', 'saveDraft.sources', 'loadAgreements.data']),
    );
    for (const { field, arg } of taking) {
      const others = field.args.filter((one) => one !== arg && String(one.type).endsWith('!'));
      const written: Record<string, string> = { 'ID!': '"x"', 'String!': '"x"', 'Int!': '1' };
      expect(others.filter(({ type }) => !written[String(type)])).toEqual([]);
      const args = others.map(({ name, type }) => `${name}: ${written[String(type)]}`).join(' ');
      const deep = `${'[{a:'.repeat(40)}1${'}]'.repeat(40)}`;
      for (const [value, variables] of [
        ['$json', { json: JSON.parse(shapes(66)[0] as string) as unknown }],
        [deep, {}],
      ] as const) {
        const head = value === '$json' ? '($json: JSON!)' : '';
        const answer = await post(
          '/graphql',
          JSON.stringify({
            query: `mutation ${head} { ${field.name}(${args} ${arg.name}: ${value}) { __typename ... on InvalidInput { fields { path code params } } } }`,
            variables,
          }),
        );
        const { data, errors } = answer.json() as {
          data: Record<string, { fields: { path: string; code: string }[] }> | null;
          errors?: { extensions: { fields: { path: string; code: string }[] } }[];
        };
        const faults = data?.[field.name]?.fields ?? errors?.[0]?.extensions.fields;
        expect([field.name, faults?.map(({ path, code }) => [path.split('.')[0], code])]).toEqual([field.name, [[arg.name, 'NESTED']]]);
      }
    }
    expectNoFailure();
  });

  it('is refused beside the field of a form, with what was typed', async () => {
    for (const deep of [...shapes(20_000), ...shapes(70)]) {
      const answer = await sendForm(app, '/agreements/load', { holder: 'unicef', data: deep, key: 'a key' }, { cookie: officer, origin, accept: 'text/html' });
      expectSaid(answer);
      expect(answer.body).toContain(deep.slice(0, 60).replaceAll('"', '&quot;'));
    }
    expectNoFailure();
  });
});

describe('a file of an edition that is nested too deeply', () => {
  const check = async (source: string) =>
    (
      (
        await post(
          '/graphql',
          JSON.stringify({ query: 'mutation ($source: String!) { checkEdition(source: $source) { path code message } }', variables: { source } }),
        )
      ).json() as {
        data: { checkEdition: { path: string; code: string; message: string }[] };
      }
    ).data.checkEdition;
  const shipped = async () =>
    parse(
      (
        (await post('/graphql', JSON.stringify({ query: '{ instrument(instrument: "jiu-matrix") { source } }' }))).json() as {
          data: { instrument: { source: string } };
        }
      ).data.instrument.source,
    ) as {
      questions: { id: string }[];
      layers: { rules: { when?: unknown }[] }[];
    };

  it.each([
    ['lists', '['.repeat(60_000)],
    ['whole lists', shapes(40_000)[0] as string],
    ['objects', shapes(20_000)[1] as string],
    ['objects that do not end', '{a: '.repeat(15_000)],
    ['lines of lists', '- '.repeat(60_000)],
    ['keys', '? '.repeat(60_000)],
    ['keys in lines', '- ? '.repeat(20_000)],
    ['keys in lists', '{['.repeat(30_000)],
    ['lines', Array.from({ length: 600 }, (_, at) => `${' '.repeat(at)}a:`).join('\n')],
    ['a thousand levels', shapes(1000)[0] as string],
    ['forty-one levels', `a: ${shapes(40)[0]}`],
  ])('is told so: %s', async (_name, source) => {
    expect((await check(source)).map(({ path, code }) => [path, code])).toEqual([['source', 'EDITION_DEEP']]);
    expectNoFailure();
  });

  it('is told so of a condition in conditions, which every later reader would walk', async () => {
    const content = await shipped();
    let when: unknown = { question: content.questions[0]?.id, is: ['yes'] };
    for (let level = 0; level < 400; level++) when = level % 2 ? { any: [when] } : { all: [when] };
    (content.layers[0]?.rules[0] as { when?: unknown }).when = when;
    expect((await check(JSON.stringify(content))).map(({ code }) => code)).toEqual(['EDITION_DEEP']);
    expectNoFailure();
  });
});
