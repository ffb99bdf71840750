import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

/** More files than these do not fail by chance: then nothing is run again. */
const most = 3;

type Run = { testResults: { name: string; status: string; assertionResults: { status: string; fullName: string }[] }[] };

/**
 * Runs the test files once more that the run before failed on, and says which: `node test/again.ts RESULTS.json`, the
 * file as Vitest's JSON reporter writes it. Ends with 0 only when every one of them passes alone; with 1 when one fails
 * again, when more than three failed, or when the run ended without naming a file.
 */
function again(results: string): number {
  const { testResults } = JSON.parse(readFileSync(results, 'utf8')) as Run;
  const failed = testResults.filter(({ status }) => status === 'failed');
  if (failed.length === 0 || failed.length > most) {
    console.log(`${failed.length} test files failed: nothing is run again.`);
    return 1;
  }
  console.log('\nRun a second time, alone. What passes now failed by chance, and is a fault to be mended:');
  for (const { name, assertionResults } of failed)
    for (const fullName of [relative('.', name), ...assertionResults.filter((test) => test.status === 'failed').map((test) => `  ${test.fullName}`)])
      console.log(fullName);
  const { status } = spawnSync('npm', ['test', '--', ...failed.map(({ name }) => relative('.', name))], { stdio: 'inherit' });
  return status ?? 1;
}

const [results] = process.argv.slice(2);
if (!results) throw new Error('Name the file of results: node test/again.ts RESULTS.json');
process.exitCode = again(results);
