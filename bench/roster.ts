/**
 * `npm run bench:roster [-- --projects 100000 --vendors 100000 --agreements 50000 --rounds 5] [--folder F]`
 *
 * The roster at size: what a reader and a program wait for who ask which vendors delivered what where, with an agreement that they can
 * use. Three engagements a project make 300,000. The library is made once and kept in the folder, which takes some minutes.
 * Run it on a machine that does nothing else. `npm run bench:screening` has the screening of as many vendors, and of one new one.
 */
import { gzipSync } from 'node:zlib';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { buildPages } from '../web/build.ts';
import { aim, aimsFor, printAims } from './aims.ts';
import { FOLDER, openLibraries } from './libraries.ts';
import { agent, type Ask, median, percentile, send, turn } from './load.ts';
import { sizeOf } from './made.ts';
import { rosterAddress, rosterQuestion } from './roster-question.ts';
import { serve } from './servers.ts';

const { values: options } = parseArgs({
  options: {
    projects: { type: 'string', default: '100000' },
    vendors: { type: 'string', default: '100000' },
    agreements: { type: 'string', default: '50000' },
    rounds: { type: 'string', default: '5' },
    folder: { type: 'string', default: FOLDER },
  },
});
const projects = Number(options.projects);
const agreements = Number(options.agreements);
const say = (line: string) => console.log(line);

buildPages();
const libraries = await openLibraries(options.folder, say);
const url = await libraries.copy(projects, { size: { ...sizeOf(projects), vendors: Number(options.vendors), engagements: 3, lessons: 0 }, agreements });
const client = new pg.Client(url);
await client.connect();
const { rows } = await client.query<{ vendors: number; engagements: number; agreements: number }>(
  "SELECT (SELECT count(*)::int FROM record WHERE kind = 'VENDOR') AS vendors, (SELECT count(*)::int FROM link WHERE relation = 'ENGAGEMENT') AS engagements, (SELECT count(*)::int FROM agreement) AS agreements",
);
await client.end();
say(JSON.stringify(rows[0]));
aimsFor(projects);

const server = await serve('api', url);
const post = (variables: object): Ask => ({ port: server.port, path: '/graphql', body: JSON.stringify({ query: rosterQuestion, variables }) });
const question = {
  work: { workPlatform: ['Made Chain 1'], workRegion: ['latin-america'], unSystem: true, wentIntoUse: true },
  agreement: { open: true, validOn: '2026-11-30' },
};
const cases: [name: string, ask: Ask, limit: number][] = [
  ['roster, nothing asked', post({}), 250],
  ['the example question', post(question), 250],
  ['by work delivered', post({ orderBy: 'WORK' }), 250],
  ['by name, misspelt', post({ name: 'Mede Vendor 77' }), 250],
  ...(server.pages ? [['the page of the example question', { port: server.port, path: rosterAddress }, 250] as [string, Ask, number]] : []),
];
const table = [];
for (const [name, ask, limit] of cases) {
  await send(ask);
  await server.ask('statements');
  const answer = await send(ask);
  const statements = Number(await server.ask('statements'));
  const times: number[] = [];
  for (let round = 0; round < Number(options.rounds); round++) times.push(...(await turn([ask])));
  table.push({
    question: name,
    statements,
    kB: +(gzipSync(answer).length / 1000).toFixed(1),
    p50: +median(times).toFixed(1),
    p95: +percentile(times, 0.95).toFixed(1),
  });
  aim(`${name}, p95`, percentile(times, 0.95), limit, 'ms');
  if (name.includes('example')) {
    // One more asks what state the library is in, where a page is asked for.
    aim(`${name}, SQL statements`, statements, name.startsWith('the page') ? 3 : 2, '', 0);
    aim(`${name}, compressed`, gzipSync(answer).length / 1000, 60, 'kB');
  }
}
console.table(table);
printAims(say);
agent.destroy();
await server.stop();
await libraries.stop();
