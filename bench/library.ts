/**
 * `npm run bench [-- --rows 100000] [--rounds 5] [--no-search] [--database URL]`
 *
 * Makes a library of made-up projects in a database of its own, and measures what a reader waits for against the same
 * answers from hand-written SQL (raw.ts), in the same run: ratios hold on any machine, milliseconds do not.
 */
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { Agent, get, request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Pool } from 'pg';
import { publish } from '#api/contributions/publish.ts';
import { checkContent } from '#api/contributions/validate.ts';
import { stages, uses } from '#prisma/content/project.ts';
import { lessonKinds, themes } from '#prisma/content/lesson.ts';
import { connect } from '#prisma/database.ts';
import { startEmbedded } from '#prisma/embedded.ts';
import { migrate } from '#prisma/migrate.ts';
import { rebuildIndex } from '#search/reindex.ts';
import { loadLibrary } from '#seed/load.ts';
import { checkSample, countryTable, makeLibrary, randomFrom, sizeOf } from './made.ts';
import * as queries from './queries.ts';
import type { RawRequest } from './raw.ts';
import type { Answer, Question } from './serve.ts';

const { values: options } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '5' },
    'no-search': { type: 'boolean', default: false },
    database: { type: 'string' },
  },
});
const rows = Number(options.rows);
const rounds = Number(options.rounds);
const CONNECTIONS = 8;
/** How long each case runs in each round, in milliseconds. */
const TURN = 1500;
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const say = (line: string) => console.log(line);

type Aim = { what: string; measured: string; aim: string; met: boolean | null };
const aims: Aim[] = [];
const aim = (what: string, measured: number | null, limit: number, unit: string, digits = 1) =>
  aims.push({
    what,
    measured: measured === null ? 'not measured' : `${measured.toFixed(digits)} ${unit}`.trim(),
    aim: `at most ${limit} ${unit}`.trim(),
    met: measured === null ? null : measured <= limit,
  });

// The servers, each in a process of its own so that neither disturbs the other's event loop.

type Server = { port: number; pages: boolean; ask: (question: Question['ask']) => Promise<unknown>; stop: () => Promise<void> };
async function serve(which: 'api' | 'raw', url: string): Promise<Server> {
  const child = fork(join(root, 'bench/serve.ts'), [which, url], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const next = () =>
    new Promise<Answer>((done, fail) => {
      const gone = () => fail(new Error(`The ${which} server ended.`));
      child.once('exit', gone);
      child.once('message', (message) => {
        child.off('exit', gone);
        done(message as Answer);
      });
    });
  const first = await next();
  if (!('ready' in first)) throw new Error('The server did not say where it listens.');
  return {
    ...first.ready,
    ask: async (question) => {
      const answer = next();
      child.send({ ask: question } satisfies Question);
      return ((await answer) as { answer: unknown }).answer;
    },
    stop: () => end(child, () => child.disconnect()),
  };
}
const end = (child: ChildProcess, stop: () => void) =>
  new Promise<void>((done) => {
    if (child.exitCode !== null || child.signalCode !== null) return done();
    child.once('exit', () => done());
    stop();
  });

const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
type Ask = { port: number; path: string; body?: string; headers?: Record<string, string> };
const send = ({ port, path, body, headers = {} }: Ask) =>
  new Promise<Buffer>((done, fail) => {
    const sent = request(
      {
        agent,
        host: '127.0.0.1',
        port,
        path,
        method: body === undefined ? 'GET' : 'POST',
        headers: { ...(body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }), ...headers },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          response.statusCode === 200
            ? done(Buffer.concat(chunks))
            : fail(new Error(`${path} answered ${response.statusCode}: ${Buffer.concat(chunks).toString().slice(0, 500)}`)),
        );
        response.on('error', fail);
      },
    );
    sent.on('error', fail);
    sent.end(body);
  });

const median = (numbers: number[]) => {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};
const percentile = (numbers: number[], share: number) =>
  numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ?? Number.NaN;

