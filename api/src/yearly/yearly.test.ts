import { expect, it } from 'vitest';
import { testLibrary } from '#test/ask.ts';
import { loadDemo } from '#seed/demo.ts';
import { QueryBatch } from '../records/query-batch.ts';
import { utcToday } from '../uptake/state.ts';
import { readYear } from './content.ts';

const { db, services, data, statements } = await testLibrary();
const read = (year: number) => readYear({ reads: new QueryBatch(db), facets: services.facets }, year);
const thisYear = Number(utcToday().slice(0, 4));

/** How many rows the list at an address has, asked of the API as its page asks. */
async function behind(url: string): Promise<number> {
  const { pathname, search, searchParams: query } = new URL(url, 'http://localhost');
  if (pathname === '/projects')
    return (await data('query ($address: String!) { projects(address: $address) { totalCount } }', { address: search.slice(1) })).projects.totalCount;
  expect(pathname).toBe('/uptake/entries');
  const status = query.get('status');
  const { uptakeCells } = await data(
    'query ($report: String, $at: String, $known: String, $filter: UptakeCellFilter) { uptakeCells(report: $report, at: $at, asKnownOn: $known, includeDemo: false, filter: $filter, first: 1) { totalCount } }',
    {
      report: query.get('report'),
      at: query.get('at'),
      known: query.get('asKnownOn'),
      filter: { ...(status ? { status: [status] } : {}), organization: query.getAll('organization') },
    },
  );
  return uptakeCells.totalCount;
}

it('counts of each year what the list behind each figure has, in two statements, and adds up', { timeout: 120_000 }, async () => {
  await read(thisYear);
  const counted = statements();
  await read(thisYear);
  expect(counted.stop().length).toBeLessThanOrEqual(2);
  for (const year of [thisYear, 2021]) {
    const report = await read(year);
    const figures = (report?.sections ?? []).flatMap(({ sentences, table }) => [
      ...sentences.flatMap(({ figure }) => figure ?? []),
      ...(table?.rows ?? []).flatMap((row) => row.figures),
    ]);
    expect(figures.length).toBeGreaterThan(15);
    for (const { url, count } of figures) expect([year, url, await behind(url)]).toEqual([year, url, count]);
    for (const { title, sentences, table } of report?.sections ?? [])
      if (table) expect([title, table.rows.reduce((sum, row) => sum + (row.figures.at(-1)?.count ?? 0), 0)]).toEqual([title, sentences[0]?.figure?.count]);
  }
});

it('is the same where demonstration entries are loaded, and is nothing of a year to come', async () => {
  const without = await read(thisYear);
  await loadDemo(db);
  expect(await read(thisYear)).toEqual(without);
  expect([await read(thisYear + 1), await read(1999), await read(Number.NaN)]).toEqual([null, null, null]);
});
