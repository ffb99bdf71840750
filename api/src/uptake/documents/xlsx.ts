import { servesText } from '../activity-dataset.ts';
import { columns, columnsOf, TABLE_SHEET } from '../columns.ts';
import { inWords } from '../words.ts';
import { acceptanceRate, type Counts, countFields, definitions, implementationRate, percent, type Rate } from '../state.ts';
import { columnName } from '../../sheets/column-name.ts';
import type { Group } from '../table.ts';
import { type FileAudience, MARK } from './audience.ts';
import { basisOf, countLabels, type DocumentRow, type UptakeDocument } from './content.ts';
import type { PlainCell, PlainSheet, Workbook } from './writing.ts';

// What the library would leave out, and what a reader would take for a coded character: both are written as "_x0092_"
// (ECMA-376, 22.9.2.19), so that what is loaded back is what was there.
const coded = /(?![\t\n])\p{Cc}|\p{Noncharacter_Code_Point}|\ufffd|_(?=x[0-9A-Fa-f]{4}_)/gu;
const code = (unit: string) => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
// The library looks texts up in an object, where "toString" and "constructor" stand already: of these the first letter is coded.
const inherited = (value: string) => (value in {} ? `${code(value)}${value.slice(1)}` : value);
const codes = (value: string) => inherited(value.toWellFormed().replace(coded, (sign) => sign.split('').map(code).join('')));
type Style = Record<string, unknown>;
const text = (value: string, more: Style = {}): PlainCell => ({ value: codes(value), type: 'String', ...more });
const number = (value: number, more: Style = {}): PlainCell => ({ value, type: 'Number', ...more });
const formula = (value: string, more: Style = {}): PlainCell => ({ value, type: 'Formula', ...more });
const head = (value: string): PlainCell => text(value, { fontWeight: 'bold', backgroundColor: '#e6eef5', wrap: true });
const bold: Style = { fontWeight: 'bold' };
const rateText = (rate: Rate) => `${rate.numerator} / ${rate.denominator}${percent(rate) === null ? '' : ` = ${percent(rate)} %`}`;

type NamedSheet = PlainSheet;
type Row = PlainCell[];

/** The row above the headings of every sheet of an internal workbook. */
const top = ({ marking }: FileAudience): Row[] => (marking === null ? [] : [[text(marking, { fontWeight: 'bold', textColor: '#9b1c1c' })]]);

/**
 * The sheet with one row an action, filled where something was reported. The internal one can be filled in and loaded back.
 */
function tableSheet(rows: readonly DocumentRow[], made: FileAudience): NamedSheet {
  const shown = columnsOf(made.marking !== null);
  return {
    sheet: TABLE_SHEET,
    data: [
      ...top(made),
      shown.map(({ heading }) => head(heading)),
      ...rows.map(
        ({ cell, entry }): Row =>
          shown.map(({ column }): PlainCell => {
            if (column.heading === 'Recommendation') return cell.recommendation.number ? number(cell.recommendation.number) : text(cell.recommendation.slug);
            if (column.heading === 'Organization') return text(cell.organization.shortName);
            if (column.heading === 'Title') return text(cell.recommendation.title, { wrap: true });
            if (column.heading === 'Counted') return text(cell.addressed ? 'yes' : 'no');
            const value = entry ? column.show(entry) : '';
            return value === '' ? null : text(value, { wrap: true });
          }),
      ),
    ],
    columns: shown.map(({ column: { width } }) => ({ width })),
  };
}

const stateHeadings = [
  'Recommendation',
  'Organization',
  'L or E',
  'Counted',
  'Status',
  'Accepted',
  'Overdue',
  'Overdue since',
  'Long outstanding',
  'Confirmed',
  'Remark',
  'From document',
  'Judgement',
  'Priority',
];
/** One row an action with what is derived of it; the formulas of the sums count these cells. */
function stateSheet(rows: readonly DocumentRow[], made: FileAudience): NamedSheet {
  return {
    sheet: 'State',
    data: [
      ...top(made),
      stateHeadings.map(head),
      ...rows.map(
        ({ cell }): Row => [
          cell.recommendation.number ? number(cell.recommendation.number) : text(cell.recommendation.slug),
          text(cell.organization.shortName),
          text(cell.kind === 'LEGISLATIVE' ? 'L' : 'E'),
          text(cell.addressed ? 'yes' : 'no'),
          text(inWords(cell.status)),
          text(cell.acceptance === 'ACCEPTED' ? 'yes' : 'no'),
          text(cell.overdue ? 'yes' : 'no'),
          text(cell.overdueSince ?? ''),
          text(cell.longOutstanding ? 'yes' : 'no'),
          text(cell.entryId ? (cell.confirmed ? 'yes' : 'no') : ''),
          text([cell.note ?? '', cell.demo ? 'Demonstration data' : ''].filter(Boolean).join(' '), { wrap: true }),
          text(cell.entryId ? (cell.fromDocument ? 'yes' : 'no') : ''),
          text(inWords(cell.judgement)),
          text(cell.priority ? 'yes' : 'no'),
        ],
      ),
    ],
    columns: stateHeadings.map((heading) => ({ width: Math.max(12, heading.length + 2) })),
  };
}