/** Sends the requests round and round over all connections for a while; the time of each, in milliseconds. */
async function turn(asks: Ask[], milliseconds = TURN): Promise<number[]> {
  const times: number[] = [];
  const until = performance.now() + milliseconds;
  let next = 0;
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      do {
        const ask = asks[next++ % asks.length] as Ask;
        const begun = performance.now();
        await send(ask);
        times.push(performance.now() - begun);
      } while (performance.now() < until);
    }),
  );
  return times;
}

/** The JSON that a request is answered with; a GraphQL error is one here. */
async function json<Data>(ask: Ask): Promise<Data> {
  const answer = JSON.parse((await send(ask)).toString()) as { errors?: unknown };
  if (answer.errors) throw new Error(`The API refuses ${ask.body?.slice(0, 200)}: ${JSON.stringify(answer.errors).slice(0, 1000)}`);
  return answer as Data;
}

/** Lists in any order, for a comparison of answers whose lists have none of their own. */
function unordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unordered).toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (value && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value)
        .filter(([name]) => name !== 'endCursor' && name !== 'similar')
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, item]) => [name, unordered(item)]),
    );
  return value;
}

/** Where two answers differ first, with both values; null when they are equal. */
function difference(ours: unknown, hand: unknown, path = 'answer'): string | null {
  if (ours && hand && typeof ours === 'object' && typeof hand === 'object') {
    for (const key of new Set([...Object.keys(ours), ...Object.keys(hand)])) {
      const found = difference((ours as Record<string, unknown>)[key], (hand as Record<string, unknown>)[key], `${path}.${key}`);
      if (found) return found;
    }
    return null;
  }
  return Object.is(ours, hand) ? null : `${path}: ${JSON.stringify(ours)?.slice(0, 300)} is not ${JSON.stringify(hand)?.slice(0, 300)}`;
}

type Case = {
  name: string;
  limit: number;
  statements: number | null;
  ours: Ask[];
  raw: Ask[];
  ratios: number[];
  oursP50: number[];
  oursP95: number[];
  rawP50: number[];
};

