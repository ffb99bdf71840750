import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publish } from '#api/contributions/publish.ts';
import { checkContent } from '#api/contributions/validate.ts';
import { rebuildIndex } from '#search/reindex.ts';
import { checkSample, makeLibrary, sizeOf } from '../bench/made.ts';
import * as queries from '../bench/queries.ts';
import { countReading, type Reading } from './plans.ts';
import { testSite } from './visit.ts';

// What a request reads must not grow with the library. Two libraries, one ten times as large; the rows and buffers that PostgreSQL
// says its statements touched are compared, which no other work on the machine disturbs, as it would times.

const SMALL = 400;
const LARGE = 4_000;
/** So many times as much may be read in a library ten times as large, and so many more: indexes are deeper, pages of a small one not full. */
const TIMES = 2;
const ROWS_MORE = 300;
const BUFFERS_MORE = 400;

type Request = { ask: string; body?: { query: string; variables?: object } };
const page = (ask: string): Request => ({ ask });
const query = (text: string, variables: object = {}): Request => ({
  ask: `/graphql ${/\w+/.exec(text.replace(/^(query|fragment)\s*/, ''))?.[0]}`,
  body: { query: text, variables },
});

/** Each reads as much in any library. */
const steady: Request[] = [
  page('/'),
  page('/projects'),
  page('/projects?stage=PILOT'),
  page('/projects?stage=PILOT&stage=IN_USE&use=SUPPLY_CHAIN'),
  page('/projects?sort=title'),
  page('/projects?sort=updated'),
  page('/projects?stage=NOPE&platform=none'),
  page('/vendors'),
  page('/vendors?platform=Made%20Chain%201'),
  page('/organizations'),
  page('/organizations?group=OTHER'),
  page('/lessons'),
  page('/lessons?theme=FUNDING_AND_COSTS'),
  page('/projects/made-project-7'),
  page('/lessons/made-lesson-7'),
  page('/vendors/made-vendor-3'),
  page('/organizations/made-organization-3'),
  page('/goals'),
  page('/sources'),
  page('/sources/made-source'),
  page('/risks'),
  page('/standards'),
  page('/uptake'),
  page('/glossary'),
  page('/recommendations'),
  page('/matrix'),
  // Every project of the library answered these questions.
  page('/decide/jiu-matrix/layer-1-decentralization?table-1-q1=no&table-1-q2=yes'),
  page('/decide/jiu-matrix/outcome?table-1-q1=no&table-1-q2=yes'),
  query(queries.list, { stage: ['PILOT', 'IN_USE'], use: ['SUPPLY_CHAIN', 'PAYMENTS_AND_TRANSFERS'] }),
  query(queries.listOnly, { stage: ['PILOT', 'IN_USE'], use: ['SUPPLY_CHAIN', 'PAYMENTS_AND_TRANSFERS'] }),
  query(queries.facets, { stage: ['PILOT'], use: ['SUPPLY_CHAIN'] }),
  query(queries.facets),
  query(queries.lessons, { kind: ['LESSON'], theme: ['GOVERNANCE'] }),
  query(queries.project, { slug: 'made-project-7' }),
];
/** A goal shows up to a hundred projects. A search finds what matches by an index, whose entries are as many as matches; it reads no more of the records than it shows. */
const searches: Request[] = [page('/goals/3'), page('/search?q=ledger'), page('/search?q=qqqzzz'), page('/search/suggest?q=led')];
/** What is found with a filter is counted record by record, from a narrow table. */
const COUNTING = page('/search?q=ledger&stage=PILOT');
const COUNTING_TIMES = 6;

const sites = [await testSite(), await testSite()] as const;
const [small, large] = sites;
const counting = countReading();
afterAll(() => counting.stop());

beforeAll(async () => {
  for (const [site, projects] of [
    [small, SMALL],
    [large, LARGE],
  ] as const) {
    // As few vendors and organizations as have a full page in both.
    const size = { ...sizeOf(projects), organizations: 4, vendors: 4 };
    await makeLibrary(site.db, site.pool, size);
    // A made library that is not like a published one would prove nothing.
    await checkSample(site.db, site.pool, size);
    await rebuildIndex(site.db);
    await site.pool.query('VACUUM (ANALYZE)');
    // A table of some thousand rows is read whole because that is cheap. What counts is whether there is another way when it is not.
    const { rows } = await site.pool.query<{ name: string }>('SELECT current_database() AS name');
    for (const way of ['seqscan', 'hashjoin', 'mergejoin']) await site.pool.query(`ALTER DATABASE ${rows[0]?.name} SET enable_${way} = off`);
    await site.pool.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()');
    await site.pool.query('SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off');
  }
}, 240_000);

