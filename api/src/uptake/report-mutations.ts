import { type FieldFault, fault } from '#i18n/fault.ts';
import type { User } from '../accounts/user.ts';
import { canAdminister } from '../accounts/policy.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { forbidden } from '../errors.ts';
import { columnName } from '../sheets/column-name.ts';
import { loadReport, readReportTable, reportColumns, type ReportFault, type ReportLoaded } from './import-report.ts';
import { TableFaultType } from './table-types.ts';

type Outcome = { loaded: ReportLoaded | null; applied: boolean; faults: ReportFault[] };

/** Reads and checks the table of a report; loads it where told so. @throws GraphQLError FORBIDDEN for everyone but administrators */
async function load({ services, user }: Context, given: { text: string | null; file: string | null }, commit: boolean): Promise<Outcome> {
  if (!mayLoad(user)) throw forbidden('ONLY_ADMINISTRATORS');
  const refused = ({ path, ...said }: FieldFault): Outcome => ({ loaded: null, applied: false, faults: [{ row: 0, column: path, ...said }] });
  if (!given.text?.trim() && !given.file) return refused(fault('', 'TABLE_NONE'));
  const table = await readReportTable(given.file ? { bytes: Buffer.from(given.file, 'base64') } : { text: given.text ?? '' });
  if ('code' in table) return { loaded: null, applied: false, faults: [{ row: 0, column: '', ...table }] };
  if (table.faults.length > 0) return { loaded: null, applied: false, faults: table.faults.map((one) => ({ ...one, column: columnName(one.column - 1) })) };
  const done = await loadReport(services.db, table.cells, { commit });
  return 'faults' in done ? { loaded: null, applied: false, faults: done.faults } : { loaded: done, applied: commit, faults: [] };
}
const mayLoad = (user: User | null) => canAdminister(user);

const RecommendationType = builder.objectRef<ReportLoaded['recommendations'][number]>('ReportTableRecommendation').implement({
  description: 'A recommendation of the table of a report.',
  fields: (t) => ({
    number: t.exposeInt('number'),
    title: t.exposeString('title'),
    action: t.exposeString('action', { description: 'LEGISLATIVE or EXECUTIVE.' }),
    deadline: t.exposeString('deadline', { nullable: true }),
    addressed: t.exposeInt('addressed', { description: 'To how many organizations it is addressed.' }),
    doubtful: t.exposeInt('doubtful', { description: 'How many further marks cannot be read with certainty; they are not counted.' }),
    isNew: t.exposeBoolean('isNew'),
  }),
});
const OutcomeType = builder.objectRef<Outcome>('ReportTableOutcome').implement({
  description: 'What the table of a report would load, or loaded.',
  fields: (t) => ({
    applied: t.exposeBoolean('applied', { description: 'Whether it was loaded; never while there is a fault.' }),
    report: t.string({ nullable: true, description: 'Its key.', resolve: ({ loaded }) => loaded?.report ?? null }),
    symbol: t.string({ nullable: true, resolve: ({ loaded }) => loaded?.symbol ?? null }),
    title: t.string({ nullable: true, resolve: ({ loaded }) => loaded?.title ?? null }),
    organizations: t.int({ description: 'That have a column.', resolve: ({ loaded }) => loaded?.organizations ?? 0 }),
    forInformation: t.int({ description: 'Of these, those that get it for information only.', resolve: ({ loaded }) => loaded?.forInformation ?? 0 }),
    written: t.int({ description: 'Records that are new or changed.', resolve: ({ loaded }) => loaded?.written ?? 0 }),
    recommendations: t.field({ type: [RecommendationType], resolve: ({ loaded }) => loaded?.recommendations ?? [] }),
    faults: t.field({ type: [TableFaultType], resolve: ({ faults }) => faults }),
  }),
});
const args = builder.args((t) => ({
  text: t.string({ required: false, description: 'Pasted rows, headings first.' }),
  file: t.string({ required: false, description: 'A workbook (XLSX, ODS) or delimited text (CSV), base64, at most 1 MB.' }),
}));
const given = ({ text, file }: { text?: string | null; file?: string | null }) => ({ text: text ?? null, file: file ?? null });

builder.queryFields((t) => ({
  viewerCanLoadReport: t.boolean({ resolve: (_root, _args, { user }) => mayLoad(user) }),
  reportTableColumns: t.stringList({
    description: 'The columns of the table of a report beside those of the organizations, which are called by their short names.',
    resolve: () => [...reportColumns],
  }),
}));
builder.mutationFields((t) => ({
  checkReportTable: t.field({
    type: OutcomeType,
    description: 'Checks the table of a report and says what loading it would do. Keeps nothing. For administrators.',
    args,
    resolve: (_root, asked, context) => load(context, given(asked), false),
  }),
  loadReportTable: t.field({
    type: OutcomeType,
    description: 'Loads another report from a table, all of it or nothing. Loading the same table again changes nothing. For administrators.',
    args,
    resolve: (_root, asked, context) => load(context, given(asked), true),
  }),
}));
