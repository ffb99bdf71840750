import { type FieldFault, fault } from '#i18n/fault.ts';
import { signedIn } from '../accounts/signed-in.ts';
import { ActionKind } from '../actions/action.ts';
import { builder } from '../builder.ts';
import { invalidInput } from '../errors.ts';
import { PageInfo } from '../records/connection.ts';
import { pageSize } from '../records/list.ts';
import { isWanted } from './cell-filter.ts';
import { type Entry, readEntries } from './history.ts';
import { actingAs, canManageUptake, uptakeAccessOf } from './policy.ts';
import { isDate, sum, utcToday } from './state.ts';
import { findReport, type Group, type GroupRequest, listReports, MAX_POINTS, readGroups } from './table.ts';
import { EntryType, JudgementEnum, StatusEnum } from './entry-types.ts';
import { CellType, CountsType, matrixOf, MatrixType, momentOf, placeCells, UptakeReportType } from './types.ts';

const AT = 'The day whose state is shown, such as 2024-12-31; today unless given.';
const KNOWN =
  'The day whose knowledge is used; the same as `at` unless given, so that the table of a past day is the one recorded on that day. Today, with a past `at`, gives that day with hindsight.';
const DEMO =
  'True: the demonstration data alone. False: what was really reported alone. Unless given, the demonstration where it was loaded and as long as nothing real is on record. No figure has both.';
const DOCUMENTS = 'Whether what the secretariat published from documents, and no organization has confirmed, counts while it waits; false unless given.';
const REPORT = 'Source key or slug of the report; the first one unless given.';

builder.queryFields((t) => ({
  uptakeReports: t.field({
    type: [UptakeReportType],
    description: 'The reports whose recommendations are followed.',
    resolve: (_root, _args, { reads, viewer }) => listReports(reads, viewer),
  }),
  uptakeMatrix: t.field({
    type: MatrixType,
    nullable: true,
    description: 'The table of a report on a day: every recommendation, every organization, every cell. One SQL statement.',
    args: {
      report: t.arg.string({ required: false, description: REPORT }),
      at: t.arg.string({ required: false, description: AT }),
      asKnownOn: t.arg.string({ required: false, description: KNOWN }),
      includeDemo: t.arg.boolean({ required: false, description: DEMO }),
      includeDocuments: t.arg.boolean({ required: false, description: DOCUMENTS }),
      confirmedOnly: t.arg.boolean({ required: false, description: 'Without unconfirmed entries; for the public it is always so.' }),
    },
    resolve: (_root, args, context) => matrixOf(context, args.report, momentOf(args)),
  }),
  uptakeCell: t.field({
    type: CellType,
    nullable: true,
    description: 'One cell with its history and its thread.',
    args: {
      report: t.arg.string({ required: false, description: REPORT }),
      recommendation: t.arg.string({ required: true, description: 'Number or slug.' }),
      organization: t.arg.string({ required: true, description: 'Slug or short name.' }),
      at: t.arg.string({ required: false, description: AT }),
      asKnownOn: t.arg.string({ required: false, description: KNOWN }),
      includeDemo: t.arg.boolean({ required: false, description: DEMO }),
      includeDocuments: t.arg.boolean({ required: false, description: DOCUMENTS }),
    },
    resolve: async (_root, args, context) => {
      const matrix = await matrixOf(context, args.report, momentOf(args));
      const organization = args.organization.toLowerCase();
      const found =
        matrix &&
        placeCells(matrix).find(
          (cell) =>
            [String(cell.recommendation.number), cell.recommendation.slug].includes(args.recommendation) &&
            [cell.organization.slug, cell.organization.shortName.toLowerCase()].includes(organization),
        );
      return found ?? null;
    },
  }),
}));

const CellFilterInput = builder.inputType('UptakeCellFilter', {
  description: 'Which cells: those behind a sum of the table.',
  fields: (t) => ({
    recommendation: t.stringList({ description: 'Numbers or slugs.' }),
    organization: t.stringList({ description: 'Slugs.' }),
    kind: t.field({ type: ActionKind }),
    impact: t.string({ description: 'Letter.' }),
    status: t.field({ type: [StatusEnum] }),
    accepted: t.boolean(),
    overdue: t.boolean(),
    longOutstanding: t.boolean(),
    unconfirmed: t.boolean(),
    fromDocument: t.boolean({ description: 'Published from a document, and not confirmed by the organization.' }),
    judgement: t.field({ type: [JudgementEnum], description: 'Of the report that holds.' }),
    priority: t.boolean(),
    counted: t.boolean({ description: 'False: only doubtful gaps. Unless given, only cells that count.' }),
  }),
});
const reportArg = builder.args((t) => ({ report: t.string({ required: false, description: REPORT }) }));

