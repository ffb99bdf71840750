import { yearly } from '#i18n/en/yearly.ts';
import { anyone } from '#search/engine.ts';
import { cellInWords } from '../export/words.ts';
import { dayInWords } from '../history/citation.ts';
import type { Facets } from '../records/facets.ts';
import { listOf, readFilters } from '../records/filters.ts';
import { listRecords } from '../records/list.ts';
import type { QueryBatch } from '../records/query-batch.ts';
import { publicAccess } from '../uptake/policy.ts';
import { type Counts, noCounts, utcToday } from '../uptake/state.ts';
import { type Group, readGroups } from '../uptake/table.ts';

/** A number with the address of the list that it counts. */
export type YearFigure = { count: number; url: string };
/** A sentence; its figure, where it has one, opens the rows, and stands between what is before and after it. */
export type YearSentence = { text: string; before: string; after: string; figure: YearFigure | null };
/** Numbers side by side: of each row one for each column, and where there are two what has changed from the first to the second. */
export type YearTable = { title: string; columns: string[]; rows: { label: string; figures: YearFigure[]; change: number | null }[] };
export type YearSection = { title: string; sentences: YearSentence[]; table: YearTable | null };
export type YearReport = { year: number; day: string; title: string; basis: string; sections: YearSection[] };

/** No blockchain is older, so no year before it has anything to say. */
const FIRST_YEAR = 2009;
type Params = Record<string, string | number>;
const fill = (words: string, params: Params) => words.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name]));
/** A day as the pages write it: 1 December 2026. */
const inWords = (day: string) => dayInWords.format(new Date(`${day}T12:00:00Z`));
const states = [
  ['IMPLEMENTED', 'implemented', 'Implemented'],
  ['IN_PROGRESS', 'inProgress', 'Accepted, in progress'],
  ['NOT_STARTED', 'notStarted', 'Accepted, not started'],
  ['UNDER_CONSIDERATION', 'underConsideration', 'Under consideration'],
  ['NOT_ACCEPTED', 'notAccepted', 'Not accepted'],
  ['NOT_RELEVANT', 'notRelevant', 'Not relevant'],
  ['NO_INFORMATION', 'noInformation', 'No information'],
] as const satisfies readonly (readonly [string, keyof Counts, string])[];

/**
 * What everybody may see of a year, as sentences and tables whose numbers are each counted from the address that they lead to.
 * Of the running year it is the state of today, of an earlier one that of 31 December. All is read in two statements.
 * @returns null for a year that has not begun, or is before the first blockchain
 */
export async function readYear({ reads, facets }: { reads: QueryBatch; facets: Facets }, year: number): Promise<YearReport | null> {
  const today = utcToday();
  if (!Number.isInteger(year) || year < FIRST_YEAR || year > Number(today.slice(0, 4))) return null;
  const before = year - 1;
  const end = `${year}-12-31`;
  const day = end < today ? end : today;
  const count = async (url: string, wanted: string[] = []) => {
    const { filter, ranges, order } = readFilters(listOf('PROJECT'), new URL(url, 'http://localhost').searchParams);
    const found = await listRecords({ db: reads, facets }, anyone, {
      kind: 'PROJECT',
      filter,
      ranges,
      orderBy: order,
      wants: { rows: false, total: true, facets: wanted },
    });
    return { url, count: found.totalCount ?? 0, facets: found.facets };
  };
  const uptake = (by: 'REPORT' | 'ORGANIZATION', at: string, report: string | null = null) =>
    readGroups(reads, anyone, publicAccess, { at, known: today, demo: false, confirmedOnly: true, documents: false, by, report });
  const [all, begun, begunBefore, began, beganBefore, now, then] = await Promise.all([
    count('/projects', ['stage']),
    count(`/projects?began_to=${year}`),
    count(`/projects?began_to=${before}`),
    count(`/projects?began_from=${year}&began_to=${year}`),
    count(`/projects?began_from=${before}&began_to=${before}`),
    uptake('REPORT', day),
    uptake('REPORT', `${before}-12-31`),
  ]);
  // Who reported nothing is asked of each report: its list is of one report, too.
  const reported = await Promise.all(
    now.groups.map(async (report) => ({ report, groups: (await uptake('ORGANIZATION', day, report.slug ?? report.key)).groups })),
  );
  const params: Params = { year, before, day: inWords(day), today: inWords(today) };
  const said = (words: string, figure: YearFigure | null = null, more: Params = {}): YearSentence => {
    const [before = '', after = ''] = words.split('{{count}}').map((part) => fill(part, { ...params, ...more }));
    return { text: figure ? `${before}${figure.count}${after}` : before, before, after, figure: figure && { count: figure.count, url: figure.url } };
  };
  const cells = (group: Group, at: string, status?: string) =>
    `/uptake/entries?${new URLSearchParams({ report: group.slug ?? group.key, at, asKnownOn: today, demo: '0', confirmed: '1', ...(status ? { status } : {}) })}`;
  const stageCounts = all.facets.find(({ field }) => field === 'stage')?.values ?? [];
  return {
    year,
    day,
    title: fill(yearly.title, params),
    basis: fill(yearly.basis, params),
    sections: [
      {
        title: yearly.projects,
        sentences: [
          said(yearly.known, all),
          said(yearly.begun, begun),
          said(yearly.begunBefore, begunBefore),
          said(yearly.began, began),
          said(yearly.beganBefore, beganBefore),
          said(yearly.undated),
          said(yearly.notDerived),
        ],
        table: {
          title: fill(yearly.stage, params),
          columns: ['Stage', 'Projects'],
          rows: stageCounts
            .filter((one) => one.count > 0)
            .map((one) => ({
              label: String(cellInWords('stage', one.label, '; ')),
              figures: [{ count: one.count, url: `/projects?stage=${one.value}` }],
              change: null,
            })),
        },
      },
      ...now.groups.map((group): YearSection => {
        const earlier = then.groups.find(({ key }) => key === group.key)?.counts ?? noCounts();
        return {
          title: fill(yearly.uptake, { report: group.label }),
          sentences: [said(yearly.addressed, { count: group.counts.addressed, url: cells(group, day) })],
          table: {
            title: fill(yearly.states, params),
            columns: ['State', inWords(`${before}-12-31`), inWords(day), 'Change'],
            rows: states.map(([status, field, label]) => ({
              label,
              figures: [
                { count: earlier[field], url: cells(group, `${before}-12-31`, status) },
                { count: group.counts[field], url: cells(group, day, status) },
              ],
              change: group.counts[field] - earlier[field],
            })),
          },
        };
      }),
      ...reported.map(({ report, groups }): YearSection => {
        const asked = groups.filter(({ counts }) => counts.addressed > 0);
        const silent = asked.filter(({ counts }) => counts.noInformation === counts.addressed);
        const rows = (some: readonly Group[]) => ({
          count: some.reduce((sum, { counts }) => sum + counts.noInformation, 0),
          url: [cells(report, day, 'NO_INFORMATION'), ...some.map((one) => `organization=${one.slug ?? one.key}`)].join('&'),
        });
        return {
          title: fill(yearly.silent, { report: report.label }),
          sentences: [silent.length === 0 ? said(yearly.silentNone) : said(yearly.silentSome, rows(silent), { silent: silent.length, total: asked.length })],
          table:
            silent.length === 0
              ? null
              : {
                  title: yearly.silentTable,
                  columns: ['Organization', 'Actions'],
                  rows: silent.map((one) => ({ label: one.label, figures: [rows([one])], change: null })),
                },
        };
      }),
    ],
  };
}
