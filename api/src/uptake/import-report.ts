import { sql } from 'kysely';
import { actionTargets, writeActions } from '#prisma/actions.ts';
import { type ActionTable, impactLetters, recommendation } from '#prisma/content/recommendation.ts';
import { source } from '#prisma/content/source.ts';
import { type FaultCode, type ParamsOf, type Why, why } from '#i18n/fault.ts';
import { faultsOf } from '#prisma/content/check.ts';
import type { Database } from '#prisma/database.ts';
import { readTable } from '../sheets/table.ts';
import type { Draft } from '#prisma/derive.ts';
import { hashOf } from '#prisma/hash.ts';
import { RecordLookup, UnknownTarget } from '#prisma/lookup.ts';
import { connectRecord, labelFacets, facetKeysOf, writeRecord } from '#prisma/publish.ts';

/** One fault of a report's table: the row as a spreadsheet counts it (the headings are row 1), the heading of the column, what to do. */
export type ReportFault = Why & { row: number; column: string };

/** The columns beside those of the organizations, whose headings are their short names. */
export const reportColumns = [
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
/** Reads the table of a report out of pasted text or a file: the sheet called "report", else the one that has its headings. */
export const readReportTable = (input: { text: string } | { bytes: Uint8Array }) =>
  readTable(input, { sheet: 'report', words: ['report', 'number', 'text'].map((name) => ({ headings: [name], parts: [] })) });
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
  const fault = <Code extends FaultCode>(row: number, column: string, code: Code, ...params: ParamsOf<Code>) =>
    faults.push({ row, column, ...why(code, ...params) });
  const headings = (rows[0] ?? []).map((cell) => cell.trim());
  for (const name of reportColumns) if (!headings.includes(name)) fault(1, name, 'COLUMN_MISSING');
  for (const [index, name] of headings.entries()) if (name && headings.indexOf(name) !== index) fault(1, name, 'COLUMN_TWICE');
  const columns = headings.filter((name) => name && !(reportColumns as readonly string[]).includes(name));
  for (const name of columns) if (!organizations.has(name)) fault(1, name, 'REPORT_ORGANIZATION', { organization: name.slice(0, 80) });
  if (columns.length === 0) fault(1, '', 'REPORT_NO_COLUMN');
  const body = rows
    .slice(1)
    .map((row, index) => ({ row: row.map((cell) => cell.trim()), number: index + 2 }))
    .filter(({ row }) => row.some(Boolean));
  const first = body[0];
  if (!first) fault(2, 'Report', 'REPORT_EMPTY');
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
  else
    for (const { path, ...said } of faultsOf(document.error, head))
      faults.push({ row: first.number, column: headingOf[path.split('.')[0] ?? ''] ?? 'Report', ...said });

  const numbers = new Map<number, number>();
  for (const { row, number } of body) {
    const same = [
      ['Report', head.symbol],
      ['Report title', head.title],
      ['Report author', head.author],
      ['Report date', head.date],
    ] as const;
    for (const [name, value] of same)
      if (cell(row, name) !== value) fault(number, name, 'REPORT_MIXED', { here: cell(row, name), row: first.number, there: value });
    if (cell(row, 'Number') === INFORMATION) {
      table.forInformation.push(...columns.filter((name) => cell(row, name)));
      continue;
    }
    const count = /^\d{1,3}$/.test(cell(row, 'Number')) ? Number(cell(row, 'Number')) : 0;
    if (!count) fault(number, 'Number', 'REPORT_NUMBER');
    const twice = numbers.get(count);
    if (count && twice) fault(number, 'Number', 'REPORT_NUMBER_TWICE', { number: count, row: twice });
    numbers.set(count, number);
    const action = marks.get(cell(row, 'Action'));
    if (!action) fault(number, 'Action', 'REPORT_ACTION');
    const cite = [{ source: key, place: cell(row, 'Place') || 'recommendations' }];
    const impact = cell(row, 'Impact');
    const knownImpact = (impactLetters as readonly string[]).includes(impact);
    if (impact && !knownImpact) fault(number, 'Impact', 'REPORT_IMPACT', { first: impactLetters[0], last: impactLetters.at(-1) ?? '' });
    const deadline = cell(row, 'Deadline');
    const given = {
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
    };
    const content = recommendation.safeParse(given);
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
    else
      for (const { path, ...said } of faultsOf(content.error, given))
        faults.push({ row: number, column: nameOf[path.split('.')[0] ?? ''] ?? 'Number', ...said });
    const marked: string[] = [];
    const doubtful: { organization: string; note: string }[] = [];
    for (const name of columns) {
      const mark = cell(row, name);
      if (!mark) continue;
      if (!marks.has(mark)) fault(number, name, 'REPORT_MARK');
      else if (mark === '?') doubtful.push({ organization: name, note: 'The mark cannot be read with certainty.' });
      else if (action && marks.get(mark) !== action) fault(number, name, 'REPORT_MARK_OTHER', { action: cell(row, 'Action'), mark });
      else marked.push(name);
    }
    if (marked.length === 0) fault(number, '', 'REPORT_NOBODY');
    if (action && marked.length > 0)
      table.rows.push({ recommendation: `${key}-rec-${count}`, action: action as 'LEGISLATIVE' | 'EXECUTIVE', organizations: marked, doubtful });
  }
  return { parsed: faults.length > 0 ? null : { key, drafts, table }, faults };
}

