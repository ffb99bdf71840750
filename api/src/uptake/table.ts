import { type RawBuilder, sql } from 'kysely';
import type { Viewer } from '#search/engine.ts';
import { visibleRecords } from '../records/policy.ts';
import { type Reader, rowsOf } from '../records/query-batch.ts';
import { organizationDay, organizationToday, zoneOf } from './day.ts';
import { holding, type Moment, worldSql } from './holding.ts';
import type { UptakeAccess } from './policy.ts';
import { fromDocument, type Standing } from './standing.ts';
import { type Acceptance, type CellFacts, type Counts, count, derive, type Derived, type Implementation, type Judgement, noCounts } from './state.ts';

type ActionKind = 'LEGISLATIVE' | 'EXECUTIVE';
export type ReportHead = {
  id: string;
  key: string;
  slug: string;
  title: string;
  symbol: string | null;
  date: string | null;
  fromDocuments: boolean;
  demo: boolean;
};
export type RecommendationHead = {
  id: string;
  slug: string;
  number: number | null;
  label: string;
  title: string;
  kind: ActionKind | null;
  deadline: string | null;
  impact: string | null;
  impactText: string | null;
  reportId: string;
};
type OrganizationHead = { id: string; slug: string; shortName: string; name: string };
export type ColumnHead = OrganizationHead & {
  position: number;
  forInformation: boolean;
  /** Its time zone, by the name in the IANA database, and the day that it is there. */
  timeZone: string;
  today: string;
};

/** One cell as it stands on a day: the action, the entry that holds, and what is derived from both. */
export type Cell = CellFacts &
  Derived & {
    actionId: string;
    recommendationId: string;
    organizationId: string;
    kind: ActionKind;
    note: string | null;
    entryId: string | null;
    effectiveDate: string | null;
    demo: boolean;
    /** Null where nothing was reported. */
    standing: Standing | null;
    /** The day of its organization that the state is of. */
    day: string;
    /** The last judgement on the action, also where it was given of an earlier report; `judgement` is null then. */
    lastJudgement: Judgement | null;
  };

/** The reports with a table of actions, in their order; one of them when its source key or slug is given. */
const reportsSql = (viewer: Viewer, key: string | null | undefined, all: boolean) => sql`
  SELECT s.id, s.source_key AS key, s.slug, s.title, s.content->>'symbol' AS symbol, s.content->>'date' AS date, s.position,
    EXISTS (SELECT FROM uptake_publication b JOIN uptake_entry u ON u.id = b.entry_id JOIN action a ON a.id = u.action_id WHERE a.report_id = s.id) AS "fromDocuments",
    EXISTS (SELECT FROM uptake_entry u JOIN action a ON a.id = u.action_id WHERE a.report_id = s.id AND u.demo) AS demo
  FROM record s
  WHERE s.kind = 'SOURCE' AND ${visibleRecords(viewer, 's')} AND EXISTS (SELECT FROM report_column c WHERE c.report_id = s.id)
    ${key ? sql`AND (s.source_key = ${key} OR s.slug = ${key})` : sql``}
  ORDER BY s.position, s.id ${all ? sql`` : sql`LIMIT 1`}`;
const recommendationsSql = (viewer: Viewer) => sql`
  SELECT DISTINCT ON (r.id) r.id, r.slug, (r.content->>'number')::int AS number, r.content->>'label' AS label, r.content->>'title' AS title, r.content->>'action' AS kind,
    r.content->'deadline'->>'date' AS deadline, r.content->'impact'->>'letter' AS impact, r.content->'impact'->>'text' AS impact_text, a.report_id, p.date AS report_date, r.position
  FROM report p JOIN action a ON a.report_id = p.id JOIN record r ON r.id = a.recommendation_id WHERE ${visibleRecords(viewer)}`;

/** Every report that has a table of actions. */
export const listReports = (reader: Reader, viewer: Viewer): Promise<ReportHead[]> =>
  rowsOf(
    reader,
    sql<ReportHead>`SELECT id, key, slug, title, symbol, date, "fromDocuments", demo FROM (${reportsSql(viewer, null, true)}) p ORDER BY position, id`,
  );

/** A report by source key or slug, or the first; null when there is none that the viewer may see. */
export async function findReport(reader: Reader, viewer: Viewer, key?: string | null): Promise<ReportHead | null> {
  return (
    (await rowsOf(reader, sql<ReportHead>`SELECT id, key, slug, title, symbol, date, "fromDocuments", demo FROM (${reportsSql(viewer, key, false)}) p`))[0] ??
    null
  );
}

