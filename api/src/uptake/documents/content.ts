import type { Database, Trx } from '#prisma/database.ts';
import type { Viewer } from '#search/engine.ts';
import { type Activity, readActivities } from '../activity-read.ts';
import { type JudgementRow, readJudgements } from '../judge.ts';
import { type Entry, readEntries } from '../history.ts';
import type { UptakeAccess } from '../policy.ts';
import { type Counts, countFields, lastDay, noCounts, sum } from '../state.ts';
import type { Moment } from '../holding.ts';
import { countCells, type Group, type Matrix, readGroups, readMatrix } from '../table.ts';
import { type PlacedCell, placeCells } from '../types.ts';
import type { FileAudience } from './audience.ts';

/** Two figures that must be equal, counted in two ways. */
export type Check = { label: string; left: number; right: number };
/** One action of a document with the entry that holds. */
export type DocumentRow = { cell: PlacedCell; entry: Entry | null };
export type UptakeDocument = {
  title: string;
  matrix: Matrix;
  organization: { slug: string; shortName: string; name: string } | null;
  rows: DocumentRow[];
  counts: Counts;
  checks: Check[];
  byOrganization: Group[];
  byRecommendation: Group[];
  byYear: Group[];
  /** The activities that serve one of the actions, each once. */
  activities: Activity[];
  /** The judgements that stand on the actions, the last of each. */
  judgements: JudgementRow[];
  /** What is in another state than on the last day of the quarter before. */
  since: { day: string; changes: { cell: PlacedCell; was: PlacedCell['status'] }[]; activities: Activity[] };
};

/** The words for each count, in documents. */
export const countLabels: Record<keyof Counts, string> = {
  addressed: 'Addressed',
  noInformation: 'No information',
  underConsideration: 'Under consideration',
  notAccepted: 'Not accepted',
  notRelevant: 'Not relevant',
  accepted: 'Accepted',
  notStarted: 'Accepted, not started',
  inProgress: 'Accepted, in progress',
  implemented: 'Accepted, implemented',
  overdue: 'Overdue',
  longOutstanding: 'Long outstanding',
  unconfirmed: 'Unconfirmed',
  fromDocument: 'From documents',
  judged: 'Judged as to implementation',
  agreed: 'Found verified or closed',
  priority: 'Priority',
};

/** The counts of the same rows made in two ways must agree; every document prints these lines. */
function crossFoot(counts: Counts, cells: readonly PlacedCell[], others: { label: string; total: Counts }[]): Check[] {
  const states = counts.noInformation + counts.underConsideration + counts.notAccepted + counts.notRelevant + counts.accepted;
  const byKind = (kind: PlacedCell['kind']) => cells.filter((cell) => cell.addressed && cell.kind === kind).length;
  return [
    { label: 'No information + under consideration + not accepted + not relevant + accepted = addressed', left: states, right: counts.addressed },
    { label: 'Not started + in progress + implemented = accepted', left: counts.notStarted + counts.inProgress + counts.implemented, right: counts.accepted },
    { label: 'Legislative (L) + executive (E) = addressed', left: byKind('LEGISLATIVE') + byKind('EXECUTIVE'), right: counts.addressed },
    ...others.flatMap(({ label, total }) =>
      countFields.map((field) => ({ label: `${label}: ${countLabels[field].toLowerCase()}`, left: total[field], right: counts[field] })),
    ),
  ];
}

/**
 * What a document says: the table of a report for one organization, or for the system. Every total is counted from the
 * rows, and again in another way.
 * @param organization slug; null for the system
 * @returns null when there is no such report or organization
 */
