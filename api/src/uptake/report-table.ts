import { sql } from 'kysely';
import { actionTargets, writeActions } from '#prisma/actions.ts';
import { type ActionTable, impactLetters, recommendation } from '#prisma/content/recommendation.ts';
import { source } from '#prisma/content/source.ts';
import type { Database } from '#prisma/database.ts';
import type { Draft } from '#prisma/derive.ts';
import { hashOf } from '#prisma/hash.ts';
import { RecordLookup, UnknownTarget } from '#prisma/lookup.ts';
import { connectRecord, labelFacets, facetKeysOf, writeRecord } from '#prisma/publish.ts';

/** One fault of a report's table: the row as a spreadsheet counts it (the headings are row 1), the heading of the column, what to do. */
export type ReportFault = { row: number; column: string; message: string };

/** The columns beside those of the organizations, whose headings are their short names. */
const reportColumns = [
  'Report',
  'Report title',
  'Report author',
  'Report date',
  'Number',
  'Title',
  'Text',
  'Place',
  'Addressee',
  'Action',
  'Deadline',
  'Impact',
  'Impact text',
] as const;
/** In place of a number: the row marks the organizations to which the report goes for information only. */
const INFORMATION = 'I';
/** The second E is the Cyrillic letter, which scanned annexes contain. */
const marks = new Map([
  ['L', 'LEGISLATIVE'],
  ['E', 'EXECUTIVE'],
  ['\u0415', 'EXECUTIVE'],
  ['?', null],
]);
/** Reports loaded from a table stand after the one the library starts from. */
const AFTER = 1000;

/** "JIU/REP/2023/4" as a source key: "jiu-rep-2023-4". */
const keyOfSymbol = (symbol: string) =>
  symbol
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

type Parsed = { key: string; drafts: Draft[]; table: ActionTable };

/** Reads the table of a report; every fault is listed. */
function parseReport(rows: readonly (readonly string[])[], organizations: ReadonlySet<string>): { parsed: Parsed | null; faults: ReportFault[] } {
  const faults: ReportFault[] = [];
  const fault = (row: number, column: string, message: string) => faults.push({ row, column, message });
  const headings = (rows[0] ?? []).map((cell) => cell.trim());
  for (const name of reportColumns) if (!headings.includes(name)) fault(1, name, 'The column is missing.');
  for (const [index, name] of headings.entries()) if (name && headings.indexOf(name) !== index) fault(1, name, 'This column stands twice.');
  const columns = headings.filter((name) => name && !(reportColumns as readonly string[]).includes(name));
  for (const name of columns) if (!organizations.has(name)) fault(1, name, `There is no organization "${name}" in the library. Write its short name.`);
  if (columns.length === 0) fault(1, '', 'There is no column for an organization.');
  const body = rows
    .slice(1)
    .map((row, index) => ({ row: row.map((cell) => cell.trim()), number: index + 2 }))
    .filter(({ row }) => row.some(Boolean));
  const first = body[0];
  if (!first) fault(2, 'Report', 'There is no recommendation in the table.');
  if (!first || faults.length > 0) return { parsed: null, faults };

  const cell = (row: readonly string[], name: string) => row[headings.indexOf(name)] ?? '';
  const head = {
    symbol: cell(first.row, 'Report'),
    title: cell(first.row, 'Report title'),
    author: cell(first.row, 'Report author'),
    date: cell(first.row, 'Report date'),
  };
  const key = keyOfSymbol(head.symbol);
  const drafts: Draft[] = [];
  const table: ActionTable = { report: key, columns, forInformation: [], rows: [], cite: [{ source: key, place: 'table of actions' }] };
  const summary = `${head.symbol}: recommendations and the organizations they are addressed to.`;
  const document = source.safeParse({
    sourceKey: key,
    slug: key,
    position: AFTER,
    title: head.title,
    symbol: head.symbol,
    author: head.author,
    date: head.date || undefined,
    summary,
  });
  const headingOf: Record<string, string> = { title: 'Report title', author: 'Report author', date: 'Report date' };
  if (document.success) drafts.push({ kind: 'SOURCE', content: document.data as Draft['content'] });
  else for (const issue of document.error.issues) fault(first.number, headingOf[String(issue.path[0])] ?? 'Report', issue.message);

  const numbers = new Map<number, number>();
  for (const { row, number } of body) {
    const same = [
      ['Report', head.symbol],
      ['Report title', head.title],
      ['Report author', head.author],
      ['Report date', head.date],
    ] as const;
    for (const [name, value] of same)
      if (cell(row, name) !== value) fault(number, name, `All rows belong to one report: here "${cell(row, name)}", in row ${first.number} "${value}".`);
    if (cell(row, 'Number') === INFORMATION) {
      table.forInformation.push(...columns.filter((name) => cell(row, name)));
      continue;
    }
    const count = /^\d{1,3}$/.test(cell(row, 'Number')) ? Number(cell(row, 'Number')) : 0;
    if (!count) fault(number, 'Number', 'Write the number of the recommendation: 1, 2, 3.');
    const twice = numbers.get(count);
    if (count && twice) fault(number, 'Number', `Recommendation ${count} also stands in row ${twice}.`);
    numbers.set(count, number);
    const action = marks.get(cell(row, 'Action'));
    if (!action) fault(number, 'Action', 'Write L (for decision by the governing body) or E (for action by the executive head).');
    const cite = [{ source: key, place: cell(row, 'Place') || 'recommendations' }];
    const impact = cell(row, 'Impact');
    const knownImpact = (impactLetters as readonly string[]).includes(impact);
    if (impact && !knownImpact) fault(number, 'Impact', `Write a letter from ${impactLetters[0]} to ${impactLetters.at(-1)}, or nothing.`);
    const deadline = cell(row, 'Deadline');
    const content = recommendation.safeParse({
      sourceKey: `${key}-rec-${count}`,
      slug: `${key}-recommendation-${count}`,
      position: AFTER + count,
      kind: 'FORMAL',
      report: key,
      number: count || undefined,
      label: `Recommendation ${count}`,
      title: cell(row, 'Title'),
      text: { text: cell(row, 'Text'), cite },
      addressee: { value: cell(row, 'Addressee'), cite },
      action: action ?? undefined,
      ...(deadline ? { deadline: { date: deadline, text: deadline, cite } } : {}),
      ...(knownImpact ? { impact: { letter: impact, text: cell(row, 'Impact text') || impact, cite } } : {}),
      place: cell(row, 'Place'),
      cite,
    });
    const nameOf: Record<string, string> = {
      title: 'Title',
      text: 'Text',
      addressee: 'Addressee',
      deadline: 'Deadline',
      impact: 'Impact text',
      place: 'Place',
      cite: 'Place',
    };
    if (content.success) drafts.push({ kind: 'RECOMMENDATION', content: content.data as Draft['content'] });
    else for (const issue of content.error.issues) fault(number, nameOf[String(issue.path[0])] ?? 'Number', issue.message);
    const marked: string[] = [];
    const doubtful: { organization: string; note: string }[] = [];
    for (const name of columns) {
      const mark = cell(row, name);
      if (!mark) continue;
      if (!marks.has(mark)) fault(number, name, 'Write the mark of the recommendation, L or E, "?" where the reading is doubtful, or nothing.');
      else if (mark === '?') doubtful.push({ organization: name, note: 'The mark cannot be read with certainty.' });
      else if (action && marks.get(mark) !== action) fault(number, name, `The recommendation is marked ${cell(row, 'Action')}, this cell ${mark}.`);
      else marked.push(name);
    }
    if (marked.length === 0) fault(number, '', 'The recommendation is addressed to nobody.');
    if (action && marked.length > 0)
      table.rows.push({ recommendation: `${key}-rec-${count}`, action: action as 'LEGISLATIVE' | 'EXECUTIVE', organizations: marked, doubtful });
  }
  return { parsed: faults.length > 0 ? null : { key, drafts, table }, faults };
}