async function measurePages(url: string) {
  const { pool, close } = connect(url, { max: 2 });
  await pool.query('DROP TABLE IF EXISTS bench_country');
  await pool.query('CREATE TABLE bench_country (code text PRIMARY KEY, name text NOT NULL)');
  await pool.query('INSERT INTO bench_country SELECT code, name FROM json_to_recordset($1::json) AS row (code text, name text)', [
    JSON.stringify(countryTable()),
  ]);
  const api = await serve('api', url);
  const raw = await serve('raw', url);
  try {
    const graphql = (query: string, variables: object): Ask => ({ port: api.port, path: '/graphql', body: JSON.stringify({ query, variables }) });
    const byHand = (query: RawRequest['query'], parameters: unknown[]): Ask => ({
      port: raw.port,
      path: '/',
      body: JSON.stringify({ query, parameters } satisfies RawRequest),
    });
    const random = randomFrom(7);
    const pick = <Item>(items: readonly Item[], count: number) => items.toSorted(() => random() - 0.5).slice(0, count);
    const filters = Array.from({ length: 10 }, () => ({ stage: pick(stages, 2), use: pick(uses, 4) }));
    const keys = (facet: string, values: readonly string[]) => values.map((value) => `${facet}:${value}`);
    const start = [-1, '00000000-0000-0000-0000-000000000000'];
    const filtered = (filter: (typeof filters)[number]) => [keys('stage', filter.stage), keys('use', filter.use)];
    const slugs = Array.from({ length: 200 }, () => `made-project-${1 + Math.floor(random() * rows)}`);
    const lessonFilters = Array.from({ length: 10 }, () => ({ kind: pick(lessonKinds, 2), theme: pick(themes, 3) }));

    // Page 50 begins after the 980th row.
    const page50: { ours: Ask[]; raw: Ask[] } = { ours: [], raw: [] };
    for (const filter of filters) {
      let after: string | null = null;
      let last = '';
      for (let hop = 0; hop < 10; hop++) {
        const answer: { data: { projects: { pageInfo: { endCursor: string | null }; edges: { node: { id: string } }[] } } } = await json(
          graphql(queries.cursors, { ...filter, after }),
        );
        const { pageInfo, edges } = answer.data.projects;
        if (!pageInfo.endCursor || edges.length < 98) break;
        after = pageInfo.endCursor;
        last = edges.at(-1)?.node.id ?? '';
      }
      // A small library has no fiftieth page; then it is the last one that there is.
      const at = last === '' ? start[0] : (await pool.query<{ position: number }>('SELECT position FROM record WHERE id = $1', [last])).rows[0]?.position;
      page50.ours.push(graphql(queries.listOnly, { ...filter, after }));
      page50.raw.push(byHand('listOnly', [...filtered(filter), at, last || start[1]]));
    }

    const make = (name: string, limit: number, ours: Ask[], hand: Ask[]): Case => ({
      name,
      limit,
      statements: null,
      ours,
      raw: hand,
      ratios: [],
      oursP50: [],
      oursP95: [],
      rawP50: [],
    });
    const cases: Case[] = [
      make(
        'list of 20 with relations and total',
        1.5,
        filters.map((filter) => graphql(queries.list, filter)),
        filters.map((filter) => byHand('list', [...filtered(filter), ...start])),
      ),
      make(
        'the same without the total',
        1.5,
        filters.map((filter) => graphql(queries.listOnly, filter)),
        filters.map((filter) => byHand('listOnly', [...filtered(filter), ...start])),
      ),
      make('page 50', 1.5, page50.ours, page50.raw),
      make(
        'facet counts',
        1.5,
        filters.map((filter) => graphql(queries.facets, filter)),
        filters.map((filter) => byHand('facets', filtered(filter))),
      ),
      make(
        'one project by slug, everything',
        3,
        slugs.map((slug) => graphql(queries.project, { slug })),
        slugs.map((slug) => byHand('project', [slug])),
      ),
      make(
        'list of 20 lessons with relations and total',
        1.5,
        lessonFilters.map((filter) => graphql(queries.lessons, filter)),
        lessonFilters.map((filter) => byHand('lessons', [keys('kind_of_lesson', filter.kind), keys('theme', filter.theme), ...start].slice(0, 2))),
      ),
    ];

    for (const one of cases) {
      for (let index = 0; index < Math.min(5, one.ours.length); index++) {
        const ours = await json(one.ours[index] as Ask);
        const hand = await json(one.raw[index] as Ask);
        const other = difference(unordered(ours), unordered(hand));
        if (other) throw new Error(`${one.name}: the hand-written SQL gives another answer at ${other}`);
      }
      await turn(one.ours, 1000);
      await turn(one.raw, 1000);
      await api.ask('statements');
      await send(one.ours[0] as Ask);
      one.statements = Number(await api.ask('statements'));
    }
    for (let round = 0; round < rounds; round++) {
      for (const one of cases) {
        // Whoever comes first in one round comes second in the next.
        const run = { ours: [] as number[], raw: [] as number[] };
        for (const side of round % 2 === 0 ? (['ours', 'raw'] as const) : (['raw', 'ours'] as const)) run[side] = await turn(one[side]);
        one.oursP50.push(median(run.ours));
        one.oursP95.push(percentile(run.ours, 0.95));
        one.rawP50.push(median(run.raw));
        one.ratios.push(median(run.ours) / median(run.raw));
      }
    }
    say(`\n${CONNECTIONS} connections, medians of ${rounds} interleaved rounds of ${TURN / 1000} s; milliseconds`);
    console.table(
      cases.map((one) => ({
        query: one.name,
        'ours p50': +median(one.oursP50).toFixed(1),
        'ours p95': +median(one.oursP95).toFixed(1),
        'SQL p50': +median(one.rawP50).toFixed(1),
        ratio: +median(one.ratios).toFixed(2),
        statements: one.statements,
      })),
    );
    for (const one of cases) {
      aim(`${one.name}, p50 against hand-written SQL`, median(one.ratios), one.limit, 'times', 2);
      aim(`${one.name}, SQL statements`, one.statements, 2, '', 0);
    }
    await measureRendering(api, slugs.slice(0, 20));
    await measureListPages(api, pool, slugs.slice(0, 20));
    await measurePublishing(pool, url, slugs.slice(0, 20));
    say(
      `Resident memory: API${api.pages ? ' with pages' : ''} ${(Number(await api.ask('memory')) / 1e6).toFixed(0)} MB, bare Fastify ${(Number(await raw.ask('memory')) / 1e6).toFixed(0)} MB`,
    );
  } finally {
    await api.stop();
    await raw.stop();
    await close();
  }
}