/** A count as a formula over the sheet "State" with so many rows below its headings, which stand in the given row. */
function counting(field: keyof Counts, rows: number, headings: number): string {
  const range = (column: number) => `State!$${columnName(column)}$${headings + 1}:$${columnName(column)}$${headings + rows}`;
  const where = (...pairs: [number, string][]) =>
    `=COUNTIFS(${[[3, 'yes'] as [number, string], ...pairs].map(([column, value]) => `${range(column)},"${value}"`).join(',')})`;
  const status: Partial<Record<keyof Counts, string>> = {
    noInformation: 'No information',
    underConsideration: 'Under consideration',
    notAccepted: 'Not accepted',
    notRelevant: 'Not relevant',
    notStarted: 'Not started',
    inProgress: 'In progress',
    implemented: 'Implemented',
  };
  if (field === 'addressed') return where();
  if (field === 'accepted') return where([5, 'yes']);
  if (field === 'overdue') return where([6, 'yes']);
  if (field === 'longOutstanding') return where([8, 'yes']);
  if (field === 'unconfirmed') return where([9, 'no']);
  if (field === 'fromDocument') return where([11, 'yes']);
  return where([4, status[field] ?? '']);
}

/** Every sum beside the formula that counts it again from the rows, and the difference, which must be 0. */
function sumSheet(document: UptakeDocument, made: FileAudience): NamedSheet {
  const rows = document.rows.length;
  const above = top(made);
  const headings = above.length + 1;
  return {
    sheet: 'Sums',
    data: [
      ...above,
      [head('What'), head('Sum'), head('Counted from the sheet "State"'), head('Difference'), head('Definition')],
      ...countFields.map(
        (field, index): Row => [
          text(countLabels[field]),
          number(document.counts[field]),
          formula(counting(field, rows, headings)),
          formula(`=B${headings + index + 1}-C${headings + index + 1}`),
          null,
        ],
      ),
      [],
      [text('Acceptance rate', bold), text(rateText(acceptanceRate(document.counts))), null, null, text(definitions.acceptance)],
      [text('Implementation rate', bold), text(rateText(implementationRate(document.counts))), null, null, text(definitions.implementation)],
      [],
      [head('Cross-footing'), head('One way'), head('The other way'), head('Difference')],
      ...document.checks.map((check): Row => [text(check.label, { wrap: true }), number(check.left), number(check.right), number(check.left - check.right)]),
    ],
    columns: [{ width: 60 }, { width: 18 }, { width: 24 }, { width: 12 }, { width: 24 }],
  };
}

/** A view with a total that is given as a value and as a formula over the rows above. */
function groupSheet(name: string, heading: string, groups: readonly Group[], total: Counts | null, made: FileAudience): NamedSheet {
  const above = top(made);
  const headings = above.length + 1;
  const rows = groups.map(
    (group): Row => [
      text(group.label),
      ...countFields.map((field) => number(group.counts[field])),
      text(rateText(acceptanceRate(group.counts))),
      text(rateText(implementationRate(group.counts))),
    ],
  );
  const data: Row[] = [
    ...above,
    [
      head(heading),
      ...countFields.map((field) => head(countLabels[field])),
      head(`Acceptance rate (${definitions.acceptance})`),
      head(`Implementation rate (${definitions.implementation})`),
    ],
    ...rows,
  ];
  if (total) {
    const line = headings + groups.length + 1;
    data.push([
      text('Total', bold),
      ...countFields.map((field) => number(total[field], bold)),
      text(rateText(acceptanceRate(total)), bold),
      text(rateText(implementationRate(total)), bold),
    ]);
    data.push([
      text('Sum of the rows above'),
      ...countFields.map((_field, index) => formula(`=SUM(${columnName(index + 1)}${headings + 1}:${columnName(index + 1)}${line - 1})`)),
      null,
      null,
    ]);
    data.push([
      text('Difference'),
      ...countFields.map((_field, index) => formula(`=${columnName(index + 1)}${line}-${columnName(index + 1)}${line + 1}`)),
      null,
      null,
    ]);
  }
  return { sheet: name, data, columns: [{ width: 30 }, ...countFields.map(() => ({ width: 14 })), { width: 24 }, { width: 24 }] };
}

