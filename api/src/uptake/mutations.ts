import { sentence } from '#i18n/sentence.ts';
import type { Context } from '../context.ts';
import { cellsInside } from '../arguments.ts';
import { builder } from '../builder.ts';
import { ValidationError, refuse } from '../errors.ts';
import { InvalidInput } from '../invalid-input.ts';
import { AudienceEnum, KindEnum } from '../records/record.ts';
import { TableMappingInput, TableReadingType } from '../sheets/types.ts';
import type { Mapping } from '../sheets/mapping.ts';
import { fieldNames, fieldOf, type ReportInput as ReportInputOf } from './fields.ts';
import { applyTable, checkTable, type Emptied, type TableChange, type TableInput, type TableOutcome, type TableRow } from './import.ts';
import { type Entry, readEntries } from './history.ts';
import { uptakeAccessOf } from './policy.ts';
import { PERIOD, publishUptake } from './publish.ts';
import { utcToday } from './state.ts';
import { TableFaultType } from './table-types.ts';
import { readMatrix } from './table.ts';
import { choices, EntryType, EvidenceKindEnum, JudgementEnum, VoiceEnum } from './entry-types.ts';
import { CellType, type PlacedCell, placeCells } from './types.ts';
import { judgeUptake } from './judge.ts';
import { answerWithdrawal, withdrawUptake } from './withdraw.ts';
import { commentOnCell, confirmUptake, reportUptake } from './write.ts';

type Reported = { entry: Entry; repeated: boolean };
const ReportedType = builder.objectRef<Reported>('UptakeReported').implement({
  description: 'The entry that was recorded, confirmed or withdrawn.',
  fields: (t) => ({
    entry: t.field({ type: EntryType, resolve: (reported) => reported.entry }),
    repeated: t.exposeBoolean('repeated', { description: 'The same request came before; nothing was done twice.' }),
  }),
});
const isRefusal = (value: unknown) => value instanceof ValidationError;
const UptakeResult = builder.unionType('UptakeResult', {
  types: [ReportedType, InvalidInput],
  resolveType: (value) => (isRefusal(value) ? 'InvalidInput' : 'UptakeReported'),
});
const Commented = builder
  .objectRef<PlacedCell>('UptakeCommented')
  .implement({ description: 'The cell with its thread.', fields: (t) => ({ cell: t.field({ type: CellType, resolve: (cell) => cell }) }) });
const CommentResult = builder.unionType('UptakeCommentResult', {
  types: [Commented, InvalidInput],
  resolveType: (value) => (isRefusal(value) ? 'InvalidInput' : 'UptakeCommented'),
});

const EvidenceInput = builder.inputType('UptakeEvidenceInput', {
  fields: (t) => ({
    kind: t.field({ type: EvidenceKindEnum, required: true }),
    label: t.string(),
    address: t.string({ description: 'For ADDRESS.' }),
    file: t.string({ description: 'For FILE: the hash of an upload of yours.' }),
    recordKind: t.field({ type: KindEnum, description: 'For RECORD.' }),
    recordSlug: t.string({ description: 'For RECORD.' }),
    audience: t.field({ type: AudienceEnum, description: 'PUBLIC unless given.' }),
  }),
});
export const ReportInput = builder.inputRef<ReportInputOf>('UptakeInput').implement({
  description: 'A report on one action.',
  fields: (t) =>
    Object.fromEntries(
      fieldNames.map((name) => {
        const { required, asked } = fieldOf(name);
        const type = name === 'evidence' ? [EvidenceInput] : name in choices ? choices[name as keyof typeof choices] : 'String';
        return [name, t.field({ type: type as 'String', required: required ?? false, ...(asked ? { description: asked } : {}) })];
      }),
    ) as never,
});

/** The entry as the person who wrote it sees it; it may be another one than the person may read only for the public, which no writer is. */
async function reported(context: Context, entryId: string, repeated: boolean): Promise<Reported> {
  const [entry] = await readEntries(context.services.db, context.viewer, uptakeAccessOf(context.user), { ids: [entryId], demo: true, withdrawn: true });
  if (!entry) throw new Error(`The entry ${entryId} was written and cannot be read.`);
  return { entry, repeated };
}
type PublishedEntries = { entries: Entry[] };
const PublishedType = builder.objectRef<PublishedEntries>('UptakePublished').implement({
  description: 'The entries that were recorded, confirmed or published, as they are now.',
  fields: (t) => ({ entries: t.field({ type: [EntryType], resolve: ({ entries }) => entries }) }),
});
export const PublishResult = builder.unionType('UptakePublishResult', {
  types: [PublishedType, InvalidInput],
  resolveType: (value) => (isRefusal(value) ? 'InvalidInput' : 'UptakePublished'),
});
/** Entries that were written, as who wrote them sees them. */
export const entriesOf = (context: Context, ids: readonly string[]) =>
  readEntries(context.services.db, context.viewer, uptakeAccessOf(context.user), { ids, demo: true, withdrawn: true });
