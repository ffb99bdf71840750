/**
 * Checks the data files alone, without a database, and prints what they hold and what is unsure:
 * `node seed/check.ts [part of a file name] [--report FILE]`. The text of the report is no part of the product; where a
 * copy of it is at hand, the wording is compared with it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { ActionTable } from '#prisma/content/recommendation.ts';
import { citedStatements } from '#prisma/derive.ts';
import { readSeed, seedFolder, showFault } from './files.ts';
import { unflagged } from './flags.ts';
import { forecastsTold } from './forecasts.ts';
import { headFaults, stageDoubts } from './heads.ts';
import { paragraphsOf } from './report.ts';
import { copiedRuns, proseOf } from './wording.ts';

const { values: options, positionals } = parseArgs({ allowPositionals: true, options: { report: { type: 'string' } } });
const only = positionals[0] ?? '';
const { records, faults } = await readSeed();
let bad = 0;
for (const fault of faults.filter((f) => f.file.includes(only))) {
  console.log(showFault(fault));
  bad++;
}
const report = options.report ?? join(seedFolder, '../../shared/source/JIU_REP_2020_7.txt');
const atHand = existsSync(report);
if (options.report && !atHand) {
  console.log(`There is no file ${options.report}.`);
  bad++;
}
if (atHand) {
  const copied = await copiedRuns(report);
  for (const record of records.filter((r) => r.file.includes(only))) {
    for (const text of proseOf(record.content)) {
      for (const run of copied(text)) {
        console.log(`${record.file}: ${String(record.content['sourceKey'])}: eight words in a row also stand in the report: "${run}"`);
        bad++;
      }
    }
  }
} else console.log('The report is not at hand: the wording was not compared with it.');

const shown = records.filter((record) => record.file.includes(only));
for (const { file, record, message } of headFaults(shown)) {
  console.log(`${file}: ${record}: ${message}`);
  bad++;
}
/** "PROJECT 54 (ANNEX_I 13, BODY 11, ANNEX_II 30)": how many of a kind, by the field that tells its kinds apart. */
const countBy: Record<string, string> = {
  PROJECT: 'origin',
  VENDOR: 'kind',
  ORGANIZATION: 'kind',
  RECOMMENDATION: 'kind',
  LESSON: 'kind',
  RISK: 'kind',
  MITIGATION: 'pairedBy',
  STANDARD: 'inReport',
  REFERENCE: 'topic',
};
console.log('\nWhat the data files hold');
for (const [kind, ofKind] of Map.groupBy(
  shown.filter((record) => record.kind !== 'ACTION_TABLE'),
  (record) => record.kind,
)) {
  const field = countBy[kind];
  const parts = field
    ? [...Map.groupBy(ofKind, (record) => String(record.content[field]))].map(
        ([value, some]) => `${field === 'inReport' ? `in the report ${value}` : value} ${some.length}`,
      )
    : [];
  console.log(`  ${kind} ${ofKind.length}${parts.length > 0 ? ` (${parts.join(', ')})` : ''}`);
}
for (const { content } of shown.filter((record) => record.kind === 'ACTION_TABLE')) {
  const { rows } = content as unknown as ActionTable;
  const of = (action: string) => rows.filter((row) => row.action === action).reduce((sum, row) => sum + row.organizations.length, 0);
  console.log(
    `  ACTION ${of('LEGISLATIVE') + of('EXECUTIVE')} (L ${of('LEGISLATIVE')}, E ${of('EXECUTIVE')}; by recommendation ${rows.map((row) => row.organizations.length).join(', ')})`,
  );
}

type Unsure = { record: string; field: string; certainty: string; statement: string; note: string };
const noteOf = (content: unknown, field: string): string => {
  const fact =
    field === 'record' ? content : field.split('.').reduce((value, name) => (value as Record<string, unknown> | undefined)?.[name] as unknown, content);
  return String((fact as { note?: string } | undefined)?.note ?? '');
};
const all = shown.flatMap((record) => citedStatements(record.content).map((found) => ({ record, found })));
const unsure: Unsure[] = all
  .filter(({ found }) => found.certainty !== 'STATED')
  .map(({ record, found }) => ({
    record: `${record.kind} ${String(record.content['sourceKey'])}`,
    field: found.field,
    certainty: found.certainty,
    statement: found.statement,
    note: noteOf(record.content, found.field),
  }));
const doubtful = shown
  .filter((record) => record.kind === 'ACTION_TABLE')
  .flatMap(({ content }) =>
    (content as unknown as ActionTable).rows.flatMap((row) =>
      row.doubtful.map((cell) => ({
        record: `ACTION ${row.recommendation}`,
        field: cell.organization,
        certainty: 'UNCERTAIN',
        statement: 'an empty cell',
        note: cell.note,
      })),
    ),
  );
console.log(
  `\n${all.length} cited statements: ${all.length - unsure.length} stated, ${unsure.filter((one) => one.certainty === 'INFERRED').length} inferred by the editors, ${unsure.filter((one) => one.certainty === 'UNCERTAIN').length} uncertain.`,
);
console.log('\nWhat is uncertain, and why');
for (const one of [...unsure.filter((each) => each.certainty === 'UNCERTAIN'), ...doubtful])
  console.log(`  ${one.record}, ${one.field}: ${one.statement.slice(0, 100)}\n    ${one.note}`);
console.log('\nWhat the editors inferred, and why');
for (const one of unsure.filter((each) => each.certainty === 'INFERRED'))
  console.log(`  ${one.record}, ${one.field}: ${one.statement.slice(0, 100)}\n    ${one.note}`);
console.log('\nNotes that speak of a conclusion where the statement is called stated, to be read by eye');
for (const note of unflagged(shown)) console.log(`  ${note}`);
console.log('\nLater facts that may change a stage, to be read by eye');
for (const doubt of stageDoubts(shown)) console.log(`  ${doubt}`);
if (atHand) {
  console.log('\nForecasts of the report beside a plain past of ours, to be read by eye');
  for (const one of forecastsTold(shown, paragraphsOf(readFileSync(report, 'utf8'))))
    console.log(`  ${one.record}, ${one.field}: ${one.statement}\n    para ${one.paragraph}: ${one.forecast}`);
} else console.log('\nThe report is not at hand: its forecasts were not compared with what is told in the past.');
console.log('');
console.log(bad ? `${bad} faults` : 'no faults');
process.exitCode = bad ? 1 : 0;
