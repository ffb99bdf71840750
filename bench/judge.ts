import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { compareNames } from '#prisma/screening/compare.ts';
import { type NameKind, readName } from '#prisma/screening/words.ts';
import { random } from './screening-made.ts';

/** A pair of names that people judged, with the score of the matcher. */
export type Judged = { first: string; second: string; same: boolean; score: number };

const kinds: Record<string, NameKind> = { Person: 'PERSON', Company: 'ORGANIZATION', Organization: 'ORGANIZATION' };
/** Reads pairs of names (CSV with schema, name1, name2, is_match) and scores each. */
export function judged(file: string): Judged[] {
  const rows = parse(readFileSync(file), { columns: true, bom: true }) as Record<'schema' | 'name1' | 'name2' | 'is_match', string>[];
  return rows.map(({ schema, name1, name2, is_match }) => ({
    first: name1,
    second: name2,
    same: /^(true|1)$/i.test(is_match),
    score: compareNames(readName(name1), readName(name2), kinds[schema] ?? null).score,
  }));
}

export type Quality = { precision: number; recall: number; f1: number };
const qualityOf = (right: number, wrong: number, missed: number): Quality => ({
  precision: right / (right + wrong),
  recall: right / (right + missed),
  f1: (2 * right) / (2 * right + wrong + missed),
});
const countAt = (pairs: readonly Judged[], threshold: number) => {
  const found = pairs.filter(({ score }) => score >= threshold);
  const right = found.filter(({ same }) => same).length;
  return { right, wrong: found.length - right, missed: pairs.filter(({ same }) => same).length - right };
};
/** Precision, recall and F1 of a threshold. */
export function qualityAt(pairs: readonly Judged[], threshold: number): Quality {
  const { right, wrong, missed } = countAt(pairs, threshold);
  return qualityOf(right, wrong, missed);
}
/** The threshold with the highest F1, in steps of a hundredth. */
export function bestThreshold(pairs: readonly Judged[]): number {
  const steps = Array.from({ length: 61 }, (_, index) => 0.35 + index / 100);
  return steps.reduce((best, one) => (qualityAt(pairs, one).f1 > qualityAt(pairs, best).f1 ? one : best));
}
/** Ten folds: each is judged with the threshold that is best for the other nine. The thresholds that were chosen come with it. */
export function crossValidated(pairs: readonly Judged[], seed = 1): Quality & { thresholds: number[] } {
  const rnd = random(seed);
  const mixed = pairs.map((pair) => ({ pair, place: rnd() })).sort((a, b) => a.place - b.place);
  const sum = { right: 0, wrong: 0, missed: 0 };
  const thresholds: number[] = [];
  for (let fold = 0; fold < 10; fold++) {
    const threshold = bestThreshold(mixed.filter((_, index) => index % 10 !== fold).map(({ pair }) => pair));
    thresholds.push(threshold);
    const { right, wrong, missed } = countAt(
      mixed.filter((_, index) => index % 10 === fold).map(({ pair }) => pair),
      threshold,
    );
    sum.right += right;
    sum.wrong += wrong;
    sum.missed += missed;
  }
  return { ...qualityOf(sum.right, sum.wrong, sum.missed), thresholds };
}
