/**
 * The screening of vendors at size: the quality of the matcher on names that are written otherwise, and the time of 100,000
 * vendors against 10,000 entries with six names each, in the threads that a run uses. `npm run bench:screening [-- pairs.csv]`
 */
import { performance } from 'node:perf_hooks';
import { Matcher } from '#api/screening/match.ts';
import { NameIndex } from '#prisma/screening/name-index.ts';
import { aim, printAims } from './aims.ts';
import { bestThreshold, crossValidated, judged } from './judge.ts';
import { madeChinese, madeList, madeName, madeVariants, random } from './screening-made.ts';

const ENTRIES = 10_000;
const VENDORS = 100_000;
const BATCH = 500;

const pairs = process.argv[2];
if (pairs) {
  const all = judged(pairs);
  const { f1, precision, recall, thresholds } = crossValidated(all);
  console.log(
    `${all.length} judged pairs, ten folds: F1 ${f1.toFixed(3)}, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}; thresholds ${[...new Set(thresholds.map((one) => one.toFixed(2)))].join(', ')}; best for all ${bestThreshold(all).toFixed(2)}`,
  );
}

const rnd = random(99);
const chinese = Array.from({ length: 100 }, () => madeChinese(rnd));
const list = [...madeList(ENTRIES - chinese.length, 5), ...chinese.map(({ kind, latin }) => ({ kind, names: [latin] }))];
const names = list.flatMap((one, entry) => one.names.map((name) => ({ entry, name })));
const kinds = list.map(({ kind }) => kind);
const built = performance.now();
const index = new NameIndex(names, kinds);
console.log(
  `${names.length.toLocaleString('en')} names of ${list.length.toLocaleString('en')} entries, read in ${((performance.now() - built) / 1000).toFixed(1)} s`,
);

const variants = [
  ...madeVariants(list.slice(0, ENTRIES - chinese.length), 60),
  ...chinese.map(({ signs }, at) => ({ how: 'Chinese script', of: ENTRIES - chinese.length + at, written: signs })),
];
const byWay = new Map<string, { names: number; found: number; candidates: number }>();
for (const { how, of, written } of variants) {
  const found = index.find(written);
  const sum = byWay.get(how) ?? { names: 0, found: 0, candidates: 0 };
  byWay.set(how, { names: sum.names + 1, found: sum.found + Number(found.some(({ entry }) => entry === of)), candidates: sum.candidates + found.length });
}
console.table(
  [...byWay].map(([how, one]) => ({
    how,
    names: one.names,
    recall: +(one.found / one.names).toFixed(3),
    candidates: +(one.candidates / one.names).toFixed(2),
  })),
);
const sum = [...byWay.values()].reduce((a, b) => ({ names: a.names + b.names, found: a.found + b.found, candidates: a.candidates + b.candidates }));
aim(`names missed, of ${sum.names} written otherwise`, 1 - sum.found / sum.names, 0.05, '', 3);
aim(`candidates a name, of ${ENTRIES.toLocaleString('en')} entries`, sum.candidates / sum.names, 3, '', 2);

// One new vendor, when the names of the list are held already.
const single = new Matcher({ names, kinds });
await single.match([['Somebody Else Ltd']]);
const begun = performance.now();
for (let round = 0; round < 20; round++) await single.match([[madeName(rnd).name]]);
aim('one new vendor', (performance.now() - begun) / 20, 100, 'ms');
await single.end();

// All vendors, in batches, two at a time, with the names of the list read anew: as a run does, but for the database.
const vendors = Array.from({ length: VENDORS }, () => [madeName(rnd).name]);
const matcher = new Matcher({ names, kinds });
const cpu = process.cpuUsage();
const start = performance.now();
let done = 0;
let found = 0;
let at = 0;
const lane = async () => {
  while (at < vendors.length) {
    const some = vendors.slice(at, at + BATCH);
    at += BATCH;
    const answers = await matcher.match(some);
    done += some.length;
    found += answers.reduce((total, one) => total + one.length, 0);
    if (done % 10_000 === 0) console.log(`  ${done.toLocaleString('en')} vendors, ${((performance.now() - start) / 1000).toFixed(1)} s`);
  }
};
await Promise.all([lane(), lane(), lane(), lane()]);
aim(`${VENDORS.toLocaleString('en')} vendors`, (performance.now() - start) / 1000, 60, 's');
// Where others use the machine too, this says what it would take without them: half of it, on two cores of its own.
const { user, system } = process.cpuUsage(cpu);
aim(`${VENDORS.toLocaleString('en')} vendors, time of the processors`, (user + system) / 1e6, 120, 's');
console.log(`${found.toLocaleString('en')} candidates, ${(matcher.compared / VENDORS).toFixed(1)} names compared word by word for a vendor`);
await matcher.end();
printAims(console.log);
