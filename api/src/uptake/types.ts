import { type FieldFault, fault } from '#i18n/fault.ts';
import DataLoader from 'dataloader';
import type { Context } from '../context.ts';
import { limits } from '../allowance.ts';
import { builder } from '../builder.ts';
import { invalidInput } from '../errors.ts';
import { batch, inGroups } from '../records/batch.ts';
import { ActionKind } from '../actions/action.ts';
import { addressOf } from '#prisma/content/kinds.ts';
import { type Entry, readComments, readEntries, type Thread } from './history.ts';
import { actingAs, canComment, canReport, canManageUptake, uptakeAccessOf } from './policy.ts';
import {
  acceptanceRate,
  agreementRate,
  type Counts,
  countFields,
  definitions,
  implementationRate,
  isDate,
  percent,
  type Rate,
  utcToday,
  voiceFields,
} from './state.ts';
import { readJudgements } from './judge.ts';
import type { Moment } from './holding.ts';
import { type Cell, type ColumnHead, type Matrix, type RecommendationHead, type ReportHead, countCells, listReports, readMatrix } from './table.ts';
import { AcceptanceEnum, CommentType, EntryType, JudgementEnum, JudgementType, ImplementationEnum, StandingEnum, StatusEnum } from './entry-types.ts';

const DATE = 'A calendar date, such as 2026-11-22.';
const TIME_ZONE = 'The time zone whose days are the days of the organization, by its name in the IANA database; UTC where none is stated.';
const TODAY = 'The day that it is at the organization.';

/** The day and the knowledge that a view is asked for, checked. */
export function momentOf(args: {
  at?: string | null;
  asKnownOn?: string | null;
  includeDemo?: boolean | null;
  confirmedOnly?: boolean | null;
  includeDocuments?: boolean | null;
}): Moment {
  const today = utcToday();
  const faults: FieldFault[] = [];
  for (const name of ['at', 'asKnownOn'] as const) {
    const value = args[name];
    if (value && !isDate(value)) faults.push(fault(name, 'DATE', { example: '2026-11-22' }));
    else if (value && value > today) faults.push(fault(name, 'DAY_TO_COME', { today }));
  }
  if (faults.length > 0) throw invalidInput(faults);
  const at = args.at || today;
  return {
    at,
    known: args.asKnownOn || at,
    demo: args.includeDemo ? 'ONLY' : args.includeDemo !== false,
    confirmedOnly: args.confirmedOnly ?? false,
    documents: args.includeDocuments ?? false,
  };
}

const loaders = new WeakMap<Context, DataLoader<string, Entry | null>>();
/** Entries by id, as this viewer may see them, loaded together once per request. */
function entryLoader(context: Context): DataLoader<string, Entry | null> {
  let loader = loaders.get(context);
  if (!loader) {
    loader = new DataLoader(async (ids: readonly string[]) => {
      const entries = await readEntries(context.reads, context.viewer, uptakeAccessOf(context.user), { ids, demo: true, withdrawn: true });
      const byId = new Map(entries.map((entry) => [entry.id, entry]));
      return ids.map((id) => byId.get(id) ?? null);
    });
    loaders.set(context, loader);
  }
  return loader;
}

/** More entries than an answer may have: one that is asked for more is refused, and nothing is left out silently. */
const ENTRIES_MAX = limits.nodes + 1;
/** The histories of cells, read together. */
const historyOf = batch(
  ({ reads, viewer, user }, cells: readonly { actionId: string; demo: boolean; known: string }[]) =>
    inGroups(
      cells,
      ({ demo, known }) => `${demo} ${known}`,
      async (group) => {
        const [{ demo, known }] = group as [(typeof group)[number]];
        const actionIds = group.map(({ actionId }) => actionId);
        const entries = await readEntries(reads, viewer, uptakeAccessOf(user), { actionIds, demo, known, withdrawn: true, limit: ENTRIES_MAX });
        const byAction = Map.groupBy(entries, ({ actionId }) => actionId);
        return actionIds.map((id) => byAction.get(id) ?? []);
      },
    ),
  (cell) => JSON.stringify(cell),
);
/** The judgements on cells, read together. */
const judgementsOf = batch(
  ({ reads, viewer, user }, cells: readonly { actionId: string; demo: boolean; known: string }[]) =>
    inGroups(
      cells,
      ({ demo, known }) => `${demo} ${known}`,
      async (group) => {
        const [{ demo, known }] = group as [(typeof group)[number]];
        const actionIds = group.map(({ actionId }) => actionId);
        const rows = await readJudgements(reads, viewer, uptakeAccessOf(user), { actionIds, demo, known, limit: ENTRIES_MAX });
        const byAction = Map.groupBy(rows, ({ actionId }) => actionId);
        return actionIds.map((id) => byAction.get(id) ?? []);
      },
    ),
  (cell) => JSON.stringify(cell),
);
/** The threads of cells, read together. */
const threadOf = batch(
  ({ reads, user }, threads: readonly (Thread & { demo: boolean })[]) =>
    inGroups(
      threads,
      ({ demo }) => String(demo),
      (group) => readComments(reads, uptakeAccessOf(user), group, group[0]?.demo ?? false),
    ),
  (thread) => JSON.stringify(thread),
);

