import type { CellValue } from '#prisma/content/field.ts';
import { addressOf } from '#prisma/content/kinds.ts';
import { libraryState } from '#prisma/library-state.ts';
import { why } from '#i18n/fault.ts';
import type { Services } from '../context.ts';
import type { Dataset, Head } from '../export/dataset.ts';
import { isWanted, readCellAddress } from './cell-filter.ts';
import { columnsOf } from './columns.ts';
import type { FileAudience } from './documents/audience.ts';
import { fieldNames, fieldOf } from './fields.ts';
import { type Entry, readEntries } from './history.ts';
import { dayEverywhere } from './state.ts';
import { findReport, readMatrix, type ReportHead } from './table.ts';
import { type PlacedCell, placeCells } from './types.ts';
import { inWords } from './words.ts';

export const SOURCES =
  'The table of the report; what the organizations reported here, and what the secretariat took from documents, each by its source. States, and what is overdue, are derived from these.';

type Line = { cell: PlacedCell; entry: Entry | null; report: ReportHead };
type Shape = { heads: readonly Head[]; cells: (line: Line) => CellValue[]; json: (line: Line) => object };

/** The part of an address that says of which report it is; only the first one needs none. */
const cellAddress = ({ cell, report }: Line, baseUrl: string) =>
  `${baseUrl}/uptake/${cell.recommendation.number ?? cell.recommendation.slug}/${cell.organization.slug}?report=${report.key}`;
const named = (line: Line, baseUrl: string) => ({
  report: line.report.key,
  recommendationNumber: line.cell.recommendation.number,
  recommendationSlug: line.cell.recommendation.slug,
  recommendationTitle: line.cell.recommendation.title,
  organizationSlug: line.cell.organization.slug,
  organizationName: line.cell.organization.shortName,
  address: cellAddress(line, baseUrl),
});

/** The actions with their state: head, width in characters, and what stands in it. */
const actionCells: readonly [head: string, width: number, cell: (line: Line, baseUrl: string) => CellValue][] = [
  ['Title', 44, ({ cell }) => cell.recommendation.title],
  ['Address', 40, cellAddress],
  ['Report', 16, ({ report }) => report.symbol ?? report.key],
  ['Recommendation', 16, ({ cell }) => cell.recommendation.number ?? cell.recommendation.slug],
  ['Organization', 16, ({ cell }) => cell.organization.shortName],
  ['Action', 14, ({ cell }) => inWords(cell.kind)],
  ['Counted', 10, ({ cell }) => cell.addressed],
  ['Note', 30, ({ cell }) => cell.note],
  ['State', 20, ({ cell }) => inWords(cell.status)],
  ['Acceptance', 20, ({ cell }) => inWords(cell.acceptance)],
  ['Implementation', 16, ({ cell }) => inWords(cell.implementation)],
  ['Since', 12, ({ cell }) => cell.effectiveDate],
  ['Standing', 16, ({ cell }) => inWords(cell.standing)],
  ['Deadline', 12, ({ cell }) => cell.deadline],
  ['Own target date', 14, ({ cell }) => cell.targetDate],
  ['Overdue', 10, ({ cell }) => cell.overdue],
  ['Overdue since', 14, ({ cell }) => cell.overdueSince],
  ['Days overdue', 12, ({ cell }) => (cell.overdue ? cell.overdueDays : null)],
  ['Long outstanding', 12, ({ cell }) => cell.longOutstanding],
  ['Judgement', 20, ({ cell }) => inWords(cell.judgement)],
  ['Priority', 10, ({ cell }) => cell.priority],
  ['Impact', 10, ({ cell }) => cell.recommendation.impact],
  ['Address of the organization', 40, ({ cell }, baseUrl) => baseUrl + addressOf('ORGANIZATION', cell.organization.slug)],
  ['Demonstration', 14, ({ cell }) => (cell.demo ? 'made up' : null)],
];
const actionShape = (baseUrl: string): Shape => ({
  heads: actionCells.map(([head, width]) => ({ head, width })),
  cells: (line) => actionCells.map(([, , cell]) => cell(line, baseUrl)),
  json: (line) => {
    const { cell } = line;
    const { kind, addressed, note, status, acceptance, implementation, effectiveDate, standing, deadline, targetDate } = cell;
    const { overdue, overdueSince, overdueDays, longOutstanding, judgement, priority, demo } = cell;
    return {
      ...named(line, baseUrl),
      ...{ kind, counted: addressed, note, status, acceptance, implementation, effectiveDate, standing, deadline, targetDate },
      ...{ overdue, overdueSince, overdueDays, longOutstanding, judgement, priority, impact: cell.recommendation.impact, demo },
    };
  },
});