type Cell = ReturnType<typeof placeCells>[number];
type CellPage = { all: Cell[]; page: Cell[]; offset: number };
const cursorOf = (offset: number) => Buffer.from(`cells:${offset}`).toString('base64url');
const CellPageType = builder.objectRef<CellPage>('UptakeCellPage').implement({
  description: 'A page of cells.',
  fields: (t) => ({
    nodes: t.field({ type: [CellType], resolve: ({ page }) => page }),
    pageInfo: t.field({
      type: PageInfo,
      resolve: ({ all, page, offset }) => ({
        hasNextPage: offset + page.length < all.length,
        hasPreviousPage: offset > 0,
        startCursor: page.length ? cursorOf(offset + 1) : null,
        endCursor: page.length ? cursorOf(offset + page.length) : null,
      }),
    }),
    totalCount: t.int({ description: 'How many there are under the filter.', resolve: ({ all }) => all.length }),
    demo: t.boolean({ description: 'Whether demonstration data is among them, on any page.', resolve: ({ all }) => all.some((cell) => cell.demo) }),
  }),
});

builder.queryField('uptakeCells', (t) =>
  t.field({
    type: CellPageType,
    description: 'The cells behind a sum of the table, each with the entry that holds.',
    args: {
      ...reportArg,
      filter: t.arg({ type: CellFilterInput, required: false }),
      at: t.arg.string({ required: false, description: AT }),
      asKnownOn: t.arg.string({ required: false, description: KNOWN }),
      includeDemo: t.arg.boolean({ required: false, description: DEMO }),
      includeDocuments: t.arg.boolean({ required: false, description: DOCUMENTS }),
      confirmedOnly: t.arg.boolean({ required: false }),
      first: t.arg.int({ required: false, description: '1 to 100; 20 unless given.' }),
      after: t.arg.string({ required: false, description: 'The cursor after which the page begins.' }),
    },
    resolve: async (_root, args, context) => {
      const faults: FieldFault[] = [];
      const size = pageSize(args.first, faults);
      const match = args.after ? /^cells:(\d{1,6})$/.exec(Buffer.from(args.after, 'base64url').toString()) : null;
      if (args.after && !match) faults.push(fault('after', 'CURSOR'));
      if (faults.length > 0) throw invalidInput(faults);
      const matrix = await matrixOf(context, args.report, momentOf(args));
      const filter = args.filter ?? {};
      const all = (matrix ? placeCells(matrix) : []).filter((cell) => isWanted(cell, filter));
      const offset = Number(match?.[1] ?? 0);
      return { all, page: all.slice(offset, offset + size), offset };
    },
  }),
);

builder.queryField('overdueActions', (t) =>
  t.field({
    type: [CellType],
    description: 'What is overdue, longest first; `overdueDays` says for how long.',
    args: {
      ...reportArg,
      organization: t.arg.string({ required: false, description: 'Slug.' }),
      kind: t.arg({ type: ActionKind, required: false }),
      at: t.arg.string({ required: false, description: AT }),
      asKnownOn: t.arg.string({ required: false, description: KNOWN }),
      includeDemo: t.arg.boolean({ required: false, description: DEMO }),
      includeDocuments: t.arg.boolean({ required: false, description: DOCUMENTS }),
      confirmedOnly: t.arg.boolean({ required: false }),
    },
    resolve: async (_root, args, context) => {
      const matrix = await matrixOf(context, args.report, momentOf(args));
      return (matrix ? placeCells(matrix) : [])
        .filter(
          (cell) =>
            cell.addressed && cell.overdue && (!args.organization || cell.organization.slug === args.organization) && (!args.kind || cell.kind === args.kind),
        )
        .sort((a, b) => b.overdueDays - a.overdueDays);
    },
  }),
);