type PackedCell = [
  string,
  string,
  string,
  string,
  ActionKind,
  boolean,
  string | null,
  string | null,
  Acceptance | null,
  Implementation | null,
  string | null,
  string | null,
  Standing | null,
  boolean | null,
  Judgement | null,
  boolean,
  boolean,
];
export type Matrix = { report: ReportHead; moment: Moment; columns: ColumnHead[]; recommendations: RecommendationHead[]; cells: Cell[] };

const standingFacts = (standing: Standing | null) => ({ confirmed: standing === 'CONFIRMED', fromDocument: fromDocument(standing) });
const factsOf = (head: { deadline: string | null } | undefined, reportDate: string | null, rest: Omit<CellFacts, 'deadline' | 'reportDate'>): CellFacts => ({
  ...rest,
  deadline: head?.deadline ?? null,
  reportDate,
});

/**
 * The table of one report as it stands on a day: columns, recommendations and cells, in one SQL statement.
 * @returns null when there is no such report
 */
export async function readMatrix(
  reader: Reader,
  viewer: Viewer,
  access: UptakeAccess,
  report: string | null | undefined,
  moment: Moment,
): Promise<Matrix | null> {
  const at = sql`${moment.at}::date`;
  const known = sql`${moment.known}::date`;
  const [row] = await rowsOf(
    reader,
    sql<{ report: ReportHead | null; columns: ColumnHead[]; recommendations: RecommendationHead[]; cells: PackedCell[] }>`
    WITH report AS MATERIALIZED (${reportsSql(viewer, report, false)}),
    world AS MATERIALIZED (${worldSql(access, moment)}),
    recommendation AS MATERIALIZED (${recommendationsSql(viewer)}),
    organization AS MATERIALIZED (
      SELECT o.id, o.slug, o.content->>'shortName' AS short_name, o.content->>'name' AS name, c.position, c.for_information, ${organizationDay('o.id', at)} AS at, ${organizationDay('o.id', known)} AS known, ${organizationToday('o.id')} AS today, ${zoneOf('o.id')} AS zone
      FROM report p JOIN report_column c ON c.report_id = p.id JOIN record o ON o.id = c.organization_id WHERE ${visibleRecords(viewer, 'o')})
    SELECT
      (SELECT json_build_object('id', id, 'key', key, 'slug', slug, 'title', title, 'symbol', symbol, 'date', date, 'fromDocuments', "fromDocuments", 'demo', demo) FROM report) AS report,
      (SELECT coalesce(json_agg(json_build_object('id', id, 'slug', slug, 'shortName', short_name, 'name', name, 'position', position, 'forInformation', for_information, 'timeZone', zone, 'today', today) ORDER BY position, id), '[]') FROM organization) AS columns,
      (SELECT coalesce(json_agg(json_build_object('id', id, 'slug', slug, 'number', number, 'label', label, 'title', title, 'kind', kind, 'deadline', deadline, 'impact', impact, 'impactText', impact_text, 'reportId', report_id) ORDER BY position, id), '[]') FROM recommendation) AS recommendations,
      (SELECT coalesce(json_agg(json_build_array(o.at, a.id, a.recommendation_id, a.organization_id, a.kind, a.printed, a.note, e.id, e.acceptance, e.implementation, e.target_date, e.effective_date, e.standing, e.demo, j.judgement, coalesce(j.priority, false), j.entry_id IS NOT DISTINCT FROM e.id) ORDER BY r.position, o.position, a.id), '[]')
        FROM report p JOIN action a ON a.report_id = p.id JOIN recommendation r ON r.id = a.recommendation_id JOIN organization o ON o.id = a.organization_id
        ${holding(access, moment, sql`o.at`, sql`o.known`)}) AS cells`,
  );
  if (!row?.report) return null;
  const head = row.report;
  const byId = new Map(row.recommendations.map((recommendation) => [recommendation.id, recommendation]));
  const cells = row.cells.map(
    ([
      day,
      actionId,
      recommendationId,
      organizationId,
      kind,
      addressed,
      note,
      entryId,
      acceptance,
      implementation,
      targetDate,
      effectiveDate,
      standing,
      demo,
      lastJudgement,
      priority,
      ofThis,
    ]): Cell => {
      const facts = factsOf(byId.get(recommendationId), head.date, {
        addressed,
        acceptance,
        implementation,
        targetDate,
        ...standingFacts(standing),
        judgement: ofThis ? lastJudgement : null,
        priority,
      });
      return {
        ...facts,
        standing,
        lastJudgement,
        ...derive(facts, day),
        day,
        actionId,
        recommendationId,
        organizationId,
        kind,
        note,
        entryId,
        effectiveDate,
        demo: demo ?? false,
      };
    },
  );
  return { report: head, moment, columns: row.columns, recommendations: row.recommendations, cells };
}

