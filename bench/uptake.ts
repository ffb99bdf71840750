/**
 * The uptake at size: 20 reports with 8 recommendations for 28 organizations each and ten years of entries, in a database
 * of its own. The table of one report at a past date and the aggregate of the system, each against the best single SQL
 * statement that gives the same numbers. `node bench/uptake.ts`; aim: at most 3 times.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { uptakeAccessOf } from '#api/uptake/policy.ts';
import { countFields } from '#api/uptake/state.ts';
import { countCells, readGroups, readMatrix } from '#api/uptake/table.ts';
import { makeServices } from '#api/context.ts';
import { makeYoga } from '#api/yoga.ts';
import { connect } from '#prisma/database.ts';
import { startEmbedded } from '#prisma/embedded.ts';
import { migrate } from '#prisma/migrate.ts';
import { createPostgresEngine } from '#search/postgres.ts';

const ROUNDS = 30;
const AT = '2023-06-30';
const folder = await mkdtemp(join(tmpdir(), 'atrium-bench-uptake-'));
const server = await startEmbedded(folder, { fsync: 'off', synchronous_commit: 'off' });
const { db, pool, close } = connect(server.url, { max: 4 });
const search = createPostgresEngine(server.url);
try {
  await migrate(pool);
  await pool.query(`
    INSERT INTO record (kind, slug, source_key, position, title, sort_title, content, hash)
      SELECT 'SOURCE', 'report-' || n, 'report-' || n, n, 'Report ' || n, 'report ' || n, jsonb_build_object('symbol', 'JIU/REP/' || n, 'date', '2015'), 'x' FROM generate_series(1, 20) n;
    INSERT INTO record (kind, slug, source_key, position, title, sort_title, content, hash)
      SELECT 'ORGANIZATION', 'organization-' || n, 'organization-' || n, n, 'Organization ' || n, 'organization ' || n, jsonb_build_object('shortName', 'O' || n, 'name', 'Organization ' || n), 'x' FROM generate_series(1, 28) n;
    INSERT INTO record (kind, slug, source_key, position, title, sort_title, content, hash)
      SELECT 'RECOMMENDATION', 'report-' || p || '-' || n, 'report-' || p || '-rec-' || n, n, 'Recommendation ' || n, 'recommendation ' || n,
        jsonb_build_object('number', n, 'label', 'Recommendation ' || n, 'title', 'Title ' || n, 'report', 'report-' || p, 'deadline', CASE WHEN n % 2 = 0 THEN jsonb_build_object('date', '2022-12-31') END, 'impact', jsonb_build_object('letter', chr(96 + n), 'text', 'Impact')), 'x'
      FROM generate_series(1, 20) p, generate_series(1, 8) n;
    INSERT INTO report_column (report_id, organization_id, position) SELECT s.id, o.id, o.position FROM record s, record o WHERE s.kind = 'SOURCE' AND o.kind = 'ORGANIZATION';
    INSERT INTO action (report_id, recommendation_id, organization_id, kind, position)
      SELECT s.id, r.id, o.id, (CASE WHEN r.position < 3 THEN 'LEGISLATIVE' ELSE 'EXECUTIVE' END)::action_kind, o.position FROM record r JOIN record s ON s.kind = 'SOURCE' AND s.source_key = r.content->>'report', record o WHERE r.kind = 'RECOMMENDATION' AND o.kind = 'ORGANIZATION';
    INSERT INTO uptake_entry (action_id, effective_date, entered_on, entered_by, entered_as, acceptance, implementation, target_date, comment, idempotency_key)
      SELECT id, day, day + 20, 'bench', 'FOCAL_POINT', acceptance::acceptance, (CASE WHEN acceptance = 'ACCEPTED' THEN (ARRAY['NOT_STARTED','IN_PROGRESS','IMPLEMENTED'])[1 + (hash + year) % 3] END)::implementation, CASE WHEN hash % 3 = 0 THEN day + 400 END, repeat('comment ', 20), id || ':' || year
      FROM (SELECT a.id, year, make_date(2014 + year, 1 + (h.hash % 12)::int, 1 + (h.hash % 28)::int) AS day, h.hash, (ARRAY['ACCEPTED','ACCEPTED','ACCEPTED','NOT_ACCEPTED','UNDER_CONSIDERATION','NOT_RELEVANT'])[1 + (h.hash * year) % 6] AS acceptance
        FROM action a CROSS JOIN generate_series(1, 10) year CROSS JOIN LATERAL (SELECT abs(hashtext(a.id::text || year)) % 1000 AS hash) h) x;
    INSERT INTO uptake_confirmation (entry_id, confirmed_on, confirmed_by) SELECT id, entered_on + 5, 'other' FROM uptake_entry WHERE abs(hashtext(id::text)) % 10 > 0;
    INSERT INTO uptake_withdrawal (entry_id, withdrawn_on, withdrawn_by, withdrawn_as, reason) SELECT id, entered_on + 40, 'bench', 'FOCAL_POINT', 'wrong' FROM uptake_entry WHERE abs(hashtext(id::text)) % 50 = 0;`);
  await pool.query('VACUUM ANALYZE');
  const { rows: sizes } = await pool.query<{ actions: number; entries: number }>(
    'SELECT (SELECT count(*) FROM action) AS actions, (SELECT count(*) FROM uptake_entry) AS entries',
  );
  const viewer = { unSystem: true, organizationIds: [] };
  const sight = { ...uptakeAccessOf(null), unconfirmed: true, unSystem: true };
  const moment = { at: AT, known: AT, demo: false, confirmedOnly: false };
  const yoga = makeYoga(makeServices(db, search), { error: (details) => console.error(details) });
  const graphql = async (query: string) => {
    const response = await yoga.fetch('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    const answer = (await response.json()) as { errors?: unknown };
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    return answer;
  };

  // By hand, two ways each; the faster of the two is what we are compared with. Dates of deadlines are whole here, so SQL can compare them.
  const holds = (confirmed: boolean) =>
    `u.effective_date <= $1 AND u.entered_on <= $1 AND NOT u.demo AND NOT EXISTS (SELECT FROM uptake_withdrawal w WHERE w.entry_id = u.id AND w.withdrawn_on <= $1) ${confirmed ? 'AND k.entry_id IS NOT NULL' : ''}`;
  const lateral = `LEFT JOIN LATERAL (SELECT u.id, u.acceptance, u.implementation, u.target_date, k.entry_id IS NOT NULL AS confirmed FROM uptake_entry u LEFT JOIN uptake_confirmation k ON k.entry_id = u.id AND k.confirmed_on <= $1 WHERE u.action_id = a.id AND ${holds(false)} ORDER BY u.effective_date DESC, u.sequence DESC LIMIT 1) e ON true`;
  const distinct = (where: string) =>
    `LEFT JOIN (SELECT DISTINCT ON (u.action_id) u.action_id, u.id, u.acceptance, u.implementation, u.target_date, k.entry_id IS NOT NULL AS confirmed FROM uptake_entry u LEFT JOIN uptake_confirmation k ON k.entry_id = u.id AND k.confirmed_on <= $1 WHERE ${where} ${holds(false)} ORDER BY u.action_id, u.effective_date DESC, u.sequence DESC) e ON e.action_id = a.id`;
  const open =
    "e.implementation IS DISTINCT FROM 'IMPLEMENTED' AND e.acceptance IS DISTINCT FROM 'NOT_ACCEPTED' AND e.acceptance IS DISTINCT FROM 'NOT_RELEVANT'";
  const late = `(${open} AND coalesce(least((r.content->'deadline'->>'date')::date, e.target_date) < $1, false))`;
  const long = `(${open} AND $1::date > make_date((s.content->>'date')::int + 5, 12, 31))`;
  const matrixSql = (join: string) =>
    `SELECT a.id, a.recommendation_id, a.organization_id, a.kind, e.id AS entry, e.acceptance, e.implementation, e.target_date::text, e.confirmed, ${late} AS overdue, ${long} AS long FROM action a JOIN record s ON s.id = a.report_id JOIN record r ON r.id = a.recommendation_id JOIN record o ON o.id = a.organization_id ${join} WHERE s.source_key = 'report-7' ORDER BY r.position, o.position`;
  const state = (acceptance: string) => `count(*) FILTER (WHERE e.acceptance = '${acceptance}')::int`;
  const stage = (implementation: string) => `count(*) FILTER (WHERE e.implementation = '${implementation}')::int`;
  const aggregateSql = (join: string) =>
    `SELECT o.slug, count(*)::int AS addressed, count(*) FILTER (WHERE e.acceptance IS NULL)::int AS "noInformation", ${state('UNDER_CONSIDERATION')} AS "underConsideration", ${state('NOT_ACCEPTED')} AS "notAccepted", ${state('NOT_RELEVANT')} AS "notRelevant", ${state('ACCEPTED')} AS accepted, ${stage('NOT_STARTED')} AS "notStarted", ${stage('IN_PROGRESS')} AS "inProgress", ${stage('IMPLEMENTED')} AS implemented, count(*) FILTER (WHERE ${late})::int AS overdue, count(*) FILTER (WHERE ${long})::int AS "longOutstanding", count(*) FILTER (WHERE e.id IS NOT NULL AND NOT e.confirmed)::int AS unconfirmed FROM action a JOIN record s ON s.id = a.report_id JOIN record r ON r.id = a.recommendation_id JOIN record o ON o.id = a.organization_id ${join} GROUP BY o.id ORDER BY o.position`;
  const run = async (text: string) => (await pool.query(text, [AT])).rows as Record<string, unknown>[];
  const MATRIX = `{ uptakeMatrix(report: "report-7", at: "${AT}") { rows { number title counts { addressed accepted implemented overdue } } columns { slug shortName counts { addressed accepted implemented overdue } } cells { recommendationNumber organizationSlug status overdue longOutstanding confirmed entryId } counts { addressed accepted implemented } } }`;
  const AGGREGATE = `{ uptakeBy(by: ORGANIZATION, allReports: true, at: "${AT}") { rows { label counts { ${countFields.join(' ')} } } total { addressed accepted } } }`;
  const cases: Record<string, () => Promise<unknown>> = {
    'table, SQL by hand, lateral': () => run(matrixSql(lateral)),
    'table, SQL by hand, distinct on': () =>
      run(matrixSql(distinct("u.action_id IN (SELECT x.id FROM action x JOIN record y ON y.id = x.report_id WHERE y.source_key = 'report-7') AND"))),
    'table, ours': () => readMatrix(db, viewer, sight, 'report-7', moment),
    'table, ours over GraphQL': () => graphql(MATRIX),
    'aggregate, SQL by hand, lateral': () => run(aggregateSql(lateral)),
    'aggregate, SQL by hand, distinct on': () => run(aggregateSql(distinct(''))),
    'aggregate, ours': () => readGroups(db, viewer, sight, { ...moment, by: 'ORGANIZATION', report: null }),
    'aggregate, ours over GraphQL': () => graphql(AGGREGATE),
  };

  // The numbers must be the same before the times mean anything.
  const byHand = await run(aggregateSql(lateral));
  const { groups } = await readGroups(db, viewer, sight, { ...moment, by: 'ORGANIZATION', report: null });
  for (const [index, group] of groups.entries())
    for (const field of countFields)
      if (byHand[index]?.[field] !== group.counts[field])
        throw new Error(`${group.label}, ${field}: ${byHand[index]?.[field]} by hand, ${group.counts[field]} here`);
  const matrix = await readMatrix(db, viewer, sight, 'report-7', moment);
  const cells = await run(matrixSql(lateral));
  if (
    countCells(matrix?.cells ?? []).overdue !== cells.filter((cell) => cell['overdue']).length ||
    matrix?.cells.some((cell, index) => cell.entryId !== cells[index]?.['entry'])
  )
    throw new Error('The table differs from the one by hand.');

  const times = new Map(Object.keys(cases).map((name) => [name, [] as number[]]));
  for (let round = -3; round < ROUNDS; round++) {
    for (const [name, work] of Object.entries(cases)) {
      const start = performance.now();
      await work();
      if (round >= 0) times.get(name)?.push(performance.now() - start);
    }
  }
  const median = (name: string) => (times.get(name) ?? []).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN;
  console.log(`${sizes[0]?.actions} actions, ${sizes[0]?.entries} entries; state of ${AT}; medians of ${ROUNDS} interleaved rounds`);
  for (const what of ['table', 'aggregate']) {
    const best = Math.min(median(`${what}, SQL by hand, lateral`), median(`${what}, SQL by hand, distinct on`));
    for (const name of Object.keys(cases).filter((one) => one.startsWith(what))) {
      const ratio = median(name) / best;
      console.log(
        `${name.padEnd(38)} ${median(name).toFixed(1).padStart(7)} ms  ${ratio.toFixed(2)} times the best by hand${name.includes('ours') ? (ratio <= 3 ? ', aim of 3 met' : ', aim of 3 MISSED') : ''}`,
      );
    }
  }
} finally {
  await search.close();
  await close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
