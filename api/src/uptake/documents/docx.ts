import { servesText } from '../activity-dataset.ts';
import { inWords } from '../words.ts';
import { acceptanceRate, agreementRate, type Counts, definitions, implementationRate, percent, type Rate } from '../state.ts';
import { countCells } from '../table.ts';
import type { PlacedCell } from '../types.ts';
import { type FileAudience, MARK } from './audience.ts';
import { basisOf, type UptakeDocument } from './content.ts';
import type { Block, Docx } from './writing.ts';

export const heading = (text: string, level: 1 | 2): Block => ({ heading: text, level });
export const paragraph = (text: string, bold = false): Block => ({ text, bold });
export const table = (rows: string[][], widths: number[], { boldLast = false } = {}): Block => ({ rows, widths, boldLast });
const rateText = (rate: Rate) => `${rate.numerator} / ${rate.denominator}${percent(rate) === null ? '' : ` = ${percent(rate)} %`}`;

/** The counts of a table for a board, with headings short enough that no word is broken on a page across. */
const shortLabels: Partial<Record<keyof Counts, string>> = {
  addressed: 'Addressed',
  accepted: 'Accepted',
  implemented: 'of these: implemented',
  inProgress: 'of these: in progress',
  notStarted: 'of these: not started',
  underConsideration: 'Undecided',
  notAccepted: 'Not accepted',
  notRelevant: 'Not relevant',
  noInformation: 'No information',
  overdue: 'Overdue',
};
const shown = Object.keys(shortLabels) as (keyof Counts)[];
/** A column for the name, wide; one for each count; the two rates. */
const groupTable = (caption: string, first: string, groups: readonly { label: string; counts: Counts }[], total: Counts | null): Block => {
  const row = (label: string, counts: Counts) => [
    label,
    ...shown.map((field) => String(counts[field])),
    rateText(acceptanceRate(counts)),
    rateText(implementationRate(counts)),
  ];
  return {
    caption,
    rows: [
      [first, ...shown.map((field) => shortLabels[field] ?? ''), 'Acceptance rate', 'Implemented of accepted'],
      ...groups.map((group) => row(group.label, group.counts)),
      ...(total ? [row('Total', total)] : []),
    ],
    // The longest word of a heading fits its column at the size of a small table, and a rate stands on one line.
    widths: [2.6, ...shown.map(() => 1.15), 1.75, 1.75],
    boldLast: total !== null,
    small: true,
  };
};

const standingWords = {
  UNCONFIRMED: 'Unconfirmed',
  DOCUMENT: 'From document, not confirmed by the organization',
  UNOPPOSED: 'From document, unopposed by the organization',
};
const partWords = { ACCEPTANCE: 'Accepted in part', IMPLEMENTATION: 'Implemented in part', BOTH: 'Accepted and implemented in part' };
/** A day as people read it, on one line: 12 June 2026. */
const dayText = (day: string | null | undefined) => {
  if (!day) return '';
  const moment = new Date(`${day}T00:00:00Z`);
  return moment.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).replaceAll(' ', '\u00a0');
};
/** A line with its days as people read them; the marking stays as it stands on every page. */
const datesAsRead = (text: string, { marking }: FileAudience) => (text === marking ? text : text.replace(/\d{4}-\d\d-\d\d/g, dayText));
const letters: Record<PlacedCell['status'], string> = {
  NO_INFORMATION: '–',
  UNDER_CONSIDERATION: 'C',
  NOT_ACCEPTED: 'N',
  NOT_RELEVANT: 'R',
  NOT_STARTED: 'S',
  IN_PROGRESS: 'P',
  IMPLEMENTED: 'I',
};
const statusText: Record<PlacedCell['status'], string> = {
  NO_INFORMATION: 'no information',
  UNDER_CONSIDERATION: 'under consideration',
  NOT_ACCEPTED: 'not accepted',
  NOT_RELEVANT: 'not relevant',
  NOT_STARTED: 'accepted, not started',
  IN_PROGRESS: 'accepted, in progress',
  IMPLEMENTED: 'implemented',
};
const LEGEND = [
  'L: for decision by a governing body. E: for action by an executive head.',
  `Letters: ${Object.entries(letters)
    .map(([status, letter]) => `${letter} ${statusText[status as PlacedCell['status']]}`)
    .join('; ')}. An empty cell: the recommendation is not addressed to the organization.`,
  '! overdue: the deadline or the own target date passed without implementation. ? not confirmed by a second person of the organization. § taken from a document. ~ doubtful gap of the printed table, not counted.',
  'Long outstanding: not implemented five years after the report.',
];
const numberOf = (cell: PlacedCell) => String(cell.recommendation.number ?? cell.recommendation.label);
const letterOf = (cell: PlacedCell) =>
  [
    letters[cell.status],
    cell.overdue ? '!' : '',
    cell.standing && cell.standing !== 'CONFIRMED' ? (cell.standing === 'UNCONFIRMED' ? '?' : '§') : '',
    cell.addressed ? '' : '~',
  ].join('');