/** The counts of some cells. */
export function countCells(cells: readonly Cell[]): Counts {
  const counts = noCounts();
  for (const cell of cells) count(counts, cell, cell);
  return counts;
}

const dimensions = ['REPORT', 'RECOMMENDATION', 'ORGANIZATION', 'ADDRESSEE', 'IMPACT', 'YEAR', 'PERIOD'] as const;
type Dimension = (typeof dimensions)[number];
export type Group = { key: string; label: string; slug: string | null; at: string; counts: Counts; doubtful: number; demo: boolean };
export type GroupRequest = Moment & {
  by: Dimension;
  /** Source key or slug of a report; null for all reports together. */
  report: string | null;
  recommendation?: number | null;
  organization?: string | null;
  kind?: ActionKind | null;
  /** For YEAR and PERIOD: the first day; the year of the earliest report unless given. */
  from?: string | null;
  /** For PERIOD: the length of a step. */
  step?: 'MONTH' | 'QUARTER' | 'YEAR';
  /** For YEAR and PERIOD: each row as it was recorded on its own day, not with what is known on `known`. */
  asRecorded?: boolean;
};
/** At most so many points in time in one answer. */
export const MAX_POINTS = 120;

/** The last days of the periods up to `at`, the last of them `at` itself. */
const periods = (request: GroupRequest) => {
  if (request.by !== 'YEAR' && request.by !== 'PERIOD') return sql`SELECT ${request.at}::date AS day`;
  const unit = request.by === 'YEAR' ? 'year' : (request.step ?? 'YEAR').toLowerCase();
  const interval = sql.raw(`'${unit === 'quarter' ? '3 months' : `1 ${unit}`}'::interval`);
  const from = request.from
    ? sql`${request.from}::date`
    : sql`coalesce((SELECT min(make_date(left(date, 4)::int, 1, 1)) FROM report), ${request.at}::date - interval '10 years')`;
  return sql`SELECT least((period + ${interval} - interval '1 day')::date, ${request.at}::date) AS day
    FROM generate_series(date_trunc(${unit}, ${from}::timestamp), ${request.at}::timestamp, ${interval}) period ORDER BY 1 DESC LIMIT ${MAX_POINTS}`;
};
const keyOf: Record<Dimension, RawBuilder<unknown>> = {
  REPORT: sql`a.report_id::text`,
  RECOMMENDATION: sql`a.recommendation_id::text`,
  ORGANIZATION: sql`a.organization_id::text`,
  ADDRESSEE: sql`a.kind::text`,
  IMPACT: sql`coalesce(r.impact, '')`,
  YEAR: sql`d.day::text`,
  PERIOD: sql`d.day::text`,
};

type PackedGroup = [
  string,
  string,
  string,
  string | null,
  string | null,
  boolean,
  Acceptance | null,
  Implementation | null,
  string | null,
  Standing | null,
  boolean | null,
  number,
  Judgement | null,
  boolean,
];

/**
 * The uptake added up by one dimension, of one report or of all of them, in one SQL statement. Every organization of the
 * table and every recommendation has its row, also where nothing was reported.
 */
