import { builder } from '../builder.ts';
import { dayOrders } from './days.ts';
import type { SheetFound } from './cells.ts';
import type { ColumnRead, MapField, Mapping, Reading, WordRead } from './mapping.ts';

/** A reading as it is answered: with the sheets of the file, the fields that its columns can be, and whether it was remembered. */
export type TableReading = Reading & { sheet: string | null; sheets: SheetFound[]; remembered: boolean; fields: MapField[] };

const DayOrderEnum = builder.enumType('DayOrder', {
  values: dayOrders,
  description: 'Which number of 03/04/2026 is the day. DMY: the first, MDY: the second.',
});

const ColumnType = builder.objectRef<ColumnRead>('TableColumnReading').implement({
  description: 'A column of a table, and what it is read as.',
  fields: (t) => ({
    column: t.exposeInt('column', { description: 'From 1.' }),
    heading: t.exposeString('heading'),
    field: t.exposeString('field', { nullable: true, description: 'Null: it is not read.' }),
    sure: t.exposeBoolean('sure', { description: 'Its heading is known, or somebody decided it; else it was guessed from a part of the heading.' }),
    samples: t.exposeStringList('samples', { description: 'Up to three of its values.' }),
  }),
});
const WordType = builder.objectRef<WordRead>('TableWordReading').implement({
  description: 'A word of a table that is not the library’s own, and what it is read as.',
  fields: (t) => ({
    field: t.exposeString('field'),
    word: t.exposeString('word'),
    value: t.exposeString('value', { nullable: true, description: 'Null: nobody knows; empty: nothing is said by it.' }),
    rows: t.exposeInt('rows', { description: 'In how many rows it stands.' }),
  }),
});
const ChoiceType = builder.objectRef<{ value: string; words: readonly string[] }>('TableFieldChoice').implement({
  description: 'A value that a word can stand for.',
  fields: (t) => ({ value: t.exposeString('value'), word: t.string({ resolve: ({ words, value }) => words[0] ?? value }) }),
});
const FieldType = builder.objectRef<MapField>('TableField').implement({
  description: 'What a column can be.',
  fields: (t) => ({
    name: t.exposeString('name'),
    heading: t.string({ description: 'Its heading in the documents made here.', resolve: ({ headings, name }) => headings[0] ?? name }),
    day: t.boolean({ description: 'Whether it holds days.', resolve: ({ kind }) => kind === 'DAY' }),
    choices: t.field({ type: [ChoiceType], description: 'Empty where any text can stand.', resolve: ({ choices }) => [...(choices ?? [])] }),
  }),
});
const GivenType = builder.objectRef<Reading['given'][number]>('TableGivenValue').implement({
  description: 'What holds for every row.',
  fields: (t) => ({ field: t.exposeString('field'), value: t.exposeString('value') }),
});
const SheetType = builder.objectRef<SheetFound>('TableSheet').implement({
  description: 'A sheet of a workbook.',
  fields: (t) => ({
    name: t.exposeString('name'),
    hidden: t.exposeBoolean('hidden', { description: 'A hidden sheet is not read.' }),
    fits: t.exposeBoolean('fits', { description: 'Whether it has headings of such a table.' }),
  }),
});
export const TableReadingType = builder.objectRef<TableReading>('TableReading').implement({
  description: 'How a table is read: what was decided, remembered and guessed together.',
  fields: (t) => ({
    sheet: t.exposeString('sheet', { nullable: true }),
    sheets: t.field({ type: [SheetType], resolve: (reading) => reading.sheets }),
    head: t.exposeInt('head', { description: 'The row of the headings, from 1; 0 where none was found.' }),
    columns: t.field({ type: [ColumnType], resolve: (reading) => reading.columns }),
    words: t.field({ type: [WordType], resolve: (reading) => reading.words }),
    dates: t.expose('dates', { type: DayOrderEnum, nullable: true }),
    datesDoubtful: t.exposeBoolean('datesDoubtful', { description: 'Days can be read in two ways, and nothing tells which.' }),
    given: t.field({ type: [GivenType], resolve: (reading) => reading.given }),
    sure: t.exposeBoolean('sure', { description: 'Nothing was guessed from a part of a heading.' }),
    remembered: t.exposeBoolean('remembered', { description: 'A table of this layout was loaded before, and is read as it was then.' }),
    fields: t.field({ type: [FieldType], resolve: (reading) => reading.fields }),
  }),
});

const ColumnInput = builder.inputType('TableColumnInput', { fields: (t) => ({ column: t.int({ required: true }), field: t.string() }) });
const WordInput = builder.inputType('TableWordInput', {
  fields: (t) => ({ field: t.string({ required: true }), word: t.string({ required: true }), value: t.string() }),
});
const GivenInput = builder.inputType('TableGivenInput', { fields: (t) => ({ field: t.string({ required: true }), value: t.string({ required: true }) }) });
/** What a person decides of how a table is read. */
export const TableMappingInput = builder.inputRef<Mapping>('TableMappingInput').implement({
  description: 'How a table is read, as far as a person decides it; what is left out is guessed.',
  fields: (t) => ({
    sheet: t.string({ description: 'The name of the sheet.' }),
    head: t.int({ description: 'The row of the headings, from 1.' }),
    columns: t.field({ type: [ColumnInput], description: 'By their numbers, from 1; without a field a column is not read.' }),
    words: t.field({ type: [WordInput], description: 'An empty value says nothing.' }),
    dates: t.field({ type: DayOrderEnum }),
    given: t.field({ type: [GivenInput], description: 'What holds for every row of a table that has no column of it.' }),
  }),
});