/** Organizations down, recommendations across. */
function matrixTable({ matrix, rows }: UptakeDocument): Block {
  const at = new Map(rows.map(({ cell }) => [`${cell.organizationId} ${cell.recommendationId}`, cell]));
  return {
    caption: 'Organizations and recommendations',
    rows: [
      ['Organization', ...matrix.recommendations.map((one) => `${one.number ?? one.label} (${one.kind === 'LEGISLATIVE' ? 'L' : 'E'})`)],
      ...matrix.columns.map((organization) => [
        organization.shortName,
        ...matrix.recommendations.map((recommendation) => {
          const cell = at.get(`${organization.id} ${recommendation.id}`);
          return cell ? letterOf(cell) : '';
        }),
      ]),
    ],
    widths: [3, ...matrix.recommendations.map(() => 1)],
  };
}

/** Who is late with what, and who has reported nothing, by name. */
function lateAndSilent({ matrix, rows, byOrganization }: UptakeDocument): Block[] {
  const late = matrix.columns.flatMap((organization) => {
    const cells = rows.map(({ cell }) => cell).filter((cell) => cell.organizationId === organization.id && cell.addressed && cell.overdue);
    return cells.length > 0 ? [[organization.shortName, cells.map((cell) => `${numberOf(cell)} (since ${dayText(cell.overdueSince)})`).join(', ')]] : [];
  });
  const silent = byOrganization.filter(({ counts }) => counts.addressed > 0 && counts.noInformation === counts.addressed).map(({ label }) => label);
  return [
    heading('Overdue, by organization', 2),
    late.length === 0
      ? paragraph('Nothing is overdue.')
      : { caption: 'Overdue recommendations', rows: [['Organization', 'Recommendations'], ...late], widths: [2, 8] },
    heading('Organizations that have not reported', 2),
    paragraph(silent.length === 0 ? 'Every organization has reported on an action.' : `${silent.length}: ${silent.join(', ')}.`),
  ];
}

/** What is in another state than at the end of the quarter before, and what is done since. */
function changesSince({ since, organization }: UptakeDocument): Block[] {
  const day = dayText(since.day);
  const rows = since.changes.map(({ cell, was }) => [
    ...(organization ? [] : [cell.organization.shortName]),
    `${numberOf(cell)}. ${cell.recommendation.title}`,
    statusText[was],
    statusText[cell.status],
  ]);
  return [
    heading(`Changes since ${day}`, 2),
    rows.length === 0
      ? paragraph('No action is in another state.')
      : {
          caption: `Actions in another state than on ${day}`,
          rows: [[...(organization ? [] : ['Organization']), 'Recommendation', 'Was', 'Is'], ...rows],
          widths: [...(organization ? [] : [2]), 5, 2.5, 2.5],
        },
    ...(since.activities.length === 0
      ? []
      : [
          {
            caption: `Activities recorded, changed or confirmed since ${day}`,
            rows: [
              [...(organization ? [] : ['Organization']), 'Activity', 'Serves'],
              ...since.activities.map((one) => [
                ...(organization ? [] : [one.organizationName]),
                one.demo ? `${one.title}\nDEMONSTRATION DATA` : one.title,
                servesText(one),
              ]),
            ],
            widths: [...(organization ? [] : [2]), 5, 5],
          },
        ]),
  ];
}

