/** How long one evaluation of the matrix takes, by hand: `node bench/instrument.ts`. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { checkEdition } from '#prisma/instrument/check.ts';
import { evaluate } from '#prisma/instrument/evaluate.ts';
import type { Answers, Instrument } from '#prisma/instrument/instrument.ts';

const file = new URL('../seed/instruments/jiu-matrix-1.yaml', import.meta.url);
const edition = checkEdition(parse(readFileSync(file, 'utf8'))).edition as Instrument;
const runs = Array.from(
  { length: 2000 },
  (_, run): Answers =>
    Object.fromEntries(
      edition.questions.map(({ id, options }, at) => [id, { option: options[(run * 7 + at * 3) % options.length]?.id ?? '', reason: 'Because.' }]),
    ),
);
for (const answers of runs) evaluate(edition, answers);
const begun = performance.now();
let steps = 0;
for (const answers of runs) steps = Math.max(steps, evaluate(edition, answers).steps);
console.log(`${((performance.now() - begun) / runs.length).toFixed(4)} ms for one evaluation with everything that would change it, at most ${steps} steps`);