const matrices = new WeakMap<Context, DataLoader<{ report: string | null; moment: Moment }, Matrix | null, string>>();
/** The table of a report on a day, read once for all fields of a request that show a part of it. */
export function matrixOf(context: Context, report: string | null | undefined, moment: Moment): Promise<Matrix | null> {
  const loader =
    matrices.get(context) ??
    new DataLoader(
      (asked: readonly { report: string | null; moment: Moment }[]) =>
        Promise.all(asked.map((one) => readMatrix(context.reads, context.viewer, uptakeAccessOf(context.user), one.report, one.moment))),
      { cacheKeyFn: (asked) => JSON.stringify(asked) },
    );
  matrices.set(context, loader);
  return loader.load({ report: report ?? null, moment });
}

const RateType = builder.objectRef<Rate & { definition: string }>('UptakeRate').implement({
  description: 'A share with the numbers behind it.',
  fields: (t) => ({
    numerator: t.exposeInt('numerator'),
    denominator: t.exposeInt('denominator'),
    percent: t.float({ nullable: true, description: 'With one decimal; null where the denominator is 0.', resolve: (rate) => percent(rate) }),
    definition: t.exposeString('definition', { description: 'In words: "accepted / addressed".' }),
  }),
});
export const CountsType = builder.objectRef<Counts>('UptakeCounts').implement({
  description:
    'How many actions are in which state. addressed = noInformation + underConsideration + notAccepted + notRelevant + accepted; accepted = notStarted + inProgress + implemented. Overdue, long outstanding and unconfirmed cut across these, and so do the judgements: judged, agreed (verified or closed) and priority. Doubtful gaps are not counted.',
  fields: (t) => ({
    ...(Object.fromEntries(countFields.map((field) => [field, t.exposeInt(field)])) as Record<(typeof countFields)[number], ReturnType<typeof t.exposeInt>>),
    ...(Object.fromEntries(voiceFields.map((field) => [field, t.exposeInt(field)])) as Record<(typeof voiceFields)[number], ReturnType<typeof t.exposeInt>>),
    agreementRate: t.field({ type: RateType, resolve: (counts) => ({ ...agreementRate(counts), definition: definitions.agreement }) }),
    acceptanceRate: t.field({ type: RateType, resolve: (counts) => ({ ...acceptanceRate(counts), definition: definitions.acceptance }) }),
    implementationRate: t.field({ type: RateType, resolve: (counts) => ({ ...implementationRate(counts), definition: definitions.implementation }) }),
  }),
});

export const UptakeReportType = builder.objectRef<ReportHead>('UptakeReport').implement({
  description: 'A report whose recommendations are followed.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its source key: what the argument `report` takes.' }),
    slug: t.exposeString('slug'),
    title: t.exposeString('title'),
    symbol: t.exposeString('symbol', { nullable: true }),
    date: t.exposeString('date', { nullable: true, description: 'As far as it is known: 2020, 2020-12 or 2020-12-31.' }),
    url: t.string({ resolve: (report) => addressOf('SOURCE', report.slug) }),
    demo: t.exposeBoolean('demo', { description: 'Whether demonstration data is loaded on it.' }),
    fromDocuments: t.exposeBoolean('fromDocuments', {
      description: 'Whether the secretariat ever published an entry on it from a document, for its organization to confirm.',
    }),
  }),
});

/** The report of an id, as far as the viewer may see it. */
export const reportOf = batch(async ({ reads, viewer }, ids: readonly (string | null)[]): Promise<(ReportHead | null)[]> => {
  const reports = await listReports(reads, viewer);
  return ids.map((id) => reports.find((report) => report.id === id) ?? null);
});

/** A cell with the row and column it stands in. */
export type PlacedCell = Cell & {
  recommendation: RecommendationHead;
  organization: ColumnHead;
  moment: Moment;
  /** The entry that holds, where it was read already: a document shows it as its readers may see it, not its maker. */
  shownEntry?: Entry | null;
};
export const placeCells = (matrix: Matrix): PlacedCell[] => {
  const rows = new Map(matrix.recommendations.map((one) => [one.id, one]));
  const columns = new Map(matrix.columns.map((one) => [one.id, one]));
  return matrix.cells.map((cell) => ({
    ...cell,
    recommendation: rows.get(cell.recommendationId) as RecommendationHead,
    organization: columns.get(cell.organizationId) as ColumnHead,
    moment: matrix.moment,
  }));
};

