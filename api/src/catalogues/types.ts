import { sentence } from '#i18n/sentence.ts';
import { builder } from '../builder.ts';
import { ValidationError } from '../errors.ts';
import { DifferenceType } from '../foreign-records/versions.ts';
import { InvalidInput } from '../invalid-input.ts';
import type { CatalogueRun, LoadedEntry, ShownPreview } from './load.ts';
import type { MappedColumn, NamedMapping } from './mapping.ts';
import type { PlannedEntry } from './plan.ts';
import type { CatalogueFault } from './reading.ts';

const FaultType = builder.objectRef<CatalogueFault>('CatalogueFault').implement({
  description: 'One fault of the file of a catalogue, or of how it is read.',
  fields: (t) => ({
    place: t.exposeString('place', { description: 'Where it stands, such as "cases.csv, row 7"; empty for the whole.' }),
    column: t.exposeString('column', { description: 'The heading of the column; empty for the row.' }),
    code: t.exposeString('code'),
    params: t.field({ type: 'JSON', resolve: (one) => one.params }),
    message: t.string({ description: 'In English.', resolve: sentence }),
  }),
});
const ActionEnum = builder.enumType('CatalogueAction', {
  values: ['ADD', 'CHANGE', 'BACK', 'GONE'] as const,
  description: 'What becomes of an entry. BACK: it was taken out and is in the file again. GONE: the catalogue no longer has it.',
});
const DoubleType = builder.objectRef<PlannedEntry['doubles'][number]>('CatalogueDouble').implement({
  description: 'What may be the same thing as an entry. Nothing is merged.',
  fields: (t) => ({
    address: t.exposeString('address'),
    title: t.exposeString('title'),
    reason: t.exposeString('reason', {
      description: 'SAME, CASE, ACCENTS, LEGAL_FORM, SHORT_NAME, FORMER_NAME or ALSO_KNOWN_AS of a name, or SAME_IN_FILE.',
    }),
    text: t.exposeString('text', { description: 'The name that is the same, or the place in the file.' }),
  }),
});
const EntryType = builder.objectRef<Omit<LoadedEntry, 'version'>>('CatalogueEntry').implement({
  description: 'One entry of the file of a catalogue.',
  fields: (t) => ({
    place: t.exposeString('place', { description: 'Where it stands in the file.' }),
    action: t.expose('action', { type: ActionEnum }),
    title: t.exposeString('title'),
    url: t.string({ description: 'Of its page, which is there once it is loaded.', resolve: ({ slug }) => `/foreign-records/${slug}` }),
    changed: t.field({ type: [DifferenceType], resolve: ({ changed }) => changed }),
    doubles: t.field({ type: [DoubleType], resolve: ({ doubles }) => doubles }),
  }),
});
const ColumnType = builder.objectRef<MappedColumn>('CatalogueColumn').implement({
  description: 'How one column of a catalogue is read.',
  fields: (t) => ({ column: t.exposeString('column'), field: t.exposeString('field') }),
});
export const MappingType = builder.objectRef<NamedMapping>('CatalogueMapping').implement({
  description: 'How the files of a catalogue are read, under a name.',
  fields: (t) => ({
    name: t.exposeString('name'),
    title: t.string({ resolve: ({ mapping }) => mapping.title }),
    ready: t.exposeBoolean('ready', { description: 'Whether it comes with Atrium.' }),
    licence: t.string({ resolve: ({ mapping }) => mapping.catalogue.licence }),
    columns: t.field({ type: [ColumnType], resolve: ({ mapping }) => mapping.columns }),
    json: t.field({ type: 'JSON', description: 'All of it, as `npm run import` and this API take it.', resolve: ({ mapping }) => mapping }),
  }),
});
export const PreviewType = builder.objectRef<ShownPreview>('CataloguePreview').implement({
  description: 'What the file of a catalogue would do; nothing of it is loaded.',
  fields: (t) => ({
    heads: t.stringList({ description: 'The headings, or the paths of a JSON file.', resolve: ({ heads }) => heads }),
    samples: t.stringList({ description: 'What the first row has below each heading.', resolve: ({ samples }) => samples }),
    rows: t.exposeInt('rows'),
    mappingName: t.exposeString('mappingName', { nullable: true, description: 'Of the mapping by which it is read, where it has a name.' }),
    mappingTitle: t.string({ nullable: true, resolve: ({ mapping }) => mapping?.title ?? null }),
    catalogue: t.string({ nullable: true, resolve: ({ mapping }) => mapping?.catalogue.name ?? null }),
    licence: t.string({ nullable: true, resolve: ({ mapping }) => mapping?.catalogue.licence ?? null }),
    columns: t.field({ type: [ColumnType], resolve: ({ mapping }) => mapping?.columns ?? [] }),
    entries: t.field({ type: [EntryType], resolve: ({ entries }) => entries }),
    unchanged: t.exposeInt('unchanged', { description: 'Entries that are as they were.' }),
    faults: t.field({ type: [FaultType], resolve: ({ faults }) => faults }),
  }),
});
const StateEnum = builder.enumType('CatalogueRunState', {
  values: ['READ', 'LOADED', 'UNDONE'] as const,
  description: 'READ: it waits to be loaded. UNDONE: it was loaded and taken back.',
});
export const RunType = builder.objectRef<CatalogueRun>('CatalogueRun').implement({
  description: 'The files of a catalogue, from their preview to their end. For the secretariat.',
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name'),
    state: t.field({ type: StateEnum, resolve: ({ loadedAt, undoneAt }) => (undoneAt ? 'UNDONE' : loadedAt ? 'LOADED' : 'READ') }),
    catalogue: t.string({ nullable: true, resolve: ({ mapping }) => mapping?.catalogue.name ?? null }),
    version: t.exposeString('version'),
    entries: t.field({ type: [EntryType], resolve: ({ results }) => results ?? [] }),
    done: t.int({ description: 'How many entries it added, changed or took out.', resolve: ({ results }) => results?.length ?? 0 }),
    unchanged: t.exposeInt('unchanged'),
    begunBy: t.exposeString('begunBy', { nullable: true }),
    begunAt: t.expose('begunAt', { type: 'DateTime' }),
    loadedBy: t.exposeString('loadedBy', { nullable: true }),
    loadedAt: t.field({ type: 'DateTime', nullable: true, resolve: ({ loadedAt }) => loadedAt }),
    undoneBy: t.exposeString('undoneBy', { nullable: true }),
    undoneAt: t.field({ type: 'DateTime', nullable: true, resolve: ({ undoneAt }) => undoneAt }),
    undoneReason: t.exposeString('undoneReason', { nullable: true }),
  }),
});
type Faults = { unread: CatalogueFault[] };
const UnreadType = builder.objectRef<Faults>('CatalogueUnread').implement({
  description: 'Why files of a catalogue cannot be read. Nothing was kept.',
  fields: (t) => ({ faults: t.field({ type: [FaultType], resolve: ({ unread }) => unread }) }),
});
export const BeginResult = builder.unionType('BeginCatalogueResult', {
  types: [RunType, UnreadType, InvalidInput],
  resolveType: (value) => (value instanceof ValidationError ? 'InvalidInput' : 'unread' in value ? 'CatalogueUnread' : 'CatalogueRun'),
});
export const CommitResult = builder.unionType('CommitCatalogueResult', {
  types: [RunType, PreviewType, InvalidInput],
  resolveType: (value) => (value instanceof ValidationError ? 'InvalidInput' : 'heads' in value ? 'CataloguePreview' : 'CatalogueRun'),
});
export const RunResult = builder.unionType('CatalogueRunResult', {
  types: [RunType, InvalidInput],
  resolveType: (value) => (value instanceof ValidationError ? 'InvalidInput' : 'CatalogueRun'),
});