async function readingOf(site: (typeof sites)[number], { ask, body }: Request): Promise<Reading> {
  const send = async () => {
    const answer = body
      ? await site.app.inject({ method: 'POST', url: '/graphql', payload: body })
      : await site.app.inject({ url: ask, headers: { accept: 'text/html', host: 'localhost' } });
    expect([ask, answer.statusCode, body ? (answer.json() as { errors?: unknown }).errors : undefined]).toEqual([ask, 200, undefined]);
  };
  // Once for what a process keeps in memory, then as after a change, so that no page is kept.
  await send();
  // What is read by the clock, such as whether terms have changed, falls into one of them by chance: the one with the fewest statements counts.
  let fewest: Reading | undefined;
  for (let round = 0; round < 2; round++) {
    await sql`INSERT INTO library_change DEFAULT VALUES`.execute(site.db);
    const { reading } = await counting.of(send);
    if (!fewest || reading.statements < fewest.statements) fewest = reading;
  }
  return fewest as Reading;
}

describe('in a library ten times as large', () => {
  for (const request of steady)
    it(`${request.ask} reads no more`, async () => {
      const [few, many] = [await readingOf(small, request), await readingOf(large, request)];
      const dearest = many.texts.toSorted((a, b) => b.rows - a.rows)[0];
      expect(many.statements).toBe(few.statements);
      expect(many.rows, `${few.rows} rows became ${many.rows}, most of them in: ${dearest?.text.slice(0, 2000)}`).toBeLessThanOrEqual(
        few.rows * TIMES + ROWS_MORE,
      );
      expect(many.buffers, `${few.buffers} buffers became ${many.buffers}`).toBeLessThanOrEqual(few.buffers * TIMES + BUFFERS_MORE);
    });

  for (const [request, times] of [...searches.map((one) => [one, 3] as const), [COUNTING, COUNTING_TIMES] as const])
    it(`${request.ask} reads a little more`, async () => {
      const [few, many] = [await readingOf(small, request), await readingOf(large, request)];
      expect(many.statements).toBe(few.statements);
      expect(many.buffers, `${few.buffers} buffers became ${many.buffers}`).toBeLessThanOrEqual(few.buffers * times + BUFFERS_MORE);
    });

  it('a copy of a file that is the current one costs no more', async () => {
    const cost = async (site: (typeof sites)[number]) => {
      const url = '/projects.csv?stage=PILOT';
      const etag = String((await site.app.inject({ url })).headers['etag']);
      const { reading } = await counting.of(async () => {
        expect((await site.app.inject({ url, headers: { 'if-none-match': etag } })).statusCode).toBe(304);
      });
      return reading;
    };
    const [few, many] = [await cost(small), await cost(large)];
    expect(many.rows).toBeLessThanOrEqual(few.rows + 50);
    expect(many.buffers).toBeLessThanOrEqual(few.buffers + 100);
  });

  it('publishing one record reads and writes no more', async () => {
    const cost = async ({ db }: (typeof sites)[number]) => {
      const undo = new Error('undo');
      let touched: { rows: number; blocks: number } | undefined;
      await db
        .transaction()
        .execute(async (trx) => {
          const { rows } = await sql<{ id: string; content: Record<string, unknown> }>`
            SELECT id, content FROM record WHERE kind = 'PROJECT' AND slug = 'made-project-9'`.execute(trx);
          const { id, content } = rows[0] as (typeof rows)[number];
          // What the connection did before and has not told yet is counted in the same place, so the difference is taken.
          const counts = async () =>
            (
              await sql<{ rows: number; blocks: number }>`
                SELECT sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int AS rows,
                  sum(pg_stat_get_xact_blocks_fetched(relid))::int AS blocks FROM pg_stat_xact_user_tables WHERE schemaname = 'public'`.execute(trx)
            ).rows[0] as { rows: number; blocks: number };
          const before = await counts();
          const checked = await checkContent(trx, { kind: 'PROJECT', content, sources: [] }, null);
          expect(checked.faults).toEqual([]);
          await publish(trx, {
            recordId: id,
            kind: 'PROJECT',
            content: checked.content as Record<string, unknown> as never,
            sources: [],
            author: crypto.randomUUID(),
            organization: null,
            accepted: [],
            reason: 'For a test.',
            restores: null,
          });
          const after = await counts();
          touched = { rows: after.rows - before.rows, blocks: after.blocks - before.blocks };
          throw undo;
        })
        .catch((error: unknown) => {
          if (error !== undo) throw error;
        });
      return touched as { rows: number; blocks: number };
    };
    const [few, many] = [await cost(small), await cost(large)];
    expect(many.rows).toBeLessThanOrEqual(few.rows * TIMES + 50);
    expect(many.blocks).toBeLessThanOrEqual(few.blocks * TIMES + 50);
  });
});
