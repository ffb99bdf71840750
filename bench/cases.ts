import type { Pool } from 'pg';
import { lessonKinds, themes } from '#prisma/content/lesson.ts';
import { stages, uses } from '#prisma/content/project.ts';
import { difference, unordered } from './compare.ts';
import { type Ask, json, send, turn } from './load.ts';
import { randomFrom } from './made.ts';
import * as queries from './queries.ts';
import type { RawRequest } from './raw.ts';
import type { Server } from './servers.ts';

/** One class of queries: the same questions to the API and to the hand-written floor, and what was measured of both. */
export type Case = {
  name: string;
  /** At most so many times the floor, by p50 or p95; null where only its growth counts. */
  limit: number | null;
  by: 'p50' | 'p95';
  /** What of two answers must be equal. */
  same: (answer: unknown) => unknown;
  statements: number | null;
  ours: Ask[];
  raw: Ask[];
  ratios: number[];
  oursP50: number[];
  oursP95: number[];
  rawP50: number[];
  rawP95: number[];
};

const begin = [-1, '00000000-0000-0000-0000-000000000000'];
const keys = (facet: string, values: readonly string[]) => values.map((value) => `${facet}:${value}`);

/** The questions about a library with so many projects, the same in every run. */
export async function makeCases(api: Server, raw: Server, pool: Pool, projects: number): Promise<{ cases: Case[]; slugs: string[] }> {
  const graphql = (query: string, variables: object): Ask => ({ port: api.port, path: '/graphql', body: JSON.stringify({ query, variables }) });
  const byHand = (query: RawRequest['query'], parameters: unknown[]): Ask => ({
    port: raw.port,
    path: '/',
    body: JSON.stringify({ query, parameters } satisfies RawRequest),
  });
  const random = randomFrom(7);
  const pick = <Item>(items: readonly Item[], count: number) => items.toSorted(() => random() - 0.5).slice(0, count);
  const filters = Array.from({ length: 10 }, () => ({ stage: pick(stages, 2), use: pick(uses, 4) }));
  const filtered = (filter: (typeof filters)[number]) => [keys('stage', filter.stage), keys('use', filter.use)];
  const slugs = Array.from({ length: 200 }, () => `made-project-${1 + Math.floor(random() * projects)}`);
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
    const at = last === '' ? begin[0] : (await pool.query<{ position: number }>('SELECT position FROM record WHERE id = $1', [last])).rows[0]?.position;
    page50.ours.push(graphql(queries.listOnly, { ...filter, after }));
    page50.raw.push(byHand('listOnly', [...filtered(filter), at, last || begin[1]]));
  }

  const make = (name: string, limit: number | null, ours: Ask[], hand: Ask[], more: Partial<Case> = {}): Case => ({
    name,
    limit,
    by: 'p50',
    same: (answer) => answer,
    statements: null,
    ours,
    raw: hand,
    ratios: [],
    oursP50: [],
    oursP95: [],
    rawP50: [],
    rawP95: [],
    ...more,
  });
  // Words that stand in many records, in some, and in one; a space after them says that they are whole.
  const { rows: titles } = await pool.query<{ title: string }>("SELECT title FROM record WHERE kind = 'PROJECT' AND slug = ANY ($1) ORDER BY slug LIMIT 10", [
    slugs,
  ]);
  const searching = (name: string, words: string[], stage: string | null = null) =>
    make(
      `search: ${name}`,
      1.5,
      words.map((word) => graphql(queries.search, { query: `${word} `, filter: stage ? { stage: [stage] } : {} })),
      words.map((word) => {
        const plain = word
          .toLowerCase()
          .split(/\s+/)
          .map((one) => `'${one}'`)
          .join(' & ');
        return byHand('search', [`${plain} & !'>restricted'${stage ? ` & '=stage:${stage}'` : ''}`, plain]);
      }),
      // Only how many are found is comparable: the search knows forms, synonyms and typos of a word, and ranks otherwise.
      { by: 'p95', same: (answer) => Math.round(Math.log2(1 + (answer as { data: { search: { totalCount: number } } }).data.search.totalCount)) },
    );
  const cases = [
    make(
      'list of 20 with relations and total',
      1.5,
      filters.map((filter) => graphql(queries.list, filter)),
      filters.map((filter) => byHand('list', [...filtered(filter), ...begin])),
    ),
    make(
      'the same without the total',
      1.7,
      filters.map((filter) => graphql(queries.listOnly, filter)),
      filters.map((filter) => byHand('listOnly', [...filtered(filter), ...begin])),
    ),
    make('page 50', 1.5, page50.ours, page50.raw),
    make(
      'facets of a filtered list',
      1.5,
      filters.map((filter) => graphql(queries.facets, filter)),
      filters.map((filter) => byHand('facets', filtered(filter))),
    ),
    make('facets of everything', null, [graphql(queries.facets, {})], [byHand('allFacets', [])]),
    make(
      'one project by slug, everything',
      2.4,
      slugs.map((slug) => graphql(queries.project, { slug })),
      slugs.map((slug) => byHand('project', [slug])),
    ),
    make(
      'list of 20 lessons with relations and total',
      1.5,
      lessonFilters.map((filter) => graphql(queries.lessons, filter)),
      lessonFilters.map((filter) => byHand('lessons', [keys('kind_of_lesson', filter.kind), keys('theme', filter.theme)])),
    ),
    searching('a common word', ['ledger', 'report', 'payment', 'network', 'record']),
    searching('two words', ['payment farmer', 'supply chain', 'record school', 'clinic market']),
    searching('a word in one stage', ['ledger', 'payment', 'network', 'farmer'], 'PILOT'),
    searching(
      'a title',
      titles.map(({ title }) => title),
    ),
  ];
  return { cases, slugs };
}

/** Checks that both sides answer alike, warms both, and counts the statements of one question. */
export async function check(cases: Case[], api: Server, say: (line: string) => void): Promise<void> {
  for (const one of cases) {
    for (let index = 0; index < Math.min(5, one.ours.length); index++) {
      const ours = one.same(await json(one.ours[index] as Ask));
      const hand = one.same(await json(one.raw[index] as Ask));
      const other = difference(unordered(ours), unordered(hand));
      if (!other) continue;
      if (!one.name.startsWith('search')) throw new Error(`${one.name}: the hand-written SQL gives another answer at ${other}`);
      say(`${one.name}: question ${index + 1} finds another number of records here and there (${other}).`);
    }
    await turn(one.ours, 1000);
    await turn(one.raw, 1000);
    await api.ask('statements');
    await send(one.ours[0] as Ask);
    one.statements = Number(await api.ask('statements'));
  }
}
