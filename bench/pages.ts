import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Pool } from 'pg';
import { aim, costs } from './aims.ts';
import { type Ask, drained, median, send, turn } from './load.ts';
import { root, type Server } from './servers.ts';

/** The rendered project page against the very query that it sends, and what its first visit weighs. */
export async function measureRendering(api: Server, slugs: string[], rounds: number, say: (line: string) => void) {
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
export async function databaseCpu(pool: Pool): Promise<number | null> {
  const { rows } = await pool.query<{ pid: number }>('SELECT pid FROM pg_stat_activity');
  // After the name in brackets, fields of proc(5): the parent, its own and its ended children's time in hundredths of a second.
  const fields = async (pid: number) => {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
    return stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? null;
  };
  const living = (await Promise.all(rows.map(({ pid }) => fields(pid)))).filter((one) => one !== null);
  const parent = living[0] && (await fields(Number(living[0][1])));
  if (!parent) return null;
  const own = (one: string[]) => Number(one[11]) + Number(one[12]);
  return (living.reduce((sum, one) => sum + own(one), own(parent)) + Number(parent[13]) + Number(parent[14])) * 10;
}

/** The pages that a library grows under, and what they ask. */
export const pagesOf = (slugs: string[]): Record<string, string> => ({
  '/': '/',
  '/projects': '/projects',
  '/projects?stage=PILOT': '/projects?stage=PILOT',
  '/projects, three filters': '/projects?stage=PILOT&stage=IN_USE&use=SUPPLY_CHAIN&platform=Made%20Chain%201',
  '/vendors': '/vendors',
  '/organizations': '/organizations',
  '/lessons': '/lessons',
  '/search?q=ledger': '/search?q=ledger',
  'a project': `/projects/${slugs[0]}`,
  'a goal': '/goals/3',
  '/uptake': '/uptake',
});

/**
 * Each page alone, each time as after a change of the library, so that nothing that is kept helps; then as a second visitor meets
 * it, and as "not modified".
 */
export async function measurePages(api: Server, pool: Pool, slugs: string[], projects: number, say: (line: string) => void): Promise<void> {
  if (!api.pages) return aim('pages', null, 60, 'ms of processor');
  const TIMES = 15;
  const table: Record<string, string | number | null>[] = [];
  for (const [name, path] of Object.entries(pagesOf(slugs))) {
    const ask: Ask = { port: api.port, path, headers: { accept: 'text/html', 'accept-encoding': 'br' } };
    const changed = () => pool.query('INSERT INTO library_change DEFAULT VALUES');
    for (let warm = 0; warm < 5; warm++) {
      await changed();
      await api.ask('pageQueries');
      await send(ask);
    }
    const own = ((await api.ask('pageQueries')) as string[]).map((body): Ask => ({ port: api.port, path: '/graphql', body }));
    await drained(pool);
    const times: number[] = [];
    const answers: number[] = [];
    let [nodeCpu, postgresCpu] = [0, 0];
    for (let index = 0; index < TIMES; index++) {
      await changed();
      const [node, postgres] = [Number(await api.ask('cpu')), await databaseCpu(pool)];
      const begun = performance.now();
      await send(ask);
      times.push(performance.now() - begun);
      nodeCpu += Number(await api.ask('cpu')) - node;
      postgresCpu += postgres === null ? Number.NaN : ((await databaseCpu(pool)) ?? Number.NaN) - postgres;
      const asked = performance.now();
      for (const query of own) await send(query);
      answers.push(performance.now() - asked);
    }
    const kept: number[] = [];
    const before = Number(await api.ask('cpu'));
    for (let index = 0; index < 50; index++) {
      const begun = performance.now();
      await send(ask);
      kept.push(performance.now() - begun);
    }
    const keptCpu = (Number(await api.ask('cpu')) - before) / 50;
    const both = (nodeCpu + postgresCpu) / TIMES;
    table.push({
      page: name,
      'p50 ms': +median(times).toFixed(1),
      'to its own answer': own.length > 0 ? +(median(times) / median(answers)).toFixed(2) : null,
      'Node ms': +(nodeCpu / TIMES).toFixed(1),
      'PostgreSQL ms': +(postgresCpu / TIMES).toFixed(1),
      'kept p50 ms': +median(kept).toFixed(2),
      'kept Node ms': +keptCpu.toFixed(2),
    });
    costs(`${name}: processor`, projects, both);
    if (!Number.isNaN(both)) aim(`${name}: processor of both, nothing kept`, both, 60, 'ms');
    if (own.length > 0) aim(`${name}: against its own GraphQL answer`, median(times) / median(answers), 3, 'times', 2);
    // A search is never kept: each is somebody's own.
    if (!name.startsWith('/search')) aim(`${name}: processor of a second visit`, keptCpu, 5, 'ms', 2);
  }
  say('\nPages, one reader at a time; each as after a change of the library, then as it is kept');
  console.table(table);
}

/** Eight readers of the dearest page, and how long another reader waits for others meanwhile. */
export async function measureCrowd(api: Server, pool: Pool, slugs: string[], say: (line: string) => void): Promise<void> {
  if (!api.pages) return;
  const ask = (path: string): Ask => ({ port: api.port, path, headers: { accept: 'text/html', 'accept-encoding': 'br' } });
  const others = [`/projects/${slugs[1]}`, '/vendors', '/about'].map(ask);
  const one = async () => {
    const times: number[] = [];
    for (let index = 0; index < 10; index++)
      for (const other of others) {
        await pool.query('INSERT INTO library_change DEFAULT VALUES');
        const begun = performance.now();
        await send(other);
        times.push(performance.now() - begun);
      }
    return median(times);
  };
  const usual = await one();
  let stop = false;
  const crowd = Promise.all(
    Array.from({ length: 8 }, async (_, reader) => {
      for (let index = 0; !stop; index++) await send(ask(`/projects?stage=PILOT&use=SUPPLY_CHAIN&first=${reader}.${index}`));
    }),
  );
  const among = await one();
  stop = true;
  await crowd;
  await drained(pool);
  say(
    `\nAnother reader waits ${usual.toFixed(0)} ms for a page, and ${among.toFixed(0)} ms beside eight readers of a filtered list who never meet a kept page.`,
  );
  aim('beside eight readers of the dearest page, any other', among / usual, 2, 'times', 2);
}
