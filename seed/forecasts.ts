import { paragraphOf } from '#prisma/content/shared.ts';
import { citedStatements } from '#prisma/derive.ts';
import type { SeedRecord } from './files.ts';
import type { Paragraph } from './report.ts';

/** Words by which the report says that something is not yet so. */
const forecast = /\b(could|would|will|may|might|intend\w*|plan(s|ned|ning)?|expect\w*|envisag\w*|aim(s|ed)?|is meant|are meant|potential|hope\w*)\b/iu;
/** Words by which our text keeps a forecast a forecast, or gives it as somebody's view. */
const hedge =
  /\b(could|would|will|may|might|can|should|shall|must|intend\w*|plan(s|ned|ning)?|expect\w*|envisag\w*|aim(s|ed)?|meant|potential\w*|possible|possibl[ey]|perhaps|likely|probabl[ey]|hope\w*|wants?|wished?|proposes?|proposed|proposals?|foresees?|predicts?|considers?|considered|considering|explores?|exploring|believes?|promis\w+|attempts?|asks?|if|once|until|(is|are|was|were) to)\b/iu;
/** A verb in the plain past. Irregular ones are listed; a word that ends in -ed is taken for one. */
const past =
  /\b(was|were|had|did|made|led|took|gave|got|kept|held|found|brought|built|cut|grew|fell|rose|sold|paid|met|ran|saw|said|told|came|went|began|became|stood|lost|won|left|put|set|showed|proved|stayed|\p{L}{3,}ed)\b/u;

const fillers = new Set(
  'the and for that with from this which their they has have had are was were not but its into than them also more such other those these been being between through when where what who whom whose one two all any only each over under about after before within without because while there here some most many blockchain united nations system organizations project projects application applications technology'.split(
    ' ',
  ),
);
/** Words that carry meaning, cut to their beginning so that "produced" and "production" are one. */
const stems = (text: string) =>
  new Set((text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []).filter((word) => !fillers.has(word)).map((word) => word.slice(0, 5)));
const sentences = (text: string) => text.split(/(?<=[.!?;])\s+|\n/u).filter(Boolean);

/** A forecast of the report beside what our text makes of it. */
export type ForecastTold = { file: string; record: string; field: string; statement: string; paragraph: number; forecast: string };

/**
 * Statements in the plain past that cite a paragraph whose sentence on the same matter says "could", "will", "may" or the
 * like: candidates for a forecast told as experience, to be read by eye. A sentence is on the same matter when it shares at
 * least `shared` words that carry meaning with the statement.
 */
export function forecastsTold(records: readonly SeedRecord[], paragraphs: readonly Paragraph[], shared = 3): ForecastTold[] {
  return records.flatMap(({ file, kind, content }) =>
    citedStatements(content).flatMap(({ field, statement, citations, certainty }): ForecastTold[] => {
      // What an editor concluded says so itself.
      if (certainty !== 'STATED') return [];
      const told = sentences(statement).filter((one) => past.test(one) && !hedge.test(one));
      const numbers = new Set(citations.map(paragraphOf).filter((number) => number !== null));
      for (const number of numbers) {
        const forecasts = sentences(paragraphs[number - 1]?.text ?? '').filter((one) => forecast.test(one));
        for (const one of told) {
          const ours = stems(one);
          const best = forecasts
            .map((theirs) => ({ theirs, common: [...stems(theirs)].filter((stem) => ours.has(stem)).length }))
            .sort((a, b) => b.common - a.common)[0];
          if (best && best.common >= shared)
            return [{ file, record: `${kind} ${String(content['sourceKey'])}`, field, statement: one, paragraph: number, forecast: best.theirs }];
        }
      }
      return [];
    }),
  );
}
