import { sql } from 'kysely';
import type { Viewer } from '#search/engine.ts';
import { visibleRecords } from '../records/policy.ts';
import { type Reader, rowsOf } from '../records/query-batch.ts';

/** A page of the uptake that a question may mean: the table, one of its rows or columns, or a cell. */
export type UptakePlace = {
  /** Source key and symbol of the report; `first` where its pages need not name it. */
  report: string;
  symbol: string;
  first: boolean;
  recommendation: string | null;
  title: string | null;
  organization: string | null;
  name: string | null;
  overdue: boolean;
};
type Known = {
  key: string;
  symbol: string;
  recommendations: { number: number | null; slug: string; title: string }[];
  organizations: { slug: string; shortName: string; name: string }[];
  /** `recommendation organization`, by their slugs. */
  cells: string[];
};

/** Longer questions are about something else. */
const LONGEST = 120;
const MOST = 6;
const plain = (text: string) =>
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
const tracker = / (uptake|tracker|tracking|follow up|followup|implementation of recommendations?|status of recommendations?) /;
const late = / (overdue|not reported|late) /;

/** Which pages of the uptake a question means; nothing for a question that names neither the tracker, nor a recommendation, nor an organization alone. */
function placesOf(question: string, reports: readonly Known[]): UptakePlace[] {
  const asked = plain(question);
  const number = / rec(?:ommendation)?s? (?:no )?(\d{1,3}) /.exec(asked)?.[1] ?? null;
  const means = tracker.test(asked);
  const overdue = late.test(asked);
  const named = reports.filter(({ symbol }) => asked.includes(plain(symbol)));
  return (named.length > 0 ? named : reports)
    .flatMap((report): UptakePlace[] => {
      const place = {
        report: report.key,
        symbol: report.symbol,
        first: report === reports[0],
        recommendation: null,
        title: null,
        organization: null,
        name: null,
        overdue: false,
      };
      const row = report.recommendations.find((one) => String(one.number) === number);
      const organization = report.organizations.find((one) => asked.includes(plain(one.shortName)) || asked.includes(plain(one.name)));
      const inRow = row && { recommendation: String(row.number), title: row.title };
      const inColumn = organization && { organization: organization.slug, name: organization.shortName };
      const only = organization && [plain(organization.shortName), plain(organization.name)].includes(asked);
      return [
        ...(row && organization && report.cells.includes(`${row.slug} ${organization.slug}`) ? [{ ...place, ...inRow, ...inColumn }] : []),
        ...(inRow ? [{ ...place, ...inRow }] : []),
        ...(inColumn && (means || overdue || row || only) ? [{ ...place, ...inColumn }] : []),
        ...(overdue && (means || named.length > 0) ? [{ ...place, overdue: true }] : []),
        ...((means && !inColumn && !inRow) || (named.length > 0 && !inRow) ? [place] : []),
      ];
    })
    .slice(0, MOST);
}

/** The same for a viewer, of the reports that this viewer may see. One SQL statement. */
export async function findPlaces(reader: Reader, viewer: Viewer, question: string): Promise<UptakePlace[]> {
  if (question.length > LONGEST) return [];
  const reports = await rowsOf(
    reader,
    sql<Known>`
    SELECT s.source_key AS key, coalesce(s.content->>'symbol', s.title) AS symbol,
      (SELECT coalesce(json_agg(DISTINCT jsonb_build_object('number', (r.content->>'number')::int, 'slug', r.slug, 'title', r.title)), '[]') FROM action a JOIN record r ON r.id = a.recommendation_id WHERE a.report_id = s.id AND ${visibleRecords(viewer)}) AS recommendations,
      (SELECT coalesce(json_agg(json_build_object('slug', o.slug, 'shortName', o.content->>'shortName', 'name', o.content->>'name') ORDER BY length(o.content->>'shortName') DESC, o.slug), '[]')
        FROM report_column c JOIN record o ON o.id = c.organization_id WHERE c.report_id = s.id AND ${visibleRecords(viewer, 'o')}) AS organizations,
      (SELECT coalesce(json_agg(r.slug || ' ' || o.slug), '[]') FROM action a JOIN record r ON r.id = a.recommendation_id JOIN record o ON o.id = a.organization_id WHERE a.report_id = s.id) AS cells
    FROM record s WHERE s.kind = 'SOURCE' AND ${visibleRecords(viewer, 's')} AND EXISTS (SELECT FROM report_column c WHERE c.report_id = s.id) ORDER BY s.position, s.id`,
  );
  return placesOf(question, reports);
}
