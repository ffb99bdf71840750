import type { CellValue } from '#prisma/content/field.ts';
import { libraryState } from '#prisma/library-state.ts';
import { why } from '#i18n/fault.ts';
import type { Services } from '../context.ts';
import type { Dataset, Head } from '../export/dataset.ts';
import { readCellAddress } from './cell-filter.ts';
import { SOURCES } from './dataset.ts';
import type { FileAudience } from './documents/audience.ts';
import { dayEverywhere } from './state.ts';
import { type ColumnHead, findReport, readMatrix } from './table.ts';
import { type PlacedCell, placeCells } from './types.ts';
import { inWords } from './words.ts';

/** So many organizations stand beside each other, as on the page. */
const MOST = 4;

/** What stands of each organization: head, width in characters, cell. */
const facts: readonly [head: string, width: number, cell: (cell: PlacedCell) => CellValue][] = [
  ['state', 24, (cell) => inWords(cell.status)],
  ['since', 12, (cell) => cell.effectiveDate],
  ['standing', 16, (cell) => inWords(cell.standing)],
  ['target date', 14, (cell) => cell.targetDate],
  ['overdue', 10, (cell) => cell.overdue],
  ['judgement', 20, (cell) => inWords(cell.judgement)],
];
const jsonOf = ({ status, effectiveDate, standing, targetDate, overdue, judgement, demo }: PlacedCell) => ({
  ...{ status, effectiveDate, standing, targetDate, overdue, judgement, demo },
});

/**
 * Two to four organizations side by side, as the address of `/uptake/compare` asks for them: a row for each recommendation, and the
 * same columns for each organization; empty where a recommendation is not addressed to it.
 */
export async function compareDataset({ db }: Services, { viewer, access }: FileAudience, query: URLSearchParams, baseUrl: string): Promise<Dataset> {
  const asked = [...new Set(query.getAll('organizations').flatMap((value) => value.split(',')))].filter(Boolean);
  const rest = new URLSearchParams(query);
  rest.delete('organizations');
  const { moment, ignored, ...address } = readCellAddress(rest);
  const found = await findReport(db, viewer, address.report);
  if (address.report && !found) ignored.push({ field: 'report', value: address.report, ...why('NO_REPORT') });
  const matrix = await readMatrix(db, viewer, access, found?.key, moment);
  const known = asked.flatMap((slug) => matrix?.columns.find((column) => column.slug === slug) ?? []);
  const columns: ColumnHead[] = known.slice(0, MOST);
  for (const slug of asked)
    if (!columns.some((column) => column.slug === slug)) ignored.push({ field: 'organizations', value: slug.slice(0, 100), ...why('FILTER_ORGANIZATION') });
  const at = new Map((matrix ? placeCells(matrix) : []).map((cell) => [`${cell.recommendationId} ${cell.organizationId}`, cell]));
  const heads: Head[] = [
    { head: 'Title', width: 44 },
    { head: 'Address', width: 40 },
    { head: 'Report', width: 16 },
    { head: 'Recommendation', width: 16 },
    { head: 'Deadline', width: 12 },
    ...columns.flatMap(({ shortName }) => facts.map(([head, width]) => ({ head: `${shortName}: ${head}`, width }))),
  ];
  const report = matrix?.report;
  const symbol = report?.symbol ?? report?.key ?? '';
  return {
    heads,
    sources: SOURCES,
    asOf: new Date(`${moment.at}T00:00:00Z`),
    state: JSON.stringify([await libraryState(db), dayEverywhere(), access]),
    ignored,
    open: async () => ({
      total: matrix?.recommendations.length ?? 0,
      ids: () => [],
      rows: async function* (form) {
        for (const one of matrix?.recommendations ?? []) {
          const page = `${baseUrl}/uptake/recommendations/${one.number ?? one.slug}?report=${report?.key}`;
          const cells = columns.map((column) => ({ column, cell: at.get(`${one.id} ${column.id}`) ?? null }));
          yield form === 'json'
            ? {
                cells: [],
                json: {
                  report: report?.key,
                  recommendationNumber: one.number,
                  recommendationSlug: one.slug,
                  recommendationTitle: one.title,
                  address: page,
                  deadline: one.deadline,
                  organizations: cells.map(({ column, cell }) => ({
                    slug: column.slug,
                    name: column.shortName,
                    addressed: cell !== null,
                    ...(cell ? jsonOf(cell) : {}),
                  })),
                },
              }
            : {
                cells: [
                  one.title,
                  page,
                  symbol,
                  one.number ?? one.slug,
                  one.deadline,
                  ...cells.flatMap(({ cell }) => facts.map(([, , fact]) => (cell ? fact(cell) : null))),
                ],
                json: {},
              };
        }
      },
    }),
  };
}
