import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { why } from '#i18n/fault.ts';
import { sentence } from '#i18n/sentence.ts';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { hashToken } from '../accounts/token.ts';
import { newToken } from '../tokens/token.ts';
import { countStatements, testApp } from '#test/ask.ts';
import { contributeLibrary } from '#test/contribute.ts';

const { db, services, ask } = await contributeLibrary();
const app = await testApp(services);

const modern = {
  'io.modelcontextprotocol/protocolVersion': '2026-07-28',
  'io.modelcontextprotocol/clientInfo': { name: 'check', version: '1' },
  'io.modelcontextprotocol/clientCapabilities': {},
};
type Sent = { headers?: Record<string, string>; legacy?: boolean };
let id = 0;
/** The address of the server, once it listens. */
const listening = async () => {
  if (!app.server.listening) await app.listen({ port: 0, host: '127.0.0.1' });
  return `http://localhost:${(app.server.address() as AddressInfo).port}`;
};
async function rpc(method: string, params: Record<string, unknown>, { headers = {}, legacy = false }: Sent = {}) {
  const named = typeof params['name'] === 'string' ? params['name'] : typeof params['uri'] === 'string' ? params['uri'] : undefined;
  const response = await app.inject({
    method: 'POST',
    url: '/mcp',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      ...(legacy
        ? { 'mcp-protocol-version': '2025-06-18' }
        : { 'mcp-protocol-version': '2026-07-28', 'mcp-method': method, ...(named ? { 'mcp-name': named } : {}) }),
      ...headers,
    },
    payload: { jsonrpc: '2.0', id: ++id, method, params: legacy ? params : { ...params, _meta: modern } },
  });
  const body = String(response.headers['content-type']).startsWith('text/event-stream') ? (/^data: (.+)$/m.exec(response.body)?.[1] ?? 'null') : response.body;
  return {
    status: response.statusCode,
    headers: response.headers,
    ...(JSON.parse(body || 'null') as { result?: Result; error?: { code: number; message: string; data?: { code: string } } }),
  };
}
type Statement = {
  text: string;
  sources: { title: string; place: string; url: string }[];
  asAt: string;
  certainty: string;
  url: string;
  version: string;
  hash: string;
};
type Result = {
  content: { text: string }[];
  structuredContent?: { answer: string; statements: Statement[]; more: boolean };
  isError?: boolean;
  tools?: { name: string; annotations: object }[];
  contents?: { text: string }[];
};
/** Calls a tool; where the library has too much to do, again, as it asks for. */
async function call(name: string, given: Record<string, unknown>, sent?: Sent, tries = 5): ReturnType<typeof rpc> {
  const answer = await rpc('tools/call', { name, arguments: given }, sent);
  const busy = answer.result?.isError === true && answer.result.content[0]?.text === sentence(why('BUSY'));
  return busy && tries > 1 ? call(name, given, sent, tries - 1) : answer;
}
/** What keeps a statement from being cited; in structure and in the text alike. */
const uncited = ({ statements }: { statements: Statement[] }, text: string) =>
  statements.flatMap((one) => {
    const missing = [
      one.sources.length === 0 || one.sources.some(({ title, place, url }) => !title || !place || !/^https?:/.test(url)) ? 'source' : '',
      one.asAt ? '' : 'as at',
      /^(STATED|INFERRED|UNCERTAIN)$/.test(one.certainty) ? '' : 'how sure',
      /^https?:\/\/.+\/.+/.test(one.url) && one.version ? '' : 'address',
      /^[0-9a-f]{64}$/.test(one.hash) ? '' : 'hash',
      [one.text, one.url, one.hash, one.asAt, ...one.sources.map(({ place }) => place)].every((part) => text.includes(part)) ? '' : 'text',
    ].filter(Boolean);
    return missing.length > 0 ? [`${one.text.slice(0, 60)}: ${missing.join(', ')}`] : [];
  });