export async function readGroups(
  reader: Reader,
  viewer: Viewer,
  access: UptakeAccess,
  request: GroupRequest,
): Promise<{ reports: ReportHead[]; groups: Group[] }> {
  // Days that are asked for, and, below, which day of each organization they are.
  const asked = { day: sql`d.day`, known: request.asRecorded ? sql`d.day` : sql`${request.known}::date` };
  // Cells that must come out alike are counted together; the rule itself, with its dates, is applied to each group below.
  const [row] = await rowsOf(
    reader,
    sql<{
      reports: (ReportHead & { position: number })[];
      recommendations: RecommendationHead[];
      organizations: OrganizationHead[];
      days: string[];
      groups: PackedGroup[];
    }>`
    WITH report AS MATERIALIZED (${reportsSql(viewer, request.report, request.report === null)}),
    world AS MATERIALIZED (${worldSql(access, request)}),
    recommendation AS MATERIALIZED (SELECT * FROM (${recommendationsSql(viewer)}) x ${request.recommendation ? sql`WHERE number = ${request.recommendation}` : sql``}),
    organization AS MATERIALIZED (
      SELECT o.id, o.slug, o.content->>'shortName' AS short_name, o.content->>'name' AS name, min(c.position) AS position
      FROM report p JOIN report_column c ON c.report_id = p.id JOIN record o ON o.id = c.organization_id
      WHERE ${visibleRecords(viewer, 'o')} ${request.organization ? sql`AND (o.slug = ${request.organization} OR o.content->>'shortName' = ${request.organization})` : sql``}
      GROUP BY o.id),
    d AS MATERIALIZED (${periods(request)}),
    theirs AS MATERIALIZED (SELECT d.day, o.id, ${organizationDay('o.id', asked.day)} AS at, ${organizationDay('o.id', asked.known)} AS known FROM d CROSS JOIN organization o),
    grouped AS (
      SELECT ${keyOf[request.by]} AS key, d.day, d.at, r.deadline, r.report_date, a.printed, e.acceptance, e.implementation, min(e.target_date) AS target_date, e.standing, e.demo, CASE WHEN j.entry_id IS NOT DISTINCT FROM e.id THEN j.judgement END AS judgement, coalesce(j.priority, false) AS priority, count(*)::int AS cells
      FROM report p JOIN action a ON a.report_id = p.id JOIN recommendation r ON r.id = a.recommendation_id JOIN theirs d ON d.id = a.organization_id
      ${holding(access, request, sql`d.at`, sql`d.known`)}
      WHERE true ${request.kind ? sql`AND a.kind = ${request.kind}::action_kind` : sql``}
      GROUP BY 1, d.day, d.at, r.deadline, r.report_date, a.printed, e.acceptance, e.implementation, (e.target_date < d.at), e.standing, e.demo, CASE WHEN j.entry_id IS NOT DISTINCT FROM e.id THEN j.judgement END, coalesce(j.priority, false))
    SELECT
      (SELECT coalesce(json_agg(report ORDER BY position, id), '[]') FROM report) AS reports,
      (SELECT coalesce(json_agg(json_build_object('id', id, 'slug', slug, 'number', number, 'label', label, 'title', title, 'impact', impact, 'impactText', impact_text, 'reportId', report_id) ORDER BY report_id, position, id), '[]') FROM recommendation) AS recommendations,
      (SELECT coalesce(json_agg(json_build_object('id', id, 'slug', slug, 'shortName', short_name, 'name', name) ORDER BY position, id), '[]') FROM organization) AS organizations,
      (SELECT coalesce(json_agg(day ORDER BY day), '[]') FROM d) AS days,
      (SELECT coalesce(json_agg(json_build_array(key, day, at, deadline, report_date, printed, acceptance, implementation, target_date, standing, demo, cells, judgement, priority)), '[]') FROM grouped) AS groups`,
  );
  // A report that does not exist has no periods either.
  if (!row || (request.report && row.reports.length === 0)) return { reports: [], groups: [] };

  const groups = new Map<string, Group>();
  const start = (key: string, label: string, slug: string | null = null, at = request.at) =>
    groups.set(key, { key, label, slug, at, counts: noCounts(), doubtful: 0, demo: false });
  const symbols = new Map(row.reports.map((report) => [report.id, report.symbol ?? report.title]));
  if (request.by === 'REPORT') for (const report of row.reports) start(report.id, report.symbol ?? report.title, report.key);
  if (request.by === 'RECOMMENDATION')
    for (const one of row.recommendations) start(one.id, request.report === null ? `${symbols.get(one.reportId)}, ${one.label}` : one.label, one.slug);
  if (request.by === 'ORGANIZATION') for (const one of row.organizations) start(one.id, one.shortName, one.slug);
  if (request.by === 'ADDRESSEE') for (const kind of ['LEGISLATIVE', 'EXECUTIVE']) if (!request.kind || request.kind === kind) start(kind, kind);
  if (request.by === 'IMPACT')
    for (const letter of [...new Set(row.recommendations.map((one) => one.impact ?? ''))].sort())
      start(letter, row.recommendations.find((one) => (one.impact ?? '') === letter)?.impactText ?? letter);
  if (request.by === 'YEAR' || request.by === 'PERIOD') for (const at of row.days) start(at, request.by === 'YEAR' ? at.slice(0, 4) : at, null, at);

  for (const [
    key,
    _asked,
    at,
    deadline,
    reportDate,
    addressed,
    acceptance,
    implementation,
    targetDate,
    standing,
    demo,
    cells,
    judgement,
    priority,
  ] of row.groups) {
    const group = groups.get(key);
    if (!group) continue;
    const facts: CellFacts = { addressed, acceptance, implementation, targetDate, deadline, reportDate, ...standingFacts(standing), judgement, priority };
    count(group.counts, facts, derive(facts, at), cells);
    if (!addressed) group.doubtful += cells;
    if (demo) group.demo = true;
  }
  return { reports: row.reports.map(({ position: _position, ...report }) => report), groups: [...groups.values()] };
}