export async function readDocument(
  db: Database | Trx,
  viewer: Viewer,
  access: UptakeAccess,
  report: string | null,
  organization: string | null,
  moment: Moment,
): Promise<UptakeDocument | null> {
  const whole = await readMatrix(db, viewer, access, report, moment);
  if (!whole) return null;
  const column = organization === null ? null : whole.columns.find((one) => one.slug === organization);
  if (column === undefined) return null;
  const matrix: Matrix = column ? { ...whole, cells: whole.cells.filter((cell) => cell.organizationId === column.id) } : whole;
  const cells = placeCells(matrix);
  const entries = new Map(
    (
      await readEntries(db, viewer, access, {
        ids: cells.flatMap((cell) => cell.entryId ?? []),
        demo: moment.demo !== false,
        withdrawn: true,
        known: moment.known,
      })
    ).map((entry) => [entry.id, entry]),
  );
  const counts = countCells(cells);
  // Counted a second time by the statement that adds up in the database, not from the rows above.
  const request = { ...moment, report: whole.report.key, organization: column ? column.slug : null };
  const { groups: byRecommendation } = await readGroups(db, viewer, access, { ...request, by: 'RECOMMENDATION' });
  const byOrganization = column ? [] : (await readGroups(db, viewer, access, { ...request, by: 'ORGANIZATION' })).groups;
  const { groups: byYear } = await readGroups(db, viewer, access, { ...request, by: 'YEAR' });
  const last = byYear.at(-1);
  const checks = crossFoot(counts, cells, [
    ...(column ? [] : [{ label: 'Sum of the organizations', total: sum(byOrganization.map((group) => group.counts)) }]),
    { label: 'Sum of the recommendations', total: sum(byRecommendation.map((group) => group.counts)) },
    { label: 'Last year', total: last?.counts ?? noCounts() },
  ]);
  const day = quarterBefore(moment.at);
  const before = await readMatrix(db, viewer, access, whole.report.key, { ...moment, at: day, known: day });
  const statusBefore = new Map(before?.cells.map((cell) => [cell.actionId, cell.status]));
  const changes = cells.flatMap((cell) => {
    const was = statusBefore.get(cell.actionId);
    return was && was !== cell.status ? [{ cell, was }] : [];
  });
  const activities = await readActivities(db, viewer, access, {
    report: whole.report.key,
    known: moment.known,
    confirmedOnly: moment.confirmedOnly,
    demo: moment.demo !== false,
    ...(column ? { organizations: [column.slug] } : {}),
  });
  const given = await readJudgements(db, viewer, access, {
    reportId: whole.report.id,
    known: moment.known,
    demo: moment.demo !== false,
    organization: column?.slug ?? null,
  });
  const standing = given
    .filter((one) => one.effectiveDate <= moment.at)
    .sort((a, b) => (a.effectiveDate < b.effectiveDate ? 1 : a.effectiveDate > b.effectiveDate ? -1 : 0));
  const judgements = [...new Map(standing.toReversed().map((one) => [one.actionId, one])).values()];
  const name = whole.report.symbol ?? whole.report.title;
  return {
    title: column ? `${column.shortName}: uptake of the recommendations of ${name}` : `Uptake of the recommendations of ${name} in the United Nations system`,
    matrix,
    organization: column,
    rows: cells.map((cell) => ({ cell, entry: cell.entryId ? (entries.get(cell.entryId) ?? null) : null })),
    counts,
    checks,
    byOrganization,
    byRecommendation,
    byYear,
    activities,
    judgements,
    since: { day, changes, activities: activities.filter((one) => one.enteredOn > day || (one.confirmedOn ?? '') > day) },
  };
}
/** The last day of the quarter before the one of a day. */
const quarterBefore = (day: string) => {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return lastDay(month <= 3 ? `${year - 1}-12` : `${year}-${String(Math.floor((month - 1) / 3) * 3).padStart(2, '0')}`);
};

/** The lines that every document carries: for whom, from when, on what basis. */
export function basisOf(document: UptakeDocument, { access, marking }: Pick<FileAudience, 'access' | 'marking'>): string[] {
  const { moment, report } = document.matrix;
  const cells = document.rows.map((row) => row.cell);
  return [
    ...(marking === null ? [] : [marking]),
    `State of ${moment.at}${moment.known === moment.at ? ', as it was recorded by then' : `, as known on ${moment.known}`}. Source: ${report.symbol ?? report.title}.`,
    access.unconfirmed && !moment.confirmedOnly
      ? 'Entries that a second person of the organization has not confirmed yet are included and marked "unconfirmed".'
      : 'Only entries that a second person of the organization confirmed are included, and of these only what is public.',
    ...(cells.some((cell) => cell.standing === 'DOCUMENT')
      ? [
          `What the secretariat took from documents, and the organizations have not confirmed, is counted: ${cells.filter((cell) => cell.addressed && cell.standing === 'DOCUMENT').length}. It is marked "from document".`,
        ]
      : []),
    ...(cells.some((cell) => cell.standing === 'UNOPPOSED')
      ? [
          `Taken from documents, and left without an answer by the organizations that were told: ${cells.filter((cell) => cell.addressed && cell.standing === 'UNOPPOSED').length}. It is marked "from document, unopposed".`,
        ]
      : []),
    `Doubtful gaps of the printed table are shown, marked and not counted: ${cells.filter((cell) => !cell.addressed).length}.`,
    ...(cells.some((cell) => cell.demo) ? ['DEMONSTRATION DATA: this document contains made-up entries and must not be published.'] : []),
  ];
}
