import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { get } from 'node:http';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Pool } from 'pg';
import { stages, uses } from '#prisma/content/project.ts';
import { aim } from './aims.ts';
import { type Ask, drained, json, median, percentile, turn } from './load.ts';
import { randomFrom } from './made.ts';
import { end, type Server } from './servers.ts';

// Atrium beside what a team would take instead, over the same rows in the same database: README.md says how it is installed.

const folder = join(dirname(fileURLToPath(import.meta.url)), 'peers');
type Filter = { stage: string[]; use: string[] };
type Node = Record<string, unknown>;
/** How one peer is asked, and what of its answer says that it is the right one. */
type Peer = { name: string; ask: (query: string, given: Filter | { slug: string }) => Ask | null; seen: (query: string, data: Node) => unknown };

const graphql = (port: number, query: string, variables: object): Ask => ({ port, path: '/graphql', body: JSON.stringify({ query, variables }) });
const at = (data: Node, ...path: string[]): unknown => path.reduce<unknown>((value, name) => (value as Node | null)?.[name], data);
const titles = (nodes: unknown) => (nodes as { title: string }[]).map(({ title }) => title);
/** Counts by value, whatever their order. */
const counts = (list: { value: unknown; count: unknown }[]) => Object.fromEntries(list.map(({ value, count }) => [String(value), Number(count)]).sort());

const cases = ['list of 20 with relations and total', 'the same without the total', 'facets of a filtered list', 'one project by slug'] as const;
type Case = (typeof cases)[number];

const ours = (port: number): Peer => {
  const card =
    'slug title abstract stage access uses platforms countries { code name } owners { shortName slug } vendors { title slug } goals { reason goal { number title } }';
  const head = 'query ($stage: [Stage!], $use: [Use!])';
  const list = (total: string) => `${head} { projects(filter: { stage: $stage, use: $use }, first: 20) { ${total} edges { node { ${card} } } } }`;
  const queries: Record<Case, string> = {
    'list of 20 with relations and total': list('totalCount'),
    'the same without the total': list(''),
    'facets of a filtered list': `${head} { projects(filter: { stage: $stage, use: $use }) { facets { field values { value count } } } }`,
    'one project by slug': `query ($slug: String!) { project(slug: $slug) { ${card} lessons { title theme } } }`,
  };
  return {
    name: 'Atrium',
    ask: (query, given) => graphql(port, queries[query as Case], given),
    seen: (query, data) => {
      if (query === 'one project by slug') return at(data, 'project', 'title');
      if (query !== 'facets of a filtered list')
        return [at(data, 'projects', 'totalCount'), titles((at(data, 'projects', 'edges') as { node: { title: string } }[]).map(({ node }) => node))];
      const facets = at(data, 'projects', 'facets') as { field: string; values: { value: string; count: number }[] }[];
      return ['stage', 'use', 'platform'].map((field) => counts(facets.find((facet) => facet.field === field)?.values ?? []));
    },
  };
};