/** A cell as it stands today, for who wrote on it. */
async function cellOf(context: Context, report: string | null | undefined, actionId: string): Promise<PlacedCell> {
  const today = utcToday();
  const matrix = await readMatrix(context.services.db, context.viewer, uptakeAccessOf(context.user), report, {
    at: today,
    known: today,
    demo: true,
    confirmedOnly: false,
    documents: true,
  });
  return (matrix ? placeCells(matrix) : []).find((cell) => cell.actionId === actionId) as PlacedCell;
}
export const KEY = 'Chosen by the client, the same when the request is repeated: 8 to 200 letters, digits, hyphens.';

builder.mutationFields((t) => ({
  reportUptake: t.field({
    type: UptakeResult,
    description: 'Reports on an action for an organization: its focal points and publishers, and the secretariat.',
    args: {
      report: t.arg.string({ required: false, description: 'Source key of the report; the first unless given.' }),
      recommendation: t.arg.string({ required: true, description: 'Number or slug.' }),
      organization: t.arg.string({ required: true, description: 'Slug or short name.' }),
      input: t.arg({ type: ReportInput, required: true }),
      basedOn: t.arg.string({ required: false, description: 'The id of the last entry that the person saw, "" for none; refused when there is a later one.' }),
      idempotencyKey: t.arg.string({ required: true, description: KEY }),
    },
    resolve: async (_root, { report, recommendation, organization, input, basedOn, idempotencyKey }, context) => {
      const written = await reportUptake(
        context.services.db,
        context.user,
        {
          cell: { report, recommendation, organization },
          given: input,
          basedOn,
          idempotencyKey,
        },
        undefined,
        context.services.accounts.settings,
      );
      return written instanceof ValidationError ? written : reported(context, written.entryId, written.repeated);
    },
  }),
  confirmUptake: t.field({
    type: UptakeResult,
    description: 'A second person of the organization confirms an entry.',
    args: { entry: t.arg.id({ required: true }) },
    resolve: async (_root, { entry }, context) => {
      const confirmed = await confirmUptake(context.services.db, context.user, String(entry));
      return confirmed instanceof ValidationError ? confirmed : reported(context, confirmed.entryId, confirmed.repeated);
    },
  }),
  publishUptake: t.field({
    type: PublishResult,
    description:
      'Publishes entries that the secretariat took from documents: public, marked as not confirmed by the organization, and counted where a reader asks for it. Each organization is told by mail and has until a day to answer. All of them or none. For the secretariat.',
    args: {
      entries: t.arg.idList({ required: true, description: 'Each with the symbol and the place of its document.' }),
      days: t.arg.int({
        required: false,
        description: `How long the organizations have to answer: ${PERIOD.least} to ${PERIOD.most}, ${PERIOD.usual} unless given.`,
      }),
    },
    resolve: async (_root, { entries, days }, context) => {
      const done = await publishUptake(context.services.db, context.user, { entries: entries.map(String), days }, context.services.accounts.settings);
      if (done instanceof ValidationError) return done;
      return { entries: await entriesOf(context, done.entryIds) };
    },
  }),
  withdrawUptake: t.field({
    type: UptakeResult,
    description:
      'Withdraws a wrong entry with a reason; it stays visible in the history. Whoever entered it does so alone while nobody else stands by it; else it asks a second person, of the organization or of the secretariat, who answers with `answerWithdrawal`.',
    args: { entry: t.arg.id({ required: true }), reason: t.arg.string({ required: true }) },
    resolve: async (_root, { entry, reason }, context) => {
      const withdrawn = await withdrawUptake(context.services.db, context.user, String(entry), reason, undefined, context.services.accounts.settings);
      return withdrawn instanceof ValidationError ? withdrawn : reported(context, withdrawn.entryId, withdrawn.repeated);
    },
  }),
  answerWithdrawal: t.field({
    type: UptakeResult,
    description: 'A second person agrees that an entry is withdrawn, or declines with a reason. Who asked for it can take the request back.',
    args: { entry: t.arg.id({ required: true }), agree: t.arg.boolean({ required: true }), reason: t.arg.string({ required: false }) },
    resolve: async (_root, { entry, agree, reason }, context) => {
      const done = await answerWithdrawal(
        context.services.db,
        context.user,
        { entry: String(entry), agree, reason },
        undefined,
        context.services.accounts.settings,
      );
      return done instanceof ValidationError ? done : reported(context, done.entryId, done.repeated);
    },
  }),
  judgeUptake: t.field({
    type: CommentResult,
    description: 'What the secretariat or the Joint Inspection Unit finds of a claim, public and beside it; the organization is told. For the secretariat.',
    args: {
      report: t.arg.string({ required: false }),
      recommendation: t.arg.string({ required: true }),
      organization: t.arg.string({ required: true }),
      entry: t.arg.string({ required: true, description: 'The id of the report that is judged, "" where nothing was reported.' }),
      judgement: t.arg({ type: JudgementEnum, required: true }),
      priority: t.arg.boolean({ required: false, description: 'False unless given.' }),
      reason: t.arg.string({ required: true }),
      voice: t.arg({ type: VoiceEnum, required: false, description: 'SECRETARIAT unless given.' }),
      reference: t.arg.string({ required: false, description: 'Of the Joint Inspection Unit: where it says so.' }),
      effectiveDate: t.arg.string({ required: false, description: 'From when it holds; today at the organization unless given.' }),
      basedOn: t.arg.string({
        required: false,
        description: 'The id of the last judgement that the person saw, "" for none; refused when there is a later one.',
      }),
      idempotencyKey: t.arg.string({ required: true, description: KEY }),
    },
    resolve: async (_root, { report, recommendation, organization, entry, basedOn, idempotencyKey, ...given }, context) => {
      const done = await judgeUptake(
        context.services.db,
        context.user,
        {
          cell: { report, recommendation, organization },
          given: { ...given, priority: given.priority ?? false, voice: given.voice ?? 'SECRETARIAT', effectiveDate: given.effectiveDate },
          entry,
          basedOn: basedOn ?? null,
          idempotencyKey,
        },
        context.services.accounts.settings,
      );
      return done instanceof ValidationError ? done : cellOf(context, report, done.actionId);
    },
  }),
  commentOnCell: t.field({
    type: CommentResult,
    description:
      'Adds a remark to the thread of a cell. OWNERS (unless given): the organization and the secretariat. UN_SYSTEM: all organizations. Never public.',
    args: {
      report: t.arg.string({ required: false }),
      recommendation: t.arg.string({ required: true }),
      organization: t.arg.string({ required: true }),
      text: t.arg.string({ required: true }),
      audience: t.arg({ type: AudienceEnum, required: false }),
      idempotencyKey: t.arg.string({ required: true, description: KEY }),
    },
    resolve: async (_root, { report, recommendation, organization, text, audience, idempotencyKey }, context) => {
      if (audience === 'PUBLIC') return refuse('audience', 'REMARK_PUBLIC');
      const done = await commentOnCell(
        context.services.db,
        context.user,
        { cell: { report, recommendation, organization }, text, audience, idempotencyKey },
        context.services.accounts.settings,
      );
      if (done instanceof ValidationError) return done;
      return cellOf(context, report, done.actionId);
    },
  }),
}));