/** The rendered project page against the very query that it sends, and what its first visit weighs. */
async function measureRendering(api: Server, slugs: string[]) {
  const unmeasured = () => {
    aim('project page against its own GraphQL query', null, 3, 'times');
    aim('project page without script, compressed', null, 60, 'kB');
    aim('project page with script, compressed', null, 150, 'kB');
  };
  const page = (slug: string): Ask => ({ port: api.port, path: `/projects/${slug}`, headers: { accept: 'text/html' } });
  const first = api.pages
    ? await send(page(slugs[0] as string)).then(String, (error: Error) => error.message)
    : 'there is no build/server; run the build of the web first';
  const asked = new Map<string, string[]>();
  if (api.pages && first.startsWith('<!')) {
    await api.ask('pageQueries');
    for (const slug of slugs) {
      await send(page(slug));
      asked.set(slug, (await api.ask('pageQueries')) as string[]);
    }
  }
  const own = [...asked.values()].flat();
  if (own.length === 0) {
    say(`\nThe rendered project page is not measured: ${first.startsWith('<!') ? 'it asks nothing of the API' : first.slice(0, 120)}.`);
    return unmeasured();
  }
  const pages = slugs.map(page);
  const alone = own.map((body): Ask => ({ port: api.port, path: '/graphql', body }));
  await turn(pages, 1000);
  const ratios: number[] = [];
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const rendered = median(await turn(pages));
    times.push(rendered);
    ratios.push(rendered / (median(await turn(alone)) * (own.length / slugs.length)));
  }
  say(`\nProject page: p50 ${median(times).toFixed(1)} ms, ${(own.length / slugs.length).toFixed(1)} API queries`);
  aim('project page against its own GraphQL query', median(ratios), 3, 'times', 2);

  const compressed = (bytes: Buffer | string) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
  const client = join(root, 'build/client');
  const addresses = (pattern: RegExp) => [...new Set([...first.matchAll(pattern)].map((match) => match[1] as string))];
  const weigh = async (paths: string[]) => {
    let total = 0;
    for (const path of paths) total += compressed(await readFile(join(client, decodeURIComponent(path.split('?')[0] as string))));
    return total;
  };
  const styles = addresses(/<link[^>]+rel="stylesheet"[^>]+href="(\/[^"]+)"/g).concat(addresses(/<link[^>]+href="(\/[^"]+\.css)"[^>]*>/g));
  const scripts = addresses(/<script[^>]+src="(\/[^"]+)"/g).concat(addresses(/<link[^>]+rel="modulepreload"[^>]+href="(\/[^"]+)"/g));
  try {
    const without = compressed(first) + (await weigh([...new Set(styles)]));
    aim('project page without script, compressed', without / 1000, 60, 'kB');
    aim('project page with script, compressed', (without + (await weigh([...new Set(scripts)]))) / 1000, 150, 'kB');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    say(`The weight of the page is not measured: the web was built anew meanwhile (${(error as NodeJS.ErrnoException).path}).`);
    aim('project page without script, compressed', null, 60, 'kB');
    aim('project page with script, compressed', null, 150, 'kB');
  }
}

