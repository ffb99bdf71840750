/**
 * Precision, recall and F1 of the matcher of names on a file of judged pairs (CSV with schema, name1, name2, is_match), with
 * the threshold that screening uses, fixed beforehand. `npm run bench:names -- FILE.csv`
 */
import { THRESHOLD } from '#prisma/screening/name-index.ts';
import { judged, qualityAt } from './judge.ts';

const file = process.argv[2];
if (!file) {
  console.error('Name the file: npm run bench:names -- pairs.csv');
  process.exit(1);
}
const pairs = judged(file);
const { precision, recall, f1 } = qualityAt(pairs, THRESHOLD);
console.log(`${pairs.length} pairs, threshold ${THRESHOLD}`);
console.log(`precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}`);
