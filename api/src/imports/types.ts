import { sentence } from '#i18n/sentence.ts';
import { addressOf } from '#prisma/content/kinds.ts';
import { builder } from '../builder.ts';
import { ValidationError } from '../errors.ts';
import { InvalidInput } from '../invalid-input.ts';
import { TableReadingType } from '../sheets/types.ts';
import type { ImportCandidate } from './candidates.ts';
import { type Changed, importKinds } from './fields.ts';
import type { ImportFault, ImportRow, Plan, Planned } from './plan.ts';
import type { ImportRun } from './write.ts';

export const ImportKindEnum = builder.enumType('ImportKind', { description: 'The concepts whose entries can be loaded from a table.', values: importKinds });
const ActionEnum = builder.enumType('ImportRowAction', {
  values: ['ADD', 'CHANGE', 'UNCHANGED', 'ASK'] as const,
  description: 'What a row does. ASK: entries of the library resemble it, and somebody must say whether it is one of them.',
});
const FaultType = builder.objectRef<ImportFault>('ImportFault').implement({
  description: 'One fault of a table of entries.',
  fields: (t) => ({
    path: t.string({ description: 'Row and column, such as "7.Country".', resolve: ({ row, column }) => [row || '', column].filter(Boolean).join('.') }),
    row: t.exposeInt('row', { description: 'As a spreadsheet counts; 0 for the table as a whole.' }),
    column: t.exposeString('column', { description: 'The heading of the column.' }),
    code: t.exposeString('code'),
    params: t.field({ type: 'JSON', resolve: (one) => one.params }),
    message: t.string({ description: 'In English.', resolve: sentence }),
  }),
});
const ReasonType = builder.objectRef<ImportCandidate['reasons'][number]>('ImportCandidateReason').implement({
  description: 'Why an entry may be what a row is of.',
  fields: (t) => ({
    reason: t.exposeString('reason', {
      description:
        'SAME, CASE, ACCENTS, LEGAL_FORM, SHORT_NAME, FORMER_NAME, ALSO_KNOWN_AS, SIMILAR (by the matcher of the screening), WEBSITE or REGISTRATION_NUMBER.',
    }),
    text: t.exposeString('text', { description: 'The name, address or number of the entry.' }),
    score: t.exposeFloat('score', { nullable: true, description: 'Of SIMILAR, from 0 to 1.' }),
  }),
});
const CandidateType = builder.objectRef<ImportCandidate>('ImportCandidate').implement({
  description: 'An entry that a row may be of.',
  fields: (t) => ({
    slug: t.exposeString('slug'),
    title: t.exposeString('title'),
    reasons: t.field({ type: [ReasonType], resolve: ({ reasons }) => reasons }),
  }),
});
const ChangedType = builder.objectRef<Changed>('ImportChange').implement({
  description: 'A field that a row says otherwise.',
  fields: (t) => ({
    column: t.exposeString('column'),
    before: t.exposeString('before', { description: 'Empty where nothing was said.' }),
    after: t.exposeString('after'),
  }),
});
const RowType = builder
  .objectRef<Pick<ImportRow, 'row' | 'action' | 'title' | 'slug' | 'changed'> & { candidates?: ImportCandidate[] }>('ImportRow')
  .implement({
    description: 'A row of a table of entries, and what it does.',
    fields: (t) => ({
      row: t.exposeInt('row'),
      action: t.expose('action', { type: ActionEnum }),
      title: t.exposeString('title'),
      slug: t.exposeString('slug', { nullable: true, description: 'Of the entry that it is of; null for a new one.' }),
      changed: t.field({ type: [ChangedType], resolve: ({ changed }) => changed }),
      candidates: t.field({ type: [CandidateType], resolve: ({ candidates }) => candidates ?? [] }),
    }),
  });
export const PlanType = builder.objectRef<Plan>('ImportPlan').implement({
  description: 'What a table of entries would load. It is kept only where there is neither a fault nor a question.',
  fields: (t) => ({
    rows: t.field({ type: [RowType], resolve: ({ rows }) => rows }),
    faults: t.field({ type: [FaultType], resolve: ({ faults }) => faults }),
    left: t.field({
      type: [FaultType],
      description: 'Rows that are left out, such as totals, and why.',
      resolve: ({ left }) => left.map((one) => ({ column: '', ...one })),
    }),
    remarks: t.field({
      type: [FaultType],
      description: 'What was read and what was not, such as hidden sheets.',
      resolve: ({ notes }) => notes.map((one) => ({ row: 0, column: '', ...one })),
    }),
    reading: t.field({ type: TableReadingType, nullable: true, resolve: ({ reading }) => reading }),
  }),
});
const StateEnum = builder.enumType('ImportState', {
  values: ['WAITING', 'PUBLISHED', 'DECLINED', 'UNDONE'] as const,
  description: 'WAITING: a second person has not decided yet. UNDONE: it was published and taken back.',
});
export const ImportType = builder.objectRef<ImportRun>('Import').implement({
  description: 'Entries loaded from a table, for the secretariat and who proposed it.',
  fields: (t) => ({
    id: t.exposeID('id'),
    kind: t.expose('kind', { type: ImportKindEnum }),
    name: t.exposeString('name', { description: 'Of the file, or what the person called the rows.' }),
    state: t.field({
      type: StateEnum,
      resolve: ({ published, undoneAt }) => (undoneAt ? 'UNDONE' : published === null ? 'WAITING' : published ? 'PUBLISHED' : 'DECLINED'),
    }),
    added: t.int({ resolve: ({ rows }) => rows.filter(({ action }) => action === 'ADD').length }),
    changed: t.int({ resolve: ({ rows }) => rows.filter(({ action }) => action === 'CHANGE').length }),
    rows: t.field({ type: [RowType], resolve: ({ rows }) => rows as Planned[] }),
    addresses: t.stringList({
      description: 'Of the entries that were published.',
      resolve: ({ kind, results }) => (results ?? []).map(({ slug }) => addressOf(kind, slug)),
    }),
    proposedBy: t.exposeString('proposedByName', { nullable: true }),
    proposedAt: t.expose('proposedAt', { type: 'DateTime' }),
    decidedBy: t.exposeString('decidedByName', { nullable: true }),
    decidedAt: t.field({ type: 'DateTime', nullable: true, resolve: ({ decidedAt }) => decidedAt }),
    reason: t.exposeString('reason', { nullable: true }),
    undoneBy: t.exposeString('undoneByName', { nullable: true }),
    undoneAt: t.field({ type: 'DateTime', nullable: true, resolve: ({ undoneAt }) => undoneAt }),
    undoneReason: t.exposeString('undoneReason', { nullable: true }),
    viewerProposed: t.boolean({ resolve: ({ proposedBy }, _args, { user }) => proposedBy === user?.id }),
  }),
});
export const ImportResult = builder.unionType('ImportResult', {
  types: [ImportType, InvalidInput],
  resolveType: (value) => (value instanceof ValidationError ? 'InvalidInput' : 'Import'),
});
export const ProposalResult = builder.unionType('ImportProposalResult', {
  types: [ImportType, PlanType, InvalidInput],
  resolveType: (value) => (value instanceof ValidationError ? 'InvalidInput' : 'faults' in value ? 'ImportPlan' : 'Import'),
});