const TableActionEnum = builder.enumType('UptakeTableAction', {
  values: ['ADD', 'UNCHANGED', 'EMPTY'] as const,
  description: 'What loading does with a row. EMPTY: nothing is reported in it.',
});
const TableChangeType = builder.objectRef<TableChange>('UptakeTableChange').implement({
  description: 'A field of a row that differs from the entry that holds, as a cell shows it.',
  fields: (t) => ({
    column: t.exposeString('column', { description: 'The heading of the column.' }),
    before: t.exposeString('before', { description: 'Empty where nothing was reported.' }),
    after: t.exposeString('after', { description: 'Empty where loading the row takes away what was reported.' }),
    erases: t.boolean({ description: 'Whether something was there and is not any more.', resolve: (change) => change.before !== '' && change.after === '' }),
  }),
});
const TableRowType = builder.objectRef<TableRow>('UptakeTableRow').implement({
  description: 'A checked row of a table of uptake, and what applying it would do.',
  fields: (t) => ({
    row: t.exposeInt('row'),
    action: t.expose('action', { type: TableActionEnum }),
    recommendation: t.exposeString('recommendation'),
    organization: t.exposeString('organization'),
    changes: t.exposeStringList('changes', { description: 'The columns that differ from the entry that holds.' }),
    changed: t.field({ type: [TableChangeType], description: 'The same with what was and what becomes of it.', resolve: (row) => row.changed }),
  }),
});
const TableOutcomeType = builder.objectRef<TableOutcome>('UptakeTableOutcome').implement({
  description: 'What a table would do, or did.',
  fields: (t) => ({
    rows: t.field({ type: [TableRowType], resolve: (outcome) => outcome.rows }),
    faults: t.field({ type: [TableFaultType], resolve: (outcome) => outcome.faults }),
    notes: t.stringList({ description: 'What was read and what was not, such as hidden sheets; in English.', resolve: ({ notes }) => notes.map(sentence) }),
    remarks: t.field({
      type: [TableFaultType],
      description: 'The same by code; `row` is 0.',
      resolve: ({ notes }) => notes.map((one) => ({ row: 0, column: '', ...one })),
    }),
    left: t.field({ type: [TableFaultType], description: 'Rows that are left out, such as totals, and why.', resolve: (outcome) => outcome.left }),
    emptied: t.exposeInt('emptied', { description: 'How many empty cells would take away what was reported; applying asks for `emptied` then.' }),
    reading: t.field({
      type: TableReadingType,
      nullable: true,
      description: 'How the table is read; null when it cannot be read at all.',
      resolve: (outcome) => outcome.reading,
    }),
    toAdd: t.int({ resolve: (outcome) => outcome.rows.filter((row) => row.action === 'ADD').length }),
    unchanged: t.int({ resolve: (outcome) => outcome.rows.filter((row) => row.action === 'UNCHANGED').length }),
    applied: t.exposeBoolean('applied', { description: 'Whether anything was written; never while there is a fault.' }),
    entryIds: t.exposeIDList('entryIds'),
  }),
});
const RowInput = builder.inputType('UptakeTableRowInput', { fields: (t) => ({ cells: t.stringList({ required: true }) }) });
const EmptiedEnum = builder.enumType('UptakeEmptied', {
  values: ['KEEP', 'ERASE'] as const,
  description: 'What an empty cell does where something was reported. KEEP: it stays. ERASE: it is taken away.',
});
const tableArgs = builder.args((t) => ({
  report: t.string({ required: false }),
  text: t.string({
    required: false,
    description: 'Pasted rows: tabs, commas, semicolons or another sign between the columns; titles may stand above the headings.',
    ...cellsInside,
  }),
  xlsx: t.string({
    required: false,
    description:
      'A file, base64, at most 1 MB: a workbook (XLSX or ODS), of which the sheet called "Uptake" counts, else the visible one whose headings fit best; or delimited text (CSV).',
  }),
  rows: t.field({ type: [RowInput], required: false, description: 'Or the cells themselves, headings first.', ...cellsInside }),
  mapping: t.field({
    type: TableMappingInput,
    required: false,
    description: 'How the table is read. Needed to apply one of which columns were guessed.',
    ...cellsInside,
  }),
  emptied: t.field({ type: EmptiedEnum, required: false }),
}));
const inputOf = (args: {
  report?: string | null;
  text?: string | null;
  xlsx?: string | null;
  rows?: readonly { cells: string[] }[] | null;
  mapping?: Mapping | null;
  emptied?: Emptied | null;
}): TableInput => ({
  report: args.report ?? null,
  text: args.text ?? null,
  xlsx: args.xlsx ?? null,
  rows: args.rows?.map((row) => row.cells) ?? null,
  mapping: args.mapping ?? null,
  emptied: args.emptied ?? null,
});

builder.mutationFields((t) => ({
  checkUptakeTable: t.field({
    type: TableOutcomeType,
    description: 'Checks every row of a table and says what loading it would do. Writes nothing; it is a mutation only because of the size of what is sent.',
    args: tableArgs,
    resolve: (_root, args, { services, user }) => checkTable(services.db, user, inputOf(args)),
  }),
  applyUptakeTable: t.field({
    type: TableOutcomeType,
    description: 'Loads a table, all of it or nothing. Loading the same table again changes nothing.',
    args: { ...tableArgs, idempotencyKey: t.arg.string({ required: true, description: KEY }) },
    resolve: (_root, args, { services, user }) => applyTable(services.db, user, inputOf(args), args.idempotencyKey),
  }),
}));