/** Milliseconds of processor that all processes of the database server have used, where the system tells it. */
async function databaseCpu(pool: Pool): Promise<number | null> {
  const { rows: backends } = await pool.query<{ pid: number }>('SELECT pid FROM pg_stat_activity');
  try {
    const times = await Promise.all(
      backends.map(async ({ pid }) => {
        const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
        // After the name in brackets: fields 14 and 15 of proc(5), in hundredths of a second.
        const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
        return fields ? (Number(fields[11]) + Number(fields[12])) * 10 : Number.NaN;
      }),
    );
    return times.some((one) => !Number.isNaN(one)) ? times.filter((one) => !Number.isNaN(one)).reduce((sum, one) => sum + one, 0) : null;
  } catch {
    return null;
  }
}

/**
 * The pages that a library grows under: alone, each time as after a change of the library, so that nothing that is kept
 * helps; then as a second visitor meets them, and as "not modified".
 */
async function measureListPages(api: Server, pool: Pool, slugs: string[]) {
  if (!api.pages) return aim('list pages', null, 60, 'ms of processor');
  const paths = ['/', '/projects', '/projects?stage=PILOT', '/vendors', '/organizations', '/lessons', `/projects/${slugs[0]}`];
  const table: Record<string, string | number | null>[] = [];
  for (const path of paths) {
    const ask: Ask = { port: api.port, path, headers: { accept: 'text/html', 'accept-encoding': 'br' } };
    await send(ask);
    const times: number[] = [];
    const [node, postgres] = [Number(await api.ask('cpu')), await databaseCpu(pool)];
    const times_ = 10;
    for (let index = 0; index < times_; index++) {
      await pool.query('INSERT INTO library_change DEFAULT VALUES');
      const begun = performance.now();
      await send(ask);
      times.push(performance.now() - begun);
    }
    const nodeCpu = (Number(await api.ask('cpu')) - node) / times_;
    const after = await databaseCpu(pool);
    const postgresCpu = postgres !== null && after !== null ? (after - postgres) / times_ : null;
    const kept: number[] = [];
    for (let index = 0; index < 50; index++) {
      const begun = performance.now();
      await send(ask);
      kept.push(performance.now() - begun);
    }
    table.push({
      page: path.startsWith('/projects/') ? '/projects/:slug' : path,
      'p50 ms': +median(times).toFixed(1),
      'Node ms': +nodeCpu.toFixed(1),
      'PostgreSQL ms': postgresCpu === null ? null : +postgresCpu.toFixed(1),
      'kept p50 ms': +median(kept).toFixed(2),
    });
    if (postgresCpu !== null) aim(`${path.startsWith('/projects/') ? 'a project' : path}: processor of both, nothing kept`, nodeCpu + postgresCpu, 60, 'ms');
  }
  say('\nPages, one reader at a time; each as after a change of the library, then as it is kept');
  console.table(table);
}

