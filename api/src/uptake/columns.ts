import { readEvidence, writeEvidence } from './evidence.ts';
import { type FieldName, fieldNames, fieldOf } from './fields.ts';
import type { Entry } from './history.ts';
import { fromWords, inWords } from './words.ts';

/** The name of the sheet that can be filled and loaded back. */
export const TABLE_SHEET = 'Uptake';
/** Ends the headings of the columns that a public workbook holds only in part. */
export const PUBLIC_COLUMN = '(public)';

export type Column = {
  heading: string;
  field: FieldName | null;
  width: number;
  show: (entry: Entry) => string;
  read?: (text: string) => unknown;
  help: string;
};

/** The column of a field: what a cell shows of an entry, and what is read from it. */
function columnOf(name: FieldName): Column {
  const { kind, heading, width, values = [], help = values.map(inWords).join(', ') } = fieldOf(name);
  const column = { heading, field: name, width, help };
  if (kind === 'EVIDENCE') return { ...column, show: (entry) => writeEvidence(entry.evidence), read: readEvidence };
  if (kind === 'CHOICE') return { ...column, show: (entry) => inWords(entry[name] as string | null), read: (text) => fromWords(text, values) };
  return { ...column, show: (entry) => String(entry[name] ?? ''), read: (text) => text || null };
}

/** The columns of the table, in documents and in what is loaded. A table needs the first two and Acceptance; what an absent column holds stays as it is. */
export const columns: Column[] = [
  { heading: 'Recommendation', field: null, width: 16, show: (entry) => String(entry.recommendationNumber ?? entry.recommendationSlug), help: 'Number' },
  { heading: 'Organization', field: null, width: 16, show: (entry) => entry.organizationName, help: 'Short name' },
  { heading: 'Title', field: null, width: 44, show: (entry) => entry.recommendationTitle, help: 'For reading only' },
  { heading: 'Counted', field: null, width: 10, show: () => '', help: 'For reading only: no for a doubtful gap of the printed table' },
  ...fieldNames.map(columnOf),
  { heading: 'Entry', field: null, width: 38, show: (entry) => entry.id, help: 'Leave as it is: it tells which report the row was made from' },
];

/** Columns of the table that hold more for the organization than for the public. */
const partlyInternal = new Set(['Management comment', 'Evidence']);
const internalOnly = new Set(['Officer', 'Financial implication', 'Comment for']);
/**
 * The columns of a file, as they are called in it. An internal one can be filled in and loaded back; a public one lacks what is
 * not public, so its columns are called otherwise and loading refuses it.
 */
export const columnsOf = (internal: boolean): { column: Column; heading: string }[] =>
  columns
    .filter(({ heading }) => internal || !internalOnly.has(heading))
    .map((column) => ({ column, heading: !internal && partlyInternal.has(column.heading) ? `${column.heading} ${PUBLIC_COLUMN}` : column.heading }));