export const CellType = builder.objectRef<PlacedCell>('UptakeCell').implement({
  description: 'An action and its state on a day.',
  fields: (t) => ({
    id: t.exposeID('actionId'),
    recommendationSlug: t.string({ resolve: (cell) => cell.recommendation.slug }),
    recommendationNumber: t.int({ nullable: true, resolve: (cell) => cell.recommendation.number }),
    recommendationTitle: t.string({ resolve: (cell) => cell.recommendation.title }),
    organizationSlug: t.string({ resolve: (cell) => cell.organization.slug }),
    organizationName: t.string({ resolve: (cell) => cell.organization.shortName }),
    kind: t.expose('kind', { type: ActionKind, description: 'L or E.' }),
    counted: t.exposeBoolean('addressed', { description: 'False for a doubtful gap of the printed table: shown, marked, not counted.' }),
    doubtful: t.boolean({ resolve: (cell) => !cell.addressed }),
    note: t.exposeString('note', { nullable: true, description: 'Why the cell is doubtful.' }),
    status: t.expose('status', { type: StatusEnum }),
    acceptance: t.expose('acceptance', { type: AcceptanceEnum, nullable: true }),
    implementation: t.expose('implementation', { type: ImplementationEnum, nullable: true }),
    overdue: t.exposeBoolean('overdue', { description: 'The deadline or the own target date passed without implementation.' }),
    overdueSince: t.exposeString('overdueSince', { nullable: true, description: `The date that passed first. ${DATE}` }),
    overdueDays: t.exposeInt('overdueDays'),
    longOutstanding: t.exposeBoolean('longOutstanding', { description: 'Five years passed since the report without implementation.' }),
    deadline: t.exposeString('deadline', { nullable: true, description: 'Of the recommendation, as far as it is known.' }),
    targetDate: t.exposeString('targetDate', { nullable: true }),
    effectiveDate: t.exposeString('effectiveDate', { nullable: true }),
    confirmed: t.boolean({ nullable: true, description: 'Null where nothing was reported.', resolve: (cell) => (cell.entryId ? cell.confirmed : null) }),
    standing: t.expose('standing', { type: StandingEnum, nullable: true, description: 'Of the entry that holds; null where nothing was reported.' }),
    judgement: t.expose('judgement', {
      type: JudgementEnum,
      nullable: true,
      description: 'Of the report that holds; null where nobody judged it, or judged an earlier one.',
    }),
    lastJudgement: t.expose('lastJudgement', { type: JudgementEnum, nullable: true, description: 'The last one on the action, also of an earlier report.' }),
    priority: t.exposeBoolean('priority', { description: 'Marked as a priority by the secretariat or the Joint Inspection Unit.' }),
    lastReported: t.field({
      type: EntryType,
      nullable: true,
      description: 'The entry that was recorded last and is neither withdrawn nor demonstration data: what `basedOn` names.',
      resolve: async (cell, _args, context) =>
        (await historyOf(context, { actionId: cell.actionId, demo: false, known: cell.moment.known })).find((entry) => entry.withdrawnOn === null) ?? null,
    }),
    judgements: t.field({
      type: [JudgementType],
      description: 'Every judgement, last given first; for a past day, what was known then.',
      resolve: (cell, _args, context) => judgementsOf(context, { actionId: cell.actionId, demo: cell.moment.demo !== false, known: cell.moment.known }),
    }),
    viewerCanJudge: t.boolean({ resolve: (_cell, _args, { user }) => canManageUptake(user) }),
    demo: t.exposeBoolean('demo'),
    entryId: t.exposeID('entryId', { nullable: true }),
    entry: t.field({
      type: EntryType,
      nullable: true,
      description: 'The entry that holds.',
      resolve: (cell, _args, context) => (cell.shownEntry !== undefined ? cell.shownEntry : cell.entryId ? entryLoader(context).load(cell.entryId) : null),
    }),
    history: t.field({
      type: [EntryType],
      description: 'Every entry that the viewer may see, last recorded first, withdrawn ones too; for a past day, what was known then.',
      resolve: (cell, _args, context) => historyOf(context, { actionId: cell.actionId, demo: cell.moment.demo !== false, known: cell.moment.known }),
    }),
    comments: t.field({
      type: [CommentType],
      description: 'The thread, oldest first; empty for the public.',
      resolve: (cell, _args, context) =>
        threadOf(context, { actionId: cell.actionId, organizationSlug: cell.organization.slug, demo: cell.moment.demo !== false }),
    }),
    timeZone: t.string({ description: TIME_ZONE, resolve: (cell) => cell.organization.timeZone }),
    today: t.string({ description: TODAY, resolve: (cell) => cell.organization.today }),
    viewerCanReport: t.boolean({ resolve: (cell, _args, { user }) => canReport(user, cell.organization.slug) }),
    viewerReportsOnBehalf: t.boolean({
      description: 'Whether the viewer would report as the secretariat, on behalf of the organization and from a document, not as one of its people.',
      resolve: (cell, _args, { user }) => actingAs(user, 'REPORT', cell.organization.slug) === 'SECRETARIAT',
    }),
    viewerCanComment: t.boolean({ resolve: (cell, _args, { user }) => canComment(user, cell.organization.slug) }),
  }),
});