const postgraphile = (port: number): Peer => {
  const card =
    'slug title abstract stage access projectUses { nodes { use } } projectPlatforms { nodes { platform } } projectCountries { nodes { country { code name } } } projectOwners { nodes { organization { shortName slug } } } projectVendors { nodes { vendor { title slug } } } projectGoals { nodes { reason goal { number title } } }';
  const head = 'query ($stage: [String!], $use: [String!])';
  const filter = 'filter: { stage: { in: $stage }, projectUses: { some: { use: { in: $use } } } }';
  const list = (total: string) => `${head} { projects(first: 20, ${filter}, orderBy: [POSITION_ASC, ROW_ID_ASC]) { ${total} nodes { ${card} } } }`;
  const grouped = (by: string) => `{ groupedAggregates(groupBy: [${by}]) { keys distinctCount { rowId } } }`;
  const queries: Record<Case, string> = {
    'list of 20 with relations and total': list('totalCount'),
    'the same without the total': list(''),
    'facets of a filtered list': `${head} {
      stage: projects(filter: { projectUses: { some: { use: { in: $use } } } }) ${grouped('STAGE')}
      use: projectUses(filter: { project: { stage: { in: $stage } } }) ${grouped('USE')}
      platform: projectPlatforms(filter: { project: { stage: { in: $stage }, projectUses: { some: { use: { in: $use } } } } }) ${grouped('PLATFORM')} }`,
    'one project by slug': `query ($slug: String!) { projectBySlug(slug: $slug) { ${card} lessons { nodes { title theme } } } }`,
  };
  return {
    name: 'PostGraphile 5',
    ask: (query, given) => graphql(port, queries[query as Case], given),
    seen: (query, data) => {
      if (query === 'one project by slug') return at(data, 'projectBySlug', 'title');
      if (query !== 'facets of a filtered list') return [at(data, 'projects', 'totalCount'), titles(at(data, 'projects', 'nodes'))];
      return ['stage', 'use', 'platform'].map((field) =>
        counts(
          (at(data, field, 'groupedAggregates') as { keys: string[]; distinctCount: { rowId: string } }[]).map((one) => ({
            value: one.keys[0],
            count: one.distinctCount.rowId,
          })),
        ),
      );
    },
  };
};

const pothos = (port: number): Peer => {
  const card =
    'slug title abstract stage access uses { use } platforms { platform } countries { country { code name } } owners { organization { shortName slug } } vendors { vendor { title slug } } goals { reason goal { number title } }';
  const head = 'query ($stage: [String!], $use: [String!])';
  const list = (total: string) => `${head} { projects(first: 20, filter: { stage: $stage, use: $use }) { ${total} edges { node { ${card} } } } }`;
  const queries: Record<Case, string> = {
    'list of 20 with relations and total': list('totalCount'),
    'the same without the total': list(''),
    'facets of a filtered list': `${head} { facets(filter: { stage: $stage, use: $use }) { stage { value count } use { value count } platform { value count } } }`,
    'one project by slug': `query ($slug: String!) { project(slug: $slug) { ${card} lessons { title theme } } }`,
  };
  return {
    name: 'Pothos + Prisma',
    ask: (query, given) => graphql(port, queries[query as Case], given),
    seen: (query, data) => {
      if (query === 'one project by slug') return at(data, 'project', 'title');
      if (query !== 'facets of a filtered list')
        return [at(data, 'projects', 'totalCount'), titles((at(data, 'projects', 'edges') as { node: { title: string } }[]).map(({ node }) => node))];
      return ['stage', 'use', 'platform'].map((field) => counts(at(data, 'facets', field) as { value: string; count: number }[]));
    },
  };
};