/**
 * Loads a JIU report from a table, all or nothing: one row a recommendation, one column an organization, marked L, E or
 * "?" as in the annex of such a report. Loading it again changes nothing; changed rows are written anew, what was
 * reported on them stays.
 * @param rows cells as text, headings first (documents/table.ts reads CSV and XLSX into them)
 * @returns the report's source key, or every fault by row and column
 */
export async function loadReport(db: Database, rows: readonly (readonly string[])[]): Promise<{ report: string; written: number } | { faults: ReportFault[] }> {
  const known = await sql<{ name: string }>`SELECT content->>'shortName' AS name FROM record WHERE kind = 'ORGANIZATION' AND archived_at IS NULL`.execute(db);
  const { parsed, faults } = parseReport(rows, new Set(known.rows.map((row) => row.name)));
  if (!parsed) return { faults };
  const taken = await db
    .selectFrom('record')
    .select(['id'])
    .where('kind', '=', 'SOURCE')
    .where('sourceKey', '=', parsed.key)
    .where('seedHash', 'is not', null)
    .where('position', '<', AFTER)
    .executeTakeFirst();
  if (taken) return { faults: [{ row: 2, column: 'Report', message: 'This report came with the library; it is not loaded from a table.' }] };
  try {
    return await db.transaction().execute(async (trx) => {
      const written: { id: string; draft: Draft }[] = [];
      for (const draft of parsed.drafts) {
        const before = await trx
          .selectFrom('record')
          .select(['hash'])
          .where('kind', '=', draft.kind)
          .where('sourceKey', '=', draft.content.sourceKey ?? '')
          .executeTakeFirst();
        if (before?.hash !== hashOf(draft.content)) written.push({ id: await writeRecord(trx, draft, { seed: true }), draft });
      }
      const lookup = await RecordLookup.of(
        trx,
        written.map(({ draft }) => draft),
        actionTargets(parsed.table),
      );
      const keys: string[] = [];
      for (const { id, draft } of written)
        keys.push(...(await connectRecord(trx, id, draft, lookup)).facetKeys, ...facetKeysOf(draft.kind, draft.content.slug));
      await writeActions(trx, parsed.table, lookup);
      await labelFacets(trx, keys);
      return { report: parsed.key, written: written.length };
    });
  } catch (error) {
    if (error instanceof UnknownTarget) return { faults: [{ row: 1, column: error.target.key, message: error.message }] };
    throw error;
  }
}
