/**
 * `npm run bench [-- --sizes 1000,10000,100000] [--rounds 5] [--folder F] [--only lists,pages,writing,files,start] [--peers]`
 *
 * Measures what a reader waits for in made libraries of several sizes, against the same answers from the best statements that
 * we could write by hand (raw.ts), in the same run: ratios hold on any machine, milliseconds do not. Run it on a machine that does
 * nothing else. The libraries are made once and kept in the folder; the largest takes some minutes. `--sizes 1000000` works too, and
 * takes hours to make. `--peers` adds PostGraphile and plain Pothos with Prisma over the same rows (bench/peers/README.md).
 */
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import type { Pool } from 'pg';
import { countryTable } from './made.ts';
import { connect } from '#prisma/database.ts';
import { buildPages } from '../web/build.ts';
import { aim, aimsFor, costs, growthOf, printAims, printGrowth } from './aims.ts';
import { type Case, check, makeCases } from './cases.ts';
import { measureFiles } from './files.ts';
import { FOLDER, openLibraries } from './libraries.ts';
import { agent, CONNECTIONS, drained, median, percentile, TURN, turn } from './load.ts';
import { measureCrowd, measurePages, measureRendering } from './pages.ts';
import { serve } from './servers.ts';
import { measureRestart, measureStart } from './start.ts';
import { measurePublishing } from './writing.ts';

const parts = ['lists', 'pages', 'writing', 'files', 'start'] as const;
const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000,100000' },
    rounds: { type: 'string', default: '5' },
    folder: { type: 'string', default: FOLDER },
    only: { type: 'string', default: parts.join() },
    peers: { type: 'boolean', default: false },
  },
});
const sizes = options.sizes
  .split(',')
  .map(Number)
  .sort((a, b) => a - b);
const rounds = Number(options.rounds);
const only = new Set(options.only.split(','));
const say = (line: string) => console.log(line);

/** Turns of both sides, one after the other; whoever comes first in one round comes second in the next. */
async function measureCases(cases: Case[], pool: Pool, projects: number) {
  for (let round = 0; round < rounds; round++) {
    for (const one of cases) {
      const run = { ours: [] as number[], raw: [] as number[] };
      for (const side of round % 2 === 0 ? (['ours', 'raw'] as const) : (['raw', 'ours'] as const)) {
        run[side] = await turn(one[side]);
        await drained(pool);
      }
      one.oursP50.push(median(run.ours));
      one.oursP95.push(percentile(run.ours, 0.95));
      one.rawP50.push(median(run.raw));
      one.rawP95.push(percentile(run.raw, 0.95));
      one.ratios.push(one.by === 'p50' ? median(run.ours) / median(run.raw) : percentile(run.ours, 0.95) / percentile(run.raw, 0.95));
    }
  }
  say(`\n${CONNECTIONS} connections, medians of ${rounds} interleaved rounds of ${TURN / 1000} s; milliseconds`);
  console.table(
    cases.map((one) => ({
      query: one.name,
      'ours p50': +median(one.oursP50).toFixed(1),
      'ours p95': +median(one.oursP95).toFixed(1),
      'SQL p50': +median(one.rawP50).toFixed(1),
      'SQL p95': +median(one.rawP95).toFixed(1),
      ratio: +median(one.ratios).toFixed(2),
      'its range': `${Math.min(...one.ratios).toFixed(2)}-${Math.max(...one.ratios).toFixed(2)}`,
      statements: one.statements,
    })),
  );
  for (const one of cases) {
    costs(`${one.name}, p50`, projects, median(one.oursP50));
    if (one.limit !== null) aim(`${one.name}, ${one.by} against hand-written SQL`, median(one.ratios), one.limit, 'times', 2);
    if (!one.name.startsWith('search')) aim(`${one.name}, SQL statements`, one.statements, 2, '', 0);
  }
}

async function measureLibrary(url: string, projects: number) {
  aimsFor(projects);
  say(`\n== ${projects.toLocaleString('en')} projects, ${(projects * 1.5).toLocaleString('en')} lessons ==`);
  const { pool, close } = connect(url, { max: 2 });
  await pool.query('DROP TABLE IF EXISTS bench_country');
  await pool.query('CREATE TABLE bench_country (code text PRIMARY KEY, name text NOT NULL)');
  await pool.query('INSERT INTO bench_country SELECT code, name FROM json_to_recordset($1::json) AS row (code text, name text)', [
    JSON.stringify(countryTable()),
  ]);
  const api = await serve('api', url);
  const raw = await serve('raw', url);
  try {
    const { cases, slugs } = await makeCases(api, raw, pool, projects);
    if (only.has('lists')) {
      await check(cases, api, say);
      await measureCases(cases, pool, projects);
    }
    if (options.peers && projects === sizes.at(-1)) {
      const { measurePeers } = await import('./beside.ts');
      await measurePeers({ url, api, pool, rounds, say });
    }
    if (only.has('pages')) {
      await measurePages(api, pool, slugs, projects, say);
      await measureCrowd(api, pool, slugs, say);
      if (projects === sizes.at(-1)) await measureRendering(api, slugs.slice(0, 20), rounds, say);
    }
    if (only.has('files')) await measureFiles(api, pool, projects, say);
    if (only.has('writing')) await measurePublishing(pool, url, slugs.slice(0, 20), projects, say);
    const memory = async (server: typeof api) => (Number(await server.ask('memory')) / 1e6).toFixed(0);
    say(`Resident memory after all that: API${api.pages ? ' with pages' : ''} ${await memory(api)} MB, bare Fastify ${await memory(raw)} MB`);
  } finally {
    await api.stop();
    await raw.stop();
    await close();
  }
  if (only.has('start')) await measureRestart(url, projects);
}

say(
  `Load of the machine before: ${loadavg()
    .map((load) => load.toFixed(1))
    .join(', ')} (below 0.5 is quiet)`,
);
buildPages(say);
const libraries = await openLibraries(options.folder, say);
try {
  // All are made before anything is measured.
  const urls = new Map<number, string>();
  for (const projects of sizes) urls.set(projects, await libraries.copy(projects));
  for (const [projects, url] of urls) await measureLibrary(url, projects);
} finally {
  await libraries.stop();
}
aimsFor(null);
if (only.has('start')) await measureStart(say);
agent.destroy();
printGrowth(say, sizes);
if (only.has('writing') && sizes.length > 1)
  aim('publishing in the largest library against the smallest', growthOf('publishing one revision, p50', sizes), 2, 'times', 2);
printAims(say);
