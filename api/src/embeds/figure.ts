import { cellInWords } from '../export/words.ts';
import { vocabulary } from '#i18n/en/vocabulary.ts';
import type { Ask } from '../ask.ts';

/** What a figure draws: a bar for each row, in parts. */
export type Figure = {
  title: string;
  /** Where its numbers can be read and checked, below the address of the library. */
  page: string;
  source: string;
  asAt: string;
  parts: string[];
  rows: { name: string; counts: number[] }[];
  /** Rows that are not drawn, and are in the page. */
  more: number;
};

/** Bars of one figure; the others are on the page. */
const BARS = 24;
/** Lists that are counted by the values of their filters. */
const lists: Record<string, string> = { projects: 'Projects', lessons: 'Lessons', vendors: 'Vendors', standards: 'Standards', organizations: 'Organizations' };

/** Each state: its code, how it is called here, and its count among others. */
const status: [string, string, string][] = [
  ['IMPLEMENTED', 'implemented', 'implemented'],
  ['IN_PROGRESS', 'in progress', 'inProgress'],
  ['NOT_STARTED', 'accepted, not started', 'notStarted'],
  ['UNDER_CONSIDERATION', 'under consideration', 'underConsideration'],
  ['NOT_ACCEPTED', 'not accepted', 'notAccepted'],
  ['NOT_RELEVANT', 'not relevant', 'notRelevant'],
  ['NO_INFORMATION', 'no information', 'noInformation'],
];

const dataOf = async <Data>(ask: Ask, query: string, variables: Record<string, unknown>): Promise<Data | null> => {
  const { data, errors } = await ask(query, variables);
  return errors.length > 0 ? null : (data as Data);
};

/** The uptake of each recommendation of a report, as of a day. */
async function uptake(ask: Ask, query: URLSearchParams): Promise<Figure | null> {
  type Cell = { recommendationNumber: number | null; recommendationSlug: string; status: string; doubtful: boolean };
  const answer = await dataOf<{ table: { at: string; report: { title: string; symbol: string | null }; cells: Cell[] } | null }>(
    ask,
    'query ($at: String, $report: String) { table: uptakeMatrix(at: $at, report: $report, includeDemo: false) { at report { title symbol } cells { recommendationNumber recommendationSlug status doubtful } } }',
    { at: query.get('at'), report: query.get('report') },
  );
  if (!answer?.table) return null;
  const { at, report } = answer.table;
  // A doubtful gap of the printed table is shown on the page, and counted nowhere.
  const cells = answer.table.cells.filter(({ doubtful }) => !doubtful);
  const names = [...new Set(cells.map((one) => (one.recommendationNumber ? `Recommendation ${one.recommendationNumber}` : one.recommendationSlug)))];
  const rows = names.map((name) => ({
    name,
    counts: status.map(
      ([code]) =>
        cells.filter((one) => one.status === code && (`Recommendation ${one.recommendationNumber}` === name || one.recommendationSlug === name)).length,
    ),
  }));
  const said = query.has('report') ? `&report=${encodeURIComponent(query.get('report') ?? '')}` : '';
  return {
    title: `Uptake of the recommendations of ${report.symbol ?? report.title}, by actions`,
    page: `/uptake?at=${at}${said}`,
    source: `Atrium; ${report.symbol ?? report.title} and what organizations reported`,
    asAt: at,
    parts: status.map(([, name]) => name),
    rows: rows.slice(0, BARS),
    more: Math.max(0, rows.length - BARS),
  };
}

/** The uptake of a report over time: a bar for each point, the last at the day that is asked for. */
async function trend(ask: Ask, query: URLSearchParams): Promise<Figure | null> {
  type Point = { at: string; label: string; counts: Record<string, number> };
  const step = (query.get('step') ?? 'year').toUpperCase();
  const given = Object.fromEntries(['at', 'report', 'from', 'organization'].map((name) => [name, query.get(name)]));
  const answer = await dataOf<{ points: Point[]; reports: { key: string; title: string; symbol: string | null }[] }>(
    ask,
    `query ($at: String, $report: String, $from: String, $organization: String, $step: UptakeStep) {
      points: uptakeTrend(at: $at, report: $report, from: $from, organization: $organization, step: $step, includeDemo: false) { at label counts { ${status.map(([, , field]) => field).join(' ')} } }
      reports: uptakeReports { key title symbol } }`,
    { ...given, step },
  );
  const last = answer?.points.at(-1);
  const report = answer?.reports.find(({ key }) => key === (given['report'] ?? key));
  if (!answer || !last || !report) return null;
  const rows = answer.points.map(({ label, counts }) => ({ name: label, counts: status.map(([, , field]) => counts[field] ?? 0) }));
  // An organization that nothing is asked of, or that there is none of.
  if (given['organization'] && rows.every(({ counts }) => counts.every((one) => one === 0))) return null;
  const said = new URLSearchParams([...query].filter(([name]) => ['report', 'from', 'organization', 'step'].includes(name)));
  said.set('at', last.at);
  const of = given['organization'] ? `, actions of ${given['organization'].toUpperCase()}` : ', by actions';
  return {
    title: `Uptake of the recommendations of ${report.symbol ?? report.title} over time${of}`,
    page: `/uptake/trend?${said}`,
    source: `Atrium; ${report.symbol ?? report.title} and what organizations reported`,
    asAt: last.at,
    parts: status.map(([, name]) => name),
    rows: rows.slice(-BARS),
    more: Math.max(0, rows.length - BARS),
  };
}

/** How many entries of a list have each value of one of its filters; the query filters the list as its page does. */
async function counts(ask: Ask, list: string, by: string, query: URLSearchParams): Promise<Figure | null> {
  type Facet = { field: string; values: { value: string; label: string; count: number }[] };
  const address = query.toString();
  const answer = await dataOf<{ list: { totalCount: number; facets: Facet[] } }>(
    ask,
    `query ($address: String!) { list: ${list}(first: 1, address: $address) { totalCount facets { field values { value label count } } } }`,
    { address },
  );
  const facet = answer?.list.facets.find(({ field }) => field === by);
  if (!answer || !facet) return null;
  const field = (vocabulary.field as Record<string, string>)[by] ?? by;
  const rows = facet.values
    .map(({ label, count }) => ({ name: String(cellInWords(by, label, '; ')), counts: [count] }))
    .filter((one) => (one.counts[0] ?? 0) > 0);
  const title = `${lists[list]} by ${field.charAt(0).toLowerCase()}${field.slice(1)}`;
  return {
    title: `${title}: ${answer.list.totalCount} in all${address ? ', filtered' : ''}`,
    page: `/${list}${address ? `?${address}` : ''}`,
    source: 'Atrium, from the sources that each entry cites',
    asAt: new Date().toISOString().slice(0, 10),
    parts: [`${lists[list]}`],
    rows: rows.slice(0, BARS),
    more: Math.max(0, rows.length - BARS),
  };
}

/**
 * A figure by its name: `uptake`, `trend`, or a list and what it is counted by, such as `projects-by-stage`.
 * @returns null for a name or a query that there is no figure of
 */
export function figureOf(ask: Ask, name: string, query: URLSearchParams): Promise<Figure | null> {
  if (name === 'uptake') return uptake(ask, query);
  if (name === 'trend') return trend(ask, query);
  const [, list = '', by = ''] = /^([a-z]{1,40})-by-([A-Za-z]{1,40})$/.exec(name) ?? [];
  return Object.hasOwn(lists, list) ? counts(ask, list, by, query) : Promise.resolve(null);
}