describe('the Model Context Protocol', () => {
  it('tells its tools, all of which only read, to clients of 2026 and of 2025', async () => {
    const { result } = await rpc('tools/list', {});
    expect(result?.tools?.map(({ name }) => name).sort()).toEqual([
      'compare',
      'matrix_evaluate',
      'matrix_questions',
      'record',
      'search',
      'similar_projects',
      'statement',
      'uptake',
      'vendors',
    ]);
    for (const one of result?.tools ?? []) expect(one.annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false });
    const begun = await rpc('initialize', { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'old', version: '1' } }, { legacy: true });
    expect(begun.result).toMatchObject({ protocolVersion: '2025-06-18', serverInfo: { name: 'atrium' } });
    expect((await call('search', { query: 'Building Blocks' }, { legacy: true })).result?.structuredContent?.statements.length).toBeGreaterThan(0);
    expect((await app.inject({ url: '/mcp', headers: { accept: 'text/event-stream' } })).statusCode).toBe(405);
  });

  it('answers 200 calls over 40 questions with no statement without its citation', { timeout: 300_000 }, async () => {
    // Questions of the library itself: its projects, vendors, lessons, organizations, recommendations, in the order it has them.
    const rows = (kind: string, most: number) =>
      db
        .selectFrom('record')
        .select(['slug', 'title', 'content'])
        .where('kind', '=', kind as never)
        .where('audience', '=', 'PUBLIC')
        .orderBy('position')
        .orderBy('slug')
        .limit(most)
        .execute();
    const [projects, vendors, lessons, organizations] = [
      await rows('PROJECT', 16),
      await rows('VENDOR', 8),
      await rows('LESSON', 8),
      await rows('ORGANIZATION', 8),
    ];
    const { instrument } = await ask(null, '{ instrument(instrument: "jiu-matrix") { questions { id options { id } } } }');
    const answers = (instrument.questions as { id: string; options: { id: string }[] }[]).map((one) => ({ question: one.id, option: one.options[0]?.id }));
    const other = (index: number) => projects[(index + 1) % projects.length]?.slug ?? '';
    const calls: [string, Record<string, unknown>][] = [
      ...projects.flatMap(({ slug, title }, index): [string, Record<string, unknown>][] => [
        ['search', { query: title.slice(0, 200) }],
        ['record', { address: `/projects/${slug}` }],
        ['similar_projects', { title: title.slice(0, 200) }],
        ['compare', { addresses: [`/projects/${slug}`, `/projects/${other(index)}`] }],
        ['uptake', { at: `20${20 + (index % 6)}-06-30`, recommendation: String((index % 8) + 1) }],
      ]),
      ...vendors.flatMap(({ slug, title }): [string, Record<string, unknown>][] => [
        ['vendors', { name: title.slice(0, 200) }],
        ['search', { query: title.slice(0, 200), kinds: ['VENDOR'] }],
        ['record', { address: `/vendors/${slug}` }],
        ['similar_projects', { title: `A pilot with ${title}`.slice(0, 200) }],
        ['matrix_questions', {}],
      ]),
      ...lessons.flatMap(({ slug, title, content }, index): [string, Record<string, unknown>][] => [
        ['statement', { text: (content as { whatHappened?: { text?: string } }).whatHappened?.text?.slice(0, 1500) ?? title }],
        ['statement', { text: `${title} of nobody at all` }],
        ['record', { address: `/lessons/${slug}` }],
        ['search', { query: title.slice(0, 200), kinds: ['LESSON'] }],
        ['matrix_evaluate', { answers: answers.slice(0, index + 1) }],
      ]),
      ...organizations.flatMap(({ slug, title }): [string, Record<string, unknown>][] => [
        ['search', { query: title.slice(0, 200) }],
        ['record', { address: `/organizations/${slug}` }],
        ['uptake', { organization: slug }],
        ['vendors', { first: 3 }],
        ['similar_projects', { title: `A ledger for ${title}`.slice(0, 200) }],
      ]),
    ];
    expect(calls).toHaveLength(200);
    const faults: string[] = [];
    const statements = new Map<string, number>();
    for (const [name, given] of calls) {
      const { result, error } = await call(name, given);
      const text = result?.content.map((one) => one.text).join('\n') ?? '';
      // An organization to which nothing is addressed has no uptake: said in words.
      if (error || (result?.isError && name !== 'uptake')) faults.push(`${name} ${JSON.stringify(given)}: ${error?.message ?? text}`);
      else if (result?.structuredContent) {
        statements.set(name, (statements.get(name) ?? 0) + result.structuredContent.statements.length);
        faults.push(...uncited(result.structuredContent, text).map((fault) => `${name} ${JSON.stringify(given)}: ${fault}`));
      }
    }
    expect(faults).toEqual([]);
    // Each tool had something to cite.
    for (const name of new Set(calls.map(([one]) => one)))
      expect([name, statements.get(name) ?? 0]).toEqual([name, expect.toSatisfy((count: number) => count > 0)]);
  });

  it('shows what the asker sees and nothing else, by token and without', async () => {
    const lesson = await db.selectFrom('record').select(['id', 'slug']).where('kind', '=', 'LESSON').orderBy('position').executeTakeFirstOrThrow();
    await sql`UPDATE record SET audience = 'UN_SYSTEM' WHERE id = ${lesson.id}::uuid`.execute(db);
    const person = await db.selectFrom('person').select('id').where('email', 'like', '%fao%').executeTakeFirst();
    const fao = await db.selectFrom('record').select('id').where('kind', '=', 'ORGANIZATION').where('slug', '=', 'fao').executeTakeFirstOrThrow();
    const made = await db.insertInto('person').values({ name: 'A member', email: 'member.of.fao@example.org' }).returning('id').executeTakeFirstOrThrow();
    await db.insertInto('membership').values({ personId: made.id, organizationId: fao.id, role: 'MEMBER' }).execute();
    const token = newToken(services.accounts.settings.secret);
    await db
      .insertInto('apiToken')
      .values({ personId: made.id, name: 'A check', tokenHash: hashToken(token), scope: 'PERSONAL', expiresAt: new Date(Date.now() + 60_000) })
      .execute();
    expect(person === undefined || person.id !== made.id).toBe(true);

    const closed = await call('record', { address: `/lessons/${lesson.slug}` });
    expect(closed.result).toMatchObject({ isError: true, content: [{ text: expect.stringContaining('not open to you') }] });
    const open = await call('record', { address: `/lessons/${lesson.slug}` }, { headers: { authorization: `Bearer ${token}` } });
    expect(open.result?.structuredContent?.statements.length).toBeGreaterThan(0);
    expect(open.headers['cache-control']).toBe('private, no-store');
    const refused = await call('record', { address: `/lessons/${lesson.slug}` }, { headers: { authorization: 'Bearer nothing' } });
    expect([refused.status, refused.error?.data?.code]).toEqual([401, 'TOKEN_UNKNOWN']);
    await sql`UPDATE record SET audience = 'PUBLIC' WHERE id = ${lesson.id}::uuid`.execute(db);
  });

  it.each([
    ['an unknown tool', 'erase', {}],
    ['no query', 'search', {}],
    ['a long query', 'search', { query: 'x'.repeat(201) }],
    ['more than there is', 'search', { query: 'ledger', first: 1000 }],
    ['a field that there is not', 'search', { query: 'ledger', audience: 'OWNERS' }],
    ['an address elsewhere', 'record', { address: 'https://elsewhere.example/projects/building-blocks' }],
    ['a record that there is not', 'record', { address: '/projects/none-of-this-name' }],
    ['one to compare', 'compare', { addresses: ['/projects/building-blocks'] }],
    ['a day that is none', 'uptake', { at: '2024-02-31' }],
    ['two words', 'statement', { text: 'smart contracts' }],
    ['an answer that there is not', 'matrix_evaluate', { answers: [{ question: 'none', option: 'yes' }] }],
  ])('refuses %s in words', async (_name, tool, given) => {
    const { result, error } = await call(tool, given);
    expect(error?.message ?? (result?.isError ? result.content[0]?.text : '')).toMatch(/\w+ \w+/);
  });

  it('refuses a body that is too long or no JSON-RPC, and takes no cookie', async () => {
    const send = (payload: string) =>
      app.inject({
        method: 'POST',
        url: '/mcp',
        headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream', 'mcp-protocol-version': '2026-07-28' },
        payload,
      });
    for (const payload of ['', 'nothing', '[]', '{}', `{"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"x":"${'x'.repeat(200_000)}"}}`]) {
      const answer = await send(payload);
      expect([payload.slice(0, 20), answer.statusCode >= 400 && answer.statusCode < 500]).toEqual([payload.slice(0, 20), true]);
    }
    // One request is a few questions at most: limits count requests.
    for (const count of [11, 100, 1000]) {
      const answer = await send(` [${Array(count).fill('{"jsonrpc":"2.0","id":1,"method":"tools/list"}').join(',')}]`);
      expect([answer.statusCode, answer.json().error.data.code]).toEqual([400, 'QUESTIONS_MANY']);
    }
  });

  it('keeps no connection open for what is told later', async () => {
    const { result, error } = await rpc('subscriptions/listen', { notifications: { toolsListChanged: true } });
    expect(error?.message ?? JSON.stringify(result)).toMatch(/limit|not|subscription/i);
  });

  it('asks the schema a few times for an answer, however much it says', async () => {
    const counted = countStatements(services);
    await call('search', { query: 'blockchain identity', first: 10 });
    const statements = counted.stop();
    expect(statements.length).toBeLessThanOrEqual(20);
  });

  it('gives a record as a resource at its own address', async () => {
    const { result } = await rpc('resources/read', { uri: 'http://localhost:3000/projects/building-blocks' });
    expect(result?.contents?.[0]?.text).toMatch(
      /Cite as: http:\/\/localhost:3000\/projects\/building-blocks\/history\/\d+ \(version \d+, SHA-256 [0-9a-f]{64}\)/,
    );
  });

  it('speaks over standard input and output too', { timeout: 60_000 }, async () => {
    const program = spawn(process.execPath, ['mcp.ts', await listening()], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    try {
      const lines = createInterface({ input: program.stdout })[Symbol.asyncIterator]();
      const send = async (method: string, params: object) => {
        program.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id: ++id, method, params: { ...params, _meta: modern } })}\n`);
        return JSON.parse(String((await lines.next()).value)) as { result: Result };
      };
      const { result } = await send('tools/call', { name: 'record', arguments: { address: '/projects/building-blocks' } });
      expect(result.structuredContent?.statements.length).toBeGreaterThan(0);
      expect(uncited(result.structuredContent ?? { statements: [] }, result.content[0]?.text ?? '')).toEqual([]);
    } finally {
      program.kill();
    }
  });

  /** Checks of things that a server has for the suite alone, or of parts of the protocol that a server may leave out and does not announce. */
  const notHere: [RegExp, string][] = [
    [/Tool '?(test_\w+|json_schema_2020_12_tool)'? not found/, 'calls a tool that only a server of the suite has'],
    [/Resource not found: test:/, 'reads a resource that only a server of the suite has'],
    [/^Not testable: server (does not list the diagnostic tool|exposes no tool with x-mcp-header)/, 'needs a tool that only a server of the suite has'],
    [/^(Expected InputRequiredResult|Prerequisite failed: could not get initial InputRequiredResult)/, 'needs a tool that asks back; none of ours does'],
    [/-32601|Method not found/, 'asks for prompts, completions, logging or subscriptions, which are not announced here'],
    [/acknowledged|subscriptions\/listen stream carried no/, 'waits for what is told later; nothing is, and no connection stays open'],
  ];

  it.each(['2026-07-28', '2025-11-25'])(
    'passes the conformance suite of the protocol as far as it concerns a server of this kind, revision %s',
    { timeout: 120_000 },
    async (revision) => {
      const folder = await mkdtemp(join(tmpdir(), 'conformance-'));
      try {
        const suite = join(import.meta.dirname, '../../../node_modules/@modelcontextprotocol/conformance/dist/index.js');
        const run = spawn(
          process.execPath,
          [suite, 'server', '--url', `${await listening()}/mcp`, '--suite', 'all', '--spec-version', revision, '-o', folder],
          {
            stdio: 'ignore',
          },
        );
        await once(run, 'exit');
        const passed: string[] = [];
        const left: string[] = [];
        const failed: string[] = [];
        for (const name of await readdir(folder)) {
          type Check = { id: string; status: string; errorMessage?: string };
          const checks = JSON.parse(await readFile(join(folder, name, 'checks.json'), 'utf8')) as Check[];
          const faults = checks.filter(({ status }) => status === 'FAILURE');
          const scenario = name.replace(/^server-/, '').replace(/-\d{4}-\d{2}-\d{2}T.*$/, '');
          const reasons = faults.map(({ errorMessage = '' }) => notHere.find(([told]) => told.test(errorMessage))?.[1]);
          failed.push(...faults.filter((_one, index) => reasons[index] === undefined).map((one) => `${scenario}: ${one.id}: ${one.errorMessage}`));
          passed.push(...(faults.length === 0 ? [scenario] : []));
          left.push(...[...new Set(reasons)].map((reason) => `${scenario}: ${reason}`));
        }
        console.info(`Conformance, ${revision}. Pass whole: ${passed.join(', ')}.\nDo not apply:\n${left.map((one) => `- ${one}`).join('\n')}`);
        expect(failed).toEqual([]);
        const needed = {
          '2026-07-28': ['http-header-validation', 'sep-2164-resource-not-found', 'server-sse-multiple-streams'],
          '2025-11-25': ['server-initialize', 'ping'],
        };
        expect(passed).toEqual(
          expect.arrayContaining(['tools-list', 'resources-list', 'dns-rebinding-protection', ...(needed[revision as '2026-07-28'] ?? [])]),
        );
      } finally {
        await rm(folder, { recursive: true });
      }
    },
  );
});