const activityHeadings = ['Activity', 'Organization', 'Serves', 'Lead', 'Begins', 'Ends', 'Indicator', 'So far', 'Evidence', 'Confirmed'];
/** The activities that serve the actions, one row each; no sheet where there are none. */
const activitySheets = ({ activities }: UptakeDocument, made: FileAudience): NamedSheet[] =>
  activities.length === 0
    ? []
    : [
        {
          sheet: 'Activities',
          data: [
            ...top(made),
            activityHeadings.map(head),
            ...activities.map(
              (one): Row =>
                [
                  one.title,
                  one.organizationName,
                  servesText(one),
                  one.lead ?? '',
                  one.startsOn ?? '',
                  one.endsOn ?? '',
                  one.indicator ?? '',
                  one.result ?? '',
                  one.evidence.map(({ label, address }) => (label ? `${label}: ${address}` : address)).join('\n'),
                  one.confirmedOn ?? 'not yet',
                ].map((value) => (value === '' ? null : text(value, { wrap: true }))),
            ),
          ],
          columns: [44, 16, 40, 30, 12, 12, 40, 40, 40, 12].map((width) => ({ width })),
        },
      ];

const judgementHeadings = ['Organization', 'Recommendation', 'Judgement', 'Priority', 'Reason', 'By', 'Reference', 'As of', 'Recorded'];
/** The judgements that stand on the actions; no sheet where there are none. */
const judgementSheets = ({ judgements }: UptakeDocument, made: FileAudience): NamedSheet[] =>
  judgements.length === 0
    ? []
    : [
        {
          sheet: 'Judgements',
          data: [
            ...top(made),
            judgementHeadings.map(head),
            ...judgements.map(
              (one): Row =>
                [
                  one.organizationName,
                  String(one.recommendationNumber ?? one.recommendationSlug),
                  inWords(one.judgement),
                  one.priority ? 'yes' : 'no',
                  one.reason,
                  one.voice === 'JIU' ? 'Joint Inspection Unit' : 'CEB secretariat',
                  one.reference ?? '',
                  one.effectiveDate,
                  one.judgedOn,
                ].map((value) => (value === '' ? null : text(value, { wrap: true }))),
            ),
          ],
          columns: [16, 16, 24, 10, 60, 24, 24, 12, 12].map((width) => ({ width })),
        },
      ];

const aboutSheet = (document: UptakeDocument, made: FileAudience): NamedSheet => ({
  sheet: 'About',
  data: [
    ...top(made),
    [text(document.title, { fontWeight: 'bold', fontSize: 14 })],
    ...basisOf(document, { ...made, marking: null }).map((line): Row => [text(line, { wrap: true })]),
    [text(`Acceptance rate: ${definitions.acceptance}. Implementation rate: ${definitions.implementation}.`)],
    [
      text(
        'Overdue: the deadline of the recommendation or the own target date passed without implementation. Long outstanding: five years passed since the report without implementation.',
        { wrap: true },
      ),
    ],
    ...(document.organization
      ? [
          [
            text(
              made.marking === null
                ? 'This is the public workbook, for reading. To fill in a table and load it back, take the internal one.'
                : `The sheet "${TABLE_SHEET}" can be filled and loaded back. Rows that are left as they are change nothing.`,
              { wrap: true },
            ),
          ] as Row,
        ]
      : []),
    [],
    ...(document.organization && made.marking !== null
      ? [[head('Column'), head('What to write')] as Row, ...columns.map((column): Row => [text(column.heading), text(column.help)])]
      : []),
  ],
  columns: [{ width: 90 }, { width: 70 }],
});

/** What a printed page of each sheet says: the mark of an internal workbook above, the number of the page below. */
const everyPage = ({ marking }: FileAudience): string =>
  `<headerFooter>${marking === null ? '' : `<oddHeader>&amp;C&amp;B${MARK}</oddHeader>`}<oddFooter>&amp;C${marking === null ? '' : `${MARK}. `}&amp;A, page &amp;P of &amp;N</oddFooter></headerFooter>`;

/**
 * The document as a workbook. Of an organization, the first sheet of the internal one can be filled and loaded back; for the
 * system there are the views by organization, recommendation and year. Every sum stands beside the formula that counts it again.
 */
export function workbookOf(document: UptakeDocument, made: FileAudience): Workbook {
  const byYear = groupSheet(
    'By year',
    'State on',
    document.byYear.map((group) => ({ ...group, label: group.at })),
    null,
    made,
  );
  const rows = [
    tableSheet(document.rows, made),
    stateSheet(document.rows, made),
    sumSheet(document, made),
    ...judgementSheets(document, made),
    ...activitySheets(document, made),
  ];
  const sheets: NamedSheet[] = document.organization
    ? [...rows, byYear, aboutSheet(document, made)]
    : [
        groupSheet('By organization', 'Organization', document.byOrganization, document.counts, made),
        groupSheet('By recommendation', 'Recommendation', document.byRecommendation, document.counts, made),
        byYear,
        ...rows,
        aboutSheet(document, made),
      ];
  return { kind: 'xlsx', sheets, page: everyPage(made) };
}