const DimensionEnum = builder.enumType('UptakeDimension', {
  description: 'By what the uptake is added up. ADDRESSEE: legislative (L) or executive (E). YEAR: at the end of each year, the last row at the day asked for.',
  values: ['REPORT', 'RECOMMENDATION', 'ORGANIZATION', 'ADDRESSEE', 'IMPACT', 'YEAR'] as const,
});
const StepEnum = builder.enumType('UptakeStep', { values: ['MONTH', 'QUARTER', 'YEAR'] as const, description: 'The distance of two points of a trend.' });
const GroupType = builder.objectRef<Group>('UptakeGroup').implement({
  description: 'A row of a view, with its counts.',
  fields: (t) => ({
    key: t.exposeString('key'),
    label: t.exposeString('label'),
    slug: t.exposeString('slug', { nullable: true }),
    at: t.exposeString('at', { description: 'The day whose state it is.' }),
    counts: t.field({ type: CountsType, resolve: (group) => group.counts }),
    doubtful: t.exposeInt('doubtful', { description: 'Cells that are shown and not counted.' }),
    demo: t.exposeBoolean('demo'),
  }),
});
const Grouping = builder.objectRef<{ groups: Group[]; additive: boolean; at: string }>('UptakeGrouping').implement({
  description: 'A view of the uptake.',
  fields: (t) => ({
    rows: t.field({ type: [GroupType], resolve: (grouping) => grouping.groups }),
    total: t.field({
      type: CountsType,
      nullable: true,
      description: 'The rows added up; null by year, where each row is the whole table on another day.',
      resolve: (grouping) => (grouping.additive ? sum(grouping.groups.map((group) => group.counts)) : null),
    }),
    at: t.exposeString('at'),
  }),
});