/** The entries that hold: the columns of the table that is loaded, and on what each stands. */
function entryShape(baseUrl: string, internal: boolean): Shape {
  const shown = columnsOf(internal);
  const fields = fieldNames.filter((name) => shown.some(({ column }) => column.heading === fieldOf(name).heading));
  return {
    heads: [
      ...shown.map(({ heading, column: { width } }) => ({ head: heading, width })),
      { head: 'Report symbol', width: 16 },
      { head: 'Standing', width: 16 },
      { head: 'Recorded', width: 12 },
      { head: 'Demonstration', width: 14 },
    ],
    cells: ({ cell, entry, report }) => [
      ...shown.map(({ column }) => (column.heading === 'Counted' ? cell.addressed : entry ? column.show(entry) : null)),
      report.symbol ?? report.key,
      inWords(cell.standing),
      entry?.enteredOn,
      cell.demo ? 'made up' : null,
    ],
    json: (line) => {
      const { cell, entry } = line;
      const said = entry && Object.fromEntries(fields.map((name) => [name, entry[name]]));
      const { standing, demo, addressed } = cell;
      return {
        ...named(line, baseUrl),
        counted: addressed,
        ...said,
        ...{ id: entry?.id, standing, enteredOn: entry?.enteredOn, confirmedOn: entry?.confirmedOn, publishedOn: entry?.publishedOn, demo },
      };
    },
  };
}

/**
 * The actions that an address of `/uptake/entries` asks for, as they stand on its day, or the entries that hold in them: one row
 * each, as far as its maker may see them. The internal table of entries loads back, and changes nothing as long as it is left as it is.
 */
export async function uptakeDataset(
  { db }: Services,
  { viewer, access, marking }: FileAudience,
  what: 'actions' | 'entries',
  query: URLSearchParams,
  baseUrl: string,
): Promise<Dataset> {
  const { moment, filter, ignored, ...asked } = readCellAddress(query);
  const [state, found] = await Promise.all([libraryState(db), findReport(db, viewer, asked.report)]);
  if (asked.report && !found) ignored.push({ field: 'report', value: asked.report, ...why('NO_REPORT') });
  const shape = what === 'actions' ? actionShape(baseUrl) : entryShape(baseUrl, marking !== null);
  return {
    heads: shape.heads,
    sources: SOURCES,
    asOf: new Date(`${moment.at}T00:00:00Z`),
    // What is overdue, or left unopposed, is another thing on another day; and each sees the internal parts of others.
    state: JSON.stringify([state, dayEverywhere(), access]),
    ignored,
    open: async () => {
      const matrix = await readMatrix(db, viewer, access, found?.key, moment);
      const cells = (matrix ? placeCells(matrix) : []).filter((cell) => isWanted(cell, filter) && (what === 'actions' || cell.entryId !== null));
      const ids = cells.flatMap((cell) => cell.entryId ?? []);
      const entries =
        what === 'actions'
          ? []
          : await readEntries(db, viewer, access, { ids, demo: moment.demo !== false, withdrawn: true, known: moment.known, limit: ids.length });
      const byId = new Map(entries.map((entry) => [entry.id, entry]));
      return {
        total: cells.length,
        ids: () => [],
        rows: async function* (form) {
          for (const cell of cells) {
            const line = { cell, entry: byId.get(cell.entryId ?? '') ?? null, report: matrix?.report as ReportHead };
            yield form === 'json' ? { cells: [], json: shape.json(line) } : { cells: shape.cells(line), json: {} };
          }
        },
      };
    },
  };
}