const forWhom = { PUBLIC: '', UN_SYSTEM: ' (for the UN system)', OWNERS: ' (for the organization and the secretariat)' } as const;
/** The table that the governing body of an organization expects: each recommendation with decision, progress and who answers for it. */
function actionTable(document: UptakeDocument): Block {
  return {
    caption: 'Decisions and progress',
    rows: [
      ['No.', 'Recommendation', 'For', 'Acceptance', 'Implementation', 'Since', 'Target date', 'Responsible', 'Decision', 'Remarks'],
      ...document.rows.map(({ cell, entry }) => [
        numberOf(cell),
        cell.recommendation.title,
        cell.kind === 'LEGISLATIVE' ? 'L' : 'E',
        cell.acceptance ? inWords(cell.acceptance) : 'No information',
        inWords(cell.implementation),
        dayText(cell.effectiveDate),
        dayText(cell.targetDate),
        [entry?.responsibleUnit, entry?.officer].filter(Boolean).join('\n'),
        entry?.decisionSymbol ?? '',
        [
          cell.overdue ? `Overdue since ${dayText(cell.overdueSince)}, ${cell.overdueDays} days` : '',
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
    widths: [0.8, 4.2, 0.8, 2.1, 2.4, 1.9, 1.9, 3, 2.2, 3.2],
    small: true,
  };
}

/** What an organization says of each action, with its evidence and what came of it. */
const saidOf = (document: UptakeDocument): Block[] =>
  document.rows.flatMap(({ cell, entry }) => {
    if (!entry) return [];
    const evidence = entry.evidence.map((item) => {
      const place = item.address ?? item.recordTitle ?? (item.file ? `file ${item.file.slice(0, 12)}` : '');
      return `${[item.label, place].filter(Boolean).join(': ')}${forWhom[item.audience]}`;
    });
    const said = [
      ['Management comment', entry.comment ? `${entry.comment}${forWhom[entry.commentAudience as keyof typeof forWhom]}` : ''],
      ['Impact seen', entry.impactSeen ?? ''],
      ['Decision of the governing body', entry.decisionSymbol ?? ''],
      ['Financial implication', entry.financialImplication ? `${entry.financialImplication}${forWhom.UN_SYSTEM}` : ''],
      ['Evidence', evidence.join('\n')],
    ].filter(([, text]) => text);
    return said.length === 0
      ? []
      : [
          {
            caption: `Recommendation ${numberOf(cell)}: ${cell.recommendation.title}`,
            rows: [['What', 'As reported'], ...said.map(([what = '', text = '']) => [what, text])],
            widths: [2, 8],
          },
        ];
  });

/** What the secretariat or the Joint Inspection Unit finds, beside what the organizations say. */
function judgementBlocks({ judgements, organization, counts }: UptakeDocument): Block[] {
  if (judgements.length === 0) return [];
  return [
    heading('What the secretariat and the Joint Inspection Unit find', 2),
    paragraph(
      `A judgement stands beside the claim of an organization and changes nothing of it. Agreement (${definitions.agreement}): ${rateText(agreementRate(counts))}.`,
    ),
    {
      caption: 'Judgements that stand',
      rows: [
        [...(organization ? [] : ['Organization']), 'No.', 'Judgement', 'Reason', 'By', 'As of'],
        ...judgements.map((one) => [
          ...(organization ? [] : [one.organizationName]),
          String(one.recommendationNumber ?? one.recommendationSlug),
          `${inWords(one.judgement)}${one.priority ? ', priority' : ''}`,
          `${one.reason}${one.demo ? '\nDEMONSTRATION DATA' : ''}`,
          [one.voice === 'JIU' ? 'Joint Inspection Unit' : 'CEB secretariat', one.reference].filter(Boolean).join(', '),
          dayText(one.effectiveDate),
        ]),
      ],
      widths: [...(organization ? [] : [1.8]), 0.8, 2.2, 4.5, 2.2, 1.6],
      small: true,
    },
  ];
}

/** The activities that serve the actions of the document, each once. */
function activityBlocks({ activities, organization }: UptakeDocument): Block[] {
  if (activities.length === 0) return [];
  return [
    heading('Activities', 2),
    paragraph('Each activity stands once, with every recommendation that it serves, also of other reports.'),
    {
      caption: 'Activities and what they serve',
      rows: [
        [...(organization ? [] : ['Organization']), 'Activity', 'Serves', 'Lead', 'From', 'To', 'Indicator', 'So far'],
        ...activities.map((one) => [
          ...(organization ? [] : [one.organizationName]),
          [
            `${one.title}${forWhom[one.audience]}`,
            one.demo ? 'DEMONSTRATION DATA' : '',
            one.confirmedOn ? '' : 'Unconfirmed',
            ...one.evidence.map(({ label, address }) => label ?? address),
          ]
            .filter(Boolean)
            .join('\n'),
          one.actions.map((action) => `${action.symbol}, ${action.recommendationNumber ?? action.recommendationSlug}`).join('\n'),
          one.lead ?? '',
          dayText(one.startsOn),
          dayText(one.endsOn),
          one.indicator ?? '',
          one.result ?? '',
        ]),
      ],
      widths: [...(organization ? [] : [1.8]), 3.4, 2.4, 2, 1.6, 1.6, 2.6, 2.6],
      small: true,
    },
  ];
}

/** For whom a document is, by the most sensitive of what is in it. */
function classificationOf(document: UptakeDocument, { marking }: FileAudience): string {
  if (marking === null) return 'Classification: public. It holds what is public and confirmed.';
  const entries = document.rows.flatMap(({ entry }) => entry ?? []);
  const audiences = entries
    .flatMap((entry) => [...(entry.comment ? [entry.commentAudience] : []), ...entry.evidence.map((item) => item.audience)])
    .concat(document.activities.map((one) => one.audience));
  if (audiences.includes('OWNERS')) return 'Classification: internal, for the organization and the secretariat. Some of its content is for nobody else.';
  return 'Classification: internal, for the United Nations system.';
}

/**
 * The document as DOCX: for an organization its actions, what it says of them and their sums; for the system the matrix and
 * the views by recommendation, organization and year, with who is late and who is silent. Every total is counted in two
 * ways; where they do not agree, the document says so. A thread writes it.
 */
export function docxOf(document: UptakeDocument, made: FileAudience): Docx {
  const { counts, rows } = document;
  const kind = (letter: PlacedCell['kind']) => countCells(rows.map(({ cell }) => cell).filter((cell) => cell.kind === letter));
  const titles = new Map(document.matrix.recommendations.map((one) => [one.id, one]));
  const wrong = document.checks.filter(({ left, right }) => left !== right);
  const blocks: Block[] = [
    {
      title: document.title,
      lines: [document.matrix.report.title, classificationOf(document, made), ...basisOf(document, made).map((text) => datesAsRead(text, made)), ...LEGEND],
    },
    heading('Figures', 2),
    groupTable(
      'All actions, and those of governing bodies and executive heads',
      'Addressed to',
      [
        { label: 'Governing bodies (L)', counts: kind('LEGISLATIVE') },
        { label: 'Executive heads (E)', counts: kind('EXECUTIVE') },
      ],
      counts,
    ),
    paragraph(
      `Acceptance rate (${definitions.acceptance}): ${rateText(acceptanceRate(counts))}. Implementation rate (${definitions.implementation}): ${rateText(implementationRate(counts))}.`,
    ),
    ...(document.organization
      ? [heading('Recommendations', 2), actionTable(document), heading('What the organization says of each', 2), ...saidOf(document)]
      : [
          heading('Matrix', 2),
          matrixTable(document),
          heading('By recommendation', 2),
          groupTable(
            'By recommendation',
            'Recommendation',
            document.byRecommendation.map((group) => {
              const one = titles.get(group.key);
              return { ...group, label: one ? `${one.number ?? one.label} (${one.kind === 'LEGISLATIVE' ? 'L' : 'E'}). ${one.title}` : group.label };
            }),
            counts,
          ),
          heading('By organization', 2),
          groupTable('By organization', 'Organization', document.byOrganization, counts),
          ...lateAndSilent(document),
        ]),
    ...judgementBlocks(document),
    ...activityBlocks(document),
    ...changesSince(document),
    heading('By year', 2),
    groupTable(
      'State at the end of each year',
      'State on',
      document.byYear.map((group) => ({ ...group, label: dayText(group.at) })),
      null,
    ),
    heading('How it was counted', 2),
    paragraph(
      wrong.length === 0
        ? `Every total was counted from the actions, and again in another way: ${document.checks.length} comparisons, no difference.`
        : `Of ${document.checks.length} comparisons of two ways of counting, ${wrong.length} differ: ${wrong.map(({ label, left, right }) => `${label} (${left}, ${right})`).join('; ')}.`,
      wrong.length > 0,
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
