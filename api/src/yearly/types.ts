import { builder } from '../builder.ts';
import { readYear, type YearFigure, type YearReport, type YearSection, type YearSentence, type YearTable } from './content.ts';

const FigureType = builder.objectRef<YearFigure>('YearFigure').implement({
  description: 'A number, with the address of the list that it counts.',
  fields: (t) => ({ count: t.exposeInt('count'), url: t.exposeString('url') }),
});
const SentenceType = builder.objectRef<YearSentence>('YearSentence').implement({
  description: 'A sentence of the report of a year.',
  fields: (t) => ({
    text: t.exposeString('text'),
    before: t.exposeString('before', { description: 'What of it stands before the number; all of it where there is none.' }),
    after: t.exposeString('after', { description: 'What of it stands after the number.' }),
    figure: t.expose('figure', { type: FigureType, nullable: true, description: 'The number in it, where it has one.' }),
  }),
});
const RowType = builder.objectRef<YearTable['rows'][number]>('YearRow').implement({
  description: 'A row of such a table: what is counted, and its numbers.',
  fields: (t) => ({
    label: t.exposeString('label'),
    figures: t.expose('figures', { type: [FigureType], description: 'One for each column with numbers.' }),
    change: t.exposeInt('change', { nullable: true, description: 'The last number less the first, where a table has two.' }),
  }),
});
const TableType = builder.objectRef<YearTable>('YearTable').implement({
  description: 'Numbers side by side.',
  fields: (t) => ({
    title: t.exposeString('title'),
    columns: t.exposeStringList('columns', { description: 'Heads: of the rows, of each number, and of the change where there is one.' }),
    rows: t.expose('rows', { type: [RowType] }),
  }),
});
const SectionType = builder.objectRef<YearSection>('YearSection').implement({
  description: 'A part of the report: sentences, and a table where it has one.',
  fields: (t) => ({
    title: t.exposeString('title'),
    sentences: t.expose('sentences', { type: [SentenceType] }),
    table: t.expose('table', { type: TableType, nullable: true }),
  }),
});
const ReportType = builder.objectRef<YearReport>('YearReport').implement({
  description: 'The report of a year, of public and confirmed content alone.',
  fields: (t) => ({
    year: t.exposeInt('year'),
    day: t.exposeString('day', { description: 'As of which day: its last, or today.' }),
    title: t.exposeString('title'),
    basis: t.exposeString('basis', { description: 'What the figures count.' }),
    sections: t.expose('sections', { type: [SectionType] }),
  }),
});

builder.queryField('yearReport', (t) =>
  t.field({
    type: ReportType,
    nullable: true,
    description: 'What everybody may see of a year; null for one that has not begun, or is before the first blockchain.',
    args: { year: t.arg.int({ required: true }) },
    resolve: (_root, { year }, { reads, services }) => readYear({ reads, facets: services.facets }, year),
  }),
);