/** Installs the peers where they are not there, and makes Prisma's client. */
function install(say: (line: string) => void) {
  const run = (command: string, args: string[]) => {
    const bin = join(folder, 'node_modules/.bin');
    const done = spawnSync(command, args, {
      cwd: folder,
      encoding: 'utf8',
      env: {
        ...process.env,
        PATH: `${bin}:${process.env['PATH']}`,
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        CHECKPOINT_DISABLE: '1',
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
      },
    });
    if (done.status !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${(done.stderr || done.stdout).slice(-1000)}`);
  };
  if (!existsSync(join(folder, 'node_modules/postgraphile'))) {
    say('Installing the peers ...');
    run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--legacy-peer-deps']);
  }
  if (!existsSync(join(folder, 'generated/client.ts')))
    run(process.execPath, ['node_modules/prisma/build/index.js', 'generate', '--config', 'prisma.config.mjs']);
}

async function start(file: string, port: number, url: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [file], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', GRAPHILE_ENV: 'production', PORT: String(port), DATABASE_URL: url },
  });
  for (let wait = 0; wait < 400; wait++) {
    const there = await new Promise<boolean>((done) =>
      get({ host: '127.0.0.1', port, path: '/graphql?query=%7B__typename%7D', headers: { accept: 'application/json' } }, (response) =>
        done(response.resume().statusCode !== undefined),
      ).on('error', () => done(false)),
    );
    if (there) return child;
    if (child.exitCode !== null) break;
    await sleep(50);
  }
  throw new Error(`${file} did not start.`);
}

type Given = { url: string; api: Server; pool: Pool; rounds: number; say: (line: string) => void };
/** Measures Atrium and its peers in the same interleaved turns, after their answers were found to be the same. */
export async function measurePeers({ url, api, pool, rounds, say }: Given): Promise<void> {
  install(say);
  say('\nMaking plain tables of the same rows for the peers ...');
  await pool.query(await readFile(join(folder, 'tables.sql'), 'utf8'));
  await pool.query('VACUUM ANALYZE');
  const free = 20_000 + Math.floor(Math.random() * 20_000);
  const children = [await start('postgraphile.mjs', free, url), await start('pothos.ts', free + 1, url)];
  try {
    const peers = [ours(api.port), postgraphile(free), pothos(free + 1)];
    const random = randomFrom(11);
    const pick = <Item>(items: readonly Item[], count: number) => items.toSorted(() => random() - 0.5).slice(0, count);
    const filters = Array.from({ length: 10 }, (): Filter => ({ stage: pick(stages, 2), use: pick(uses, 2) }));
    const { rows } = await pool.query<{ slug: string }>('SELECT slug FROM peer.project ORDER BY md5(slug) LIMIT 100');
    const asks = new Map<string, Map<string, Ask[]>>();
    for (const query of cases) {
      const given = query === 'one project by slug' ? rows : filters;
      const of = new Map(peers.map((peer) => [peer.name, given.map((one) => peer.ask(query, one) as Ask)]));
      asks.set(query, of);
      for (let index = 0; index < 5; index++) {
        const seen = await Promise.all(
          peers.map(async (peer) => JSON.stringify(peer.seen(query, (await json<{ data: Node }>((of.get(peer.name) as Ask[])[index] as Ask)).data))),
        );
        // Records of the library itself stand in Atrium's lists besides the made ones: what is compared are the peers, and how much they and Atrium have.
        if (seen[1] !== seen[2]) throw new Error(`${query}: the peers answer differently: ${seen[1]?.slice(0, 300)} and ${seen[2]?.slice(0, 300)}`);
        if (query === 'one project by slug' && seen[0] !== seen[1]) throw new Error(`${query}: Atrium answers ${seen[0]}, the peers ${seen[1]}`);
        if (index === 0 && query !== 'one project by slug') say(`${query}: Atrium ${seen[0]?.slice(0, 60)}, the peers ${seen[1]?.slice(0, 60)}`);
      }
      for (const list of of.values()) await turn(list, 1000);
    }
    const table: Record<string, string | number>[] = [];
    for (const query of cases) {
      const measured = new Map(peers.map(({ name }) => [name, { p50: [] as number[], p95: [] as number[] }]));
      for (let round = 0; round < rounds; round++)
        for (let index = 0; index < peers.length; index++) {
          const { name } = peers[(index + round) % peers.length] as Peer;
          const times = await turn(asks.get(query)?.get(name) as Ask[]);
          measured.get(name)?.p50.push(median(times));
          measured.get(name)?.p95.push(percentile(times, 0.95));
          await drained(pool);
        }
      const of = (name: string) => measured.get(name) as { p50: number[]; p95: number[] };
      table.push({ query, ...Object.fromEntries(peers.map(({ name }) => [name, `${median(of(name).p50).toFixed(1)} / ${median(of(name).p95).toFixed(1)}`])) });
      for (const { name } of peers.slice(1))
        aim(`${query}: against ${name}`, median(of('Atrium').p50.map((time, round) => time / (of(name).p50[round] as number))), 1, 'times', 2);
    }
    say('\nBeside the peers, p50 / p95 in milliseconds');
    console.table(table);
  } finally {
    for (const child of children) await end(child, () => child.kill('SIGTERM'));
    await pool.query('DROP SCHEMA peer CASCADE');
  }
}
