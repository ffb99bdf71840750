import { inWords } from '../words.ts';
import { acceptanceRate, type Counts, countFields, definitions, implementationRate, percent, type Rate } from '../state.ts';
import type { Group } from '../table.ts';
import { type FileAudience, MARK } from './audience.ts';
import { basisOf, countLabels, type UptakeDocument } from './content.ts';
import type { Block, Docx } from './writing.ts';

export const heading = (text: string, level: 1 | 2): Block => ({ heading: text, level });
export const paragraph = (text: string, bold = false): Block => ({ text, bold });
export const table = (rows: string[][], widths: number[], { boldLast = false } = {}): Block => ({ rows, widths, boldLast });
const rateText = (rate: Rate) => `${rate.numerator} / ${rate.denominator}${percent(rate) === null ? '' : ` = ${percent(rate)} %`}`;

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

const standingWords = {
  UNCONFIRMED: 'Unconfirmed',
  DOCUMENT: 'From document, not confirmed by the organization',
  UNOPPOSED: 'From document, unopposed by the organization',
};
const partWords = { ACCEPTANCE: 'Accepted in part', IMPLEMENTATION: 'Implemented in part', BOTH: 'Accepted and implemented in part' };
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
          entry && cell.standing !== 'CONFIRMED' && cell.standing ? standingWords[cell.standing] : '',
          cell.judgement ? `${inWords(cell.judgement)} by the secretariat or JIU` : '',
          cell.priority ? 'Priority' : '',
          entry?.inPart ? partWords[entry.inPart as keyof typeof partWords] : '',
          cell.addressed ? '' : `Doubtful, not counted. ${cell.note ?? ''}`,
          cell.demo ? 'DEMONSTRATION DATA' : '',
        ]
          .filter(Boolean)
          .join('\n'),
      ]),
    ],
    [1, 4, 1, 2.2, 2.4, 1.9, 1.9, 3, 2.2, 5, 3.4],
  );

/**
 * The document as DOCX: for an organization its actions and their sums, for the system the views by organization,
 * recommendation and year. The last part shows every total counted in two ways. A thread writes it.
 */
export function docxOf(document: UptakeDocument, made: FileAudience): Docx {
  const counts = document.counts;
  const blocks: Block[] = [
    heading(document.title, 1),
    ...basisOf(document, made).map((text) => paragraph(text, text === made.marking)),
    heading('Figures', 2),
    table(
      [countFields.map((field) => countLabels[field]), countFields.map((field) => String(counts[field]))],
      countFields.map(() => 1),
    ),
    paragraph(''),
    paragraph(
      `Acceptance rate (${definitions.acceptance}): ${rateText(acceptanceRate(counts))}. Implementation rate (${definitions.implementation}): ${rateText(implementationRate(counts))}.`,
    ),
    ...(document.organization
      ? [heading('Recommendations', 2), actionTable(document)]
      : [
          heading('By organization', 2),
          groupTable('Organization', document.byOrganization, counts),
          heading('By recommendation', 2),
          groupTable('Recommendation', document.byRecommendation, counts),
        ]),
    heading('By year', 2),
    groupTable(
      'State on',
      document.byYear.map((group) => ({ ...group, label: group.at })),
      null,
    ),
    heading('Cross-footing', 2),
    paragraph('Every total is counted from the rows, and again in another way. The last column must be 0 throughout.'),
    table(
      [
        ['What', 'One way', 'The other way', 'Difference'],
        ...document.checks.map((check) => [check.label, String(check.left), String(check.right), String(check.left - check.right)]),
      ],
      [8, 1, 1, 1],
    ),
  ];
  return {
    kind: 'docx',
    title: made.marking === null ? document.title : `${document.title} [${MARK}]`,
    footer: document.title,
    mark: made.marking === null ? null : MARK,
    blocks,
  };
}