/** What a table says of a report, and what loading it writes. */
export type ReportLoaded = {
  report: string;
  /** How many records are new or changed. */
  written: number;
  symbol: string;
  title: string;
  recommendations: { number: number; title: string; action: string; deadline: string | null; addressed: number; doubtful: number; isNew: boolean }[];
  /** How many organizations have a column, and how many of them get the report for information only. */
  organizations: number;
  forInformation: number;
};
const toldOf = ({ drafts, table }: Parsed, fresh: ReadonlySet<string>): Omit<ReportLoaded, 'report' | 'written'> => {
  const head = drafts[0]?.content as { symbol?: string; title?: string };
  return {
    symbol: head.symbol ?? '',
    title: head.title ?? '',
    organizations: table.columns.length,
    forInformation: table.forInformation.length,
    recommendations: table.rows.map((row) => {
      const content = drafts.find((draft) => draft.content.sourceKey === row.recommendation)?.content as unknown as {
        number: number;
        title: string;
        deadline?: { date: string };
      };
      return {
        number: content.number,
        title: content.title,
        action: row.action,
        deadline: content.deadline?.date ?? null,
        addressed: row.organizations.length,
        doubtful: row.doubtful?.length ?? 0,
        isNew: fresh.has(row.recommendation),
      };
    }),
  };
};
/** Takes back what was done only to be looked at. */
class Unkept extends Error {}

/**
 * Loads a JIU report from a table, all or nothing: one row a recommendation, one column an organization, marked L, E or
 * "?" as in the annex of such a report. Loading it again changes nothing; changed rows are written anew, what was
 * reported on them stays.
 * @param rows cells as text, headings first (sheets/table.ts reads CSV and XLSX into them)
 * @param how.commit false: everything is done and taken back, so that what would be loaded can be looked at first
 * @returns what is loaded, or every fault by row and column
 */
export async function loadReport(
  db: Database,
  rows: readonly (readonly string[])[],
  { commit = true }: { commit?: boolean } = {},
): Promise<ReportLoaded | { faults: ReportFault[] }> {
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
  if (taken) return { faults: [{ row: 2, column: 'Report', ...why('REPORT_OURS') }] };
  let loaded: ReportLoaded | null = null;
  try {
    return await db.transaction().execute(async (trx) => {
      const written: { id: string; draft: Draft }[] = [];
      const fresh = new Set<string>();
      for (const draft of parsed.drafts) {
        const before = await trx
          .selectFrom('record')
          .select(['hash'])
          .where('kind', '=', draft.kind)
          .where('sourceKey', '=', draft.content.sourceKey ?? '')
          .executeTakeFirst();
        if (!before) fresh.add(draft.content.sourceKey ?? '');
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
      loaded = { report: parsed.key, written: written.length, ...toldOf(parsed, fresh) };
      if (!commit) throw new Unkept();
      return loaded;
    });
  } catch (error) {
    if (error instanceof Unkept && loaded) return loaded;
    if (error instanceof UnknownTarget) return { faults: [{ row: 1, column: error.target.key, ...why('NOT_IN_LIBRARY', { key: error.target.key }) }] };
    throw error;
  }
}
