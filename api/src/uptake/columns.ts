import { addressOf, kinds } from '#prisma/content/kinds.ts';
import type { RecordKind } from '#prisma/generated/enums.ts';
import type { Entry } from './history.ts';
import { acceptances, implementations } from './state.ts';
import type { Evidence } from './history.ts';
import { type Report, uptakeSources } from './write.ts';

/** The name of the sheet that can be filled and loaded back. */
export const TABLE_SHEET = 'Uptake';
/** Ends the headings of the columns that a public workbook holds only in part. */
export const PUBLIC_COLUMN = '(public)';
/** "IN_PROGRESS" as people read and write it: "In progress". */
export const inWords = (value: string | null | undefined) => (value ? `${value[0]}${value.slice(1).toLowerCase().replaceAll('_', ' ')}` : '');
/** "In progress" as it is stored: "IN_PROGRESS". */
export const asValue = (words: string): string =>
  words
    .trim()
    .toUpperCase()
    .replace(/[\s-]+/g, '_');
const fromWords = (text: string, values: readonly string[]) => (values.includes(asValue(text)) ? asValue(text) : text.trim() || null);

/** Where a record is read; of a matrix, which shares its page with the others, the slug too. */
export const pathOf = (kind: string, slug: string) => (kind === 'MATRIX' ? `${kinds.MATRIX.path}/${slug}` : addressOf(kind as RecordKind, slug));
/** A bar within a text is written twice: one alone parts the place from label and audience. */
const barred = (text: string) => text.replace(/\s+/g, ' ').replaceAll('|', '||');
/** Evidence as one line each in a cell: an address, a path of this library, or "file:" and the id; the label and the audience follow after bars. */
export const writeEvidence = (items: readonly Evidence[]) =>
  items
    // What is only named, because its entry was withdrawn, has no place that could be loaded back.
    .filter((item) => item.address || item.file || item.recordSlug)
    .map((item) => {
      const place =
        item.kind === 'ADDRESS'
          ? (item.address ?? '')
          : item.kind === 'FILE'
            ? `file:${item.file}`
            : pathOf(item.recordKind ?? 'PROJECT', item.recordSlug ?? '');
      const audience = item.audience === 'PUBLIC' ? '' : item.audience;
      return [barred(place), ...(item.label || audience ? [barred(item.label ?? '')] : []), ...(audience ? [audience] : [])].join(' | ');
    })
    .join('\n');
function readEvidence(text: string): unknown[] {
  return text
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean)
    .map((one) => {
      const [place = '', label = '', audience = '', ...more] = one.split(/(?<!\|)\|(?!\|)/).map((part) => part.trim().replaceAll('||', '|'));
      // What stands behind a third bar belongs nowhere: the audience is then none that is known, and the fault says so.
      const said = [audience, ...more].filter(Boolean).join(' | ');
      const rest = { label: label || null, audience: said ? fromWords(said, ['PUBLIC', 'UN_SYSTEM', 'OWNERS']) : 'PUBLIC' };
      if (place.startsWith('file:')) return { kind: 'FILE', file: place.slice(5), ...rest };
      const record = /^(\/[a-z-]+)[/#]([\w-]+)$/.exec(place);
      const kind = record && (Object.entries(kinds).find(([, { path }]) => path === record[1])?.[0] ?? null);
      return kind ? { kind: 'RECORD', recordKind: kind, recordSlug: record[2], ...rest } : { kind: 'ADDRESS', address: place, ...rest };
    });
}

export type Column = {
  heading: string;
  field: keyof Report | null;
  width: number;
  show: (entry: Entry) => string;
  read?: (text: string) => unknown;
  help: string;
};
const plain = (heading: string, field: keyof Report, width: number, help: string): Column => ({
  heading,
  field,
  width,
  show: (entry) => String(entry[field as keyof Entry] ?? ''),
  read: (text) => text || null,
  help,
});
const choice = (heading: string, field: keyof Report, values: readonly string[], width: number): Column => ({
  heading,
  field,
  width,
  show: (entry) => inWords(entry[field as keyof Entry] as string | null),
  read: (text) => fromWords(text, values),
  help: values.map(inWords).join(', '),
});

/** The columns of the table, in documents and in what is loaded. A table needs the first two and Acceptance; what an absent column holds stays as it is. */
export const columns: Column[] = [
  { heading: 'Recommendation', field: null, width: 16, show: (entry) => String(entry.recommendationNumber ?? entry.recommendationSlug), help: 'Number' },
  { heading: 'Organization', field: null, width: 16, show: (entry) => entry.organizationName, help: 'Short name' },
  { heading: 'Title', field: null, width: 44, show: (entry) => entry.recommendationTitle, help: 'For reading only' },
  { heading: 'Counted', field: null, width: 10, show: () => '', help: 'For reading only: no for a doubtful gap of the printed table' },
  plain('Effective date', 'effectiveDate', 14, '2026-11-22; not after today'),
  choice('Acceptance', 'acceptance', acceptances, 20),
  choice('Implementation', 'implementation', implementations, 16),
  plain('Responsible unit', 'responsibleUnit', 24, 'Text'),
  plain('Officer', 'officer', 24, 'The function, not the name of a person'),
  plain('Target date', 'targetDate', 14, '2027-06-30'),
  plain('Management comment', 'comment', 50, 'At most 4,000 characters'),
  choice('Comment for', 'commentAudience', ['PUBLIC', 'UN_SYSTEM', 'OWNERS'], 14),
  plain('Decision', 'decisionSymbol', 18, 'Symbol of the decision of the governing body'),
  plain('Financial implication', 'financialImplication', 24, 'Text'),
  plain('Impact seen', 'impactSeen', 40, 'Text'),
  choice('Source', 'source', uptakeSources, 22),
  plain('Source reference', 'sourceReference', 24, 'Document or export, unless Direct'),
  {
    heading: 'Evidence',
    field: 'evidence',
    width: 40,
    show: (entry) => writeEvidence(entry.evidence),
    read: readEvidence,
    help: 'One a line: an address, or a path of this library such as /projects/building-blocks',
  },
  { heading: 'Entry', field: null, width: 38, show: (entry) => entry.id, help: 'Leave as it is: it tells which report the row was made from' },
];