/** Publishing one revision as an acceptance does it, in transactions of its own. */
async function measurePublishing(pool: Pool, url: string, slugs: string[]) {
  const { db, close } = connect(url, { max: 8 });
  const once = async (slug: string) => {
    const { rows } = await pool.query<{ id: string; content: Record<string, unknown> }>("SELECT id, content FROM record WHERE kind = 'PROJECT' AND slug = $1", [
      slug,
    ]);
    const { id, content } = rows[0] as (typeof rows)[number];
    const begun = performance.now();
    await db.transaction().execute(async (trx) => {
      const checked = await checkContent(trx, { kind: 'PROJECT', content, sources: [] }, null);
      if (!checked.content) throw new Error(`A made project cannot be published: ${JSON.stringify(checked.faults.slice(0, 3))}`);
      await publish(trx, {
        recordId: id,
        kind: 'PROJECT',
        content: checked.content,
        sources: [],
        author: crypto.randomUUID(),
        organization: null,
        accepted: [],
        reason: 'Measured.',
        restores: null,
      });
    });
    return performance.now() - begun;
  };
  try {
    await once(slugs[0] as string);
    const alone: number[] = [];
    for (const slug of slugs) alone.push(await once(slug));
    const begun = performance.now();
    await Promise.all([...new Set(slugs)].slice(0, 8).map(once));
    say(
      `\nPublishing one revision: p50 ${median(alone).toFixed(1)} ms, p95 ${percentile(alone, 0.95).toFixed(1)} ms; eight people at once: ${(performance.now() - begun).toFixed(0)} ms for all.`,
    );
  } finally {
    await close();
  }
}

/** First start and restart of the real library, as a person meets them. */
async function measureStart() {
  const start = ['start.ts', 'api/start.ts', 'api/src/start.ts'].find((name) => existsSync(join(root, name)));
  if (!start) {
    say('\nStart-up is not measured: there is no start.ts.');
    aim('first start', null, 20, 's');
    aim('restart', null, 5, 's');
    return;
  }
  const folder = await mkdtemp(join(tmpdir(), 'atrium-bench-start-'));
  const once = async () => {
    const port = 20_000 + Math.floor(Math.random() * 20_000);
    const begun = performance.now();
    const child = spawn(process.execPath, [join(root, start)], {
      cwd: root,
      stdio: 'ignore',
      env: { ...process.env, NODE_ENV: 'production', PORT: String(port), DATA_DIR: folder, DATABASE_URL: '', MEILI_URL: '' },
    });
    try {
      for (;;) {
        const status = await new Promise<number>((done) =>
          get({ host: '127.0.0.1', port, path: '/ready' }, (response) => done(response.resume().statusCode ?? 0)).on('error', () => done(0)),
        );
        if (status === 200) return (performance.now() - begun) / 1000;
        if (child.exitCode !== null || performance.now() - begun > 120_000) return null;
        await sleep(25);
      }
    } finally {
      await end(child, () => child.kill('SIGINT'));
    }
  };
  try {
    aim('first start', await once(), 20, 's');
    aim('restart', await once(), 5, 's');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const folder = await mkdtemp(join(tmpdir(), 'atrium-bench-'));
const server = options.database ? null : await startEmbedded(folder);
try {
  if (server) {
    const connection = connect(server.url);
    await migrate(connection.pool);
    const load = async (limit: number, what: string) => {
      const begun = performance.now();
      await loadLibrary(connection.db);
      aim(what, (performance.now() - begun) / 1000, limit, 's');
    };
    await load(5, 'first load of the library');
    await load(2, 'second load, changing nothing');
    const size = sizeOf(rows);
    say(`Making ${size.projects} projects and ${size.lessons} lessons ...`);
    say(`Made in ${(await makeLibrary(connection.db, connection.pool, size, say)).toFixed(0)} s.`);
    say(`${await checkSample(connection.db, connection.pool, size)} of them were published the ordinary way for comparison: every column is the same.`);
    if (!options['no-search']) {
      const begun = performance.now();
      await rebuildIndex(connection.db);
      say(`The search index was built in ${((performance.now() - begun) / 1000).toFixed(0)} s.`);
    }
    await connection.close();
  }
  await measurePages(server?.url ?? (options.database as string));
} finally {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
}
await measureStart();
agent.destroy();

say('\nAims');
console.table(
  aims.map(({ what, measured, aim: limit, met }) => ({ what, measured, aim: limit, result: met === null ? 'NOT MEASURED' : met ? 'met' : 'MISSED' })),
);
const missed = aims.filter((one) => one.met === false).length;
say(`${aims.filter((one) => one.met).length} met, ${missed} missed, ${aims.filter((one) => one.met === null).length} not measured.`);
