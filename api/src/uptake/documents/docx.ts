import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { keepable } from '#prisma/content/text.ts';
import { inWords } from '../words.ts';
import { acceptanceRate, type Counts, countFields, definitions, implementationRate, percent, type Rate } from '../state.ts';
import type { Group } from '../table.ts';
import { type FileAudience, MARK } from '../../export/audience.ts';
import { basisOf, countLabels, type UptakeDocument } from './content.ts';

/** The width of an A4 page across without its margins, in twentieths of a point. */
const WIDTH = 14_400;
const line = (text: string, bold = false) =>
  new Paragraph({
    children: keepable(text)
      .split('\n')
      .map((part, index) => new TextRun({ text: part, bold, size: 18, ...(index > 0 ? { break: 1 } : {}) })),
  });
const paragraph = (text: string, bold = false) => new Paragraph({ children: [new TextRun({ text: keepable(text), bold })], spacing: { after: 120 } });
const heading = (text: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel]) =>
  new Paragraph({ text: keepable(text), heading: level, spacing: { before: 240, after: 120 } });
const rateText = (rate: Rate) => `${rate.numerator} / ${rate.denominator}${percent(rate) === null ? '' : ` = ${percent(rate)} %`}`;

/** A table whose first row is repeated on every page; widths are parts of the whole. */
function table(rows: string[][], widths: number[], { boldLast = false } = {}): Table {
  const whole = widths.reduce((total, width) => total + width, 0);
  const size = widths.map((width) => Math.round((WIDTH * width) / whole));
  return new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: size,
    rows: rows.map(
      (cells, index) =>
        new TableRow({
          tableHeader: index === 0,
          cantSplit: true,
          children: cells.map(
            (cell, at) =>
              new TableCell({
                width: { size: size[at] ?? 0, type: WidthType.DXA },
                margins: { top: 40, bottom: 40, left: 80, right: 80 },
                children: [line(cell, index === 0 || (boldLast && index === rows.length - 1))],
              }),
          ),
        }),
    ),
  });
}

const groupTable = (first: string, groups: readonly Group[], total: Counts | null) =>
  table(
    [
      [first, ...countFields.map((field) => countLabels[field]), 'Acceptance rate', 'Implementation rate'],
      ...groups.map((group) => [
        group.label,
        ...countFields.map((field) => String(group.counts[field])),
        rateText(acceptanceRate(group.counts)),
        rateText(implementationRate(group.counts)),
      ]),
      ...(total ? [['Total', ...countFields.map((field) => String(total[field])), rateText(acceptanceRate(total)), rateText(implementationRate(total))]] : []),
    ],
    [3, ...countFields.map(() => 1.5), 2, 2],
    { boldLast: total !== null },
  );

/** The table that the governing body of an organization expects: each recommendation with decision, progress and who answers for it. */
const actionTable = (document: UptakeDocument) =>
  table(
    [
      ['No.', 'Recommendation', 'For', 'Acceptance', 'Implementation', 'Since', 'Target date', 'Responsible', 'Decision', 'Management comment', 'Remarks'],
      ...document.rows.map(({ cell, entry }) => [
        String(cell.recommendation.number ?? cell.recommendation.label),
        cell.recommendation.title,
        cell.kind === 'LEGISLATIVE' ? 'L' : 'E',
        cell.acceptance ? inWords(cell.acceptance) : 'No information',
        inWords(cell.implementation),
        cell.effectiveDate ?? '',
        cell.targetDate ?? '',
        [entry?.responsibleUnit, entry?.officer].filter(Boolean).join('\n'),
        entry?.decisionSymbol ?? '',
        entry?.comment ?? '',
        [
          cell.overdue ? `Overdue since ${cell.overdueSince} (${cell.overdueDays} days)` : '',
          cell.longOutstanding ? 'Long outstanding' : '',
          entry && !cell.confirmed ? 'Unconfirmed' : '',
          cell.addressed ? '' : `Doubtful, not counted. ${cell.note ?? ''}`,
          cell.demo ? 'DEMONSTRATION DATA' : '',
        ]
          .filter(Boolean)
          .join('\n'),
      ]),
    ],
    [1, 4, 1, 2.2, 2.4, 1.9, 1.9, 3, 2.2, 5, 3.4],
  );

/** What stands on every page: the mark of an internal document above and below, the number of the page below. */
function everyPage(title: string, { marking }: FileAudience) {
  const mark = (text: string) => new TextRun({ text, bold: true, color: '9B1C1C', size: 18 });
  const footer = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      ...(marking === null ? [] : [mark(`${MARK}. `)]),
      new TextRun({ text: `${title}. `, size: 16 }),
      new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES], size: 16 }),
    ],
  });
  return {
    footers: { default: new Footer({ children: [footer] }) },
    ...(marking === null
      ? {}
      : { headers: { default: new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [mark(MARK)] })] }) } }),
  };
}

/**
 * The document as DOCX: for an organization its actions and their sums, for the system the views by organization,
 * recommendation and year. The last part shows every total counted in two ways.
 */
export function writeDocx(document: UptakeDocument, made: FileAudience): Promise<Buffer> {
  const counts = document.counts;
  const children = [
    heading(document.title, HeadingLevel.HEADING_1),
    ...basisOf(document, made).map((text) => paragraph(text, text === made.marking)),
    heading('Figures', HeadingLevel.HEADING_2),
    table(
      [countFields.map((field) => countLabels[field]), countFields.map((field) => String(counts[field]))],
      countFields.map(() => 1),
    ),
    paragraph(''),
    paragraph(
      `Acceptance rate (${definitions.acceptance}): ${rateText(acceptanceRate(counts))}. Implementation rate (${definitions.implementation}): ${rateText(implementationRate(counts))}.`,
    ),
    ...(document.organization
      ? [heading('Recommendations', HeadingLevel.HEADING_2), actionTable(document)]
      : [
          heading('By organization', HeadingLevel.HEADING_2),
          groupTable('Organization', document.byOrganization, counts),
          heading('By recommendation', HeadingLevel.HEADING_2),
          groupTable('Recommendation', document.byRecommendation, counts),
        ]),
    heading('By year', HeadingLevel.HEADING_2),
    groupTable(
      'State on',
      document.byYear.map((group) => ({ ...group, label: group.at })),
      null,
    ),
    heading('Cross-footing', HeadingLevel.HEADING_2),
    paragraph('Every total is counted from the rows, and again in another way. The last column must be 0 throughout.'),
    table(
      [
        ['What', 'One way', 'The other way', 'Difference'],
        ...document.checks.map((check) => [check.label, String(check.left), String(check.right), String(check.left - check.right)]),
      ],
      [8, 1, 1, 1],
    ),
  ];
  const file = new Document({
    title: keepable(made.marking === null ? document.title : `${document.title} [${MARK}]`),
    creator: 'Atrium',
    styles: { default: { document: { run: { font: 'Arial', size: 20 } } } },
    sections: [
      {
        properties: {
          page: {
            size: { orientation: PageOrientation.LANDSCAPE, width: 11_906, height: 16_838 },
            margin: { top: 1000, bottom: 1000, left: 1200, right: 1200 },
          },
        },
        ...everyPage(document.title, made),
        children,
      },
    ],
  });
  return Packer.toBuffer(file);
}
