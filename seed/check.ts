/** Checks the data files alone, without a database: `node seed/check.ts [part of a file name]`. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readSeed, seedFolder, showFault } from './files.ts';
import { copiedRuns, proseOf } from './wording.ts';

const only = process.argv[2] ?? '';
const { records, faults } = await readSeed();
let bad = 0;
for (const fault of faults.filter((f) => f.file.includes(only))) {
  console.log(showFault(fault));
  bad++;
}
const report = join(seedFolder, '../../shared/source/JIU_REP_2020_7.txt');
if (existsSync(report)) {
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
const counts = new Map<string, number>();
for (const record of records.filter((r) => r.file.includes(only))) counts.set(record.kind, (counts.get(record.kind) ?? 0) + 1);
console.log([...counts].map(([kind, count]) => `${kind} ${count}`).join(', ') || 'no records');
console.log(bad ? `${bad} faults` : 'no faults');
process.exitCode = bad ? 1 : 0;