type Counted<Head> = Head & { cells: Cell[] };
const RowType = builder.objectRef<Counted<RecommendationHead>>('UptakeRow').implement({
  description: 'A recommendation in the table, with the counts of its cells.',
  fields: (t) => ({
    id: t.exposeID('id'),
    slug: t.exposeString('slug'),
    number: t.exposeInt('number', { nullable: true }),
    label: t.exposeString('label'),
    title: t.exposeString('title'),
    url: t.string({ resolve: (row) => addressOf('RECOMMENDATION', row.slug) }),
    kind: t.field({ type: ActionKind, nullable: true, resolve: (row) => row.kind }),
    deadline: t.exposeString('deadline', { nullable: true }),
    impact: t.exposeString('impact', { nullable: true, description: 'The letter of the intended impact.' }),
    impactText: t.exposeString('impactText', { nullable: true }),
    counts: t.field({ type: CountsType, resolve: (row) => countCells(row.cells) }),
  }),
});
const ColumnType = builder.objectRef<Counted<ColumnHead>>('UptakeColumn').implement({
  description: 'An organization in the table, with the counts of its cells; shown also where nothing is addressed to it.',
  fields: (t) => ({
    id: t.exposeID('id'),
    slug: t.exposeString('slug'),
    shortName: t.exposeString('shortName'),
    name: t.exposeString('name'),
    url: t.string({ resolve: (column) => addressOf('ORGANIZATION', column.slug) }),
    position: t.exposeInt('position'),
    forInformation: t.exposeBoolean('forInformation'),
    timeZone: t.exposeString('timeZone', { description: TIME_ZONE }),
    today: t.exposeString('today', { description: TODAY }),
    counts: t.field({ type: CountsType, resolve: (column) => countCells(column.cells) }),
    viewerCanReport: t.boolean({ resolve: (column, _args, { user }) => canReport(user, column.slug) }),
  }),
});

export const MatrixType = builder.objectRef<Matrix>('UptakeMatrix').implement({
  description: 'The table of a report as it stands, or stood, on a day.',
  fields: (t) => ({
    report: t.field({ type: UptakeReportType, resolve: (matrix) => matrix.report }),
    at: t.string({ resolve: (matrix) => matrix.moment.at }),
    asKnownOn: t.string({ resolve: (matrix) => matrix.moment.known }),
    rows: t.field({
      type: [RowType],
      resolve: (matrix) => matrix.recommendations.map((one) => ({ ...one, cells: matrix.cells.filter((cell) => cell.recommendationId === one.id) })),
    }),
    columns: t.field({
      type: [ColumnType],
      resolve: (matrix) => matrix.columns.map((one) => ({ ...one, cells: matrix.cells.filter((cell) => cell.organizationId === one.id) })),
    }),
    cells: t.field({
      type: [CellType],
      description: 'By row, then by column; where a row and a column have no cell, nothing is addressed.',
      resolve: placeCells,
    }),
    counts: t.field({ type: CountsType, resolve: (matrix) => countCells(matrix.cells) }),
    doubtful: t.int({ description: 'Cells that are shown and not counted.', resolve: (matrix) => matrix.cells.filter((cell) => !cell.addressed).length }),
    demo: t.boolean({ description: 'Whether demonstration data is among the cells.', resolve: (matrix) => matrix.cells.some((cell) => cell.demo) }),
    confirmedOnly: t.boolean({
      description: 'Whether unconfirmed entries are left out, as they always are for the public.',
      resolve: (matrix, _args, { user }) => matrix.moment.confirmedOnly || !uptakeAccessOf(user).unconfirmed,
    }),
    documents: t.boolean({
      description: 'Whether what is published from documents and waits for the organization counts.',
      resolve: (matrix) => matrix.moment.documents ?? false,
    }),
    viewerCanSteer: t.boolean({ resolve: (_matrix, _args, { user }) => canManageUptake(user) }),
  }),
});