const checkFrom = (from: string | null | undefined, at: string, step: 'MONTH' | 'QUARTER' | 'YEAR') => {
  const faults: FieldFault[] = [];
  if (from && !isDate(from)) faults.push(fault('from', 'DATE', { example: '2020-01-01' }));
  else if (from && from > at) faults.push(fault('from', 'DAY_BEFORE_LAST'));
  else if (from) {
    const months = (Number(at.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(at.slice(5, 7)) - Number(from.slice(5, 7)) + 1;
    const points = Math.ceil(months / { MONTH: 1, QUARTER: 3, YEAR: 12 }[step]);
    if (points > MAX_POINTS) faults.push(fault('from', 'POINTS', { max: MAX_POINTS }));
  }
  if (faults.length > 0) throw invalidInput(faults);
};

builder.queryFields((t) => {
  const common = {
    report: t.arg.string({ required: false, description: `${REPORT} See allReports.` }),
    allReports: t.arg.boolean({ required: false, description: 'All reports together: the aggregate of the system.' }),
    recommendation: t.arg.int({ required: false, description: 'Number of a recommendation.' }),
    organization: t.arg.string({ required: false, description: 'Slug of an organization.' }),
    kind: t.arg({ type: ActionKind, required: false }),
    at: t.arg.string({ required: false, description: AT }),
    asKnownOn: t.arg.string({ required: false, description: KNOWN }),
    includeDemo: t.arg.boolean({ required: false, description: DEMO }),
    includeDocuments: t.arg.boolean({ required: false, description: DOCUMENTS }),
    confirmedOnly: t.arg.boolean({ required: false }),
    from: t.arg.string({ required: false, description: 'For a trend or by year: the first day; the year of the report unless given.' }),
    asRecorded: t.arg.boolean({ required: false, description: 'Each point as it was recorded on its own day; otherwise with what is known on `asKnownOn`.' }),
  };
  return {
    uptakeBy: t.field({
      type: Grouping,
      description: 'The uptake added up by one dimension, of one report or of all. One SQL statement.',
      args: { ...common, by: t.arg({ type: DimensionEnum, required: true }) },
      resolve: async (_root, args, { reads, viewer, user }) => {
        const moment = momentOf(args);
        checkFrom(args.from, moment.at, 'YEAR');
        const request: GroupRequest = {
          ...moment,
          by: args.by,
          report: reportOf(args),
          recommendation: args.recommendation,
          organization: args.organization,
          kind: args.kind,
          from: args.from,
          asRecorded: args.asRecorded ?? false,
        };
        const { groups } = await readGroups(reads, viewer, uptakeAccessOf(user), request);
        return { groups, additive: args.by !== 'YEAR', at: moment.at };
      },
    }),
    uptakeTrend: t.field({
      type: [GroupType],
      description: `The counts over time, at the end of each step, at most ${MAX_POINTS} points. One SQL statement.`,
      args: { ...common, step: t.arg({ type: StepEnum, required: false, description: 'YEAR unless given.' }) },
      resolve: async (_root, args, { reads, viewer, user }) => {
        const moment = momentOf(args);
        checkFrom(args.from, moment.at, args.step ?? 'YEAR');
        const request: GroupRequest = {
          ...moment,
          by: 'PERIOD',
          step: args.step ?? 'YEAR',
          report: reportOf(args),
          recommendation: args.recommendation,
          organization: args.organization,
          kind: args.kind,
          from: args.from,
          asRecorded: args.asRecorded ?? false,
        };
        return (await readGroups(reads, viewer, uptakeAccessOf(user), request)).groups;
      },
    }),
  };
});

/** The statement itself finds the report by its key; an empty key is the first report, null all of them. */
const reportOf = (args: { report?: string | null; allReports?: boolean | null }) => (args.allReports ? null : (args.report ?? ''));

type EntryPage = { entries: Entry[]; hasNextPage: boolean };
const EntryPageType = builder.objectRef<EntryPage>('UptakeEntryPage').implement({
  description: 'The entries behind a figure, and how many there are.',
  fields: (t) => ({
    nodes: t.field({ type: [EntryType], resolve: (page) => page.entries }),
    hasNextPage: t.exposeBoolean('hasNextPage'),
    endCursor: t.string({ nullable: true, resolve: (page) => (page.entries.length ? String(page.entries.at(-1)?.sequence) : null) }),
  }),
});
builder.queryField('uptakeEntries', (t) =>
  t.field({
    type: EntryPageType,
    description: 'What was reported, last recorded first, as far as the viewer may see it.',
    args: {
      ...reportArg,
      organization: t.arg.string({ required: false, description: 'Slug.' }),
      recommendation: t.arg.int({ required: false }),
      unconfirmed: t.arg.boolean({ required: false, description: 'Only those that wait for confirmation.' }),
      includeDemo: t.arg.boolean({ required: false, description: DEMO }),
      first: t.arg.int({ required: false }),
      after: t.arg.string({ required: false }),
    },
    resolve: async (_root, args, { reads, viewer, user }) => {
      const faults: FieldFault[] = [];
      const size = pageSize(args.first, faults);
      if (args.after && !/^\d{1,15}$/.test(args.after)) faults.push(fault('after', 'CURSOR'));
      if (faults.length > 0) throw invalidInput(faults);
      const report = await findReport(reads, viewer, args.report);
      if (!report) return { entries: [], hasNextPage: false };
      const entries = await readEntries(reads, viewer, uptakeAccessOf(user), {
        reportId: report.id,
        organization: args.organization,
        recommendation: args.recommendation,
        before: args.after ? Number(args.after) : null,
        unconfirmed: args.unconfirmed ?? false,
        demo: args.includeDemo ?? true,
        withdrawn: !args.unconfirmed,
        known: utcToday(),
        limit: size + 1,
      });
      return { entries: entries.slice(0, size), hasNextPage: entries.length > size };
    },
  }),
);

const TO_CONFIRM_MAX = 50;
builder.queryField('uptakeToConfirm', (t) =>
  t.field({
    type: [EntryType],
    description: 'What others entered for your organizations and you may confirm, last recorded first, over all reports.',
    resolve: (_root, _args, context) => {
      const user = signedIn(context);
      const access = uptakeAccessOf(user);
      const organizations = access.organizationSlugs.filter((slug) => actingAs(user, 'CONFIRM', slug) !== null);
      if (organizations.length === 0) return [];
      return readEntries(context.reads, context.viewer, access, {
        organizations,
        notBy: user.id,
        unconfirmed: true,
        demo: true,
        withdrawn: false,
        known: utcToday(),
        limit: TO_CONFIRM_MAX,
      });
    },
  }),
);

builder.queryField('uptakeToPublish', (t) =>
  t.field({
    type: [EntryType],
    description:
      'What the secretariat took from documents and has not published, last recorded first, over all reports. For the secretariat; nothing for others.',
    resolve: (_root, _args, context) => {
      const user = signedIn(context);
      if (!canManageUptake(user)) return [];
      return readEntries(context.reads, context.viewer, uptakeAccessOf(user), { publishable: true, demo: false, withdrawn: false, limit: TO_PUBLISH_MAX });
    },
  }),
);
/** As many as are published at once. */
const TO_PUBLISH_MAX = 200;
